//! Referrals. Thin: take state, call one use case, map the error.

use super::Answer;
use crate::state::App;
use breakwater_casework::referral::{discard, draft, edit, export, linked, read, split};
use breakwater_model::exchange::ChooseKind;
use breakwater_model::link::OfferView;
use breakwater_model::referral::{
    CandidateView, DraftReferralRequest, EditReferralRequest, ReferralExportView, ReferralFormat,
    ReferralRow, ReferralState, ReferralView,
};
use breakwater_model::{ItemId, ReferralId};
use tauri::State;

/// Accounts decided refer, by platform.
#[tauri::command(async)]
#[specta::specta]
pub fn referral_candidates(app: State<'_, App>) -> Answer<Vec<CandidateView>> {
    app.ask(draft::candidates)
}

/// Drafts a referral; more of them where the channel takes fewer accounts at once.
#[tauri::command(async)]
#[specta::specta]
pub fn draft_referral(
    app: State<'_, App>,
    request: DraftReferralRequest,
) -> Answer<Vec<ReferralView>> {
    app.write("referrals", |session| split::drafts(session, &request))
}

/// Accounts linked with the items of a referral and in none of them.
#[tauri::command(async)]
#[specta::specta]
pub fn referral_linked(app: State<'_, App>, id: ReferralId) -> Answer<Vec<OfferView>> {
    app.ask(|session| linked::linked(session, id))
}

/// Referrals, newest change first.
#[tauri::command(async)]
#[specta::specta]
pub fn list_referrals(
    app: State<'_, App>,
    state_filter: Option<ReferralState>,
) -> Answer<Vec<ReferralRow>> {
    app.ask(|session| read::list(session, state_filter))
}

/// One referral.
#[tauri::command(async)]
#[specta::specta]
pub fn referral(app: State<'_, App>, id: ReferralId) -> Answer<ReferralView> {
    app.ask(|session| read::read(session, id))
}

/// Changes one field of a draft.
#[tauri::command(async)]
#[specta::specta]
pub fn edit_referral(app: State<'_, App>, request: EditReferralRequest) -> Answer<ReferralView> {
    app.write("referrals", |session| edit::edit(session, &request))
}

/// Takes an item out of a draft, with a reason.
#[tauri::command(async)]
#[specta::specta]
pub fn remove_referral_item(
    app: State<'_, App>,
    referral: ReferralId,
    item: ItemId,
    reason: String,
) -> Answer<ReferralView> {
    app.write("referrals", |session| {
        discard::remove_item(session, referral, item, &reason)
    })
}

/// Discards a draft, with a reason.
#[tauri::command(async)]
#[specta::specta]
pub fn discard_referral(app: State<'_, App>, id: ReferralId, reason: String) -> Answer<()> {
    app.write("referrals", |session| {
        discard::discard(session, id, &reason)
    })
}

/// Writes a referral to a chosen place: logged.
#[tauri::command(async)]
#[specta::specta]
pub fn export_referral(
    app: State<'_, App>,
    id: ReferralId,
    format: ReferralFormat,
    place: String,
) -> Answer<ReferralExportView> {
    let place = app.path(&place, ChooseKind::SaveReferral)?;
    app.write("audit", |session| {
        export::export(session, id, format, &place)
    })
}
