//! Taking back one audited set of changes.

use crate::{Error, Progress, Quiet, Result, Session, outcomes};
use breakwater_casefile::table::{batch, past};
use breakwater_casefile::undo::Undone;
use breakwater_casefile::{Action, query, undo};
use breakwater_model::account::UndoneView;
use breakwater_model::audit::Operation;
use breakwater_model::import::{ImportUndoneView, KeptAccountView};
use breakwater_model::{BatchId, SetId};

/// What one press takes back: an officer's own word on an account. An import has a door of its own; drafts,
/// stops and what was given out are changed by acts that ask for what they need.
pub(crate) fn is_undoable(action: &str) -> bool {
    matches!(
        action,
        "account-assessed"
            | "indicator-answered"
            | "note-added"
            | "translation-added"
            | "translations-returned"
            | "exhibit-tagged"
            | "account-warned"
            | "accounts-assigned"
            | "accounts-tagged"
            | "accounts-untagged"
            | "accounts-no-action"
            | "role-set"
            | "watch-begun"
            | "watch-ended"
            | "promise-entered"
            | "promise-ended"
            | "accounts-graded"
            | "accounts-merged"
            | "merged-field-chosen"
            | "succession-confirmed"
            | "succession-refused"
            | "network-declared"
            | "network-cut"
            | "network-renamed"
            | "network-word-taken-back"
            | "account-checked"
            | "checks-entered"
            | "justice-entered"
            | "justice-taken-back"
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
                "“{}” cannot be taken back this way: only an assessment, a role, gradings, a note, a translation, a look at an account, the word on watching one, a promised date, the warnings of an exhibit, tags, whom accounts were given to, what was said of who operates them, merges and what was taken over from them, and arrests and convictions can. An import is taken back as an import.",
                crate::audit::words::said(&action)
            ),
        ));
    }
    let action = Action::new(Operation::Alteration, "undone", "set").on(set.uuid());
    Ok(take_back(session, action, seq, &Quiet)?.0.view)
}

/// Kept accounts that are listed, and acts told of each.
const LISTED: usize = 1_000;
const ACTS: u32 = 5;

/// Takes an import back: all of it that nobody worked on since, or, where `progress` is cancelled, nothing.
/// What is kept is listed with why. The reason is kept in the audit log.
pub fn undo_import(
    session: &Session,
    id: BatchId,
    reason: &str,
    progress: &dyn Progress,
) -> Result<ImportUndoneView> {
    let seq = session.read(|reader| batch::seq(reader, id))?;
    let action = Action::new(Operation::Alteration, "import-undone", "batch")
        .on(id.uuid())
        .word("reason", reason.trim());
    let (done, set) = take_back(session, action, seq, progress)?;
    let rows: Vec<i64> = done.kept.iter().copied().take(LISTED).collect();
    let officer = session.officer().row;
    let kept_accounts = session.read(|reader| {
        let mut listed = Vec::new();
        for row in rows {
            let Some(view) = query::rows(reader, &[row], officer)?.into_iter().next() else {
                continue;
            };
            let acts = undo::acts_since(reader, row, (seq, set), ACTS)?;
            listed.push(KeptAccountView {
                account: view.id,
                label: view.label,
                why: acts
                    .iter()
                    .map(|(action, officer)| {
                        format!("{} ({officer})", crate::audit::words::said(action))
                    })
                    .collect::<Vec<_>>()
                    .join(", "),
            });
        }
        Ok(listed)
    })?;
    Ok(ImportUndoneView {
        removed: done.view.removed,
        restored: done.view.restored,
        kept: done.view.kept,
        accounts: u32::try_from(done.kept.len()).unwrap_or(u32::MAX),
        kept_accounts,
    })
}

fn take_back(
    session: &Session,
    action: Action,
    seq: i64,
    progress: &dyn Progress,
) -> Result<(Undone, i64)> {
    let going = |done, total| {
        progress.step(done, Some(total), "changes");
        !progress.is_cancelled()
    };
    let (done, set) = session.write(action, |w| {
        let done = w.undo_telling(seq, &going)?;
        let referrals = w.reading(|reader| past::referrals_of_set(reader, seq))?;
        outcomes::stand_after(w, &referrals)?;
        Ok(done)
    })?;
    Ok((done, set.seq))
}
