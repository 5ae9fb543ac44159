//! Officers of other workstations whose approval a supervisor of this case lets count.
//!
//! Invariant: a key counts once a supervisor confirmed its fingerprint, and until it is taken off the list.

use crate::Result;
use crate::writer::{Record, Writer};
use breakwater_model::case::{OfficerView, Role};
use breakwater_model::{Instant, OfficerId};
use rusqlite::{Connection, OptionalExtension, named_params};

/// The table.
pub const CREATE: &str = "
CREATE TABLE colleague (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL,           -- the officer's id in their own case
  number TEXT NOT NULL,
  name TEXT NOT NULL,
  public_key TEXT NOT NULL,    -- OpenSSH line
  recipient TEXT NOT NULL,     -- age1…: what a package for them is sealed to
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  confirmed_by INTEGER REFERENCES officer (id),
  confirmed_ms INTEGER,
  is_retracted INTEGER NOT NULL DEFAULT 0
) STRICT;
";

/// A colleague.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colleague {
    /// Row.
    pub row: i64,
    /// Their id in their own case.
    pub id: OfficerId,
    /// Number.
    pub number: String,
    /// Name.
    pub name: String,
    /// The public key, as an OpenSSH line.
    pub public_key: String,
    /// What a package for them is sealed to.
    pub recipient: String,
    /// Number of the supervisor who confirmed the key, and when.
    pub confirmed: Option<(String, Instant)>,
}

impl Colleague {
    /// As an approver: what an approval is verified against.
    pub fn as_officer(&self) -> OfficerView {
        OfficerView {
            id: self.id,
            name: self.name.clone(),
            number: self.number.clone(),
            role: Role::Officer,
            public_key: self.public_key.clone(),
            joined_at: self.confirmed.as_ref().map_or(Instant(0), |(_, at)| *at),
            reads: Vec::new(),
            email: None,
            phone: None,
            badge: None,
            team: None,
        }
    }
}

const COLUMNS: &str =
    "c.id, c.uid, c.number, c.name, c.public_key, c.recipient, o.number, c.confirmed_ms
  FROM colleague c LEFT JOIN officer o ON o.id = c.confirmed_by";

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Colleague> {
    let by: Option<String> = row.get(6)?;
    let at: Option<i64> = row.get(7)?;
    Ok(Colleague {
        row: row.get(0)?,
        id: OfficerId::from_bytes(row.get(1)?),
        number: row.get(2)?,
        name: row.get(3)?,
        public_key: row.get(4)?,
        recipient: row.get(5)?,
        confirmed: by.zip(at.map(Instant)),
    })
}

/// Every colleague on the list, in the order they came.
pub fn all(db: &Connection) -> Result<Vec<Colleague>> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT {COLUMNS} WHERE c.is_retracted = 0 ORDER BY c.id"
    ))?;
    let rows = statement.query_map([], read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The colleague of this row, also one who was taken off the list: what they approved before stands.
pub fn by_row(db: &Connection, row: i64) -> Result<Option<Colleague>> {
    Ok(db
        .prepare_cached(&format!("SELECT {COLUMNS} WHERE c.id = :row"))?
        .query_row(named_params! { ":row": row }, read)
        .optional()?)
}

impl Writer<'_> {
    /// Puts a colleague on the list, not confirmed.
    pub fn add_colleague(&mut self, new: &Colleague) -> Result<()> {
        self.db()
            .prepare_cached(
                "INSERT INTO colleague (uid, number, name, public_key, recipient, officer, at_ms)
                 VALUES (:uid, :number, :name, :key, :recipient, :officer, :at)",
            )?
            .execute(named_params! {
                ":uid": new.id.bytes(), ":number": new.number, ":name": new.name, ":key": new.public_key,
                ":recipient": new.recipient, ":officer": self.officer(), ":at": self.now().0,
            })?;
        let record = of(self.db().last_insert_rowid());
        self.made(record)
    }

    /// Notes that whoever is here confirmed a colleague's key.
    pub fn confirm_colleague(&mut self, row: i64, fingerprint: &str) -> Result<()> {
        self.db()
            .prepare_cached(
                "UPDATE colleague SET confirmed_by = :by, confirmed_ms = :at WHERE id = :row",
            )?
            .execute(named_params! { ":by": self.officer(), ":at": self.now().0, ":row": row })?;
        self.changed(of(row), "confirmed", None, Some(fingerprint))
    }

    /// Takes a colleague off the list.
    pub fn remove_colleague(&mut self, row: i64) -> Result<bool> {
        self.retract(of(row))
    }
}

const fn of(row: i64) -> Record {
    Record {
        kind: "colleague",
        row,
        account: None,
    }
}
