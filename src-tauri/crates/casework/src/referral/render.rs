//! A referral as the bytes that leave.

use crate::{Error, Result, Session};
use breakwater_casefile::evidence;
use breakwater_casefile::table::exhibit::{self, Exhibit};
use breakwater_model::referral::{ReferralFormat, ReferralView};
use breakwater_model::{ExhibitId, Instant};
use breakwater_report::template::Texts;
use breakwater_report::{Attachment, ExhibitsZip, Letter, Pdf, Standing};
use std::io::Write;
use std::path::Path;

/// What is said on every page, and when.
#[derive(Clone, Copy)]
pub(super) struct Heading<'a> {
    pub marking: &'a str,
    pub at: Instant,
    pub standing: Standing,
    /// What the letter is told apart by.
    pub message_id: &'a str,
    /// The templates it is rendered with.
    pub texts: &'a Texts,
}

/// Bytes of a format, and its pages if it has any.
pub(super) struct Rendered {
    pub bytes: Vec<u8>,
    pub pages: Option<u32>,
}

/// The bytes of a format; `None` for exhibits, which [`pack`] writes as they are read.
pub(super) fn render(
    view: &ReferralView,
    format: ReferralFormat,
    heading: Heading<'_>,
) -> Result<Option<Rendered>> {
    let Heading {
        marking,
        at,
        standing,
        ..
    } = heading;
    let (bytes, pages) = match format {
        ReferralFormat::Txt => {
            let text = breakwater_report::referral_text(view, marking, at, standing, heading.texts)
                .map_err(refused)?;
            let pages = breakwater_report::page_count(&text);
            (text.into_bytes(), Some(pages))
        }
        ReferralFormat::Csv => (
            breakwater_report::referral_csv(view, marking, standing),
            None,
        ),
        ReferralFormat::Pdf => {
            let pdf = paper(view, heading)?;
            (pdf.bytes, Some(pdf.pages))
        }
        ReferralFormat::Eml => (letter(view, heading)?, None),
        ReferralFormat::Zip => return Ok(None),
    };
    Ok(Some(Rendered { bytes, pages }))
}

fn paper(view: &ReferralView, heading: Heading<'_>) -> Result<Pdf> {
    breakwater_report::referral_pdf(
        view,
        heading.marking,
        heading.at,
        heading.standing,
        heading.texts,
    )
    .map_err(refused)
}

/// The letter with the notice and its items; exhibits go apart, since mail limits what it carries.
fn letter(view: &ReferralView, heading: Heading<'_>) -> Result<Vec<u8>> {
    let pdf = paper(view, heading)?;
    let csv = breakwater_report::referral_csv(view, heading.marking, heading.standing);
    let name = |ending: &str| format!("{}.{ending}", view.outside_reference);
    let letter = Letter {
        message_id: &format!("{}@breakwater.invalid", heading.message_id),
        at: heading.at,
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
    breakwater_report::referral_eml(
        view,
        heading.marking,
        heading.standing,
        &letter,
        heading.texts,
    )
    .map_err(refused)
}

/// Every exhibit an item names, once, under its number.
pub(super) fn pack(
    session: &Session,
    view: &ReferralView,
    (marking, standing): (&str, Standing),
    file: &mut (dyn Write + Send),
) -> Result<()> {
    let mut zip = ExhibitsZip::new(file, marking, standing).map_err(refused)?;
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

/// Exhibits the items name, each once.
pub(super) fn chosen(view: &ReferralView) -> Vec<ExhibitId> {
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
        breakwater_report::Error::Template(fault) => Error::Invalid(format!(
            "What the referral says cannot be written: {fault}. Mend the template in Settings, or go back to the one that comes with the program."
        )),
        error @ breakwater_report::Error::Typeset => Error::Internal(error.to_string()),
    }
}

/// What the bytes of a format are.
pub(super) const fn media_type(format: ReferralFormat) -> &'static str {
    match format {
        ReferralFormat::Txt => "text/plain",
        ReferralFormat::Csv => "text/csv",
        ReferralFormat::Pdf => "application/pdf",
        ReferralFormat::Eml => "message/rfc822",
        ReferralFormat::Zip => "application/zip",
    }
}
