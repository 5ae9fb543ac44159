//! When it leaves: words such as "tonight" in every language, and days of the calendar.

use super::figures::Figures;
use super::reading::Reading;
use super::resolve::Raw;
use super::vocabulary::{Meaning, VOCABULARY};
use super::when::When;
use super::words::Seen;
use std::ops::Range;

/// Years that are dates of our time.
const YEARS: Range<i32> = 2000..2100;

/// Finds times and days.
pub fn find(
    reading: &Reading<'_>,
    seen: &[Seen],
    figures: &Figures,
    phones: &[Range<usize>],
    found: &mut Vec<Raw>,
) {
    for one in seen {
        let Meaning::Time(row) = one.meaning else {
            continue;
        };
        let Some(time) = VOCABULARY.times.get(row) else {
            continue;
        };
        let rule = if time.when.is_pressing() {
            "schedule"
        } else {
            "date"
        };
        let raw = Raw::form(reading.in_original(&one.span), rule, time.meaning);
        found.push(raw.speaking(time.language).at(time.when));
    }
    let mut rest = figures.runs.as_slice();
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        if phones.iter().any(|phone| phone.contains(&first.start)) {
            continue;
        }
        let day = numeric(&reading.plain, first, after)
            .or_else(|| named(&reading.plain, first, after, seen));
        let Some((span, when, used)) = day else {
            continue;
        };
        let term = term(when);
        let raw = Raw::form(reading.in_original(&span), "date", term);
        found.push(raw.at(when));
        rest = after.get(used..).unwrap_or_default();
    }
}

fn term(when: When) -> String {
    match when {
        When::Date {
            day,
            month,
            year: Some(year),
        } => format!("{year}-{month:02}-{day:02}"),
        When::Date { day, month, .. } => format!("--{month:02}-{day:02}"),
        _ => String::new(),
    }
}

type Day = (Range<usize>, When, usize);

/// A day in numbers: `27/7`, `27.07.2026`, `2026-07-27`; `24/7` is none.
fn numeric(plain: &str, first: &Range<usize>, after: &[Range<usize>]) -> Option<Day> {
    let second = after.first()?;
    let sign = plain.get(first.end..second.start)?;
    if !matches!(sign, "/" | "." | "-") || is_beside_letter(plain, first.start) {
        return None;
    }
    let third = after
        .get(1)
        .filter(|third| plain.get(second.end..third.start) == Some(sign));
    let number = |run: &Range<usize>| plain.get(run.clone())?.parse::<i32>().ok();
    let (a, b) = (number(first)?, number(second)?);
    let (day, month, year, end, used) = match third {
        Some(third) if first.len() == 4 => (number(third)?, b, Some(a), third.end, 2),
        Some(third) => {
            let year = number(third)?;
            let year = if third.len() == 2 { 2000 + year } else { year };
            (a, b, Some(year), third.end, 2)
        }
        None if sign == "/" || sign == "." && first.len() == 2 && second.len() == 2 => {
            (a, b, None, second.end, 1)
        }
        None => return None,
    };
    if year.is_none() && (sign == "/" && (day, month) == (24, 7) || is_sum(plain, first.start..end))
    {
        return None;
    }
    Some((first.start..end, date(day, month, year)?, used))
}

/// A day with its month as a word: `27 July`, `July 27, 2026`.
fn named(plain: &str, first: &Range<usize>, after: &[Range<usize>], seen: &[Seen]) -> Option<Day> {
    if first.len() > 2 {
        return None;
    }
    let day: i32 = plain.get(first.clone())?.parse().ok()?;
    let gap = |gap: Range<usize>| plain.get(gap).is_some_and(is_between);
    let (month, word) = seen
        .iter()
        .filter_map(|one| match one.meaning {
            Meaning::Month(month) => Some((month, one.span.clone())),
            _ => None,
        })
        .filter(|(_, word)| {
            word.start >= first.end && gap(first.end..word.start)
                || word.end <= first.start && gap(word.end..first.start)
        })
        .max_by_key(|(_, word)| word.len())?;
    let month = i32::try_from(month).ok()?;
    let start = first.start.min(word.start);
    let mut end = first.end.max(word.end);
    let year = after
        .first()
        .filter(|run| run.len() == 4 && run.start >= end && gap(end..run.start))
        .and_then(|run| Some((plain.get(run.clone())?.parse().ok()?, run.end)));
    let used = usize::from(year.is_some());
    let year = year.map(|(year, at)| {
        end = at;
        year
    });
    Some((start..end, date(day, month, year)?, used))
}

/// What may stand between a day, its month and its year: nothing, the ending of an ordinal, "of", a comma.
fn is_between(gap: &str) -> bool {
    let bare = ["st", "nd", "rd", "th", "er"]
        .iter()
        .find_map(|ending| gap.strip_prefix(ending))
        .unwrap_or(gap);
    matches!(bare.trim_matches([' ', '.', ',']), "" | "of" | "de") && gap.len() <= 6
}

fn date(day: i32, month: i32, year: Option<i32>) -> Option<When> {
    let is_day = (1..=31).contains(&day) && (1..=12).contains(&month);
    if !is_day || year.is_some_and(|year| !YEARS.contains(&year)) {
        return None;
    }
    Some(When::Date {
        day: u8::try_from(day).ok()?,
        month: u8::try_from(month).ok()?,
        year,
    })
}

fn is_beside_letter(plain: &str, at: usize) -> bool {
    let before = plain.get(..at).unwrap_or_default();
    before
        .chars()
        .next_back()
        .is_some_and(|c| crate::fold::is_word(c) || matches!(c, '.' | '/' | '-'))
}

/// True if a sign of percent or money stands beside: no day.
fn is_sum(plain: &str, span: Range<usize>) -> bool {
    const SIGNS: &[char] = &['%', '£', '€', '$'];
    let before = plain.get(..span.start).unwrap_or_default().trim_end();
    let after = plain.get(span.end..).unwrap_or_default().trim_start();
    before.ends_with(SIGNS) || after.starts_with(SIGNS)
}
