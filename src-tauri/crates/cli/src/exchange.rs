//! Files in and files out.

use crate::args::{Export, Import, ImportUndo};
use crate::case::{Desk, word};
use crate::output::{self, Bar, Output};
use breakwater_casework::exchange::import::Preview;
use breakwater_casework::exchange::{export as give, import as take};
use breakwater_casework::register::take as register;
use breakwater_casework::{Error, Result, Session, account};
use breakwater_model::exchange::ExportRequest;
use breakwater_model::import::{ColumnView, Field, ImportRequest};
use breakwater_model::list::{AccountOrder, AccountScope, ListRequest};
use breakwater_model::register::RegisterFileRequest;
use std::path::Path;

pub fn import(desk: &Desk, call: &Import, output: &Output) -> Result<()> {
    match call.kind.as_str() {
        "accounts" => {}
        "register" => return import_register(desk, call, output),
        other => {
            return Err(Error::Invalid(format!(
                "{other:?} is not a kind of file this version takes in: accounts, register."
            )));
        }
    }
    let request = ImportRequest {
        file: String::new(),
        encoding: call.encoding.clone(),
        delimiter: call.delimiter.clone(),
        fields: None,
    };
    let open = desk.open(&call.case)?;
    let preview = preview(&open.session, call, request)?;
    if let Some(warning) = preview.warning() {
        output::tell(&warning);
    }
    if let Some(out) = &call.errors {
        preview.save_rejected(out)?;
    }
    let result = if call.dry_run {
        preview.result()
    } else {
        take::commit(&open.session, &preview, &Bar)?
    };
    let told = serde_json::to_value(&result)?;
    open.done(output, told)
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
        ..RegisterFileRequest::default()
    };
    let open = desk.open(&call.case)?;
    let preview = register::preview(&open.session, &call.file, &request, &Bar)?;
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

fn preview(session: &Session, call: &Import, request: ImportRequest) -> Result<Preview> {
    let guessed = take::preview(session, &call.file, &request, &Bar)?;
    let Some(mapping) = &call.mapping else {
        return Ok(guessed);
    };
    let fields = Some(mapped(mapping, &guessed.view().columns)?);
    take::preview(
        session,
        &call.file,
        &ImportRequest { fields, ..request },
        &Bar,
    )
}

/// The fields of the columns: those of the mapping file, else as recognised.
fn mapped(file: &Path, columns: &[ColumnView]) -> Result<Vec<Field>> {
    let text = std::fs::read_to_string(file).map_err(Error::io("the mapping file"))?;
    let mut fields: Vec<Field> = columns.iter().map(|column| column.field).collect();
    for (number, line) in (1..)
        .zip(text.lines())
        .filter(|(_, line)| !line.trim().is_empty())
    {
        let (header, field) = line.rsplit_once('=').ok_or_else(|| {
            Error::Invalid(format!("Line {number} of the mapping is not header=field."))
        })?;
        let field = word(
            &format!("field (line {number} of the mapping)"),
            field.trim(),
        )?;
        let at = columns
            .iter()
            .position(|column| column.header.trim() == header.trim());
        let place = at.and_then(|at| fields.get_mut(at)).ok_or_else(|| {
            Error::Invalid(format!(
                "Line {number} of the mapping: the file has no column {:?}.",
                header.trim()
            ))
        })?;
        *place = field;
    }
    Ok(fields)
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
        recipient: call.recipient.clone(),
        purpose: call.purpose.clone(),
    };
    let written = give::export(&open.session, &request, &call.out, &Bar)?;
    let told = serde_json::to_value(&written)?;
    open.done(output, told)
}
