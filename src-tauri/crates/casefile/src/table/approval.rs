//! What becomes of a draft: the frozen text of each submission, the outputs sealed for it, the approval that signs
//! both, what came back with a reason, and which desk was asked first.
//!
//! Invariant: a version is never changed, but that the words of an erased account are blanked; its hash stays what it was. An approval names one version and stands until a later edit voids it; it
//! counts only while its signature verifies against the approver's own key.

use super::{colleague, officer, word, world};
use crate::Result;
use breakwater_model::case::OfficerView;
use breakwater_model::referral::{AskFirstAnswer, ReferralFormat};
use breakwater_model::{Instant, ItemId, WorldTime};
use rusqlite::{Connection, OptionalExtension, Row, named_params};
use std::collections::BTreeMap;

/// The tables.
pub const CREATE: &str = "
CREATE TABLE referral_version (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  referral INTEGER NOT NULL REFERENCES referral (id),
  number INTEGER NOT NULL,   -- each submission freezes one
  json TEXT NOT NULL,        -- RFC 8785: what was submitted
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  marking TEXT NOT NULL,
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  is_erased INTEGER NOT NULL DEFAULT 0,  -- 1: an account of it was erased, and its words in json are blank
  UNIQUE (referral, number)
) STRICT;
CREATE TABLE sealed_output (
  id INTEGER PRIMARY KEY,
  version INTEGER NOT NULL REFERENCES referral_version (id),
  format TEXT NOT NULL,
  object INTEGER NOT NULL REFERENCES object (id),
  pages INTEGER,
  UNIQUE (version, format)
) STRICT;
CREATE TABLE approval (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL REFERENCES referral_version (id),
  officer INTEGER REFERENCES officer (id),
  colleague INTEGER REFERENCES colleague (id),  -- of another workstation; then officer is NULL
  manifest TEXT NOT NULL,    -- RFC 8785: the hashes of the version and of every sealed output
  signature TEXT NOT NULL,   -- SSHSIG over the manifest, namespace breakwater-approval-v1
  at_ms INTEGER NOT NULL,
  is_void INTEGER NOT NULL DEFAULT 0,
  CHECK ((officer IS NULL) <> (colleague IS NULL))
) STRICT;
CREATE INDEX approval_by_version ON approval (version);
CREATE TABLE referral_return (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL REFERENCES referral_version (id),
  officer INTEGER NOT NULL REFERENCES officer (id),
  reason TEXT NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX return_by_version ON referral_return (version);
CREATE TABLE item_opening (
  version INTEGER NOT NULL REFERENCES referral_version (id),
  item INTEGER NOT NULL REFERENCES referral_item (id),
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  PRIMARY KEY (version, item, officer)
) STRICT, WITHOUT ROWID;
CREATE TABLE ask_first (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  referral INTEGER NOT NULL REFERENCES referral (id),
  item INTEGER REFERENCES referral_item (id),  -- none: the whole referral
  desk TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('go', 'hold', 'refuse')),
  reference TEXT NOT NULL,
  asked_ms INTEGER NOT NULL,
  asked_precision TEXT NOT NULL,
  asked_raw TEXT,
  asked_zone TEXT,
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX ask_first_by_referral ON ask_first (referral);
";

/// A frozen submission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Row.
    pub row: i64,
    /// Which submission of the referral, from 1.
    pub number: u32,
    /// What was submitted, RFC 8785.
    pub json: String,
    /// SHA-256 of it.
    pub sha256: [u8; 32],
    /// The marking it bore.
    pub marking: String,
    /// Row of who submitted it.
    pub officer: i64,
    /// When.
    pub at: Instant,
}

/// An output that was rendered once and is only ever copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// Its format.
    pub format: ReferralFormat,
    /// Row of the object that holds the bytes.
    pub object: i64,
    /// SHA-256 of the bytes.
    pub sha256: [u8; 32],
    /// Pages, of a paged format.
    pub pages: Option<u32>,
}

