use super::stats::of;
use breakwater_model::Instant;
use breakwater_model::history::{Cut, Event, History, Item, Mark};
use breakwater_model::platform::Unit;
use breakwater_model::statistics::{StatsRequest, StatsView};

const HOUR: i64 = 3_600_000;
pub(super) const DAY: i64 = 24 * HOUR;

/// Items under one platform, each with what happened, when, and when that was known.
#[derive(Debug, Default, Clone)]
pub(super) struct Made {
    items: Vec<Item>,
    pub(super) events: Vec<(u32, Event)>,
}

impl Made {
    fn item(&mut self, unit: Unit, live: bool, happened: &[(i64, Mark)]) {
        let known: Vec<_> = happened
            .iter()
            .map(|(at, mark)| (*at, *at, *mark))
            .collect();
        self.known(unit, live, &known);
    }

    pub(super) fn known(&mut self, unit: Unit, live: bool, happened: &[(i64, i64, Mark)]) {
        let item = u32::try_from(self.items.len()).unwrap();
        let group = u16::from(item % 3 == 0);
        self.items.push(Item::new(
            unit,
            [group; Cut::COUNT],
            live.then_some(i64::MIN),
        ));
        for (at, known, mark) in happened {
            let seq = i64::try_from(self.events.len()).unwrap();
            let event = Event {
                happened: *at,
                known: *known,
                until: Event::STANDS,
                seq,
                early: 0,
                mark: *mark,
                is_imported: false,
            };
            self.events.push((item, event));
        }
    }

    pub(super) fn history(&self) -> History {
        let names = std::array::from_fn(|_| vec!["tiktok".to_owned(), "x".to_owned()]);
        History::new(self.items.clone(), self.events.clone(), names)
    }

    pub(super) fn ask(&self, from: &str, to: &str, as_at: &str) -> StatsView {
        let request = StatsRequest {
            unit: Unit::Account,
            from: from.into(),
            to: to.into(),
            as_at: Some(at(as_at)),
            with_imported: true,
            cut: Some(Cut::Route),
        };
        of(&self.history(), &request, Instant(i64::MAX), i64::MAX).unwrap()
    }
}

pub(super) fn at(text: &str) -> Instant {
    Instant::parse(text).unwrap()
}

pub(super) fn day(text: &str) -> i64 {
    at(&format!("{text}T00:00:00Z")).0
}

/// The figures of January 2026 as at the end of March.
fn january(happened: &[(i64, Mark)]) -> StatsView {
    let mut made = Made::default();
    let start = day("2026-01-01");
    let happened: Vec<_> = happened
        .iter()
        .map(|(days, mark)| (start + days * DAY, *mark))
        .collect();
    made.item(Unit::Account, true, &happened);
    made.ask("2026-01-01", "2026-01-31", "2026-03-31T00:00:00Z")
}

#[track_caller]
fn is_near(found: Option<f64>, expected: f64) {
    let found = found.unwrap();
    assert!((found - expected).abs() < 5e-4, "{found}, not {expected}");
}

#[test]
fn published_years_give_their_growth() {
    let mut made = Made::default();
    for (year, taken) in [(2022, 2_900), (2023, 5_600), (2024, 8_014), (2025, 10_700)] {
        let start = day(&format!("{year}-01-01"));
        for n in 0..taken {
            let sent = start + n * 30 * 60_000;
            made.item(
                Unit::Account,
                true,
                &[(sent, Mark::Sent), (sent + HOUR, Mark::Removed)],
            );
        }
    }
    let year = |year: u32| {
        made.ask(
            &format!("{year}-01-01"),
            &format!("{year}-12-31"),
            "2026-01-15T00:00:00Z",
        )
    };
    is_near(year(2024).growth, 0.431);
    is_near(year(2025).growth, 0.335);
    assert_eq!((year(2024).taken_down, year(2024).previous), (8_014, 5_600));
    assert_eq!(year(2024).said.words, "more than 8,000, up more than 40 %");
}

