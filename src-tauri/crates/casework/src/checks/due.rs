//! The worklist: which of the accounts that were sent should be looked at again.

use super::rules::{self, Rules};
use super::stand::{Fate, stand};
use crate::{Result, Session};
use breakwater_casefile::table::account;
use breakwater_casefile::table::observed::{self, Look};
use breakwater_casefile::table::past::{self, Of, Said, SentItem};
use breakwater_casefile::{Reader, query};
use breakwater_model::checks::{CheckState, CheckWhy, LookView, RecheckView, RechecksView};
use breakwater_model::referral::PlatformDecision;
use breakwater_model::{AccountId, Instant};
use breakwater_text::platform;
use std::collections::{BTreeMap, HashMap};

/// Rows given at once.
const MOST: usize = 2_000;

/// The worklist as of now; `all` gives what is ahead and what is stopped too.
pub fn due(session: &Session, all: bool) -> Result<RechecksView> {
    let (now, officer) = (session.host().now(), session.officer().row);
    session.snapshot(|reader| {
        let rows = every(reader, officer, now, None)?;
        let count = |state: CheckState| {
            let of_state = rows.iter().filter(|row| row.1.state == state);
            u32::try_from(of_state.count()).unwrap_or(u32::MAX)
        };
        let ahead = rows.iter().filter(|row| row.1.state == CheckState::Ahead);
        let inferred = rows
            .iter()
            .filter(|row| row.1.why == CheckWhy::InferredRemoval);
        Ok(RechecksView {
            overdue: count(CheckState::Overdue),
            due: count(CheckState::Due),
            ahead: count(CheckState::Ahead),
            stopped: count(CheckState::Stopped),
            inferred: u32::try_from(inferred.count()).unwrap_or(u32::MAX),
            next: ahead.filter_map(|row| row.1.due).min(),
            rules: rules::view(),
            as_at: now,
            rows: rows
                .into_iter()
                .map(|(_, view)| view)
                .filter(|view| all || view.state <= CheckState::Due)
                .take(MOST)
                .collect(),
        })
    })
}

/// Where one account stands; none if nothing of it was sent.
pub(super) fn of(session: &Session, account: AccountId) -> Result<Option<RecheckView>> {
    let (now, officer) = (session.host().now(), session.officer().row);
    let rows = session.snapshot(|reader| {
        let row = account::row(reader, account)?;
        every(reader, officer, now, Some(row))
    })?;
    Ok(rows.into_iter().map(|(_, view)| view).next())
}

/// Every account that was sent, or the one of this row, with its row: overdue first, then by when it is due.
pub(super) fn every(
    reader: &Reader<'_>,
    officer: i64,
    now: Instant,
    only: Option<i64>,
) -> Result<Vec<(i64, RecheckView)>> {
    let last = last_sent(reader, only)?;
    let mut habits = HashMap::<String, Rules>::new();
    let mut views = Vec::with_capacity(last.len());
    for (account, (item, fate)) in last {
        let Some(row) = query::rows(reader, &[account], officer)?.pop() else {
            continue;
        };
        let code = row.platform.as_str().to_owned();
        let rules = if let Some(rules) = habits.get(&code) {
            *rules
        } else {
            let rules = Rules::of(&code, &observed::hours_to_answer(reader, &code)?);
            habits.insert(code.clone(), rules);
            rules
        };
        let looks: Vec<Look> = observed::of_account(reader, account)?
            .into_iter()
            .filter(|look| look.at.at >= item.sent.at)
            .collect();
        let standing = stand(&rules, item.sent.at, fate, &looks, now);
        let name = platform::facts(&code).map_or(code.clone(), |facts| facts.name.to_owned());
        views.push((
            account,
            RecheckView {
                account: row.id,
                label: row.label,
                platform: row.platform,
                platform_name: name,
                unit: item.unit,
                address: past::address_of_item(reader, item.row)?,
                referral: past::referral_id(reader, item.referral)?,
                number: item.number,
                sent: item.sent,
                looks: u32::try_from(looks.len()).unwrap_or(u32::MAX),
                most_looks: rules.stop_looks,
                last: looks.last().map(|look| LookView {
                    observed: look.observed,
                    method: look.method,
                    at: look.at.clone(),
                    is_shown: look.is_shown,
                }),
                state: standing.state,
                why: standing.why,
                due: standing.due,
            },
        ));
    }
    views.sort_by_key(|(account, view)| (view.state, view.due, *account));
    Ok(views)
}

/// The item each account is looked at for: the last sent that waits for an answer, else the last.
fn last_sent(reader: &Reader<'_>, only: Option<i64>) -> Result<BTreeMap<i64, (SentItem, Fate)>> {
    let mut last: BTreeMap<i64, (SentItem, Fate)> = BTreeMap::new();
    let items = past::sent_items(reader)?.into_iter();
    for item in items.filter(|item| only.is_none_or(|only| item.account == only)) {
        let fate = fate(&past::said_of(reader, Of::Sent(item.row))?);
        match last.get(&item.account) {
            Some((_, Fate::Open)) if fate != Fate::Open => {}
            _ => {
                last.insert(item.account, (item, fate));
            }
        }
    }
    Ok(last)
}

fn fate(said: &[Said]) -> Fate {
    if said.iter().any(|said| said.kind == "withdrawn") {
        return Fate::Withdrawn;
    }
    let last = said.iter().rfind(|said| said.kind == "decided");
    let is_final = last.is_some_and(|said| {
        serde_json::from_value(serde_json::Value::from(said.value.as_str()))
            .is_ok_and(PlatformDecision::is_final)
    });
    if is_final { Fate::Decided } else { Fate::Open }
}
