//! For the linguist. Thin: take state, call one use case, map the error.

use super::Answer;
use crate::state::App;
use breakwater_casework::linguist::{languages, out, take};
use breakwater_model::exchange::ChooseKind;
use breakwater_model::linguist::{
    LinguistFileRequest, LinguistOutRequest, LinguistOutView, LinguistPreviewView,
    LinguistResultView, WaitingLanguageView,
};
use tauri::State;

/// Languages whose reader accounts wait for.
#[tauri::command(async)]
#[specta::specta]
pub fn waiting_languages(app: State<'_, App>) -> Answer<Vec<WaitingLanguageView>> {
    app.ask(languages::waiting)
}

/// Writes texts that wait for a reader to a chosen place: logged.
#[tauri::command(async)]
#[specta::specta]
pub fn give_texts(
    app: State<'_, App>,
    request: LinguistOutRequest,
    job: String,
) -> Answer<LinguistOutView> {
    let place = app.path(&request.place, ChooseKind::SaveTexts)?;
    app.write_long(&job, ("Writing the texts", "audit"), |session, progress| {
        out::give(session, &request, &place, progress)
    })
}

/// What a returned file would do. Nothing is written.
#[tauri::command(async)]
#[specta::specta]
pub fn preview_translations(
    app: State<'_, App>,
    request: LinguistFileRequest,
    job: String,
) -> Answer<LinguistPreviewView> {
    let file = app.path(&request.file, ChooseKind::OpenTexts)?;
    app.work(&job, "Reading the translations", |session, progress| {
        Ok(take::preview(session, &file, &request, progress)?.view())
    })
}

/// Takes in a returned file that was previewed: all or nothing.
#[tauri::command(async)]
#[specta::specta]
pub fn take_translations(
    app: State<'_, App>,
    request: LinguistFileRequest,
    job: String,
) -> Answer<LinguistResultView> {
    let file = app.path(&request.file, ChooseKind::OpenTexts)?;
    app.write_long(
        &job,
        ("Taking in the translations", "accounts"),
        |session, progress| {
            let preview = take::preview(session, &file, &request, progress)?;
            take::commit(session, &preview)
        },
    )
}

/// Writes the rows of a returned file that are not taken, each with why, to a chosen place; says how many.
#[tauri::command(async)]
#[specta::specta]
pub fn save_rejected_translations(
    app: State<'_, App>,
    request: LinguistFileRequest,
    place: String,
    job: String,
) -> Answer<u32> {
    let file = app.path(&request.file, ChooseKind::OpenTexts)?;
    let place = app.path(&place, ChooseKind::SaveRejected)?;
    app.work(&job, "Writing the rejected rows", |session, progress| {
        take::preview(session, &file, &request, progress)?.save_rejected(&place)
    })
}
