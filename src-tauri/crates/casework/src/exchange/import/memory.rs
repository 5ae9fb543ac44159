//! What a file of a million rows has said, in tens of megabytes: keys as 128 bits of a hash, accounts as one
//! number, sets as bits.

use super::resolve::Target;
use breakwater_model::Instant;
use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap};
use std::hash::{BuildHasher, RandomState};

/// Makes keys of names. The hash is seeded anew in every run, so nobody can write a file whose names share a key,
/// and by chance no two of any file will.
#[derive(Default)]
pub struct Keys(RandomState, RandomState);

impl Keys {
    /// The key of a name on a platform.
    pub fn key(&self, platform: &str, name: &str) -> u128 {
        let half = |state: &RandomState| u128::from(state.hash_one((platform, name)));
        half(&self.0) << 64 | half(&self.1)
    }
}

/// A target as one number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Packed(u64);

impl From<Target> for Packed {
    fn from(target: Target) -> Self {
        let (kind, number) = parts(target);
        Self(number << 2 | kind)
    }
}

impl Packed {
    /// The target.
    pub fn target(self) -> Target {
        let number = self.0 >> 2;
        let row = i64::try_from(number).unwrap_or(i64::MAX);
        match self.0 & 3 {
            0 => Target::Known(row),
            1 => Target::Reborn(row),
            _ => Target::New(u32::try_from(number).unwrap_or(u32::MAX)),
        }
    }
}

/// The kind and number of a target. Rows are counted from 1 and never reach 2^62.
fn parts(target: Target) -> (u64, u64) {
    match target {
        Target::Known(row) => (0, row.unsigned_abs()),
        Target::Reborn(row) => (1, row.unsigned_abs()),
        Target::New(number) => (2, number.into()),
    }
}

/// A set of small numbers.
#[derive(Default)]
pub struct Bits(BTreeMap<u64, u64>);

impl Bits {
    /// Puts a number in; true if it was there before.
    pub fn insert(&mut self, number: u64) -> bool {
        let word = self.0.entry(number >> 6).or_default();
        let bit = 1 << (number & 63);
        let was = *word & bit != 0;
        *word |= bit;
        was
    }

    /// True if the number is there.
    pub fn contains(&self, number: u64) -> bool {
        self.0
            .get(&(number >> 6))
            .is_some_and(|word| word >> (number & 63) & 1 == 1)
    }
}

/// A set of targets.
#[derive(Default)]
pub struct Marks([Bits; 3]);

impl Marks {
    /// Puts a target in; true if it was there before.
    pub fn insert(&mut self, target: Target) -> bool {
        let (kind, number) = parts(target);
        let bits = usize::try_from(kind).ok().and_then(|at| self.0.get_mut(at));
        bits.is_some_and(|bits| bits.insert(number))
    }

    /// True if the target is there.
    pub fn contains(&self, target: Target) -> bool {
        let (kind, number) = parts(target);
        let bits = usize::try_from(kind).ok().and_then(|at| self.0.get(at));
        bits.is_some_and(|bits| bits.contains(number))
    }
}

/// Who was seen with a handle, and when. Most handles of a file are seen once.
#[derive(Default)]
pub struct Handles {
    first: HashMap<u128, (Instant, Packed)>,
    more: HashMap<u128, Vec<(Instant, Packed)>>,
}

impl Handles {
    /// Notes that the holder was seen with the handle.
    pub fn put(&mut self, key: u128, at: Instant, holder: Packed) {
        match self.first.entry(key) {
            Entry::Vacant(place) => {
                place.insert((at, holder));
            }
            Entry::Occupied(_) => self.more.entry(key).or_default().push((at, holder)),
        }
    }

    /// Whoever held the handle last at an instant, else first after it.
    pub fn holder(&self, key: u128, at: Instant) -> Option<Target> {
        let first = self.first.get(&key)?;
        let more = self.more.get(&key).map(Vec::as_slice).unwrap_or_default();
        let seen = || std::iter::once(first).chain(more);
        seen()
            .filter(|(seen, _)| *seen <= at)
            .max_by_key(|(seen, _)| *seen)
            .or_else(|| seen().min_by_key(|(seen, _)| *seen))
            .map(|(_, holder)| holder.target())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_comes_back_from_its_number() {
        for target in [
            Target::Known(1),
            Target::Reborn(1),
            Target::New(0),
            Target::Known(i64::from(u32::MAX) * 5),
            Target::New(u32::MAX),
        ] {
            assert_eq!(Packed::from(target).target(), target);
        }
    }

    #[test]
    fn marks_tell_targets_apart() {
        let mut marks = Marks::default();
        assert!(!marks.insert(Target::Known(64)));
        assert!(marks.insert(Target::Known(64)));
        assert!(marks.contains(Target::Known(64)));
        for other in [
            Target::Reborn(64),
            Target::New(64),
            Target::Known(0),
            Target::Known(128),
        ] {
            assert!(!marks.contains(other), "{other:?}");
        }
    }

    #[test]
    fn a_handle_belongs_to_its_last_holder_before_the_date() {
        let mut handles = Handles::default();
        let held = |row| Packed::from(Target::Known(row));
        handles.put(7, Instant(10), held(1));
        handles.put(7, Instant(30), held(3));
        handles.put(7, Instant(20), held(2));
        let at = |at| handles.holder(7, Instant(at));
        assert_eq!(at(25), Some(Target::Known(2)));
        assert_eq!(at(99), Some(Target::Known(3)));
        assert_eq!(at(1), Some(Target::Known(1)));
        assert_eq!(handles.holder(8, Instant(1)), None);
    }

    #[test]
    fn keys_keep_names_and_platforms_apart() {
        let keys = Keys::default();
        assert_eq!(keys.key("x", "a"), keys.key("x", "a"));
        assert_ne!(keys.key("x", "ab"), keys.key("xa", "b"));
    }
}
