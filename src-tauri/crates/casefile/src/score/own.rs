//! The unit's own lexicons and thresholds: facts of the case.

use super::scoring::BANDS;
use crate::writer::{Record, Writer};
use crate::{Error, Reader, Result};
use breakwater_model::Instant;
use breakwater_text::indicator::{Bands, Lexicon};
use rusqlite::named_params;
use uuid::Uuid;

/// A lexicon that an officer put in the place of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnLexicon {
    /// Its language.
    pub language: String,
    /// Its version.
    pub version: String,
    /// Number of the officer.
    pub officer: String,
    /// When.
    pub at: Instant,
}

/// Every lexicon officers put in, newest first.
pub fn own_lexicons(reader: &Reader<'_>) -> Result<Vec<OwnLexicon>> {
    let mut statement = reader.db().prepare_cached(
        "SELECT l.language, l.version, o.number, l.at_ms FROM lexicon l JOIN officer o ON o.id = l.officer
         WHERE l.is_retracted = 0 ORDER BY l.id DESC",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(OwnLexicon {
            language: row.get(0)?,
            version: row.get(1)?,
            officer: row.get(2)?,
            at: Instant(row.get(3)?),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

impl Writer<'_> {
    /// Puts a lexicon in the place of the one of its language. Earlier ones are kept.
    pub fn put_lexicon(&mut self, lexicon: &Lexicon) -> Result<()> {
        let id = Uuid::as_bytes(&self.uuid()).to_owned();
        self.db()
            .prepare_cached(
                "INSERT INTO lexicon (uid, language, version, text, officer, at_ms)
                 VALUES (:uid, :language, :version, :text, :officer, :at)",
            )?
            .execute(named_params! {
                ":uid": id, ":language": lexicon.language, ":version": lexicon.version,
                ":text": lexicon.write(), ":officer": self.officer(), ":at": self.now().0,
            })?;
        let record = of(self.db().last_insert_rowid());
        self.made(record)
    }

    /// Goes back to the lexicon that comes with the program. False if it already is that.
    pub fn drop_lexicons(&mut self, language: &str) -> Result<bool> {
        let rows: Vec<i64> = self
            .db()
            .prepare_cached(
                "SELECT id FROM lexicon WHERE language = :language AND is_retracted = 0",
            )?
            .query_map(named_params! { ":language": language }, |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        for row in &rows {
            self.retract(of(*row))?;
        }
        Ok(!rows.is_empty())
    }

    /// Sets the thresholds of the unit, in whole points.
    ///
    /// # Errors
    /// [`Error::Invalid`] unless 1 ≤ review < priority ≤ 200.
    pub fn set_bands(&mut self, bands: Bands) -> Result<()> {
        let fits = 1 <= bands.review && bands.review < bands.priority && bands.priority <= 200;
        if !fits {
            return Err(Error::Invalid(
                "Review must begin at 1 point or more, and priority above it, at 200 at most."
                    .into(),
            ));
        }
        self.set_fact(BANDS, &format!("{} {}", bands.review, bands.priority))
    }
}

const fn of(row: i64) -> Record {
    Record {
        kind: "lexicon",
        row,
        account: None,
    }
}

/// Language and version of every lexicon officers ever put in, also of those taken back.
pub fn own_versions(reader: &Reader<'_>) -> Result<Vec<(String, String)>> {
    let mut statement = reader
        .db()
        .prepare_cached("SELECT language, version FROM lexicon ORDER BY id")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
