//! Telephone numbers: in any digits, with letters for digits, as words, as dialled at home.

use super::figures::Figures;
use super::reading::Reading;
use super::resolve::Raw;
use super::vocabulary::{Meaning, VOCABULARY};
use super::words::Seen;
use crate::dial;
use crate::identity::{Number, numbers};
use std::ops::Range;

/// Fewest digits of a number of any kind.
const FEWEST: usize = 7;

/// How far before a number, in bytes, a word may stand that says what it is.
const NEAR: usize = 20;

/// Finds telephone numbers; gives the bytes of the folded text they stand at.
pub fn find(
    reading: &Reading<'_>,
    seen: &[Seen],
    figures: &Figures,
    found: &mut Vec<Raw>,
) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    in_words(reading, seen, &mut ranges, found);
    let digits: usize = figures.runs.iter().map(ExactSizeIterator::len).sum();
    if digits < 4 {
        return ranges;
    }
    let dialled = dial::plain(&reading.plain);
    for number in numbers(&dialled) {
        let written = dialled.get(number.range.clone()).unwrap_or_default();
        let said = said_before(&reading.plain, &number.range, seen);
        if !is_number(&number, written, said.is_some()) {
            continue;
        }
        let messenger = said
            .clone()
            .filter(|(code, _)| *code != "phone")
            .or_else(|| said_after(&reading.plain, &number.range, seen));
        let span = messenger
            .as_ref()
            .map_or(number.range.clone(), |(_, word)| {
                word.start.min(number.range.start)..word.end.max(number.range.end)
            });
        let rule = match messenger {
            Some((code, _)) => format!("contact/{code}").into(),
            None => std::borrow::Cow::Borrowed("phone"),
        };
        found.push(Raw::form(
            reading.in_original(&span),
            rule,
            number.number.clone(),
        ));
        ranges.push(number.range);
    }
    ranges
}

/// True if a row of digits is a telephone number: its country is written, it has the form of one, or a word says so.
fn is_number(number: &Number, written: &str, is_said: bool) -> bool {
    let digits = number.number.trim_start_matches('+');
    let is_date = written.contains('/') || dial::is_date(written);
    if number.is_marked {
        return digits.len() > FEWEST && !is_date || is_said;
    }
    if is_date {
        return false;
    }
    if is_said {
        return digits.len() >= FEWEST;
    }
    match number.number.strip_prefix('+') {
        Some(guessed) => dial::is_abroad(guessed),
        None => number.number.starts_with('0') && dial::is_at_home(&number.number),
    }
}

/// The nearest messenger, or word for a telephone, that stands before a number: its code and its bytes.
fn said_before(
    plain: &str,
    number: &Range<usize>,
    seen: &[Seen],
) -> Option<(&'static str, Range<usize>)> {
    named(seen)
        .filter(|(_, span)| span.end <= number.start && number.start - span.end <= NEAR)
        .filter(|(_, span)| {
            let gap = plain.get(span.end..number.start).unwrap_or_default();
            !gap.contains('\n') && gap.split_whitespace().count() <= 3
        })
        .max_by_key(|(_, span)| (span.end, span.len()))
}

/// A messenger that stands right behind a number, with nothing but signs between, and is not said of a handle.
fn said_after(
    plain: &str,
    number: &Range<usize>,
    seen: &[Seen],
) -> Option<(&'static str, Range<usize>)> {
    named(seen)
        .filter(|(code, span)| *code != "phone" && span.start >= number.end)
        .find(|(_, span)| {
            let gap = plain.get(number.end..span.start).unwrap_or("x");
            let rest = plain.get(span.end..).unwrap_or_default();
            gap.len() <= 3
                && !gap.chars().any(char::is_alphanumeric)
                && !rest.trim_start_matches([' ', ':']).starts_with('@')
        })
}

fn named(seen: &[Seen]) -> impl Iterator<Item = (&'static str, Range<usize>)> {
    seen.iter().filter_map(|one| match one.meaning {
        Meaning::Messenger(row) => Some((VOCABULARY.messengers.get(row)?.code, one.span.clone())),
        _ => None,
    })
}

/// Numbers spelt out digit by digit: "zero seven seven…".
fn in_words(
    reading: &Reading<'_>,
    seen: &[Seen],
    ranges: &mut Vec<Range<usize>>,
    found: &mut Vec<Raw>,
) {
    let mut open: Option<(Range<usize>, String)> = None;
    let mut close = |open: Option<(Range<usize>, String)>| {
        if let Some((span, digits)) = open.filter(|(_, digits)| digits.len() >= FEWEST) {
            found.push(Raw::form(reading.in_original(&span), "phone", digits));
            ranges.push(span);
        }
    };
    for one in seen {
        let Meaning::Digit(digit) = one.meaning else {
            continue;
        };
        match &mut open {
            Some((span, _)) if one.span.start < span.end => {}
            Some((span, digits)) if is_gap(&reading.plain, span.end..one.span.start) => {
                span.end = one.span.end;
                digits.push(digit);
            }
            _ => close(open.replace((one.span.clone(), digit.to_string()))),
        }
    }
    close(open);
}

fn is_gap(plain: &str, gap: Range<usize>) -> bool {
    gap.len() <= 3
        && plain
            .get(gap)
            .is_some_and(|gap| gap.chars().all(|c| matches!(c, ' ' | '-' | ',' | '.')))
}
