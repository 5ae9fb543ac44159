//! Outcomes files. Thin: take state, call one use case, map the error.

use super::Answer;
use crate::state::App;
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
    let preview = app.work(&job, "Reading the outcomes", |session, progress| {
        take::look(session, &file, &request, None, progress)
    })?;
    let name = app.token();
    let preview = app.held.outcomes.keep(&name, preview);
    Ok(OutcomesPreviewView {
        preview: name,
        ..preview.view()
    })
}

/// Takes in an outcomes file as it was previewed: all or nothing.
#[tauri::command(async)]
#[specta::specta]
pub fn import_outcomes(
    app: State<'_, App>,
    preview: String,
    job: String,
) -> Answer<ImportResultView> {
    let preview = app.held.outcomes.named(&preview)?;
    app.write_long(
        &job,
        ("Taking in the outcomes", "accounts"),
        |session, progress| take::commit(session, &preview, progress),
    )
}

/// Writes the rows of an outcomes file that are not taken, each with why, to a chosen place; says how many.
#[tauri::command(async)]
#[specta::specta]
pub fn save_rejected_outcomes(app: State<'_, App>, preview: String, place: String) -> Answer<u32> {
    let place = app.path(&place, ChooseKind::SaveRejected)?;
    let preview = app.held.outcomes.named(&preview)?;
    app.ask(|_| preview.save_rejected(&place))
}

/// Keeps what the columns of an outcomes file are taken for and what its wordings mean, under a name.
#[tauri::command(async)]
#[specta::specta]
pub fn save_outcomes_mapping(
    app: State<'_, App>,
    preview: String,
    name: String,
    replaces: bool,
) -> Answer<()> {
    let preview = app.held.outcomes.named(&preview)?;
    app.write("mappings", |session| {
        preview.keep_mapping(session, &name, replaces)
    })
}
