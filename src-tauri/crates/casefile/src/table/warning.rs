//! Warnings of an account: what whoever saw it first says that others will see. Exhibits bear their own.

use super::{name_of, word};
use crate::writer::{Record, Writer};
use crate::{Result, retract};
use breakwater_model::Instant;
use breakwater_model::account::AccountWarningView;
use breakwater_model::evidence::WarningTag;
use rusqlite::{Connection, OptionalExtension, named_params};
use uuid::Uuid;

/// The table.
pub const CREATE: &str = "
CREATE TABLE warning (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES account (id),
  tag TEXT NOT NULL CHECK (tag IN ('child', 'violence', 'body', 'sexual', 'sound')),
  officer INTEGER NOT NULL REFERENCES officer (id),  -- who saw it first
  at_ms INTEGER NOT NULL,
  is_retracted INTEGER NOT NULL DEFAULT 0,
  UNIQUE (account, tag)
) STRICT;
";

/// Every tag with its bit in `account_state.warnings`.
pub const BITS: [(WarningTag, u8); 5] = [
    (WarningTag::Child, 1),
    (WarningTag::Violence, 2),
    (WarningTag::Body, 4),
    (WarningTag::Sexual, 8),
    (WarningTag::Sound, 16),
];

/// The bits of these tags.
pub fn mask(tags: &[WarningTag]) -> u8 {
    BITS.iter()
        .filter(|(tag, _)| tags.contains(tag))
        .fold(0, |mask, (_, bit)| mask | bit)
}

/// The tags of these bits, in order.
pub fn tags(mask: u8) -> Vec<WarningTag> {
    BITS.iter()
        .filter(|(_, bit)| mask & bit != 0)
        .map(|(tag, _)| *tag)
        .collect()
}

/// Warnings given for the account itself, with who saw it first.
pub fn of_account(db: &Connection, account: i64) -> Result<Vec<AccountWarningView>> {
    let mut statement = db.prepare_cached(
        "SELECT w.tag, o.number, w.at_ms FROM warning w JOIN officer o ON o.id = w.officer
         WHERE w.account = :account AND w.is_retracted = 0 ORDER BY w.id",
    )?;
    let rows = statement.query_map(named_params! { ":account": account }, |row| {
        Ok(AccountWarningView {
            tag: word(row, 0)?,
            officer: row.get(1)?,
            at: Instant(row.get(2)?),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What an account warns of, by itself or by its exhibits.
pub fn all_of(db: &Connection, account: i64) -> Result<u8> {
    let found = db
        .prepare_cached("SELECT warnings FROM account_state WHERE account = :account")?
        .query_row(named_params! { ":account": account }, |row| row.get(0))
        .optional()?;
    Ok(found.unwrap_or_default())
}

impl Writer<'_> {
    /// Gives an account a warning. False if it bears it already.
    pub fn warn(&mut self, account: i64, tag: WarningTag) -> Result<bool> {
        if let Some(record) = self.warned(account, tag)? {
            return self.revive(record);
        }
        self.db()
            .prepare_cached(
                "INSERT INTO warning (uid, account, tag, officer, at_ms)
                 VALUES (:uid, :account, :tag, :officer, :at)",
            )?
            .execute(named_params! {
                ":uid": Uuid::as_bytes(&self.uuid()), ":account": account, ":tag": name_of(&tag),
                ":officer": self.officer(), ":at": self.now().0,
            })?;
        let record = retract::of_account("warning", self.db().last_insert_rowid(), account);
        self.made(record)?;
        Ok(true)
    }

    /// Takes a warning off an account. False if it does not bear it.
    pub fn unwarn(&mut self, account: i64, tag: WarningTag) -> Result<bool> {
        match self.warned(account, tag)? {
            Some(record) => self.retract(record),
            None => Ok(false),
        }
    }

    /// The warning's record, standing or taken off.
    fn warned(&self, account: i64, tag: WarningTag) -> Result<Option<Record>> {
        let row: Option<i64> = self
            .db()
            .prepare_cached("SELECT id FROM warning WHERE account = :account AND tag = :tag")?
            .query_row(
                named_params! { ":account": account, ":tag": name_of(&tag) },
                |row| row.get(0),
            )
            .optional()?;
        Ok(row.map(|row| retract::of_account("warning", row, account)))
    }
}
