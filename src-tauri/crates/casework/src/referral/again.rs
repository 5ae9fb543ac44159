//! Referring an account again that a platform did not take down: linked to what it answered, and with a ground it has
//! not refused yet.

use super::standing;
use crate::Result;
use breakwater_casefile::Reader;
use breakwater_casefile::table::event::{self, Event};
use breakwater_casefile::table::referral::{self, Before, Item, Referral};
use breakwater_model::referral::{EarlierView, ItemView, PlatformDecision, RequirementView};

/// True if every referral an account was in is over and left it standing, or it was seen live since it was taken down.
pub(crate) fn may_go_again(reader: &Reader<'_>, account: i64) -> Result<bool> {
    let before = referral::before(reader, account, i64::MAX)?;
    for one in &before {
        let answer = last_answer(reader, one)?;
        let may = left_standing(answer.as_ref()) || live_again(reader, account, answer.as_ref())?;
        if !one.was_sent || !may {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The referral that keeps an account from going again, by its label and where it stands.
pub(super) fn standing_in(reader: &Reader<'_>, account: i64) -> Result<String> {
    let before = referral::before(reader, account, i64::MAX)?;
    let open = before.iter().find(|one| !one.was_sent);
    let which = open.or(before.last());
    Ok(which.map_or_else(
        || "a referral".to_owned(),
        |one| {
            let state = if one.was_sent { "sent" } else { "not sent yet" };
            format!("R-{:03} ({state})", one.number)
        },
    ))
}

/// What earlier referrals of an item's account came to, oldest first.
pub(super) fn earlier(reader: &Reader<'_>, referral: i64, item: &Item) -> Result<Vec<EarlierView>> {
    let mut all = Vec::new();
    for one in referral::before(reader, item.account_row, referral)? {
        let answer = match last_answer(reader, &one)? {
            Some(event) => Some(standing::event_view(reader, &event)?),
            None => None,
        };
        all.push(EarlierView {
            referral: one.referral,
            label: format!("R-{:03}", one.number),
            answer,
        });
    }
    Ok(all)
}

/// One requirement for each item whose account was refused before: another rule, law, reason or exhibit.
pub(super) fn requirements(
    reader: &Reader<'_>,
    one: &Referral,
    items: &[(i64, ItemView)],
) -> Result<Vec<RequirementView>> {
    let mut all = Vec::new();
    for (account, item) in items {
        let before = referral::before(reader, *account, one.row)?;
        let Some(last) = before.last() else { continue };
        let chosen = item.exhibits.iter().filter(|exhibit| exhibit.is_chosen);
        let answer = last_answer(reader, last)?;
        let is_back = live_again(reader, *account, answer.as_ref())?;
        let is_new = is_back
            || last.policy != one.policy
            || last.law != one.law
            || last.why.trim() != item.why.trim()
            || chosen
                .into_iter()
                .any(|exhibit| !last.exhibits.contains(&exhibit.id));
        all.push(RequirementView {
            name: format!("item.{}.new_ground", item.position),
            label: format!("{}: a ground not refused before", item.label),
            is_met: is_new,
            detail: if is_back {
                format!("taken down after R-{:03}, and live again", last.number)
            } else if is_new {
                format!("differs from R-{:03}", last.number)
            } else {
                format!(
                    "R-{:03} said the same: name another rule, law, reason or exhibit",
                    last.number
                )
            },
            item: Some(item.id),
            source: "Practice of this workbench".into(),
        });
    }
    Ok(all)
}

/// The last thing that was said of an earlier item: withdrawn outranks what the platform decided.
fn last_answer(reader: &Reader<'_>, one: &Before) -> Result<Option<Event>> {
    let events: Vec<Event> = event::of_referral(reader, one.row)?
        .into_iter()
        .filter(|event| event.item == one.item)
        .collect();
    let last = |kind: &str| events.iter().rfind(|event| event.kind == kind).cloned();
    Ok(last("withdrawn").or_else(|| last("decided")))
}

fn left_standing(answer: Option<&Event>) -> bool {
    let Some(answer) = answer else { return false };
    let decision = serde_json::Value::String(answer.value.clone());
    answer.kind == "withdrawn"
        || matches!(
            serde_json::from_value(decision),
            Ok(PlatformDecision::Declined
                | PlatformDecision::NotFound
                | PlatformDecision::Limited
                | PlatformDecision::Reinstated)
        )
}

/// True if the account itself was seen live after the platform took it down: the same account, not a new one.
fn live_again(reader: &Reader<'_>, account: i64, answer: Option<&Event>) -> Result<bool> {
    let Some(answer) = answer.filter(|answer| took_down(answer)) else {
        return Ok(false);
    };
    let seen = event::last_seen(reader, account)?;
    Ok(seen.is_some_and(|seen| seen.value == "live" && seen.happened.at > answer.happened.at))
}

fn took_down(answer: &Event) -> bool {
    let decision = serde_json::Value::String(answer.value.clone());
    answer.kind == "decided"
        && matches!(
            serde_json::from_value(decision),
            Ok(PlatformDecision::Removed | PlatformDecision::Suspended)
        )
}
