//! Accounts, links and numbers of the protected register that a text names: what is protected is not named to a platform.

use super::leaks::{Shown, leak};
use crate::Result;
use breakwater_casefile::Reader;
use breakwater_casefile::table::register;
use breakwater_model::Instant;
use breakwater_model::referral::RequirementView;
use breakwater_model::register::RegisterList;
use breakwater_text::identity;
use breakwater_text::register::subject;

/// One requirement for each text that names somebody protected.
pub(super) fn named<'a>(
    reader: &Reader<'_>,
    platform: &str,
    texts: impl Iterator<Item = &'a Shown<'a>>,
    now: Instant,
) -> Result<Vec<RequirementView>> {
    let mut all = Vec::new();
    for (field, item, text) in texts {
        for found in identity::mentions(text) {
            let on = found.platform.as_deref().unwrap_or(platform);
            let Ok(named) = subject(&found.input, on, "") else {
                continue;
            };
            let entry = register::of(reader, RegisterList::Protected, &named.identity)?;
            if entry.is_some_and(|entry| entry.is_standing && !entry.is_expired(now)) {
                let detail = format!(
                    "“{}” comes from the protected register: take it out",
                    found.input
                );
                all.push(leak(field, *item, detail));
            }
        }
    }
    Ok(all)
}
