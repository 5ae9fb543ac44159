//! The worklist: which of the accounts that were sent should be looked at again.
//!
//! Invariant: count and list are one reckoning, made from what the session keeps of everything sent
//! (`casefile/sent.rs`); rows are read of what is shown alone.

use super::rules::{self, Rules};
use super::stand::{self, Fate, Standing};
use crate::{Result, Session};
use breakwater_casefile::sent::{self, ItemFate, Sent, SentAccount};
use breakwater_casefile::table::account;
use breakwater_casefile::table::observed::Look;
use breakwater_casefile::table::past::{self, SentItem};
use breakwater_casefile::{Reader, query};
use breakwater_model::checks::{CheckState, CheckWhy, LookView, RecheckView, RechecksView};
use breakwater_model::{AccountId, Instant};
use breakwater_text::platform;
use std::collections::HashMap;

/// Rows given at once.
const MOST: usize = 2_000;

/// How many accounts should be looked at again now. Those kept apart are in no list, and counted apart.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// Some time ago.
    pub overdue: u32,
    /// Now.
    pub due: u32,
    /// Overdue or due, of accounts of victims, children and third parties.
    pub kept_apart: u32,
}

/// Why an account is looked at again, in words.
pub(crate) const fn why(why: CheckWhy) -> &'static str {
    match why {
        CheckWhy::FirstLook => "nobody has looked since it was sent",
        CheckWhy::StillThere => "it was still there",
        CheckWhy::ConfirmOffline => "offline once; a second look tells more",
        CheckWhy::Unclear => "the last look could not tell",
        CheckWhy::InferredRemoval => "removal inferred",
        CheckWhy::Decided => "the platform decided",
        CheckWhy::Withdrawn => "withdrawn",
        CheckWhy::RemovedByOwner => "its owner took it down",
        CheckWhy::EnoughLooks => "looked at often enough",
        CheckWhy::LongAgo => "sent long enough ago",
    }
}

/// An account, and where it stands.
pub(super) struct Line {
    account: i64,
    item: SentItem,
    looks: usize,
    last: Option<Look>,
    most_looks: u32,
    /// Where it stands.
    pub standing: Standing,
}

/// The worklist as of now; `all` gives what is ahead and what is stopped too.
pub fn due(session: &Session, all: bool) -> Result<RechecksView> {
    let now = session.host().now();
    let mut lines = lines(session, now)?;
    let count = |is: &dyn Fn(&Standing) -> bool| {
        let of = lines.iter().filter(|line| is(&line.standing));
        u32::try_from(of.count()).unwrap_or(u32::MAX)
    };
    let of = |state: CheckState| count(&|one| one.state == state);
    let (overdue, due) = (of(CheckState::Overdue), of(CheckState::Due));
    let (ahead, stopped) = (of(CheckState::Ahead), of(CheckState::Stopped));
    let inferred = count(&|one| one.why == CheckWhy::InferredRemoval);
    let next = lines
        .iter()
        .filter(|line| line.standing.state == CheckState::Ahead);
    let next = next.filter_map(|line| line.standing.due).min();
    lines.retain(|line| all || line.standing.state <= CheckState::Due);
    lines.truncate(MOST);
    Ok(RechecksView {
        overdue,
        due,
        kept_apart: tally(session)?.kept_apart,
        ahead,
        stopped,
        inferred,
        next,
        rules: rules::view(),
        as_at: now,
        rows: views(session, lines)?
            .into_iter()
            .map(|(_, view)| view)
            .collect(),
    })
}

/// How many should be looked at now: what [`due`] lists. Asked at every write, and cheap: no query is made for it
/// unless something was written of what was sent.
pub fn tally(session: &Session) -> Result<Tally> {
    let now = session.host().now();
    sent::with(session, |sent| {
        let mut tally = Tally::default();
        each(sent, now, &mut |_, one| match one.standing.state {
            CheckState::Overdue | CheckState::Due if one.is_kept_apart => tally.kept_apart += 1,
            CheckState::Overdue => tally.overdue += 1,
            CheckState::Due => tally.due += 1,
            CheckState::Ahead | CheckState::Stopped => {}
        });
        tally
    })
}

/// The first of what should be looked at now, most overdue first, and how many there are.
pub(crate) fn first(session: &Session, most: usize) -> Result<(Vec<RecheckView>, Tally)> {
    let tally = tally(session)?;
    let mut lines = lines(session, session.host().now())?;
    lines.retain(|line| line.standing.state <= CheckState::Due);
    lines.truncate(most);
    let rows = views(session, lines)?.into_iter().map(|(_, view)| view);
    Ok((rows.collect(), tally))
}

