//! Counts for the rail, and what waits for an officer.

use crate::query::rows;
use crate::{Reader, Result};
use breakwater_model::Instant;
use breakwater_model::list::AccountRow;
use rusqlite::named_params;

const DAY_MS: i64 = 86_400_000;

/// An account that waits, with the time it was or is due.
pub type Due = (AccountRow, Option<Instant>);

/// The case's counts for the rail and Today.
#[derive(Debug, Clone, Copy, Default)]
pub struct Counts {
    /// To review now.
    pub review: u32,
    /// All accounts.
    pub accounts: u32,
    /// All exhibits.
    pub evidence: u32,
    /// Drafts.
    pub drafts: u32,
    /// Decided refer and in no draft.
    pub to_draft: u32,
    /// With an unanswered safeguarding act, or due within a day.
    pub urgent: u32,
    /// Waiting for a second look.
    pub second_look: u32,
    /// Holds whose date has come.
    pub holds: u32,
}

/// Counts everything at once.
pub fn counts(reader: &Reader<'_>, now: Instant) -> Result<Counts> {
    Ok(reader.db().prepare_cached(
        "SELECT count(*) FILTER (WHERE status IN ('new', 'in-review', 'second-look') OR (status = 'hold' AND review_ms <= :now)),
           count(*), (SELECT count(*) FROM exhibit WHERE is_retracted = 0),
           (SELECT count(*) FROM referral WHERE is_retracted = 0 AND state = 'draft'),
           count(*) FILTER (WHERE status = 'refer'),
           count(*) FILTER (WHERE open_actions > 0 OR (due_ms <= :soon AND status IN ('new', 'in-review', 'second-look'))),
           count(*) FILTER (WHERE status = 'second-look'),
           count(*) FILTER (WHERE status = 'hold' AND review_ms <= :now)
         FROM account_state",
    )?
    .query_row(named_params! { ":now": now.0, ":soon": now.0 + DAY_MS }, |row| {
        Ok(Counts {
            review: row.get(0)?,
            accounts: row.get(1)?,
            evidence: row.get(2)?,
            drafts: row.get(3)?,
            to_draft: row.get(4)?,
            urgent: row.get(5)?,
            second_look: row.get(6)?,
            holds: row.get(7)?,
        })
    })?)
}

/// What can wait for an officer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waiting {
    /// A safeguarding act without an answer.
    Safeguarding,
    /// A second look.
    SecondLook,
    /// A hold whose date has come.
    HoldEnded,
    /// Decided refer, in no draft.
    ToDraft,
}

/// Accounts that wait so, oldest first, each with the time it was or is due, and how many there are.
pub fn waiting(
    reader: &Reader<'_>,
    what: Waiting,
    now: Instant,
    most: u32,
    officer: i64,
) -> Result<(Vec<Due>, u32)> {
    let condition = match what {
        Waiting::Safeguarding => "open_actions > 0 AND :now = :now",
        Waiting::SecondLook => "status = 'second-look' AND :now = :now",
        Waiting::HoldEnded => "status = 'hold' AND review_ms <= :now",
        Waiting::ToDraft => "status = 'refer' AND :now = :now",
    };
    let total = reader
        .db()
        .prepare_cached(&format!(
            "SELECT count(*) FROM account_state WHERE {condition}"
        ))?
        .query_row(named_params! { ":now": now.0 }, |row| row.get(0))?;
    let mut statement = reader.db().prepare_cached(&format!(
        "SELECT account, review_ms FROM account_state WHERE {condition}
         ORDER BY coalesce(review_ms, imported_ms), account LIMIT :most"
    ))?;
    let found: Vec<(i64, Option<i64>)> = statement
        .query_map(named_params! { ":now": now.0, ":most": most }, |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?
        .collect::<rusqlite::Result<_>>()?;
    let wanted: Vec<i64> = found.iter().map(|(row, _)| *row).collect();
    let rows = rows(reader, &wanted, officer)?;
    Ok((
        rows.into_iter()
            .zip(found)
            .map(|(row, (_, due))| (row, due.map(Instant)))
            .collect(),
        total,
    ))
}

/// Assessments by an officer since an instant.
pub fn assessed_since(reader: &Reader<'_>, officer: i64, since: Instant) -> Result<u32> {
    Ok(reader
        .db()
        .prepare_cached(
            "SELECT count(*) FROM assessment WHERE officer = :officer AND at_ms >= :since AND is_retracted = 0",
        )?
        .query_row(named_params! { ":officer": officer, ":since": since.0 }, |row| row.get(0))?)
}

/// Rows of accounts decided refer that are in no draft, by platform, oldest first.
pub fn candidates(reader: &Reader<'_>, officer: i64) -> Result<Vec<(String, Vec<AccountRow>)>> {
    let mut statement = reader.db().prepare_cached(
        "SELECT platform, account FROM account_state WHERE status = 'refer' ORDER BY platform, imported_ms, account",
    )?;
    let found: Vec<(String, i64)> = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    let mut platforms: Vec<(String, Vec<i64>)> = Vec::new();
    for (platform, row) in found {
        match platforms.last_mut() {
            Some((last, rows)) if *last == platform => rows.push(row),
            _ => platforms.push((platform, vec![row])),
        }
    }
    platforms
        .into_iter()
        .map(|(platform, wanted)| Ok((platform, rows(reader, &wanted, officer)?)))
        .collect()
}
