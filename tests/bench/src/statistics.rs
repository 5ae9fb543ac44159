//! The whole Outcomes area over 100,000 items and 1,000,000 events, from memory: figures, months, curves, platforms.

use crate::measure::{Bench, Result, median};
use crate::table::Row;
use breakwater_casework::statistics::stats;
use breakwater_model::Instant as Moment;
use breakwater_model::history::{Cut, Event, History, Item, Mark};
use breakwater_model::platform::Unit;
use breakwater_model::statistics::StatsRequest;
use std::hint::black_box;
use std::time::Instant;

const ITEMS: u32 = 100_000;
const EVENTS_AFTER: u32 = 9;
const DAY: u64 = 86_400_000;
/// 2025-01-01.
const START: i64 = 1_735_689_600_000;

/// Measures what the window asks when the area is opened.
pub fn statistics(bench: &mut Bench) -> Result<()> {
    let history = history();
    let request = StatsRequest {
        unit: Unit::Account,
        from: "2026-01-01".to_owned(),
        to: "2026-12-31".to_owned(),
        as_at: Some(Moment(START + 740 * 86_400_000)),
        with_imported: true,
        cut: Some(Cut::Language),
    };
    let mut times = Vec::new();
    for _ in 0..bench.runs() {
        let begun = Instant::now();
        black_box(stats::of(&history, &request, Moment(0), i64::MAX)?);
        times.push(begun.elapsed().as_secs_f64() * 1_000.0);
    }
    bench.row(Row {
        work: format!("Outcomes over {ITEMS} items and {} events", history.len()),
        ours: format!("{:.0} ms", median(&mut times)),
        goal: "under 150 ms".to_owned(),
        ..Row::default()
    });
    Ok(())
}

/// Made-up items of two years, each with one sending and nine things after it.
fn history() -> History {
    const MARKS: [Mark; 9] = [
        Mark::SeenLive,
        Mark::SeenOffline,
        Mark::SeenOther,
        Mark::Removed,
        Mark::Declined,
        Mark::MoreAsked,
        Mark::SeenOffline,
        Mark::Reinstated,
        Mark::Suspended,
    ];
    let mut state = 88_172_645_463_325_252_u64;
    // Xorshift: the same history in every run.
    let mut next = |below: u64| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state % below
    };
    let (mut items, mut events) = (Vec::new(), Vec::new());
    for item in 0..ITEMS {
        let group = u16::try_from(next(9)).unwrap_or_default();
        items.push(Item::new(Unit::Account, [group; Cut::COUNT], Some(START)));
        let sent = START + i64::try_from(next(730 * DAY)).unwrap_or_default();
        events.push((item, event(sent, Mark::Sent, events.len())));
        for _ in 0..EVENTS_AFTER {
            let at = sent + i64::try_from(next(60 * DAY)).unwrap_or_default();
            let mark = usize::try_from(next(9)).ok().and_then(|at| MARKS.get(at));
            let mark = mark.copied().unwrap_or(Mark::SeenOther);
            events.push((item, event(at, mark, events.len())));
        }
    }
    let names = std::array::from_fn(|_| (0..9).map(|name| format!("group {name}")).collect());
    History::new(items, events, names)
}

fn event(happened: i64, mark: Mark, number: usize) -> Event {
    Event {
        happened,
        known: happened + 1_000,
        until: Event::STANDS,
        seq: i64::try_from(number).unwrap_or(i64::MAX),
        early: 0,
        mark,
        is_imported: false,
    }
}
