//! Figures that can be published.

mod further;
mod published;

use crate::args::OnCase;
use crate::args::statistics::{
    Asked, FigureCheck, FigureFreeze, Figures, Statistics, Stats, StatsOf, StatsRows,
};
use crate::case::{Desk, past, word};
use crate::output::{self, Bar, Output};
use breakwater_casework::audit::verify;
use breakwater_casework::{Result, statistics};
use breakwater_model::figure_rows::{FigureRowsRequest, PartOfRequest};
use breakwater_model::statistics::{FreezeRequest, StatsRequest, StatsView};
use serde_json::{Value, json};

pub fn run(desk: &Desk, command: &Statistics, output: &Output) -> Result<()> {
    match command {
        Statistics::Stats(call) => stats(desk, call, output),
        Statistics::StatsRows(call) => stats_rows(desk, call, output),
        Statistics::Figures(call) => figures(desk, call, output),
        Statistics::StatsOf(call) => stats_of(desk, call, output),
        Statistics::Compare(_)
        | Statistics::Trends(_)
        | Statistics::Fairness(_)
        | Statistics::FairnessRows(_)
        | Statistics::Further(_)
        | Statistics::Justice(_)
        | Statistics::JusticeTakeBack(_) => further::run(desk, command, output),
        Statistics::Report(_)
        | Statistics::Chart(_)
        | Statistics::TrendChart(_)
        | Statistics::Published(_)
        | Statistics::Publish(_)
        | Statistics::PublishCorrect(_) => published::run(desk, command, output),
        Statistics::WorkItemsOut(call) => work_items_out(desk, call, output),
        Statistics::FigureFreeze(call) => freeze(desk, call, output),
        Statistics::FigureCheck(call) => check(desk, call, output),
    }
}

fn work_items_out(desk: &Desk, call: &OnCase, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    let accounts = verify::work_items_out(&open.session, &Bar)?;
    open.done(output, json!({ "accounts": accounts }))
}

fn stats(desk: &Desk, call: &Stats, output: &Output) -> Result<()> {
    let mut request = request(desk, &call.asked)?;
    request.with_imported = !call.without_imported;
    request.cut = call.by.as_deref().map(|by| word("cut", by)).transpose()?;
    let open = desk.open(&call.case)?;
    let view = statistics::stats::stats(&open.session, &request)?;
    open.end()?;
    output.one(&document(&view)?)
}

fn stats_rows(desk: &Desk, call: &StatsRows, output: &Output) -> Result<()> {
    let mut figures = request(desk, &call.asked)?;
    figures.with_imported = !call.without_imported;
    let by = call.by.as_deref().map(|by| word("cut", by)).transpose()?;
    let asked = FigureRowsRequest {
        figures,
        count: word("count", &call.count)?,
        part: by
            .zip(call.part.clone())
            .map(|(cut, name)| PartOfRequest { cut, name }),
        month: call.month.clone(),
        offset: 0,
        limit: u32::MAX,
    };
    let open = desk.open(&call.case)?;
    let found = statistics::rows::rows(&open.session, &asked)?;
    for row in &found.rows {
        output.line(row)?;
    }
    open.end()
}

fn figures(desk: &Desk, call: &Figures, output: &Output) -> Result<()> {
    let secret = statistics::figures::secret(&call.unit_secret_file)?;
    let open = desk.open(&call.case)?;
    let done = statistics::figures::figures(&open.session, &secret, &call.out)?;
    open.done(output, serde_json::to_value(&done)?)
}

fn stats_of(desk: &Desk, call: &StatsOf, output: &Output) -> Result<()> {
    let request = request(desk, &call.asked)?;
    let now = desk.host().now();
    let pooled = statistics::pooled::stats_of(&call.files, &request, now)?;
    let mut all = document(&pooled.stats)?;
    if let Some(all) = all.as_object_mut() {
        all.insert("items".into(), json!(pooled.items));
        all.insert("files".into(), json!(pooled.files));
        all.insert("duplicates".into(), json!(pooled.duplicates));
        all.insert("unmarked".into(), json!(pooled.unmarked));
    }
    if !pooled.unmarked.is_empty() && call.files.len() > 1 {
        output::tell(&format!(
            "{} do not say with which secret they were made: if it was not one, items of several officers are counted several times",
            pooled.unmarked.join(", ")
        ));
    }
    output.one(&all)
}

fn freeze(desk: &Desk, call: &FigureFreeze, output: &Output) -> Result<()> {
    let mut request = request(desk, &call.asked)?;
    request.with_imported = !call.without_imported;
    let open = desk.open(&call.case)?;
    let frozen = statistics::freeze::freeze(
        &open.session,
        &FreezeRequest {
            name: call.name.clone(),
            request,
        },
    )?;
    open.done(output, serde_json::to_value(&frozen)?)
}

fn check(desk: &Desk, call: &FigureCheck, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    let names = match &call.name {
        Some(name) => vec![name.clone()],
        None => statistics::freeze::frozen(&open.session)?
            .into_iter()
            .map(|figure| figure.name)
            .collect(),
    };
    for name in names {
        output.line(&statistics::freeze::rederive(&open.session, &name)?)?;
    }
    open.end()
}

/// What a call asks for.
pub(crate) fn request(desk: &Desk, asked: &Asked) -> Result<StatsRequest> {
    Ok(StatsRequest {
        unit: word("unit", &asked.unit)?,
        from: asked.from.clone(),
        to: asked.to.clone(),
        as_at: asked
            .as_at
            .as_deref()
            .map(|at| past(desk, at))
            .transpose()?,
        with_imported: true,
        cut: None,
    })
}

/// Figures as the command line tells them: a row of a platform names it so.
fn document(view: &StatsView) -> Result<Value> {
    let mut document = serde_json::to_value(view)?;
    let rows = document
        .get_mut("by_platform")
        .and_then(Value::as_array_mut);
    for row in rows.into_iter().flatten().filter_map(Value::as_object_mut) {
        let name = row.remove("name").unwrap_or_else(|| json!(""));
        row.insert("platform".into(), name);
    }
    if let Some(cohort) = document.get_mut("cohort").and_then(Value::as_object_mut) {
        cohort.insert("decided".into(), json!(view.decided));
        cohort.insert("rate_of_referred".into(), json!(view.rate_of_referred));
        cohort.insert("rate_of_decided".into(), json!(view.rate_of_decided));
    }
    Ok(document)
}
