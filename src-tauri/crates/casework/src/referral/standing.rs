//! Where a referral stands once it was submitted, and what happened to its items.

use super::changes;
use super::freeze::Manifest;
use crate::directory::{self, Directory};
use crate::{Error, Result};
use breakwater_casefile::Reader;
use breakwater_casefile::table::referral::Referral;
use breakwater_casefile::table::{approval, event, officer};
use breakwater_model::Instant;
use breakwater_model::case::OfficerView;
use breakwater_model::case::Role;
use breakwater_model::referral::{
    ItemEventView, ItemView, PlatformDecision, SealedView, SecondView, SinceView, SubmissionView,
};

/// The last submission, with an approval only if its signature verifies. What was opened is what the officer of this
/// row opened.
pub(super) fn submission(
    reader: &Reader<'_>,
    referral: i64,
    officer: i64,
) -> Result<Option<SubmissionView>> {
    let Some(version) = approval::last_version(reader, referral)? else {
        return Ok(None);
    };
    let sealed = approval::sealed(reader, version.row)?;
    let approved = match approval::of_version(reader, version.row)? {
        Some(approval) => approval::approver(reader, &approval)?
            .filter(|by| Manifest::verified(&approval, &version, by).is_some())
            .map(|by| (by, approval.at)),
        None => None,
    };
    let returned = approval::returned(reader, version.row)?;
    let returned_by = match &returned {
        Some((by, ..)) => officer::by_row(reader, *by)?.map(|by| called(&by)),
        None => None,
    };
    let by = named(reader, version.officer)?;
    let since = match approval::version_before(reader, referral, version.number)? {
        Some(before) => Some(SinceView {
            number: before.number,
            reason: approval::returned(reader, before.row)?.map(|(_, reason, _)| reason),
            changes: changes::between(&before.json, &version.json)?,
        }),
        None => None,
    };
    Ok(Some(SubmissionView {
        opened: approval::opened(reader, version.row, officer)?,
        since,
        number: version.number,
        sha256: crate::outfile::hex(&version.sha256),
        by,
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
        aged: None,
        returned_by,
        return_reason: returned.map(|(_, reason, _)| reason),
    }))
}

/// Who may approve it: every officer who did not draft it and does not only read.
pub(super) fn second(reader: &Reader<'_>, drafters: &[i64], officer: i64) -> Result<SecondView> {
    let mut own = Vec::new();
    for row in drafters {
        own.extend(officer::by_row(reader, *row)?);
    }
    let approvers = officer::all(reader)?
        .into_iter()
        .filter(|one| one.role != Role::Reader && own.iter().all(|by| by.id != one.id))
        .map(|one| called(&one))
        .collect();
    Ok(SecondView {
        is_own: drafters.contains(&officer),
        drafters: own.iter().map(called).collect(),
        approvers,
    })
}

/// When a referral was sent, with which reference, and what was heard since.
#[derive(Debug, Default)]
pub(super) struct Way {
    pub sent_at: Option<Instant>,
    pub reference: Option<String>,
    /// Items that were decided or withdrawn.
    pub answered: u32,
    pub heard_at: Option<Instant>,
}

/// What its items' events tell of a referral.
pub(super) fn way(items: &[ItemView]) -> Way {
    let mut way = Way::default();
    for event in items.iter().flat_map(|item| &item.events) {
        let at = event.happened.at;
        match event.kind.as_str() {
            "sent" => {
                way.sent_at = way.sent_at.min(Some(at)).or(Some(at));
                way.reference.get_or_insert_with(|| event.note.clone());
            }
            "acknowledged" | "decided" => {
                way.heard_at = way.heard_at.max(Some(at));
                if event.kind == "acknowledged" && !event.note.is_empty() {
                    way.reference = Some(event.note.clone());
                }
            }
            _ => {}
        }
    }
    let answered = items.iter().filter(|item| is_answered(item)).count();
    way.answered = u32::try_from(answered).unwrap_or(u32::MAX);
    way
}

/// By when a platform is given to answer what was sent then: what its channel says, else the unit's limit.
pub(super) fn due(directory: &Directory, one: &Referral, sent: Instant) -> Instant {
    sent.plus_ms(directory::answer_ms(
        directory,
        one.platform.as_str(),
        one.route,
    ))
}

/// True if nothing more is awaited of an item: withdrawn, or finally decided.
fn is_answered(item: &ItemView) -> bool {
    let last = item.events.iter().rfind(|event| event.kind == "decided");
    let decided: Option<PlatformDecision> = last.and_then(|event| {
        serde_json::from_value(serde_json::Value::String(event.value.clone())).ok()
    });
    item.events.iter().any(|event| event.kind == "withdrawn")
        || decided.is_some_and(PlatformDecision::is_final)
}

/// Name and number of the officer of this row.
pub(super) fn named(reader: &Reader<'_>, row: i64) -> Result<String> {
    let by = officer::by_row(reader, row)?.ok_or(Error::NotFound("officer"))?;
    Ok(called(&by))
}

/// An officer's name and number.
fn called(officer: &OfficerView) -> String {
    format!("{}, {}", officer.name, officer.number)
}

/// An event as it is shown.
pub(super) fn event_view(reader: &Reader<'_>, event: &event::Event) -> Result<ItemEventView> {
    let by = officer::by_row(reader, event.officer)?.map(|by| by.number);
    let note = ["reference", "reason", "method"]
        .iter()
        .find_map(|name| event.detail.get(*name).cloned());
    let is_declined = event.kind == "decided" && event.value == "declined";
    Ok(ItemEventView {
        kind: event.kind.clone(),
        value: event.value.clone(),
        lacks_ground: is_declined && note.is_none(),
        note: note.unwrap_or_default(),
        happened: event.happened.clone(),
        officer: by.unwrap_or_default(),
    })
}
