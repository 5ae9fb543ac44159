//! What an officer types into the search box: words, phrases, beginnings, letters
//! inside words, and filters such as `platform:tiktok` or `-has:note`.
//!
//! Everything that stands in a search is asked for: what cannot be read is a
//! mistake with its place and what could stand there, never left out in silence.
//! Written out again, a search reads as the same search.

mod complete;
mod cut;
mod excerpt;
mod field;
mod holds;
mod mark;
mod phone;
mod read;
mod sought;
mod span;

pub use complete::{Completion, Offer, complete};
pub use excerpt::{Excerpt, excerpt};
pub use field::{BANDS, FIELDS, Field, FieldFacts, Has, Place, ROLES, STATUSES, UNITS};
pub use holds::holds;
pub use mark::{Marks, marks};
pub use phone::{Country, Phone, tokens};
pub use read::read;
pub use span::{Edge, Span};

use breakwater_model::assessment::AccountStatus;
use breakwater_model::indicator::Band;
use breakwater_model::platform::Unit;
use breakwater_model::role::PersonRole;
use std::fmt;

/// A search: all of its clauses hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Search {
    /// What must hold, in the order it was typed.
    pub clauses: Vec<Clause>,
}

/// One thing a search asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clause {
    /// True if it must not hold.
    pub is_negated: bool,
    /// What must hold.
    pub test: Test,
    written: String,
}

/// What a clause tests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// Any of these stands in the place, or anywhere.
    Text {
        /// Where it stands; `None` for anywhere.
        place: Option<Place>,
        /// Any one is enough.
        any: Vec<Sought>,
    },
    /// On one of these platforms, by code.
    Platform(Vec<String>),
    /// Stands so.
    Status(Vec<AccountStatus>),
    /// Stands in one of these bands.
    Band(Vec<Band>),
    /// The person behind it is one of these to the case.
    Role(Vec<PersonRole>),
    /// Is one of these.
    Unit(Vec<Unit>),
    /// In one of these languages, by code; `None` for no language known.
    Language(Vec<Option<String>>),
    /// Came in within one of these spans.
    Imported(Vec<Span>),
    /// Was last seen within one of these spans.
    Seen(Vec<Span>),
    /// Has one of these.
    Has(Vec<Has>),
}

/// A text that is looked for: any of its ways of standing somewhere is enough.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sought {
    /// How it stands among words, folded.
    pub term: Option<Term>,
    /// Letters that may stand inside handles, ids, names and addresses, folded.
    pub letters: Option<String>,
    /// A telephone number it may be, however that is written.
    pub phone: Option<Phone>,
}

/// How something stands among the words of a text. All of it is folded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Term {
    /// A whole word.
    Word(String),
    /// The beginning of a word.
    Begin(String),
    /// Words in this order.
    Phrase {
        /// The words, at least two.
        words: Vec<String>,
        /// True if the last word may go on.
        is_open: bool,
    },
    /// Anything, inside words too.
    Inside(String),
}

impl Clause {
    /// The same for every clause with the same test, negated or not.
    pub fn key(&self) -> &str {
        if self.is_negated {
            self.written.strip_prefix('-').unwrap_or(&self.written)
        } else {
            &self.written
        }
    }
}

impl Search {
    /// True if a text is looked for, so that something can be marked.
    pub fn has_texts(&self) -> bool {
        self.clauses
            .iter()
            .any(|clause| matches!(clause.test, Test::Text { .. }))
    }

    /// True if nothing is asked for.
    pub fn is_empty(&self) -> bool {
        self.clauses.is_empty()
    }
}

impl fmt::Display for Search {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, clause) in self.clauses.iter().enumerate() {
            if number > 0 {
                f.write_str(" ")?;
            }
            f.write_str(&clause.written)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
