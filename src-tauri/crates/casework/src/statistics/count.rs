//! The figures of one unit: one pass over its items for each moment that is asked for, then sorted arrays.

use super::apart::Apart;
use super::curve::{End, Wait};
use super::standing::{AsAt, Bucket, DAY, Look, Standing, standing};
use breakwater_model::history::{History, Item};
use breakwater_model::platform::Unit;

/// From the first moment to before the last. Milliseconds.
pub type Window = (i64, i64);

/// A month of a period and the same days a year before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Month {
    pub window: Window,
    pub year_before: Window,
}

/// What is asked for, in moments.
#[derive(Debug, Clone)]
pub struct Frame {
    pub unit: Unit,
    pub period: Window,
    /// The period before.
    pub previous: Window,
    pub as_at: AsAt,
    /// As of when the period before is counted: as long after its end.
    pub previous_as_at: i64,
    /// As of when months of the year before are counted.
    pub year_before_as_at: i64,
    pub months: Vec<Month>,
    /// By what the figures are told apart.
    pub apart: Apart,
}

/// Takedowns that lie in a window.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Taken {
    pub confirmed: u32,
    pub inferred: u32,
}

impl Taken {
    pub const fn all(self) -> u32 {
        self.confirmed + self.inferred
    }

    const fn add(&mut self, is_inferred: bool) {
        if is_inferred {
            self.inferred += 1;
        } else {
            self.confirmed += 1;
        }
    }
}

/// Days after which an item is looked for again.
pub const BACK_WITHIN: [i64; 2] = [7, 30];

/// Days of the slices of a backlog; the last slice is older.
pub const AGES: [i64; 3] = [7, 30, 90];

/// Figures of a unit, or of a part of it.
#[derive(Debug, Clone, Default)]
pub struct Count {
    /// Taken down in the period.
    pub taken: Taken,
    /// Taken down in the period before, as it was known as long after.
    pub previous: Taken,
    /// The same as it is known now.
    pub previous_now: Taken,
    /// Items first referred in the period, by where they stand.
    pub cohort: [u32; Bucket::COUNT],
    /// Of the cohort's takedowns, those the platform confirmed.
    pub cohort_taken: Taken,
    /// Of the cohort, what the last look found.
    pub looks: [u32; Look::COUNT],
    /// Of those taken down in the period: came back within so many days, watched for all of them.
    pub back: [(u32, u32); BACK_WITHIN.len()],
    /// Items of any period that wait for the platform's say: by age, youngest first.
    pub backlog: [u32; AGES.len() + 1],
    /// Of these, how many the platform asked more about.
    pub more_asked: u32,
    /// How long these have waited, shortest first.
    pub ages: Vec<i64>,
    /// Hours of the cohort's confirmed takedowns, in milliseconds, shortest first.
    pub hours: Vec<i64>,
    /// Waits for a takedown, shortest first.
    pub waits: Vec<Wait>,
    /// Waits for any decision, shortest first.
    pub decisions: Vec<Wait>,
}

impl Count {
    /// Items first referred in the period.
    pub fn referred(&self) -> u32 {
        self.cohort.iter().sum()
    }

    fn sort(&mut self) {
        self.ages.sort_unstable();
        self.hours.sort_unstable();
        self.waits.sort_unstable();
        self.decisions.sort_unstable();
    }
}

/// A month's takedowns.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct InMonth {
    pub taken: Taken,
    pub year_before: Taken,
    pub referred: u32,
}

/// What [`count`] gives.
#[derive(Debug, Clone, Default)]
pub struct Counted {
    pub all: Count,
    /// By the names of the cut, in their order.
    pub parts: Vec<Count>,
    pub months: Vec<InMonth>,
    /// By how many the referred of the parts are more than those of the whole.
    pub more_than_once: u32,
}

/// Counts the items of a unit.
pub fn count(history: &History, frame: &Frame) -> Counted {
    let names = frame.apart.names(history).len();
    let mut counted = Counted {
        all: Count::default(),
        parts: vec![Count::default(); names],
        months: vec![InMonth::default(); frame.months.len()],
        more_than_once: 0,
    };
    let items = history.items().iter().enumerate();
    for (place, item) in items.filter(|(_, item)| item.unit == frame.unit) {
        let parts = frame.apart.parts_of(place, item);
        one(history, frame, item, &mut counted, parts);
    }
    counted.all.sort();
    for part in &mut counted.parts {
        part.sort();
    }
    counted
}

