//! Looking at a spreadsheet: an officer's own files, read into an encrypted scratch case and told what they hold.
//!
//! Invariant: nothing of a file is on disk in plain but the file itself, which is only read. The look is thrown away
//! when it is dropped, unless [`keep`](keep::keep) takes the files into a case.

mod accounts;
mod figures;
mod held;
pub mod keep;
mod numbers;
mod place;
mod sheet;
mod tally;
mod words;

pub use place::{sweep, sweep_among};

use crate::{Error, Host, Progress, Result};
use breakwater_casefile::scratch::Scratch;
use breakwater_model::check_up::{
    CheckUpCellView, CheckUpRowView, CheckUpRowsRequest, CheckUpRowsView, CheckUpView, Figure,
    FigureView, How, LookedAtView, OldestView, Remark, UnitCountView,
};
use breakwater_model::platform::Unit;
use breakwater_text::defang;
use figures::{Finding, Listed, listed, short};
use held::{Filling, Held, HeldRow};
use place::Place;
use sheet::Sheet;
use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::ops::Range;
use std::path::{Path, PathBuf};
use tally::Tally;

/// Most rows of one window.
const WINDOW: u32 = 500;
/// Signs of a cell that a window shows.
const CELL: usize = 2_000;

/// A file that was looked at.
struct Looked {
    path: PathBuf,
    sha256: [u8; 32],
    view: LookedAtView,
    headers: Vec<String>,
    roles: sheet::Roles,
}

/// A look at some files. Dropping it throws away what it holds.
pub struct CheckUp {
    files: Vec<Looked>,
    tally: Tally,
    lists: BTreeMap<Figure, Listed>,
    held: Held,
    // Dropped in this order: the case first, then its folder.
    scratch: Scratch,
    _place: Place,
}

/// Reads files and works out the figures.
///
/// # Errors
/// No file; one that cannot be read as rows; cancelled. Nothing is left behind then.
pub fn look(host: &Host, files: &[PathBuf], progress: &dyn Progress) -> Result<CheckUp> {
    look_among(host, files, &std::env::temp_dir(), progress)
}

/// The same, in a folder that is made among others there.
///
/// # Errors
/// As [`look`].
pub fn look_among(
    host: &Host,
    files: &[PathBuf],
    among: &Path,
    progress: &dyn Progress,
) -> Result<CheckUp> {
    if files.is_empty() || files.len() > usize::from(u16::MAX) {
        return Err(Error::Invalid("Choose a file to look at.".into()));
    }
    let place = Place::make(host, among)?;
    let scratch = Scratch::begin(host, place.path())?;
    let (mut tally, mut filling, mut looked) = (Tally::default(), Filling::default(), Vec::new());
    for (number, path) in (0u16..).zip(files) {
        let sheet = Sheet::open(path, host.now(), progress)?;
        let before = tally.lines.len();
        sheet.each_row(progress, &mut |row, record| {
            let said = sheet.read(record);
            tally.put(number, row, &said);
            let row = HeldRow {
                label: said.label,
                cells: record.iter().map(str::to_owned).collect(),
            };
            filling.put(&scratch, row)
        })?;
        looked.push(Looked::of(path, sheet, tally.lines.len() - before));
    }
    let held = filling.finish(&scratch)?;
    tally.settle();
    let labels: Vec<String> = looked.iter().map(Looked::unit_column).collect();
    let lists = Figure::ALL.map(|figure| (figure, listed(figure, &tally, &labels)));
    Ok(CheckUp {
        files: looked,
        tally,
        lists: lists.into(),
        held,
        scratch,
        _place: place,
    })
}

impl Looked {
    fn of(path: &Path, sheet: Sheet, rows: usize) -> Self {
        Self {
            path: path.to_path_buf(),
            sha256: sheet.sha256(),
            view: sheet.view(short(rows)),
            headers: sheet.headers(),
            roles: sheet.roles,
        }
    }

    fn unit_column(&self) -> String {
        let header = self
            .roles
            .naming()
            .and_then(|at| self.headers.get(at).cloned());
        header.unwrap_or_default()
    }
}

