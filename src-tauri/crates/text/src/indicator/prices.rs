//! Sums of money: in any digits, with signs or words of currencies, ranges, and what they are for.

use super::figures::{Amount, Figures};
use super::reading::Reading;
use super::resolve::Raw;
use super::vocabulary::{Meaning, VOCABULARY};
use super::words::Seen;
use std::ops::Range;

/// How far beside a sum, in bytes, a word may stand that says what it is for.
const BESIDE: usize = 32;

/// A number with the currency and the multiplier beside it.
#[derive(Debug)]
struct Part {
    span: Range<usize>,
    hundredths: u64,
    factor: u64,
    currency: Option<usize>,
}

impl Part {
    fn value(&self, factor: u64) -> u64 {
        self.hundredths.saturating_mul(factor) / 100
    }
}

/// Finds sums; numbers of telephones are none.
pub fn find(
    reading: &Reading<'_>,
    seen: &[Seen],
    figures: &Figures,
    phones: &[Range<usize>],
    found: &mut Vec<Raw>,
) {
    let beside: Vec<&Seen> = seen
        .iter()
        .filter(|one| matches!(one.meaning, Meaning::Currency(_) | Meaning::Factor(_)))
        .collect();
    if !beside
        .iter()
        .any(|one| matches!(one.meaning, Meaning::Currency(_)))
    {
        return;
    }
    let parts: Vec<Part> = figures
        .amounts
        .iter()
        .filter(|amount| !phones.iter().any(|phone| touches(phone, &amount.span)))
        .map(|amount| part(&reading.plain, amount, &beside))
        .collect();
    let mut rest = parts.as_slice();
    while let Some((first, after)) = rest.split_first() {
        let next = after
            .first()
            .filter(|next| is_range(&reading.plain, first.span.end..next.span.start, seen));
        let currency = first
            .currency
            .or_else(|| next.and_then(|next| next.currency));
        let next = next.filter(|_| currency.is_some());
        if let Some(currency) = currency {
            found.extend(price(reading, seen, first, next, currency));
        }
        rest = after.get(usize::from(next.is_some())..).unwrap_or_default();
    }
}

fn price(
    reading: &Reading<'_>,
    seen: &[Seen],
    first: &Part,
    last: Option<&Part>,
    currency: usize,
) -> Option<Raw> {
    let currency = VOCABULARY.currencies.get(currency)?;
    let end = last.unwrap_or(first);
    let factor = if last.is_some() && first.factor == 1 && first.hundredths < end.hundredths {
        end.factor
    } else {
        first.factor
    };
    let times = |value: u64| value.saturating_mul(currency.times);
    let low = times(first.value(factor));
    let high = times(end.value(end.factor));
    let span = first.span.start..end.span.end.max(first.span.end);
    let rule = if low.max(high) >= currency.least.saturating_mul(currency.times) {
        "price"
    } else {
        "price-small"
    };
    let mut term = if last.is_some() {
        format!("{} {low}-{high}", currency.code)
    } else {
        format!("{} {low}", currency.code)
    };
    if let Some(purpose) = purpose(seen, &span) {
        term.push(' ');
        term.push_str(purpose);
    }
    Some(Raw::form(reading.in_original(&span), rule, term))
}

fn part(plain: &str, amount: &Amount, beside: &[&Seen]) -> Part {
    let mut span = amount.span.clone();
    let mut factor = 1;
    if let Some((by, end)) = after(plain, span.end, beside, |meaning| match meaning {
        Meaning::Factor(by) => Some(by),
        _ => None,
    }) {
        factor = by;
        span.end = end;
    }
    let mut currency = None;
    if let Some((row, end)) = after(plain, span.end, beside, as_currency) {
        currency = Some(row);
        span.end = end;
    }
    let before = beside
        .iter()
        .filter(|one| one.span.end <= span.start && is_tight(plain, one.span.end..span.start))
        .filter_map(|one| Some((as_currency(one.meaning)?, one.span.start)))
        .min_by_key(|(_, start)| *start);
    if let Some((row, start)) = before
        && currency.is_none_or(|held| held == row)
    {
        currency = Some(row);
        span.start = start;
    }
    Part {
        span,
        hundredths: amount.hundredths,
        factor,
        currency,
    }
}

const fn as_currency(meaning: Meaning) -> Option<usize> {
    match meaning {
        Meaning::Currency(row) => Some(row),
        _ => None,
    }
}

/// What stands right behind: what it stands for and where it ends, the longest of several.
fn after<T>(
    plain: &str,
    end: usize,
    beside: &[&Seen],
    wanted: impl Fn(Meaning) -> Option<T>,
) -> Option<(T, usize)> {
    beside
        .iter()
        .filter(|one| one.span.start >= end && is_tight(plain, end..one.span.start))
        .filter_map(|one| Some((wanted(one.meaning)?, one.span.end)))
        .max_by_key(|(_, end)| *end)
}

/// Nothing or a single space between.
fn is_tight(plain: &str, gap: Range<usize>) -> bool {
    gap.len() <= 1 && plain.get(gap).is_some_and(|gap| gap.trim().is_empty())
}

/// True for what stands between the two ends of a range.
fn is_range(plain: &str, gap: Range<usize>, seen: &[Seen]) -> bool {
    const MOST: usize = 12;
    if gap.start >= gap.end || gap.len() > MOST {
        return false;
    }
    let written = plain.get(gap.clone()).unwrap_or_default();
    let inner = written.trim();
    if matches!(inner, "-" | "/" | "~") {
        return true;
    }
    let start = gap.start + (written.len() - written.trim_start().len());
    let span = start..start + inner.len();
    seen.iter()
        .any(|one| one.meaning == Meaning::Between && one.span == span)
}

/// What a sum is for, from the nearest word beside it; behind it wins.
fn purpose(seen: &[Seen], span: &Range<usize>) -> Option<&'static str> {
    let distance = |one: &Seen| {
        if one.span.start >= span.end {
            Some(one.span.start - span.end)
        } else if one.span.end <= span.start {
            Some(BESIDE / 2 + span.start - one.span.end)
        } else {
            None
        }
    };
    seen.iter()
        .filter_map(|one| match one.meaning {
            Meaning::Purpose(row) => Some((distance(one)?, row)),
            _ => None,
        })
        .filter(|(distance, _)| *distance <= BESIDE)
        .min()
        .and_then(|(_, row)| VOCABULARY.purposes.get(row))
        .copied()
}

const fn touches(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}
