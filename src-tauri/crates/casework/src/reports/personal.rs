//! Whether a finished text is free of what could name somebody of the case.
//!
//! The text itself is read, not what it was made of: a name that came in by whatever way is found. Beside the case's own
//! names, whatever has the form of a handle, an address or a telephone number is found too, known or not.

use crate::{Error, Result, Session};
use breakwater_casefile::naming::{self, Naming};
use breakwater_text::fold::{fold, words};
use breakwater_text::identity::{self, Kind};
use std::collections::{BTreeSet, HashMap};

/// Shortest name that is looked for without the sign of a handle before it: shorter ones stand in any text.
const SHORTEST: usize = 3;

/// Digits of a telephone number that tell it apart, from its end.
const DIGITS: usize = 9;

/// Digits in a row from which a number is taken for one that names somebody, known or not.
const LONG_NUMBER: usize = 8;

/// Refuses a text in which somebody of the case is named.
///
/// # Errors
/// Refused by rule `nothing-published-names-anybody`, with what was found.
pub fn check(session: &Session, text: &str, own: &str) -> Result<()> {
    let names = session.read(naming::every)?;
    let found = found(text, own, &names);
    if found.is_empty() {
        return Ok(());
    }
    Err(Error::Refused {
        rule: "nothing-published-names-anybody",
        message: format!(
            "Nothing was written: the finished text would name somebody. Found: {}. Take it out of the remarks.",
            found.join("; ")
        ),
        missing: found,
    })
}

/// What names somebody in a text. `own` are the words of the form itself: a handle or a name that is one of them, such as
/// "boats", is only looked for with the sign of a handle before it.
fn found(text: &str, own_text: &str, names: &BTreeSet<(Naming, String)>) -> Vec<String> {
    let read = Read::of(text);
    let own_folded = fold(own_text);
    let own: BTreeSet<&str> = words(&own_folded).collect();
    let mut found: BTreeSet<String> = BTreeSet::new();
    for (kind, name) in names {
        if read.has(*kind, name, &own) {
            found.insert(format!("{}: {name}", words_of(*kind)));
        }
    }
    // The form names laws by their numbers.
    let of_the_form = Read::of(own_text).shapes();
    found.extend(
        read.shapes()
            .into_iter()
            .filter(|shape| !of_the_form.contains(shape)),
    );
    found.into_iter().collect()
}

const fn words_of(kind: Naming) -> &'static str {
    match kind {
        Naming::Handle => "a handle",
        Naming::Id => "an id",
        Naming::Name => "a name",
        Naming::Address => "an address",
        Naming::Contact => "a contact",
        Naming::Reference => "a reference",
    }
}

/// A text, read for names.
struct Read {
    /// Its words, folded, each with the places it stands at.
    places: HashMap<String, Vec<usize>>,
    sequence: Vec<String>,
    /// Lower case, without white space: addresses broken over lines are found.
    squashed: String,
    /// Every run of digits, with what people put between them taken out.
    numbers: Vec<String>,
    pieces: Vec<String>,
    /// Addresses written with nothing before the host, as they stand.
    addresses: Vec<String>,
}

impl Read {
    fn of(text: &str) -> Self {
        let folded = fold(text);
        let sequence: Vec<String> = words(&folded).map(str::to_owned).collect();
        let mut places: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, word) in sequence.iter().enumerate() {
            places.entry(word.clone()).or_default().push(at);
        }
        Self {
            places,
            sequence,
            squashed: text.to_lowercase().split_whitespace().collect(),
            numbers: numbers(text),
            pieces: text.split_whitespace().map(str::to_lowercase).collect(),
            addresses: addresses(text),
        }
    }

    fn has(&self, kind: Naming, name: &str, own: &BTreeSet<&str>) -> bool {
        let lower = name.to_lowercase();
        if kind == Naming::Address {
            let bare = lower
                .trim_start_matches("https://")
                .trim_start_matches("http://");
            return self
                .squashed
                .contains(bare.trim_start_matches("www.").trim_end_matches('/'));
        }
        let digits: String = name.chars().filter(char::is_ascii_digit).collect();
        let is_number = digits.len() >= 6 && name.chars().all(|c| !c.is_alphabetic());
        if is_number {
            let tail = digits
                .get(digits.len().saturating_sub(DIGITS)..)
                .unwrap_or(&digits);
            return self.numbers.iter().any(|number| number.ends_with(tail));
        }
        if self
            .squashed
            .contains(&format!("@{}", lower.trim_start_matches('@')))
        {
            return true;
        }
        // A short number alone is a count of any report.
        if !name.chars().any(char::is_alphabetic) {
            return false;
        }
        let folded = fold(name);
        let wanted: Vec<&str> = words(&folded).collect();
        let is_own = wanted.iter().all(|word| own.contains(word));
        if wanted.is_empty() || is_own || name.chars().count() < SHORTEST {
            return false;
        }
        self.has_words(&wanted)
    }

    /// True if these words stand in it one after the other.
    fn has_words(&self, wanted: &[&str]) -> bool {
        let Some(first) = wanted.first().and_then(|word| self.places.get(*word)) else {
            return false;
        };
        first.iter().any(|at| {
            let here = self.sequence.iter().skip(*at).take(wanted.len());
            here.map(String::as_str).eq(wanted.iter().copied())
        })
    }

    /// What has the form of a handle, an address or a telephone number.
    fn shapes(&self) -> Vec<String> {
        let handle = |piece: &str| {
            let rest = piece.trim_start_matches(['(', '"', '\'', '“', '[']);
            rest.starts_with('@') && rest.chars().nth(1).is_some_and(char::is_alphanumeric)
        };
        let address =
            |piece: &str| piece.contains("://") || piece.contains("www.") || is_mail(piece);
        let pieces = self.pieces.iter().filter_map(|piece| {
            if handle(piece) {
                Some(format!("what looks like a handle: {piece}"))
            } else {
                address(piece).then(|| format!("what looks like an address: {piece}"))
            }
        });
        let numbers = self
            .numbers
            .iter()
            .filter(|number| number.len() >= LONG_NUMBER)
            .map(|number| format!("what looks like a telephone number or an id: {number}"));
        let addresses = self
            .addresses
            .iter()
            .map(|address| format!("what looks like an address: {address}"));
        pieces.chain(addresses).chain(numbers).collect()
    }
}

