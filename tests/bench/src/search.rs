//! Looking for words in the case that was imported, through the use case the window calls.

use crate::measure::{Bench, Result, p95, say, timed};
use crate::table::Row;
use breakwater_casework::Session;
use breakwater_casework::account::{list, note};
use breakwater_model::account::NoteRequest;
use breakwater_model::list::{AccountOrder, AccountScope, ListRequest};
use std::path::Path;
use std::time::Instant;

/// What officers type, and what it is.
const ASKED: [(&str, &str); 13] = [
    ("nothing: the whole case", ""),
    ("one word", "gomone"),
    ("two words", "gomone siguri"),
    ("a phrase", "\"gomone siguri\""),
    ("the beginning of words", "shpe"),
    ("letters inside a handle", "iguri_bo"),
    ("letters inside many handles", "iguri"),
    ("Arabic", "مضمونه"),
    ("a word and not another", "gomone -visa"),
    ("a filter", "platform:tiktok status:new"),
    (
        "a word and filters",
        "gomone -status:no-action imported:2026..",
    ),
    ("a word in one place", "handle:gomone"),
    ("a telephone number", "07700 900123"),
];

const ORDERS: [(AccountOrder, bool); 4] = [
    (AccountOrder::Imported, true),
    (AccountOrder::Handle, false),
    (AccountOrder::LastSeen, true),
    (AccountOrder::Queue, false),
];

fn request(words: &str, (order, is_descending): (AccountOrder, bool), offset: u32) -> ListRequest {
    ListRequest {
        scope: AccountScope::All,
        search: words.to_owned(),
        order,
        is_descending,
        offset,
        limit: 50,
        ..ListRequest::default()
    }
}

/// First 50 hits in the chosen order with their count.
pub fn search(bench: &mut Bench, case: &Path) -> Result<()> {
    let session = Bench::open(case)?;
    session.settle();
    roll(bench, &session)?;
    for (what, words) in ASKED {
        let (mut times, mut counted) = (Vec::new(), Vec::new());
        let mut total = 0;
        let mut slowest = Vec::new();
        for order in ORDERS {
            let before = times.len();
            for _ in 0..bench.runs() {
                // A write between two questions: nothing that was found before is kept.
                touch(&session)?;
                session.settle();
                let begun = Instant::now();
                let view = list::first(&session, &request(words, order, 0))?;
                times.push(begun.elapsed().as_secs_f64() * 1000.0);
                total = if view.is_exact {
                    view.total
                } else {
                    list::first(&session, &request(words, order, 0))?.total
                };
                counted.push(begun.elapsed().as_secs_f64() * 1000.0);
            }
            let mut own = times.get(before..).unwrap_or_default().to_vec();
            slowest.push(format!("{:?} {:.1}", order.0, p95(&mut own)));
        }
        say(&format!("   {what}, ms by order: {}", slowest.join(", ")));
        bench.row(Row {
            work: format!("Search: {what}, {total} hits, first 50 sorted; all counted"),
            ours: format!("p95 {:.1} ms; {:.0} ms", p95(&mut times), p95(&mut counted)),
            goal: "p95 ≤ 30 ms; 1 s".into(),
            ..Row::default()
        });
    }
    letters(bench, &session)?;
    session.lock()?;
    Ok(())
}

/// The first list after opening, each order for the first time, and the last rows of all.
fn roll(bench: &mut Bench, session: &Session) -> Result<()> {
    let (view, first) = timed(|| Ok(list::list(session, &request("", ORDERS[0], 0))?))?;
    let ((), others) = timed(|| {
        for order in ORDERS {
            list::list(session, &request("", order, 0))?;
        }
        Ok(())
    })?;
    let last = view.total.saturating_sub(50);
    let (end, took) = timed(|| Ok(list::list(session, &request("", ORDERS[1], last))?))?;
    bench.row(Row {
        work: format!("The first list after opening, {} accounts", view.total),
        ours: format!(
            "{:.0} ms, every other order {:.0} ms",
            first * 1000.0,
            others * 1000.0
        ),
        ..Row::default()
    });
    bench.row(Row {
        work: format!("The last {} rows of a list", end.rows.len()),
        ours: format!("{:.1} ms", took * 1000.0),
        goal: "≤ 30 ms".into(),
        ..Row::default()
    });
    Ok(())
}

/// Letters inside words: every text is read.
fn letters(bench: &mut Bench, session: &Session) -> Result<()> {
    let asked = request("*omone*", ORDERS[0], 0);
    let begun = Instant::now();
    let first = list::list(session, &asked)?;
    let shown = begun.elapsed().as_secs_f64();
    let mut last = first;
    while last.scan.is_some() {
        last = list::list(session, &asked)?;
    }
    bench.row(Row {
        work: format!(
            "Letters inside words of long texts, {} hits, first 50",
            last.total
        ),
        ours: format!("{shown:.2} s, all {:.2} s", begun.elapsed().as_secs_f64()),
        goal: "≤ 1 s".into(),
        ..Row::default()
    });
    Ok(())
}

fn touch(session: &Session) -> Result<()> {
    let newest = list::list(session, &request("", ORDERS[0], 0))?;
    if let Some(row) = newest.rows.first() {
        let request = NoteRequest {
            account: row.id,
            text: "looked at".into(),
        };
        note::note(session, &request)?;
    }
    Ok(())
}
