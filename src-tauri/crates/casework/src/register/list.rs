//! The registers as they are listed.

use crate::{Result, Session};
use breakwater_casefile::table::register::{self, Entry};
use breakwater_model::Instant;
use breakwater_model::register::{RegisterEntryView, RegisterListView, RegisterRequest};
use breakwater_text::defang;

/// A window of the registers, with what every list holds and which files were taken in.
pub fn list(session: &Session, request: &RegisterRequest) -> Result<RegisterListView> {
    let now = session.host().now();
    session.read(|reader| {
        let (rows, total) = register::window(reader, request)?;
        Ok(RegisterListView {
            rows: rows
                .into_iter()
                .map(|(entry, accounts)| view(entry, accounts, now))
                .collect(),
            total,
            counts: register::counts(reader)?,
            batches: register::batches(reader)?,
        })
    })
}

fn view(entry: Entry, accounts: u32, now: Instant) -> RegisterEntryView {
    let is_address = entry.written.contains("://") || entry.subject.site.is_some();
    let shown = if is_address {
        defang::show(&entry.written)
    } else {
        entry.written.clone()
    };
    RegisterEntryView {
        id: entry.id,
        list: entry.list,
        shown,
        is_expired: entry.is_expired(now),
        as_written: entry.written,
        platform: entry.subject.platform,
        owner: entry.details.owner,
        contact: entry.details.contact,
        note: entry.details.note,
        expires: entry.details.expires,
        accounts,
    }
}
