//! CSV for a colleague: UTF-8 with its mark, formula guard that the own import
//! reverses, marking on every row, byte-stable.

use super::cells;
use super::graded::{self, Graded};
use super::sheet::{self, Sheet};
use super::which::{Wanted, wanted};
use crate::case::describe;
use crate::{Error, Progress, Result, Session, outfile};
use breakwater_casefile::Action;
use breakwater_casefile::table::{account, officer};
use breakwater_model::AccountId;
use breakwater_model::audit::Operation;
use breakwater_model::exchange::{ExportAheadView, ExportColumnView, ExportRequest, ExportView};
use breakwater_model::list::{AccountScope, ListRequest};
use breakwater_model::platform::Platform;
use std::fmt::Write as _;
use std::path::Path;

/// Accounts of a list that an entry names by id; a longer one is named by what was asked for and by row numbers.
pub(crate) const NAMED: usize = 200;

/// Name, what it holds, and whether the colleague's profile has it.
const COLUMNS: [(&str, &str, bool); 30] = [
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
        "breakwater_role",
        "What the person is to the case, as an officer said",
        false,
    ),
    (
        "breakwater_grading",
        "3x5x2 grading: source, information, handling",
        true,
    ),
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
    ("breakwater_last_seen", "Last seen, by the source", false),
    ("breakwater_label", "What it is called in lists", false),
    ("breakwater_snippet", "First words of its text", false),
    ("breakwater_tags", "Tags officers gave it", false),
    (
        "breakwater_assignee",
        "Number of the officer who works on it",
        false,
    ),
    ("breakwater_due", "By when it matters", false),
    ("breakwater_band", "Band of its score", false),
    (
        "breakwater_reasons",
        "Kinds of indicators that make its score",
        false,
    ),
];

/// True if this is the name of a column of our own, however it is written.
pub(crate) fn is_own_column(name: &str) -> bool {
    COLUMNS
        .iter()
        .any(|(own, ..)| own.eq_ignore_ascii_case(name))
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
    needs_recipient(&request.recipient, &request.purpose)?;
    outfile::check_place(out)?;
    let columns = chosen(session, &request.columns)?;
    let graded = Graded::read(session, request, &columns)?;
    let wanted = wanted(session, request)?;
    let rows = &wanted.rows;
    if rows.is_empty() && wanted.left_out > 0 {
        return Err(only_kept_apart());
    }
    let action = disclosure(session, request, &columns, rows)?;
    let done = session.note(graded.told(with_kept_apart(action, &wanted)))?;
    let (marking, _, _) = describe::heading(session)?;
    let sheet = Sheet {
        columns: &columns,
        rows,
        marking: marking.as_str(),
        gradings: &graded.gradings,
        grading: &graded.given,
    };
    let sha256 = outfile::write_checked(out, |file| sheet::write(session, &sheet, file, progress))?;
    // One disclosure is one entry: that its file was read back is a look of its own.
    session.note(
        Action::new(Operation::Consultation, "accounts-written", "account")
            .word("entry", &done.seq.to_string())
            .word("sha256", &sha256),
    )?;
    if request.keeps_grading {
        graded.keep(session, rows)?;
    }
    session.write_head()?;
    Ok(ExportView {
        rows: narrow(rows.len()),
        kept_apart: narrow(wanted.kept_apart),
        left_out: narrow(wanted.left_out),
        ungraded: graded.ungraded(rows),
        sha256,
        entry: u32::try_from(done.seq).unwrap_or(u32::MAX),
        file_name: out
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default(),
    })
}

/// Refuses a file that names nobody who receives it, or no purpose.
pub(crate) fn needs_recipient(recipient: &str, purpose: &str) -> Result<()> {
    if recipient.trim().is_empty() || purpose.trim().is_empty() {
        return Err(Error::Refused {
            rule: "a-disclosure-names-recipient-and-purpose",
            message: "Say who receives the file and what for.".into(),
            missing: vec!["recipient".into(), "purpose".into()],
        });
    }
    Ok(())
}

/// What an export of this would hold, before a recipient is named and a place is chosen.
///
/// # Errors
/// The list's search cannot be read; it is kept apart and was not opened.
pub fn ahead(session: &Session, request: &ExportRequest) -> Result<ExportAheadView> {
    let all = wanted(
        session,
        &ExportRequest {
            with_kept_apart: true,
            ..request.clone()
        },
    )?;
    Ok(ExportAheadView {
        accounts: narrow(all.rows.len() - all.kept_apart),
        kept_apart: narrow(all.kept_apart),
        ungraded: graded::ungraded(session, &all.rows)?,
    })
}

