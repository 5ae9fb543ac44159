//! Erasing an account: its words go from every table, and what figures rest on stays.
//!
//! Invariant: everything here happens within one [`Writer`], so an erasure is whole or did not happen, and a dry run is
//! the same work taken back. No row is removed whose number a change names: another record could be given it. A row is
//! blanked and, where no figure reads it, taken back.

mod blank;
mod due;
mod imports;
mod named;
mod papers;
mod stands;
mod subjects;
mod tombstone;
pub(crate) mod words;

pub use due::{Due, Group, Holds, due, due_of};
pub use named::Named;
pub use stands::{Stands, stands};
pub use tombstone::{Tombstones, is_veiled, veiled};

use crate::layout::{hex, random_name};
use crate::session::Session;
use crate::table::erasure::record;
use crate::table::merge;
use crate::writer::{Record, Writer};
use crate::{Error, Result, connection, objects};
use rusqlite::types::Value;
use rusqlite::{Connection, named_params};
use std::collections::BTreeMap;
use std::rc::Rc;

/// How much of each kind, by its key.
pub type Counts = BTreeMap<&'static str, u32>;

/// What an erasure did, or would do.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Gone {
    /// How much of each kind was erased.
    pub counts: Counts,
    /// How much of each kind was kept.
    pub kept: Counts,
    /// Names of the files that no row names any more.
    pub files: Vec<String>,
}

/// What of an erasure is still on disk after it was swept.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct OnDisk {
    /// Files that could not be removed.
    pub files: usize,
    /// True if a log of a database could not be emptied: pages with words may stand in it.
    pub in_logs: bool,
}

impl Gone {
    fn count(&mut self, kind: &'static str, count: usize) {
        if count > 0 {
            *self.counts.entry(kind).or_default() += u32::try_from(count).unwrap_or(u32::MAX);
        }
    }

    fn keep(&mut self, kind: &'static str, count: usize) {
        if count > 0 {
            *self.kept.entry(kind).or_default() += u32::try_from(count).unwrap_or(u32::MAX);
        }
    }
}

/// The rows that are erased with an account: its own, and the records merged into it.
pub fn rows_of(db: &Connection, account: i64) -> Result<Vec<i64>> {
    let merged = merge::of_target(db, account)?.into_iter();
    let mut rows: Vec<i64> = std::iter::once(account)
        .chain(merged.map(|one| one.account))
        .collect();
    rows.sort_unstable();
    Ok(rows)
}

/// Rows as a statement takes them for `rarray`.
fn listed(rows: &[i64]) -> Rc<Vec<Value>> {
    Rc::new(rows.iter().copied().map(Value::from).collect())
}

/// The last change of any of these rows: a later one makes a proposal void.
pub fn last_change(db: &Connection, rows: &[i64]) -> Result<i64> {
    let mut last = 0;
    for row in rows {
        let of_row: i64 = db
            .prepare_cached("SELECT coalesce(max(seq), 0) FROM change WHERE account = :account")?
            .query_row(named_params! { ":account": row }, |row| row.get(0))?;
        last = last.max(of_row);
    }
    Ok(last)
}

