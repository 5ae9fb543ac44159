//! Reports of figures: monthly for the unit, yearly for publication, a card for the press.
//!
//! Invariant: what is for publication holds small numbers back and names nobody, and that is read off the finished text
//! before a byte leaves.

pub mod chart;
#[cfg(test)]
mod held_tests;
mod monthly;
mod personal;
mod press;
mod shape;
mod suppress;
pub mod trend_chart;
mod yearly;

use crate::case::describe;
use crate::statistics::{further, stats};
use crate::{Error, Result, Session, outfile};
use breakwater_casefile::{Action, layout};
use breakwater_model::audit::Operation;
use breakwater_model::history::Cut;
use breakwater_model::platform::Unit;
use breakwater_model::report::{ReportFormat, ReportKind, ReportRequest, ReportView};
use breakwater_model::statistics::{StatsRequest, StatsView};
use breakwater_report::figures::{Cell, FiguresDocument, HELD, Piece};
use breakwater_report::figures_pdf;
use std::path::Path;

/// What stands on top of what is meant to be published.
const FOR_PUBLICATION: &str = "FOR PUBLICATION ONCE CLEARED";

/// Most characters of the unit's own words.
const LONGEST: usize = 4_000;

/// Writes a report, reads it back and compares; logged as disclosure before a byte leaves.
///
/// # Errors
/// Days that are none; a place within a case folder; words that are too long. Refused by rule
/// `nothing-published-names-anybody`, with what was found; nothing is written then.
pub fn write(session: &Session, request: &ReportRequest, out: &Path) -> Result<ReportView> {
    outfile::check_place(out)?;
    let document = document(session, request)?;
    let now = session.host().now();
    let (bytes, pages) = match request.format {
        ReportFormat::Json => (document.json().map_err(internal)?, None),
        ReportFormat::Csv => (document.csv(), None),
        ReportFormat::Pdf => {
            let pdf = figures_pdf(&document, now).map_err(internal)?;
            (pdf.bytes, Some(pdf.pages))
        }
    };
    if request.kind != ReportKind::Monthly {
        // As it is read and, unless that is no text, as it is written: lines are written otherwise there.
        let mut text = document.text();
        if request.format != ReportFormat::Pdf {
            text.push('\n');
            text.push_str(&String::from_utf8_lossy(&bytes));
        }
        personal::check(session, &text, &own_words(session, request)?)?;
    }
    let (kind, recipient) = match request.kind {
        ReportKind::Monthly => ("monthly", "the unit"),
        ReportKind::Yearly => ("yearly", "whoever clears it for publication"),
        ReportKind::Press => ("press", "the press office"),
    };
    let done = session.note(
        Action::new(Operation::Disclosure, "report-given-out", "referral")
            .word("recipient", recipient)
            .word(
                "purpose",
                &format!("{kind} report, {} to {}", request.from, request.to),
            )
            .word("file", &layout::file_name(out)),
    )?;
    let sha256 = outfile::write_checked(out, |file| {
        file.write_all(&bytes).map_err(Error::io("the report"))
    })?;
    session.note(
        Action::new(Operation::Consultation, "report-written", "referral")
            .word("entry", &done.seq.to_string())
            .word("sha256", &sha256),
    )?;
    session.write_head()?;
    Ok(ReportView {
        pages,
        held_back: held_back(&document),
        sha256,
        file_name: layout::file_name(out),
        entry: u32::try_from(done.seq).unwrap_or(u32::MAX),
    })
}

#[allow(clippy::needless_pass_by_value, reason = "an error is consumed")]
fn internal(error: breakwater_report::Error) -> Error {
    Error::Internal(error.to_string())
}

/// What a report is made from.
pub(crate) struct Made {
    /// Figures of each unit something was sent of, or of the one that was asked for; told apart by law.
    pub units: Vec<StatsView>,
    /// The same since the first sending.
    pub ever: Vec<StatsView>,
    pub further: breakwater_model::further::FurtherView,
    /// Notices sent, by platform.
    pub notices: std::collections::HashMap<String, u32>,
    /// Accounts first assessed in the period.
    pub assessed: u32,
    pub remarks: String,
}

