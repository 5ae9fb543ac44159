//! The audit log and verify. Thin: take state, call one use case, map the error.

use super::Answer;
use crate::state::App;
use breakwater_casework::audit::{entries, verify};
use breakwater_model::audit::{AuditListView, AuditRequest, VerifyView};
use tauri::State;

/// A window of the audit log.
#[tauri::command(async)]
#[specta::specta]
pub fn list_audit(app: State<'_, App>, request: AuditRequest) -> Answer<AuditListView> {
    app.ask(|session| entries::list(session, &request))
}

/// Verifies the open case.
#[tauri::command(async)]
#[specta::specta]
pub fn verify_case(app: State<'_, App>, full: bool, job: String) -> Answer<VerifyView> {
    app.work(&job, "Verifying the case", |session, progress| {
        verify::verify_open(session, full, progress)
    })
}

/// Works the kept rows that figures are counted from out anew; gives how many accounts have one.
#[tauri::command(async)]
#[specta::specta]
pub fn work_items_out(app: State<'_, App>, job: String) -> Answer<u32> {
    let work = ("Working out from the events", "statistics");
    app.write_long(&job, work, verify::work_items_out)
}
