//! A sheet of an XLSX workbook as the rows of a file: cells as an officer sees them, in memory, never on disk.
//!
//! Invariant: what Excel has lost is never taken for what was typed. Dates come as ISO dates, long numbers as digits,
//! and a number that may have lost digits is marked.

use super::workbook_bounds::{self, Seen};
use crate::{Error, Progress, Result};
use calamine::{
    CellErrorType, DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError,
};
use std::collections::HashSet;
use std::fs::File;
use std::io::BufReader;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;

/// Text of one sheet that is held. A longer one is to be saved as CSV, which is read as a stream.
const MOST_TEXT: usize = 128 << 20;
/// Columns a sheet can have.
const MOST_COLUMNS: usize = 16_384;
/// From here on a number in a sheet no longer tells every integer apart.
const EXACT: f64 = 9_007_199_254_740_992.0;
/// Digits Excel keeps: a longer number ends in zeros.
const FIFTEEN_DIGITS: f64 = 1e15;
/// Cells between two questions whether to go on.
const STEP: u64 = 10_000;

/// Cells that may have lost digits, by record and column, both from 0.
pub type Lost = HashSet<(u64, u32)>;

/// A sheet as rows.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// All sheets: name, and whether it is hidden.
    pub all: Vec<(String, bool)>,
    /// Its rows as CSV.
    pub csv: Arc<[u8]>,
    /// Row of the sheet, from 1, of each record.
    pub lines: Arc<[u32]>,
    /// Cells that may have lost digits.
    pub lost: Arc<Lost>,
    /// Cells that hold an error.
    pub errors: u32,
    /// Row of the first of them.
    pub first_error: u32,
    /// What the sheet hides and merges.
    pub seen: Seen,
}

/// True if the bytes begin a ZIP archive.
pub fn is_archive(head: &[u8]) -> bool {
    head.starts_with(b"PK\x03\x04")
}

/// True if the bytes begin a compound file: a workbook of Excel 97, or one behind a password.
pub fn is_compound(head: &[u8]) -> bool {
    head.starts_with(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
}

/// Reads a sheet: the one named, else the first visible one that holds something.
///
/// # Errors
/// Not a workbook, too large, no such sheet, nothing in any sheet, cancelled.
pub fn read(
    path: &Path,
    name: &str,
    wanted: Option<&str>,
    progress: &dyn Progress,
) -> Result<Sheet> {
    let bounds = workbook_bounds::check(path, name, progress)?;
    let work = AssertUnwindSafe(|| read_sheet(path, name, wanted, progress));
    let mut sheet = catch_unwind(work).map_err(|_| unreadable(name, "its parts contradict"))??;
    sheet.seen = bounds.of(&sheet.name);
    Ok(sheet)
}

fn unreadable(name: &str, why: &str) -> Error {
    Error::Invalid(format!(
        "{name} cannot be read as a workbook: {why}. Open it in a spreadsheet and save it again as XLSX or CSV."
    ))
}

fn read_sheet(
    path: &Path,
    name: &str,
    wanted: Option<&str>,
    progress: &dyn Progress,
) -> Result<Sheet> {
    let broken = |error: XlsxError| match error {
        XlsxError::Password => Error::Invalid(format!(
            "{name} is protected by a password. Save it without one, or as CSV."
        )),
        other => unreadable(name, &other.to_string()),
    };
    let file = File::open(path).map_err(Error::io(name))?;
    let mut book: Xlsx<_> = Xlsx::new(BufReader::new(file)).map_err(broken)?;
    let all: Vec<(String, bool)> = book
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.typ == SheetType::WorkSheet)
        .map(|sheet| (sheet.name.clone(), sheet.visible != SheetVisible::Visible))
        .collect();
    let chosen = if wanted.is_some() {
        all.iter().find(|(sheet, _)| Some(sheet.as_str()) == wanted)
    } else {
        let visible = all.iter().filter(|(_, is_hidden)| !is_hidden);
        let hidden = all.iter().filter(|(_, is_hidden)| *is_hidden);
        let mut found = None;
        for sheet in visible.chain(hidden) {
            if holds_something(&mut book, &sheet.0).map_err(broken)? {
                found = Some(sheet);
                break;
            }
        }
        found
    };
    let Some((chosen, _)) = chosen else {
        return Err(match wanted {
            Some(wanted) => Error::Invalid(format!(
                "{name} has no sheet {wanted:?}. It has: {}.",
                all.iter()
                    .map(|(sheet, _)| format!("{sheet:?}"))
                    .collect::<Vec<_>>()
                    .join(", ")
            )),
            None => Error::Invalid(format!("{name} is empty: no sheet of it holds a cell.")),
        });
    };
    let mut text = Text::new(name);
    let mut cells = book.worksheet_cells_reader(chosen).map_err(broken)?;
    let mut count = 0u64;
    while let Some(cell) = cells.next_cell().map_err(broken)? {
        let (row, column) = cell.get_position();
        text.put(row, column, cell.get_value())?;
        count += 1;
        if count.is_multiple_of(STEP) {
            progress.step(count, None, "cells");
            if progress.is_cancelled() {
                return Err(Error::Cancelled);
            }
        }
    }
    text.finish(chosen.clone(), all.clone())
}

