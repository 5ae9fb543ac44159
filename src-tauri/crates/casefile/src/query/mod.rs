//! Lists and search: which accounts, in which order. Filters and orders are
//! answered from a roll kept in memory, words from the index; a list is worked
//! out once and kept until something changes, so that any window of it, the
//! last one too, is a slice.

mod asked;
mod choose;
mod excerpt;
mod facts;
mod first;
mod kept;
mod near;
mod order;
mod queue;
mod roll;
mod rows;
mod scan;
pub(crate) mod set;
mod standing;

pub use asked::{met, read, said};
pub use excerpt::called;
pub use first::first;
pub use kept::Kept;
pub(crate) use roll::narrow as narrow_row;
pub use rows::{platform_view, rows};
pub use standing::{
    Due, QueueAge, Standing, Waiting, filters, queue_age, standing, unread, waiting,
};

use crate::search as looking;
use crate::session::Session;
use crate::{Error, Reader, Result};
use asked::{mistaken, understood};
use breakwater_model::Instant;
use breakwater_model::list::{ListRequest, ListView, ScanView};
use breakwater_text::search::{Search, Test};
use choose::{Apart, Known, bearing, readable};
use kept::Listing;
use order::{Arranged, narrow};
use roll::Roll;
use set::Set;
use std::collections::BTreeSet;
use std::sync::{Arc, RwLockWriteGuard};
use std::time::Duration;

/// How long a search waits for the index; after it, the answer says that the index is behind.
const PATIENCE: Duration = Duration::from_millis(800);
/// How long an answer reads texts before it says how far it has come.
const READING: Duration = Duration::from_millis(250);
/// Rows of a window that is looked at; who asks for fewer wants the count, and gets it exact.
const SCREEN: u32 = 20;
/// A list whose groups depend on the time is worked out again after this. Milliseconds.
const LIFE_MS: i64 = 60_000;

/// A window of a list. What of the search cannot be read is said in it, and it has no rows.
pub fn list(session: &Session, request: &ListRequest) -> Result<ListView> {
    let search = match read(session, &request.search)? {
        Ok(search) => search,
        Err(mistakes) => return Ok(mistaken(session, mistakes)),
    };
    if request.only_unseen && request.limit == 0 {
        // What an officer has opened changes without a write: their own count is never a kept one.
        return counted(session, request, &search);
    }
    let time = (request.limit >= SCREEN).then_some(READING);
    let listing = listing(session, request, &search, time)?;
    let total = listing.list.rows.len();
    let from = (request.offset as usize).min(total);
    let to = from.saturating_add(request.limit as usize).min(total);
    let wanted = window(&listing, from, to);
    let rows = session.snapshot(|reader| {
        let mut rows = rows(reader, &wanted, session.officer().row)?;
        excerpt::mark(reader, &search, &wanted, &mut rows)?;
        Ok(rows)
    })?;
    Ok(ListView {
        rows,
        total: narrow(total),
        is_exact: listing.reading.is_none(),
        groups: listing.list.groups.clone(),
        index: session.index_state().to_owned(),
        mistakes: Vec::new(),
        scan: listing
            .reading
            .map(|(done, total)| ScanView { done, total }),
    })
}

/// Rows of every account of a list, in order.
///
/// # Errors
/// The search cannot be read.
pub fn all_rows(session: &Session, request: &ListRequest) -> Result<Vec<i64>> {
    let search = understood(session, request)?;
    let listing = listing(session, request, &search, None)?;
    Ok(window(&listing, 0, listing.list.rows.len()))
}

/// Rows of every account of a list and, where its scope leaves them out, of those kept apart that it would else hold;
/// in order. Which are kept apart says [`kept_apart_of`].
///
/// # Errors
/// The search cannot be read.
pub fn all_rows_with_kept_apart(session: &Session, request: &ListRequest) -> Result<Vec<i64>> {
    let search = understood(session, request)?;
    let at = (session.generation(), session.host().now());
    let listing = work_out(session, request, &search, at, (None, Apart::Too))?;
    Ok(window(&listing, 0, listing.list.rows.len()))
}

