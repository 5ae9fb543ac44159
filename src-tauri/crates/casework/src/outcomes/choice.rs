//! Which mapping an outcomes file is read with.

use super::mapping::Mapping;
use crate::exchange::import::saved;
use crate::{Result, Session};
use breakwater_model::mapping::MappingView;

/// The mapping a file is read with, and those that fit its header.
pub struct Choice {
    /// The one it is read with, if there is one.
    pub used: Option<Mapping>,
    /// This officer's that name half of the columns or more.
    pub offered: Vec<MappingView>,
}

/// The one given, else the one named, else this officer's own of the same header. An empty name asks for none.
///
/// # Errors
/// None of this name is kept.
pub fn choose(
    session: &Session,
    headers: &[String],
    name: Option<&str>,
    given: Option<Mapping>,
) -> Result<Choice> {
    let kept = saved::all::<Mapping>(session)?;
    let fits = |mapping: &Mapping| {
        let fit = mapping.fit(headers);
        let found = headers.len().saturating_sub(fit.new.len());
        (found > 0 && found * 2 >= headers.len()).then(|| mapping.view(fit))
    };
    let offered: Vec<MappingView> = kept.iter().filter_map(fits).collect();
    let is_same =
        |mapping: &Mapping| !mapping.columns.is_empty() && mapping.fit(headers).is_whole();
    let used = match (given, name) {
        (Some(mapping), _) => Some(mapping),
        (None, Some("")) => None,
        (None, Some(name)) => Some(saved::named(session, name)?),
        (None, None) => kept.into_iter().find(is_same),
    };
    Ok(Choice { used, offered })
}
