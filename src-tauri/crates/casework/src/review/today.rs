//! Today: what waits for this officer, most pressing first.

use crate::second_review::{settle, waiting};
use crate::{Result, Session, referral};
use breakwater_casefile::query::{self, Due, Waiting};
use breakwater_casefile::table::action;
use breakwater_casefile::tally;
use breakwater_model::Instant;
use breakwater_model::today::{TodayItem, TodaySection, TodayView};

/// Items shown of one section.
const SHOWN: u32 = 50;
const DAY_MS: i64 = 86_400_000;

/// What waits, its key, its title, and why each item is there.
const SECTIONS: [(Waiting, &str, &str, &str); 4] = [
    (
        Waiting::SecondLook,
        "second-look",
        "Waiting for a second look",
        "a line was answered Yes or Can't tell",
    ),
    (
        Waiting::HoldEnded,
        "holds",
        "Hold date reached",
        "look again",
    ),
    (
        Waiting::ToDraft,
        "to-draft",
        "Decided refer, not in a draft",
        "ready to draft",
    ),
    (
        Waiting::DueForErasure,
        "erasure",
        "Due for erasure",
        "no action, and its time has run",
    ),
];

/// What waits for this officer.
pub fn today(session: &Session) -> Result<TodayView> {
    let now = session.host().now();
    let midnight = Instant(now.0 - now.0.rem_euclid(DAY_MS));
    let officer = session.officer().row;
    let to_review = query::standing(session, now)?.review;
    let mut sections = vec![safeguarding(session)?];
    let mut referrals = session.read(|reader| referral::waiting::sections(reader, session))?;
    let drafts = referrals.pop();
    sections.append(&mut referrals);
    for (waiting, key, title, why) in SECTIONS {
        let (found, total) = query::waiting(session, waiting, now, SHOWN)?;
        let items = found
            .into_iter()
            .map(|due| of_account(due, why, now))
            .collect();
        sections.push(section(key, title, items, total));
    }
    sections.push(to_review_again(session)?);
    sections.push(disagreements(session)?);
    session.read(|reader| {
        sections.extend(drafts);
        sections.retain(|section| section.total > 0);
        Ok(TodayView {
            sections,
            assessed_today: tally::assessed_since(reader, officer, midnight)?,
            to_review,
        })
    })
}

fn section(key: &str, title: &str, items: Vec<TodayItem>, total: u32) -> TodaySection {
    TodaySection {
        key: key.to_owned(),
        title: title.to_owned(),
        items,
        total,
    }
}

/// Decisions of others that this officer judges blind: nothing here tells what was decided.
fn to_review_again(session: &Session) -> Result<TodaySection> {
    let rows = waiting::list(session)?.rows;
    let total = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let items = rows
        .into_iter()
        .take(SHOWN as usize)
        .map(|row| TodayItem {
            act: None,
            label: row.label,
            why: "decided by somebody else, judged blind".to_owned(),
            due: None,
            is_overdue: false,
            account: Some(row.account),
            referral: None,
            platform: Some(row.platform),
        })
        .collect();
    Ok(section(
        "second-review",
        "Waiting for your second review",
        items,
        total,
    ))
}

/// Disagreements that this officer may settle.
fn disagreements(session: &Session) -> Result<TodaySection> {
    let mut all = settle::disagreements(session)?;
    all.retain(|one| one.can_settle);
    let total = u32::try_from(all.len()).unwrap_or(u32::MAX);
    let items = all
        .into_iter()
        .take(SHOWN as usize)
        .map(|one| TodayItem {
            act: None,
            label: one.label,
            why: "two officers decided differently".to_owned(),
            due: None,
            is_overdue: false,
            account: Some(one.account),
            referral: None,
            platform: Some(one.platform),
        })
        .collect();
    Ok(section(
        "disagreements",
        "Second review disagrees",
        items,
        total,
    ))
}

fn of_account((row, due): Due, why: &str, now: Instant) -> TodayItem {
    TodayItem {
        label: row.label,
        why: why.to_owned(),
        due,
        is_overdue: due.is_some_and(|due| due < now),
        account: Some(row.id),
        referral: None,
        platform: Some(row.platform),
        act: None,
    }
}

/// Safeguarding acts until they are answered, told longest ago first: an act is an item, not an account.
fn safeguarding(session: &Session) -> Result<TodaySection> {
    let officer = session.officer().row;
    session.read(|reader| {
        let open = action::unanswered(reader)?;
        let total = u32::try_from(open.len()).unwrap_or(u32::MAX);
        let mut items = Vec::new();
        for (row, act) in open.into_iter().take(SHOWN as usize) {
            let Some(account) = query::rows(reader, &[row], officer)?.pop() else {
                continue;
            };
            items.push(TodayItem {
                label: account.label,
                why: "told, no answer yet".to_owned(),
                due: None,
                is_overdue: false,
                account: Some(account.id),
                referral: None,
                platform: Some(account.platform),
                act: Some(act),
            });
        }
        let title = "Safeguarding, not yet answered";
        Ok(section("safeguarding", title, items, total))
    })
}
