//! Scoring every account again, after lexicons or thresholds changed: step by step, so that officers work on
//! meanwhile, and gone on with where it was left.

use super::{Scoring, keep};
use crate::session::Session;
use crate::table::word;
use crate::{Error, Result, state};
use breakwater_model::AccountId;
use breakwater_model::indicator::Band;
use rusqlite::{Connection, OptionalExtension, named_params};
use std::collections::HashMap;

/// Accounts scored in one transaction.
const STEP: i64 = 2_000;
/// Most accounts named among those that moved.
const NAMED: usize = 500;

/// An account that stands in another band than before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// The account.
    pub account: AccountId,
    /// What it is called.
    pub label: String,
    /// The band it left.
    pub from: Band,
    /// The band it stands in.
    pub to: Band,
}

/// What scoring again moved.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Moves {
    /// Accounts that were scored.
    pub scored: u64,
    /// Accounts now in a higher band.
    pub up: u64,
    /// Accounts now in a lower band.
    pub down: u64,
    /// The first of those that moved, 500 at most.
    pub moved: Vec<Moved>,
}

impl Session {
    /// True if every score was worked out with what the case scores with now.
    pub fn is_scored(&self) -> Result<bool> {
        let scoring = self.scoring();
        self.read(|reader| Ok(pass(reader.db())? == Pass::Done(scoring.id().to_owned())))
    }

    /// Scores every account again that was not yet, and says what moved. `going` hears how many of how many rows are
    /// done and says whether to go on; what is done stays done.
    ///
    /// # Errors
    /// [`Error::Cancelled`] if `going` says no.
    pub fn score_anew(&self, going: &mut dyn FnMut(u64, u64) -> bool) -> Result<Moves> {
        let mut moves = Moves::default();
        loop {
            let scoring = self.scoring();
            let (from, last) = self.read(|reader| Ok((pass(reader.db())?, last(reader.db())?)))?;
            let from = match from {
                Pass::Done(id) if id == scoring.id() => return Ok(moves),
                Pass::Upto(id, upto) if id == scoring.id() => upto,
                _ => 0,
            };
            if !going(from.unsigned_abs(), last.unsigned_abs()) {
                return Err(Error::Cancelled);
            }
            let upto = from + STEP;
            let touched = self.derive(|deriver| {
                let db = deriver.db;
                let touched = step(db, from + 1, upto, &scoring, &mut moves)?;
                let upto = (upto < last).then_some(upto);
                put_pass(db, scoring.id(), upto)?;
                Ok(touched)
            })?;
            self.refreshed(&touched);
        }
    }
}

/// Scores some rows; the accounts among them whose score is another one now.
fn step(
    db: &Connection,
    first: i64,
    last: i64,
    scoring: &Scoring,
    moves: &mut Moves,
) -> Result<Vec<i64>> {
    let before = stored(db, first, last)?;
    keep::work_out_run(db, first, last, scoring)?;
    let after = stored(db, first, last)?;
    let mut touched = Vec::new();
    let mut rows: Vec<i64> = before.keys().chain(after.keys()).copied().collect();
    rows.sort_unstable();
    rows.dedup();
    for row in rows {
        let (was, is) = (before.get(&row), after.get(&row));
        if was == is {
            continue;
        }
        state::work_out(db, row)?;
        touched.push(row);
        let band = |stored: Option<&Stored>| stored.map_or(Band::Low, |stored| stored.0);
        moves.note(db, row, band(was), band(is))?;
    }
    moves.scored += standing(db, first, last)?;
    Ok(touched)
}

impl Moves {
    fn note(&mut self, db: &Connection, row: i64, from: Band, to: Band) -> Result<()> {
        match from.cmp(&to) {
            std::cmp::Ordering::Equal => return Ok(()),
            std::cmp::Ordering::Less => self.up += 1,
            std::cmp::Ordering::Greater => self.down += 1,
        }
        if self.moved.len() < NAMED {
            let (account, label) = db
                .prepare_cached(
                    "SELECT a.uid, s.label FROM account a JOIN account_state s ON s.account = a.id WHERE a.id = :row",
                )?
                .query_row(named_params! { ":row": row }, |row| {
                    Ok((AccountId::from_bytes(row.get(0)?), row.get(1)?))
                })?;
            self.moved.push(Moved {
                account,
                label,
                from,
                to,
            });
        }
        Ok(())
    }
}

/// Band, halves, reasons, due.
type Stored = (Band, i64, String, Option<i64>);

fn stored(db: &Connection, first: i64, last: i64) -> Result<HashMap<i64, Stored>> {
    let mut statement = db.prepare_cached(
        "SELECT account, band, halves, reasons, due_ms FROM score WHERE account BETWEEN :first AND :last",
    )?;
    let rows = statement.query_map(named_params! { ":first": first, ":last": last }, |row| {
        Ok((
            row.get(0)?,
            (word(row, 1)?, row.get(2)?, row.get(3)?, row.get(4)?),
        ))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn standing(db: &Connection, first: i64, last: i64) -> Result<u64> {
    Ok(db
        .prepare_cached(
            "SELECT count(*) FROM account WHERE id BETWEEN :first AND :last AND is_retracted = 0",
        )?
        .query_row(named_params! { ":first": first, ":last": last }, |row| {
            row.get::<_, i64>(0)
        })?
        .unsigned_abs())
}

fn last(db: &Connection) -> Result<i64> {
    Ok(
        db.query_row("SELECT coalesce(max(id), 0) FROM account", [], |row| {
            row.get(0)
        })?,
    )
}

/// How far everything was scored, and with what.
#[derive(Debug, PartialEq, Eq)]
enum Pass {
    /// Never.
    None,
    /// Up to a row.
    Upto(String, i64),
    /// Everything.
    Done(String),
}

fn pass(db: &Connection) -> Result<Pass> {
    let row: Option<(String, Option<i64>)> = db
        .prepare_cached("SELECT scoring, upto FROM score_pass WHERE id = 1")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    Ok(match row {
        None => Pass::None,
        Some((scoring, None)) => Pass::Done(scoring),
        Some((scoring, Some(upto))) => Pass::Upto(scoring, upto),
    })
}

fn put_pass(db: &Connection, scoring: &str, upto: Option<i64>) -> Result<()> {
    db.prepare_cached(
        "INSERT INTO score_pass (id, scoring, upto) VALUES (1, :scoring, :upto)
         ON CONFLICT (id) DO UPDATE SET scoring = excluded.scoring, upto = excluded.upto",
    )?
    .execute(named_params! { ":scoring": scoring, ":upto": upto })?;
    Ok(())
}

/// A case that holds no account yet is scored.
pub(crate) fn begin(db: &Connection, scoring: &Scoring) -> Result<()> {
    if matches!(pass(db)?, Pass::None) && last(db)? == 0 {
        put_pass(db, scoring.id(), None)?;
    }
    Ok(())
}
