//! The audit chain: append-only, in the same transaction as the change it tells of.
//!
//! `leaf` = SHA-256(0x00 ‖ RFC 8785 JSON of the entry); `chain` = SHA-256(0x01 ‖ previous ‖ leaf).
//! Erasable words (reasons, recipients, purposes, search text) stand in `audit_text`;
//! the leaf holds SHA-256(salt ‖ text).

use crate::layout::hex;
use crate::{Error, Result};
use breakwater_model::{CaseId, OfficerId, SetId, audit::Operation};
use rusqlite::{Connection, OptionalExtension, named_params};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Tables of the audit log. Updates and deletions are refused by the database itself.
pub const CREATE: &str = "
CREATE TABLE audit (
  seq INTEGER PRIMARY KEY,
  at_ms INTEGER NOT NULL,
  officer BLOB NOT NULL,
  device TEXT NOT NULL,
  operation TEXT NOT NULL CHECK (operation IN
    ('collection', 'alteration', 'consultation', 'disclosure', 'combination', 'erasure')),
  action TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  subjects TEXT NOT NULL,  -- JSON array of ids; empty for a bulk act, whose records the set names
  set_uid BLOB NOT NULL UNIQUE,
  fields TEXT NOT NULL,    -- JSON array of the names of changed fields, never values
  texts TEXT NOT NULL,     -- JSON object: name to SHA-256(salt, text)
  salt BLOB NOT NULL CHECK (length(salt) = 16),
  leaf BLOB NOT NULL CHECK (length(leaf) = 32),
  chain BLOB NOT NULL CHECK (length(chain) = 32)
) STRICT;
CREATE TRIGGER audit_is_never_updated BEFORE UPDATE ON audit
  BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
  BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END;
CREATE INDEX audit_cut_back ON audit (seq) WHERE action = 'log-cut-back';
CREATE TABLE audit_text (
  seq INTEGER NOT NULL REFERENCES audit (seq),
  name TEXT NOT NULL,
  text TEXT,               -- NULL once erased
  PRIMARY KEY (seq, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE audit_checkpoint (
  seq INTEGER PRIMARY KEY REFERENCES audit (seq),
  root BLOB NOT NULL,      -- RFC 6962 tree head over the leaves up to seq
  frontier BLOB NOT NULL,  -- the roots of the perfect subtrees, largest first
  at_ms INTEGER NOT NULL,
  officer BLOB NOT NULL,
  head TEXT NOT NULL       -- the signed text, as audit.head holds it
) STRICT;
";

/// Version of the leaf's form.
pub const VERSION: u32 = 1;

/// An entry as the leaf sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its number, from 1.
    pub seq: i64,
    /// When it was recorded, milliseconds UTC.
    pub at_ms: i64,
    /// Who.
    pub officer: OfficerId,
    /// On which device.
    pub device: String,
    /// Which of the six operations.
    pub operation: String,
    /// What was done, as a code.
    pub action: String,
    /// What kind of records it is about.
    pub subject_kind: String,
    /// Their ids; empty for a bulk act.
    pub subjects: Vec<String>,
    /// The set of its changes.
    pub set: SetId,
    /// Names of changed fields.
    pub fields: Vec<String>,
    /// Name to SHA-256(salt ‖ text), hex.
    pub texts: BTreeMap<String, String>,
    /// Keeps guessable words from being guessed.
    pub salt: [u8; 16],
}

#[derive(Serialize)]
struct Leaf<'a> {
    v: u32,
    seq: i64,
    at: i64,
    officer: String,
    device: &'a str,
    operation: &'a str,
    action: &'a str,
    subject_kind: &'a str,
    subjects: &'a [String],
    set: String,
    fields: &'a [String],
    texts: &'a BTreeMap<String, String>,
    salt: String,
}

impl Entry {
    /// SHA-256(0x00 ‖ RFC 8785 JSON of the entry).
    pub fn leaf(&self) -> Result<[u8; 32]> {
        let body = serde_json_canonicalizer::to_vec(&Leaf {
            v: VERSION,
            seq: self.seq,
            at: self.at_ms,
            officer: self.officer.to_string(),
            device: &self.device,
            operation: &self.operation,
            action: &self.action,
            subject_kind: &self.subject_kind,
            subjects: &self.subjects,
            set: self.set.to_string(),
            fields: &self.fields,
            texts: &self.texts,
            salt: hex(&self.salt),
        })
        .map_err(|error| Error::Internal(format!("an audit entry cannot be written: {error}")))?;
        Ok(Sha256::new()
            .chain_update([0])
            .chain_update(body)
            .finalize()
            .into())
    }
}

/// SHA-256(0x01 ‖ previous ‖ leaf).
pub fn link(previous: &[u8; 32], leaf: &[u8; 32]) -> [u8; 32] {
    Sha256::new()
        .chain_update([1])
        .chain_update(previous)
        .chain_update(leaf)
        .finalize()
        .into()
}

/// What the first entry is linked to: the case itself, so that chains cannot be moved between cases.
pub fn genesis(case_id: CaseId) -> [u8; 32] {
    Sha256::new()
        .chain_update(b"breakwater audit 1")
        .chain_update(case_id.bytes())
        .finalize()
        .into()
}

