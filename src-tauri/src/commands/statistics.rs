//! Figures that can be published. Thin: take state, call one use case, map the error.

use super::Answer;
use crate::state::App;
use breakwater_casework::account::justice;
use breakwater_casework::reports::{self, trend_chart};
use breakwater_casework::statistics::{
    compare, fair_rows, fairness, figures, freeze, further, pooled, published, rows, stats,
    trend_rows, trends,
};
use breakwater_model::compare::{
    CompareRequest, CompareView, FairRowsRequest, FairRowsView, FairnessView,
};
use breakwater_model::exchange::ChooseKind;
use breakwater_model::figure_rows::{FigureRowsRequest, FigureRowsView};
use breakwater_model::further::{FurtherView, JusticeFactRequest, JusticeFactView};
use breakwater_model::platform::Unit;
use breakwater_model::pooled::{FiguresView, PooledRequest, PooledView, WriteFiguresRequest};
use breakwater_model::published::{CorrectPublishedRequest, PublishRequest, PublishedView};
use breakwater_model::report::{ChartRequest, ChartView, ReportRequest, ReportView};
use breakwater_model::statistics::{
    FreezeRequest, FrozenFigureView, RederivedView, StatsRequest, StatsView,
};
use breakwater_model::trends::{
    TrendChartRequest, TrendRowsRequest, TrendRowsView, TrendsRequest, TrendsView,
};
use breakwater_model::{AccountId, JusticeFactId};
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

/// The figures of several officers' files, read as one.
#[tauri::command(async)]
#[specta::specta]
pub fn pooled_statistics(app: State<'_, App>, request: PooledRequest) -> Answer<PooledView> {
    let files = request.files.iter();
    let files = files.map(|file| app.path(file, ChooseKind::OpenFigures));
    let files = files.collect::<Answer<Vec<_>>>()?;
    app.ask(|session| pooled::stats_of(&files, &request.figures, session.host().now()))
}

/// Writes what was sent from this case as a file of figures: logged.
#[tauri::command(async)]
#[specta::specta]
pub fn write_figures(app: State<'_, App>, request: WriteFiguresRequest) -> Answer<FiguresView> {
    let secret = app.path(&request.secret, ChooseKind::OpenSecret)?;
    let place = app.path(&request.place, ChooseKind::SaveFigures)?;
    app.write("audit", |session| {
        figures::figures(session, &figures::secret(&secret)?, &place)
    })
}

/// The items behind a number of the figures.
#[tauri::command(async)]
#[specta::specta]
pub fn figure_rows(app: State<'_, App>, request: FigureRowsRequest) -> Answer<FigureRowsView> {
    app.ask(|session| rows::rows(session, &request))
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

/// Two periods side by side.
#[tauri::command(async)]
#[specta::specta]
pub fn compare_periods(app: State<'_, App>, request: CompareRequest) -> Answer<CompareView> {
    app.ask(|session| compare::compare(session, &request))
}

/// Prices, routes and terms of the texts, by month.
#[tauri::command(async)]
#[specta::specta]
pub fn trends(app: State<'_, App>, request: TrendsRequest, job: String) -> Answer<TrendsView> {
    app.work(&job, "Reading the texts", |session, progress| {
        trends::trends(session, &request, progress)
    })
}

/// The accounts behind a number of the trends.
#[tauri::command(async)]
#[specta::specta]
pub fn trend_rows(
    app: State<'_, App>,
    request: TrendRowsRequest,
    job: String,
) -> Answer<TrendRowsView> {
    app.work(&job, "Reading the texts", |session, progress| {
        trend_rows::rows(session, &request, progress)
    })
}

/// Whether languages and sources fare alike.
#[tauri::command(async)]
#[specta::specta]
pub fn fairness(app: State<'_, App>) -> Answer<FairnessView> {
    app.ask(fairness::fairness)
}

/// The accounts behind a number of a group.
#[tauri::command(async)]
#[specta::specta]
pub fn fair_rows(app: State<'_, App>, request: FairRowsRequest) -> Answer<FairRowsView> {
    app.ask(|session| fair_rows::rows(session, &request))
}

/// What happened beside takedowns.
#[tauri::command(async)]
#[specta::specta]
pub fn further_figures(app: State<'_, App>, request: StatsRequest) -> Answer<FurtherView> {
    app.ask(|session| further::further(session, &request))
}

/// Links an arrest or a conviction with accounts.
#[tauri::command(async)]
#[specta::specta]
pub fn enter_justice_fact(
    app: State<'_, App>,
    request: JusticeFactRequest,
) -> Answer<JusticeFactView> {
    app.write("accounts", |session| justice::enter(session, &request))
}

/// Takes an arrest or a conviction back.
#[tauri::command(async)]
#[specta::specta]
pub fn take_back_justice_fact(app: State<'_, App>, fact: JusticeFactId) -> Answer<()> {
    app.write("accounts", |session| justice::take_back(session, fact))
}

/// Arrests and convictions linked with an account.
#[tauri::command(async)]
#[specta::specta]
pub fn justice_facts(app: State<'_, App>, account: AccountId) -> Answer<Vec<JusticeFactView>> {
    app.ask(|session| justice::of_account(session, account))
}

/// Writes a report to a chosen place: logged.
#[tauri::command(async)]
#[specta::specta]
pub fn write_report(app: State<'_, App>, request: ReportRequest) -> Answer<ReportView> {
    let place = app.path(&request.place, ChooseKind::SaveReport)?;
    app.write("audit", |session| reports::write(session, &request, &place))
}

/// Writes a chart to a chosen place: logged.
#[tauri::command(async)]
#[specta::specta]
pub fn write_chart(app: State<'_, App>, request: ChartRequest) -> Answer<ChartView> {
    let place = app.path(&request.place, ChooseKind::SaveChart)?;
    app.write("audit", |session| {
        reports::chart::write(session, &request, &place)
    })
}

/// Writes a chart of prices, routes or terms to a chosen place: logged.
#[tauri::command(async)]
#[specta::specta]
pub fn write_trend_chart(
    app: State<'_, App>,
    request: TrendChartRequest,
    job: String,
) -> Answer<ChartView> {
    let place = app.path(&request.place, ChooseKind::SaveChart)?;
    app.write_long(&job, ("Reading the texts", "audit"), |session, progress| {
        trend_chart::write(session, &request, &place, progress)
    })
}

/// What was published, beside its figure as it is derived now.
#[tauri::command(async)]
#[specta::specta]
pub fn published_figures(app: State<'_, App>) -> Answer<Vec<PublishedView>> {
    app.ask(published::register)
}

/// Enters what was published.
#[tauri::command(async)]
#[specta::specta]
pub fn publish_figure(app: State<'_, App>, request: PublishRequest) -> Answer<PublishedView> {
    app.write("statistics", |session| {
        published::publish(session, &request)
    })
}

/// Adds a correction to what was published.
#[tauri::command(async)]
#[specta::specta]
pub fn correct_published(
    app: State<'_, App>,
    request: CorrectPublishedRequest,
) -> Answer<PublishedView> {
    app.write("statistics", |session| {
        published::correct(session, &request)
    })
}
