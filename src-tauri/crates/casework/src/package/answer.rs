//! Taking in an answer: what makes it count is asked here, one by one, and only then is the referral approved.

use super::sheet::{Answer, FORM};
use super::{LONGEST_ANSWER, is_same_key};
use crate::referral::approve::{Submitted, as_submitted};
use crate::referral::freeze::Manifest;
use crate::referral::read;
use crate::referral::submit::refuse_unready;
use crate::{Error, Result, Session};
use breakwater_casefile::approval::is_signed_by;
use breakwater_casefile::table::approval::{self, By, Sealed};
use breakwater_casefile::table::{colleague, officer};
use breakwater_casefile::{Action, Reader, layout, parcel};
use breakwater_model::Instant;
use breakwater_model::audit::Operation;
use breakwater_model::case::{OfficerView, Role};
use breakwater_model::package::TakenAnswerView;
use breakwater_model::referral::ReferralState;
use std::fs::File;
use std::path::Path;

/// Clocks of two workstations may differ by so much. Milliseconds.
const CLOCKS_MS: i64 = 3_600_000;

/// Takes in the answer to a package: the referral is approved as it would be here.
///
/// # Errors
/// Refused by rule: `sealed-for-this-case`, `answer-is-of-this-case`, `only-submitted-are-approved`,
/// `changed-since-submitted`, `approver-is-known`, `drafter-is-not-approver`, `not-ready`. Damaged if the signature or a
/// hash does not hold, with which.
pub fn take(session: &Session, file: &Path) -> Result<TakenAnswerView> {
    let name = layout::file_name(file);
    let mut source = File::open(file).map_err(Error::io(&name))?;
    let bytes = parcel::open(session, &mut source, LONGEST_ANSWER)?;
    let answer: Answer =
        serde_json::from_slice(&bytes).map_err(|_| altered("it cannot be read"))?;
    if answer.form != FORM {
        return Err(Error::Newer {
            found: answer.form,
            known: FORM,
        });
    }
    let manifest: Manifest = serde_json::from_str(&answer.manifest)
        .map_err(|_| altered("what was signed cannot be read"))?;
    if manifest.case != session.case_id() {
        return Err(Error::refused(
            "answer-is-of-this-case",
            "This answer is to a package of another case.",
        ));
    }
    let id = manifest.referral;
    let action = Action::new(Operation::Alteration, "approval-taken-in", "referral")
        .on(id.uuid())
        .word(
            "approver",
            &format!("{}, {}", answer.approver.name, answer.approver.number),
        )
        .word("sha256", &manifest.sha256);
    let (approver, _) = session.write(action, |w| {
        let (submitted, by, approver) = w.reading(|reader| {
            let submitted = as_submitted(reader, session, id)?;
            let (by, approver) = known(reader, &answer)?;
            let outputs = approval::sealed(reader, submitted.version.row)?;
            hold(
                session,
                &submitted,
                (&answer, &manifest),
                (&approver, &outputs),
            )?;
            Ok((submitted, by, approver))
        })?;
        w.add_approval(
            submitted.version.row,
            by,
            &answer.manifest,
            &answer.signature,
        )?;
        w.move_referral(
            submitted.referral,
            ReferralState::Submitted,
            ReferralState::Approved,
        )?;
        Ok(approver)
    })?;
    Ok(TakenAnswerView {
        approver: format!("{}, {}", approver.name, approver.number),
        referral: read::read(session, id)?,
    })
}

/// Whose key it is: an officer's of this case, or that of a colleague a supervisor confirmed.
fn known(reader: &Reader<'_>, answer: &Answer) -> Result<(By, OfficerView)> {
    let key = &answer.approver.key;
    for one in officer::all(reader)? {
        if is_same_key(&one.public_key, key) && one.role != Role::Reader {
            let row = officer::by_id(reader, one.id)?.map(|(row, _)| row);
            return Ok((By::Officer(row.ok_or(Error::NotFound("officer"))?), one));
        }
    }
    let of_key = colleague::all(reader)?
        .into_iter()
        .find(|one| is_same_key(&one.public_key, key));
    match of_key {
        Some(one) if one.confirmed.is_some() => Ok((By::Colleague(one.row), one.as_officer())),
        Some(one) => Err(Error::refused(
            "approver-is-known",
            format!(
                "The key of {}, {}, was not confirmed by a supervisor of this case.",
                one.name, one.number
            ),
        )),
        None => Err(Error::refused(
            "approver-is-known",
            format!(
                "{}, {}, signed with a key this case does not know. Take in their card, and have a supervisor confirm it.",
                answer.approver.name, answer.approver.number
            ),
        )),
    }
}

/// Everything else an approval on this workstation holds too.
fn hold(
    session: &Session,
    submitted: &Submitted,
    (answer, manifest): (&Answer, &Manifest),
    (approver, outputs): (&OfficerView, &[Sealed]),
) -> Result<()> {
    if !is_signed_by(&answer.manifest, &answer.signature, &approver.public_key) {
        return Err(altered(
            "its signature is not that of the approver over what it says",
        ));
    }
    let drafted = submitted.drafters.iter().any(|one| {
        one.id == approver.id
            || one.number == approver.number
            || is_same_key(&one.public_key, &approver.public_key)
    });
    if drafted {
        return Err(Error::refused(
            "drafter-is-not-approver",
            "A second officer approves: nobody who drafted, changed or submitted it.",
        ));
    }
    if manifest.version != submitted.version.number {
        return Err(Error::refused(
            "changed-since-submitted",
            format!(
                "Version {} was signed, and version {} is the one that stands submitted. Send a new package.",
                manifest.version, submitted.version.number
            ),
        ));
    }
    let at = Instant::parse(&manifest.at).ok_or_else(|| altered("it bears no time"))?;
    let wanted = submitted.manifest(session.case_id(), outputs, approver.id, at);
    if wanted != *manifest {
        return Err(altered("what was signed is not what stands submitted here"));
    }
    if at > session.host().now().plus_ms(CLOCKS_MS) || at.plus_ms(CLOCKS_MS) < submitted.version.at
    {
        return Err(Error::Invalid(format!(
            "It says that it was signed at {at}, which cannot be. Look at the clocks of both workstations."
        )));
    }
    refuse_unready(&submitted.view)
}

fn altered(what: &str) -> Error {
    Error::Damaged(format!("this is no answer, or it was altered: {what}"))
}
