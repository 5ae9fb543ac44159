//! What was seen of an account when somebody looked.

use super::when;
use crate::{Error, Result, Session};
use breakwater_casefile::table::account;
use breakwater_casefile::table::event::NewEvent;
use breakwater_casefile::{Action, query};
use breakwater_model::WorldTime;
use breakwater_model::audit::Operation;
use breakwater_model::list::AccountRow;
use breakwater_model::referral::CheckRequest;

/// Enters what was seen, when and how. *Offline* is an observation and never by itself a removal.
///
/// # Errors
/// The account is not there; a time that has not come yet.
pub fn check(session: &Session, request: &CheckRequest) -> Result<AccountRow> {
    let row = session.read(|reader| account::row(reader, request.account))?;
    let at = when::not_yet_to_come(session, request.at)?;
    let (observed, method) = (word(&request.observed)?, word(&request.method)?);
    let action = Action::new(Operation::Alteration, "account-checked", "account")
        .on(request.account.uuid())
        .word("observed", &observed)
        .word("method", &method);
    session.write(action, |w| {
        let known = w.now();
        w.add_event(&NewEvent {
            kind: "observed",
            account: Some(row),
            action: None,
            item: None,
            value: &observed,
            happened: &WorldTime::exact(at),
            known,
            detail: &[("method", &method)],
        })
    })?;
    let officer = session.officer().row;
    session
        .read(|reader| query::rows(reader, &[row], officer))?
        .pop()
        .ok_or(Error::NotFound("account"))
}

/// The word of a closed list, as it is stored.
fn word(value: &impl serde::Serialize) -> Result<String> {
    let value = serde_json::to_value(value)?;
    Ok(value.as_str().unwrap_or_default().to_owned())
}
