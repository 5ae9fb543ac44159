//! Columns: what each is taken for.

use super::row::{Cells, Row};
use crate::exchange::export;
use crate::{Error, Result};
use breakwater_model::Instant;
use breakwater_model::import::{ColumnView, Field};
use breakwater_report::csv_guard::unguard;
use breakwater_text::{date, header, identity, platform};
use csv::StringRecord;

/// Columns that our own export adds; they say nothing about the account when they come back, but for its id.
pub const OWN: &str = "breakwater_";
/// The column of our own export that holds the account's id.
pub const OWN_ID: &str = "breakwater_account";

/// Where a language that is none we know is kept.
const LANGUAGE: &str = "language as written";
/// Line ends that a cell may hold before a quotation mark is missed.
const MANY_LINES: usize = 40;

/// What the columns of one file are taken for.
#[derive(Debug, Clone)]
pub struct Columns {
    /// Headers as written; made up where the file has none.
    pub written: Vec<String>,
    /// Names of the columns: the headers, told apart where two are the same, one is empty, or a column that is
    /// kept as it is bears a name of our own exports.
    pub headers: Vec<String>,
    /// Field of each column.
    pub fields: Vec<Field>,
    /// False if the first row already holds an account.
    pub has_header: bool,
    samples: Vec<Vec<String>>,
    dates: date::Order,
    language_name: String,
    beside: Vec<String>,
}

impl Columns {
    /// Recognises columns from the first row and a few more. Fields given by the officer win.
    pub fn recognise(
        first: &StringRecord,
        more: &[StringRecord],
        given: Option<&[Field]>,
    ) -> Result<Self> {
        let cells: Vec<&str> = first
            .iter()
            .map(|cell| cell.trim().trim_start_matches('\u{feff}'))
            .collect();
        let recognised: Vec<Field> = cells.iter().map(|cell| header::recognise(cell)).collect();
        let has_header = recognised.iter().any(|field| *field != Field::Extra)
            || !cells.iter().any(|cell| names_account(cell));
        let written: Vec<String> = if has_header {
            cells.iter().map(|cell| (*cell).to_owned()).collect()
        } else {
            (1..=cells.len())
                .map(|number| format!("Column {number}"))
                .collect()
        };
        let mut fields = if has_header {
            recognised
        } else {
            cells.iter().map(|cell| guess(cell)).collect()
        };
        if let Some(given) = given {
            if given.len() != fields.len() {
                return Err(Error::Invalid(format!(
                    "The file has {} columns, {} were given.",
                    fields.len(),
                    given.len()
                )));
            }
            fields = given.to_vec();
        }
        keep_first_of_each(&mut fields, &written);
        let headers = told_apart(&written, &fields);
        let first_seen = fields.iter().position(|field| *field == Field::FirstSeen);
        let dates = first_seen.map_or_else(date::Order::default, |at| {
            date::order(more.iter().filter_map(|row| row.get(at)))
        });
        let samples = (0..headers.len()).map(|at| samples(more, at)).collect();
        Ok(Self {
            language_name: free_name(LANGUAGE, |name| headers.iter().any(|taken| taken == name)),
            written,
            headers,
            fields,
            has_header,
            samples,
            dates,
            beside: Vec::new(),
        })
    }

    /// The columns as they are shown.
    pub fn view(&self) -> Vec<ColumnView> {
        let columns = self.headers.iter().zip(&self.fields).zip(&self.samples);
        (0..)
            .zip(columns)
            .map(|(index, ((header, field), samples))| ColumnView {
                index,
                header: header.clone(),
                field: *field,
                samples: samples.clone(),
            })
            .collect()
    }

    /// Names of the columns that are kept as they are, in the file's order, then of what stood in no column.
    pub fn extra(&self) -> Vec<String> {
        let columns = self.headers.iter().zip(&self.fields);
        columns
            .filter(|(header, field)| **field == Field::Extra && !header.starts_with(OWN))
            .map(|(header, _)| header)
            .chain(&self.beside)
            .cloned()
            .collect()
    }

