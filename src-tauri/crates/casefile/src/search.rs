//! Looking in the index: which accounts hold a text.

use crate::connection::{self, Mode};
use crate::keyring::Key;
use crate::query::set::Set;
use crate::{Error, Result};
use breakwater_text::search::{Phone, Place, Sought, Term, Test};
use rusqlite::Connection;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Readers of the index.
pub struct Searching {
    path: PathBuf,
    key: Key,
    free: Mutex<Free>,
}

/// Readers nobody uses at the moment, all of the index as it was made the last time.
#[derive(Default)]
struct Free {
    made: u64,
    readers: Vec<Connection>,
}

impl Searching {
    pub(crate) fn new(path: PathBuf, key: Key) -> Self {
        Self {
            path,
            key,
            free: Mutex::default(),
        }
    }

    /// Nobody begins to read while `work` puts another index in the place of this one; who reads already
    /// goes on with what they have, and is the last to.
    pub(crate) fn renew<T>(&self, work: impl FnOnce() -> Result<T>) -> Result<T> {
        let mut free = self.hold();
        free.made += 1;
        free.readers.clear();
        work()
    }

    fn hold(&self) -> MutexGuard<'_, Free> {
        self.free.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads what the index has committed.
    pub(crate) fn within<T>(&self, work: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        let (db, made) = {
            let mut free = self.hold();
            let db = match free.readers.pop() {
                Some(db) => db,
                None => connection::open(&self.path, &self.key, Mode::Reader)?,
            };
            (db, free.made)
        };
        let value = work(&db);
        let mut free = self.hold();
        if free.made == made {
            free.readers.push(db);
        }
        value
    }

    /// Accounts a text stands in, but for letters inside words of long texts, which every text is read for.
    pub(crate) fn find(&self, test: &Test) -> Result<Set> {
        match self.find_soon(test, EVERYTHING)? {
            Hits::All(found) | Hits::Among(found) => Ok(found),
            Hits::Many | Hits::Later => Err(Error::Internal("a search has no end".into())),
        }
    }

    /// The same within bounds: where there is more, what is known without looking further.
    pub(crate) fn find_soon(&self, test: &Test, bounds: Bounds) -> Result<Hits> {
        let mut found = Found {
            bounds,
            set: Set::default(),
            is_sure: true,
        };
        let Test::Text { place, any } = test else {
            return Ok(Hits::All(found.set));
        };
        for sought in any {
            if let Some(open) = found.look(self, *place, sought)? {
                return Ok(open);
            }
        }
        Ok(if found.is_sure {
            Hits::All(found.set)
        } else {
            Hits::Among(found.set)
        })
    }

