//! Looking again at what was sent. Thin: take state, call one use case, map the error.

use super::Answer;
use crate::state::App;
use breakwater_casework::checks::{answers, due, record, sheet, shots};
use breakwater_model::checks::{
    CheckAnswersRequest, CheckAnswersView, CheckSheetRequest, CheckSheetView, RechecksView,
    RecordCheckRequest, RecordedCheckView, ShotsView,
};
use breakwater_model::exchange::ChooseKind;
use std::sync::PoisonError;
use tauri::State;

/// The worklist; `all` with what is ahead and what nobody looks at again.
#[tauri::command(async)]
#[specta::specta]
pub fn rechecks(app: State<'_, App>, all: bool) -> Answer<RechecksView> {
    app.ask(|session| due::due(session, all))
}

/// Enters what was seen of an account.
#[tauri::command(async)]
#[specta::specta]
pub fn record_check(app: State<'_, App>, request: RecordCheckRequest) -> Answer<RecordedCheckView> {
    app.write("accounts", |session| record::record(session, &request))
}

/// Writes what is due to a chosen place: logged.
#[tauri::command(async)]
#[specta::specta]
pub fn write_check_sheet(
    app: State<'_, App>,
    request: CheckSheetRequest,
) -> Answer<CheckSheetView> {
    let place = app.path(&request.place, ChooseKind::SaveCheckSheet)?;
    app.write("audit", |session| sheet::write(session, &request, &place))
}

/// Takes in the answers of a carry sheet, or says what they would do.
#[tauri::command(async)]
#[specta::specta]
pub fn take_check_answers(
    app: State<'_, App>,
    request: CheckAnswersRequest,
) -> Answer<CheckAnswersView> {
    let file = app.path(&request.file, ChooseKind::OpenCheckAnswers)?;
    app.write("accounts", |session| {
        answers::take(session, &file, request.is_dry_run)
    })
}

/// What lies in a chosen folder of screenshots, and where each would go.
#[tauri::command(async)]
#[specta::specta]
pub fn look_at_shots(app: State<'_, App>, folder: String) -> Answer<ShotsView> {
    let folder = app.path(&folder, ChooseKind::ShotsFolder)?;
    let known = app.held.shots();
    app.ask(|session| {
        let mut known = known.lock().unwrap_or_else(PoisonError::into_inner);
        shots::look_again(session, &folder, &mut known)
    })
}

/// Attaches what is new in a chosen folder of screenshots, with progress under `job`.
#[tauri::command(async)]
#[specta::specta]
pub fn take_shots(app: State<'_, App>, folder: String, job: String) -> Answer<ShotsView> {
    let folder = app.path(&folder, ChooseKind::ShotsFolder)?;
    app.write_long(&job, ("Attaching", "evidence"), |session, progress| {
        shots::take(session, &folder, progress)
    })
}
