//! Two records of one account: a redirect from one to the other, which can be taken away.
//!
//! Invariant: no row of a merged record is moved or changed. It stands in no list, queue, search or export while the
//! redirect stands; what comes in under its handle, id or address goes to the record it points to, and what a register
//! says of it is said of that one.

use super::account;
use crate::writer::{Record, Writer};
use crate::{Error, Result};
use breakwater_model::{AccountId, Instant, MergeId};
use rusqlite::{Connection, OptionalExtension, named_params};
use std::collections::HashMap;

/// The table.
pub const CREATE: &str = "
CREATE TABLE merge (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES account (id),       -- the record that was merged
  into_account INTEGER NOT NULL REFERENCES account (id),  -- the one it stands under
  reason TEXT NOT NULL,
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  is_retracted INTEGER NOT NULL DEFAULT 0,
  is_let_go INTEGER NOT NULL DEFAULT 0,  -- the same, for the history of into_account
  CHECK (account <> into_account)
) STRICT;
CREATE UNIQUE INDEX merge_standing ON merge (account) WHERE is_retracted = 0;
CREATE INDEX merge_by_target ON merge (into_account) WHERE is_retracted = 0;
";

/// A merge that stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merge {
    /// Id.
    pub id: MergeId,
    /// Row of the merged record.
    pub account: i64,
    /// Why.
    pub reason: String,
    /// The officer's name.
    pub officer: String,
    /// When.
    pub at: Instant,
}

/// The record a row stands under: the one it was merged into, else itself.
pub fn target(db: &Connection, account: i64) -> Result<i64> {
    Ok(db
        .prepare_cached(
            "SELECT into_account FROM merge WHERE account = :account AND is_retracted = 0",
        )?
        .query_row(named_params! { ":account": account }, |row| row.get(0))
        .optional()?
        .unwrap_or(account))
}

/// The merges into a record, the newest first.
pub fn of_target(db: &Connection, account: i64) -> Result<Vec<Merge>> {
    let mut statement = db.prepare_cached(
        "SELECT m.uid, m.account, m.reason, o.name, m.at_ms FROM merge m JOIN officer o ON o.id = m.officer
         WHERE m.into_account = :account AND m.is_retracted = 0 ORDER BY m.id DESC",
    )?;
    let rows = statement.query_map(named_params! { ":account": account }, |row| {
        Ok(Merge {
            id: MergeId::from_bytes(row.get(0)?),
            account: row.get(1)?,
            reason: row.get(2)?,
            officer: row.get(3)?,
            at: Instant(row.get(4)?),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A record and those merged into it.
pub fn group(db: &Connection, account: i64) -> Result<Vec<i64>> {
    let mut group = vec![account];
    let mut statement = db.prepare_cached(
        "SELECT account FROM merge WHERE into_account = :account AND is_retracted = 0 ORDER BY id",
    )?;
    let rows = statement.query_map(named_params! { ":account": account }, |row| {
        row.get::<_, i64>(0)
    })?;
    for row in rows {
        group.push(row?);
    }
    Ok(group)
}

/// True if a record stands under another.
pub(crate) fn are_any(db: &Connection) -> Result<bool> {
    Ok(db.query_row(
        "SELECT EXISTS (SELECT 1 FROM merge WHERE is_retracted = 0)",
        [],
        |row| row.get(0),
    )?)
}

/// Every redirect that stands, from the merged record to the other.
pub(crate) fn all(db: &Connection) -> Result<HashMap<i64, i64>> {
    let mut statement =
        db.prepare_cached("SELECT account, into_account FROM merge WHERE is_retracted = 0")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Refuses to work on a merged record.
///
/// # Errors
/// Refused by rule `merged-record`.
pub(crate) fn refuse_merged(db: &Connection, account: i64) -> Result<()> {
    let under = target(db, account)?;
    if under == account {
        return Ok(());
    }
    let label: Option<String> = db
        .prepare_cached("SELECT label FROM account_state WHERE account = :account")?
        .query_row(named_params! { ":account": under }, |row| row.get(0))
        .optional()?;
    Err(Error::refused(
        "merged-record",
        format!(
            "This record was merged into {}. Open that one; there the merge can be taken back.",
            label.unwrap_or_else(|| "another one".into())
        ),
    ))
}

/// Number of an unsent draft that holds this record.
pub fn unsent_draft(db: &Connection, account: i64) -> Result<Option<i64>> {
    Ok(db
        .prepare_cached(
            "SELECT r.number FROM referral_item i JOIN referral r ON r.id = i.referral
             WHERE i.account = :account AND i.is_retracted = 0 AND r.is_retracted = 0
               AND r.state IN ('draft', 'submitted', 'approved') LIMIT 1",
        )?
        .query_row(named_params! { ":account": account }, |row| row.get(0))
        .optional()?)
}

impl Writer<'_> {
    /// Puts a record under another. It stands in the history of both.
    pub fn merge(&mut self, account: i64, into: i64, reason: &str) -> Result<MergeId> {
        let id = MergeId::from_uuid(self.uuid());
        self.db()
            .prepare_cached(
                "INSERT INTO merge (uid, account, into_account, reason, officer, at_ms)
                 VALUES (:uid, :account, :into, :reason, :officer, :at)",
            )?
            .execute(named_params! {
                ":uid": id.bytes(), ":account": account, ":into": into, ":reason": reason,
                ":officer": self.officer(), ":at": self.now().0,
            })?;
        let row = self.db().last_insert_rowid();
        for record in both(row, account, into) {
            self.made(record)?;
        }
        Ok(id)
    }

    /// Takes a merge back: both records stand as before, with what was written to the other since.
    ///
    /// # Errors
    /// It does not stand.
    pub fn take_back_merge(&mut self, id: MergeId) -> Result<()> {
        let (row, account, into): (i64, i64, i64) = self
            .db()
            .prepare_cached(
                "SELECT id, account, into_account FROM merge WHERE uid = :uid AND is_retracted = 0",
            )?
            .query_row(named_params! { ":uid": id.bytes() }, |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?))
            })
            .optional()?
            .ok_or(Error::NotFound("merge"))?;
        for record in both(row, account, into) {
            self.retract(record)?;
        }
        Ok(())
    }
}

const fn both(row: i64, account: i64, into: i64) -> [Record; 2] {
    [
        Record {
            kind: "merge",
            row,
            account: Some(account),
        },
        Record {
            kind: "merge_into",
            row,
            account: Some(into),
        },
    ]
}

/// The two records of a merge that stands: the merged one and the other.
pub fn ids(db: &Connection, id: MergeId) -> Result<(AccountId, AccountId)> {
    let (account, into): (i64, i64) = db
        .prepare_cached(
            "SELECT account, into_account FROM merge WHERE uid = :uid AND is_retracted = 0",
        )?
        .query_row(named_params! { ":uid": id.bytes() }, |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?
        .ok_or(Error::NotFound("merge"))?;
    Ok((account::id(db, account)?, account::id(db, into)?))
}
