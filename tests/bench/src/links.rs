//! Links of single accounts, and the networks of the whole case, through the use cases the window calls.

use crate::measure::{Bench, Result, p95, timed};
use crate::table::Row;
use breakwater_casework::Quiet;
use breakwater_casework::account::{links, list, note};
use breakwater_model::account::NoteRequest;
use breakwater_model::list::{AccountOrder, AccountScope, ListRequest};
use std::path::Path;

/// Accounts asked about.
const ASKED: u32 = 50;

/// Links of accounts spread over the case, one after a write each; then all networks.
pub fn links(bench: &mut Bench, case: &Path) -> Result<()> {
    let session = Bench::open(case)?;
    let at = |offset: u32, limit: u32| ListRequest {
        scope: AccountScope::All,
        order: AccountOrder::Imported,
        offset,
        limit,
        ..ListRequest::default()
    };
    let total = list::list(&session, &at(0, 1))?.total;
    let step = (total / ASKED).max(1);
    let mut times = Vec::new();
    let mut first = None;
    for n in 0..ASKED.min(total) {
        let Some(row) = list::list(&session, &at(n * step, 1))?.rows.pop() else {
            continue;
        };
        // A write between two questions: what is kept has to be made level.
        let request = NoteRequest {
            account: row.id,
            text: "seen again".into(),
        };
        note::note(&session, &request)?;
        let (_, seconds) = timed(|| Ok(links::links(&session, row.id)?))?;
        if first.is_none() {
            first = Some(seconds);
        } else {
            times.push(seconds * 1000.0);
        }
    }
    bench.row(Row {
        work: format!(
            "Links of an account among {total}, after a write; the first, which reads every sketch"
        ),
        ours: format!(
            "p95 {:.1} ms; {:.1} s",
            p95(&mut times),
            first.unwrap_or_default()
        ),
        goal: "50 ms".into(),
        ..Row::default()
    });
    let (networks, seconds) = timed(|| Ok(links::networks(&session, &Quiet)?))?;
    bench.row(Row {
        work: format!(
            "Every network among {total} accounts ({} found)",
            networks.len()
        ),
        ours: format!("{seconds:.1} s"),
        ..Row::default()
    });
    session.lock()?;
    Ok(())
}
