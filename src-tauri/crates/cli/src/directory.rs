//! By which channel a platform takes what.

use crate::args::OnCase;
use crate::args::checks::Directory;
use crate::args::unit::{DirectoryExport, DirectoryImport};
use crate::case::Desk;
use crate::output::Output;
use breakwater_casework::directory::{built_in_text, channels, preview, reset, save, take};
use breakwater_casework::{Error, Result};
use breakwater_model::directory::{ChannelRateView, ChannelView, UnitFileFaultView};
use serde::Serialize;
use serde_json::json;

/// A channel, as the command tells it.
#[derive(Serialize)]
struct Told<'a> {
    #[serde(flatten)]
    channel: &'a ChannelView,
    review_by: &'a str,
    is_overdue: bool,
    /// What became of what the case sent by it.
    rate: Option<ChannelRateView>,
    policies: Vec<Policy<'a>>,
}

/// A rule of the platform.
#[derive(Serialize)]
struct Policy<'a> {
    name: &'a str,
    date: &'a str,
}

pub fn list(desk: &Desk, call: &Directory, output: &Output) -> Result<()> {
    let open = call
        .case
        .as_deref()
        .map(|case| desk.open(case))
        .transpose()?;
    let session = open.as_ref().map(|open| &open.session);
    let found = channels(session, call.platform.as_deref(), desk.host().now())?;
    if found.is_empty() {
        return Err(Error::Invalid(format!(
            "The directory has no channel of {:?}.",
            call.platform.as_deref().unwrap_or_default()
        )));
    }
    if let Some(out) = &call.out {
        std::fs::write(out, built_in_text()).map_err(Error::io("the directory"))?;
    }
    for one in &found {
        let policies = one.policies.iter();
        output.line(&Told {
            channel: &one.line.channel,
            review_by: &one.line.review_by,
            is_overdue: one.line.is_overdue,
            rate: session.map(|_| one.line.rate),
            policies: policies.map(|(name, date)| Policy { name, date }).collect(),
        })?;
    }
    open.map_or(Ok(()), crate::case::Open::end)
}

pub fn import(desk: &Desk, call: &DirectoryImport, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    let view = if call.dry_run {
        preview(&open.session, &call.file)?
    } else {
        take(&open.session, &call.file)?
    };
    let told = serde_json::to_value(&view)?;
    open.done(output, told)?;
    refuse_faults(&view.faults, &view.file_name)
}

pub fn export(desk: &Desk, call: &DirectoryExport, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    let sha256 = save(&open.session, &call.out)?;
    open.done(output, json!({ "sha256": sha256 }))
}

pub fn back(desk: &Desk, call: &OnCase, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    let is_changed = reset(&open.session)?;
    open.done(output, json!({ "is_changed": is_changed }))
}

/// A file that has faults was not taken, and the answer says so in its exit code too.
pub fn refuse_faults(faults: &[UnitFileFaultView], file_name: &str) -> Result<()> {
    if faults.is_empty() {
        return Ok(());
    }
    let told: Vec<String> = faults
        .iter()
        .map(|fault| format!("line {}: {}", fault.line, fault.why))
        .collect();
    Err(Error::Invalid(format!(
        "{file_name} was not taken. {}",
        told.join("; ")
    )))
}
