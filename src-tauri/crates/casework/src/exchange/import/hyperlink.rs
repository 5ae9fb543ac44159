//! Where the cells of a sheet lead: the links Excel keeps beside them, and the formula `HYPERLINK`.
//!
//! A formula's address is read where it is written out, or put together from words and cells of its own row. Whatever
//! else works it out is not worked out here; the cell is counted as a link that was not read.

use calamine::{Hyperlink, XlsxFormulaMetadata, expand_shared_formula};
use std::collections::HashMap;

/// Links that cover more than one cell, of which every cell is asked.
const MOST_RANGES: usize = 1_000;
/// Formulas that further cells share.
const MOST_SHARED: usize = 10_000;
const NAME: &str = "HYPERLINK";

/// The links kept beside the cells.
#[derive(Default)]
pub struct Behind {
    cells: HashMap<(u32, u32), String>,
    ranges: Vec<Hyperlink>,
}

impl Behind {
    /// Of a sheet. Links within the workbook lead nowhere else and are left out.
    pub fn of(all: Vec<Hyperlink>) -> Self {
        let mut behind = Self::default();
        for link in all {
            let Some(target) = address(&link) else {
                continue;
            };
            if link.range.start == link.range.end {
                behind.cells.insert(link.range.start, target);
            } else if behind.ranges.len() < MOST_RANGES {
                behind.ranges.push(Hyperlink {
                    target: Some(target),
                    ..link
                });
            }
        }
        behind
    }

    /// Where a cell leads.
    pub fn at(&self, row: u32, column: u32) -> Option<String> {
        if let Some(target) = self.cells.get(&(row, column)) {
            return Some(target.clone());
        }
        let mut ranges = self.ranges.iter();
        let found = ranges.find(|link| link.contains(row, column))?;
        found.target.clone()
    }
}

/// The whole address: what stands after its `#` is kept apart.
fn address(link: &Hyperlink) -> Option<String> {
    let target = link
        .target
        .as_deref()
        .map(str::trim)
        .filter(|target| !target.is_empty())?;
    Some(
        match link.location.as_deref().filter(|place| !place.is_empty()) {
            Some(place) => format!("{target}#{place}"),
            None => target.to_owned(),
        },
    )
}

/// Formulas of the sheet that lead somewhere.
#[derive(Default)]
pub struct Formulas {
    shared: HashMap<usize, ((u32, u32), String)>,
    /// Columns of the row that is read, with what makes up where each leads.
    here: Vec<(u32, Option<Vec<Part>>)>,
}

/// A part of an address.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Words(String),
    /// A cell of the same row, by column.
    Cell(usize),
}

impl Formulas {
    /// Notes the formula of a cell. Gives the words of the cell: those it showed, else those the formula would show.
    pub fn see(&mut self, at: (u32, u32), formula: &XlsxFormulaMetadata, shown: String) -> String {
        let Some(formula) = self.whole(at, formula) else {
            return shown;
        };
        if !formula.to_ascii_uppercase().contains(NAME) {
            return shown;
        }
        let read = parts(&formula, at.0);
        let words = read.as_ref().and_then(|(_, words)| words.clone());
        self.here.push((at.1, read.map(|(parts, _)| parts)));
        match words {
            Some(words) if shown.is_empty() => words,
            _ if shown.is_empty() => NAME.to_lowercase(),
            _ => shown,
        }
    }

    /// The formula of a cell; of those that lead nowhere only what is needed to know so.
    fn whole(&mut self, at: (u32, u32), formula: &XlsxFormulaMetadata) -> Option<String> {
        match formula {
            XlsxFormulaMetadata::Normal { formula } => Some(formula.clone()),
            XlsxFormulaMetadata::Shared {
                shared_index,
                formula,
                ..
            } => {
                if self.shared.len() < MOST_SHARED && formula.to_ascii_uppercase().contains(NAME) {
                    self.shared.insert(*shared_index, (at, formula.clone()));
                }
                Some(formula.clone())
            }
            XlsxFormulaMetadata::SharedDerived { shared_index } => {
                let (from, formula) = self.shared.get(shared_index)?;
                expand_shared_formula(formula, *from, at).ok()
            }
            _ => None,
        }
    }

    /// Where cells of the row lead; nothing for one of which that cannot be told. The row is over then.
    pub fn of_row(&mut self, cells: &[String]) -> Vec<(u32, Option<String>)> {
        let mut leading = Vec::new();
        for (column, parts) in std::mem::take(&mut self.here) {
            let address: Option<String> = parts.map(|parts| {
                let text = |part: &Part| match part {
                    Part::Words(words) => words.clone(),
                    Part::Cell(at) => cells.get(*at).cloned().unwrap_or_default(),
                };
                parts.iter().map(text).collect()
            });
            let address = address.filter(|address| !address.trim().is_empty());
            leading.push((column, address));
        }
        leading
    }
}

