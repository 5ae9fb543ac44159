//! Erasing an account: a dry run, a proposal by one officer, the confirmation of another.

use super::{called, certificate, due, kinds, named, officer_of, reason_of};
use crate::{Error, Result, Session};
use breakwater_casefile::approval::{canonical, is_signed_in, sign_in};
use breakwater_casefile::erase::{self, Gone, Named};
use breakwater_casefile::table::account;
use breakwater_casefile::table::erasure::{self, Erasure, NewErasure};
use breakwater_casefile::{Action, Reader};
use breakwater_model::audit::Operation;
use breakwater_model::case::Role;
use breakwater_model::erasure::{
    ErasedCountView, ErasureDoneView, ErasureDryRunView, ErasureProposal, ErasureRow, ErasureState,
    Ground, KeptPartView, ProposeErasureRequest,
};
use breakwater_model::{AccountId, ErasureId};

/// The namespace of both signatures over a proposal.
pub(super) const NAMESPACE: &str = "breakwater-erasure-v1";
const FORM: u32 = 1;

/// What erasing an account would do now, to the row. Nothing is done.
pub fn dry_run(session: &Session, id: AccountId) -> Result<ErasureDryRunView> {
    let (row, label, stands) = session.read(|reader| {
        let row = account::row(reader, id)?;
        let (label, _) = called(session, reader, row)?;
        Ok((row, label, words_of(reader, row)?))
    })?;
    let gone = session.rehearse_erasure(row)?;
    Ok(ErasureDryRunView {
        account: id,
        label,
        stands,
        counts: kinds::erased(&serde_json::to_string(&gone.counts)?)?,
        stays: kinds::kept(&serde_json::to_string(&gone.kept)?)?,
    })
}

fn words_of(reader: &Reader<'_>, row: i64) -> Result<Vec<String>> {
    let stands = erase::stands(reader, row)?.into_iter();
    Ok(stands.map(|one| one.words).collect())
}

fn refuse_standing(reader: &Reader<'_>, row: i64) -> Result<()> {
    match erase::stands(reader, row)?.into_iter().next() {
        None => Ok(()),
        Some(first) => Err(first.refusal()),
    }
}

/// What is said of an account whose period has not passed, where that is the ground.
const EARLY: &str =
    "The period of this account has not passed. Choose another ground, or wait until it is due.";

/// True if the ground is a period that has not passed.
fn is_early(session: &Session, reader: &Reader<'_>, (row, ground): (i64, Ground)) -> Result<bool> {
    Ok(ground == Ground::Retention && !due::is_due(session, reader, row)?)
}

fn refuse_early(session: &Session, reader: &Reader<'_>, of: (i64, Ground)) -> Result<()> {
    if is_early(session, reader, of)? {
        return Err(Error::refused("retention-has-not-expired", EARLY));
    }
    Ok(())
}

/// Proposes to erase an account, signed by whoever is here. Nothing is erased.
///
/// # Errors
/// Refused by rule: what stands against it; `a-ground-names-nobody`; `retention-has-not-expired`;
/// `readers-change-nothing`. No reason; it is proposed already.
pub fn propose(session: &Session, request: &ProposeErasureRequest) -> Result<ErasureRow> {
    let reason = reason_of(&request.reason)?;
    let row = session.read(|reader| account::row(reader, request.account))?;
    let id = ErasureId::from_uuid(session.host().uuid());
    let action = Action::new(Operation::Alteration, "erasure-proposed", "account")
        .on(request.account.uuid())
        .word("reason", reason);
    session.write(action, |w| {
        let upto = w.reading(|reader| {
            refuse_standing(reader, row)?;
            refuse_early(session, reader, (row, request.ground))?;
            let rows = erase::rows_of(reader, row)?;
            if Named::read(reader, &rows)?.is_in(reason) {
                return Err(Error::refused(
                    "a-ground-names-nobody",
                    "The reason stands on the certificate and stays: write it without the handle, the name or the id.",
                ));
            }
            if erasure::waiting_on(reader, row)?.is_some() {
                return Err(Error::Invalid(
                    "Its erasure is proposed already. Drop that proposal first.".into(),
                ));
            }
            erase::last_change(reader, &rows)
        })?;
        let (proposal, _) = canonical(&ErasureProposal {
            form: FORM,
            case: session.case_id(),
            erasure: id,
            account: request.account,
            ground: request.ground,
            reason: reason.to_owned(),
            officer: session.officer().view.id,
            at: w.now(),
        })?;
        let signature = sign_in(session, NAMESPACE, &proposal)?;
        w.propose_erasure(&NewErasure {
            id,
            account: row,
            ground: request.ground,
            proposal: &proposal,
            signature: &signature,
            upto,
        })
    })?;
    read(session, id)
}

