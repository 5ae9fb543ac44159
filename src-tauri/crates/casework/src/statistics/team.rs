//! The team of the officer whose referral an item was first sent in, as it was then.
//!
//! Invariant: no part is of fewer officers than the limit says, so that no number is one officer's share, unless there is
//! but one part of them all.

use crate::{Result, Session, limits};
use breakwater_casefile::history::{self, ItemKey};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Items of officers who were in no team then.
const NO_TEAM: &str = "(no team)";

/// Items of teams of too few officers, together.
const SMALL: &str = "(teams of few officers)";

/// What every item sent from this case is called by team.
pub fn of_items(session: &Session) -> Result<HashMap<ItemKey, Vec<String>>> {
    let referrers = session.read(history::referrers)?;
    let mut teams: BTreeMap<String, BTreeSet<i64>> = BTreeMap::new();
    let name = |team: &str| if team.is_empty() { NO_TEAM } else { team }.to_owned();
    for of in referrers.values() {
        teams.entry(name(&of.team)).or_default().insert(of.officer);
    }
    let least = usize::try_from(limits::value("team-officers")).unwrap_or(usize::MAX);
    let together = together(&teams, least);
    let called = referrers.into_iter().map(|(key, of)| {
        let team = name(&of.team);
        let shown = if together.contains(&team) {
            SMALL.to_owned()
        } else {
            team
        };
        (key, vec![shown])
    });
    Ok(called.collect())
}

/// The teams that are shown together: those of too few officers, and then the smallest others until those shown together
/// are enough.
fn together(teams: &BTreeMap<String, BTreeSet<i64>>, least: usize) -> BTreeSet<String> {
    let mut by_size: Vec<(&String, &BTreeSet<i64>)> = teams.iter().collect();
    by_size.sort_by_key(|(_, officers)| officers.len());
    let mut joined = BTreeSet::new();
    let mut officers: BTreeSet<i64> = BTreeSet::new();
    if teams.len() < 2 {
        return joined;
    }
    for (name, of) in by_size {
        let is_enough = joined.is_empty() || officers.len() >= least;
        if of.len() >= least && is_enough {
            break;
        }
        joined.insert(name.clone());
        officers.extend(of);
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn joined(teams: &[(&str, &[i64])], names: &[&str]) {
        let teams = teams
            .iter()
            .map(|(name, of)| ((*name).to_owned(), of.iter().copied().collect()))
            .collect();
        let wanted = names.iter().map(|name| (*name).to_owned()).collect();
        assert_eq!(together(&teams, 3), wanted);
    }

    #[test]
    fn no_part_is_of_too_few_officers() {
        joined(&[("North", &[1, 2, 3]), ("South", &[4, 5, 6, 7])], &[]);
        // One officer alone would be told by the rest: the smallest other team stands with theirs.
        joined(
            &[
                ("North", &[1, 2, 3]),
                ("South", &[4, 5, 6, 7]),
                ("West", &[8]),
            ],
            &["North", "West"],
        );
        joined(
            &[("North", &[1, 2, 3]), ("West", &[8, 9]), ("East", &[7])],
            &["West", "East"],
        );
        // An officer who went from one to the other is one officer.
        joined(
            &[("North", &[1, 2, 3]), ("West", &[8, 9]), ("East", &[8])],
            &["North", "West", "East"],
        );
        joined(&[("North", &[1])], &[]);
    }
}
