//! Hand-overs: a page frozen and signed by whoever gave it, and the signature of whoever took it over.
//!
//! Invariant: neither is ever changed. Both signatures are over the same bytes and count only while they verify against
//! the officers' own keys.

use crate::writer::{Record, Writer};
use crate::{Error, Result};
use breakwater_model::{HandoverId, Instant};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

/// The tables.
pub const CREATE: &str = "
CREATE TABLE handover (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  number INTEGER NOT NULL UNIQUE,
  json TEXT NOT NULL,        -- RFC 8785: the page
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  signature TEXT NOT NULL,   -- SSHSIG over the page, namespace breakwater-handover-v1
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  is_erased INTEGER NOT NULL DEFAULT 0  -- 1: it verified, and then the words of an erased account in it were blanked
) STRICT;
CREATE TABLE handover_acceptance (
  handover INTEGER PRIMARY KEY REFERENCES handover (id),
  signature TEXT NOT NULL,   -- over the same bytes
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL
) STRICT;
";

/// A hand-over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handover {
    /// Row.
    pub row: i64,
    /// Its id.
    pub id: HandoverId,
    /// Its number in the case, from 1.
    pub number: u32,
    /// The page, RFC 8785.
    pub json: String,
    /// SHA-256 of it.
    pub sha256: [u8; 32],
    /// Signature of whoever gave it, PEM.
    pub signature: String,
    /// Row of whoever gave it.
    pub officer: i64,
    /// When.
    pub at: Instant,
    /// True if an erasure took words out of it.
    pub is_erased: bool,
    /// Who took it over, if somebody did.
    pub accepted: Option<Acceptance>,
}

/// That somebody took it over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Acceptance {
    /// Signature over the page, PEM.
    pub signature: String,
    /// Row of who.
    pub officer: i64,
    /// When.
    pub at: Instant,
}

fn read(row: &Row<'_>) -> rusqlite::Result<Handover> {
    let signature: Option<String> = row.get(8)?;
    let accepted = match signature {
        Some(signature) => Some(Acceptance {
            signature,
            officer: row.get(9)?,
            at: Instant(row.get(10)?),
        }),
        None => None,
    };
    Ok(Handover {
        row: row.get(0)?,
        id: HandoverId::from_bytes(row.get(1)?),
        number: row.get(2)?,
        json: row.get(3)?,
        sha256: row.get(4)?,
        signature: row.get(5)?,
        officer: row.get(6)?,
        at: Instant(row.get(7)?),
        is_erased: row.get(11)?,
        accepted,
    })
}

/// All of them, newest first.
pub fn all(db: &Connection) -> Result<Vec<Handover>> {
    let mut statement = db.prepare_cached(
        "SELECT h.id, h.uid, h.number, h.json, h.sha256, h.signature, h.officer, h.at_ms, a.signature, a.officer, a.at_ms, h.is_erased
         FROM handover h LEFT JOIN handover_acceptance a ON a.handover = h.id ORDER BY h.number DESC",
    )?;
    let rows = statement.query_map([], read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The one with this id.
///
/// # Errors
/// There is none.
pub fn by_id(db: &Connection, id: HandoverId) -> Result<Handover> {
    db.prepare_cached(
        "SELECT h.id, h.uid, h.number, h.json, h.sha256, h.signature, h.officer, h.at_ms, a.signature, a.officer, a.at_ms, h.is_erased
         FROM handover h LEFT JOIN handover_acceptance a ON a.handover = h.id WHERE h.uid = :uid",
    )?
    .query_row(named_params! { ":uid": id.bytes() }, read)
    .optional()?
    .ok_or(Error::NotFound("hand-over"))
}

/// Those nobody has taken over, of other officers than this one, newest first.
pub fn open(db: &Connection, officer: i64) -> Result<Vec<Handover>> {
    let mut statement = db.prepare_cached(
        "SELECT h.id, h.uid, h.number, h.json, h.sha256, h.signature, h.officer, h.at_ms, NULL, NULL, NULL, h.is_erased
         FROM handover h WHERE h.officer <> :officer
           AND NOT EXISTS (SELECT 1 FROM handover_acceptance a WHERE a.handover = h.id)
         ORDER BY h.number DESC",
    )?;
    let rows = statement.query_map(named_params! { ":officer": officer }, read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The number the next one has.
pub fn next_number(db: &Connection) -> Result<u32> {
    Ok(db
        .prepare_cached("SELECT coalesce(max(number), 0) + 1 FROM handover")?
        .query_row([], |row| row.get(0))?)
}

/// How many wait to be taken over by somebody else than this officer.
pub fn waiting(db: &Connection, officer: i64) -> Result<u32> {
    Ok(db
        .prepare_cached(
            "SELECT count(*) FROM handover h WHERE h.officer <> :officer
               AND NOT EXISTS (SELECT 1 FROM handover_acceptance a WHERE a.handover = h.id)",
        )?
        .query_row(named_params! { ":officer": officer }, |row| row.get(0))?)
}

impl Writer<'_> {
    /// Keeps a signed page.
    pub fn add_handover(
        &mut self,
        (id, number): (HandoverId, u32),
        (json, sha256): (&str, &[u8; 32]),
        signature: &str,
    ) -> Result<()> {
        self.db().execute(
            "INSERT INTO handover (uid, number, json, sha256, signature, officer, at_ms)
             VALUES (:uid, :number, :json, :sha256, :signature, :officer, :at)",
            named_params! {
                ":uid": id.bytes(), ":number": number, ":json": json, ":sha256": sha256,
                ":signature": signature, ":officer": self.officer(), ":at": self.now().0,
            },
        )?;
        let row = self.db().last_insert_rowid();
        self.made(beside("handover", row))
    }

    /// Keeps the signature of whoever is here over a page of somebody else.
    pub fn accept_handover(&mut self, row: i64, signature: &str) -> Result<()> {
        self.db().execute(
            "INSERT INTO handover_acceptance (handover, signature, officer, at_ms)
             VALUES (:handover, :signature, :officer, :at)",
            named_params! {
                ":handover": row, ":signature": signature, ":officer": self.officer(), ":at": self.now().0,
            },
        )?;
        self.made(beside("handover_acceptance", row))
    }
}

const fn beside(kind: &'static str, row: i64) -> Record {
    Record {
        kind,
        row,
        account: None,
    }
}
