//! Exhibits. Thin: take state, call one use case, map the error.

use super::Answer;
use crate::state::App;
use breakwater_casework::evidence::attach::{self, Attach};
use breakwater_casework::evidence::{export, list, rules, show, stop, tag};
use breakwater_model::ExhibitId;
use breakwater_model::evidence::{
    AttachRequest, AttachedView, EvidenceRulesView, ExhibitListRequest, ExhibitListView,
    ExhibitView, PictureView, StopReceiptView, StopRequest, ViewerView, WarningTag,
};
use breakwater_model::exchange::ChooseKind;
use tauri::State;

/// How a pasted picture was had: the clipboard gave pixels, not the file.
const PASTED: &str = "clipboard, re-encoded";

/// What must be read before the first attach.
#[tauri::command(async)]
#[specta::specta]
pub fn evidence_rules(app: State<'_, App>) -> Answer<EvidenceRulesView> {
    app.ask(|_| Ok(rules::rules()))
}

/// The officer has read it.
#[tauri::command(async)]
#[specta::specta]
pub fn acknowledge_evidence_rules(app: State<'_, App>) -> Answer<()> {
    app.write("evidence", rules::acknowledge)
}

/// A window of the evidence list.
#[tauri::command(async)]
#[specta::specta]
pub fn list_exhibits(app: State<'_, App>, request: ExhibitListRequest) -> Answer<ExhibitListView> {
    app.ask(|session| list::list(session, &request))
}

/// Attaches chosen or dropped files, with progress under `job`.
#[tauri::command(async)]
#[specta::specta]
pub fn attach(
    app: State<'_, App>,
    request: AttachRequest,
    job: String,
) -> Answer<Vec<AttachedView>> {
    let request = with_paths(&app, request)?;
    app.write_long(&job, ("Attaching", "evidence"), |session, progress| {
        attach::attach(session, &request, progress, &mut |_| {})
    })
}

/// Attaches the picture on the clipboard.
#[tauri::command(async)]
#[specta::specta]
pub fn attach_clipboard(app: State<'_, App>, request: AttachRequest) -> Answer<AttachedView> {
    let request = Attach {
        method: Some(PASTED.into()),
        ..with_paths(&app, request)?
    };
    let picture = app.outside.pasted_picture()?;
    app.write("evidence", |session| {
        attach::attach_bytes(session, &request, "clipboard.png", &picture)
    })
}

/// The thumbnail, if there is one to show.
#[tauri::command(async)]
#[specta::specta]
pub fn thumbnail(app: State<'_, App>, id: ExhibitId) -> Answer<Option<PictureView>> {
    app.ask(|session| show::thumbnail(session, id))
}

/// Opens an exhibit in the viewer: logged.
#[tauri::command(async)]
#[specta::specta]
pub fn open_exhibit(app: State<'_, App>, id: ExhibitId) -> Answer<ViewerView> {
    app.ask(|session| show::view(session, id))
}

/// Stop: illegal image.
#[tauri::command(async)]
#[specta::specta]
pub fn stop_exhibit(app: State<'_, App>, request: StopRequest) -> Answer<StopReceiptView> {
    app.write("evidence", |session| stop::stop(session, &request))
}

/// Releases a stop; a supervisor only.
#[tauri::command(async)]
#[specta::specta]
pub fn release_exhibit(app: State<'_, App>, id: ExhibitId, reason: String) -> Answer<ExhibitView> {
    app.write("evidence", |session| stop::release(session, id, &reason))
}

/// Sets the warnings shown first.
#[tauri::command(async)]
#[specta::specta]
pub fn tag_exhibit(
    app: State<'_, App>,
    id: ExhibitId,
    warnings: Vec<WarningTag>,
) -> Answer<ExhibitView> {
    app.write("evidence", |session| tag::tag(session, id, &warnings))
}

/// Writes the original bytes to a chosen place: logged.
#[tauri::command(async)]
#[specta::specta]
pub fn export_exhibit(
    app: State<'_, App>,
    id: ExhibitId,
    place: String,
    recipient: String,
    purpose: String,
    job: String,
) -> Answer<ExhibitView> {
    let place = app.path(&place, ChooseKind::SaveExhibit)?;
    app.write_long(
        &job,
        ("Exporting the exhibit", "audit"),
        |session, progress| export::export(session, id, &place, &recipient, &purpose, progress),
    )
}

fn with_paths(app: &App, request: AttachRequest) -> Answer<Attach> {
    let paths = request
        .files
        .iter()
        .map(|token| app.path(token, ChooseKind::EvidenceFiles));
    Ok(Attach {
        account: request.account,
        files: paths.collect::<Answer<_>>()?,
        source_url: request.source_url,
        captured_at: request.captured_at,
        method: request.method,
        warnings: request.warnings,
    })
}
