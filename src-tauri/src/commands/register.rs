//! Registers. Thin: take state, call one use case, map the error.

use super::Answer;
use crate::state::App;
use breakwater_casework::register::{hits, list, take};
use breakwater_model::exchange::ChooseKind;
use breakwater_model::import::ImportResultView;
use breakwater_model::list::AccountRow;
use breakwater_model::register::{
    AccountHitsView, RegisterFileRequest, RegisterListView, RegisterPreviewView, RegisterRequest,
};
use breakwater_model::{AccountId, RegisterEntryId};
use tauri::State;

/// A window of the registers.
#[tauri::command(async)]
#[specta::specta]
pub fn registers(app: State<'_, App>, request: RegisterRequest) -> Answer<RegisterListView> {
    app.ask(|session| list::list(session, &request))
}

/// Those of these accounts that are met on a register now.
#[tauri::command(async)]
#[specta::specta]
pub fn register_hits(
    app: State<'_, App>,
    accounts: Vec<AccountId>,
) -> Answer<Vec<AccountHitsView>> {
    app.ask(|session| hits::hits(session, &accounts))
}

/// The accounts an entry meets.
#[tauri::command(async)]
#[specta::specta]
pub fn register_accounts(app: State<'_, App>, entry: RegisterEntryId) -> Answer<Vec<AccountRow>> {
    app.ask(|session| hits::accounts(session, entry))
}

/// What a register file would do. Nothing is written.
#[tauri::command(async)]
#[specta::specta]
pub fn preview_register(
    app: State<'_, App>,
    request: RegisterFileRequest,
    job: String,
) -> Answer<RegisterPreviewView> {
    let file = app.path(&request.file, ChooseKind::ImportFile)?;
    app.work(&job, "Reading the register", |session, progress| {
        Ok(take::preview(session, &file, &request, progress)?.view())
    })
}

/// Takes in a register file that was previewed: all or nothing.
#[tauri::command(async)]
#[specta::specta]
pub fn import_register(
    app: State<'_, App>,
    request: RegisterFileRequest,
    job: String,
) -> Answer<ImportResultView> {
    let file = app.path(&request.file, ChooseKind::ImportFile)?;
    app.write_long(
        &job,
        ("Taking in the register", "accounts"),
        |session, progress| {
            let preview = take::preview(session, &file, &request, progress)?;
            take::commit(session, &preview)
        },
    )
}