/// The parts of the address in `HYPERLINK(address, words)`, and the words where they are written out. `row` is that of the
/// cell, from 0; a cell of another row is none that can be told.
fn parts(formula: &str, row: u32) -> Option<(Vec<Part>, Option<String>)> {
    let formula = formula.trim().trim_start_matches('=');
    let name = formula.get(..NAME.len())?;
    let rest = formula.get(NAME.len()..)?.trim_start().strip_prefix('(')?;
    if !name.eq_ignore_ascii_case(NAME) {
        return None;
    }
    let mut parts = Vec::new();
    let mut rest = rest.trim_start();
    loop {
        let (part, after) = part(rest, row)?;
        parts.push(part);
        let after = after.trim_start();
        if let Some(more) = after.strip_prefix('&') {
            rest = more.trim_start();
            continue;
        }
        let words = after.strip_prefix([',', ';']);
        if words.is_none() && !after.starts_with(')') {
            return None;
        }
        let words = words.and_then(|words| quoted(words.trim_start()));
        return Some((parts, words.map(|(words, _)| words)));
    }
}

fn part(text: &str, row: u32) -> Option<(Part, &str)> {
    if let Some((words, rest)) = quoted(text) {
        return Some((Part::Words(words), rest));
    }
    let end = text
        .find(|c: char| !c.is_ascii_alphanumeric() && c != '$')
        .unwrap_or(text.len());
    let (cell, rest) = text.split_at(end);
    let cell = cell.replace('$', "");
    let digits = cell.find(|c: char| c.is_ascii_digit())?;
    let (letters, number) = cell.split_at(digits);
    let is_here = number
        .parse::<u32>()
        .is_ok_and(|number| number.checked_sub(1) == Some(row));
    if !is_here || !(1..=3).contains(&letters.len()) {
        return None;
    }
    let column = letters.bytes().fold(0, |column, letter| {
        column * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1
    });
    Some((Part::Cell(column - 1), rest))
}

/// A text in quotation marks, which stand doubled within it, and what comes after.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut rest = text.strip_prefix('"')?;
    let mut words = String::new();
    loop {
        let (before, after) = rest.split_once('"')?;
        words.push_str(before);
        match after.strip_prefix('"') {
            Some(more) => {
                words.push('"');
                rest = more;
            }
            None => return Some((words, after)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_leads_where_it_is_written_or_put_together_in_its_row() {
        let led = |formula: &str| {
            let mut formulas = Formulas::default();
            let formula = XlsxFormulaMetadata::Normal {
                formula: formula.into(),
            };
            let shown = formulas.see((1, 3), &formula, String::new());
            let cells = ["tiktok", "angli.one"].map(str::to_owned);
            (formulas.of_row(&cells), shown)
        };
        let one = "https://www.tiktok.com/@angli.one";
        for (formula, words) in [
            (
                r#"HYPERLINK("https://www.tiktok.com/@angli.one","open ""it""")"#,
                "open \"it\"",
            ),
            (
                r#"=hyperlink( "https://www.tiktok.com/@angli.one" )"#,
                "hyperlink",
            ),
            (
                r#"HYPERLINK("https://www.tiktok.com/@" & $B2; "open")"#,
                "open",
            ),
            (
                r#"HYPERLINK("https://www."&A2&".com/@"&B2,C2)"#,
                "hyperlink",
            ),
        ] {
            assert_eq!(
                led(formula),
                (vec![(3, Some(one.into()))], words.into()),
                "{formula}"
            );
        }
        for formula in [
            r#"HYPERLINK(B3,"open")"#,
            r#"HYPERLINK(VLOOKUP(A2,X:Y,2),"open")"#,
            r#"IF(A2="","",HYPERLINK("https://x.com/a"))"#,
            r#"HYPERLINK("unended"#,
            "HYPERLINK(C2)",
        ] {
            assert_eq!(led(formula).0, [(3, None)], "{formula}");
        }
        assert_eq!(led("SUM(A1:A2)"), (vec![], String::new()));
    }

    #[test]
    fn a_formula_shared_by_further_cells_is_read_for_each() {
        let mut formulas = Formulas::default();
        let first = XlsxFormulaMetadata::Shared {
            shared_index: usize::MAX,
            range: None,
            formula: r#"HYPERLINK("https://x.com/"&A2)"#.into(),
        };
        let next = XlsxFormulaMetadata::SharedDerived {
            shared_index: usize::MAX,
        };
        formulas.see((1, 1), &first, String::new());
        let led = formulas.of_row(&["angli_one".into()]);
        assert_eq!(led, [(1, Some("https://x.com/angli_one".into()))]);
        formulas.see((2, 1), &next, String::new());
        let led = formulas.of_row(&["angli_two".into()]);
        assert_eq!(led, [(1, Some("https://x.com/angli_two".into()))]);
    }
}