impl CheckUp {
    /// The figures.
    ///
    /// # Errors
    /// Somebody was at the scratch folder.
    pub fn view(&self) -> Result<CheckUpView> {
        let mut units: BTreeMap<_, u32> = BTreeMap::new();
        for line in &self.tally.lines {
            // Rows whose unit cannot be told stand last.
            *units.entry((line.unit.is_none(), line.unit)).or_default() += 1;
        }
        let units = units.into_iter();
        Ok(CheckUpView {
            files: self.files.iter().map(|file| file.view.clone()).collect(),
            rows: short(self.tally.lines.len()),
            accounts: self.tally.accounts.count(),
            figures: Figure::ALL.map(|figure| self.figure(figure)).into(),
            units: units
                .map(|((_, unit), rows)| UnitCountView { unit, rows })
                .collect(),
            oldest: self.oldest()?,
        })
    }

    fn figure(&self, figure: Figure) -> FigureView {
        let listed = self.lists.get(&figure);
        let findings = listed.map_or(0, |listed| match figure {
            Figure::Units => self.mixed_files(listed),
            _ => listed.findings.len(),
        });
        FigureView {
            figure,
            count: short(findings),
            rows: listed.map_or(0, |listed| short(listed.rows.len())),
            remark: self.remark(figure),
        }
    }

    /// Files with rows of more than one unit.
    fn mixed_files(&self, listed: &Listed) -> usize {
        let firsts = listed.findings.iter().filter_map(|finding| {
            let line = listed.rows.get(finding.start as usize)?;
            self.tally.lines.get(*line as usize).map(|line| line.file)
        });
        firsts.collect::<std::collections::BTreeSet<_>>().len()
    }

    fn remark(&self, figure: Figure) -> Option<Remark> {
        let none = |has: &dyn Fn(&sheet::Roles) -> bool| !self.files.iter().any(|f| has(&f.roles));
        let no_referrals = none(&|roles| !roles.referred.is_empty() || roles.reference.is_some());
        match figure {
            Figure::ReferredTwice | Figure::NeverAnswered if no_referrals => {
                Some(Remark::NoReferralColumn)
            }
            Figure::NeverAnswered
                if none(&|roles| roles.decision.is_some() || roles.decided.is_some()) =>
            {
                Some(Remark::NoDecisionColumn)
            }
            Figure::WithoutDate if none(&|roles| !roles.dates.is_empty()) => {
                Some(Remark::NoDateColumn)
            }
            _ => None,
        }
    }

    fn oldest(&self) -> Result<Option<OldestView>> {
        let first = self.lists.get(&Figure::NeverAnswered);
        let number = first.and_then(|listed| listed.rows.first().copied());
        let Some((number, line)) =
            number.and_then(|number| Some((number, self.tally.lines.get(number as usize)?)))
        else {
            return Ok(None);
        };
        let file = self.files.get(usize::from(line.file));
        let (Some(held), Some(file)) = (self.held.row(&self.scratch, number)?, file) else {
            return Ok(None);
        };
        let cells = file.roles.referred.iter();
        let mut cells = cells
            .filter_map(|at| held.cells.get(*at))
            .filter(|cell| !cell.trim().is_empty());
        let is_day = |cell: &&String| matches!(words::referred(cell), words::Referred::On(_));
        let written = cells.clone().find(is_day).or_else(|| cells.next());
        Ok(Some(OldestView {
            written: written.map_or_else(String::new, |cell| cut(cell.trim())),
            file: file.view.name.clone(),
            row: line.row,
        }))
    }

    /// A window of the rows behind a figure.
    ///
    /// # Errors
    /// Somebody was at the scratch folder.
    pub fn rows(&self, request: &CheckUpRowsRequest) -> Result<CheckUpRowsView> {
        let total = self.figure(request.figure).rows;
        let end = request
            .offset
            .saturating_add(request.limit.min(WINDOW))
            .min(total);
        let rows = self.rows_among(request.figure, request.offset..end)?;
        Ok(CheckUpRowsView { total, rows })
    }

    /// Rows behind a figure, as many as are asked for: what holds them is opened once for all of them.
    ///
    /// # Errors
    /// Somebody was at the scratch folder.
    pub fn rows_among(&self, figure: Figure, range: Range<u32>) -> Result<Vec<CheckUpRowView>> {
        let listed = self
            .lists
            .get(&figure)
            .map_or(&[][..], |listed| &listed.rows);
        let within = range.start as usize..(range.end as usize).min(listed.len());
        let numbers = listed.get(within).unwrap_or_default().iter().copied();
        let held = self.held.rows(&self.scratch, numbers)?;
        let mut rows = Vec::with_capacity(held.len());
        for at in range {
            rows.extend(self.row_of(figure, at, &held));
        }
        Ok(rows)
    }

