//! Adding what was pasted and is new, by the same intake as a file: one batch, undone as one.

use super::look_up::look_up;
use crate::exchange::import;
use crate::{Error, Quiet, Result, Session};
use breakwater_model::import::ImportResultView;
use breakwater_model::paste::LinkGroup;
use breakwater_text::identity::{self, Identified};
use std::collections::HashSet;

/// What the batch is called, and the source of its accounts.
const NAME: &str = "pasted links";
const SOURCE: &str = "pasted";

/// Makes accounts of the links that are new. Known, protected, ask-first and short links are left out.
///
/// # Errors
/// Nothing of it is new.
pub fn add(session: &Session, text: &str) -> Result<ImportResultView> {
    let new: HashSet<String> = look_up(session, text)?
        .into_iter()
        .filter(|link| link.group == LinkGroup::New)
        .filter_map(|link| link.key)
        .collect();
    let links: Vec<Identified> = identity::mentions(text)
        .into_iter()
        .filter(|link| link.key.as_ref().is_some_and(|key| new.contains(key)))
        .collect();
    if links.is_empty() {
        return Err(Error::Invalid(
            "Nothing of this is new: there is no account to add.".into(),
        ));
    }
    let preview = import::preview_held(session, NAME, csv(&links)?)?;
    import::commit(session, &preview, &Quiet)
}

/// The links as the import reads them.
fn csv(links: &[Identified]) -> Result<Vec<u8>> {
    let bad =
        |error: csv::Error| Error::Internal(format!("links cannot be written as rows ({error})"));
    let mut rows = csv::Writer::from_writer(Vec::new());
    rows.write_record(["platform", "url", "handle", "id", "source"])
        .map_err(bad)?;
    for link in links {
        let platform = link.platform.as_deref().unwrap_or_default();
        let is_address = link.canonical_url.is_some() && link.input.contains(['/', '.']);
        let url = if is_address { link.input.as_str() } else { "" };
        let name = |part: &Option<String>| match part {
            Some(part) if !is_address => part.clone(),
            _ => String::new(),
        };
        let (handle, id) = (name(&link.handle), name(&link.platform_id));
        rows.write_record([platform, url, &handle, &id, SOURCE])
            .map_err(bad)?;
    }
    rows.into_inner()
        .map_err(|error| bad(error.into_error().into()))
}
