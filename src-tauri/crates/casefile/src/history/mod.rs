//! What became of everything that was ever referred: a derived row an account, read at once and kept in memory; of
//! accounts a write told of, read again.
//!
//! Invariant: an account, or a post of it, is one item however often it was sent, from this case or before it. What was
//! taken back is not in it. What is kept is what a reading of all events would give.

mod anew;
mod beside;
mod facts;
mod kept;
mod names;
mod pack;
#[cfg(test)]
mod tests;

pub(crate) use anew::{check, restore};
pub use beside::{AssessedLine, ItemKey, Referrer, assessed, referrers, refusals};
pub(crate) use kept::{CREATE, Pending, Told as Heard};
pub use names::{Named, channels, named};

use crate::session::Session;
use crate::{Reader, Result};
use breakwater_model::AccountId;
use breakwater_model::history::{Cut, Event, History, Item};
use facts::OneAccount;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Accounts from which on a write has all rows read again rather than one after the other.
const MANY: usize = 2_000;

/// What an item is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// Row of the account.
    pub row: i64,
    /// The account.
    pub account: AccountId,
    /// Key of the post; empty for the account itself.
    pub post: String,
}

/// The history of a case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    /// Items and events.
    pub history: History,
    /// What each item is, in the order of the items: by account, in the order they came in.
    pub subjects: Vec<Subject>,
    /// Number of the last event of the case.
    pub last: i64,
}

/// What is kept between two questions.
#[derive(Default)]
pub(crate) struct Kept {
    held: Mutex<Option<Arc<Told>>>,
    stale: Mutex<Stale>,
}

#[derive(Default)]
struct Stale {
    accounts: BTreeSet<i64>,
    has_event: bool,
    is_all: bool,
}

