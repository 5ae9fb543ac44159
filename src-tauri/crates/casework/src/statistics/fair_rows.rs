//! A number of a group opened into its accounts.

use super::fairness::{Ended, ends, is_counted, name};
use super::rows::{erased, sent_in_words};
use super::standing::{AsAt, standing};
use crate::{Error, Result, Session};
use breakwater_casefile::fair::{self, Fared};
use breakwater_casefile::history::{self, Told};
use breakwater_casefile::sent_in::{self, Sending};
use breakwater_casefile::table::account;
use breakwater_casefile::{Reader, query};
use breakwater_model::AccountId;
use breakwater_model::compare::{FairBy, FairRowView, FairRowsRequest, FairRowsView};
use breakwater_model::figure_rows::SentInView;
use breakwater_model::list::AccountRow;
use std::collections::{BTreeSet, HashMap, HashSet};

/// The accounts behind a number of a group: as many as the number says, in the order they came in.
///
/// # Errors
/// A group nothing is in.
pub fn rows(session: &Session, request: &FairRowsRequest) -> Result<FairRowsView> {
    let now = session.host().now();
    let told = history::told(session)?;
    let accounts = session.read(fair::every)?;
    let found = places(&accounts, &ends(&told, now.0), request)?;
    let shown: Vec<&Fared> = found
        .iter()
        .skip(request.offset as usize)
        .take(request.limit as usize)
        .filter_map(|place| accounts.get(*place))
        .collect();
    Ok(FairRowsView {
        total: u32::try_from(found.len()).unwrap_or(u32::MAX),
        as_at: now,
        rows: session.snapshot(|reader| view(session, reader, &told, now.0, &shown))?,
    })
}

/// The places of the accounts behind a number, in order.
pub(super) fn places(
    accounts: &[Fared],
    ends: &HashMap<i64, Ended>,
    request: &FairRowsRequest,
) -> Result<Vec<usize>> {
    let of_group = |one: &Fared| *name(one, request.by) == request.name;
    if !accounts.iter().any(of_group) {
        return Err(no_group(accounts, request));
    }
    Ok(accounts
        .iter()
        .enumerate()
        .filter(|(_, one)| of_group(one))
        .filter(|(_, one)| is_counted(request.count, one, ends.get(&one.row).copied()))
        .map(|(place, _)| place)
        .collect())
}

fn no_group(accounts: &[Fared], request: &FairRowsRequest) -> Error {
    const TOLD: usize = 20;
    let known: BTreeSet<&str> = accounts
        .iter()
        .map(|one| name(one, request.by).as_str())
        .filter(|name| !name.is_empty())
        .collect();
    let what = match request.by {
        FairBy::Language => "language",
        FairBy::Source => "source",
    };
    let told: Vec<&str> = known.into_iter().take(TOLD).collect();
    Error::Invalid(format!(
        "No account has the {what} {:?}. There is: {}.",
        request.name,
        told.join(", ")
    ))
}

fn view(
    session: &Session,
    reader: &Reader<'_>,
    told: &Told,
    now: i64,
    shown: &[&Fared],
) -> Result<Vec<FairRowView>> {
    let wanted: Vec<i64> = shown.iter().map(|one| one.row).collect();
    let listed = query::rows(reader, &wanted, session.officer().row)?;
    let named: HashMap<AccountId, AccountRow> =
        listed.into_iter().map(|row| (row.id, row)).collect();
    let mut sent: HashMap<i64, Vec<Sending>> = HashMap::new();
    for ((account, ..), sendings) in sent_in::of_accounts(reader, &wanted)? {
        let mine = sent.entry(account).or_default();
        for sending in sendings {
            if !mine.contains(&sending) {
                mine.push(sending);
            }
        }
    }
    let stands = stands(told, now, &wanted);
    let gone = erased(reader, &wanted)?;
    let shows_apart = session.shows_kept_apart();
    shown
        .iter()
        .map(|one| {
            let row = named.get(&one.id);
            let is_kept_apart = row.is_some_and(|row| row.role.is_kept_apart());
            let is_named = row.is_some() && (!is_kept_apart || shows_apart);
            let label = row.filter(|_| is_named).map(|row| row.label.clone());
            let platform = match row {
                Some(row) => row.platform.clone(),
                None => account::by_row(reader, one.row)?.platform,
            };
            Ok(FairRowView {
                account: is_named.then_some(one.id),
                is_erased: gone.contains(&one.row),
                label: label.unwrap_or_default(),
                platform: platform.to_string(),
                sent_in: sendings(sent.get(&one.row).filter(|_| is_named)),
                stands: stands.get(&one.row).cloned().unwrap_or_default(),
                is_returned: one.is_returned,
                is_kept_apart,
            })
        })
        .collect()
}

fn sendings(sent: Option<&Vec<Sending>>) -> Vec<SentInView> {
    sent.into_iter().flatten().map(sent_in_words).collect()
}

/// Where these accounts, and posts of them, stand.
fn stands(told: &Told, now: i64, wanted: &[i64]) -> HashMap<i64, Vec<String>> {
    let as_at = AsAt {
        at: now,
        seq: i64::MAX,
        with_imported: true,
    };
    let wanted: HashSet<i64> = wanted.iter().copied().collect();
    let mut stands: HashMap<i64, Vec<String>> = HashMap::new();
    for (item, subject) in told.history.items().iter().zip(&told.subjects) {
        if !wanted.contains(&subject.row) {
            continue;
        }
        if let Some(it) = standing(item, told.history.events(item), as_at) {
            let mine = stands.entry(subject.row).or_default();
            mine.push(it.bucket.name().to_owned());
        }
    }
    stands
}
