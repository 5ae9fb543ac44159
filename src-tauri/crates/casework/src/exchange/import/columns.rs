//! Columns: what each is taken for.

use super::cells::Cells;
use super::heading::{self, Again};
use super::links::Aside;
use super::recognising::{
    by_cells, free_name, guess_all, keep_first_of_each, place_asides, samples, told_apart,
};
use super::row::Row;
use super::source::Source;
use super::workbook::Lost;
use crate::{Error, Result};
use breakwater_model::Instant;
use breakwater_model::import::{ColumnView, Field};
use breakwater_report::csv_guard::unguard;
use breakwater_text::{date, header, identity};
use csv::StringRecord;
use std::borrow::Cow;
use std::sync::Arc;

/// Columns that our own export adds; they say nothing about the account when they come back, but for its id.
pub const OWN: &str = "breakwater_";
/// The column of our own export that holds the account's id.
pub const OWN_ID: &str = "breakwater_account";

/// Where a language that is none we know is kept.
const LANGUAGE: &str = "language as written";
/// Where the further addresses of a cell are kept that holds several.
const LINKS: &str = "further addresses";
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
    links_name: String,
    beside: Vec<String>,
    lost: Arc<Lost>,
    asides: Vec<Aside>,
    again: Again,
}

/// What a mapping says of the columns.
#[derive(Debug, Clone, Default)]
pub struct Given {
    /// Field of each column, in order.
    pub fields: Option<Vec<Field>>,
    /// Which comes first in a date.
    pub dates: Option<date::Order>,
    /// Whether the first row is a header; else that is told by its cells.
    pub has_header: Option<bool>,
    /// Cells that may have lost digits.
    pub lost: Arc<Lost>,
    /// Columns that links make.
    pub asides: Vec<Aside>,
}

impl Given {
    /// What a file itself says.
    pub fn of(source: &Source) -> Self {
        Self {
            lost: source.lost(),
            asides: source.asides().to_vec(),
            ..Self::default()
        }
    }
}

