//! Tags: free words on an account. Matched by their folded form, shown as they were written first.

use crate::writer::{Record, Writer};
use crate::{Result, retract};
use rusqlite::{Connection, OptionalExtension, named_params};
use uuid::Uuid;

/// The table.
pub const CREATE: &str = "
CREATE TABLE tag (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES account (id),
  folded TEXT NOT NULL,      -- for matching only
  written TEXT NOT NULL,     -- as it was written first
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  is_retracted INTEGER NOT NULL DEFAULT 0,
  UNIQUE (account, folded)
) STRICT;
CREATE INDEX tag_by_word ON tag (folded, account) WHERE is_retracted = 0;
";

/// Every tag that an account bears, as it was written first, with the number of accounts; in order.
pub fn counts(db: &Connection) -> Result<Vec<(String, u32)>> {
    let mut statement = db.prepare_cached(
        "SELECT t.written, c.accounts
         FROM (SELECT folded, min(id) AS first, count(*) AS accounts FROM tag WHERE is_retracted = 0 GROUP BY folded) c
         JOIN tag t ON t.id = c.first ORDER BY c.folded",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How this tag was first written on any account that bears it.
pub fn written(db: &Connection, folded: &str) -> Result<Option<String>> {
    Ok(db
        .prepare_cached(
            "SELECT written FROM tag WHERE folded = :folded AND is_retracted = 0 ORDER BY id LIMIT 1",
        )?
        .query_row(named_params! { ":folded": folded }, |row| row.get(0))
        .optional()?)
}

/// Accounts that bear a tag.
pub(crate) fn bearers(db: &Connection, folded: &str) -> Result<Vec<i64>> {
    let mut statement =
        db.prepare_cached("SELECT account FROM tag WHERE folded = :folded AND is_retracted = 0")?;
    let rows = statement.query_map(named_params! { ":folded": folded }, |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

impl Writer<'_> {
    /// Tags an account. False if it bears the tag already.
    pub fn tag(&mut self, account: i64, folded: &str, written: &str) -> Result<bool> {
        if let Some(record) = self.tagged(account, folded)? {
            return self.revive(record);
        }
        let id = Uuid::as_bytes(&self.uuid()).to_owned();
        self.db()
            .prepare_cached(
                "INSERT INTO tag (uid, account, folded, written, officer, at_ms)
                 VALUES (:uid, :account, :folded, :written, :officer, :at)",
            )?
            .execute(named_params! {
                ":uid": id, ":account": account, ":folded": folded, ":written": written,
                ":officer": self.officer(), ":at": self.now().0,
            })?;
        let record = retract::of_account("tag", self.db().last_insert_rowid(), account);
        self.made(record)?;
        Ok(true)
    }

    /// Takes a tag off an account. False if it does not bear it.
    pub fn untag(&mut self, account: i64, folded: &str) -> Result<bool> {
        match self.tagged(account, folded)? {
            Some(record) => self.retract(record),
            None => Ok(false),
        }
    }

    /// The tag's record, standing or taken off.
    fn tagged(&self, account: i64, folded: &str) -> Result<Option<Record>> {
        let row: Option<i64> = self
            .db()
            .prepare_cached("SELECT id FROM tag WHERE account = :account AND folded = :folded")?
            .query_row(
                named_params! { ":account": account, ":folded": folded },
                |row| row.get(0),
            )
            .optional()?;
        Ok(row.map(|row| retract::of_account("tag", row, account)))
    }
}
