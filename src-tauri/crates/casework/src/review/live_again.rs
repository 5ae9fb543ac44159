//! Accounts that a platform took down and that were seen live again: they can be referred again.

use crate::referral::again;
use crate::{Result, Session};
use breakwater_casefile::sent::{self, SentAccount};
use breakwater_casefile::table::{assessment, past};
use breakwater_casefile::{Reader, query};
use breakwater_model::Instant;
use breakwater_model::assessment::Decision;
use breakwater_model::referral::Observed;
use breakwater_model::today::{TodayItem, TodaySection};

/// Items shown.
const SHOWN: usize = 50;

/// An account, when it was taken down and seen live again, and the referral it was taken down after.
struct Back {
    account: i64,
    gone: Instant,
    seen: Instant,
    referral: i64,
    number: u32,
}

/// Accounts seen live again that are in no new referral, the one seen last first. What was sent and seen is kept in
/// memory; only of the few that came back anything is asked.
pub(crate) fn section(session: &Session) -> Result<TodaySection> {
    let mut found = sent::with(session, |sent| {
        let accounts = sent.accounts.iter();
        accounts
            .filter_map(|(account, told)| back(*account, told))
            .collect::<Vec<_>>()
    })?;
    found.sort_by_key(|one| std::cmp::Reverse(one.seen));
    let mut items = session.read(|reader| {
        let mut items = Vec::new();
        for one in found {
            if waits(reader, &one)? {
                items.extend(item(session, reader, &one)?);
            }
        }
        Ok::<_, crate::Error>(items)
    })?;
    let total = u32::try_from(items.len()).unwrap_or(u32::MAX);
    items.truncate(SHOWN);
    Ok(TodaySection {
        key: "live-again".to_owned(),
        title: "Live again after it was taken down".to_owned(),
        items,
        total,
    })
}

fn back(account: i64, told: &SentAccount) -> Option<Back> {
    if !told.is_listed || told.is_kept_apart {
        return None;
    }
    let (item, fate) = told.items.last()?;
    let gone = fate.taken_down.filter(|_| !fate.is_withdrawn)?;
    let look = told.looks.last()?;
    let is_back = look.observed == Observed::Live && look.at.at > gone;
    is_back.then_some(Back {
        account,
        gone,
        seen: look.at.at,
        referral: item.referral,
        number: item.number,
    })
}

/// True unless it is in a draft already, or somebody decided otherwise since it was seen.
fn waits(reader: &Reader<'_>, one: &Back) -> Result<bool> {
    if !again::may_go_again(reader, one.account)? {
        return Ok(false);
    }
    let latest = assessment::latest(reader, one.account)?;
    Ok(latest.is_none_or(|latest| latest.decision == Decision::Refer || latest.at <= one.seen))
}

fn item(session: &Session, reader: &Reader<'_>, one: &Back) -> Result<Option<TodayItem>> {
    let Some(row) = query::rows(reader, &[one.account], session.officer().row)?.pop() else {
        return Ok(None);
    };
    let day = |at: Instant| at.utc().format("%-d %B %Y").to_string();
    Ok(Some(TodayItem {
        label: row.label,
        why: format!(
            "taken down after R-{:03} on {}, seen live on {}: it can be referred again",
            one.number,
            day(one.gone),
            day(one.seen)
        ),
        account: Some(row.id),
        referral: Some(past::referral_id(reader, one.referral)?),
        platform: Some(row.platform),
        ..TodayItem::default()
    }))
}
