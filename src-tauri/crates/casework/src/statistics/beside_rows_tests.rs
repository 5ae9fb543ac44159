//! As many rows open as a number of a comparison, of a group or of the trends says, whatever happened.

use super::apart::Apart;
use super::compare::of_history;
use super::count_properties::made;
use super::count_tests::at;
use super::fair_rows;
use super::fairness::{ends, groups};
use super::period::Period;
use super::rows::places;
use super::trend_rows::{months, said};
use super::trends::{Gathered, view};
use breakwater_casefile::fair::Fared;
use breakwater_casefile::history::{Subject, Told};
use breakwater_casefile::score::heard::Heard;
use breakwater_model::compare::{
    CompareRequest, DaysRequest, FairBy, FairCount, FairRowsRequest, GroupRateView,
};
use breakwater_model::figure_rows::{FigureCount, FigureRowsRequest};
use breakwater_model::history::Cut;
use breakwater_model::platform::Unit;
use breakwater_model::statistics::{StatsRequest, StatsView};
use breakwater_model::trends::{TrendKind, TrendRowsRequest, TrendsRequest};
use breakwater_model::{AccountId, Instant};
use breakwater_text::indicator::{Category, Hit};
use proptest::prelude::*;
use std::collections::HashMap;

fn days(from: &str, to: &str) -> DaysRequest {
    DaysRequest {
        from: from.into(),
        to: to.into(),
    }
}

/// What the figures of a side are asked for again by.
fn side(stats: &StatsView, count: FigureCount) -> FigureRowsRequest {
    FigureRowsRequest {
        figures: StatsRequest {
            unit: stats.unit,
            from: stats.from.clone(),
            to: stats.to.clone(),
            as_at: Some(stats.as_at),
            with_imported: true,
            cut: None,
        },
        count,
        part: None,
        month: None,
        offset: 0,
        limit: u32::MAX,
    }
}

fn accounts() -> impl Strategy<Value = Vec<Fared>> {
    let one = (0..3_usize, 0..3_usize, any::<bool>(), any::<bool>());
    prop::collection::vec(one, 1..60).prop_map(|all| {
        let names = ["", "sq", "other"];
        (1..)
            .zip(all)
            .map(
                |(row, (language, source, is_submitted, is_returned))| Fared {
                    row,
                    id: AccountId::from_bytes([0; 16]),
                    language: names[language].into(),
                    source: names[source].into(),
                    is_submitted,
                    is_returned: is_submitted && is_returned,
                },
            )
            .collect()
    })
}

/// Rates of a group with the names of their numbers.
fn numbers(rate: &GroupRateView, part: FairCount, whole: FairCount) -> [(FairCount, u32); 2] {
    [(part, rate.part), (whole, rate.whole)]
}

/// Texts of two months and a little around them, with prices, routes and terms.
fn heard() -> impl Strategy<Value = Vec<Heard>> {
    let kinds = prop::sample::select(vec![
        ("price", "GBP 3500", 3),
        ("price", "GBP 4000-5000", 3),
        ("price", "EUR 3500", 3),
        ("price", "GBP 200 deposit", 3),
        ("route", "Dunkirk → Dover", 3),
        ("lexicon/sq", "varka", 2),
        ("lexicon/sq", "jo", -2),
        ("phone", "+447700900123", 2),
    ]);
    let text = (0..90_i64, prop::collection::vec(kinds, 0..4));
    let texts = prop::collection::vec(text, 0..5);
    prop::collection::vec(texts, 1..20).prop_map(|all| {
        let start = at("2025-12-20T00:00:00Z").0;
        (1..)
            .zip(all)
            .map(|(row, texts)| Heard {
                row,
                id: AccountId::from_bytes([0; 16]),
                texts: texts
                    .into_iter()
                    .map(|(day, hits)| {
                        let hits = hits.into_iter().map(hit).collect();
                        (Instant(start + day * 86_400_000), hits)
                    })
                    .collect(),
            })
            .collect()
    })
}

fn hit((rule, term, weight): (&str, &str, i32)) -> Hit {
    Hit {
        category: Category::Price,
        quote: term.into(),
        start: 0,
        end: 1,
        weight,
        term: term.into(),
        language: "sq".into(),
        rule: rule.into(),
        version: String::new(),
        when: None,
    }
}

