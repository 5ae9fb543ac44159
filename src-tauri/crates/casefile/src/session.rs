//! An unlocked case. Only a [`Session`] reads or writes; locking consumes it.
//!
//! Three doors change the database: [`Session::write`] (facts, with their audit
//! entry, in one transaction), [`Session::derive`] (rows that can be made again)
//! and [`Session::place`] (this officer's screen state). There is no fourth.

mod alike;
mod begun;
mod entry;
mod indexed;
mod rehearsed;

pub use alike::Held;

use crate::audit::{self, Action};
use crate::connection::{self, Mode};
use crate::index::Index;
use crate::keyring::{Keyring, Own};
use crate::layout::{Layout, OpenLock};
use crate::reader::Reader;
use crate::score::{self, Scoring};
use crate::table::place::Placer;
use crate::table::thumbnail::Deriver;
use crate::writer::{Finishing, Writer};
use crate::{Error, Host, Result, head, witness};
use begun::Begun;
use breakwater_model::case::{OfficerView, Role};
use breakwater_model::{CaseId, SetId};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};

/// Accounts from which on a write gives its memory back.
const MANY: usize = 20_000;

/// The officer who opened the case.
#[derive(Debug, Clone)]
pub struct Officer {
    /// Row.
    pub row: i64,
    /// Particulars at the time of opening.
    pub view: OfficerView,
}

/// What a write did.
#[derive(Debug, Clone, Copy)]
pub struct Done {
    /// The set of its changes.
    pub set: SetId,
    /// Its audit entry.
    pub seq: i64,
}

struct Pen {
    db: Connection,
    hlc: i64,
}

/// An unlocked case.
pub struct Session {
    host: Host,
    layout: Layout,
    keyring: Keyring,
    own: Own,
    case_id: CaseId,
    officer: Officer,
    pen: Mutex<Pen>,
    readers: Mutex<Vec<Connection>>,
    index: Mutex<Option<Index>>,
    generation: AtomicU64,
    lists: crate::query::Kept,
    scoring: RwLock<Arc<Scoring>>,
    links: crate::link::Kept,
    pub(crate) history: crate::history::Kept,
    pub(crate) sent: crate::sent::Kept,
    shows_apart: AtomicBool,
    _lock: OpenLock,
}

/// What a session is made of; see [`crate::door`].
pub(crate) struct Parts {
    pub host: Host,
    pub layout: Layout,
    pub keyring: Keyring,
    pub own: Own,
    pub case_id: CaseId,
    pub officer: Officer,
    pub db: Connection,
    pub lock: OpenLock,
}

impl Session {
    pub(crate) fn begin(parts: Parts) -> Result<Self> {
        let hlc = parts
            .db
            .query_row(
                "SELECT hlc FROM change ORDER BY id DESC LIMIT 1",
                [],
                |row| row.get(0),
            )
            .optional()?
            .unwrap_or(0);
        let scoring = Scoring::read(&parts.db)?;
        score::begin(&parts.db, &scoring)?;
        let index = Index::start(&parts.layout, &parts.keyring)?;
        Ok(Self {
            host: parts.host,
            layout: parts.layout,
            keyring: parts.keyring,
            own: parts.own,
            case_id: parts.case_id,
            officer: parts.officer,
            pen: Mutex::new(Pen { db: parts.db, hlc }),
            readers: Mutex::new(Vec::new()),
            index: Mutex::new(Some(index)),
            generation: AtomicU64::new(1),
            lists: crate::query::Kept::default(),
            scoring: RwLock::new(Arc::new(scoring)),
            links: crate::link::Kept::default(),
            history: crate::history::Kept::default(),
            sent: crate::sent::Kept::default(),
            shows_apart: AtomicBool::new(false),
            _lock: parts.lock,
        })
    }

