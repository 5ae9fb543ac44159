//! From the draft to the platform's answer. Thin: take state, call one use case, map the error.

use super::Answer;
use crate::state::App;
use breakwater_casework::referral::{
    after, approve, ask, check, export, look, reasons, submit, take_out,
};
use breakwater_model::list::AccountRow;
use breakwater_model::platform::ChoiceView;
use breakwater_model::referral::{
    AcknowledgeRequest, AskFirstRequest, CheckRequest, OpenedItemView, OutcomeRequest,
    ReferralView, SentRequest, WithdrawRequest,
};
use breakwater_model::{AccountId, ItemId, ReferralId};
use tauri::State;

/// Hands a draft to a second officer.
#[tauri::command(async)]
#[specta::specta]
pub fn submit_referral(app: State<'_, App>, id: ReferralId) -> Answer<ReferralView> {
    app.write("referrals", |session| submit::submit(session, id))
}

/// Shows a submission to a second officer: renders what would be sent.
#[tauri::command(async)]
#[specta::specta]
pub fn open_for_approval(app: State<'_, App>, id: ReferralId) -> Answer<ReferralView> {
    app.write("referrals", |session| approve::open(session, id))
}

/// Shows the lines an item rests on; noted as read where whoever is here may approve it.
#[tauri::command(async)]
#[specta::specta]
pub fn open_referral_item(
    app: State<'_, App>,
    id: ReferralId,
    item: ItemId,
) -> Answer<OpenedItemView> {
    app.write("openings", |session| look::item(session, id, item))
}

/// Takes one item out of a submission and leaves the rest to be signed.
#[tauri::command(async)]
#[specta::specta]
pub fn take_out_item(
    app: State<'_, App>,
    id: ReferralId,
    item: ItemId,
    reason: String,
) -> Answer<ReferralView> {
    app.write("referrals", |session| {
        take_out::take_out(session, id, item, &reason)
    })
}

/// Approves a submission.
#[tauri::command(async)]
#[specta::specta]
pub fn approve_referral(app: State<'_, App>, id: ReferralId) -> Answer<ReferralView> {
    app.write("referrals", |session| approve::approve(session, id))
}

/// Gives a submission back.
#[tauri::command(async)]
#[specta::specta]
pub fn return_referral(
    app: State<'_, App>,
    id: ReferralId,
    reason: String,
) -> Answer<ReferralView> {
    app.write("referrals", |session| {
        submit::give_back(session, id, &reason)
    })
}

/// Notes what a desk answered that was asked first.
#[tauri::command(async)]
#[specta::specta]
pub fn ask_first(app: State<'_, App>, request: AskFirstRequest) -> Answer<ReferralView> {
    app.write("referrals", |session| ask::ask_first(session, &request))
}

/// Marks an approved referral sent.
#[tauri::command(async)]
#[specta::specta]
pub fn mark_referral_sent(app: State<'_, App>, request: SentRequest) -> Answer<ReferralView> {
    app.write("referrals", |session| after::sent(session, &request))
}

/// Enters that the platform has a referral.
#[tauri::command(async)]
#[specta::specta]
pub fn acknowledge_referral(
    app: State<'_, App>,
    request: AcknowledgeRequest,
) -> Answer<ReferralView> {
    app.write("referrals", |session| after::acknowledge(session, &request))
}

/// Takes back the decision on an item that whoever is here entered last.
#[tauri::command(async)]
#[specta::specta]
pub fn take_back_outcome(
    app: State<'_, App>,
    id: ReferralId,
    account: AccountId,
) -> Answer<ReferralView> {
    app.write("referrals", |session| {
        after::take_back_outcome(session, id, account)
    })
}

/// Enters what the platform decided on an item.
#[tauri::command(async)]
#[specta::specta]
pub fn enter_outcome(app: State<'_, App>, request: OutcomeRequest) -> Answer<ReferralView> {
    app.write("referrals", |session| after::outcome(session, &request))
}

/// Takes back an item that was sent.
#[tauri::command(async)]
#[specta::specta]
pub fn withdraw_item(app: State<'_, App>, request: WithdrawRequest) -> Answer<ReferralView> {
    app.write("referrals", |session| after::withdraw(session, &request))
}

/// Why an item can be withdrawn.
#[tauri::command(async)]
#[specta::specta]
pub fn withdrawal_reasons() -> Vec<ChoiceView> {
    reasons::choices()
}

/// Enters what was seen of an account.
#[tauri::command(async)]
#[specta::specta]
pub fn check_account(app: State<'_, App>, request: CheckRequest) -> Answer<AccountRow> {
    app.write("referrals", |session| check::check(session, &request))
}

/// Puts the text of an approved referral on the clipboard, byte for byte as it was sealed, and gives it back: logged.
#[tauri::command(async)]
#[specta::specta]
pub fn copy_referral_text(app: State<'_, App>, id: ReferralId) -> Answer<String> {
    let text = app.write("audit", |session| export::text(session, id))?;
    app.outside.copy(text.clone())?;
    Ok(text)
}
