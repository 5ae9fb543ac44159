//! Prices, routes and terms over time as a chart that can be given out.
//!
//! Invariant: what is too little to say is not drawn and is said in words: no quarters of few prices, no share of few
//! accounts. Currencies stand apart.

use super::chart::{MOST, give_out, series};
use super::shape::{day_words, moment_words, month_short};
use crate::case::describe;
use crate::statistics::trends;
use crate::{Error, Progress, Result, Session, outfile};
use breakwater_model::report::ChartView;
use breakwater_model::trends::{
    CurrencyTrendView, PriceMonthView, TrendChartRequest, TrendKind, TrendLineView, TrendMonthView,
    TrendsView,
};
use breakwater_report::figures::grouped;
use breakwater_report::{Chart, Form};
use std::path::Path;

/// Writes a chart of trends, reads it back and compares; logged as disclosure before a byte leaves.
///
/// # Errors
/// Days that are none; a currency nobody named; nothing to draw; a place within a case folder; cancelled.
pub fn write(
    session: &Session,
    request: &TrendChartRequest,
    out: &Path,
    progress: &dyn Progress,
) -> Result<ChartView> {
    outfile::check_place(out)?;
    let (marking, _, _) = describe::heading(session)?;
    let view = trends::trends(session, &request.trends, progress)?;
    let chart = of(&view, request, marking.as_str())?;
    give_out(session, &chart, request.format, out)
}

/// The chart of what was found.
fn of(view: &TrendsView, request: &TrendChartRequest, marking: &str) -> Result<Chart> {
    let empty = Chart {
        title: String::new(),
        facts: Vec::new(),
        marking: marking.to_owned(),
        form: Form::Lines,
        places: Vec::new(),
        series: Vec::new(),
        is_share: request.kind != TrendKind::Price,
    };
    let mut chart = match request.kind {
        TrendKind::Price => prices(currency(view, &request.currency)?, view.few_below, empty),
        TrendKind::Route => {
            let lines = (view.routes.as_slice(), view.routes_left_out);
            shares("Routes", lines, view.few_below, empty)?
        }
        TrendKind::Term => {
            let lines = (view.terms.as_slice(), view.terms_left_out);
            shares("Terms", lines, view.few_below, empty)?
        }
        TrendKind::Heard => {
            return Err(Error::Invalid(
                "A chart is of prices, of routes or of terms: say price, route or term.".into(),
            ));
        }
    };
    chart.facts.push(format!(
        "{} to {}, UTC; as at {}",
        day_words(&view.from),
        day_words(&view.to),
        moment_words(view.as_at)
    ));
    Ok(chart)
}

fn currency<'a>(view: &'a TrendsView, code: &str) -> Result<&'a CurrencyTrendView> {
    let found = view.prices.iter().find(|trend| trend.currency == code);
    found.ok_or_else(|| {
        let known: Vec<&str> = view
            .prices
            .iter()
            .map(|trend| trend.currency.as_str())
            .collect();
        Error::Invalid(if known.is_empty() {
            "No account named a price in these days.".into()
        } else {
            format!(
                "No account named a price in {code:?} in these days. There is: {}.",
                known.join(", ")
            )
        })
    })
}

/// A month with what its values are of.
fn month_of(month: &str, of: u32) -> String {
    format!("{} ({})", month_short(month), grouped(of))
}

fn prices(trend: &CurrencyTrendView, few_below: u32, chart: Chart) -> Chart {
    let values = |of: fn(&PriceMonthView) -> Option<f64>, least: u32| {
        let months = trend.months.iter();
        months
            .map(|month| of(month).filter(|_| month.n >= least))
            .collect()
    };
    Chart {
        title: format!("What is asked for a crossing, in {}", trend.currency),
        facts: vec![
            format!(
                "{} prices, each sum once an account and month, of accounts that offer something; never converted",
                grouped(trend.n)
            ),
            format!(
                "In brackets: prices of the month. Of fewer than {few_below} only the middle is drawn."
            ),
        ],
        places: trend
            .months
            .iter()
            .map(|month| month_of(&month.month, month.n))
            .collect(),
        series: vec![
            series("Half asks less", values(|month| month.median, 1)),
            series(
                "A quarter asks less",
                values(|month| month.lower, few_below),
            ),
            series(
                "A quarter asks more",
                values(|month| month.upper, few_below),
            ),
        ],
        ..chart
    }
}

