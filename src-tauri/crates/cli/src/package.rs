//! Packages between workstations.

use crate::args::OnCase;
use crate::args::package::{
    ColleagueAdd, ColleagueConfirm, OnColleague, OnPackage, PackageApprove, PackageCard,
    PackageOut, Packages,
};
use crate::case::Desk;
use crate::output::{Output, tell};
use crate::referral::{find, told};
use breakwater_casework::{Result, package};
use breakwater_model::package::{PackRequest, SignPackageRequest};
use serde_json::json;

pub fn run(desk: &Desk, command: &Packages, output: &Output) -> Result<()> {
    match command {
        Packages::PackageCard(call) => card(desk, call, output),
        Packages::PackageOut(call) => out(desk, call, output),
        Packages::PackageOpen(call) => open(desk, call, output),
        Packages::PackageApprove(call) => approve(desk, call, output),
        Packages::PackageIn(call) => take(desk, call, output),
        Packages::Colleagues(call) => colleagues(desk, call, output),
        Packages::ColleagueAdd(call) => add(desk, call, output),
        Packages::ColleagueConfirm(call) => confirm(desk, call, output),
        Packages::ColleagueRemove(call) => remove(desk, call, output),
    }
}

fn card(desk: &Desk, call: &PackageCard, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    let told = serde_json::to_value(package::save_card(&open.session, &call.out)?)?;
    open.done(output, told)
}

fn out(desk: &Desk, call: &PackageOut, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    let request = PackRequest {
        referral: find(&open.session, &call.referral)?,
        to: call.to.clone(),
    };
    let told = serde_json::to_value(package::pack(&open.session, &request, &call.out)?)?;
    open.done(output, told)
}

fn open(desk: &Desk, call: &OnPackage, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    let told = serde_json::to_value(package::open(&open.session, &call.file)?)?;
    open.done(output, told)
}

/// Shows every item on standard error once more and signs; it was opened before.
fn approve(desk: &Desk, call: &PackageApprove, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    let view = package::opened(&open.session, &call.file)?;
    for item in &view.items {
        tell(&serde_json::to_string_pretty(item)?);
    }
    let request = SignPackageRequest {
        opened: view.items.iter().map(|item| item.id).collect(),
        sha256: view.sha256,
    };
    let answer = package::sign(&open.session, &call.file, &request, &call.out)?;
    let told = serde_json::to_value(answer)?;
    open.done(output, told)
}

fn take(desk: &Desk, call: &OnPackage, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    let taken = package::take(&open.session, &call.file)?;
    let mut all = told(&taken.referral);
    if let Some(fields) = all.as_object_mut() {
        fields.insert("approver".into(), taken.approver.into());
    }
    open.done(output, all)
}

fn colleagues(desk: &Desk, call: &OnCase, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    let all = package::colleagues(&open.session)?;
    all.iter().try_for_each(|one| output.line(one))?;
    open.end()
}

fn add(desk: &Desk, call: &ColleagueAdd, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    let told = serde_json::to_value(package::add(&open.session, &call.card)?)?;
    open.done(output, told)
}

fn confirm(desk: &Desk, call: &ColleagueConfirm, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    let view = package::confirm(&open.session, &call.number, &call.fingerprint)?;
    let told = serde_json::to_value(view)?;
    open.done(output, told)
}

fn remove(desk: &Desk, call: &OnColleague, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    package::remove(&open.session, &call.number)?;
    open.done(output, json!({ "removed": call.number }))
}
