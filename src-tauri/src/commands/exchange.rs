//! Files in and files out. Thin: take state, call one use case, map the error.

use super::Answer;
use crate::state::App;
use breakwater_casework::account::undo;
use breakwater_casework::exchange::{export, import, sharing};
use breakwater_model::BatchId;
use breakwater_model::account::UndoneView;
use breakwater_model::exchange::{
    ChooseKind, ExportColumnView, ExportRequest, ExportView, SharingView,
};
use breakwater_model::import::{ImportPreviewView, ImportRequest, ImportResultView};
use tauri::State;

/// What an import would do. Nothing is written.
#[tauri::command(async)]
#[specta::specta]
pub fn preview_import(
    app: State<'_, App>,
    request: ImportRequest,
    job: String,
) -> Answer<ImportPreviewView> {
    let file = app.path(&request.file, ChooseKind::ImportFile)?;
    let preview = app.work(&job, "Reading the file", |session, progress| {
        import::preview(session, &file, &request, progress)
    })?;
    let (name, preview) = app.keep_preview(preview);
    Ok(ImportPreviewView {
        preview: name,
        ..preview.view()
    })
}

/// Imports what was previewed: all or nothing.
#[tauri::command(async)]
#[specta::specta]
pub fn commit_import(
    app: State<'_, App>,
    preview: String,
    job: String,
) -> Answer<ImportResultView> {
    let kept = app.preview(&preview)?;
    let done = app.write_long(&job, ("Importing", "accounts"), |session, progress| {
        import::commit(session, &kept, progress)
    })?;
    Ok(done)
}

/// Forgets a preview.
#[tauri::command(async)]
#[specta::specta]
pub fn drop_preview(app: State<'_, App>, preview: String) -> Answer<()> {
    app.drop_preview(&preview);
    Ok(())
}

/// Writes rejected rows with their reasons to a chosen place.
#[tauri::command(async)]
#[specta::specta]
pub fn save_rejected(app: State<'_, App>, preview: String, place: String) -> Answer<u32> {
    let place = app.path(&place, ChooseKind::SaveRejected)?;
    let preview = app.preview(&preview)?;
    app.ask(|_| preview.save_rejected(&place))
}

/// Takes an import back, with a reason; what was worked on since is kept.
#[tauri::command(async)]
#[specta::specta]
pub fn undo_import(
    app: State<'_, App>,
    batch: BatchId,
    reason: String,
    job: String,
) -> Answer<UndoneView> {
    app.write_long(
        &job,
        ("Taking the import back", "accounts"),
        |session, progress| undo::undo_import(session, batch, &reason, progress),
    )
}

/// Columns that can be exported.
#[tauri::command(async)]
#[specta::specta]
pub fn export_columns(app: State<'_, App>) -> Answer<Vec<ExportColumnView>> {
    app.ask(export::columns)
}

/// Writes CSV to a chosen place: logged.
#[tauri::command(async)]
#[specta::specta]
pub fn export_csv(app: State<'_, App>, request: ExportRequest, job: String) -> Answer<ExportView> {
    let place = app.path(&request.place, ChooseKind::SaveCsv)?;
    app.write_long(&job, ("Exporting", "audit"), |session, progress| {
        export::export(session, &request, &place, progress)
    })
}

/// Who received what.
#[tauri::command(async)]
#[specta::specta]
pub fn sharing_log(app: State<'_, App>) -> Answer<Vec<SharingView>> {
    app.ask(sharing::log)
}

/// Asks long work to stop.
#[tauri::command(async)]
#[specta::specta]
pub fn cancel(app: State<'_, App>, job: String) -> Answer<()> {
    app.jobs.cancel(&job);
    Ok(())
}
