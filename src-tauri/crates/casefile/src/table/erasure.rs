//! Erasures: proposed by one officer, confirmed by another, told of by a certificate.
//!
//! Invariant: both signatures are over the same bytes, the proposal, and are never changed. Nothing here holds a word
//! of what was erased: a tombstone is a keyed hash.

use super::word;
use crate::writer::{Record, Writer};
use crate::{Error, Result};
use breakwater_model::erasure::Ground;
use breakwater_model::{AccountId, ErasureId, Instant, SetId};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

/// The tables.
pub const CREATE: &str = "
CREATE TABLE erasure (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES account (id),
  ground TEXT NOT NULL CHECK (ground IN ('retention', 'request', 'unlawful', 'court')),
  proposal TEXT NOT NULL,    -- RFC 8785: what both officers sign
  signature TEXT NOT NULL,   -- SSHSIG over the proposal, namespace breakwater-erasure-v1
  upto INTEGER NOT NULL,     -- the last change of the account then: a later one makes it void
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  dropped_by INTEGER REFERENCES officer (id),
  dropped_ms INTEGER,
  number INTEGER UNIQUE,     -- of the certificate; NULL until it was confirmed
  confirmed_by INTEGER REFERENCES officer (id),
  confirmed_ms INTEGER,
  confirmation TEXT,         -- SSHSIG over the same bytes
  seq INTEGER,               -- its audit entry
  counts TEXT,               -- JSON object: how much of each kind was erased
  stays TEXT,                -- JSON array: what was kept, and why
  CHECK (confirmed_by IS NULL OR confirmed_by <> officer),
  CHECK ((number IS NULL) = (confirmed_by IS NULL)),
  CHECK (dropped_ms IS NULL OR number IS NULL)
) STRICT;
CREATE INDEX erasure_by_account ON erasure (account);
CREATE INDEX erasure_open ON erasure (id) WHERE number IS NULL AND dropped_ms IS NULL;
CREATE TABLE tombstone (
  hash BLOB NOT NULL CHECK (length(hash) = 32),  -- HMAC-SHA-256 under the keyring's key
  kind TEXT NOT NULL CHECK (kind IN ('id', 'handle', 'address')),
  erasure INTEGER NOT NULL REFERENCES erasure (id),
  PRIMARY KEY (hash, kind, erasure)
) STRICT, WITHOUT ROWID;
CREATE INDEX tombstone_by_erasure ON tombstone (erasure, kind);
CREATE TABLE erased_word (
  seq INTEGER NOT NULL REFERENCES audit (seq),
  name TEXT NOT NULL,
  erasure INTEGER NOT NULL REFERENCES erasure (id),
  PRIMARY KEY (erasure, seq, name),
  UNIQUE (seq, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE erasure_certificate (
  erasure INTEGER PRIMARY KEY REFERENCES erasure (id),
  json TEXT NOT NULL,        -- RFC 8785
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  signature TEXT NOT NULL,   -- SSHSIG over it, namespace breakwater-certificate-v1
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL
) STRICT;
";

/// An erasure, proposed or done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erasure {
    /// Row.
    pub row: i64,
    /// Its id.
    pub id: ErasureId,
    /// Row and id of the account.
    pub account: (i64, AccountId),
    /// On what ground.
    pub ground: Ground,
    /// What both officers sign, RFC 8785.
    pub proposal: String,
    /// Signature of whoever proposed it, PEM.
    pub signature: String,
    /// The last change of the account when it was proposed.
    pub upto: i64,
    /// Row of whoever proposed it.
    pub officer: i64,
    /// When.
    pub at: Instant,
    /// When it was dropped.
    pub dropped: Option<Instant>,
    /// The confirmation.
    pub done: Option<Done>,
}

/// That it was confirmed and done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// Number of the certificate, from 1.
    pub number: u32,
    /// Row of whoever confirmed it.
    pub officer: i64,
    /// When.
    pub at: Instant,
    /// Signature over the proposal, PEM.
    pub signature: String,
    /// Its audit entry.
    pub seq: i64,
    /// JSON object of counts.
    pub counts: String,
    /// JSON array of what was kept.
    pub stays: String,
}

