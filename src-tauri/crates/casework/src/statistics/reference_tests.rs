//! Every figure beside the one that pandas and lifelines give: tests/fixtures/statistics/make.py makes both files.

use super::stats::of;
use breakwater_model::Instant;
use breakwater_model::history::{Cut, Event, History, Item, Mark};
use breakwater_model::platform::Unit;
use breakwater_model::statistics::{StatsRequest, StatsView};
use serde_json::Value;
use std::collections::HashMap;

const HISTORY: &str = include_str!("../../../../../tests/fixtures/statistics/history.csv");
const EXPECTED: &str = include_str!("../../../../../tests/fixtures/statistics/expected.json");

fn unit(text: &str) -> Unit {
    serde_json::from_value(Value::from(text)).unwrap()
}

fn mark(decision: &str) -> Mark {
    match decision {
        "removed" => Mark::Removed,
        "suspended" => Mark::Suspended,
        "limited" => Mark::Limited,
        "declined" => Mark::Declined,
        "not-found" => Mark::NotFound,
        "more-asked" => Mark::MoreAsked,
        "reinstated" => Mark::Reinstated,
        "withdrawn" => Mark::Withdrawn,
        other => panic!("{other} is no decision"),
    }
}

fn history() -> History {
    let (mut items, mut events) = (Vec::new(), Vec::new());
    let mut places: HashMap<String, u32> = HashMap::new();
    let mut platforms: Vec<String> = Vec::new();
    let mut reader = csv::Reader::from_reader(HISTORY.as_bytes());
    for row in reader.records().map(Result::unwrap) {
        let platform = platforms
            .iter()
            .position(|name| *name == row[0])
            .unwrap_or_else(|| {
                platforms.push(row[0].to_owned());
                platforms.len() - 1
            });
        let item = *places.entry(row[1].to_owned()).or_insert_with(|| {
            let mut groups = [0; Cut::COUNT];
            groups[0] = u16::try_from(platform).unwrap();
            items.push(Item::new(unit(&row[2]), groups, None));
            u32::try_from(items.len() - 1).unwrap()
        });
        let mut tell = |at: &str, mark| {
            let at = Instant::parse(at).unwrap().0;
            let seq = i64::try_from(events.len()).unwrap();
            let event = Event {
                seq,
                is_imported: true,
                ..event(at, mark, 0)
            };
            events.push((item, event));
        };
        tell(&row[3], Mark::Sent);
        if !row[5].is_empty() {
            tell(&row[6], mark(&row[5]));
        }
    }
    let mut names: [Vec<String>; Cut::COUNT] = std::array::from_fn(|_| vec![String::new()]);
    names[0] = platforms;
    History::new(items, events, names)
}

const DAYS: &str = include_str!("../../../../../tests/fixtures/statistics/days.json");

/// What happened to one item, entered one word after the other; `known` is when each was entered.
fn entered(words: &[Value]) -> Vec<(u32, Event)> {
    let sent = Instant::parse("2028-02-28T00:00:00Z").unwrap().0;
    let mut events = vec![event(sent, Mark::Sent, 0)];
    for word in words {
        let text = |name: &str| word[name].as_str().unwrap();
        let written = breakwater_text::date::read(text("at")).unwrap();
        let known = Instant::parse(text("known")).unwrap().0;
        let within =
            |one: &&Event| one.happened >= written.begins().0 && one.place() <= written.at.0;
        let latest = events.iter().filter(within).map(Event::place).max();
        let place = written.place(latest);
        let happened = written.precision.counts_from(written.at.0, known, place);
        let made = Event {
            known,
            ..event(happened, mark(text("decision")), events.len())
        };
        events.push(made.placed(place));
    }
    events.into_iter().map(|event| (0, event)).collect()
}

fn event(happened: i64, mark: Mark, number: usize) -> Event {
    Event {
        happened,
        known: happened,
        until: Event::STANDS,
        seq: i64::try_from(number).unwrap(),
        early: 0,
        mark,
        is_imported: false,
    }
}

