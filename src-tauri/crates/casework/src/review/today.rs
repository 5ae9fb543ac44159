//! Today: what waits for this officer, most pressing first.

use crate::checks::due;
use crate::register::guard;
use crate::review::{live_again, remind};
use crate::second_review::{settle, waiting};
use crate::{Result, Session, handover, referral, retention};
use breakwater_casefile::query::{self, Due, Waiting};
use breakwater_casefile::table::{account, action, approval};
use breakwater_casefile::{Reader, tally};
use breakwater_model::Instant;
use breakwater_model::checks::CheckState;
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
    sections.push(handed_over(session)?);
    sections.append(&mut referrals);
    sections.push(referral::letter::waiting::section(session)?);
    sections.push(retention::waiting::section(session)?);
    sections.extend(remind::sections(session)?);
    for (waiting, key, title, why) in SECTIONS {
        let (found, total) = query::waiting(session, waiting, now, SHOWN)?;
        let mut items: Vec<TodayItem> = found
            .into_iter()
            .map(|due| of_account(due, why, now))
            .collect();
        if waiting == Waiting::ToDraft {
            session.read(|reader| barred(reader, &mut items, now))?;
        }
        sections.push(section(key, title, items, total));
    }
    sections.push(live_again::section(session)?);
    sections.push(rechecks(session)?);
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

/// Pages of other officers that nobody has taken over.
fn handed_over(session: &Session) -> Result<TodaySection> {
    let rows = handover::to_take_over(session)?.into_iter();
    let items: Vec<TodayItem> = rows
        .map(|row| TodayItem {
            label: format!("Hand-over {}", row.number),
            why: format!("given by {}; read it and take it over", row.by),
            handover: Some(row.id),
            ..TodayItem::default()
        })
        .collect();
    let total = u32::try_from(items.len()).unwrap_or(u32::MAX);
    Ok(section("handover", "Handed over to you", items, total))
}

/// What was sent and should be looked at again now; the rail tells the same number.
fn rechecks(session: &Session) -> Result<TodaySection> {
    let (rows, tally) = due::first(session, SHOWN as usize)?;
    let items = rows
        .into_iter()
        .map(|row| TodayItem {
            why: due::why(row.why).to_owned(),
            label: row.label,
            due: row.due,
            is_overdue: row.state == CheckState::Overdue,
            account: Some(row.account),
            platform: Some(row.platform),
            ..TodayItem::default()
        })
        .collect();
    let total = tally.overdue + tally.due;
    Ok(section("rechecks", "Re-checks due", items, total))
}

/// Decisions of others that this officer judges blind: nothing here tells what was decided.
fn to_review_again(session: &Session) -> Result<TodaySection> {
    let rows = waiting::list(session)?.rows;
    let total = u32::try_from(rows.len()).unwrap_or(u32::MAX);
    let items = rows
        .into_iter()
        .take(SHOWN as usize)
        .map(|row| TodayItem {
            label: row.label,
            why: "decided by somebody else, judged blind".to_owned(),
            account: Some(row.account),
            platform: Some(row.platform),
            ..TodayItem::default()
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
            label: one.label,
            why: "two officers decided differently".to_owned(),
            account: Some(one.account),
            platform: Some(one.platform),
            ..TodayItem::default()
        })
        .collect();
    Ok(section(
        "disagreements",
        "Second review disagrees",
        items,
        total,
    ))
}

/// Says of accounts that are not ready to draft why: one that came under the protected register since it was decided,
/// one of which a desk that was asked first answered otherwise than go.
fn barred(reader: &Reader<'_>, items: &mut [TodayItem], now: Instant) -> Result<()> {
    for item in items {
        let Some(id) = item.account else { continue };
        let row = account::row(reader, id)?;
        let why = if guard::is_protected(reader, row, now)? {
            "on the protected register: it is not referred; assess it again".to_owned()
        } else if let Some((desk, answer, reference)) = approval::held(reader, row)? {
            format!("{desk} answered {answer}, {reference}: ask again before it is drafted")
        } else {
            continue;
        };
        item.why = why;
    }
    Ok(())
}

fn of_account((row, due): Due, why: &str, now: Instant) -> TodayItem {
    TodayItem {
        label: row.label,
        why: why.to_owned(),
        due,
        is_overdue: due.is_some_and(|due| due < now),
        account: Some(row.id),
        platform: Some(row.platform),
        ..TodayItem::default()
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
                account: Some(account.id),
                platform: Some(account.platform),
                act: Some(act),
                ..TodayItem::default()
            });
        }
        let title = "Safeguarding, not yet answered";
        Ok(section("safeguarding", title, items, total))
    })
}
