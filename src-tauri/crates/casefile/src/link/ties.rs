//! What of the texts of an account can be shared, and how it is stored.

use crate::Result;
use breakwater_model::indicator::HitField;
use breakwater_model::link::TieKind;
use breakwater_text::indicator::Hit;
use breakwater_text::link::{facts, tie, without_ties};
use breakwater_text::sketch::{BANDS, Shingles, Sketch};
use rusqlite::{Connection, named_params};
use std::collections::BTreeSet;

/// What one account can share.
#[derive(Debug, Default)]
pub(crate) struct Ties {
    pub values: BTreeSet<(TieKind, String)>,
    pub sketches: Vec<(i64, Sketch)>,
}

/// What a text with these hits can share. `place` is 0 for the profile text, else the row of the post.
pub(crate) fn ties(into: &mut Ties, field: HitField, place: i64, text: &str, hits: &[&Hit]) {
    into.values.extend(hits.iter().filter_map(|hit| tie(hit)));
    if field == HitField::DisplayName {
        return;
    }
    if let Some(sketch) = shingles(text, hits).sketch() {
        into.sketches.push((place, sketch));
    }
}

/// The runs of a text without the ways to reach somebody.
pub(super) fn shingles(text: &str, hits: &[&Hit]) -> Shingles {
    Shingles::of(&without_ties(text, hits))
}

/// Forgets what accounts in neighbouring rows share, first to last.
pub(crate) fn forget(db: &Connection, first: i64, last: i64) -> Result<()> {
    for sql in [
        "DELETE FROM tie WHERE account BETWEEN :first AND :last",
        "DELETE FROM text_sketch WHERE account BETWEEN :first AND :last",
    ] {
        db.prepare_cached(sql)?
            .execute(named_params! { ":first": first, ":last": last })?;
    }
    Ok(())
}

/// Stores what an account can share.
pub(crate) fn store(db: &Connection, account: i64, ties: &Ties) -> Result<()> {
    for (kind, value) in &ties.values {
        db.prepare_cached(
            "INSERT INTO tie (kind, value, account) VALUES (:kind, :value, :account)",
        )?
        .execute(named_params! {
            ":kind": facts(*kind).code, ":value": value, ":account": account,
        })?;
    }
    for (place, sketch) in &ties.sketches {
        db.prepare_cached(
            "INSERT INTO text_sketch (account, place, bands) VALUES (:account, :place, :bands)",
        )?
        .execute(named_params! {
            ":account": account, ":place": place, ":bands": bytes(sketch),
        })?;
    }
    Ok(())
}

fn bytes(sketch: &Sketch) -> Vec<u8> {
    sketch.iter().flat_map(|band| band.to_le_bytes()).collect()
}

/// The bands of stored bytes; `None` for any other number of bytes.
pub(super) fn bands(bytes: &[u8]) -> Option<Sketch> {
    let mut sketch = [0; BANDS];
    let (words, rest) = bytes.as_chunks::<4>();
    if words.len() != BANDS || !rest.is_empty() {
        return None;
    }
    for (band, word) in sketch.iter_mut().zip(words) {
        *band = u32::from_le_bytes(*word);
    }
    Some(sketch)
}
