//! A number of the trends opened into the accounts that said it.
//!
//! Invariant: as many rows as the number says. Of prices that is one for each sum an account asked in a month, of anything
//! else one for each account.

use super::period::Period;
use super::trends::{Name, each, named, place};
use crate::{Error, Progress, Result, Session};
use breakwater_casefile::query;
use breakwater_casefile::score::heard::Heard;
use breakwater_model::list::AccountRow;
use breakwater_model::trends::{TrendKind, TrendRowView, TrendRowsRequest, TrendRowsView};
use breakwater_model::{AccountId, Instant};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What stands behind a number, in the order the accounts came in. Every text is read for each answer, and only what is
/// shown is kept.
///
/// # Errors
/// Days that are none; a month outside the period; cancelled.
pub fn rows(
    session: &Session,
    request: &TrendRowsRequest,
    progress: &dyn Progress,
) -> Result<TrendRowsView> {
    let months = months(request)?;
    let wanted: Name = (request.kind, request.name.clone(), request.language.clone());
    let mut window = Window::of(request);
    each(session, progress, &mut |heard| {
        for said in said(&heard, &months, &wanted) {
            window.take((heard.row, heard.id, said));
        }
    })?;
    let Window { total, shown, .. } = window;
    let mut wanted: Vec<i64> = shown.iter().map(|(row, ..)| *row).collect();
    wanted.dedup();
    let listed = session.read(|reader| query::rows(reader, &wanted, session.officer().row))?;
    let listed: HashMap<AccountId, AccountRow> =
        listed.into_iter().map(|row| (row.id, row)).collect();
    let view = |(_, account, said): (i64, AccountId, Said)| {
        let row = listed.get(&account);
        TrendRowView {
            account,
            label: row.map(|row| row.label.clone()).unwrap_or_default(),
            platform: row.map(|row| row.platform.to_string()).unwrap_or_default(),
            at: said.at,
            sum: said.sum,
            quotes: said.quotes.into_iter().collect(),
        }
    };
    Ok(TrendRowsView {
        total,
        as_at: session.host().now(),
        rows: shown.into_iter().map(view).collect(),
    })
}

/// The rows asked for of all that come by.
struct Window<T> {
    offset: u32,
    limit: u32,
    /// Rows that came by.
    total: u32,
    /// Those of them that were asked for.
    shown: Vec<T>,
}

impl<T> Window<T> {
    fn of(request: &TrendRowsRequest) -> Self {
        Self {
            offset: request.offset,
            limit: request.limit,
            total: 0,
            shown: Vec::new(),
        }
    }

    fn take(&mut self, row: T) {
        if self
            .total
            .checked_sub(self.offset)
            .is_some_and(|place| place < self.limit)
        {
            self.shown.push(row);
        }
        self.total = self.total.saturating_add(1);
    }
}

/// The months asked for.
pub(super) fn months(request: &TrendRowsRequest) -> Result<Vec<Period>> {
    let period = Period::read(&request.trends.from, &request.trends.to)?;
    let mut months = period.months();
    if let Some(name) = &request.month {
        months.retain(|month| month.month() == *name);
        if months.is_empty() {
            return Err(Error::Invalid(format!(
                "{name:?} is no month of the period. Write it as YYYY-MM."
            )));
        }
    }
    Ok(months)
}

/// What an account said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Said {
    /// Last.
    at: Instant,
    /// Of a price.
    sum: Option<u32>,
    quotes: BTreeSet<String>,
}

/// What of the wanted an account said in these months: nothing, one thing, or of prices each sum of each month.
pub(super) fn said(heard: &Heard, months: &[Period], wanted: &Name) -> Vec<Said> {
    let mut found: BTreeMap<Option<(usize, i64)>, Said> = BTreeMap::new();
    let mut take = |key: Option<(usize, i64)>, at: Instant, quote: Option<&String>| {
        let one = found.entry(key).or_insert_with(|| Said {
            at,
            sum: key.and_then(|(_, sum)| u32::try_from(sum).ok()),
            quotes: BTreeSet::new(),
        });
        one.at = one.at.max(at);
        one.quotes.extend(quote.cloned());
    };
    for (at, hits) in &heard.texts {
        let Some(month) = place(months, *at) else {
            continue;
        };
        if wanted.0 == TrendKind::Heard {
            take(None, *at, None);
            continue;
        }
        for hit in hits {
            if let Some((name, sum)) = named(hit)
                && name == *wanted
            {
                let key = (name.0 == TrendKind::Price).then_some((month, sum));
                take(key, *at, Some(&hit.quote));
            }
        }
    }
    found.into_values().collect()
}
