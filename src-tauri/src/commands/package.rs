//! Packages between workstations. Thin: take state, call one use case, map the error.

use super::Answer;
use crate::state::App;
use breakwater_casework::package;
use breakwater_model::exchange::ChooseKind;
use breakwater_model::package::{
    AnswerView, CardView, ColleagueView, PackRequest, PackageView, PackedView, SignPackageRequest,
    TakenAnswerView,
};
use tauri::State;

/// What others need to send whoever is here a package.
#[tauri::command(async)]
#[specta::specta]
pub fn package_card(app: State<'_, App>) -> Answer<CardView> {
    app.ask(package::card)
}

/// Writes the card to a chosen place.
#[tauri::command(async)]
#[specta::specta]
pub fn save_package_card(app: State<'_, App>, place: String) -> Answer<CardView> {
    let place = app.path(&place, ChooseKind::SaveCard)?;
    app.ask(|session| package::save_card(session, &place))
}

/// Colleagues at other workstations.
#[tauri::command(async)]
#[specta::specta]
pub fn colleagues(app: State<'_, App>) -> Answer<Vec<ColleagueView>> {
    app.ask(package::colleagues)
}

/// Puts a colleague on the list from a chosen card.
#[tauri::command(async)]
#[specta::specta]
pub fn add_colleague(app: State<'_, App>, file: String) -> Answer<ColleagueView> {
    let file = app.path(&file, ChooseKind::OpenCard)?;
    app.write("officers", |session| package::add(session, &file))
}

/// Confirms a colleague's key, as a supervisor.
#[tauri::command(async)]
#[specta::specta]
pub fn confirm_colleague(
    app: State<'_, App>,
    number: String,
    fingerprint: String,
) -> Answer<ColleagueView> {
    app.write("officers", |session| {
        package::confirm(session, &number, &fingerprint)
    })
}

/// Takes a colleague off the list.
#[tauri::command(async)]
#[specta::specta]
pub fn remove_colleague(app: State<'_, App>, number: String) -> Answer<()> {
    app.write("officers", |session| package::remove(session, &number))
}

/// Packs a submission into a chosen place.
#[tauri::command(async)]
#[specta::specta]
pub fn pack_referral(
    app: State<'_, App>,
    request: PackRequest,
    place: String,
) -> Answer<PackedView> {
    let place = app.path(&place, ChooseKind::SavePackage)?;
    app.write("referrals", |session| {
        package::pack(session, &request, &place)
    })
}

/// Shows a chosen package.
#[tauri::command(async)]
#[specta::specta]
pub fn open_package(app: State<'_, App>, file: String) -> Answer<PackageView> {
    let file = app.path(&file, ChooseKind::OpenPackage)?;
    app.write("audit", |session| package::open(session, &file))
}

/// Signs a package that was shown, and writes the answer to a chosen place.
#[tauri::command(async)]
#[specta::specta]
pub fn sign_package(
    app: State<'_, App>,
    file: String,
    request: SignPackageRequest,
    place: String,
) -> Answer<AnswerView> {
    let file = app.path(&file, ChooseKind::OpenPackage)?;
    let place = app.path(&place, ChooseKind::SaveAnswer)?;
    app.write("audit", |session| {
        package::sign(session, &file, &request, &place)
    })
}

/// Takes in a chosen answer: the referral is approved.
#[tauri::command(async)]
#[specta::specta]
pub fn take_answer(app: State<'_, App>, file: String) -> Answer<TakenAnswerView> {
    let file = app.path(&file, ChooseKind::OpenAnswer)?;
    app.write("referrals", |session| package::take(session, &file))
}
