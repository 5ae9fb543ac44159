//! Where an account stands with its looks. Pure: the same looks give the same answer.

use super::rules::Rules;
use breakwater_casefile::table::observed::Look;
use breakwater_model::Instant;
use breakwater_model::checks::{CheckState, CheckWhy};
use breakwater_model::referral::Observed;

/// Two offline looks this far apart are an inferred removal.
pub const APART: i64 = 24 * 3_600_000;

/// What became of the item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// Nothing yet, or nothing final.
    Open,
    /// The platform had its say.
    Decided,
    /// The unit took it back.
    Withdrawn,
}

/// Where an account stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Where.
    pub state: CheckState,
    /// Why.
    pub why: CheckWhy,
    /// When it should be looked at.
    pub due: Option<Instant>,
}

/// The first of two offline looks at least 24 hours apart with nothing between and after them that says it is there,
/// or that it went under another name or by its owner's hand.
pub fn inferred_at(looks: &[Look]) -> Option<Instant> {
    let mut first: Option<&Look> = None;
    let mut inferred = None;
    for look in looks {
        match look.observed {
            Observed::Offline => match first {
                None => first = Some(look),
                Some(before) if look.at.begins() >= before.at.at.plus_ms(APART) => {
                    inferred = inferred.or(Some(before.at.at));
                }
                Some(_) => {}
            },
            Observed::Live
            | Observed::Renamed
            | Observed::RemovedByOwner
            | Observed::Private
            | Observed::GeoBlocked => {
                first = None;
                inferred = None;
            }
            Observed::SuspendedNotice | Observed::LoginWall | Observed::Unknown => {}
        }
    }
    inferred
}

/// Where an account stands whose looks since sending are `looks`, in the order they happened.
pub fn stand(rules: &Rules, sent: Instant, fate: Fate, looks: &[Look], now: Instant) -> Standing {
    let stopped = |why| Standing {
        state: CheckState::Stopped,
        why,
        due: None,
    };
    match fate {
        Fate::Withdrawn => return stopped(CheckWhy::Withdrawn),
        Fate::Decided => return stopped(CheckWhy::Decided),
        Fate::Open => {}
    }
    if inferred_at(looks).is_some() {
        return stopped(CheckWhy::InferredRemoval);
    }
    let last = looks.last();
    if last.is_some_and(|look| look.observed == Observed::RemovedByOwner) {
        return stopped(CheckWhy::RemovedByOwner);
    }
    if looks.len() >= rules.stop_looks as usize {
        return stopped(CheckWhy::EnoughLooks);
    }
    if now.0 - sent.0 > rules.stop_after {
        return stopped(CheckWhy::LongAgo);
    }
    let (why, due) = next(rules, sent, looks);
    let state = if now < due {
        CheckState::Ahead
    } else if now.0 - due.0 > rules.overdue {
        CheckState::Overdue
    } else {
        CheckState::Due
    };
    Standing {
        state,
        why,
        due: Some(due),
    }
}

