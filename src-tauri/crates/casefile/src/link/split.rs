//! A network that an officer's cut goes through, as its sides.
//!
//! Invariant: no two accounts of one side are held apart, every account is on one side, and the same network with the
//! same cuts has the same sides. Who was not named by a cut goes with the side it shares most with.

use super::declared::Declared;
use super::values::Values;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// What grows into a side: accounts that are taken as one.
type Part = BTreeSet<u32>;

/// The sides of a set of accounts.
pub(super) fn split(accounts: &BTreeSet<u32>, values: &Values, declared: &Declared) -> Vec<Part> {
    let (mut sides, mut left) = begin(accounts, declared);
    let near = Near::of(accounts, values);
    let mut held: Vec<BTreeSet<u32>> = vec![BTreeSet::new(); sides.len()];
    let mut scores = vec![vec![0; sides.len()]; left.len()];
    for (side, part) in sides.iter().enumerate() {
        near.add(part, side, &mut held, &left, &mut scores);
    }
    while let Some((part, side)) = best(&scores) {
        let part_taken = left.swap_remove(part);
        scores.swap_remove(part);
        near.add(&part_taken, side, &mut held, &left, &mut scores);
        if let Some(side) = sides.get_mut(side) {
            side.extend(part_taken);
        }
    }
    // What is left shares nothing with any side.
    let mut sides = friends(sides, values, declared);
    sides.append(&mut left);
    sides
}

/// The part that shares most with a side; `None` where none shares anything.
fn best(scores: &[Vec<u64>]) -> Option<(usize, usize)> {
    let each = scores.iter().enumerate().flat_map(|(part, of_sides)| {
        let of_sides = of_sides.iter().enumerate();
        of_sides.map(move |(side, near)| (*near, part, side))
    });
    let (near, part, side) =
        each.max_by_key(|(near, part, side)| (*near, Reverse((*part, *side))))?;
    (near > 0).then_some((part, side))
}

/// Makes one of sides that nobody holds apart and that share values of two kinds.
fn friends(mut sides: Vec<Part>, values: &Values, declared: &Declared) -> Vec<Part> {
    let mut done: Vec<Part> = Vec::new();
    while let Some(side) = sides.pop() {
        let friend = done.iter().position(|other| {
            !are_apart(&side, other, declared) && values.kinds_of_both(&side, other) > 1
        });
        match friend {
            Some(friend) => {
                let mut both = done.swap_remove(friend);
                both.extend(side);
                sides.push(both);
            }
            None => done.push(side),
        }
    }
    done
}

/// What a shared value is worth: the more the fewer bear it.
struct Near<'a> {
    values: &'a Values,
    worth: BTreeMap<u32, u64>,
}

impl<'a> Near<'a> {
    fn of(accounts: &BTreeSet<u32>, values: &'a Values) -> Self {
        let mut bearers: BTreeMap<u32, u64> = BTreeMap::new();
        for value in accounts.iter().flat_map(|account| values.of(*account)) {
            *bearers.entry(*value).or_default() += 1;
        }
        let worth = |(value, bearers): (u32, u64)| (value, 1_000_000 / bearers.max(1));
        Self {
            values,
            worth: bearers.into_iter().map(worth).collect(),
        }
    }

    /// A part came to a side: whoever bears what it brings is nearer to that side.
    fn add(
        &self,
        part: &Part,
        side: usize,
        held: &mut [BTreeSet<u32>],
        left: &[Part],
        scores: &mut [Vec<u64>],
    ) {
        let Some(held) = held.get_mut(side) else {
            return;
        };
        let brought = part.iter().flat_map(|account| self.values.of(*account));
        let new: BTreeSet<u32> = brought
            .copied()
            .filter(|value| held.insert(*value))
            .collect();
        for (part, of_sides) in left.iter().zip(scores) {
            let own: BTreeSet<u32> = part
                .iter()
                .flat_map(|account| self.values.of(*account))
                .copied()
                .collect();
            let nearer: u64 = own
                .intersection(&new)
                .filter_map(|value| self.worth.get(value))
                .sum();
            if let Some(near) = of_sides.get_mut(side) {
                *near += nearer;
            }
        }
    }
}

/// The sides as the cuts name them, and the parts that are on none yet: accounts said to be together, and single ones.
fn begin(accounts: &BTreeSet<u32>, declared: &Declared) -> (Vec<Part>, Vec<Part>) {
    let held: BTreeSet<u32> = declared.held_apart(accounts).into_iter().collect();
    let mut parts: Vec<Part> = Vec::new();
    for set in declared.together() {
        let mut one: Part = set & accounts;
        // A cut within what is said to be together leaves the word without effect.
        if one.is_empty() || !declared.held_apart(&one).is_empty() {
            continue;
        }
        let (met, rest) = parts.into_iter().partition(|part| !part.is_disjoint(&one));
        parts = rest;
        let mut apart = Vec::new();
        for part in met {
            if are_apart(&part, &one, declared) {
                one = &one - &part;
                apart.push(part);
            } else {
                one.extend(part);
            }
        }
        parts.append(&mut apart);
        parts.extend(Some(one).filter(|one| !one.is_empty()));
    }
    let taken: BTreeSet<u32> = parts.iter().flatten().copied().collect();
    parts.extend(
        accounts
            .difference(&taken)
            .map(|account| Part::from([*account])),
    );
    parts.sort_unstable();
    parts.into_iter().partition(|part| !part.is_disjoint(&held))
}

fn are_apart(one: &Part, other: &Part, declared: &Declared) -> bool {
    one.iter()
        .any(|a| other.iter().any(|b| declared.are_apart(*a, *b)))
}
