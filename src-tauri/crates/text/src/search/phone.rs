//! Telephone numbers, found however they are written: `+44 7700 900123`, `0044…`,
//! `07700 900123`, and in the digits of any script.
//!
//! The index keeps each number of a text as words no text can hold: with its
//! country, without it, or as it is dialled at home where no country is written.

use crate::fold;
use crate::identity::{Number, numbers};
use crate::table::{cell, rows};
use std::collections::HashSet;
use std::sync::LazyLock;

/// Before a number with its country, one without, one as it is dialled at home: signs of private use.
const WITH: char = '\u{e000}';
const WITHOUT: char = '\u{e001}';
const AT_HOME: char = '\u{e002}';

/// Fewest digits that are looked for as a number.
const FEWEST: usize = 3;
/// Most digits of a number (E.164).
const MOST: usize = 15;

static SHORT_CODES: LazyLock<HashSet<String>> = LazyLock::new(|| {
    rows(include_str!("../../data/calling_codes.csv"))
        .map(|row| cell(&row, 0).to_owned())
        .collect()
});

/// What is known of the country of a number that is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Country {
    /// It is written: the digits begin with it.
    Written,
    /// It is left out: the number is as it is dialled at home.
    AtHome,
    /// The digits may begin with it or not.
    Unknown,
}

/// A telephone number, or the beginning of one, that is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phone {
    /// Its digits, without `+`, `00` or the 0 that is dialled at home.
    pub digits: String,
    /// What is known of its country.
    pub country: Country,
}

impl Phone {
    /// Reads digits of any script with the signs people put between; `None` for anything else.
    pub fn read(text: &str) -> Option<Self> {
        let plain: String = text.chars().filter_map(fold::digit_or_self).collect();
        let plain = plain.trim();
        let plain = plain.strip_prefix("tel:").unwrap_or(plain);
        let (is_marked, rest) = match plain.strip_prefix('+') {
            Some(rest) => (true, rest.replacen("(0)", "", 1)),
            None => (false, plain.to_owned()),
        };
        if !rest.chars().all(|c| c.is_ascii_digit() || is_between(c)) {
            return None;
        }
        let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
        let (country, digits) = match digits.strip_prefix("00") {
            _ if is_marked => (Country::Written, digits.as_str()),
            Some(rest) => (Country::Written, rest),
            None => match digits.strip_prefix('0') {
                Some(rest) => (Country::AtHome, rest),
                None => (Country::Unknown, digits.as_str()),
            },
        };
        (FEWEST..=MOST).contains(&digits.len()).then(|| Self {
            digits: digits.to_owned(),
            country,
        })
    }

    /// The beginnings of words of the index, any of which is this number.
    pub fn beginnings(&self) -> Vec<String> {
        let of = |sign: char, digits: &str| format!("{sign}{digits}");
        match self.country {
            Country::Written => {
                let mut all = vec![of(WITH, &self.digits)];
                let national = national(&self.digits);
                if national.len() >= 6 {
                    all.push(of(AT_HOME, national));
                }
                all
            }
            Country::AtHome => vec![of(WITHOUT, &self.digits), of(AT_HOME, &self.digits)],
            Country::Unknown => vec![
                of(WITH, &self.digits),
                of(WITHOUT, &self.digits),
                of(AT_HOME, &self.digits),
            ],
        }
    }

    /// True if a number met in a text is this one, or begins as it does.
    pub(super) fn is_in(&self, number: &Number) -> bool {
        let words = words_of(number);
        self.beginnings()
            .iter()
            .any(|beginning| words.iter().any(|word| word.starts_with(beginning)))
    }
}

/// A sign that stands between the digits of a number.
pub(super) const fn is_between(c: char) -> bool {
    matches!(
        c,
        ' ' | '\u{a0}' | '-' | '.' | '(' | ')' | '/' | '\u{2010}'..='\u{2015}'
    )
}

/// The telephone numbers of a text as words of the index, each once; empty where there is none.
pub fn tokens(text: &str) -> String {
    let mut met = HashSet::new();
    let mut all = String::new();
    for number in numbers(text) {
        for word in words_of(&number) {
            if met.insert(word.clone()) {
                if !all.is_empty() {
                    all.push(' ');
                }
                all.push_str(&word);
            }
        }
    }
    all
}

fn words_of(number: &Number) -> Vec<String> {
    let Some(digits) = number.number.strip_prefix('+') else {
        return vec![format!(
            "{AT_HOME}{}",
            number.number.trim_start_matches('0')
        )];
    };
    let mut words = vec![
        format!("{WITH}{digits}"),
        format!("{WITHOUT}{}", national(digits)),
    ];
    if !number.is_marked {
        words.push(format!("{AT_HOME}{digits}"));
    }
    words
}

/// The digits after the calling code, without a 0 that begins them.
fn national(digits: &str) -> &str {
    let code = (1..=2)
        .find(|length| {
            digits
                .get(..*length)
                .is_some_and(|code| SHORT_CODES.contains(code))
        })
        .unwrap_or(3);
    digits
        .get(code..)
        .unwrap_or_default()
        .trim_start_matches('0')
}
