//! One lexicon: the terms of a language, read from and written as CSV.
//!
//! A file that breaks a rule is refused whole, with every row and why, so that
//! an officer can mend it in one go. Written and read again it is the same.

use super::Category;
use super::reading::comparable;
use chrono::NaiveDate;
use csv::{ReaderBuilder, StringRecord, WriterBuilder};
use std::collections::HashMap;
use std::fmt;

/// The columns, in the order they are written; a file may have them in any order.
pub const COLUMNS: [&str; 8] = [
    "term", "category", "meaning", "weight", "source", "date", "reviewer", "linguist",
];

/// The least and the most a term can weigh; terms against an offer weigh the same below zero.
pub const WEIGHTS: std::ops::RangeInclusive<i32> = 1..=10;

/// A term of a lexicon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// As written in the language; `*` before or after stands for any letters there.
    pub term: String,
    /// What kind of sign it is.
    pub category: Category,
    /// What it means, in English.
    pub meaning: String,
    /// How telling it is: 1 to 10, or -1 to -10 where it speaks against an offer.
    pub weight: i32,
    /// The address of a published source, or `to validate`.
    pub source: String,
    /// The day it was entered or last changed.
    pub date: NaiveDate,
    /// The linguist who read it; empty if none did.
    pub reviewer: String,
    /// True if it is not published and no linguist has read it.
    pub needs_linguist: bool,
}

/// The terms of a language with their version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lexicon {
    /// The language's code; `mul` for signs of no language.
    pub language: String,
    /// The version, which hits keep.
    pub version: String,
    /// The remark of the first line, without its `#`.
    pub remark: String,
    /// The terms, in the order of the file.
    pub terms: Vec<Term>,
}

/// Why a row of a lexicon cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {why}")]
pub struct Fault {
    /// The line of the file, from 1.
    pub line: u64,
    /// What is wrong with it, and what is wanted.
    pub why: String,
}

impl Lexicon {
    /// Reads a lexicon; refused whole if a row breaks a rule, with every fault.
    ///
    /// The version stands in the first line (`… Version 2026-11-27. …`); without one it is the latest date of a row.
    pub fn read(language: &str, text: &str) -> Result<Self, Vec<Fault>> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let remark = text
            .lines()
            .next()
            .and_then(|line| line.strip_prefix('#'))
            .unwrap_or_default()
            .trim()
            .to_owned();
        let mut reader = ReaderBuilder::new()
            .comment(Some(b'#'))
            .flexible(true)
            .trim(csv::Trim::All)
            .from_reader(text.as_bytes());
        let columns = columns(reader.headers()).map_err(|fault| vec![fault])?;
        let mut faults = Vec::new();
        let mut terms: Vec<Term> = Vec::new();
        let mut met: HashMap<String, u64> = HashMap::new();
        for row in reader.into_records() {
            let row = match row {
                Ok(row) => row,
                Err(error) => {
                    let line = error.position().map_or(0, csv::Position::line);
                    faults.push(fault(line, "the row cannot be read as CSV"));
                    continue;
                }
            };
            let line = row.position().map_or(0, csv::Position::line);
            match term(&row, &columns) {
                Ok(term) => {
                    if let Some(first) = met.insert(key(&term.term), line) {
                        let why = format!("{:?} stands already in line {first}", term.term);
                        faults.push(fault(line, why));
                    }
                    terms.push(term);
                }
                Err(why) => faults.push(fault(line, why)),
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        Ok(Self {
            language: language.to_owned(),
            version: version(&remark, &terms),
            remark,
            terms,
        })
    }

    /// The lexicon as CSV, the same bytes for the same terms; read again it is the same lexicon.
    pub fn write(&self) -> String {
        let mut writer = WriterBuilder::new()
            .comment(Some(b'#'))
            .from_writer(Vec::new());
        // Writing to memory does not fail.
        let _ = writer.write_record(COLUMNS);
        for term in &self.terms {
            let _ = writer.write_record([
                term.term.as_str(),
                term.category.code(),
                &term.meaning,
                &term.weight.to_string(),
                &term.source,
                &term.date.to_string(),
                &term.reviewer,
                if term.needs_linguist { "yes" } else { "" },
            ]);
        }
        let rows = writer.into_inner().unwrap_or_default();
        let rows = String::from_utf8(rows).unwrap_or_default();
        let remark = if self.remark.contains(&format!("Version {}", self.version)) {
            self.remark.clone()
        } else {
            let remark = without_version(&self.remark);
            format!("{remark} Version {}.", self.version)
        };
        format!("# {}\n{rows}", remark.trim())
    }
}

impl fmt::Display for Lexicon {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.language, self.version)
    }
}

