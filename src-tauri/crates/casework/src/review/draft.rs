//! What an officer has typed and not decided.

use crate::{Result, Session};
use breakwater_casefile::table::{account, place};
use breakwater_model::AccountId;
use breakwater_model::assessment::AssessmentDraft;

/// Keeps the draft; screen state of this officer, not a fact.
pub fn save(session: &Session, id: AccountId, draft: &AssessmentDraft) -> Result<()> {
    let officer = session.officer().row;
    let (row, before) = session.read(|reader| {
        let row = account::row(reader, id)?;
        Ok((row, place::draft(reader, officer, row)?))
    })?;
    session.place(|placer| placer.put_draft(row, draft))?;
    let was_empty = before == AssessmentDraft::default();
    if was_empty != (*draft == AssessmentDraft::default()) {
        session.work_out(row)?;
    }
    Ok(())
}
