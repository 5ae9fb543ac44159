//! CSV for a colleague: UTF-8 with its mark, formula guard that the own import
//! reverses, marking on every row, byte-stable.

use crate::account::read;
use crate::case::describe;
use crate::{Error, Progress, Result, Session, outfile};
use breakwater_casefile::table::account;
use breakwater_casefile::{Action, query};
use breakwater_model::account::AccountView;
use breakwater_model::audit::Operation;
use breakwater_model::case::Marking;
use breakwater_model::exchange::{ExportColumnView, ExportRequest, ExportView};
use breakwater_report::csv_guard::guard;
use std::io::Write;
use std::path::Path;

/// Name, what it holds, and whether the colleague's profile has it.
const COLUMNS: [(&str, &str, bool); 20] = [
    ("breakwater_marking", "Marking", true),
    (
        "breakwater_account",
        "The account's id, kept through every export and import",
        true,
    ),
    ("platform", "Platform", true),
    ("unit", "Account, page, group or channel", true),
    ("handle", "Handle, without @", true),
    ("platform_id", "The platform's own id", true),
    ("url", "Working address", true),
    ("display_name", "Name shown on the platform", true),
    ("bio", "Profile text", true),
    ("language", "Language code", true),
    ("followers", "Followers, as written", true),
    ("first_seen", "First seen, by the source", true),
    ("reason", "Why it was flagged", true),
    ("source", "Who or what flagged it", true),
    ("breakwater_status", "Where it stands", true),
    (
        "breakwater_decision",
        "The latest decision and its reason",
        false,
    ),
    (
        "breakwater_translation",
        "The latest translation, with who and how far checked",
        false,
    ),
    ("breakwater_exhibits", "Exhibit numbers", false),
    ("breakwater_last_seen_live", "Last seen live", false),
    ("breakwater_imported", "When it came into the case", false),
];

/// True if this is the name of a column of our own, however it is written.
pub(crate) fn is_own_column(name: &str) -> bool {
    COLUMNS.iter().any(|(own, ..)| own.eq_ignore_ascii_case(name))
}

/// Columns that can be exported.
pub fn columns(session: &Session) -> Result<Vec<ExportColumnView>> {
    let extra = session.read(|reader| account::extra_columns(reader))?;
    let own = COLUMNS
        .iter()
        .map(|(name, label, is_default)| ExportColumnView {
            name: (*name).to_owned(),
            label: (*label).to_owned(),
            is_default: *is_default,
            is_extra: false,
        });
    let kept = extra.into_iter().map(|name| ExportColumnView {
        label: format!("{name}, as in the file"),
        name,
        is_default: true,
        is_extra: true,
    });
    Ok(own.chain(kept).collect())
}

/// Writes the CSV, reads it back and compares; logged as disclosure to the recipient before a byte leaves.
pub fn export(
    session: &Session,
    request: &ExportRequest,
    out: &Path,
    progress: &dyn Progress,
) -> Result<ExportView> {
    if request.recipient.trim().is_empty() || request.purpose.trim().is_empty() {
        return Err(Error::Refused {
            rule: "a-disclosure-names-recipient-and-purpose",
            message: "Say who receives the file and what for.".into(),
            missing: vec!["recipient".into(), "purpose".into()],
        });
    }
    let columns = chosen(session, &request.columns)?;
    let rows = wanted(session, request)?;
    let action = Action::new(Operation::Disclosure, "accounts-exported", "account")
        .word("recipient", request.recipient.trim())
        .word("purpose", request.purpose.trim())
        .word("rows", &rows.len().to_string())
        .word(
            "columns",
            &columns
                .iter()
                .map(|column| column.name.as_str())
                .collect::<Vec<_>>()
                .join(", "),
        );
    let action = request
        .accounts
        .iter()
        .fold(action, |action, id| action.on(id.uuid()));
    let done = session.note(action)?;
    let sha256 = outfile::write_checked(out, |file| {
        write_rows(session, &columns, &rows, file, progress)
    })?;
    session.write_head()?;
    Ok(ExportView {
        rows: u32::try_from(rows.len()).unwrap_or(u32::MAX),
        sha256,
        entry: u32::try_from(done.seq).unwrap_or(u32::MAX),
        file_name: out
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default(),
    })
}

