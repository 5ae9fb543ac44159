//! When the period of an account has passed. Nothing is erased by itself: this only tells.

use super::rows_of;
use crate::{Reader, Result};
use breakwater_model::Instant;
use rusqlite::named_params;
use std::collections::BTreeSet;

const DAY_MS: i64 = 86_400_000;

/// What puts an account into a group; the first group that holds is its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// An arrest or a conviction is told of it.
    Justice,
    /// Somebody was told of a danger to life or safety.
    Safeguarding,
    /// It was referred, from this case or before it.
    Referred,
    /// The last decision is no action.
    NoAction,
    /// Every other.
    Other,
}

/// A group and its period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Group {
    /// What puts an account into it.
    pub holds: Holds,
    /// Days from the last activity that counts.
    pub days: u32,
}

/// An account whose period has passed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// Row.
    pub row: i64,
    /// Place of its group.
    pub group: usize,
    /// The last activity that counts.
    pub last: Instant,
    /// When the period ended.
    pub since: Instant,
}

/// What is asked of an account's row.
struct Facts {
    last: i64,
    holds: [bool; 4],
}

const CANDIDATES: &str =
    "SELECT s.account FROM account_state s WHERE s.imported_ms <= :before ORDER BY s.account";
const FACTS: &str = "SELECT max(a.imported_ms,
    coalesce((SELECT max(seen_ms) FROM sighting WHERE account = a.id AND is_retracted = 0 AND is_assumed = 0), 0),
    coalesce((SELECT max(max(happened_ms, recorded_ms)) FROM event WHERE account = a.id AND is_retracted = 0), 0),
    coalesce((SELECT max(at_ms) FROM assessment WHERE account = a.id AND is_retracted = 0), 0),
    coalesce((SELECT max(at_ms) FROM action WHERE account = a.id AND is_retracted = 0), 0),
    coalesce((SELECT max(at_ms) FROM note WHERE account = a.id AND is_retracted = 0), 0),
    coalesce((SELECT max(at_ms) FROM exhibit WHERE account = a.id AND is_retracted = 0), 0)),
  EXISTS (SELECT 1 FROM justice_fact_account WHERE account = a.id AND is_retracted = 0),
  EXISTS (SELECT 1 FROM action WHERE account = a.id AND action = 'safeguarding' AND is_retracted = 0),
  EXISTS (SELECT 1 FROM referral_item i JOIN referral r ON r.id = i.referral
    WHERE i.account = a.id AND i.is_retracted = 0 AND r.is_retracted = 0 AND r.state IN ('sent', 'closed'))
  OR EXISTS (SELECT 1 FROM past_item WHERE account = a.id AND is_retracted = 0),
  coalesce((SELECT decision = 'no-action' FROM assessment WHERE account = a.id AND is_retracted = 0
    ORDER BY id DESC LIMIT 1), 0)
  FROM account a WHERE a.id = :account";

/// Every account whose period has passed by `now`, the one due longest first. An import, a dated sighting, an event, a
/// decision, an act, a note and an exhibit are activity that counts; looking is not.
pub fn due(reader: &Reader<'_>, groups: &[Group], now: Instant) -> Result<Vec<Due>> {
    let Some(shortest) = groups.iter().map(|group| group.days).min() else {
        return Ok(Vec::new());
    };
    let before = now.0 - i64::from(shortest) * DAY_MS;
    let mut statement = reader.prepare_cached(CANDIDATES)?;
    let candidates: Vec<i64> = statement
        .query_map(named_params! { ":before": before }, |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    let targets: BTreeSet<i64> = reader
        .prepare_cached("SELECT DISTINCT into_account FROM merge WHERE is_retracted = 0")?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    let mut all = Vec::new();
    for row in candidates {
        let rows = if targets.contains(&row) {
            rows_of(reader.db(), row)?
        } else {
            vec![row]
        };
        all.extend(of_rows(reader, groups, now, (row, &rows))?);
    }
    all.sort_by_key(|due| (due.since, due.row));
    Ok(all)
}

/// The same of one account; none if its period has not passed, or it does not stand in the case.
pub fn due_of(
    reader: &Reader<'_>,
    groups: &[Group],
    now: Instant,
    row: i64,
) -> Result<Option<Due>> {
    let stands: bool = reader
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM account_state WHERE account = :account)")?
        .query_row(named_params! { ":account": row }, |row| row.get(0))?;
    if !stands {
        return Ok(None);
    }
    of_rows(reader, groups, now, (row, &rows_of(reader.db(), row)?))
}

/// Of an account and the records merged into it.
fn of_rows(
    reader: &Reader<'_>,
    groups: &[Group],
    now: Instant,
    (row, rows): (i64, &[i64]),
) -> Result<Option<Due>> {
    let mut all = Facts {
        last: i64::MIN,
        holds: [false; 4],
    };
    for part in rows {
        let part = facts(reader, *part)?;
        all.last = all.last.max(part.last);
        for (is, also) in all.holds.iter_mut().zip(part.holds) {
            *is |= also;
        }
    }
    let Some((group, days)) = group_of(groups, &all) else {
        return Ok(None);
    };
    let since = all.last.saturating_add(i64::from(days) * DAY_MS);
    Ok((since <= now.0).then_some(Due {
        row,
        group,
        last: Instant(all.last),
        since: Instant(since),
    }))
}

fn facts(reader: &Reader<'_>, row: i64) -> Result<Facts> {
    Ok(reader
        .prepare_cached(FACTS)?
        .query_row(named_params! { ":account": row }, |row| {
            Ok(Facts {
                last: row.get(0)?,
                holds: [row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?],
            })
        })?)
}

fn group_of(groups: &[Group], facts: &Facts) -> Option<(usize, u32)> {
    let [justice, safeguarding, referred, no_action] = facts.holds;
    groups
        .iter()
        .position(|group| match group.holds {
            Holds::Justice => justice,
            Holds::Safeguarding => safeguarding,
            Holds::Referred => referred,
            Holds::NoAction => no_action,
            Holds::Other => true,
        })
        .and_then(|place| groups.get(place).map(|group| (place, group.days)))
}