    /// Clock, chance, device.
    pub const fn host(&self) -> &Host {
        &self.host
    }
    /// The case.
    pub const fn case_id(&self) -> CaseId {
        self.case_id
    }
    /// Whoever opened it.
    pub const fn officer(&self) -> &Officer {
        &self.officer
    }
    /// The officer's own signing key.
    pub const fn own(&self) -> &Own {
        &self.own
    }
    pub(crate) const fn layout(&self) -> &Layout {
        &self.layout
    }
    pub(crate) const fn keyring(&self) -> &Keyring {
        &self.keyring
    }
    pub(crate) const fn lists(&self) -> &crate::query::Kept {
        &self.lists
    }
    /// What accounts are scored with.
    pub fn scoring(&self) -> Arc<Scoring> {
        Arc::clone(&self.scoring.read().unwrap_or_else(PoisonError::into_inner))
    }
    pub(crate) const fn links(&self) -> &crate::link::Kept {
        &self.links
    }
    /// True while the list of victims, children and third parties may be read: its purpose was given and logged.
    pub fn shows_kept_apart(&self) -> bool {
        self.shows_apart.load(Ordering::SeqCst)
    }
    /// Opens that list, or shuts it again. Whoever opens it has logged the purpose.
    pub fn show_kept_apart(&self, is_shown: bool) {
        self.shows_apart.store(is_shown, Ordering::SeqCst);
    }
    /// Days from a decision of no action until an account is due for erasure.
    pub fn no_action_days(&self) -> Result<u16> {
        self.read(|reader| crate::table::fact::no_action_days(reader.db()))
    }
    /// Goes up with every committed change; lists made at an earlier one are made again.
    pub fn generation(&self) -> u64 {
        self.generation.load(Ordering::SeqCst)
    }