const SELECT: &str = "SELECT e.id, e.uid, e.account, a.uid, e.ground, e.proposal, e.signature, e.upto, e.officer, e.at_ms,
    e.dropped_ms, e.number, e.confirmed_by, e.confirmed_ms, e.confirmation, e.seq, e.counts, e.stays
  FROM erasure e JOIN account a ON a.id = e.account";

fn read(row: &Row<'_>) -> rusqlite::Result<Erasure> {
    let number: Option<u32> = row.get(11)?;
    let done = match number {
        Some(number) => Some(Done {
            number,
            officer: row.get(12)?,
            at: Instant(row.get(13)?),
            signature: row.get(14)?,
            seq: row.get(15)?,
            counts: row.get(16)?,
            stays: row.get(17)?,
        }),
        None => None,
    };
    Ok(Erasure {
        row: row.get(0)?,
        id: ErasureId::from_bytes(row.get(1)?),
        account: (row.get(2)?, AccountId::from_bytes(row.get(3)?)),
        ground: word(row, 4)?,
        proposal: row.get(5)?,
        signature: row.get(6)?,
        upto: row.get(7)?,
        officer: row.get(8)?,
        at: Instant(row.get(9)?),
        dropped: row.get::<_, Option<i64>>(10)?.map(Instant),
        done,
    })
}

