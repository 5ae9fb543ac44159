//! Texts of the unit's own in place of those that come with the program: the platform directory, templates of referrals.
//!
//! Invariant: a version is never changed; the newest that stands under a name counts, and with none the one that comes
//! with the program does.

use crate::writer::{Record, Writer};
use crate::{Reader, Result};
use breakwater_model::Instant;
use rusqlite::named_params;

/// The table.
pub const CREATE: &str = "
CREATE TABLE unit_text (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL,        -- directory, or template/ and the name of one
  version TEXT NOT NULL,
  text TEXT NOT NULL,        -- as it is exported
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  is_retracted INTEGER NOT NULL DEFAULT 0,
  UNIQUE (name, version)
) STRICT;
";

/// A version an officer put in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitText {
    /// What it is called.
    pub version: String,
    /// The text itself.
    pub text: String,
    /// Number of the officer.
    pub officer: String,
    /// When.
    pub at: Instant,
    /// False once it was put aside for the one that comes with the program.
    pub stands: bool,
}

/// Every version under a name, newest first; also those that were put aside.
pub fn versions(reader: &Reader<'_>, name: &str) -> Result<Vec<UnitText>> {
    let mut statement = reader.db().prepare_cached(
        "SELECT t.version, t.text, o.number, t.at_ms, t.is_retracted
         FROM unit_text t JOIN officer o ON o.id = t.officer WHERE t.name = :name ORDER BY t.id DESC",
    )?;
    let rows = statement.query_map(named_params! { ":name": name }, |row| {
        Ok(UnitText {
            version: row.get(0)?,
            text: row.get(1)?,
            officer: row.get(2)?,
            at: Instant(row.get(3)?),
            stands: !row.get::<_, bool>(4)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The version that counts; `None` where the one that comes with the program does.
pub fn standing(reader: &Reader<'_>, name: &str) -> Result<Option<UnitText>> {
    Ok(versions(reader, name)?.into_iter().find(|one| one.stands))
}

impl Writer<'_> {
    /// Puts a version in the place of the one before, which is kept.
    ///
    /// # Errors
    /// The database refuses a version that was given under this name before.
    pub fn put_unit_text(&mut self, name: &str, version: &str, text: &str) -> Result<()> {
        let uid = self.uuid();
        self.db()
            .prepare_cached(
                "INSERT INTO unit_text (uid, name, version, text, officer, at_ms)
                 VALUES (:uid, :name, :version, :text, :officer, :at)",
            )?
            .execute(named_params! {
                ":uid": uid.as_bytes(), ":name": name, ":version": version, ":text": text,
                ":officer": self.officer(), ":at": self.now().0,
            })?;
        let record = of(self.db().last_insert_rowid());
        self.made(record)
    }

    /// Goes back to what comes with the program. False if that already counts.
    pub fn drop_unit_texts(&mut self, name: &str) -> Result<bool> {
        let rows: Vec<i64> = self
            .db()
            .prepare_cached("SELECT id FROM unit_text WHERE name = :name AND is_retracted = 0")?
            .query_map(named_params! { ":name": name }, |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        for row in &rows {
            self.retract(of(*row))?;
        }
        Ok(!rows.is_empty())
    }
}

const fn of(row: i64) -> Record {
    Record {
        kind: "unit_text",
        row,
        account: None,
    }
}
