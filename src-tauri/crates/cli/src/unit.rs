//! What a unit puts in the place of what comes with the program.

use crate::args::OnCase;
use crate::args::unit::{TemplateReset, TemplateSet, Unit};
use crate::case::Desk;
use crate::directory;
use crate::output::Output;
use breakwater_casework::{Result, template};
use breakwater_model::template::TemplateRequest;
use serde_json::json;

pub fn run(desk: &Desk, command: &Unit, output: &Output) -> Result<()> {
    match command {
        Unit::DirectoryImport(call) => directory::import(desk, call, output),
        Unit::DirectoryExport(call) => directory::export(desk, call, output),
        Unit::DirectoryReset(call) => directory::back(desk, call, output),
        Unit::Templates(call) => templates(desk, call, output),
        Unit::TemplateSet(call) => set(desk, call, output),
        Unit::TemplateReset(call) => reset(desk, call, output),
    }
}

fn templates(desk: &Desk, call: &OnCase, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    let all = template::all(&open.session)?;
    all.iter().try_for_each(|one| output.line(one))?;
    open.end()
}

fn set(desk: &Desk, call: &TemplateSet, output: &Output) -> Result<()> {
    let request = TemplateRequest {
        name: call.name.clone(),
        text: template::read_file(&call.file)?,
    };
    let open = desk.open(&call.case)?;
    let view = if call.dry_run {
        template::preview(&open.session, &request)?
    } else {
        template::set(&open.session, &request)?
    };
    let told = serde_json::to_value(&view)?;
    open.done(output, told)?;
    directory::refuse_faults(&view.faults, &format!("The template {}", view.name))
}

fn reset(desk: &Desk, call: &TemplateReset, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    let is_changed = template::reset(&open.session, &call.name)?;
    open.done(output, json!({ "is_changed": is_changed }))
}
