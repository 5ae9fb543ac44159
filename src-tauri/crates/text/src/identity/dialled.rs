//! A text that is one telephone number, alone or with words that say what it is.

use super::bare::{of_number, on_platform};
use super::number::{Number, numbers};
use super::{Identified, phone};
use crate::platform::{self, Digits, PlatformFacts};
use crate::table::{cell, rows};
use crate::{dial, fold};
use std::collections::HashSet;
use std::sync::LazyLock;

/// Fewest digits of a number that stands alone with its country written, or as it is dialled at home.
const FEWEST: usize = 8;

/// Fewest real digits of a number some of whose digits are letters.
const REAL: usize = 4;

/// Words that announce a number, of any messenger or none.
static WORDS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    rows(include_str!("../../data/messengers.csv"))
        .filter(|row| cell(row, 0) == "phone")
        .flat_map(|row| {
            cell(&row, 1)
                .split([';', ' '])
                .map(fold::fold)
                .collect::<Vec<_>>()
        })
        .collect()
});

/// The number a text is. Words beside it may name its messenger or say that it is a number; in any other text it
/// is taken out only if its country is written. A number without its country is never given one by guessing.
pub fn of_text(text: &str) -> Option<Identified> {
    let text = phone::without_scheme(text.trim());
    let mut all = numbers(text).into_iter();
    let (number, None) = (all.next()?, all.next()) else {
        return None;
    };
    let written = text.get(number.range.clone())?;
    let beside = [
        text.get(..number.range.start)?,
        text.get(number.range.end..)?,
    ];
    if beside.iter().any(|part| part.contains('@')) {
        return None;
    }
    let beside = beside.join(" ");
    let words = beside.trim_matches(|c: char| !c.is_alphanumeric());
    if words.is_empty() || are_of_a_number(words) {
        return is_one(&number, written).then(|| told(None, number, written));
    }
    if let Some(facts) = platform::code(words).and_then(platform::facts) {
        return takes(facts, &number, written).then(|| told(Some(facts), number, written));
    }
    let is_sure = number.is_marked && is_one(&number, written);
    is_sure.then(|| {
        let mut found = told(None, number, written);
        found.warn(
            "taken-from-text",
            "The number was taken out of a longer text.",
        );
        found
    })
}

/// A number met in a text, with the words right before it; `None` if it may as well be a price, a day or an id.
pub fn in_text(before: &str, number: Number, written: &str) -> Option<Identified> {
    let word = before
        .split_whitespace()
        .next_back()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    let facts = word
        .filter(|word| !word.is_empty())
        .and_then(platform::code)
        .and_then(platform::facts);
    if let Some(facts) = facts.filter(|facts| takes(facts, &number, written)) {
        return Some(told(Some(facts), number, written));
    }
    is_one(&number, written).then(|| told(None, number, written))
}

/// True if the text of a platform's column is a number with letters in the place of digits.
pub fn disguised(text: &str) -> Option<String> {
    let mut all = numbers(text).into_iter();
    let (number, None) = (all.next()?, all.next()) else {
        return None;
    };
    let written = text.get(number.range.clone())?;
    let is_whole = text.len() == written.len();
    (is_whole && number.has_letters && is_one(&number, written)).then_some(number.number)
}

/// Says what an officer should know of how a number was written.
pub fn warn(found: &mut Identified, has_letters: bool) {
    if has_letters {
        found.warn(
            "letters-for-digits",
            "Letters stand in the place of digits; the number is what they look like.",
        );
    }
}

fn told(facts: Option<&PlatformFacts>, number: Number, written: &str) -> Identified {
    let is_guessed = number.number.starts_with('+') && !number.is_marked;
    let mut found = match facts {
        Some(facts) => on_platform(facts, number.number),
        None => of_number(None, number.number),
    };
    if is_guessed && facts.is_none() {
        found.warn(
            "no-plus",
            "Written without + or 00; the digits have the form of a mobile number with its country.",
        );
    }
    warn(&mut found, number.has_letters);
    written.clone_into(&mut found.input);
    found
}

/// True for what is a number and nothing else.
fn is_one(number: &Number, written: &str) -> bool {
    let digits = number.number.trim_start_matches('+');
    let real = written
        .chars()
        .filter_map(fold::digit_or_self)
        .filter(char::is_ascii_digit)
        .count();
    let has_form = || dial::is_abroad(digits) || dial::is_at_home(digits);
    if dial::is_date(written) || number.has_letters && (real < REAL || !has_form()) {
        return false;
    }
    if number.is_marked {
        return digits.len() >= FEWEST;
    }
    if number.number.starts_with('+') {
        return dial::is_abroad(digits);
    }
    digits.starts_with('0') && digits.len() > FEWEST
}

fn takes(facts: &PlatformFacts, number: &Number, written: &str) -> bool {
    match facts.digits {
        Digits::Phone => !number.has_letters || is_one(number, written),
        _ => {
            !facts.phone_url.is_empty()
                && (number.is_marked || number.number.starts_with('0'))
                && is_one(number, written)
        }
    }
}

fn are_of_a_number(words: &str) -> bool {
    fold::fold(words)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .all(|word| WORDS.contains(word) || platform::adds_nothing(word))
}