/// Who signed an approval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// Row of an officer of this case.
    Officer(i64),
    /// Row of a colleague at another workstation.
    Colleague(i64),
}

/// A signed approval.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approval {
    /// Row.
    pub row: i64,
    /// Row of the version.
    pub version: i64,
    /// Who signed.
    pub by: By,
    /// What was signed.
    pub manifest: String,
    /// The signature, PEM.
    pub signature: String,
    /// When.
    pub at: Instant,
}

/// What a desk answered when it was asked whether a referral burns a live investigation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Row of the item it is about; the whole referral if none.
    pub item: Option<i64>,
    /// The desk.
    pub desk: String,
    /// Its answer.
    pub answer: AskFirstAnswer,
    /// Its reference.
    pub reference: String,
    /// When it answered.
    pub asked: WorldTime,
}

/// The last submission of a referral.
pub fn last_version(db: &Connection, referral: i64) -> Result<Option<Version>> {
    version_before(db, referral, u32::MAX)
}

/// The last submission of a referral before the one of this number.
pub fn version_before(db: &Connection, referral: i64, number: u32) -> Result<Option<Version>> {
    Ok(db
        .prepare_cached(
            "SELECT id, number, json, sha256, marking, officer, at_ms FROM referral_version
             WHERE referral = :referral AND number < :number ORDER BY number DESC LIMIT 1",
        )?
        .query_row(
            named_params! { ":referral": referral, ":number": number },
            |row| {
                Ok(Version {
                    row: row.get(0)?,
                    number: row.get(1)?,
                    json: row.get(2)?,
                    sha256: row.get(3)?,
                    marking: row.get(4)?,
                    officer: row.get(5)?,
                    at: Instant(row.get(6)?),
                })
            },
        )
        .optional()?)
}

