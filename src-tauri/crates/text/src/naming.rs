//! The words of a handle, and whether a name made of them says anything of whose it is.

use crate::fold::fold;
use crate::table::{kept, rows};
use std::collections::HashSet;
use std::sync::LazyLock;

/// The runs of letters in a handle, folded: `Fast_Boat.24` is `fast`, `boat`. Put together they are its name.
pub fn words(handle: &str) -> Vec<String> {
    fold(handle)
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// True for a word of `data/name_words.csv`: a place, or a word anybody may take for a name.
pub fn is_general(word: &str) -> bool {
    static WORDS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
        rows(include_str!("../data/name_words.csv"))
            .map(|row| kept(&row, 0))
            .collect()
    });
    WORDS.contains(word)
}

/// Longest word that is looked for within a name.
const LONGEST: usize = 24;

/// True if a name can be cut into words of two letters or more all of which are common, also where it is written as one.
pub fn is_made_of(name: &str, is_common: impl Fn(&str) -> bool) -> bool {
    let ends: Vec<usize> = name
        .char_indices()
        .map(|(at, _)| at)
        .chain([name.len()])
        .collect();
    // For each place: whether the letters before it can be cut so.
    let mut can = vec![false; ends.len()];
    if let Some(first) = can.first_mut() {
        *first = true;
    }
    for end in 2..ends.len() {
        let is_end = (end.saturating_sub(LONGEST)..=end - 2).any(|start| {
            let begins = can.get(start).copied().unwrap_or_default();
            let bytes = ends.get(start).zip(ends.get(end));
            begins
                && bytes
                    .and_then(|(from, to)| name.get(*from..*to))
                    .is_some_and(&is_common)
        });
        if let Some(place) = can.get_mut(end) {
            *place = is_end;
        }
    }
    can.len() > 1 && can.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_runs_of_letters_and_make_the_name() {
        assert_eq!(words("Fast_Boat.24"), ["fast", "boat"]);
        assert_eq!(words("find.my.brother392").concat(), "findmybrother");
        assert_eq!(words("2024"), Vec::<String>::new());
    }

    #[test]
    fn a_name_of_general_words_is_known_also_written_as_one() {
        for name in ["findmybrother", "stillwalking", "londontravel", "safewaygb"] {
            assert!(is_made_of(name, is_general), "{name}");
        }
        for name in ["udhetimangli", "zodiacxpress", "hewadlar", "londonx", ""] {
            assert!(!is_made_of(name, is_general), "{name}");
        }
    }

    #[test]
    fn one_letter_is_no_word_and_every_letter_counts() {
        let is = |word: &str| ["fast", "boat", "s"].contains(&word);
        assert!(is_made_of("fastboat", is));
        assert!(!is_made_of("fastboats", is));
        assert!(!is_made_of("fastb", is));
    }
}
