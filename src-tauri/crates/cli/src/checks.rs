//! Looking again at what was sent.

use crate::args::checks::{Checks, ChecksDue, ChecksIn, ChecksOut, ChecksShots};
use crate::case::{Desk, word};
use crate::directory;
use crate::output::{Bar, Output};
use breakwater_casework::Result;
use breakwater_casework::checks::{answers, due, sheet, shots};
use breakwater_model::checks::CheckSheetRequest;

pub fn run(desk: &Desk, command: &Checks, output: &Output) -> Result<()> {
    match command {
        Checks::ChecksDue(call) => list(desk, call, output),
        Checks::ChecksOut(call) => out(desk, call, output),
        Checks::ChecksIn(call) => back(desk, call, output),
        Checks::ChecksShots(call) => shown(desk, call, output),
        Checks::Directory(call) => directory::list(desk, call, output),
    }
}

fn list(desk: &Desk, call: &ChecksDue, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    let list = due::due(&open.session, call.all)?;
    list.rows.iter().try_for_each(|row| output.line(row))
}

fn out(desk: &Desk, call: &ChecksOut, output: &Output) -> Result<()> {
    let request = CheckSheetRequest {
        place: String::new(),
        format: word("format", &call.format)?,
        with_ahead: call.ahead,
    };
    let open = desk.open(&call.case)?;
    let written = sheet::write(&open.session, &request, &call.out)?;
    let told = serde_json::to_value(&written)?;
    open.done(output, told)
}

fn back(desk: &Desk, call: &ChecksIn, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    let done = answers::take(&open.session, &call.file, call.dry_run)?;
    let told = serde_json::to_value(&done)?;
    open.done(output, told)
}

fn shown(desk: &Desk, call: &ChecksShots, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    let done = if call.dry_run {
        shots::look(&open.session, &call.folder)?
    } else {
        shots::take(&open.session, &call.folder, &Bar)?
    };
    let told = serde_json::to_value(&done)?;
    open.done(output, told)
}
