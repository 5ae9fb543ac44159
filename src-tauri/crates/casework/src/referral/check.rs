//! What was seen of an account when somebody looked.

use crate::checks::record;
use crate::evidence::attach::{self, Attach};
use crate::referral::when;
use crate::{Error, Quiet, Result, Session};
use breakwater_casefile::query;
use breakwater_casefile::table::account;
use breakwater_model::ExhibitId;
use breakwater_model::checks::RecordCheckRequest;
use breakwater_model::list::AccountRow;
use breakwater_model::referral::CheckRequest;
use std::path::Path;

/// Enters what was seen, when and how, of any account, and tells where it stands.
///
/// # Errors
/// The account is not there; a time that has not come yet.
pub fn check(session: &Session, request: &CheckRequest) -> Result<AccountRow> {
    enter(session, request, None)
}

/// The same with a screenshot, which is attached first and shown by the look.
///
/// # Errors
/// As [`check`]; a file that is refused as an exhibit. Nothing is entered then.
pub fn check_shown(session: &Session, request: &CheckRequest, shot: &Path) -> Result<AccountRow> {
    when::not_yet_to_come(session, request.at)?;
    session.read(|reader| account::row(reader, request.account))?;
    let attach = Attach {
        account: request.account,
        files: vec![shot.to_owned()],
        source_url: None,
        captured_at: request.at,
        method: Some("screenshot of a look".into()),
        warnings: Vec::new(),
    };
    let attached = attach::attach(session, &attach, &Quiet, &mut |_| {})?.pop();
    let attached = attached.ok_or(Error::NotFound("exhibit"))?;
    match (attached.exhibit, attached.refused) {
        (Some(exhibit), _) => enter(session, request, Some(exhibit.id)),
        (None, refused) => Err(Error::Invalid(refused.unwrap_or_default())),
    }
}

fn enter(
    session: &Session,
    request: &CheckRequest,
    exhibit: Option<ExhibitId>,
) -> Result<AccountRow> {
    record::enter(
        session,
        &RecordCheckRequest {
            account: request.account,
            observed: request.observed,
            method: request.method,
            at: request.at,
            exhibit,
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
