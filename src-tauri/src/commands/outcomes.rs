//! Outcomes files. Thin: take state, call one use case, map the error.

use super::Answer;
use crate::state::App;
use breakwater_casework::Quiet;
use breakwater_casework::outcomes::take;
use breakwater_model::exchange::ChooseKind;
use breakwater_model::import::ImportResultView;
use breakwater_model::outcomes::{OutcomesFileRequest, OutcomesPreviewView};
use tauri::State;

/// What an outcomes file would do. Nothing is written.
#[tauri::command(async)]
#[specta::specta]
pub fn preview_outcomes(
    app: State<'_, App>,
    request: OutcomesFileRequest,
    job: String,
) -> Answer<OutcomesPreviewView> {
    let file = app.path(&request.file, ChooseKind::ImportFile)?;
    app.work(&job, "Reading the outcomes", |session, progress| {
        Ok(take::look(session, &file, &request, None, progress)?.view())
    })
}

/// Takes in an outcomes file that was previewed: all or nothing.
#[tauri::command(async)]
#[specta::specta]
pub fn import_outcomes(
    app: State<'_, App>,
    request: OutcomesFileRequest,
    job: String,
) -> Answer<ImportResultView> {
    let file = app.path(&request.file, ChooseKind::ImportFile)?;
    app.write_long(
        &job,
        ("Taking in the outcomes", "accounts"),
        |session, progress| {
            let preview = take::preview(session, &file, &request, progress)?;
            take::commit(session, &preview, progress)
        },
    )
}

/// Writes the rows of an outcomes file that are not taken, each with why, to a chosen place; says how many.
#[tauri::command(async)]
#[specta::specta]
pub fn save_rejected_outcomes(
    app: State<'_, App>,
    request: OutcomesFileRequest,
    place: String,
    job: String,
) -> Answer<u32> {
    let file = app.path(&request.file, ChooseKind::ImportFile)?;
    let place = app.path(&place, ChooseKind::SaveRejected)?;
    app.work(&job, "Writing the rejected rows", |session, progress| {
        take::look(session, &file, &request, None, progress)?.save_rejected(&place)
    })
}

/// Keeps what the columns of an outcomes file are taken for and what its wordings mean, under a name.
#[tauri::command(async)]
#[specta::specta]
pub fn save_outcomes_mapping(
    app: State<'_, App>,
    request: OutcomesFileRequest,
    name: String,
    replaces: bool,
) -> Answer<()> {
    let file = app.path(&request.file, ChooseKind::ImportFile)?;
    app.write("mappings", |session| {
        take::look(session, &file, &request, None, &Quiet)?.keep_mapping(session, &name, replaces)
    })
}
