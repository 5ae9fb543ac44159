//! Texts that wait for a reader of a language: profile texts and posts without a checked translation.
//!
//! A post is in its own language, or where none is known in its account's.

use crate::table::translation::is_of_earlier_text;
use crate::table::word;
use crate::{Reader, Result};
use breakwater_model::platform::Unit;
use breakwater_model::{AccountId, PostId};
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, named_params};
use std::rc::Rc;

/// Which text of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Which {
    /// The profile text of an account.
    Profile(AccountId),
    /// A post.
    Post(PostId),
}

/// A text as it waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// Row of the account.
    pub account: i64,
    /// Which text.
    pub which: Which,
    /// What it is: account, page, group of a profile text, or post, story, live, advert.
    pub unit: Unit,
    /// The original words.
    pub text: String,
    /// True if a reader of this language has said that they cannot read it.
    pub is_unreadable: bool,
}

const WAITING: &str = concat!(
    "
SELECT a.id, a.uid, NULL AS post, a.unit, a.bio, 0 AS place, EXISTS (SELECT 1 FROM cannot_read r
    WHERE r.account = a.id AND r.post IS NULL AND r.language = :language AND r.is_retracted = 0
      AND NOT EXISTS (SELECT 1 FROM change c WHERE c.kind = 'account' AND c.record = a.id AND c.field = 'bio'
        AND c.field <> '*' AND c.seq > r.seq))
  FROM account a
  WHERE a.id IN rarray(:wanted) AND a.is_retracted = 0 AND a.language = :language AND trim(coalesce(a.bio, '')) <> ''
    AND NOT EXISTS (SELECT 1 FROM translation t WHERE t.account = a.id AND t.post IS NULL AND t.is_retracted = 0
      AND t.status IN ('checked', 'certified') AND NOT ",
    is_of_earlier_text!(),
    ")
UNION ALL
SELECT a.id, a.uid, p.uid, p.unit, p.text, p.id, EXISTS (SELECT 1 FROM cannot_read r
    WHERE r.account = a.id AND r.post = p.id AND r.language = :language AND r.is_retracted = 0)
  FROM post p JOIN account a ON a.id = p.account
  WHERE p.account IN rarray(:wanted) AND p.is_retracted = 0 AND a.is_retracted = 0
    AND coalesce(p.language, a.language) = :language AND trim(p.text) <> ''
    AND NOT EXISTS (SELECT 1 FROM translation t WHERE t.account = a.id AND t.post = p.id AND t.is_retracted = 0
      AND t.status IN ('checked', 'certified'))
ORDER BY 1, 6"
);

/// Gives the texts of these accounts that wait for a reader of a language, account by account as they came in: the
/// profile text, then posts.
pub fn waiting(
    reader: &Reader<'_>,
    wanted: &[i64],
    language: &str,
    each: &mut dyn FnMut(Waiting) -> Result<()>,
) -> Result<()> {
    let wanted = Rc::new(wanted.iter().copied().map(Value::from).collect::<Vec<_>>());
    let mut statement = reader.db().prepare_cached(WAITING)?;
    let mut rows = statement.query(named_params! { ":wanted": wanted, ":language": language })?;
    while let Some(row) = rows.next()? {
        let post: Option<[u8; 16]> = row.get(2)?;
        each(Waiting {
            account: row.get(0)?,
            which: match post {
                Some(post) => Which::Post(PostId::from_bytes(post)),
                None => Which::Profile(AccountId::from_bytes(row.get(1)?)),
            },
            unit: word(row, 3)?,
            text: row.get(4)?,
            is_unreadable: row.get(6)?,
        })?;
    }
    Ok(())
}

/// A text as it stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Original {
    /// Row of the account.
    pub account: i64,
    /// Row of the post; `None` for the profile text.
    pub post: Option<i64>,
    /// What the account is called.
    pub label: String,
    /// The words.
    pub text: String,
    /// Language code, if known.
    pub language: Option<String>,
}

const PROFILE: &str = "SELECT a.id, NULL, s.label, coalesce(a.bio, ''), a.language
  FROM account a JOIN account_state s ON s.account = a.id WHERE a.uid = :uid AND a.is_retracted = 0";
const POST: &str = "SELECT a.id, p.id, s.label, p.text, coalesce(p.language, a.language)
  FROM post p JOIN account a ON a.id = p.account JOIN account_state s ON s.account = a.id
  WHERE p.uid = :uid AND p.is_retracted = 0 AND a.is_retracted = 0";

/// The text of this name; `None` where the case has none.
pub fn original(reader: &Reader<'_>, which: Which) -> Result<Option<Original>> {
    let (sql, uid) = match which {
        Which::Profile(id) => (PROFILE, id.bytes()),
        Which::Post(id) => (POST, id.bytes()),
    };
    Ok(reader
        .db()
        .prepare_cached(sql)?
        .query_row(named_params! { ":uid": uid }, |row| {
            Ok(Original {
                account: row.get(0)?,
                post: row.get(1)?,
                label: row.get(2)?,
                text: row.get(3)?,
                language: row.get(4)?,
            })
        })
        .optional()?)
}