#[test]
fn five_months_of_2020_give_the_rates_that_follow_from_the_evidence() {
    let mut made = Made::default();
    let start = day("2020-01-01");
    for n in 0..1_218 {
        let sent = start + n * 2 * HOUR;
        let mut happened = vec![(sent, Mark::Sent)];
        match n {
            0..578 => happened.push((sent + DAY, Mark::Removed)),
            578..1_063 => happened.push((sent + DAY, Mark::Declined)),
            _ => {}
        }
        made.item(Unit::Account, true, &happened);
    }
    let view = made.ask("2020-01-01", "2020-05-31", "2020-09-03T00:00:00Z");
    assert_eq!(
        (view.referred, view.cohort.taken_down, view.cohort.declined),
        (1_218, 578, 485)
    );
    assert_eq!(view.cohort.no_answer, 155);
    is_near(view.rate_of_referred, 0.475);
    is_near(view.rate_of_decided, 0.544);
}

#[test]
fn two_looks_a_day_apart_infer_a_takedown_dated_at_the_first() {
    let view = january(&[
        (0, Mark::Sent),
        (3, Mark::SeenOffline),
        (4, Mark::SeenOffline),
    ]);
    assert_eq!((view.taken_down, view.confirmed, view.inferred), (1, 0, 1));
    assert_eq!(view.median_hours_to_takedown, None, "confirmed only");
    is_near(view.share_by_day.get(3).map(|one| one.share), 1.0);
    is_near(view.share_by_day.get(2).map(|one| one.share), 0.0);
}

#[test]
fn looks_that_prove_nothing_infer_nothing() {
    use Mark::{Declined, SeenLive, SeenOffline, SeenOther, SeenRenamed, Sent};
    let none: [&[(i64, Mark)]; 6] = [
        &[(0, Sent), (3, SeenOffline)],
        &[(0, Sent), (3, SeenOffline), (3, SeenOffline)],
        &[(0, Sent), (3, SeenOffline), (5, SeenOffline), (9, SeenLive)],
        &[
            (0, Sent),
            (3, SeenOffline),
            (4, SeenRenamed),
            (5, SeenOffline),
        ],
        &[(0, Sent), (3, SeenOther), (5, SeenOther)],
        &[(0, Sent), (2, Declined), (3, SeenOffline), (5, SeenOffline)],
    ];
    for happened in none {
        assert_eq!(january(happened).taken_down, 0, "{happened:?}");
    }
    let again = [
        (0, Sent),
        (3, SeenOffline),
        (4, SeenLive),
        (5, SeenOffline),
        (6, SeenOffline),
    ];
    assert_eq!(january(&again).inferred, 1);
}

#[test]
fn the_last_word_says_where_an_item_stands_and_withdrawn_outranks_it() {
    use Mark::{Declined, Limited, MoreAsked, Reinstated, Removed, Sent, Withdrawn};
    let cohort = |happened: &[(i64, Mark)]| january(happened).cohort;
    assert_eq!(
        cohort(&[(0, Sent), (1, Declined), (9, Removed)]).taken_down,
        1
    );
    assert_eq!(
        cohort(&[(0, Sent), (1, Removed), (9, Reinstated)]).reinstated,
        1
    );
    assert_eq!(cohort(&[(0, Sent), (1, Removed), (9, Limited)]).limited, 1);
    assert_eq!(
        cohort(&[(0, Sent), (1, Removed), (9, MoreAsked)]).more_asked,
        1
    );
    assert_eq!(
        cohort(&[(0, Sent), (5, Withdrawn), (9, Removed)]).withdrawn,
        1
    );
    let both = january(&[(0, Sent), (1, Removed), (9, Reinstated)]).withdrawn_or_reversed;
    assert_eq!((both.both, both.of), (1, 1));
    // At the same moment the later entry counts.
    assert_eq!(
        cohort(&[(0, Sent), (3, Removed), (3, Declined)]).declined,
        1
    );
}

#[test]
fn an_item_sent_twice_is_one_from_its_first_sending() {
    let view = january(&[(0, Mark::Sent), (20, Mark::Sent), (21, Mark::Removed)]);
    assert_eq!(view.referred, 1);
    is_near(view.median_hours_to_takedown, 21.0 * 24.0);
}

