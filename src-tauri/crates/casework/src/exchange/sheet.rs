//! The rows of an export: read a step at a time from one state of the case on every processor, and written in order.

use super::cells::{What, cells};
use crate::{Error, Progress, Result, Session};
use breakwater_casefile::sheet;
use breakwater_casefile::{Held, Reader};
use breakwater_model::exchange::ExportColumnView;
use breakwater_report::csv_guard::guard;
use std::collections::BTreeMap;
use std::io::Write;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

/// Rows read at a time where they are wanted in the order in which they stand.
const STEP: usize = 4_096;
/// Rows read at a time where they are wanted in another order, so that pages of the database are met again.
const WIDE_STEP: usize = 32_768;
/// Steps of each reader that may wait to be written.
const WAITING: usize = 1;

/// The rows that leave, and what of them.
pub struct Sheet<'a> {
    /// Columns, in order.
    pub columns: &'a [ExportColumnView],
    /// Rows of the accounts, each once, in the file's order.
    pub rows: &'a [i64],
    /// The marking on every row.
    pub marking: &'static str,
    /// Gradings of accounts, by row.
    pub gradings: &'a BTreeMap<i64, String>,
    /// The grading of those that have none; empty for none.
    pub grading: &'a str,
}

impl Sheet<'_> {
    /// The grading that stands in the row of an account; empty for none.
    pub(super) fn grading_of(&self, row: i64) -> &str {
        self.gradings.get(&row).map_or(self.grading, String::as_str)
    }
}

/// Cells of some rows in one piece of text, in the order in which they were read.
#[derive(Default)]
pub(super) struct Step {
    pub(super) text: String,
    ends: Vec<usize>,
    /// Which of the read rows comes first, second, … in the file.
    order: Vec<usize>,
}

impl Step {
    pub(super) fn end_cell(&mut self) {
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
    let size = if sheet.rows.is_sorted() {
        STEP
    } else {
        WIDE_STEP
    };
    let processors = thread::available_parallelism().map_or(1, usize::from);
    let readers = session.alike(processors.min(sheet.rows.len().div_ceil(size)))?;
    let count = readers.len();
    thread::scope(|scope| {
        let mut steps = Vec::with_capacity(count);
        for (first, reader) in readers.into_iter().enumerate() {
            let (out, read) = sync_channel(WAITING);
            let own = sheet.rows.chunks(size).skip(first).step_by(count);
            let whats = &whats;
            scope.spawn(move || read_steps(&reader, own, whats, sheet, &out));
            steps.push(read);
        }
        write_steps(sheet, &steps, file, progress)
    })
}

/// The cells of these accounts, each account once, in the order they are wanted.
///
/// # Errors
/// An account was taken back since the list was made.
pub fn texts(session: &Session, sheet: &Sheet<'_>) -> Result<Vec<Vec<String>>> {
    let whats = sheet
        .columns
        .iter()
        .map(What::of)
        .collect::<Result<Vec<_>>>()?;
    let step = session.read(|reader| read_step(reader, sheet.rows, &whats, sheet))?;
    let width = sheet.columns.len();
    let row = |row: &usize| {
        (row * width..(row + 1) * width)
            .map(|at| step.cell(at).to_owned())
            .collect()
    };
    Ok(step.order.iter().map(row).collect())
}

/// Writes the steps of the readers in turn, until there are no more.
fn write_steps(
    sheet: &Sheet<'_>,
    readers: &[Receiver<Result<Step>>],
    file: &mut dyn Write,
    progress: &dyn Progress,
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
        sheet
            .columns
            .iter()
            .map(|column| guard(&column.name).into_owned()),
    )
    .map_err(disk)?;
    let (width, total) = (sheet.columns.len(), sheet.rows.len());
    let mut done = 0;
    for reader in readers.iter().cycle() {
        if done == total {
            break;
        }
        let step = reader
            .recv()
            .map_err(|_| Error::Internal("a reader of the export ended early".into()))??;
        for row in &step.order {
            for at in row * width..(row + 1) * width {
                csv.write_field(guard(step.cell(at)).as_bytes())
                    .map_err(disk)?;
            }
            csv.write_record(None::<&[u8]>).map_err(disk)?;
        }
        done += step.order.len();
        progress.step(done as u64, Some(total as u64), "rows");
        if progress.is_cancelled() {
            return Err(Error::Cancelled);
        }
    }
    csv.flush().map_err(Error::io("the export"))
}

/// Reads some steps, until nobody takes them.
fn read_steps<'a>(
    reader: &Held<'_>,
    steps: impl Iterator<Item = &'a [i64]>,
    whats: &[What],
    sheet: &Sheet<'_>,
    out: &SyncSender<Result<Step>>,
) {
    for wanted in steps {
        let step = reader
            .read(|reader| Ok(read_step(reader, wanted, whats, sheet)))
            .flatten();
        let is_whole = step.is_ok();
        if out.send(step).is_err() || !is_whole {
            return;
        }
    }
}

fn read_step(reader: &Reader<'_>, wanted: &[i64], whats: &[What], of: &Sheet<'_>) -> Result<Step> {
    let mut step = Step {
        order: places(wanted),
        ..Step::default()
    };
    let mut read = 0usize;
    sheet::step(reader, wanted, &mut |told| {
        read += 1;
        cells(reader, told, whats, of, &mut step)
    })?;
    if read != wanted.len() {
        return Err(Error::refused(
            "case-as-listed",
            "An account was taken back while the export was made. Export again.",
        ));
    }
    Ok(step)
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

/// Every account's row, oldest first: what an unfiltered list by age holds, without working the list out.
pub fn oldest_first(session: &Session) -> Result<Vec<i64>> {
    let now = session.host().now();
    session.read(|reader| sheet::oldest_first(reader, now))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_read_by_number_are_written_as_they_were_wanted() {
        assert_eq!(places(&[30, 10, 20]), [2, 0, 1]);
        assert_eq!(places(&[1, 2, 3]), [0, 1, 2]);
    }
}
