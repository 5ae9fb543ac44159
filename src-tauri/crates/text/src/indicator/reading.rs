//! A text made ready once for all recognisers: folded, with the way back to the original.

use crate::fold::{self, Folded};
use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Range;

/// A text folded for matching, and for words with hyphens and underscores as spaces.
pub struct Reading<'a> {
    /// The original.
    pub text: &'a str,
    /// The folded text; every span of a recogniser is in bytes of it, unless it says otherwise.
    pub plain: String,
    /// For each character of `plain`, the bytes of the original.
    offsets: Vec<(u32, u32)>,
    /// For each byte of `plain`, the number of its character; empty where both are the same.
    characters: OnceCell<Vec<u32>>,
    /// `plain` with runs of spaces, hyphens and underscores as one space, where that differs.
    words: Option<String>,
    /// For each byte of `words`, the byte of `plain`; empty where both are the same.
    back: Vec<u32>,
}

impl<'a> Reading<'a> {
    pub fn of(text: &'a str) -> Self {
        let Folded {
            text: plain,
            offsets,
        } = fold::fold_with_offsets(text);
        let (words, back) = match spaced(&plain) {
            (Cow::Owned(words), back) => (Some(words), back),
            (Cow::Borrowed(_), _) => (None, Vec::new()),
        };
        Self {
            text,
            plain,
            offsets,
            characters: OnceCell::new(),
            words,
            back,
        }
    }

    /// `plain` with runs of spaces, hyphens and underscores as one space.
    pub fn words(&self) -> &str {
        self.words.as_deref().unwrap_or(&self.plain)
    }

    /// The bytes of `plain` for bytes of `words`.
    pub fn in_plain(&self, range: Range<usize>) -> Range<usize> {
        if self.back.is_empty() {
            return range;
        }
        let at = |byte: usize| {
            self.back
                .get(byte)
                .map_or(self.plain.len(), |at| *at as usize)
        };
        match range.end.checked_sub(1) {
            Some(last) if range.start <= last => at(range.start)..at(last) + 1,
            _ => 0..0,
        }
    }

    /// The bytes of the original for bytes of `plain`.
    pub fn in_original(&self, range: &Range<usize>) -> Range<usize> {
        let characters = self.characters.get_or_init(|| characters(&self.plain));
        let character = |byte: usize| {
            if characters.is_empty() {
                byte
            } else {
                let number = characters.get(byte);
                number.map_or(self.offsets.len(), |number| *number as usize)
            }
        };
        let first = self.offsets.get(character(range.start));
        let last = range.end.checked_sub(1).map(character);
        let last = last.and_then(|last| self.offsets.get(last));
        match (first, last) {
            (Some((start, _)), Some((_, end))) if range.start < range.end => {
                *start as usize..*end as usize
            }
            _ => 0..0,
        }
    }
}

/// A term as [`Reading::words`] has it, so that both can be compared.
pub fn comparable(term: &str) -> String {
    spaced(&fold::fold(term)).0.into_owned()
}

/// For each byte the number of its character; empty where both are the same.
fn characters(plain: &str) -> Vec<u32> {
    if plain.is_ascii() {
        return Vec::new();
    }
    let mut characters = Vec::with_capacity(plain.len());
    for (number, c) in (0_u32..).zip(plain.chars()) {
        characters.extend(std::iter::repeat_n(number, c.len_utf8()));
    }
    characters
}

const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'-' | b'_')
}

/// Runs of spaces, hyphens and underscores as one space, and for each byte where it came from if it moved.
fn spaced(plain: &str) -> (Cow<'_, str>, Vec<u32>) {
    let bytes = plain.as_bytes();
    if !bytes.iter().any(|byte| matches!(byte, b'-' | b'_')) {
        // Folding leaves no two spaces in a row.
        return (plain.into(), Vec::new());
    }
    let has_run = bytes
        .windows(2)
        .any(|pair| pair.iter().all(|byte| is_space(*byte)));
    if !has_run {
        return (plain.replace(['-', '_'], " ").into(), Vec::new());
    }
    let mut words = String::with_capacity(plain.len());
    let mut back = Vec::with_capacity(plain.len());
    let mut after_space = false;
    for (at, c) in plain.char_indices() {
        let is_space = matches!(c, ' ' | '-' | '_');
        if is_space && after_space {
            continue;
        }
        after_space = is_space;
        words.push(if is_space { ' ' } else { c });
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        back.extend((0_u32..).take(c.len_utf8()).map(|step| at + step));
    }
    (words.into(), back)
}
