//! Platforms: facts about each, and how people write their names.

use crate::fold;
use crate::table::{cell, kept, rows};
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// What a bare row of digits is on a platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Digits {
    /// The platform's own id.
    Id,
    /// A handle.
    Handle,
    /// A telephone number.
    Phone,
}

/// The form of a platform's own ids.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdForm {
    /// Digits, at least and at most so many.
    Digits(usize, usize),
    /// A beginning, and at least and at most so many signs in all.
    Token(&'static str, usize, usize),
    /// Hexadecimal, 8-4-4-4-12.
    Uuid,
}

impl IdForm {
    /// The form as a table writes it.
    pub(crate) fn parse(text: &'static str) -> Option<Self> {
        let mut parts = text.split(':');
        match (parts.next(), parts.next(), parts.next()) {
            (Some("digits"), Some(range), None) => {
                let (min, max) = range_of(range);
                Some(Self::Digits(min, max))
            }
            (Some("token"), Some(prefix), Some(range)) => {
                let (min, max) = range_of(range);
                Some(Self::Token(prefix, min, max))
            }
            (Some("uuid"), None, None) => Some(Self::Uuid),
            _ => None,
        }
    }

    /// The form in words.
    fn told(self) -> String {
        match self {
            Self::Digits(min, max) => format!("{min} to {max} digits"),
            Self::Token("", min, max) => format!("{min} to {max} letters and digits"),
            Self::Token(prefix, min, max) if min == max => {
                format!("{min} signs that begin with {prefix}")
            }
            Self::Token(prefix, min, max) => {
                format!("{min} to {max} signs that begin with {prefix}")
            }
            Self::Uuid => "32 signs 0 to 9 and a to f, in five groups".to_owned(),
        }
    }

    /// True if a text has this form.
    pub fn fits(self, text: &str) -> bool {
        let ranged = |min, max| (min..=max).contains(&text.len());
        match self {
            Self::Digits(min, max) => ranged(min, max) && text.bytes().all(|b| b.is_ascii_digit()),
            Self::Token(prefix, min, max) => {
                let is_token = |b: u8| b.is_ascii_alphanumeric() || b"-_:".contains(&b);
                ranged(min, max) && text.starts_with(prefix) && text.bytes().all(is_token)
            }
            Self::Uuid => {
                text.len() == 36
                    && text.bytes().enumerate().all(|(at, b)| match at {
                        8 | 13 | 18 | 23 => b == b'-',
                        _ => b.is_ascii_hexdigit(),
                    })
            }
        }
    }
}

fn range_of(text: &str) -> (usize, usize) {
    let (min, max) = text.split_once('-').unwrap_or((text, text));
    (
        min.parse().unwrap_or_default(),
        max.parse().unwrap_or_default(),
    )
}

/// What is known of a platform. Every value comes from `data/platforms.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlatformFacts {
    /// The code, lower case.
    pub code: &'static str,
    /// The name, as the platform writes it.
    pub name: &'static str,
    /// One or two letters for lists.
    pub short: &'static str,
    /// Address of an account, with `{handle}`; empty if there is none.
    pub account_url: &'static str,
    /// Address of an account by id, with `{id}`; empty if there is none.
    pub id_url: &'static str,
    /// Address of an account by telephone number, with `{phone}` or `{digits}`; empty if there is none.
    pub phone_url: &'static str,
    /// The host of its addresses; empty if there is none.
    pub main_host: &'static str,
    /// Fewest characters of a handle.
    pub min: usize,
    /// Most characters of a handle.
    pub max: usize,
    /// True if only a–z count as letters.
    pub ascii_only: bool,
    /// Signs allowed beside letters and digits.
    pub also: &'static str,
    /// What a handle begins with: `letter`, `alnum` or `any`.
    pub first: &'static str,
    /// Signs that may not stand last.
    pub not_last: &'static str,
    /// Signs that may not stand twice in a row.
    pub not_doubled: &'static str,
    /// What a bare row of digits is.
    pub digits: Digits,
    /// The forms of ids; empty if none is known.
    pub ids: Vec<IdForm>,
    /// What programs write before an id and does not belong to it.
    pub id_drops: &'static str,
    /// True if `A` and `a` are the same in a handle.
    pub folds_case: bool,
    /// Signs that do not count when two handles are compared.
    pub ignored: &'static str,
    /// Calling code of the country whose numbers its links write as they are dialled there; empty if there is none.
    pub home_code: &'static str,
    /// Where this comes from.
    pub source: &'static str,
    /// The date of the source.
    pub date: &'static str,
}

impl PlatformFacts {
    /// True for digits where ids are digits, however many: old accounts have short ones.
    pub fn has_id_of_digits(&self, text: &str) -> bool {
        let is_digits = text.bytes().all(|b| b.is_ascii_digit()) && (1..=20).contains(&text.len());
        is_digits
            && self
                .ids
                .iter()
                .any(|form| matches!(form, IdForm::Digits(..)))
    }

    /// True if a text has the form of an id here.
    pub fn is_id(&self, text: &str) -> bool {
        self.ids.iter().any(|form| form.fits(text))
    }
}

/// Why a text is no id of a platform, in words.
pub(crate) fn no_id(facts: &PlatformFacts, text: &str) -> String {
    let forms: Vec<String> = facts.ids.iter().map(|form| form.told()).collect();
    format!(
        "{text:?} is not an id of {}: ids there are {}.",
        facts.name,
        forms.join(" or ")
    )
}

