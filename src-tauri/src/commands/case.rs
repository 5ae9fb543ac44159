//! Making, opening, locking the case; officers. Thin: take state, call one use case, map the error.

use super::Answer;
use crate::chosen::Way;
use crate::error;
use crate::state::App;
use breakwater_casework::case::{create, describe, officer, open, strength};
use breakwater_casework::demo::make;
use breakwater_machine::Policy;
use breakwater_model::ErrorCode;
use breakwater_model::case::{
    AreaCountsView, FirstScreenView, InviteRequest, JoinRequest, NewCaseRequest, OfficerRequest,
    OfficerView, OpenCaseRequest, RecoveryKeyView, SessionView, StatusLineView, StrengthRequest,
    StrengthView,
};
use breakwater_model::exchange::{ChooseKind, ChosenView};
use std::fs;
use tauri::State;

/// The first screen: recent cases, policy.
#[tauri::command(async)]
#[specta::specta]
pub fn first_screen(app: State<'_, App>) -> Answer<FirstScreenView> {
    let (recent, locked) = app.recent();
    let policy = app.policy()?;
    Ok(FirstScreenView {
        recent,
        policy: policy.map(Policy::view),
        locked,
        theme: app.theme(),
        look_was_thrown_away: app.look.takes_note(),
        demonstration_passphrase: make::PASSPHRASE.into(),
        has_demonstration: app.folders.demonstration().join("case.json").exists(),
        version: env!("CARGO_PKG_VERSION").into(),
    })
}

/// How strong a passphrase is.
#[tauri::command(async)]
#[specta::specta]
pub fn judge_passphrase(_app: State<'_, App>, request: StrengthRequest) -> Answer<StrengthView> {
    error::guard(|| Ok(strength::judge(&request)))
}

/// Asks the officer for a file or folder; empty if they changed their mind.
#[tauri::command(async)]
#[specta::specta]
pub fn choose(
    app: State<'_, App>,
    kind: ChooseKind,
    suggested_name: Option<String>,
) -> Answer<Vec<ChosenView>> {
    let paths = app.outside.ask(kind, suggested_name.as_deref())?;
    Ok(app.keep(Way::Chosen(kind), paths))
}

/// Checks a new case and gives the recovery key, shown once. Nothing is written yet.
#[tauri::command(async)]
#[specta::specta]
pub fn begin_case(app: State<'_, App>, request: NewCaseRequest) -> Answer<RecoveryKeyView> {
    let place = app.path(&request.place, ChooseKind::NewCase)?;
    let required = app
        .policy()?
        .map_or_else(Vec::new, |policy| policy.recovery_recipients);
    let case = create::prepare(&app.host, request, &place, &required)
        .map_err(|error| error::view(&error))?;
    let key = case.recovery_key();
    app.begin(case, place);
    Ok(key)
}

/// Writes the pending recovery key to a chosen place.
#[tauri::command(async)]
#[specta::specta]
pub fn save_recovery_key(app: State<'_, App>, place: String) -> Answer<()> {
    let place = app.path(&place, ChooseKind::SaveRecovery)?;
    let file = app.recovery_file()?;
    fs::write(place, file).map_err(|error| {
        error::new(
            ErrorCode::Io,
            format!("The recovery key could not be written: {error}"),
        )
    })
}

/// Writes the case once the end of the recovery key was typed back.
#[tauri::command(async)]
#[specta::specta]
pub fn confirm_case(app: State<'_, App>, typed: String) -> Answer<SessionView> {
    error::guard(|| app.confirm(&typed))
}

/// Forgets a case that was begun and not confirmed.
#[tauri::command(async)]
#[specta::specta]
pub fn abandon_case(app: State<'_, App>) -> Answer<()> {
    app.abandon();
    Ok(())
}

/// Opens a case.
#[tauri::command(async)]
#[specta::specta]
pub fn open_case(app: State<'_, App>, request: OpenCaseRequest) -> Answer<SessionView> {
    let path = app.case_path(&request.place)?;
    app.open_with(path, |host, path| {
        open::open(host, path, &request.passphrase, None)
    })
}

