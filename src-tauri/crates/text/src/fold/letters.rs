//! What one character folds to.

use crate::hidden::is_hidden;
use crate::table::{cell, rows};
use csv::StringRecord;
use std::collections::HashMap;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// How a character stands to the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// It is a letter or sign of its own.
    Stands,
    /// It folds to nothing.
    Vanishes,
    /// It may become one with the letter before it.
    Joins,
}

/// What a character folds to.
#[derive(Debug)]
struct Letter {
    text: Box<str>,
    shape: Shape,
}

/// The table of letters as it is written.
struct Written {
    letters: HashMap<char, String>,
    zeros: Vec<u32>,
}

/// Characters up to here, and Latin with marks, punctuation, arrows and old emoji, are looked up rather than worked out.
const LOW: u32 = 0x800;
const HIGH: std::ops::Range<u32> = 0x1e00..0x2c00;

static WRITTEN: LazyLock<Written> = LazyLock::new(|| {
    let mut written = Written {
        letters: HashMap::new(),
        zeros: Vec::new(),
    };
    for row in rows(include_str!("../../data/letters.csv")) {
        if cell(&row, 1) == "digits" {
            written.zeros.extend(points(&row, 0));
            continue;
        }
        let to: String = points(&row, 1).filter_map(char::from_u32).collect();
        let from = points(&row, 0).filter_map(char::from_u32);
        written.letters.extend(from.map(|c| (c, to.clone())));
    }
    written.zeros.sort_unstable();
    written
});

static LETTERS: LazyLock<Vec<Letter>> = LazyLock::new(|| {
    (0..LOW)
        .chain(HIGH)
        .map(|point| worked_out(point_or_space(point)))
        .collect()
});

/// What an ASCII character folds to: always one other.
pub const fn ascii(c: char) -> char {
    match c {
        '`' => '\'',
        '\0'..=' ' | '\u{7f}' => ' ',
        _ => c.to_ascii_lowercase(),
    }
}

/// Gives each character this one folds to.
pub fn each(c: char, give: &mut impl FnMut(char)) {
    match looked_up(c) {
        Some(letter) => letter.text.chars().for_each(give),
        None if stands_as_is(c) => give(c),
        None => worked_out(c).text.chars().for_each(give),
    }
}

/// How a character stands to the one before it.
pub fn shape(c: char) -> Shape {
    match looked_up(c) {
        Some(letter) => letter.shape,
        None if stands_as_is(c) => Shape::Stands,
        None => worked_out(c).shape,
    }
}

/// The ASCII digit for a decimal digit of another script.
pub fn digit(c: char) -> Option<char> {
    let point = u32::from(c);
    let zeros = &WRITTEN.zeros;
    let before = zeros.partition_point(|zero| *zero <= point);
    let zero = zeros.get(before.checked_sub(1)?)?;
    char::from_digit(point - zero, 10)
}

fn looked_up(c: char) -> Option<&'static Letter> {
    let point = u32::from(c);
    let index = if point < LOW {
        point
    } else if HIGH.contains(&point) {
        LOW + (point - HIGH.start)
    } else {
        return None;
    };
    LETTERS.get(index as usize)
}

/// Most emoji and Han characters: nothing to work out.
const fn stands_as_is(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{1f300}'..='\u{1faff}')
}

fn worked_out(c: char) -> Letter {
    if is_hidden(c) {
        return Letter {
            text: "".into(),
            shape: Shape::Vanishes,
        };
    }
    let mut text: String = c.to_string();
    // Each step only takes marks and cases away; the bound is for safety.
    for _ in 0..8 {
        let mut next = String::new();
        for lower in text
            .nfkd()
            .flat_map(char::to_lowercase)
            .collect::<String>()
            .nfkd()
        {
            one_step(lower, &mut next);
        }
        if next == text {
            break;
        }
        text = next;
    }
    let text: String = text.nfc().collect();
    let first = text.chars().next();
    let shape = match first {
        None => Shape::Vanishes,
        Some(first) if joins(first) || c.to_string().nfkd().next().is_some_and(joins) => {
            Shape::Joins
        }
        Some(_) => Shape::Stands,
    };
    Letter {
        text: text.into(),
        shape,
    }
}

fn one_step(c: char, into: &mut String) {
    if is_hidden(c) {
    } else if c.is_whitespace() || c.is_control() {
        into.push(' ');
    } else if let Some(to) = WRITTEN.letters.get(&c) {
        into.push_str(to);
    } else {
        into.push(digit(c).unwrap_or(c));
    }
}

/// True for marks, and for vowels and finals of Korean syllables.
fn joins(c: char) -> bool {
    is_combining_mark(c) || matches!(c, '\u{1160}'..='\u{11ff}' | '\u{d7b0}'..='\u{d7ff}')
}

fn point_or_space(point: u32) -> char {
    char::from_u32(point).unwrap_or(' ')
}

/// The code points of a cell: `0649 06CC` or `064B-065F`.
fn points(row: &StringRecord, index: usize) -> impl Iterator<Item = u32> {
    let hex = |text: &str| u32::from_str_radix(text, 16).ok();
    let ranges: Vec<_> = cell(row, index)
        .split_whitespace()
        .filter_map(|word| match word.split_once('-') {
            Some((first, last)) => Some(hex(first)?..=hex(last)?),
            None => hex(word).map(|point| point..=point),
        })
        .collect();
    ranges.into_iter().flatten()
}
