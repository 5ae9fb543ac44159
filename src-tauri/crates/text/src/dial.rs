//! Telephone numbers as people write them so that programs miss them, and the forms of mobile numbers by country.
//!
//! What is a letter for a digit, and how many digits a mobile number has where, are tables: `data/digit_letters.csv`,
//! `data/phone_forms.csv`.

use crate::fold;
use crate::table::{cell, kept, rows};
use std::borrow::Cow;
use std::sync::LazyLock;

/// How mobile numbers of a region are written.
struct Form {
    code: &'static str,
    home: &'static str,
    lengths: Vec<usize>,
    beginnings: Vec<&'static str>,
}

impl Form {
    /// True for a number without its country and without what is dialled before it at home.
    fn holds(&self, digits: &str) -> bool {
        self.lengths.contains(&digits.len())
            && self.beginnings.iter().any(|two| digits.starts_with(two))
    }

    /// What is left of a number as it is dialled at home, if it is one of here.
    fn rest_at_home<'a>(&self, number: &'a str) -> Option<&'a str> {
        let rest = number.strip_prefix(self.home)?;
        (!self.home.is_empty() && self.holds(rest)).then_some(rest)
    }
}

static FORMS: LazyLock<Vec<Form>> = LazyLock::new(|| {
    rows(include_str!("../data/phone_forms.csv"))
        .map(|row| Form {
            code: kept(&row, 1),
            home: kept(&row, 2),
            lengths: cell(&row, 3)
                .split_whitespace()
                .filter_map(|length| length.parse().ok())
                .collect(),
            beginnings: kept(&row, 4).split_whitespace().collect(),
        })
        .collect()
});

/// The digit each ASCII letter stands for, by its code.
static LETTERS: LazyLock<[Option<char>; 128]> = LazyLock::new(|| {
    let mut letters = [None; 128];
    for row in rows(include_str!("../data/digit_letters.csv")) {
        let digit = cell(&row, 1).chars().next();
        for letter in cell(&row, 0).chars().take(1) {
            for letter in [letter, letter.to_ascii_uppercase()] {
                if let Some(place) = letters.get_mut(letter as usize) {
                    *place = digit;
                }
            }
        }
    }
    letters
});

/// The text with digits for the letters and spaces for the signs that stand in their place, byte for byte as long.
pub fn plain(text: &str) -> Cow<'_, str> {
    if !text.split_whitespace().any(is_rewritten) {
        return text.into();
    }
    let mut all = String::with_capacity(text.len());
    for chunk in text.split_inclusive(char::is_whitespace) {
        if is_rewritten(chunk) {
            rewrite(chunk, &mut all);
        } else {
            all.push_str(chunk);
        }
    }
    all.into()
}

fn is_rewritten(chunk: &str) -> bool {
    chunk.chars().any(is_digit)
        && (chunk.contains(['*', '_', '~', '[', ']', '\u{b7}', '\u{20e3}']) || is_disguised(chunk))
}

/// True for a word of digits in which letters stand for some of them.
fn is_disguised(chunk: &str) -> bool {
    let ends = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '!' | '?' | '"' | '\'');
    let chunk = chunk.trim_matches(ends);
    chunk.chars().all(|c| is_digit(c) || may_stand_in(c))
        && chunk.chars().any(|c| digit_for(c).is_some())
}

fn rewrite(chunk: &str, all: &mut String) {
    let is_disguised = is_disguised(chunk);
    for c in chunk.chars() {
        match c {
            '*' | '_' | '~' => all.push('-'),
            '[' => all.push('('),
            ']' => all.push(')'),
            '\u{b7}' => all.push_str("--"),
            // The frame of a key: not seen as a sign of its own.
            '\u{20e3}' => all.push('\u{200b}'),
            _ if is_disguised => all.push(digit_for(c).unwrap_or(c)),
            _ => all.push(c),
        }
    }
}