fn holds_something<R: std::io::Read + std::io::Seek>(
    book: &mut Xlsx<R>,
    sheet: &str,
) -> std::result::Result<bool, XlsxError> {
    let mut cells = book.worksheet_cells_reader(sheet)?;
    while let Some(cell) = cells.next_cell()? {
        if !matches!(cell.get_value(), DataRef::Empty) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Rows as CSV while they are read.
struct Text<'a> {
    name: &'a str,
    csv: csv::Writer<Vec<u8>>,
    size: usize,
    row: u32,
    cells: Vec<String>,
    lost_here: Vec<u32>,
    lines: Vec<u32>,
    lost: Lost,
    errors: u32,
    first_error: u32,
}

impl<'a> Text<'a> {
    fn new(name: &'a str) -> Self {
        Self {
            name,
            csv: csv::WriterBuilder::new()
                .flexible(true)
                .from_writer(Vec::new()),
            size: 0,
            row: 0,
            cells: Vec::new(),
            lost_here: Vec::new(),
            lines: Vec::new(),
            lost: Lost::new(),
            errors: 0,
            first_error: 0,
        }
    }

    fn put(&mut self, row: u32, column: u32, value: &DataRef<'_>) -> Result<()> {
        if row != self.row {
            self.end_row()?;
            self.row = row;
        }
        let at = usize::try_from(column).unwrap_or(MOST_COLUMNS);
        if at >= MOST_COLUMNS {
            return Err(unreadable(self.name, "a cell lies beyond the last column"));
        }
        if let DataRef::Error(error) = value {
            self.error(error);
        }
        let (text, is_lost) = cell(value);
        if text.is_empty() {
            return Ok(());
        }
        if self.cells.len() <= at {
            self.cells.resize(at + 1, String::new());
        }
        if is_lost {
            self.lost_here.push(column);
        }
        if let Some(place) = self.cells.get_mut(at) {
            *place = text;
        }
        Ok(())
    }

    fn error(&mut self, _error: &CellErrorType) {
        if self.errors == 0 {
            self.first_error = self.row + 1;
        }
        self.errors += 1;
    }

    /// A row without a word is no row: sheets are full of formatted emptiness.
    fn end_row(&mut self) -> Result<()> {
        let cells = std::mem::take(&mut self.cells);
        let lost_here = std::mem::take(&mut self.lost_here);
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            return Ok(());
        }
        self.size += cells.iter().map(|cell| cell.len() + 3).sum::<usize>();
        if self.size > MOST_TEXT {
            return Err(Error::Invalid(format!(
                "The sheet of {} holds more than {} MB of text. Save the sheet as CSV (UTF-8): a CSV file may have any size.",
                self.name,
                MOST_TEXT >> 20
            )));
        }
        let record = self.lines.len() as u64;
        self.lost
            .extend(lost_here.into_iter().map(|column| (record, column)));
        self.lines.push(self.row + 1);
        self.csv
            .write_record(&cells)
            .map_err(|error| Error::Internal(format!("a row of a sheet: {error}")))
    }

    fn finish(mut self, name: String, all: Vec<(String, bool)>) -> Result<Sheet> {
        self.end_row()?;
        let csv = self
            .csv
            .into_inner()
            .map_err(|error| Error::Internal(format!("the rows of a sheet: {error}")))?;
        Ok(Sheet {
            name,
            all,
            csv: csv.into(),
            lines: self.lines.into(),
            lost: Arc::new(self.lost),
            errors: self.errors,
            first_error: self.first_error,
            seen: Seen::default(),
        })
    }
}

