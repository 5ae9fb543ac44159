//! As many rows open as a number says, whatever happened.

use super::apart::Apart;
use super::count_properties::made;
use super::count_tests::{Made, at};
use super::rows::places;
use super::stats::of;
use breakwater_model::Instant;
use breakwater_model::figure_rows::{FigureCount, FigureRowsRequest, PartOfRequest};
use breakwater_model::history::Cut;
use breakwater_model::platform::Unit;
use breakwater_model::statistics::StatsRequest;
use proptest::prelude::*;
use serde_json::Value;

fn asked() -> StatsRequest {
    StatsRequest {
        unit: Unit::Account,
        from: "2025-03-01".into(),
        to: "2025-11-30".into(),
        as_at: Some(at("2025-12-31T00:00:00Z")),
        with_imported: true,
        cut: None,
    }
}

fn opened(made: &Made, count: FigureCount, part: Option<&str>, month: Option<&str>) -> Vec<usize> {
    let request = FigureRowsRequest {
        figures: asked(),
        count,
        part: part.map(|name| PartOfRequest {
            cut: Cut::Platform,
            name: name.into(),
        }),
        month: month.map(Into::into),
        offset: 0,
        limit: u32::MAX,
    };
    let (_, found) = places(
        &made.history(),
        &request,
        Instant(i64::MAX),
        Apart::Kept(Cut::Platform),
    )
    .unwrap();
    found.into_iter().map(|(place, _)| place).collect()
}

/// The number at the place its name says.
fn number(stats: &Value, count: FigureCount) -> u64 {
    let name = serde_json::to_value(count).unwrap();
    let name = name.as_str().unwrap();
    let of = |list: &str, key: &str, value: &str, field: &str| {
        let wanted: u64 = value.parse().unwrap();
        let rows = stats.pointer(list).unwrap().as_array().unwrap();
        let row = rows.iter().find(|row| row[key] == wanted).unwrap();
        row[field].as_u64().unwrap()
    };
    match name.split_once('.') {
        Some(("came_back", days)) => of("/came_back", "days", days, "back"),
        Some(("watched", days)) => of("/came_back", "days", days, "watched"),
        Some(("backlog", slice)) if slice.starts_with("over_") => {
            of("/backlog/by_age", "over_days", &slice[5..], "items")
        }
        _ => stats
            .pointer(&format!("/{}", name.replace('.', "/")))
            .and_then(Value::as_u64)
            .unwrap(),
    }
}

/// Numbers a part has, by the place they stand at there.
const OF_A_PART: [(FigureCount, &str); 9] = [
    (FigureCount::TakenDown, "/taken_down"),
    (FigureCount::Previous, "/previous"),
    (FigureCount::Decided, "/decided"),
    (FigureCount::Referred, "/cohort/referred"),
    (FigureCount::CohortTakenDown, "/cohort/taken_down"),
    (FigureCount::CohortConfirmed, "/cohort/confirmed"),
    (FigureCount::Declined, "/cohort/declined"),
    (FigureCount::NoAnswer, "/cohort/no_answer"),
    (FigureCount::Withdrawn, "/cohort/withdrawn"),
];

/// Numbers a month has.
const OF_A_MONTH: [(FigureCount, &str); 5] = [
    (FigureCount::TakenDown, "taken_down"),
    (FigureCount::Confirmed, "confirmed"),
    (FigureCount::Inferred, "inferred"),
    (FigureCount::Referred, "referred"),
    (FigureCount::YearBefore, "year_before"),
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn a_number_opens_into_as_many_rows(made in made()) {
        let stats = of(&made.history(), &asked(), Instant(i64::MAX), i64::MAX).unwrap();
        let stats = serde_json::to_value(stats).unwrap();
        for count in FigureCount::ALL {
            if count == FigureCount::YearBefore {
                continue;
            }
            let rows = opened(&made, count, None, None);
            prop_assert_eq!(rows.len() as u64, number(&stats, count), "{:?}", count);
            let mut once = rows.clone();
            once.sort_unstable();
            once.dedup();
            prop_assert_eq!(once.len(), rows.len(), "{:?} names an item twice", count);
        }
        for part in stats["by_platform"].as_array().unwrap() {
            for (count, place) in OF_A_PART {
                let rows = opened(&made, count, part["name"].as_str(), None);
                prop_assert_eq!(Some(rows.len() as u64), part.pointer(place).unwrap().as_u64(), "{:?}", count);
            }
        }
        for month in stats["by_month"].as_array().unwrap() {
            for (count, field) in OF_A_MONTH {
                let rows = opened(&made, count, None, month["month"].as_str());
                prop_assert_eq!(Some(rows.len() as u64), month[field].as_u64(), "{:?}", count);
            }
        }
    }
}
