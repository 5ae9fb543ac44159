//! Files taken in, each as one act.

use crate::writer::{Record, Writer};
use crate::{Error, Result};
use breakwater_model::import::{BatchView, ImportCounts};
use breakwater_model::{BatchId, Instant};
use rusqlite::{Connection, OptionalExtension, named_params};

/// The table.
pub const CREATE: &str = "
CREATE TABLE batch (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  seq INTEGER NOT NULL,      -- its audit entry
  kind TEXT NOT NULL DEFAULT 'accounts' CHECK (kind IN ('accounts', 'register', 'outcomes')),
  file_name TEXT NOT NULL,
  sha256 BLOB NOT NULL,
  encoding TEXT NOT NULL,
  delimiter TEXT NOT NULL,
  header TEXT NOT NULL,      -- JSON array of the columns as written
  extra_columns TEXT NOT NULL,  -- JSON array: those kept as they are, in their order
  read INTEGER NOT NULL DEFAULT 0,
  created INTEGER NOT NULL DEFAULT 0,
  updated INTEGER NOT NULL DEFAULT 0,
  unchanged INTEGER NOT NULL DEFAULT 0,
  merged INTEGER NOT NULL DEFAULT 0,
  rejected INTEGER NOT NULL DEFAULT 0,
  erased INTEGER NOT NULL DEFAULT 0,
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  is_undone INTEGER NOT NULL DEFAULT 0,
  CHECK (read = created + updated + unchanged + merged + rejected + erased)
) STRICT;
";

/// What is known of a file before its rows are written.
pub struct NewBatch<'a> {
    /// The file's name.
    pub file_name: &'a str,
    /// SHA-256 of its bytes.
    pub sha256: [u8; 32],
    /// Encoding read with.
    pub encoding: &'a str,
    /// Delimiter read with.
    pub delimiter: &'a str,
    /// Columns as written.
    pub header: &'a [String],
    /// Columns kept as they are.
    pub extra_columns: &'a [String],
}

/// The audit entry of a batch.
pub fn seq(db: &Connection, id: BatchId) -> Result<i64> {
    db.prepare_cached("SELECT seq FROM batch WHERE uid = :uid")?
        .query_row(named_params! { ":uid": id.bytes() }, |row| row.get(0))
        .optional()?
        .ok_or(Error::NotFound("import"))
}

/// True if a file of these bytes was taken in and that stands.
pub fn is_taken(db: &Connection, sha256: [u8; 32]) -> Result<bool> {
    Ok(db
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM batch WHERE sha256 = :sha256 AND is_undone = 0)",
        )?
        .query_row(named_params! { ":sha256": sha256 }, |row| row.get(0))?)
}

/// A window of the files taken in, newest first, and how many there are.
pub fn window(db: &Connection, offset: u32, limit: u32) -> Result<(Vec<BatchView>, u32)> {
    let total = db.query_row("SELECT count(*) FROM batch", [], |row| row.get(0))?;
    let mut statement = db.prepare_cached(
        "SELECT b.uid, b.kind, b.file_name, b.encoding, b.delimiter, b.at_ms, o.number, b.is_undone, b.seq,
           b.read, b.created, b.updated, b.unchanged, b.merged, b.rejected, b.erased
         FROM batch b JOIN officer o ON o.id = b.officer ORDER BY b.id DESC LIMIT :limit OFFSET :offset",
    )?;
    let rows = statement.query_map(named_params! { ":limit": limit, ":offset": offset }, read)?;
    Ok((rows.collect::<rusqlite::Result<_>>()?, total))
}

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<BatchView> {
    Ok(BatchView {
        batch: BatchId::from_bytes(row.get(0)?),
        is_register: row.get::<_, String>(1)? == "register",
        file_name: row.get(2)?,
        encoding: row.get(3)?,
        delimiter: row.get(4)?,
        at: Instant(row.get(5)?),
        officer: row.get(6)?,
        is_undone: row.get(7)?,
        entry: row.get(8)?,
        counts: ImportCounts {
            read: row.get(9)?,
            created: row.get(10)?,
            updated: row.get(11)?,
            unchanged: row.get(12)?,
            merged: row.get(13)?,
            rejected: row.get(14)?,
            erased: row.get(15)?,
        },
    })
}

