//! The second review. Thin: take state, call one use case, map the error.

use super::Answer;
use crate::state::App;
use breakwater_casework::second_review as second;
use breakwater_model::AccountId;
use breakwater_model::second_review::{
    AgreementView, BlindAccountView, DisagreementView, SecondReviewDoneView, SecondReviewListView,
    SecondReviewRequest, SecondReviewShares, SettleRequest,
};
use tauri::State;

/// Decisions of others that wait for this officer: named, and no more.
#[tauri::command(async)]
#[specta::specta]
pub fn second_reviews(app: State<'_, App>) -> Answer<SecondReviewListView> {
    app.ask(second::waiting::list)
}

/// An account without what was decided or scored; that it was looked at is logged.
#[tauri::command(async)]
#[specta::specta]
pub fn blind_account(app: State<'_, App>, account: AccountId) -> Answer<BlindAccountView> {
    app.ask(|session| second::blind::blind(session, account))
}

/// Says what this officer would decide; then shows what was.
#[tauri::command(async)]
#[specta::specta]
pub fn answer_second_review(
    app: State<'_, App>,
    request: SecondReviewRequest,
) -> Answer<SecondReviewDoneView> {
    app.write("accounts", |session| {
        second::answer::answer(session, &request)
    })
}

/// Disagreements nobody has settled.
#[tauri::command(async)]
#[specta::specta]
pub fn disagreements(app: State<'_, App>) -> Answer<Vec<DisagreementView>> {
    app.ask(second::settle::disagreements)
}

/// Settles one in words.
#[tauri::command(async)]
#[specta::specta]
pub fn settle_disagreement(app: State<'_, App>, request: SettleRequest) -> Answer<()> {
    app.write("accounts", |session| {
        second::settle::settle(session, &request)
    })
}

/// How often two officers decided alike.
#[tauri::command(async)]
#[specta::specta]
pub fn agreement(app: State<'_, App>) -> Answer<AgreementView> {
    app.ask(second::agreement::agreement)
}

/// Sets what share of decisions is reviewed again.
#[tauri::command(async)]
#[specta::specta]
pub fn set_second_review_shares(app: State<'_, App>, shares: SecondReviewShares) -> Answer<()> {
    app.write("accounts", |session| second::shares::set(session, shares))
}