fn write_rows(
    session: &Session,
    columns: &[ExportColumnView],
    rows: &[i64],
    file: &mut dyn Write,
    progress: &dyn Progress,
) -> Result<()> {
    let (marking, _, _) = describe::heading(session)?;
    file.write_all("\u{feff}".as_bytes())
        .map_err(Error::io("the export"))?;
    let disk = |error: csv::Error| Error::Io {
        what: "the export".into(),
        source: error.into(),
    };
    let mut csv = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(file);
    csv.write_record(
        columns
            .iter()
            .map(|column| guard(&column.name).into_owned()),
    )
    .map_err(disk)?;
    for (number, row) in (1u64..).zip(rows) {
        let id = session.read(|reader| account::id(reader, *row))?;
        let view = read::read(session, id)?;
        csv.write_record(
            columns
                .iter()
                .map(|column| guard(&cell(&view, column, marking)).into_owned()),
        )
        .map_err(disk)?;
        if number.is_multiple_of(100) {
            progress.step(number, Some(rows.len() as u64), "rows");
            if progress.is_cancelled() {
                return Err(Error::Cancelled);
            }
        }
    }
    csv.flush().map_err(Error::io("the export"))
}

fn chosen(session: &Session, names: &[String]) -> Result<Vec<ExportColumnView>> {
    let all = columns(session)?;
    if names.is_empty() {
        return Ok(all.into_iter().filter(|column| column.is_default).collect());
    }
    names
        .iter()
        .map(|name| {
            all.iter()
                .find(|column| column.name == *name)
                .cloned()
                .ok_or_else(|| Error::Invalid(format!("There is no column called {name:?}.")))
        })
        .collect()
}

fn wanted(session: &Session, request: &ExportRequest) -> Result<Vec<i64>> {
    if request.accounts.is_empty() {
        if !request.list.search.is_empty() {
            session.settle();
        }
        return query::all_rows(session, &request.list);
    }
    session.read(|reader| {
        request
            .accounts
            .iter()
            .map(|id| account::row(reader, *id))
            .collect()
    })
}

fn cell(view: &AccountView, column: &ExportColumnView, marking: Marking) -> String {
    if column.is_extra {
        let kept = view.extra.iter().find(|cell| cell.name == column.name);
        return kept.map(|cell| cell.value.clone()).unwrap_or_default();
    }
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    match column.name.as_str() {
        "breakwater_marking" => marking.as_str().to_owned(),
        "breakwater_account" => view.id.to_string(),
        "platform" => view.platform.to_string(),
        "unit" => word(&view.unit),
        "handle" => text(&view.handle),
        "platform_id" => text(&view.platform_id),
        "url" => text(&view.canonical_url),
        "display_name" => text(&view.display_name),
        "bio" => text(&view.bio),
        "language" => text(&view.language),
        "followers" => text(&view.followers),
        "first_seen" => view.first_seen.as_ref().map(written).unwrap_or_default(),
        "reason" => text(&view.flagged_reason),
        "source" => text(&view.source),
        "breakwater_status" => word(&view.status),
        "breakwater_decision" => view
            .assessments
            .first()
            .map(|made| format!("{}: {}", word(&made.decision), made.reason))
            .unwrap_or_default(),
        "breakwater_translation" => view
            .translations
            .first()
            .map(|made| format!("{} ({}, {})", made.text, made.by, word(&made.status)))
            .unwrap_or_default(),
        "breakwater_exhibits" => view
            .exhibits
            .iter()
            .map(|exhibit| exhibit.number.as_str())
            .collect::<Vec<_>>()
            .join("|"),
        "breakwater_last_seen_live" => view
            .last_seen_live
            .as_ref()
            .map(written)
            .unwrap_or_default(),
        "breakwater_imported" => view.imported_at.to_string(),
        _ => String::new(),
    }
}

/// A time as it was exact: a day as a day, a month as a month.
fn written(time: &breakwater_model::WorldTime) -> String {
    let utc = time.at.utc();
    match time.precision {
        breakwater_model::Precision::Second => time.at.to_string(),
        breakwater_model::Precision::Day => utc.format("%Y-%m-%d").to_string(),
        breakwater_model::Precision::Month => utc.format("%Y-%m").to_string(),
        breakwater_model::Precision::Unknown => String::new(),
    }
}

fn word<T: serde::Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(text)) => text,
        _ => String::new(),
    }
}
