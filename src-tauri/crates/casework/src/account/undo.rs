//! Taking back one audited set of changes.

use crate::{Progress, Quiet, Result, Session};
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
        &Quiet,
    )
}

/// Takes an import back: all of it that nobody worked on since, or, where `progress` is cancelled, nothing.
/// The reason is kept in the audit log.
pub fn undo_import(
    session: &Session,
    id: BatchId,
    reason: &str,
    progress: &dyn Progress,
) -> Result<UndoneView> {
    let seq = session.read(|reader| batch::seq(reader, id))?;
    take_back(
        session,
        Action::new(Operation::Alteration, "import-undone", "batch")
            .on(id.uuid())
            .word("reason", reason.trim()),
        seq,
        progress,
    )
}

fn take_back(
    session: &Session,
    action: Action,
    seq: i64,
    progress: &dyn Progress,
) -> Result<UndoneView> {
    let going = |done, total| {
        progress.step(done, Some(total), "changes");
        !progress.is_cancelled()
    };
    Ok(session.write(action, |w| w.undo(seq, &going))?.0)
}
