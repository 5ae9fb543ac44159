//! The rules looks go by: `data/check_rules.csv`, each with a source and a date.

use breakwater_model::checks::CheckRuleView;
use serde::Deserialize;
use std::sync::LazyLock;

const ALL: &str = "*";
/// Milliseconds of an hour.
const HOUR: i64 = 3_600_000;

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    platform: String,
    rule: String,
    value: i64,
    unit: String,
    what: String,
    source: String,
    date: String,
}

static LINES: LazyLock<Vec<Line>> = LazyLock::new(|| {
    let text = include_str!("../../data/check_rules.csv");
    let rows = csv::Reader::from_reader(text.as_bytes())
        .into_deserialize()
        .collect::<Result<_, _>>();
    rows.unwrap_or_default()
});

/// What holds for the accounts of a platform. Times are milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules {
    /// From sending to the first look.
    pub first: i64,
    /// How many times longer each further wait is.
    pub back_off: i64,
    /// No wait is longer.
    pub longest: i64,
    /// From an offline look to the one that confirms it.
    pub confirm: i64,
    /// From a look that could not tell to the next.
    pub unclear: i64,
    /// From when a look was due until it is overdue.
    pub overdue: i64,
    /// Looks after which nobody looks again.
    pub stop_looks: u32,
    /// From sending until nobody looks again.
    pub stop_after: i64,
    /// Answers of a platform from which on the first look goes by its habit.
    pub habit_answers: usize,
}

fn value(platform: &str, rule: &str) -> i64 {
    let of = |wanted: &str| {
        let mut lines = LINES.iter();
        lines.find(|line| line.platform == wanted && line.rule == rule)
    };
    of(platform)
        .or_else(|| of(ALL))
        .map_or(1, |line| line.value)
}

impl Rules {
    /// The rules of a platform; `hours` are those its answers took, shortest first.
    pub fn of(platform: &str, hours: &[i64]) -> Self {
        let hours_of = |rule| value(platform, rule) * HOUR;
        let mut rules = Self {
            first: hours_of("first"),
            back_off: value(platform, "back-off").max(1),
            longest: hours_of("longest"),
            confirm: hours_of("confirm"),
            unclear: hours_of("unclear"),
            overdue: hours_of("overdue"),
            stop_looks: u32::try_from(value(platform, "stop-looks")).unwrap_or(u32::MAX),
            stop_after: value(platform, "stop-days") * 24 * HOUR,
            habit_answers: usize::try_from(value(platform, "habit-answers")).unwrap_or(usize::MAX),
        };
        if hours.len() >= rules.habit_answers
            && let Some(middle) = hours.get(hours.len() / 2)
        {
            rules.first = (middle * HOUR).clamp(rules.confirm, rules.longest);
        }
        rules
    }
}

/// The rules as they are shown.
pub fn view() -> Vec<CheckRuleView> {
    LINES
        .iter()
        .map(|line| CheckRuleView {
            platform: line.platform.clone(),
            what: line.what.clone(),
            value: format!("{} {}", line.value, line.unit),
            source: line.source.clone(),
            date: line.date.clone(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_a_value_a_source_and_a_date() {
        assert_eq!(LINES.len(), 10);
        for line in LINES.iter() {
            assert!(line.value > 0, "{line:?}");
            assert!(!line.source.is_empty() && line.date.len() == 10, "{line:?}");
            assert!(!line.what.is_empty() && !line.unit.is_empty(), "{line:?}");
        }
        for rule in [
            "first",
            "back-off",
            "longest",
            "confirm",
            "unclear",
            "overdue",
            "stop-looks",
            "stop-days",
            "habit-answers",
        ] {
            assert!(
                LINES
                    .iter()
                    .any(|line| line.platform == ALL && line.rule == rule),
                "{rule}"
            );
        }
    }

    #[test]
    fn the_first_look_goes_by_the_platforms_habit_once_enough_answers_are_known() {
        let table = Rules::of("x", &[]);
        assert_eq!(table.first, 48 * HOUR);
        assert_eq!(Rules::of("x", &[100; 9]).first, table.first);
        assert_eq!(Rules::of("x", &[100; 10]).first, 100 * HOUR);
        assert_eq!(Rules::of("x", &[0; 10]).first, table.confirm);
        assert_eq!(Rules::of("x", &[9_999; 10]).first, table.longest);
        assert_eq!(Rules::of("telegram", &[]).first, 72 * HOUR);
    }
}
