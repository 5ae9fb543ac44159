//! Thresholds the unit may set: data with a source and a date.

use serde::Deserialize;
use std::sync::LazyLock;

const HOUR_MS: i64 = 3_600_000;
const DAY_MS: i64 = 24 * HOUR_MS;

/// A threshold.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// Its name.
    pub name: String,
    /// Its value.
    pub value: i64,
    /// Its unit.
    pub unit: String,
    /// What it limits.
    pub meaning: String,
    /// Where it comes from.
    pub source: String,
    /// The date of the source.
    pub date: String,
}

static LIMITS: LazyLock<Vec<Limit>> = LazyLock::new(|| {
    let rows = csv::Reader::from_reader(include_str!("../data/limits.csv").as_bytes())
        .into_deserialize()
        .collect::<Result<_, _>>();
    rows.unwrap_or_default()
});

/// A limit of days as milliseconds. Under a name that is not in the table nothing is ever fresh.
pub fn days_ms(name: &str) -> i64 {
    let found = LIMITS
        .iter()
        .find(|limit| limit.name == name && limit.unit == "days");
    found.map_or(0, |limit| limit.value * DAY_MS)
}

/// A limit of hours as milliseconds. Under a name that is not in the table nothing is ever fresh.
pub fn hours_ms(name: &str) -> i64 {
    let found = LIMITS
        .iter()
        .find(|limit| limit.name == name && limit.unit == "hours");
    found.map_or(0, |limit| limit.value * HOUR_MS)
}

fn named(name: &str) -> Option<&'static Limit> {
    LIMITS.iter().find(|limit| limit.name == name)
}

/// A limit as a number of its unit; none under a name that is not in the table.
pub fn value(name: &str) -> i64 {
    named(name).map_or(0, |limit| limit.value)
}

/// Where a limit comes from, with the date of the source.
pub fn source(name: &str) -> String {
    named(name).map_or_else(String::new, |limit| {
        format!("{} ({})", limit.source, limit.date)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_limit_in_use_is_in_the_table_with_its_source() {
        for name in [
            "assessment-fresh",
            "audit-check",
            "evidence-check",
            "backup",
            "duty-contact-review",
            "supervision",
        ] {
            assert!(days_ms(name) > 0, "{name} is not in limits.csv");
        }
        assert!(hours_ms("seen-live") > 0);
        for name in [
            "break-items",
            "break-minutes",
            "break-pause",
            "live-visits",
            "live-visits-days",
        ] {
            assert!(value(name) > 0, "{name} is not in limits.csv");
        }
        assert!(
            LIMITS
                .iter()
                .all(|limit| !limit.source.is_empty() && !limit.date.is_empty())
        );
    }
}
