//! Words of spreadsheets that the import has no field for: columns of outcomes, what counts as no answer, telephone
//! columns, units, and platforms that changed their name. Tables with source and date.

use breakwater_model::platform::Unit;
use breakwater_text::{date, fold};
use chrono::Datelike;
use serde::Deserialize;
use std::collections::HashMap;
#[cfg(test)]
use std::collections::HashSet;
use std::sync::LazyLock;

/// A row of `check_up_words.csv`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    kind: String,
    code: String,
    words: String,
    #[allow(dead_code, reason = "held by a test")]
    source: String,
    #[allow(dead_code, reason = "held by a test")]
    date: String,
}

/// A row of `platform_renames.csv`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Rename {
    platform: String,
    #[allow(dead_code, reason = "for whoever reads the table")]
    name: String,
    hosts: String,
    words: String,
    #[allow(dead_code, reason = "held by a test")]
    source: String,
    #[allow(dead_code, reason = "held by a test")]
    date: String,
}

fn rows<T: serde::de::DeserializeOwned>(text: &str) -> Vec<T> {
    csv::Reader::from_reader(text.as_bytes())
        .into_deserialize()
        .filter_map(Result::ok)
        .collect()
}

static WORDS: LazyLock<Vec<Entry>> =
    LazyLock::new(|| rows(include_str!("../../data/check_up_words.csv")));
static NAMES: LazyLock<Vec<Rename>> =
    LazyLock::new(|| rows(include_str!("../../data/platform_renames.csv")));

static BY_KIND: LazyLock<HashMap<&'static str, HashMap<String, &'static str>>> =
    LazyLock::new(|| {
        let mut kinds: HashMap<&str, HashMap<String, &str>> = HashMap::new();
        for row in WORDS.iter() {
            let words = kinds.entry(&row.kind).or_default();
            for word in row.words.split(';') {
                words.entry(key(word)).or_insert(&row.code);
            }
        }
        kinds
    });

/// Letters and digits of a text, folded: case, spaces, underscores and signs do not count.
pub(super) fn squash(text: &str) -> String {
    let mut folded = fold::fold(text);
    folded.retain(char::is_alphanumeric);
    folded
}

fn code(kind: &str, text: &str) -> Option<&'static str> {
    BY_KIND.get(kind)?.get(&key(text)).copied()
}

/// How a cell is looked for: its letters and digits, or a sign by itself, such as a tick.
fn key(text: &str) -> String {
    let squashed = squash(text);
    if squashed.is_empty() {
        text.chars()
            .filter(|c| !c.is_whitespace() && *c != '\u{fe0f}')
            .collect()
    } else {
        squashed
    }
}

/// What a cell of a column of referrals says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Referred {
    /// Nothing, or that it was not.
    No,
    /// That it was, and not when.
    Yes,
    /// On which day, counted from the common era.
    On(i32),
}

/// Whether a cell says that something was referred: a date, a word or a sign for yes, or anything that is none for no. What
/// is written and no date counts as referred on a day nobody knows.
pub(super) fn referred(cell: &str) -> Referred {
    if code("is-referred", cell).is_some() {
        return Referred::Yes;
    }
    if code("not-referred", cell).is_some() || is_no_answer(cell) {
        return Referred::No;
    }
    match date::read(cell) {
        Ok(time) => Referred::On(time.at.utc().num_days_from_ce()),
        Err(_) => Referred::Yes,
    }
}

/// A column of outcomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    ReferredAt,
    Reference,
    Decision,
    DecidedAt,
}

/// The column of outcomes a header stands for; the second says that another header would be better.
pub(super) fn outcome(header: &str) -> Option<(Outcome, bool)> {
    let plain = header.split(['(', '[']).next().unwrap_or(header);
    let found = |kind: &str| {
        Some(match code(kind, plain)? {
            "referred_at" => Outcome::ReferredAt,
            "reference" => Outcome::Reference,
            "decision" => Outcome::Decision,
            "decided_at" => Outcome::DecidedAt,
            _ => return None,
        })
    };
    match found("outcome") {
        Some(outcome) => Some((outcome, false)),
        None => found("if-no-other").map(|outcome| (outcome, true)),
    }
}

/// True for a cell that says that nothing was decided: empty, a dash, a word such as "pending".
pub(super) fn is_no_answer(cell: &str) -> bool {
    squash(cell).is_empty() || code("no-answer", cell).is_some()
}

/// True for the header of a column of telephone numbers.
pub(super) fn is_telephone(header: &str) -> bool {
    code("telephone", header).is_some()
}

/// The unit a cell names.
pub(super) fn unit(cell: &str) -> Option<Unit> {
    serde_json::from_value(code("unit", cell)?.into()).ok()
}

