//! A number opened into its items, each with where it stands, what it was sent in and the way to its record.

use super::apart::{self, Apart};
use super::count::Month;
use super::period::{Period, frame};
use super::standing::{AsAt, Standing};
use super::which::{Which, chosen};
use crate::{Error, Result, Session};
use breakwater_casefile::history::{self, Told};
use breakwater_casefile::sent_in::{self, ItemKey, Sending};
use breakwater_casefile::table::erasure;
use breakwater_casefile::{Reader, query};
use breakwater_model::figure_rows::{
    FigureCount, FigureEventView, FigureRowView, FigureRowsRequest, FigureRowsView, SentInView,
};
use breakwater_model::history::{Cut, Event, History, Item, Mark};
use breakwater_model::list::AccountRow;
use breakwater_model::{AccountId, Instant};
use std::collections::{HashMap, HashSet};

/// The items behind a number: as many as the number says, those that were sent first before others.
///
/// # Errors
/// Days that are none; a month outside the period; a part nothing has.
pub fn rows(session: &Session, request: &FigureRowsRequest) -> Result<FigureRowsView> {
    let told = history::told(session)?;
    let now = session.host().now();
    let cut = request.part.as_ref().map(|of| of.cut);
    let apart = apart::asked(session, &told, &request.figures, cut, now)?;
    let (as_at, found) = places(&told.history, request, now, apart)?;
    let total = u32::try_from(found.len()).unwrap_or(u32::MAX);
    let shown: Vec<(usize, Standing)> = found
        .into_iter()
        .skip(request.offset as usize)
        .take(request.limit as usize)
        .collect();
    let rows = session.snapshot(|reader| view(session, reader, &told, as_at, &shown))?;
    Ok(FigureRowsView {
        total,
        as_at: Instant(as_at.at),
        rows,
    })
}

/// The items behind a number of any history, in the order they were first sent; `apart` is what its part is one of.
pub(super) fn places(
    history: &History,
    request: &FigureRowsRequest,
    now: Instant,
    apart: Apart,
) -> Result<(AsAt, Vec<(usize, Standing)>)> {
    let (period, _, mut frame) = frame(&request.figures, now, i64::MAX)?;
    let mut part = None;
    if let Some(of) = &request.part {
        frame.apart = apart;
        let names = frame.apart.names(history);
        let place = names.iter().position(|name| *name == of.name);
        let place = place.ok_or_else(|| no_part(&of.name, names))?;
        part = Some(u16::try_from(place).unwrap_or(u16::MAX));
    }
    let month = match &request.month {
        Some(name) => Some(month(period, &frame.months, name)?),
        None => None,
    };
    if request.count == FigureCount::YearBefore && month.is_none() {
        return Err(Error::Invalid(
            "year_before is a number of a month: name one of the period's with --month.".into(),
        ));
    }
    let which = Which {
        count: request.count,
        part,
        month,
    };
    let mut found = chosen(history, &frame, &which);
    found.sort_by_key(|(place, standing)| (standing.sent, *place));
    Ok((frame.as_at, found))
}

fn no_part(name: &str, names: &[String]) -> Error {
    let known: Vec<&str> = names
        .iter()
        .map(String::as_str)
        .filter(|one| !one.is_empty())
        .collect();
    Error::Invalid(format!(
        "Nothing is called {name:?} there. What was referred has: {}.",
        known.join(", ")
    ))
}

fn month(period: Period, months: &[Month], name: &str) -> Result<Month> {
    let all = period.months();
    let place = all.iter().position(|month| month.month() == name);
    place
        .and_then(|place| months.get(place).copied())
        .ok_or_else(|| {
            Error::Invalid(format!(
                "{name:?} is no month of {} to {}. Write it as YYYY-MM.",
                period.from(),
                period.to()
            ))
        })
}

