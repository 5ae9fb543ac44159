//! Instants and dates from outside.
//!
//! An [`Instant`] is milliseconds since 1970 in UTC; RFC 3339 only at the edge,
//! since as text instants do not sort. What the world wrote down is a
//! [`WorldTime`]: it keeps the raw text and how exact it was.

use chrono::{DateTime, Datelike, SecondsFormat, Utc};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// Milliseconds since 1970-01-01T00:00:00Z. Reads and writes RFC 3339.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, specta::Type)]
pub struct Instant(#[specta(type = String)] pub i64);

impl Instant {
    /// Reads RFC 3339 with any offset; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        DateTime::parse_from_rfc3339(text.trim())
            .ok()
            .map(|at| Self(at.timestamp_millis()))
    }

    /// The instant as a calendar time in UTC; the epoch for a value outside the calendar.
    pub fn utc(self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.0).unwrap_or_default()
    }

    /// This instant, later by so many milliseconds (earlier if negative).
    #[must_use]
    pub const fn plus_ms(self, ms: i64) -> Self {
        Self(self.0.saturating_add(ms))
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.utc().to_rfc3339_opts(SecondsFormat::AutoSi, true))
    }
}

impl Serialize for Instant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text)
            .ok_or_else(|| serde::de::Error::custom(format!("{text:?} is not an RFC 3339 time")))
    }
}

/// How exact a time from outside was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Precision {
    /// To the second or better.
    Second,
    /// A day; counts as its end for as-at questions and shows as a day.
    Day,
    /// A month; counts as its end.
    Month,
    /// Nobody wrote it; the instant is assumed.
    Unknown,
}

impl Precision {
    /// From when on something that happened counts as having happened: its time; the end of its day or month, or when
    /// the unit knew where that is before it, and never before its place.
    pub fn counts_from(self, at: i64, known: i64, place: i64) -> i64 {
        match self {
            Self::Second => at,
            _ => at.min(known).max(place),
        }
    }
}

/// A time the outside world gave: the instant it counts as, how exact it was, and what was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct WorldTime {
    /// What it counts as.
    pub at: Instant,
    /// How exact it was.
    pub precision: Precision,
    /// What was written, if it was read from text.
    pub raw: Option<String>,
    /// The zone as written, if any.
    pub zone: Option<String>,
}

impl WorldTime {
    /// The first instant it may stand for: `at` is the last one of a day or month.
    pub fn begins(&self) -> Instant {
        const DAY: i64 = 86_400_000;
        match self.precision {
            Precision::Second => self.at,
            Precision::Day => self.at.plus_ms(1 - DAY),
            Precision::Month => {
                let day = i64::from(self.at.utc().day());
                self.at.plus_ms(1 - day * DAY)
            }
            Precision::Unknown => self.at.plus_ms(1 - 31 * DAY),
        }
    }

    /// Where it stands among what happened: a time is its own place; what is dated by day or month alone stands where it
    /// begins, or after the latest of what was entered before it and lies within it. So of one day, what was entered
    /// last stands last.
    pub fn place(&self, latest_within: Option<i64>) -> i64 {
        match self.precision {
            Precision::Second => self.at.0,
            _ => latest_within.map_or(self.begins().0, |latest| {
                latest.clamp(self.begins().0, self.at.0)
            }),
        }
    }

    /// A time known to the second, in UTC.
    pub const fn exact(at: Instant) -> Self {
        Self {
            at,
            precision: Precision::Second,
            raw: None,
            zone: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_travel_as_rfc_3339_in_utc() {
        let at = Instant::parse("2026-11-23T10:00:00+01:00").unwrap();
        assert_eq!(at.to_string(), "2026-11-23T09:00:00Z");
        assert_eq!(
            serde_json::to_string(&at).unwrap(),
            "\"2026-11-23T09:00:00Z\""
        );
        assert_eq!(Instant::parse("23/11/2026"), None);
    }
}
