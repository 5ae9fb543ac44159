//! A hand-over on paper.

use super::read;
use crate::{Error, Result, Session, outfile};
use breakwater_casefile::{Action, layout};
use breakwater_model::audit::Operation;
use breakwater_model::handover::{
    HandoverPage, HandoverPrintedView, HandoverSection, HandoverView,
};
use breakwater_model::promise::PromiseView;
use breakwater_model::{HandoverId, Instant};
use breakwater_report::{PagePart, Pages, pages_pdf};
use std::path::Path;

/// Prints a hand-over to a place; logged as disclosure before a byte leaves.
///
/// # Errors
/// A place within a case folder; the disk.
pub fn print(session: &Session, id: HandoverId, out: &Path) -> Result<HandoverPrintedView> {
    outfile::check_place(out)?;
    let view = read(session, id)?;
    let pdf = pages_pdf(&pages(&view), view.page.at)
        .map_err(|error| Error::Internal(error.to_string()))?;
    let action = Action::new(Operation::Disclosure, "hand-over-printed", "handover")
        .on(id.uuid())
        .word("recipient", "the next officer")
        .word("purpose", "hand-over")
        .word("sha256", &outfile::sha256(&pdf.bytes));
    session.note(action)?;
    let file_name = layout::file_name(out);
    let sha256 = outfile::write_checked(out, |file| {
        file.write_all(&pdf.bytes).map_err(Error::io(&file_name))
    })?;
    session.write_head()?;
    Ok(HandoverPrintedView {
        sha256,
        pages: pdf.pages,
        file_name,
    })
}

fn pages(view: &HandoverView) -> Pages {
    let HandoverView { row, page, sha256 } = view;
    let signed = |is: bool| {
        if is {
            "signature verifies"
        } else {
            "SIGNATURE DOES NOT VERIFY"
        }
    };
    let taken = match (&row.accepted_by, row.accepted_at) {
        (Some(by), Some(at)) => format!("{by}, {}; {}", moment(at), signed(row.is_accepted)),
        _ => "nobody yet".to_owned(),
    };
    let fact = |label: &str, value: String| (label.to_owned(), value);
    let mut parts = vec![];
    if !page.note.is_empty() {
        parts.push(PagePart {
            heading: "To the next officer".into(),
            words: page.note.clone(),
            ..PagePart::default()
        });
    }
    parts.extend(page.sections.iter().map(section));
    parts.push(promises(page));
    Pages {
        marking: page.marking.clone(),
        standing: None,
        reference: format!("Hand-over {}, {}", page.number, moment(page.at)),
        title: format!("Hand-over {}", page.number),
        facts: vec![
            fact(
                "Given by",
                format!(
                    "{}, {}, {}; {}",
                    page.by.name,
                    page.by.number,
                    moment(page.at),
                    signed(row.is_signed)
                ),
            ),
            fact("Taken over by", taken),
            fact("Accounts to review", page.to_review.to_string()),
            fact("SHA-256 of the page", sha256.clone()),
        ],
        parts,
    }
}

fn section(section: &HandoverSection) -> PagePart {
    let listed = u32::try_from(section.items.len()).unwrap_or(u32::MAX);
    let rest = section.total.saturating_sub(listed);
    let words = match (listed, rest) {
        (_, 0) => String::new(),
        (0, all) => format!("{all}, for the eyes of whoever gave the hand-over alone."),
        (listed, rest) => format!("The first {listed}, and {rest} more in the case."),
    };
    PagePart {
        heading: format!("{} ({})", section.title, section.total),
        words,
        columns: vec!["What", "Why", "Due, UTC"],
        rows: section
            .items
            .iter()
            .map(|item| {
                let due = item.due.map_or_else(String::new, moment);
                let due = if item.is_overdue {
                    format!("{due}\noverdue")
                } else {
                    due
                };
                vec![item.label.clone(), item.why.clone(), due]
            })
            .collect(),
        ..PagePart::default()
    }
}

fn promises(page: &HandoverPage) -> PagePart {
    let row = |one: &PromiseView| {
        let due = moment(one.due);
        let due = if one.is_overdue {
            format!("{due}\noverdue")
        } else {
            due
        };
        vec![one.label.clone(), format!("{}: {}", one.who, one.what), due]
    };
    let words = if page.promises.is_empty() {
        "Nobody has promised anything that is still open."
    } else {
        ""
    };
    PagePart {
        heading: format!("Promised ({})", page.promises.len()),
        words: words.to_owned(),
        columns: vec!["On", "Who promised what", "Until, UTC"],
        rows: page.promises.iter().map(row).collect(),
        ..PagePart::default()
    }
}

/// A moment to the minute, UTC.
pub(crate) fn moment(at: Instant) -> String {
    at.utc().format("%Y-%m-%d %H:%M").to_string()
}