#[test]
fn what_is_dated_by_day_alone_stands_as_on_a_list_on_paper() {
    let cases: Vec<Value> = serde_json::from_str(DAYS).unwrap();
    assert!(cases.len() >= 100);
    for case in &cases {
        let item = Item::new(Unit::Account, [0; Cut::COUNT], Some(0));
        let events = entered(case["entered"].as_array().unwrap());
        let names = std::array::from_fn(|_| vec![String::new()]);
        let history = History::new(vec![item], events, names);
        for stand in case["stands"].as_array().unwrap() {
            let request = StatsRequest {
                unit: Unit::Account,
                from: "2028-02-01".into(),
                to: "2028-03-31".into(),
                as_at: Instant::parse(stand["as_at"].as_str().unwrap()),
                with_imported: true,
                cut: None,
            };
            let found = of(&history, &request, Instant(i64::MAX), i64::MAX).unwrap();
            let state = match stand["state"].as_str().unwrap() {
                "removed" | "suspended" => "taken_down".to_owned(),
                other => other.replace('-', "_"),
            };
            let cohort = serde_json::to_value(found.cohort).unwrap();
            assert_eq!(cohort[&state], 1, "{state} as at {} of {case}", found.as_at);
        }
    }
}

#[track_caller]
fn is_number(found: Option<f64>, expected: &Value, what: &str) {
    match (found, expected.as_f64()) {
        (None, None) => {}
        (Some(found), Some(expected)) => {
            assert!(
                (found - expected).abs() < 1e-6,
                "{what}: {found}, not {expected}"
            );
        }
        (found, expected) => panic!("{what}: {found:?}, not {expected:?}"),
    }
}

#[track_caller]
fn is_as_expected(found: &StatsView, expected: &Value) {
    let what = format!(
        "{} {} to {} as at {}",
        expected["unit"], found.from, found.to, found.as_at
    );
    let told = serde_json::to_value(found).unwrap();
    for name in [
        "taken_down",
        "previous",
        "previous_now",
        "referred",
        "decided",
    ] {
        assert_eq!(told[name], expected[name], "{what}: {name}");
    }
    for (name, count) in expected["states"].as_object().unwrap() {
        assert_eq!(told["cohort"][name], *count, "{what}: {name}");
    }
    is_number(
        found.median_hours_to_takedown,
        &expected["median_hours_to_takedown"],
        &what,
    );
    is_number(
        found.p90_hours_to_takedown,
        &expected["p90_hours_to_takedown"],
        &what,
    );
    is_number(
        found.median_hours_to_any_decision,
        &expected["median_hours_to_any_decision"],
        &what,
    );
    let shares = expected["share_by_day"].as_array().unwrap();
    assert_eq!(found.share_by_day.len(), shares.len(), "{what}");
    for (share, expected) in found.share_by_day.iter().zip(shares) {
        is_number(
            Some(share.share),
            expected,
            &format!("{what}: day {}", share.day),
        );
    }
    for (name, counts) in expected["by_platform"].as_object().unwrap() {
        let part = found
            .by_platform
            .iter()
            .find(|part| part.name == *name)
            .unwrap();
        assert_eq!(part.cohort.referred, counts[0], "{what}: {name}");
        assert_eq!(part.cohort.taken_down, counts[1], "{what}: {name}");
    }
}

#[test]
fn every_figure_is_that_of_an_independent_program_at_ten_moments() {
    let history = history();
    let expected: Vec<Value> = serde_json::from_str(EXPECTED).unwrap();
    assert_eq!(expected.len(), 100);
    for one in &expected {
        let word = |name: &str| one[name].as_str().unwrap().to_owned();
        let request = StatsRequest {
            unit: unit(&word("unit")),
            from: word("from"),
            to: word("to"),
            as_at: Instant::parse(&word("as_at")),
            with_imported: true,
            cut: None,
        };
        is_as_expected(
            &of(&history, &request, Instant(i64::MAX), i64::MAX).unwrap(),
            one,
        );
    }
}
