//! What sums are for, from the words beside them.
//!
//! Invariant: a word says it of one sum, and reaches past no other word and no other sum; a sum for a deposit, a child, a
//! family or a paper is told as such where any word says so.

use super::reading::Reading;
use super::vocabulary::{Meaning, VOCABULARY};
use super::words::Seen;
use std::ops::Range;

/// How far behind a sum, in bytes, a word may stand that says what it is for; before it, half as far.
const BESIDE: usize = 32;

/// From how much on a number without a currency can be a sum that a word is of: "deposit 500".
const LEAST_BARE: u64 = 100;

/// What words say that there is none of: "no deposit".
const NOTHING: &str = "none";

/// A sum, or a number that can be one.
pub struct Amounted {
    pub span: Range<usize>,
    pub value: u64,
    pub has_currency: bool,
}

/// A word and what it says.
struct Word {
    span: Range<usize>,
    purpose: &'static str,
}

impl Word {
    /// True if such a sum is no price of a journey for one person.
    fn is_apart(&self) -> bool {
        !matches!(
            self.purpose,
            "per person" | "adults" | "on arrival" | NOTHING
        )
    }
}

/// What stands between a word and a sum.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    Nothing,
    Comma,
    /// The end of a sentence or a line.
    End,
}

/// What each sum is for.
pub fn of_sums(
    reading: &Reading<'_>,
    seen: &[Seen],
    sums: &[Amounted],
) -> Vec<Option<&'static str>> {
    let words = words(seen);
    let mut claims: Vec<Vec<usize>> = vec![Vec::new(); sums.len()];
    for number in 0..words.len() {
        let chosen = choose(reading, sums, &words, number, &claims);
        if let Some(claimed) = chosen.and_then(|at| claims.get_mut(at)) {
            claimed.push(number);
        }
    }
    let of = |claimed: &Vec<usize>| {
        // Behind wins over before.
        let said = claimed.iter().rev().filter_map(|at| words.get(*at));
        let said = said.min_by_key(|word| !word.is_apart())?;
        (said.purpose != NOTHING).then_some(said.purpose)
    };
    claims.iter().map(of).collect()
}

/// The words in order, none within another.
fn words(seen: &[Seen]) -> Vec<Word> {
    let mut all: Vec<Word> = seen
        .iter()
        .filter_map(|one| match one.meaning {
            Meaning::Purpose(row) => Some(Word {
                span: one.span.clone(),
                purpose: VOCABULARY.purposes.get(row).copied()?,
            }),
            _ => None,
        })
        .collect();
    all.sort_by_key(|word| (word.span.start, std::cmp::Reverse(word.span.end)));
    let mut end = 0;
    all.retain(|word| {
        let is_free = word.span.start >= end;
        end = end.max(word.span.end);
        is_free
    });
    all
}

/// Of which sum a word is.
fn choose(
    reading: &Reading<'_>,
    sums: &[Amounted],
    words: &[Word],
    number: usize,
    claims: &[Vec<usize>],
) -> Option<usize> {
    let word = words.get(number)?;
    let is_claimed = |at: &usize| claims.get(*at).is_some_and(|words| !words.is_empty());
    let last_word = number.checked_sub(1).and_then(|at| words.get(at));
    let next_word = words.get(number + 1);
    // "2000 euro, deposit needed" and "10% deposit, total 2000 euro" say nothing of the sum.
    let is_close = matches!(word.purpose, "deposit" | "children");
    let before = nearest(reading, sums, word, true)
        .filter(|(at, _)| {
            let end = sums.get(*at).map_or(0, |sum| sum.span.end);
            last_word.is_none_or(|other| other.span.end <= end)
        })
        .filter(|(at, gap)| *gap == Gap::Nothing || !(is_close || is_claimed(at)));
    let after = nearest(reading, sums, word, false).filter(|(at, gap)| {
        let start = sums.get(*at).map_or(0, |sum| sum.span.start);
        let is_next = next_word.is_none_or(|other| other.span.start >= start);
        is_next && (*gap == Gap::Nothing || !is_close)
    });
    let ((before, before_gap), (after, after_gap)) = match (before, after) {
        (Some(before), Some(after)) => (before, after),
        (one, other) => return one.or(other).map(|(at, _)| at),
    };
    if before_gap != after_gap {
        return Some(if before_gap < after_gap {
            before
        } else {
            after
        });
    }
    let value = |at: usize| sums.get(at).map_or(0, |sum| sum.value);
    let is_less = value(after) < value(before);
    let is_after = match word.purpose {
        "deposit" | "children" => is_less,
        "adults" => value(after) > value(before),
        _ => is_claimed(&before),
    };
    Some(if is_after { after } else { before })
}

/// The nearest sum on one side of a word, and what stands between; none beyond the end of a sentence.
fn nearest(
    reading: &Reading<'_>,
    sums: &[Amounted],
    word: &Word,
    is_before: bool,
) -> Option<(usize, Gap)> {
    let between = |sum: &Amounted| {
        if is_before {
            sum.span.end..word.span.start
        } else {
            word.span.end..sum.span.start
        }
    };
    let most = if is_before { BESIDE } else { BESIDE / 2 };
    let fits = |sum: &Amounted| {
        let gap = between(sum);
        let is_there = gap.start <= gap.end && gap.len() <= most;
        let is_bare = sum.value >= LEAST_BARE && gap.len() <= 2;
        is_there && (sum.has_currency || is_bare)
    };
    let mut fitting = sums.iter().enumerate().filter(|(_, sum)| fits(sum));
    let (at, sum) = if is_before {
        fitting.next_back()
    } else {
        fitting.next()
    }?;
    let gap = between(sum);
    let next = if is_before {
        word.span.clone()
    } else {
        sum.span.clone()
    };
    let gap = gap_of(reading, &gap, &next, is_before);
    (gap != Gap::End).then_some((at, gap))
}

/// What stands between, as it was written: folding knows no lines and no capitals.
fn gap_of(reading: &Reading<'_>, gap: &Range<usize>, next: &Range<usize>, is_before: bool) -> Gap {
    let written = |span: &Range<usize>| {
        let span = reading.in_original(span);
        reading.text.get(span).unwrap_or_default()
    };
    let (gap, next) = (written(gap), written(next));
    // A line may lead to the sum below it: "Family:".
    let is_heading = !is_before && gap.trim() == ":";
    if gap.contains(['!', '?', ';', '|', '؟', '؛', '۔', '•']) || (gap.contains('\n') && !is_heading)
    {
        return Gap::End;
    }
    if let Some((_, rest)) = gap.rsplit_once('.') {
        // "2000 eur. per family" goes on, "2000 euro. Deposit" does not.
        let mut letters = rest.chars().chain(next.chars());
        let goes_on = letters.find(|c| c.is_alphanumeric());
        if !goes_on.is_some_and(char::is_lowercase) {
            return Gap::End;
        }
    }
    if gap.contains([',', '،', '、', '/']) {
        return Gap::Comma;
    }
    Gap::Nothing
}
