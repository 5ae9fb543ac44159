//! Prices, routes and terms over time, from what officers left standing of the indicators.
//!
//! Invariant: an account counts once a month for a term or a route, and once a month for each sum it asks. Currencies are
//! never added up and never converted. Of a range its lower end counts. A sum for a deposit, a passport, a visa, children
//! or a family is not what a crossing costs one person, and a small sum is none at all.

use super::curve::quantile;
use super::interval::{of_difference, wilson};
use super::period::Period;
use super::small_below;
use crate::{Progress, Result, Session};
use breakwater_casefile::score::heard::{self, Heard};
use breakwater_model::Instant;
use breakwater_model::trends::{
    CurrencyTrendView, PriceMonthView, TrendKind, TrendLineView, TrendMonthView, TrendsRequest,
    TrendsView,
};
use breakwater_text::indicator::Hit;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Lines told.
const ROUTES: usize = 40;
const TERMS: usize = 60;

/// What a hit says: kind, name, language.
pub(super) type Name = (TrendKind, String, String);

/// One thing said by an account in a month: the sum, where it is a price.
type Said = (usize, i64, i64);

/// What terms mean, by language and term.
pub(super) type Meanings = HashMap<(String, String), String>;

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
    Ok(view(
        &gathered,
        period,
        &meanings(session),
        session.host().now(),
    ))
}

/// What was gathered of a period, as it is shown.
pub(super) fn view(
    gathered: &Gathered,
    period: Period,
    meanings: &Meanings,
    as_at: Instant,
) -> TrendsView {
    let months = period.months();
    let heard_by_month = gathered.by_month(months.len());
    let mut prices = Vec::new();
    let (mut routes, mut terms) = (Vec::new(), Vec::new());
    for (name, said) in &gathered.said {
        match name.0 {
            TrendKind::Price => prices.push(currency(&name.1, said, &months)),
            TrendKind::Route => routes.push(line(name, said, &months, &heard_by_month, meanings)),
            TrendKind::Term => terms.push(line(name, said, &months, &heard_by_month, meanings)),
            TrendKind::Heard => {}
        }
    }
    prices.sort_by(|one, other| {
        other
            .n
            .cmp(&one.n)
            .then_with(|| one.currency.cmp(&other.currency))
    });
    let routes_left_out = keep_most(&mut routes, ROUTES);
    let terms_left_out = keep_most(&mut terms, TERMS);
    let all: BTreeSet<i64> = gathered.heard.iter().map(|(_, row)| *row).collect();
    TrendsView {
        from: period.from(),
        to: period.to(),
        as_at,
        accounts: narrow(all.len()),
        few_below: small_below(),
        prices,
        routes,
        routes_left_out,
        terms,
        terms_left_out,
    }
}

/// Puts those of most accounts first and keeps so many; how many are left out.
fn keep_most(lines: &mut Vec<TrendLineView>, most: usize) -> u32 {
    lines.sort_by(|one, other| {
        other
            .accounts
            .cmp(&one.accounts)
            .then_with(|| one.name.cmp(&other.name))
    });
    let left_out = narrow(lines.len().saturating_sub(most));
    lines.truncate(most);
    left_out
}

pub(super) fn each(
    session: &Session,
    progress: &dyn Progress,
    hear: &mut dyn FnMut(Heard),
) -> Result<()> {
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
pub(super) fn named(hit: &Hit) -> Option<(Name, i64)> {
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

pub(super) fn place(months: &[Period], at: Instant) -> Option<usize> {
    months.iter().position(|month| {
        let (from, to) = month.window();
        from <= at.0 && at.0 < to
    })
}

#[derive(Default)]
pub(super) struct Gathered {
    /// Accounts that said anything, by month.
    heard: BTreeSet<(usize, i64)>,
    said: BTreeMap<Name, BTreeSet<Said>>,
}

impl Gathered {
    pub(super) fn take(&mut self, heard: &Heard, months: &[Period]) {
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

fn meanings(session: &Session) -> Meanings {
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
    meanings: &Meanings,
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
