//! Prices, routes and terms over time, from what officers left standing of the indicators.
//!
//! Invariant: an account counts once a month for a term or a route, and once a month for each sum it asks. Currencies are
//! never added up and never converted. Of a range its lower end counts. A sum for a deposit, a passport, a visa, children
//! or a family is not what a crossing costs one person, and a small sum is none at all.

use super::curve::quantile;
use super::interval::{of_difference, wilson};
use super::period::Period;
use crate::{Error, Progress, Result, Session};
use breakwater_casefile::query;
use breakwater_casefile::score::heard::{self, Heard};
use breakwater_model::trends::{
    CurrencyTrendView, PriceMonthView, TrendKind, TrendLineView, TrendMonthView, TrendRowView,
    TrendRowsRequest, TrendsRequest, TrendsView,
};
use breakwater_model::{AccountId, Instant};
use breakwater_text::indicator::Hit;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Lines told.
const ROUTES: usize = 40;
const TERMS: usize = 60;

/// What a hit says: kind, name, language.
type Name = (TrendKind, String, String);

/// One thing said by an account in a month: the sum, where it is a price.
type Said = (usize, i64, i64);

/// Trends of a period.
///
/// # Errors
/// Days that are none; cancelled.
pub fn trends(
    session: &Session,
    request: &TrendsRequest,
    progress: &dyn Progress,
) -> Result<TrendsView> {
    let period = Period::read(&request.from, &request.to)?;
    let months = period.months();
    let mut gathered = Gathered::default();
    each(session, progress, &mut |heard| {
        gathered.take(&heard, &months);
    })?;
    let meanings = meanings(session);
    let heard_by_month = gathered.by_month(months.len());
    let mut prices = Vec::new();
    let (mut routes, mut terms) = (Vec::new(), Vec::new());
    for (name, said) in &gathered.said {
        match name.0 {
            TrendKind::Price => prices.push(currency(&name.1, said, &months)),
            TrendKind::Route => routes.push(line(name, said, &months, &heard_by_month, &meanings)),
            TrendKind::Term => terms.push(line(name, said, &months, &heard_by_month, &meanings)),
        }
    }
    prices.sort_by(|one, other| {
        other
            .n
            .cmp(&one.n)
            .then_with(|| one.currency.cmp(&other.currency))
    });
    for (lines, most) in [(&mut routes, ROUTES), (&mut terms, TERMS)] {
        lines.sort_by(|one: &TrendLineView, other: &TrendLineView| {
            other
                .accounts
                .cmp(&one.accounts)
                .then_with(|| one.name.cmp(&other.name))
        });
        lines.truncate(most);
    }
    let all: BTreeSet<i64> = gathered.heard.iter().map(|(_, row)| *row).collect();
    Ok(TrendsView {
        from: period.from(),
        to: period.to(),
        as_at: session.host().now(),
        accounts: narrow(all.len()),
        prices,
        routes,
        terms,
    })
}

