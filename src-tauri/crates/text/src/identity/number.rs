//! Telephone numbers inside longer texts: runs of digits, in any script, with the signs people put between.

use super::phone;
use crate::dial;
use crate::fold;
use crate::hidden::is_hidden;
use std::ops::Range;

/// Most signs between two digits of one number.
const GAP: usize = 3;

/// A telephone number met in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Number {
    /// The bytes of the text it stands at.
    pub range: Range<usize>,
    /// The number: E.164 with `+`, or as it is dialled at home where no country code is written.
    pub number: String,
    /// True if `+` or `00` says that the country code is written; else a long row of digits is taken to hold it.
    pub is_marked: bool,
    /// True if letters stand in the place of some of its digits.
    pub has_letters: bool,
}

/// Every row of digits in a text that can be a telephone number, in order. Letters in the place of digits are
/// read as those: for matching, not as what was written.
pub fn numbers(written: &str) -> Vec<Number> {
    let mut found = Vec::new();
    if written.is_ascii() && !written.bytes().any(|b| b.is_ascii_digit()) {
        return found;
    }
    let plain = dial::plain(written);
    let text = plain.as_ref();
    let mut run: Option<Range<usize>> = None;
    let mut gap = 0;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        match fold::digit_or_self(c).unwrap_or(' ') {
            '0'..='9' => {
                run = Some(run.map_or(at..end, |run| run.start..end));
                gap = 0;
            }
            '+' => {
                close(text, run.replace(at..end), &mut found);
                gap = 0;
            }
            ' ' | '\u{a0}' | '-' | '.' | '(' | ')' | '/' | '\u{2010}'..='\u{2015}'
                if run.is_some() && gap < GAP =>
            {
                gap += 1;
            }
            _ if is_hidden(c) => {}
            _ => close(text, run.take(), &mut found),
        }
    }
    close(text, run, &mut found);
    if written != text {
        for one in &mut found {
            let here = written.get(one.range.clone()).unwrap_or_default();
            one.has_letters = here.bytes().any(|b| b.is_ascii_alphabetic());
        }
    }
    found
}

fn close(text: &str, run: Option<Range<usize>>, found: &mut Vec<Number>) {
    let Some(run) = run else { return };
    let Some(written) = text.get(run.clone()) else {
        return;
    };
    let start = run.start + beginning(written);
    let Some(written) = text.get(start..run.end) else {
        return;
    };
    let visible: String = written.chars().filter(|c| !is_hidden(*c)).collect();
    let Some(number) = phone::in_text(&visible) else {
        return;
    };
    let is_marked = visible.starts_with('+') || number.starts_with('+') && is_double_zero(&visible);
    found.push(Number {
        range: start..run.end,
        number,
        is_marked,
        has_letters: false,
    });
}

/// Fewest digits of a number behind `00` that stands after others; fewer are the rest of one number.
const ABROAD: usize = 8;

/// Where `00` begins a group after others that do not belong to the number.
fn beginning(written: &str) -> usize {
    if written.starts_with('+') || is_double_zero(written) {
        return 0;
    }
    written
        .match_indices(' ')
        .map(|(at, space)| at + space.len())
        .find(|at| {
            written
                .get(*at..)
                .is_some_and(|rest| is_double_zero(rest) && digits(rest) >= 2 + ABROAD)
        })
        .unwrap_or(0)
}

fn digits(written: &str) -> usize {
    let folded = written.chars().filter_map(fold::digit_or_self);
    folded.filter(char::is_ascii_digit).count()
}

fn is_double_zero(written: &str) -> bool {
    let mut digits = written.chars().filter_map(fold::digit_or_self);
    digits.next() == Some('0') && digits.next() == Some('0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = numbers(text).into_iter().map(|one| one.number).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn numbers_are_found_as_people_write_them() {
        check("WhatsApp +44 7700 900417!", &["+447700900417"]);
        check("call 0044 7700 900 264 now", &["+447700900264"]);
        check(
            "+44 (0)7700-900.123/+447700900124",
            &["+447700900123", "+447700900124"],
        );
        check("+۴۴ ۷۷۰۰ ۹۰۰۲۳۳", &["+447700900233"]);
        check("at 24 0044 7700 900123", &["+447700900123"]);
        check("0 77 00 900 371", &["07700900371"]);
        check("Ring 07700 900123", &["07700900123"]);
        check("447700900123", &["+447700900123"]);
        check("£4,500 for 2 people, 100%", &[]);
        check("", &[]);
    }

    #[test]
    fn a_written_country_code_is_told_from_a_guessed_one() {
        let marked: Vec<bool> = numbers("+447700900123, 00447700900123, 447700900123")
            .into_iter()
            .map(|one| one.is_marked)
            .collect();
        assert_eq!(marked, [true, true, false]);
    }
}
