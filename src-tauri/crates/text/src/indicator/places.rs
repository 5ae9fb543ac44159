//! Places, and routes from one to another: "A - B", "A → B", "A to B".

use super::Category;
use super::lexicons::Lexicons;
use super::reading::Reading;
use super::resolve::Raw;
use super::vocabulary::{Meaning, VOCABULARY};
use super::words::Seen;
use std::ops::Range;

/// Most places looked at in one text.
const MOST_STOPS: usize = 500;

/// A place in a text, under a name of ours.
struct Stop<'a> {
    span: Range<usize>,
    name: &'a str,
    is_table: bool,
}

/// Finds places and routes.
pub fn find(reading: &Reading<'_>, seen: &[Seen], lexicons: &Lexicons, found: &mut Vec<Raw>) {
    let stops = stops(seen, lexicons);
    let mut rest = stops.as_slice();
    while let Some((first, after)) = rest.split_first() {
        let mut last = first;
        let mut names = vec![first.name];
        let mut used = 0;
        for next in after {
            if !is_way(&reading.plain, last.span.end..next.span.start, seen) {
                break;
            }
            names.push(next.name);
            last = next;
            used += 1;
        }
        if used > 0 {
            let span = first.span.start..last.span.end;
            let route = names.join(" → ");
            found.push(Raw::form(reading.in_original(&span), "route", route));
        } else if first.is_table {
            let range = reading.in_original(&first.span);
            found.push(Raw::form(range, "place", first.name));
        }
        rest = after.get(used..).unwrap_or_default();
    }
}

/// The places in the order of the text: those of the table, and words of routes where none of them stands.
fn stops<'a>(seen: &[Seen], lexicons: &'a Lexicons) -> Vec<Stop<'a>> {
    let mut all: Vec<Stop<'a>> = seen
        .iter()
        .filter_map(|one| {
            let (name, is_table) = match one.meaning {
                Meaning::Place(row) => (*VOCABULARY.places.get(row)?, true),
                Meaning::Term(lexicon, place) => {
                    let (_, term) = lexicons.term(lexicon, place)?;
                    if term.category != Category::Route {
                        return None;
                    }
                    (term.term.as_str(), false)
                }
                _ => return None,
            };
            Some(Stop {
                span: one.span.clone(),
                name,
                is_table,
            })
        })
        .collect();
    all.sort_by_key(|stop| (!stop.is_table, usize::MAX - stop.span.len()));
    let mut kept: Vec<Stop<'_>> = Vec::new();
    for stop in all.into_iter().take(MOST_STOPS) {
        let touches =
            |held: &Stop<'_>| held.span.start < stop.span.end && stop.span.start < held.span.end;
        if !kept.iter().any(touches) {
            kept.push(stop);
        }
    }
    kept.sort_by_key(|stop| stop.span.start);
    kept
}

/// True if what stands between two places leads from one to the other.
fn is_way(plain: &str, gap: Range<usize>, seen: &[Seen]) -> bool {
    const MOST: usize = 16;
    if gap.is_empty() || gap.len() > MOST {
        return false;
    }
    let written = plain.get(gap.clone()).unwrap_or_default();
    let inner = written.trim();
    if inner.is_empty() {
        return false;
    }
    if inner
        .chars()
        .all(|c| matches!(c, '-' | '>' | '=' | '~' | '/'))
    {
        return inner != "/";
    }
    let start = gap.start + (written.len() - written.trim_start().len());
    let span = start..start + inner.len();
    let is_between = |one: &Seen| one.meaning == Meaning::Between && one.span == span;
    seen.iter().any(is_between)
}
