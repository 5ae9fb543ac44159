//! Exhibits.

use crate::account;
use crate::args::{EvidenceAdd, EvidenceExport, EvidenceStop, OnCase};
use crate::case::{Desk, Open, PEAK, time};
use crate::output::{self, Bar, Output};
use breakwater_casework::case::describe;
use breakwater_casework::evidence::attach::Attach;
use breakwater_casework::{Error, Result, evidence};
use breakwater_model::evidence::{AttachedView, ExhibitListRequest, ExhibitView, StopRequest};
use serde_json::{Value, json};

/// Rows asked for at a time.
const STEP: u32 = 500;

pub fn add(desk: &Desk, call: &EvidenceAdd, output: &Output) -> Result<()> {
    if let Some(file) = call.files.iter().find(|file| !file.exists()) {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        return Err(Error::Invalid(format!(
            "There is no file {name:?}; nothing was attached."
        )));
    }
    let request = Attach {
        account: account::id(&call.account)?,
        files: call.files.clone(),
        source_url: call.source_url.clone(),
        captured_at: call.captured_at.as_deref().map(time).transpose()?,
        method: call.method.clone(),
        warnings: Vec::new(),
    };
    let open = desk.open(&call.case)?;
    tell_rules(&open)?;
    let mut said = Ok(());
    evidence::attach::attach(&open.session, &request, &Bar, &mut |view| {
        let mut line = attached(view);
        if let Value::Object(fields) = &mut line {
            fields.insert(PEAK.into(), open.peak().into());
        }
        if said.is_ok() {
            said = output.line(&line);
        }
    })?;
    said?;
    open.end()
}

/// Says what must never be attached, until an officer has read it in the window.
fn tell_rules(open: &Open) -> Result<()> {
    if !describe::session(&open.session)?.evidence_rules_read {
        let rules = evidence::rules::rules();
        output::tell(&rules.title);
        rules
            .text
            .iter()
            .for_each(|paragraph| output::tell(paragraph));
    }
    Ok(())
}

fn attached(view: &AttachedView) -> Value {
    match &view.exhibit {
        Some(exhibit) => told(exhibit),
        None => json!({
            "exhibit": null, "sha256": null, "size": null, "media_type": null, "duplicate_of": null,
            "refused": view.refused, "file_name": view.file_name,
        }),
    }
}

fn told(exhibit: &ExhibitView) -> Value {
    json!({
        "exhibit": exhibit.id, "number": exhibit.number, "sha256": exhibit.sha256,
        "size": exhibit.size.parse::<u64>().unwrap_or_default(), "media_type": exhibit.media_type,
        "duplicate_of": exhibit.duplicate_of, "refused": null, "file_name": exhibit.file_name,
        "account": exhibit.account, "source_url": exhibit.source_url, "captured": exhibit.captured,
        "method": exhibit.method, "officer": exhibit.officer, "attached_at": exhibit.attached_at,
        "stopped": exhibit.is_stopped,
    })
}

pub fn list(desk: &Desk, call: &OnCase, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    let mut request = ExhibitListRequest {
        search: String::new(),
        offset: 0,
        limit: STEP,
    };
    loop {
        let view = evidence::list::list(&open.session, &request)?;
        if view.rows.is_empty() {
            if view.left_out > 0 {
                output::tell(&format!(
                    "{} exhibits of victims, children and third parties are left out; `account` shows them.",
                    view.left_out
                ));
            }
            return open.end();
        }
        view.rows
            .iter()
            .try_for_each(|exhibit| output.line(&told(exhibit)))?;
        request.offset += STEP;
    }
}

pub fn export(desk: &Desk, call: &EvidenceExport, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    let found = evidence::list::find(&open.session, &call.exhibit)?;
    let view = evidence::export::export(
        &open.session,
        found.id,
        &call.out,
        &call.recipient,
        &call.purpose,
        &Bar,
    )?;
    let told = told(&view);
    open.done(output, told)
}

pub fn stop(desk: &Desk, call: &EvidenceStop, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    let found = evidence::list::find(&open.session, &call.exhibit)?;
    let receipt = evidence::stop::stop(
        &open.session,
        &StopRequest {
            exhibit: found.id,
            reason: call.reason.clone(),
        },
    )?;
    let mut told = serde_json::to_value(&receipt)?;
    if let Value::Object(fields) = &mut told {
        fields.insert("exhibit".into(), json!(found.id));
        fields.insert("sha256".into(), Value::Null);
        fields.insert("stopped".into(), Value::Bool(true));
    }
    open.done(output, told)
}
