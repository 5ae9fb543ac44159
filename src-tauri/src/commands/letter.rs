//! Letters about items that were sent. Thin: take state, call one use case, map the error.

use super::Answer;
use crate::state::App;
use breakwater_casework::referral::letter::{
    self, approve, discard, export, give_back, prepare, way,
};
use breakwater_model::exchange::ChooseKind;
use breakwater_model::letter::{
    EditLetterRequest, LetterAnswerRequest, LetterExportView, LetterSentRequest, LetterView,
    PrepareLetterRequest,
};
use breakwater_model::referral::ReferralFormat;
use breakwater_model::{LetterId, ReferralId};
use tauri::State;

/// Prepares a letter on an item.
#[tauri::command(async)]
#[specta::specta]
pub fn prepare_letter(app: State<'_, App>, request: PrepareLetterRequest) -> Answer<LetterView> {
    app.write("referrals", |session| prepare::prepare(session, &request))
}

/// Writes the text of a letter anew.
#[tauri::command(async)]
#[specta::specta]
pub fn edit_letter(app: State<'_, App>, request: EditLetterRequest) -> Answer<LetterView> {
    app.write("referrals", |session| prepare::edit(session, &request))
}

/// Approves a letter, as a second officer.
#[tauri::command(async)]
#[specta::specta]
pub fn approve_letter(app: State<'_, App>, id: LetterId) -> Answer<LetterView> {
    app.write("referrals", |session| approve::approve(session, id))
}

/// Gives a letter back to who wrote it, with the reason.
#[tauri::command(async)]
#[specta::specta]
pub fn return_letter(app: State<'_, App>, id: LetterId, reason: String) -> Answer<LetterView> {
    app.write("referrals", |session| {
        give_back::give_back(session, id, &reason)
    })
}

/// Discards a letter that was not sent, with the reason.
#[tauri::command(async)]
#[specta::specta]
pub fn discard_letter(app: State<'_, App>, id: LetterId, reason: String) -> Answer<()> {
    app.write("referrals", |session| {
        discard::discard(session, id, &reason)
    })
}

/// Letters about items of a referral, newest first.
#[tauri::command(async)]
#[specta::specta]
pub fn letters(app: State<'_, App>, referral: ReferralId) -> Answer<Vec<LetterView>> {
    app.ask(|session| letter::list(session, Some(referral)))
}

/// Writes a letter to a chosen place: logged.
#[tauri::command(async)]
#[specta::specta]
pub fn export_letter(
    app: State<'_, App>,
    id: LetterId,
    format: ReferralFormat,
    place: String,
) -> Answer<LetterExportView> {
    let place = app.path(&place, ChooseKind::SavePaper)?;
    app.write("audit", |session| {
        export::export(session, id, format, &place)
    })
}

/// Marks an approved letter sent.
#[tauri::command(async)]
#[specta::specta]
pub fn mark_letter_sent(app: State<'_, App>, request: LetterSentRequest) -> Answer<LetterView> {
    app.write("referrals", |session| way::sent(session, &request))
}

/// Enters what the platform answered to a letter.
#[tauri::command(async)]
#[specta::specta]
pub fn answer_letter(app: State<'_, App>, request: LetterAnswerRequest) -> Answer<LetterView> {
    app.write("referrals", |session| way::answered(session, &request))
}
