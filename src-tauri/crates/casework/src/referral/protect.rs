//! A past wrong referral on the protected register, so that it does not happen again.

use crate::Result;
use breakwater_casefile::Writer;
use breakwater_casefile::table::account;
use breakwater_casefile::table::referral::Item;
use breakwater_casefile::table::register::{self, Details};
use breakwater_model::register::RegisterList;
use breakwater_text::register::subject;

/// Puts the account of an item on the protected register, by its id where one is known; nothing if it stands there.
pub(super) fn protect(w: &mut Writer<'_>, item: &Item, why: &str) -> Result<()> {
    let platform = w.reading(|reader| Ok(account::by_row(reader, item.account_row)?.platform))?;
    let id = item.platform_id.as_deref().unwrap_or_default();
    let named = [item.handle.as_deref(), item.address.as_deref()];
    let written = named.into_iter().flatten().next().unwrap_or_default();
    let Ok(subject) = subject(written, platform.as_str(), id) else {
        return Ok(());
    };
    let known =
        w.reading(|reader| register::of(reader, RegisterList::Protected, &subject.identity))?;
    if known.is_some() {
        return Ok(());
    }
    let note = format!("Referred wrongly and withdrawn: {why}");
    let details = Details {
        note: Some(note),
        ..Details::default()
    };
    w.add_register_entry(RegisterList::Protected, written, &subject, &details, None)?;
    Ok(())
}