/// The accounts behind a number, in the order they came in, each once.
///
/// # Errors
/// Days that are none; a month outside the period; cancelled.
pub fn rows(
    session: &Session,
    request: &TrendRowsRequest,
    progress: &dyn Progress,
) -> Result<Vec<TrendRowView>> {
    let period = Period::read(&request.trends.from, &request.trends.to)?;
    let months: Vec<Period> = match &request.month {
        None => period.months(),
        Some(name) => {
            let of = period
                .months()
                .into_iter()
                .find(|month| month.month() == *name);
            let outside = || {
                Error::Invalid(format!(
                    "{name:?} is no month of the period. Write it as YYYY-MM."
                ))
            };
            vec![of.ok_or_else(outside)?]
        }
    };
    let wanted: Name = (request.kind, request.name.clone(), request.language.clone());
    let mut found: Vec<(i64, AccountId, Instant, Vec<String>)> = Vec::new();
    each(session, progress, &mut |heard| {
        let mut quotes: BTreeSet<String> = BTreeSet::new();
        let mut at = None;
        for (when, hits) in &heard.texts {
            if place(&months, *when).is_some() {
                let said = hits
                    .iter()
                    .filter(|hit| named(hit).is_some_and(|(name, _)| name == wanted));
                for hit in said {
                    quotes.insert(hit.quote.clone());
                    at = at.max(Some(*when));
                }
            }
        }
        if let Some(at) = at {
            found.push((heard.row, heard.id, at, quotes.into_iter().collect()));
        }
    })?;
    let wanted: Vec<i64> = found.iter().map(|(row, ..)| *row).collect();
    let listed = session.read(|reader| query::rows(reader, &wanted, session.officer().row))?;
    let listed: HashMap<AccountId, _> = listed.into_iter().map(|row| (row.id, row)).collect();
    Ok(found
        .into_iter()
        .filter_map(|(_, account, at, quotes)| {
            let row = listed.get(&account)?;
            Some(TrendRowView {
                account,
                label: row.label.clone(),
                platform: row.platform.to_string(),
                at,
                quotes,
            })
        })
        .collect())
}

fn each(session: &Session, progress: &dyn Progress, hear: &mut dyn FnMut(Heard)) -> Result<()> {
    let scoring = session.scoring();
    session.snapshot(|reader| {
        let mut going = |done: u64, total: u64| {
            progress.step(done, Some(total), "accounts");
            !progress.is_cancelled()
        };
        heard::every(reader, &scoring, &mut going, hear)
    })
}

/// What a hit says, and the sum where it is a price.
fn named(hit: &Hit) -> Option<(Name, i64)> {
    if hit.rule == "price" {
        let (currency, sum) = price(&hit.term)?;
        return Some(((TrendKind::Price, currency.to_owned(), String::new()), sum));
    }
    if hit.rule == "route" {
        return Some(((TrendKind::Route, hit.term.clone(), String::new()), 0));
    }
    let is_term = hit.rule.starts_with("lexicon/") && hit.weight > 0;
    is_term.then(|| ((TrendKind::Term, hit.term.clone(), hit.language.clone()), 0))
}

/// The currency and the sum of `GBP 3500`, `GBP 3000-3500 per person`; none of sums for something else.
fn price(term: &str) -> Option<(&str, i64)> {
    let mut words = term.splitn(3, ' ');
    let (currency, sum) = (words.next()?, words.next()?);
    let is_of_a_crossing = words
        .next()
        .is_none_or(|purpose| matches!(purpose, "per person" | "adults" | "on arrival"));
    let low = sum.split('-').next()?.parse().ok()?;
    is_of_a_crossing.then_some((currency, low))
}

fn place(months: &[Period], at: Instant) -> Option<usize> {
    months.iter().position(|month| {
        let (from, to) = month.window();
        from <= at.0 && at.0 < to
    })
}

#[derive(Default)]
struct Gathered {
    /// Accounts that said anything, by month.
    heard: BTreeSet<(usize, i64)>,
    said: BTreeMap<Name, BTreeSet<Said>>,
}

impl Gathered {
    fn take(&mut self, heard: &Heard, months: &[Period]) {
        for (at, hits) in &heard.texts {
            let Some(month) = place(months, *at) else {
                continue;
            };
            self.heard.insert((month, heard.row));
            for (name, sum) in hits.iter().filter_map(named) {
                self.said
                    .entry(name)
                    .or_default()
                    .insert((month, heard.row, sum));
            }
        }
    }

    fn by_month(&self, months: usize) -> Vec<u32> {
        (0..months)
            .map(|month| narrow(self.heard.iter().filter(|(of, _)| *of == month).count()))
            .collect()
    }
}

