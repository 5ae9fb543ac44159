//! Where something secret stands in a folded text.

use std::ops::Range;

/// True if the words stand in the text as whole words.
pub(super) fn holds(text: &str, words: &str) -> bool {
    standing(text, words).next().is_some()
}

/// Where the words stand in the text as whole words.
pub(super) fn standing<'a>(
    text: &'a str,
    words: &'a str,
) -> impl Iterator<Item = Range<usize>> + 'a {
    let places = text.match_indices(words).filter(|(at, _)| {
        let before = text
            .get(..*at)
            .and_then(|before| before.chars().next_back());
        let after = text
            .get(*at + words.len()..)
            .and_then(|after| after.chars().next());
        ![before, after]
            .into_iter()
            .flatten()
            .any(char::is_alphanumeric)
    });
    places.map(|(at, found)| at..at + found.len())
}

/// Where letters and digits stand in this order, whatever that is neither stands between them.
pub(super) fn apart(text: &str, code: &str) -> Vec<Range<usize>> {
    let signs: Vec<(usize, char)> = text
        .char_indices()
        .filter(|(_, c)| c.is_alphanumeric())
        .collect();
    let code: Vec<char> = code.chars().collect();
    let touches = |at: Option<char>| at.is_some_and(char::is_alphanumeric);
    signs
        .windows(code.len().max(1))
        .filter(|window| window.iter().map(|(_, c)| c).eq(&code))
        .filter_map(|window| {
            let (&(from, _), &(last, c)) = (window.first()?, window.last()?);
            let to = last + c.len_utf8();
            let before = text.get(..from)?.chars().next_back();
            let after = text.get(to..)?.chars().next();
            (!touches(before) && !touches(after)).then_some(from..to)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, code: &str, expected: &[&str]) {
        let found: Vec<&str> = apart(text, code)
            .into_iter()
            .filter_map(|range| text.get(range))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_reference_is_found_however_it_is_set_apart() {
        check("see occ/2026/7781.", "occ20267781", &["occ/2026/7781"]);
        check(
            "o c c - 2026 – 7781",
            "occ20267781",
            &["o c c - 2026 – 7781"],
        );
        check("occ20267781", "occ20267781", &["occ20267781"]);
        check("xocc-2026-7781", "occ20267781", &[]);
        check("occ-2026-77812", "occ20267781", &[]);
    }
}
