//! A letter on disk: before approval a rendering that says DRAFT, after it the sealed bytes, copied.

use super::approve::{outward, render};
use super::{Manifest, Told, told};
use crate::referral::read as referrals;
use crate::{Error, Result, Session, outfile};
use breakwater_casefile::table::letter;
use breakwater_casefile::{Action, layout, sealed};
use breakwater_model::LetterId;
use breakwater_model::audit::Operation;
use breakwater_model::letter::LetterExportView;
use breakwater_model::referral::ReferralFormat;
use breakwater_report::Standing;
use std::path::Path;

/// Writes a letter to a place; logged as disclosure with the hash before a byte leaves.
///
/// # Errors
/// A place within a case folder; another format than pdf, txt or eml; refused by rule `an-approval-is-signed`.
pub fn export(
    session: &Session,
    id: LetterId,
    format: ReferralFormat,
    out: &Path,
) -> Result<LetterExportView> {
    outfile::check_place(out)?;
    let told = session.read(|reader| told(reader, id))?;
    let (bytes, pages) = if let Some(manifest) = &told.manifest {
        sealed_bytes(session, &told, manifest, format)?
    } else {
        let view = referrals::read(session, told.frozen.referral)?;
        render(&outward(&told, &view), &told, format, Standing::Draft)?
    };
    let purpose = if told.manifest.is_some() {
        "letter about an item that was sent"
    } else {
        "draft of a letter, not approved"
    };
    let platform = breakwater_casefile::query::platform_view(&told.frozen.platform, 0).name;
    session.note(
        Action::new(Operation::Disclosure, "letter-exported", "letter")
            .on(id.uuid())
            .word("recipient", &platform)
            .word("purpose", purpose)
            .word("sha256", &outfile::sha256(&bytes)),
    )?;
    let file_name = layout::file_name(out);
    let sha256 = outfile::write_checked(out, |file| {
        file.write_all(&bytes).map_err(Error::io(&file_name))
    })?;
    session.write_head()?;
    Ok(LetterExportView {
        letter: id,
        format,
        sha256,
        pages,
        file_name,
    })
}

fn sealed_bytes(
    session: &Session,
    told: &Told,
    manifest: &Manifest,
    format: ReferralFormat,
) -> Result<(Vec<u8>, Option<u32>)> {
    let outputs = session.read(|reader| letter::outputs(reader, told.version.row))?;
    let signed = manifest.outputs.iter().find(|one| one.format == format);
    let found = outputs.into_iter().find(|one| one.format == format);
    let (Some(signed), Some(found)) = (signed, found) else {
        return Err(Error::Invalid(
            "A letter is written as pdf, txt or eml.".into(),
        ));
    };
    let bytes = sealed::read(session, found.object)?;
    if outfile::sha256(&bytes) != signed.sha256 {
        return Err(Error::refused(
            "an-approval-is-signed",
            "What is sealed of this letter is not what was approved.",
        ));
    }
    Ok((bytes, found.pages))
}
