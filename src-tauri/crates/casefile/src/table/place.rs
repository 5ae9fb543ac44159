//! This officer's own screen state and unsent drafts: kept through lock and
//! crash, never facts, never audited.

use crate::Result;
use breakwater_model::Instant;
use breakwater_model::assessment::AssessmentDraft;
use rusqlite::{Connection, OptionalExtension, named_params};

/// The tables.
pub const CREATE: &str = "
CREATE TABLE place (
  officer INTEGER NOT NULL REFERENCES officer (id),
  key TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (officer, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE assessment_draft (
  officer INTEGER NOT NULL REFERENCES officer (id),
  account INTEGER NOT NULL REFERENCES account (id),
  value TEXT NOT NULL,       -- JSON
  at_ms INTEGER NOT NULL,
  PRIMARY KEY (officer, account)
) STRICT, WITHOUT ROWID;
CREATE TABLE seen (
  officer INTEGER NOT NULL REFERENCES officer (id),
  account INTEGER NOT NULL REFERENCES account (id),
  at_ms INTEGER NOT NULL,
  PRIMARY KEY (officer, account)
) STRICT, WITHOUT ROWID;
";

/// The value under `key`.
pub fn get(db: &Connection, officer: i64, key: &str) -> Result<Option<String>> {
    Ok(db
        .prepare_cached("SELECT value FROM place WHERE officer = :officer AND key = :key")?
        .query_row(named_params! { ":officer": officer, ":key": key }, |row| {
            row.get(0)
        })
        .optional()?)
}

/// Keys that begin so, with their values, in order.
pub fn beginning(db: &Connection, officer: i64, begin: &str) -> Result<Vec<(String, String)>> {
    let mut statement = db.prepare_cached(
        "SELECT key, value FROM place
         WHERE officer = :officer AND substr(key, 1, length(:begin)) = :begin ORDER BY key",
    )?;
    let rows = statement.query_map(
        named_params! { ":officer": officer, ":begin": begin },
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Accounts this officer has opened.
pub(crate) fn seen(db: &Connection, officer: i64) -> Result<Vec<i64>> {
    let mut statement = db.prepare_cached("SELECT account FROM seen WHERE officer = :officer")?;
    let rows = statement.query_map(named_params! { ":officer": officer }, |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What this officer typed about an account.
pub fn draft(db: &Connection, officer: i64, account: i64) -> Result<AssessmentDraft> {
    let text: Option<String> = db
        .prepare_cached(
            "SELECT value FROM assessment_draft WHERE officer = :officer AND account = :account",
        )?
        .query_row(
            named_params! { ":officer": officer, ":account": account },
            |row| row.get(0),
        )
        .optional()?;
    Ok(text
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default())
}

/// The third door: screen state of one officer.
pub struct Placer<'a> {
    pub(crate) db: &'a Connection,
    pub(crate) officer: i64,
    pub(crate) now: Instant,
}

impl Placer<'_> {
    /// Keeps a value.
    pub fn put(&self, key: &str, value: &str) -> Result<()> {
        self.db
            .prepare_cached(
                "INSERT INTO place (officer, key, value) VALUES (:officer, :key, :value)
                 ON CONFLICT (officer, key) DO UPDATE SET value = excluded.value",
            )?
            .execute(named_params! { ":officer": self.officer, ":key": key, ":value": value })?;
        Ok(())
    }

    /// Forgets a value.
    pub fn forget(&self, key: &str) -> Result<()> {
        self.db
            .prepare_cached("DELETE FROM place WHERE officer = :officer AND key = :key")?
            .execute(named_params! { ":officer": self.officer, ":key": key })?;
        Ok(())
    }

    /// Keeps what was typed about an account; an empty draft is forgotten.
    pub fn put_draft(&self, account: i64, draft: &AssessmentDraft) -> Result<()> {
        if *draft == AssessmentDraft::default() {
            self.db
                .prepare_cached(
                    "DELETE FROM assessment_draft WHERE officer = :officer AND account = :account",
                )?
                .execute(named_params! { ":officer": self.officer, ":account": account })?;
            return Ok(());
        }
        self.db
            .prepare_cached(
                "INSERT INTO assessment_draft (officer, account, value, at_ms)
                 VALUES (:officer, :account, :value, :at)
                 ON CONFLICT (officer, account) DO UPDATE SET value = excluded.value, at_ms = excluded.at_ms",
            )?
            .execute(named_params! {
                ":officer": self.officer, ":account": account, ":value": serde_json::to_string(draft)?,
                ":at": self.now.0,
            })?;
        Ok(())
    }

    /// Marks an account as seen by this officer.
    pub fn mark_seen(&self, account: i64) -> Result<()> {
        self.db
            .prepare_cached(
                "INSERT INTO seen (officer, account, at_ms) VALUES (:officer, :account, :at)
                 ON CONFLICT (officer, account) DO UPDATE SET at_ms = excluded.at_ms",
            )?
            .execute(
                named_params! { ":officer": self.officer, ":account": account, ":at": self.now.0 },
            )?;
        Ok(())
    }
}
