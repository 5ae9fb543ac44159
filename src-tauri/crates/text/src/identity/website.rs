//! Addresses of hosts no table knows: only tidied.

use super::address::Address;
use super::clean::is_junk;
use super::{Identified, Kind};
use crate::table::{kept, rows};
use std::sync::LazyLock;
use url::form_urlencoded;

/// Names of trackers: exact, or the beginning of a name.
static TRACKERS: LazyLock<Vec<(&'static str, bool)>> = LazyLock::new(|| {
    rows(include_str!("../../data/trackers.csv"))
        .map(|row| kept(&row, 0))
        .map(|name| {
            name.strip_suffix('*')
                .map_or((name, false), |start| (start, true))
        })
        .collect()
});

/// The website an address names. A host without a dot names nothing.
pub fn identify(address: &Address) -> Identified {
    let Some(tidied) = tidy(address) else {
        return Identified::unknown_because(
            "not-an-address",
            "This has the form of an address, but its host cannot be one.",
        );
    };
    let mut found = Identified {
        platform: Some("website".to_owned()),
        kind: Kind::Website,
        key: Some(format!("website:{tidied}")),
        canonical_url: Some(format!("https://{tidied}")),
        ..Identified::unknown()
    };
    if tidied
        .split('/')
        .next()
        .is_some_and(|host| host.contains("xn--"))
    {
        found.warn(
            "host-in-other-letters",
            "The host is written in letters other than a to z; it may be made to look like another.",
        );
    }
    found
}

/// Host, path and query without scheme, `www.`, trackers, fragment and trailing marks.
pub fn tidy(address: &Address) -> Option<String> {
    let host = address.host.as_str();
    if !host.contains('.') || host.ends_with('/') {
        return None;
    }
    let port = address
        .url
        .port()
        .map(|port| format!(":{port}"))
        .unwrap_or_default();
    let mut pairs: Vec<_> = address
        .url
        .query_pairs()
        .filter(|(name, _)| !is_tracker(name))
        .collect();
    pairs.sort_by(|one, other| one.0.cmp(&other.0));
    let query = form_urlencoded::Serializer::new(String::new())
        .extend_pairs(pairs)
        .finish();
    let path = plainly_encoded(address.url.path());
    let path = path.trim_end_matches(|c| c == '/' || is_junk(c));
    let mut tidied = format!("{host}{port}{path}");
    if !query.is_empty() {
        tidied.push('?');
        tidied.push_str(&query);
    }
    let end = tidied.trim_end_matches(|c| c == '/' || is_junk(c)).len();
    tidied.truncate(end);
    Some(tidied)
}

/// The path with letters, digits and the like as they are, and with codes in capitals: both ways are one address.
fn plainly_encoded(path: &str) -> String {
    let mut plain = String::with_capacity(path.len());
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('%') {
        plain.push_str(before);
        let code = after
            .get(..2)
            .and_then(|code| u8::from_str_radix(code, 16).ok())
            .filter(|_| !after.starts_with(['+', '-']));
        match code {
            Some(b) if b.is_ascii_alphanumeric() || b"-._~".contains(&b) => plain.push(b.into()),
            Some(_) => {
                plain.push('%');
                plain.extend(after.chars().take(2).map(|c| c.to_ascii_uppercase()));
            }
            None => plain.push('%'),
        }
        rest = if code.is_some() {
            after.get(2..).unwrap_or_default()
        } else {
            after
        };
    }
    plain.push_str(rest);
    plain
}

fn is_tracker(name: &str) -> bool {
    TRACKERS.iter().any(|(known, is_start)| {
        if *is_start {
            name.starts_with(known)
        } else {
            name == *known
        }
    })
}