/// Where one account stands; none if nothing of it was sent.
pub(super) fn of(session: &Session, account: AccountId) -> Result<Option<RecheckView>> {
    let row = session.read(|reader| account::row(reader, account))?;
    let mut lines = lines(session, session.host().now())?;
    lines.retain(|line| line.account == row);
    Ok(views(session, lines)?
        .into_iter()
        .map(|(_, view)| view)
        .next())
}

/// Every account that was sent and stands in lists: overdue first, then by when it is due.
pub(super) fn lines(session: &Session, now: Instant) -> Result<Vec<Line>> {
    sent::with(session, |sent| {
        let mut lines = Vec::new();
        each(sent, now, &mut |account, one| {
            if one.is_kept_apart {
                return;
            }
            lines.push(Line {
                account,
                item: one.item.clone(),
                looks: one.looks.len(),
                last: one.looks.last().cloned(),
                most_looks: one.most_looks,
                standing: one.standing,
            });
        });
        lines.sort_by_key(|line| (line.standing.state, line.standing.due, line.account));
        lines
    })
}

/// Rows with what they show, in their order.
pub(super) fn views(session: &Session, lines: Vec<Line>) -> Result<Vec<(i64, RecheckView)>> {
    let officer = session.officer().row;
    session.snapshot(|reader| {
        let mut views = Vec::with_capacity(lines.len());
        for line in lines {
            // One that was merged meanwhile has no row.
            if let Some(row) = query::rows(reader, &[line.account], officer)?.pop() {
                views.push((line.account, view(reader, line, row)?));
            }
        }
        Ok(views)
    })
}

fn view(
    reader: &Reader<'_>,
    line: Line,
    row: breakwater_model::list::AccountRow,
) -> Result<RecheckView> {
    let code = row.platform.as_str();
    let name = platform::facts(code).map_or(code.to_owned(), |facts| facts.name.to_owned());
    Ok(RecheckView {
        account: row.id,
        label: row.label,
        platform: row.platform,
        platform_name: name,
        unit: line.item.unit,
        address: past::address_of_item(reader, line.item.row)?,
        referral: past::referral_id(reader, line.item.referral)?,
        number: line.item.number,
        sent: line.item.sent,
        looks: u32::try_from(line.looks).unwrap_or(u32::MAX),
        most_looks: line.most_looks,
        last: line.last.map(|look| LookView {
            observed: look.observed,
            method: look.method,
            at: look.at,
            is_shown: look.is_shown,
        }),
        state: line.standing.state,
        why: line.standing.why,
        due: line.standing.due,
    })
}

/// An account with the item it is looked at for.
struct One<'a> {
    item: &'a SentItem,
    looks: &'a [Look],
    most_looks: u32,
    is_kept_apart: bool,
    standing: Standing,
}

fn each(sent: &Sent, now: Instant, work: &mut dyn FnMut(i64, &One<'_>)) {
    let mut rules: HashMap<&str, Rules> = HashMap::new();
    for (account, told) in sent.accounts.iter().filter(|(_, told)| told.is_listed) {
        let Some((item, fate)) = looked_at_for(told) else {
            continue;
        };
        let rules = rules.entry(&told.platform).or_insert_with(|| {
            let hours = sent.habits.get(&told.platform);
            Rules::of(&told.platform, hours.map_or(&[], Vec::as_slice))
        });
        let from = told.looks.partition_point(|look| look.at.at < item.sent.at);
        let looks = told.looks.get(from..).unwrap_or_default();
        work(
            *account,
            &One {
                item,
                looks,
                most_looks: rules.stop_looks,
                is_kept_apart: told.is_kept_apart,
                standing: stand::stand(rules, item.sent.at, fate, looks, now),
            },
        );
    }
}

/// The last item that waits for an answer, else the last.
fn looked_at_for(told: &SentAccount) -> Option<(&SentItem, Fate)> {
    let mut last: Option<(&SentItem, Fate)> = None;
    for (item, became) in &told.items {
        let fate = fate(*became);
        match last {
            Some((_, Fate::Open)) if fate != Fate::Open => {}
            _ => last = Some((item, fate)),
        }
    }
    last
}

const fn fate(became: ItemFate) -> Fate {
    if became.is_withdrawn {
        Fate::Withdrawn
    } else if became.is_decided {
        Fate::Decided
    } else {
        Fate::Open
    }
}
