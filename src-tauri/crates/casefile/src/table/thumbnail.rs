//! Thumbnails: derived from objects, rebuilt at will, gone at once when an object is stopped.

use crate::Result;
use rusqlite::{Connection, OptionalExtension, named_params};

/// The table.
pub const CREATE: &str = "
CREATE TABLE thumbnail (
  object INTEGER PRIMARY KEY REFERENCES object (id),
  media_type TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  bytes BLOB NOT NULL        -- empty where the object cannot be shown small
) STRICT;
";

/// A small re-encoded picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thumbnail {
    /// Its type.
    pub media_type: String,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
    /// The picture; empty where there is none.
    pub bytes: Vec<u8>,
}

/// The thumbnail of an object.
pub fn of_object(db: &Connection, object: i64) -> Result<Option<Thumbnail>> {
    Ok(db
        .prepare_cached(
            "SELECT media_type, width, height, bytes FROM thumbnail WHERE object = :object",
        )?
        .query_row(named_params! { ":object": object }, |row| {
            Ok(Thumbnail {
                media_type: row.get(0)?,
                width: row.get(1)?,
                height: row.get(2)?,
                bytes: row.get(3)?,
            })
        })
        .optional()?)
}

/// The second door: rows that can be made again from facts.
pub struct Deriver<'a> {
    pub(crate) db: &'a Connection,
}

impl Deriver<'_> {
    /// Keeps a thumbnail, unless the object has been stopped meanwhile.
    pub fn put_thumbnail(&self, object: i64, thumbnail: &Thumbnail) -> Result<()> {
        self.db
            .prepare_cached(
                "INSERT OR REPLACE INTO thumbnail (object, media_type, width, height, bytes)
                 SELECT :object, :media_type, :width, :height, :bytes
                 WHERE NOT EXISTS (SELECT 1 FROM stop WHERE object = :object AND released_ms IS NULL)",
            )?
            .execute(named_params! {
                ":object": object, ":media_type": thumbnail.media_type, ":width": thumbnail.width,
                ":height": thumbnail.height, ":bytes": thumbnail.bytes,
            })?;
        Ok(())
    }
}
