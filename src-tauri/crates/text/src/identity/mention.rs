//! Everything somebody pasted that names something: addresses, handles and telephone numbers in any text.

use super::number::numbers;
use super::{Identified, Kind, clean, dialled, find, normalise, normalise_on};
use crate::platform;
use std::collections::HashSet;

/// Every link, handle and number in a text, in order, each thing once.
///
/// Nothing is guessed: a short link stays one, and a handle whose platform is not said has none. A line of one
/// word that names nothing is given as [`Kind::Unknown`], so that it is not lost without a word.
pub fn mentions(text: &str) -> Vec<Identified> {
    let mut met = HashSet::new();
    let mut all = Vec::new();
    for line in text.lines() {
        for found in of_line(line.trim()) {
            let name = found
                .key
                .clone()
                .unwrap_or_else(|| found.input.to_lowercase());
            if met.insert(name) {
                all.push(found);
            }
        }
    }
    all
}

fn of_line(line: &str) -> Vec<Identified> {
    if line.is_empty() {
        return Vec::new();
    }
    let found = find(line);
    if found.is_empty() {
        let whole = normalise(line);
        let is_part = whole
            .warnings
            .iter()
            .any(|warning| warning.code == "taken-from-text");
        if whole.kind != Kind::Unknown && !is_part {
            return vec![whole];
        }
    }
    let mut all: Vec<(usize, Identified)> = Vec::new();
    let mut from = 0;
    for one in found {
        beside(line, from..one.range.start, &mut all);
        from = one.range.end;
        all.push((one.range.start, one.identified));
    }
    beside(line, from..line.len(), &mut all);
    all.sort_by_key(|(at, _)| *at);
    if all.is_empty() && !line.contains(char::is_whitespace) {
        return vec![bare_site(line).unwrap_or_else(|| normalise(line))];
    }
    all.into_iter().map(|(_, one)| one).collect()
}

/// Handles and numbers of a part of a line that holds no address.
fn beside(line: &str, part: std::ops::Range<usize>, all: &mut Vec<(usize, Identified)>) {
    let Some(text) = line.get(part.clone()) else {
        return;
    };
    for one in numbers(text) {
        let range = one.range.clone();
        let (Some(written), Some(said)) = (text.get(range.clone()), text.get(..range.start)) else {
            continue;
        };
        if let Some(found) = dialled::in_text(said, one, written) {
            let found = found.finish(written);
            all.push((part.start + range.start, found));
        }
    }
    let mut before = "";
    for (at, word) in words(text) {
        let name = word.trim_start_matches(['(', '[', '"', '\'']);
        if name.starts_with('@') && name.len() > 1 {
            let found = match platform::code(before.trim_end_matches(':')) {
                Some(code) => normalise_on(code, name),
                None => normalise(name),
            };
            if found.handle.is_some() {
                all.push((part.start + at, found));
            }
        }
        before = word;
    }
}

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split_whitespace().map(move |word| {
        let at = word.as_ptr().addr() - text.as_ptr().addr();
        (at, word)
    })
}

/// The website a bare word with a dot names, where its ending is one of letters: `tide.example`.
pub fn bare_site(word: &str) -> Option<Identified> {
    let cleaned = clean::clean(word);
    let host = cleaned.split('/').next().unwrap_or_default();
    let (before, ending) = host.rsplit_once('.')?;
    let is_host = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
    let fits = ending.chars().count() >= 2
        && ending.chars().all(char::is_alphabetic)
        && !before.is_empty()
        && before.chars().all(is_host);
    let found = normalise(&format!("https://{cleaned}"));
    (fits && found.kind == Kind::Website).then(|| Identified {
        input: word.to_owned(),
        ..found
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = mentions(text)
            .into_iter()
            .map(|one| one.key.unwrap_or(one.input))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn links_handles_and_numbers_are_found_in_any_text() {
        check(
            "Please look at https://www.tiktok.com/@one_two and www.instagram.com/three.four, also\n\
             - t.me/five_six (and +44 7700 900123)\n\
             TikTok @seven_8, IG: @nine.ten; https://vm.tiktok.com/ZMabc123/",
            &[
                "tiktok:@one_two",
                "instagram:@three.four",
                "telegram:@five_six",
                "phone:+447700900123",
                "tiktok:@seven_8",
                "instagram:@nine.ten",
                "tiktok:short:vm.tiktok.com/ZMabc123",
            ],
        );
    }

    #[test]
    fn one_thing_written_twice_is_one() {
        check(
            "https://x.com/made_up_1\nhxxps://twitter[.]com/Made_Up_1?s=20\nx: @made_up_1",
            &["x:@made_up_1"],
        );
    }

    #[test]
    fn a_number_is_read_as_it_is_alone_however_it_is_disguised() {
        for written in [
            "+44 77OO 9OO l23",
            "[+44] 7700.900.123",
            "447700900123",
            "\u{660}\u{667}\u{667}\u{660}\u{660} \u{669}\u{660}\u{660}\u{661}\u{662}\u{663}",
            "O77OO 900123",
            "WhatsApp 07700 900123",
            "https://wa.me/+44 7700 900123",
        ] {
            assert_eq!(mentions(written), [normalise(written)], "{written}");
        }
        check(
            "WhatsApp 07700.900.123, since 27.07.2026, snap: @lonely_one\nviber +44 7700 900124 or wa.me/+44 7700 900125 24 hours",
            &[
                "whatsapp:07700900123",
                "snapchat:@lonely_one",
                "viber:+447700900124",
                "whatsapp:+447700900125",
            ],
        );
        check("4500 for 2, code 77OO, 5ll", &[]);
    }

    #[test]
    fn a_word_that_names_nothing_is_told_and_prose_is_not() {
        check("somebody\n\nnothing to see here", &["somebody"]);
        check("tide.example", &["website:tide.example"]);
        check("@lonely_one", &["@lonely_one"]);
    }
}
