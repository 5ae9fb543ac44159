//! What is promised and handed over. Thin: take state, call one use case, map the error.

use super::Answer;
use crate::state::App;
use breakwater_casework::review::promise;
use breakwater_casework::{account, handover, supervision};
use breakwater_model::account_report::{AccountReportRequest, AccountReportView};
use breakwater_model::exchange::ChooseKind;
use breakwater_model::handover::{HandoverPrintedView, HandoverRow, HandoverView};
use breakwater_model::promise::{PromiseEnd, PromiseRequest, PromiseView, PromisedView};
use breakwater_model::supervision::{ByPersonRequest, PersonLoadView, SupervisionView};
use breakwater_model::{AccountId, HandoverId, PromiseId, SetId};
use tauri::State;

/// Enters what somebody promised and until when.
#[tauri::command(async)]
#[specta::specta]
pub fn promise(app: State<'_, App>, request: PromiseRequest) -> Answer<PromisedView> {
    app.write("referrals", |session| promise::promise(session, &request))
}

/// Says how a promise ended.
#[tauri::command(async)]
#[specta::specta]
pub fn end_promise(app: State<'_, App>, id: PromiseId, end: PromiseEnd) -> Answer<SetId> {
    app.write("referrals", |session| promise::end(session, id, end))
}

/// Promises on an account, those that ended among them.
#[tauri::command(async)]
#[specta::specta]
pub fn promises_on(app: State<'_, App>, account: AccountId) -> Answer<Vec<PromiseView>> {
    app.ask(|session| promise::of_account(session, account))
}

/// Freezes Today and the open promises as one page, signed by whoever is here.
#[tauri::command(async)]
#[specta::specta]
pub fn hand_over(app: State<'_, App>, note: String) -> Answer<HandoverView> {
    app.write("referrals", |session| handover::give(session, &note))
}

/// Takes a page over: signs the same bytes.
#[tauri::command(async)]
#[specta::specta]
pub fn accept_handover(app: State<'_, App>, id: HandoverId) -> Answer<HandoverView> {
    app.write("referrals", |session| handover::accept(session, id))
}

/// Every hand-over, newest first.
#[tauri::command(async)]
#[specta::specta]
pub fn handovers(app: State<'_, App>) -> Answer<Vec<HandoverRow>> {
    app.ask(handover::list)
}

/// One hand-over with its page.
#[tauri::command(async)]
#[specta::specta]
pub fn read_handover(app: State<'_, App>, id: HandoverId) -> Answer<HandoverView> {
    app.ask(|session| handover::read(session, id))
}

/// Prints a hand-over to a chosen place: logged.
#[tauri::command(async)]
#[specta::specta]
pub fn print_handover(
    app: State<'_, App>,
    id: HandoverId,
    place: String,
) -> Answer<HandoverPrintedView> {
    let place = app.path(&place, ChooseKind::SavePaper)?;
    app.write("audit", |session| {
        handover::print::print(session, id, &place)
    })
}

/// How the unit stands, by team.
#[tauri::command(async)]
#[specta::specta]
pub fn supervision(app: State<'_, App>) -> Answer<SupervisionView> {
    app.ask(supervision::standing)
}

/// Who has how much: for a supervisor, with a reason; logged.
#[tauri::command(async)]
#[specta::specta]
pub fn workload_by_person(
    app: State<'_, App>,
    request: ByPersonRequest,
) -> Answer<Vec<PersonLoadView>> {
    app.write("audit", |session| {
        supervision::person::by_person(session, &request)
    })
}

/// Writes everything that is held of one account to a chosen place: logged.
#[tauri::command(async)]
#[specta::specta]
pub fn report_account(
    app: State<'_, App>,
    request: AccountReportRequest,
) -> Answer<AccountReportView> {
    let place = app.path(&request.place, ChooseKind::SavePaper)?;
    app.write("audit", |session| {
        account::report::write(session, &request, &place)
    })
}
