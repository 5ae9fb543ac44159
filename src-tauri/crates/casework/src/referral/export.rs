//! A referral on disk: text or CSV of items, DRAFT until approved.

use crate::case::describe;
use crate::referral::read;
use crate::{Error, Result, Session, outfile};
use breakwater_casefile::Action;
use breakwater_model::ReferralId;
use breakwater_model::audit::Operation;
use breakwater_model::referral::{ReferralExportView, ReferralFormat, ReferralState};
use std::path::Path;

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
    let (bytes, pages) = match format {
        ReferralFormat::Txt => {
            let text =
                breakwater_report::referral_text(&view, marking.as_str(), session.host().now());
            let pages = breakwater_report::page_count(&text);
            (text.into_bytes(), Some(pages))
        }
        ReferralFormat::Csv => (
            breakwater_report::referral_csv(&view, marking.as_str()),
            None,
        ),
    };
    let draft = matches!(view.state, ReferralState::Draft | ReferralState::Submitted);
    let purpose = if draft {
        "draft, not approved"
    } else {
        "referral"
    };
    let action = Action::new(Operation::Disclosure, "referral-exported", "referral")
        .on(id.uuid())
        .word("recipient", &view.platform_name)
        .word("purpose", purpose);
    let file_name = out
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    session.note(action)?;
    let sha256 = outfile::write_checked(out, |file| {
        file.write_all(&bytes).map_err(Error::io(&file_name))
    })?;
    session.write_head()?;
    Ok(ReferralExportView {
        sha256,
        pages,
        draft,
        file_name,
    })
}
