//! Telephone numbers in links and number columns, as E.164 where the country is written.

use crate::{dial, fold};

/// Fewest and most digits of a number that can be dialled from abroad (E.164 allows 15).
const DIGITS: std::ops::RangeInclusive<usize> = 7..=15;

/// Digits from which on a number without `+` is taken to begin with its country code.
const WITH_COUNTRY: usize = 11;

/// A number in a link, where the country code is always written: `+447700900123`. One that begins with 0 stays as it is.
pub fn in_link(text: &str) -> Option<String> {
    let written = read(text)?;
    Some(if written.starts_with(['+', '0']) {
        written
    } else {
        format!("+{written}")
    })
}

/// A number in a column or text: with `+` if the country code is written or the number is long enough to hold it.
pub fn in_text(text: &str) -> Option<String> {
    let written = read(text)?;
    let has_country = !written.starts_with(['+', '0']) && written.len() >= WITH_COUNTRY;
    Some(if has_country {
        format!("+{written}")
    } else {
        written
    })
}

/// A number without the scheme it is called by.
pub fn without_scheme(text: &str) -> &str {
    let end = text.find(':').map_or(0, |at| at + 1);
    let (scheme, rest) = text.split_at_checked(end).unwrap_or(("", text));
    let is_known = ["tel:", "sms:", "smsto:", "callto:"]
        .iter()
        .any(|known| scheme.eq_ignore_ascii_case(known));
    if is_known {
        rest.trim_start_matches('/')
            .split('?')
            .next()
            .unwrap_or(rest)
    } else {
        text
    }
}

/// Digits, with `+` if it or `00` is written; `None` for anything that is no number.
fn read(text: &str) -> Option<String> {
    let plain: String = text.chars().filter_map(fold::digit_or_self).collect();
    let plain = without_scheme(plain.trim()).trim();
    let (marked, rest) = match plain.strip_prefix('+') {
        Some(rest) => (true, rest.replacen("(0)", "", 1)),
        None => (false, plain.to_owned()),
    };
    let mut digits = String::with_capacity(rest.len());
    for c in rest.chars() {
        match c {
            '0'..='9' => digits.push(c),
            ' ' | '\u{a0}' | '-' | '.' | '(' | ')' | '/' | '\u{2010}'..='\u{2015}' => {}
            _ => return None,
        }
    }
    let (marked, digits) = match digits.strip_prefix("00") {
        Some(rest) => (true, rest.to_owned()),
        None => (marked, digits),
    };
    let digits = if digits.starts_with('0') {
        digits
    } else {
        dial::without_home_sign(&digits).unwrap_or(digits)
    };
    if !DIGITS.contains(&digits.len()) || (marked && digits.starts_with('0')) {
        return None;
    }
    Some(if marked { format!("+{digits}") } else { digits })
}