fn opened(
    heard: &[Heard],
    kind: TrendKind,
    name: &str,
    language: &str,
    month: Option<&str>,
) -> u32 {
    let request = TrendRowsRequest {
        trends: TrendsRequest {
            from: "2026-01-01".into(),
            to: "2026-02-28".into(),
        },
        kind,
        name: name.into(),
        language: language.into(),
        month: month.map(Into::into),
        offset: 0,
        limit: u32::MAX,
    };
    let months = months(&request).unwrap();
    let wanted = (kind, name.to_owned(), language.to_owned());
    let rows = heard.iter().map(|one| said(one, &months, &wanted).len());
    u32::try_from(rows.sum::<usize>()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn a_number_of_either_period_opens_into_as_many_rows(made in made()) {
        let history = made.history();
        let request = CompareRequest {
            unit: Unit::Account,
            one: days("2025-06-01", "2025-09-30"),
            other: days("2025-02-01", "2025-05-31"),
            as_at: Some(at("2025-12-31T00:00:00Z")),
            with_imported: true,
        };
        let found = of_history(&history, &request, Instant(i64::MAX)).unwrap();
        let opened = |stats: &StatsView, count: FigureCount| {
            let (_, rows) = places(&history, &side(stats, count), Instant(i64::MAX), Apart::Kept(Cut::Platform)).unwrap();
            u32::try_from(rows.len()).unwrap()
        };
        for one in &found.measures {
            let sides = [
                (&found.one, one.one_of, one.one_part),
                (&found.other, one.other_of, one.other_part),
            ];
            for (stats, of, part) in sides {
                prop_assert_eq!(opened(stats, one.of), of, "{:?}", one.measure);
                prop_assert_eq!(one.part.map(|count| opened(stats, count)), part, "{:?}", one.measure);
            }
        }
    }

    #[test]
    fn a_number_of_a_group_opens_into_as_many_rows(made in made(), accounts in accounts()) {
        use FairCount::{Decided, Declined, Referred, Returned, Reversed, Seen, Submitted};
        let history = made.history();
        let subject = |place: usize| Subject {
            row: i64::try_from(place % 30).unwrap() + 1,
            account: AccountId::from_bytes([0; 16]),
            post: String::new(),
        };
        let subjects = (0..history.items().len()).map(subject).collect();
        let ends = ends(&Told { history, subjects, last: 0 }, at("2025-12-31T00:00:00Z").0);
        for by in [FairBy::Language, FairBy::Source] {
            let mut seen = 0;
            for group in groups(&accounts, &ends, by) {
                let told = [
                    numbers(&group.referred, Referred, Seen),
                    numbers(&group.returned, Returned, Submitted),
                    numbers(&group.declined, Declined, Decided),
                    numbers(&group.reversed, Reversed, Referred),
                ];
                let told: HashMap<FairCount, u32> = told.into_iter().flatten().chain([(Seen, group.seen)]).collect();
                prop_assert_eq!(told.len(), FairCount::ALL.len());
                for (count, number) in told {
                    let request = FairRowsRequest { by, name: group.name.clone(), count, offset: 0, limit: u32::MAX };
                    let rows = fair_rows::places(&accounts, &ends, &request).unwrap();
                    prop_assert_eq!(u32::try_from(rows.len()).unwrap(), number, "{:?}", count);
                }
                seen += group.seen as usize;
            }
            prop_assert_eq!(seen, accounts.len(), "everybody is in one group");
        }
    }

    #[test]
    fn a_number_of_the_trends_opens_into_as_many_rows(heard in heard()) {
        let period = Period::read("2026-01-01", "2026-02-28").unwrap();
        let mut gathered = Gathered::default();
        for one in &heard {
            gathered.take(one, &period.months());
        }
        let view = view(&gathered, period, &HashMap::new(), Instant(0));
        prop_assert_eq!(opened(&heard, TrendKind::Heard, "", "", None), view.accounts);
        for trend in &view.prices {
            let price = |month| opened(&heard, TrendKind::Price, &trend.currency, "", month);
            prop_assert_eq!(price(None), trend.n);
            for month in &trend.months {
                prop_assert_eq!(price(Some(&month.month)), month.n);
            }
        }
        for line in view.routes.iter().chain(&view.terms) {
            let said = |month| opened(&heard, line.kind, &line.name, &line.language, month);
            prop_assert_eq!(said(None), line.accounts);
            for month in &line.months {
                let name = Some(month.month.as_str());
                prop_assert_eq!(said(name), month.accounts);
                prop_assert_eq!(opened(&heard, TrendKind::Heard, "", "", name), month.of);
            }
        }
    }
}
