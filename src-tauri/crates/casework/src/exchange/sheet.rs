//! The rows of an export: read a step at a time from one snapshot, written by a second thread meanwhile.

use crate::{Error, Progress, Result, Session};
use breakwater_casefile::Reader;
use breakwater_casefile::sheet::{self, Told};
use breakwater_casefile::table::{assessment, event, exhibit, translation};
use breakwater_model::exchange::ExportColumnView;
use breakwater_model::{Instant, Precision};
use breakwater_report::csv_guard::guard;
use serde::Deserialize;
use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::Write;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

/// Rows read at a time where they are wanted in the order in which they stand.
const STEP: usize = 4_096;
/// Rows read at a time where they are wanted in another order, so that pages of the database are met again.
const WIDE_STEP: usize = 32_768;
/// Steps that may wait to be written.
const WAITING: usize = 2;

/// What a column holds.
enum What {
    Marking,
    Id,
    Platform,
    Unit,
    Handle,
    PlatformId,
    Url,
    DisplayName,
    Bio,
    Language,
    Followers,
    FirstSeen,
    Reason,
    Source,
    Status,
    Decision,
    Translation,
    Exhibits,
    LastSeenLive,
    Imported,
    Extra(String),
}

impl What {
    fn of(column: &ExportColumnView) -> Result<Self> {
        if column.is_extra {
            return Ok(Self::Extra(column.name.clone()));
        }
        Ok(match column.name.as_str() {
            "breakwater_marking" => Self::Marking,
            "breakwater_account" => Self::Id,
            "platform" => Self::Platform,
            "unit" => Self::Unit,
            "handle" => Self::Handle,
            "platform_id" => Self::PlatformId,
            "url" => Self::Url,
            "display_name" => Self::DisplayName,
            "bio" => Self::Bio,
            "language" => Self::Language,
            "followers" => Self::Followers,
            "first_seen" => Self::FirstSeen,
            "reason" => Self::Reason,
            "source" => Self::Source,
            "breakwater_status" => Self::Status,
            "breakwater_decision" => Self::Decision,
            "breakwater_translation" => Self::Translation,
            "breakwater_exhibits" => Self::Exhibits,
            "breakwater_last_seen_live" => Self::LastSeenLive,
            "breakwater_imported" => Self::Imported,
            other => {
                return Err(Error::Internal(format!("no cell is known for {other:?}")));
            }
        })
    }
}

/// The rows that leave, and what of them.
pub struct Sheet<'a> {
    /// Columns, in order.
    pub columns: &'a [ExportColumnView],
    /// Rows of the accounts, each once, in the file's order.
    pub rows: &'a [i64],
    /// The marking on every row.
    pub marking: &'static str,
}

/// Cells of some rows in one piece of text, in the order in which they were read.
#[derive(Default)]
struct Step {
    text: String,
    ends: Vec<usize>,
    /// Which of the read rows comes first, second, … in the file.
    order: Vec<usize>,
}

impl Step {
    fn end_cell(&mut self) {
        self.ends.push(self.text.len());
    }

    fn cell(&self, at: usize) -> &str {
        let from = at
            .checked_sub(1)
            .and_then(|before| self.ends.get(before).copied())
            .unwrap_or(0);
        let to = self.ends.get(at).copied().unwrap_or(from);
        self.text.get(from..to).unwrap_or_default()
    }
}

/// Writes the sheet. Every row stands for what was committed at one instant.
///
/// # Errors
/// An account was taken back since the list was made; cancelled; the disk.
pub fn write(
    session: &Session,
    sheet: &Sheet<'_>,
    file: &mut (dyn Write + Send),
    progress: &dyn Progress,
) -> Result<()> {
    let whats = sheet
        .columns
        .iter()
        .map(What::of)
        .collect::<Result<Vec<_>>>()?;
    let (out, steps) = sync_channel(WAITING);
    std::thread::scope(|scope| {
        let writer = scope.spawn(move || write_steps(sheet.columns, &steps, file));
        let read = session.snapshot(|reader| read_steps(reader, sheet, &whats, &out, progress));
        drop(out);
        let written = writer
            .join()
            .unwrap_or_else(|_| Err(Error::Internal("the export's writer ended early".into())));
        // What the writer met is the cause where it has ended and the reader could go on no more.
        written.and(read)
    })
}

fn write_steps(
    columns: &[ExportColumnView],
    steps: &Receiver<Step>,
    file: &mut dyn Write,
) -> Result<()> {
    let disk = |error: csv::Error| Error::Io {
        what: "the export".into(),
        source: error.into(),
    };
    file.write_all("\u{feff}".as_bytes())
        .map_err(Error::io("the export"))?;
    let mut csv = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .buffer_capacity(1 << 16)
        .from_writer(file);
    csv.write_record(
        columns
            .iter()
            .map(|column| guard(&column.name).into_owned()),
    )
    .map_err(disk)?;
    let width = columns.len();
    for step in steps {
        for row in &step.order {
            for at in row * width..(row + 1) * width {
                csv.write_field(guard(step.cell(at)).as_bytes())
                    .map_err(disk)?;
            }
            csv.write_record(None::<&[u8]>).map_err(disk)?;
        }
    }
    csv.flush().map_err(Error::io("the export"))
}

