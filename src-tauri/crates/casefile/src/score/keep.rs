//! Keeping scores right within a write.

use super::answers::Answers;
use super::texts::Texts;
use super::{Scoring, band_code, scored, texts};
use crate::Result;
use crate::link::{self, Ties};
use crate::writer::Record;
use breakwater_model::link::TieKind;
use breakwater_text::indicator::Hit;
use rusqlite::{Connection, named_params};
use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;
use std::thread::{self, ScopedJoinHandle};

/// What a write has still to score.
#[derive(Default)]
pub(crate) struct Pending {
    accounts: BTreeSet<i64>,
    is_scoring_new: bool,
}

impl Pending {
    /// Hears of every change: a text, an answer, or when the account was seen is another one now.
    pub(crate) fn hear(&mut self, record: Record, field: &str) {
        if matches!(record.kind, "lexicon" | "case_fact") {
            self.is_scoring_new = true;
        }
        let tells = match record.kind {
            "account" => matches!(field, "*" | "bio" | "display_name" | "is_retracted"),
            "sighting" | "post" => matches!(field, "*" | "is_retracted"),
            "hit_answer" => true,
            _ => false,
        };
        if let Some(account) = record.account.filter(|_| tells) {
            self.accounts.insert(account);
        }
    }

    /// What the case scores with from now on, if that is something else.
    ///
    /// # Errors
    /// The lexicons of the case cannot be read or matched together: the write fails.
    pub(crate) fn scoring(&self, db: &Connection) -> Result<Option<Scoring>> {
        self.is_scoring_new.then(|| Scoring::read(db)).transpose()
    }

    /// The accounts.
    pub(crate) const fn accounts(&self) -> &BTreeSet<i64> {
        &self.accounts
    }
}

/// What is stored of an account.
struct Row {
    account: i64,
    /// Halves, band, reasons, due; `None` where nothing was found.
    score: Option<(i32, &'static str, String, Option<i64>)>,
    ties: Ties,
}

/// Scores accounts in neighbouring rows, first to last, and stores what they come to and what they can share.
pub(crate) fn work_out_run(
    db: &Connection,
    first: i64,
    last: i64,
    scoring: &Scoring,
) -> Result<()> {
    let read = Run::read(db, first, last)?;
    let rows = rows(&read.texts, &read.answers, scoring);
    read.store(db, &rows)
}

/// Scores runs of accounts as [`work_out_run`] does: while one is stored, and `each` does what follows from it, as many
/// as there are processors are scored, each on a thread of its own.
pub(crate) fn work_out_runs(
    db: &Connection,
    runs: &[(i64, i64)],
    scoring: &Scoring,
    each: &mut dyn FnMut(i64, i64) -> Result<()>,
) -> Result<()> {
    if let [(first, last)] = runs {
        work_out_run(db, *first, *last, scoring)?;
        return each(*first, *last);
    }
    let ahead = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let mut finish = |(run, scored): (Arc<Run>, ScopedJoinHandle<'_, Vec<Row>>)| {
            let rows = scored
                .join()
                .unwrap_or_else(|_| some(&run.texts, &run.answers, scoring));
            run.store(db, &rows)?;
            each(run.first, run.last)
        };
        let mut before = VecDeque::new();
        for (first, last) in runs {
            let run = Arc::new(Run::read(db, *first, *last)?);
            let own = Arc::clone(&run);
            let scored = scope.spawn(move || some(&own.texts, &own.answers, scoring));
            before.push_back((run, scored));
            if before.len() > ahead {
                before.pop_front().map_or(Ok(()), &mut finish)?;
            }
        }
        before.into_iter().try_for_each(finish)
    })
}

/// Accounts in neighbouring rows as they are scored.
struct Run {
    first: i64,
    last: i64,
    texts: Vec<Texts>,
    answers: Answers,
}

impl Run {
    fn read(db: &Connection, first: i64, last: i64) -> Result<Self> {
        Ok(Self {
            first,
            last,
            texts: texts::between(db, first, last)?,
            answers: Answers::between(db, first, last)?,
        })
    }

    fn store(&self, db: &Connection, rows: &[Row]) -> Result<()> {
        db.prepare_cached("DELETE FROM score WHERE account BETWEEN :first AND :last")?
            .execute(named_params! { ":first": self.first, ":last": self.last })?;
        link::forget(db, self.first, self.last)?;
        let mut insert = db.prepare_cached(
            "INSERT INTO score (account, halves, band, reasons, due_ms) VALUES (:account, :halves, :band, :reasons, :due)",
        )?;
        for row in rows {
            if let Some((halves, band, reasons, due)) = &row.score {
                insert.execute(named_params! {
                    ":account": row.account, ":halves": halves, ":band": band, ":reasons": reasons, ":due": due,
                })?;
            }
            link::store(db, row.account, &row.ties)?;
        }
        Ok(())
    }
}

/// The rows of accounts. Many accounts are scored by as many threads as there are processors.
fn rows(all: &[Texts], answers: &Answers, scoring: &Scoring) -> Vec<Row> {
    /// Fewer are not worth a thread.
    const SHARE: usize = 100;
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let share = all.len().div_ceil(threads).max(SHARE);
    let some = |share: &[Texts]| some(share, answers, scoring);
    let mut shares = all.chunks(share);
    let Some(first) = shares.next() else {
        return Vec::new();
    };
    thread::scope(|scope| {
        let others: Vec<_> = shares
            .map(|share| (share, scope.spawn(move || some(share))))
            .collect();
        let mut rows = some(first);
        for (share, other) in others {
            rows.extend(other.join().unwrap_or_else(|_| some(share)));
        }
        rows
    })
}

fn some(all: &[Texts], answers: &Answers, scoring: &Scoring) -> Vec<Row> {
    all.iter()
        .map(|texts| row(texts, answers, scoring))
        .collect()
}

fn row(texts: &Texts, answers: &Answers, scoring: &Scoring) -> Row {
    let scored = scored(texts, answers, scoring);
    let mut ties = Ties::default();
    ties.values
        .extend(texts.phone.clone().map(|number| (TieKind::Phone, number)));
    for piece in &texts.pieces {
        let hits: Vec<&Hit> = scored
            .placed
            .iter()
            .filter(|placed| std::ptr::eq(placed.piece, piece))
            .map(|placed| &placed.hit)
            .collect();
        link::ties(&mut ties, piece.field, piece.place, &piece.text, &hits);
    }
    let score = (!scored.placed.is_empty()).then(|| {
        (
            scored.sum.score.in_halves(),
            band_code(scored.sum.band),
            serde_json::to_string(&scored.reasons()).unwrap_or_default(),
            scored.due.map(|due| due.0),
        )
    });
    Row {
        account: texts.account,
        score,
        ties,
    }
}
