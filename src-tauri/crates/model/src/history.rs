//! What became of referred items, as a plain list: each item with its dated events. Figures are computed from this and
//! from nothing else, whether it was read from a case or from the files of several officers.
//!
//! Invariant: events stand by item, then by their place, then by their number.

use crate::platform::Unit;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// What happened to an item, or what was seen of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Mark {
    /// Sent to the platform.
    Sent,
    /// Removed for everyone.
    Removed,
    /// Suspended without end.
    Suspended,
    /// Restricted, geo-blocked, or suspended for a time.
    Limited,
    /// Left standing.
    Declined,
    /// Not found by the platform.
    NotFound,
    /// The platform asked for more.
    MoreAsked,
    /// Put back.
    Reinstated,
    /// Taken back by the unit.
    Withdrawn,
    /// Seen live.
    SeenLive,
    /// Seen offline.
    SeenOffline,
    /// Seen under another name.
    SeenRenamed,
    /// Looked at, with any other answer.
    SeenOther,
}

/// One thing that happened. Milliseconds since 1970, UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Event {
    /// When it happened; the end of what is dated by day or month alone, or when the unit knew where that is before it.
    pub happened: i64,
    /// When the unit knew.
    pub known: i64,
    /// From when on a correction of it was known; [`Event::STANDS`] if there is none.
    pub until: i64,
    /// Its number: what happened at the same time is put in order by it.
    pub seq: i64,
    /// By how many milliseconds its place is before `happened`: nought but for what is dated by day or month alone.
    pub early: u32,
    /// What.
    pub mark: Mark,
    /// True for history that was brought in.
    pub is_imported: bool,
}

impl Event {
    /// No correction is known.
    pub const STANDS: i64 = i64::MAX;

    /// Where it stands among others: when it happened, and of what is dated by day alone, after what was entered before
    /// of that day and before what was entered since.
    pub const fn place(&self) -> i64 {
        self.happened.saturating_sub(self.early as i64)
    }

    /// The same event standing at a place, which is never after it happened.
    #[must_use]
    pub fn placed(self, place: i64) -> Self {
        let early = self.happened.saturating_sub(place).max(0);
        Self {
            early: u32::try_from(early).unwrap_or(u32::MAX),
            ..self
        }
    }
}

/// By what items can be told apart besides their unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Cut {
    /// The platform.
    Platform,
    /// The route of the first referral.
    Route,
    /// The platform's rule it was sent under.
    Policy,
    /// The law it was sent under.
    Law,
    /// The language of the account.
    Language,
    /// What was offered, by the assessment it was first sent on; an item may have several.
    Service,
    /// The ground the platform gave when it last declined it.
    Refusal,
    /// The team of the officer whose referral it was first sent in, as it was then.
    Team,
}

impl Cut {
    /// How many of them an item keeps a name of.
    pub const COUNT: usize = 5;
    /// These, each at its own place; the others are worked out beside the items when they are asked for.
    pub const KEPT: [Self; Self::COUNT] = [
        Self::Platform,
        Self::Route,
        Self::Policy,
        Self::Law,
        Self::Language,
    ];

    /// True if every item keeps a name of it.
    pub const fn is_kept(self) -> bool {
        (self as usize) < Self::COUNT
    }
}

/// One referred thing: an account, or a post of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    /// Its unit.
    pub unit: Unit,
    /// For each of [`Cut::KEPT`], which of the names of [`History::names`] it has.
    pub groups: [u16; Cut::COUNT],
    /// When it was seen live, as the referral says.
    pub live: Option<i64>,
    first: u32,
    count: u32,
}

impl Item {
    /// An item nothing has happened to yet.
    pub const fn new(unit: Unit, groups: [u16; Cut::COUNT], live: Option<i64>) -> Self {
        Self {
            unit,
            groups,
            live,
            first: 0,
            count: 0,
        }
    }

    fn range(&self) -> Range<usize> {
        self.first as usize..(self.first as usize) + self.count as usize
    }
}

/// Items and their events.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    items: Vec<Item>,
    events: Vec<Event>,
    names: [Vec<String>; Cut::COUNT],
}

impl History {
    /// Puts events in order by the items they are of; an event of an item that is not there is left out.
    pub fn new(
        mut items: Vec<Item>,
        mut events: Vec<(u32, Event)>,
        names: [Vec<String>; Cut::COUNT],
    ) -> Self {
        events.sort_unstable_by_key(|(item, event)| (*item, event.place(), event.seq));
        let mut kept = Vec::with_capacity(events.len());
        for (of, event) in events {
            let at = u32::try_from(kept.len()).unwrap_or(u32::MAX);
            if let Some(item) = items.get_mut(of as usize) {
                if item.count == 0 {
                    item.first = at;
                }
                item.count += 1;
                kept.push(event);
            }
        }
        Self {
            items,
            events: kept,
            names,
        }
    }

    /// An empty one with room for so many items and events.
    pub fn with_room(items: usize, events: usize) -> Self {
        Self {
            items: Vec::with_capacity(items),
            events: Vec::with_capacity(events),
            names: Default::default(),
        }
    }

    /// Adds an item with what happened to it, by place, then by number.
    pub fn push(&mut self, item: Item, events: &[Event]) {
        self.items.push(Item {
            first: u32::try_from(self.events.len()).unwrap_or(u32::MAX),
            count: u32::try_from(events.len()).unwrap_or(u32::MAX),
            ..item
        });
        self.events.extend_from_slice(events);
    }

    /// The same with the names its groups are places of.
    #[must_use]
    pub fn named(self, names: [Vec<String>; Cut::COUNT]) -> Self {
        Self { names, ..self }
    }

    /// The items.
    pub fn items(&self) -> &[Item] {
        &self.items
    }

    /// What happened to an item, in order.
    pub fn events(&self, item: &Item) -> &[Event] {
        self.events.get(item.range()).unwrap_or_default()
    }

    /// The names of a cut.
    pub fn names(&self, cut: Cut) -> &[String] {
        self.names.get(cut as usize).map_or(&[], Vec::as_slice)
    }

    /// How many events there are.
    pub fn len(&self) -> usize {
        self.events.len()
    }

    /// True if nothing ever happened.
    pub fn is_empty(&self) -> bool {
        self.events.is_empty()
    }
}