/// Under which names of its platform a row names an account: a bit for each, by the hosts of its addresses, else by
/// its platform column; nothing for a platform that has one name.
pub(super) fn names(platform: &str, addresses: &[&str], platform_cell: &str) -> u8 {
    let bits = |is_used: &dyn Fn(&Rename) -> bool| {
        let of_platform = NAMES.iter().filter(|name| name.platform == platform);
        let used = of_platform.enumerate().filter(|(_, name)| is_used(name));
        used.fold(0u8, |bits, (at, _)| bits | 1 << at.min(7))
    };
    let is_host = |host: &str| addresses.iter().any(|address| is_at(address, host));
    let by_host = bits(&|name| name.hosts.split(';').any(is_host));
    if by_host != 0 || platform_cell.is_empty() {
        return by_host;
    }
    let cell = squash(platform_cell);
    bits(&|name| name.words.split(';').any(|word| squash(word) == cell))
}

/// True if the address is one of the host or of a host below it.
fn is_at(address: &str, host: &str) -> bool {
    let plain = breakwater_text::defang::undo(address).to_lowercase();
    let rest = plain.split_once("://").map_or(&*plain, |(_, rest)| rest);
    let name = rest.split(['/', '?', '#', ':']).next().unwrap_or(rest);
    name == host
        || name
            .strip_suffix(host)
            .is_some_and(|before| before.ends_with('.'))
}

/// Every kind of word the table holds.
#[cfg(test)]
fn kinds() -> HashSet<&'static str> {
    WORDS.iter().map(|row| row.kind.as_str()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_the_tables_reads_and_has_its_source_and_date() {
        for (text, read) in [
            (include_str!("../../data/check_up_words.csv"), WORDS.len()),
            (include_str!("../../data/platform_renames.csv"), NAMES.len()),
        ] {
            assert_eq!(text.lines().count() - 1, read);
        }
        let dated = |source: &str, date: &str| {
            assert!(!source.is_empty());
            assert!(chrono::NaiveDate::parse_from_str(date, "%Y-%m-%d").is_ok());
        };
        WORDS.iter().for_each(|row| dated(&row.source, &row.date));
        NAMES.iter().for_each(|row| dated(&row.source, &row.date));
        let known = [
            "outcome",
            "if-no-other",
            "no-answer",
            "telephone",
            "unit",
            "is-referred",
            "not-referred",
        ];
        assert_eq!(kinds(), HashSet::from(known));
        for row in WORDS.iter().filter(|row| row.kind == "unit") {
            assert!(unit(&row.code).is_some(), "{}", row.code);
        }
    }

    #[test]
    fn headers_of_outcomes_are_known_as_people_write_them() {
        for (header, expected) in [
            ("referred_at", Some(Outcome::ReferredAt)),
            ("Date referred (UTC)", Some(Outcome::ReferredAt)),
            ("Ref. no.", Some(Outcome::Reference)),
            ("OUTCOME", Some(Outcome::Decision)),
            ("decided_at", Some(Outcome::DecidedAt)),
            ("تاريخ الإبلاغ", Some(Outcome::ReferredAt)),
            ("Status", Some(Outcome::Decision)),
            ("handle", None),
        ] {
            assert_eq!(outcome(header).map(|found| found.0), expected, "{header}");
        }
        assert_eq!(outcome("status"), Some((Outcome::Decision, true)));
    }

    #[test]
    fn a_dash_or_pending_is_no_answer_and_declined_is_one() {
        for cell in ["", " - ", "Pending", "n/a", "No reply"] {
            assert!(is_no_answer(cell), "{cell}");
        }
        assert!(!is_no_answer("declined"));
    }

    #[test]
    fn a_cell_says_yes_or_no_or_a_day_and_nothing_else_is_a_day() {
        for (cell, expected) in [
            ("yes", Referred::Yes),
            ("JA", Referred::Yes),
            ("✔️", Referred::Yes),
            ("1", Referred::Yes),
            ("sent", Referred::Yes),
            ("by mail", Referred::Yes),
            ("Nein", Referred::No),
            ("noch nicht", Referred::No),
            ("✗", Referred::No),
            ("0", Referred::No),
            ("", Referred::No),
            ("-", Referred::No),
            ("n/a", Referred::No),
            ("pending", Referred::No),
        ] {
            assert_eq!(referred(cell), expected, "{cell}");
        }
        assert!(matches!(referred("3 November 2026"), Referred::On(_)));
    }

    #[test]
    fn two_names_of_a_platform_are_told_apart() {
        let name = |address: &str, cell: &str| names("x", &[address], cell);
        assert_eq!(name("https://x.com/a", ""), name("", "X"));
        assert_eq!(
            name("hxxps://mobile.twitter[.]com/a", ""),
            name("", "Twitter")
        );
        assert_ne!(
            name("https://x.com/a", ""),
            name("https://twitter.com/a", "")
        );
        assert_eq!(name("https://twitter.com/a", "X"), name("", "twitter"));
        assert_eq!(name("https://notx.com/a", ""), 0);
        assert_eq!(names("tiktok", &["https://tiktok.com/@a"], "TikTok"), 0);
    }
}
