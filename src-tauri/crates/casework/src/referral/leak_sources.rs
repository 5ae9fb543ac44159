//! Texts of a case that its officers wrote for themselves: notes, what other services were told and answered, what desks
//! gave as their reference. Each with where it comes from.
//!
//! The reason of an assessment is none: an item says it. A preservation request is none either: the platform has it.

use crate::Result;
use breakwater_casefile::Reader;
use breakwater_casefile::table::{action, approval, note};
use breakwater_model::Instant;
use breakwater_model::assessment::ActionKind;

/// What was written of an account, each with where it stands.
pub(super) fn of_account(reader: &Reader<'_>, account: i64) -> Result<Vec<(String, String)>> {
    let mut all = Vec::new();
    for note in note::of_account(reader, account)? {
        let from = format!("a note of {} by {}", day(note.at), note.officer);
        all.push((note.text, from));
    }
    for act in action::of_account(reader, account)? {
        if act.action == ActionKind::Preservation {
            continue;
        }
        let from = format!("what another service was told on {}", day(act.at));
        let texts = [act.known, act.answer];
        all.extend(texts.into_iter().flatten().map(|text| (text, from.clone())));
    }
    Ok(all)
}

/// What is looked for as a whole: references of other services, and who was told what intelligence knows. A single word of
/// such a name may be one of everybody's.
pub(super) fn told(reader: &Reader<'_>, account: i64) -> Result<Vec<(String, String)>> {
    let mut all = Vec::new();
    for act in action::of_account(reader, account)? {
        if act.action == ActionKind::Preservation {
            continue;
        }
        let name = (act.action == ActionKind::Intelligence).then_some(act.told);
        let from = format!("what another service was told on {}", day(act.at));
        let texts = name.into_iter().chain(act.reference);
        all.extend(texts.map(|text| (text, from.clone())));
    }
    Ok(all)
}

/// The references desks gave when they were asked first.
pub(super) fn asked(reader: &Reader<'_>, referral: i64) -> Result<Vec<(String, String)>> {
    let all = approval::asked(reader, referral)?.into_iter();
    Ok(all
        .map(|one| (one.reference, "what a desk answered".to_owned()))
        .collect())
}

fn day(at: Instant) -> String {
    at.utc().date_naive().to_string()
}
