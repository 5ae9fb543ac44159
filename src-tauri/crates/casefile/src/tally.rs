//! Counts for the rail, and what waits for an officer.

use crate::query::rows;
use crate::{Reader, Result};
use breakwater_model::Instant;
use breakwater_model::list::AccountRow;
use rusqlite::named_params;

/// Exhibits and drafts of the case.
pub fn exhibits_and_drafts(reader: &Reader<'_>) -> Result<(u32, u32)> {
    Ok(reader
        .db()
        .prepare_cached(
            "SELECT (SELECT count(*) FROM exhibit WHERE is_retracted = 0),
               (SELECT count(*) FROM referral WHERE is_retracted = 0 AND state = 'draft')",
        )?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// Referrals that wait for a second officer, and that wait for a platform's answer.
pub fn submitted_and_sent(reader: &Reader<'_>) -> Result<(u32, u32)> {
    Ok(reader
        .db()
        .prepare_cached(
            "SELECT count(*) FILTER (WHERE state = 'submitted'), count(*) FILTER (WHERE state = 'sent')
             FROM referral WHERE is_retracted = 0",
        )?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?)
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
        "SELECT platform, account FROM account_state WHERE status = 'refer'
           AND role NOT IN ('victim', 'child', 'third-party') ORDER BY platform, imported_ms, account",
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
