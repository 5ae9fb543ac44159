//! Looking at a spreadsheet before any case is open. Thin: take state, call one use case, map the error.

use super::Answer;
use crate::error;
use crate::state::App;
use breakwater_casework::check_up::{self, keep};
use breakwater_model::check_up::{CheckUpRowsRequest, CheckUpRowsView, CheckUpView, Figure};
use breakwater_model::exchange::ChooseKind;
use breakwater_model::import::ImportResultView;
use tauri::State;

/// Looks at chosen or dropped files, with progress under `job`. A look before it is thrown away.
#[tauri::command(async)]
#[specta::specta]
pub fn check_up(app: State<'_, App>, files: Vec<String>, job: String) -> Answer<CheckUpView> {
    let paths = files
        .iter()
        .map(|token| app.path(token, ChooseKind::CheckUpFiles))
        .collect::<Answer<Vec<_>>>()?;
    app.look.end();
    let job = app
        .jobs
        .begin(&*app.outside, &job, "Reading the spreadsheet");
    error::guard(|| {
        let looked =
            check_up::look(&app.host, &paths, &job).map_err(|error| error::view(&error))?;
        let view = looked.view().map_err(|error| error::view(&error))?;
        app.look.begin(looked);
        app.idle.touch();
        Ok(view)
    })
}

/// A window of the rows behind a figure.
#[tauri::command(async)]
#[specta::specta]
pub fn check_up_rows(app: State<'_, App>, request: CheckUpRowsRequest) -> Answer<CheckUpRowsView> {
    app.look.ask(|looked| looked.rows(&request))
}

/// Puts a row on the clipboard, addresses made harmless.
#[tauri::command(async)]
#[specta::specta]
pub fn copy_check_up_row(app: State<'_, App>, figure: Figure, at: u32) -> Answer<()> {
    let text = app.look.ask(|looked| looked.safe_text(figure, at))?;
    app.outside.copy(text)
}

/// Throws the look away; the files are untouched.
#[tauri::command(async)]
#[specta::specta]
pub fn drop_check_up(app: State<'_, App>) -> Answer<()> {
    app.look.end();
    Ok(())
}

/// Takes the files that were looked at into the case that is open; the look is over then.
#[tauri::command(async)]
#[specta::specta]
pub fn keep_check_up(app: State<'_, App>, job: String) -> Answer<Vec<ImportResultView>> {
    let looked = app.look.get()?;
    // No page shows the case yet, so none is told that it changed.
    let kept = app.work(&job, "Taking in the spreadsheet", |session, progress| {
        keep::keep(&looked, session, progress)
    })?;
    drop(looked);
    app.look.end();
    Ok(kept)
}