fn one(history: &History, frame: &Frame, item: &Item, counted: &mut Counted, parts: &[u16]) {
    let events = history.events(item);
    let at = |at: i64| standing(item, events, AsAt { at, ..frame.as_at });
    let now = at(frame.as_at.at);
    let before = at(frame.previous_as_at).and_then(|then| in_window(frame.previous, &then));
    let into = |count: &mut Count| {
        if let Some(now) = &now {
            add(count, frame, now);
        }
        if let Some(is_inferred) = before {
            count.previous.add(is_inferred);
        }
    };
    into(&mut counted.all);
    for part in parts {
        if let Some(count) = counted.parts.get_mut(usize::from(*part)) {
            into(count);
        }
    }
    if now.is_some_and(|now| is_in(frame.period, now.sent)) {
        let further = parts.len().saturating_sub(1);
        counted.more_than_once += u32::try_from(further).unwrap_or(u32::MAX);
    }
    if frame.months.is_empty() {
        return;
    }
    let year_before = at(frame.year_before_as_at);
    for (month, into) in frame.months.iter().zip(&mut counted.months) {
        if let Some(now) = &now {
            into.referred += u32::from(is_in(month.window, now.sent));
            if let Some(is_inferred) = in_window(month.window, now) {
                into.taken.add(is_inferred);
            }
        }
        let then = year_before.as_ref();
        if let Some(is_inferred) = then.and_then(|then| in_window(month.year_before, then)) {
            into.year_before.add(is_inferred);
        }
    }
}

pub const fn is_in(window: Window, at: i64) -> bool {
    window.0 <= at && at < window.1
}

/// Whether it was inferred, if it was taken down in the window.
pub fn in_window(window: Window, standing: &Standing) -> Option<bool> {
    let at = standing.taken_down()?;
    is_in(window, at).then_some(standing.is_inferred)
}

fn add(count: &mut Count, frame: &Frame, now: &Standing) {
    if let Some(is_inferred) = in_window(frame.period, now) {
        count.taken.add(is_inferred);
        add_back(count, frame, now);
    }
    if let Some(is_inferred) = in_window(frame.previous, now) {
        count.previous_now.add(is_inferred);
    }
    if let Some(slice) = age_slice(frame, now) {
        add_waiting(count, frame, now, slice);
    }
    if is_in(frame.period, now.sent) {
        add_referred(count, frame, now);
    }
}

/// Whether what was taken down came back within so many days; none where it was not watched for all of them.
pub fn back_within(frame: &Frame, now: &Standing, days: i64) -> Option<bool> {
    let end = now.since + days * DAY;
    let is_back = now.back.is_some_and(|at| at <= end);
    let is_watched = is_back || now.last_told.is_some_and(|at| at >= end);
    (end <= frame.as_at.at && is_watched).then_some(is_back)
}

fn add_back(count: &mut Count, frame: &Frame, now: &Standing) {
    for (days, (back, watched)) in BACK_WITHIN.iter().zip(&mut count.back) {
        if let Some(is_back) = back_within(frame, now, *days) {
            *watched += 1;
            *back += u32::from(is_back);
        }
    }
}

/// In which slice of the backlog it waits, if it waits for the platform's say.
pub fn age_slice(frame: &Frame, now: &Standing) -> Option<usize> {
    let age = frame.as_at.at - now.sent;
    matches!(now.bucket, Bucket::NoAnswer | Bucket::MoreAsked)
        .then(|| AGES.iter().filter(|days| age > **days * DAY).count())
}

fn add_waiting(count: &mut Count, frame: &Frame, now: &Standing, slice: usize) {
    if let Some(slice) = count.backlog.get_mut(slice) {
        *slice += 1;
    }
    count.more_asked += u32::from(now.bucket == Bucket::MoreAsked);
    count.ages.push(frame.as_at.at - now.sent);
}

fn add_referred(count: &mut Count, frame: &Frame, now: &Standing) {
    if let Some(bucket) = count.cohort.get_mut(now.bucket as usize) {
        *bucket += 1;
    }
    if let Some(look) = count.looks.get_mut(now.look as usize) {
        *look += 1;
    }
    let until_now = (frame.as_at.at - now.sent).max(0);
    count.waits.push(match now.bucket {
        Bucket::TakenDown => (now.waited(), End::Event),
        Bucket::NoAnswer | Bucket::MoreAsked => (until_now, End::Censored),
        Bucket::NotSeenLive if now.first_decision.is_none() => (until_now, End::Censored),
        _ => (now.waited(), End::Other),
    });
    count
        .decisions
        .push(match (now.first_decision, now.withdrawn) {
            (Some(at), _) => ((at - now.sent).max(0), End::Event),
            (None, Some(at)) => ((at - now.sent).max(0), End::Censored),
            (None, None) => (until_now, End::Censored),
        });
    if now.bucket == Bucket::TakenDown {
        count.cohort_taken.add(now.is_inferred);
        if !now.is_inferred {
            count.hours.push(now.waited());
        }
    }
}
