//! A sheet of an XLSX workbook as the rows of a file: cells as an officer sees them, in memory, never on disk.
//!
//! Invariant: what Excel has lost is never taken for what was typed. Dates come as ISO dates, long numbers as digits,
//! and a number that may have lost digits is marked.

use super::hyperlink::{self, Formulas};
use super::links::Links;
use super::workbook_bounds::{self, Bounds, Seen};
use super::workbook_cell::cell;
use crate::{Error, Progress, Result};
use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError, XlsxFormulaMetadata};
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
/// Cells between two questions whether to go on.
const STEP: u64 = 10_000;

/// Cells that may have lost digits, by record and column, both from 0.
pub type Lost = HashSet<(u64, u32)>;

/// A sheet as rows.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// All sheets: name, and whether it is hidden.
    pub all: Vec<(String, bool)>,
    /// How many further sheets hold something.
    pub others: u32,
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
    /// Where its cells lead.
    pub links: Arc<Links>,
    /// Row of the first cell that leads somewhere.
    pub first_link: u32,
    /// Cells that are links, of which it could not be read where they lead.
    pub unread: u32,
    /// Row of the first of them.
    pub first_unread: u32,
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
    let work = AssertUnwindSafe(|| read_sheet(path, name, (wanted, &bounds), progress));
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
    (wanted, bounds): (Option<&str>, &Bounds),
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
    let Some(chosen) = chosen(&mut book, &all, wanted).map_err(broken)? else {
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
    let mut others = 0;
    for (sheet, _) in all.iter().filter(|(sheet, _)| *sheet != chosen) {
        others += u32::from(holds_something(&mut book, sheet).map_err(broken)?);
    }
    let behind = match bounds.of(&chosen).links {
        0 => Vec::new(),
        _ => book.hyperlinks_by_sheet_name(&chosen).map_err(broken)?,
    };
    let mut text = Text::new(name, hyperlink::Behind::of(behind));
    let mut cells = book.worksheet_cells_reader(&chosen).map_err(broken)?;
    let mut count = 0u64;
    while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(broken)? {
        text.put(cell.pos, &cell.value, cell.formula.as_ref())?;
        count += 1;
        if count.is_multiple_of(STEP) {
            progress.step(count, None, "cells");
            if progress.is_cancelled() {
                return Err(Error::Cancelled);
            }
        }
    }
    text.finish((chosen, all, others))
}

/// The sheet of this name, else the first visible one that holds something, else the first hidden one.
fn chosen<R: std::io::Read + std::io::Seek>(
    book: &mut Xlsx<R>,
    all: &[(String, bool)],
    wanted: Option<&str>,
) -> std::result::Result<Option<String>, XlsxError> {
    if wanted.is_some() {
        let mut names = all.iter().map(|(sheet, _)| sheet);
        return Ok(names.find(|sheet| Some(sheet.as_str()) == wanted).cloned());
    }
    let visible = all.iter().filter(|(_, is_hidden)| !is_hidden);
    let hidden = all.iter().filter(|(_, is_hidden)| *is_hidden);
    for (sheet, _) in visible.chain(hidden) {
        if holds_something(book, sheet)? {
            return Ok(Some(sheet.clone()));
        }
    }
    Ok(None)
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
    behind: hyperlink::Behind,
    formulas: Formulas,
    sheet: Sheet,
    lines: Vec<u32>,
    lost: Lost,
    links: Links,
}

impl<'a> Text<'a> {
    fn new(name: &'a str, behind: hyperlink::Behind) -> Self {
        Self {
            name,
            csv: csv::WriterBuilder::new()
                .flexible(true)
                .from_writer(Vec::new()),
            size: 0,
            row: 0,
            cells: Vec::new(),
            lost_here: Vec::new(),
            behind,
            formulas: Formulas::default(),
            sheet: Sheet::default(),
            lines: Vec::new(),
            lost: Lost::new(),
            links: Links::new(),
        }
    }

    fn put(
        &mut self,
        (row, column): (u32, u32),
        value: &DataRef<'_>,
        formula: Option<&XlsxFormulaMetadata>,
    ) -> Result<()> {
        if row != self.row {
            self.end_row()?;
            self.row = row;
        }
        let at = usize::try_from(column).unwrap_or(MOST_COLUMNS);
        if at >= MOST_COLUMNS {
            return Err(unreadable(self.name, "a cell lies beyond the last column"));
        }
        if matches!(value, DataRef::Error(_)) {
            note(&mut self.sheet.errors, &mut self.sheet.first_error, row);
        }
        let (mut text, is_lost) = cell(value);
        if let Some(formula) = formula {
            text = self.formulas.see((row, column), formula, text);
        }
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

    /// A row without a word is no row: sheets are full of formatted emptiness.
    fn end_row(&mut self) -> Result<()> {
        let leading = self.formulas.of_row(&self.cells);
        let cells = std::mem::take(&mut self.cells);
        let lost_here = std::mem::take(&mut self.lost_here);
        if cells.iter().all(|cell| cell.trim().is_empty()) {
            return Ok(());
        }
        let record = self.lines.len() as u64;
        let shown = (0u32..).zip(&cells).filter(|(_, cell)| !cell.is_empty());
        let leads =
            shown.filter_map(|(column, _)| Some((column, Some(self.behind.at(self.row, column)?))));
        for (column, address) in leads.chain(leading) {
            if address.is_none() {
                note(
                    &mut self.sheet.unread,
                    &mut self.sheet.first_unread,
                    self.row,
                );
            } else if self.links.is_empty() {
                self.sheet.first_link = self.row + 1;
            }
            self.size += address.as_ref().map_or(0, String::len);
            self.links.insert((record, column), address);
        }
        self.size += cells.iter().map(|cell| cell.len() + 3).sum::<usize>();
        if self.size > MOST_TEXT {
            return Err(Error::Invalid(format!(
                "The sheet of {} holds more than {} MB of text. Save the sheet as CSV (UTF-8): a CSV file may have any size.",
                self.name,
                MOST_TEXT >> 20
            )));
        }
        self.lost
            .extend(lost_here.into_iter().map(|column| (record, column)));
        self.lines.push(self.row + 1);
        self.csv
            .write_record(&cells)
            .map_err(|error| Error::Internal(format!("a row of a sheet: {error}")))
    }

    fn finish(mut self, (name, all, others): (String, Vec<(String, bool)>, u32)) -> Result<Sheet> {
        self.end_row()?;
        let csv = self
            .csv
            .into_inner()
            .map_err(|error| Error::Internal(format!("the rows of a sheet: {error}")))?;
        Ok(Sheet {
            name,
            all,
            others,
            csv: csv.into(),
            lines: self.lines.into(),
            lost: Arc::new(self.lost),
            links: Arc::new(self.links),
            ..self.sheet
        })
    }
}

/// Counts a cell of a row, from 0, and keeps the first.
fn note(count: &mut u32, first: &mut u32, row: u32) {
    if *count == 0 {
        *first = row + 1;
    }
    *count += 1;
}
