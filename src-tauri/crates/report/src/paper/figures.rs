//! A report of figures on paper.

use super::{Layout, Line, TEMPLATE_FIGURES, engine};
use crate::figures::{FiguresDocument, Piece};
use crate::{Error, Result};
use breakwater_model::Instant;
use serde::Serialize;

#[derive(Serialize)]
struct Paper {
    name: String,
    title: String,
    marking: String,
    facts: Vec<(String, Line)>,
    pieces: Vec<Set>,
}

#[derive(Serialize)]
struct Set {
    kind: &'static str,
    text: Option<Line>,
    points: Vec<Line>,
    columns: Vec<String>,
    rows: Vec<Vec<String>>,
    has_total: bool,
    notes: Vec<Line>,
}

impl Set {
    fn of(layout: &mut Layout, kind: &'static str, text: &str) -> Self {
        Self {
            kind,
            text: Some(layout.line(text)),
            points: Vec::new(),
            columns: Vec::new(),
            rows: Vec::new(),
            has_total: false,
            notes: Vec::new(),
        }
    }
}

/// The report as PDF on A4.
///
/// # Errors
/// [`Error::Typeset`] only by a fault of the program, whatever the words.
pub fn figures_pdf(document: &FiguresDocument, at: Instant) -> Result<super::Pdf> {
    let mut layout = Layout::default();
    let title = layout.plain(&document.title);
    let marking = layout.plain(&document.marking);
    let facts = document
        .facts
        .iter()
        .map(|(name, value)| (layout.plain(name), layout.line(value)))
        .collect();
    let pieces = document
        .pieces
        .iter()
        .map(|piece| set(&mut layout, piece))
        .collect();
    let paper = Paper {
        name: format!("{title} ({marking})"),
        title,
        marking,
        facts,
        pieces,
    };
    let words = serde_json::to_vec(&paper).map_err(|_| Error::Typeset)?;
    engine::set(TEMPLATE_FIGURES, words, at)
}

fn set(layout: &mut Layout, piece: &Piece) -> Set {
    match piece {
        Piece::Heading(text) => Set::of(layout, "heading", text),
        Piece::Text(text) => Set::of(layout, "text", text),
        Piece::Said(text) => Set::of(layout, "said", text),
        Piece::Points(points) => {
            let points = points.iter().map(|point| layout.line(point)).collect();
            Set {
                text: None,
                points,
                ..Set::of(layout, "points", "")
            }
        }
        Piece::Table(table) => {
            let columns = table
                .columns
                .iter()
                .map(|column| layout.plain(column))
                .collect();
            let rows = table
                .rows
                .iter()
                .map(|(name, cells)| {
                    let cells = cells.iter().map(|cell| layout.plain(&cell.words()));
                    std::iter::once(name.clone())
                        .chain(cells.collect::<Vec<_>>())
                        .collect()
                })
                .collect();
            let notes = table.notes.iter().map(|note| layout.line(note)).collect();
            Set {
                columns,
                rows,
                has_total: table.has_total,
                notes,
                ..Set::of(layout, "table", &table.caption)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::{Cell, Table};

    #[test]
    fn a_report_is_set_whatever_it_says() {
        let table = Table {
            caption: "By platform".into(),
            columns: vec!["Platform".into(), "Referred".into()],
            rows: (0..90)
                .map(|row| (format!("#row {row}"), vec![Cell::Count(row)]))
                .chain([("All".into(), vec![Cell::held()])])
                .collect(),
            has_total: true,
            notes: vec!["c: held back".into()],
        };
        let document = FiguresDocument {
            title: "#set text(1pt)".into(),
            marking: "OFFICIAL".into(),
            facts: vec![("As at".into(), "\u{202e}evil".into())],
            pieces: vec![
                Piece::Heading("Accounts".into()),
                Piece::Said("more than 8,000, up more than 40 %".into()),
                Piece::Points(vec!["]b".into(), String::new()]),
                Piece::Text("اسم".into()),
                Piece::Table(table),
            ],
        };
        let at = Instant(1_764_000_000_000);
        let pdf = figures_pdf(&document, at).unwrap();
        assert!(pdf.bytes.starts_with(b"%PDF"));
        assert!((2..6).contains(&pdf.pages), "{} pages", pdf.pages);
        assert_eq!(pdf, figures_pdf(&document, at).unwrap());
    }
}
