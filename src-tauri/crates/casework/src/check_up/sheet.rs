//! One file of a look: which columns say what, and what each row says.

use super::numbers::numbers;
use super::words::{self, Outcome, Referred};
use crate::exchange::import;
use crate::exchange::import::columns::Columns;
use crate::exchange::import::row::Row;
use crate::exchange::import::source::Source;
use crate::{Error, Progress, Result};
use breakwater_model::Instant;
use breakwater_model::check_up::LookedAtView;
use breakwater_model::import::Field;
use breakwater_model::platform::Unit;
use breakwater_text::date;
use breakwater_text::identity::{self, Kind};
use csv::StringRecord;
use std::path::Path;

/// Rows between two reports of progress.
const STEP: u64 = 500;
/// Signs of a cell that a label shows.
const LABEL: usize = 60;

/// Columns by what they say that the import's fields do not.
#[derive(Debug, Clone, Default)]
pub(super) struct Roles {
    /// Whether and when it was referred: a sheet may say the two in columns of their own.
    pub(super) referred: Vec<usize>,
    pub(super) reference: Option<usize>,
    pub(super) decision: Option<usize>,
    pub(super) decided: Option<usize>,
    /// Columns of dates, those of outcomes too.
    pub(super) dates: Vec<usize>,
    /// Free text about the account.
    pub(super) texts: Vec<usize>,
    /// Telephone numbers.
    pub(super) phones: Vec<usize>,
    /// Columns without a meaning to us.
    pub(super) others: Vec<usize>,
    url: Option<usize>,
    post_url: Option<usize>,
    handle: Option<usize>,
    id: Option<usize>,
    platform: Option<usize>,
    unit: Option<usize>,
}

/// A file that is being looked at, read as the import reads it: what it is taken for here is what a case would hold.
pub(super) struct Sheet {
    source: Source,
    columns: Columns,
    pub(super) roles: Roles,
    now: Instant,
}

/// The hash of a file's bytes.
pub(super) fn sha256(path: &Path, progress: &dyn Progress) -> Result<[u8; 32]> {
    Ok(Source::open(path, None, None, progress)?.sha256)
}

/// What a row says. Texts are kept where they must be compared letter for letter.
pub(super) struct Said {
    /// The account, if one can be read.
    pub(super) row: Option<Row>,
    pub(super) label: String,
    pub(super) unit: Option<Unit>,
    pub(super) numbers: Vec<String>,
    /// The address where it names the account, the handle, the id: as written.
    pub(super) spelled: [String; 3],
    /// Names of the platform.
    pub(super) names: u8,
    /// The key of the post the row is about.
    pub(super) post: Option<String>,
    pub(super) referral: Option<Referral>,
    pub(super) has_date: bool,
}

/// What a row says about a referral.
pub(super) struct Referral {
    /// The reference, folded; empty where none is written.
    pub(super) reference: String,
    /// The day, counted from the common era; none where it cannot be read or is not written.
    pub(super) day: Option<i32>,
    /// True if a column says so, with a day or without.
    pub(super) is_said: bool,
    /// True if a decision is written.
    pub(super) is_decided: bool,
}

impl Sheet {
    /// Opens a file and recognises its columns.
    pub(super) fn open(path: &Path, now: Instant, progress: &dyn Progress) -> Result<Self> {
        let mut source = Source::open(path, None, None, progress)?;
        let columns = import::recognise(&mut source)?;
        let roles = Roles::of(&columns);
        Ok(Self {
            source,
            columns,
            roles,
            now,
        })
    }

    /// The hash of the bytes that were read.
    pub(super) const fn sha256(&self) -> [u8; 32] {
        self.source.sha256
    }

    /// The file as it is told, with the number of its rows.
    pub(super) fn view(&self, rows: u32) -> LookedAtView {
        LookedAtView {
            name: self.source.name.clone(),
            encoding: self.source.encoding_name(),
            delimiter: self.source.delimiter_name().to_owned(),
            header_line: if self.columns.has_header {
                self.source.begins()
            } else {
                0
            },
            rows,
        }
    }

    /// The names of the columns.
    pub(super) fn headers(&self) -> Vec<String> {
        self.columns.headers.clone()
    }

