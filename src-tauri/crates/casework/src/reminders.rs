//! When something is to be remembered: `data/reminders.csv`, by platform, each with a source and a date.

use breakwater_model::Instant;
use serde::Deserialize;
use std::sync::LazyLock;

const ALL: &str = "*";
const DAY_MS: i64 = 86_400_000;

/// A row of the table.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reminder {
    /// Code of the platform; `*` for all.
    pub platform: String,
    /// Its rule.
    pub rule: String,
    /// How long.
    pub value: u16,
    /// In what.
    pub unit: String,
    /// What it is.
    pub what: String,
    /// Where it comes from.
    pub source: String,
    /// The date of the source.
    pub date: String,
}

static LINES: LazyLock<Vec<Reminder>> = LazyLock::new(|| {
    let text = include_str!("../data/reminders.csv");
    let rows = csv::Reader::from_reader(text.as_bytes())
        .into_deserialize()
        .collect::<Result<_, _>>();
    rows.unwrap_or_default()
});

/// What is remembered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// How long a platform usually takes to answer.
    Answer,
    /// How long a platform preserves.
    Preservation,
    /// How long before that runs out it is told.
    PreservationAhead,
    /// How long after it ran out it is still told.
    PreservationAfter,
    /// How long an intelligence report may stay without an answer.
    Intelligence,
    /// How long before its day a promise is told.
    PromiseAhead,
    /// How long a withdrawn item without a letter is told.
    Letter,
}

impl Rule {
    const fn name(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Preservation => "preservation",
            Self::PreservationAhead => "preservation-ahead",
            Self::PreservationAfter => "preservation-after",
            Self::Intelligence => "intelligence",
            Self::PromiseAhead => "promise-ahead",
            Self::Letter => "letter",
        }
    }
}

/// Days of a rule for a platform: its own, else those of all.
pub fn days(rule: Rule, platform: &str) -> u16 {
    let of = |wanted: &str| {
        let mut lines = LINES.iter();
        lines.find(|line| line.platform == wanted && line.rule == rule.name())
    };
    of(platform)
        .or_else(|| of(ALL))
        .map_or(0, |line| line.value)
}

/// An instant and the days of a rule.
pub fn after(at: Instant, rule: Rule, platform: &str) -> Instant {
    at.plus_ms(i64::from(days(rule, platform)) * DAY_MS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_is_in_the_table_with_its_source_and_date() {
        let text = include_str!("../data/reminders.csv");
        assert_eq!(LINES.len() + 1, text.lines().count(), "a row does not read");
        for line in LINES.iter() {
            assert!(line.value > 0 && line.unit == "days", "{line:?}");
            assert!(!line.source.is_empty() && line.date.len() == 10, "{line:?}");
            assert!(!line.what.is_empty(), "{line:?}");
        }
        for rule in [
            Rule::Answer,
            Rule::Preservation,
            Rule::PreservationAhead,
            Rule::PreservationAfter,
            Rule::Intelligence,
            Rule::PromiseAhead,
            Rule::Letter,
        ] {
            assert!(days(rule, "x") > 0, "{rule:?}");
        }
    }

    #[test]
    fn a_platforms_own_row_goes_before_that_of_all() {
        assert_eq!(days(Rule::Answer, "telegram"), 14);
        assert_eq!(days(Rule::Answer, "tiktok"), 7);
        let at = Instant(0);
        assert_eq!(
            after(at, Rule::Preservation, "tiktok"),
            Instant(90 * DAY_MS)
        );
    }
}