impl Writer<'_> {
    /// Erases an account and the records merged into it, by an erasure that was confirmed. Whatever stands against it
    /// was asked before: [`stands`].
    pub fn erase(&mut self, session: &Session, erasure: i64, account: i64) -> Result<Gone> {
        let rows = rows_of(self.db(), account)?;
        let named = Named::read(self.db(), &rows)?;
        let told = words::found(self.db(), &rows, &named)?;
        let mut gone = self.erase_records(session, erasure, (&rows, &named))?;
        words::blank(self.db(), &told, erasure)?;
        gone.count("log-words", told.len());
        let blanked = words::list_hash(self.db(), erasure)?;
        self.word(words::ERASED_WORDS, &hex(&blanked));
        self.note_erased(erasure, &gone)?;
        for row in rows {
            self.changed(
                Record {
                    kind: "account",
                    row,
                    account: Some(row),
                },
                "erasure",
                None,
                None,
            )?;
        }
        self.tells_again();
        self.forgets_handles();
        Ok(gone)
    }

    /// Erases everything but the words of the log.
    fn erase_records(
        &self,
        session: &Session,
        erasure: i64,
        (rows, named): (&[i64], &Named),
    ) -> Result<Gone> {
        let db = self.db();
        let key = &session.keyring().tombstone;
        let mut gone = Gone::default();
        tombstone::write(db, key, rows, erasure)?;
        for row in rows {
            db.execute(
                "UPDATE account SET erasure = :erasure WHERE id = :id",
                named_params! { ":erasure": erasure, ":id": row },
            )?;
        }
        imports::blank(db, rows, named, &mut gone)?;
        for row in rows {
            blank::account(db, key, *row, &mut gone)?;
        }
        blank::sources(db)?;
        papers::blank(db, rows, named, &mut gone)?;
        self.blank_objects(rows, &mut gone)?;
        words::places(db, named, &mut gone)?;
        Ok(gone)
    }

    /// Notes who confirmed an erasure, under the next number.
    pub fn confirm_erasure(&mut self, erasure: i64, signature: &str) -> Result<()> {
        self.db().execute(
            "UPDATE erasure SET number = (SELECT coalesce(max(number), 0) + 1 FROM erasure), confirmed_by = :officer,
               confirmed_ms = :at, confirmation = :signature, seq = :seq, counts = '{}', stays = '[]' WHERE id = :id",
            named_params! {
                ":officer": self.officer(), ":at": self.now().0, ":signature": signature,
                ":seq": self.seq(), ":id": erasure,
            },
        )?;
        self.changed(
            record("erasure", erasure),
            "confirmed_ms",
            None,
            Some(&self.now().to_string()),
        )
    }

    fn note_erased(&self, row: i64, gone: &Gone) -> Result<()> {
        self.db().execute(
            "UPDATE erasure SET counts = :counts, stays = :stays WHERE id = :id",
            named_params! {
                ":counts": serde_json::to_string(&gone.counts)?, ":stays": serde_json::to_string(&gone.kept)?,
                ":id": row,
            },
        )?;
        Ok(())
    }

    /// Objects nothing else uses are gone; what others use stays, and what left with others is kept and blocked.
    fn blank_objects(&self, rows: &[i64], gone: &mut Gone) -> Result<()> {
        let (erased, shared) = papers::objects(self.db(), rows)?;
        gone.keep("shared-files", shared);
        for (row, name, is_exhibit) in erased {
            let fresh = random_name::<16>(self.host);
            let blake3: [u8; 32] = self.host.random();
            let sha256: [u8; 32] = self.host.random();
            let db = self.db();
            db.execute(
                "DELETE FROM thumbnail WHERE object = :id",
                named_params! { ":id": row },
            )?;
            db.execute(
                "UPDATE object SET name = :name, sha256 = :sha256, blake3 = :blake3, size = 0, media_type = '',
                   words = NULL, is_erased = 1 WHERE id = :id",
                named_params! { ":name": fresh, ":sha256": sha256, ":blake3": blake3, ":id": row },
            )?;
            db.execute(
                "UPDATE change SET old = NULL, new = NULL WHERE kind = 'object' AND record = :id",
                named_params! { ":id": row },
            )?;
            gone.count(if is_exhibit { "files" } else { "sent-files" }, 1);
            gone.files.push(name);
        }
        Ok(())
    }
}

impl Session {
    /// Takes away what an erasure left on disk: the files of objects, and the words in the logs and free pages of both
    /// databases. Says what is left: locking the case empties the logs, the next unlock removes the files.
    pub fn sweep_erased(&self, gone: &Gone) -> OnDisk {
        let files = gone.files.iter();
        let files = files.filter(|file| objects::discard(self.layout(), file).is_err());
        let files = files.count();
        self.settle();
        let is_empty = matches!(self.empty_log(), Ok(true));
        let is_search_empty = matches!(self.empty_search_log(), Ok(true));
        OnDisk {
            files,
            in_logs: !is_empty || !is_search_empty,
        }
    }

    fn empty_search_log(&self) -> Result<bool> {
        let search = connection::open(
            &self.layout().search_db(),
            &self.keyring().search_db,
            connection::Mode::Writer,
        )?;
        connection::checkpoint(&search)
    }

    /// What an erasure would do now. Nothing is done: the same work is taken back. The log is read beside the writer,
    /// which waits for nothing of it.
    ///
    /// # Errors
    /// As of [`Writer::erase`].
    pub fn rehearse_erasure(&self, account: i64) -> Result<Gone> {
        let told = self.snapshot(|reader| {
            let rows = rows_of(reader.db(), account)?;
            words::found(reader.db(), &rows, &Named::read(reader.db(), &rows)?)
        })?;
        let mut gone = self.rehearse(|w| {
            w.db().execute(
                "INSERT INTO erasure (uid, account, ground, proposal, signature, upto, officer, at_ms)
                 VALUES (:uid, :account, 'retention', '', '', 0, :officer, 0)",
                named_params! { ":uid": w.uuid().as_bytes(), ":account": account, ":officer": w.officer() },
            )?;
            let row = w.db().last_insert_rowid();
            let rows = rows_of(w.db(), account)?;
            let named = Named::read(w.db(), &rows)?;
            w.erase_records(self, row, (&rows, &named))
        })?;
        gone.count("log-words", told.len());
        Ok(gone)
    }
}

/// What was said of an erasure as JSON, by kind.
///
/// # Errors
/// It cannot be read.
pub fn counts_of(json: &str) -> Result<Vec<(String, u32)>> {
    let read: BTreeMap<String, u32> =
        serde_json::from_str(json).map_err(|_| Error::Damaged("what an erasure counted".into()))?;
    Ok(read.into_iter().collect())
}

#[cfg(test)]
pub(crate) mod tests;
