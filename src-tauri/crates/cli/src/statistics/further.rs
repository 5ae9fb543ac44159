//! Comparisons, trends, fairness, and what is asked for beside takedowns.

use super::request;
use crate::args::statistics::{
    Compare, FairnessOf, FairnessRows, Further, Justice, JusticeTakeBack, Statistics, Trends,
};
use crate::case::{Desk, past, word};
use crate::output::Output;
use breakwater_casework::account::justice;
use breakwater_casework::{Error, Quiet, Result, statistics};
use breakwater_model::compare::{CompareRequest, DaysRequest, FairRowsRequest};
use breakwater_model::further::JusticeFactRequest;
use breakwater_model::platform::Unit;
use breakwater_model::statistics::StatsRequest;
use breakwater_model::trends::{TrendKind, TrendRowsRequest, TrendsRequest};
use serde_json::json;

pub fn run(desk: &Desk, command: &Statistics, output: &Output) -> Result<()> {
    match command {
        Statistics::Compare(call) => compare(desk, call, output),
        Statistics::Trends(call) => trends(desk, call, output),
        Statistics::Fairness(call) => fairness(desk, call, output),
        Statistics::FairnessRows(call) => fairness_rows(desk, call, output),
        Statistics::Further(call) => further(desk, call, output),
        Statistics::Justice(call) => enter(desk, call, output),
        Statistics::JusticeTakeBack(call) => take_back(desk, call, output),
        _ => Ok(()),
    }
}

fn compare(desk: &Desk, call: &Compare, output: &Output) -> Result<()> {
    let asked = request(desk, &call.asked)?;
    let open = desk.open(&call.case)?;
    let found = statistics::compare::compare(
        &open.session,
        &CompareRequest {
            unit: asked.unit,
            one: DaysRequest {
                from: asked.from,
                to: asked.to,
            },
            other: DaysRequest {
                from: call.other_from.clone(),
                to: call.other_to.clone(),
            },
            as_at: asked.as_at,
            with_imported: !call.without_imported,
        },
    )?;
    open.end()?;
    output.one(&json!({
        "one": side(&found.one),
        "other": side(&found.other),
        "overlap": found.overlap,
        "measures": found.measures,
    }))
}

/// What stands beside the measures: `stats` has the rest.
fn side(stats: &breakwater_model::statistics::StatsView) -> serde_json::Value {
    json!({
        "unit": stats.unit,
        "from": stats.from,
        "to": stats.to,
        "as_at": stats.as_at,
        "taken_down": stats.taken_down,
        "referred": stats.referred,
        "decided": stats.decided,
    })
}

fn trends(desk: &Desk, call: &Trends, output: &Output) -> Result<()> {
    let asked = TrendsRequest {
        from: call.from.clone(),
        to: call.to.clone(),
    };
    let open = desk.open(&call.case)?;
    let Some(kind) = &call.rows else {
        let found = statistics::trends::trends(&open.session, &asked, &Quiet)?;
        open.end()?;
        return output.one(&found);
    };
    let kind: TrendKind = word("kind", kind)?;
    if kind != TrendKind::Heard && call.name.is_none() {
        return Err(Error::Invalid(
            "Say which with --name: the currency, the route or the term.".into(),
        ));
    }
    let rows = TrendRowsRequest {
        trends: asked,
        kind,
        name: call.name.clone().unwrap_or_default(),
        language: call.language.clone(),
        month: call.month.clone(),
        offset: 0,
        limit: u32::MAX,
    };
    let found = statistics::trend_rows::rows(&open.session, &rows, &Quiet)?;
    open.end()?;
    output.one(&found)
}

fn fairness(desk: &Desk, call: &FairnessOf, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    let found = statistics::fairness::fairness(&open.session)?;
    open.end()?;
    output.one(&found)
}

fn fairness_rows(desk: &Desk, call: &FairnessRows, output: &Output) -> Result<()> {
    let asked = FairRowsRequest {
        by: word("grouping", &call.by)?,
        name: call.name.clone(),
        count: word("count", &call.count)?,
        offset: 0,
        limit: u32::MAX,
    };
    let open = desk.open(&call.case)?;
    for row in &statistics::fair_rows::rows(&open.session, &asked)?.rows {
        output.line(row)?;
    }
    open.end()
}

fn further(desk: &Desk, call: &Further, output: &Output) -> Result<()> {
    let asked = StatsRequest {
        unit: Unit::Account,
        from: call.from.clone(),
        to: call.to.clone(),
        as_at: call.as_at.as_deref().map(|at| past(desk, at)).transpose()?,
        with_imported: true,
        cut: None,
    };
    let open = desk.open(&call.case)?;
    let found = statistics::further::further(&open.session, &asked)?;
    open.end()?;
    output.one(&found)
}

fn enter(desk: &Desk, call: &Justice, output: &Output) -> Result<()> {
    let accounts = call.accounts.iter().map(|id| word("account", id));
    let entered = JusticeFactRequest {
        kind: word("kind", &call.kind)?,
        accounts: accounts.collect::<Result<_>>()?,
        at: call.at.clone(),
        reference: call.reference.clone(),
        source: call.source.clone(),
        words: call.words.clone(),
    };
    let open = desk.open(&call.case)?;
    let fact = justice::enter(&open.session, &entered)?;
    open.done(output, serde_json::to_value(&fact)?)
}

fn take_back(desk: &Desk, call: &JusticeTakeBack, output: &Output) -> Result<()> {
    let fact = word("arrest or conviction", &call.fact)?;
    let open = desk.open(&call.case)?;
    justice::take_back(&open.session, fact)?;
    open.done(output, json!({ "fact": fact }))
}