/// Of these rows, the accounts of victims, children and third parties.
pub fn kept_apart_of(session: &Session, rows: &[i64]) -> Result<BTreeSet<i64>> {
    let apart: BTreeSet<i64> = session.read(|reader| {
        let apart = crate::table::role::kept_apart(reader.db())?;
        Ok(apart.into_iter().collect())
    })?;
    if apart.is_empty() {
        return Ok(apart);
    }
    Ok(rows
        .iter()
        .copied()
        .filter(|row| apart.contains(row))
        .collect())
}

/// Where an account stands in a list, counted from none; `None` if it is not in it.
///
/// # Errors
/// The search cannot be read.
pub fn index_of(session: &Session, request: &ListRequest, account: i64) -> Result<Option<u32>> {
    let search = understood(session, request)?;
    let listing = listing(session, request, &search, None)?;
    let Arranged {
        rows, is_turned, ..
    } = &listing.list;
    let at = rows.iter().position(|row| i64::from(*row) == account);
    Ok(at.map(|at| narrow(if *is_turned { rows.len() - 1 - at } else { at })))
}

/// A list's count, without rows and groups.
fn counted(session: &Session, request: &ListRequest, search: &Search) -> Result<ListView> {
    let at = (session.generation(), session.host().now());
    let chosen = chosen(session, request, search, at, (None, Apart::LeftOut))?;
    let set = chosen.set.as_ref().unwrap_or(&chosen.roll.present);
    let total = narrow(set.count());
    drop(chosen);
    Ok(ListView {
        total,
        ..mistaken(session, Vec::new())
    })
}

/// How many accounts a list holds; `None` where its search cannot be read. Its order is not worked out for that.
pub fn count(session: &Session, request: &ListRequest) -> Result<Option<u32>> {
    let Ok(search) = read(session, &request.search)? else {
        return Ok(None);
    };
    let at = (session.generation(), session.host().now());
    let chosen = chosen(session, request, &search, at, (None, Apart::LeftOut))?;
    let set = chosen.set.as_ref().unwrap_or(&chosen.roll.present);
    Ok(Some(narrow(set.count())))
}

fn window(listing: &Listing, from: usize, to: usize) -> Vec<i64> {
    let Arranged {
        rows, is_turned, ..
    } = &listing.list;
    let wide = |row: &u32| i64::from(*row);
    if *is_turned {
        let slice = rows.get(rows.len() - to..rows.len() - from);
        slice.unwrap_or_default().iter().rev().map(wide).collect()
    } else {
        rows.get(from..to)
            .unwrap_or_default()
            .iter()
            .map(wide)
            .collect()
    }
}

/// The same for every window of a list.
fn key(request: &ListRequest, search: &Search) -> Result<String> {
    Ok(serde_json::to_string(&ListRequest {
        offset: 0,
        limit: 0,
        search: search.to_string(),
        ..request.clone()
    })?)
}

fn listing(
    session: &Session,
    request: &ListRequest,
    search: &Search,
    time: Option<Duration>,
) -> Result<Arc<Listing>> {
    let key = key(request, search)?;
    let (generation, now) = (session.generation(), session.host().now());
    let kept = session.lists().answers(generation).lists.get(&key).cloned();
    if let Some(kept) = kept
        && now.0 - kept.made.0 < LIFE_MS
        && kept.is_level
        && kept.reading.is_none()
    {
        return Ok(kept);
    }
    let how = (time, Apart::LeftOut);
    let made = Arc::new(work_out(session, request, search, (generation, now), how)?);
    session
        .lists()
        .answers(generation)
        .lists
        .insert(key, Arc::clone(&made));
    Ok(made)
}

