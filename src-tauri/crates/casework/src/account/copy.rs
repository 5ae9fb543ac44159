//! Text for the clipboard.

use crate::account::read;
use crate::{Error, Result, Session};
use breakwater_casefile::Action;
use breakwater_model::AccountId;
use breakwater_model::account::CopyKind;
use breakwater_model::audit::Operation;

/// The text to copy; a working address is logged as a disclosure.
pub fn copy(session: &Session, id: AccountId, kind: CopyKind) -> Result<String> {
    let view = read::read(session, id)?;
    match kind {
        CopyKind::SafeText => Ok(format!(
            "{} · {} · {}",
            view.label, view.platform_name, view.shown_url
        )),
        CopyKind::WorkingAddress => {
            let address = view.canonical_url.ok_or_else(|| {
                Error::Invalid("No working address is known for this account; only what was written in the file.".into())
            })?;
            let action = Action::new(Operation::Disclosure, "address-copied", "account")
                .on(id.uuid())
                .word("recipient", "clipboard of this workstation");
            session.note(action)?;
            Ok(address)
        }
    }
}