static PLATFORMS: LazyLock<Vec<PlatformFacts>> = LazyLock::new(|| {
    rows(include_str!("../data/platforms.csv"))
        .map(|row| PlatformFacts {
            code: kept(&row, 0),
            name: kept(&row, 1),
            short: kept(&row, 2),
            account_url: kept(&row, 3),
            id_url: kept(&row, 4),
            phone_url: kept(&row, 5),
            main_host: kept(&row, 6),
            min: cell(&row, 7).parse().unwrap_or_default(),
            max: cell(&row, 8).parse().unwrap_or_default(),
            ascii_only: cell(&row, 9) == "ascii",
            also: kept(&row, 10),
            first: kept(&row, 11),
            not_last: kept(&row, 12),
            not_doubled: kept(&row, 13),
            digits: match cell(&row, 14) {
                "id" => Digits::Id,
                "phone" => Digits::Phone,
                _ => Digits::Handle,
            },
            ids: kept(&row, 15)
                .split('|')
                .filter_map(IdForm::parse)
                .collect(),
            id_drops: kept(&row, 16),
            folds_case: cell(&row, 17) == "fold",
            ignored: kept(&row, 18),
            home_code: kept(&row, 19),
            source: kept(&row, 20),
            date: kept(&row, 21),
        })
        .collect()
});

static BY_CODE: LazyLock<HashMap<&'static str, &'static PlatformFacts>> =
    LazyLock::new(|| PLATFORMS.iter().map(|facts| (facts.code, facts)).collect());

/// Every platform known, in the order of the table.
pub fn all() -> &'static [PlatformFacts] {
    &PLATFORMS
}

/// The facts of a platform by its code.
pub fn facts(code: &str) -> Option<&'static PlatformFacts> {
    BY_CODE.get(code).copied()
}

/// Names as people write them, folded to letters and digits, with the code each stands for.
static NAMES: LazyLock<HashMap<String, &'static str>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    for row in rows(include_str!("../data/platform_names.csv")) {
        let Some(facts) = facts(cell(&row, 0)) else {
            continue;
        };
        for name in cell(&row, 1).split(';') {
            names.insert(squash(name), facts.code);
        }
    }
    names
});

/// Words that add nothing to a platform's name.
static FILLERS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    rows(include_str!("../data/platform_names.csv"))
        .filter(|row| cell(row, 0) == "*")
        .flat_map(|row| cell(&row, 1).split(';').map(squash).collect::<Vec<_>>())
        .collect()
});

/// Most characters of a cell that is still looked at as a platform's name.
const LONGEST_NAME: usize = 80;

/// The code of the platform a cell names, as people write it: `TikTok`, `tik tok`, `X (Twitter)`, `IG`, `Telegram channel`.
///
/// `None` if it names none, or two different ones.
pub fn code(text: &str) -> Option<&'static str> {
    if text.len() > LONGEST_NAME {
        return None;
    }
    if let Some(code) = NAMES.get(&squash(text)) {
        return Some(code);
    }
    let folded = fold::fold(text);
    let words: Vec<&str> = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty() && !FILLERS.contains(*word))
        .collect();
    if let Some(code) = NAMES.get(&words.concat()) {
        return Some(code);
    }
    let mut codes = words.iter().map(|word| NAMES.get(*word).copied());
    let first = codes.next()??;
    codes.all(|code| code == Some(first)).then_some(first)
}

/// True for a word, folded, that adds nothing to the name of a platform or the word for a number.
pub(crate) fn adds_nothing(word: &str) -> bool {
    FILLERS.contains(word)
}

/// Folded, letters and digits only.
fn squash(text: &str) -> String {
    let mut folded = fold::fold(text);
    folded.retain(char::is_alphanumeric);
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn platforms_are_known_as_people_write_them() {
        for (written, code) in [
            ("TikTok", "tiktok"),
            ("tik tok", "tiktok"),
            ("Tik-Tok account", "tiktok"),
            ("Twitter", "x"),
            ("X (Twitter)", "x"),
            ("X (formerly Twitter)", "x"),
            ("X / Twitter", "x"),
            ("FB", "facebook"),
            ("Facebook Group", "facebook"),
            ("facebook.com", "facebook"),
            ("IG", "instagram"),
            ("insta", "instagram"),
            ("YT", "youtube"),
            ("YouTube channel", "youtube"),
            ("Telegram channel", "telegram"),
            ("WhatsApp number", "whatsapp"),
            ("تيك توك", "tiktok"),
            ("فیسبوک", "facebook"),
            ("www.instagram.com", "instagram"),
        ] {
            assert_eq!(super::code(written), Some(code), "{written}");
        }
    }

    #[test]
    fn a_cell_that_names_no_platform_or_two_names_none() {
        for written in [
            "",
            "other",
            "Facebook and TikTok",
            "channel",
            "met police",
            "@x_y",
        ] {
            assert_eq!(code(written), None, "{written}");
        }
    }

    #[test]
    fn every_platform_has_its_facts() {
        for facts in all() {
            assert!(
                !facts.name.is_empty() && (1..=2).contains(&facts.short.len()),
                "{facts:?}"
            );
            assert!(facts.min > 0 && facts.max >= facts.min, "{facts:?}");
            assert_eq!(code(facts.name), Some(facts.code));
            assert_eq!(
                code(facts.code),
                Some(facts.code).filter(|code| *code != "ok")
            );
        }
        let mut shorts: Vec<_> = all().iter().map(|facts| facts.short).collect();
        shorts.sort_unstable();
        shorts.dedup();
        assert_eq!(shorts.len(), all().len());
    }
}
