//! Handing a draft to a second officer, and getting it back.

use super::freeze::freeze;
use super::{read, render};
use crate::case::describe;
use crate::{Error, Result, Session, template};
use breakwater_casefile::table::{approval, exhibit, referral};
use breakwater_casefile::{Action, Reader, evidence};
use breakwater_model::ReferralId;
use breakwater_model::audit::Operation;
use breakwater_model::referral::{ReferralState, ReferralView};

/// Freezes a draft that lacks nothing and hands it over. Nobody but a second officer can then approve it.
///
/// # Errors
/// Refused by rule: `only-drafts-are-submitted`; `not-ready`, with what is missing. Damaged, naming the exhibit.
pub fn submit(session: &Session, id: ReferralId) -> Result<ReferralView> {
    let (marking, _, _) = describe::heading(session)?;
    refuse_damaged(session, &read::read(session, id)?)?;
    let action = Action::new(Operation::Alteration, "referral-submitted", "referral").on(id.uuid());
    session.write(action, |w| {
        let view = w.reading(|reader| {
            expect(
                reader,
                id,
                &[ReferralState::Draft],
                "only-drafts-are-submitted",
                "Only a draft can be submitted.",
            )?;
            let view = read::of(reader, session, id)?;
            refuse_unready(&view)?;
            Ok(view)
        })?;
        let row = w.reading(|reader| Ok(referral::by_id(reader, id)?.row))?;
        let templates = w.reading(template::stands)?;
        let (json, sha256) = freeze(&view, &templates)?;
        w.add_version(
            row,
            (&json, &sha256),
            marking.as_str(),
            session.officer().row,
        )?;
        w.move_referral(row, ReferralState::Draft, ReferralState::Submitted)
    })?;
    read::read(session, id)
}

/// Every exhibit an item names is read through and compared with what was attached, before a second officer is called.
///
/// # Errors
/// Damaged, naming the exhibit.
fn refuse_damaged(session: &Session, view: &ReferralView) -> Result<()> {
    for id in render::chosen(view) {
        let exhibit = session.read(|reader| exhibit::by_id(reader, id))?;
        evidence::read(session, &exhibit, &mut |_| Ok(())).map_err(|error| match error {
            Error::Damaged(_) | Error::Missing(_) => Error::Damaged(format!(
                "exhibit {} is not what was attached; take it out of the referral and attach it again",
                exhibit.label
            )),
            other => other,
        })?;
    }
    Ok(())
}

/// Refused unless nothing is missing.
pub(crate) fn refuse_unready(view: &ReferralView) -> Result<()> {
    if view.is_ready {
        return Ok(());
    }
    let missing: Vec<String> = view
        .requirements
        .iter()
        .filter(|asked| !asked.is_met)
        .map(|asked| asked.name.clone())
        .collect();
    Err(Error::Refused {
        rule: "not-ready",
        message: format!(
            "The referral lacks {}: {}.",
            if missing.len() == 1 {
                "one thing".into()
            } else {
                format!("{} things", missing.len())
            },
            missing.join(", ")
        ),
        missing,
    })
}

/// The row of a referral that stands in one of these states.
pub(super) fn expect(
    reader: &Reader<'_>,
    id: ReferralId,
    states: &[ReferralState],
    rule: &'static str,
    message: &str,
) -> Result<referral::Referral> {
    let found = referral::by_id(reader, id)?;
    if states.contains(&found.state) {
        return Ok(found);
    }
    Err(Error::refused(rule, message))
}

/// Gives a submitted referral back to who drafted it, with the reason.
///
/// # Errors
/// Refused by rule `only-submitted-are-returned`; no reason.
pub fn give_back(session: &Session, id: ReferralId, reason: &str) -> Result<ReferralView> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Error::Invalid("Say why it is returned.".into()));
    }
    let action = Action::new(Operation::Alteration, "referral-returned", "referral")
        .on(id.uuid())
        .word("reason", reason);
    session.write(action, |w| {
        let (row, version) = w.reading(|reader| {
            let found = expect(
                reader,
                id,
                &[ReferralState::Submitted, ReferralState::Approved],
                "only-submitted-are-returned",
                "Only a referral that was submitted and is not sent can be returned.",
            )?;
            let version = approval::last_version(reader, found.row)?;
            Ok((found, version.ok_or(Error::NotFound("submission"))?.row))
        })?;
        w.add_return(version, reason)?;
        w.void_approvals(row.row)?;
        w.move_referral(row.row, row.state, ReferralState::Draft)
    })?;
    read::read(session, id)
}