impl Made {
    /// Figures of one unit, and nothing beside them.
    fn of_nothing_but(stats: StatsView, ever: StatsView) -> Self {
        let none = breakwater_model::further::FurtherCountView::default();
        Self {
            further: breakwater_model::further::FurtherView {
                from: stats.from.clone(),
                to: stats.to.clone(),
                as_at: stats.as_at,
                intelligence: none.clone(),
                preservation: none.clone(),
                safeguarding: none.clone(),
                arrests: none.clone(),
                convictions: none,
            },
            units: vec![stats],
            ever: vec![ever],
            notices: std::collections::HashMap::new(),
            assessed: 0,
            remarks: String::new(),
        }
    }
}

/// The first day anything can have been sent.
const FIRST_DAY: &str = "2000-01-01";

fn made(session: &Session, request: &ReportRequest) -> Result<Made> {
    if request.remarks.chars().count() > LONGEST {
        return Err(Error::Invalid(format!(
            "Say what is to be known in at most {LONGEST} characters."
        )));
    }
    let units = match (request.unit, request.kind) {
        (Some(unit), _) => vec![unit],
        (None, ReportKind::Press) => vec![Unit::Account],
        (None, _) => {
            let sent = stats::units(session)?;
            if sent.is_empty() {
                vec![Unit::Account]
            } else {
                sent
            }
        }
    };
    let asked = |unit: Unit, from: &str, cut: Option<Cut>| StatsRequest {
        unit,
        from: from.to_owned(),
        to: request.to.clone(),
        as_at: Some(request.as_at.unwrap_or_else(|| session.host().now())),
        with_imported: request.with_imported,
        cut,
    };
    let all = |from: &str, cut: Option<Cut>| {
        let figures = units
            .iter()
            .map(|unit| stats::stats(session, &asked(*unit, from, cut)));
        figures.collect::<Result<Vec<_>>>()
    };
    let period = asked(Unit::Account, &request.from, None);
    let (notices, assessed) = stats::sendings(session, &period)?;
    Ok(Made {
        units: all(&request.from, Some(Cut::Law))?,
        ever: all(FIRST_DAY, None)?,
        further: further::further(session, &period)?,
        notices,
        assessed,
        remarks: request.remarks.trim().to_owned(),
    })
}

fn document(session: &Session, request: &ReportRequest) -> Result<FiguresDocument> {
    let made = made(session, request)?;
    Ok(match request.kind {
        ReportKind::Monthly => {
            let (marking, _, _) = describe::heading(session)?;
            monthly::document(&made, marking.as_str())
        }
        ReportKind::Yearly => yearly::document(&made),
        ReportKind::Press => press::document(&made),
    })
}

/// The words of the form itself: the same report of nothing at all, with every name the program brings along.
fn own_words(session: &Session, request: &ReportRequest) -> Result<String> {
    let nothing = breakwater_model::history::History::default();
    let ask = StatsRequest {
        unit: request.unit.unwrap_or(Unit::Account),
        from: request.from.clone(),
        to: request.to.clone(),
        as_at: request.as_at,
        with_imported: request.with_imported,
        cut: Some(Cut::Law),
    };
    let now = session.host().now();
    let empty = stats::of(&nothing, &ask, now, i64::MAX)?;
    let made = Made::of_nothing_but(empty.clone(), empty);
    let mut words = match request.kind {
        ReportKind::Press => press::document(&made).text(),
        _ => yearly::document(&made).text(),
    };
    words.push('\n');
    words.push_str(&shape::every_name());
    Ok(words)
}

fn held_back(document: &FiguresDocument) -> u32 {
    let tables = document.pieces.iter().filter_map(|piece| match piece {
        Piece::Table(table) => Some(table),
        _ => None,
    });
    let cells = tables
        .flat_map(|table| &table.rows)
        .flat_map(|(_, cells)| cells);
    let held = cells
        .filter(|cell| matches!(cell, Cell::Words(words) if words == HELD))
        .count();
    u32::try_from(held).unwrap_or(u32::MAX)
}
