//! Accounts as a file of them reads them: a step at a time, in one pass over accounts and where they stand,
//! without a copy of a cell.

use crate::table::account::first_words;
use crate::table::text;
use crate::{Reader, Result};
use breakwater_model::{AccountId, Instant};
use rusqlite::types::Value;
use rusqlite::{Row, named_params};
use std::rc::Rc;

/// What a row of the file says, borrowed from the database. Empty where nothing is known.
#[derive(Debug, Clone, Copy)]
pub struct Told<'a> {
    /// Row of the account.
    pub row: i64,
    /// Id.
    pub id: AccountId,
    /// Platform code.
    pub platform: &'a str,
    /// Unit.
    pub unit: &'a str,
    /// Handle it was last seen with.
    pub handle: &'a str,
    /// The platform's id.
    pub platform_id: &'a str,
    /// Newest canonical address.
    pub canonical_url: &'a str,
    /// Name shown on the platform.
    pub display_name: &'a str,
    /// Profile text.
    pub bio: &'a str,
    /// Language code.
    pub language: &'a str,
    /// Followers, as written.
    pub followers: &'a str,
    /// First sighting that bears a date of its own: when, and how exact.
    pub first_seen: Option<(Instant, &'a str)>,
    /// Why flagged.
    pub flagged_reason: &'a str,
    /// Who or what flagged it.
    pub source: &'a str,
    /// Where it stands.
    pub status: &'a str,
    /// What the person behind it is to the case.
    pub role: &'a str,
    /// Cells kept as they are, JSON.
    pub extra: &'a str,
    /// When it came in.
    pub imported_at: Instant,
    /// Last sighting that bears a date of its own: when, and how exact.
    pub last_seen: Option<(Instant, &'a str)>,
    /// What it is called in lists.
    pub label: &'a str,
    /// The newest post, where there is no profile text.
    pub posted: &'a str,
    /// Tags, as a JSON array.
    pub tags: &'a str,
    /// Number of the officer who works on it.
    pub assignee: &'a str,
    /// Band of its score.
    pub band: &'a str,
    /// Kinds of indicators that make its score, as a JSON array.
    pub reasons: &'a str,
    /// By when it matters.
    pub due: Option<Instant>,
}

impl Told<'_> {
    /// First words of its text.
    pub fn first_words(&self) -> String {
        first_words([self.bio, self.posted, self.display_name])
    }
}

/// Gives these accounts in the order of their rows. One that is retracted is left out.
pub fn step(
    reader: &Reader<'_>,
    wanted: &[i64],
    each: &mut dyn FnMut(&Told<'_>) -> Result<()>,
) -> Result<()> {
    let wanted = Rc::new(wanted.iter().copied().map(Value::from).collect::<Vec<_>>());
    let mut statement = reader.db().prepare_cached(
        "SELECT a.id, a.uid, a.platform, a.unit, s.handle, s.platform_id, s.canonical_url, a.display_name, a.bio,
           a.language, a.followers, s.first_ms, s.first_precision, a.flagged_reason, a.source, s.status, a.extra,
           a.imported_ms, s.last_ms, s.last_precision, s.label,
           CASE WHEN coalesce(a.bio, '') = '' THEN
             (SELECT text FROM post WHERE account = a.id AND is_retracted = 0 ORDER BY id DESC LIMIT 1) END, s.tags, o.number, s.due_ms,
           s.band, coalesce(k.reasons, '[]'), s.role
         FROM account a JOIN account_state s ON s.account = a.id LEFT JOIN officer o ON o.id = s.assignee
         LEFT JOIN score k ON k.account = a.id WHERE a.id IN rarray(:wanted) ORDER BY a.id",
    )?;
    let mut rows = statement.query(named_params! { ":wanted": wanted })?;
    while let Some(row) = rows.next()? {
        each(&Told {
            row: row.get(0)?,
            id: AccountId::from_bytes(row.get(1)?),
            platform: text(row, 2)?,
            unit: text(row, 3)?,
            handle: text(row, 4)?,
            platform_id: text(row, 5)?,
            canonical_url: text(row, 6)?,
            display_name: text(row, 7)?,
            bio: text(row, 8)?,
            language: text(row, 9)?,
            followers: text(row, 10)?,
            first_seen: time(row, 11)?,
            flagged_reason: text(row, 13)?,
            source: text(row, 14)?,
            status: text(row, 15)?,
            role: text(row, 27)?,
            extra: text(row, 16)?,
            imported_at: Instant(row.get(17)?),
            last_seen: time(row, 18)?,
            label: text(row, 20)?,
            posted: text(row, 21)?,
            tags: text(row, 22)?,
            assignee: text(row, 23)?,
            due: row.get::<_, Option<i64>>(24)?.map(Instant),
            band: text(row, 25)?,
            reasons: text(row, 26)?,
        })?;
    }
    Ok(())
}

fn time<'a>(row: &'a Row<'_>, at: usize) -> Result<Option<(Instant, &'a str)>> {
    Ok(match row.get::<_, Option<i64>>(at)? {
        Some(ms) => Some((Instant(ms), text(row, at + 1)?)),
        None => None,
    })
}

/// Every account's row but of those due for erasure, oldest first, as an unfiltered list has them; those
/// kept apart too.
pub fn oldest_first(reader: &Reader<'_>, now: Instant) -> Result<Vec<i64>> {
    let days = crate::table::fact::no_action_days(reader.db())?;
    let mut statement = reader.db().prepare_cached(
        "SELECT account FROM account_state
             WHERE no_action_ms IS NULL OR no_action_ms / 86400000 + :days > :now / 86400000
             ORDER BY imported_ms, account",
    )?;
    let rows = statement.query_map(named_params! { ":days": days, ":now": now.0 }, |row| {
        row.get(0)
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
