//! Entering what was seen of an account that was sent.

use super::due;
use crate::referral::when;
use crate::{Error, Result, Session};
use breakwater_casefile::Action;
use breakwater_casefile::table::observed::NewLook;
use breakwater_casefile::table::{account, exhibit};
use breakwater_model::audit::Operation;
use breakwater_model::checks::{RecordCheckRequest, RecordedCheckView};
use breakwater_model::{SetId, WorldTime};

/// Enters what was seen, when, how, and what shows it. *Offline* is an observation and never by itself a removal.
///
/// # Errors
/// The account is not there; a time that has not come yet; an exhibit that is none of this account.
pub fn record(session: &Session, request: &RecordCheckRequest) -> Result<RecordedCheckView> {
    Ok(RecordedCheckView {
        set: enter(session, request)?,
        row: due::of(session, request.account)?,
    })
}

/// The same, for whoever asks nothing of the worklist.
pub(crate) fn enter(session: &Session, request: &RecordCheckRequest) -> Result<SetId> {
    let at = when::not_yet_to_come(session, request.at)?;
    let row = session.read(|reader| {
        let row = account::row(reader, request.account)?;
        if let Some(id) = request.exhibit {
            let of_account = exhibit::of_account(reader, row)?;
            if !of_account.iter().any(|exhibit| exhibit.id == id) {
                return Err(Error::NotFound("exhibit of this account"));
            }
        }
        Ok(row)
    })?;
    let action = Action::new(Operation::Alteration, "account-checked", "account")
        .on(request.account.uuid())
        .word("observed", &super::word(&request.observed)?)
        .word("method", &super::word(&request.method)?);
    let (_, done) = session.write(action, |w| {
        w.add_look(&NewLook {
            account: row,
            observed: request.observed,
            method: request.method,
            at: &WorldTime::exact(at),
            exhibit: request.exhibit,
            sheet: None,
        })
    })?;
    Ok(done.set)
}
