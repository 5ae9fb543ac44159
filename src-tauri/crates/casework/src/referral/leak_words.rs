//! Rare words of notes: names and codes that point at where something was learnt.
//!
//! A word is rare if it is written as a name (a capital letter elsewhere than at the beginning of a sentence) or as a
//! code (letters with digits), has as many signs as `data/limits.csv` says, is none that everybody writes (places,
//! months, platforms, messengers), and stands in the notes of fewer accounts than the same table says. Of scripts
//! without capital letters only codes are known.

use crate::{Result, limits};
use breakwater_casefile::Reader;
use breakwater_casefile::table::note;
use breakwater_text::common;
use breakwater_text::fold::fold;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// What a name of an operation follows, folded: `data/operation_words.csv`.
static OPERATION: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let table = include_str!("../../data/operation_words.csv");
    let mut rows = csv::Reader::from_reader(table.as_bytes());
    rows.records()
        .filter_map(|row| row.ok()?.get(0).map(fold))
        .collect()
});

/// What of a case's title points at the case alone: codes, and the word an operation is called by. The others are words
/// of the work, which a notice may say as well.
pub(super) fn of_title(title: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut follows = false;
    for token in title.split_whitespace() {
        let word = token.trim_matches(|c: char| !c.is_alphanumeric());
        if word.is_empty() {
            continue;
        }
        if (follows || is_code(word)) && !is_common(word) {
            found.push(word);
        }
        follows = OPERATION.contains(&fold(word));
    }
    found
}

/// The names and codes of a note, as written; whether others note them too is asked by [`is_rare`].
pub(super) fn names(text: &str) -> Vec<&str> {
    let signs = usize::try_from(limits::value("leak-word-signs")).unwrap_or(usize::MAX);
    let mut found = Vec::new();
    let mut begins = true;
    for token in text.split_whitespace() {
        let word = token.trim_matches(|c: char| !c.is_alphanumeric());
        if !word.is_empty() {
            let is_long = word.chars().count() >= signs;
            if is_long && (is_code(word) || (!begins && is_name(word))) && !is_common(word) {
                found.push(word);
            }
            begins = false;
        }
        begins |= token.ends_with(['.', '!', '?', ':', '…']);
    }
    found
}

pub(super) fn is_name(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

fn is_code(word: &str) -> bool {
    word.chars().any(char::is_alphabetic) && word.chars().any(|c| c.is_ascii_digit())
}

fn is_common(word: &str) -> bool {
    word.split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .all(|part| common::holds(&fold(part)))
}

/// True if the notes of few accounts hold the folded word.
pub(super) fn is_rare(reader: &Reader<'_>, folded: &str) -> Result<bool> {
    let most = limits::value("leak-word-accounts");
    let mut accounts = BTreeSet::new();
    note::each(reader, &mut |account, text| {
        if fold(text).contains(folded) {
            accounts.insert(account);
        }
        i64::try_from(accounts.len()).unwrap_or(i64::MAX) < most
    })?;
    Ok(i64::try_from(accounts.len()).unwrap_or(i64::MAX) < most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(names(text), expected);
    }

    #[test]
    fn of_a_title_only_what_points_at_the_case_is_secret() {
        assert_eq!(
            of_title("Operation Lanternfish, small boats"),
            ["Lanternfish"]
        );
        assert_eq!(of_title("Op. Heron LF24 in Kent"), ["Heron", "LF24"]);
        assert!(of_title("Small Boats Adverts").is_empty());
        assert!(of_title("Operation Calais").is_empty());
    }

    #[test]
    fn names_and_codes_are_found_and_words_of_everybody_are_not() {
        check("He was met with Lanternfish near Calais.", &["Lanternfish"]);
        check(
            "Lanternfish again. Told by Op Ferry and by LF24B.",
            &["Ferry", "LF24B"],
        );
        check("Seen in January on WhatsApp by Ed.", &[]);
        check("sells boats every night", &[]);
        check("دیده شد LF24B", &["LF24B"]);
    }
}
