//! Accounts beside those the unit acts on: in the queue they come first among what came in at once.
//!
//! The unit acts on an account that was decided refer, stands in a draft or was sent: its network is live.

use super::roll::{Roll, narrow};
use super::set::Set;
use crate::{Reader, Result, link};
use breakwater_model::assessment::AccountStatus;

/// Accounts acted on whose values are looked at, the newest.
const MOST: usize = 2_000;

/// Accounts that share a number, a contact or an account of money with one the unit acts on.
pub(super) fn near(reader: &Reader<'_>, roll: &Roll) -> Result<Set> {
    let is_live = |row: &u32| {
        let facts = roll.of(*row);
        facts.is(AccountStatus::Refer)
            || facts.is(AccountStatus::Drafted)
            || facts.is(AccountStatus::Sent)
    };
    let newest = roll.by_import.iter().rev().copied().filter(is_live);
    let live: Vec<i64> = newest.take(MOST).map(i64::from).collect();
    let beside = link::beside(reader, &live)?;
    beside.into_iter().map(narrow).collect()
}

/// The rows of a group in order, those near first among neighbours of one age.
pub(super) fn first<K: PartialEq>(heap: &[u32], near: &Set, age: impl Fn(u32) -> K) -> Vec<u32> {
    let mut led = Vec::with_capacity(heap.len());
    for run in heap.chunk_by(|one, next| age(*one) == age(*next)) {
        let is_near = |row: &&u32| near.contains(**row);
        led.extend(run.iter().filter(is_near));
        led.extend(run.iter().filter(|row| !is_near(row)));
    }
    led
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_near_comes_first_among_what_is_of_one_age() {
        let near: Set = [2, 3, 5].into_iter().collect();
        let age = |row: u32| row / 4;
        assert_eq!(first(&[0, 1, 2, 3, 4, 5], &near, age), [2, 3, 0, 1, 5, 4]);
        assert_eq!(first(&[4, 0], &Set::default(), age), [4, 0]);
    }
}
