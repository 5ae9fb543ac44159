//! Rows of a list as the window shows them.

use crate::table::account::first_words;
use crate::table::{json, text, warning, word};
use crate::{Reader, Result};
use breakwater_model::list::AccountRow;
use breakwater_model::platform::{Platform, PlatformView};
use breakwater_model::{AccountId, Instant, WorldTime};
use rusqlite::types::Value;
use rusqlite::{Row, named_params};
use std::collections::HashMap;
use std::rc::Rc;

/// The rows of these accounts, in this order.
pub fn rows(reader: &Reader<'_>, wanted: &[i64], officer: i64) -> Result<Vec<AccountRow>> {
    let mut statement = reader.db().prepare_cached(
        "SELECT a.uid, s.platform, s.unit, s.handle, s.platform_id, s.label, a.bio, s.language, s.status, s.due_ms,
           s.imported_ms, s.exhibits, s.open_actions > 0,
           EXISTS (SELECT 1 FROM seen WHERE officer = :officer AND account = s.account), s.account, a.display_name,
           a.source, o.number, s.tags, s.first_ms, s.first_precision, s.last_ms, s.last_precision,
           s.band, s.halves, coalesce(k.reasons, '[]'), s.role, s.warnings,
           CASE WHEN coalesce(a.bio, '') = '' THEN
             (SELECT text FROM post WHERE account = a.id AND is_retracted = 0 ORDER BY id DESC LIMIT 1) END
         FROM account_state s JOIN account a ON a.id = s.account LEFT JOIN officer o ON o.id = s.assignee
         LEFT JOIN score k ON k.account = s.account WHERE s.account IN rarray(:wanted)",
    )?;
    let values = Rc::new(wanted.iter().copied().map(Value::from).collect::<Vec<_>>());
    let read = statement.query_map(
        named_params! { ":officer": officer, ":wanted": values },
        |row| {
            Ok((
                row.get::<_, i64>(14)?,
                AccountRow {
                    id: AccountId::from_bytes(row.get(0)?),
                    platform: Platform(row.get(1)?),
                    unit: word(row, 2)?,
                    handle: row.get(3)?,
                    platform_id: row.get(4)?,
                    label: row.get(5)?,
                    display_name: row.get(15)?,
                    source: row.get(16)?,
                    assignee: row.get(17)?,
                    tags: json(row, 18)?,
                    first_seen: seen(row, 19)?,
                    last_seen: seen(row, 21)?,
                    snippet: first_words([text(row, 6)?, text(row, 28)?, text(row, 15)?]),
                    language: row.get(7)?,
                    status: word(row, 8)?,
                    role: word(row, 26)?,
                    band: word(row, 23)?,
                    halves: row.get(24)?,
                    reasons: json(row, 25)?,
                    due: row.get::<_, Option<i64>>(9)?.map(Instant),
                    imported_at: Instant(row.get(10)?),
                    exhibits: row.get(11)?,
                    has_open_action: row.get(12)?,
                    warnings: warning::tags(row.get(27)?),
                    is_seen: row.get(13)?,
                    label_marks: Vec::new(),
                    snippet_marks: Vec::new(),
                    snippet_from: None,
                },
            ))
        },
    )?;
    let mut by_row: HashMap<i64, AccountRow> = read.collect::<rusqlite::Result<_>>()?;
    Ok(wanted.iter().filter_map(|row| by_row.remove(row)).collect())
}

/// A time of sightings, as exact as it was.
fn seen(row: &Row<'_>, at: usize) -> rusqlite::Result<Option<WorldTime>> {
    let Some(ms) = row.get::<_, Option<i64>>(at)? else {
        return Ok(None);
    };
    Ok(Some(WorldTime {
        at: Instant(ms),
        precision: word(row, at + 1)?,
        raw: None,
        zone: None,
    }))
}

/// A platform as it is shown; one that no table knows shows its code.
pub fn platform_view(code: &str, accounts: u32) -> PlatformView {
    let facts = breakwater_text::platform::facts(code);
    PlatformView {
        code: Platform(code.to_owned()),
        name: facts.map_or_else(|| code.to_owned(), |facts| facts.name.to_owned()),
        short: facts.map_or_else(
            || code.chars().take(2).collect::<String>().to_uppercase(),
            |facts| facts.short.to_owned(),
        ),
        accounts,
    }
}
