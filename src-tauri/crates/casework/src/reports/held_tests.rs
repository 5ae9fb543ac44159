//! What is held back beside what is told, of units made up without a case.

use super::{Made, press, yearly};
use crate::statistics::stats;
use breakwater_model::Instant;
use breakwater_model::history::{Cut, Event, History, Item, Mark};
use breakwater_model::platform::Unit;
use breakwater_model::statistics::StatsRequest;

const DAY: i64 = 86_400_000;

/// So many items sent on a day, each with what became of it two days later.
type Sent<'a> = (u32, &'a str, Option<Mark>);

fn history(sent: &[Sent<'_>]) -> History {
    let (mut items, mut events) = (Vec::new(), Vec::new());
    let event = |happened, mark, seq| Event {
        happened,
        known: happened,
        until: Event::STANDS,
        seq,
        early: 0,
        mark,
        is_imported: false,
    };
    for (count, day, became) in sent {
        let at = Instant::parse(&format!("{day}T10:00:00Z")).unwrap().0;
        for _ in 0..*count {
            let item = u32::try_from(items.len()).unwrap();
            items.push(Item::new(Unit::Account, [0; Cut::COUNT], Some(at)));
            events.push((item, event(at, Mark::Sent, 0)));
            events.extend(became.map(|mark| (item, event(at + 2 * DAY, mark, 1))));
        }
    }
    let mut names: [Vec<String>; Cut::COUNT] = std::array::from_fn(|_| vec![String::new()]);
    names[0] = vec!["tiktok".into()];
    History::new(items, events, names)
}

fn made(sent: &[Sent<'_>]) -> Made {
    let history = history(sent);
    let of = |from: &str| {
        let request = StatsRequest {
            unit: Unit::Account,
            from: from.into(),
            to: "2026-12-31".into(),
            as_at: Instant::parse("2027-02-01T00:00:00Z"),
            with_imported: true,
            cut: None,
        };
        stats::of(&history, &request, Instant(i64::MAX), i64::MAX).unwrap()
    };
    Made::of_nothing_but(of("2026-01-01"), of("2000-01-01"))
}

#[test]
fn the_share_of_the_decided_does_not_tell_how_few_are_not() {
    use Mark::{Declined, Removed};
    let day = "2026-01-05";
    let card = |sent: &[Sent<'_>]| press::document(&made(sent)).text();
    let one_open = card(&[
        (20, day, Some(Removed)),
        (5, day, Some(Declined)),
        (1, day, None),
    ]);
    assert!(
        one_open.contains("Of 26 referred in the period, 76.9 %") && !one_open.contains("80.0 %"),
        "{one_open}"
    );
    let more_open = card(&[
        (20, day, Some(Removed)),
        (5, day, Some(Declined)),
        (5, day, None),
    ]);
    assert!(
        more_open.contains("66.7 % were taken down by then; of those decided, 80.0 %."),
        "{more_open}"
    );
    // Three seen offline, beside twenty in all.
    let card = |sent: &[Sent<'_>]| {
        let mut made = made(sent);
        for stats in &mut made.units {
            (stats.confirmed, stats.inferred) = (17, 3);
        }
        press::document(&made).text()
    };
    let few_seen = card(&[(20, day, Some(Removed))]);
    assert!(
        few_seen.contains("How many of each is held back.") && !few_seen.contains("17"),
        "{few_seen}"
    );
}

#[test]
fn what_the_table_holds_back_no_total_beside_it_tells() {
    use Mark::{Declined, Removed};
    let report = |sent: &[Sent<'_>]| yearly::document(&made(sent)).text();
    let since = "Taken down since counting began, up to the end of the period: ";
    let held = |text: &str| text.contains(&format!("{since}a number held back."));

    let first_year = report(&[
        (17, "2026-01-05", Some(Removed)),
        (3, "2026-02-05", Some(Declined)),
    ]);
    assert!(
        held(&first_year) && !first_year.contains("17"),
        "three were not taken down: {first_year}"
    );

    // What is published of the year before, and what is held back of this one.
    let before = (117, "2025-01-05", Some(Removed));
    assert!(held(&report(&[before, (3, "2026-01-05", Some(Removed))])));
    let before_few = (3, "2025-01-05", Some(Removed));
    assert!(held(&report(&[
        before_few,
        (30, "2026-01-05", Some(Removed))
    ])));
    let told = report(&[before, (30, "2026-01-05", Some(Removed))]);
    assert!(told.contains(&format!("{since}147.")), "{told}");
}
