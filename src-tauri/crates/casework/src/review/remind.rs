//! What is to be remembered, as Today tells it: preservations that run out, intelligence reports without an answer, days
//! that were promised.

use super::promise;
use crate::account::apart;
use crate::reminders::{self, Rule};
use crate::{Result, Session};
use breakwater_casefile::table::action::{self, Preserved};
use breakwater_casefile::{Reader, query};
use breakwater_model::Instant;
use breakwater_model::promise::{PromiseOn, PromiseView};
use breakwater_model::today::{TodayItem, TodaySection};

/// Items shown of one section.
const SHOWN: usize = 50;

/// Sections of reminders, most pressing first; one that holds nothing has a total of 0.
pub(crate) fn sections(session: &Session) -> Result<Vec<TodaySection>> {
    let now = session.host().now();
    Ok(vec![
        promised(session, now)?,
        session.read(|reader| preserved(session, reader, now))?,
        session.read(|reader| intelligence(session, reader, now))?,
    ])
}

fn section(key: &str, title: &str, mut items: Vec<TodayItem>) -> TodaySection {
    let total = u32::try_from(items.len()).unwrap_or(u32::MAX);
    items.truncate(SHOWN);
    TodaySection {
        key: key.to_owned(),
        title: title.to_owned(),
        items,
        total,
    }
}

fn promised(session: &Session, now: Instant) -> Result<TodaySection> {
    let until = reminders::after(now, Rule::PromiseAhead, "");
    let items = promise::open(session, until)?
        .into_iter()
        .map(|one| TodayItem {
            why: format!("{} promised: {}", one.who, one.what),
            due: Some(one.due),
            is_overdue: one.is_overdue,
            account: one.account,
            referral: referral_of(&one),
            promise: Some(one.id),
            platform: Some(one.platform),
            label: one.label,
            ..TodayItem::default()
        })
        .collect();
    Ok(section("promises", "Promised dates", items))
}

const fn referral_of(one: &PromiseView) -> Option<breakwater_model::ReferralId> {
    match one.on {
        PromiseOn::Referral { referral } => Some(referral),
        PromiseOn::Action { .. } => None,
    }
}

/// The last preservation request of each account, from shortly before until shortly after what it keeps runs out.
fn preserved(session: &Session, reader: &Reader<'_>, now: Instant) -> Result<TodaySection> {
    let officer = session.officer().row;
    let mut running_out: Vec<(Instant, Preserved)> = action::preserved(reader)?
        .into_iter()
        .map(|one| (ends(&one), one))
        .filter(|(ends, one)| {
            let ahead = reminders::after(now, Rule::PreservationAhead, &one.platform);
            let gone = reminders::after(*ends, Rule::PreservationAfter, &one.platform);
            *ends <= ahead && now < gone
        })
        .collect();
    running_out.sort_by_key(|(ends, one)| (*ends, one.account));
    let mut items = Vec::with_capacity(running_out.len());
    for (ends, one) in running_out {
        let Some(row) = query::rows(reader, &[one.account], officer)?.pop() else {
            continue;
        };
        let days = reminders::days(Rule::Preservation, &one.platform);
        let (label, account) = apart::named(session, &row);
        let is_over = ends < now;
        let verb = if is_over { "ran out" } else { "runs out" };
        items.push(TodayItem {
            label,
            why: format!("{} was asked to preserve; {days} days, it {verb}", one.told),
            due: Some(ends),
            is_overdue: is_over,
            account,
            platform: Some(row.platform),
            ..TodayItem::default()
        });
    }
    Ok(section("preservation", "Preservation running out", items))
}

/// When what a platform preserves may be gone.
fn ends(one: &Preserved) -> Instant {
    reminders::after(one.at, Rule::Preservation, &one.platform)
}

/// Intelligence reports that nobody answered in time.
fn intelligence(session: &Session, reader: &Reader<'_>, now: Instant) -> Result<TodaySection> {
    let officer = session.officer().row;
    let mut items = Vec::new();
    for (row, act) in action::unanswered_reports(reader)? {
        let due = reminders::after(act.at, Rule::Intelligence, "");
        if due > now {
            continue;
        }
        let Some(row) = query::rows(reader, &[row], officer)?.pop() else {
            continue;
        };
        let (label, account) = apart::named(session, &row);
        items.push(TodayItem {
            label,
            why: format!("reported to {}, no answer yet", act.told),
            due: Some(due),
            is_overdue: true,
            platform: Some(row.platform),
            // Unnamed, it is no act that could be answered here.
            act: account.is_some().then_some(act),
            account,
            ..TodayItem::default()
        });
    }
    Ok(section(
        "intelligence",
        "Intelligence reports without an answer",
        items,
    ))
}
