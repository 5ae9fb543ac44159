//! Where the header of a table stands. Sheets that people keep have a title, a date or a note of the desk above it, and
//! a file joined from several has it again between its rows.

use super::source::Source;
use super::{mapping::Mapping, read_row};
use crate::{Error, Result, limits};
use breakwater_model::import::Field;
use breakwater_text::{handle, header, identity, platform};
use csv::StringRecord;
use std::collections::HashSet;

/// True for a cell that names a column.
pub type Names = fn(&str) -> bool;

/// Records among which the header is looked for.
fn looked_at() -> usize {
    usize::try_from(limits::value("header-rows")).unwrap_or(1)
}

/// True for a cell that names a column of accounts.
pub fn names_field(cell: &str) -> bool {
    header::recognise(cell) != Field::Extra
}

/// Lets the rows of a file begin at the header: the first row that looks like one, before any row that names an account.
///
/// # Errors
/// The file cannot be read.
pub fn begin(source: &mut Source, names: Names) -> Result<()> {
    let rows = first_rows(source)?;
    source.begin_at(find(&rows, names))
}

/// Lets the rows begin where this mapping finds most of its columns; where it finds less than half of them, as [`begin`].
pub(super) fn begin_by(source: &mut Source, mapping: &Mapping) -> Result<()> {
    let rows = first_rows(source)?;
    let found = rows.iter().map(|row| mapping.fit(&headers(row)).found);
    let best = (0..)
        .zip(found)
        .max_by_key(|(at, found)| (*found, std::cmp::Reverse(*at)));
    match best {
        Some((at, found)) if found > 0 && found * 2 >= mapping.columns.len() => source.begin_at(at),
        _ => source.begin_at(find(&rows, names_field)),
    }
}

/// Lets the rows begin where one of the mappings finds all its columns and no other; false where none does.
pub(super) fn begin_by_any(source: &mut Source, mappings: &[Mapping]) -> Result<bool> {
    if mappings.is_empty() {
        return Ok(false);
    }
    let rows = first_rows(source)?;
    let fits = |row: &StringRecord| {
        let headers = headers(row);
        mappings.iter().any(|one| one.fit(&headers).is_whole())
    };
    let Some(at) = rows.iter().position(fits) else {
        return Ok(false);
    };
    source.begin_at(at)?;
    Ok(true)
}

/// Lets the rows begin at this line of the file; at the first row for 0.
///
/// # Errors
/// No row begins there.
pub(super) fn begin_at_line(source: &mut Source, line: u32) -> Result<()> {
    let rows = first_rows(source)?;
    let is_there = |row: &StringRecord| source.line(row) == u64::from(line);
    let at = match line {
        0 => 0,
        _ => rows.iter().position(is_there).ok_or_else(|| {
            let lines: Vec<String> = rows.iter().map(|row| source.line(row).to_string()).collect();
            Error::Invalid(format!(
                "No row of {} that could be its header begins on line {line}. The first rows begin on the lines {}.",
                source.name,
                lines.join(", ")
            ))
        })?,
    };
    source.begin_at(at)
}

fn first_rows(source: &Source) -> Result<Vec<StringRecord>> {
    let mut reader = source.all_rows()?;
    let (mut rows, mut record) = (Vec::new(), StringRecord::new());
    while rows.len() < looked_at() && read_row(&mut reader, &mut record, &source.name)? {
        rows.push(record.clone());
    }
    Ok(rows)
}

/// The cells of a header as they are compared.
pub(super) fn headers(row: &StringRecord) -> Vec<String> {
    let cells = row
        .iter()
        .map(|cell| cell.trim().trim_start_matches('\u{feff}'));
    cells.map(str::to_owned).collect()
}

/// The place of the header; 0 where no row looks like one.
///
/// Two different names of columns that are half of a row's cells make a header. One name alone makes one in the first row,
/// and further down only under lines of a single cell.
fn find(rows: &[StringRecord], names: Names) -> usize {
    let mut alone = None;
    let mut is_below_titles = true;
    for (at, row) in rows.iter().enumerate() {
        let Some((known, filled)) = count(row, names) else {
            break;
        };
        if known >= 2 && known * 2 >= filled {
            // A line of groups stands above the header it groups.
            let next = rows.get(at + 1).and_then(|row| count(row, names));
            let is_group = next.is_some_and(|(next, all)| next > known && next * 2 >= all);
            return at + usize::from(is_group);
        }
        if known == 1 && is_below_titles {
            alone.get_or_insert(at);
        }
        is_below_titles &= filled <= 1;
    }
    alone.unwrap_or(0)
}

/// How many cells of a row name columns, in different words, and how many are filled; `None` where one names an account.
fn count(row: &StringRecord, names: Names) -> Option<(usize, usize)> {
    let cells = headers(row);
    let filled = || cells.iter().filter(|cell| !cell.is_empty());
    if filled().any(|cell| names_account(cell)) {
        return None;
    }
    let found: HashSet<String> = filled()
        .filter(|cell| names(cell))
        .map(|cell| cell.to_lowercase())
        .collect();
    Some((found.len(), filled().count()))
}

/// True for a first row that already is about an account: a cell names it, or one names its platform and none names a column.
pub(super) fn is_data(cells: &[&str], recognised: &[Field]) -> bool {
    cells.iter().any(|cell| names_account(cell))
        || recognised.iter().all(|field| *field == Field::Extra)
            && platform_of(cells)
                .is_some_and(|code| cells.iter().any(|cell| could_be_handle(code, cell)))
}

/// The platform that one of the cells names, if only one does.
pub(super) fn platform_of(cells: &[&str]) -> Option<&'static str> {
    let mut codes = cells.iter().filter_map(|cell| platform::code(cell));
    let code = codes.next()?;
    codes.next().is_none().then_some(code)
}

