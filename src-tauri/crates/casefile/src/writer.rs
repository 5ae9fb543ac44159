//! The only door to facts: [`Writer`], alive within one transaction that ends
//! with its audit entry. What changed is kept field by field, so that it can be
//! shown, merged and taken back.

use crate::host::Ids;
use crate::score::{self, Scoring};
use crate::session::Officer;
use crate::{Error, Host, Result, history, register, sent, state, table};
use breakwater_model::{Instant, SetId};
use rusqlite::{Connection, OptionalExtension, named_params};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Changes, one row a field; making a record is one row with the field `*`.
pub const CREATE: &str = "
CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit (seq) DEFERRABLE INITIALLY DEFERRED,  -- the set: its audit entry
  kind TEXT NOT NULL,
  record INTEGER NOT NULL,
  account INTEGER,         -- whose history and index it belongs to
  field TEXT NOT NULL,     -- * when the record was made
  old TEXT,
  new TEXT,
  base INTEGER,            -- the change of the same field it was made on
  origin TEXT NOT NULL DEFAULT 'here',
  hlc INTEGER NOT NULL     -- hybrid logical clock: milliseconds times 65536 plus a counter
) STRICT;
CREATE INDEX change_by_record ON change (kind, record, field) WHERE field <> '*';
CREATE INDEX change_by_set ON change (seq);
CREATE INDEX change_by_account ON change (account, seq);
";

/// The change of the same field before.
pub(crate) const BASE: &str = "SELECT max(id) FROM change
  WHERE kind = :kind AND record = :record AND field = :field AND field <> '*'";

/// A record as changes name it: its kind and row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Record {
    /// Table name.
    pub kind: &'static str,
    /// Row id.
    pub row: i64,
    /// Account it belongs to.
    pub account: Option<i64>,
}

/// Hears how many accounts of how many a write has worked out, and says whether to go on.
pub type Finishing<'a> = &'a mut dyn FnMut(u64, u64) -> bool;

/// Accounts worked out between two reports.
const STEP: u64 = 500;

/// A transaction in which facts change.
pub struct Writer<'a> {
    /// The transaction.
    pub(crate) db: &'a Connection,
    /// Clock and chance.
    pub(crate) host: &'a Host,
    /// Who acts.
    pub(crate) officer: &'a Officer,
    /// The number the audit entry will have.
    pub(crate) seq: i64,
    set: SetId,
    now: Instant,
    hlc: i64,
    subjects: Vec<Uuid>,
    words: BTreeMap<String, String>,
    fields: BTreeSet<&'static str>,
    touched: BTreeSet<i64>,
    has_changes: bool,
    bears_on_sent: bool,
    forgets_handles: bool,
    ids: RefCell<Ids>,
    /// What was told of items.
    items: history::Pending,
    /// The account made last, until its first sighting is written: nothing was seen of it before.
    unseen: Option<i64>,
    /// What is still to be held against the registers.
    pub(crate) registers: register::Pending,
    /// What is still to be scored.
    scores: score::Pending,
    /// What it is scored with.
    pub(crate) scoring: &'a Scoring,
}

/// What a writer collected for its audit entry.
pub(crate) struct Collected {
    pub subjects: Vec<Uuid>,
    pub words: BTreeMap<String, String>,
    pub fields: Vec<String>,
    pub set: SetId,
    pub now: Instant,
    pub hlc: i64,
    /// Rows of the accounts whose state was worked out again.
    pub touched: Vec<i64>,
    /// What the case scores with from now on, if that changed.
    pub scoring: Option<Scoring>,
    /// False if the set names no record: only the entry itself can then say what it is about.
    pub has_changes: bool,
    /// Of which accounts what became of their referred items is to be read again.
    pub items: history::Heard,
    /// True if of the accounts touched, what was sent and seen is to be read again.
    pub bears_on_sent: bool,
    /// True if handles went, whose numbers others may be given.
    pub forgets_handles: bool,
}

/// Neighbouring rows, first to last, at most [`STEP`] in a run.
fn runs(rows: &BTreeSet<i64>) -> Vec<(i64, i64)> {
    let mut runs: Vec<(i64, i64)> = Vec::new();
    for row in rows {
        match runs.last_mut() {
            Some((first, last)) if *last + 1 == *row && (*row - *first).unsigned_abs() < STEP => {
                *last = *row;
            }
            _ => runs.push((*row, *row)),
        }
    }
    runs
}

impl<'a> Writer<'a> {
    pub(crate) fn new(
        db: &'a Connection,
        host: &'a Host,
        officer: &'a Officer,
        seq: i64,
        hlc: i64,
        scoring: &'a Scoring,
    ) -> Self {
        let now = host.now();
        Self {
            db,
            host,
            officer,
            seq,
            set: SetId::from_uuid(host.uuid()),
            now,
            hlc: hlc.max(now.0.saturating_mul(65_536)),
            subjects: Vec::new(),
            words: BTreeMap::new(),
            fields: BTreeSet::new(),
            touched: BTreeSet::new(),
            has_changes: false,
            bears_on_sent: false,
            forgets_handles: false,
            ids: RefCell::default(),
            items: history::Pending::default(),
            unseen: None,
            registers: register::Pending::default(),
            scores: score::Pending::default(),
            scoring,
        }
    }

