//! A paper of the unit's own: a head, then parts with facts, words and tables. Hand-overs, letters and reports on one
//! account are set by it.

use super::{Layout, Line, TEMPLATE_PAGES, engine};
use crate::{Error, Result};
use breakwater_model::Instant;
use serde::Serialize;

/// A paper.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pages {
    /// The marking, head and foot of every page.
    pub marking: String,
    /// What every page says above its text, such as that it is not approved.
    pub standing: Option<&'static str>,
    /// What it is told apart by, at the foot of every page.
    pub reference: String,
    /// Its title.
    pub title: String,
    /// Facts at its head.
    pub facts: Vec<(String, String)>,
    /// Its parts, in order.
    pub parts: Vec<PagePart>,
}

/// A part of a paper.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PagePart {
    /// Its heading; none if empty.
    pub heading: String,
    /// Words below the heading, paragraph by paragraph.
    pub words: String,
    /// Facts, each with what it says.
    pub facts: Vec<(String, String)>,
    /// Headings of its table's columns.
    pub columns: Vec<&'static str>,
    /// Rows of its table: a cell a column.
    pub rows: Vec<Vec<String>>,
}

#[derive(Serialize)]
struct Paper {
    name: String,
    marking: String,
    standing: Option<&'static str>,
    reference: String,
    title: Line,
    facts: Vec<Fact>,
    parts: Vec<Part>,
    note: Option<&'static str>,
}

#[derive(Serialize)]
struct Fact {
    label: String,
    lines: Vec<Line>,
}

#[derive(Serialize)]
struct Part {
    heading: Line,
    has_heading: bool,
    words: Vec<Line>,
    facts: Vec<Fact>,
    columns: Vec<&'static str>,
    rows: Vec<Vec<Vec<Line>>>,
}

/// The paper as PDF on A4; `at` is the only time the file bears.
///
/// # Errors
/// [`Error::Typeset`] only by a fault of the program, whatever the words.
pub fn pages_pdf(pages: &Pages, at: Instant) -> Result<super::Pdf> {
    let mut layout = Layout::default();
    let marking = layout.plain(&pages.marking);
    let stands = match pages.standing {
        Some(standing) => format!("{marking}; {standing}"),
        None => marking.clone(),
    };
    let name = format!("{}, {} ({stands})", pages.title, pages.reference);
    let mut paper = Paper {
        name: layout.plain(&name),
        marking,
        standing: pages.standing,
        reference: layout.plain(&pages.reference),
        title: layout.line(&pages.title),
        facts: facts(&mut layout, &pages.facts),
        parts: pages
            .parts
            .iter()
            .map(|one| part(&mut layout, one))
            .collect(),
        note: None,
    };
    paper.note = layout
        .has_gaps
        .then_some("A character shown as [U+…] is one this document has no letter for.");
    let words = serde_json::to_vec(&paper).map_err(|_| Error::Typeset)?;
    engine::set(TEMPLATE_PAGES, words, at)
}

fn facts(layout: &mut Layout, facts: &[(String, String)]) -> Vec<Fact> {
    facts
        .iter()
        .map(|(label, value)| Fact {
            label: layout.plain(label),
            lines: layout.lines(value),
        })
        .collect()
}

fn part(layout: &mut Layout, part: &PagePart) -> Part {
    let width = part.columns.len();
    Part {
        heading: layout.line(&part.heading),
        has_heading: !part.heading.is_empty(),
        words: layout.lines(&part.words),
        facts: facts(layout, &part.facts),
        columns: part.columns.clone(),
        rows: part
            .rows
            .iter()
            .map(|row| {
                let empty = String::new();
                (0..width)
                    .map(|at| layout.cell(row.get(at).unwrap_or(&empty)))
                    .collect()
            })
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paper_is_set_whatever_people_wrote_and_is_the_same_twice() {
        let words = [
            "plain",
            "اسم",
            "#set text(1pt)",
            "\u{202e}evil",
            "a\"]b",
            "",
            "x\ny\n\nz",
        ];
        let rows = words.iter().cycle().take(90);
        let pages = Pages {
            marking: "OFFICIAL-SENSITIVE".into(),
            standing: Some("NOT APPROVED"),
            reference: "H-1".into(),
            title: "Hand-over".into(),
            facts: vec![("From".into(), "4417".into())],
            parts: vec![
                PagePart {
                    heading: "#heading".into(),
                    words: words.join("\n"),
                    ..PagePart::default()
                },
                PagePart {
                    columns: vec!["What", "Why", "Due"],
                    rows: rows
                        .map(|word| vec![(*word).to_owned(), "w".repeat(300)])
                        .collect(),
                    ..PagePart::default()
                },
            ],
        };
        let at = Instant(1_764_000_000_000);
        let pdf = pages_pdf(&pages, at).unwrap();
        assert!(pdf.bytes.starts_with(b"%PDF") && pdf.pages > 1);
        assert_eq!(pdf, pages_pdf(&pages, at).unwrap());
    }

    #[test]
    fn a_long_text_in_a_short_table_goes_on_over_pages() {
        let pages = |length: usize| {
            let long = "boat every night ".repeat(length);
            let paper = Pages {
                title: "Everything held".into(),
                facts: vec![("Profile".into(), long.clone())],
                parts: vec![PagePart {
                    heading: "Posts".into(),
                    columns: vec!["Posted", "Text"],
                    rows: vec![vec!["2026-01-01".into(), long]],
                    ..PagePart::default()
                }],
                ..Pages::default()
            };
            let pdf = pages_pdf(&paper, Instant(1_764_000_000_000)).unwrap();
            pdf.pages
        };
        assert_eq!(pages(10), 1);
        assert!(pages(1_000) > 6, "{} pages", pages(1_000));
    }
}
