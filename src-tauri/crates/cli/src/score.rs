//! The score of a text with every reason for it; no case is needed, and nothing is kept.

use crate::args::FromInput;
use crate::case::Desk;
use crate::input;
use crate::output::Output;
use breakwater_casework::Result;
use breakwater_casework::text::indicator::{
    Band, Category, Hit, Lexicons, Points, due, find, sum_of,
};
use breakwater_model::Instant;
use serde::Serialize;

/// The answer of `score`.
#[derive(Serialize)]
struct Told<'a> {
    score: Points,
    band: Band,
    due: Option<Instant>,
    indicators: Vec<Indicator<'a>>,
}

/// A hit, as the command tells it.
#[derive(Serialize)]
struct Indicator<'a> {
    category: Category,
    quote: &'a str,
    start: usize,
    end: usize,
    weight: i32,
    term: &'a str,
    language: &'a str,
    rule: &'a str,
}

impl<'a> From<&'a Hit> for Indicator<'a> {
    fn from(hit: &'a Hit) -> Self {
        Self {
            category: hit.category,
            quote: &hit.quote,
            start: hit.start,
            end: hit.end,
            weight: hit.weight,
            term: &hit.term,
            language: &hit.language,
            rule: &hit.rule,
        }
    }
}

pub fn score(desk: &Desk, call: &FromInput, output: &Output) -> Result<()> {
    let text = input::text(&call.input)?;
    let hits = find(&text, Lexicons::built_in());
    let sum = sum_of(&hits);
    output.one(&Told {
        score: sum.score,
        band: sum.band,
        due: due(&hits, desk.host().now()),
        indicators: hits.iter().map(Indicator::from).collect(),
    })
}
