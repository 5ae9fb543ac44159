//! Legal holds: nothing under one is erased (Criminal Procedure and Investigations Act 1996: what may be relevant is
//! retained).

use super::{called, named, officer_of, reason_of};
use crate::{Result, Session};
use breakwater_casefile::table::account;
use breakwater_casefile::table::hold::{self, Hold};
use breakwater_casefile::{Action, Reader};
use breakwater_model::HoldId;
use breakwater_model::audit::Operation;
use breakwater_model::erasure::{LegalHoldView, ReleaseHoldRequest, SetHoldRequest};

/// Sets a hold on an account, or on the whole case.
///
/// # Errors
/// No reason; an account that was erased.
pub fn set(session: &Session, request: &SetHoldRequest) -> Result<LegalHoldView> {
    let reason = reason_of(&request.reason)?;
    let row = match request.account {
        Some(id) => Some(session.read(|reader| account::row(reader, id))?),
        None => None,
    };
    let id = HoldId::from_uuid(session.host().uuid());
    session.write(action(session, "hold-set", request.account, reason), |w| {
        w.add_hold(id, row, reason)
    })?;
    read(session, id)
}

/// Releases a hold.
///
/// # Errors
/// No reason; it was released before.
pub fn release(session: &Session, request: &ReleaseHoldRequest) -> Result<LegalHoldView> {
    let reason = reason_of(&request.reason)?;
    let found = session.read(|reader| hold::by_id(reader, request.hold))?;
    let account = found.account.map(|(_, id)| id);
    session.write(action(session, "hold-released", account, reason), |w| {
        let found = w.reading(|reader| hold::by_id(reader, request.hold))?;
        w.release_hold(&found, reason)
    })?;
    read(session, request.hold)
}

fn action(
    session: &Session,
    code: &'static str,
    account: Option<breakwater_model::AccountId>,
    reason: &str,
) -> Action {
    let (kind, subject) = match account {
        Some(account) => ("account", account.uuid()),
        None => ("case", session.case_id().uuid()),
    };
    Action::new(Operation::Alteration, code, kind)
        .on(subject)
        .word("reason", reason)
}

fn read(session: &Session, id: HoldId) -> Result<LegalHoldView> {
    session.read(|reader| view(session, reader, hold::by_id(reader, id)?))
}

/// Every hold, newest first.
pub fn list(session: &Session) -> Result<Vec<LegalHoldView>> {
    session.read(|reader| {
        let all = hold::all(reader)?.into_iter();
        all.map(|one| view(session, reader, one)).collect()
    })
}

fn view(session: &Session, reader: &Reader<'_>, found: Hold) -> Result<LegalHoldView> {
    let label = match found.account {
        Some((row, _)) => called(session, reader, row)?.0,
        None => String::new(),
    };
    let (mut released_by, mut released_at, mut released_reason) = (None, None, None);
    if let Some((by, at, reason)) = found.released {
        released_by = Some(named(&officer_of(reader, by)?));
        released_at = Some(at);
        released_reason = Some(reason);
    }
    Ok(LegalHoldView {
        id: found.id,
        account: found.account.map(|(_, id)| id),
        label,
        reason: found.reason,
        by: named(&officer_of(reader, found.officer)?),
        at: found.at,
        released_by,
        released_at,
        released_reason,
    })
}
