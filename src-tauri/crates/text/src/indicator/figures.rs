//! Numbers in a folded text: rows of digits, and what they say with thousands and decimals.

use std::ops::Range;

/// A number with its thousands and decimals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amount {
    /// The bytes of the folded text.
    pub span: Range<usize>,
    /// Its value in hundredths.
    pub hundredths: u64,
}

/// The numbers of a text.
#[derive(Debug, Default)]
pub struct Figures {
    /// Rows of digits with nothing between.
    pub runs: Vec<Range<usize>>,
    /// Amounts: a row of digits, or several parted as thousands are.
    pub amounts: Vec<Amount>,
}

impl Figures {
    pub const fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }
}

/// Most digits of an amount; longer rows are no sums.
const MOST: usize = 12;

/// Every number of a folded text, in order.
pub fn figures(plain: &str) -> Figures {
    let mut figures = Figures::default();
    let mut open: Option<usize> = None;
    for (at, byte) in plain.bytes().enumerate() {
        if byte.is_ascii_digit() {
            open.get_or_insert(at);
        } else if let Some(start) = open.take() {
            figures.runs.push(start..at);
        }
    }
    if let Some(start) = open {
        figures.runs.push(start..plain.len());
    }
    let mut rest = figures.runs.as_slice();
    while let Some((first, after)) = rest.split_first() {
        let (amount, used) = amount(plain, first, after);
        figures.amounts.extend(amount);
        rest = after.get(used..).unwrap_or_default();
    }
    figures
}

/// The amount that begins with a row of digits, and how many further rows it takes.
fn amount(plain: &str, first: &Range<usize>, after: &[Range<usize>]) -> (Option<Amount>, usize) {
    let mut digits = plain.get(first.clone()).unwrap_or_default().to_owned();
    let mut end = first.end;
    let mut used = 0;
    let mut parted_by: Option<&str> = None;
    let mut cents = 0;
    for run in after {
        let gap = plain.get(end..run.start).unwrap_or_default();
        let same = parted_by.is_none_or(|sign| sign == gap);
        if same && is_thousands(gap) && run.len() == 3 && (used > 0 || digits.len() <= 3) {
            digits.push_str(plain.get(run.clone()).unwrap_or_default());
            parted_by = Some(gap);
        } else if matches!(gap, "." | ",") && parted_by != Some(gap) && run.len() <= 2 {
            let written = plain.get(run.clone()).unwrap_or_default();
            cents = written.parse::<u64>().unwrap_or_default();
            cents *= if run.len() == 1 { 10 } else { 1 };
            end = run.end;
            used += 1;
            break;
        } else {
            break;
        }
        end = run.end;
        used += 1;
    }
    let whole = if digits.len() <= MOST {
        digits.parse::<u64>().ok()
    } else {
        None
    };
    let amount = whole.map(|whole| Amount {
        span: first.start..end,
        hundredths: whole * 100 + cents,
    });
    (amount, used)
}

/// A sign between thousands.
fn is_thousands(gap: &str) -> bool {
    matches!(gap, "," | "." | " " | "'" | "\u{66c}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[u64]) {
        let found: Vec<u64> = figures(text)
            .amounts
            .iter()
            .map(|one| one.hundredths)
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn thousands_and_decimals_are_read_as_people_write_them() {
        check("3500", &[350_000]);
        check("3,500 3.500 3'500", &[350_000, 350_000, 350_000]);
        check("12 000 and 4.5", &[1_200_000, 450]);
        check("1.234.567,89", &[123_456_789]);
        check("5,50", &[550]);
        check("20-24", &[2000, 2400]);
        check("no number", &[]);
        check("12345678901234567890", &[]);
    }
}