    /// Gives every row with its number in the spreadsheet: the header is row 1, and a cell that holds lines is one row.
    pub(super) fn each_row(
        &self,
        progress: &dyn Progress,
        each: &mut dyn FnMut(u32, &StringRecord) -> Result<()>,
    ) -> Result<()> {
        let mut reader = self.source.rows()?;
        let mut record = StringRecord::new();
        let mut numbering = Numbering::after(self.source.lag());
        let (mut skip, mut done) = (self.columns.has_header, 0u64);
        while import::read_row(&mut reader, &mut record, &self.source.name)? {
            let row = if self.source.sheet().is_some() {
                u32::try_from(self.source.line(&record)).unwrap_or(u32::MAX)
            } else {
                numbering.next(&record, reader.position().line())
            };
            if std::mem::take(&mut skip) {
                continue;
            }
            each(row, &record)?;
            done += 1;
            if done.is_multiple_of(STEP) {
                progress.step(done, None, "rows");
                if progress.is_cancelled() {
                    return Err(Error::Cancelled);
                }
            }
        }
        progress.step(done, Some(done), "rows");
        Ok(())
    }

    /// What a row says.
    pub(super) fn read(&self, record: &StringRecord) -> Said {
        let cell = |at: Option<usize>| at.and_then(|at| record.get(at)).unwrap_or_default().trim();
        let roles = &self.roles;
        let row = self.columns.read(record, self.now).ok();
        // A column of accounts may hold addresses and handles in turn.
        let (address, handle) = match (cell(roles.url), cell(roles.handle)) {
            ("", handle) if handle.contains('/') => (handle, ""),
            both => both,
        };
        let addresses = [address, cell(roles.post_url)];
        let found: Vec<_> = addresses
            .into_iter()
            .filter(|address| !address.is_empty())
            .map(identity::normalise)
            .filter(|found| found.kind != Kind::Unknown)
            .collect();
        let named = found.first();
        let is_post = named.is_some_and(|found| found.kind == Kind::Post);
        let unit = words::unit(cell(roles.unit))
            .or_else(|| named.and_then(identity::Identified::unit))
            .or_else(|| row.as_ref().map(|row| row.unit));
        let address = if is_post { "" } else { address };
        let platform = row.as_ref().map_or("", |row| &row.platform);
        Said {
            label: row.as_ref().map_or_else(|| label(record), Row::label),
            unit,
            numbers: row
                .as_ref()
                .map_or_else(Vec::new, |row| numbers(record, roles, row)),
            spelled: [address, handle, cell(roles.id)].map(str::to_owned),
            names: words::names(platform, &addresses, cell(roles.platform)),
            post: found
                .iter()
                .filter(|_| unit.is_some_and(is_published))
                .find_map(|found| found.post_key.clone()),
            referral: self.referral(record),
            has_date: roles
                .dates
                .iter()
                .any(|at| date::read(cell(Some(*at))).is_ok()),
            row,
        }
    }

    fn referral(&self, record: &StringRecord) -> Option<Referral> {
        let cell = |at: Option<usize>| at.and_then(|at| record.get(at)).unwrap_or_default().trim();
        let roles = &self.roles;
        let said = roles
            .referred
            .iter()
            .map(|at| words::referred(cell(Some(*at))));
        let mut said: Vec<Referred> = said.collect();
        // A day is surer than a yes beside it, and says it where another column says no.
        said.sort_by_key(|said| match said {
            Referred::On(_) => 0,
            Referred::Yes => 1,
            Referred::No => 2,
        });
        let said = said.first().copied().unwrap_or(Referred::No);
        let reference = words::squash(cell(roles.reference));
        if said == Referred::No && reference.is_empty() {
            return None;
        }
        Some(Referral {
            reference,
            day: match said {
                Referred::On(day) => Some(day),
                Referred::Yes | Referred::No => None,
            },
            is_said: said != Referred::No,
            is_decided: !words::is_no_answer(cell(roles.decision))
                || roles.decision.is_none() && date::read(cell(roles.decided)).is_ok(),
        })
    }
}