impl Kept {
    /// Hears, once a write is committed, what it told of items.
    pub(crate) fn hear(&self, heard: Heard) {
        let mut stale = lock(&self.stale);
        stale.has_event |= heard.has_event;
        if !stale.is_all {
            stale.accounts.extend(heard.accounts);
        }
        if stale.accounts.len() > MANY {
            stale.is_all = true;
            stale.accounts.clear();
        }
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The history as it is committed; of accounts a write told of since it was last asked for, read again.
pub fn told(session: &Session) -> Result<Arc<Told>> {
    let kept = &session.history;
    let mut held = lock(&kept.held);
    // Taken before reading: what is committed meanwhile is told of again. Should reading fail, all is read next time.
    let stale = std::mem::take(&mut *lock(&kept.stale));
    let known = held.take();
    let told = match known {
        Some(told) if !stale.is_all && stale.accounts.is_empty() && !stale.has_event => told,
        Some(told) if !stale.is_all => Arc::new(session.snapshot(|reader| {
            let fresh = kept::of(reader, &stale.accounts)?;
            Ok(spliced(&told, &stale.accounts, fresh, last(reader)?))
        })?),
        _ => Arc::new(session.snapshot(from_rows)?),
    };
    *held = Some(Arc::clone(&told));
    Ok(told)
}

fn last(reader: &Reader<'_>) -> Result<i64> {
    Ok(reader
        .prepare_cached("SELECT coalesce(max(seq), 0) FROM event")?
        .query_row([], |row| row.get(0))?)
}

/// The history of the facts that stood at an entry of the log, also of those taken back since; nothing where that is what
/// stands now.
pub fn told_by(session: &Session, entry: i64) -> Result<Option<Told>> {
    let now = told(session)?;
    session.snapshot(|reader| {
        let turned = facts::turned_since(reader, entry)?;
        if turned.is_empty() {
            return Ok(None);
        }
        let mut then = BTreeMap::new();
        for account in &turned {
            then.append(&mut facts::read_by(
                reader,
                (*account, *account),
                Some(entry),
            )?);
        }
        Ok(Some(spliced(&now, &turned, then, now.last)))
    })
}

/// All of it, from the kept rows.
pub fn from_rows(reader: &Reader<'_>) -> Result<Told> {
    let mut making = Making::default();
    kept::every(reader, &mut |row, one| making.add(row, one))?;
    Ok(making.done(last(reader)?))
}

/// All of it, from the events themselves.
pub fn from_events(reader: &Reader<'_>) -> Result<Told> {
    let mut making = Making::default();
    for (row, one) in facts::read(reader, facts::ALL)? {
        making.add(row, one);
    }
    Ok(making.done(last(reader)?))
}

/// What was told with some accounts in place of what was told of them.
fn spliced(
    told: &Told,
    stale: &BTreeSet<i64>,
    mut fresh: BTreeMap<i64, OneAccount>,
    last: i64,
) -> Told {
    if stale.is_empty() {
        return Told {
            last,
            ..told.clone()
        };
    }
    let mut making = Making::with_room(told);
    let mut known: Vec<Vec<Option<u16>>> = Vec::new();
    for cut in Cut::KEPT {
        known.push(vec![None; told.history.names(cut).len()]);
    }
    for (item, subject) in told.history.items().iter().zip(&told.subjects) {
        while let Some(entry) = fresh.first_entry().filter(|one| *one.key() < subject.row) {
            let (row, one) = entry.remove_entry();
            making.add(row, one);
        }
        if stale.contains(&subject.row) {
            continue;
        }
        let mut item = *item;
        for ((cut, known), group) in Cut::KEPT.into_iter().zip(&mut known).zip(&mut item.groups) {
            let names = told.history.names(cut);
            *group = match known.get(usize::from(*group)).copied().flatten() {
                Some(place) => place,
                None => making.name_again(cut, names, *group, known),
            };
        }
        making.push(item, told.history.events(&item), subject.clone());
    }
    for (row, one) in fresh {
        making.add(row, one);
    }
    making.done(last)
}

/// Names of a cut, each once.
#[derive(Default)]
struct Names {
    names: Vec<String>,
    places: HashMap<String, u16>,
}

impl Names {
    fn place(&mut self, name: &str) -> u16 {
        if let Some(place) = self.places.get(name) {
            return *place;
        }
        let place = u16::try_from(self.names.len()).unwrap_or(u16::MAX);
        self.names.push(name.to_owned());
        self.places.insert(name.to_owned(), place);
        place
    }
}

/// A history in the making: accounts come in order.
#[derive(Default)]
struct Making {
    history: History,
    subjects: Vec<Subject>,
    names: [Names; Cut::COUNT],
}

impl Making {
    fn with_room(told: &Told) -> Self {
        Self {
            history: History::with_room(told.history.items().len(), told.history.len()),
            subjects: Vec::with_capacity(told.subjects.len()),
            names: Default::default(),
        }
    }

    fn add(&mut self, row: i64, one: OneAccount) {
        for item in one.items {
            let mut groups = [0; Cut::COUNT];
            for ((group, names), name) in groups.iter_mut().zip(&mut self.names).zip(&item.names) {
                *group = names.place(name);
            }
            let subject = Subject {
                row,
                account: one.id,
                post: item.post,
            };
            let made = Item::new(item.unit, groups, item.live);
            self.push(made, &item.events, subject);
        }
    }

    fn push(&mut self, item: Item, events: &[Event], subject: Subject) {
        self.history.push(item, events);
        self.subjects.push(subject);
    }

    /// The place of a name of another history, which is written down for the next item that has it.
    fn name_again(
        &mut self,
        cut: Cut,
        names: &[String],
        group: u16,
        known: &mut [Option<u16>],
    ) -> u16 {
        let name = names.get(usize::from(group)).map_or("", String::as_str);
        let mine = self.names.get_mut(cut as usize);
        let place = mine.map_or(0, |mine| mine.place(name));
        if let Some(slot) = known.get_mut(usize::from(group)) {
            *slot = Some(place);
        }
        place
    }

    fn done(self, last: i64) -> Told {
        Told {
            history: self.history.named(self.names.map(|names| names.names)),
            subjects: self.subjects,
            last,
        }
    }
}
