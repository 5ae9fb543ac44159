//! Today, decisions, actions. Thin: take state, call one use case, map the error.

use super::Answer;
use crate::state::App;
use breakwater_casework::review::{act, answer_hit, decide, draft, duty, exclusions, today};
use breakwater_model::AccountId;
use breakwater_model::assessment::{
    ActRequest, ActionView, AnswerActionRequest, AssessmentDraft, DecideRequest, DoneView,
    ExclusionView,
};
use breakwater_model::duty::{DutyContactRequest, DutyContactView};
use breakwater_model::indicator::AnswerHitRequest;
use breakwater_model::today::TodayView;
use tauri::State;

/// What waits for this officer.
#[tauri::command(async)]
#[specta::specta]
pub fn today(app: State<'_, App>) -> Answer<TodayView> {
    app.ask(today::today)
}

/// The "Could this be…?" lines.
#[tauri::command(async)]
#[specta::specta]
pub fn exclusions(app: State<'_, App>) -> Answer<Vec<ExclusionView>> {
    app.ask(|_| Ok(exclusions::exclusions()))
}

/// Keeps what was typed and not decided.
#[tauri::command(async)]
#[specta::specta]
pub fn save_assessment_draft(
    app: State<'_, App>,
    account: AccountId,
    draft: AssessmentDraft,
) -> Answer<()> {
    app.ask(|session| draft::save(session, account, &draft))
}

/// Decides about one account.
#[tauri::command(async)]
#[specta::specta]
pub fn decide(app: State<'_, App>, request: DecideRequest) -> Answer<DoneView> {
    app.write("accounts", |session| decide::decide(session, &request))
}

/// Answers an indicator; it changes the sum and decides nothing.
#[tauri::command(async)]
#[specta::specta]
pub fn answer_hit(app: State<'_, App>, request: AnswerHitRequest) -> Answer<DoneView> {
    app.write("accounts", |session| {
        answer_hit::answer_hit(session, &request)
    })
}

/// Records an action; it never closes an account.
#[tauri::command(async)]
#[specta::specta]
pub fn act(app: State<'_, App>, request: ActRequest) -> Answer<ActionView> {
    app.write("accounts", |session| act::act(session, &request))
}

/// Records the answer to an action.
#[tauri::command(async)]
#[specta::specta]
pub fn answer_action(app: State<'_, App>, request: AnswerActionRequest) -> Answer<ActionView> {
    app.write("accounts", |session| act::answer(session, &request))
}

/// Whom to tell of what, as the unit keeps it.
#[tauri::command(async)]
#[specta::specta]
pub fn duty_contacts(app: State<'_, App>) -> Answer<Vec<DutyContactView>> {
    app.ask(duty::contacts)
}

/// Adds a duty contact or changes one, and gives the list.
#[tauri::command(async)]
#[specta::specta]
pub fn put_duty_contact(
    app: State<'_, App>,
    request: DutyContactRequest,
) -> Answer<Vec<DutyContactView>> {
    app.write("case", |session| duty::put(session, &request))
}

/// Takes a duty contact off the list, and gives the list.
#[tauri::command(async)]
#[specta::specta]
pub fn remove_duty_contact(app: State<'_, App>, code: String) -> Answer<Vec<DutyContactView>> {
    app.write("case", |session| duty::remove(session, &code))
}
