//! A letter that was prepared by mistake is discarded: nothing of it was sent, and it stands in nobody's way.

use super::{expect, told};
use crate::{Error, Result, Session};
use breakwater_casefile::Action;
use breakwater_model::LetterId;
use breakwater_model::audit::Operation;
use breakwater_model::letter::LetterState;

/// Discards a letter that was not sent, with a reason for the audit log. It cannot be brought back; another one can be
/// prepared.
///
/// # Errors
/// No reason; refused by rule `a-sent-letter-stands`.
pub fn discard(session: &Session, id: LetterId, reason: &str) -> Result<()> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Error::Invalid("Say why the letter is discarded.".into()));
    }
    let action = Action::new(Operation::Alteration, "letter-discarded", "letter")
        .on(id.uuid())
        .word("reason", reason);
    session.write(action, |w| {
        let found = w.reading(|reader| {
            let found = told(reader, id)?;
            expect(
                &found,
                &[
                    LetterState::Prepared,
                    LetterState::Returned,
                    LetterState::Approved,
                ],
                "a-sent-letter-stands",
                "This letter was sent. Write another one that puts it right.",
            )?;
            Ok(found)
        })?;
        w.discard_letter(&found.letter)
    })?;
    Ok(())
}
