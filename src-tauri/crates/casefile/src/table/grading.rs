//! Gradings of what is known of an account (3x5x2), kept with it when an officer chose so at an export. An intelligence
//! report and an assessment have gradings of their own; the newest of all is the account's.

use crate::writer::{Record, Writer};
use crate::{Result, retract};
use rusqlite::{Connection, named_params};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The table.
pub const CREATE: &str = "
CREATE TABLE grading (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES account (id),
  grading TEXT NOT NULL,     -- 3x5x2, such as 2BP
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  is_retracted INTEGER NOT NULL DEFAULT 0
) STRICT;
";

/// Every account that has a grading, with the newest.
pub fn all(db: &Connection) -> Result<BTreeMap<i64, String>> {
    let mut statement = db.prepare_cached(
        "SELECT account, grading FROM (
           SELECT account, grading, at_ms FROM grading WHERE is_retracted = 0
           UNION ALL SELECT account, grading, at_ms FROM assessment WHERE grading IS NOT NULL AND is_retracted = 0
           UNION ALL SELECT account, grading, at_ms FROM action WHERE grading IS NOT NULL AND is_retracted = 0
         ) ORDER BY at_ms",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

impl Writer<'_> {
    /// Keeps a grading with an account.
    pub fn add_grading(&mut self, account: i64, grading: &str) -> Result<()> {
        let id = Uuid::as_bytes(&self.uuid()).to_owned();
        self.db()
            .prepare_cached(
                "INSERT INTO grading (uid, account, grading, officer, at_ms)
                 VALUES (:uid, :account, :grading, :officer, :at)",
            )?
            .execute(named_params! {
                ":uid": id, ":account": account, ":grading": grading,
                ":officer": self.officer(), ":at": self.now().0,
            })?;
        let record: Record = retract::of_account("grading", self.db().last_insert_rowid(), account);
        self.made(record)?;
        self.changed(record, "grading", None, Some(grading))
    }
}
