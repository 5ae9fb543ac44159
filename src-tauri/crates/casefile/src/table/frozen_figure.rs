//! Figures that were given out: what was asked, by which definitions, over which rows, and what the answer was, signed.
//!
//! Invariant: a frozen figure is never changed. It counts only while its signature verifies against the key of whoever
//! froze it.

use crate::writer::{Record, Writer};
use crate::{Error, Result};
use breakwater_model::{FigureId, Instant};
use rusqlite::{Connection, OptionalExtension, named_params};

/// The table.
pub const CREATE: &str = "
CREATE TABLE frozen_figure (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE,
  manifest TEXT NOT NULL,    -- RFC 8785: what was asked, definitions, last event, hash of the rows, the figures
  signature TEXT NOT NULL,   -- SSHSIG over the manifest, namespace breakwater-figure-v1
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  entry INTEGER NOT NULL     -- the audit entry of it: what stood then is what it was counted from
) STRICT;
";

/// A frozen figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frozen {
    /// Its id.
    pub id: FigureId,
    /// What it is called.
    pub name: String,
    /// What was signed.
    pub manifest: String,
    /// The signature, PEM.
    pub signature: String,
    /// Row of who froze it.
    pub officer: i64,
    /// When.
    pub at: Instant,
    /// The entry of the log it was frozen with.
    pub entry: i64,
}

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Frozen> {
    Ok(Frozen {
        id: FigureId::from_bytes(row.get(0)?),
        name: row.get(1)?,
        manifest: row.get(2)?,
        signature: row.get(3)?,
        officer: row.get(4)?,
        at: Instant(row.get(5)?),
        entry: row.get(6)?,
    })
}

/// All of them, newest first.
pub fn all(db: &Connection) -> Result<Vec<Frozen>> {
    let mut statement = db.prepare_cached(
        "SELECT uid, name, manifest, signature, officer, at_ms, entry FROM frozen_figure ORDER BY id DESC",
    )?;
    let rows = statement.query_map([], read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The one with this name.
///
/// # Errors
/// There is none.
pub fn by_name(db: &Connection, name: &str) -> Result<Frozen> {
    db.prepare_cached(
        "SELECT uid, name, manifest, signature, officer, at_ms, entry FROM frozen_figure WHERE name = :name",
    )?
    .query_row(named_params! { ":name": name }, read)
    .optional()?
    .ok_or(Error::NotFound("frozen figure"))
}

impl Writer<'_> {
    /// Keeps a frozen figure.
    pub fn add_frozen_figure(
        &mut self,
        id: FigureId,
        name: &str,
        manifest: &str,
        signature: &str,
    ) -> Result<()> {
        self.db().execute(
            "INSERT INTO frozen_figure (uid, name, manifest, signature, officer, at_ms, entry)
             VALUES (:uid, :name, :manifest, :signature, :officer, :at, :entry)",
            named_params! {
                ":uid": id.bytes(), ":name": name, ":manifest": manifest, ":signature": signature,
                ":officer": self.officer(), ":at": self.now().0,
                ":entry": self.seq(),
            },
        )?;
        let row = self.db().last_insert_rowid();
        self.made(Record {
            kind: "frozen_figure",
            row,
            account: None,
        })
    }
}