fn work_out(
    session: &Session,
    request: &ListRequest,
    search: &Search,
    at: (u64, Instant),
    how: (Option<Duration>, Apart),
) -> Result<Listing> {
    let mut chosen = chosen(session, request, search, at, how)?;
    session.read(|reader| chosen.roll.prepare(reader, request.order))?;
    Ok(Listing {
        made: at.1,
        is_level: chosen.is_level,
        reading: chosen.reading,
        list: order::arrange(&chosen.roll, request, chosen.set.as_ref(), at.1),
    })
}

/// The accounts of a list, in no order.
struct Chosen<'a> {
    roll: RwLockWriteGuard<'a, Roll>,
    /// `None` for all there are.
    set: Option<Set>,
    is_level: bool,
    reading: Option<(u32, u32)>,
}

fn chosen<'a>(
    session: &'a Session,
    request: &ListRequest,
    search: &Search,
    (generation, now): (u64, Instant),
    (time, apart): (Option<Duration>, Apart),
) -> Result<Chosen<'a>> {
    if search.has_texts() {
        session.settle_for(PATIENCE);
    }
    // Asked before the search: what is committed after it makes another generation.
    let is_level = !search.has_texts() || session.index_state() == "ok";
    let mut reading = None;
    let mut found = Vec::with_capacity(search.clauses.len());
    for clause in &search.clauses {
        found.push(match &clause.test {
            test @ Test::Text { .. } => {
                let key = clause.key();
                Some(found_in(
                    session,
                    key,
                    test,
                    (generation, is_level),
                    time,
                    &mut reading,
                )?)
            }
            _ => None,
        });
    }
    let reads = readable(session, request.only_readable)?;
    let days = session.no_action_days()?;
    let mut roll = session.lists().roll(session)?;
    session.read(|reader| prepare_having(reader, &mut roll, search))?;
    let bearing = bearing(session, request)?;
    let seen = choose::seen(session, request)?;
    let known = Known {
        now,
        days,
        apart,
        bearing: &bearing,
        reads: reads.as_deref(),
        seen: seen.as_ref(),
        found: &found,
    };
    let set = choose::choose(&roll, request, &search.clauses, &known);
    Ok(Chosen {
        roll,
        set,
        is_level,
        reading,
    })
}

fn prepare_having(reader: &Reader<'_>, roll: &mut Roll, search: &Search) -> Result<()> {
    for clause in &search.clauses {
        if let Test::Has(any) = &clause.test {
            any.iter().try_for_each(|what| roll.having(reader, *what))?;
        }
    }
    Ok(())
}

/// Accounts in which a text was found; `reading` says how far, where every text has to be read for it.
fn found_in(
    session: &Session,
    key: &str,
    test: &Test,
    (generation, is_level): (u64, bool),
    time: Option<Duration>,
    reading: &mut Option<(u32, u32)>,
) -> Result<Arc<Set>> {
    let kept = session.lists().answers(generation).found.get(key).cloned();
    if let Some(found) = kept {
        return Ok(found);
    }
    let searching = session
        .index()
        .as_ref()
        .map(crate::index::Index::searching)
        .ok_or_else(|| Error::Internal("the case is being locked".into()))?;
    let mut found = searching.find(test)?;
    let mut is_whole = true;
    if looking::reads_everything(test) {
        let mut scan = session.lists().scan(key);
        searching.within(|db| scan.go_on(db, test, time))?;
        found.add(scan.found());
        if !scan.is_whole() {
            is_whole = false;
            *reading = Some(scan.progress());
        }
        session.lists().keep_scan(key, is_level, scan);
    }
    let found = Arc::new(found);
    if is_level && is_whole {
        let mut answers = session.lists().answers(generation);
        answers.found.insert(key.to_owned(), Arc::clone(&found));
    }
    Ok(found)
}

#[cfg(test)]
mod apart_tests;
#[cfg(test)]
mod clock_tests;
#[cfg(test)]
mod search_tests;
#[cfg(test)]
mod tests;
