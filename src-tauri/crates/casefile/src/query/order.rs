//! The orders of a list. Three are kept as rows in order (import, label, last
//! sighting); every other is one of them dealt into few heaps, which costs one
//! pass and keeps what stands alike in the order it had.

use super::facts::Facts;
use super::near;
use super::queue::queue;
use super::roll::{Changed, Moved, Roll};
use super::set::Set;
use crate::{Reader, Result};
use breakwater_model::Instant;
use breakwater_model::assessment::AccountStatus;
use breakwater_model::list::{AccountOrder, GroupView, ListRequest};
use rusqlite::named_params;
use std::cmp::Ordering;
use std::sync::Arc;

const DAY_MS: i64 = 86_400_000;
/// Heaps of the order by score: more half points than the caps of all kinds together.
const HALVES: usize = 512;
/// Most accounts moved one by one within the order by label; with more it is read again.
const FEW: usize = 256;

/// Reads accounts in the order of what they are called.
pub(super) const BY_LABEL: &str =
    "SELECT account FROM account_state ORDER BY label COLLATE NOCASE, account";

/// A list in its order.
#[derive(Debug)]
pub struct Arranged {
    /// Rows, in order or the other way round.
    pub rows: Arc<Vec<u32>>,
    /// True if the list begins at the end of `rows`.
    pub is_turned: bool,
    /// Groups, as the list shows them.
    pub groups: Vec<GroupView>,
}

impl Arranged {
    /// The rows as they are listed.
    pub fn listed(&self) -> impl Iterator<Item = u32> + '_ {
        let last = self.rows.len().saturating_sub(1);
        (0..self.rows.len()).filter_map(move |at| {
            let at = if self.is_turned { last - at } else { at };
            self.rows.get(at).copied()
        })
    }
}

impl Roll {
    /// Makes the order a list needs, if nobody has asked for it yet.
    pub(super) fn prepare(&mut self, reader: &Reader<'_>, order: AccountOrder) -> Result<()> {
        match order {
            AccountOrder::Handle | AccountOrder::Platform if self.by_label.is_none() => {
                let mut statement = reader.db().prepare_cached(BY_LABEL)?;
                let rows = statement.query_map([], |row| row.get(0))?;
                self.by_label = Some(Arc::new(rows.collect::<rusqlite::Result<_>>()?));
            }
            AccountOrder::LastSeen if self.by_seen.is_none() => {
                let mut rows: Vec<u32> = self.present.rows().collect();
                rows.sort_by_key(|row| (self.of(*row).seen, *row));
                self.by_seen = Some(Arc::new(rows));
            }
            AccountOrder::Queue if self.near.is_none() => {
                self.near = Some(near::near(reader, self)?);
            }
            _ => {}
        }
        Ok(())
    }

    /// Puts accounts that stand elsewhere where they now stand.
    pub(super) fn move_in_orders(&mut self, reader: &Reader<'_>, moved: &Moved) -> Result<()> {
        let [import, label, seen] = &moved.orders;
        let mut order = std::mem::take(&mut self.by_import);
        self.move_in(Arc::make_mut(&mut order), import, |facts| facts.imported);
        self.by_import = order;
        if let Some(mut order) = self.by_seen.take() {
            self.move_in(Arc::make_mut(&mut order), seen, |facts| facts.seen);
            self.by_seen = Some(order);
        }
        if let Some(mut order) = self.by_label.take()
            && label.entering.len() <= FEW
        {
            by_label(reader, Arc::make_mut(&mut order), label)?;
            self.by_label = Some(order);
        }
        Ok(())
    }

    fn move_in(&self, order: &mut Vec<u32>, changed: &Changed, key: impl Fn(&Facts) -> i64) {
        let key = |row: u32| (key(self.of(row)), row);
        leave(order, changed);
        let mut entering = changed.entering.clone();
        entering.sort_unstable_by_key(|row| key(*row));
        let places: Vec<usize> = entering
            .iter()
            .map(|row| order.partition_point(|other| key(*other) < key(*row)))
            .collect();
        enter(order, &entering, &places);
    }
}

fn leave(order: &mut Vec<u32>, changed: &Changed) {
    if changed.is_leaving {
        order.retain(|row| !changed.leaving.contains(*row));
    }
}

/// Puts rows before the places they were given; both ascend.
fn enter(order: &mut Vec<u32>, entering: &[u32], places: &[usize]) {
    if places.first().is_none_or(|first| *first == order.len()) {
        order.extend_from_slice(entering);
        return;
    }
    let mut whole = Vec::with_capacity(order.len() + entering.len());
    let mut from = 0;
    for (row, place) in entering.iter().zip(places) {
        whole.extend_from_slice(order.get(from..*place).unwrap_or_default());
        whole.push(*row);
        from = *place;
    }
    whole.extend_from_slice(order.get(from..).unwrap_or_default());
    *order = whole;
}

