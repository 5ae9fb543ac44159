//! Looking is logged: section 62 of the Data Protection Act 2018.

use crate::screen::care;
use crate::{Result, Session};
use breakwater_casefile::Action;
use breakwater_casefile::table::{account, warning};
use breakwater_model::AccountId;
use breakwater_model::audit::Operation;

/// An account was looked at for two seconds or acted on.
pub fn opened(session: &Session, id: AccountId) -> Result<()> {
    let row = session.read(|reader| account::row(reader, id))?;
    session
        .note(Action::new(Operation::Consultation, "account-opened", "account").on(id.uuid()))?;
    session.place(|placer| placer.mark_seen(row))?;
    if session.read(|reader| warning::all_of(reader, row))? != 0 {
        care::met(session, &format!("a{row}"))?;
    }
    Ok(())
}

/// A run of accounts was flicked past: one entry with their ids. What is no account of the case any more, as after
/// an import was taken back, does not keep the rest from being logged.
pub fn flicked(session: &Session, ids: &[AccountId]) -> Result<()> {
    let seen = session.read(|reader| {
        let mut seen = Vec::with_capacity(ids.len());
        for id in ids {
            if let Some((row, _)) = account::any_row(reader, *id)? {
                seen.push((*id, row));
            }
        }
        Ok(seen)
    })?;
    if seen.is_empty() {
        return Ok(());
    }
    let action = seen.iter().fold(
        Action::new(Operation::Consultation, "accounts-flicked", "account"),
        |action, (id, _)| action.on(id.uuid()),
    );
    session.note(action)?;
    session.place(|placer| seen.iter().try_for_each(|(_, row)| placer.mark_seen(*row)))
}
