//! The platform directory. Thin: take state, call one use case, map the error.

use super::Answer;
use crate::state::App;
use breakwater_casework::directory;
use breakwater_model::ReferralId;
use breakwater_model::directory::{
    DirectoryChangeRequest, DirectoryFileView, DirectoryView, DraftChannelView,
};
use breakwater_model::exchange::ChooseKind;
use tauri::State;

/// The platform directory of the case.
#[tauri::command(async)]
#[specta::specta]
pub fn directory(app: State<'_, App>) -> Answer<DirectoryView> {
    app.ask(directory::view)
}

/// The channel a referral goes by.
#[tauri::command(async)]
#[specta::specta]
pub fn referral_channel(app: State<'_, App>, id: ReferralId) -> Answer<DraftChannelView> {
    app.ask(|session| directory::of_draft(session, id))
}

/// Changes channels: one new version, which it gives.
#[tauri::command(async)]
#[specta::specta]
pub fn change_directory(app: State<'_, App>, request: DirectoryChangeRequest) -> Answer<String> {
    app.write("directory", |session| directory::change(session, &request))
}

/// Goes back to the directory that comes with the program.
#[tauri::command(async)]
#[specta::specta]
pub fn reset_directory(app: State<'_, App>) -> Answer<bool> {
    app.write("directory", directory::reset)
}

/// What taking a chosen file would change. Nothing is written.
#[tauri::command(async)]
#[specta::specta]
pub fn preview_directory(app: State<'_, App>, file: String) -> Answer<DirectoryFileView> {
    let file = app.path(&file, ChooseKind::OpenDirectory)?;
    app.ask(|session| directory::preview(session, &file))
}

/// Takes a chosen file in the place of the directory.
#[tauri::command(async)]
#[specta::specta]
pub fn take_directory(app: State<'_, App>, file: String) -> Answer<DirectoryFileView> {
    let file = app.path(&file, ChooseKind::OpenDirectory)?;
    app.write("directory", |session| directory::take(session, &file))
}

/// Writes the directory to a chosen place.
#[tauri::command(async)]
#[specta::specta]
pub fn save_directory(app: State<'_, App>, place: String) -> Answer<()> {
    let place = app.path(&place, ChooseKind::SaveDirectory)?;
    app.write("audit", |session| {
        directory::save(session, &place).map(drop)
    })
}