    /// What each finding of a figure is called, in order.
    ///
    /// # Errors
    /// Somebody was at the scratch folder.
    pub fn labels(&self, figure: Figure) -> Result<Vec<String>> {
        let Some(listed) = self.lists.get(&figure) else {
            return Ok(Vec::new());
        };
        let first = |found: &Finding| listed.rows.get(found.start as usize).copied();
        let unnamed = listed.findings.iter().filter(|found| found.label.is_none());
        let mut by_row: Vec<(u32, String)> = Vec::new();
        let mut numbers: Vec<u32> = unnamed.filter_map(first).collect();
        numbers.sort_unstable();
        numbers.dedup();
        for number in numbers {
            if let Some(row) = self.held.row(&self.scratch, number)? {
                by_row.push((number, row.label));
            }
        }
        let of_row = |number: u32| {
            let at = by_row.binary_search_by_key(&number, |(row, _)| *row).ok()?;
            by_row.get(at).map(|(_, label)| label.clone())
        };
        let named = listed.findings.iter().map(|found| {
            let label = found.label.clone();
            label.or_else(|| of_row(first(found)?)).unwrap_or_default()
        });
        Ok(named.collect())
    }

    /// Where a row behind a figure stands: the number of its finding from 0, its file and its number there.
    pub fn place(&self, figure: Figure, at: u32) -> Option<(usize, &str, u32)> {
        let listed = self.lists.get(&figure)?;
        let line = self
            .tally
            .lines
            .get(*listed.rows.get(at as usize)? as usize)?;
        let (finding, _, _) = listed.at(at)?;
        let file = self.files.get(usize::from(line.file))?;
        Some((finding, &file.view.name, line.row))
    }

    /// How a finding was made, and the unit it is about.
    pub fn how(&self, figure: Figure, at: u32) -> Option<(How, Option<Unit>)> {
        let (_, found, _) = self.lists.get(&figure)?.at(at)?;
        Some((found.how, found.unit))
    }

    fn row(&self, figure: Figure, at: u32) -> Result<Option<CheckUpRowView>> {
        Ok(self.rows_among(figure, at..at.saturating_add(1))?.pop())
    }

    fn row_of(
        &self,
        figure: Figure,
        at: u32,
        held: &HashMap<u32, HeldRow>,
    ) -> Option<CheckUpRowView> {
        let listed = self.lists.get(&figure)?;
        let number = listed.rows.get(at as usize).copied()?;
        let line = self.tally.lines.get(number as usize)?;
        let (finding, found, of) = listed.at(at)?;
        let file = self.files.get(usize::from(line.file))?;
        let held = held.get(&number)?;
        let cells = (0usize..).zip(&held.cells);
        let cells = cells
            .filter(|(_, text)| !text.trim().is_empty())
            .map(|(column, text)| CheckUpCellView {
                header: file.header(column),
                text: cut(text.trim()),
            });
        Some(CheckUpRowView {
            at,
            finding: short(finding + 1),
            of,
            how: found.how,
            unit: found.unit,
            file: file.view.name.clone(),
            row: line.row,
            cells: cells.collect(),
            label: found.label.clone().unwrap_or_else(|| held.label.clone()),
        })
    }

    /// A row as text that can be passed on: where it stands and its cells, addresses made harmless.
    ///
    /// # Errors
    /// The figure has no such row; somebody was at the scratch folder.
    pub fn safe_text(&self, figure: Figure, at: u32) -> Result<String> {
        let row = self.row(figure, at)?.ok_or(Error::NotFound("row"))?;
        let mut text = format!("{}, row {}", row.file, row.row);
        for cell in row.cells {
            let words: Vec<String> = cell
                .text
                .split_inclusive(char::is_whitespace)
                .map(harmless)
                .collect();
            let _ = write!(text, "\n{}: {}", cell.header, words.concat());
        }
        Ok(text)
    }
}

impl Looked {
    fn header(&self, column: usize) -> String {
        let written = self.headers.get(column).cloned();
        written.unwrap_or_else(|| format!("Column {}", column + 1))
    }
}

/// A word, made harmless if it is an address.
fn harmless(word: &str) -> String {
    let is_address = !breakwater_text::identity::find(word).is_empty();
    if is_address {
        defang::show(word)
    } else {
        word.to_owned()
    }
}

fn cut(text: &str) -> String {
    match text.char_indices().nth(CELL) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