/// When the next look is due, and why.
fn next(rules: &Rules, sent: Instant, looks: &[Look]) -> (CheckWhy, Instant) {
    let Some(last) = looks.last() else {
        return (CheckWhy::FirstLook, sent.plus_ms(rules.first));
    };
    match last.observed {
        Observed::Offline | Observed::SuspendedNotice => {
            let gone = |look: &&Look| {
                matches!(look.observed, Observed::Offline | Observed::SuspendedNotice)
            };
            let first = looks.iter().rev().take_while(gone).last().unwrap_or(last);
            let confirmed = first.at.at.plus_ms(rules.confirm);
            let again = last.at.at.plus_ms(rules.confirm);
            let due = if confirmed > last.at.at {
                confirmed
            } else {
                again
            };
            (CheckWhy::ConfirmOffline, due)
        }
        Observed::LoginWall | Observed::Unknown => {
            (CheckWhy::Unclear, last.at.at.plus_ms(rules.unclear))
        }
        Observed::Live
        | Observed::Private
        | Observed::Renamed
        | Observed::GeoBlocked
        | Observed::RemovedByOwner => {
            let is_there = |look: &&Look| {
                matches!(
                    look.observed,
                    Observed::Live | Observed::Private | Observed::Renamed | Observed::GeoBlocked
                )
            };
            let there = looks.iter().filter(is_there).count();
            let mut wait = rules.first;
            for _ in 0..there.min(16) {
                wait = wait.saturating_mul(rules.back_off).min(rules.longest);
            }
            (CheckWhy::StillThere, last.at.at.plus_ms(wait))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use breakwater_model::referral::CheckMethod;
    use breakwater_model::{Precision, WorldTime};
    use proptest::prelude::*;

    const HOUR: i64 = 3_600_000;
    const DAY: i64 = 24 * HOUR;

    fn look(hours: i64, observed: Observed) -> Look {
        Look {
            observed,
            method: CheckMethod::Looked,
            at: WorldTime::exact(Instant(hours * HOUR)),
            is_shown: false,
        }
    }

    fn at(looks: &[Look], hours: i64) -> Standing {
        let rules = Rules::of("x", &[]);
        stand(&rules, Instant(0), Fate::Open, looks, Instant(hours * HOUR))
    }

    #[test]
    fn the_first_look_is_due_by_the_rule_and_then_overdue() {
        let told = |hours| at(&[], hours).state;
        assert_eq!(told(47), CheckState::Ahead);
        assert_eq!(told(48), CheckState::Due);
        assert_eq!(told(72), CheckState::Due);
        assert_eq!(told(73), CheckState::Overdue);
    }

    #[test]
    fn every_look_that_finds_it_there_doubles_the_wait_up_to_the_longest() {
        let due = |looks: &[Look]| at(looks, 0).due.unwrap().0 / HOUR;
        assert_eq!(due(&[look(50, Observed::Live)]), 50 + 96);
        assert_eq!(
            due(&[look(50, Observed::Live), look(150, Observed::Live)]),
            150 + 192
        );
        let many: Vec<Look> = (1..7).map(|n| look(n * 100, Observed::Live)).collect();
        assert_eq!(due(&many), 600 + 336);
    }

    #[test]
    fn two_offline_looks_a_day_apart_are_inferred_and_dated_at_the_first() {
        let apart = |hours: i64| {
            inferred_at(&[
                look(10, Observed::Offline),
                look(10 + hours, Observed::Offline),
            ])
        };
        assert_eq!(apart(23), None);
        assert_eq!(apart(24), Some(Instant(10 * HOUR)));
        let standing = at(
            &[look(10, Observed::Offline), look(34, Observed::Offline)],
            99,
        );
        assert_eq!(
            (standing.state, standing.why),
            (CheckState::Stopped, CheckWhy::InferredRemoval)
        );
    }

    #[test]
    fn a_day_without_its_hour_counts_against_the_inference() {
        let mut second = look(33, Observed::Offline);
        second.at.precision = Precision::Day;
        second.at.at = Instant(2 * DAY - 1);
        assert_eq!(
            inferred_at(&[look(10, Observed::Offline), second.clone()]),
            None
        );
        second.at.at = Instant(3 * DAY - 1);
        assert!(inferred_at(&[look(10, Observed::Offline), second]).is_some());
    }

    #[test]
    fn what_is_seen_again_renamed_or_taken_down_by_its_owner_is_not_inferred() {
        for between in [
            Observed::Live,
            Observed::Renamed,
            Observed::RemovedByOwner,
            Observed::Private,
            Observed::GeoBlocked,
        ] {
            let looks = [
                look(10, Observed::Offline),
                look(30, between),
                look(40, Observed::Offline),
            ];
            assert_eq!(inferred_at(&looks), None, "{between:?}");
            let after = [
                look(10, Observed::Offline),
                look(40, Observed::Offline),
                look(50, between),
            ];
            assert_eq!(inferred_at(&after), None, "{between:?}");
        }
        for between in [
            Observed::LoginWall,
            Observed::Unknown,
            Observed::SuspendedNotice,
        ] {
            let looks = [
                look(10, Observed::Offline),
                look(30, between),
                look(40, Observed::Offline),
            ];
            assert!(inferred_at(&looks).is_some(), "{between:?}");
            assert_eq!(inferred_at(&[look(10, between), look(40, between)]), None);
        }
    }

    #[test]
    fn looking_ends() {
        let many: Vec<Look> = (0..8).map(|n| look(n * 30, Observed::LoginWall)).collect();
        assert_eq!(at(&many, 999).why, CheckWhy::EnoughLooks);
        assert_eq!(at(&many[..7], 999).why, CheckWhy::Unclear);
        assert_eq!(at(&[], 24 * 90 + 1).why, CheckWhy::LongAgo);
        assert_eq!(
            at(&[look(1, Observed::RemovedByOwner)], 9).why,
            CheckWhy::RemovedByOwner
        );
        let rules = Rules::of("x", &[]);
        for (fate, why) in [
            (Fate::Decided, CheckWhy::Decided),
            (Fate::Withdrawn, CheckWhy::Withdrawn),
        ] {
            assert_eq!(stand(&rules, Instant(0), fate, &[], Instant(0)).why, why);
        }
    }

    fn any_observed() -> impl Strategy<Value = Observed> {
        prop::sample::select(vec![
            Observed::Live,
            Observed::Offline,
            Observed::SuspendedNotice,
            Observed::Private,
            Observed::Renamed,
            Observed::GeoBlocked,
            Observed::LoginWall,
            Observed::RemovedByOwner,
            Observed::Unknown,
        ])
    }

    proptest! {
        #[test]
        fn a_due_look_never_lies_before_the_last_one_and_an_end_has_none(
            steps in prop::collection::vec((any_observed(), 0i64..400), 0..12), now in 0i64..4_000,
        ) {
            let mut hours = 0;
            let looks: Vec<Look> = steps
                .into_iter()
                .map(|(observed, wait)| {
                    hours += wait;
                    look(hours, observed)
                })
                .collect();
            let standing = at(&looks, now);
            prop_assert_eq!(standing.due.is_none(), standing.state == CheckState::Stopped);
            if let (Some(due), Some(last)) = (standing.due, looks.last()) {
                prop_assert!(due >= last.at.at);
            }
            let offline = looks.iter().filter(|look| look.observed == Observed::Offline).count();
            prop_assert!(inferred_at(&looks).is_none() || offline >= 2);
        }
    }
}