fn fault(line: u64, why: impl Into<String>) -> Fault {
    Fault {
        line,
        why: why.into(),
    }
}

/// Where each of [`COLUMNS`] stands.
fn columns(header: Result<&StringRecord, csv::Error>) -> Result<Vec<usize>, Fault> {
    let header = header.map_err(|_| fault(1, "the file is not CSV in UTF-8"))?;
    COLUMNS
        .iter()
        .map(|wanted| {
            let line = header.position().map_or(1, csv::Position::line);
            header
                .iter()
                .position(|name| name.eq_ignore_ascii_case(wanted))
                .ok_or_else(|| fault(line, format!("the column {wanted:?} is missing")))
        })
        .collect()
}

fn term(row: &StringRecord, columns: &[usize]) -> Result<Term, String> {
    let cell = |index: usize| {
        let at = columns.get(index).copied().unwrap_or(usize::MAX);
        row.get(at).unwrap_or_default().to_owned()
    };
    let written = cell(0);
    check_term(&written)?;
    let category = Category::of_code(&cell(1)).ok_or_else(|| {
        let codes: Vec<_> = Category::ALL.iter().map(|one| one.code()).collect();
        format!("{:?} is no category; one of {}", cell(1), codes.join(", "))
    })?;
    if cell(2).is_empty() {
        return Err(format!("{written:?} has no meaning in English"));
    }
    let weight = weight(&cell(3), category)?;
    if cell(4).is_empty() {
        return Err("it has no source; write \"to validate\" where there is none".to_owned());
    }
    let date = NaiveDate::parse_from_str(&cell(5), "%Y-%m-%d")
        .map_err(|_| format!("{:?} is no date such as 2026-11-27", cell(5)))?;
    let needs_linguist = match cell(7).as_str() {
        "yes" => true,
        "" | "no" => false,
        other => return Err(format!("linguist is {other:?}; \"yes\" or nothing")),
    };
    Ok(Term {
        term: written,
        category,
        meaning: cell(2),
        weight,
        source: cell(4),
        date,
        reviewer: cell(6),
        needs_linguist,
    })
}

fn check_term(written: &str) -> Result<(), String> {
    let inner = written.trim_matches('*');
    let folded = comparable(inner);
    if folded.trim().is_empty() {
        return Err(format!("the term {written:?} is empty"));
    }
    if inner.contains('*') {
        return Err(format!("{written:?}: * may only begin or end a term"));
    }
    let is_word = folded.chars().any(crate::fold::is_word);
    if is_word && folded.trim().chars().count() < 2 {
        return Err(format!(
            "{written:?} is one letter: it would be found everywhere"
        ));
    }
    if !is_word && folded.is_ascii() {
        return Err(format!("{written:?} holds no letter, digit or picture"));
    }
    Ok(())
}

fn weight(text: &str, category: Category) -> Result<i32, String> {
    let weight: i32 = text
        .parse()
        .map_err(|_| format!("the weight {text:?} is no whole number"))?;
    let is_against = category == Category::Against;
    let size = if is_against { -weight } else { weight };
    if WEIGHTS.contains(&size) {
        return Ok(weight);
    }
    Err(if is_against {
        format!("the weight {weight} of a term against an offer must lie from -1 to -10")
    } else {
        format!("the weight {weight} must lie from 1 to 10")
    })
}

/// Two terms with one key would match the same places.
fn key(term: &str) -> String {
    let inner = term.trim_matches('*');
    let folded = comparable(inner);
    format!(
        "{}{}{}",
        if term.starts_with('*') { "*" } else { "" },
        folded.trim(),
        if term.ends_with('*') { "*" } else { "" }
    )
}

fn version(remark: &str, terms: &[Term]) -> String {
    if let Some((_, rest)) = remark.split_once("Version ") {
        let version = rest.split_whitespace().next().unwrap_or_default();
        let version = version.trim_end_matches(['.', ',', ';']);
        if !version.is_empty() {
            return version.to_owned();
        }
    }
    let latest = terms.iter().map(|term| term.date).max();
    latest.map(|date| date.to_string()).unwrap_or_default()
}

/// A remark without the words that name a version.
fn without_version(remark: &str) -> String {
    let Some((before, rest)) = remark.split_once("Version ") else {
        return remark.to_owned();
    };
    let after = rest
        .split_once(char::is_whitespace)
        .map_or("", |(_, after)| after);
    format!("{} {}", before.trim(), after.trim())
        .trim()
        .to_owned()
}

#[cfg(test)]
mod tests;
