//! The search index: derived, in a file and under a key of its own, written by
//! its own thread after case.db. Its header holds the last audit entry it knows
//! and the version of folding: behind → it catches up; ahead, of another version,
//! or mostly of accounts that are gone → it is built anew. At the end of a session
//! it knows the last entry of all, so that a log which was cut back is shorter
//! than its index.

mod anew;
mod catch_up;
pub(crate) mod texts;

use crate::connection::{self, Mode};
use crate::keyring::{Key, Keyring};
use crate::layout::Layout;
use crate::search::Searching;
use crate::{Error, Result};
use anew::Place;
use breakwater_text::fold;
use catch_up::{catch_up, changed_since, last_seq, standing};
use rusqlite::{Connection, OptionalExtension, named_params};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

const CREATE: &str = "
CREATE TABLE header (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  seq INTEGER NOT NULL,      -- the last audit entry whose changes are in the index
  target INTEGER NOT NULL,   -- the entry it is catching up with
  done INTEGER NOT NULL,     -- the last account of that run that is in the index
  folding INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE VIRTUAL TABLE words USING fts5 (
  text, handle, id, name, phone, link, note, reference, exhibit, source, tag, more,
  tokenize = \"unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'\"
);
CREATE VIRTUAL TABLE short USING fts5 (body, tokenize = 'trigram', detail = 'none');
INSERT INTO words (words, rank) VALUES ('secure-delete', 1);
INSERT INTO short (short, rank) VALUES ('secure-delete', 1);
INSERT INTO words (words, rank) VALUES ('hashsize', 3000000);
INSERT INTO short (short, rank) VALUES ('hashsize', 3000000);
";

/// Half of what the case has: runs of words are merged from one end to the other.
const CACHE: &str = "PRAGMA cache_size = -32000";

/// Accounts are read in the order of their rows: pages are not met again.
const READING: &str = "PRAGMA cache_size = -4000";

/// Version of the index's own form.
const VERSION: u32 = 5;
/// Accounts read at once.
const STEP: usize = 2_000;
/// How long the thread waits before it tries again what failed.
const AGAIN: Duration = Duration::from_secs(5);

#[derive(Debug, Default)]
struct Level {
    known: i64,
    committed: i64,
    /// Nobody waits for it: it has ended, or what it tried last failed and is tried again later.
    stopped: bool,
}

/// A running index.
pub struct Index {
    nudge: Sender<bool>,
    level: Arc<(Mutex<Level>, Condvar)>,
    thread: Option<JoinHandle<()>>,
    searching: Arc<Searching>,
    ahead: Option<i64>,
}

/// Waits for the index without holding it.
pub struct Waiting(Arc<(Mutex<Level>, Condvar)>);

impl Waiting {
    /// Returns when the index is level with the case, has stopped, or the time is over.
    pub fn wait_for(&self, time: Duration) {
        let (level, changed) = &*self.0;
        let guard = level.lock().unwrap_or_else(PoisonError::into_inner);
        let behind = |level: &mut Level| level.known < level.committed && !level.stopped;
        drop(changed.wait_timeout_while(guard, time, behind));
    }

    /// Returns when the index is level with the case or has stopped.
    pub fn wait(&self) {
        let (level, changed) = &*self.0;
        let mut level = level.lock().unwrap_or_else(PoisonError::into_inner);
        while level.known < level.committed && !level.stopped {
            level = changed.wait(level).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

impl Index {
    /// Opens or makes search.db and begins to catch up.
    pub fn start(layout: &Layout, keyring: &Keyring) -> Result<Self> {
        let case = connection::open(&layout.case_db(), &keyring.case_db, Mode::Reader)?;
        case.execute_batch(READING)?;
        let committed = last_seq(&case)?;
        let (db, ahead) = open_or_rebuild(layout, keyring, committed)?;
        let known = header(&db)?.map_or(0, |header| header.0);
        let level = Arc::new((
            Mutex::new(Level {
                known,
                committed,
                stopped: false,
            }),
            Condvar::new(),
        ));
        let (nudge, nudged) = channel();
        let of_thread = Arc::clone(&level);
        let searching = Arc::new(Searching::new(
            layout.search_db(),
            keyring.search_db.clone(),
        ));
        let place = Place {
            layout: layout.clone(),
            key: keyring.search_db.clone(),
            searching: Arc::clone(&searching),
        };
        let thread = std::thread::Builder::new()
            .name("index".into())
            .spawn(move || run(&case, (db, &place), &nudged, &of_thread))
            .map_err(Error::io("search.db"))?;
        let this = Self {
            nudge,
            level,
            thread: Some(thread),
            searching,
            ahead,
        };
        let _ = this.nudge.send(true);
        Ok(this)
    }

    /// The entry `seq` was committed. The thread may know it already, so the level is raised to that
    /// entry and never to one that is still to come: whoever waits would wait for it.
    pub fn nudge(&self, seq: i64) {
        let (level, _) = &*self.level;
        let mut level = level.lock().unwrap_or_else(PoisonError::into_inner);
        level.committed = level.committed.max(seq);
        drop(level);
        let _ = self.nudge.send(true);
    }

    /// The entry the index knew at the start, if the log had ended before it.
    pub const fn ahead(&self) -> Option<i64> {
        self.ahead
    }

    /// For waiting without holding the index.
    pub fn waiting(&self) -> Waiting {
        Waiting(Arc::clone(&self.level))
    }

    /// True if everything committed is in the index.
    pub fn is_level(&self) -> bool {
        let (level, _) = &*self.level;
        let level = level.lock().unwrap_or_else(PoisonError::into_inner);
        level.known >= level.committed
    }

    /// For searching without holding the index.
    pub fn searching(&self) -> Arc<Searching> {
        Arc::clone(&self.searching)
    }

    /// Ends the thread after the step it is in.
    pub fn stop(mut self) {
        let _ = self.nudge.send(false);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// The header: last entry, folding, version. `None` if the file is not an index.
pub fn header(db: &Connection) -> Result<Option<(i64, u32, u32)>> {
    Ok(db
        .query_row("SELECT seq, folding, version FROM header", [], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })
        .optional()
        .unwrap_or(None))
}

/// The index, and the entry it knew if that is beyond the last of the log.
fn open_or_rebuild(
    layout: &Layout,
    keyring: &Keyring,
    committed: i64,
) -> Result<(Connection, Option<i64>)> {
    let path = layout.search_db();
    let mut ahead = None;
    if path.exists()
        && let Ok(db) = connection::open(&path, &keyring.search_db, Mode::Writer)
        && let Ok(Some((seq, folding, version))) = header(&db)
    {
        ahead = Some(seq).filter(|seq| *seq > committed);
        if ahead.is_none() && (folding, version) == (fold::VERSION, VERSION) {
            return Ok((db, None));
        }
    }
    remove(layout)?;
    Ok((make(layout, &keyring.search_db)?, ahead))
}

/// Removes the index: the database first, so that where that cannot be, its log stays with it.
fn remove(layout: &Layout) -> Result<()> {
    for ending in ["", "-wal", "-shm"] {
        let file = layout.root().join(format!("search.db{ending}"));
        if file.exists() {
            std::fs::remove_file(file).map_err(Error::io("search.db"))?;
        }
    }
    Ok(())
}

/// Opens the index; one that is not there is made, and knows nothing yet.
fn make(layout: &Layout, key: &Key) -> Result<Connection> {
    let path = layout.search_db();
    let is_new = !path.exists();
    let mut db = connection::open(&path, key, Mode::Writer)?;
    db.execute_batch(CACHE)?;
    if is_new {
        let transaction = db.transaction()?;
        transaction.execute_batch(CREATE)?;
        transaction.execute(
            "INSERT INTO header (only, seq, target, done, folding, version)
             VALUES (1, 0, 0, 0, :folding, :version)",
            named_params! { ":folding": fold::VERSION, ":version": VERSION },
        )?;
        transaction.commit()?;
    }
    Ok(db)
}

fn run(
    case: &Connection,
    (mut db, place): (Connection, &Place),
    nudged: &Receiver<bool>,
    level: &Arc<(Mutex<Level>, Condvar)>,
) {
    let (state, changed) = &**level;
    let tell = |change: &dyn Fn(&mut Level)| {
        change(&mut state.lock().unwrap_or_else(PoisonError::into_inner));
        changed.notify_all();
    };
    let mut failed = false;
    while goes_on(nudged, failed) {
        let stopped = || nudged.try_iter().any(|go_on| !go_on);
        db = match place.settled(case, db) {
            Ok(db) => db,
            Err(_) => return tell(&|level| level.stopped = true),
        };
        match catch_up(case, &mut db, STEP, &stopped) {
            Ok(Some(known)) => {
                failed = false;
                tell(&|level| {
                    level.stopped = false;
                    level.known = known;
                    level.committed = level.committed.max(known);
                });
            }
            Ok(None) => break,
            Err(_) => {
                failed = true;
                tell(&|level| level.stopped = true);
            }
        }
    }
    let _ = know_the_last(case, &mut db);
    let _ = connection::checkpoint(&db);
    tell(&|level| level.stopped = true);
}

/// True once there is something to do; after a failure also when it is time to try again.
fn goes_on(nudged: &Receiver<bool>, failed: bool) -> bool {
    if failed {
        return match nudged.recv_timeout(AGAIN) {
            Ok(go_on) => go_on,
            Err(error) => error == RecvTimeoutError::Timeout,
        };
    }
    nudged.recv().unwrap_or(false)
}

/// Brings the header to the last entry of all, looks and disclosures too, if little is left to index.
fn know_the_last(case: &Connection, db: &mut Connection) -> Result<()> {
    let known = header(db)?.map_or(0, |header| header.0);
    if changed_since(case, (known, last_seq(case)?), 0, STEP + 1)?.len() <= STEP {
        catch_up(case, db, STEP, &|| false)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
