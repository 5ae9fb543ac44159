//! What a hand-over freezes.

use super::print::moment;
use crate::case::describe;
use crate::review::{promise, today};
use crate::{Result, Session};
use breakwater_model::Instant;
use breakwater_model::handover::{HandoverItem, HandoverOfficer, HandoverPage, HandoverSection};
use breakwater_model::today::{TodayItem, TodaySection};

const FORM: u32 = 1;

/// Sections that are for the eyes of one officer: counted, and not listed.
const OWN: [&str; 1] = ["second-review"];

/// The page as of now, and when that is; its number is given when it is kept.
pub(super) fn of_now(session: &Session, note: &str) -> Result<(HandoverPage, Instant)> {
    let (marking, _, _) = describe::heading(session)?;
    let at = session.host().now();
    let today = today::today(session)?;
    let by = &session.officer().view;
    let page = HandoverPage {
        form: FORM,
        case: session.case_id(),
        number: 0,
        marking: marking.as_str().to_owned(),
        by: HandoverOfficer {
            id: by.id,
            name: by.name.clone(),
            number: by.number.clone(),
        },
        at,
        note: note.to_owned(),
        sections: today.sections.into_iter().map(section).collect(),
        promises: promise::open(session, Instant(i64::MAX))?,
        to_review: today.to_review,
    };
    Ok((page, at))
}

/// A page that was kept.
pub(super) fn read(json: &str) -> Result<HandoverPage> {
    Ok(serde_json::from_str(json)?)
}

fn section(section: TodaySection) -> HandoverSection {
    let items = if OWN.contains(&section.key.as_str()) {
        Vec::new()
    } else {
        section.items.into_iter().map(item).collect()
    };
    HandoverSection {
        key: section.key,
        title: section.title,
        total: section.total,
        items,
    }
}

fn item(item: TodayItem) -> HandoverItem {
    let why = match item.act {
        Some(act) => {
            let reference = act.reference.map(|known| format!(", reference {known}"));
            let words = reference.unwrap_or_default();
            let at = moment(act.at);
            format!("{}: {}, {at} UTC{words}", item.why, act.told)
        }
        None => item.why,
    };
    HandoverItem {
        label: item.label,
        why,
        due: item.due,
        is_overdue: item.is_overdue,
        account: item.account,
        referral: item.referral,
    }
}
