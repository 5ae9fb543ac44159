//! What the texts of accounts say, each with the time it was said: for prices, routes and terms over time.
//!
//! Invariant: accounts of victims, children and third parties are not heard, nor is what was merged into another record or
//! decided to need no action, nor a hit an officer answered No.

use super::answers::Answers;
use super::{Scoring, scored, texts};
use crate::{Reader, Result};
use breakwater_model::indicator::HitAnswer;
use breakwater_model::{AccountId, Instant};
use breakwater_text::indicator::Hit;
use rusqlite::{Connection, named_params};
use std::collections::HashMap;

/// Rows heard between two reports.
const STEP: i64 = 500;

/// An account that stands and offers something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heard {
    /// Row.
    pub row: i64,
    /// Id.
    pub id: AccountId,
    /// Every text with the time it was posted, else last seen, else taken in, and what stands in it.
    pub texts: Vec<(Instant, Vec<Hit>)>,
}

/// Hears every account once, in order. `going` hears how many of how many rows are done and says whether to go on.
///
/// # Errors
/// [`crate::Error::Cancelled`] if `going` says no.
pub fn every(
    reader: &Reader<'_>,
    scoring: &Scoring,
    going: &mut dyn FnMut(u64, u64) -> bool,
    each: &mut dyn FnMut(Heard),
) -> Result<()> {
    let db = reader.db();
    let last: i64 = db.query_row("SELECT coalesce(max(id), 0) FROM account", [], |row| {
        row.get(0)
    })?;
    let mut first = 1;
    while first <= last {
        if !going((first - 1).unsigned_abs(), last.unsigned_abs()) {
            return Err(crate::Error::Cancelled);
        }
        let end = (first + STEP - 1).min(last);
        hear(db, (first, end), scoring, each)?;
        first = end + 1;
    }
    Ok(())
}

fn hear(
    db: &Connection,
    (first, last): (i64, i64),
    scoring: &Scoring,
    each: &mut dyn FnMut(Heard),
) -> Result<()> {
    let heard = heard(db, first, last)?;
    let answers = Answers::between(db, first, last)?;
    for texts in texts::between(db, first, last)? {
        let Some(id) = heard.get(&texts.account) else {
            continue;
        };
        let scored = scored(&texts, &answers, scoring);
        if !scored.sum.minimum.has_offer {
            continue;
        }
        let mut by_text: Vec<(Instant, Vec<Hit>)> = texts
            .pieces
            .iter()
            .map(|piece| (piece.seen, Vec::new()))
            .collect();
        for placed in scored.placed {
            if answers.of(texts.account, &placed.hit) == Some(HitAnswer::No) {
                continue;
            }
            let at = texts
                .pieces
                .iter()
                .position(|piece| std::ptr::eq(piece, placed.piece));
            if let Some((_, hits)) = at.and_then(|at| by_text.get_mut(at)) {
                hits.push(placed.hit);
            }
        }
        each(Heard {
            row: texts.account,
            id: *id,
            texts: by_text,
        });
    }
    Ok(())
}

/// The accounts of these rows that are heard.
fn heard(db: &Connection, first: i64, last: i64) -> Result<HashMap<i64, AccountId>> {
    let mut statement = db.prepare_cached(
        "SELECT a.id, a.uid FROM account a JOIN account_state s ON s.account = a.id
         WHERE a.id BETWEEN :first AND :last AND a.is_retracted = 0
           AND s.role NOT IN ('victim', 'child', 'third-party') AND s.status <> 'no-action'
           AND a.id NOT IN (SELECT account FROM merge WHERE is_retracted = 0)",
    )?;
    let rows = statement.query_map(named_params! { ":first": first, ":last": last }, |row| {
        Ok((row.get(0)?, AccountId::from_bytes(row.get(1)?)))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