impl Roles {
    /// The column that shows what a row is about.
    pub(super) fn naming(&self) -> Option<usize> {
        [self.unit, self.url, self.handle, self.id]
            .into_iter()
            .flatten()
            .next()
    }

    fn of(columns: &Columns) -> Self {
        let mut roles = Self::default();
        let mut weak = None;
        let view = columns.view();
        let headers = columns.headers.iter().zip(&columns.fields).zip(&view);
        for (at, ((header, field), column)) in headers.enumerate() {
            match words::outcome(header) {
                Some((Outcome::ReferredAt, _)) => roles.referred.push(at),
                Some((Outcome::Reference, _)) => _ = roles.reference.get_or_insert(at),
                Some((Outcome::DecidedAt, _)) => _ = roles.decided.get_or_insert(at),
                Some((Outcome::Decision, false)) => _ = roles.decision.get_or_insert(at),
                Some((Outcome::Decision, true)) => _ = weak.get_or_insert(at),
                None => roles.put(at, header, *field, &column.samples),
            }
            if matches!(field, Field::FirstSeen | Field::PostedAt) {
                roles.dates.push(at);
            }
        }
        roles.decision = roles.decision.or(weak);
        roles.dates.extend(&roles.referred);
        roles.dates.extend(roles.decided);
        roles
    }

    fn put(&mut self, at: usize, header: &str, field: Field, samples: &[String]) {
        match field {
            Field::Url => self.url = Some(at),
            Field::PostUrl => self.post_url = Some(at),
            Field::Handle => self.handle = Some(at),
            Field::PlatformId => self.id = Some(at),
            Field::Platform => self.platform = Some(at),
            Field::Unit => self.unit = Some(at),
            Field::DisplayName | Field::Bio | Field::Notes | Field::PostText | Field::Reason => {
                self.texts.push(at);
            }
            Field::Followers | Field::Language | Field::FirstSeen | Field::PostedAt => {}
            Field::Extra if words::is_telephone(header) => self.phones.push(at),
            Field::Extra if are_dates(samples) => self.dates.push(at),
            Field::Source | Field::Extra => self.others.push(at),
        }
    }
}

/// True if every sample of a column is a date, and written as one: a row of digits may be anything.
fn are_dates(samples: &[String]) -> bool {
    !samples.is_empty()
        && samples
            .iter()
            .all(|text| !text.trim().chars().all(char::is_numeric) && date::read(text).is_ok())
}

/// Numbers rows as a spreadsheet does, which the reader of CSV does not: it leaves out empty lines, which are rows, and
/// counts lines within cells, which are none.
struct Numbering {
    /// The reader stops between the two signs of a line end that has two, before it has counted it.
    lag: u64,
    within: u64,
    last: u32,
}

impl Numbering {
    const fn after(lag: u64) -> Self {
        Self {
            lag,
            within: 0,
            last: 0,
        }
    }

    /// The number of the next row; `after` is the line the reader stands in now.
    fn next(&mut self, record: &StringRecord, after: u64) -> u32 {
        let own: u64 = record.iter().map(line_ends).sum();
        let before = record.position().map_or(0, |position| {
            let is_later = position.record() > 0;
            position.line() + if is_later { self.lag } else { 0 }
        });
        let by_end = (after + self.lag).saturating_sub(1 + own + self.within);
        // A last row without a line end is told by where it begins.
        let by_start = before.saturating_sub(self.within);
        let row = u32::try_from(by_end.max(by_start)).unwrap_or(u32::MAX);
        self.within += own;
        self.last = row.max(self.last.saturating_add(1));
        self.last
    }
}

fn line_ends(cell: &str) -> u64 {
    cell.bytes().filter(|byte| *byte == b'\n').count() as u64
}

fn label(record: &StringRecord) -> String {
    let cells = record.iter().map(str::trim).filter(|cell| !cell.is_empty());
    let cells: Vec<String> = cells
        .take(3)
        .map(|cell| cell.chars().take(LABEL).collect())
        .collect();
    cells.join(" · ")
}

/// True for what an account publishes, as against the account itself.
pub(super) const fn is_published(unit: Unit) -> bool {
    matches!(unit, Unit::Post | Unit::Story | Unit::Live | Unit::Ad)
}
