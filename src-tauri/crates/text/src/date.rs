//! Dates as files have them.
//!
//! A date is read or refused, never guessed: a day stands before a month except
//! where it cannot, and a column that shows which way it is written is read so
//! throughout. A day counts as its end, a month too; both are shown as written.

use crate::fold;
use crate::table::{cell, rows};
use breakwater_model::{Instant, Precision, WorldTime};
use chrono::{DateTime, Days, Months, NaiveDate, NaiveDateTime, NaiveTime};
use std::collections::HashMap;
use std::sync::LazyLock;

/// Which comes first in `03/11/2026`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// The day.
    #[default]
    DayFirst,
    /// The month.
    MonthFirst,
}

/// Why a date was not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// Nothing is written.
    #[error("no date is written")]
    Empty,
    /// Only a year is written.
    #[error("{0:?} is only a year; write a day such as 2026-11-03, or a month such as 2026-11")]
    OnlyYear(String),
    /// It is not a date in any form we know.
    #[error("{0:?} is not a date we can read; write it as 2026-11-03 or 03/11/2026")]
    Unreadable(String),
    /// It has the form of a date, but no calendar has it.
    #[error("{0:?} is not a day of the calendar")]
    NoSuchDay(String),
}

/// Seconds and milliseconds since 1970 that are dates of our time: 2001-09-09 to 2286-11-20.
const EPOCH_SECONDS: std::ops::Range<i64> = 1_000_000_000..10_000_000_000;

/// Days first, for both orders the same.
const DAYS: &[&str] = &[
    "%Y/%m/%d",
    "%Y%m%d",
    "%d %m_ %Y",
    "%m_ %d %Y",
    "%d %m_ %y",
    "%m_ %d %y",
];

/// Days where the day stands first.
const DAY_FIRST: &[&str] = &["%d/%m/%Y", "%d/%m/%y"];

/// Days where the month stands first.
const MONTH_FIRST: &[&str] = &["%m/%d/%Y", "%m/%d/%y"];

/// Times of day.
const TIMES: &[&str] = &["%H:%M:%S%.f", "%H:%M", "%I:%M:%S %p", "%I:%M %p", "%I %p"];

static MONTHS: LazyLock<HashMap<String, u32>> = LazyLock::new(|| {
    let mut months = HashMap::new();
    for row in rows(include_str!("../data/months.csv")) {
        for (names, number) in cell(&row, 1).split(';').zip(1..) {
            months.extend(
                names
                    .split_whitespace()
                    .map(|name| (fold::fold(name), number)),
            );
        }
    }
    months
});

/// Reads a date or time, day first where both are possible.
pub fn read(text: &str) -> Result<WorldTime, DateError> {
    read_in(text, Order::DayFirst)
}

/// Reads a date or time of a column whose order is known; the other order is taken only where this one cannot be.
///
/// A time without a zone counts as UTC, and `zone` stays empty.
pub fn read_in(text: &str, order: Order) -> Result<WorldTime, DateError> {
    let raw = text.trim();
    if raw.is_empty() {
        return Err(DateError::Empty);
    }
    let unreadable = || DateError::Unreadable(shortened(raw));
    if raw.len() > 80 {
        return Err(unreadable());
    }
    let world = |at: i64, precision, zone: Option<&str>| WorldTime {
        at: Instant(at),
        precision,
        raw: Some(raw.to_owned()),
        zone: zone.map(str::to_owned),
    };
    let folded = fold::fold(raw).trim().to_uppercase();
    if let Some(at) = epoch(&folded) {
        return Ok(world(at, Precision::Second, Some("UTC")));
    }
    if let Some((at, zone)) = internet_time(&folded) {
        return Ok(world(at, Precision::Second, Some(&zone)));
    }
    let parts = Parts::of(&folded);
    if let Some(time) = &parts.time {
        let time = TIMES
            .iter()
            .find_map(|form| NaiveTime::parse_from_str(time, form).ok());
        let Some(time) = time else {
            return Err(unreadable());
        };
        let Some(day) = day(&parts.day, order) else {
            return Err(refusal(raw, &parts.day));
        };
        let at = NaiveDateTime::new(day, time).and_utc().timestamp_millis();
        return Ok(world(at, Precision::Second, parts.zone));
    }
    if let Some(day) = day(&parts.day, order) {
        let end = end_of(day.checked_add_days(Days::new(1))).ok_or_else(unreadable)?;
        return Ok(world(end, Precision::Day, None));
    }
    if let Some(first) = month(&parts.day) {
        let end = end_of(first.checked_add_months(Months::new(1))).ok_or_else(unreadable)?;
        return Ok(world(end, Precision::Month, None));
    }
    Err(refusal(raw, &parts.day))
}

