//! Days, periods and the periods before them. Days are UTC; the last day of a period is part of it.

use super::apart::Apart;
use super::count::{Frame, Month, Window};
use super::standing::AsAt;
use crate::{Error, Result};
use breakwater_model::Instant;
use breakwater_model::history::Cut;
use breakwater_model::statistics::StatsRequest;
use chrono::{Datelike, Days, Months, NaiveDate};

/// A period and what it is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    from: NaiveDate,
    /// The day after the last.
    end: NaiveDate,
}

impl Period {
    /// Reads the first and the last day.
    ///
    /// # Errors
    /// A day that is none; a last day before the first.
    pub fn read(from: &str, to: &str) -> Result<Self> {
        let (from, to) = (day(from)?, day(to)?);
        if to < from {
            return Err(Error::Invalid(format!(
                "The last day, {to}, is before the first, {from}. Give the earlier day first."
            )));
        }
        let end = to.checked_add_days(Days::new(1)).ok_or_else(|| far(to))?;
        Ok(Self { from, end })
    }

    /// The first day.
    pub fn from(self) -> String {
        self.from.to_string()
    }

    /// The last day.
    pub fn to(self) -> String {
        self.end.pred_opt().unwrap_or(self.end).to_string()
    }

    /// From the first moment to before the last.
    pub fn window(self) -> Window {
        (start(self.from), start(self.end))
    }

    /// The period before, of equal length: as many whole calendar months where the period is of whole months, else as
    /// many days.
    ///
    /// # Errors
    /// It lies before the calendar.
    pub fn before(self) -> Result<Self> {
        let months = self.whole_months();
        let from = if months > 0 {
            self.from.checked_sub_months(Months::new(months))
        } else {
            let days = (self.end - self.from).num_days();
            self.from
                .checked_sub_days(Days::new(u64::try_from(days).unwrap_or_default()))
        };
        Ok(Self {
            from: from.ok_or_else(|| far(self.from))?,
            end: self.from,
        })
    }

    fn whole_months(self) -> u32 {
        if self.from.day() != 1 || self.end.day() != 1 {
            return 0;
        }
        let months = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
        u32::try_from(months(self.end) - months(self.from)).unwrap_or_default()
    }

    fn year_before(self) -> Result<Self> {
        let less = |day: NaiveDate| {
            day.checked_sub_months(Months::new(12))
                .ok_or_else(|| far(day))
        };
        Ok(Self {
            from: less(self.from)?,
            end: less(self.end)?,
        })
    }

    /// The calendar months it touches, each cut to it.
    pub fn months(self) -> Vec<Self> {
        let mut months = Vec::new();
        let mut from = self.from;
        while from < self.end {
            let first = from.with_day(1).unwrap_or(from);
            let Some(next) = first.checked_add_months(Months::new(1)) else {
                break;
            };
            let end = next.min(self.end);
            months.push(Self { from, end });
            from = end;
        }
        months
    }

    /// `YYYY-MM` of the first day.
    pub fn month(self) -> String {
        self.from.format("%Y-%m").to_string()
    }
}

fn day(text: &str) -> Result<NaiveDate> {
    NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").map_err(|_| {
        Error::Invalid(format!(
            "{text:?} is no day. Write it as YYYY-MM-DD, such as 2026-01-31."
        ))
    })
}

fn far(day: NaiveDate) -> Error {
    Error::Invalid(format!("{day} is outside the calendar this program knows."))
}

fn start(day: NaiveDate) -> i64 {
    day.and_time(chrono::NaiveTime::MIN)
        .and_utc()
        .timestamp_millis()
}

/// How far clocks may differ. Milliseconds.
const CLOCKS: i64 = 300_000;

/// The moment that is asked for, or now.
///
/// # Errors
/// It has not come yet by this machine's clock: what will be known then, nobody can tell.
pub fn as_at(asked: Option<Instant>, now: Instant) -> Result<Instant> {
    let at = asked.unwrap_or(now);
    if at > now.plus_ms(CLOCKS) {
        return Err(Error::Invalid(format!(
            "The as-at time {at} has not come yet: by this machine's clock it is {now}. Ask for a moment up to now, or set the clock right."
        )));
    }
    Ok(at)
}

/// What a request asks for, in moments; `seq` is the last event it may see.
///
/// # Errors
/// Days that are none; an as-at time that has not come yet.
pub fn frame(request: &StatsRequest, now: Instant, seq: i64) -> Result<(Period, Period, Frame)> {
    let period = Period::read(&request.from, &request.to)?;
    let before = period.before()?;
    let as_at = as_at(request.as_at, now)?.0;
    let window = period.window();
    let lag = |other: Window| as_at - (window.1 - other.1);
    let months = period
        .months()
        .into_iter()
        .map(|month| {
            Ok(Month {
                window: month.window(),
                year_before: month.year_before()?.window(),
            })
        })
        .collect::<Result<_>>()?;
    let frame = Frame {
        unit: request.unit,
        period: window,
        previous: before.window(),
        as_at: AsAt {
            at: as_at,
            seq,
            with_imported: request.with_imported,
        },
        previous_as_at: lag(before.window()),
        year_before_as_at: lag(period.year_before()?.window()),
        months,
        apart: Apart::Kept(Cut::Platform),
    };
    Ok((period, before, frame))
}

#[cfg(test)]
mod tests {
    use super::Period;

    #[track_caller]
    fn before(from: &str, to: &str) -> (String, String) {
        let before = Period::read(from, to).unwrap().before().unwrap();
        (before.from(), before.to())
    }

    fn days(from: &str, to: &str) -> (String, String) {
        (from.to_owned(), to.to_owned())
    }

    #[test]
    fn whole_months_are_compared_with_whole_months() {
        assert_eq!(
            before("2025-01-01", "2025-12-31"),
            days("2024-01-01", "2024-12-31")
        );
        assert_eq!(
            before("2026-03-01", "2026-03-31"),
            days("2026-02-01", "2026-02-28")
        );
        assert_eq!(
            before("2026-01-01", "2026-03-31"),
            days("2025-10-01", "2025-12-31")
        );
        assert_eq!(
            before("2025-12-01", "2026-11-30"),
            days("2024-12-01", "2025-11-30")
        );
    }

    #[test]
    fn other_days_are_compared_with_as_many_days() {
        assert_eq!(
            before("2026-03-02", "2026-03-31"),
            days("2026-01-31", "2026-03-01")
        );
        assert_eq!(
            before("2026-03-01", "2026-03-01"),
            days("2026-02-28", "2026-02-28")
        );
    }

    #[test]
    fn months_of_a_period_are_cut_to_it() {
        let months = Period::read("2026-01-30", "2026-03-02").unwrap().months();
        let told: Vec<_> = months.iter().map(|one| (one.from(), one.to())).collect();
        assert_eq!(
            told,
            [
                days("2026-01-30", "2026-01-31"),
                days("2026-02-01", "2026-02-28"),
                days("2026-03-01", "2026-03-02")
            ]
        );
    }

    #[test]
    fn days_that_are_none_are_refused() {
        assert!(Period::read("2026-02-30", "2026-03-01").is_err());
        assert!(Period::read("2026-03-02", "2026-03-01").is_err());
        assert!(Period::read("last month", "2026-03-01").is_err());
    }
}
