//! Carry sheets: which account stands under which number on the paper or file that goes to the other machine.

use crate::writer::{Record, Writer};
use crate::{Error, Result};
use breakwater_model::Instant;
use rusqlite::{Connection, OptionalExtension, named_params};

/// The tables.
pub const CREATE: &str = "
CREATE TABLE check_sheet (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  number INTEGER NOT NULL UNIQUE,  -- stands on the sheet
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL
) STRICT;
CREATE TABLE check_sheet_line (
  sheet INTEGER NOT NULL REFERENCES check_sheet (id),
  number INTEGER NOT NULL,   -- from 1
  account INTEGER NOT NULL REFERENCES account (id),
  PRIMARY KEY (sheet, number)
) STRICT, WITHOUT ROWID;
";

/// When a sheet was written; none if there is no sheet of this number.
pub fn written_at(db: &Connection, sheet: u32) -> Result<Option<Instant>> {
    Ok(db
        .prepare_cached("SELECT at_ms FROM check_sheet WHERE number = :number")?
        .query_row(named_params! { ":number": sheet }, |row| {
            row.get(0).map(Instant)
        })
        .optional()?)
}

/// Row of the account under a number of a sheet.
pub fn account_of(db: &Connection, sheet: u32, number: u32) -> Result<Option<i64>> {
    Ok(db
        .prepare_cached(
            "SELECT l.account FROM check_sheet_line l JOIN check_sheet s ON s.id = l.sheet
             WHERE s.number = :sheet AND l.number = :number",
        )?
        .query_row(
            named_params! { ":sheet": sheet, ":number": number },
            |row| row.get(0),
        )
        .optional()?)
}

impl Writer<'_> {
    /// Keeps a sheet with its accounts in order; gives its number.
    ///
    /// # Errors
    /// More accounts than can be numbered.
    pub fn add_check_sheet(&mut self, accounts: &[i64]) -> Result<u32> {
        let number: u32 = self.db().query_row(
            "SELECT coalesce(max(number), 0) + 1 FROM check_sheet",
            [],
            |row| row.get(0),
        )?;
        self.db().execute(
            "INSERT INTO check_sheet (uid, number, officer, at_ms) VALUES (:uid, :number, :officer, :at)",
            named_params! {
                ":uid": self.uuid().as_bytes(), ":number": number, ":officer": self.officer(), ":at": self.now().0,
            },
        )?;
        let sheet = self.db().last_insert_rowid();
        self.made(Record {
            kind: "check_sheet",
            row: sheet,
            account: None,
        })?;
        for (at, account) in (1u32..).zip(accounts) {
            self.db()
                .prepare_cached(
                    "INSERT INTO check_sheet_line (sheet, number, account) VALUES (:sheet, :number, :account)",
                )?
                .execute(named_params! { ":sheet": sheet, ":number": at, ":account": account })?;
        }
        if u32::try_from(accounts.len()).is_err() {
            return Err(Error::Invalid("Too many accounts for one sheet.".into()));
        }
        Ok(number)
    }
}
