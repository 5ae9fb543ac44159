//! Words everybody writes: names of places on the routes, months, platforms,
//! messengers, languages. One of them says nothing of where
//! a text was taken from.

use crate::fold::fold;
use crate::table::{cell, rows};
use std::collections::HashSet;
use std::sync::LazyLock;

static WORDS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let tables = [
        include_str!("../data/places.csv"),
        include_str!("../data/months.csv"),
        include_str!("../data/platform_names.csv"),
        include_str!("../data/messengers.csv"),
        include_str!("../data/languages.csv"),
    ];
    let mut words = HashSet::new();
    for table in tables {
        for row in rows(table) {
            for text in [cell(&row, 0), cell(&row, 1)] {
                let parts = text.split(|c: char| !c.is_alphanumeric());
                words.extend(parts.filter(|part| !part.is_empty()).map(fold));
            }
        }
    }
    words
});

/// True if everybody writes this word; it must be folded.
pub fn holds(folded: &str) -> bool {
    WORDS.contains(folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_months_platforms_and_messengers_are_common_and_a_name_is_not() {
        for word in ["calais", "january", "tiktok", "whatsapp", "albanian"] {
            assert!(holds(word), "{word}");
        }
        assert!(!holds("lanternfish"));
    }
}
