//! A second officer gives a letter back with a reason: it is written anew before anybody approves it.

use super::{approve, read, told};
use crate::{Error, Result, Session};
use breakwater_casefile::Action;
use breakwater_model::LetterId;
use breakwater_model::audit::Operation;
use breakwater_model::letter::LetterView;

/// Gives a letter back to who wrote it. Writing it anew puts it forward again.
///
/// # Errors
/// No reason; refused by rule as an approval is: `only-prepared-letters-are-approved`, `drafter-is-not-approver`.
pub fn give_back(session: &Session, id: LetterId, reason: &str) -> Result<LetterView> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Error::Invalid("Say why it is returned.".into()));
    }
    let action = Action::new(Operation::Alteration, "letter-returned", "letter")
        .on(id.uuid())
        .word("reason", reason);
    session.write(action, |w| {
        let version = w.reading(|reader| {
            let found = told(reader, id)?;
            approve::refuse(session, &found)?;
            Ok(found.version.row)
        })?;
        w.add_letter_return(version, reason)
    })?;
    read(session, id)
}
