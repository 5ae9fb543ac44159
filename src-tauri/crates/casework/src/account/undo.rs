//! Taking back one audited set of changes.

use crate::{Result, Session};
use breakwater_casefile::table::batch;
use breakwater_casefile::{Action, undo};
use breakwater_model::account::UndoneView;
use breakwater_model::audit::Operation;
use breakwater_model::{BatchId, SetId};

/// Writes the inverse where the last change is still that set's; the rest is kept.
pub fn undo(session: &Session, set: SetId) -> Result<UndoneView> {
    let seq = session.read(|reader| undo::seq_of(reader, set))?;
    take_back(
        session,
        Action::new(Operation::Alteration, "undone", "set").on(set.uuid()),
        seq,
    )
}

/// Takes an import back.
pub fn undo_import(session: &Session, id: BatchId) -> Result<UndoneView> {
    let seq = session.read(|reader| batch::seq(reader, id))?;
    take_back(
        session,
        Action::new(Operation::Alteration, "import-undone", "batch").on(id.uuid()),
        seq,
    )
}

fn take_back(session: &Session, action: Action, seq: i64) -> Result<UndoneView> {
    Ok(session.write(action, |w| w.undo(seq))?.0)
}
