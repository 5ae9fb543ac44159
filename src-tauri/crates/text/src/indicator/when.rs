//! When something named in a text is, and by when it matters.
//!
//! No clock: what "tonight" is depends on the `now` given. Days are UTC and count as their end.

use breakwater_model::Instant;
use chrono::{DateTime, Datelike, Days, NaiveDate, Utc, Weekday};
use serde::Serialize;

/// A time named in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum When {
    /// At once.
    Now,
    /// So many days from the day it is read: 0 for today and tonight.
    InDays(u8),
    /// Every day or night.
    Daily,
    /// Every week.
    Weekly,
    /// At the weekend.
    Weekend,
    /// In the coming days: no day is named.
    Days,
    /// The next such day of the week, Monday being 1.
    Weekday(u8),
    /// A day of the calendar, with its year where it is written.
    Date {
        /// The day of the month.
        day: u8,
        /// The month, from 1.
        month: u8,
        /// The year, if written.
        year: Option<i32>,
    },
}

impl When {
    /// The time a code of `data/schedule_words.csv` stands for.
    pub(super) fn of_code(code: &str) -> Option<Self> {
        Some(match code {
            "now" => Self::Now,
            "today" | "tonight" => Self::InDays(0),
            "tomorrow" => Self::InDays(1),
            "after-tomorrow" => Self::InDays(2),
            "daily" => Self::Daily,
            "weekly" => Self::Weekly,
            "weekend" => Self::Weekend,
            "days" => Self::Days,
            other => {
                let day: u8 = other.strip_prefix("weekday:")?.parse().ok()?;
                (1..=7).contains(&day).then_some(Self::Weekday(day))?
            }
        })
    }

    /// True if it says the very day, or that it never stops: what must be looked at at once.
    pub(super) const fn is_pressing(self) -> bool {
        matches!(self, Self::Now | Self::InDays(_) | Self::Daily)
    }

    /// What a list says of it in place of a word for schedules; `None` where the words themselves say it best.
    pub const fn said(self) -> Option<&'static str> {
        match self {
            Self::Now => Some("now"),
            Self::InDays(0) => Some("tonight"),
            Self::InDays(1) => Some("tomorrow"),
            Self::Daily => Some("every day"),
            Self::Weekly => Some("every week"),
            Self::Weekend => Some("weekend"),
            Self::InDays(_) | Self::Days | Self::Weekday(_) | Self::Date { .. } => None,
        }
    }

    /// The time by which it matters, for somebody who reads it at `now`; `None` for what names no one day, or one gone by.
    pub fn due(self, now: Instant) -> Option<Instant> {
        let at: DateTime<Utc> = now.utc();
        let today = at.date_naive();
        let day = match self {
            Self::Now => return Some(now),
            Self::InDays(days) => today.checked_add_days(Days::new(u64::from(days)))?,
            Self::Daily | Self::Weekly | Self::Days => return None,
            Self::Weekend => next(today, Weekday::Sun)?,
            Self::Weekday(number) => {
                let weekday = Weekday::try_from(number.checked_sub(1)?).ok()?;
                next(today, weekday)?
            }
            Self::Date {
                day,
                month,
                year: Some(year),
            } => NaiveDate::from_ymd_opt(year, u32::from(month), u32::from(day))?,
            Self::Date { day, month, .. } => nearest(today, month, day)?,
        };
        if day < today {
            return None;
        }
        let next = day.succ_opt()?.and_hms_opt(0, 0, 0)?.and_utc();
        Some(Instant(next.timestamp_millis() - 1))
    }
}

/// The first such day from today on.
fn next(today: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
    let ahead = (7 + weekday.num_days_from_monday() - today.weekday().num_days_from_monday()) % 7;
    today.checked_add_days(Days::new(u64::from(ahead)))
}

/// Such a day of the year that is nearest to today, before or after.
fn nearest(today: NaiveDate, month: u8, day: u8) -> Option<NaiveDate> {
    (-1..=1)
        .filter_map(|years| {
            NaiveDate::from_ymd_opt(today.year() + years, u32::from(month), u32::from(day))
        })
        .min_by_key(|date| (*date - today).num_days().abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(when: When, expected: Option<&str>) {
        let now = Instant::parse("2026-11-25T21:30:00Z").unwrap();
        let due = when.due(now).map(|due| due.to_string());
        assert_eq!(due.as_deref(), expected, "{when:?}");
    }

    #[test]
    fn a_day_counts_as_its_end_and_a_day_gone_by_is_not_due() {
        let date = |day, month, year| When::Date { day, month, year };
        check(When::Now, Some("2026-11-25T21:30:00Z"));
        check(When::InDays(0), Some("2026-11-25T23:59:59.999Z"));
        check(When::InDays(1), Some("2026-11-26T23:59:59.999Z"));
        check(When::Daily, None);
        check(When::Weekday(3), Some("2026-11-25T23:59:59.999Z"));
        check(When::Weekday(2), Some("2026-12-01T23:59:59.999Z"));
        check(When::Weekend, Some("2026-11-29T23:59:59.999Z"));
        check(date(27, 11, None), Some("2026-11-27T23:59:59.999Z"));
        check(date(2, 1, None), Some("2027-01-02T23:59:59.999Z"));
        check(date(24, 11, None), None);
        check(date(27, 7, None), None);
        check(date(27, 11, Some(2025)), None);
        check(date(31, 2, None), None);
        check(When::Weekly, None);
        check(When::Days, None);
    }
}
