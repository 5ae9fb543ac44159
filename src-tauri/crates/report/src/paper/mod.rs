//! The notice on paper: the words of the referral laid out for the template.
//!
//! Invariant: no text of a person reaches the template but as a string in JSON, with hidden and
//! unwritable characters shown.

mod checks;
mod engine;
mod figures;
mod letters;
mod pages;

pub use checks::{CheckLine, CheckSheet, check_sheet_pdf};
pub use engine::Pdf;
pub use figures::figures_pdf;
pub(crate) use letters::font_files;
pub use pages::{PagePart, Pages, pages_pdf};

use crate::template::{Prose, Texts};
use crate::visible::{self, LONGEST_PIECE, LONGEST_WORD, Run};
use crate::words::{Kind, Row, Words, unit_words};
use crate::{Error, Result, Standing};
use breakwater_model::Instant;
use breakwater_model::referral::{ItemView, ReferralView};
use serde::Serialize;

const TEMPLATE: &str = include_str!("referral.typ");
const TEMPLATE_CHECKS: &str = include_str!("checks.typ");
const TEMPLATE_PAGES: &str = include_str!("pages.typ");
const TEMPLATE_FIGURES: &str = include_str!("figures.typ");

/// Rows of the head that stand two by two.
const PAIRED: usize = 6;

/// The notice as PDF on A4, the marking at head and foot of every page, its number and the count
/// of pages; for [`Standing::Draft`] every page says so. Items stay whole on a page if a page can
/// hold them. `at` is the date it bears.
///
/// # Errors
/// [`Error::Template`] if a template of `texts` cannot be rendered; [`Error::Typeset`] only by a fault of the program,
/// whatever the words.
pub fn referral_pdf(
    referral: &ReferralView,
    marking: &str,
    at: Instant,
    standing: Standing,
    texts: &Texts,
) -> Result<Pdf> {
    let prose = texts.prose(referral, Words::new(standing))?;
    let paper = Layout::default().paper(referral, marking, (at, standing), &prose);
    let words = serde_json::to_vec(&paper).map_err(|_| Error::Typeset)?;
    engine::set(TEMPLATE, words, at)
}

#[derive(Serialize)]
struct Paper {
    name: String,
    marking: String,
    standing: Option<&'static str>,
    reference: String,
    kind: Line,
    title: Vec<Line>,
    pairs: Vec<Field>,
    wide: Vec<Field>,
    summary: Vec<Line>,
    items: Vec<Item>,
    exhibits: Vec<Exhibit>,
    good_faith: Vec<Line>,
    sender: Vec<Field>,
    note: Option<&'static str>,
}

/// One line of text in its direction.
#[derive(Serialize)]
struct Line {
    right_to_left: bool,
    runs: Vec<Piece>,
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Piece {
    Words(String),
    Number(String),
    Break(()),
}

#[derive(Serialize)]
struct Field {
    label: &'static str,
    kind: &'static str,
    lines: Vec<Line>,
    by: Option<Line>,
}

#[derive(Serialize)]
struct Item {
    number: String,
    label: Line,
    unit: &'static str,
    address: Line,
    seen: Line,
    fields: Vec<Field>,
}

#[derive(Serialize)]
struct Exhibit {
    number: Line,
    items: Vec<u32>,
    sha256: Line,
}

/// Lays text out, and remembers whether a character had to be shown by its number.
#[derive(Default)]
struct Layout {
    has_gaps: bool,
}

impl Layout {
    fn paper(
        mut self,
        referral: &ReferralView,
        marking: &str,
        (at, standing): (Instant, Standing),
        prose: &Prose,
    ) -> Paper {
        let words = Words::new(standing);
        let notice = &prose.heading;
        // What stands at the head of pages is not read aloud; the title is.
        let stands = match standing.words() {
            Some(draft) => format!("{marking}; {draft}"),
            None => marking.to_owned(),
        };
        let name = format!("{notice}, {} ({stands})", referral.outside_reference);
        let head = words.head(referral, at, &prose.asked);
        let (pairs, wide) = head.split_at(PAIRED.min(head.len()));
        let mut paper = Paper {
            name: self.plain(&name),
            marking: self.plain(marking),
            standing: standing.words(),
            reference: self.plain(&referral.outside_reference),
            kind: self.line(notice),
            title: self.lines(words.or_gap(&referral.title)),
            pairs: self.fields(pairs),
            wide: self.fields(wide),
            summary: self.lines(&referral.summary),
            items: referral
                .items
                .iter()
                .map(|item| self.item(words, item))
                .collect(),
            exhibits: self.exhibits(&referral.items),
            good_faith: self.lines(&prose.statement),
            sender: self.fields(&words.sender(referral)),
            note: None,
        };
        paper.note = self.has_gaps.then_some(
            "A character shown as [U+…] is one this document has no letter for; the plain text \
             and the CSV of this referral carry it as it is.",
        );
        paper
    }