/// Those that wait for another officer, or whose account changed since, newest first.
pub fn open(db: &Connection) -> Result<Vec<Erasure>> {
    let mut statement = db.prepare_cached(&format!(
        "{SELECT} WHERE e.number IS NULL AND e.dropped_ms IS NULL ORDER BY e.id DESC"
    ))?;
    let rows = statement.query_map([], read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Every erasure, newest first.
pub fn all(db: &Connection) -> Result<Vec<Erasure>> {
    let mut statement = db.prepare_cached(&format!("{SELECT} ORDER BY e.id DESC"))?;
    let rows = statement.query_map([], read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The one with this id.
///
/// # Errors
/// There is none.
pub fn by_id(db: &Connection, id: ErasureId) -> Result<Erasure> {
    db.prepare_cached(&format!("{SELECT} WHERE e.uid = :uid"))?
        .query_row(named_params! { ":uid": id.bytes() }, read)
        .optional()?
        .ok_or(Error::NotFound("erasure"))
}

/// The proposal that waits on an account.
pub fn waiting_on(db: &Connection, account: i64) -> Result<Option<Erasure>> {
    Ok(db
        .prepare_cached(&format!(
            "{SELECT} WHERE e.account = :account AND e.number IS NULL AND e.dropped_ms IS NULL ORDER BY e.id DESC LIMIT 1"
        ))?
        .query_row(named_params! { ":account": account }, read)
        .optional()?)
}

/// Number of the certificate and day of the erasure of an account's row, if it was erased.
pub fn of_account(db: &Connection, account: i64) -> Result<Option<(u32, Instant)>> {
    Ok(db
        .prepare_cached(
            "SELECT e.number, e.confirmed_ms FROM account a JOIN erasure e ON e.id = a.erasure WHERE a.id = :account",
        )?
        .query_row(named_params! { ":account": account }, |row| {
            Ok((row.get(0)?, Instant(row.get(1)?)))
        })
        .optional()?)
}

/// Refuses an account that was erased.
///
/// # Errors
/// Refused by rule `an-erased-account-is-gone`.
pub(crate) fn refuse_erased(db: &Connection, account: i64) -> Result<()> {
    match of_account(db, account)? {
        None => Ok(()),
        Some((number, at)) => Err(Error::refused(
            "an-erased-account-is-gone",
            format!("This account was {}.", words(number, at)),
        )),
    }
}

/// That an account was erased, in words.
pub fn words(number: u32, at: Instant) -> String {
    format!(
        "erased on {}, certificate {number}",
        at.utc().format("%Y-%m-%d")
    )
}

pub(crate) const TOMBSTONES: &str =
    "SELECT hash, kind FROM tombstone WHERE erasure = :erasure ORDER BY hash";

/// The tombstones of an erasure, with what each is of, in the order of their bytes.
pub fn tombstones(db: &Connection, erasure: i64) -> Result<Vec<([u8; 32], String)>> {
    let mut statement = db.prepare_cached(TOMBSTONES)?;
    let rows = statement.query_map(named_params! { ":erasure": erasure }, |row| {
        Ok((row.get(0)?, row.get(1)?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A certificate as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// RFC 8785.
    pub json: String,
    /// SHA-256 of it.
    pub sha256: [u8; 32],
    /// Signature over it, PEM.
    pub signature: String,
    /// Row of whoever signed it.
    pub officer: i64,
}

/// The certificate of an erasure, once it was made.
pub fn certificate(db: &Connection, erasure: i64) -> Result<Option<Certificate>> {
    Ok(db
        .prepare_cached(
            "SELECT json, sha256, signature, officer FROM erasure_certificate WHERE erasure = :erasure",
        )?
        .query_row(named_params! { ":erasure": erasure }, |row| {
            Ok(Certificate {
                json: row.get(0)?,
                sha256: row.get(1)?,
                signature: row.get(2)?,
                officer: row.get(3)?,
            })
        })
        .optional()?)
}

/// Leaf and set of an audit entry.
///
/// # Errors
/// There is none.
pub fn entry(db: &Connection, seq: i64) -> Result<([u8; 32], SetId)> {
    db.prepare_cached("SELECT leaf, set_uid FROM audit WHERE seq = :seq")?
        .query_row(named_params! { ":seq": seq }, |row| {
            Ok((row.get(0)?, SetId::from_bytes(row.get(1)?)))
        })
        .optional()?
        .ok_or(Error::NotFound("audit entry"))
}

/// What is proposed.
pub struct NewErasure<'a> {
    /// Its id.
    pub id: ErasureId,
    /// Row of the account.
    pub account: i64,
    /// On what ground.
    pub ground: Ground,
    /// What is signed, RFC 8785.
    pub proposal: &'a str,
    /// The signature, PEM.
    pub signature: &'a str,
    /// The last change of the account.
    pub upto: i64,
}

impl Writer<'_> {
    /// Keeps a signed proposal.
    pub fn propose_erasure(&mut self, new: &NewErasure<'_>) -> Result<()> {
        self.db().execute(
            "INSERT INTO erasure (uid, account, ground, proposal, signature, upto, officer, at_ms)
             VALUES (:uid, :account, :ground, :proposal, :signature, :upto, :officer, :at)",
            named_params! {
                ":uid": new.id.bytes(), ":account": new.account, ":ground": super::name_of(&new.ground),
                ":proposal": new.proposal, ":signature": new.signature, ":upto": new.upto,
                ":officer": self.officer(), ":at": self.now().0,
            },
        )?;
        let row = self.db().last_insert_rowid();
        self.made(record("erasure", row))
    }

    /// Drops a proposal.
    pub fn drop_erasure(&mut self, row: i64) -> Result<()> {
        self.db().execute(
            "UPDATE erasure SET dropped_by = :officer, dropped_ms = :at WHERE id = :id AND number IS NULL",
            named_params! { ":officer": self.officer(), ":at": self.now().0, ":id": row },
        )?;
        self.changed(
            record("erasure", row),
            "dropped_ms",
            None,
            Some(&self.now().to_string()),
        )
    }

    /// Keeps a certificate.
    pub fn add_certificate(
        &mut self,
        erasure: i64,
        (json, sha256): (&str, &[u8; 32]),
        signature: &str,
    ) -> Result<()> {
        self.db().execute(
            "INSERT INTO erasure_certificate (erasure, json, sha256, signature, officer, at_ms)
             VALUES (:erasure, :json, :sha256, :signature, :officer, :at)",
            named_params! {
                ":erasure": erasure, ":json": json, ":sha256": sha256, ":signature": signature,
                ":officer": self.officer(), ":at": self.now().0,
            },
        )?;
        self.made(record("erasure_certificate", erasure))
    }
}

pub(crate) const fn record(kind: &'static str, row: i64) -> Record {
    Record {
        kind,
        row,
        account: None,
    }
}