fn currency(code: &str, said: &BTreeSet<Said>, months: &[Period]) -> CurrencyTrendView {
    let months = months
        .iter()
        .enumerate()
        .map(|(at, month)| {
            let of_month = said.iter().filter(|(of, ..)| *of == at);
            let mut sums: Vec<i64> = of_month.clone().map(|(_, _, sum)| *sum).collect();
            sums.sort_unstable();
            let accounts: BTreeSet<i64> = of_month.map(|(_, row, _)| *row).collect();
            PriceMonthView {
                month: month.month(),
                n: narrow(sums.len()),
                accounts: narrow(accounts.len()),
                lower: quantile(&sums, 0.25),
                median: quantile(&sums, 0.5),
                upper: quantile(&sums, 0.75),
            }
        })
        .collect();
    CurrencyTrendView {
        currency: code.to_owned(),
        n: narrow(said.len()),
        months,
    }
}

/// What terms mean, by language and term.
fn meanings(session: &Session) -> HashMap<(String, String), String> {
    let scoring = session.scoring();
    let all = scoring.lexicons().all().iter();
    all.flat_map(|lexicon| {
        let of = lexicon.language.clone();
        lexicon
            .terms
            .iter()
            .map(move |term| ((of.clone(), term.term.clone()), term.meaning.clone()))
    })
    .collect()
}

fn line(
    (kind, name, language): &Name,
    said: &BTreeSet<Said>,
    months: &[Period],
    heard: &[u32],
    meanings: &HashMap<(String, String), String>,
) -> TrendLineView {
    let accounts: BTreeSet<i64> = said.iter().map(|(_, row, _)| *row).collect();
    let counts: Vec<(u32, u32)> = heard
        .iter()
        .enumerate()
        .map(|(at, of)| {
            (
                narrow(said.iter().filter(|(month, ..)| *month == at).count()),
                *of,
            )
        })
        .collect();
    let (change, interval) = change(&counts);
    TrendLineView {
        kind: *kind,
        name: name.clone(),
        language: language.clone(),
        meaning: meanings
            .get(&(language.clone(), name.clone()))
            .cloned()
            .unwrap_or_default(),
        accounts: narrow(accounts.len()),
        months: months
            .iter()
            .zip(&counts)
            .map(|(month, (accounts, of))| TrendMonthView {
                month: month.month(),
                accounts: *accounts,
                of: *of,
            })
            .collect(),
        change,
        interval,
        is_beyond_chance: interval.is_some_and(|one| one.low > 0.0 || one.high < 0.0),
    }
}

/// The share in the last month less that in all months before it.
fn change(counts: &[(u32, u32)]) -> (Option<f64>, Option<breakwater_model::compare::IntervalView>) {
    let Some((last, before)) = counts.split_last() else {
        return (None, None);
    };
    let before = before
        .iter()
        .fold((0, 0), |sum, one| (sum.0 + one.0, sum.1 + one.1));
    let side = |(part, whole): (u32, u32)| {
        Some((f64::from(part) / f64::from(whole), wilson(part, whole)?))
    };
    match (side(*last), side(before)) {
        (Some(last), Some(before)) => (Some(last.0 - before.0), Some(of_difference(last, before))),
        _ => (None, None),
    }
}

fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::{change, price};

    #[test]
    fn only_what_a_crossing_costs_one_person_is_a_price() {
        assert_eq!(price("GBP 3500"), Some(("GBP", 3500)));
        assert_eq!(price("EUR 3000-3500 per person"), Some(("EUR", 3000)));
        assert_eq!(price("GBP 500 deposit"), None);
        assert_eq!(price("GBP 12000 per family"), None);
        assert_eq!(price("GBP"), None);
    }

    #[test]
    fn a_rise_is_told_from_chance_by_its_interval() {
        let (rise, interval) = change(&[(2, 100), (1, 100), (30, 100)]);
        assert!(rise.unwrap() > 0.28 && interval.unwrap().low > 0.0);
        let (little, interval) = change(&[(1, 10), (2, 10)]);
        assert!(little.unwrap() > 0.0 && interval.unwrap().low < 0.0);
        assert_eq!(change(&[(1, 10)]).0, None);
    }
}
