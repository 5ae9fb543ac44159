//! What every row of a file would do, as CSV: the same columns whatever kind of file it is of.

use crate::{Error, Result, outfile};
use breakwater_model::import::RowFate;
use breakwater_report::csv_guard::guard;
use std::path::Path;

const WHAT: &str = "the rows of the preview";

/// A row, and what it would do.
pub struct ToldRow<'a> {
    /// Line of the file where it begins.
    pub line: u32,
    /// What it does.
    pub fate: RowFate,
    /// What its account is called.
    pub label: &'a str,
    /// Why.
    pub why: &'a str,
    /// What it fills or changes.
    pub changes: &'a [Change<'a>],
}

/// One thing a row fills, changes or adds.
#[derive(Clone, Copy)]
pub struct Change<'a> {
    /// What.
    pub field: &'a str,
    /// What stands there; empty where nothing does, or where something is added beside it.
    pub old: &'a str,
    /// What will.
    pub new: &'a str,
}

/// Writes rows as `all` gives them: one line for each change, one for a row that changes nothing. Gives how many rows.
pub fn write(
    out: &Path,
    all: impl FnOnce(&mut dyn FnMut(&ToldRow<'_>) -> Result<()>) -> Result<()>,
) -> Result<u32> {
    let disk = |error: csv::Error| Error::Io {
        what: WHAT.into(),
        source: error.into(),
    };
    let mut written = 0;
    outfile::write_checked(out, |file| {
        file.write_all("\u{feff}".as_bytes())
            .map_err(Error::io(WHAT))?;
        let mut csv = csv::Writer::from_writer(file);
        csv.write_record(["line", "outcome", "account", "field", "old", "new", "why"])
            .map_err(disk)?;
        all(&mut |row| {
            written += 1;
            let nothing = Change {
                field: "",
                old: "",
                new: "",
            };
            let nothings = std::slice::from_ref(&nothing);
            let changes = if row.changes.is_empty() {
                nothings
            } else {
                row.changes
            };
            for change in changes {
                csv.write_record([
                    row.line.to_string().as_str(),
                    outcome(row.fate),
                    &guard(row.label),
                    &guard(change.field),
                    &guard(change.old),
                    &guard(change.new),
                    &guard(row.why),
                ])
                .map_err(disk)?;
            }
            Ok(())
        })?;
        csv.flush().map_err(Error::io(WHAT))
    })?;
    Ok(written)
}

/// The word of a fate.
const fn outcome(fate: RowFate) -> &'static str {
    match fate {
        RowFate::Created => "created",
        RowFate::Updated => "updated",
        RowFate::Unchanged => "unchanged",
        RowFate::Merged => "merged",
        RowFate::Rejected => "rejected",
        RowFate::Erased => "erased",
    }
}
