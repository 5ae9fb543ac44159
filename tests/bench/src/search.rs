//! Looking for words in the case that was imported, through the use case the window calls.

use crate::measure::{Bench, Result, p95};
use crate::table::Row;
use breakwater_casework::account::list::list;
use breakwater_model::list::{AccountOrder, AccountScope, ListRequest};
use std::path::Path;
use std::time::Instant;

/// What officers type, and the order they see it in.
const ASKED: [(&str, &str); 6] = [
    ("one word", "gomone"),
    ("two words", "gomone siguri"),
    ("the beginning of words", "shpe"),
    ("letters inside a handle", "iguri_bo"),
    ("Arabic", "مضمونه"),
    ("a word and not another", "gomone -visa"),
];

/// First 50 hits in the chosen order with their count.
pub fn search(bench: &mut Bench, case: &Path) -> Result<()> {
    let session = Bench::open(case)?;
    session.settle();
    for (what, words) in ASKED {
        let mut times = Vec::new();
        let mut total = 0;
        for order in [
            AccountOrder::Imported,
            AccountOrder::Handle,
            AccountOrder::Queue,
        ] {
            for offset in 0..bench.runs() {
                let request = ListRequest {
                    scope: AccountScope::All,
                    search: words.to_owned(),
                    order,
                    is_descending: order == AccountOrder::Imported,
                    offset: u32::try_from(offset).unwrap_or_default(),
                    limit: 50,
                    ..ListRequest::default()
                };
                let begun = Instant::now();
                total = list(&session, &request)?.total;
                times.push(begun.elapsed().as_secs_f64() * 1000.0);
            }
        }
        bench.row(Row {
            work: format!("Search: {what}, {total} hits, first 50 sorted, with their count"),
            ours: format!("p95 {:.1} ms", p95(&mut times)),
            goal: "p95 ≤ 30 ms".into(),
            ..Row::default()
        });
    }
    session.lock()?;
    Ok(())
}
