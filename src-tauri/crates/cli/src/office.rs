//! What is promised and handed over.

use crate::account as accounts;
use crate::args::office::{
    AccountReport, Handover, HandoverAccept, HandoverPrint, Office, OnOffice, Promise, PromiseEnd,
    Supervision,
};
use crate::case::{Desk, word};
use crate::output::Output;
use crate::referral::find;
use crate::retention;
use breakwater_casework::review::{promise, today};
use breakwater_casework::{Error, Result, Session, account, handover, supervision};
use breakwater_model::account_report::AccountReportRequest;
use breakwater_model::handover::HandoverView;
use breakwater_model::promise::{PromiseOn, PromiseRequest};
use breakwater_model::supervision::ByPersonRequest;
use breakwater_model::{HandoverId, Instant};
use serde_json::{Value, json};

pub fn run(desk: &Desk, command: &Office, output: &Output) -> Result<()> {
    match command {
        Office::Today(call) => waits(desk, call, output),
        Office::Promise(call) => promised(desk, call, output),
        Office::PromiseEnd(call) => ended(desk, call, output),
        Office::Promises(call) => promises(desk, call, output),
        Office::Handover(call) => give(desk, call, output),
        Office::HandoverAccept(call) => accept(desk, call, output),
        Office::Handovers(call) => handovers(desk, call, output),
        Office::HandoverPrint(call) => print(desk, call, output),
        Office::AccountReport(call) => report(desk, call, output),
        Office::Supervision(call) => supervise(desk, call, output),
        Office::Retention(command) => retention::run(desk, command, output),
    }
}

fn waits(desk: &Desk, call: &OnOffice, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    let view = today::today(&open.session)?;
    open.end()?;
    output.one(&view)
}

fn promised(desk: &Desk, call: &Promise, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    let on = match (&call.referral, &call.act) {
        (Some(referral), _) => PromiseOn::Referral {
            referral: find(&open.session, referral)?,
        },
        (None, act) => {
            let act = act.as_deref().unwrap_or_default();
            let action = act.parse();
            PromiseOn::Action {
                action: action
                    .map_err(|_| Error::Invalid(format!("{act:?} is not the id of an action.")))?,
            }
        }
    };
    let request = PromiseRequest {
        account: accounts::id(&call.id)?,
        on,
        who: call.who.clone(),
        what: call.what.clone(),
        due: call.until.clone(),
    };
    let done = promise::promise(&open.session, &request)?;
    open.done(
        output,
        json!({ "promise": done.promise.id, "due": done.promise.due, "set": done.set }),
    )
}

fn ended(desk: &Desk, call: &PromiseEnd, output: &Output) -> Result<()> {
    let id = call
        .promise
        .parse()
        .map_err(|_| Error::Invalid(format!("{:?} is not the id of a promise.", call.promise)))?;
    let end = word("end", &call.end)?;
    let open = desk.open(&call.case)?;
    let set = promise::end(&open.session, id, end)?;
    open.done(output, json!({ "promise": id, "ended": end, "set": set }))
}

fn promises(desk: &Desk, call: &OnOffice, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    for one in promise::open(&open.session, Instant(i64::MAX))? {
        output.line(&one)?;
    }
    open.end()
}

/// The hand-over by its id, or by its number.
fn the_handover(session: &Session, text: &str) -> Result<HandoverId> {
    if let Ok(id) = text.parse() {
        return Ok(id);
    }
    let rows = handover::list(session)?;
    let found = rows
        .iter()
        .find(|row| row.number.to_string() == text.trim());
    found.map(|row| row.id).ok_or_else(|| {
        Error::Invalid(format!(
            "{text:?} is neither the id nor the number of a hand-over."
        ))
    })
}

fn told(view: &HandoverView) -> Value {
    let row = &view.row;
    json!({
        "handover": row.id, "number": row.number, "by": row.by, "at": row.at, "waiting": row.waiting,
        "promises": row.promises, "sha256": view.sha256, "is_signed": row.is_signed,
        "accepted_by": row.accepted_by, "accepted_at": row.accepted_at, "is_accepted": row.is_accepted,
    })
}

fn give(desk: &Desk, call: &Handover, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    let view = handover::give(&open.session, &call.note)?;
    let mut all = told(&view);
    if let Some(out) = &call.out {
        let printed = handover::print::print(&open.session, view.row.id, out)?;
        if let Some(all) = all.as_object_mut() {
            all.insert("pages".into(), json!(printed.pages));
        }
    }
    open.done(output, all)
}

fn accept(desk: &Desk, call: &HandoverAccept, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    let id = the_handover(&open.session, &call.handover)?;
    let told = told(&handover::accept(&open.session, id)?);
    open.done(output, told)
}

fn handovers(desk: &Desk, call: &OnOffice, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    for row in handover::list(&open.session)? {
        output.line(&row)?;
    }
    open.end()
}

fn print(desk: &Desk, call: &HandoverPrint, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    let id = the_handover(&open.session, &call.handover)?;
    let printed = handover::print::print(&open.session, id, &call.out)?;
    let told = serde_json::to_value(&printed)?;
    open.done(output, told)
}

fn supervise(desk: &Desk, call: &Supervision, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    let mut told = serde_json::to_value(supervision::standing(&open.session)?)?;
    if call.by_person {
        let request = ByPersonRequest {
            reason: call.reason.clone().unwrap_or_default(),
        };
        let people = supervision::person::by_person(&open.session, &request)?;
        if let Some(told) = told.as_object_mut() {
            told.insert("by_person".into(), serde_json::to_value(people)?);
        }
    }
    open.end()?;
    output.one(&told)
}

fn report(desk: &Desk, call: &AccountReport, output: &Output) -> Result<()> {
    let request = AccountReportRequest {
        account: accounts::id(&call.id)?,
        format: word("format", &call.format)?,
        recipient: call.recipient.clone(),
        purpose: call.purpose.clone(),
        place: String::new(),
    };
    let open = desk.open(&call.case)?;
    let written = account::report::write(&open.session, &request, &call.out)?;
    let told = serde_json::to_value(&written)?;
    open.done(output, told)
}
