//! What was published: what was said, where, when, cleared by whom, the frozen figure it rests on, and what was corrected.
//!
//! Invariant: nothing here is ever changed or taken away; a correction is a further row with its date.

use super::{precision, world};
use crate::writer::{Record, Writer};
use crate::{Error, Result};
use breakwater_model::published::{CorrectionView, PublishedView};
use breakwater_model::{Instant, PublishedId, WorldTime};
use rusqlite::{Connection, OptionalExtension, named_params};

/// The tables.
pub const CREATE: &str = "
CREATE TABLE published_figure (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  said TEXT NOT NULL,        -- the words as they stand in the publication
  place TEXT NOT NULL,       -- where
  cleared_by TEXT NOT NULL,
  happened_ms INTEGER NOT NULL,  -- when it was published
  happened_precision TEXT NOT NULL,
  happened_raw TEXT,
  happened_zone TEXT,
  figure INTEGER NOT NULL REFERENCES frozen_figure (id),  -- what it rests on
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL
) STRICT;
CREATE TABLE published_correction (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  published INTEGER NOT NULL REFERENCES published_figure (id),
  words TEXT NOT NULL,       -- what is right, and why it was not said so
  happened_ms INTEGER NOT NULL,  -- when it was corrected in public
  happened_precision TEXT NOT NULL,
  happened_raw TEXT,
  happened_zone TEXT,
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL
) STRICT;
";

/// Words that were published.
pub struct NewPublished<'a> {
    /// As they stand there.
    pub said: &'a str,
    /// Where.
    pub place: &'a str,
    /// Who cleared them.
    pub cleared_by: &'a str,
    /// When.
    pub happened: &'a WorldTime,
    /// Name of the frozen figure.
    pub figure: &'a str,
}

/// All of them, the newest first, each with its corrections in the order they were made.
pub fn all(db: &Connection) -> Result<Vec<PublishedView>> {
    let mut statement = db.prepare_cached(
        "SELECT p.id, p.uid, p.said, p.place, p.cleared_by, p.happened_ms, p.happened_precision, p.happened_raw,
           p.happened_zone, f.name, o.name, p.at_ms
         FROM published_figure p JOIN frozen_figure f ON f.id = p.figure JOIN officer o ON o.id = p.officer
         ORDER BY p.happened_ms DESC, p.id DESC",
    )?;
    let rows = statement.query_map([], |row| {
        Ok((
            row.get::<_, i64>(0)?,
            PublishedView {
                id: PublishedId::from_bytes(row.get(1)?),
                said: row.get(2)?,
                place: row.get(3)?,
                cleared_by: row.get(4)?,
                at: world(row, 5)?.unwrap_or_else(|| WorldTime::exact(Instant(0))),
                figure: row.get(9)?,
                officer: row.get(10)?,
                recorded: Instant(row.get(11)?),
                corrections: Vec::new(),
                rederived: None,
            },
        ))
    })?;
    let found: Vec<(i64, PublishedView)> = rows.collect::<rusqlite::Result<_>>()?;
    let mut views = Vec::with_capacity(found.len());
    for (row, mut view) in found {
        view.corrections = corrections(db, row)?;
        views.push(view);
    }
    Ok(views)
}

fn corrections(db: &Connection, published: i64) -> Result<Vec<CorrectionView>> {
    let mut statement = db.prepare_cached(
        "SELECT c.words, c.happened_ms, c.happened_precision, c.happened_raw, c.happened_zone, o.name, c.at_ms
         FROM published_correction c JOIN officer o ON o.id = c.officer WHERE c.published = :published ORDER BY c.id",
    )?;
    let rows = statement.query_map(named_params! { ":published": published }, |row| {
        Ok(CorrectionView {
            words: row.get(0)?,
            at: world(row, 1)?.unwrap_or_else(|| WorldTime::exact(Instant(0))),
            officer: row.get(5)?,
            recorded: Instant(row.get(6)?),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

impl Writer<'_> {
    /// Keeps what was published.
    ///
    /// # Errors
    /// No figure was frozen under that name.
    pub fn add_published(&mut self, new: &NewPublished<'_>) -> Result<PublishedId> {
        let figure: i64 = self
            .db()
            .prepare_cached("SELECT id FROM frozen_figure WHERE name = :name")?
            .query_row(named_params! { ":name": new.figure }, |row| row.get(0))
            .optional()?
            .ok_or(Error::NotFound("frozen figure"))?;
        let id = PublishedId::from_uuid(self.uuid());
        self.db().execute(
            "INSERT INTO published_figure (uid, said, place, cleared_by, happened_ms, happened_precision, happened_raw,
               happened_zone, figure, officer, at_ms)
             VALUES (:uid, :said, :place, :cleared, :ms, :precision, :raw, :zone, :figure, :officer, :at)",
            named_params! {
                ":uid": id.bytes(), ":said": new.said, ":place": new.place, ":cleared": new.cleared_by,
                ":ms": new.happened.at.0, ":precision": precision(new.happened.precision), ":raw": new.happened.raw,
                ":zone": new.happened.zone, ":figure": figure, ":officer": self.officer(), ":at": self.now().0,
            },
        )?;
        let row = self.db().last_insert_rowid();
        self.subject(id.uuid());
        self.made(Record {
            kind: "published_figure",
            row,
            account: None,
        })?;
        Ok(id)
    }

    /// Adds a correction to what was published.
    ///
    /// # Errors
    /// Nothing was published under that id.
    pub fn add_correction(
        &mut self,
        published: PublishedId,
        words: &str,
        happened: &WorldTime,
    ) -> Result<()> {
        let row: i64 = self
            .db()
            .prepare_cached("SELECT id FROM published_figure WHERE uid = :uid")?
            .query_row(named_params! { ":uid": published.bytes() }, |row| {
                row.get(0)
            })
            .optional()?
            .ok_or(Error::NotFound("published figure"))?;
        let id = self.uuid();
        self.db().execute(
            "INSERT INTO published_correction (uid, published, words, happened_ms, happened_precision, happened_raw,
               happened_zone, officer, at_ms)
             VALUES (:uid, :published, :words, :ms, :precision, :raw, :zone, :officer, :at)",
            named_params! {
                ":uid": id.as_bytes(), ":published": row, ":words": words, ":ms": happened.at.0,
                ":precision": precision(happened.precision), ":raw": happened.raw, ":zone": happened.zone,
                ":officer": self.officer(), ":at": self.now().0,
            },
        )?;
        let made = self.db().last_insert_rowid();
        self.subject(published.uuid());
        self.made(Record {
            kind: "published_correction",
            row: made,
            account: None,
        })
    }
}
