//! The order of the queue: group by group, what is due first, then the oldest.

use super::facts::Facts;
use super::near;
use super::order::narrow;
use super::roll::Roll;
use breakwater_model::Instant;
use breakwater_model::assessment::AccountStatus;
use breakwater_model::indicator::Band;
use breakwater_model::list::GroupView;
use breakwater_text::search::Has;
use std::sync::Arc;

const DAY_MS: i64 = 86_400_000;

/// Groups of the queue, in order: key, label.
const GROUPS: [(&str, &str); 6] = [
    ("urgent", "Urgent"),
    ("second-look", "Second look"),
    ("hold-ended", "Hold date reached"),
    ("priority", "Priority"),
    ("review", "Review"),
    ("low", "Low"),
];

/// The bit of a place in the queue that says: look at the time too.
const HAS_TIME: u8 = 0x80;

/// The group of an account as it is whatever the time, and whether it names a time by which it matters. Kept in the
/// roll, a byte an account: a million of them are dealt for every list.
pub(super) fn place(facts: &Facts) -> u8 {
    let group = if facts.has(Has::Safeguarding) == Some(true) {
        0
    } else if facts.is(AccountStatus::SecondLook) {
        1
    } else if facts.is(AccountStatus::Hold) {
        2
    } else if facts.is_band(Band::Priority) {
        3
    } else if facts.is_band(Band::Review) {
        4
    } else {
        5
    };
    if facts.due().is_some() {
        group | HAS_TIME
    } else {
        group
    }
}

/// When an account is due, unless that is more than a day gone: what was to happen then has happened.
fn coming(facts: &Facts, now: Instant) -> Option<i64> {
    facts.due().filter(|due| *due >= now.0 - DAY_MS)
}

/// True if an account is due within a day, or was within the last.
pub fn presses(facts: &Facts, now: Instant) -> bool {
    !facts.is_band(Band::Low) && coming(facts, now).is_some_and(|due| due <= now.0 + DAY_MS)
}

/// The queue: group by group, what is due first, then the oldest; of those that came in at once, as from one file, what
/// is beside an account the unit acts on.
pub(super) fn queue(roll: &Roll, rows: &[u32], now: Instant) -> (Arc<Vec<u32>>, Vec<GroupView>) {
    let mut heaps = dealt(roll, rows, now);
    if let Some(near) = roll.near.as_ref().filter(|near| near.count() > 0) {
        for heap in &mut heaps {
            let age = |row: u32| {
                let facts = roll.of(row);
                (coming(facts, now).unwrap_or(i64::MAX), facts.imported)
            };
            if heap.iter().any(|row| near.contains(*row)) {
                *heap = near::first(heap, near, age);
            }
        }
    }
    let mut groups = Vec::new();
    let mut start = 0;
    for ((key, label), heap) in GROUPS.iter().zip(&heaps) {
        if !heap.is_empty() {
            groups.push(GroupView {
                key: (*key).to_owned(),
                label: (*label).to_owned(),
                start: narrow(start),
                count: narrow(heap.len()),
            });
        }
        start += heap.len();
    }
    (Arc::new(heaps.concat()), groups)
}

/// The rows of each group; those that are due before the others, the soonest first and of one time in the order they
/// had. Few are due.
fn dealt(roll: &Roll, rows: &[u32], now: Instant) -> [Vec<u32>; GROUPS.len()] {
    let mut sizes = [0; 256];
    for row in rows {
        if let Some(size) = sizes.get_mut(usize::from(roll.place(*row))) {
            *size += 1;
        }
    }
    let size = |group: usize| sizes.get(group).copied().unwrap_or_default();
    let mut heaps: [Vec<u32>; GROUPS.len()] =
        std::array::from_fn(|group| Vec::with_capacity(size(group)));
    let mut due: [Vec<(i64, u32)>; GROUPS.len()] = Default::default();
    for row in rows {
        let place = roll.place(*row);
        let mut group = usize::from(place & !HAS_TIME);
        if place & HAS_TIME != 0 {
            let facts = roll.of(*row);
            if presses(facts, now) {
                group = 0;
            }
            if let Some((at, due)) = coming(facts, now).zip(due.get_mut(group)) {
                due.push((at, *row));
                continue;
            }
        }
        if let Some(heap) = heaps.get_mut(group) {
            heap.push(*row);
        }
    }
    for (heap, mut due) in heaps.iter_mut().zip(due) {
        due.sort_by_key(|(at, _)| *at);
        heap.splice(0..0, due.into_iter().map(|(_, row)| row));
    }
    heaps
}