fn read_steps(
    reader: &Reader<'_>,
    sheet: &Sheet<'_>,
    whats: &[What],
    out: &SyncSender<Step>,
    progress: &dyn Progress,
) -> Result<()> {
    let total = sheet.rows.len() as u64;
    let size = if sheet.rows.is_sorted() {
        STEP
    } else {
        WIDE_STEP
    };
    let mut done = 0;
    for wanted in sheet.rows.chunks(size) {
        let mut step = Step {
            order: places(wanted),
            ..Step::default()
        };
        let mut read = 0usize;
        sheet::step(reader, wanted, &mut |told| {
            read += 1;
            cells(reader, told, whats, sheet.marking, &mut step)
        })?;
        if read != wanted.len() {
            return Err(Error::refused(
                "case-as-listed",
                "An account was taken back while the export was made. Export again.",
            ));
        }
        if out.send(step).is_err() {
            return Ok(());
        }
        done += wanted.len() as u64;
        progress.step(done, Some(total), "rows");
        if progress.is_cancelled() {
            return Err(Error::Cancelled);
        }
    }
    Ok(())
}

/// For each wanted row, in order, its place among them by number.
fn places(wanted: &[i64]) -> Vec<usize> {
    let mut by_number: Vec<usize> = (0..wanted.len()).collect();
    by_number.sort_unstable_by_key(|at| wanted.get(*at));
    let mut places = vec![0; wanted.len()];
    for (place, at) in by_number.into_iter().enumerate() {
        if let Some(into) = places.get_mut(at) {
            *into = place;
        }
    }
    places
}

/// A cell kept as it is.
#[derive(Deserialize)]
struct Kept<'a> {
    #[serde(borrow)]
    name: Cow<'a, str>,
    #[serde(borrow)]
    value: Cow<'a, str>,
}

fn cells(
    reader: &Reader<'_>,
    told: &Told<'_>,
    whats: &[What],
    marking: &str,
    into: &mut Step,
) -> Result<()> {
    let has_extra = told.extra != "[]" && whats.iter().any(|what| matches!(what, What::Extra(_)));
    let kept: Vec<Kept<'_>> = if has_extra {
        serde_json::from_str(told.extra)?
    } else {
        Vec::new()
    };
    for what in whats {
        let text = &mut into.text;
        match what {
            What::Marking => text.push_str(marking),
            What::Id => put(text, &told.id),
            What::Platform => text.push_str(told.platform),
            What::Unit => text.push_str(told.unit),
            What::Handle => text.push_str(told.handle),
            What::PlatformId => text.push_str(told.platform_id),
            What::Url => text.push_str(told.canonical_url),
            What::DisplayName => text.push_str(told.display_name),
            What::Bio => text.push_str(told.bio),
            What::Language => text.push_str(told.language),
            What::Followers => text.push_str(told.followers),
            What::FirstSeen => {
                if let Some((at, precision)) = told.first_seen {
                    put_time(text, at, precision);
                }
            }
            What::Reason => text.push_str(told.flagged_reason),
            What::Source => text.push_str(told.source),
            What::Status => text.push_str(told.status),
            What::Imported => put(text, &told.imported_at),
            What::Extra(name) => {
                let found = kept.iter().find(|cell| cell.name == name.as_str());
                text.push_str(found.map_or("", |cell| &cell.value));
            }
            What::Decision | What::Translation | What::Exhibits | What::LastSeenLive => {
                beside(reader, told.row, what, text)?;
            }
        }
        into.end_cell();
    }
    Ok(())
}

/// What hangs on the account and is asked for only where its column is chosen.
fn beside(reader: &Reader<'_>, row: i64, what: &What, text: &mut String) -> Result<()> {
    match what {
        What::Decision => {
            if let Some(made) = assessment::latest(reader, row)? {
                put(
                    text,
                    &format_args!("{}: {}", word(&made.decision), made.reason),
                );
            }
        }
        What::Translation => {
            if let Some(made) = translation::of_account(reader, row)?.first() {
                let how = word(&made.status);
                put(text, &format_args!("{} ({}, {how})", made.text, made.by));
            }
        }
        What::Exhibits => {
            for (number, exhibit) in exhibit::of_account(reader, row)?.iter().enumerate() {
                text.push_str(if number == 0 { "" } else { "|" });
                text.push_str(&exhibit.label);
            }
        }
        What::LastSeenLive => {
            if let Some(seen) = event::last(reader, row, "observed", "live")? {
                put_time(text, seen.at, &word(&seen.precision));
            }
        }
        _ => {}
    }
    Ok(())
}

fn put(text: &mut String, value: &dyn std::fmt::Display) {
    let _ = write!(text, "{value}");
}

/// A time as it was exact: a day as a day, a month as a month.
fn put_time(text: &mut String, at: Instant, precision: &str) {
    let is = |known: Precision| word(&known) == precision;
    if is(Precision::Second) {
        put(text, &at);
    } else if is(Precision::Day) {
        put(text, &at.utc().format("%Y-%m-%d"));
    } else if is(Precision::Month) {
        put(text, &at.utc().format("%Y-%m"));
    }
}

pub(super) fn word<T: serde::Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(text)) => text,
        _ => String::new(),
    }
}

/// Every account's row, oldest first: what an unfiltered list by age holds, without working the list out.
pub fn oldest_first(session: &Session) -> Result<Vec<i64>> {
    session.read(sheet::oldest_first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_read_by_number_are_written_as_they_were_wanted() {
        assert_eq!(places(&[30, 10, 20]), [2, 0, 1]);
        assert_eq!(places(&[1, 2, 3]), [0, 1, 2]);
    }

    #[test]
    fn times_are_written_as_exact_as_they_were() {
        let at = Instant(1_700_000_000_000);
        let written = |precision| {
            let mut text = String::new();
            put_time(&mut text, at, precision);
            text
        };
        assert_eq!(written("second"), at.to_string());
        assert_eq!(written("day"), "2023-11-14");
        assert_eq!(written("month"), "2023-11");
        assert_eq!(written("unknown"), "");
    }
}
