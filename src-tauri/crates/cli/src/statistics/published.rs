//! Reports, charts, and the register of what was published.

use super::request;
use crate::args::statistics::{
    Chart, Publish, PublishCorrect, PublishedOf, Report, Statistics, TrendChart,
};
use crate::case::{Desk, past, word};
use crate::output::Output;
use breakwater_casework::statistics::published;
use breakwater_casework::{Error, Quiet, Result, reports};
use breakwater_model::published::{CorrectPublishedRequest, PublishRequest};
use breakwater_model::report::{ChartRequest, ReportRequest};
use breakwater_model::trends::{TrendChartRequest, TrendsRequest};
use std::fs;

pub fn run(desk: &Desk, command: &Statistics, output: &Output) -> Result<()> {
    match command {
        Statistics::Report(call) => report(desk, call, output),
        Statistics::Chart(call) => chart(desk, call, output),
        Statistics::TrendChart(call) => trend_chart(desk, call, output),
        Statistics::Published(call) => register(desk, call, output),
        Statistics::Publish(call) => publish(desk, call, output),
        Statistics::PublishCorrect(call) => correct(desk, call, output),
        _ => Ok(()),
    }
}

fn report(desk: &Desk, call: &Report, output: &Output) -> Result<()> {
    let remarks = match &call.remarks_file {
        Some(file) => fs::read_to_string(file).map_err(Error::io("the remarks"))?,
        None => String::new(),
    };
    let asked = ReportRequest {
        kind: word("kind", &call.kind)?,
        format: word("format", &call.format)?,
        from: call.from.clone(),
        to: call.to.clone(),
        as_at: call.as_at.as_deref().map(|at| past(desk, at)).transpose()?,
        with_imported: !call.without_imported,
        unit: call
            .unit
            .as_deref()
            .map(|unit| word("unit", unit))
            .transpose()?,
        remarks,
        place: String::new(),
    };
    let open = desk.open(&call.case)?;
    let written = reports::write(&open.session, &asked, &call.out)?;
    open.done(output, serde_json::to_value(&written)?)
}

fn chart(desk: &Desk, call: &Chart, output: &Output) -> Result<()> {
    let mut figures = request(desk, &call.asked)?;
    figures.with_imported = !call.without_imported;
    let asked = ChartRequest {
        chart: word("chart", &call.which)?,
        format: word("format", &call.format)?,
        figures,
        place: String::new(),
    };
    let open = desk.open(&call.case)?;
    let written = reports::chart::write(&open.session, &asked, &call.out)?;
    open.done(output, serde_json::to_value(&written)?)
}

fn trend_chart(desk: &Desk, call: &TrendChart, output: &Output) -> Result<()> {
    let asked = TrendChartRequest {
        trends: TrendsRequest {
            from: call.from.clone(),
            to: call.to.clone(),
        },
        kind: word("kind", &call.kind)?,
        currency: call.currency.clone(),
        format: word("format", &call.format)?,
        place: String::new(),
    };
    let open = desk.open(&call.case)?;
    let written = reports::trend_chart::write(&open.session, &asked, &call.out, &Quiet)?;
    open.done(output, serde_json::to_value(&written)?)
}

fn register(desk: &Desk, call: &PublishedOf, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    for one in published::register(&open.session)? {
        output.line(&one)?;
    }
    open.end()
}

fn publish(desk: &Desk, call: &Publish, output: &Output) -> Result<()> {
    let entered = PublishRequest {
        said: call.said.clone(),
        place: call.r#where.clone(),
        cleared_by: call.cleared_by.clone(),
        at: call.at.clone(),
        figure: call.figure.clone(),
    };
    let open = desk.open(&call.case)?;
    let one = published::publish(&open.session, &entered)?;
    open.done(output, serde_json::to_value(&one)?)
}

fn correct(desk: &Desk, call: &PublishCorrect, output: &Output) -> Result<()> {
    let entered = CorrectPublishedRequest {
        published: word("published figure", &call.published)?,
        words: call.words.clone(),
        at: call.at.clone(),
    };
    let open = desk.open(&call.case)?;
    let one = published::correct(&open.session, &entered)?;
    open.done(output, serde_json::to_value(&one)?)
}
