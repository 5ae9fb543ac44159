//! Pasted links. Thin: take state, call one use case, map the error.

use super::Answer;
use crate::state::App;
use breakwater_casework::paste;
use breakwater_model::import::ImportResultView;
use breakwater_model::paste::LinkView;
use tauri::State;

/// Whether the case knows what was pasted: logged as a consultation of what it knows.
#[tauri::command(async)]
#[specta::specta]
pub fn look_up_links(app: State<'_, App>, text: String) -> Answer<Vec<LinkView>> {
    app.ask(|session| paste::look_up(session, &text))
}

/// Makes accounts of what is new, as one import that can be taken back.
#[tauri::command(async)]
#[specta::specta]
pub fn add_links(app: State<'_, App>, text: String) -> Answer<ImportResultView> {
    app.write("accounts", |session| paste::add(session, &text))
}

/// Puts what was pasted on the clipboard with addresses nobody can follow by mistake, and gives it back.
#[tauri::command(async)]
#[specta::specta]
pub fn copy_links(app: State<'_, App>, text: String) -> Answer<String> {
    let safe = app.ask(|_| Ok(paste::safe_text(&text)))?;
    app.outside.copy(safe.clone())?;
    Ok(safe)
}