    /// Puts the rows of a match into a set, every processor a stretch of them; false if there are more than `most` in one.
    fn gather(&self, table: &str, expression: &str, into: &mut Set, most: usize) -> Result<bool> {
        let last: i64 = self.within(|db| {
            let sql = "SELECT coalesce(max(id), 0) FROM words_docsize";
            Ok(db.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
        })?;
        let sql = format!(
            "SELECT rowid FROM {table} WHERE {table} MATCH ?1 AND rowid > ?2 AND rowid <= ?3 LIMIT ?4"
        );
        let limit = i64::try_from(most).map_or(i64::MAX, |most| most.saturating_add(1));
        let found = side_by_side(&stretches(last), |(from, to)| {
            self.within(|db| {
                let mut statement = db.prepare_cached(&sql)?;
                let mut rows = statement.query((expression, from, to, limit))?;
                let (mut set, mut count) = (Set::default(), 0);
                while let Some(row) = rows.next()? {
                    set.insert(row.get(0)?);
                    count += 1;
                }
                Ok((set, count))
            })
        })?;
        for (set, _) in &found {
            into.add(set);
        }
        Ok(found.iter().all(|(_, count)| *count <= most))
    }

    /// Of these rows, those whose text holds letters; every processor looks at a stretch of them.
    fn holding(&self, rows: &Set, sql: &str, letters: &str) -> Result<Set> {
        let rows: Vec<u32> = rows.rows().collect();
        let share = rows.len().div_ceil(processors()).max(FEW);
        let shares: Vec<&[u32]> = rows.chunks(share).collect();
        let held = side_by_side(&shares, |share| {
            self.within(|db| {
                let mut holds = db.prepare_cached(sql)?;
                let mut held = Set::default();
                for row in share {
                    if holds.query_row((row, letters), |row| row.get(0))? {
                        held.insert(*row);
                    }
                }
                Ok(held)
            })
        })?;
        let mut all = Set::default();
        for held in &held {
            all.add(held);
        }
        Ok(all)
    }
}

/// Rows that are looked at by one processor: fewer are not worth a second one.
const FEW: usize = 1_000;
/// Most processors that one search uses.
const MOST: usize = 4;

fn processors() -> usize {
    std::thread::available_parallelism().map_or(1, |all| all.get().min(MOST))
}

/// All rows up to the last, cut into a stretch for each processor: after which row, up to which.
fn stretches(last: i64) -> Vec<(i64, i64)> {
    let all = i64::try_from(processors()).unwrap_or(1);
    let few = i64::try_from(FEW).unwrap_or(i64::MAX);
    let share = (last / all + 1).max(few);
    let starts = (0..all).map(|at| at * share).filter(|from| *from < last);
    let mut stretches: Vec<_> = starts.map(|from| (from, from + share)).collect();
    match stretches.last_mut() {
        Some(end) => end.1 = i64::MAX,
        None => stretches.push((0, i64::MAX)),
    }
    stretches
}

/// Does the same with each share at once; the first failure is the whole's.
fn side_by_side<S: Copy + Send + Sync, T: Send>(
    shares: &[S],
    work: impl Fn(S) -> Result<T> + Sync,
) -> Result<Vec<T>> {
    let Some((own, others)) = shares.split_first() else {
        return Ok(Vec::new());
    };
    let work = &work;
    std::thread::scope(|scope| {
        let others: Vec<_> = others
            .iter()
            .map(|share| scope.spawn(move || work(*share)))
            .collect();
        let mut all = vec![work(*own)?];
        for other in others {
            all.push(
                other
                    .join()
                    .map_err(|_| Error::Internal("a search broke off".into()))??,
            );
        }
        Ok(all)
    })
}

/// What a bounded search knows.
pub enum Hits {
    /// All accounts the text stands in.
    All(Set),
    /// Every account it stands in is among these.
    Among(Set),
    /// More than the bound.
    Many,
    /// Not looked for: what begins so is put together from every word that does, before the first hit is known.
    Later,
}

/// How far a search goes.
#[derive(Debug, Clone, Copy)]
pub struct Bounds {
    /// Most hits that are counted.
    pub hits: usize,
    /// Most accounts that are looked at one by one.
    pub looks: usize,
}

const EVERYTHING: Bounds = Bounds {
    hits: usize::MAX,
    looks: usize::MAX,
};

/// True if a text is looked for inside words of long texts too.
pub fn reads_everything(test: &Test) -> bool {
    let Test::Text { any, .. } = test else {
        return false;
    };
    any.iter()
        .any(|sought| matches!(sought.term, Some(Term::Inside(_))))
}

/// Every word is quoted, so that no text typed by anybody is read as an operator.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

fn expression(term: &Term) -> Option<String> {
    match term {
        Term::Word(word) => Some(quoted(word)),
        Term::Begin(word) => Some(format!("{} *", quoted(word))),
        Term::Phrase { words, is_open } => {
            let star = if *is_open { " *" } else { "" };
            Some(format!("{}{star}", quoted(&words.join(" "))))
        }
        Term::Inside(_) => None,
    }
}

fn of_phone(phone: &Phone) -> String {
    let any: Vec<String> = phone
        .beginnings()
        .iter()
        .map(|beginning| format!("{} *", quoted(beginning)))
        .collect();
    format!("{} : ({})", Place::Phone.column(), any.join(" OR "))
}

struct Found {
    bounds: Bounds,
    set: Set,
    is_sure: bool,
}

impl Found {
    /// Adds what is found; where it is not all, why.
    fn look(
        &mut self,
        searching: &Searching,
        place: Option<Place>,
        sought: &Sought,
    ) -> Result<Option<Hits>> {
        let within = |words: String| match place {
            Some(place) => format!("{} : ({words})", place.column()),
            None => words,
        };
        if let Some(whole) = self.whole_of(sought) {
            let whole = within(whole);
            let is_all = searching.gather("words", &whole, &mut self.set, self.bounds.hits)?;
            return Ok(Some(if is_all { Hits::Later } else { Hits::Many }));
        }
        let words = sought.term.as_ref().and_then(expression).map(within);
        for expression in words.into_iter().chain(sought.phone.as_ref().map(of_phone)) {
            if !searching.gather("words", &expression, &mut self.set, self.bounds.hits)? {
                return Ok(Some(Hits::Many));
            }
        }
        match &sought.letters {
            Some(letters) => self.look_inside(searching, place, letters),
            None => Ok(None),
        }
    }