/// The order a column is written in: month first only if a cell can be nothing else and none can only be day first.
pub fn order<'a>(cells: impl IntoIterator<Item = &'a str>) -> Order {
    let mut month_first = false;
    for cell in cells {
        let folded = fold::fold(cell.trim());
        let parts = Parts::of(&folded);
        let day_fits = first_of(&parts.day, DAY_FIRST).is_some();
        let month_fits = first_of(&parts.day, MONTH_FIRST).is_some();
        match (day_fits, month_fits) {
            (true, false) => return Order::DayFirst,
            (false, true) => month_first = true,
            _ => {}
        }
    }
    if month_first {
        Order::MonthFirst
    } else {
        Order::DayFirst
    }
}

/// True of a date that can only be read in the other order than that of its column: of two orders in one column, either
/// the column or the cell is read wrongly.
pub fn is_turned(text: &str, order: Order) -> bool {
    let folded = fold::fold(text.trim()).to_uppercase();
    let parts = Parts::of(&folded);
    let day_fits = first_of(&parts.day, DAY_FIRST).is_some();
    let month_fits = first_of(&parts.day, MONTH_FIRST).is_some();
    match order {
        Order::DayFirst => month_fits && !day_fits,
        Order::MonthFirst => day_fits && !month_fits,
    }
}

/// A text taken apart: the day with `/` between numbers and months as numbers, the time, the zone.
struct Parts<'a> {
    day: String,
    time: Option<String>,
    zone: Option<&'a str>,
}

impl<'a> Parts<'a> {
    fn of(folded: &'a str) -> Self {
        let upright = folded.trim();
        let mut day: Vec<String> = Vec::new();
        let mut time: Option<String> = None;
        let mut zone = None;
        let split = |c: char| c.is_whitespace() || c == ',';
        for word in upright.split(split).filter(|word| !word.is_empty()) {
            let (word, after) = match word.split_once('T') {
                Some((left, right)) if right.contains(':') && left.contains(['-', '/']) => {
                    (left, Some(right))
                }
                _ => (word, None),
            };
            for word in [Some(word), after].into_iter().flatten() {
                if word.contains(':') && time.is_none() {
                    time = Some(word.trim_end_matches('Z').to_owned());
                    zone = zone.or(word.ends_with('Z').then_some("UTC"));
                } else if matches!(word, "UTC" | "GMT" | "Z") {
                    zone = Some("UTC");
                } else if let ("AM" | "PM" | "A.M." | "P.M.", Some(so_far)) = (word, &mut time) {
                    so_far.push(' ');
                    so_far.push_str(&word.replace('.', ""));
                } else if !matches!(word, "OF" | "AT" | "DE" | "DI" | "UM" | "A") {
                    day.push(day_word(word));
                }
            }
        }
        let time = time.map(|time| match time.find(['A', 'P']) {
            Some(at) if !time.contains(' ') => {
                let (clock, half) = time.split_at(at);
                format!("{clock} {half}")
            }
            _ => time,
        });
        Self {
            day: without_weekday(day).join(" "),
            time,
            zone,
        }
    }
}

/// A word of a day: months as `11_`, ordinals without their ending, one separator.
fn day_word(word: &str) -> String {
    let pieces: Vec<String> = word
        .split(['-', '/', '.'])
        .filter(|piece| !piece.is_empty())
        .map(|piece| match named_month(piece) {
            Some(number) => format!("{number}_"),
            None => ["ST", "ND", "RD", "TH", "ER"]
                .iter()
                .find_map(|ending| piece.strip_suffix(ending))
                .filter(|number| number.bytes().all(|b| b.is_ascii_digit()))
                .unwrap_or(piece)
                .to_owned(),
        })
        .collect();
    let named = pieces.iter().any(|piece| piece.ends_with('_'));
    pieces.join(if named { " " } else { "/" })
}

fn named_month(piece: &str) -> Option<u32> {
    if piece.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    MONTHS.get(&fold::fold(piece)).copied()
}

