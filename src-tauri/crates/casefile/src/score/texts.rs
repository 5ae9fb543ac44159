//! The texts of accounts that are scored: the name shown, the profile text, the posts.
//!
//! What others wrote about the account (why it was flagged, notes) is not scored.

use crate::Result;
use breakwater_model::indicator::HitField;
use breakwater_model::{Instant, PostId};
use rusqlite::{Connection, named_params};

/// One text.
pub(super) struct Piece {
    pub field: HitField,
    pub post: Option<PostId>,
    /// 0 for the profile, else the row of the post.
    pub place: i64,
    pub text: String,
    /// As of when "tonight" is to be read: when it was posted, else last seen, else taken in.
    pub seen: Instant,
}

/// The texts of one account, in the order they are shown.
pub(super) struct Texts {
    pub account: i64,
    /// The number it is, where it is one.
    pub phone: Option<String>,
    pub pieces: Vec<Piece>,
}

/// The texts of accounts in neighbouring rows, first to last; a retracted account has none.
pub(super) fn between(db: &Connection, first: i64, last: i64) -> Result<Vec<Texts>> {
    let mut all = profiles(db, first, last)?;
    let mut statement = db.prepare_cached(
        "SELECT account, uid, text, coalesce(posted_ms, imported_ms), id FROM post
         WHERE account BETWEEN :first AND :last AND is_retracted = 0
         ORDER BY account, coalesce(posted_ms, imported_ms) DESC, id DESC",
    )?;
    let mut rows = statement.query(named_params! { ":first": first, ":last": last })?;
    while let Some(row) = rows.next()? {
        let account: i64 = row.get(0)?;
        let Ok(at) = all.binary_search_by_key(&account, |texts| texts.account) else {
            continue;
        };
        if let Some(texts) = all.get_mut(at) {
            texts.pieces.push(Piece {
                field: HitField::Post,
                post: Some(PostId::from_bytes(row.get(1)?)),
                place: row.get(4)?,
                text: row.get(2)?,
                seen: Instant(row.get(3)?),
            });
        }
    }
    Ok(all)
}

fn profiles(db: &Connection, first: i64, last: i64) -> Result<Vec<Texts>> {
    let mut statement = db.prepare_cached(
        "SELECT a.id, a.display_name, a.bio,
           CASE WHEN a.unit = 'phone' THEN (SELECT p.value FROM sighting s JOIN platform_id p ON p.id = s.platform_id
             WHERE s.account = a.id AND s.is_retracted = 0 AND p.value LIKE '+%' ORDER BY s.id DESC LIMIT 1) END,
           coalesce((SELECT max(seen_ms) FROM sighting s WHERE s.account = a.id AND s.is_retracted = 0
             AND s.is_assumed = 0), a.imported_ms)
         FROM account a WHERE a.id BETWEEN :first AND :last AND a.is_retracted = 0 ORDER BY a.id",
    )?;
    let mut rows = statement.query(named_params! { ":first": first, ":last": last })?;
    let mut all = Vec::new();
    while let Some(row) = rows.next()? {
        let seen = Instant(row.get(4)?);
        let mut pieces = Vec::new();
        for (field, at) in [(HitField::DisplayName, 1), (HitField::Bio, 2)] {
            if let Some(text) = row.get::<_, Option<String>>(at)? {
                pieces.push(Piece {
                    field,
                    post: None,
                    place: 0,
                    text,
                    seen,
                });
            }
        }
        all.push(Texts {
            account: row.get(0)?,
            phone: row.get(3)?,
            pieces,
        });
    }
    Ok(all)
}
