//! Indicators: what in a text speaks for an advert of people smuggling, and what against.
//!
//! Each hit keeps the exact words it stands on, the rule that found it and the
//! version of its lexicon, so that the sum can be done on paper. Language,
//! nationality, name and religion weigh nothing: no rule reads them. Terms,
//! weights, caps and bands are tables under `data/` with source and date.

mod category;
mod contacts;
mod dates;
mod figures;
mod lexicon;
mod lexicons;
mod money;
mod phones;
mod places;
mod prices;
mod purposes;
mod reading;
mod resolve;
mod sum;
mod vocabulary;
mod when;
mod words;

use breakwater_model::Instant;
use reading::Reading;
use resolve::Raw;
use serde::Serialize;

pub use category::{Category, CategoryFacts};
pub use lexicon::{COLUMNS, Fault, Lexicon, Term, WEIGHTS};
pub use lexicons::{Lexicons, TooLarge};
pub use sum::{Answer, Band, Bands, Line, Minimum, Points, Sum, sum, sum_of};
pub use when::When;

/// Version of the rules of form (numbers, sums, dates, accounts of money); hits of these rules keep it.
pub const RULES: &str = "rules 2";

/// One sign found in a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Hit {
    /// What kind of sign.
    pub category: Category,
    /// The exact words of the original.
    pub quote: String,
    /// Where it begins, in Unicode code points of the original.
    pub start: usize,
    /// Where it ends, exclusive.
    pub end: usize,
    /// Its points, below zero where it speaks against an offer.
    pub weight: i32,
    /// The term of the lexicon, or what the form was read as: a number in E.164, `GBP 3500 per person`.
    pub term: String,
    /// The lexicon's language; `mul` for what has none.
    pub language: String,
    /// What found it: `lexicon/sq`, `phone`, `price`.
    pub rule: String,
    /// The version of the lexicon, or [`RULES`].
    pub version: String,
    /// The time it names, if any.
    pub when: Option<When>,
}

/// Every sign in a text, in order, none overlapping another.
///
/// Where several could stand at one place the longest is taken, then the heaviest.
pub fn find(text: &str, lexicons: &Lexicons) -> Vec<Hit> {
    let reading = Reading::of(text);
    let seen = words::seen(&reading, lexicons);
    let mut found: Vec<Raw> = Vec::with_capacity(16);
    resolve::terms(&reading, &seen, lexicons, &mut found);
    let figures = figures::figures(&reading.plain);
    let phones = phones::find(&reading, &seen, &figures, &mut found);
    contacts::find(&reading, &seen, &mut found);
    money::find(&reading, &mut found);
    places::find(&reading, &seen, lexicons, &mut found);
    if !figures.is_empty() {
        prices::find(&reading, &seen, &figures, &phones, &mut found);
    }
    dates::find(&reading, &seen, &figures, &phones, &mut found);
    resolve::hits(text, found, lexicons)
}

/// The earliest time the hits name, for somebody who reads the text at `now`; `None` if none is named or all are gone by.
pub fn due(hits: &[Hit], now: Instant) -> Option<Instant> {
    hits.iter()
        .filter_map(|hit| hit.when)
        .filter_map(|when| when.due(now))
        .min()
}

#[cfg(test)]
mod tests;
