//! Rows of a file held against the registers: read once a file, asked once a row.

use super::resolve::Target;
use super::row::Row;
use crate::Result;
use breakwater_casefile::Reader;
use breakwater_casefile::register::{self, Lookup, Met, Seen};
use breakwater_model::Instant;
use breakwater_model::register::{MatchedBy, RegisterCountView, RegisterList};
use std::collections::{BTreeMap, HashMap};

/// How the remark begins that a row only looks like an entry.
pub const LOOKS_LIKE: &str = "looks like";

/// Rows of one file shown because a register has them.
const SHOWN: u32 = 200;

/// The registers and what they meet in the case.
pub struct Registers {
    lookup: Lookup,
    hits: HashMap<i64, Met>,
    now: Instant,
}

impl Registers {
    /// Reads the registers.
    pub fn load(reader: &Reader<'_>, now: Instant) -> Result<Self> {
        Ok(Self {
            lookup: Lookup::load(reader)?,
            hits: register::all_hits(reader)?,
            now,
        })
    }

    /// The strictest list a row is met on, by what it says or by what the case knows of its account, and the
    /// words for it. What only looks like an entry is in the words and on no list.
    pub fn remark(&self, row: &Row, target: Target) -> (Option<RegisterList>, String) {
        if self.lookup.is_empty() {
            return (None, String::new());
        }
        let mut met = match target {
            Target::Known(account) => self.hits.get(&account).cloned().unwrap_or_default(),
            Target::New(_) | Target::Reborn(_) => Met::new(),
        };
        for seen in seen(row) {
            self.lookup.meet(&seen, &mut met);
        }
        let mut words = Vec::new();
        let mut strictest = None;
        for (entry, by) in self.lookup.holding(&met, self.now) {
            if entry.list == RegisterList::NeverLinks {
                continue;
            }
            let whose = entry.details.owner.as_ref().unwrap_or(&entry.written);
            if by == MatchedBy::LookAlike {
                let list = register::list_words(entry.list);
                words.push(format!(
                    "{LOOKS_LIKE} {} of the {list} register, {whose}: is it the same?",
                    entry.written
                ));
                continue;
            }
            strictest = strictest.or(Some(entry.list));
            words.push(format!(
                "on the {} register: {whose}",
                register::list_words(entry.list)
            ));
        }
        words.dedup();
        (strictest, words.join("; "))
    }
}

fn seen(row: &Row) -> [Seen<'_>; 2] {
    let named = Seen {
        platform: &row.platform,
        handle: row.folded.as_deref(),
        platform_id: row.platform_id.as_deref(),
        address: row.canonical_url.as_deref(),
        post: row.post.as_ref().and_then(|post| post.key.as_deref()),
        text: row.bio.as_deref(),
    };
    let shown = Seen {
        text: row.display_name.as_deref(),
        ..Seen::default()
    };
    [named, shown]
}

/// Rows met on registers, by list.
#[derive(Default)]
pub struct Tally(BTreeMap<RegisterList, u32>);

impl Tally {
    /// Counts a row; true if it is shown for the register's sake.
    pub fn is_shown(&mut self, list: Option<RegisterList>) -> bool {
        let Some(list) = list else { return false };
        *self.0.entry(list).or_default() += 1;
        self.0.values().sum::<u32>() <= SHOWN
    }

    /// As the window shows it.
    pub fn view(&self) -> Vec<RegisterCountView> {
        let counts = self.0.iter();
        counts
            .map(|(list, entries)| RegisterCountView {
                list: *list,
                entries: *entries,
            })
            .collect()
    }
}
