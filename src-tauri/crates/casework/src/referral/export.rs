//! A referral on disk: before approval a rendering that says DRAFT, after it the sealed bytes, copied and never
//! rendered anew.

use super::freeze::{Manifest, unproven};
use super::read;
use super::render::{self, Heading, Rendered};
use crate::case::describe;
use crate::{Error, Result, Session, outfile, template};
use breakwater_casefile::table::{approval, referral};
use breakwater_casefile::{Action, layout, sealed};
use breakwater_model::ReferralId;
use breakwater_model::audit::Operation;
use breakwater_model::referral::{ReferralExportView, ReferralFormat, ReferralState, ReferralView};
use breakwater_report::Standing;
use std::path::Path;

/// Writes to a temporary name, renames, reads back and compares; logged as disclosure, with the hash of what left.
///
/// # Errors
/// Refused by rule: `approved-items-may-still-be-referred`; `sealed-formats-only` for a format that was not approved; `an-approval-is-signed` if the approval
/// does not verify.
pub fn export(
    session: &Session,
    id: ReferralId,
    format: ReferralFormat,
    out: &Path,
) -> Result<ReferralExportView> {
    outfile::check_place(out)?;
    let view = read::read(session, id)?;
    refuse_what_changed(&view)?;
    let draft = matches!(view.state, ReferralState::Draft | ReferralState::Submitted);
    let (marking, _, _) = describe::heading(session)?;
    let message_id = session.host().uuid().to_string();
    let texts = session.read(template::stands)?.texts;
    let heading = Heading {
        marking: marking.as_str(),
        at: session.host().now(),
        standing: if draft {
            Standing::Draft
        } else {
            Standing::Approved
        },
        message_id: &message_id,
        texts: &texts,
    };
    let whole = match format {
        _ if draft => render::render(&view, format, heading)?,
        ReferralFormat::Zip => {
            // The hash of each exhibit stands in what was signed.
            signed(session, id)?;
            None
        }
        _ => {
            let (bytes, pages) = sealed_bytes(session, id, format)?;
            Some(Rendered { bytes, pages })
        }
    };
    let purpose = if draft {
        "draft, not approved"
    } else {
        "referral"
    };
    let hash = whole.as_ref().map(|whole| outfile::sha256(&whole.bytes));
    let action = Action::new(Operation::Disclosure, "referral-exported", "referral")
        .on(id.uuid())
        .word("recipient", &view.platform_name)
        .word("purpose", purpose)
        .word("sha256", &hash.unwrap_or_default());
    let file_name = layout::file_name(out);
    session.note(action)?;
    let sha256 = outfile::write_checked(out, |file| match &whole {
        Some(whole) => file.write_all(&whole.bytes).map_err(Error::io(&file_name)),
        None => render::pack(session, &view, heading, file),
    })?;
    session.write_head()?;
    Ok(ReferralExportView {
        sha256,
        pages: whole.and_then(|whole| whole.pages),
        draft,
        file_name,
    })
}

/// What was approved leaves only while every item may still be referred: not if one came under the protected register,
/// turned out to be a victim, or says something else since it was assessed. What was sent already may be read again.
fn refuse_what_changed(view: &ReferralView) -> Result<()> {
    if view.state != ReferralState::Approved {
        return Ok(());
    }
    let forbids = |name: &str| {
        let last = name.rsplit('.').next();
        matches!(last, Some("register" | "role" | "assessed" | "ask_first"))
    };
    let unmet: Vec<_> = view
        .requirements
        .iter()
        .filter(|asked| !asked.is_met && forbids(&asked.name))
        .collect();
    let Some(first) = unmet.first() else {
        return Ok(());
    };
    Err(Error::Refused {
        rule: "approved-items-may-still-be-referred",
        message: format!(
            "Since it was approved: {}, {}. Take the item out and have the referral approved again.",
            first.label, first.detail
        ),
        missing: unmet.iter().map(|asked| asked.name.clone()).collect(),
    })
}

/// The text of an approved referral, to be pasted elsewhere: the sealed bytes of the plain text, logged as disclosure.
///
/// # Errors
/// As [`export`]; refused by rule `approved-text-only` before approval.
pub fn text(session: &Session, id: ReferralId) -> Result<String> {
    let view = read::read(session, id)?;
    if matches!(view.state, ReferralState::Draft | ReferralState::Submitted) {
        return Err(Error::refused(
            "approved-text-only",
            "The text of a referral is copied once it is approved.",
        ));
    }
    refuse_what_changed(&view)?;
    let (bytes, _) = sealed_bytes(session, id, ReferralFormat::Txt)?;
    let action = Action::new(Operation::Disclosure, "referral-text-copied", "referral")
        .on(id.uuid())
        .word("recipient", &view.platform_name)
        .word("purpose", "referral")
        .word("sha256", &outfile::sha256(&bytes));
    session.note(action)?;
    String::from_utf8(bytes).map_err(|_| Error::Internal("the sealed text is no text".into()))
}

type Sealed = (Vec<u8>, Option<u32>);

/// What the approval signed, and what is sealed.
fn signed(session: &Session, id: ReferralId) -> Result<(Manifest, Vec<approval::Sealed>)> {
    session.read(|reader| {
        let row = referral::by_id(reader, id)?.row;
        let version = approval::last_version(reader, row)?.ok_or_else(unproven)?;
        let approval = approval::of_version(reader, version.row)?.ok_or_else(unproven)?;
        let approver = approval::approver(reader, &approval)?.ok_or_else(unproven)?;
        let manifest = Manifest::verified(&approval, &version, &approver).ok_or_else(unproven)?;
        Ok((manifest, approval::sealed(reader, version.row)?))
    })
}

/// The bytes the approval signed.
pub(super) fn sealed_bytes(
    session: &Session,
    id: ReferralId,
    format: ReferralFormat,
) -> Result<Sealed> {
    let (manifest, sealed) = signed(session, id)?;
    let signed = manifest
        .outputs
        .iter()
        .find(|output| output.format == format);
    let found = sealed.into_iter().find(|sealed| sealed.format == format);
    let (Some(signed), Some(found)) = (signed, found) else {
        return Err(Error::refused(
            "sealed-formats-only",
            "This format was not approved. Have the referral returned and approved again to send it so.",
        ));
    };
    let bytes = sealed::read(session, found.object)?;
    if outfile::sha256(&bytes) != signed.sha256 {
        return Err(unproven());
    }
    Ok((bytes, found.pages))
}
