//! The carry sheet: what is due, by number, for the machine where somebody looks. The case keeps which account stands
//! under which number; nothing else of the case leaves.

use super::due;
use crate::case::describe;
use crate::{Error, Result, Session, outfile};
use breakwater_casefile::{Action, layout};
use breakwater_model::audit::Operation;
use breakwater_model::case::Role;
use breakwater_model::checks::{
    CheckSheetFormat, CheckSheetRequest, CheckSheetView, CheckState, RecheckView,
};
use breakwater_report::csv_guard::guard;
use breakwater_report::{CheckLine, CheckSheet, check_sheet_pdf, unit_words};
use std::path::Path;

/// Columns of the file, in order. Those after the last look are for the answers.
pub(super) const COLUMNS: [&str; 11] = [
    "marking",
    "sheet",
    "number",
    "platform",
    "unit",
    "account",
    "address",
    "last_seen",
    "observed",
    "at",
    "method",
];

const WHAT: &str = "the carry sheet";

/// Writes what is due, read back and compared; logged as disclosure before a byte leaves.
///
/// # Errors
/// Nothing is due; a place within a case folder; refused by rule `readers-change-nothing`.
pub fn write(session: &Session, request: &CheckSheetRequest, out: &Path) -> Result<CheckSheetView> {
    outfile::check_place(out)?;
    if session.officer().view.role == Role::Reader {
        return Err(Error::refused(
            "readers-change-nothing",
            "You can read this case and not change it; a carry sheet is kept in it with its numbers.",
        ));
    }
    let now = session.host().now();
    let last = if request.with_ahead {
        CheckState::Ahead
    } else {
        CheckState::Due
    };
    let mut lines = due::lines(session, now)?;
    lines.retain(|line| line.standing.state <= last);
    let due: Vec<(i64, RecheckView)> = due::views(session, lines)?;
    if due.is_empty() {
        return Err(Error::Invalid(
            "Nothing is due: no account that was sent should be looked at now.".into(),
        ));
    }
    let rows: Vec<i64> = due.iter().map(|(row, _)| *row).collect();
    let mut action = Action::new(Operation::Disclosure, "checks-carried-out", "account")
        .word("recipient", "the machine where somebody looks")
        .word(
            "purpose",
            "to see whether accounts that were sent are still there",
        );
    for (_, view) in &due {
        action = action.on(view.account.uuid());
    }
    let (sheet, done) = session.write(action, |w| w.add_check_sheet(&rows))?;
    let (marking, _, _) = describe::heading(session)?;
    let lines = lines_of(&due);
    let (marking, sheet_lines) = (marking.as_str(), lines.as_slice());
    let (sha256, pages) = match request.format {
        CheckSheetFormat::Csv => (csv(out, marking, sheet, sheet_lines)?, None),
        CheckSheetFormat::Pdf => pdf(
            out,
            &CheckSheet {
                marking,
                sheet,
                at: now,
                lines: sheet_lines,
            },
        )?,
    };
    session.write_head()?;
    Ok(CheckSheetView {
        sheet,
        accounts: u32::try_from(due.len()).unwrap_or(u32::MAX),
        pages,
        sha256,
        file_name: layout::file_name(out),
        entry: u32::try_from(done.seq).unwrap_or(u32::MAX),
    })
}

fn lines_of(due: &[(i64, RecheckView)]) -> Vec<CheckLine<'_>> {
    (1..)
        .zip(due)
        .map(|(number, (_, view))| CheckLine {
            number,
            platform: &view.platform_name,
            unit: unit_words(view.unit, 1),
            account: &view.label,
            address: view.address.as_deref().unwrap_or_default(),
            last: view.last.as_ref().map(|look| (look.observed, &look.at)),
        })
        .collect()
}

fn pdf(out: &Path, sheet: &CheckSheet<'_>) -> Result<(String, Option<u32>)> {
    let pdf = check_sheet_pdf(sheet).map_err(|error| Error::Internal(error.to_string()))?;
    let sha256 = outfile::write_checked(out, |file| {
        file.write_all(&pdf.bytes).map_err(Error::io(WHAT))
    })?;
    Ok((sha256, Some(pdf.pages)))
}

fn csv(out: &Path, marking: &str, sheet: u32, lines: &[CheckLine<'_>]) -> Result<String> {
    let disk = |error: csv::Error| Error::Io {
        what: WHAT.into(),
        source: error.into(),
    };
    outfile::write_checked(out, |file| {
        file.write_all("\u{feff}".as_bytes())
            .map_err(Error::io(WHAT))?;
        let mut csv = csv::Writer::from_writer(file);
        csv.write_record(COLUMNS).map_err(disk)?;
        for line in lines {
            csv.write_record([
                marking,
                &sheet.to_string(),
                &line.number.to_string(),
                &guard(line.platform),
                line.unit,
                &guard(line.account),
                &guard(line.address),
                &line.last_words(),
                "",
                "",
                "",
            ])
            .map_err(disk)?;
        }
        csv.flush().map_err(Error::io(WHAT))
    })
}
