//! How to reach somebody: links, e-mail, handles on messengers.

use super::reading::Reading;
use super::resolve::Raw;
use super::vocabulary::{Meaning, VOCABULARY};
use super::words::Seen;
use crate::identity::{self, Kind};
use std::ops::Range;

/// Finds links, e-mail addresses and handles.
pub fn find(reading: &Reading<'_>, seen: &[Seen], found: &mut Vec<Raw>) {
    let text = reading.text;
    let has_at = text.contains('@');
    if has_at {
        mails(text, found);
    }
    if may_hold_link(text) {
        links(text, found);
    }
    for one in seen {
        if let Meaning::Messenger(row) = one.meaning
            && let Some(messenger) = VOCABULARY
                .messengers
                .get(row)
                .filter(|messenger| messenger.code != "phone")
        {
            handle(reading, &one.span, messenger.code, found);
        }
    }
}

/// True if a dot stands between letters or digits, or a scheme is written.
fn may_hold_link(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.windows(3).any(|three| match three {
        [b':', b'/', b'/'] | [b'[', b'.', b']'] => true,
        [before, b'.', after] => before.is_ascii_alphanumeric() && after.is_ascii_alphabetic(),
        _ => false,
    })
}

fn links(text: &str, found: &mut Vec<Raw>) {
    for one in identity::find(text) {
        let platform = one.identified.platform.as_deref().unwrap_or_default();
        let messenger = VOCABULARY
            .messengers
            .iter()
            .find(|messenger| messenger.code == platform && messenger.links_reach);
        let is_person = matches!(
            one.identified.kind,
            Kind::Account | Kind::Phone | Kind::Invite | Kind::Group | Kind::Channel
        );
        let rule = match messenger {
            Some(messenger) if is_person => format!("contact-link/{}", messenger.code),
            _ => "link".to_owned(),
        };
        let term = one
            .identified
            .key
            .unwrap_or_else(|| one.identified.input.clone());
        found.push(Raw::form(one.range, rule, term));
    }
}

fn mails(text: &str, found: &mut Vec<Raw>) {
    for (at, _) in text.match_indices('@') {
        let before = text.get(..at).unwrap_or_default();
        let after = text.get(at + 1..).unwrap_or_default();
        let local = before
            .bytes()
            .rev()
            .take(64)
            .take_while(|b| {
                b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'%' | b'+' | b'-')
            })
            .count();
        let host = after
            .bytes()
            .take(253)
            .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-'))
            .count();
        let host = after
            .get(..host)
            .unwrap_or_default()
            .trim_end_matches(['.', '-']);
        let is_host = host.rsplit_once('.').is_some_and(|(name, ending)| {
            !name.is_empty() && ending.len() >= 2 && ending.bytes().all(|b| b.is_ascii_alphabetic())
        });
        let range = at - local..at + 1 + host.len();
        if local > 0 && is_host {
            let address = text.get(range.clone()).unwrap_or_default().to_lowercase();
            found.push(Raw::form(range, "email", address));
        }
    }
}

/// A handle that follows the name of a messenger.
fn handle(reading: &Reading<'_>, word: &Range<usize>, code: &'static str, found: &mut Vec<Raw>) {
    let named = reading.in_original(word);
    let rest = reading.text.get(named.end..).unwrap_or_default();
    let lead: usize = rest
        .chars()
        .take(8)
        .take_while(|c| !c.is_alphanumeric() && !matches!(c, '\n' | '.' | '!' | '?' | '_'))
        .map(char::len_utf8)
        .sum();
    let (lead, rest) = rest.split_at_checked(lead).unwrap_or((rest, ""));
    let length = rest
        .bytes()
        .take(40)
        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-'))
        .count();
    let name = rest
        .get(..length)
        .unwrap_or_default()
        .trim_end_matches(['.', '-']);
    let next = rest.get(name.len()..).unwrap_or_default().chars().next();
    if !(3..=32).contains(&name.len()) || !name.bytes().any(|b| b.is_ascii_alphabetic()) {
        return;
    }
    let is_odd = name.contains('_')
        || name.bytes().any(|b| b.is_ascii_digit())
            && !name.starts_with(|c: char| c.is_ascii_digit());
    let is_last = next.is_none_or(|c| matches!(c, '\n' | '|' | ','));
    let is_said = lead.contains([':', '=', '👉', '➡']);
    if next == Some('@') || !(lead.contains('@') || is_odd || is_said && is_last && name.len() > 3)
    {
        return;
    }
    let range = named.start..named.end + lead.len() + name.len();
    let rule = format!("contact/{code}");
    found.push(Raw::form(
        range,
        rule,
        format!("{code}:@{}", name.to_lowercase()),
    ));
}
