//! A referral on disk, as a draft: every page and every row says so. What was approved leaves as
//! it was sealed, not from here.

use crate::case::describe;
use crate::referral::read;
use crate::{Error, Result, Session, outfile};
use breakwater_casefile::table::exhibit::{self, Exhibit};
use breakwater_casefile::{Action, evidence};
use breakwater_model::audit::Operation;
use breakwater_model::referral::{ReferralExportView, ReferralFormat, ReferralView};
use breakwater_model::{ExhibitId, ReferralId};
use breakwater_report::{Attachment, ExhibitsZip, Letter, Pdf, Standing};
use std::io::Write;
use std::path::Path;

const STANDING: Standing = Standing::Draft;

/// Writes to a temporary name, renames, reads back and compares; logged as disclosure.
pub fn export(
    session: &Session,
    id: ReferralId,
    format: ReferralFormat,
    out: &Path,
) -> Result<ReferralExportView> {
    outfile::check_place(out)?;
    let view = read::read(session, id)?;
    let (marking, _, _) = describe::heading(session)?;
    let rendered = render(session, &view, marking.as_str(), format)?;
    let action = Action::new(Operation::Disclosure, "referral-exported", "referral")
        .on(id.uuid())
        .word("recipient", &view.platform_name)
        .word("purpose", "draft, not approved");
    let file_name = out
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    session.note(action)?;
    let sha256 = outfile::write_checked(out, |file| match &rendered {
        Rendered::Whole { bytes, .. } => file.write_all(bytes).map_err(Error::io(&file_name)),
        Rendered::Exhibits => pack(session, &view, marking.as_str(), file),
    })?;
    session.write_head()?;
    Ok(ReferralExportView {
        sha256,
        pages: match rendered {
            Rendered::Whole { pages, .. } => pages,
            Rendered::Exhibits => None,
        },
        draft: true,
        file_name,
    })
}

enum Rendered {
    Whole {
        bytes: Vec<u8>,
        pages: Option<u32>,
    },
    /// Written as they are read, since they may be larger than memory.
    Exhibits,
}

fn render(
    session: &Session,
    view: &ReferralView,
    marking: &str,
    format: ReferralFormat,
) -> Result<Rendered> {
    let now = session.host().now();
    let (bytes, pages) = match format {
        ReferralFormat::Txt => {
            let text = breakwater_report::referral_text(view, marking, now, STANDING);
            let pages = breakwater_report::page_count(&text);
            (text.into_bytes(), Some(pages))
        }
        ReferralFormat::Csv => {
            let bytes = breakwater_report::referral_csv(view, marking, STANDING);
            (bytes, None)
        }
        ReferralFormat::Pdf => {
            let pdf = paper(session, view, marking)?;
            (pdf.bytes, Some(pdf.pages))
        }
        ReferralFormat::Eml => (letter(session, view, marking)?, None),
        ReferralFormat::Zip => return Ok(Rendered::Exhibits),
    };
    Ok(Rendered::Whole { bytes, pages })
}

fn paper(session: &Session, view: &ReferralView, marking: &str) -> Result<Pdf> {
    breakwater_report::referral_pdf(view, marking, session.host().now(), STANDING).map_err(refused)
}

/// The letter with the notice and its items; exhibits go apart, since mail limits what it carries.
fn letter(session: &Session, view: &ReferralView, marking: &str) -> Result<Vec<u8>> {
    let pdf = paper(session, view, marking)?;
    let csv = breakwater_report::referral_csv(view, marking, STANDING);
    let name = |ending: &str| format!("{}.{ending}", view.outside_reference);
    let letter = Letter {
        message_id: &format!("{}@breakwater.invalid", session.host().uuid()),
        at: session.host().now(),
        attachments: &[
            Attachment {
                name: &name("pdf"),
                media: "application/pdf",
                bytes: &pdf.bytes,
            },
            Attachment {
                name: &name("csv"),
                media: "text/csv",
                bytes: &csv,
            },
        ],
    };
    Ok(breakwater_report::referral_eml(
        view, marking, STANDING, &letter,
    ))
}

/// Every exhibit an item names, once, under its number.
fn pack(
    session: &Session,
    view: &ReferralView,
    marking: &str,
    file: &mut (dyn Write + Send),
) -> Result<()> {
    let mut zip = ExhibitsZip::new(file, marking, STANDING).map_err(refused)?;
    for id in chosen(view) {
        let exhibit = session.read(|reader| exhibit::by_id(reader, id))?;
        let name = zip.begin(&outside_name(&exhibit)).map_err(refused)?;
        evidence::read(session, &exhibit, &mut |chunk| {
            zip.write_all(chunk).map_err(Error::io(&name))
        })?;
    }
    zip.finish().map_err(refused)?;
    Ok(())
}

/// Its number and the ending of its name: what the officer called the file stays here.
fn outside_name(exhibit: &Exhibit) -> String {
    let ending = Path::new(&exhibit.file_name)
        .extension()
        .map(|ending| ending.to_string_lossy())
        .filter(|ending| ending.len() <= 5 && ending.chars().all(|c| c.is_ascii_alphanumeric()));
    match ending {
        Some(ending) => format!("{}.{}", exhibit.label, ending.to_lowercase()),
        None => exhibit.label.clone(),
    }
}

fn chosen(view: &ReferralView) -> Vec<ExhibitId> {
    let mut ids = Vec::new();
    for exhibit in view.items.iter().flat_map(|item| &item.exhibits) {
        if exhibit.is_chosen && !ids.contains(&exhibit.id) {
            ids.push(exhibit.id);
        }
    }
    ids
}

fn refused(error: breakwater_report::Error) -> Error {
    match error {
        breakwater_report::Error::Io { what, source } => Error::Io { what, source },
        error @ breakwater_report::Error::Typeset => Error::Internal(error.to_string()),
    }
}
