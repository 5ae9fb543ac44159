//! Arrests and convictions that an officer has linked with accounts: dated, with a reference and the source that said so.
//!
//! Invariant: one arrest or conviction is one row, however many accounts it is linked with.

use super::{name_of, precision, word, world};
use crate::retract::of_account;
use crate::writer::{Record, Writer};
use crate::{Error, Result};
use breakwater_model::further::{JusticeFactView, JusticeKind};
use breakwater_model::{AccountId, Instant, JusticeFactId, WorldTime};
use rusqlite::{Connection, OptionalExtension, named_params};

/// The tables.
pub const CREATE: &str = "
CREATE TABLE justice_fact (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('arrest', 'conviction')),
  happened_ms INTEGER NOT NULL,
  happened_precision TEXT NOT NULL,
  happened_raw TEXT,
  happened_zone TEXT,
  reference TEXT NOT NULL,   -- of the force or the court
  source TEXT NOT NULL,      -- who or what said so
  words TEXT,
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  is_retracted INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE justice_fact_account (
  id INTEGER PRIMARY KEY,
  fact INTEGER NOT NULL REFERENCES justice_fact (id),
  account INTEGER NOT NULL REFERENCES account (id),
  is_retracted INTEGER NOT NULL DEFAULT 0,
  UNIQUE (fact, account)
) STRICT;
CREATE INDEX justice_fact_by_account ON justice_fact_account (account);
";

/// An arrest or a conviction to be written.
pub struct NewJusticeFact<'a> {
    /// Which.
    pub kind: JusticeKind,
    /// When it happened.
    pub happened: &'a WorldTime,
    /// Reference of the force or the court.
    pub reference: &'a str,
    /// Who or what said so.
    pub source: &'a str,
    /// In a few words.
    pub words: Option<&'a str>,
}

/// One that stands, with the accounts it is linked with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JusticeFact {
    /// As the window sees it.
    pub view: JusticeFactView,
    /// When it was entered.
    pub recorded: Instant,
}

/// Every one that stands, the newest first.
pub fn standing(db: &Connection) -> Result<Vec<JusticeFact>> {
    let mut statement = db.prepare_cached(
        "SELECT f.id, f.uid, f.kind, f.happened_ms, f.happened_precision, f.happened_raw, f.happened_zone, f.reference,
           f.source, f.words, o.name, f.at_ms
         FROM justice_fact f JOIN officer o ON o.id = f.officer
         WHERE f.is_retracted = 0 ORDER BY f.happened_ms DESC, f.id DESC",
    )?;
    let rows = statement.query_map([], |row| {
        let happened = world(row, 3)?.unwrap_or_else(|| WorldTime::exact(Instant(0)));
        Ok((
            row.get::<_, i64>(0)?,
            JusticeFactView {
                id: JusticeFactId::from_bytes(row.get(1)?),
                kind: word(row, 2)?,
                happened,
                reference: row.get(7)?,
                source: row.get(8)?,
                words: row.get(9)?,
                accounts: Vec::new(),
                officer: row.get(10)?,
            },
            Instant(row.get(11)?),
        ))
    })?;
    let found: Vec<(i64, JusticeFactView, Instant)> = rows.collect::<rusqlite::Result<_>>()?;
    let mut all = Vec::with_capacity(found.len());
    for (row, mut view, recorded) in found {
        view.accounts = accounts(db, row)?;
        all.push(JusticeFact { view, recorded });
    }
    Ok(all)
}

/// The accounts of one, as they stand: a merged record is the one it was merged into.
fn accounts(db: &Connection, fact: i64) -> Result<Vec<AccountId>> {
    let mut statement = db.prepare_cached(
        "SELECT DISTINCT a.uid FROM justice_fact_account l
         LEFT JOIN merge m ON m.account = l.account AND m.is_retracted = 0
         JOIN account a ON a.id = coalesce(m.into_account, l.account)
         WHERE l.fact = :fact AND l.is_retracted = 0 AND a.is_retracted = 0 ORDER BY a.id",
    )?;
    let rows = statement.query_map(named_params! { ":fact": fact }, |row| {
        Ok(AccountId::from_bytes(row.get(0)?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

impl Writer<'_> {
    /// Enters an arrest or a conviction, linked with accounts by their rows.
    pub fn add_justice_fact(
        &mut self,
        new: &NewJusticeFact<'_>,
        accounts: &[i64],
    ) -> Result<JusticeFactId> {
        let id = JusticeFactId::from_uuid(self.uuid());
        self.db().execute(
            "INSERT INTO justice_fact (uid, kind, happened_ms, happened_precision, happened_raw, happened_zone, reference,
               source, words, officer, at_ms)
             VALUES (:uid, :kind, :ms, :precision, :raw, :zone, :reference, :source, :words, :officer, :at)",
            named_params! {
                ":uid": id.bytes(), ":kind": name_of(&new.kind), ":ms": new.happened.at.0,
                ":precision": precision(new.happened.precision), ":raw": new.happened.raw, ":zone": new.happened.zone,
                ":reference": new.reference, ":source": new.source, ":words": new.words,
                ":officer": self.officer(), ":at": self.now().0,
            },
        )?;
        let row = self.db().last_insert_rowid();
        self.subject(id.uuid());
        self.made(Record {
            kind: "justice_fact",
            row,
            account: None,
        })?;
        for account in accounts {
            self.db()
                .prepare_cached(
                    "INSERT INTO justice_fact_account (fact, account) VALUES (:fact, :account)",
                )?
                .execute(named_params! { ":fact": row, ":account": account })?;
            let link = self.db().last_insert_rowid();
            self.made(of_account("justice_fact_account", link, *account))?;
        }
        Ok(id)
    }

    /// Takes an arrest or a conviction back.
    ///
    /// # Errors
    /// It does not stand.
    pub fn take_back_justice_fact(&mut self, id: JusticeFactId) -> Result<()> {
        let row: i64 = self
            .db()
            .prepare_cached("SELECT id FROM justice_fact WHERE uid = :uid AND is_retracted = 0")?
            .query_row(named_params! { ":uid": id.bytes() }, |row| row.get(0))
            .optional()?
            .ok_or(Error::NotFound("arrest or conviction"))?;
        let links: Vec<(i64, i64)> = self
            .db()
            .prepare_cached("SELECT id, account FROM justice_fact_account WHERE fact = :fact")?
            .query_map(named_params! { ":fact": row }, |row| {
                Ok((row.get(0)?, row.get(1)?))
            })?
            .collect::<rusqlite::Result<_>>()?;
        self.retract(Record {
            kind: "justice_fact",
            row,
            account: None,
        })?;
        for (link, account) in links {
            self.retract(of_account("justice_fact_account", link, account))?;
        }
        Ok(())
    }
}
