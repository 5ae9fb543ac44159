//! Folding: two spellings of one word become the same text.
//!
//! Compatibility forms, case, accents, vowel signs, the several letters Arabic,
//! Persian, Kurdish, Pashto and Urdu keyboards make for one, digits of any
//! script, unseen characters, small letters of other scripts that are drawn as Latin ones. Whatever the language: a search cannot know it.
//! Folding twice is folding once. What is one letter is a table with its
//! reasons, `data/letters.csv`.

mod letters;

use letters::Shape;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

/// Version of the folding; an index made with another one is rebuilt.
pub const VERSION: u32 = 2;

/// Folded text with, for each of its characters, the bytes of the original it stands for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Folded {
    /// The folded text.
    pub text: String,
    /// For each `char` of `text`: start and end byte in the original.
    pub offsets: Vec<(u32, u32)>,
}

impl Folded {
    /// The bytes of the original that a range of bytes of `text` stands for; empty for an empty range.
    pub fn original(&self, range: Range<usize>) -> Range<usize> {
        let mut found: Option<Range<usize>> = None;
        for ((at, _), (start, end)) in self.text.char_indices().zip(&self.offsets) {
            if !range.contains(&at) {
                continue;
            }
            let (start, end) = (*start as usize, *end as usize);
            found = Some(match found {
                Some(so_far) => so_far.start.min(start)..so_far.end.max(end),
                None => start..end,
            });
        }
        found.unwrap_or(0..0)
    }
}

/// The text folded for matching.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    run(text, |c, _| folded.push(c));
    folded
}

/// The text folded, with the way back to the original.
pub fn fold_with_offsets(text: &str) -> Folded {
    let mut folded = Folded {
        text: String::with_capacity(text.len()),
        offsets: Vec::with_capacity(text.len()),
    };
    run(text, |c, bytes| {
        folded.text.push(c);
        folded
            .offsets
            .push((narrow(bytes.start), narrow(bytes.end)));
    });
    folded
}

/// The words of a folded text: letters, digits and the marks that stay, as the index cuts them.
pub fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded
        .split(|c| !is_word(c))
        .filter(|word| !word.is_empty())
}

/// Where the words of a folded text stand in it, in bytes.
pub fn word_spans(folded: &str) -> impl Iterator<Item = Range<usize>> {
    let mut open: Option<usize> = None;
    let mut signs = folded.char_indices();
    std::iter::from_fn(move || {
        for (at, c) in signs.by_ref() {
            if is_word(c) {
                open.get_or_insert(at);
            } else if let Some(start) = open.take() {
                return Some(start..at);
            }
        }
        open.take().map(|start| start..folded.len())
    })
}

/// The ASCII digit for a decimal digit of any script, nothing for what is not seen, else the character itself.
pub(crate) fn digit_or_self(c: char) -> Option<char> {
    if c.is_ascii() {
        return Some(c);
    }
    if crate::hidden::is_hidden(c) {
        return None;
    }
    Some(letters::digit(c).unwrap_or(c))
}

/// True for letters, digits and the marks that stay: what a word is made of.
pub(crate) fn is_word(c: char) -> bool {
    matches!(c, 'a'..='z' | '0'..='9' | '\u{620}'..='\u{64a}')
        || c.is_alphanumeric()
        || (!c.is_ascii() && unicode_normalization::char::is_combining_mark(c))
        || matches!(c, '\u{e000}'..='\u{f8ff}')
}

fn narrow(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

/// Gives each folded character with the bytes it stands for. Runs of white space are one space.
fn run(text: &str, mut give: impl FnMut(char, Range<usize>)) {
    let mut after_space = false;
    let mut give = |c: char, bytes: Range<usize>| {
        if c != ' ' || !after_space {
            give(c, bytes);
        }
        after_space = c == ' ';
    };
    let mut rest = text.char_indices().peekable();
    while let Some((start, first)) = rest.next() {
        if first.is_ascii() && rest.peek().is_none_or(|(_, next)| next.is_ascii()) {
            give(letters::ascii(first), start..start + 1);
            continue;
        }
        let mut only_vanishing = true;
        while let Some((_, next)) = rest.peek() {
            match letters::shape(*next) {
                Shape::Stands => break,
                Shape::Vanishes => {}
                Shape::Joins => only_vanishing = false,
            }
            rest.next();
        }
        let end = rest.peek().map_or(text.len(), |(at, _)| *at);
        if only_vanishing {
            letters::each(first, &mut |c| give(c, start..end));
        } else {
            let cluster = text.get(start..end).unwrap_or_default();
            for c in joined(cluster).chars() {
                give(c, start..end);
            }
        }
    }
}

/// A letter with marks that stay, folded as one.
fn joined(cluster: &str) -> String {
    let mut folded: String = cluster
        .chars()
        .filter(|c| !crate::hidden::is_hidden(*c))
        .collect();
    // Each step only takes marks and cases away; the bound is for safety.
    for _ in 0..8 {
        let mut next = String::with_capacity(folded.len());
        for c in folded.nfkc() {
            letters::each(c, &mut |c| next.push(c));
        }
        let next: String = next.nfc().collect();
        if next == folded {
            break;
        }
        folded = next;
    }
    folded
}

#[cfg(test)]
pub(crate) mod tests;
