//! Figures that can be published. Thin: take state, call one use case, map the error.

use super::Answer;
use crate::state::App;
use breakwater_casework::statistics::{freeze, stats};
use breakwater_model::platform::Unit;
use breakwater_model::statistics::{
    FreezeRequest, FrozenFigureView, RederivedView, StatsRequest, StatsView,
};
use tauri::State;

/// Units of which something was ever sent.
#[tauri::command(async)]
#[specta::specta]
pub fn statistics_units(app: State<'_, App>) -> Answer<Vec<Unit>> {
    app.ask(stats::units)
}

/// The figures of a unit and a period, as at a moment.
#[tauri::command(async)]
#[specta::specta]
pub fn statistics(app: State<'_, App>, request: StatsRequest) -> Answer<StatsView> {
    app.ask(|session| stats::stats(session, &request))
}

/// Freezes the figures of a unit and a period under a name.
#[tauri::command(async)]
#[specta::specta]
pub fn freeze_figure(app: State<'_, App>, request: FreezeRequest) -> Answer<FrozenFigureView> {
    app.write("statistics", |session| freeze::freeze(session, &request))
}

/// Every frozen figure.
#[tauri::command(async)]
#[specta::specta]
pub fn frozen_figures(app: State<'_, App>) -> Answer<Vec<FrozenFigureView>> {
    app.ask(freeze::frozen)
}

/// Derives a frozen figure again.
#[tauri::command(async)]
#[specta::specta]
pub fn rederive_figure(app: State<'_, App>, name: String) -> Answer<RederivedView> {
    app.ask(|session| freeze::rederive(session, &name))
}
