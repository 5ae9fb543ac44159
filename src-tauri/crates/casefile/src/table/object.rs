//! Evidence objects: one age file under a random name each, and stops on them.
//! A stop is on the bytes, so it covers every exhibit that shares them.

use crate::writer::{Record, Writer};
use crate::{Error, Result};
use breakwater_model::Instant;
use rusqlite::{Connection, OptionalExtension, named_params};

/// The tables.
pub const CREATE: &str = "
CREATE TABLE object (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE, -- 32 random hex digits; where the file is
  sha256 BLOB NOT NULL UNIQUE CHECK (length(sha256) = 32),
  blake3 BLOB NOT NULL CHECK (length(blake3) = 32),
  size INTEGER NOT NULL,
  media_type TEXT NOT NULL,
  stored_ms INTEGER NOT NULL,
  words TEXT,                -- derived, for searching: the first of them, if it is a text; none of a stopped or erased one
  is_erased INTEGER NOT NULL DEFAULT 0  -- 1: the file is gone, and name and hashes say nothing
) STRICT;
CREATE TABLE stop (
  id INTEGER PRIMARY KEY,
  object INTEGER NOT NULL REFERENCES object (id),
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  released_by INTEGER REFERENCES officer (id),
  released_ms INTEGER,
  CHECK ((released_by IS NULL) = (released_ms IS NULL)),
  CHECK (released_by IS NULL OR released_by <> officer)  -- nobody releases what they set
) STRICT;
CREATE INDEX stop_by_object ON stop (object);
";

/// An object's columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Object {
    /// Row.
    pub row: i64,
    /// Name of its file.
    pub name: String,
    /// SHA-256 of the plaintext.
    pub sha256: [u8; 32],
    /// BLAKE3 of the plaintext.
    pub blake3: [u8; 32],
    /// Bytes of plaintext.
    pub size: u64,
    /// What the bytes are.
    pub media_type: String,
}

const COLUMNS: &str = "id, name, sha256, blake3, size, media_type";

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Object> {
    Ok(Object {
        row: row.get(0)?,
        name: row.get(1)?,
        sha256: row.get(2)?,
        blake3: row.get(3)?,
        size: u64::try_from(row.get::<_, i64>(4)?).unwrap_or(0),
        media_type: row.get(5)?,
    })
}

/// The object with these bytes.
pub fn by_hash(db: &Connection, sha256: &[u8; 32]) -> Result<Option<Object>> {
    Ok(db
        .prepare_cached(&format!(
            "SELECT {COLUMNS} FROM object WHERE sha256 = :sha256"
        ))?
        .query_row(named_params! { ":sha256": sha256 }, read)
        .optional()?)
}

/// The object in this row.
pub fn by_row(db: &Connection, row: i64) -> Result<Object> {
    Ok(db
        .prepare_cached(&format!("SELECT {COLUMNS} FROM object WHERE id = :id"))?
        .query_row(named_params! { ":id": row }, read)?)
}

/// Every object that was not erased.
pub fn all(db: &Connection) -> Result<Vec<Object>> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM object WHERE is_erased = 0 ORDER BY id"
    ))?;
    let rows = statement.query_map([], read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Who stopped an object and when, if it stands stopped.
pub fn stopped(db: &Connection, object: i64) -> Result<Option<(i64, i64, Instant)>> {
    Ok(db
        .prepare_cached(
            "SELECT id, officer, at_ms FROM stop WHERE object = :object AND released_ms IS NULL",
        )?
        .query_row(named_params! { ":object": object }, |row| {
            Ok((row.get(0)?, row.get(1)?, Instant(row.get(2)?)))
        })
        .optional()?)
}

impl Writer<'_> {
    /// Notes an object whose file is already durable.
    pub fn add_object(&mut self, object: &Object) -> Result<i64> {
        let size = i64::try_from(object.size)
            .map_err(|_| Error::Invalid("The file is too large.".into()))?;
        self.db()
            .prepare_cached(
                "INSERT INTO object (name, sha256, blake3, size, media_type, stored_ms)
                 VALUES (:name, :sha256, :blake3, :size, :media_type, :stored)",
            )?
            .execute(named_params! {
                ":name": object.name, ":sha256": object.sha256, ":blake3": object.blake3, ":size": size,
                ":media_type": object.media_type, ":stored": self.now().0,
            })?;
        let row = self.db().last_insert_rowid();
        self.made(Record {
            kind: "object",
            row,
            account: None,
        })?;
        Ok(row)
    }

    /// Puts a new file in the place of one that is gone or damaged; the bytes are the same.
    pub fn replace_object(&mut self, object: &Object, name: &str) -> Result<()> {
        self.db().execute(
            "UPDATE object SET name = :name WHERE id = :id",
            named_params! { ":name": name, ":id": object.row },
        )?;
        let record = Record {
            kind: "object",
            row: object.row,
            account: None,
        };
        self.changed(record, "name", Some(&object.name), Some(name))
    }

    /// Keeps the words of an object for searching, if none are kept yet. Made again from the bytes, so no change of facts.
    pub fn keep_words(&mut self, object: i64, words: Option<&str>) -> Result<()> {
        self.db()
            .prepare_cached(
                "UPDATE object SET words = :words WHERE id = :id AND words IS NULL AND :words IS NOT NULL",
            )?
            .execute(named_params! { ":id": object, ":words": words })?;
        Ok(())
    }

    /// Stops an object: thumbnails and words go in the same transaction, and the words from the index after it.
    pub fn stop_object(&mut self, object: i64) -> Result<()> {
        if stopped(self.db(), object)?.is_some() {
            return Ok(());
        }
        self.db().execute(
            "INSERT INTO stop (object, officer, at_ms) VALUES (:object, :officer, :at)",
            named_params! { ":object": object, ":officer": self.officer(), ":at": self.now().0 },
        )?;
        let row = self.db().last_insert_rowid();
        self.db().execute(
            "DELETE FROM thumbnail WHERE object = :object",
            named_params! { ":object": object },
        )?;
        self.db().execute(
            "UPDATE object SET words = NULL WHERE id = :object",
            named_params! { ":object": object },
        )?;
        for account in self.holders(object)? {
            self.made(Record {
                kind: "stop",
                row,
                account: Some(account),
            })?;
        }
        Ok(())
    }

    /// Releases a stop. Whoever set it is refused by the database too.
    pub fn release_object(&mut self, object: i64) -> Result<()> {
        let Some((row, set_by, _)) = stopped(self.db(), object)? else {
            return Ok(());
        };
        if set_by == self.officer() {
            return Err(Error::refused(
                "nobody-releases-what-they-set",
                "You set this stop; another supervisor must release it.",
            ));
        }
        self.db().execute(
            "UPDATE stop SET released_by = :officer, released_ms = :at WHERE id = :id",
            named_params! { ":officer": self.officer(), ":at": self.now().0, ":id": row },
        )?;
        self.changed(
            Record {
                kind: "stop",
                row,
                account: None,
            },
            "released_ms",
            None,
            Some(&self.now().to_string()),
        )?;
        for account in self.holders(object)? {
            self.touch(account);
        }
        Ok(())
    }

    /// Accounts that have an exhibit of an object.
    fn holders(&self, object: i64) -> Result<Vec<i64>> {
        let mut statement = self
            .db()
            .prepare_cached("SELECT DISTINCT account FROM exhibit WHERE object = :object")?;
        let accounts =
            statement.query_map(named_params! { ":object": object }, |row| row.get(0))?;
        Ok(accounts.collect::<rusqlite::Result<_>>()?)
    }
}