/// Drops a proposal.
///
/// # Errors
/// It is done, or was dropped before.
pub fn drop_proposal(session: &Session, id: ErasureId) -> Result<ErasureRow> {
    let found = session.read(|reader| erasure::by_id(reader, id))?;
    let action =
        Action::new(Operation::Alteration, "erasure-dropped", "account").on(found.account.1.uuid());
    session.write(action, |w| {
        let found = w.reading(|reader| erasure::by_id(reader, id))?;
        refuse_ended(&found)?;
        w.drop_erasure(found.row)
    })?;
    read(session, id)
}

/// Confirms a proposal of another officer, and erases the account. Once that is done nothing fails any more: what comes
/// after it and could not be done is told beside it.
///
/// # Errors
/// Refused by rule: `erasing-needs-a-second-officer`; `a-proposal-is-signed`; `a-proposal-is-void-once-it-changed`; what
/// stands against it; `retention-has-not-expired`; `readers-change-nothing`. It is done, or was dropped.
pub fn confirm(session: &Session, id: ErasureId) -> Result<ErasureDoneView> {
    let found = session.read(|reader| erasure::by_id(reader, id))?;
    let action =
        Action::new(Operation::Erasure, "account-erased", "account").on(found.account.1.uuid());
    let ((gone, told), done) = session.write(action, |w| {
        let found = w.reading(|reader| {
            let found = erasure::by_id(reader, id)?;
            refuse(session, reader, &found)?;
            Ok(found)
        })?;
        let signature = sign_in(session, NAMESPACE, &found.proposal)?;
        w.confirm_erasure(found.row, &signature)?;
        let gone = w.erase(session, found.row, found.account.0)?;
        let told = w.reading(|reader| Told::read(session, reader, id, &gone))?;
        Ok((gone, told))
    })?;
    Ok(ErasureDoneView {
        row: told.row,
        counts: told.counts,
        stays: told.stays,
        set: done.set,
        warnings: afterwards(session, id, &gone),
    })
}

/// What is told of an erasure: read within its write, so that nothing can fail once it is done.
struct Told {
    row: ErasureRow,
    counts: Vec<ErasedCountView>,
    stays: Vec<KeptPartView>,
}

impl Told {
    fn read(session: &Session, reader: &Reader<'_>, id: ErasureId, gone: &Gone) -> Result<Self> {
        let row = view(session, reader, &erasure::by_id(reader, id)?)?;
        Ok(Self {
            // Where it stands is worked out again when the write ends: until then it has its name.
            row: ErasureRow {
                label: String::new(),
                ..row
            },
            counts: kinds::erased(&serde_json::to_string(&gone.counts)?)?,
            stays: kinds::kept(&serde_json::to_string(&gone.kept)?)?,
        })
    }
}

/// What follows an erasure that is done. Says what could not be done, and what to do.
fn afterwards(session: &Session, id: ErasureId, gone: &Gone) -> Vec<String> {
    let left = session.sweep_erased(gone);
    let mut told = Vec::new();
    if left.in_logs {
        told.push(
            "The account is erased, but its words may still stand in the log of a database on this disk, because something was reading. Lock the case: that empties the log."
                .to_owned(),
        );
    }
    if left.files > 0 {
        told.push(format!(
            "The account is erased, but {} of its files could not be removed from this disk. Lock and unlock the case: that removes them.",
            left.files
        ));
    }
    if let Err(error) = session.write_head() {
        told.push(format!(
            "The account is erased, but the end of the log was not signed beside the case ({error}). Lock the case: that signs it."
        ));
    }
    if let Err(error) = certificate::read(session, id) {
        told.push(format!(
            "The account is erased, but its certificate was not signed ({error}). Write the certificate: that signs it."
        ));
    }
    told
}