fn shares(
    what: &str,
    (lines, left_out): (&[TrendLineView], u32),
    few_below: u32,
    chart: Chart,
) -> Result<Chart> {
    let first = lines.first().ok_or_else(|| {
        Error::Invalid(format!(
            "{what}: no account said one in these days, so there is nothing to draw."
        ))
    })?;
    let share = |month: &TrendMonthView| {
        (month.of >= few_below && month.of > 0)
            .then(|| f64::from(month.accounts) / f64::from(month.of))
    };
    Ok(Chart {
        title: format!("{what}: share of the accounts that offer something, by month"),
        facts: vec![
            format!(
                "The {} said by most accounts, of {} in all",
                MOST.min(lines.len()),
                grouped(
                    u32::try_from(lines.len())
                        .unwrap_or(u32::MAX)
                        .saturating_add(left_out)
                )
            ),
            format!(
                "In brackets: accounts heard in the month. Of fewer than {few_below} no share is drawn."
            ),
        ],
        places: first
            .months
            .iter()
            .map(|month| month_of(&month.month, month.of))
            .collect(),
        series: lines
            .iter()
            .take(MOST)
            .map(|line| {
                series(
                    &format!("{}, {} accounts", line_words(line), grouped(line.accounts)),
                    line.months.iter().map(share).collect(),
                )
            })
            .collect(),
        ..chart
    })
}

/// A term with what it means.
fn line_words(line: &TrendLineView) -> String {
    if line.meaning.is_empty() || line.meaning == line.name {
        line.name.clone()
    } else {
        format!("{} ({})", line.name, line.meaning)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use breakwater_model::report::ChartFormat;
    use breakwater_model::trends::TrendsRequest;

    fn request(kind: TrendKind, currency: &str) -> TrendChartRequest {
        TrendChartRequest {
            trends: TrendsRequest {
                from: "2026-01-01".into(),
                to: "2026-03-31".into(),
            },
            kind,
            currency: currency.into(),
            format: ChartFormat::Svg,
            place: String::new(),
        }
    }

    fn view() -> TrendsView {
        let price = |month: &str, n: u32| PriceMonthView {
            month: month.into(),
            n,
            accounts: n,
            lower: (n > 0).then_some(3000.0),
            median: (n > 0).then_some(3500.0),
            upper: (n > 0).then_some(4000.0),
        };
        let said = |month: &str, accounts: u32, of: u32| TrendMonthView {
            month: month.into(),
            accounts,
            of,
        };
        TrendsView {
            from: "2026-01-01".into(),
            to: "2026-03-31".into(),
            as_at: breakwater_model::Instant(0),
            accounts: 20,
            few_below: 5,
            prices: vec![CurrencyTrendView {
                currency: "GBP".into(),
                n: 10,
                months: vec![
                    price("2026-01", 8),
                    price("2026-02", 2),
                    price("2026-03", 0),
                ],
            }],
            routes: vec![TrendLineView {
                kind: TrendKind::Route,
                name: "Dunkirk → Dover".into(),
                language: String::new(),
                meaning: String::new(),
                accounts: 6,
                months: vec![said("2026-01", 5, 10), said("2026-02", 1, 2)],
                change: None,
                interval: None,
                is_beyond_chance: false,
            }],
            routes_left_out: 0,
            terms: Vec::new(),
            terms_left_out: 0,
        }
    }

    #[test]
    fn of_few_prices_only_the_middle_is_drawn_and_of_few_accounts_no_share() {
        let chart = of(&view(), &request(TrendKind::Price, "GBP"), "OFFICIAL").unwrap();
        let [middle, lower, _] = chart.series.as_slice() else {
            panic!("{chart:?}")
        };
        assert_eq!(middle.values, [Some(3500.0), Some(3500.0), None]);
        assert_eq!(lower.values, [Some(3000.0), None, None]);
        assert_eq!(chart.places, ["Jan 26 (8)", "Feb 26 (2)", "Mar 26 (0)"]);
        assert!(chart.facts[1].contains("fewer than 5"));
        let chart = of(&view(), &request(TrendKind::Route, ""), "OFFICIAL").unwrap();
        assert_eq!(chart.series[0].values, [Some(0.5), None]);
    }

    #[test]
    fn what_cannot_be_drawn_says_what_there_is() {
        let said = |kind, currency: &str| {
            of(&view(), &request(kind, currency), "OFFICIAL")
                .unwrap_err()
                .to_string()
        };
        assert!(said(TrendKind::Price, "USD").contains("There is: GBP"));
        assert!(said(TrendKind::Term, "").contains("nothing to draw"));
        assert!(said(TrendKind::Heard, "").contains("price, route or term"));
    }
}
