//! A referral on disk: before approval a rendering that says DRAFT, after it the sealed bytes, copied and never
//! rendered anew.

use super::freeze::{Manifest, unproven};
use super::render::{self, Heading, Rendered};
use super::{aged, read};
use crate::case::describe;
use crate::{Error, Result, Session, outfile, template};
use breakwater_casefile::table::{approval, exhibit, referral};
use breakwater_casefile::{Action, evidence, layout, sealed};
use breakwater_model::ReferralId;
use breakwater_model::audit::Operation;
use breakwater_model::referral::{ReferralExportView, ReferralFormat, ReferralState, ReferralView};
use breakwater_report::Standing;
use std::path::Path;

/// Writes to a temporary name, renames, reads back and compares; logged as disclosure, with the hash of what left.
///
/// # Errors
/// Refused by rule: `approved-items-may-still-be-referred`; `sealed-formats-only` for a format that was not approved;
/// `an-approval-is-signed` if the approval does not verify; `stopped-illegal-image`.
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
    let leaving = if draft {
        drafted(session, &view, format)?
    } else {
        sealed_as(session, id, format)?
    };
    let purpose = if draft {
        "draft, not approved"
    } else {
        "referral"
    };
    let action = Action::new(Operation::Disclosure, "referral-exported", "referral")
        .on(id.uuid())
        .word("recipient", &view.platform_name)
        .word("purpose", purpose)
        .word("sha256", &leaving.sha256());
    session.note(action)?;
    let file_name = layout::file_name(out);
    let sha256 = outfile::write_checked(out, |file| match &leaving {
        Leaving::Rendered(rendered) => file
            .write_all(&rendered.bytes)
            .map_err(Error::io(&file_name)),
        Leaving::Sealed(signed) => sealed::read_through(session, signed.object, &mut |chunk| {
            file.write_all(chunk).map_err(Error::io(&file_name))
        }),
        Leaving::Packed(marking) => render::pack(session, &view, (marking, Standing::Draft), file),
    })?;
    session.write_head()?;
    Ok(ReferralExportView {
        told: aged::told(&view, session.host().now()),
        sha256,
        pages: leaving.pages(),
        draft,
        file_name,
    })
}

/// What is written: rendered now and marked as a draft, or copied as it was approved.
enum Leaving {
    Rendered(Rendered),
    /// Exhibits of a draft, packed as they are read; with the marking.
    Packed(String),
    Sealed(Signed),
}

impl Leaving {
    fn sha256(&self) -> String {
        match self {
            Self::Rendered(rendered) => outfile::sha256(&rendered.bytes),
            Self::Packed(_) => String::new(),
            Self::Sealed(signed) => signed.sha256.clone(),
        }
    }

    const fn pages(&self) -> Option<u32> {
        match self {
            Self::Rendered(rendered) => rendered.pages,
            Self::Packed(_) => None,
            Self::Sealed(signed) => signed.pages,
        }
    }
}

fn drafted(session: &Session, view: &ReferralView, format: ReferralFormat) -> Result<Leaving> {
    let (marking, _, _) = describe::heading(session)?;
    let message_id = session.host().uuid().to_string();
    let texts = session.read(template::stands)?.texts;
    let heading = Heading {
        marking: marking.as_str(),
        at: session.host().now(),
        standing: Standing::Draft,
        message_id: &message_id,
        texts: &texts,
    };
    Ok(match render::render(view, format, heading)? {
        Some(rendered) => Leaving::Rendered(rendered),
        None => Leaving::Packed(marking.as_str().to_owned()),
    })
}

/// The sealed output of a format; packed exhibits only while none of them is stopped.
fn sealed_as(session: &Session, id: ReferralId, format: ReferralFormat) -> Result<Leaving> {
    if format == ReferralFormat::Zip {
        session.read(|reader| {
            let row = referral::by_id(reader, id)?.row;
            for exhibit in referral::items(reader, row)?
                .iter()
                .flat_map(|item| &item.exhibits)
            {
                evidence::refuse_if_stopped(reader, &exhibit::by_id(reader, *exhibit)?)?;
            }
            Ok::<_, Error>(())
        })?;
    }
    Ok(Leaving::Sealed(signed(session, id, format)?))
}

/// What was approved leaves only while every item may still be referred: not if one came under the protected register,
/// turned out to be a victim, says something else since it was assessed, or was not seen live again where the approval
/// is older than a look may be. What was sent already may be read again.
fn refuse_what_changed(view: &ReferralView) -> Result<()> {
    if view.state != ReferralState::Approved {
        return Ok(());
    }
    let forbids = |name: &str| {
        let last = name.rsplit('.').next();
        matches!(
            last,
            Some("register" | "role" | "assessed" | "ask_first" | "seen_live")
        )
    };
    let unmet: Vec<_> = view
        .requirements
        .iter()
        .filter(|asked| !asked.is_met && forbids(&asked.name))
        .collect();
    let Some(first) = unmet.first() else {
        return Ok(());
    };
    let what_to_do = if first.name.ends_with(".seen_live") {
        "The approval is older than a look may be: look again and enter that it is live (check), or take the item out and have the referral approved again."
    } else {
        "Take the item out and have the referral approved again."
    };
    Err(Error::Refused {
        rule: "approved-items-may-still-be-referred",
        message: format!(
            "Since it was approved: {}, {}. {what_to_do}",
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
    let bytes = sealed_bytes(session, id, ReferralFormat::Txt)?;
    let action = Action::new(Operation::Disclosure, "referral-text-copied", "referral")
        .on(id.uuid())
        .word("recipient", &view.platform_name)
        .word("purpose", "referral")
        .word("sha256", &outfile::sha256(&bytes));
    session.note(action)?;
    String::from_utf8(bytes).map_err(|_| Error::Internal("the sealed text is no text".into()))
}

/// An output as the approval signed it.
struct Signed {
    object: i64,
    sha256: String,
    pages: Option<u32>,
}

/// The output of a format that the approval signed.
fn signed(session: &Session, id: ReferralId, format: ReferralFormat) -> Result<Signed> {
    let (manifest, sealed) = session.read(|reader| {
        let row = referral::by_id(reader, id)?.row;
        let version = approval::last_version(reader, row)?.ok_or_else(unproven)?;
        let approval = approval::of_version(reader, version.row)?.ok_or_else(unproven)?;
        let approver = approval::approver(reader, &approval)?.ok_or_else(unproven)?;
        let manifest = Manifest::verified(&approval, &version, &approver).ok_or_else(unproven)?;
        Ok::<_, Error>((manifest, approval::sealed(reader, version.row)?))
    })?;
    let signed = manifest
        .outputs
        .into_iter()
        .find(|output| output.format == format);
    let found = sealed.into_iter().find(|sealed| sealed.format == format);
    let (Some(signed), Some(found)) = (signed, found) else {
        return Err(Error::refused(
            "sealed-formats-only",
            "This format was not approved. Have the referral returned and approved again to send it so.",
        ));
    };
    if outfile::hex(&found.sha256) != signed.sha256 {
        return Err(unproven());
    }
    Ok(Signed {
        object: found.object,
        sha256: signed.sha256,
        pages: found.pages,
    })
}

/// The bytes the approval signed, of an output that is held in memory.
pub(super) fn sealed_bytes(
    session: &Session,
    id: ReferralId,
    format: ReferralFormat,
) -> Result<Vec<u8>> {
    let signed = signed(session, id, format)?;
    let bytes = sealed::read(session, signed.object)?;
    if outfile::sha256(&bytes) != signed.sha256 {
        return Err(unproven());
    }
    Ok(bytes)
}