/// A window of the accounts a batch made or changed that stand in the case, and how many there are.
pub fn accounts(db: &Connection, id: BatchId, offset: u32, limit: u32) -> Result<(Vec<i64>, u32)> {
    let seq = seq(db, id)?;
    let total = db
        .prepare_cached(
            "SELECT count(*) FROM account WHERE is_retracted = 0 AND erasure IS NULL
               AND id NOT IN (SELECT account FROM merge WHERE is_retracted = 0)
               AND id IN (SELECT account FROM change WHERE seq = :seq)",
        )?
        .query_row(named_params! { ":seq": seq }, |row| row.get(0))?;
    let mut statement = db.prepare_cached(
        "SELECT id FROM account WHERE is_retracted = 0 AND erasure IS NULL
               AND id NOT IN (SELECT account FROM merge WHERE is_retracted = 0)
           AND id IN (SELECT account FROM change WHERE seq = :seq)
         ORDER BY id LIMIT :limit OFFSET :offset",
    )?;
    let rows = statement.query_map(
        named_params! { ":seq": seq, ":limit": limit, ":offset": offset },
        |row| row.get(0),
    )?;
    Ok((rows.collect::<rusqlite::Result<_>>()?, total))
}

impl Writer<'_> {
    /// Makes a batch.
    pub fn add_batch(&mut self, id: BatchId, new: &NewBatch<'_>) -> Result<i64> {
        self.db().execute(
            "INSERT INTO batch (uid, seq, file_name, sha256, encoding, delimiter, header, extra_columns, officer, at_ms)
             VALUES (:uid, :seq, :file, :sha256, :encoding, :delimiter, :header, :extra, :officer, :at)",
            named_params! {
                ":uid": id.bytes(), ":seq": self.seq(), ":file": new.file_name, ":sha256": new.sha256,
                ":encoding": new.encoding, ":delimiter": new.delimiter,
                ":header": serde_json::to_string(new.header)?,
                ":extra": serde_json::to_string(new.extra_columns)?,
                ":officer": self.officer(), ":at": self.now().0,
            },
        )?;
        let row = self.db().last_insert_rowid();
        self.subject(id.uuid());
        self.made(Record {
            kind: "batch",
            row,
            account: None,
        })?;
        Ok(row)
    }

    /// Writes what became of the batch's rows; refused by the database unless they add up.
    pub fn count_batch(&mut self, row: i64, counts: &ImportCounts) -> Result<()> {
        self.db().execute(
            "UPDATE batch SET read = :read, created = :created, updated = :updated, unchanged = :unchanged,
               merged = :merged, rejected = :rejected, erased = :erased WHERE id = :id",
            named_params! {
                ":read": counts.read, ":created": counts.created, ":updated": counts.updated,
                ":unchanged": counts.unchanged, ":merged": counts.merged, ":rejected": counts.rejected,
                ":erased": counts.erased, ":id": row,
            },
        )?;
        Ok(())
    }

    /// Marks a batch as taken back.
    pub fn undo_batch(&mut self, seq: i64) -> Result<()> {
        let row: Option<i64> = self
            .db()
            .query_row(
                "SELECT id FROM batch WHERE seq = :seq",
                named_params! { ":seq": seq },
                |row| row.get(0),
            )
            .optional()?;
        if let Some(row) = row {
            self.db().execute(
                "UPDATE batch SET is_undone = 1 WHERE id = :id",
                named_params! { ":id": row },
            )?;
            self.changed(
                Record {
                    kind: "batch",
                    row,
                    account: None,
                },
                "is_undone",
                Some("0"),
                Some("1"),
            )?;
        }
        Ok(())
    }
}
