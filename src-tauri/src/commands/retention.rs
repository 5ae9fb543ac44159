//! Retention, holds and erasure. Thin: take state, call one use case, map the error.

use super::Answer;
use crate::state::App;
use breakwater_casework::retention::{self, certificate, erase, hold, periods, print};
use breakwater_model::erasure::{
    CertificateWrittenView, ErasureCertificateView, ErasureDoneView, ErasureDryRunView, ErasureRow,
    LegalHoldView, ProposeErasureRequest, ReleaseHoldRequest, RetentionGroupView, RetentionView,
    SetHoldRequest, SetPeriodRequest,
};
use breakwater_model::exchange::ChooseKind;
use breakwater_model::{AccountId, ErasureId};
use tauri::State;

/// What is due, proposed, held and erased.
#[tauri::command(async)]
#[specta::specta]
pub fn retention(app: State<'_, App>) -> Answer<RetentionView> {
    app.ask(retention::overview)
}

/// What erasing an account would do. Nothing is done.
#[tauri::command(async)]
#[specta::specta]
pub fn rehearse_erasure(app: State<'_, App>, id: AccountId) -> Answer<ErasureDryRunView> {
    app.ask(|session| erase::dry_run(session, id))
}

/// Proposes an erasure, signed.
#[tauri::command(async)]
#[specta::specta]
pub fn propose_erasure(app: State<'_, App>, request: ProposeErasureRequest) -> Answer<ErasureRow> {
    app.write("audit", |session| erase::propose(session, &request))
}

/// Drops a proposal.
#[tauri::command(async)]
#[specta::specta]
pub fn drop_erasure(app: State<'_, App>, id: ErasureId) -> Answer<ErasureRow> {
    app.write("audit", |session| erase::drop_proposal(session, id))
}

/// Confirms a proposal of another officer and erases the account.
#[tauri::command(async)]
#[specta::specta]
pub fn confirm_erasure(app: State<'_, App>, id: ErasureId) -> Answer<ErasureDoneView> {
    app.write("accounts", |session| erase::confirm(session, id))
}

/// The certificate of an erasure.
#[tauri::command(async)]
#[specta::specta]
pub fn erasure_certificate(app: State<'_, App>, id: ErasureId) -> Answer<ErasureCertificateView> {
    app.ask(|session| certificate::read(session, id))
}

/// Writes a certificate to a chosen place: logged.
#[tauri::command(async)]
#[specta::specta]
pub fn write_erasure_certificate(
    app: State<'_, App>,
    id: ErasureId,
    place: String,
) -> Answer<CertificateWrittenView> {
    let place = app.path(&place, ChooseKind::SavePaper)?;
    app.write("audit", |session| print::write(session, id, &place))
}

/// Sets a hold on an account, or on the whole case.
#[tauri::command(async)]
#[specta::specta]
pub fn set_hold(app: State<'_, App>, request: SetHoldRequest) -> Answer<LegalHoldView> {
    app.write("audit", |session| hold::set(session, &request))
}

/// Releases a hold.
#[tauri::command(async)]
#[specta::specta]
pub fn release_hold(app: State<'_, App>, request: ReleaseHoldRequest) -> Answer<LegalHoldView> {
    app.write("audit", |session| hold::release(session, &request))
}

/// Sets the period of a group, as a supervisor.
#[tauri::command(async)]
#[specta::specta]
pub fn set_retention_period(
    app: State<'_, App>,
    request: SetPeriodRequest,
) -> Answer<RetentionGroupView> {
    app.write("audit", |session| periods::set(session, &request))
}
