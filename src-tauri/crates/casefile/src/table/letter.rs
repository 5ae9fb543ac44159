//! Letters to a platform about an item that was sent: the text of each version, the outputs sealed for the one that was
//! approved, and the approval that signs both.
//!
//! Invariant: a version is never changed. An approval names one version, counts only while it is the last and its
//! signature verifies against the approver's own key.

use super::approval::{Sealed, sealed_of};
use super::{name_of, word};
use crate::writer::{Record, Writer};
use crate::{Error, Result};
use breakwater_model::letter::LetterKind;
use breakwater_model::referral::ReferralFormat;
use breakwater_model::{Instant, LetterId};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

/// The tables.
pub const CREATE: &str = "
CREATE TABLE letter (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  item INTEGER NOT NULL REFERENCES referral_item (id),
  account INTEGER NOT NULL REFERENCES account (id),
  kind TEXT NOT NULL CHECK (kind IN ('withdrawal', 'correction')),
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  is_retracted INTEGER NOT NULL DEFAULT 0  -- 1: prepared by mistake and discarded
) STRICT;
CREATE INDEX letter_by_item ON letter (item);
CREATE TABLE letter_version (
  id INTEGER PRIMARY KEY,
  letter INTEGER NOT NULL REFERENCES letter (id),
  number INTEGER NOT NULL,   -- each writing of the text is one
  json TEXT NOT NULL,        -- RFC 8785: subject, text, whom it is about
  sha256 BLOB NOT NULL CHECK (length(sha256) = 32),
  marking TEXT NOT NULL,
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  is_erased INTEGER NOT NULL DEFAULT 0,  -- 1: its account was erased, and its words in json are blank
  UNIQUE (letter, number)
) STRICT;
CREATE TABLE letter_output (
  version INTEGER NOT NULL REFERENCES letter_version (id),
  format TEXT NOT NULL,
  object INTEGER NOT NULL REFERENCES object (id),
  pages INTEGER,
  PRIMARY KEY (version, format)
) STRICT, WITHOUT ROWID;
CREATE TABLE letter_approval (
  version INTEGER PRIMARY KEY REFERENCES letter_version (id),
  officer INTEGER NOT NULL REFERENCES officer (id),
  manifest TEXT NOT NULL,    -- RFC 8785: the hashes of the version and of every sealed output
  signature TEXT NOT NULL,   -- SSHSIG over the manifest, namespace breakwater-letter-v1
  at_ms INTEGER NOT NULL
) STRICT;
CREATE TABLE letter_return (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  version INTEGER NOT NULL REFERENCES letter_version (id),
  officer INTEGER NOT NULL REFERENCES officer (id),
  reason TEXT NOT NULL,
  at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX letter_return_by_version ON letter_return (version);
";

/// A letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Row.
    pub row: i64,
    /// Its id.
    pub id: LetterId,
    /// Row of the item.
    pub item: i64,
    /// Row of the item's account.
    pub account: i64,
    /// Row of the referral.
    pub referral: i64,
    /// What it does.
    pub kind: LetterKind,
}

/// A writing of its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterVersion {
    /// Row.
    pub row: i64,
    /// Which, from 1.
    pub number: u32,
    /// What is frozen, RFC 8785.
    pub json: String,
    /// SHA-256 of it.
    pub sha256: [u8; 32],
    /// The marking it bears.
    pub marking: String,
    /// When it was written.
    pub at: Instant,
}

/// A signed approval.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterApproval {
    /// Row of the approver.
    pub officer: i64,
    /// What was signed.
    pub manifest: String,
    /// The signature, PEM.
    pub signature: String,
    /// When.
    pub at: Instant,
}

const SELECT: &str = "SELECT l.id, l.uid, l.item, l.account, i.referral, l.kind
  FROM letter l JOIN referral_item i ON i.id = l.item AND l.is_retracted = 0";

fn read(row: &Row<'_>) -> rusqlite::Result<Letter> {
    Ok(Letter {
        row: row.get(0)?,
        id: LetterId::from_bytes(row.get(1)?),
        item: row.get(2)?,
        account: row.get(3)?,
        referral: row.get(4)?,
        kind: word(row, 5)?,
    })
}

