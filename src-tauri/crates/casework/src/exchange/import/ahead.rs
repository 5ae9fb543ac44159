//! Reading ahead: rows are read and understood on a thread of their own, while the caller asks the case about
//! them and writes. Order and numbers are those of the file; memory holds a few hundred rows.

use super::columns::Columns;
use super::row::Row;
use super::source::Source;
use super::{STEP, read_row};
use crate::{Error, Progress, Result};
use breakwater_model::Instant;
use csv::StringRecord;
use std::sync::mpsc::{SyncSender, sync_channel};

/// Rows handed over at once.
const TOGETHER: usize = 128;
/// Hand-overs that may wait.
const WAITING: usize = 4;

/// A row as it stands in the file, and what it says or why it cannot be taken.
type Read = (StringRecord, Said);

/// What a row says, or why it cannot be taken.
pub(super) type Said = std::result::Result<Row, String>;

/// Gives every row after the header, numbered from 0, with what it says; `then` is done with each on the reading thread.
///
/// # Errors
/// The file cannot be read; cancelled; what `each` fails with. Reading ends then.
pub(super) fn each_read(
    (source, columns, now): (&Source, &Columns, Instant),
    then: fn(&mut Row),
    total: Option<u64>,
    progress: &dyn Progress,
    each: &mut dyn FnMut(u64, &StringRecord, Said) -> Result<()>,
) -> Result<()> {
    let mut number = 0u64;
    std::thread::scope(|scope| {
        let (sender, receiver) = sync_channel::<Result<Vec<Read>>>(WAITING);
        scope.spawn(move || {
            if let Err(error) = read(source, columns, now, then, &sender) {
                // Nobody listens any more once the caller has failed.
                let _ = sender.send(Err(error));
            }
        });
        for rows in receiver {
            for (record, row) in rows? {
                each(number, &record, row)?;
                number += 1;
                if number.is_multiple_of(STEP) {
                    progress.step(number, total, "rows");
                    if progress.is_cancelled() {
                        return Err(Error::Cancelled);
                    }
                }
            }
        }
        Ok(())
    })?;
    progress.step(number, Some(number), "rows");
    Ok(())
}

fn read(
    source: &Source,
    columns: &Columns,
    now: Instant,
    then: fn(&mut Row),
    sender: &SyncSender<Result<Vec<Read>>>,
) -> Result<()> {
    let mut reader = source.rows()?;
    let mut record = StringRecord::new();
    let mut rows = Vec::with_capacity(TOGETHER);
    let mut skip = columns.has_header;
    while read_row(&mut reader, &mut record, &source.name)? {
        if std::mem::take(&mut skip) {
            continue;
        }
        let row = columns.read(&record, now).map(|mut row| {
            then(&mut row);
            row
        });
        rows.push((record.clone(), row));
        if rows.len() == TOGETHER {
            let full = std::mem::replace(&mut rows, Vec::with_capacity(TOGETHER));
            if sender.send(Ok(full)).is_err() {
                return Ok(());
            }
        }
    }
    let _ = sender.send(Ok(rows));
    Ok(())
}