    fn item(&mut self, words: Words, item: &ItemView) -> Item {
        let mut fields = self.fields(&words.item(item));
        let exhibits: Vec<&str> = chosen(item).map(|(number, _)| number).collect();
        let exhibits = if exhibits.is_empty() {
            "none".to_owned()
        } else {
            exhibits.join(", ")
        };
        fields.push(self.field("Exhibits", "plain", &exhibits));
        Item {
            number: item.position.to_string(),
            label: self.narrow(&item.label),
            unit: unit_words(item.unit, 1),
            address: self.narrow(words.or_gap(item.address.as_deref().unwrap_or_default())),
            seen: self.line(&words.seen_live(item)),
            fields,
        }
    }

    /// Every exhibit once, in the order items name them, with the items that do.
    fn exhibits(&mut self, items: &[ItemView]) -> Vec<Exhibit> {
        let mut found: Vec<(&str, Option<&str>, Vec<u32>)> = Vec::new();
        for item in items {
            for (number, sha256) in chosen(item) {
                match found
                    .iter_mut()
                    .find(|one| (one.0, one.1) == (number, sha256))
                {
                    Some((_, _, named_by)) => named_by.push(item.position),
                    None => found.push((number, sha256, vec![item.position])),
                }
            }
        }
        found
            .into_iter()
            .map(|(number, sha256, items)| Exhibit {
                number: self.line(number),
                items,
                sha256: self.line(sha256.unwrap_or("withheld")),
            })
            .collect()
    }

    fn fields(&mut self, rows: &[Row]) -> Vec<Field> {
        rows.iter()
            .map(|row| Field {
                by: row.by.as_deref().map(|by| self.line(&format!("({by})"))),
                ..self.field(row.label, kind_name(row.kind), &row.value)
            })
            .collect()
    }

    fn field(&mut self, label: &'static str, kind: &'static str, value: &str) -> Field {
        Field {
            label,
            kind,
            lines: self.lines(value),
            by: None,
        }
    }

    fn lines(&mut self, text: &str) -> Vec<Line> {
        let shown = self.shown(text);
        shown
            .lines()
            .map(|line| laid_out(line.trim_end(), LONGEST_WORD))
            .collect()
    }

    fn line(&mut self, text: &str) -> Line {
        laid_out(&self.plain(text), LONGEST_WORD)
    }

    /// For a narrow column.
    fn narrow(&mut self, text: &str) -> Line {
        laid_out(&self.plain(text), LONGEST_PIECE)
    }

    /// For a narrow column, line by line.
    fn cell(&mut self, text: &str) -> Vec<Line> {
        let shown = self.shown(text);
        shown
            .lines()
            .map(|line| laid_out(line.trim_end(), LONGEST_PIECE))
            .collect()
    }

    fn plain(&mut self, text: &str) -> String {
        self.shown(text).replace('\n', " ")
    }

    fn shown(&mut self, text: &str) -> String {
        let (shown, is_whole) = letters::legible(visible::show_hidden(text).trim());
        self.has_gaps |= !is_whole;
        shown
    }
}

fn laid_out(line: &str, longest: usize) -> Line {
    let mut runs = Vec::new();
    for run in visible::runs(line, longest) {
        match (run, runs.last_mut()) {
            (Run::Words(more), Some(Piece::Words(words))) => words.push_str(more),
            (Run::Words(words), _) => runs.push(Piece::Words(words.to_owned())),
            (Run::Number(number), _) => runs.push(Piece::Number(number.to_owned())),
            (Run::Break, _) => runs.push(Piece::Break(())),
        }
    }
    Line {
        right_to_left: visible::begins_right_to_left(line),
        runs,
    }
}

fn chosen(item: &ItemView) -> impl Iterator<Item = (&str, Option<&str>)> {
    item.exhibits
        .iter()
        .filter(|exhibit| exhibit.is_chosen)
        .map(|exhibit| (exhibit.number.as_str(), exhibit.sha256.as_deref()))
}

const fn kind_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Plain => "plain",
        Kind::Address => "address",
        Kind::Quote => "quote",
        Kind::Translation => "translation",
    }
}
