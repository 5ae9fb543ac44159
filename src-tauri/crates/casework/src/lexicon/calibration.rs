//! Scores held against what officers decided, and what came of it at the platforms: by band, and term by term, so that a bad term is found.
//!
//! Each account counts once, by its newest assessment and the sum that was made on.

use crate::{Result, Session};
use breakwater_casefile::table::assessment;
use breakwater_model::assessment::Decision;
use breakwater_model::indicator::Band;
use breakwater_model::lexicon::{BandCountView, CalibrationView, DecidedView, TermCountView};
use breakwater_model::referral::PlatformDecision;
use std::collections::{BTreeMap, BTreeSet};

/// Terms told.
const TOLD: usize = 200;

/// What a term is known by: its rule, itself, its category.
type Known = (String, String, String);

/// What officers decided of each band, and of accounts with each term; terms most often left without action first.
pub fn calibration(session: &Session) -> Result<CalibrationView> {
    let mut bands: BTreeMap<Band, DecidedView> = BTreeMap::new();
    let mut terms: BTreeMap<Known, DecidedView> = BTreeMap::new();
    session.read(|reader| {
        assessment::each_newest(reader, &mut |decision, sum, answer| {
            add(bands.entry(sum.band).or_default(), decision, answer);
            let known: BTreeSet<Known> = sum
                .lines
                .into_iter()
                .filter(|line| line.rule.starts_with("lexicon/"))
                .map(|line| (line.rule, line.term, line.category))
                .collect();
            for one in known {
                add(terms.entry(one).or_default(), decision, answer);
            }
        })
    })?;
    let bands = [Band::Priority, Band::Review, Band::Low]
        .into_iter()
        .map(|band| BandCountView {
            band,
            decided: bands.get(&band).copied().unwrap_or_default(),
        })
        .collect();
    let mut terms: Vec<TermCountView> = terms
        .into_iter()
        .map(|((rule, term, category), decided)| TermCountView {
            language: rule.trim_start_matches("lexicon/").to_owned(),
            term,
            category,
            decided,
        })
        .collect();
    terms.sort_by_key(|one| {
        let decided = one.decided;
        (
            std::cmp::Reverse(i64::from(decided.no_action) - i64::from(decided.refer)),
            std::cmp::Reverse(decided.no_action),
        )
    });
    terms.truncate(TOLD);
    Ok(CalibrationView { bands, terms })
}

const fn add(to: &mut DecidedView, decision: Decision, answer: Option<PlatformDecision>) {
    match decision {
        Decision::Refer => to.refer += 1,
        Decision::Hold => to.hold += 1,
        Decision::NoAction => to.no_action += 1,
    }
    match answer {
        Some(PlatformDecision::Removed | PlatformDecision::Suspended) => to.gone += 1,
        Some(PlatformDecision::Declined | PlatformDecision::Reinstated) => to.left_standing += 1,
        _ => {}
    }
}
