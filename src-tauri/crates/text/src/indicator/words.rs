//! One pass over a text for every word that means something: terms of all lexicons and words of the tables.

use super::lexicons::{Lexicons, Sense};
use super::reading::Reading;
use super::vocabulary::{Edge, Meaning, VOCABULARY};
use crate::fold;
use std::ops::Range;

/// A word met in a text.
#[derive(Debug, Clone)]
pub struct Seen {
    /// The bytes of the folded text.
    pub span: Range<usize>,
    /// What it stands for.
    pub meaning: Meaning,
}

/// Every word of a text that means something, in the order of their ends; they may overlap.
pub fn seen(reading: &Reading<'_>, lexicons: &Lexicons) -> Vec<Seen> {
    let mut all = Vec::with_capacity(32);
    let words = reading.words();
    let found = lexicons
        .automaton
        .iter()
        .flat_map(|automaton| automaton.find_overlapping_iter(words));
    for found in found {
        let Some(senses) = lexicons.senses.get(found.pattern().as_usize()) else {
            continue;
        };
        if is_inside(words.as_bytes(), found.range(), senses) {
            continue;
        }
        let beside = Beside::of(words, found.range());
        if !beside.is_whole {
            continue;
        }
        for sense in senses.iter().filter(|sense| beside.allows(sense)) {
            all.push(Seen {
                span: reading.in_plain(found.range()),
                meaning: sense.meaning,
            });
        }
    }
    all
}

/// True if it is plainly the middle of another word: most that is met, and cheap to see.
fn is_inside(words: &[u8], span: Range<usize>, senses: &[Sense]) -> bool {
    let right = words.get(span.end).copied().unwrap_or(b' ');
    let left = span.start.checked_sub(1).and_then(|at| words.get(at));
    let left = left.copied().unwrap_or(b' ');
    let is_open = |edge: Edge, byte: u8| match edge {
        Edge::Any => true,
        Edge::Word => !byte.is_ascii_alphanumeric(),
        Edge::Letter => !byte.is_ascii_alphabetic(),
    };
    !senses
        .iter()
        .any(|sense| is_open(sense.right, right) && is_open(sense.left, left))
}

/// What stands before and after a word.
struct Beside<'a> {
    before: &'a str,
    left: Option<char>,
    right: Option<char>,
    /// False for half of a flag.
    is_whole: bool,
}

impl<'a> Beside<'a> {
    fn of(words: &'a str, span: Range<usize>) -> Self {
        let before = words.get(..span.start).unwrap_or_default();
        let after = words.get(span.end..).unwrap_or_default();
        let inner = words.get(span).unwrap_or_default();
        let is_flag = inner.chars().next().is_some_and(is_regional);
        let halves = |chars: &mut dyn Iterator<Item = char>| {
            chars.take_while(|c| is_regional(*c)).take(64).count()
        };
        Self {
            before,
            left: before.chars().next_back(),
            right: after.chars().next(),
            is_whole: !is_flag || halves(&mut before.chars().rev()).is_multiple_of(2),
        }
    }

    fn allows(&self, sense: &Sense) -> bool {
        is_free(self.right, sense.right)
            && (is_free(self.left, sense.left)
                || sense.proclitics.is_some_and(|row| self.has_proclitic(row)))
    }

    /// True if nothing but what the language writes together with a word stands between it and the word before.
    fn has_proclitic(&self, row: usize) -> bool {
        let Some((_, letters)) = VOCABULARY.proclitics.get(row) else {
            return false;
        };
        let start = self
            .before
            .char_indices()
            .rev()
            .take(4)
            .take_while(|(_, c)| fold::is_word(*c))
            .last();
        let Some((start, _)) = start else {
            return false;
        };
        let written = self.before.get(start..).unwrap_or_default();
        letters.iter().any(|letters| letters == written)
    }
}

fn is_free(neighbour: Option<char>, edge: Edge) -> bool {
    let Some(c) = neighbour else { return true };
    match edge {
        Edge::Any => true,
        Edge::Word => !fold::is_word(c),
        Edge::Letter => !fold::is_word(c) || c.is_ascii_digit(),
    }
}

/// One of the two letters of a flag.
const fn is_regional(c: char) -> bool {
    matches!(c, '\u{1f1e6}'..='\u{1f1ff}')
}
