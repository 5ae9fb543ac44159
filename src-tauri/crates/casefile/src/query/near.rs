//! Accounts beside those the unit acts on: in the queue they come first among what came in at once.
//!
//! The unit acts on an account that was decided refer, stands in a draft or was sent: its network is live.

use super::facts::Facts;
use super::roll::{Roll, narrow};
use super::set::Set;
use crate::{Reader, Result, link};
use breakwater_model::assessment::AccountStatus;
use std::cmp::Reverse;

/// Accounts acted on whose values are looked at, the newest.
const MOST: usize = 2_000;

/// True if the unit acts on it.
pub(super) fn is_live(facts: &Facts) -> bool {
    [
        AccountStatus::Refer,
        AccountStatus::Drafted,
        AccountStatus::Sent,
    ]
    .into_iter()
    .any(|status| facts.is(status))
}

/// Accounts that share a number, a contact or an account of money with one the unit acts on.
pub(super) fn near(reader: &Reader<'_>, roll: &Roll) -> Result<Set> {
    let mut live: Vec<u32> = roll.live.rows().collect();
    live.sort_unstable_by_key(|row| Reverse((roll.of(*row).imported, *row)));
    let live: Vec<i64> = live.into_iter().take(MOST).map(i64::from).collect();
    let beside = link::beside(reader, &live)?;
    beside.into_iter().map(narrow).collect()
}

/// The rows of a group, oldest first, with those near first among neighbours of one age.
pub(super) fn first<K: Ord>(heap: &[u32], near: &Set, age: impl Fn(u32) -> K) -> Vec<u32> {
    let mut led = Vec::with_capacity(heap.len());
    let mut rest = heap;
    while let Some(at) = rest.iter().position(|row| near.contains(*row)) {
        let (before, from) = rest.split_at(at);
        let of_near = from.first().map(|row| age(*row));
        let start = before.partition_point(|row| Some(age(*row)) < of_near);
        let end = at + from.partition_point(|row| Some(age(*row)) <= of_near);
        let (run, after) = rest.split_at(end);
        let (older, run) = run.split_at(start);
        let is_near = |row: &&u32| near.contains(**row);
        led.extend(older);
        led.extend(run.iter().filter(is_near));
        led.extend(run.iter().filter(|row| !is_near(row)));
        rest = after;
    }
    led.extend(rest);
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
        assert_eq!(first(&[0, 4], &Set::default(), age), [0, 4]);
        assert_eq!(first(&[], &near, age), Vec::<u32>::new());
    }
}
