//! Officers' notes.

use crate::Result;
use crate::writer::{Record, Writer};
use breakwater_model::account::NoteView;
use breakwater_model::{Instant, NoteId};
use rusqlite::{Connection, named_params};

/// The table.
pub const CREATE: &str = "
CREATE TABLE note (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES account (id),
  text TEXT NOT NULL,
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  batch INTEGER REFERENCES batch (id),  -- a note that came in a file
  is_retracted INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX note_by_account ON note (account);
";

/// Notes of an account, newest first.
pub fn of_account(db: &Connection, account: i64) -> Result<Vec<NoteView>> {
    let mut statement = db.prepare_cached(
        "SELECT n.uid, n.text, o.number, n.at_ms FROM note n JOIN officer o ON o.id = n.officer
         WHERE n.account = :account AND n.is_retracted = 0 ORDER BY n.id DESC",
    )?;
    let rows = statement.query_map(named_params! { ":account": account }, |row| {
        Ok(NoteView {
            id: NoteId::from_bytes(row.get(0)?),
            text: row.get(1)?,
            officer: row.get(2)?,
            at: Instant(row.get(3)?),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Gives the row of the account and the text of every note to `each`, until it answers false.
pub fn each(db: &Connection, each: &mut dyn FnMut(i64, &str) -> bool) -> Result<()> {
    let mut statement =
        db.prepare_cached("SELECT account, text FROM note WHERE is_retracted = 0 ORDER BY id")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        if !each(row.get(0)?, row.get_ref(1)?.as_str().unwrap_or_default()) {
            break;
        }
    }
    Ok(())
}

/// True if the account has a note with these words.
pub fn is_known(db: &Connection, account: i64, text: &str) -> Result<bool> {
    Ok(db
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM note WHERE account IN (SELECT :account UNION ALL SELECT account FROM merge WHERE into_account = :account AND is_retracted = 0) AND text = :text AND is_retracted = 0)")?
        .query_row(named_params! { ":account": account, ":text": text }, |row| row.get(0))?)
}

impl Writer<'_> {
    /// Adds a note.
    pub fn add_note(&mut self, account: i64, text: &str, batch: Option<i64>) -> Result<NoteId> {
        let id = NoteId::from_uuid(self.uuid());
        self.db()
            .prepare_cached(
                "INSERT INTO note (uid, account, text, officer, at_ms, batch)
                 VALUES (:uid, :account, :text, :officer, :at, :batch)",
            )?
            .execute(named_params! {
                ":uid": id.bytes(), ":account": account, ":text": text, ":officer": self.officer(),
                ":at": self.now().0, ":batch": batch,
            })?;
        let row = self.db().last_insert_rowid();
        self.made(Record {
            kind: "note",
            row,
            account: Some(account),
        })?;
        Ok(id)
    }
}
