//! Letters inside words of long texts: every text is read, in steps bounded in
//! time, and what was found so far is kept, so that asking again goes on.

use super::roll::narrow;
use super::set::Set;
use crate::Result;
use breakwater_text::search::{Place, Term, Test};
use rusqlite::{Connection, OptionalExtension, named_params};
use std::time::{Duration, Instant};

/// Rows read between two looks at the clock.
const STEP: i64 = 2_000;

/// How far one search of this kind has come.
#[derive(Debug, Clone, Default)]
pub struct Scan {
    found: Set,
    /// The last row that was read.
    upto: i64,
    last: i64,
    is_whole: bool,
    /// Rows that were written since they were read.
    stale: Vec<u32>,
}

impl Scan {
    /// Reads on until everything is read or the time is over.
    pub fn go_on(&mut self, db: &Connection, test: &Test, time: Option<Duration>) -> Result<()> {
        let begun = Instant::now();
        let Test::Text { place, any } = test else {
            self.is_whole = true;
            return Ok(());
        };
        let letters: Vec<&str> = any
            .iter()
            .filter_map(|sought| match &sought.term {
                Some(Term::Inside(letters)) => Some(letters.as_str()),
                _ => None,
            })
            .collect();
        let holding = holding(*place);
        for row in std::mem::take(&mut self.stale) {
            let mut is_in = false;
            for letters in &letters {
                let sql = format!("SELECT 1 FROM words WHERE rowid = :row AND {holding}");
                is_in |= db
                    .prepare_cached(&sql)?
                    .query_row(named_params! { ":row": row, ":letters": letters }, |_| {
                        Ok(())
                    })
                    .optional()?
                    .is_some();
            }
            self.found.put(row, is_in);
        }
        self.last = db
            .prepare_cached("SELECT coalesce(max(id), 0) FROM words_docsize")?
            .query_row([], |row| row.get(0))?;
        let sql =
            format!("SELECT rowid FROM words WHERE rowid > :from AND rowid <= :to AND {holding}");
        while self.upto < self.last {
            if time.is_some_and(|time| begun.elapsed() > time) {
                self.is_whole = false;
                return Ok(());
            }
            let to = self.upto + STEP;
            for letters in &letters {
                let mut statement = db.prepare_cached(&sql)?;
                let values = named_params! { ":from": self.upto, ":to": to, ":letters": letters };
                let mut rows = statement.query(values)?;
                while let Some(row) = rows.next()? {
                    self.found.insert(narrow(row.get(0)?)?);
                }
            }
            self.upto = to;
        }
        self.is_whole = true;
        Ok(())
    }

    /// What was found so far.
    pub const fn found(&self) -> &Set {
        &self.found
    }

    /// True if every text was read.
    pub const fn is_whole(&self) -> bool {
        self.is_whole
    }

    /// Rows read, and rows to read.
    pub fn progress(&self) -> (u32, u32) {
        let of = |rows: i64| u32::try_from(rows).unwrap_or(u32::MAX);
        (of(self.upto.min(self.last)), of(self.last))
    }

    /// These rows were written.
    pub fn touch(&mut self, rows: &[u32]) {
        let read = rows.iter().filter(|row| i64::from(**row) <= self.upto);
        self.stale.extend(read);
    }
}

/// The condition that letters stand in a place, or in any that holds words.
fn holding(place: Option<Place>) -> String {
    let places: Vec<String> = Place::ALL
        .iter()
        .filter(|one| place.map_or(**one != Place::Phone, |place| **one == place))
        .map(|place| format!("instr({}, :letters) > 0", place.column()))
        .collect();
    format!("({})", places.join(" OR "))
}
