//! Translations, always with who made them.

use super::{name_of, word};
use crate::Result;
use crate::writer::{Record, Writer};
use breakwater_model::account::{TranslationStatus, TranslationView};
use breakwater_model::{Instant, PostId, TranslationId};
use rusqlite::{Connection, named_params};

/// The table.
pub const CREATE: &str = "
CREATE TABLE translation (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES account (id),
  post INTEGER REFERENCES post (id),  -- NULL for the profile text
  text TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('gist', 'checked', 'certified')),
  made_by TEXT NOT NULL,
  note TEXT,                 -- what its maker says of it
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  is_retracted INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX translation_by_account ON translation (account);
";

/// In SQL, true for a translation `t` of a profile text that says something else by now: the first change of the text
/// after it was entered replaced other words than stand there today. A change that was taken back counts for nothing.
macro_rules! is_of_earlier_text {
    () => {
        "(t.post IS NULL AND coalesce((
  SELECT c.old IS NOT (SELECT w.bio FROM account w WHERE w.id = t.account) FROM change c
  WHERE c.kind = 'account' AND c.record = t.account AND c.field = 'bio' AND c.field <> '*' AND c.seq > (
    SELECT m.seq FROM change m WHERE m.account = t.account AND m.kind = 'translation' AND m.record = t.id AND m.field = '*')
  ORDER BY c.id LIMIT 1), 0))"
    };
}
pub(crate) use is_of_earlier_text;

/// Translations of an account, newest first, those of an earlier text among them.
pub fn of_account(db: &Connection, account: i64) -> Result<Vec<TranslationView>> {
    let mut statement = db.prepare_cached(concat!(
        "SELECT t.uid, p.uid, t.text, t.status, t.made_by, t.at_ms, o.number, t.note, ",
        is_of_earlier_text!(),
        " FROM translation t LEFT JOIN post p ON p.id = t.post JOIN officer o ON o.id = t.officer
         WHERE t.account = :account AND t.is_retracted = 0 ORDER BY t.id DESC",
    ))?;
    let rows = statement.query_map(named_params! { ":account": account }, |row| {
        Ok(TranslationView {
            id: TranslationId::from_bytes(row.get(0)?),
            post: row.get::<_, Option<[u8; 16]>>(1)?.map(PostId::from_bytes),
            text: row.get(2)?,
            status: word(row, 3)?,
            by: row.get(4)?,
            at: Instant(row.get(5)?),
            officer: row.get(6)?,
            note: row.get(7)?,
            is_of_earlier_text: row.get(8)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Translations of one text of an account as it stands, newest first.
pub fn of_text(db: &Connection, account: i64, post: Option<i64>) -> Result<Vec<TranslationView>> {
    let id = post.map(|row| super::post::id(db, row)).transpose()?;
    let mut all = of_account(db, account)?;
    all.retain(|one| one.post == id && !one.is_of_earlier_text);
    Ok(all)
}

/// A translation to be written.
#[derive(Debug, Clone, Copy)]
pub struct NewTranslation<'a> {
    /// The post; `None` for the profile text.
    pub post: Option<i64>,
    /// The words.
    pub text: &'a str,
    /// How far it was checked.
    pub status: TranslationStatus,
    /// Who or what made it.
    pub by: &'a str,
    /// What its maker says of it.
    pub note: Option<&'a str>,
}

impl Writer<'_> {
    /// Adds a translation.
    pub fn add_translation(
        &mut self,
        account: i64,
        new: &NewTranslation<'_>,
    ) -> Result<TranslationId> {
        let id = TranslationId::from_uuid(self.uuid());
        self.db()
            .prepare_cached(
                "INSERT INTO translation (uid, account, post, text, status, made_by, note, officer, at_ms)
                 VALUES (:uid, :account, :post, :text, :status, :by, :note, :officer, :at)",
            )?
            .execute(named_params! {
                ":uid": id.bytes(), ":account": account, ":post": new.post, ":text": new.text,
                ":status": name_of(&new.status), ":by": new.by, ":note": new.note, ":officer": self.officer(),
                ":at": self.now().0,
            })?;
        let row = self.db().last_insert_rowid();
        self.subject(id.uuid());
        self.made(Record {
            kind: "translation",
            row,
            account: Some(account),
        })?;
        Ok(id)
    }
}
