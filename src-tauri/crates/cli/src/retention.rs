//! Holds, and erasing by two officers.

use crate::account as accounts;
use crate::args::retention::{
    EraseCertificate, EraseDryRun, ErasePropose, HoldRelease, HoldSet, OnErasure, OnRetention,
    Retention, RetentionSet,
};
use crate::case::{Desk, word};
use crate::output::{self, Output};
use breakwater_casework::retention::{certificate, due, erase, hold, periods, print};
use breakwater_casework::{Error, Result, Session};
use breakwater_model::ErasureId;
use breakwater_model::erasure::{
    ProposeErasureRequest, ReleaseHoldRequest, SetHoldRequest, SetPeriodRequest,
};

pub fn run(desk: &Desk, command: &Retention, output: &Output) -> Result<()> {
    match command {
        Retention::EraseDue(call) => list_due(desk, call, output),
        Retention::RetentionSet(call) => set_period(desk, call, output),
        Retention::Hold(call) => set(desk, call, output),
        Retention::HoldRelease(call) => release(desk, call, output),
        Retention::Holds(call) => holds(desk, call, output),
        Retention::EraseDryRun(call) => dry_run(desk, call, output),
        Retention::ErasePropose(call) => propose(desk, call, output),
        Retention::EraseDrop(call) => drop_proposal(desk, call, output),
        Retention::EraseConfirm(call) => confirm(desk, call, output),
        Retention::Erasures(call) => erasures(desk, call, output),
        Retention::EraseCertificate(call) => write(desk, call, output),
    }
}

fn list_due(desk: &Desk, call: &OnRetention, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    let view = due::due(&open.session)?;
    open.end()?;
    output.one(&view)
}

fn set_period(desk: &Desk, call: &RetentionSet, output: &Output) -> Result<()> {
    let request = SetPeriodRequest {
        group: call.group.clone(),
        days: call.days,
        reason: call.reason.clone(),
    };
    let open = desk.open(&call.case)?;
    let told = serde_json::to_value(periods::set(&open.session, &request)?)?;
    open.done(output, told)
}

fn set(desk: &Desk, call: &HoldSet, output: &Output) -> Result<()> {
    let account = call.id.as_deref().map(accounts::id).transpose()?;
    let request = SetHoldRequest {
        account,
        reason: call.reason.clone(),
    };
    let open = desk.open(&call.case)?;
    let told = serde_json::to_value(hold::set(&open.session, &request)?)?;
    open.done(output, told)
}

fn release(desk: &Desk, call: &HoldRelease, output: &Output) -> Result<()> {
    let hold = call
        .hold
        .parse()
        .map_err(|_| Error::Invalid(format!("{:?} is not the id of a hold.", call.hold)))?;
    let request = ReleaseHoldRequest {
        hold,
        reason: call.reason.clone(),
    };
    let open = desk.open(&call.case)?;
    let told = serde_json::to_value(hold::release(&open.session, &request)?)?;
    open.done(output, told)
}

fn holds(desk: &Desk, call: &OnRetention, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    for one in hold::list(&open.session)? {
        output.line(&one)?;
    }
    open.end()
}

fn dry_run(desk: &Desk, call: &EraseDryRun, output: &Output) -> Result<()> {
    let id = accounts::id(&call.id)?;
    let open = desk.open(&call.case)?;
    let told = serde_json::to_value(erase::dry_run(&open.session, id)?)?;
    open.done(output, told)
}

fn propose(desk: &Desk, call: &ErasePropose, output: &Output) -> Result<()> {
    let request = ProposeErasureRequest {
        account: accounts::id(&call.id)?,
        ground: word("ground", &call.ground)?,
        reason: call.reason.clone(),
    };
    let open = desk.open(&call.case)?;
    let told = serde_json::to_value(erase::propose(&open.session, &request)?)?;
    open.done(output, told)
}

fn the_erasure(text: &str) -> Result<ErasureId> {
    text.parse()
        .map_err(|_| Error::Invalid(format!("{text:?} is not the id of an erasure.")))
}

fn drop_proposal(desk: &Desk, call: &OnErasure, output: &Output) -> Result<()> {
    let id = the_erasure(&call.erasure)?;
    let open = desk.open(&call.case)?;
    let told = serde_json::to_value(erase::drop_proposal(&open.session, id)?)?;
    open.done(output, told)
}

fn confirm(desk: &Desk, call: &OnErasure, output: &Output) -> Result<()> {
    let id = the_erasure(&call.erasure)?;
    let open = desk.open(&call.case)?;
    let view = erase::confirm(&open.session, id)?;
    for warning in &view.warnings {
        output::tell(warning);
    }
    open.done(output, serde_json::to_value(view)?)
}

fn erasures(desk: &Desk, call: &OnRetention, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    for one in erase::list(&open.session)? {
        output.line(&one)?;
    }
    open.end()
}

/// The erasure by its id, or by the number of its certificate.
fn certified(session: &Session, text: &str) -> Result<ErasureId> {
    match text.trim().parse() {
        Ok(number) => certificate::numbered(session, number),
        Err(_) => the_erasure(text),
    }
}

fn write(desk: &Desk, call: &EraseCertificate, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    let id = certified(&open.session, &call.certificate)?;
    let told = serde_json::to_value(print::write(&open.session, id, &call.out)?)?;
    open.done(output, told)
}
