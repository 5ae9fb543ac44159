//! Officers' notes.

use crate::{Error, Result, Session};
use breakwater_casefile::Action;
use breakwater_casefile::table::{account, note};
use breakwater_model::account::{NoteRequest, NoteView};
use breakwater_model::audit::Operation;

/// Writes a note.
pub fn note(session: &Session, request: &NoteRequest) -> Result<NoteView> {
    if request.text.trim().is_empty() {
        return Err(Error::Invalid("The note has no words.".into()));
    }
    let row = session.read(|reader| account::row(reader, request.account))?;
    let action =
        Action::new(Operation::Alteration, "note-added", "account").on(request.account.uuid());
    let (id, _) = session.write(action, |w| w.add_note(row, request.text.trim(), None))?;
    session.read(|reader| {
        note::of_account(reader, row)?
            .into_iter()
            .find(|view| view.id == id)
            .ok_or(Error::NotFound("note"))
    })
}