/// Addresses as they are read anywhere else, whatever stands before the host: of a host that is known with what is named
/// there, and of any other where a path follows. A host alone, such as "tiktok.com", names nobody.
fn addresses(text: &str) -> Vec<String> {
    let known = identity::find(text).into_iter().filter_map(|found| {
        let written = text.get(found.range)?;
        let bare = written.trim_end_matches(|c: char| !c.is_alphanumeric());
        let names = found.identified.kind != Kind::Unknown || bare.contains('/');
        names.then(|| bare.to_lowercase())
    });
    let other = text
        .split_whitespace()
        .map(|piece| piece.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|piece| piece.contains('/') && identity::bare_site(piece).is_some())
        .map(str::to_lowercase);
    known.chain(other).collect()
}

fn is_mail(piece: &str) -> bool {
    piece.split_once('@').is_some_and(|(who, host)| {
        !who.is_empty()
            && host.contains('.')
            && host.chars().next().is_some_and(char::is_alphanumeric)
    })
}

/// Runs of digits with the spaces, dots, hyphens and brackets that telephone numbers are written with taken out. A comma or
/// a line ends one: 12,480 is a count, and 2026-01-31 beside a further number is a date.
fn numbers(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    for line in text.lines() {
        let mut digits = String::new();
        for c in line.chars() {
            if let Some(digit) = c.to_digit(10) {
                digits.push(char::from_digit(digit, 10).unwrap_or('0'));
            } else if digits.is_empty() || !matches!(c, ' ' | '(' | ')' | '/' | '.' | '+' | '-') {
                push(&mut all, &mut digits);
            }
        }
        push(&mut all, &mut digits);
    }
    all
}

fn push(all: &mut Vec<String>, digits: &mut String) {
    if !digits.is_empty() {
        all.push(std::mem::take(digits));
    }
}

#[cfg(test)]
mod tests {
    use super::{Naming, found};
    use std::collections::BTreeSet;

    fn names() -> BTreeSet<(Naming, String)> {
        [
            (Naming::Handle, "made_up_pier"),
            (Naming::Handle, "boats"),
            (Naming::Id, "7312004599172456"),
            (Naming::Name, "Slate Harbour"),
            (Naming::Address, "https://www.tiktok.com/@made_up_pier"),
            (Naming::Contact, "+447700900264"),
            (Naming::Reference, "OUT-91"),
            (Naming::Reference, "902"),
        ]
        .map(|(kind, name)| (kind, name.to_owned()))
        .into()
    }

    fn finds(text: &str) -> bool {
        !found(text, "Accounts, boats and months 1 2 of", &names()).is_empty()
    }

    #[test]
    fn whatever_names_somebody_is_found_however_it_is_written() {
        for text in [
            "thanks to made_up_pier for it",
            "see MADE_UP_PIER",
            "number 7312004599172456 is gone",
            "run by slate   harbour and others",
            "seen at tiktok.com/@made_up_pier",
            "call 07700 900 264",
            "call +44 7700-900264",
            "our letter OUT-91",
            "@boats said so",
            "write to someone@example.org",
            "an unknown @handle",
            "https://example.org/x",
            "call 020 7946 0123",
            "see t.me/boats_uk.",
            "(facebook.com/john.smith.9)",
            "and tiktok.com/@someoneelse, too",
            "T[.]me/boats_uk",
            "at harbour.example/boats",
        ] {
            assert!(finds(text), "{text}");
        }
    }

    #[test]
    fn figures_and_plain_words_are_not_names() {
        for text in [
            "8,014 accounts, more than 40 % up, boats and months",
            "1 January 2026 to 31 December 2026, as at 15 January 2027 09:00:00 UTC",
            "12,480 | 3,902 | 902 | 88.6 % | c",
            "tiktok.com and/or facebook.com, e.g. removed/suspended, on 24/7 of 2026/27",
        ] {
            assert!(
                !finds(text),
                "{text}: {:?}",
                found(text, "Accounts, boats and months", &names())
            );
        }
    }
}
