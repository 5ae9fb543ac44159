//! Why an account is here: the indicators of its texts, their sum and its band.
//!
//! Invariant: `score` says what the texts, the answers and the lexicons of the
//! case give. It is worked out in the write that changed a text or an answer;
//! after a change of lexicons or thresholds everything is worked out again,
//! step by step, through the second door. An account without a hit has no row.

mod anew;
mod answers;
pub mod heard;
mod keep;
mod own;
mod scoring;
mod texts;

pub(crate) use anew::begin;
pub use anew::{Moved, Moves};
pub(crate) use keep::{Pending, work_out_runs};
pub use own::{OwnLexicon, own_lexicons, own_versions};
pub use scoring::{Lexicons, Scoring};

use crate::{Reader, Result};
use answers::Answers;
use breakwater_model::Instant;
use breakwater_model::indicator::{Band, IndicatorView, SumView};
use breakwater_text::indicator::{Category, Hit, Sum, find, sum};
use rusqlite::Connection;
use texts::{Piece, Texts};

/// The derived table, what was worked out with, and the facts it rests on beside the texts.
pub const CREATE: &str = "
CREATE TABLE score (
  account INTEGER PRIMARY KEY REFERENCES account (id),
  halves INTEGER NOT NULL,   -- the sum, in half points
  band TEXT NOT NULL CHECK (band IN ('low', 'review', 'priority')),
  reasons TEXT NOT NULL,     -- JSON array of the words a list shows, those with most points first
  due_ms INTEGER             -- the earliest time the texts name, as of when they were seen
) STRICT;
CREATE TABLE score_pass (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  scoring TEXT NOT NULL,     -- the lexicons and thresholds everything up to there was worked out with
  upto INTEGER               -- NULL once it is everything
) STRICT;
CREATE TABLE hit_answer (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES account (id),
  category TEXT NOT NULL,
  quote TEXT NOT NULL,       -- these words of this account, wherever they stand in its texts
  answer TEXT NOT NULL CHECK (answer IN ('yes', 'no', 'unsure')),
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  is_retracted INTEGER NOT NULL DEFAULT 0,
  UNIQUE (account, category, quote)
) STRICT;
CREATE TABLE lexicon (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  language TEXT NOT NULL,    -- the newest that stands takes the place of the one that comes with the program
  version TEXT NOT NULL,
  text TEXT NOT NULL,        -- CSV, as it is exported
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  is_retracted INTEGER NOT NULL DEFAULT 0
) STRICT;
";

/// A hit and the text it stands in.
struct Placed<'a> {
    piece: &'a Piece,
    hit: Hit,
}

/// What the texts of one account come to.
struct Scored<'a> {
    placed: Vec<Placed<'a>>,
    sum: Sum,
    due: Option<Instant>,
}

impl Scored<'_> {
    /// The words a list shows as reasons: of a schedule the time it names.
    fn reasons(&self) -> Vec<&'static str> {
        let said = |category: &Category| {
            let schedule = (*category == Category::Schedule).then(|| {
                let hits = self.placed.iter().map(|placed| &placed.hit);
                hits.filter(|hit| hit.category == Category::Schedule)
                    .find_map(|hit| hit.when?.said())
            });
            schedule.flatten().unwrap_or(category.facts().reason)
        };
        let mut words: Vec<&str> = self.sum.reasons.iter().map(said).collect();
        words.dedup();
        words
    }
}

/// Scores the texts of one account.
fn scored<'a>(texts: &'a Texts, answers: &Answers, scoring: &Scoring) -> Scored<'a> {
    let mut placed = Vec::new();
    let mut due: Option<Instant> = None;
    for piece in &texts.pieces {
        let hits = find(&piece.text, scoring.lexicons());
        let answered_no = |hit: &Hit| {
            answers.of(texts.account, hit) == Some(breakwater_model::indicator::HitAnswer::No)
        };
        let named = hits
            .iter()
            .filter(|hit| !answered_no(hit))
            .filter_map(|hit| hit.when?.due(piece.seen))
            .min();
        due = due.into_iter().chain(named).min();
        placed.extend(hits.into_iter().map(|hit| Placed { piece, hit }));
    }
    let lines = placed
        .iter()
        .map(|placed| (&placed.hit, answers.of(texts.account, &placed.hit)));
    let sum = sum(lines, scoring.bands());
    Scored { placed, sum, due }
}

/// The sum of an account with its lines, worked out now.
pub fn of_account(reader: &Reader<'_>, account: i64, scoring: &Scoring) -> Result<SumView> {
    view_of(reader.db(), account, scoring)
}

pub(crate) fn view_of(db: &Connection, account: i64, scoring: &Scoring) -> Result<SumView> {
    let bands = scoring.bands();
    let nothing = SumView {
        review_from: bands.review,
        priority_from: bands.priority,
        ..SumView::default()
    };
    let Some(texts) = texts::between(db, account, account)?.pop() else {
        return Ok(nothing);
    };
    let answers = Answers::between(db, account, account)?;
    let scored = scored(&texts, &answers, scoring);
    let lines = scored
        .placed
        .iter()
        .zip(&scored.sum.lines)
        .map(|(placed, line)| line_view(placed, line, scoring))
        .collect();
    Ok(SumView {
        halves: scored.sum.score.in_halves(),
        band: scored.sum.band,
        has_offer: scored.sum.minimum.has_offer,
        has_support: scored.sum.minimum.has_support,
        reasons: scored.reasons().into_iter().map(str::to_owned).collect(),
        due: scored.due,
        lines,
        ..nothing
    })
}

fn line_view(
    placed: &Placed<'_>,
    line: &breakwater_text::indicator::Line,
    scoring: &Scoring,
) -> IndicatorView {
    let hit = &placed.hit;
    let facts = hit.category.facts();
    let term = scoring.lexicons().term_of(hit);
    let narrow = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    IndicatorView {
        field: placed.piece.field,
        post: placed.piece.post,
        category: hit.category.code().to_owned(),
        letter: facts.letter.to_owned(),
        title: facts.title.to_owned(),
        quote: hit.quote.clone(),
        start: narrow(hit.start),
        end: narrow(hit.end),
        term: hit.term.clone(),
        meaning: term.map(|term| term.meaning.clone()).unwrap_or_default(),
        language: hit.language.clone(),
        rule: hit.rule.clone(),
        version: hit.version.clone(),
        needs_linguist: term.is_some_and(|term| term.needs_linguist),
        weight: hit.weight,
        halves: line.points.in_halves(),
        is_capped: line.is_capped,
        answer: line.answer,
    }
}

/// The words of a band, as they are stored.
const fn band_code(band: Band) -> &'static str {
    match band {
        Band::Low => "low",
        Band::Review => "review",
        Band::Priority => "priority",
    }
}

#[cfg(test)]
mod tests;
