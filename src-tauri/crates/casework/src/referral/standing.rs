//! Where a referral stands once it was submitted, and what happened to its items.

use super::freeze::Manifest;
use crate::{Error, Result};
use breakwater_casefile::Reader;
use breakwater_casefile::table::{approval, event, officer};
use breakwater_model::case::OfficerView;
use breakwater_model::referral::{ItemEventView, SealedView, SubmissionView};

/// The last submission, with an approval only if its signature verifies.
pub(super) fn submission(reader: &Reader<'_>, referral: i64) -> Result<Option<SubmissionView>> {
    let Some(version) = approval::last_version(reader, referral)? else {
        return Ok(None);
    };
    let sealed = approval::sealed(reader, version.row)?;
    let approved = match approval::of_version(reader, version.row)? {
        Some(approval) => officer::by_row(reader, approval.officer)?
            .filter(|by| Manifest::verified(&approval, &version, by).is_some())
            .map(|by| (by, approval.at)),
        None => None,
    };
    let returned = approval::returned(reader, version.row)?;
    let returned_by = match &returned {
        Some((by, ..)) => officer::by_row(reader, *by)?.map(|by| called(&by)),
        None => None,
    };
    let by = officer::by_row(reader, version.officer)?.ok_or(Error::NotFound("officer"))?;
    Ok(Some(SubmissionView {
        number: version.number,
        sha256: crate::outfile::hex(&version.sha256),
        by: called(&by),
        at: version.at,
        sealed: sealed
            .into_iter()
            .map(|sealed| SealedView {
                format: sealed.format,
                sha256: crate::outfile::hex(&sealed.sha256),
                pages: sealed.pages,
            })
            .collect(),
        approved_at: approved.as_ref().map(|(_, at)| *at),
        approved_by: approved.map(|(by, _)| called(&by)),
        returned_by,
        return_reason: returned.map(|(_, reason, _)| reason),
    }))
}

/// An officer's name and number.
fn called(officer: &OfficerView) -> String {
    format!("{}, {}", officer.name, officer.number)
}

/// An event as it is shown.
pub(super) fn event_view(reader: &Reader<'_>, event: &event::Event) -> Result<ItemEventView> {
    let by = officer::by_row(reader, event.officer)?.map(|by| by.number);
    let note = ["reference", "reason"]
        .iter()
        .find_map(|name| event.detail.get(*name).cloned());
    Ok(ItemEventView {
        kind: event.kind.clone(),
        value: event.value.clone(),
        note: note.unwrap_or_default(),
        happened: event.happened.clone(),
        officer: by.unwrap_or_default(),
    })
}
