//! Files in and files out.

use crate::args::{Export, Import, ImportUndo};
use crate::case::Desk;
use crate::output::{self, Bar, Output};
use breakwater_casework::exchange::import::Preview;
use breakwater_casework::exchange::{export as give, import as take};
use breakwater_casework::outcomes::{Mapping, take as outcomes};
use breakwater_casework::register::take as register;
use breakwater_casework::{Error, Result, Session, account};
use breakwater_model::exchange::ExportRequest;
use breakwater_model::import::ImportRequest;
use breakwater_model::list::{AccountOrder, AccountScope, ListRequest};
use breakwater_model::outcomes::OutcomesFileRequest;
use breakwater_model::register::RegisterFileRequest;
use std::path::Path;

pub fn import(desk: &Desk, call: &Import, output: &Output) -> Result<()> {
    refuse_what_does_nothing(call)?;
    match call.kind.as_str() {
        "accounts" => {}
        "register" => return import_register(desk, call, output),
        "outcomes" => return import_outcomes(desk, call, output),
        other => {
            return Err(Error::Invalid(format!(
                "{other:?} is not a kind of file this version takes in: accounts, outcomes, register."
            )));
        }
    }
    let open = desk.open(&call.case)?;
    let preview = preview(&open.session, call)?;
    if let Some(warning) = preview.warning() {
        output::tell(&warning);
    }
    if let Some(out) = &call.errors {
        preview.save_rejected(out)?;
    }
    if let Some(out) = &call.rows {
        preview.save_rows(&open.session, out, &Bar)?;
    }
    if let Some(name) = &call.save_mapping {
        take::saved::save(&open.session, &preview, name, true)?;
    }
    let result = if call.dry_run {
        preview.result()
    } else {
        take::commit(&open.session, &preview, &Bar)?
    };
    let told = serde_json::to_value(&result)?;
    open.done(output, told)
}

/// An option that does nothing for a kind of file is no option of it.
fn refuse_what_does_nothing(call: &Import) -> Result<()> {
    let is_accounts = call.kind == "accounts";
    let given = [
        ("--rows", call.rows.is_some() && call.kind == "register"),
        ("--header-line", call.header_line.is_some() && !is_accounts),
        ("--take-erased", call.take_erased && !is_accounts),
        (
            "--save-mapping",
            call.save_mapping.is_some() && call.kind == "register",
        ),
    ];
    let Some((option, _)) = given.iter().find(|(_, is_given)| *is_given) else {
        return Ok(());
    };
    Err(Error::Invalid(format!(
        "{option} does nothing for a file of kind {}: leave it out.",
        call.kind
    )))
}

fn import_register(desk: &Desk, call: &Import, output: &Output) -> Result<()> {
    if call.mapping.is_some() {
        return Err(Error::Invalid(
            "A register file has no mapping: its columns are key_or_url, list, owner, contact, expires, note.".into(),
        ));
    }
    let request = RegisterFileRequest {
        encoding: call.encoding.clone(),
        delimiter: call.delimiter.clone(),
        sheet: call.sheet.clone(),
        ..RegisterFileRequest::default()
    };
    let open = desk.open(&call.case)?;
    let preview = register::preview(&open.session, &call.file, &request, &Bar)?;
    if let Some(warning) = preview.warning() {
        output::tell(&warning);
    }
    if let Some(out) = &call.errors {
        preview.save_rejected(out)?;
    }
    let result = if call.dry_run {
        preview.result()
    } else {
        register::commit(&open.session, &preview)?
    };
    let told = serde_json::to_value(&result)?;
    open.done(output, told)
}

fn import_outcomes(desk: &Desk, call: &Import, output: &Output) -> Result<()> {
    let named = call.mapping.as_deref();
    let file = named.map(Path::new).filter(|file| file.is_file());
    let given = file.map(Mapping::of_file).transpose()?;
    let request = OutcomesFileRequest {
        encoding: call.encoding.clone(),
        delimiter: call.delimiter.clone(),
        sheet: call.sheet.clone(),
        mapping: named.map(|name| if name == "none" { "" } else { name }.to_owned()),
        ..OutcomesFileRequest::default()
    };
    let open = desk.open(&call.case)?;
    let preview = match given {
        Some(mapping) => outcomes::preview_by(&open.session, &call.file, &request, mapping, &Bar)?,
        None => outcomes::preview(&open.session, &call.file, &request, &Bar)?,
    };
    for remark in preview.remarks() {
        output::tell(&remark);
    }
    if let Some(out) = &call.errors {
        preview.save_rejected(out)?;
    }
    if let Some(out) = &call.rows {
        preview.save_rows(out)?;
    }
    if let Some(name) = &call.save_mapping {
        preview.keep_mapping(&open.session, name, true)?;
    }
    let result = if call.dry_run {
        preview.result()
    } else {
        outcomes::commit(&open.session, &preview, &Bar)?
    };
    let told = serde_json::to_value(&result)?;
    open.done(output, told)
}

fn preview(session: &Session, call: &Import) -> Result<Preview> {
    let named = call.mapping.as_deref();
    let file = named.map(Path::new).filter(|file| file.is_file());
    let mapping = file.map(take::saved::read).transpose()?;
    let request = ImportRequest {
        file: String::new(),
        encoding: call.encoding.clone(),
        delimiter: call.delimiter.clone(),
        sheet: call.sheet.clone(),
        header_line: call.header_line,
        mapping: named.map(|name| if name == "none" { "" } else { name }.to_owned()),
        fields: None,
        takes_erased: call.take_erased,
    };
    take::preview_by(session, &call.file, &request, mapping, &Bar)
}

pub fn undo(desk: &Desk, call: &ImportUndo, output: &Output) -> Result<()> {
    let batch = call
        .batch
        .parse()
        .map_err(|_| Error::Invalid(format!("{:?} is not the id of an import.", call.batch)))?;
    let open = desk.open(&call.case)?;
    let done = account::undo::undo_import(&open.session, batch, &call.reason, &Bar)?;
    let told = serde_json::to_value(done)?;
    open.done(output, told)
}

pub fn export(desk: &Desk, call: &Export, output: &Output) -> Result<()> {
    if call.profile != "colleague" {
        return Err(Error::Invalid(format!(
            "{:?} is not a profile this version writes: colleague.",
            call.profile
        )));
    }
    let open = desk.open(&call.case)?;
    let request = ExportRequest {
        place: String::new(),
        columns: Vec::new(),
        list: ListRequest {
            scope: AccountScope::All,
            order: AccountOrder::Imported,
            ..ListRequest::default()
        },
        accounts: Vec::new(),
        except: vec![],
        recipient: call.recipient.clone(),
        purpose: call.purpose.clone(),
        with_kept_apart: call.with_kept_apart,
        grading: call.grading.clone(),
        keeps_grading: call.keep_grading,
    };
    let written = give::export(&open.session, &request, &call.out, &Bar)?;
    let told = serde_json::to_value(&written)?;
    open.done(output, told)
}