/// Every letter, oldest first.
pub fn all(db: &Connection) -> Result<Vec<Letter>> {
    let mut statement = db.prepare_cached(&format!("{SELECT} ORDER BY l.id"))?;
    let rows = statement.query_map([], read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// That a letter `l` stands and was not sent.
pub(crate) const IS_UNSENT: &str =
    "l.is_retracted = 0 AND NOT EXISTS (SELECT 1 FROM event e WHERE e.item = l.item AND e.kind = 'letter-sent'
    AND e.is_retracted = 0 AND replace(e.detail ->> '$.letter', '-', '') = lower(hex(l.uid)))";

/// Letters that were not sent yet, oldest first; none about an account that was erased.
pub fn unsent(db: &Connection) -> Result<Vec<Letter>> {
    let mut statement = db.prepare_cached(&format!(
        "{SELECT} WHERE EXISTS (SELECT 1 FROM account a WHERE a.id = l.account AND a.erasure IS NULL)
           AND {IS_UNSENT} ORDER BY l.id"
    ))?;
    let rows = statement.query_map([], read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The one with this id.
///
/// # Errors
/// There is none.
pub fn by_id(db: &Connection, id: LetterId) -> Result<Letter> {
    db.prepare_cached(&format!("{SELECT} WHERE l.uid = :uid"))?
        .query_row(named_params! { ":uid": id.bytes() }, read)
        .optional()?
        .ok_or(Error::NotFound("letter"))
}

/// The last writing of its text.
///
/// # Errors
/// There is none.
pub fn last_version(db: &Connection, letter: i64) -> Result<LetterVersion> {
    db.prepare_cached(
        "SELECT id, number, json, sha256, marking, at_ms FROM letter_version
         WHERE letter = :letter ORDER BY number DESC LIMIT 1",
    )?
    .query_row(named_params! { ":letter": letter }, |row| {
        Ok(LetterVersion {
            row: row.get(0)?,
            number: row.get(1)?,
            json: row.get(2)?,
            sha256: row.get(3)?,
            marking: row.get(4)?,
            at: Instant(row.get(5)?),
        })
    })
    .optional()?
    .ok_or(Error::NotFound("text of the letter"))
}

/// Rows of whoever wrote a version of it: none of them approves it.
pub fn drafters(db: &Connection, letter: i64) -> Result<Vec<i64>> {
    let mut statement = db.prepare_cached(
        "SELECT DISTINCT officer FROM letter_version WHERE letter = :letter ORDER BY officer",
    )?;
    let rows = statement.query_map(named_params! { ":letter": letter }, |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The outputs sealed for a version, by format.
pub fn outputs(db: &Connection, version: i64) -> Result<Vec<Sealed>> {
    let mut statement = db.prepare_cached(
        "SELECT s.format, s.object, o.sha256, s.pages FROM letter_output s JOIN object o ON o.id = s.object
         WHERE s.version = :version ORDER BY s.format",
    )?;
    let rows = statement.query_map(named_params! { ":version": version }, sealed_of)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The approval of a version.
pub fn approval(db: &Connection, version: i64) -> Result<Option<LetterApproval>> {
    Ok(db
        .prepare_cached(
            "SELECT officer, manifest, signature, at_ms FROM letter_approval WHERE version = :version",
        )?
        .query_row(named_params! { ":version": version }, |row| {
            Ok(LetterApproval {
                officer: row.get(0)?,
                manifest: row.get(1)?,
                signature: row.get(2)?,
                at: Instant(row.get(3)?),
            })
        })
        .optional()?)
}

/// Why a version came back, by whom and when.
pub fn returned(db: &Connection, version: i64) -> Result<Option<(i64, String, Instant)>> {
    Ok(db
        .prepare_cached(
            "SELECT officer, reason, at_ms FROM letter_return WHERE version = :version ORDER BY id DESC LIMIT 1",
        )?
        .query_row(named_params! { ":version": version }, |row| {
            Ok((row.get(0)?, row.get(1)?, Instant(row.get(2)?)))
        })
        .optional()?)
}

/// Rows of items that were withdrawn since an instant and have no letter, each with its referral and account, the one
/// withdrawn longest ago first.
pub fn without(db: &Connection, since: Instant) -> Result<Vec<(i64, i64, i64)>> {
    let mut statement = db.prepare_cached(
        "SELECT i.id, i.referral, i.account FROM event e JOIN referral_item i ON i.id = e.item
           JOIN referral r ON r.id = i.referral JOIN account a ON a.id = i.account AND a.erasure IS NULL
         WHERE e.kind = 'withdrawn' AND e.is_retracted = 0 AND i.is_retracted = 0 AND r.is_retracted = 0
           AND e.happened_ms >= :since
           AND NOT EXISTS (SELECT 1 FROM letter l WHERE l.item = i.id AND l.kind = 'withdrawal' AND l.is_retracted = 0)
         GROUP BY i.id ORDER BY max(e.happened_ms)",
    )?;
    let rows = statement.query_map(named_params! { ":since": since.0 }, |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

impl Writer<'_> {
    /// Makes a letter on an item; its text is added as its first version.
    pub fn add_letter(
        &mut self,
        id: LetterId,
        (item, account): (i64, i64),
        kind: LetterKind,
    ) -> Result<i64> {
        self.db().execute(
            "INSERT INTO letter (uid, item, account, kind, officer, at_ms)
             VALUES (:uid, :item, :account, :kind, :officer, :at)",
            named_params! {
                ":uid": id.bytes(), ":item": item, ":account": account, ":kind": name_of(&kind),
                ":officer": self.officer(), ":at": self.now().0,
            },
        )?;
        let row = self.db().last_insert_rowid();
        self.made(Record {
            kind: "letter",
            row,
            account: Some(account),
        })?;
        Ok(row)
    }

    /// Discards a letter. False if it already was.
    pub fn discard_letter(&mut self, letter: &Letter) -> Result<bool> {
        self.retract(crate::retract::of_account(
            "letter",
            letter.row,
            letter.account,
        ))
    }

    /// Keeps a writing of its text, by whoever is here.
    pub fn add_letter_version(
        &mut self,
        letter: i64,
        (json, sha256): (&str, &[u8; 32]),
        marking: &str,
    ) -> Result<()> {
        self.db().execute(
            "INSERT INTO letter_version (letter, number, json, sha256, marking, officer, at_ms)
             VALUES (:letter, (SELECT coalesce(max(number), 0) + 1 FROM letter_version WHERE letter = :letter),
               :json, :sha256, :marking, :officer, :at)",
            named_params! {
                ":letter": letter, ":json": json, ":sha256": sha256, ":marking": marking,
                ":officer": self.officer(), ":at": self.now().0,
            },
        )?;
        let row = self.db().last_insert_rowid();
        self.made(beside("letter_version", row))
    }

    /// Notes a sealed output whose object is durable.
    pub fn add_letter_output(
        &mut self,
        version: i64,
        format: ReferralFormat,
        object: i64,
        pages: Option<u32>,
    ) -> Result<()> {
        self.db().execute(
            "INSERT INTO letter_output (version, format, object, pages) VALUES (:version, :format, :object, :pages)",
            named_params! {
                ":version": version, ":format": name_of(&format), ":object": object, ":pages": pages,
            },
        )?;
        self.made(beside("letter_output", version))
    }

    /// Notes why a version was returned.
    pub fn add_letter_return(&mut self, version: i64, reason: &str) -> Result<()> {
        let uid = self.uuid();
        self.db().execute(
            "INSERT INTO letter_return (uid, version, officer, reason, at_ms)
             VALUES (:uid, :version, :officer, :reason, :at)",
            named_params! {
                ":uid": uid.as_bytes(), ":version": version, ":officer": self.officer(),
                ":reason": reason, ":at": self.now().0,
            },
        )?;
        let row = self.db().last_insert_rowid();
        self.made(beside("letter_return", row))
    }

    /// Adds a signed approval.
    pub fn add_letter_approval(
        &mut self,
        version: i64,
        manifest: &str,
        signature: &str,
    ) -> Result<()> {
        self.db().execute(
            "INSERT INTO letter_approval (version, officer, manifest, signature, at_ms)
             VALUES (:version, :officer, :manifest, :signature, :at)",
            named_params! {
                ":version": version, ":officer": self.officer(), ":manifest": manifest,
                ":signature": signature, ":at": self.now().0,
            },
        )?;
        self.made(beside("letter_approval", version))
    }
}

const fn beside(kind: &'static str, row: i64) -> Record {
    Record {
        kind,
        row,
        account: None,
    }
}