/// True for a word that could be somebody's handle, and is no platform.
pub(super) fn could_be_handle(platform: &str, cell: &str) -> bool {
    platform::code(cell).is_none() && handle::is_valid(platform, cell)
}

/// True for a cell that is an account's address or a handle with its sign.
pub(super) fn names_account(cell: &str) -> bool {
    (cell.contains('/') || cell.starts_with('@'))
        && identity::normalise(cell).holder_key().is_some()
}

/// True if a row may begin with this cell: a platform's name, or what names an account.
pub(super) fn begins_row(cell: &str) -> bool {
    platform::code(cell).is_some() || names_account(cell)
}

/// What the header of a file is known again by.
#[derive(Debug, Clone, Default)]
pub struct Again {
    cells: HashSet<String>,
    written: Vec<String>,
    columns: usize,
}

/// Why a row is not taken that stands under another header.
pub const MISPLACED: &str =
    "it stands under another header, whose columns are others: save that part as a file of its own";

/// Why a row that repeats the header is not taken.
pub const AGAIN: &str = "a header again: it names columns and no account";

impl Again {
    /// Of a file with this header.
    pub fn of(headers: &[String]) -> Self {
        let cells = headers.iter().map(|cell| cell.to_lowercase());
        Self {
            cells: cells.filter(|cell| !cell.is_empty()).collect(),
            written: headers.iter().map(|cell| cell.to_lowercase()).collect(),
            columns: headers.len(),
        }
    }

    /// True if a repeated header names another column where the header names one. `is_same` tells whether a cell means what
    /// the column is taken for.
    pub fn differs(&self, record: &StringRecord, is_same: impl Fn(usize, &str) -> bool) -> bool {
        let cells = record
            .iter()
            .map(|cell| cell.trim().trim_start_matches('\u{feff}'));
        cells.enumerate().any(|(at, cell)| {
            let here = self.written.get(at).map(String::as_str).unwrap_or_default();
            !cell.is_empty() && cell.to_lowercase() != here && !is_same(at, cell)
        })
    }

    /// True for a row that names columns where others name accounts: as the header does, or in other words for the same.
    /// `is_field` tells whether a cell names the column it stands in.
    pub fn is_met(&self, record: &StringRecord, is_field: impl Fn(usize, &str) -> bool) -> bool {
        // Asked of every row: what stands where it stands in the header costs no look-up, and few rows about an account are
        // free of digits and addresses.
        let is_wordy = !record
            .as_slice()
            .bytes()
            .any(|byte| byte.is_ascii_digit() || matches!(byte, b'/' | b'@'));
        let is_like = |(at, cell): (usize, &str)| {
            self.written
                .get(at)
                .is_some_and(|here| cell.eq_ignore_ascii_case(here))
                || is_wordy && (self.cells.contains(&cell.to_lowercase()) || is_field(at, cell))
        };
        let filled = || {
            let cells = record
                .iter()
                .map(|cell| cell.trim().trim_start_matches('\u{feff}'));
            cells.enumerate().filter(|(_, cell)| !cell.is_empty())
        };
        // What is none is told by its first cells.
        if !filled().take(2).any(is_like) {
            return false;
        }
        let (all, alike) = (
            filled().count(),
            filled().filter(|cell| is_like(*cell)).count(),
        );
        alike * 2 > all && (alike >= 2 || self.columns == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(all: &[&[&str]]) -> Vec<StringRecord> {
        all.iter()
            .map(|cells| StringRecord::from(cells.to_vec()))
            .collect()
    }

    #[test]
    fn a_header_is_found_under_titles_and_never_under_an_account() {
        let header: &[&str] = &["platform", "handle", "url"];
        for (table, expected) in [
            (vec![header, &["tiktok", "angli.one", ""]], 0),
            (vec![&["Accounts of week 47"][..], header], 1),
            (
                vec![
                    &["Desk 3", "", ""][..],
                    &["", "", ""],
                    &["As at", "3.11.2026"],
                    header,
                ],
                3,
            ),
            (vec![&["List of", "us", "all"][..], header], 1),
            (vec![&["Weekly"][..], &["url"], &["https://x.com/a"]], 1),
            (vec![&["https://x.com/angli_one", "a"][..], header], 0),
            (
                vec![
                    &["Wer", "Wo"][..],
                    &["angli.one", "page"],
                    &["angli.two", "link"],
                ],
                0,
            ),
            (vec![&["a", "b"][..], &["c", "d"]], 0),
            (vec![&["Account", "", "Post"][..], header], 1),
            (vec![&["Who", "", "What"][..], header], 1),
        ] {
            assert_eq!(find(&rows(&table), names_field), expected, "{table:?}");
        }
    }

    #[test]
    fn a_header_is_known_again_and_a_row_is_none() {
        let headers = ["Platform", "Handle", "Link"].map(str::to_owned);
        let again = Again::of(&headers);
        let is_again = |cells: &[&str]| {
            let record = StringRecord::from(cells.to_vec());
            again.is_met(&record, |at, cell| at == 1 && cell == "Username")
        };
        assert!(is_again(&["platform", "HANDLE", "Link"]));
        assert!(is_again(&["Handle", "Platform", "Followers"]));
        assert!(is_again(&["", "Username", "link"]));
        assert!(!is_again(&["tiktok", "handle", ""]));
        assert!(!is_again(&["platform", "angli.one", "https://x.com/a"]));
        assert!(!is_again(&["", "", ""]));
        assert!(Again::of(&["url".into()]).is_met(&StringRecord::from(vec!["URL"]), |_, _| false));
    }
}
