//! Handles: what may stand in one, and when two are the same.

use crate::hidden;
use crate::platform::{self, PlatformFacts};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Most characters of anything we take for a handle.
const LONGEST: usize = 255;

/// The handle as it is compared; never as it is shown. Folding it again changes nothing.
pub fn fold(platform: &str, handle: &str) -> String {
    let Some(facts) = platform::facts(platform) else {
        return lower(&tidy(handle));
    };
    let tidied = tidy(handle);
    let mut folded = if facts.folds_case {
        lower(&tidied)
    } else {
        tidied
    };
    if !facts.ignored.is_empty() {
        folded.retain(|c| !facts.ignored.contains(c));
        // Marks that a left-out sign kept apart may change places: composed anew.
        folded = tidy(&folded);
    }
    folded
}

/// True if the platform lets an account have this handle. Unknown platforms take any word.
pub fn is_valid(platform: &str, handle: &str) -> bool {
    let handle = handle.strip_prefix('@').unwrap_or(handle);
    match platform::facts(platform) {
        Some(facts) => obeys(facts, handle),
        None => word(handle).is_some(),
    }
}

/// The rule of a platform's handles, in words.
pub fn rule(facts: &PlatformFacts) -> String {
    let letters = if facts.ascii_only {
        "letters a to z"
    } else {
        "letters"
    };
    let signs: Vec<String> = facts.also.chars().map(String::from).collect();
    let signs = if signs.is_empty() {
        String::new()
    } else {
        format!(" and {}", signs.join(" "))
    };
    format!(
        "{} handles have {} to {} {letters}, digits{signs}",
        facts.name, facts.min, facts.max
    )
}

fn obeys(facts: &PlatformFacts, handle: &str) -> bool {
    let is_letter = |c: char| {
        if facts.ascii_only {
            c.is_ascii_alphanumeric()
        } else {
            c.is_alphanumeric() || is_combining_mark(c)
        }
    };
    let length = handle.chars().count();
    let first = handle.chars().next().unwrap_or(' ');
    let begins_well = match facts.first {
        "letter" => first.is_alphabetic(),
        "alnum" => first.is_alphanumeric(),
        _ => true,
    };
    let doubled = handle
        .chars()
        .zip(handle.chars().skip(1))
        .any(|(one, next)| one == next && facts.not_doubled.contains(one));
    (facts.min..=facts.max).contains(&length)
        && begins_well
        && handle
            .chars()
            .all(|c| is_letter(c) || facts.also.contains(c))
        && !handle.ends_with(|c| facts.not_last.contains(c))
        && !doubled
}

/// A handle as written, without `@`, unseen characters and full-width forms; `None` if it is no single word.
pub(crate) fn word(text: &str) -> Option<String> {
    let tidied = tidy(text);
    let is_sign = |c: char| matches!(c, '_' | '.' | '-' | '\u{b7}');
    let is_letter = |c: char| c.is_alphanumeric() || is_combining_mark(c);
    let fits = tidied.chars().all(|c| is_letter(c) || is_sign(c))
        && tidied.chars().any(|c| c.is_alphanumeric() || c == '_')
        && tidied.chars().count() <= LONGEST;
    fits.then_some(tidied)
}

fn tidy(text: &str) -> String {
    if text.is_ascii() {
        return bare(text).to_owned();
    }
    let composed: String = hidden::strip(text).nfkc().collect();
    bare(&hidden::strip(&composed)).to_owned()
}

fn bare(text: &str) -> &str {
    text.trim_start_matches(|c: char| c == '@' || c.is_whitespace())
        .trim_end_matches(|c: char| c == '.' || c.is_whitespace())
}

/// Lower case letter by letter, whatever the language.
pub(crate) fn lower(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    text.chars().flat_map(char::to_lowercase).nfkc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_spellings_of_one_handle_fold_to_one() {
        for (platform, one, other) in [
            ("facebook", "Arben.Rruga", "@arbenrruga"),
            ("instagram", "Arben.Rruga_24", "arben.rruga_24"),
            ("tiktok", " @UDHETIM\u{200b}_angli ", "udhetim_angli"),
            ("x", "ａｒｂｅｎ", "Arben"),
            ("youtube", "ÇMIMI", "çmimi"),
            ("madeup", "Some_One", "some_one"),
        ] {
            assert_eq!(fold(platform, one), fold(platform, other), "{platform}");
        }
        assert_ne!(fold("instagram", "a.b"), fold("instagram", "ab"));
        assert_ne!(fold("youtube", "cmimi"), fold("youtube", "çmimi"));
    }

    #[test]
    fn every_platform_has_its_rule() {
        for (platform, handle, valid) in [
            ("tiktok", "udhetim_angli.24", true),
            ("tiktok", "@udhetim_angli.24", true),
            ("tiktok", "a_name_that_is_far_too_long", false),
            ("tiktok", "ends.", false),
            ("tiktok", "has-hyphen", false),
            ("instagram", "a..b", false),
            ("instagram", "_a.b_", true),
            ("facebook", "arben.rruga", true),
            ("facebook", "ab", false),
            ("x", "fifteen_letters", true),
            ("x", "sixteen_letters_", false),
            ("x", "with.dot", false),
            ("telegram", "1abcde", false),
            ("telegram", "abcde_", false),
            ("telegram", "Abc_de", true),
            ("snapchat", "arben-rruga", true),
            ("snapchat", "9arben", false),
            ("youtube", "سفر_آمن", true),
            ("youtube", "a", false),
            ("madeup", "anything.at-all", true),
            ("madeup", "two words", false),
            ("tiktok", "", false),
        ] {
            assert_eq!(is_valid(platform, handle), valid, "{platform} {handle}");
        }
    }

    #[test]
    fn a_rule_is_told_in_words() {
        let told = platform::facts("x").map(rule);
        assert_eq!(
            told.as_deref(),
            Some("X handles have 1 to 15 letters a to z, digits and _")
        );
    }
}
