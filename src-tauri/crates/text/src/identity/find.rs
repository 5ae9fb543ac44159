//! Addresses inside longer texts.

use super::Identified;
use super::address::Address;
use super::clean::{clean, is_ornament};
use super::named::of_address;
use crate::hidden::is_hidden;
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
    let ends = text
        .char_indices()
        .map(|(at, c)| (at, Some(c)))
        .chain([(text.len(), None)]);
    for (at, c) in ends {
        let breaks = c.is_none_or(|c| {
            c.is_whitespace()
                || matches!(c, '<' | '>' | '"' | '|' | '`')
                || (is_ornament(c) && !is_hidden(c))
        });
        match (breaks, start) {
            (true, Some(from)) => {
                if let Some(one) = in_token(text, from..at) {
                    found.push(one);
                }
                start = None;
            }
            (false, None) => start = Some(at),
            _ => {}
        }
    }
    found
}

fn in_token(text: &str, range: Range<usize>) -> Option<Found> {
    let token = text.get(range.clone())?;
    if !token.contains(['.', ':']) {
        return None;
    }
    let start = range.start + beginning(token);
    let written = text.get(start..range.end)?;
    let cleaned = clean(written);
    let address = Address::read(&cleaned.text).filter(|address| {
        let plain = cleaned.text.contains("://") || cleaned.text.starts_with("www.");
        plain || address.known.is_some()
    })?;
    let identified = of_address(&address, 0).finish(written, &cleaned);
    Some(Found {
        range: start..range.end,
        identified,
    })
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