/// A cell as it is seen, and whether digits of it may be lost.
fn cell(value: &DataRef<'_>) -> (String, bool) {
    match value {
        DataRef::Int(number) => (number.to_string(), number.unsigned_abs() >= 1 << 53),
        DataRef::Float(number) => self::number(*number),
        DataRef::String(text) | DataRef::DurationIso(text) => (text.clone(), false),
        DataRef::SharedString(text) => ((*text).to_owned(), false),
        DataRef::Bool(is_true) => (if *is_true { "TRUE" } else { "FALSE" }.to_owned(), false),
        DataRef::DateTime(time) => (moment(time), false),
        DataRef::DateTimeIso(text) => (
            text.strip_suffix("T00:00:00").unwrap_or(text).to_owned(),
            false,
        ),
        DataRef::Error(_) | DataRef::Empty => (String::new(), false),
    }
}

/// A number in digits, never in powers of ten.
fn number(number: f64) -> (String, bool) {
    if number.fract() == 0.0 {
        let text = format!("{number}");
        let size = number.abs();
        let is_lost = size >= EXACT || size >= FIFTEEN_DIGITS && text.ends_with('0');
        return (text, is_lost);
    }
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    (format!("{rounded}"), false)
}

/// A date as ISO date, a date with a time of day to the second, a time of day or a length as hours.
fn moment(time: &ExcelDateTime) -> String {
    let value = time.as_f64();
    if time.is_duration() {
        let seconds = (value.abs() * 86_400.0).round();
        let sign = if value < 0.0 { "-" } else { "" };
        let (hours, rest) = ((seconds / 3_600.0).floor(), seconds % 3_600.0);
        return format!(
            "{sign}{hours}:{:02}:{:02}",
            (rest / 60.0).floor(),
            rest % 60.0
        );
    }
    // To the second: sheets keep times as parts of a day, and 14:30:00 may stand there as 14:29:59.9999.
    let rounded = (value * 86_400.0).round() / 86_400.0 + 1e-9;
    let whole = ExcelDateTime::new(
        rounded,
        calamine::ExcelDateTimeType::DateTime,
        is_1904(time),
    );
    let (year, month, day, hour, minute, second, _) = whole.to_ymd_hms_milli();
    if (0.0..1.0).contains(&value) && !is_1904(time) {
        return format!("{hour:02}:{minute:02}:{second:02}");
    }
    let day = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute, second) == (0, 0, 0) {
        day
    } else {
        format!("{day}T{hour:02}:{minute:02}:{second:02}")
    }
}

/// Day 0 of the two calendars of Excel lies four years apart.
fn is_1904(time: &ExcelDateTime) -> bool {
    let with = |is_1904| {
        ExcelDateTime::new(
            time.as_f64(),
            calamine::ExcelDateTimeType::DateTime,
            is_1904,
        )
        .to_ymd_hms_milli()
    };
    time.to_ymd_hms_milli() == with(true) && with(true) != with(false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType;

    fn shown(value: f64, kind: ExcelDateTimeType) -> String {
        moment(&ExcelDateTime::new(value, kind, false))
    }

    #[test]
    fn dates_are_iso_dates_with_a_time_only_where_one_is() {
        let date = |value| shown(value, ExcelDateTimeType::DateTime);
        assert_eq!(date(46_329.0), "2026-11-03");
        assert_eq!(date(46_329.604_166_666_66), "2026-11-03T14:30:00");
        assert_eq!(date(46_329.999_999_99), "2026-11-04");
        assert_eq!(date(0.5), "12:00:00");
        assert_eq!(shown(1.5, ExcelDateTimeType::TimeDelta), "36:00:00");
        let of_mac = ExcelDateTime::new(44_867.0, ExcelDateTimeType::DateTime, true);
        assert_eq!(moment(&of_mac), "2026-11-03");
    }

    #[test]
    fn long_numbers_keep_their_digits_and_lost_ones_are_marked() {
        assert_eq!(number(447_700_900_123.0), ("447700900123".into(), false));
        assert_eq!(
            number(7_123_456_789_012_345_678.0),
            ("7123456789012346000".into(), true)
        );
        assert_eq!(number(1e16), ("10000000000000000".into(), true));
        assert_eq!(
            number(1_234_567_890_123_450.0),
            ("1234567890123450".into(), true)
        );
        assert_eq!(
            number(1_234_567_890_123_457.0),
            ("1234567890123457".into(), false)
        );
        assert_eq!(number(0.1 + 0.2), ("0.3".into(), false));
        assert_eq!(number(-12.5), ("-12.5".into(), false));
    }
}
