//! Who received what.

use crate::audit::entries;
use crate::{Result, Session};
use breakwater_model::audit::{AuditRequest, Operation};
use breakwater_model::exchange::SharingView;

/// Disclosures shown.
const SHOWN: u32 = 2_000;

/// The sharing log, newest first.
pub fn log(session: &Session) -> Result<Vec<SharingView>> {
    let request = AuditRequest {
        operation: Some(Operation::Disclosure),
        offset: 0,
        limit: SHOWN,
    };
    let entries = entries::list(session, &request)?.rows;
    Ok(entries
        .into_iter()
        .map(|entry| {
            let text = |name: &str| {
                entry
                    .texts
                    .iter()
                    .find(|text| text.name == name)
                    .map(|text| text.value.clone())
                    .unwrap_or_default()
            };
            SharingView {
                at: entry.at,
                what: entry.said.clone(),
                recipient: text("recipient"),
                purpose: text("purpose"),
                officer: entry.officer.clone(),
                entry: entry.seq,
            }
        })
        .collect())
}
