//! Referrals that wait for somebody, as Today tells them.

use super::freeze::may_approve;
use super::standing;
use crate::{Result, Session, directory};
use breakwater_casefile::Reader;
use breakwater_casefile::table::referral::Referral;
use breakwater_casefile::table::{approval, event, referral};
use breakwater_model::Instant;
use breakwater_model::referral::{PlatformDecision, ReferralState};
use breakwater_model::today::{TodayItem, TodaySection};
use std::collections::BTreeMap;

/// Items shown of one section.
const SHOWN: usize = 50;

/// Sections of Today, most pressing first: returned, to be approved by whoever is here, approved and not marked sent,
/// long without an answer, and last the drafts. One that holds nothing has a total of 0.
pub(crate) fn sections(reader: &Reader<'_>, session: &Session) -> Result<Vec<TodaySection>> {
    let now = session.host().now();
    let mut all: [(&str, &str, Vec<TodayItem>); 5] = [
        ("returned", "Returned, to be mended", Vec::new()),
        ("to-approve", "Waiting for your approval", Vec::new()),
        ("approved", "Approved, not marked sent", Vec::new()),
        ("no-answer", "Sent, and no full answer", Vec::new()),
        ("drafts", "Drafts", Vec::new()),
    ];
    for one in referral::all(reader)? {
        let Some((key, item)) = place(reader, session, &one, now)? else {
            continue;
        };
        if let Some((_, _, items)) = all.iter_mut().find(|(known, ..)| *known == key) {
            items.push(item);
        }
    }
    Ok(all
        .into_iter()
        .map(|(key, title, mut items)| {
            items.sort_by_key(|item| item.due.unwrap_or(Instant(i64::MAX)));
            let total = u32::try_from(items.len()).unwrap_or(u32::MAX);
            items.truncate(SHOWN);
            TodaySection {
                key: key.to_owned(),
                title: title.to_owned(),
                items,
                total,
            }
        })
        .collect())
}

/// Where a referral stands on Today, if it does.
fn place(
    reader: &Reader<'_>,
    session: &Session,
    one: &Referral,
    now: Instant,
) -> Result<Option<(&'static str, TodayItem)>> {
    let version = approval::last_version(reader, one.row)?;
    Ok(match one.state {
        ReferralState::Draft => {
            let returned = match &version {
                Some(version) => approval::returned(reader, version.row)?,
                None => None,
            };
            Some(match returned {
                Some((_, reason, _)) => ("returned", item(one, format!("returned: {reason}"))),
                None => ("drafts", item(one, "draft, not approved".to_owned())),
            })
        }
        ReferralState::Submitted => {
            let may = may_approve(session, &approval::drafters(reader, one.row)?);
            let by = match version.filter(|_| may) {
                Some(version) => standing::named(reader, version.officer)?,
                None => return Ok(None),
            };
            Some(("to-approve", item(one, format!("submitted by {by}"))))
        }
        ReferralState::Approved => Some((
            "approved",
            item(one, "send it, then mark it sent".to_owned()),
        )),
        ReferralState::Sent => unanswered(reader, one, now)?.map(|item| ("no-answer", item)),
        ReferralState::Closed => None,
    })
}

/// A referral that was sent longer ago than its platform usually takes to answer.
fn unanswered(reader: &Reader<'_>, one: &Referral, now: Instant) -> Result<Option<TodayItem>> {
    let events = event::of_referral(reader, one.row)?;
    let sent = events.iter().find(|event| event.kind == "sent");
    let Some(sent) = sent.map(|event| event.happened.at) else {
        return Ok(None);
    };
    let due = standing::due(&directory::stands(reader)?, one, sent);
    if due > now {
        return Ok(None);
    }
    let mut open: BTreeMap<i64, bool> = BTreeMap::new();
    for event in &events {
        let is_over = match event.kind.as_str() {
            "withdrawn" => true,
            "decided" => is_final(&event.value),
            _ => continue,
        };
        open.insert(event.item, is_over);
    }
    let items = referral::items(reader, one.row)?.len();
    let answered = open.values().filter(|is_over| **is_over).count();
    let why = format!("{answered} of {items} answered");
    Ok(Some(TodayItem {
        due: Some(due),
        is_overdue: true,
        ..item(one, why)
    }))
}

fn is_final(value: &str) -> bool {
    serde_json::from_value(serde_json::Value::String(value.to_owned()))
        .is_ok_and(PlatformDecision::is_final)
}

fn item(one: &Referral, why: String) -> TodayItem {
    TodayItem {
        label: format!("R-{:03} · {}", one.number, one.title),
        why,
        referral: Some(one.id),
        platform: Some(one.platform.clone()),
        ..TodayItem::default()
    }
}
