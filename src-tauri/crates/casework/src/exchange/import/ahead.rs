//! Reading ahead: rows are read on a thread of their own and understood on as many as there are processors, while the
//! caller asks the case about them and writes. Order and numbers are those of the file; memory holds some hundred rows.

use super::columns::Columns;
use super::row::Row;
use super::source::Source;
use super::{STEP, read_row};
use crate::{Error, Progress, Result};
use breakwater_model::Instant;
use csv::StringRecord;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

/// Rows handed over at once.
const TOGETHER: usize = 128;
/// Hand-overs that may wait at each thread.
const WAITING: usize = 2;

/// A row as it stands in the file, and what it says or why it cannot be taken.
type Read = (StringRecord, Said);

/// What a row says, or why it cannot be taken.
pub(super) type Said = std::result::Result<Row, String>;

/// Rows as they stand in the file.
type Raw = Result<Vec<StringRecord>>;

/// Gives every row after the header, numbered from 0, with what it says; `then` is done with each where it is understood.
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
    thread::scope(|scope| {
        let (mut givers, mut takers) = (Vec::new(), Vec::new());
        for _ in 0..thread::available_parallelism().map_or(1, usize::from) {
            let (giver, raw) = sync_channel::<Raw>(WAITING);
            let (sender, taker) = sync_channel::<Result<Vec<Read>>>(WAITING);
            scope.spawn(move || understand(columns, now, then, &raw, &sender));
            givers.push(giver);
            takers.push(taker);
        }
        scope.spawn(move || {
            let mut turn = givers.iter().cycle();
            if let Err(error) = read(source, columns.has_header, &mut turn) {
                // Nobody listens any more once the caller has failed.
                let _ = turn.next().map(|giver| giver.send(Err(error)));
            }
        });
        for taker in takers.iter().cycle() {
            let Ok(rows) = taker.recv() else {
                break;
            };
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

/// Says what the rows are that are handed over, until nobody hands over more or listens.
fn understand(
    columns: &Columns,
    now: Instant,
    then: fn(&mut Row),
    raw: &Receiver<Raw>,
    sender: &SyncSender<Result<Vec<Read>>>,
) {
    let said = |record: StringRecord| {
        let row = columns.read(&record, now).map(|mut row| {
            then(&mut row);
            row
        });
        (record, row)
    };
    for records in raw {
        let rows = records.map(|records| records.into_iter().map(said).collect());
        if sender.send(rows).is_err() {
            return;
        }
    }
}

/// Hands rows to each thread in turn.
fn read<'a>(
    source: &Source,
    mut skip: bool,
    turn: &mut impl Iterator<Item = &'a SyncSender<Raw>>,
) -> Result<()> {
    let mut reader = source.rows()?;
    let mut record = StringRecord::new();
    let mut rows = Vec::with_capacity(TOGETHER);
    let mut hand_over = |rows| {
        turn.next()
            .is_some_and(|giver| giver.send(Ok(rows)).is_ok())
    };
    while read_row(&mut reader, &mut record, &source.name)? {
        if std::mem::take(&mut skip) {
            continue;
        }
        rows.push(record.clone());
        if rows.len() == TOGETHER {
            let full = std::mem::replace(&mut rows, Vec::with_capacity(TOGETHER));
            if !hand_over(full) {
                return Ok(());
            }
        }
    }
    hand_over(rows);
    Ok(())
}
