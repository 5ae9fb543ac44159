//! Screen state of this officer. Thin: take state, call one use case, map the error.

use super::Answer;
use crate::state::App;
use breakwater_casework::account::list;
use breakwater_casework::screen::{care as day, place, settings};
use breakwater_model::care::{BreakRule, BreakRuleView, CareView};
use breakwater_model::case::SettingsView;
use tauri::State;

/// How this officer likes the window.
#[tauri::command(async)]
#[specta::specta]
pub fn settings(app: State<'_, App>) -> Answer<SettingsView> {
    app.ask(settings::read)
}

/// Keeps the settings.
#[tauri::command(async)]
#[specta::specta]
pub fn save_settings(app: State<'_, App>, settings: SettingsView) -> Answer<()> {
    app.ask(|session| settings::save(session, &settings))?;
    app.idle.limit(settings.idle_minutes);
    app.seen_in(&settings.theme);
    Ok(())
}

/// What this officer opened today that bears a warning; nobody else is told.
#[tauri::command(async)]
#[specta::specta]
pub fn care(app: State<'_, App>) -> Answer<CareView> {
    app.ask(day::care)
}

/// This officer took a break.
#[tauri::command(async)]
#[specta::specta]
pub fn take_break(app: State<'_, App>) -> Answer<CareView> {
    app.ask(day::rest)
}

/// Sets the unit's rule for breaks.
#[tauri::command(async)]
#[specta::specta]
pub fn set_break_rule(app: State<'_, App>, rule: BreakRule) -> Answer<BreakRuleView> {
    app.write("case", |session| day::set_rule(session, &rule))
}

/// A small value of screen state.
#[tauri::command(async)]
#[specta::specta]
pub fn read_place(app: State<'_, App>, key: String) -> Answer<Option<String>> {
    app.ask(|session| place::read(session, &key))
}

/// Keeps a small value of screen state.
#[tauri::command(async)]
#[specta::specta]
pub fn save_place(app: State<'_, App>, key: String, value: String) -> Answer<()> {
    app.ask(|session| place::save(session, &key, &value))
}

/// Platforms with their names and letters.
#[tauri::command(async)]
#[specta::specta]
pub fn platforms(app: State<'_, App>) -> Answer<Vec<breakwater_model::platform::PlatformView>> {
    app.ask(list::platforms)
}
