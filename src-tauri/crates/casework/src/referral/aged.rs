//! Approvals that were not sent for longer than a look counts: what was approved leaves only once every item was seen
//! live again.

use crate::{Result, limits};
use breakwater_casefile::Reader;
use breakwater_casefile::table::approval;
use breakwater_model::referral::{ItemView, ReferralState, ReferralView, RequirementView};
use breakwater_model::{Instant, WorldTime};

const DAY_MS: i64 = 86_400_000;

/// Takes back, of an approval older than a look may be, that an item was seen live, unless a look since found it live.
pub(super) fn hold(
    reader: &Reader<'_>,
    referral: i64,
    items: &[(i64, ItemView)],
    (asked, now): (&mut [RequirementView], Instant),
) -> Result<()> {
    let approved = match approval::last_version(reader, referral)? {
        Some(version) => approval::of_version(reader, version.row)?,
        None => None,
    };
    if approved.is_none_or(|approved| !is_aged(approved.at, now)) {
        return Ok(());
    }
    for (_, item) in items {
        let name = format!("item.{}.seen_live", item.position);
        let seen = live(item);
        let is_fresh = seen.is_some_and(|seen| now.0 - seen.at.0 <= limits::hours_ms("seen-live"));
        let Some(line) = asked.iter_mut().find(|asked| asked.name == name) else {
            continue;
        };
        if !is_fresh {
            line.is_met = false;
            line.detail = match (seen, &item.seen) {
                (Some(seen), _) => format!("last seen live {}", seen.at),
                (None, Some(look)) => format!("last seen {}, {}", look.value, look.happened.at),
                (None, None) => "never seen live".to_owned(),
            };
        }
    }
    Ok(())
}

/// When an item was seen live last, unless a look after that found otherwise.
fn live(item: &ItemView) -> Option<&WorldTime> {
    let given = item.seen_live.as_ref();
    match &item.seen {
        Some(seen) if seen.value == "live" => Some(given.map_or(&seen.happened, |given| {
            if given.at > seen.happened.at {
                given
            } else {
                &seen.happened
            }
        })),
        Some(seen) => given.filter(|given| given.at >= seen.happened.at),
        None => given,
    }
}

fn is_aged(approved: Instant, now: Instant) -> bool {
    now.0 - approved.0 > limits::hours_ms("seen-live")
}

/// That an approval which was not sent is older than a look may be, and when its items were last seen live.
pub(super) fn told(view: &ReferralView, now: Instant) -> Option<String> {
    let approved = view.submission.as_ref()?.approved_at?;
    if view.state != ReferralState::Approved || !is_aged(approved, now) {
        return None;
    }
    let days = (now.0 - approved.0) / DAY_MS;
    let ago = match days {
        1 => "1 day".to_owned(),
        days => format!("{days} days"),
    };
    let oldest = view
        .items
        .iter()
        .map(|item| live(item).map(|seen| seen.at))
        .min();
    let seen = match oldest.flatten() {
        Some(at) => format!("every item was seen live at {at} or since"),
        None => "not every item was seen live since".to_owned(),
    };
    Some(format!("Approved {ago} ago; {seen}."))
}
