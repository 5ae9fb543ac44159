//! Posts, stories and lives, each belonging to an account.

use super::{merge, name_of, precision, word, world};
use crate::Result;
use crate::register::Seen;
use crate::writer::{Record, Writer};
use breakwater_model::platform::Unit;
use breakwater_model::{Instant, PostId, WorldTime};
use rusqlite::{Connection, OptionalExtension, named_params};

/// The table.
pub const CREATE: &str = "
CREATE TABLE post (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES account (id),
  unit TEXT NOT NULL,
  text TEXT NOT NULL,
  language TEXT,
  url TEXT,                  -- as it stood in the source
  canonical_url TEXT,
  key TEXT,                  -- canonical key, for matching
  posted_ms INTEGER,
  posted_precision TEXT,
  posted_raw TEXT,
  posted_zone TEXT,
  imported_ms INTEGER NOT NULL,
  batch INTEGER REFERENCES batch (id),
  is_retracted INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX post_by_account ON post (account);
CREATE INDEX post_by_key ON post (key) WHERE key IS NOT NULL;
";

/// A post's columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// Id.
    pub id: PostId,
    /// Unit.
    pub unit: Unit,
    /// Words.
    pub text: String,
    /// Language code.
    pub language: Option<String>,
    /// Address as written.
    pub url: Option<String>,
    /// Canonical address.
    pub canonical_url: Option<String>,
    /// Canonical key.
    pub key: Option<String>,
    /// When posted.
    pub posted: Option<WorldTime>,
    /// When it came in.
    pub imported_at: Instant,
}

/// Posts of an account, newest first.
pub fn of_account(db: &Connection, account: i64) -> Result<Vec<Post>> {
    let mut statement = db.prepare_cached(
        "SELECT uid, unit, text, language, url, canonical_url, key, posted_ms, posted_precision, posted_raw,
           posted_zone, imported_ms
         FROM post WHERE account = :account AND is_retracted = 0
         ORDER BY coalesce(posted_ms, imported_ms) DESC, id DESC",
    )?;
    let rows = statement.query_map(named_params! { ":account": account }, |row| {
        Ok(Post {
            id: PostId::from_bytes(row.get(0)?),
            unit: word(row, 1)?,
            text: row.get(2)?,
            language: row.get(3)?,
            url: row.get(4)?,
            canonical_url: row.get(5)?,
            key: row.get(6)?,
            posted: world(row, 7)?,
            imported_at: Instant(row.get(11)?),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The row of a post of this account.
pub fn row(db: &Connection, account: i64, id: PostId) -> Result<i64> {
    db.prepare_cached(
        "SELECT id FROM post WHERE uid = :uid AND account = :account AND is_retracted = 0",
    )?
    .query_row(
        named_params! { ":uid": id.bytes(), ":account": account },
        |row| row.get(0),
    )
    .optional()?
    .ok_or(crate::Error::NotFound("post"))
}

/// The id of a post's row.
pub fn id(db: &Connection, row: i64) -> Result<PostId> {
    Ok(db
        .prepare_cached("SELECT uid FROM post WHERE id = :id")?
        .query_row(named_params! { ":id": row }, |row| {
            row.get(0).map(PostId::from_bytes)
        })?)
}

/// The account that has the post of this key.
pub fn holder_of_key(db: &Connection, key: &str) -> Result<Option<i64>> {
    let found = db
        .prepare_cached(
            "SELECT p.account FROM post p JOIN account a ON a.id = p.account
             WHERE p.key = :key AND p.is_retracted = 0 AND a.is_retracted = 0 ORDER BY p.id LIMIT 1",
        )?
        .query_row(named_params! { ":key": key }, |row| row.get(0))
        .optional()?;
    found.map(|account| merge::target(db, account)).transpose()
}

/// True if the account already has this post: by key, or by the same words where there is no key.
pub fn is_known(db: &Connection, account: i64, key: Option<&str>, text: &str) -> Result<bool> {
    Ok(db
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM post WHERE account IN (SELECT :account UNION ALL SELECT account FROM merge WHERE into_account = :account AND is_retracted = 0)
               AND is_retracted = 0
               AND ((:key IS NOT NULL AND key = :key AND text = :text) OR (:key IS NULL AND key IS NULL AND text = :text)))",
        )?
        .query_row(named_params! { ":account": account, ":key": key, ":text": text }, |row| row.get(0))?)
}

impl Writer<'_> {
    /// Adds a post.
    pub fn add_post(&mut self, account: i64, post: &Post, batch: Option<i64>) -> Result<()> {
        let posted = post.posted.as_ref();
        self.db()
            .prepare_cached(
                "INSERT INTO post (uid, account, unit, text, language, url, canonical_url, key, posted_ms,
                   posted_precision, posted_raw, posted_zone, imported_ms, batch)
                 VALUES (:uid, :account, :unit, :text, :language, :url, :canonical, :key, :posted,
                   :precision, :raw, :zone, :imported, :batch)",
            )?
            .execute(named_params! {
                ":uid": post.id.bytes(), ":account": account, ":unit": name_of(&post.unit), ":text": post.text,
                ":language": post.language, ":url": post.url, ":canonical": post.canonical_url, ":key": post.key,
                ":posted": posted.map(|t| t.at.0), ":precision": posted.map(|t| precision(t.precision)),
                ":raw": posted.and_then(|t| t.raw.as_deref()), ":zone": posted.and_then(|t| t.zone.as_deref()),
                ":imported": self.now().0, ":batch": batch,
            })?;
        let row = self.db().last_insert_rowid();
        self.made(Record {
            kind: "post",
            row,
            account: Some(account),
        })?;
        let key = post.key.as_deref();
        self.meet(
            account,
            &Seen {
                post: key,
                ..Seen::default()
            },
        )
    }
}
