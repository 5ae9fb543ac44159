//! Sums of money: in any digits, with signs or words of currencies, ranges, and what they are for.

use super::figures::{Amount, Figures};
use super::purposes::{self, Amounted};
use super::reading::Reading;
use super::resolve::Raw;
use super::vocabulary::{Meaning, VOCABULARY};
use super::words::Seen;
use std::ops::Range;

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
    let amounts: Vec<&Amount> = figures
        .amounts
        .iter()
        .filter(|amount| !phones.iter().any(|phone| touches(phone, &amount.span)))
        .collect();
    let parts = parts(&reading.plain, &amounts, &beside);
    let sums = sums(&reading.plain, &parts, seen);
    let amounted: Vec<Amounted> = sums.iter().map(Sum::amounted).collect();
    let purposes = purposes::of_sums(reading, seen, &amounted);
    for (sum, purpose) in sums.iter().zip(purposes) {
        found.extend(price(reading, sum, purpose));
    }
}

/// A sum, or the two ends of a range of them; a number alone where there is no currency.
struct Sum<'a> {
    first: &'a Part,
    last: Option<&'a Part>,
    currency: Option<usize>,
}

impl Sum<'_> {
    fn span(&self) -> Range<usize> {
        let end = self.last.unwrap_or(self.first).span.end;
        self.first.span.start..end.max(self.first.span.end)
    }

    /// The lower and the upper end, in the currency's own count.
    fn ends(&self) -> (u64, u64) {
        let (first, end) = (self.first, self.last.unwrap_or(self.first));
        let is_short =
            self.last.is_some() && first.factor == 1 && first.hundredths < end.hundredths;
        let factor = if is_short { end.factor } else { first.factor };
        (first.value(factor), end.value(end.factor))
    }

    fn amounted(&self) -> Amounted {
        Amounted {
            span: self.span(),
            value: self.ends().0,
            has_currency: self.currency.is_some(),
        }
    }
}

fn sums<'a>(plain: &str, parts: &'a [Part], seen: &[Seen]) -> Vec<Sum<'a>> {
    let mut sums = Vec::with_capacity(parts.len());
    let mut rest = parts;
    while let Some((first, after)) = rest.split_first() {
        let next = after
            .first()
            .filter(|next| is_range(plain, first.span.end..next.span.start, seen));
        let currency = first
            .currency
            .or_else(|| next.and_then(|next| next.currency));
        let last = next.filter(|_| currency.is_some());
        sums.push(Sum {
            first,
            last,
            currency,
        });
        rest = after.get(usize::from(last.is_some())..).unwrap_or_default();
    }
    sums
}

fn price(reading: &Reading<'_>, sum: &Sum<'_>, purpose: Option<&str>) -> Option<Raw> {
    let currency = VOCABULARY.currencies.get(sum.currency?)?;
    let times = |value: u64| value.saturating_mul(currency.times);
    let (low, high) = sum.ends();
    let (low, high) = (times(low), times(high));
    let rule = if low.max(high) >= currency.least.saturating_mul(currency.times) {
        "price"
    } else {
        "price-small"
    };
    let mut term = if sum.last.is_some() {
        format!("{} {low}-{high}", currency.code)
    } else {
        format!("{} {low}", currency.code)
    };
    if let Some(purpose) = purpose {
        term.push(' ');
        term.push_str(purpose);
    }
    Some(Raw::form(reading.in_original(&sum.span()), rule, term))
}

/// Numbers with what stands beside them; the name of a currency is of one of them.
fn parts(plain: &str, amounts: &[&Amount], beside: &[&Seen]) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::with_capacity(amounts.len());
    for (at, amount) in amounts.iter().enumerate() {
        let from = parts.last().map_or(0, |part| part.span.end);
        let next = amounts.get(at + 1).map(|next| next.span.start);
        parts.push(part(plain, amount, beside, (from, next)));
    }
    parts
}

fn part(
    plain: &str,
    amount: &Amount,
    beside: &[&Seen],
    (from, next): (usize, Option<usize>),
) -> Part {
    let mut span = amount.span.clone();
    let before = beside
        .iter()
        .filter(|one| one.span.start >= from && one.span.end <= span.start)
        .filter(|one| is_tight(plain, one.span.end..span.start))
        .filter_map(|one| Some((as_currency(one.meaning)?, one.span.start)))
        .min_by_key(|(_, start)| *start);
    let mut factor = 1;
    if let Some((by, end)) = after(plain, span.end, beside, |meaning| match meaning {
        Meaning::Factor(by) => Some(by),
        _ => None,
    }) {
        factor = by;
        span.end = end;
    }
    let mut currency = None;
    if let Some((row, end)) = after(plain, span.end, beside, as_currency)
        && !is_of_next(plain, end, next, before.is_some())
    {
        currency = Some(row);
        span.end = end;
    }
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

/// True if the name of a currency that ends here is of the number after it: that has one before it, or the sign stands
/// right before its digits.
fn is_of_next(plain: &str, end: usize, next: Option<usize>, has_one: bool) -> bool {
    next.is_some_and(|next| end == next || (has_one && end < next && is_tight(plain, end..next)))
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

const fn touches(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}
