//! Templates of what a referral says. Thin: take state, call one use case, map the error.

use super::Answer;
use crate::state::App;
use breakwater_casework::template;
use breakwater_model::template::{TemplateRequest, TemplateResultView, TemplateView};
use tauri::State;

/// Every template, with its versions and what it gives.
#[tauri::command(async)]
#[specta::specta]
pub fn templates(app: State<'_, App>) -> Answer<Vec<TemplateView>> {
    app.ask(template::all)
}

/// What a template would give and change. Nothing is written.
#[tauri::command(async)]
#[specta::specta]
pub fn preview_template(
    app: State<'_, App>,
    request: TemplateRequest,
) -> Answer<TemplateResultView> {
    app.ask(|session| template::preview(session, &request))
}

/// Takes a template in the place of the one that counts.
#[tauri::command(async)]
#[specta::specta]
pub fn set_template(app: State<'_, App>, request: TemplateRequest) -> Answer<TemplateResultView> {
    app.write("templates", |session| template::set(session, &request))
}

/// Goes back to the template that comes with the program.
#[tauri::command(async)]
#[specta::specta]
pub fn reset_template(app: State<'_, App>, name: String) -> Answer<bool> {
    app.write("templates", |session| template::reset(session, &name))
}