fn only_kept_apart() -> Error {
    Error::refused(
        "kept-apart-is-asked-for",
        "All of these are accounts of victims, children or third parties: they leave only where that is asked for.",
    )
}

/// The entry says of victims, children and third parties how many were written and how many left out.
fn with_kept_apart(action: Action, wanted: &Wanted) -> Action {
    let said = |count: usize| {
        if count == 0 {
            String::new()
        } else {
            count.to_string()
        }
    };
    action
        .word("kept apart, written", &said(wanted.kept_apart))
        .word("kept apart, left out", &said(wanted.left_out))
}

fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// The entry of the log: who receives what and what for, and which accounts it was, by id or by what was asked for.
fn disclosure(
    session: &Session,
    request: &ExportRequest,
    columns: &[ExportColumnView],
    rows: &[i64],
) -> Result<Action> {
    let columns: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
    let action = Action::new(Operation::Disclosure, "accounts-exported", "account")
        .word("recipient", request.recipient.trim())
        .word("purpose", request.purpose.trim())
        .word("rows", &rows.len().to_string())
        .word("columns", &columns.join(", "));
    let is_chosen = !request.accounts.is_empty();
    let action = if is_chosen || rows.len() <= NAMED {
        ids_of(session, rows)?
            .into_iter()
            .fold(action, |action, id| action.on(id.uuid()))
    } else {
        action.word("accounts", &ranges(rows))
    };
    if is_chosen {
        return Ok(action);
    }
    let list = &request.list;
    let scope = match list.scope {
        AccountScope::All => "all accounts",
        AccountScope::ToReview => "accounts to review",
        AccountScope::DueForErasure => "accounts due for erasure",
        AccountScope::KeptApart => "victims, children and third parties",
        AccountScope::Every => "every account, those due for erasure and kept apart too",
    };
    let statuses: Vec<String> = list.statuses.iter().map(cells::word).collect();
    let platforms: Vec<&str> = list.platforms.iter().map(Platform::as_str).collect();
    let languages = if list.only_readable {
        "only those the officer reads"
    } else {
        ""
    };
    Ok(action
        .word("scope", scope)
        .word("search", list.search.trim())
        .word("statuses", &statuses.join(", "))
        .word("platforms", &platforms.join(", "))
        .word("languages", languages)
        .word("left out", &left_out(request.except.len()))
        .word("tags", &list.tags.join(", "))
        .word("assigned", &assigned(session, list)?))
}

fn left_out(accounts: usize) -> String {
    if accounts == 0 {
        return String::new();
    }
    format!("{accounts} accounts")
}

fn assigned(session: &Session, list: &ListRequest) -> Result<String> {
    let Some(id) = list.assigned else {
        return Ok(String::new());
    };
    let found = session.read(|reader| officer::by_id(reader, id))?;
    Ok(found.map(|(_, officer)| officer.number).unwrap_or_default())
}

fn ids_of(session: &Session, rows: &[i64]) -> Result<Vec<AccountId>> {
    session.read(|reader| rows.iter().map(|row| account::id(reader, *row)).collect())
}

/// Row numbers as `1-4000, 4002`; empty if they are too scattered to be written down.
pub(crate) fn ranges(rows: &[i64]) -> String {
    const MOST: usize = 4_000;
    let mut sorted = rows.to_vec();
    sorted.sort_unstable();
    let mut text = String::new();
    for run in sorted.chunk_by(|one, next| *next == one + 1) {
        let (Some(first), Some(last)) = (run.first(), run.last()) else {
            continue;
        };
        let comma = if text.is_empty() { "" } else { ", " };
        let _ = write!(text, "{comma}{first}");
        if first != last {
            let _ = write!(text, "-{last}");
        }
        if text.len() > MOST {
            return String::new();
        }
    }
    text
}

pub(crate) fn chosen(session: &Session, names: &[String]) -> Result<Vec<ExportColumnView>> {
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

#[cfg(test)]
mod tests {
    use super::ranges;

    #[test]
    fn rows_are_written_down_in_runs() {
        assert_eq!(ranges(&[3, 1, 2, 9, 7, 6]), "1-3, 6-7, 9");
        let scattered: Vec<i64> = (0..5_000).map(|row| row * 2).collect();
        assert_eq!(ranges(&scattered), "");
    }
}
