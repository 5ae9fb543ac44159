//! Spans of time, as they are typed: a day, a month, a year, `2026-01..2026-03`, `>2026-10-01`, `7d`.

use crate::date;
use breakwater_model::{Instant, Precision};
use chrono::{Datelike, NaiveDate, NaiveTime};

const DAY_MS: i64 = 86_400_000;

/// An end of a span.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edge {
    /// This instant.
    At(Instant),
    /// The beginning of the day so many days before today, in UTC.
    DaysAgo(u32),
}

impl Edge {
    /// The instant, where `now` is today.
    pub fn at(self, now: Instant) -> Instant {
        match self {
            Self::At(at) => at,
            Self::DaysAgo(days) => {
                Instant(now.0 - now.0.rem_euclid(DAY_MS) - i64::from(days) * DAY_MS)
            }
        }
    }
}

/// A span of time; both ends belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// Its beginning; `None` for ever before.
    pub from: Option<Edge>,
    /// Its end; `None` for ever after.
    pub to: Option<Edge>,
}

impl Span {
    /// True if an instant lies in it, where `now` is today.
    pub fn holds(&self, at: Instant, now: Instant) -> bool {
        self.from.is_none_or(|from| from.at(now) <= at) && self.to.is_none_or(|to| at <= to.at(now))
    }

    /// Reads a span; `None` for anything else.
    pub(super) fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some((from, to)) = text.split_once("..") {
            let from = if from.is_empty() {
                None
            } else {
                Some(stretch(from)?.0)
            };
            let to = if to.is_empty() {
                None
            } else {
                Some(stretch(to)?.1)
            };
            return (from.is_some() || to.is_some()).then(|| Self::of(from, to));
        }
        for (sign, is_after, is_within) in [
            (">=", true, true),
            ("<=", false, true),
            (">", true, false),
            ("<", false, false),
        ] {
            let Some(rest) = text.strip_prefix(sign) else {
                continue;
            };
            let (first, last) = stretch(rest)?;
            return Some(match (is_after, is_within) {
                (true, true) => Self::of(Some(first), None),
                (true, false) => Self::of(Some(last.saturating_add(1)), None),
                (false, true) => Self::of(None, Some(last)),
                (false, false) => Self::of(None, Some(first.saturating_sub(1))),
            });
        }
        if let Some(days) = days(text) {
            return Some(Self {
                from: Some(Edge::DaysAgo(days)),
                to: None,
            });
        }
        let (first, last) = stretch(text)?;
        Some(Self::of(Some(first), Some(last)))
    }

    fn of(from: Option<i64>, to: Option<i64>) -> Self {
        let edge = |at| Edge::At(Instant(at));
        Self {
            from: from.map(edge),
            to: to.map(edge),
        }
    }
}

/// `today`, or the last days: `7d`.
fn days(text: &str) -> Option<u32> {
    if text.eq_ignore_ascii_case("today") {
        return Some(0);
    }
    let number = text.strip_suffix(['d', 'D'])?;
    let number: u32 = number.parse().ok()?;
    (1..=36_500).contains(&number).then(|| number - 1)
}

/// The first and last millisecond of a day, month, year or second.
fn stretch(text: &str) -> Option<(i64, i64)> {
    let text = text.trim();
    if text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit()) {
        let year: i32 = text.parse().ok()?;
        let first = NaiveDate::from_ymd_opt(year, 1, 1)?;
        let after = NaiveDate::from_ymd_opt(year + 1, 1, 1)?;
        return (1990..2100)
            .contains(&year)
            .then(|| (midnight(first), midnight(after) - 1));
    }
    let time = date::read(text).ok()?;
    let end = time.at.0;
    match time.precision {
        Precision::Second => Some((end, end)),
        Precision::Day | Precision::Unknown => Some((end - DAY_MS + 1, end)),
        Precision::Month => {
            let last = time.at.utc().date_naive();
            Some((midnight(last.with_day(1)?), end))
        }
    }
}

fn midnight(day: NaiveDate) -> i64 {
    day.and_time(NaiveTime::MIN).and_utc().timestamp_millis()
}
