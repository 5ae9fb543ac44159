//! Warnings of an account: what whoever saw it first says that others will see.

use crate::{Error, Result, Session};
use breakwater_casefile::table::{account, warning};
use breakwater_casefile::{Action, query};
use breakwater_model::AccountId;
use breakwater_model::assessment::DoneView;
use breakwater_model::audit::Operation;
use breakwater_model::evidence::WarningTag;

/// Sets the warnings of the account itself; those of its exhibits stay with them. What it bears already keeps who saw
/// it first.
pub fn warn(session: &Session, id: AccountId, warnings: &[WarningTag]) -> Result<DoneView> {
    let row = session.read(|reader| account::row(reader, id))?;
    let action = Action::new(Operation::Alteration, "account-warned", "account").on(id.uuid());
    let ((), done) = session.write(action, |w| {
        for (tag, _) in warning::BITS {
            if warnings.contains(&tag) {
                w.warn(row, tag)?;
            } else {
                w.unwarn(row, tag)?;
            }
        }
        Ok(())
    })?;
    let listed = session.read(|reader| {
        query::rows(reader, &[row], session.officer().row)?
            .pop()
            .ok_or(Error::NotFound("account"))
    })?;
    Ok(DoneView {
        set: done.set,
        said: "warnings set".into(),
        status: listed.status,
        can_undo: true,
    })
}
