//! Files in and files out. Thin: take state, call one use case, map the error.

use super::Answer;
use crate::state::App;
use breakwater_casework::Quiet;
use breakwater_casework::account::undo;
use breakwater_casework::exchange::import::{Mapping, saved};
use breakwater_casework::exchange::{batches, export, import, network, sharing};
use breakwater_casework::outcomes;
use breakwater_model::BatchId;
use breakwater_model::exchange::{
    ChooseKind, ExportAheadView, ExportColumnView, ExportRequest, ExportView, SharingView,
};
use breakwater_model::import::{
    BatchAccountsView, BatchListView, ImportPreviewView, ImportRequest, ImportResultView,
    ImportRowsRequest, ImportRowsView, ImportUndoneView,
};
use breakwater_model::mapping::{MappingKind, SavedMappingView};
use breakwater_model::network::{NetworkExportRequest, NetworkExportView};
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
    let name = app.token();
    let preview = app.held.accounts.keep(&name, preview);
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
    let kept = app.held.accounts.named(&preview)?;
    let done = app.write_long(&job, ("Importing", "accounts"), |session, progress| {
        import::commit(session, &kept, progress)
    })?;
    Ok(done)
}

/// Forgets a preview.
#[tauri::command(async)]
#[specta::specta]
pub fn drop_preview(app: State<'_, App>, preview: String) -> Answer<()> {
    app.held.drop_preview(&preview);
    Ok(())
}

/// Writes rejected rows with their reasons to a chosen place.
#[tauri::command(async)]
#[specta::specta]
pub fn save_rejected(app: State<'_, App>, preview: String, place: String) -> Answer<u32> {
    let place = app.path(&place, ChooseKind::SaveRejected)?;
    let preview = app.held.accounts.named(&preview)?;
    app.ask(|_| preview.save_rejected(&place))
}

/// A part of the rows of a preview, with what each would fill or change.
#[tauri::command(async)]
#[specta::specta]
pub fn preview_rows(app: State<'_, App>, request: ImportRowsRequest) -> Answer<ImportRowsView> {
    let preview = app.held.accounts.named(&request.preview)?;
    let part = (request.offset, request.limit);
    app.ask(|session| preview.rows(session, request.fate, part, &Quiet))
}

/// Writes what every row of a preview would do to a chosen place.
#[tauri::command(async)]
#[specta::specta]
pub fn save_rows(app: State<'_, App>, preview: String, place: String, job: String) -> Answer<u32> {
    let place = app.path(&place, ChooseKind::SaveRows)?;
    let preview = app.held.accounts.named(&preview)?;
    app.work(&job, "Writing the rows", |session, progress| {
        preview.save_rows(session, &place, progress)
    })
}

/// The mappings this officer keeps for a kind of file.
#[tauri::command(async)]
#[specta::specta]
pub fn mappings(app: State<'_, App>, kind: MappingKind) -> Answer<Vec<SavedMappingView>> {
    app.ask(match kind {
        MappingKind::Accounts => saved::list::<Mapping>,
        MappingKind::Outcomes => saved::list::<outcomes::Mapping>,
    })
}

/// Keeps what the columns of a preview are taken for.
#[tauri::command(async)]
#[specta::specta]
pub fn save_mapping(
    app: State<'_, App>,
    preview: String,
    name: String,
    replaces: bool,
) -> Answer<()> {
    let preview = app.held.accounts.named(&preview)?;
    app.write("mappings", |session| {
        saved::save(session, &preview, &name, replaces)
    })
}

/// Gives a mapping another name.
#[tauri::command(async)]
#[specta::specta]
pub fn rename_mapping(
    app: State<'_, App>,
    kind: MappingKind,
    name: String,
    to: String,
) -> Answer<()> {
    app.write("mappings", |session| match kind {
        MappingKind::Accounts => saved::rename::<Mapping>(session, &name, &to),
        MappingKind::Outcomes => saved::rename::<outcomes::Mapping>(session, &name, &to),
    })
}

/// Forgets a mapping.
#[tauri::command(async)]
#[specta::specta]
pub fn forget_mapping(app: State<'_, App>, kind: MappingKind, name: String) -> Answer<()> {
    app.write("mappings", |session| match kind {
        MappingKind::Accounts => saved::forget::<Mapping>(session, &name),
        MappingKind::Outcomes => saved::forget::<outcomes::Mapping>(session, &name),
    })
}

/// Writes a mapping to a chosen place.
#[tauri::command(async)]
#[specta::specta]
pub fn share_mapping(
    app: State<'_, App>,
    kind: MappingKind,
    name: String,
    place: String,
) -> Answer<()> {
    let place = app.path(&place, ChooseKind::SaveMapping)?;
    app.ask(|session| match kind {
        MappingKind::Accounts => saved::share::<Mapping>(session, &name, &place),
        MappingKind::Outcomes => saved::share::<outcomes::Mapping>(session, &name, &place),
    })
}

/// Keeps the mapping of a chosen file; gives its name.
#[tauri::command(async)]
#[specta::specta]
pub fn take_mapping(
    app: State<'_, App>,
    kind: MappingKind,
    file: String,
    replaces: bool,
) -> Answer<String> {
    let file = app.path(&file, ChooseKind::OpenMapping)?;
    app.write("mappings", |session| match kind {
        MappingKind::Accounts => saved::take::<Mapping>(session, &file, replaces),
        MappingKind::Outcomes => saved::take::<outcomes::Mapping>(session, &file, replaces),
    })
}

/// Files that were taken in, newest first.
#[tauri::command(async)]
#[specta::specta]
pub fn list_batches(app: State<'_, App>, offset: u32, limit: u32) -> Answer<BatchListView> {
    app.ask(|session| batches::list(session, offset, limit))
}

/// The accounts a file made or changed and that stand in the case.
#[tauri::command(async)]
#[specta::specta]
pub fn batch_accounts(
    app: State<'_, App>,
    batch: BatchId,
    offset: u32,
    limit: u32,
) -> Answer<BatchAccountsView> {
    app.ask(|session| batches::accounts(session, batch, offset, limit))
}

/// Takes an import back, with a reason; what was worked on since is kept and listed.
#[tauri::command(async)]
#[specta::specta]
pub fn undo_import(
    app: State<'_, App>,
    batch: BatchId,
    reason: String,
    job: String,
) -> Answer<ImportUndoneView> {
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

/// What an export would hold: accounts, and of those kept apart how many.
#[tauri::command(async)]
#[specta::specta]
pub fn export_ahead(app: State<'_, App>, request: ExportRequest) -> Answer<ExportAheadView> {
    app.ask(|session| export::ahead(session, &request))
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

/// Writes a network to a chosen place: a disclosure.
#[tauri::command(async)]
#[specta::specta]
pub fn export_network(
    app: State<'_, App>,
    request: NetworkExportRequest,
    job: String,
) -> Answer<NetworkExportView> {
    let place = app.path(&request.place, ChooseKind::SaveNetwork)?;
    app.work(&job, "Writing the network", |session, progress| {
        network::export(session, &request, &place, progress)
    })
}