    /// The instant of this write; the same for everything in it.
    pub const fn now(&self) -> Instant {
        self.now
    }
    /// The set of this write's changes.
    pub const fn set(&self) -> SetId {
        self.set
    }
    /// The audit entry's number.
    pub const fn seq(&self) -> i64 {
        self.seq
    }
    /// Row of the acting officer.
    pub const fn officer(&self) -> i64 {
        self.officer.row
    }
    /// A new id.
    pub fn uuid(&self) -> Uuid {
        self.ids.borrow_mut().next(self.host)
    }
    /// Names a record in the audit entry.
    pub fn subject(&mut self, id: Uuid) {
        self.subjects.push(id);
    }
    /// Adds erasable words to the audit entry.
    pub fn word(&mut self, name: &str, text: &str) {
        if !text.is_empty() {
            self.words.insert(name.to_owned(), text.to_owned());
        }
    }
    /// Reads within the transaction: what it has written so far is seen.
    pub fn reading<T>(&self, work: impl FnOnce(&crate::Reader<'_>) -> Result<T>) -> Result<T> {
        work(&crate::Reader::within(self.db))
    }
    /// The connection, for the tables of this crate.
    pub(crate) const fn db(&self) -> &'a Connection {
        self.db
    }

    /// True once after an account was made: nothing can be known of it yet, so nobody has to look.
    pub(crate) fn is_unseen(&mut self, account: i64) -> bool {
        self.unseen.take_if(|unseen| *unseen == account).is_some()
    }

    /// The record was made.
    pub(crate) fn made(&mut self, record: Record) -> Result<()> {
        if record.kind == "account" {
            self.unseen = Some(record.row);
        }
        self.record(record, "*", None, None)
    }

    /// A field of the record changed. The caller has written the new value.
    pub(crate) fn changed(
        &mut self,
        record: Record,
        field: &'static str,
        old: Option<&str>,
        new: Option<&str>,
    ) -> Result<()> {
        self.fields.insert(field);
        self.record(record, field, old, new)
    }

    /// The account's derived state must be worked out again before the write ends.
    pub(crate) fn touch(&mut self, account: i64) {
        self.touched.insert(account);
    }

    /// What was sent and seen is to be read again after this write.
    pub(crate) const fn tells_again(&mut self) {
        self.bears_on_sent = true;
    }

    /// Handles went: what is held of them in memory is to be read anew after this write.
    pub(crate) const fn forgets_handles(&mut self) {
        self.forgets_handles = true;
    }

    fn record(
        &mut self,
        record: Record,
        field: &str,
        old: Option<&str>,
        new: Option<&str>,
    ) -> Result<()> {
        self.has_changes = true;
        if let Some(account) = record.account {
            self.touched.insert(account);
        }
        self.items.hear(record, field);
        self.bears_on_sent |= sent::bears_on(record, field);
        self.registers.hear(record, field);
        self.scores.hear(record, field);
        let base: Option<i64> = if field == "*" {
            None
        } else {
            self.db
                .prepare_cached(BASE)?
                .query_row(
                    named_params! { ":kind": record.kind, ":record": record.row, ":field": field },
                    |row| row.get(0),
                )
                .optional()?
                .flatten()
        };
        self.hlc += 1;
        self.db
            .prepare_cached(
                "INSERT INTO change (uid, seq, kind, record, account, field, old, new, base, hlc)
                 VALUES (:uid, :seq, :kind, :record, :account, :field, :old, :new, :base, :hlc)",
            )?
            .execute(named_params! {
                ":uid": self.uuid().as_bytes(), ":seq": self.seq, ":kind": record.kind,
                ":record": record.row, ":account": record.account, ":field": field,
                ":old": old, ":new": new, ":base": base, ":hlc": self.hlc,
            })?;
        Ok(())
    }

    /// What touched a merged record touches the one it stands under.
    fn touch_targets(&mut self) -> Result<()> {
        let redirects = table::merge::all(self.db)?;
        if redirects.is_empty() {
            return Ok(());
        }
        let targets: Vec<i64> = self
            .touched
            .iter()
            .filter_map(|account| redirects.get(account).copied())
            .collect();
        self.touched.extend(targets);
        Ok(())
    }

    /// Scores what has to be scored and works out where every touched account stands. `going` hears how many are
    /// done of how many and says whether to go on.
    pub(crate) fn finish(mut self, going: Finishing<'_>) -> Result<Collected> {
        self.touch_targets()?;
        let scoring = self.scores.scoring(self.db)?;
        let to_score = self.scores.accounts();
        let others: BTreeSet<i64> = self.touched.difference(to_score).copied().collect();
        let total = (to_score.len() + others.len()) as u64;
        let (mut done, mut told) = (0, 0);
        let mut state = |first: i64, last: i64| {
            if done == 0 || done - told >= STEP {
                told = done;
                if !going(done, total) {
                    return Err(Error::Cancelled);
                }
            }
            done += (last - first).unsigned_abs() + 1;
            state::work_out_run(self.db, first, last)
        };
        score::work_out_runs(self.db, &runs(to_score), self.scoring, &mut state)?;
        for (first, last) in runs(&others) {
            state(first, last)?;
        }
        self.registers.finish(self.db)?;
        let items = self.items.finish(self.db)?;
        Ok(Collected {
            has_changes: self.has_changes,
            items,
            bears_on_sent: self.bears_on_sent,
            forgets_handles: self.forgets_handles,
            scoring,
            touched: self.touched.into_iter().collect(),
            subjects: self.subjects,
            words: self.words,
            fields: self.fields.into_iter().map(str::to_owned).collect(),
            set: self.set,
            now: self.now,
            hlc: self.hlc,
        })
    }
}