impl Columns {
    /// Recognises columns from the first row and a few more. Fields given by the officer win.
    pub fn recognise(first: &StringRecord, more: &[StringRecord], given: Given) -> Result<Self> {
        let cells: Vec<&str> = first
            .iter()
            .map(|cell| cell.trim().trim_start_matches('\u{feff}'))
            .collect();
        let recognised: Vec<Field> = cells.iter().map(|cell| header::recognise(cell)).collect();
        let has_header = given
            .has_header
            .unwrap_or_else(|| !heading::is_data(&cells, &recognised));
        let written: Vec<String> = if has_header {
            cells.iter().map(|cell| (*cell).to_owned()).collect()
        } else {
            (1..=cells.len())
                .map(|number| format!("Column {number}"))
                .collect()
        };
        let mut fields = if has_header {
            by_cells(recognised, more)
        } else {
            guess_all(&cells)
        };
        place_asides(&mut fields, &given.asides);
        if let Some(given) = given.fields {
            if given.len() != fields.len() {
                return Err(Error::Invalid(format!(
                    "The file has {} columns, {} were given.",
                    fields.len(),
                    given.len()
                )));
            }
            fields = given;
        }
        keep_first_of_each(&mut fields, &written);
        let headers = told_apart(&written, &fields);
        let first_seen = fields.iter().position(|field| *field == Field::FirstSeen);
        let found = first_seen.map_or_else(date::Order::default, |at| {
            date::order(more.iter().filter_map(|row| row.get(at)))
        });
        let dates = given.dates.unwrap_or(found);
        let samples = (0..headers.len()).map(|at| samples(more, at)).collect();
        Ok(Self {
            language_name: free_name(LANGUAGE, |name| headers.iter().any(|taken| taken == name)),
            links_name: free_name(LINKS, |name| headers.iter().any(|taken| taken == name)),
            lost: given.lost,
            asides: given.asides,
            again: if has_header {
                Again::of(&written)
            } else {
                Again::default()
            },
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
                // A row may be cut at a mark of its own: what begins as one is one.
                let begins_one = cell.lines().skip(1).any(|line| {
                    let first = line.split(char::from(delimiter)).next().unwrap_or_default();
                    delimiters(&line) >= 1 && heading::begins_row(first.trim())
                });
                (ends, begins_one || between >= 2 && like_rows.count() >= 2)
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

    /// True if a cell that names the account lost digits in a spreadsheet.
    pub fn loses_digits(&self, record: &StringRecord) -> bool {
        let mut named = self
            .fields
            .iter()
            .enumerate()
            .filter(|(_, field)| matches!(field, Field::PlatformId | Field::Handle));
        named.any(|(at, _)| {
            record
                .get(at)
                .is_some_and(|cell| self.is_lost(record, at) || is_shortened(cell.trim()))
        }) || !self.lost.is_empty() && (0..record.len()).any(|at| self.is_lost(record, at))
    }

    fn is_lost(&self, record: &StringRecord, at: usize) -> bool {
        if self.lost.is_empty() {
            return false;
        }
        let number = record.position().map_or(0, csv::Position::record);
        u32::try_from(at).is_ok_and(|at| self.lost.contains(&(number, at)))
    }

    /// True for a row that names columns, as the header does.
    pub fn repeat_header(&self, record: &StringRecord) -> bool {
        self.again
            .is_met(record, |at, cell| self.is_named_so(at, cell))
    }

    /// True for a row that names columns otherwise than the header does: what stands below it stands in other columns.
    pub fn are_others(&self, record: &StringRecord) -> bool {
        self.repeat_header(record)
            && self.again.differs(record, |at, cell| {
                self.fields.get(at) == Some(&header::recognise(cell))
            })
    }

    /// True if none of them was recognised.
    pub fn are_unknown(&self) -> bool {
        self.fields.iter().all(|field| *field == Field::Extra)
    }

    /// True if a cell names the column it stands in, in whatever words.
    fn is_named_so(&self, at: usize, cell: &str) -> bool {
        // Asked of every row: few cells of an account look like the name of a column.
        let is_like_one = cell.len() < 60 && !cell.contains(|c: char| c == '.' || c.is_numeric());
        is_like_one
            && self
                .fields
                .get(at)
                .is_some_and(|field| *field != Field::Extra && header::recognise(cell) == *field)
    }

    /// What a row says, or why it cannot be taken.
    pub fn read(&self, record: &StringRecord, now: Instant) -> std::result::Result<Row, String> {
        if self
            .again
            .is_met(record, |at, cell| self.is_named_so(at, cell))
        {
            return Err(heading::AGAIN.into());
        }
        for aside in &self.asides {
            let cell = |at: usize| record.get(at).unwrap_or_default();
            let field = self.fields.get(aside.of);
            if let Some(why) = aside.contradiction(field, cell(aside.of), cell(aside.at)) {
                return Err(why);
            }
        }
        let mut cells = Cells::default();
        let has_zeros = record.as_slice().contains('\0');
        for (at, cell) in record.iter().enumerate() {
            let cell = if has_zeros {
                Cow::Owned(cell.replace('\0', ""))
            } else {
                Cow::Borrowed(cell)
            };
            let text = unguard(&cell).trim();
            let Some(field) = self.fields.get(at) else {
                if !text.is_empty() {
                    cells.keep_beside(self.beyond(at), text.to_owned());
                }
                continue;
            };
            let header = self.headers.get(at).map(String::as_str).unwrap_or_default();
            match field {
                Field::PlatformId | Field::Handle
                    if self.is_lost(record, at) || is_shortened(text) =>
                {
                    cells.lose(header, text);
                }
                Field::Url if text.contains(['\n', ';', ',', ' ', '|']) => {
                    let several = several(text);
                    cells.put(*field, header, cells_first(&several));
                    cells.keep_further(&self.links_name, &several);
                }
                _ => cells.put(*field, header, text),
            }
        }
        let row = cells.row(now, self.dates, &self.language_name);
        if self.fields.iter().any(|field| field.names_account()) {
            return row;
        }
        row.map_err(|why| {
            format!(
                "{why}: no column of the file is taken for an address, a handle or an id; say which one is in a mapping"
            )
        })
    }
}

/// The addresses of a cell that holds several in one line, each on a line of its own.
fn several(text: &str) -> Cow<'_, str> {
    if text.contains('\n') {
        return text.into();
    }
    let found = identity::find(text);
    if found.len() < 2 {
        return text.into();
    }
    let written = found.iter().filter_map(|one| text.get(one.range.clone()));
    written.collect::<Vec<_>>().join("\n").into()
}

/// The first line of a cell that holds something.
fn cells_first(text: &str) -> &str {
    let mut lines = text.lines().map(str::trim);
    lines.find(|line| !line.is_empty()).unwrap_or_default()
}

/// True for a long number as a spreadsheet shortens it: `7.12346E+18`.
fn is_shortened(text: &str) -> bool {
    let Some((digits, power)) = text.split_once(['E', 'e']) else {
        return false;
    };
    let digits = digits.replacen(['.', ','], "", 1);
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let power = power.strip_prefix('+').unwrap_or_default();
    is_number(&digits) && is_number(power)
}
