//! What a value looks for.

use super::cut::Value;
use super::field::Place;
use super::phone::Phone;
use super::{Sought, Term};
use crate::fold::{self, fold};
use crate::{identity, platform};
use std::ops::Range;

/// Fewest letters of a word that is looked for as the beginning of words; a shorter one is a whole word.
const BEGINNING: usize = 3;
/// Digits of a telephone number that is recognised without being called one.
const NUMBER: Range<usize> = 7..16;

/// What a value looks for: itself, and where it is an address also what it names.
pub(super) fn sought(value: &Value<'_>, place: Option<Place>) -> Vec<Sought> {
    let folded = fold(value.text);
    let folded = folded.trim();
    if value.is_inside {
        let term = (!folded.is_empty()).then(|| Term::Inside(folded.to_owned()));
        return term.map(only).into_iter().collect();
    }
    if place == Some(Place::Phone) {
        let phone = Phone::read(value.text);
        let letters = phone
            .as_ref()
            .map(|phone| phone.digits.clone())
            .filter(|digits| !value.is_quoted && digits.len() >= BEGINNING);
        return phone
            .map(|phone| Sought {
                term: None,
                letters,
                phone: Some(phone),
            })
            .into_iter()
            .collect();
    }
    let Some(term) = term(value, folded) else {
        return Vec::new();
    };
    let is_plain = !value.is_quoted && !value.is_open;
    let letters = folded.trim_start_matches('@');
    let is_short = place.is_none_or(Place::is_short);
    let mut all = vec![Sought {
        term: Some(term),
        letters: (is_plain && is_short && letters.chars().count() >= BEGINNING)
            .then(|| letters.to_owned()),
        phone: (place.is_none() && is_plain)
            .then(|| recognised(value.text))
            .flatten(),
    }];
    if is_plain && place.is_none_or(|place| place == Place::Handle) {
        all.extend(without_ignored(value.text).map(only));
    }
    if place.is_none_or(|place| place == Place::Link) && is_address(value.text) {
        let named = identity::normalise(value.text).canonical_url;
        let named = named.as_deref().and_then(|url| url.split_once("://"));
        if let Some((_, named)) = named {
            let named = named.strip_prefix("www.").unwrap_or(named);
            all.extend(words(named, !value.is_quoted).map(only));
        }
    }
    all
}

const fn only(term: Term) -> Sought {
    Sought {
        term: Some(term),
        letters: None,
        phone: None,
    }
}

fn term(value: &Value<'_>, folded: &str) -> Option<Term> {
    match words(value.text, value.is_open || !value.is_quoted) {
        Some(Term::Begin(word)) if !value.is_open && word.chars().count() < BEGINNING => {
            Some(Term::Word(word))
        }
        None if !folded.is_ascii() => Some(Term::Inside(folded.to_owned())),
        other => other,
    }
}

/// A text as a word, the beginning of one, or words in order; `None` if it has none.
pub(super) fn words(text: &str, is_open: bool) -> Option<Term> {
    let folded = fold(text);
    let mut words: Vec<String> = fold::words(&folded).map(str::to_owned).collect();
    match words.len() {
        0 => None,
        1 if is_open => words.pop().map(Term::Begin),
        1 => words.pop().map(Term::Word),
        _ => Some(Term::Phrase { words, is_open }),
    }
}

/// The beginning of a handle without the signs that do not count on some platform: `johnsmith` for `john.smith`.
fn without_ignored(text: &str) -> Option<Term> {
    let is_ignored = |c: char| platform::all().iter().any(|one| one.ignored.contains(c));
    let name = text.trim_start_matches('@');
    if !name.contains(is_ignored) || name.contains('/') || name.contains(char::is_whitespace) {
        return None;
    }
    let name: String = name.chars().filter(|c| !is_ignored(*c)).collect();
    let is_long = name.chars().count() >= BEGINNING;
    words(&name, true).filter(|term| is_long && matches!(term, Term::Begin(_)))
}

fn is_address(text: &str) -> bool {
    text.contains("://")
        || text.starts_with("www.")
        || (text.contains('/') && text.contains(['.', '[']))
}

/// A telephone number that stands among the words of a search.
pub(super) fn recognised(text: &str) -> Option<Phone> {
    Phone::read(text).filter(|phone| NUMBER.contains(&phone.digits.len()))
}
