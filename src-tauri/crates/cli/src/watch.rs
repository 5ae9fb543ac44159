//! Live visits to an account, and the word on watching it.

use crate::account::id;
use crate::args::watch::{OnWatched, Watch, WatchEnd, Watching};
use crate::case::{Desk, time};
use crate::output::Output;
use crate::review::answers;
use breakwater_casework::Result;
use breakwater_casework::account::watch;
use breakwater_model::watch::{WatchDoneView, WatchGround, WatchRequest};
use serde_json::{Value, json};

pub fn run(desk: &Desk, command: &Watching, output: &Output) -> Result<()> {
    match command {
        Watching::Visits(call) => visits(desk, call, output),
        Watching::WatchFactors => watch::factors()?
            .iter()
            .try_for_each(|factor| output.line(factor)),
        Watching::Watch(call) => begin(desk, call, output),
        Watching::WatchEnd(call) => end(desk, call, output),
    }
}

fn visits(desk: &Desk, call: &OnWatched, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    let told = watch::visits(&open.session, id(&call.id)?)?;
    open.end()?;
    output.one(&told)
}

fn begin(desk: &Desk, call: &Watch, output: &Output) -> Result<()> {
    let ground = match (&call.authority, &call.expires) {
        (Some(reference), Some(expires)) => WatchGround::Authority {
            reference: reference.clone(),
            expires: time(expires)?,
        },
        _ => WatchGround::NoneNeeded {
            why: call.none_needed.clone().unwrap_or_default(),
        },
    };
    let request = WatchRequest {
        account: id(&call.id)?,
        purpose: call.purpose.clone(),
        factors: answers(&call.factors)?,
        ground,
        decided_by: call.decided_by.clone(),
    };
    let open = desk.open(&call.case)?;
    let done = watch::begin(&open.session, &request)?;
    open.done(output, told(&done))
}

fn end(desk: &Desk, call: &WatchEnd, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    let done = watch::end(&open.session, id(&call.id)?, &call.reason)?;
    open.done(output, told(&done))
}

fn told(done: &WatchDoneView) -> Value {
    json!({ "set": done.set, "visits": done.visits })
}