    /// Remembers names under which a row keeps what stood in no column, so that an export gives it back.
    pub fn remember(&mut self, row: &Row) {
        for cell in row.extra.iter().filter(|_| row.keeps_beside) {
            let is_known = self.headers.contains(&cell.name) || self.beside.contains(&cell.name);
            if !is_known {
                self.beside.push(cell.name.clone());
            }
        }
    }

    /// Line ends of a cell that seems to have swallowed the rows after it, as a missing quotation mark makes it.
    pub fn swallowed(&self, record: &StringRecord, delimiter: u8) -> Option<usize> {
        let between = self.headers.len().saturating_sub(1);
        record
            .iter()
            .filter(|cell| cell.contains('\n'))
            .map(|cell| {
                let ends = cell.bytes().filter(|byte| *byte == b'\n').count();
                let delimiters =
                    |line: &&str| line.bytes().filter(|byte| *byte == delimiter).count();
                let like_rows = cell.lines().filter(|line| delimiters(line) >= between);
                (ends, between >= 2 && like_rows.count() >= 2)
            })
            .find(|(ends, is_of_rows)| *ends > MANY_LINES || *is_of_rows)
            .map(|(ends, _)| ends)
    }

    /// The name of a cell beyond the last header.
    fn beyond(&self, at: usize) -> String {
        free_name(&format!("Column {}", at + 1), |name| {
            self.headers.iter().any(|taken| taken == name)
        })
    }

    /// What a row says, or why it cannot be taken.
    pub fn read(&self, record: &StringRecord, now: Instant) -> std::result::Result<Row, String> {
        let mut cells = Cells::default();
        for (at, cell) in record.iter().enumerate() {
            let text = unguard(cell).trim();
            match self.fields.get(at) {
                None if text.is_empty() => {}
                None => cells.keep_beside(self.beyond(at), text.to_owned()),
                Some(field) => {
                    let header = self.headers.get(at).map(String::as_str).unwrap_or_default();
                    cells.put(*field, header, text);
                }
            }
        }
        cells.row(now, self.dates, &self.language_name)
    }
}

/// Up to three cells of a column that hold something.
fn samples(rows: &[StringRecord], at: usize) -> Vec<String> {
    rows.iter()
        .filter_map(|row| row.get(at))
        .filter(|cell| !cell.trim().is_empty())
        .take(3)
        .map(|cell| cell.chars().take(120).collect())
        .collect()
}

/// Of two columns taken for the same thing the first counts; the other is kept as it is.
fn keep_first_of_each(fields: &mut [Field], headers: &[String]) {
    let mut seen = std::collections::BTreeSet::new();
    for (field, header) in fields.iter_mut().zip(headers) {
        if header.starts_with(OWN) || (*field != Field::Extra && !seen.insert(*field)) {
            *field = Field::Extra;
        }
    }
}

/// Every column's name once.
fn told_apart(written: &[String], fields: &[Field]) -> Vec<String> {
    let mut taken = std::collections::HashSet::new();
    (1..)
        .zip(written.iter().zip(fields))
        .map(|(number, (header, field))| {
            let base = if header.is_empty() {
                format!("Column {number}")
            } else {
                header.clone()
            };
            let is_own = |name: &str| {
                *field == Field::Extra && !name.starts_with(OWN) && export::is_own_column(name)
            };
            let name = free_name(&base, |name| taken.contains(name) || is_own(name));
            taken.insert(name.clone());
            name
        })
        .collect()
}

/// The name, or the name with the first number from 2 on under which nobody has it.
fn free_name(name: &str, is_taken: impl Fn(&str) -> bool) -> String {
    if !is_taken(name) {
        return name.to_owned();
    }
    let mut number = 2u64;
    loop {
        let numbered = format!("{name} ({number})");
        if !is_taken(&numbered) {
            return numbered;
        }
        number += 1;
    }
}

fn names_account(cell: &str) -> bool {
    let found = identity::normalise(cell);
    found.holder_key().is_some() && (cell.contains('/') || cell.starts_with('@'))
}

fn guess(cell: &str) -> Field {
    if names_account(cell) {
        if cell.starts_with('@') {
            Field::Handle
        } else {
            Field::Url
        }
    } else if platform::code(cell).is_some() {
        Field::Platform
    } else {
        Field::Extra
    }
}
