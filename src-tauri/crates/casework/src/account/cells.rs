//! Cells of a list as text for the clipboard: safe to paste anywhere, and logged as given out.

use super::apart;
use crate::exchange::export;
use crate::exchange::sheet::{self, Sheet};
use crate::{Error, Result, Session};
use breakwater_casefile::{Action, query, table};
use breakwater_model::audit::Operation;
use breakwater_model::bulk::CopyCellsRequest;
use breakwater_report::csv_guard::guard;
use breakwater_text::defang;
use std::borrow::Cow;

/// Most rows copied at once; more leave as a file, with a recipient and a purpose.
const MOST: usize = 10_000;
/// Accounts that an entry names by id.
const NAMED: usize = 200;

/// Columns that hold names: handles and what accounts are called may have dots.
const NAMES: [&str; 3] = ["handle", "platform_id", "breakwater_label"];

/// The cells as tab-separated lines: addresses cannot be followed, formulas do not run, a cell is one line.
/// Logged as a disclosure.
///
/// # Errors
/// There are no such rows or columns, or too many rows; one of them is kept apart.
pub fn copy(session: &Session, request: &CopyCellsRequest) -> Result<String> {
    apart::check(session, &request.list)?;
    let columns = export::chosen(session, &request.columns)?;
    let all = query::all_rows(session, &request.list)?;
    let from = (request.list.offset as usize).min(all.len());
    let to = from
        .saturating_add(request.list.limit as usize)
        .min(all.len());
    let rows = all.get(from..to).unwrap_or_default();
    if rows.is_empty() || request.columns.is_empty() {
        return Err(Error::Invalid("There are no cells to copy.".into()));
    }
    if rows.len() > MOST {
        return Err(Error::refused(
            "copying-is-for-few-rows",
            format!("At most {MOST} rows are copied at once. Export the view instead."),
        ));
    }
    if !query::kept_apart_of(session, rows)?.is_empty() {
        return Err(Error::refused(
            "nobody-kept-apart-is-copied",
            "Victims, children and third parties leave in an export that names recipient and purpose, not by the clipboard.",
        ));
    }
    let gradings = session.read(|reader| table::grading::all(reader))?;
    let sheet = Sheet {
        columns: &columns,
        rows,
        marking: "",
        gradings: &gradings,
        grading: "",
    };
    let lines: Vec<String> = sheet::texts(session, &sheet)?
        .into_iter()
        .map(|cells| {
            let named = cells.iter().zip(&columns);
            let cells: Vec<String> = named
                .map(|(cell, column)| safe(cell, NAMES.contains(&column.name.as_str())))
                .collect();
            cells.join("\t")
        })
        .collect();
    log(session, request, rows)?;
    Ok(lines.join("\n"))
}

/// One line, nothing to follow, nothing to run. Of a name only a whole address is made harmless: a dot is part of it.
fn safe(cell: &str, is_name: bool) -> String {
    let words: Vec<Cow<'_, str>> = cell
        .split(char::is_whitespace)
        .map(|word| {
            if word.contains("://") || (!is_name && has_host(word)) {
                defang::show(word).into()
            } else {
                word.into()
            }
        })
        .collect();
    guard(&words.join(" ")).into_owned()
}

/// True if a dot stands between a letter or digit and a letter, as in the name of a host.
fn has_host(word: &str) -> bool {
    let signs: Vec<char> = word.chars().collect();
    signs.windows(3).any(|three| {
        matches!(three, [before, '.', after] if before.is_alphanumeric() && after.is_alphabetic())
    })
}

fn log(session: &Session, request: &CopyCellsRequest, rows: &[i64]) -> Result<()> {
    let mut action = Action::new(Operation::Disclosure, "cells-copied", "account")
        .word("recipient", "clipboard of this workstation")
        .word("rows", &rows.len().to_string())
        .word("columns", &request.columns.join(", "));
    let named = rows.get(..NAMED.min(rows.len())).unwrap_or_default();
    if named.len() == rows.len() {
        let ids = session.read(|reader| {
            let ids = named.iter().map(|row| table::account::id(reader, *row));
            ids.collect::<Result<Vec<_>>>()
        })?;
        action = ids
            .into_iter()
            .fold(action, |action, id| action.on(id.uuid()));
    } else {
        action = action
            .word("search", request.list.search.trim())
            .word("from row", &(request.list.offset + 1).to_string());
    }
    session.note(action)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::safe;

    #[test]
    fn a_copied_cell_cannot_be_followed_or_run() {
        assert_eq!(safe("https://t.me/a b", false), "hxxps://t[.]me/a b");
        assert_eq!(safe("call wa.me/4477", false), "call wa[.]me/4477");
        assert_eq!(safe("angli.express", true), "angli.express");
        assert_eq!(safe("3.500 euro", false), "3.500 euro");
        assert_eq!(safe("=1+1\tx\ny", false), "'=1+1 x y");
    }
}
