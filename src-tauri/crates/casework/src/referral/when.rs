//! Times that are entered of what happened outside.

use crate::{Error, Result, Session};
use breakwater_model::Instant;

/// The time that was given, or now.
///
/// # Errors
/// [`Error::Invalid`] if it has not come yet; a minute's difference of clocks is allowed.
pub(crate) fn not_yet_to_come(session: &Session, at: Option<Instant>) -> Result<Instant> {
    let now = session.host().now();
    let at = at.unwrap_or(now);
    if at > now.plus_ms(60_000) {
        return Err(Error::Invalid("This time has not come yet.".into()));
    }
    Ok(at)
}
