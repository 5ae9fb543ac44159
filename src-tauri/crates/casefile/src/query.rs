//! Lists and search: which accounts, in which order. A list is worked out once
//! as row ids in order and kept until something changes, so that any window of
//! it, the last one too, is a slice.

use crate::search::Words;
use crate::session::Session;
use crate::table::word;
use crate::{Error, Reader, Result};
use breakwater_model::list::{
    AccountOrder, AccountRow, AccountScope, FiltersView, GroupView, ListRequest, ListView,
    StatusCountView,
};
use breakwater_model::platform::{Platform, PlatformView};
use breakwater_model::{AccountId, Instant};
use rusqlite::named_params;
use rusqlite::types::Value;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

const DAY_MS: i64 = 86_400_000;
/// How long a search waits for the index; after it, the answer says that the index is behind.
const PATIENCE: std::time::Duration = std::time::Duration::from_millis(800);

/// A list as it stands: row ids in order, and its groups.
#[derive(Debug)]
struct Listing {
    generation: u64,
    made: Instant,
    /// False where a search was answered by an index that was still catching up.
    is_level: bool,
    rows: Vec<i64>,
    groups: Vec<GroupView>,
}

/// Lists kept until something changes.
#[derive(Default)]
pub struct Kept(HashMap<String, Arc<Listing>>);

/// Groups of the queue, in order: number, key, label.
const GROUPS: [(&str, &str); 5] = [
    ("urgent", "Urgent"),
    ("second-look", "Second look"),
    ("hold-ended", "Hold date reached"),
    ("waiting", "Waiting over a week"),
    ("this-week", "This week"),
];

const GROUP: &str =
    "CASE WHEN s.open_actions > 0 OR s.due_ms <= :soon THEN 0 WHEN s.status = 'second-look' THEN 1
    WHEN s.status = 'hold' THEN 2 WHEN s.imported_ms < :week THEN 3 ELSE 4 END";

const FROM: &str = "FROM account_state s WHERE (:all OR s.status IN ('new', 'in-review', 'second-look')
      OR (s.status = 'hold' AND s.review_ms <= :now))
    AND (:any_status OR s.status IN (SELECT value FROM json_each(:statuses)))
    AND (:any_platform OR s.platform IN (SELECT value FROM json_each(:platforms)))
    AND (:any_language OR s.is_translated OR s.language IS NULL OR s.language IN (SELECT value FROM json_each(:reads)))
    AND (:no_search OR s.account IN rarray(:found))";

const fn order_by(order: AccountOrder) -> &'static str {
    match order {
        AccountOrder::Queue => "ORDER BY grp, s.due_ms IS NULL, s.due_ms, s.imported_ms, s.account",
        AccountOrder::Imported => "ORDER BY s.imported_ms, s.account",
        AccountOrder::Handle => "ORDER BY s.label COLLATE NOCASE, s.account",
        AccountOrder::Platform => "ORDER BY s.platform, s.label COLLATE NOCASE, s.account",
        AccountOrder::Status => "ORDER BY s.status, s.imported_ms, s.account",
        AccountOrder::Unit => {
            "ORDER BY (SELECT unit FROM account WHERE id = s.account), s.imported_ms, s.account"
        }
        AccountOrder::Language => {
            "ORDER BY s.language IS NULL, s.language, s.imported_ms, s.account"
        }
        AccountOrder::LastSeen => {
            "ORDER BY (SELECT max(seen_ms) FROM sighting WHERE account = s.account AND is_retracted = 0), s.account"
        }
    }
}

/// A window of a list.
pub fn list(session: &Session, request: &ListRequest) -> Result<ListView> {
    let listing = listing(session, request)?;
    let from = request.offset as usize;
    let to = from
        .saturating_add(request.limit as usize)
        .min(listing.rows.len());
    let wanted = listing.rows.get(from..to).unwrap_or_default();
    let rows = session.read(|reader| rows(reader, wanted, session.officer().row))?;
    Ok(ListView {
        rows,
        total: narrow(listing.rows.len()),
        is_exact: true,
        groups: listing.groups.clone(),
        index: session.index_state().to_owned(),
        mistakes: Vec::new(),
        scan: None,
    })
}

/// Where an account stands in a list, counted from none; `None` if it is not in it.
pub fn index_of(session: &Session, request: &ListRequest, account: i64) -> Result<Option<u32>> {
    let listing = listing(session, request)?;
    Ok(listing
        .rows
        .iter()
        .position(|row| *row == account)
        .map(narrow))
}

/// Rows of every account of a list, in order.
pub fn all_rows(session: &Session, request: &ListRequest) -> Result<Vec<i64>> {
    Ok(listing(session, request)?.rows.clone())
}

fn listing(session: &Session, request: &ListRequest) -> Result<Arc<Listing>> {
    let key = serde_json::to_string(&ListRequest {
        offset: 0,
        limit: 0,
        ..request.clone()
    })?;
    let (generation, now) = (session.generation(), session.host().now());
    if let Some(kept) = session.lists().0.get(&key)
        && kept.generation == generation
        && now.0 - kept.made.0 < 60_000
        && kept.is_level
    {
        return Ok(Arc::clone(kept));
    }
    let made = Arc::new(work_out(session, request, generation, now)?);
    let mut kept = session.lists();
    kept.0.retain(|_, listing| listing.generation == generation);
    kept.0.insert(key, Arc::clone(&made));
    Ok(made)
}

