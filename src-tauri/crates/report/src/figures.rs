//! Reports of figures: one document, written as PDF, CSV or JSON.
//!
//! Invariant: the same document gives the same bytes, and the three say the same; a cell that is held back is so in all
//! of them. Whoever makes the document sees to what may stand in it.

use crate::csv_guard::guard;
use crate::{Error, Result};
use serde::Serialize;

/// What stands in a cell of a table that is held back.
pub const HELD: &str = "c";

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Cell {
    /// A count.
    Count(u32),
    /// A share from 0 to 1, or a number with a fraction.
    Share(f64),
    /// Words, or the sign that a number is held back.
    Words(String),
}

impl Cell {
    /// A number that is not told.
    pub fn held() -> Self {
        Self::Words(HELD.to_owned())
    }

    /// Nothing to tell.
    pub fn none() -> Self {
        Self::Words("–".to_owned())
    }

    /// As it is read.
    pub fn words(&self) -> String {
        match self {
            Self::Count(count) => grouped(*count),
            Self::Share(share) => format!("{:.1} %", share * 100.0),
            Self::Words(words) => words.clone(),
        }
    }

    /// As a program reads it: no grouping, shares from 0 to 1.
    fn plain(&self) -> String {
        match self {
            Self::Count(count) => count.to_string(),
            Self::Share(share) => format!("{share:.4}"),
            Self::Words(words) => guard(words).into_owned(),
        }
    }
}

/// 8014 as 8,014.
pub fn grouped(count: u32) -> String {
    let digits = count.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Table {
    /// What it shows, of what, in which unit.
    pub caption: String,
    /// Names of the columns; the first is of the rows.
    pub columns: Vec<String>,
    /// Name of each row and its cells.
    pub rows: Vec<(String, Vec<Cell>)>,
    /// True if the last row is the whole.
    pub has_total: bool,
    /// What is to be known of it.
    pub notes: Vec<String>,
}

/// A piece of a report.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Piece {
    /// A heading.
    Heading(String),
    /// A paragraph.
    Text(String),
    /// The figure itself, as it may be said.
    Said(String),
    /// Things that are to be said with it, each on a line.
    Points(Vec<String>),
    /// A table.
    Table(Table),
}

/// A report.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FiguresDocument {
    /// What it is.
    pub title: String,
    /// Head and foot of every page.
    pub marking: String,
    /// Period, moment, units, definitions: name and value.
    pub facts: Vec<(String, String)>,
    /// The pieces, in order.
    pub pieces: Vec<Piece>,
}

impl FiguresDocument {
    /// Everything it says, a line each: what a reader of the finished paper can read.
    pub fn text(&self) -> String {
        let mut lines = vec![self.title.clone(), self.marking.clone()];
        lines.extend(
            self.facts
                .iter()
                .map(|(name, value)| format!("{name}: {value}")),
        );
        for piece in &self.pieces {
            match piece {
                Piece::Heading(text) | Piece::Text(text) | Piece::Said(text) => {
                    lines.push(text.clone());
                }
                Piece::Points(points) => lines.extend(points.iter().cloned()),
                Piece::Table(table) => lines.extend(table_lines(table)),
            }
        }
        lines.join("\n")
    }

    /// As JSON, with numbers as numbers.
    pub fn json(&self) -> Result<Vec<u8>> {
        let mut bytes = serde_json::to_vec_pretty(self).map_err(|error| Error::Io {
            what: "the report".into(),
            source: error.into(),
        })?;
        bytes.push(b'\n');
        Ok(bytes)
    }

    /// As CSV, one row a cell: part, row, column, value; formula-safe.
    pub fn csv(&self) -> Vec<u8> {
        let mut text = String::from("\u{feff}part,row,column,value\r\n");
        let mut line = |cells: [&str; 4]| {
            let cells = cells.map(quoted);
            text.push_str(&cells.join(","));
            text.push_str("\r\n");
        };
        line(["report", "title", "", &guard(&self.title)]);
        line(["report", "marking", "", &guard(&self.marking)]);
        for (name, value) in &self.facts {
            line(["report", &guard(name), "", &guard(value)]);
        }
        let mut part = String::from("report");
        for piece in &self.pieces {
            match piece {
                Piece::Heading(text) => part = guard(text).into_owned(),
                Piece::Text(text) => line([&part, "text", "", &guard(text)]),
                Piece::Said(text) => line([&part, "may be said", "", &guard(text)]),
                Piece::Points(points) => {
                    for point in points {
                        line([&part, "point", "", &guard(point)]);
                    }
                }
                Piece::Table(table) => {
                    let caption = guard(&table.caption);
                    for (name, cells) in &table.rows {
                        for (column, cell) in table.columns.iter().skip(1).zip(cells) {
                            line([&caption, &guard(name), &guard(column), &cell.plain()]);
                        }
                    }
                    for note in &table.notes {
                        line([&caption, "note", "", &guard(note)]);
                    }
                }
            }
        }
        text.into_bytes()
    }
}

fn table_lines(table: &Table) -> Vec<String> {
    let mut lines = vec![table.caption.clone(), table.columns.join(" | ")];
    lines.extend(table.rows.iter().map(|(name, cells)| {
        let cells: Vec<String> = cells.iter().map(Cell::words).collect();
        format!("{name} | {}", cells.join(" | "))
    }));
    lines.extend(table.notes.iter().cloned());
    lines
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document() -> FiguresDocument {
        FiguresDocument {
            title: "Figures, 2026".into(),
            marking: "OFFICIAL".into(),
            facts: vec![("As at".into(), "1 December 2026".into())],
            pieces: vec![
                Piece::Heading("Accounts".into()),
                Piece::Said("more than 8,000".into()),
                Piece::Points(vec!["=cmd".into()]),
                Piece::Table(Table {
                    caption: "By platform".into(),
                    columns: vec!["Platform".into(), "Referred".into(), "Share".into()],
                    rows: vec![
                        (
                            "One, \"two\"".into(),
                            vec![Cell::Count(8_014), Cell::Share(0.886)],
                        ),
                        ("All".into(), vec![Cell::held(), Cell::none()]),
                    ],
                    has_total: true,
                    notes: vec![],
                }),
            ],
        }
    }

    #[test]
    fn three_forms_say_the_same_and_hold_back_the_same() {
        let document = document();
        let text = document.text();
        let csv = String::from_utf8(document.csv()).unwrap();
        let json: serde_json::Value = serde_json::from_slice(&document.json().unwrap()).unwrap();
        assert!(text.contains("One, \"two\" | 8,014 | 88.6 %") && text.contains("All | c | –"));
        assert!(
            csv.contains("By platform,\"One, \"\"two\"\"\",Referred,8014\r\n"),
            "{csv}"
        );
        assert!(csv.contains("By platform,All,Referred,c\r\n"));
        assert!(csv.contains("'=cmd") && !csv.contains(",=cmd"));
        let rows = json.pointer("/pieces/3/table/rows").unwrap();
        assert_eq!(rows[0][1][0], 8_014);
        assert_eq!(rows[1][1][0], "c");
    }
}
