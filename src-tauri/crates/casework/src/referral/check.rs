//! What was seen of an account when somebody looked.

use crate::checks::record;
use crate::{Error, Result, Session};
use breakwater_casefile::query;
use breakwater_casefile::table::account;
use breakwater_model::checks::RecordCheckRequest;
use breakwater_model::list::AccountRow;
use breakwater_model::referral::CheckRequest;

/// Enters what was seen, when and how, of any account, and tells where it stands.
///
/// # Errors
/// The account is not there; a time that has not come yet.
pub fn check(session: &Session, request: &CheckRequest) -> Result<AccountRow> {
    record::enter(
        session,
        &RecordCheckRequest {
            account: request.account,
            observed: request.observed,
            method: request.method,
            at: request.at,
            exhibit: None,
        },
    )?;
    let officer = session.officer().row;
    session
        .read(|reader| {
            let row = account::row(reader, request.account)?;
            query::rows(reader, &[row], officer)
        })?
        .pop()
        .ok_or(Error::NotFound("account"))
}
