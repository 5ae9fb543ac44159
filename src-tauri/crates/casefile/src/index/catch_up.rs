//! Bringing the index level with the case: accounts in the order of their rows, a step at a time.

use super::texts::{self, Texts};
use crate::{Error, Result};
use rusqlite::{Connection, named_params};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

/// Steps written as one: what they bring is merged into what the index holds once.
const TOGETHER: usize = 4;

/// The last entry of the log.
pub(super) fn last_seq(case: &Connection) -> Result<i64> {
    Ok(
        case.query_row("SELECT coalesce(max(seq), 0) FROM audit", [], |row| {
            row.get(0)
        })?,
    )
}

/// Brings the index level with the case, and with what is committed meanwhile.
/// `None` if told to stop on the way, between steps: it goes on where it stopped at the next start.
pub(super) fn catch_up(
    case: &Connection,
    db: &mut Connection,
    step: usize,
    stopped: &dyn Fn() -> bool,
) -> Result<Option<i64>> {
    loop {
        let (known, running, done) = standing(db)?;
        let last = last_seq(case)?;
        if known >= last {
            return Ok(Some(known));
        }
        let (target, done) = if running > known {
            (running.min(last), done)
        } else {
            (last, 0)
        };
        if !go_through(case, db, (known, target, done), step, stopped)? {
            return Ok(None);
        }
        db.execute(
            "UPDATE header SET seq = :seq, target = :seq, done = 0",
            named_params! { ":seq": target },
        )?;
    }
}

/// Accounts, and what the index is to hold of each.
type Step = Vec<(i64, Option<Texts>)>;

/// Brings every account into the index that entries after `known` up to `target` changed, from the one after `done` on:
/// the next step is read and folded while the one before is written. False if told to stop.
fn go_through(
    case: &Connection,
    db: &mut Connection,
    (known, target, done): (i64, i64, i64),
    size: usize,
    stopped: &dyn Fn() -> bool,
) -> Result<bool> {
    let first = step(case, (known, target), done, size)?;
    if first.len() < size {
        write(db, target, &first, &mut std::iter::empty())?;
        return Ok(first.is_empty() || !stopped());
    }
    std::thread::scope(|scope| {
        let (sender, steps) = sync_channel::<Step>(1);
        let writer = scope.spawn(move || write_all(db, target, &steps));
        let mut next = |done| step(case, (known, target), done, size);
        let read = hand_over(first, size, &mut next, &sender, stopped);
        drop(sender);
        let written = writer.join();
        written
            .unwrap_or_else(|_| Err(Error::Internal("the index's writer ended early".into())))
            .and(read)
    })
}

/// Hands over steps until one is not full, told to stop, or nobody takes them; false if not all were handed over.
fn hand_over(
    mut step: Step,
    size: usize,
    next: &mut dyn FnMut(i64) -> Result<Step>,
    sender: &SyncSender<Step>,
    stopped: &dyn Fn() -> bool,
) -> Result<bool> {
    loop {
        let last = step.last().map(|(account, _)| *account);
        let is_full = step.len() == size;
        if sender.send(step).is_err() || stopped() {
            return Ok(false);
        }
        match last {
            Some(done) if is_full => step = next(done)?,
            _ => return Ok(true),
        }
    }
}

/// The next accounts after `done`, with their texts.
fn step(case: &Connection, entries: (i64, i64), done: i64, size: usize) -> Result<Step> {
    let held = case.unchecked_transaction()?;
    let step = texts::texts(case, &changed_since(case, entries, done, size)?)?;
    held.commit()?;
    Ok(step)
}

/// Writes what is handed over until nothing more is.
fn write_all(db: &mut Connection, target: i64, steps: &Receiver<Step>) -> Result<()> {
    while let Ok(step) = steps.recv() {
        write(db, target, &step, &mut steps.iter().take(TOGETHER - 1))?;
    }
    Ok(())
}

/// Writes a step and `more`, and how far the index has come with them, as one.
fn write(
    db: &mut Connection,
    target: i64,
    step: &Step,
    more: &mut dyn Iterator<Item = Step>,
) -> Result<()> {
    let transaction = db.transaction()?;
    let held = texts::last(&transaction)?;
    let mut done = None;
    let mut put = |step: &Step| {
        for (account, texts) in step {
            texts::put(&transaction, *account, texts.as_ref(), held)?;
            done = Some(*account);
        }
        Ok::<_, Error>(())
    };
    put(step)?;
    for step in more {
        put(&step)?;
    }
    if let Some(done) = done {
        transaction.execute(
            "UPDATE header SET target = :target, done = :done",
            named_params! { ":target": target, ":done": done },
        )?;
    }
    Ok(transaction.commit()?)
}

/// The last entry known, the one it was catching up with, and the last account of that.
pub(super) fn standing(db: &Connection) -> Result<(i64, i64, i64)> {
    Ok(
        db.query_row("SELECT seq, target, done FROM header", [], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })?,
    )
}

/// The next accounts after `done` that entries after `known` up to `target` changed, and the accounts that those of them
/// that are merged stand under. Few changes are found by their entries; many by the accounts in order, so that a million
/// of them are never held at once.
pub(super) fn changed_since(
    case: &Connection,
    (known, target): (i64, i64),
    done: i64,
    most: usize,
) -> Result<Vec<i64>> {
    const ARE_MANY: &str = "SELECT count(*) > 20000 FROM
      (SELECT 1 FROM change INDEXED BY change_by_set WHERE seq > :known AND seq <= :target LIMIT 20001)";
    const FEW: &str = "SELECT DISTINCT account FROM change INDEXED BY change_by_set
      WHERE seq > :known AND seq <= :target AND account > :done
      UNION SELECT m.into_account FROM merge m WHERE m.into_account > :done AND EXISTS
        (SELECT 1 FROM change c WHERE c.account = m.account AND c.seq > :known AND c.seq <= :target)
      ORDER BY account LIMIT :most";
    const MANY: &str =
        "SELECT account FROM (SELECT DISTINCT account FROM change INDEXED BY change_by_account
        WHERE account > :done AND seq > :known AND seq <= :target ORDER BY account LIMIT :most)
      UNION SELECT m.into_account FROM merge m WHERE m.into_account > :done AND EXISTS
        (SELECT 1 FROM change c WHERE c.account = m.account AND c.seq > :known AND c.seq <= :target)
      ORDER BY account LIMIT :most";
    let are_many: bool = case.prepare_cached(ARE_MANY)?.query_row(
        named_params! { ":known": known, ":target": target },
        |row| row.get(0),
    )?;
    let most = i64::try_from(most).unwrap_or(i64::MAX);
    let mut statement = case.prepare_cached(if are_many { MANY } else { FEW })?;
    let rows = statement.query_map(
        named_params! { ":known": known, ":target": target, ":done": done, ":most": most },
        |row| row.get(0),
    )?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
