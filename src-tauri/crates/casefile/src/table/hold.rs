//! Legal holds: an account, or the whole case, that is not to be erased until somebody releases it.
//!
//! Invariant: a hold is never changed but by its one release, which has its reason too.

use crate::writer::{Record, Writer};
use crate::{Error, Result};
use breakwater_model::{AccountId, HoldId, Instant};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

/// The table.
pub const CREATE: &str = "
CREATE TABLE legal_hold (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  account INTEGER REFERENCES account (id),  -- NULL: the whole case
  reason TEXT NOT NULL,
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  released_by INTEGER REFERENCES officer (id),
  released_ms INTEGER,
  released_reason TEXT,
  CHECK ((released_by IS NULL) = (released_ms IS NULL) AND (released_by IS NULL) = (released_reason IS NULL))
) STRICT;
CREATE INDEX hold_standing ON legal_hold (account) WHERE released_ms IS NULL;
";

/// A hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hold {
    /// Row.
    pub row: i64,
    /// Its id.
    pub id: HoldId,
    /// Row and id of the account; none: the whole case.
    pub account: Option<(i64, AccountId)>,
    /// Why.
    pub reason: String,
    /// Row of whoever set it.
    pub officer: i64,
    /// When.
    pub at: Instant,
    /// Who released it, when and why.
    pub released: Option<(i64, Instant, String)>,
}

const SELECT: &str = "SELECT h.id, h.uid, h.account, a.uid, h.reason, h.officer, h.at_ms, h.released_by, h.released_ms, h.released_reason
  FROM legal_hold h LEFT JOIN account a ON a.id = h.account";

fn read(row: &Row<'_>) -> rusqlite::Result<Hold> {
    let account: Option<i64> = row.get(2)?;
    let account = match account {
        Some(account) => Some((account, AccountId::from_bytes(row.get(3)?))),
        None => None,
    };
    let released: Option<i64> = row.get(7)?;
    let released = match released {
        Some(by) => Some((by, Instant(row.get(8)?), row.get(9)?)),
        None => None,
    };
    Ok(Hold {
        row: row.get(0)?,
        id: HoldId::from_bytes(row.get(1)?),
        account,
        reason: row.get(4)?,
        officer: row.get(5)?,
        at: Instant(row.get(6)?),
        released,
    })
}

/// Every hold, newest first.
pub fn all(db: &Connection) -> Result<Vec<Hold>> {
    let mut statement = db.prepare_cached(&format!("{SELECT} ORDER BY h.id DESC"))?;
    let rows = statement.query_map([], read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The one with this id.
///
/// # Errors
/// There is none.
pub fn by_id(db: &Connection, id: HoldId) -> Result<Hold> {
    db.prepare_cached(&format!("{SELECT} WHERE h.uid = :uid"))?
        .query_row(named_params! { ":uid": id.bytes() }, read)
        .optional()?
        .ok_or(Error::NotFound("hold"))
}

/// The hold that stands on an account, or on the whole case.
pub fn on(db: &Connection, account: i64) -> Result<Option<Hold>> {
    Ok(db
        .prepare_cached(&format!(
            "{SELECT} WHERE h.released_ms IS NULL AND (h.account IS NULL OR h.account = :account) ORDER BY h.id LIMIT 1"
        ))?
        .query_row(named_params! { ":account": account }, read)
        .optional()?)
}

impl Writer<'_> {
    /// Sets a hold on an account, or on the whole case.
    pub fn add_hold(&mut self, id: HoldId, account: Option<i64>, reason: &str) -> Result<()> {
        self.db().execute(
            "INSERT INTO legal_hold (uid, account, reason, officer, at_ms)
             VALUES (:uid, :account, :reason, :officer, :at)",
            named_params! {
                ":uid": id.bytes(), ":account": account, ":reason": reason, ":officer": self.officer(),
                ":at": self.now().0,
            },
        )?;
        let row = self.db().last_insert_rowid();
        self.made(record(row))
    }

    /// Releases a hold.
    ///
    /// # Errors
    /// It was released before.
    pub fn release_hold(&mut self, hold: &Hold, reason: &str) -> Result<()> {
        if let Some((_, at, _)) = &hold.released {
            return Err(Error::Invalid(format!("This hold was released at {at}.")));
        }
        self.db().execute(
            "UPDATE legal_hold SET released_by = :officer, released_ms = :at, released_reason = :reason WHERE id = :id",
            named_params! {
                ":officer": self.officer(), ":at": self.now().0, ":reason": reason, ":id": hold.row,
            },
        )?;
        self.changed(
            record(hold.row),
            "released_ms",
            None,
            Some(&self.now().to_string()),
        )
    }
}

const fn record(row: i64) -> Record {
    Record {
        kind: "legal_hold",
        row,
        account: None,
    }
}