fn work_out(
    session: &Session,
    request: &ListRequest,
    generation: u64,
    now: Instant,
) -> Result<Listing> {
    if !request.search.trim().is_empty() {
        session.settle_for(PATIENCE);
    }
    // Asked before the search: what is committed after it makes another generation.
    let is_level = request.search.trim().is_empty() || session.index_state() == "ok";
    let found = match Words::parse(&request.search) {
        None => None,
        Some(words) => match &*session.index() {
            Some(index) => Some(index.find(&words)?),
            None => return Err(Error::Internal("the case is being locked".into())),
        },
    };
    let no_search = found.is_none();
    let found = Rc::new(
        found
            .unwrap_or_default()
            .into_iter()
            .map(Value::from)
            .collect::<Vec<_>>(),
    );
    let reads = session.read(|reader| {
        Ok(
            crate::table::officer::by_id(reader.db(), session.own().officer)?
                .map(|(_, officer)| officer.reads),
        )
    })?;
    session.read(|reader| {
        let sql = format!("SELECT s.account, {GROUP} AS grp {FROM} {}", order_by(request.order));
        let mut statement = reader.db().prepare_cached(&sql)?;
        let mut result = statement.query(named_params! {
            ":all": request.scope == AccountScope::All, ":now": now.0, ":soon": now.0 + DAY_MS,
            ":week": now.0 - 7 * DAY_MS, ":any_status": request.statuses.is_empty(),
            ":statuses": serde_json::to_string(&request.statuses)?,
            ":any_platform": request.platforms.is_empty(),
            ":platforms": serde_json::to_string(&request.platforms)?, ":any_language": !request.only_readable,
            ":reads": serde_json::to_string(&reads.unwrap_or_default())?, ":no_search": no_search, ":found": found,
        })?;
        let mut found: Vec<(i64, u8)> = Vec::new();
        while let Some(row) = result.next()? {
            found.push((row.get(0)?, row.get(1)?));
        }
        if request.is_descending {
            found.reverse();
        }
        let mut groups = Vec::<GroupView>::new();
        if request.order == AccountOrder::Queue {
            for (at, (_, group)) in found.iter().enumerate() {
                enter(&mut groups, usize::from(*group), at);
            }
        }
        let rows = found.into_iter().map(|(row, _)| row).collect();
        Ok(Listing { generation, made: now, is_level, rows, groups })
    })
}

fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn enter(groups: &mut Vec<GroupView>, number: usize, at: usize) {
    let Some((key, label)) = GROUPS.get(number) else {
        return;
    };
    match groups.last_mut() {
        Some(last) if last.key == *key => last.count += 1,
        _ => groups.push(GroupView {
            key: (*key).to_owned(),
            label: (*label).to_owned(),
            start: narrow(at),
            count: 1,
        }),
    }
}

/// The rows of these accounts, in this order.
pub fn rows(reader: &Reader<'_>, wanted: &[i64], officer: i64) -> Result<Vec<AccountRow>> {
    let mut statement = reader.db().prepare_cached(
        "SELECT a.uid, s.platform, a.unit, s.handle, s.platform_id, s.label, s.snippet, s.language, s.status, s.due_ms,
           s.imported_ms, s.exhibits, s.open_actions > 0,
           EXISTS (SELECT 1 FROM seen WHERE officer = :officer AND account = s.account), s.account
         FROM account_state s JOIN account a ON a.id = s.account WHERE s.account IN rarray(:wanted)",
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
                    snippet: row.get(6)?,
                    language: row.get(7)?,
                    status: word(row, 8)?,
                    score: None,
                    band: None,
                    due: row.get::<_, Option<i64>>(9)?.map(Instant),
                    imported_at: Instant(row.get(10)?),
                    exhibits: row.get(11)?,
                    has_open_action: row.get(12)?,
                    is_seen: row.get(13)?,
                },
            ))
        },
    )?;
    let mut by_row: HashMap<i64, AccountRow> = read.collect::<rusqlite::Result<_>>()?;
    Ok(wanted.iter().filter_map(|row| by_row.remove(row)).collect())
}

/// Platforms and statuses with their counts.
pub fn filters(reader: &Reader<'_>) -> Result<FiltersView> {
    let mut by_platform = reader
        .db()
        .prepare_cached("SELECT platform, count(*) FROM account_state GROUP BY platform ORDER BY count(*) DESC, platform")?;
    let platforms = by_platform
        .query_map([], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?
        .map(|row| row.map(|(code, accounts)| platform_view(&code, accounts)))
        .collect::<rusqlite::Result<_>>()?;
    let mut by_status = reader.db().prepare_cached(
        "SELECT status, count(*) FROM account_state GROUP BY status ORDER BY status",
    )?;
    let statuses = by_status
        .query_map([], |row| {
            Ok(StatusCountView {
                status: word(row, 0)?,
                count: row.get(1)?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(FiltersView {
        platforms,
        statuses,
    })
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

#[cfg(test)]
#[path = "query_tests.rs"]
mod tests;
