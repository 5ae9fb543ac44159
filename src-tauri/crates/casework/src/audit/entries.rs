//! The audit log as it is read.

use crate::audit::words;
use crate::outfile::hex;
use crate::{Result, Session};
use breakwater_casefile::audit_log::{self, Told};
use breakwater_model::Instant;
use breakwater_model::account::ExtraView;
use breakwater_model::audit::{AuditEntryView, AuditListView, AuditRequest, Operation};

/// Entries read at a time.
const STEP: u32 = 2_000;

/// A window of the log, newest first.
pub fn list(session: &Session, request: &AuditRequest) -> Result<AuditListView> {
    let (told, total) = session.read(|reader| {
        audit_log::window(reader, request.operation, request.offset, request.limit)
    })?;
    Ok(AuditListView {
        rows: told.into_iter().map(view).collect(),
        total,
    })
}

/// Entries after `since`, oldest first, each handed to `each`.
pub fn since(
    session: &Session,
    since: u32,
    each: &mut dyn FnMut(AuditEntryView) -> Result<()>,
) -> Result<()> {
    let mut last = i64::from(since);
    loop {
        let step = session.read(|reader| audit_log::since(reader, last, STEP))?;
        let Some(end) = step.last() else {
            return Ok(());
        };
        last = end.stored.entry.seq;
        for told in step {
            each(view(told))?;
        }
    }
}

fn view(told: Told) -> AuditEntryView {
    let entry = told.stored.entry;
    let subject = match entry.subjects.as_slice() {
        [] => format!("{}, in bulk", entry.subject_kind),
        [_] => entry.subject_kind.clone(),
        many => format!("{}, {} records", entry.subject_kind, many.len()),
    };
    AuditEntryView {
        seq: u32::try_from(entry.seq).unwrap_or(u32::MAX),
        at: Instant(entry.at_ms),
        officer: told.officer,
        operation: operation(&entry.operation),
        said: words::said(&entry.action).to_owned(),
        action: entry.action,
        subject,
        subjects: entry.subjects,
        texts: told
            .words
            .into_iter()
            .map(|(name, text)| ExtraView {
                name,
                value: text.unwrap_or_else(|| "erased".into()),
            })
            .collect(),
        hash: hex(&told.stored.chain),
    }
}

fn operation(word: &str) -> Operation {
    [
        Operation::Collection,
        Operation::Consultation,
        Operation::Disclosure,
        Operation::Combination,
        Operation::Erasure,
    ]
    .into_iter()
    .find(|operation| operation.as_str() == word)
    .unwrap_or(Operation::Alteration)
}
