//! Versions of the unit's own texts: the day and a number that no version of this name had.

use crate::{Result, Session};
use breakwater_casefile::table::unit_text;

/// The next version under a name.
pub(crate) fn next(session: &Session, name: &str) -> Result<String> {
    let today = session.host().now().utc().date_naive();
    let given = session.read(|reader| unit_text::versions(reader, name))?;
    let is_free = |version: &String| !given.iter().any(|one| one.version == *version);
    Ok((1..=u32::MAX)
        .map(|number| format!("{today}.{number}"))
        .find(is_free)
        .unwrap_or_default())
}
