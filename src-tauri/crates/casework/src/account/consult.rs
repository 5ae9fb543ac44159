//! Looking is logged: section 62 of the Data Protection Act 2018.

use crate::{Result, Session};
use breakwater_casefile::Action;
use breakwater_casefile::table::account;
use breakwater_model::AccountId;
use breakwater_model::audit::Operation;

/// An account was looked at for two seconds or acted on.
pub fn opened(session: &Session, id: AccountId) -> Result<()> {
    let row = session.read(|reader| account::row(reader, id))?;
    session
        .note(Action::new(Operation::Consultation, "account-opened", "account").on(id.uuid()))?;
    session.place(|placer| placer.mark_seen(row))
}

/// A run of accounts was flicked past: one entry with their ids.
pub fn flicked(session: &Session, ids: &[AccountId]) -> Result<()> {
    if ids.is_empty() {
        return Ok(());
    }
    let rows = session.read(|reader| {
        ids.iter()
            .map(|id| account::row(reader, *id))
            .collect::<Result<Vec<_>>>()
    })?;
    let action = ids.iter().fold(
        Action::new(Operation::Consultation, "accounts-flicked", "account"),
        |action, id| action.on(id.uuid()),
    );
    session.note(action)?;
    session.place(|placer| rows.iter().try_for_each(|row| placer.mark_seen(*row)))
}
