//! A certificate as a file: on paper, or as JSON.

use super::certificate::read;
use crate::handover::print::moment;
use crate::{Error, Result, Session, outfile};
use breakwater_casefile::{Action, layout};
use breakwater_model::ErasureId;
use breakwater_model::audit::Operation;
use breakwater_model::erasure::{CertificateWrittenView, ErasureCertificateView, Ground};
use breakwater_report::{PagePart, Pages, pages_pdf};
use std::path::Path;

/// Writes a certificate to a place, as JSON where the file's name ends so and else as PDF; logged as disclosure before a
/// byte leaves.
///
/// # Errors
/// As of [`read`]; a place within a case folder; the disk.
pub fn write(session: &Session, id: ErasureId, out: &Path) -> Result<CertificateWrittenView> {
    outfile::check_place(out)?;
    let view = read(session, id)?;
    let is_json = out
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("json"));
    let (bytes, pages) = if is_json {
        (serde_json::to_vec_pretty(&view)?, None)
    } else {
        let pdf = pages_pdf(&paper(&view), view.certificate.confirmed.at)
            .map_err(|error| Error::Internal(error.to_string()))?;
        (pdf.bytes, Some(pdf.pages))
    };
    let action = Action::new(
        Operation::Disclosure,
        "erasure-certificate-written",
        "account",
    )
    .on(view.certificate.account.uuid())
    .word("purpose", "certificate of an erasure")
    .word("sha256", &outfile::sha256(&bytes));
    session.note(action)?;
    let file_name = layout::file_name(out);
    let sha256 = outfile::write_checked(out, |file| {
        file.write_all(&bytes).map_err(Error::io(&file_name))
    })?;
    session.write_head()?;
    Ok(CertificateWrittenView {
        number: view.certificate.number,
        sha256,
        pages,
        file_name,
    })
}

/// A ground in words.
pub(super) const fn ground(ground: Ground) -> &'static str {
    match ground {
        Ground::Retention => "The period of retention has passed",
        Ground::Request => "Request by the person",
        Ground::Unlawful => "Kept unlawfully, or wrong",
        Ground::Court => "Order of a court",
    }
}

fn paper(view: &ErasureCertificateView) -> Pages {
    let told = &view.certificate;
    let verifies = if view.is_signed {
        "all three signatures verify"
    } else {
        "A SIGNATURE DOES NOT VERIFY"
    };
    let fact = |label: &str, value: String| (label.to_owned(), value);
    let by = |one: &breakwater_model::erasure::CertificateOfficer| {
        format!("{}, {}, {} UTC", one.name, one.number, moment(one.at))
    };
    Pages {
        marking: told.marking.clone(),
        standing: None,
        reference: format!(
            "Certificate of erasure {}, {}",
            told.number,
            moment(told.confirmed.at)
        ),
        title: format!("Certificate of erasure {}", told.number),
        facts: vec![
            fact("Ground", ground(told.ground).to_owned()),
            fact("Reason", told.reason.clone()),
            fact("Proposed by", by(&told.proposed)),
            fact("Confirmed by", by(&told.confirmed)),
            fact("Signed by", format!("{}; {verifies}", view.signed_by)),
            fact("Record", told.account.to_string()),
            fact("Case", told.case.to_string()),
            fact("Entry of the log", told.entry.to_string()),
            fact("SHA-256 of the entry", told.entry_sha256.clone()),
            fact("SHA-256 of the certificate", view.sha256.clone()),
        ],
        parts: parts(view),
    }
}

fn parts(view: &ErasureCertificateView) -> Vec<PagePart> {
    let told = &view.certificate;
    let erased = told.counts.iter();
    let kept = told.stays.iter();
    let tombstones = told.tombstones.iter();
    vec![
        PagePart {
            heading: "Erased".into(),
            columns: vec!["What", "How many"],
            rows: erased
                .map(|one| vec![one.title.clone(), one.count.to_string()])
                .collect(),
            ..PagePart::default()
        },
        PagePart {
            heading: "Kept".into(),
            columns: vec!["What", "How many", "Why"],
            rows: kept
                .map(|one| vec![one.title.clone(), one.count.to_string(), one.why.clone()])
                .collect(),
            ..PagePart::default()
        },
        PagePart {
            heading: "Tombstones".into(),
            words: "Keyed hashes: with the key of the case they tell the same account when it comes again. They name nobody.".into(),
            columns: vec!["Of", "HMAC-SHA-256"],
            rows: tombstones
                .map(|one| vec![one.of.clone(), one.hash.clone()])
                .collect(),
            ..PagePart::default()
        },
    ]
}
