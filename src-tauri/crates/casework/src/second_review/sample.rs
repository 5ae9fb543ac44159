//! Which decisions are reviewed again: drawn by a hash of the case, the month and the decision, so that anybody who holds
//! the case draws the same, and nobody can tell beforehand.
//!
//! Each month, language and kind of decision is a stratum. A decision is drawn if its hash lies below the unit's share, or
//! among the least of its stratum while that has fewer than the table asks for.

use crate::{Error, Result, Session};
use breakwater_casefile::table::account;
use breakwater_casefile::table::second_review::{self, Decided};
use breakwater_model::assessment::Decision;
use breakwater_model::second_review::SecondReviewShares;
use breakwater_model::{AccountId, CaseId};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// A decision that was drawn.
#[derive(Debug, Clone)]
pub(super) struct Drawn {
    /// The decision.
    pub decided: Decided,
    /// Its month, YYYY-MM.
    pub period: String,
}

/// Every decision of the case that is drawn, oldest first; reviewed ones too.
pub(super) fn drawn(session: &Session) -> Result<Vec<Drawn>> {
    let shares = super::shares::now(session)?;
    let decided = session.read(|reader| second_review::decided(reader))?;
    Ok(draw(
        session.case_id(),
        decided,
        shares,
        super::shares::number("at-least"),
    ))
}

/// The drawn decision of an account that waits for this officer.
///
/// # Errors
/// Refused by rule: `only-sampled-decisions-are-reviewed`, `nobody-reviews-their-own-decision`,
/// `a-decision-is-reviewed-once`.
pub(super) fn of_account(session: &Session, id: AccountId) -> Result<Drawn> {
    let row = session.read(|reader| account::row(reader, id))?;
    let found = drawn(session)?
        .into_iter()
        .find(|drawn| drawn.decided.account == row)
        .ok_or_else(|| {
            Error::refused(
                "only-sampled-decisions-are-reviewed",
                "No decision about this account was drawn for a second review.",
            )
        })?;
    if found.decided.officer == session.own().officer {
        return Err(Error::refused(
            "nobody-reviews-their-own-decision",
            "You decided about this account; somebody else reviews it.",
        ));
    }
    if found.decided.is_reviewed {
        return Err(second_review::reviewed());
    }
    Ok(found)
}

/// The month of a time in UTC, YYYY-MM.
fn period(decided: &Decided) -> String {
    decided.at.utc().format("%Y-%m").to_string()
}

fn draw(
    case: CaseId,
    decided: Vec<Decided>,
    shares: SecondReviewShares,
    at_least: u32,
) -> Vec<Drawn> {
    let mut strata: BTreeMap<(String, String, bool), Vec<(u64, Decided)>> = BTreeMap::new();
    for one in decided {
        let period = period(&one);
        let is_refer = one.decision == Decision::Refer;
        let place = place(case, &period, &one);
        strata
            .entry((period, one.language.clone(), is_refer))
            .or_default()
            .push((place, one));
    }
    let mut drawn = Vec::new();
    for ((period, _, is_refer), mut all) in strata {
        let share = if is_refer {
            shares.refer
        } else {
            shares.no_action
        };
        // A share of nothing draws nobody, whatever the least number is.
        let least = if share == 0 { 0 } else { at_least as usize };
        all.sort_by_key(|(place, one)| (*place, one.row));
        for (number, (place, decided)) in all.into_iter().enumerate() {
            if number < least || is_below(place, share) {
                let period = period.clone();
                drawn.push(Drawn { decided, period });
            }
        }
    }
    drawn.sort_by_key(|drawn| drawn.decided.row);
    drawn
}

/// True if a place among all there could be lies within the first `share` percent.
fn is_below(place: u64, share: u32) -> bool {
    u128::from(place) * 100 < u128::from(share) << 64
}

/// Where a decision stands among all there could be.
fn place(case: CaseId, period: &str, decided: &Decided) -> u64 {
    let hash = Sha256::new()
        .chain_update(b"breakwater second review 1")
        .chain_update(case.bytes())
        .chain_update(period.as_bytes())
        .chain_update(decided.id.bytes())
        .finalize();
    hash.iter()
        .take(8)
        .fold(0, |place, byte| place << 8 | u64::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;
    use breakwater_model::{AssessmentId, Instant, OfficerId};

    fn decided(number: u8, language: &str, decision: Decision) -> Decided {
        Decided {
            row: i64::from(number),
            id: AssessmentId::from_bytes([number; 16]),
            account: i64::from(number),
            decision,
            officer: OfficerId::from_bytes([1; 16]),
            at: Instant(1_795_424_400_000),
            language: language.into(),
            is_reviewed: false,
        }
    }

    fn shares(percent: u32) -> SecondReviewShares {
        SecondReviewShares {
            refer: percent,
            no_action: percent,
        }
    }

    fn rows(case: u8, percent: u32, at_least: u32) -> Vec<i64> {
        let all = (0..200)
            .map(|number| decided(number, "sq", Decision::NoAction))
            .collect();
        let case = CaseId::from_bytes([case; 16]);
        let drawn = draw(case, all, shares(percent), at_least);
        drawn.iter().map(|one| one.decided.row).collect()
    }

    #[test]
    fn the_same_case_draws_the_same_and_another_draws_others() {
        assert_eq!(rows(1, 10, 1), rows(1, 10, 1));
        assert_ne!(rows(1, 10, 1), rows(2, 10, 1));
    }

    #[test]
    fn about_the_share_is_drawn_all_of_all_and_none_of_none() {
        let tenth = rows(1, 10, 0).len();
        assert!((10..=32).contains(&tenth), "{tenth}");
        assert_eq!(rows(1, 100, 0).len(), 200);
        assert_eq!(rows(1, 0, 1).len(), 0);
    }

    #[test]
    fn a_greater_share_draws_the_same_and_more() {
        let (few, many) = (rows(1, 10, 0), rows(1, 40, 0));
        assert!(few.iter().all(|row| many.contains(row)));
        assert!(many.len() > few.len());
    }

    #[test]
    fn each_language_and_kind_of_decision_has_its_least_number() {
        let mut all = Vec::new();
        for (number, language) in (0..8).zip(["sq", "ku", "ar", ""].into_iter().cycle()) {
            let decision = if number < 4 {
                Decision::Refer
            } else {
                Decision::NoAction
            };
            all.push(decided(number, language, decision));
        }
        let case = CaseId::from_bytes([1; 16]);
        let drawn = draw(case, all, shares(1), 1);
        assert_eq!(drawn.len(), 8, "each stratum holds one");
        assert_eq!(drawn[0].period, "2026-11");
    }

    #[test]
    fn a_decision_made_later_takes_none_out_that_the_share_drew() {
        let case = CaseId::from_bytes([1; 16]);
        let all = |most: u8| -> Vec<Decided> {
            (0..most)
                .map(|number| decided(number, "sq", Decision::Refer))
                .collect()
        };
        let before = draw(case, all(100), shares(20), 0);
        let after = draw(case, all(200), shares(20), 0);
        let rows: Vec<i64> = after.iter().map(|one| one.decided.row).collect();
        assert!(before.iter().all(|one| rows.contains(&one.decided.row)));
    }
}