fn view(
    session: &Session,
    reader: &Reader<'_>,
    told: &Told,
    as_at: AsAt,
    shown: &[(usize, Standing)],
) -> Result<Vec<FigureRowView>> {
    let subjects = shown
        .iter()
        .filter_map(|(place, _)| told.subjects.get(*place));
    let mut wanted: Vec<i64> = subjects.map(|subject| subject.row).collect();
    wanted.sort_unstable();
    wanted.dedup();
    let listed = query::rows(reader, &wanted, session.officer().row)?;
    let named: HashMap<AccountId, AccountRow> =
        listed.into_iter().map(|row| (row.id, row)).collect();
    let sent = sent_in::of_accounts(reader, &wanted)?;
    let gone = erased(reader, &wanted)?;
    let shows_apart = session.shows_kept_apart();
    Ok(shown
        .iter()
        .filter_map(|(place, standing)| {
            let item = told.history.items().get(*place)?;
            let subject = told.subjects.get(*place)?;
            let row = named.get(&subject.account);
            let is_kept_apart = row.is_some_and(|row| row.role.is_kept_apart());
            let is_erased = gone.contains(&subject.row);
            let is_named = !is_erased && (!is_kept_apart || shows_apart);
            let key = (subject.row, item.unit, subject.post.clone());
            Some(FigureRowView {
                account: is_named.then_some(subject.account),
                label: row
                    .filter(|_| is_named)
                    .map(|row| row.label.clone())
                    .unwrap_or_default(),
                platform: platform(&told.history, item),
                unit: item.unit,
                post: if is_named {
                    subject.post.clone()
                } else {
                    String::new()
                },
                sent_in: sendings(&sent, &key, is_named),
                sent: Instant(standing.sent),
                stands: standing.bucket.name().to_owned(),
                since: Instant(standing.since),
                is_inferred: standing.is_inferred,
                decisions: decisions(told.history.events(item), as_at),
                is_kept_apart,
                is_erased,
            })
        })
        .collect())
}

/// Rows of those of these accounts that were erased.
pub(super) fn erased(reader: &Reader<'_>, wanted: &[i64]) -> Result<HashSet<i64>> {
    let mut gone = HashSet::new();
    for row in wanted {
        if erasure::of_account(reader, *row)?.is_some() {
            gone.insert(*row);
        }
    }
    Ok(gone)
}

fn platform(history: &History, item: &Item) -> String {
    let [group, ..] = item.groups;
    let name = history.names(Cut::Platform).get(usize::from(group));
    name.cloned().unwrap_or_default()
}

fn sendings(
    sent: &HashMap<ItemKey, Vec<Sending>>,
    key: &ItemKey,
    is_named: bool,
) -> Vec<SentInView> {
    let all = sent.get(key).filter(|_| is_named);
    all.into_iter().flatten().map(sent_in_words).collect()
}

pub(super) fn sent_in_words(sending: &Sending) -> SentInView {
    match sending {
        Sending::Here(referral, number) => SentInView {
            referral: Some(*referral),
            label: format!("R-{number:03}"),
        },
        Sending::Before(reference) => SentInView {
            referral: None,
            label: reference.clone(),
        },
    }
}

/// What happened to it and what was seen of it, in order, as far as it was known.
fn decisions(events: &[Event], as_at: AsAt) -> Vec<FigureEventView> {
    events
        .iter()
        .filter(|event| as_at.has_seen(event))
        .map(|event| FigureEventView {
            what: what(event.mark).to_owned(),
            at: Instant(event.happened),
            is_imported: event.is_imported,
        })
        .collect()
}

const fn what(mark: Mark) -> &'static str {
    match mark {
        Mark::Sent => "sent",
        Mark::Removed => "removed",
        Mark::Suspended => "suspended",
        Mark::Limited => "limited",
        Mark::Declined => "declined",
        Mark::NotFound => "not-found",
        Mark::MoreAsked => "more-asked",
        Mark::Reinstated => "reinstated",
        Mark::Withdrawn => "withdrawn",
        Mark::SeenLive => "seen-live",
        Mark::SeenOffline => "seen-offline",
        Mark::SeenRenamed => "seen-renamed",
        Mark::SeenOther => "seen-otherwise",
    }
}
