//! Whether the texts of one account hold what is looked for: what the index answers for all, for one alone.

use super::{Place, Sought, Term};
use crate::fold::word_spans;

/// True if a folded text for each of [`Place::ALL`], as the index keeps them, holds any of what is looked for.
pub fn holds(any: &[Sought], place: Option<Place>, texts: &[String]) -> bool {
    let all = || {
        Place::ALL
            .iter()
            .zip(texts)
            .filter(move |(own, _)| place.is_none_or(|place| place == **own))
    };
    any.iter().any(|sought| {
        let is_term = sought.term.as_ref().is_some_and(|term| {
            all().any(|(own, text)| *own != Place::Phone && stands(text, term))
        });
        let has_letters = || {
            let letters = sought.letters.as_deref();
            letters.is_some_and(|letters| {
                all().any(|(own, text)| own.is_short() && text.contains(letters))
            })
        };
        let is_number = || {
            let beginnings = sought.phone.as_ref().map(super::Phone::beginnings);
            beginnings.is_some_and(|beginnings| {
                let numbers = texts.get(Place::Phone as usize).map_or("", String::as_str);
                numbers
                    .split(' ')
                    .any(|number| beginnings.iter().any(|one| number.starts_with(one)))
            })
        };
        is_term || has_letters() || is_number()
    })
}

fn stands(text: &str, term: &Term) -> bool {
    let mut words = word_spans(text).map(|span| text.get(span).unwrap_or_default());
    match term {
        Term::Word(wanted) => words.any(|word| word == wanted),
        Term::Begin(wanted) => words.any(|word| word.starts_with(wanted.as_str())),
        Term::Phrase {
            words: wanted,
            is_open,
        } => {
            let words: Vec<&str> = words.collect();
            words.windows(wanted.len()).any(|window| {
                window
                    .iter()
                    .zip(wanted)
                    .enumerate()
                    .all(|(at, (word, wanted))| {
                        word == wanted
                            || (*is_open
                                && at + 1 == window.len()
                                && word.starts_with(wanted.as_str()))
                    })
            })
        }
        Term::Inside(letters) => text.contains(letters.as_str()),
    }
}
