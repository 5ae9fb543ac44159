//! Numbers in the words of a referral equal its items: "six accounts" over five is what a platform sends back.
//!
//! A number is read where it stands before accounts, profiles or items, with at most the platform's name between
//! ("5 TikTok accounts"); "two other accounts" counts others and is left alone.

use breakwater_casefile::table::referral::Referral;
use breakwater_model::referral::{ItemView, RequirementView};
use breakwater_text::fold::fold;
use std::collections::BTreeSet;

const WORDS: [&str; 13] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
];
const COUNTED: [&str; 6] = [
    "account", "accounts", "profile", "profiles", "item", "items",
];

/// What is wrong in title and summary: the largest number they name is not that of the items. A smaller one beside it
/// tells of a part of them.
pub(super) fn requirements(referral: &Referral, items: &[ItemView]) -> Vec<RequirementView> {
    let accounts: BTreeSet<_> = items.iter().map(|item| item.account).collect();
    let right = [items.len(), accounts.len()];
    let platform = fold(referral.platform.as_str());
    [("title", &referral.title), ("summary", &referral.summary)]
        .into_iter()
        .filter_map(|(field, text)| {
            let largest = counts(text, &platform)
                .into_iter()
                .max_by_key(|(count, _)| *count);
            let (_, said) = largest.filter(|(count, _)| !right.contains(count))?;
            Some(RequirementView {
                name: field.to_owned(),
                label: "Numbers equal the items".into(),
                is_met: false,
                detail: format!("“{said}”, but the referral has {}", items.len()),
                item: None,
                source: "Practice of this workbench".into(),
            })
        })
        .collect()
}

/// Numbers of accounts in a text, each with its words.
fn counts(text: &str, platform: &str) -> Vec<(usize, String)> {
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let Some(count) = number(&fold(word)) else {
            continue;
        };
        let rest: Vec<String> = words
            .iter()
            .skip(at + 1)
            .take(2)
            .map(|word| fold(word))
            .collect();
        let is_counted = |word: &String| COUNTED.contains(&word.as_str());
        let reach = match rest.as_slice() {
            [next, ..] if is_counted(next) => 1,
            [next, after] if next == platform && is_counted(after) => 2,
            _ => continue,
        };
        let said = words.get(at..=at + reach).unwrap_or_default();
        found.push((count, said.join(" ")));
    }
    found
}

fn number(folded: &str) -> Option<usize> {
    let of_word = WORDS.iter().position(|word| *word == folded);
    of_word.or_else(|| folded.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[usize]) {
        let found: Vec<usize> = counts(text, "tiktok")
            .into_iter()
            .map(|(count, _)| count)
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn numbers_before_accounts_are_read_and_others_are_not() {
        check("Please remove all 5 accounts.", &[5]);
        check(
            "Six accounts offer crossings; one account gives a price.",
            &[6, 1],
        );
        check("٥ accounts and 5 TikTok accounts", &[5, 5]);
        check("Shares a number with two other accounts since 2026.", &[]);
        check("The accounts ask 3,000 for 2 places.", &[]);
    }
}
