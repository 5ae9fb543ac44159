//! What the handles of a case are made of: which names and words so many bear that they say nothing of whose they are.

use crate::query::narrow_row;
use crate::{Reader, Result};
use breakwater_model::link::TieKind;
use breakwater_text::link::facts;
use breakwater_text::naming::{is_general, is_made_of, words};
use rusqlite::named_params;
use std::collections::hash_map::DefaultHasher;
use std::collections::{BTreeSet, HashMap};
use std::hash::{Hash, Hasher};

/// Names and words by a hash of them, with what bears them. Held from the first question on: 16 bytes for each that differs
/// and 8 for a handle. A handle that was taken back counts on; an
/// erasure has everything read anew.
#[derive(Clone, Default)]
pub(super) struct Names {
    /// The last handle that was read.
    last: i64,
    /// Handles of a name.
    handles: HashMap<u64, u32>,
    /// Names with a word.
    words: HashMap<u64, u32>,
    /// Half of the hash of a name and the handle it stands in, in order.
    named: Vec<(u32, u32)>,
    /// The same of those that came since it was in order.
    came: Vec<(u32, u32)>,
}

/// Handles put in their places one by one; with more all are sorted.
const FEW: usize = 64;

impl Names {
    /// True if no handle came since.
    pub fn is_level(&self, reader: &Reader<'_>) -> Result<bool> {
        let newest: Option<i64> = reader
            .db()
            .prepare_cached("SELECT max(id) FROM handle")?
            .query_row([], |row| row.get(0))?;
        Ok(newest.unwrap_or_default() <= self.last)
    }

    /// Reads the handles that came since.
    pub fn read_on(&mut self, reader: &Reader<'_>) -> Result<()> {
        let mut statement = reader
            .db()
            .prepare_cached("SELECT id, folded FROM handle WHERE id > :last ORDER BY id")?;
        let mut rows = statement.query(named_params! { ":last": self.last })?;
        while let Some(row) = rows.next()? {
            let handle: String = row.get(1)?;
            self.last = row.get(0)?;
            self.put(narrow_row(self.last)?, &handle);
        }
        self.settle();
        Ok(())
    }

    /// Puts the handles that came since in their places.
    fn settle(&mut self) {
        if self.came.len() > FEW {
            self.named.append(&mut self.came);
            self.named.sort_unstable();
        }
        for one in self.came.drain(..) {
            let at = self.named.partition_point(|other| *other < one);
            self.named.insert(at, one);
        }
    }

    /// How many handles bear a name.
    pub fn bearers(&self, name: &str) -> u32 {
        self.handles.get(&hash(name)).copied().unwrap_or_default()
    }

    /// Handles that may bear a name: all that do are among them.
    pub fn named(&self, name: &str) -> impl Iterator<Item = i64> {
        let half = half(hash(name));
        let from = self.named.partition_point(|(own, _)| *own < half);
        let rest = self.named.get(from..).unwrap_or_default().iter();
        rest.take_while(move |(own, _)| *own == half)
            .map(|(_, handle)| i64::from(*handle))
    }

    fn put(&mut self, row: u32, handle: &str) {
        let words = words(handle);
        let name = hash(&words.concat());
        self.came.push((half(name), row));
        let handles = self.handles.entry(name).or_default();
        *handles += 1;
        // Ten handles of one name are one name: its words are not common for it.
        if *handles == 1 {
            for word in words.into_iter().collect::<BTreeSet<_>>() {
                *self.words.entry(hash(&word)).or_default() += 1;
            }
        }
    }

    /// Why a name says nothing of whose it is, in words; `None` where it does.
    pub fn why_weightless(&self, name: &str) -> Option<String> {
        let facts = facts(TieKind::Naming);
        if self.bearers(name) > facts.most {
            return Some(format!("stands in more than {} handles", facts.most));
        }
        let is_common = |word: &str| {
            is_general(word)
                || self
                    .words
                    .get(&hash(word))
                    .is_some_and(|names| *names > facts.words)
        };
        is_made_of(name, is_common)
            .then(|| "is made of words that say nothing of whose it is".to_owned())
    }
}

/// The half of a hash that is kept with each handle.
fn half(hash: u64) -> u32 {
    u32::try_from(hash >> 32).unwrap_or_default()
}

fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}