/// The outputs sealed for a version, by format.
pub fn sealed(db: &Connection, version: i64) -> Result<Vec<Sealed>> {
    let mut statement = db.prepare_cached(
        "SELECT s.format, s.object, o.sha256, s.pages FROM sealed_output s JOIN object o ON o.id = s.object
         WHERE s.version = :version ORDER BY s.format",
    )?;
    let rows = statement.query_map(named_params! { ":version": version }, sealed_of)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A sealed output, read as format, object, hash, pages.
pub(super) fn sealed_of(row: &Row<'_>) -> rusqlite::Result<Sealed> {
    Ok(Sealed {
        format: word(row, 0)?,
        object: row.get(1)?,
        sha256: row.get(2)?,
        pages: row.get(3)?,
    })
}

/// The approval of a version that was not voided.
pub fn of_version(db: &Connection, version: i64) -> Result<Option<Approval>> {
    Ok(db
        .prepare_cached(
            "SELECT id, version, officer, manifest, signature, at_ms, colleague FROM approval
             WHERE version = :version AND is_void = 0 ORDER BY id DESC LIMIT 1",
        )?
        .query_row(named_params! { ":version": version }, |row| {
            Ok(Approval {
                row: row.get(0)?,
                version: row.get(1)?,
                by: match row.get::<_, Option<i64>>(2)? {
                    Some(officer) => By::Officer(officer),
                    None => By::Colleague(row.get(6)?),
                },
                manifest: row.get(3)?,
                signature: row.get(4)?,
                at: Instant(row.get(5)?),
            })
        })
        .optional()?)
}

/// Who signed an approval, with the key it is verified against.
pub fn approver(db: &Connection, approval: &Approval) -> Result<Option<OfficerView>> {
    match approval.by {
        By::Officer(row) => officer::by_row(db, row),
        By::Colleague(row) => {
            Ok(colleague::by_row(db, row)?.map(|colleague| colleague.as_officer()))
        }
    }
}

/// Why a version came back, by whom and when.
pub fn returned(db: &Connection, version: i64) -> Result<Option<(i64, String, Instant)>> {
    Ok(db
        .prepare_cached(
            "SELECT officer, reason, at_ms FROM referral_return WHERE version = :version ORDER BY id DESC LIMIT 1",
        )?
        .query_row(named_params! { ":version": version }, |row| {
            Ok((row.get(0)?, row.get(1)?, Instant(row.get(2)?)))
        })
        .optional()?)
}

/// What desks answered, the last answer of each desk on each item and on the whole, oldest first; none of an item that
/// was taken out.
pub fn asked(db: &Connection, referral: i64) -> Result<Vec<Asked>> {
    let mut statement = db.prepare_cached(
        "SELECT desk, answer, reference, asked_ms, asked_precision, asked_raw, asked_zone, item FROM ask_first f
         WHERE referral = :referral
           AND id = (SELECT id FROM ask_first WHERE referral = f.referral AND desk = f.desk AND item IS f.item
                     ORDER BY asked_ms DESC, id DESC LIMIT 1)
           AND (item IS NULL OR EXISTS (SELECT 1 FROM referral_item i WHERE i.id = f.item AND i.is_retracted = 0))
         ORDER BY id",
    )?;
    let rows = statement.query_map(named_params! { ":referral": referral }, |row| {
        Ok(Asked {
            desk: row.get(0)?,
            answer: word(row, 1)?,
            reference: row.get(2)?,
            asked: world(row, 3)?.unwrap_or_else(|| WorldTime::exact(Instant(0))),
            item: row.get(7)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What a desk last answered on an account, if that is not *go*, in whatever draft it was asked: desk, answer, reference.
pub fn held(db: &Connection, account: i64) -> Result<Option<(String, String, String)>> {
    let mut statement = db.prepare_cached(
        "SELECT f.desk, f.answer, f.reference FROM ask_first f
           JOIN referral_item i ON i.referral = f.referral AND (f.item IS NULL OR f.item = i.id)
         WHERE i.account = :account ORDER BY f.asked_ms, f.id",
    )?;
    let rows = statement.query_map(named_params! { ":account": account }, |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?))
    })?;
    let mut last: BTreeMap<String, (String, String, String)> = BTreeMap::new();
    for row in rows {
        let row: (String, String, String) = row?;
        last.insert(row.0.to_lowercase(), row);
    }
    Ok(last.into_values().find(|(_, answer, _)| answer != "go"))
}

/// Items of a version that an officer opened.
pub fn opened(db: &Connection, version: i64, officer: i64) -> Result<Vec<ItemId>> {
    let mut statement = db.prepare_cached(
        "SELECT i.uid FROM item_opening o JOIN referral_item i ON i.id = o.item
         WHERE o.version = :version AND o.officer = :officer ORDER BY o.item",
    )?;
    let rows = statement.query_map(
        named_params! { ":version": version, ":officer": officer },
        |row| row.get(0).map(ItemId::from_bytes),
    )?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Rows of every officer who drafted or changed a referral or its items, or submitted it: none of them approves it.
/// Who only took an item out changed no word of what is left.
pub fn drafters(db: &Connection, referral: i64) -> Result<Vec<i64>> {
    let mut statement = db.prepare_cached(
        "SELECT officer FROM referral WHERE id = :referral
         UNION SELECT officer FROM referral_version WHERE referral = :referral
         UNION SELECT o.id FROM change c JOIN audit a ON a.seq = c.seq JOIN officer o ON o.uid = a.officer
           WHERE c.kind = 'referral' AND c.record = :referral AND c.field NOT IN ('state', 'changed_ms')
         UNION SELECT o.id FROM referral_item i JOIN change c ON c.kind = 'referral_item' AND c.record = i.id
           JOIN audit a ON a.seq = c.seq JOIN officer o ON o.uid = a.officer
           WHERE i.referral = :referral AND c.field <> 'is_retracted'",
    )?;
    let rows = statement.query_map(named_params! { ":referral": referral }, |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
