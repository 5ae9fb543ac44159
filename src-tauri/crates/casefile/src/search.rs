//! Looking in the index: which accounts hold a text.

use crate::Result;
use crate::connection::{self, Mode};
use crate::keyring::Key;
use crate::query::set::Set;
use breakwater_text::search::{Phone, Place, Sought, Term, Test};
use rusqlite::{Connection, ToSql};
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

/// Readers of the index.
pub struct Searching {
    path: PathBuf,
    key: Key,
    free: Mutex<Vec<Connection>>,
}

impl Searching {
    pub(crate) const fn new(path: PathBuf, key: Key) -> Self {
        Self {
            path,
            key,
            free: Mutex::new(Vec::new()),
        }
    }

    /// Reads what the index has committed.
    pub(crate) fn within<T>(&self, work: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        let hold = || self.free.lock().unwrap_or_else(PoisonError::into_inner);
        let kept = hold().pop();
        let db = match kept {
            Some(db) => db,
            None => connection::open(&self.path, &self.key, Mode::Reader)?,
        };
        let value = work(&db);
        hold().push(db);
        value
    }

    /// Accounts a text stands in, but for letters inside words of long texts, which every text is read for.
    pub(crate) fn find(&self, test: &Test) -> Result<Set> {
        let mut found = Set::default();
        if let Test::Text { place, any } = test {
            self.within(|db| {
                any.iter()
                    .try_for_each(|sought| find(db, *place, sought, &mut found))
            })?;
        }
        Ok(found)
    }
}

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

fn find(db: &Connection, place: Option<Place>, sought: &Sought, into: &mut Set) -> Result<()> {
    let words = sought.term.as_ref().and_then(expression);
    let words = words.map(|words| match place {
        Some(place) => format!("{} : ({words})", place.column()),
        None => words,
    });
    for expression in words.into_iter().chain(sought.phone.as_ref().map(of_phone)) {
        gather(
            db,
            "SELECT rowid FROM words WHERE words MATCH ?1",
            &[&expression],
            into,
        )?;
    }
    match &sought.letters {
        Some(letters) => find_letters(db, place, letters, into),
        None => Ok(()),
    }
}

/// Letters inside short texts. Their trigrams say where they may stand; what is found already is not looked at again.
fn find_letters(
    db: &Connection,
    place: Option<Place>,
    letters: &str,
    into: &mut Set,
) -> Result<()> {
    let signs: Vec<char> = letters.chars().collect();
    let trigrams: Vec<String> = signs
        .windows(3)
        .map(|three| quoted(&three.iter().collect::<String>()))
        .collect();
    if trigrams.is_empty() {
        return Ok(());
    }
    let mut candidates = Set::default();
    gather(
        db,
        "SELECT rowid FROM short WHERE short MATCH ?1",
        &[&trigrams.join(" AND ")],
        &mut candidates,
    )?;
    let is_sure = place.is_none() && trigrams.len() == 1;
    let mut holds = db.prepare_cached(&match place {
        None => "SELECT instr(body, ?2) > 0 FROM short WHERE rowid = ?1".to_owned(),
        Some(place) => format!(
            "SELECT instr({}, ?2) > 0 FROM words WHERE rowid = ?1",
            place.column()
        ),
    })?;
    for row in candidates.rows() {
        if !into.contains(row) && (is_sure || holds.query_row((row, letters), |row| row.get(0))?) {
            into.insert(row);
        }
    }
    Ok(())
}

fn gather(db: &Connection, sql: &str, values: &[&dyn ToSql], into: &mut Set) -> Result<()> {
    let mut statement = db.prepare_cached(sql)?;
    let mut rows = statement.query(values)?;
    while let Some(row) = rows.next()? {
        into.insert(row.get(0)?);
    }
    Ok(())
}