fn by_label(reader: &Reader<'_>, order: &mut Vec<u32>, changed: &Changed) -> Result<()> {
    leave(order, changed);
    let mut entering = Vec::with_capacity(changed.entering.len());
    for row in &changed.entering {
        entering.push((label(reader, *row)?, *row));
    }
    entering.sort_unstable();
    let mut places = Vec::with_capacity(entering.len());
    for (own, row) in &entering {
        let (mut from, mut to) = (0, order.len());
        while from < to {
            let middle = usize::midpoint(from, to);
            let Some(other) = order.get(middle) else {
                break;
            };
            let other = (label(reader, *other)?, *other);
            if (&other.0, other.1).cmp(&(own, *row)) == Ordering::Less {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        places.push(from);
    }
    let rows: Vec<u32> = entering.into_iter().map(|(_, row)| row).collect();
    enter(order, &rows, &places);
    Ok(())
}

/// A label as SQLite's `NOCASE` compares it.
fn label(reader: &Reader<'_>, row: u32) -> Result<String> {
    let mut label: String = reader
        .db()
        .prepare_cached("SELECT label FROM account_state WHERE account = :account")?
        .query_row(named_params! { ":account": row }, |row| row.get(0))?;
    label.make_ascii_lowercase();
    Ok(label)
}

/// The accounts of `set` in the order asked for; of all accounts where there is none.
pub fn arrange(roll: &Roll, request: &ListRequest, set: Option<&Set>, now: Instant) -> Arranged {
    let base = match request.order {
        AccountOrder::Handle | AccountOrder::Platform => roll.by_label.as_ref(),
        AccountOrder::LastSeen => roll.by_seen.as_ref(),
        _ => Some(&roll.by_import),
    };
    let base = base.map(Arc::clone).unwrap_or_default();
    let rows = match set {
        None => base,
        Some(set) => {
            let mut rows = Vec::with_capacity(set.count());
            rows.extend(base.iter().copied().filter(|row| set.contains(*row)));
            Arc::new(rows)
        }
    };
    let dealt = |heaps: usize, of: &dyn Fn(&Facts) -> usize| deal(roll, &rows, heaps, of).concat();
    let (rows, groups) = match request.order {
        AccountOrder::Queue => queue(roll, &rows, now),
        AccountOrder::Imported | AccountOrder::Handle | AccountOrder::LastSeen => {
            (rows, Vec::new())
        }
        AccountOrder::Platform => {
            let places = places(&roll.platforms, String::clone);
            let of = |facts: &Facts| at(&places, facts.platform.into());
            (Arc::new(dealt(places.len(), &of)), Vec::new())
        }
        AccountOrder::Language => {
            let places = places(&roll.languages, |code| (code.is_empty(), code.clone()));
            let of = |facts: &Facts| at(&places, facts.language.into());
            (Arc::new(dealt(places.len(), &of)), Vec::new())
        }
        AccountOrder::Status => (
            Arc::new(dealt(256, &|facts| facts.status.into())),
            Vec::new(),
        ),
        AccountOrder::Score => (
            Arc::new(dealt(HALVES, &|facts| {
                usize::from(facts.halves).min(HALVES - 1)
            })),
            Vec::new(),
        ),
        AccountOrder::Unit => (Arc::new(dealt(256, &|facts| facts.unit.into())), Vec::new()),
    };
    let groups = if request.is_descending {
        turned(groups, rows.len())
    } else {
        groups
    };
    Arranged {
        rows,
        is_turned: request.is_descending,
        groups,
    }
}

/// Rows dealt into heaps, each in the order they had.
fn deal(roll: &Roll, rows: &[u32], heaps: usize, of: &dyn Fn(&Facts) -> usize) -> Vec<Vec<u32>> {
    let mut all = vec![Vec::new(); heaps];
    for row in rows {
        if let Some(heap) = all.get_mut(of(roll.of(*row))) {
            heap.push(*row);
        }
    }
    all
}

/// For each word of a list, its place in the list sorted.
fn places<K: Ord>(words: &[String], key: impl Fn(&String) -> K) -> Vec<usize> {
    let mut sorted: Vec<usize> = (0..words.len()).collect();
    sorted.sort_by_key(|at| words.get(*at).map(&key));
    let mut places = vec![0; words.len()];
    for (place, word) in sorted.into_iter().enumerate() {
        if let Some(of) = places.get_mut(word) {
            *of = place;
        }
    }
    places
}

fn at(places: &[usize], word: usize) -> usize {
    places.get(word).copied().unwrap_or_default()
}

/// True if an account waits for an officer.
pub fn waits(roll: &Roll, row: u32, now: Instant) -> bool {
    let facts = roll.of(row);
    facts.is(AccountStatus::New)
        || facts.is(AccountStatus::InReview)
        || facts.is(AccountStatus::SecondLook)
        || (facts.is(AccountStatus::Hold)
            && roll.review.get(&row).is_some_and(|review| *review <= now.0))
}

/// True if the clock of a decision of no action has run out: the account is due for erasure.
pub fn is_run_out(facts: &Facts, days: u16, now: Instant) -> bool {
    facts.no_action > 0 && i64::from(facts.no_action) + i64::from(days) <= now.0.div_euclid(DAY_MS)
}

fn turned(groups: Vec<GroupView>, total: usize) -> Vec<GroupView> {
    let mut groups: Vec<GroupView> = groups
        .into_iter()
        .map(|group| GroupView {
            start: narrow(total) - group.start - group.count,
            ..group
        })
        .collect();
    groups.reverse();
    groups
}

/// A number of rows, as a list says it.
pub fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