/// The words of a day without its weekday, which says nothing the date does not.
fn without_weekday(mut words: Vec<String>) -> Vec<String> {
    let is_name = |word: &String| word.chars().all(char::is_alphabetic);
    if words.len() > 1 && words.first().is_some_and(is_name) {
        words.remove(0);
    }
    words
}

fn day(text: &str, order: Order) -> Option<NaiveDate> {
    let (first, second) = match order {
        Order::DayFirst => (DAY_FIRST, MONTH_FIRST),
        Order::MonthFirst => (MONTH_FIRST, DAY_FIRST),
    };
    first_of(text, DAYS)
        .or_else(|| first_of(text, first))
        .or_else(|| first_of(text, second))
}

fn first_of(text: &str, forms: &[&str]) -> Option<NaiveDate> {
    forms
        .iter()
        .filter(|form| fits_digits(text, form))
        .find_map(|form| NaiveDate::parse_from_str(text, form).ok())
        .filter(|day| {
            (NaiveDate::from_ymd_opt(1990, 1, 1)..NaiveDate::from_ymd_opt(2100, 1, 1))
                .contains(&Some(*day))
        })
}

/// True if months are named in both or neither, and years have the digits the form says: `%Y` would also read `26`, `%y` the first two of `2026`.
fn fits_digits(text: &str, form: &str) -> bool {
    if form.contains('_') != text.contains('_') {
        return false;
    }
    let longest = text
        .split(|c: char| !c.is_ascii_digit())
        .map(str::len)
        .max()
        .unwrap_or(0);
    if form == "%Y%m%d" {
        return text.len() == 8 && longest == 8;
    }
    if form.contains("%y") {
        longest <= 2
    } else {
        longest == 4
    }
}

/// The first day of a month written as `2026/11`, `11/2026` or `11_ 2026`.
fn month(text: &str) -> Option<NaiveDate> {
    ["%d/%Y/%m", "%d/%m/%Y", "%d/%m_ %Y", "%d/%Y %m_"]
        .iter()
        .filter(|form| fits_digits(text, form))
        .find_map(|form| NaiveDate::parse_from_str(&format!("1/{text}"), form).ok())
}

/// The last millisecond before a day begins.
fn end_of(next: Option<NaiveDate>) -> Option<i64> {
    let midnight = next?.and_time(NaiveTime::MIN).and_utc();
    Some(midnight.timestamp_millis() - 1)
}

fn epoch(text: &str) -> Option<i64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    if !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let number: i64 = whole.parse().ok()?;
    if EPOCH_SECONDS.contains(&number) && whole.len() == 10 {
        return Some(number * 1000);
    }
    (EPOCH_SECONDS.contains(&(number / 1000)) && whole.len() == 13).then_some(number)
}

/// RFC 3339 with `T` or a space, offsets with or without a colon, and the date lines of mail.
fn internet_time(text: &str) -> Option<(i64, String)> {
    if !text.contains(':') {
        return None;
    }
    let at = DateTime::parse_from_rfc3339(text)
        .or_else(|_| DateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%.f%z"))
        .or_else(|_| DateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S%.f %z"))
        .or_else(|_| DateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S%.f%z"))
        .or_else(|_| DateTime::parse_from_str(text, "%Y-%m-%dT%H:%M%z"))
        .or_else(|_| DateTime::parse_from_str(text, "%a %b %d %H:%M:%S %z %Y"))
        .or_else(|_| DateTime::parse_from_rfc2822(text))
        .ok()?;
    let seconds = at.offset().local_minus_utc();
    let zone = if seconds == 0 {
        "UTC".to_owned()
    } else {
        at.offset().to_string()
    };
    Some((at.timestamp_millis(), zone))
}

fn refusal(raw: &str, day: &str) -> DateError {
    let numbers = day
        .split('/')
        .filter(|part| part.bytes().all(|b| b.is_ascii_digit()))
        .count();
    if day.len() == 4 && numbers == 1 {
        return DateError::OnlyYear(shortened(raw));
    }
    if numbers == 3 && day.split('/').count() == 3 {
        return DateError::NoSuchDay(shortened(raw));
    }
    DateError::Unreadable(shortened(raw))
}

fn shortened(text: &str) -> String {
    text.chars().take(40).collect()
}

#[cfg(test)]
mod tests;