fn digit_for(c: char) -> Option<char> {
    LETTERS.get(c as usize).copied().flatten()
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
        || !c.is_ascii() && fold::digit_or_self(c).is_some_and(|c| c.is_ascii_digit())
}

fn may_stand_in(c: char) -> bool {
    digit_for(c).is_some() || matches!(c, '+' | '(' | ')' | '-' | '.' | '[' | ']' | '*' | '_')
}

/// True for digits that begin with a country and have the form of a mobile number there.
pub fn is_abroad(digits: &str) -> bool {
    FORMS.iter().any(|form| {
        digits
            .strip_prefix(form.code)
            .is_some_and(|rest| form.holds(rest) || form.rest_at_home(rest).is_some())
    })
}

/// True for a number that has the form of a mobile number as it is dialled at home, somewhere.
pub fn is_at_home(number: &str) -> bool {
    FORMS.iter().any(|form| form.rest_at_home(number).is_some())
}

/// A number as it is dialled at home, with the code of its country, where it has the form of a mobile number of it.
pub fn from_home(code: &str, number: &str) -> Option<String> {
    FORMS
        .iter()
        .filter(|form| form.code == code)
        .find_map(|form| form.rest_at_home(number))
        .map(|rest| format!("+{code}{rest}"))
}

/// The digits without what is dialled before a number at home, where they hold it behind the code of the country.
pub fn without_home_sign(digits: &str) -> Option<String> {
    let holds = |form: &&Form| {
        digits
            .strip_prefix(form.code)
            .is_some_and(|rest| form.holds(rest))
    };
    if FORMS.iter().any(|form| holds(&form)) {
        return None;
    }
    FORMS.iter().find_map(|form| {
        let rest = form.rest_at_home(digits.strip_prefix(form.code)?)?;
        Some(format!("{}{rest}", form.code))
    })
}

/// How a number would be written with its country and with what is dialled before it at home: not as it is dialled.
pub fn with_home_sign(digits: &str) -> Option<String> {
    FORMS.iter().find_map(|form| {
        let rest = digits.strip_prefix(form.code)?;
        (!form.home.is_empty() && form.holds(rest))
            .then(|| format!("{}{}{rest}", form.code, form.home))
    })
}

/// True for what is written as days are: `27.07.2026`, `27/07/2026`.
pub fn is_date(written: &str) -> bool {
    let mut groups = written.split(['.', '-', '/']).map(str::len);
    let first = (groups.next(), groups.next(), groups.next(), groups.next());
    matches!(
        first,
        (Some(1 | 2), Some(1 | 2), Some(2 | 4), None) | (Some(4), Some(1 | 2), Some(1 | 2), None)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_signs_in_the_place_of_digits_are_read_at_their_length() {
        for (written, read) in [
            ("O77OO 9OO l23", "07700 900 123"),
            ("+44*7700_900~123", "+44-7700-900-123"),
            ("[+44] 7700", "(+44) 7700"),
            ("is O77OO\n9OO l23, so", "is 07700\n900 123, so"),
            ("so solo 5", "so solo 5"),
            ("boss l0ve you", "boss l0ve you"),
        ] {
            assert_eq!(plain(written), read);
            assert_eq!(plain(written).len(), written.len());
        }
        let keys = "0\u{fe0f}\u{20e3}7\u{fe0f}\u{20e3}";
        assert_eq!(plain(keys).len(), keys.len());
    }

    #[test]
    fn forms_of_countries_tell_numbers_from_other_digits() {
        assert!(is_abroad("447700900123") && is_at_home("07700900123"));
        assert!(is_abroad("84912345678") && !is_abroad("100012345678901"));
        assert_eq!(
            from_home("84", "0912345678").as_deref(),
            Some("+84912345678")
        );
        assert_eq!(from_home("84", "07700900123"), None);
        assert_eq!(
            without_home_sign("4407700900123").as_deref(),
            Some("447700900123")
        );
        assert_eq!(without_home_sign("447700900123"), None);
        assert!(is_date("27.07.2026") && !is_date("07700.900.123"));
    }
}