/// Makes the demonstration case if there is none, and opens it.
#[tauri::command(async)]
#[specta::specta]
pub fn open_demonstration(app: State<'_, App>) -> Answer<SessionView> {
    demonstration(&app)
}

/// Takes a case from the list of recent ones; the case itself stays.
#[tauri::command(async)]
#[specta::specta]
pub fn forget_recent(app: State<'_, App>, token: String) -> Answer<()> {
    app.forget(&token)
}

/// The open session, if there is one.
#[tauri::command(async)]
#[specta::specta]
pub fn session(app: State<'_, App>) -> Answer<Option<SessionView>> {
    if app.takes_demonstration() {
        return demonstration(&app).map(Some);
    }
    if app.is_open() {
        app.ask(describe::session).map(Some)
    } else {
        Ok(None)
    }
}

/// Locks: keys and page are gone.
#[tauri::command(async)]
#[specta::specta]
pub fn lock(app: State<'_, App>) -> Answer<()> {
    app.lock()
}

/// The officer is there: puts the idle lock off.
#[tauri::command(async)]
#[specta::specta]
pub fn touch(app: State<'_, App>) -> Answer<()> {
    app.idle.touch();
    Ok(())
}

/// Counts beside the areas.
#[tauri::command(async)]
#[specta::specta]
pub fn area_counts(app: State<'_, App>) -> Answer<AreaCountsView> {
    app.ask(describe::counts)
}

/// The states at the foot of the window.
#[tauri::command(async)]
#[specta::specta]
pub fn status_line(app: State<'_, App>) -> Answer<StatusLineView> {
    let status = app.ask(describe::status_line)?;
    Ok(StatusLineView {
        locks_in_seconds: app.idle.seconds_left(),
        ..status
    })
}

/// All officers of the case.
#[tauri::command(async)]
#[specta::specta]
pub fn officers(app: State<'_, App>) -> Answer<Vec<OfficerView>> {
    app.ask(officer::list)
}

/// Changes the officer's own particulars.
#[tauri::command(async)]
#[specta::specta]
pub fn set_officer(app: State<'_, App>, request: OfficerRequest) -> Answer<OfficerView> {
    app.write("officers", |session| officer::set(session, &request))
}

/// Writes an invitation to a chosen place.
#[tauri::command(async)]
#[specta::specta]
pub fn invite_officer(
    app: State<'_, App>,
    request: InviteRequest,
    place: String,
) -> Answer<OfficerView> {
    let place = app.path(&place, ChooseKind::SaveInvitation)?;
    app.write("officers", |session| {
        officer::invite(session, &request, &place)
    })
}

/// Joins a case by an invitation.
#[tauri::command(async)]
#[specta::specta]
pub fn join_case(app: State<'_, App>, request: JoinRequest) -> Answer<SessionView> {
    let path = app.case_path(&request.place)?;
    let invitation = app.path(&request.invitation, ChooseKind::OpenInvitation)?;
    app.open_with(path, |host, path| {
        officer::join(host, path, &invitation, &request.passphrase)
    })
}

/// Opens the demonstration case as its second officer, who may approve what the first drafted.
#[tauri::command(async)]
#[specta::specta]
pub fn open_demonstration_as_second(app: State<'_, App>) -> Answer<SessionView> {
    app.open_with(app.folders.demonstration(), |host, path| {
        open::open(host, path, make::SECOND_PASSPHRASE, None)
    })
}

fn demonstration(app: &App) -> Answer<SessionView> {
    let job = app.jobs.begin(
        &*app.outside,
        "demonstration",
        "Making the demonstration case",
    );
    app.open_with(app.folders.demonstration(), |host, path| {
        if path.join("case.json").exists() {
            open::open(host, path, make::PASSPHRASE, None)
        } else {
            make::make(host, path, &job)
        }
    })
}
