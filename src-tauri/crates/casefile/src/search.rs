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
            Hits::Many => Err(Error::Internal("a search has no end".into())),
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
        self.within(|db| {
            for sought in any {
                if !found.look(db, *place, sought)? {
                    return Ok(Hits::Many);
                }
            }
            Ok(if found.is_sure {
                Hits::All(found.set)
            } else {
                Hits::Among(found.set)
            })
        })
    }
}

/// What a bounded search knows.
pub enum Hits {
    /// All accounts the text stands in.
    All(Set),
    /// Every account it stands in is among these.
    Among(Set),
    /// More than the bound.
    Many,
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
    /// Adds what is found; false where there is more than is counted.
    fn look(&mut self, db: &Connection, place: Option<Place>, sought: &Sought) -> Result<bool> {
        let words = sought.term.as_ref().and_then(expression);
        let words = words.map(|words| match place {
            Some(place) => format!("{} : ({words})", place.column()),
            None => words,
        });
        for expression in words.into_iter().chain(sought.phone.as_ref().map(of_phone)) {
            let sql = "SELECT rowid FROM words WHERE words MATCH ?1";
            if !gather(db, sql, &expression, &mut self.set, self.bounds.hits)? {
                return Ok(false);
            }
        }
        match &sought.letters {
            Some(letters) => self.look_inside(db, place, letters),
            None => Ok(true),
        }
    }

    /// Letters inside short texts. Their trigrams say where they may stand; what is found already is not looked at again.
    /// The texts are read where FTS5 keeps them, row by row: through its own table a row costs twice that.
    fn look_inside(
        &mut self,
        db: &Connection,
        place: Option<Place>,
        letters: &str,
    ) -> Result<bool> {
        let signs: Vec<char> = letters.chars().collect();
        let trigrams: Vec<String> = signs
            .windows(3)
            .map(|three| quoted(&three.iter().collect::<String>()))
            .collect();
        if trigrams.is_empty() {
            return Ok(true);
        }
        let mut open = Set::default();
        let sql = "SELECT rowid FROM short WHERE short MATCH ?1";
        if !gather(
            db,
            sql,
            &trigrams.join(" AND "),
            &mut open,
            self.bounds.hits,
        )? {
            return Ok(false);
        }
        open.drop_all(&self.set);
        let is_sure = place.is_none() && trigrams.len() == 1;
        if !is_sure && open.count() > self.bounds.looks {
            self.is_sure = false;
        } else if !is_sure {
            let mut holds = db.prepare_cached(&match place {
                None => "SELECT instr(c0, ?2) > 0 FROM short_content WHERE id = ?1".to_owned(),
                Some(place) => format!(
                    "SELECT instr(c{}, ?2) > 0 FROM words_content WHERE id = ?1",
                    place as usize
                ),
            })?;
            let mut held = Set::default();
            for row in open.rows() {
                if holds.query_row((row, letters), |row| row.get(0))? {
                    held.insert(row);
                }
            }
            open = held;
        }
        self.set.add(&open);
        Ok(true)
    }
}

/// Puts the rows of a match into a set; false if there are more than `most`.
fn gather(
    db: &Connection,
    sql: &str,
    expression: &str,
    into: &mut Set,
    most: usize,
) -> Result<bool> {
    let mut statement = db.prepare_cached(sql)?;
    let mut rows = statement.query([expression])?;
    let mut count = 0;
    while let Some(row) = rows.next()? {
        if count == most {
            return Ok(false);
        }
        count += 1;
        into.insert(row.get(0)?);
    }
    Ok(true)
}