#[test]
fn never_seen_live_is_never_taken_down() {
    let mut made = Made::default();
    let start = day("2026-01-02");
    made.item(
        Unit::Account,
        false,
        &[(start, Mark::Sent), (start + DAY, Mark::Removed)],
    );
    made.item(
        Unit::Account,
        false,
        &[
            (start - DAY, Mark::SeenLive),
            (start, Mark::Sent),
            (start + DAY, Mark::Removed),
        ],
    );
    let view = made.ask("2026-01-01", "2026-01-31", "2026-03-31T00:00:00Z");
    assert_eq!(
        (view.taken_down, view.cohort.not_seen_live, view.referred),
        (1, 1, 2)
    );
}

#[test]
fn a_late_answer_does_not_change_what_was_known() {
    let mut made = Made::default();
    let start = day("2026-01-02");
    made.known(
        Unit::Account,
        true,
        &[
            (start, start, Mark::Sent),
            (start + DAY, day("2026-02-10"), Mark::Removed),
        ],
    );
    let ask = |as_at| made.ask("2026-01-01", "2026-01-31", as_at).taken_down;
    assert_eq!(
        (ask("2026-02-05T00:00:00Z"), ask("2026-02-11T00:00:00Z")),
        (0, 1)
    );
    let february = made.ask("2026-02-01", "2026-02-28", "2026-03-05T00:00:00Z");
    assert_eq!(
        (february.previous, february.previous_now),
        (0, 1),
        "the same lag, and now"
    );
}

#[test]
fn a_correction_takes_the_place_of_what_it_corrects_once_it_is_known() {
    let mut made = Made::default();
    let start = day("2026-01-02");
    made.item(
        Unit::Account,
        true,
        &[
            (start, Mark::Sent),
            (start + DAY, Mark::Removed),
            (start + DAY, Mark::Declined),
        ],
    );
    let corrected = day("2026-02-10");
    made.events[1].1.until = corrected;
    made.events[2].1.known = corrected;
    let ask = |as_at| made.ask("2026-01-01", "2026-01-31", as_at).cohort;
    assert_eq!(ask("2026-02-05T00:00:00Z").taken_down, 1);
    assert_eq!(ask("2026-02-11T00:00:00Z").declined, 1);
}

#[test]
fn only_what_was_watched_for_the_whole_time_can_come_back() {
    use Mark::{Removed, SeenLive, SeenOffline, SeenOther, SeenRenamed, Sent};
    let back = |happened: &[(i64, Mark)]| {
        january(happened)
            .came_back
            .iter()
            .map(|one| (one.back, one.watched))
            .collect::<Vec<_>>()
    };
    assert_eq!(back(&[(0, Sent), (1, Removed)]), [(0, 0), (0, 0)]);
    assert_eq!(
        back(&[(0, Sent), (1, Removed), (10, SeenOffline)]),
        [(0, 1), (0, 0)]
    );
    assert_eq!(
        back(&[(0, Sent), (1, Removed), (10, SeenLive)]),
        [(0, 1), (1, 1)]
    );
    assert_eq!(
        back(&[(0, Sent), (1, Removed), (5, SeenLive), (40, SeenLive)]),
        [(1, 1), (1, 1)]
    );
    // A look that met a login or a private page, or did not take place, is no watching.
    assert_eq!(
        back(&[(0, Sent), (1, Removed), (40, SeenOther)]),
        [(0, 0), (0, 0)]
    );
    let otherwise = [(0, Sent), (1, Removed), (10, SeenOffline), (40, SeenOther)];
    assert_eq!(back(&otherwise), [(0, 1), (0, 0)]);
    assert_eq!(
        back(&[(0, Sent), (1, Removed), (40, SeenRenamed)]),
        [(0, 1), (0, 1)]
    );
}

#[test]
fn units_are_never_added_up() {
    let mut made = Made::default();
    let start = day("2026-01-02");
    made.item(
        Unit::Post,
        true,
        &[(start, Mark::Sent), (start + DAY, Mark::Removed)],
    );
    let view = made.ask("2026-01-01", "2026-01-31", "2026-03-31T00:00:00Z");
    assert_eq!(
        (view.taken_down, view.referred, view.share_by_day.len()),
        (0, 0, 0)
    );
    assert_eq!(view.rate_of_referred, None);
}
