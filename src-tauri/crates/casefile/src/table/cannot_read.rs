//! That a reader of a language could not read a text: an answer, kept with who gave it.
//!
//! It stands for the words as they were then. Once the profile text changes, nobody has been asked about it.

use crate::Result;
use crate::writer::{Record, Writer};
use breakwater_model::account::CannotReadView;
use breakwater_model::{CannotReadId, Instant, PostId};
use breakwater_text::language;
use rusqlite::{Connection, named_params};

/// The table.
pub const CREATE: &str = "
CREATE TABLE cannot_read (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES account (id),
  post INTEGER REFERENCES post (id),  -- NULL for the profile text
  language TEXT NOT NULL,    -- whose reader could not read it
  said_by TEXT NOT NULL,
  note TEXT,
  seq INTEGER NOT NULL,      -- its audit entry; it stands until the words change after it
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  is_retracted INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX cannot_read_by_account ON cannot_read (account);
";

/// What standing answers of an account say, newest first.
pub fn of_account(db: &Connection, account: i64) -> Result<Vec<CannotReadView>> {
    let mut statement = db.prepare_cached(
        "SELECT r.uid, p.uid, r.language, r.said_by, r.note, r.at_ms, o.number
         FROM cannot_read r LEFT JOIN post p ON p.id = r.post JOIN officer o ON o.id = r.officer
         WHERE r.account = :account AND r.is_retracted = 0 AND (r.post IS NOT NULL OR NOT EXISTS
           (SELECT 1 FROM change c WHERE c.kind = 'account' AND c.record = r.account AND c.field = 'bio'
              AND c.field <> '*' AND c.seq > r.seq))
         ORDER BY r.id DESC",
    )?;
    let rows = statement.query_map(named_params! { ":account": account }, |row| {
        let code: String = row.get(2)?;
        Ok(CannotReadView {
            id: CannotReadId::from_bytes(row.get(0)?),
            post: row.get::<_, Option<[u8; 16]>>(1)?.map(PostId::from_bytes),
            language_name: language::name(&code).unwrap_or(&code).to_owned(),
            language: code,
            by: row.get(3)?,
            note: row.get(4)?,
            at: Instant(row.get(5)?),
            officer: row.get(6)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Standing answers on one text of an account, newest first.
pub fn of_text(db: &Connection, account: i64, post: Option<i64>) -> Result<Vec<CannotReadView>> {
    let id = post.map(|row| super::post::id(db, row)).transpose()?;
    let mut all = of_account(db, account)?;
    all.retain(|one| one.post == id);
    Ok(all)
}

impl Writer<'_> {
    /// Keeps that a reader of `language` could not read the profile text of an account, or one of its posts.
    pub fn add_cannot_read(
        &mut self,
        account: i64,
        post: Option<i64>,
        language: &str,
        (by, note): (&str, Option<&str>),
    ) -> Result<CannotReadId> {
        let id = CannotReadId::from_uuid(self.uuid());
        self.db()
            .prepare_cached(
                "INSERT INTO cannot_read (uid, account, post, language, said_by, note, seq, officer, at_ms)
                 VALUES (:uid, :account, :post, :language, :by, :note, :seq, :officer, :at)",
            )?
            .execute(named_params! {
                ":uid": id.bytes(), ":account": account, ":post": post, ":language": language, ":by": by,
                ":note": note, ":seq": self.seq(), ":officer": self.officer(), ":at": self.now().0,
            })?;
        let row = self.db().last_insert_rowid();
        self.subject(id.uuid());
        self.made(Record {
            kind: "cannot_read",
            row,
            account: Some(account),
        })?;
        Ok(id)
    }
}