/// SHA-256(salt ‖ text), hex.
pub fn seal_text(salt: &[u8; 16], text: &str) -> String {
    hex(&Sha256::new()
        .chain_update(salt)
        .chain_update(text.as_bytes())
        .finalize())
}

/// The number and chain of the last entry.
pub fn last(connection: &Connection, case_id: CaseId) -> Result<(i64, [u8; 32])> {
    let row = connection
        .prepare_cached("SELECT seq, chain FROM audit ORDER BY seq DESC LIMIT 1")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    Ok(row.unwrap_or_else(|| (0, genesis(case_id))))
}

/// Appends an entry with its erasable words and gives its chain value.
pub fn append(
    connection: &Connection,
    previous: &[u8; 32],
    entry: &Entry,
    words: &BTreeMap<String, String>,
) -> Result<[u8; 32]> {
    let leaf = entry.leaf()?;
    let chain = link(previous, &leaf);
    connection
        .prepare_cached(
            "INSERT INTO audit (seq, at_ms, officer, device, operation, action, subject_kind, subjects,
               set_uid, fields, texts, salt, leaf, chain)
             VALUES (:seq, :at, :officer, :device, :operation, :action, :subject_kind, :subjects,
               :set_uid, :fields, :texts, :salt, :leaf, :chain)",
        )?
        .execute(named_params! {
            ":seq": entry.seq, ":at": entry.at_ms, ":officer": entry.officer.bytes(),
            ":device": entry.device, ":operation": entry.operation, ":action": entry.action,
            ":subject_kind": entry.subject_kind, ":subjects": serde_json::to_string(&entry.subjects)?,
            ":set_uid": entry.set.bytes(), ":fields": serde_json::to_string(&entry.fields)?,
            ":texts": serde_json::to_string(&entry.texts)?, ":salt": entry.salt,
            ":leaf": leaf, ":chain": chain,
        })?;
    for (name, text) in words {
        connection
            .prepare_cached("INSERT INTO audit_text (seq, name, text) VALUES (:seq, :name, :text)")?
            .execute(named_params! { ":seq": entry.seq, ":name": name, ":text": text })?;
    }
    Ok(chain)
}

/// An entry as stored, with what the store says its leaf and chain are.
#[derive(Debug, Clone)]
pub struct Stored {
    /// The entry.
    pub entry: Entry,
    /// The stored leaf.
    pub leaf: [u8; 32],
    /// The stored chain value.
    pub chain: [u8; 32],
}

/// Columns of [`read`], in order.
pub const COLUMNS: &str = "seq, at_ms, officer, device, operation, action, subject_kind, subjects, set_uid, fields, texts, salt, leaf, chain";

/// Reads a row of [`COLUMNS`].
pub fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Stored> {
    let json = |at: usize| -> rusqlite::Result<serde_json::Value> {
        let text: String = row.get(at)?;
        serde_json::from_str(&text).map_err(|error| {
            rusqlite::Error::FromSqlConversionFailure(
                at,
                rusqlite::types::Type::Text,
                Box::new(error),
            )
        })
    };
    let list = |at: usize| -> rusqlite::Result<Vec<String>> {
        Ok(serde_json::from_value(json(at)?).unwrap_or_else(|_| vec!["unreadable".into()]))
    };
    Ok(Stored {
        entry: Entry {
            seq: row.get(0)?,
            at_ms: row.get(1)?,
            officer: OfficerId::from_bytes(row.get(2)?),
            device: row.get(3)?,
            operation: row.get(4)?,
            action: row.get(5)?,
            subject_kind: row.get(6)?,
            subjects: list(7)?,
            set: SetId::from_bytes(row.get(8)?),
            fields: list(9)?,
            texts: serde_json::from_value(json(10)?).unwrap_or_default(),
            salt: row.get(11)?,
        },
        leaf: row.get(12)?,
        chain: row.get(13)?,
    })
}

/// What was done: one of the six operations, a code, the kind of records, and the erasable words.
#[derive(Debug, Clone)]
pub struct Action {
    /// Which operation.
    pub operation: Operation,
    /// The code.
    pub code: &'static str,
    /// What kind of records it is about.
    pub subject_kind: &'static str,
    /// Ids known beforehand.
    pub subjects: Vec<uuid::Uuid>,
    /// Reasons, recipients, purposes, search text, by name.
    pub words: BTreeMap<String, String>,
}

impl Action {
    /// An action on records that are still to be named.
    pub fn new(operation: Operation, code: &'static str, subject_kind: &'static str) -> Self {
        Self {
            operation,
            code,
            subject_kind,
            subjects: Vec::new(),
            words: BTreeMap::new(),
        }
    }

    /// Names a record.
    #[must_use]
    pub fn on(mut self, subject: uuid::Uuid) -> Self {
        self.subjects.push(subject);
        self
    }

    /// Adds erasable words; empty ones are left out.
    #[must_use]
    pub fn word(mut self, name: &str, text: &str) -> Self {
        if !text.is_empty() {
            self.words.insert(name.to_owned(), text.to_owned());
        }
        self
    }
}