    fn pen(&self) -> MutexGuard<'_, Pen> {
        self.pen.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes facts: everything in `work` and its audit entry are one transaction, or nothing is.
    ///
    /// # Errors
    /// A reader's session is refused; whatever `work` fails with leaves no trace.
    pub fn write<T>(
        &self,
        action: Action,
        work: impl FnOnce(&mut Writer<'_>) -> Result<T>,
    ) -> Result<(T, Done)> {
        self.write_watched(action, &mut |_, _| true, work)
    }

    /// Like [`Session::write`], for a write that touches many accounts: `going` hears how many of them are worked
    /// out after `work`, and may still stop the whole.
    ///
    /// # Errors
    /// As [`Session::write`]; [`Error::Cancelled`] if `going` says no.
    pub fn write_watched<T>(
        &self,
        action: Action,
        going: Finishing<'_>,
        work: impl FnOnce(&mut Writer<'_>) -> Result<T>,
    ) -> Result<(T, Done)> {
        use breakwater_model::audit::Operation;
        let looks_only = matches!(
            action.operation,
            Operation::Consultation | Operation::Disclosure
        );
        if self.officer.view.role == Role::Reader && !looks_only {
            return Err(Error::refused(
                "readers-change-nothing",
                "You can read this case and not change it.",
            ));
        }
        let mut pen = self.pen();
        let begun = Begun::new(self, &mut pen)?;
        let mut writer = begun.writer(self);
        let value = work(&mut writer)?;
        let collected = writer.finish(going)?;
        let (last, previous) = &begun.last;
        let (entry, words) = self.entry(action, last + 1, &collected);
        audit::append(&begun.transaction, previous, &entry, &words)?;
        begun.commit()?;
        pen.hlc = collected.hlc;
        if collected.touched.len() > MANY {
            connection::give_back(&pen.db)?;
        }
        if let Some(scoring) = collected.scoring {
            *self.scoring.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(scoring);
        }
        drop(pen);
        if collected.forgets_handles {
            self.links.forget_names();
        }
        self.history.hear(collected.items);
        self.sent.hear(collected.bears_on_sent, &collected.touched);
        if !looks_only {
            self.lists.touch(&collected.touched);
            self.links.touch(&collected.touched);
            self.generation.fetch_add(1, Ordering::SeqCst);
            if let Some(index) = &*self.index() {
                index.nudge(entry.seq);
            }
        }
        Ok((
            value,
            Done {
                set: entry.set,
                seq: entry.seq,
            },
        ))
    }

    /// Writes an entry that changes no facts: something was looked at or given out.
    pub fn note(&self, action: Action) -> Result<Done> {
        Ok(self.write(action, |_| Ok(()))?.1)
    }

    /// Changes rows that can be made again from facts.
    pub fn derive<T>(&self, work: impl FnOnce(&Deriver<'_>) -> Result<T>) -> Result<T> {
        let mut pen = self.pen();
        let transaction = pen
            .db
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let value = work(&Deriver { db: &transaction })?;
        transaction.commit()?;
        Ok(value)
    }

    /// Changes this officer's screen state and unsent drafts.
    pub fn place<T>(&self, work: impl FnOnce(&Placer<'_>) -> Result<T>) -> Result<T> {
        let mut pen = self.pen();
        let transaction = pen
            .db
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let placer = Placer {
            db: &transaction,
            officer: self.officer.row,
            now: self.host.now(),
        };
        let value = work(&placer)?;
        transaction.commit()?;
        Ok(value)
    }

    /// Works out an account's state again, as when a draft was begun or emptied.
    pub fn work_out(&self, account: i64) -> Result<()> {
        self.derive(|d| crate::state::work_out(d.db, account))?;
        self.refreshed(&[account]);
        Ok(())
    }

    /// Lists are to read these accounts again.
    pub(crate) fn refreshed(&self, accounts: &[i64]) {
        if !accounts.is_empty() {
            self.lists.touch(accounts);
            self.links.touch(accounts);
            self.generation.fetch_add(1, Ordering::SeqCst);
        }
    }

    /// A connection that reads.
    fn reading(&self) -> Result<Connection> {
        let kept = self
            .readers
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .pop();
        match kept {
            Some(db) => Ok(db),
            None => connection::open(&self.layout.case_db(), &self.keyring.case_db, Mode::Reader),
        }
    }

    /// Reads what has been committed, without waiting for a writer.
    pub fn read<T>(&self, work: impl FnOnce(&Reader<'_>) -> Result<T>) -> Result<T> {
        let db = self.reading()?;
        let value = work(&Reader::within(&db));
        self.readers
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(db);
        value
    }

    /// Reads one state of the case, whatever is committed meanwhile.
    pub fn snapshot<T>(&self, work: impl FnOnce(&Reader<'_>) -> Result<T>) -> Result<T> {
        self.read(|reader| {
            let held = reader.db().unchecked_transaction()?;
            let value = work(reader)?;
            held.commit()?;
            Ok(value)
        })
    }

    /// Bytes free on the disk the case is on.
    pub fn free_space(&self) -> Result<u64> {
        fs4::available_space(self.layout.root()).map_err(Error::io("the case folder"))
    }

    /// Signs the end of the audit chain and writes it beside the case, as at every export and backup.
    /// This machine remembers it too.
    pub fn write_head(&self) -> Result<()> {
        let pen = self.pen();
        let text = head::checkpoint(&pen.db, self.case_id, &self.own, self.host.now())?;
        witness::remember(&self.host, self.case_id, &pen.db);
        drop(pen);
        head::write(&self.layout, &text)
    }

    /// Locks the case: the head is signed, the log emptied, keys and connections are gone.
    pub fn lock(self) -> Result<()> {
        self.close()
    }

    fn close(&self) -> Result<()> {
        let Some(index) = self.index().take() else {
            return Ok(());
        };
        index.stop();
        self.readers
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clear();
        self.write_head()?;
        connection::checkpoint(&self.pen().db).map(drop)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.close();
    }
}

/// Shared ends of a session, for threads that outlive a call.
pub type Shared = Arc<Session>;
