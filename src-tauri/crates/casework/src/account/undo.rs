//! Taking back one audited set of changes.

use crate::{Error, Progress, Quiet, Result, Session};
use breakwater_casefile::table::batch;
use breakwater_casefile::{Action, undo};
use breakwater_model::account::UndoneView;
use breakwater_model::audit::Operation;
use breakwater_model::{BatchId, SetId};

/// What one press takes back: an officer's own word on an account. An import has a door of its own; drafts,
/// stops and what was given out are changed by acts that ask for what they need.
pub(crate) fn is_undoable(action: &str) -> bool {
    matches!(
        action,
        "account-assessed" | "note-added" | "translation-added" | "exhibit-tagged"
    )
}

/// Writes the inverse where the last change is still that set's; the rest is kept.
///
/// # Errors
/// Refused by rule, `only-own-words-are-taken-back`: the set is not of a kind that one press takes back.
pub fn undo(session: &Session, set: SetId) -> Result<UndoneView> {
    let (seq, action) = session.read(|reader| undo::act_of(reader, set))?;
    if !is_undoable(&action) {
        return Err(Error::refused(
            "only-own-words-are-taken-back",
            format!(
                "“{}” cannot be taken back this way: only an assessment, a note, a translation or the warnings of an exhibit can. An import is taken back as an import.",
                crate::audit::words::said(&action)
            ),
        ));
    }
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
