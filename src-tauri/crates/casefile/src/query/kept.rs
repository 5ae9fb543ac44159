//! What is kept between two questions: the roll, lists in order, where words
//! were found, how far a reading of every text has come.

use super::order::Arranged;
use super::roll::{Roll, narrow};
use super::scan::Scan;
use super::set::Set;
use crate::Result;
use crate::session::Session;
use breakwater_model::Instant;
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, RwLockWriteGuard};

/// Lists kept at once: 4 MB each for a million accounts.
const MOST: usize = 8;
/// Scans kept at once.
const SCANS: usize = 24;
/// Touched accounts from which on the roll is read anew.
const MANY: usize = 20_000;

/// A list as it stands.
#[derive(Debug)]
pub struct Listing {
    pub made: Instant,
    /// False where a search was answered by an index that was still catching up.
    pub is_level: bool,
    /// How far a reading of every text has come, while it goes on.
    pub reading: Option<(u32, u32)>,
    pub list: Arranged,
}

/// Answers that hold until something changes.
#[derive(Default)]
pub struct Answers {
    pub generation: u64,
    pub lists: HashMap<String, Arc<Listing>>,
    pub found: HashMap<String, Arc<Set>>,
    /// Lists whose first rows were answered without their count.
    pub asked: HashSet<String>,
}

/// Accounts written since the roll was made level.
#[derive(Default)]
enum Touched {
    #[default]
    All,
    Some(Vec<u32>),
}

/// Everything kept.
#[derive(Default)]
pub struct Kept {
    touched: Mutex<Touched>,
    roll: RwLock<Roll>,
    answers: Mutex<Answers>,
    scans: Mutex<HashMap<String, (bool, Scan)>>,
}

impl Kept {
    /// These accounts were written; hears it after the write is committed.
    pub(crate) fn touch(&self, accounts: &[i64]) {
        let rows: Result<Vec<u32>> = accounts.iter().map(|row| narrow(*row)).collect();
        let mut touched = hold(&self.touched);
        let mut scans = hold(&self.scans);
        match (&mut *touched, rows) {
            (Touched::Some(all), Ok(rows)) if all.len() + rows.len() <= MANY => {
                for (_, scan) in scans.values_mut() {
                    scan.touch(&rows);
                }
                all.extend(rows);
            }
            (touched, _) => {
                *touched = Touched::All;
                scans.clear();
            }
        }
    }

    /// The roll, level with everything committed before the call.
    pub fn roll(&self, session: &Session) -> Result<RwLockWriteGuard<'_, Roll>> {
        let mut roll = self.roll.write().unwrap_or_else(PoisonError::into_inner);
        let touched = std::mem::replace(&mut *hold(&self.touched), Touched::Some(Vec::new()));
        let level = match touched {
            Touched::All => session.read(Roll::read).map(|read| *roll = read),
            Touched::Some(rows) if rows.is_empty() => Ok(()),
            Touched::Some(mut rows) => {
                rows.sort_unstable();
                rows.dedup();
                session.read(|reader| roll.refresh(reader, &rows))
            }
        };
        if let Err(error) = level {
            *hold(&self.touched) = Touched::All;
            return Err(error);
        }
        Ok(roll)
    }

    /// The answers of this generation.
    pub fn answers(&self, generation: u64) -> MutexGuard<'_, Answers> {
        let mut answers = hold(&self.answers);
        if answers.generation != generation {
            *answers = Answers {
                generation,
                ..Answers::default()
            };
        }
        if answers.lists.len() > MOST {
            answers.lists.clear();
        }
        answers
    }

    /// Takes out how far a reading of every text has come; begins anew where the index was behind then.
    pub fn scan(&self, key: &str) -> Scan {
        match hold(&self.scans).remove(key) {
            Some((true, scan)) => scan,
            _ => Scan::default(),
        }
    }

    /// Puts it back, with whether the index was level.
    pub fn keep_scan(&self, key: &str, is_level: bool, scan: Scan) {
        let mut scans = hold(&self.scans);
        if scans.len() >= SCANS {
            scans.clear();
        }
        scans.insert(key.to_owned(), (is_level, scan));
    }
}

fn hold<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
