//! Lexicons and thresholds. Thin: take state, call one use case, map the error.

use super::Answer;
use crate::state::App;
use breakwater_casework::lexicon;
use breakwater_model::exchange::ChooseKind;
use breakwater_model::lexicon::{
    CalibrationView, LexiconChangeRequest, LexiconFileView, LexiconView, MovesView, ScoringView,
    TermView,
};
use tauri::State;

/// Every lexicon the case scores with.
#[tauri::command(async)]
#[specta::specta]
pub fn lexicons(app: State<'_, App>) -> Answer<Vec<LexiconView>> {
    app.ask(lexicon::all)
}

/// The terms of a lexicon.
#[tauri::command(async)]
#[specta::specta]
pub fn lexicon_terms(app: State<'_, App>, language: String) -> Answer<Vec<TermView>> {
    app.ask(|session| lexicon::terms(session, &language))
}

/// Changes terms: one new version.
#[tauri::command(async)]
#[specta::specta]
pub fn change_lexicon(app: State<'_, App>, request: LexiconChangeRequest) -> Answer<()> {
    app.write("lexicons", |session| lexicon::change(session, &request))
}

/// Goes back to the lexicon that comes with the program.
#[tauri::command(async)]
#[specta::specta]
pub fn reset_lexicon(app: State<'_, App>, language: String) -> Answer<bool> {
    app.write("lexicons", |session| lexicon::reset(session, &language))
}

/// What taking a chosen file would change. Nothing is written.
#[tauri::command(async)]
#[specta::specta]
pub fn preview_lexicon(
    app: State<'_, App>,
    language: String,
    file: String,
) -> Answer<LexiconFileView> {
    let file = app.path(&file, ChooseKind::OpenLexicon)?;
    app.ask(|session| lexicon::preview(session, &language, &file))
}

/// Takes a chosen file in the place of the lexicon.
#[tauri::command(async)]
#[specta::specta]
pub fn take_lexicon(
    app: State<'_, App>,
    language: String,
    file: String,
) -> Answer<LexiconFileView> {
    let file = app.path(&file, ChooseKind::OpenLexicon)?;
    app.write("lexicons", |session| {
        lexicon::take(session, &language, &file)
    })
}

/// Writes a lexicon to a chosen place.
#[tauri::command(async)]
#[specta::specta]
pub fn save_lexicon(app: State<'_, App>, language: String, place: String) -> Answer<()> {
    let place = app.path(&place, ChooseKind::SaveLexicon)?;
    app.write("audit", |session| lexicon::save(session, &language, &place))
}

/// What the case scores with, and whether everything was.
#[tauri::command(async)]
#[specta::specta]
pub fn scoring(app: State<'_, App>) -> Answer<ScoringView> {
    app.ask(lexicon::state)
}

/// Sets from how many points accounts are reviewed, and reviewed first.
#[tauri::command(async)]
#[specta::specta]
pub fn set_bands(app: State<'_, App>, review: i32, priority: i32) -> Answer<()> {
    app.write("lexicons", |session| {
        lexicon::set_bands(session, review, priority)
    })
}

/// Scores again what was not scored with what stands now; says what moved.
#[tauri::command(async)]
#[specta::specta]
pub fn score_anew(app: State<'_, App>, job: String) -> Answer<MovesView> {
    app.write_long(&job, ("Scoring again", "accounts"), |session, progress| {
        lexicon::score_anew(session, progress)
    })
}

/// Scores held against what officers decided.
#[tauri::command(async)]
#[specta::specta]
pub fn calibration(app: State<'_, App>) -> Answer<CalibrationView> {
    app.ask(lexicon::calibration)
}

/// Sets the days from a decision of no action until an account is due for erasure.
#[tauri::command(async)]
#[specta::specta]
pub fn set_no_action_days(app: State<'_, App>, days: u16) -> Answer<()> {
    app.write("accounts", |session| {
        lexicon::set_no_action_days(session, days)
    })
}