fn refuse_ended(found: &Erasure) -> Result<()> {
    match (&found.done, found.dropped) {
        (Some(done), _) => Err(Error::Invalid(format!(
            "This account was {}.",
            erasure::words(done.number, done.at)
        ))),
        (None, Some(at)) => Err(Error::Invalid(format!(
            "This proposal was dropped at {at}."
        ))),
        (None, None) => Ok(()),
    }
}

fn refuse(session: &Session, reader: &Reader<'_>, found: &Erasure) -> Result<()> {
    refuse_ended(found)?;
    if found.officer == session.officer().row {
        return Err(Error::refused(
            "erasing-needs-a-second-officer",
            "You proposed this erasure. Another officer of the case confirms it.",
        ));
    }
    if !is_proposed(reader, found)? {
        return Err(Error::refused(
            "a-proposal-is-signed",
            "The signature of this proposal does not verify against the key of whoever made it.",
        ));
    }
    if is_void(reader, found)? {
        return Err(Error::refused(
            "a-proposal-is-void-once-it-changed",
            "The account changed since its erasure was proposed. Look at it again and propose anew.",
        ));
    }
    refuse_standing(reader, found.account.0)?;
    refuse_early(session, reader, (found.account.0, found.ground))
}

fn is_void(reader: &Reader<'_>, found: &Erasure) -> Result<bool> {
    let rows = erase::rows_of(reader, found.account.0)?;
    Ok(erase::last_change(reader, &rows)? != found.upto)
}

/// True if the proposal is what whoever made it signed.
pub(super) fn is_proposed(reader: &Reader<'_>, found: &Erasure) -> Result<bool> {
    let by = officer_of(reader, found.officer)?;
    let proposal = said(found)?;
    Ok(proposal.officer == by.id
        && proposal.erasure == found.id
        && proposal.account == found.account.1
        && proposal.ground == found.ground
        && is_signed_in(NAMESPACE, &found.proposal, &found.signature, &by.public_key))
}

/// What was proposed.
pub(super) fn said(found: &Erasure) -> Result<ErasureProposal> {
    Ok(serde_json::from_str(&found.proposal)?)
}

/// Every erasure, newest first.
pub fn list(session: &Session) -> Result<Vec<ErasureRow>> {
    session.read(|reader| {
        let all = erasure::all(reader)?.into_iter();
        all.map(|one| view(session, reader, &one)).collect()
    })
}

/// One erasure.
///
/// # Errors
/// There is none.
pub fn read(session: &Session, id: ErasureId) -> Result<ErasureRow> {
    session.read(|reader| view(session, reader, &erasure::by_id(reader, id)?))
}

pub(super) fn view(session: &Session, reader: &Reader<'_>, found: &Erasure) -> Result<ErasureRow> {
    let (label, platform) = called(session, reader, found.account.0)?;
    let state = match (&found.done, found.dropped) {
        (Some(_), _) => ErasureState::Erased,
        (None, Some(_)) => ErasureState::Dropped,
        (None, None) if is_void(reader, found)? => ErasureState::Void,
        (None, None) => ErasureState::Proposed,
    };
    let mut stands = Vec::new();
    if state == ErasureState::Proposed {
        stands = words_of(reader, found.account.0)?;
        if is_early(session, reader, (found.account.0, found.ground))? {
            stands.push(EARLY.to_owned());
        }
    }
    let is_signed = is_proposed(reader, found)?;
    let officer = session.officer();
    let can_confirm = state == ErasureState::Proposed
        && is_signed
        && stands.is_empty()
        && found.officer != officer.row
        && officer.view.role != Role::Reader;
    let done = found.done.as_ref();
    let confirmed_by = match done {
        Some(done) => Some(named(&officer_of(reader, done.officer)?)),
        None => None,
    };
    Ok(ErasureRow {
        id: found.id,
        account: found.account.1,
        label,
        platform,
        ground: found.ground,
        reason: said(found)?.reason,
        state,
        by: named(&officer_of(reader, found.officer)?),
        at: found.at,
        is_signed,
        stands,
        can_confirm,
        certificate: done.map(|done| done.number),
        confirmed_by,
        confirmed_at: done.map(|done| done.at),
    })
}