    /// Where a search has bounds and looks for what begins with some letters: those letters as words of their own, which
    /// is a part of it and known soon.
    fn whole_of(&self, sought: &Sought) -> Option<String> {
        if self.bounds.hits == usize::MAX {
            return None;
        }
        match sought.term.as_ref()? {
            Term::Begin(word) => Some(quoted(word)),
            Term::Phrase {
                words,
                is_open: true,
            } => Some(quoted(&words.join(" "))),
            _ => None,
        }
    }

    /// Letters inside short texts. Their trigrams say where they may stand; what is found already is not looked at again.
    /// The texts are read where FTS5 keeps them, row by row: through its own table a row costs twice that.
    fn look_inside(
        &mut self,
        searching: &Searching,
        place: Option<Place>,
        letters: &str,
    ) -> Result<Option<Hits>> {
        let signs: Vec<char> = letters.chars().collect();
        let trigrams: Vec<String> = signs
            .windows(3)
            .map(|three| quoted(&three.iter().collect::<String>()))
            .collect();
        if trigrams.is_empty() {
            return Ok(None);
        }
        let mut open = Set::default();
        let trigrams_of = trigrams.join(" AND ");
        if !searching.gather("short", &trigrams_of, &mut open, self.bounds.hits)? {
            return Ok(Some(Hits::Many));
        }
        open.drop_all(&self.set);
        let is_sure = place.is_none() && trigrams.len() == 1;
        if !is_sure && open.count() > self.bounds.looks {
            self.is_sure = false;
        } else if !is_sure {
            let sql = match place {
                None => "SELECT instr(c0, ?2) > 0 FROM short_content WHERE id = ?1".to_owned(),
                Some(place) => format!(
                    "SELECT instr(c{}, ?2) > 0 FROM words_content WHERE id = ?1",
                    place as usize
                ),
            };
            open = searching.holding(&open, &sql, letters)?;
        }
        self.set.add(&open);
        Ok(None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_cover_every_row_once_whatever_comes_after_the_last() {
        for last in [0, 1, 999, 1_000, 1_001, 123_456, 1_000_000] {
            let stretches = stretches(last);
            assert!(stretches.len() <= processors());
            assert_eq!(stretches.first().map(|(from, _)| *from), Some(0));
            assert_eq!(stretches.last().map(|(_, to)| *to), Some(i64::MAX));
            let joints = stretches.windows(2);
            assert!(joints.into_iter().all(|two| two[0].1 == two[1].0), "{last}");
        }
    }

    #[test]
    fn one_failing_share_fails_the_whole_and_answers_keep_their_order() {
        let halves = side_by_side(&[1, 2, 3], |share| Ok(share * 2)).unwrap();
        assert_eq!(halves, [2, 4, 6]);
        let failed = side_by_side(&[1, 2, 3], |share| {
            if share == 3 {
                Err(Error::Internal("no".into()))
            } else {
                Ok(share)
            }
        });
        assert!(failed.is_err());
    }
}
