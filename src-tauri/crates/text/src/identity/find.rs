//! Addresses inside longer texts.

use super::address::Address;
use super::clean::{clean, is_ornament};
use super::named::of_address;
use super::{Identified, Kind};
use crate::hidden::is_hidden;
use crate::{dial, fold, platform};
use std::ops::Range;

/// An address met in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The bytes of the text it stands at.
    pub range: Range<usize>,
    /// What it names.
    pub identified: Identified,
}

/// Every address in a text, in order: with a scheme, with `www.`, or of a host we know.
pub fn find(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    if !text.contains(['.', ':']) {
        return found;
    }
    let mut start = None;
    let mut taken = 0;
    let ends = text
        .char_indices()
        .map(|(at, c)| (at, Some(c)))
        .chain([(text.len(), None)]);
    for (at, c) in ends {
        let breaks = c.is_none_or(|c| {
            c.is_whitespace()
                || matches!(c, '<' | '>' | '"' | '|' | '`')
                || (is_ornament(c) && !is_hidden(c))
                || (matches!(c, ';' | ',') && begins_address(text, at + 1))
        });
        match (breaks, start) {
            (true, Some(from)) => {
                if let Some(one) = in_token(text, from..at) {
                    let one = with_number(text, one);
                    taken = one.range.end;
                    found.push(one);
                }
                start = None;
            }
            (false, None) if at >= taken => start = Some(at),
            _ => {}
        }
    }
    found
}

/// True if a scheme or `www.` stands here: `a.example;https://b.example` are two addresses.
fn begins_address(text: &str, at: usize) -> bool {
    let rest = text.get(at..).unwrap_or_default().as_bytes();
    ["http", "hxxp", "www."].iter().any(|begin| {
        rest.get(..begin.len())
            .is_some_and(|of| of.eq_ignore_ascii_case(begin.as_bytes()))
    })
}

fn in_token(text: &str, range: Range<usize>) -> Option<Found> {
    let token = text.get(range.clone())?;
    if !token.contains(['.', ':']) {
        return None;
    }
    let start = range.start + beginning(token);
    let written = text.get(start..range.end)?;
    let cleaned = clean(written);
    let address = Address::read(&cleaned).filter(|address| {
        let plain = cleaned.contains("://") || cleaned.starts_with("www.");
        plain || address.known.is_some()
    })?;
    let identified = of_address(&address, 0).finish(written);
    Some(Found {
        range: start..range.end,
        identified,
    })
}

/// An address of a number written with spaces, whole: `https://wa.me/+44 7700 900123`. Groups of digits are
/// taken to it as long as it names nothing; where it has the form of a mobile number, it ends.
fn with_number(text: &str, one: Found) -> Found {
    let may_hold_one = one.identified.kind == Kind::Unknown
        && one
            .identified
            .platform
            .as_deref()
            .and_then(platform::facts)
            .is_some_and(|facts| !facts.phone_url.is_empty());
    if !may_hold_one {
        return one;
    }
    let mut whole = text.get(one.range.clone()).unwrap_or_default().to_owned();
    let mut end = one.range.end;
    let mut best = None;
    for group in text.get(end..).unwrap_or_default().split_inclusive(' ') {
        let digits = group.split('&').next().unwrap_or_default();
        let is_group = digits.trim().chars().all(|c| {
            fold::digit_or_self(c).is_none_or(|c| c.is_ascii_digit() || "()+-./".contains(c))
        });
        if !is_group {
            break;
        }
        whole.push_str(group.trim_end());
        end += group.len();
        let found = clean(&whole);
        let named = Address::read(&found).map(|address| of_address(&address, 0));
        let Some(named) = named.filter(|named| named.kind == Kind::Phone) else {
            continue;
        };
        let number = named.platform_id.clone().unwrap_or_default();
        best = Some((named, end - (group.len() - group.trim_end().len())));
        if dial::is_abroad(number.trim_start_matches('+')) {
            break;
        }
    }
    let Some((named, end)) = best else { return one };
    let range = one.range.start..end;
    let written = text.get(range.clone()).unwrap_or_default();
    Found {
        identified: named.finish(written),
        range,
    }
}

/// Where in a token its address begins: words may stand before it without a space.
fn beginning(token: &str) -> usize {
    if let Some(at) = token.find("://").or_else(|| token.find("[:]//")) {
        let before = token.get(..at).unwrap_or_default();
        let is_scheme = |c: char| c.is_ascii_alphanumeric() || c == '*';
        return before.rfind(|c: char| !is_scheme(c)).map_or(0, |last| {
            last + before
                .get(last..)
                .and_then(|rest| rest.chars().next())
                .map_or(1, char::len_utf8)
        });
    }
    let end = token.find(['/', '?', '#']).unwrap_or(token.len());
    let host = token.get(..end).unwrap_or_default();
    let is_host = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '[' | ']');
    host.rfind(|c: char| !is_host(c)).map_or(0, |last| {
        last + host
            .get(last..)
            .and_then(|rest| rest.chars().next())
            .map_or(1, char::len_utf8)
    })
}
