//! Where a search stands in an original text: worked out from the original, so
//! that what is marked is what somebody wrote.

use super::{Place, Search, Sought, Term, Test};
use crate::fold::{fold_with_offsets, word_spans};
use crate::identity::numbers;
use std::ops::Range;

/// What is marked in a text: code points, start inclusive, end exclusive, in order, none touching another.
pub type Marks = Vec<(u32, u32)>;

/// The marks of a search in a text that stands in this place.
pub fn marks(search: &Search, place: Place, text: &str) -> Marks {
    let sought: Vec<&Sought> = search
        .clauses
        .iter()
        .filter(|clause| !clause.is_negated)
        .filter_map(|clause| match &clause.test {
            Test::Text { place: None, any } => Some(any),
            Test::Text {
                place: Some(asked),
                any,
            } if *asked == place || *asked == Place::Phone => Some(any),
            _ => None,
        })
        .flatten()
        .collect();
    if sought.is_empty() || text.is_empty() {
        return Marks::new();
    }
    let folded = fold_with_offsets(text);
    let words: Vec<Range<usize>> = word_spans(&folded.text).collect();
    let mut found: Vec<Range<usize>> = Vec::new();
    for one in sought {
        let letters = one.letters.as_deref().filter(|_| place.is_short());
        let ranges = one
            .term
            .iter()
            .flat_map(|term| of_term(&folded.text, &words, term))
            .chain(
                letters
                    .into_iter()
                    .flat_map(|letters| inside(&folded.text, letters)),
            );
        found.extend(ranges.map(|range| folded.original(range)));
        if let Some(phone) = &one.phone {
            let met = numbers(text)
                .into_iter()
                .filter(|number| phone.is_in(number));
            found.extend(met.map(|number| number.range));
        }
    }
    in_points(text, found)
}

fn of_term(text: &str, words: &[Range<usize>], term: &Term) -> Vec<Range<usize>> {
    let word = |range: &Range<usize>| text.get(range.clone()).unwrap_or_default();
    match term {
        Term::Word(wanted) => words
            .iter()
            .filter(|range| word(range) == wanted)
            .cloned()
            .collect(),
        Term::Begin(wanted) => words
            .iter()
            .filter(|range| word(range).starts_with(wanted.as_str()))
            .map(|range| range.start..range.start + wanted.len())
            .collect(),
        Term::Phrase {
            words: wanted,
            is_open,
        } => words
            .windows(wanted.len())
            .filter_map(|window| {
                let fits = window
                    .iter()
                    .zip(wanted)
                    .enumerate()
                    .all(|(at, (range, wanted))| {
                        let is_last = at + 1 == window.len();
                        word(range) == wanted
                            || (*is_open && is_last && word(range).starts_with(wanted.as_str()))
                    });
                let (first, last) = (window.first()?, window.last()?);
                let end = last.start + wanted.last()?.len();
                fits.then_some(first.start..end)
            })
            .collect(),
        Term::Inside(letters) => inside(text, letters),
    }
}

fn inside(text: &str, letters: &str) -> Vec<Range<usize>> {
    text.match_indices(letters)
        .map(|(at, met)| at..at + met.len())
        .collect()
}

/// Ranges of bytes as code points, joined where they touch.
fn in_points(text: &str, mut ranges: Vec<Range<usize>>) -> Marks {
    ranges.retain(|range| !range.is_empty());
    ranges.sort_unstable_by_key(|range| (range.start, range.end));
    let mut joined: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match joined.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => joined.push(range),
        }
    }
    let mut marks = Marks::new();
    let (mut at, mut points) = (0, 0u32);
    let mut points_to = |byte: usize| {
        let between = text.get(at..byte).unwrap_or_default().chars().count();
        points += u32::try_from(between).unwrap_or(u32::MAX);
        at = byte;
        points
    };
    for range in joined {
        let start = points_to(range.start);
        marks.push((start, points_to(range.end)));
    }
    marks
}
