//! Accounts.

use crate::args::{Accounts, FromInput, OnAccount, RoleSet, Translate};
use crate::case::{Desk, word};
use crate::output::Output;
use breakwater_casework::{Error, Result, Session, account};
use breakwater_model::AccountId;
use breakwater_model::account::TranslateRequest;
use breakwater_model::indicator::{IndicatorView, SumView};
use breakwater_model::link::LinkedView;
use breakwater_model::list::{AccountOrder, AccountRow, AccountScope, ListRequest, ListView};
use breakwater_model::platform::Platform;
use breakwater_model::role::SetRoleRequest;
use serde_json::{Value, json};
use std::io::BufRead;

/// Rows asked for at a time.
const STEP: u32 = 2_000;

/// Reads the id of an account.
pub fn id(text: &str) -> Result<AccountId> {
    text.parse()
        .map_err(|_| Error::Invalid(format!("{text:?} is not the id of an account.")))
}

pub fn list(desk: &Desk, call: &Accounts, output: &Output) -> Result<()> {
    let mut request = ListRequest {
        scope: if call.kept_apart {
            AccountScope::KeptApart
        } else {
            AccountScope::All
        },
        search: call.search.clone().unwrap_or_default(),
        statuses: call
            .status
            .iter()
            .map(|status| word("status", status))
            .collect::<Result<_>>()?,
        platforms: call
            .platform
            .iter()
            .map(|code| Platform(code.to_lowercase()))
            .collect(),
        only_readable: false,
        assigned: None,
        tags: Vec::new(),
        without: Vec::new(),
        only_unseen: false,
        order: AccountOrder::Imported,
        is_descending: false,
        offset: 0,
        limit: STEP,
    };
    let after = call.cursor.as_deref().map(id).transpose()?;
    let open = desk.open(&call.case)?;
    if let Some(purpose) = &call.purpose {
        account::apart::open(&open.session, purpose)?;
    }
    open.session.settle();
    if let Some(after) = after {
        request.offset = account::list::place_after(&open.session, &request, after)?;
    }
    let mut left = call.limit.unwrap_or(usize::MAX);
    while left > 0 {
        let rows = whole(&open.session, &request)?.rows;
        if rows.is_empty() {
            break;
        }
        request.offset += STEP;
        for row in rows.iter().take(left) {
            output.line(&told(row))?;
        }
        left = left.saturating_sub(rows.len());
    }
    open.end()
}

/// A window of a list once every text that has to be read for it was read.
fn whole(session: &Session, request: &ListRequest) -> Result<ListView> {
    loop {
        let view = account::list::list(session, request)?;
        if let Some(mistake) = view.mistakes.first() {
            return Err(Error::Invalid(account::list::said(mistake)));
        }
        if view.scan.is_none() {
            return Ok(view);
        }
    }
}

/// An account that shares something with the one asked about.
fn link(link: &LinkedView) -> Value {
    let reasons: Vec<Value> = link
        .reasons
        .iter()
        .map(|reason| json!({ "kind": reason.kind, "value": reason.value }))
        .collect();
    json!({
        "account": link.account.id, "label": link.account.label, "platform": link.account.platform,
        "status": link.account.status, "reasons": reasons,
        "said": link.said.iter().map(crate::network::said).collect::<Vec<_>>(),
        "succession": link.succession.as_ref().map(crate::network::succession_told),
    })
}

/// The sum an assessment was made on.
fn summed(sum: &SumView) -> Value {
    json!({
        "score": points(sum.halves), "band": sum.band,
        "indicators": sum.lines.iter().map(indicator).collect::<Vec<_>>(),
    })
}

/// A line of the sum: the indicator as `score` tells it, the text it stands in, what it counts and was answered.
fn indicator(line: &IndicatorView) -> Value {
    json!({
        "category": line.category, "quote": line.quote, "start": line.start, "end": line.end, "weight": line.weight,
        "term": line.term, "language": line.language, "rule": line.rule, "version": line.version,
        "field": line.field, "post": line.post, "points": points(line.halves), "answer": line.answer,
    })
}

/// Half points as points.
fn points(halves: i32) -> Value {
    json!(breakwater_casework::text::indicator::Points::halves(halves))
}

fn told(row: &AccountRow) -> Value {
    json!({
        "id": row.id, "platform": row.platform, "handle": row.handle, "platform_id": row.platform_id,
        "status": row.status, "score": points(row.halves), "band": row.band, "label": row.label, "unit": row.unit,
        "role": row.role,
        "language": row.language, "exhibits": row.exhibits,
    })
}

pub fn show(desk: &Desk, call: &OnAccount, output: &Output) -> Result<()> {
    let id = id(&call.id)?;
    let open = desk.open(&call.case)?;
    let view = account::read::read(&open.session, id)?;
    account::consult::opened(&open.session, id)?;
    let mut told = serde_json::to_value(&view)?;
    if let Value::Object(fields) = &mut told {
        fields.insert("score".into(), points(view.sum.halves));
        fields.insert("band".into(), json!(view.sum.band));
        fields.insert(
            "indicators".into(),
            view.sum.lines.iter().map(indicator).collect(),
        );
        fields.remove("sum");
        let made_on = view.assessments.iter().map(|one| summed(&one.sum));
        if let Some(Value::Array(assessments)) = fields.get_mut("assessments") {
            for (assessment, made_on) in assessments.iter_mut().zip(made_on) {
                if let Value::Object(assessment) = assessment {
                    assessment.remove("sum");
                    assessment.insert("made_on".into(), made_on);
                }
            }
        }
        let links = account::links::links(&open.session, id)?;
        fields.insert("links".into(), links.links.iter().map(link).collect());
        fields.insert("chain".into(), serde_json::to_value(&links.chain)?);
    }
    open.end()?;
    output.one(&told)
}

pub fn set_role(desk: &Desk, call: &RoleSet, output: &Output) -> Result<()> {
    let request = SetRoleRequest {
        account: id(&call.id)?,
        role: word("role", call.role.trim())?,
        rests_on: call
            .rests_on
            .as_deref()
            .map(|on| word("what a role rests on", on.trim()))
            .transpose()?,
        words: call.words.clone(),
    };
    let open = desk.open(&call.case)?;
    let done = account::role::set(&open.session, &request)?;
    open.done(
        output,
        json!({
            "role": done.role.role, "rests_on": done.role.rests_on, "status": done.status, "set": done.set,
        }),
    )
}

pub fn translate(desk: &Desk, call: &Translate, output: &Output) -> Result<()> {
    let text = std::fs::read_to_string(&call.text_file).map_err(Error::io("the translation"))?;
    let request = TranslateRequest {
        account: id(&call.account)?,
        post: None,
        text,
        status: word("status of a translation", &call.status)?,
        by: call.by.clone(),
    };
    let open = desk.open(&call.case)?;
    let view = account::translate::translate(&open.session, &request)?;
    open.done(
        output,
        json!({ "translation": view.id, "status": view.status, "by": view.by }),
    )
}

pub fn normalise(call: &FromInput, output: &Output) -> Result<()> {
    if call.input != "-" {
        return output.line(&breakwater_casework::text::identity::normalise(&call.input));
    }
    for line in std::io::stdin().lock().split(b'\n') {
        let line = line.map_err(Error::io("standard input"))?;
        let text = String::from_utf8_lossy(&line);
        output.line(&breakwater_casework::text::identity::normalise(
            text.strip_suffix('\r').unwrap_or(&text),
        ))?;
    }
    Ok(())
}
