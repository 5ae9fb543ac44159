//! Two pairs of eyes. Opening a submission for approval renders every output once, without DRAFT, into sealed
//! objects; the approval signs the hashes of the frozen text and of each of them.

use super::freeze::{Manifest, Output, freeze, may_approve};
use super::read;
use super::seal::seal;
use super::submit::{expect, refuse_unready};
use crate::{Error, Result, Session, outfile, template};
use breakwater_casefile::approval::{canonical, sign};
use breakwater_casefile::table::approval::{self, By, Sealed, Version};
use breakwater_casefile::table::officer;
use breakwater_casefile::{Action, Reader};
use breakwater_model::audit::Operation;
use breakwater_model::case::OfficerView;
use breakwater_model::referral::{ReferralState, ReferralView};
use breakwater_model::{CaseId, Instant, OfficerId, ReferralId};
use breakwater_report::template::Texts;

/// A submission as it stands for approval.
pub(crate) struct Submitted {
    pub referral: i64,
    pub version: Version,
    pub view: ReferralView,
    pub(super) texts: Texts,
    /// Everybody who drafted, changed or submitted it, by id.
    pub drafters: Vec<OfficerView>,
}

impl Submitted {
    /// What an approval of it by this officer signs.
    pub(crate) fn manifest(
        &self,
        case: CaseId,
        outputs: &[Sealed],
        approver: OfficerId,
        at: Instant,
    ) -> Manifest {
        Manifest {
            form: Manifest::FORM,
            case,
            referral: self.view.id,
            outside_reference: self.view.outside_reference.clone(),
            version: self.version.number,
            sha256: outfile::hex(&self.version.sha256),
            marking: self.version.marking.clone(),
            outputs: outputs
                .iter()
                .map(|output| Output {
                    format: output.format,
                    sha256: outfile::hex(&output.sha256),
                })
                .collect(),
            drafters: self.drafters.iter().map(|officer| officer.id).collect(),
            approver,
            at: at.to_string(),
        }
    }
}

/// Shows a submission to a second officer: renders what would be sent, once, and keeps those very bytes.
///
/// # Errors
/// Refused by rule: `only-submitted-are-approved`, `drafter-is-not-approver`, `changed-since-submitted`.
pub fn open(session: &Session, id: ReferralId) -> Result<ReferralView> {
    let submitted = session.read(|reader| submitted(reader, session, id))?;
    seal(session, &submitted)?;
    read::read(session, id)
}

/// Approves a submission: signs the manifest with the key of the officer who is here.
///
/// # Errors
/// As [`open`]; `not-ready` if something is missing by now, such as an account that came on the protected register;
/// `every-item-was-opened`, with the items that whoever is here has not opened.
pub fn approve(session: &Session, id: ReferralId) -> Result<ReferralView> {
    let first = session.read(|reader| submitted(reader, session, id))?;
    refuse_unready(&first.view)?;
    refuse_unopened(&first.view)?;
    seal(session, &first)?;
    let at = session.host().now();
    let action = Action::new(Operation::Alteration, "referral-approved", "referral").on(id.uuid());
    session.write(action, |w| {
        let (submitted, outputs) = w.reading(|reader| {
            let submitted = submitted(reader, session, id)?;
            refuse_unready(&submitted.view)?;
            refuse_unopened(&submitted.view)?;
            let sealed = approval::sealed(reader, submitted.version.row)?;
            Ok((submitted, sealed))
        })?;
        let approver = session.officer().view.id;
        let manifest = submitted.manifest(session.case_id(), &outputs, approver, at);
        let (text, _) = canonical(&manifest)?;
        let signature = sign(session, &text)?;
        let by = By::Officer(w.officer());
        w.add_approval(submitted.version.row, by, &text, &signature)?;
        w.move_referral(
            submitted.referral,
            ReferralState::Submitted,
            ReferralState::Approved,
        )
    })?;
    read::read(session, id)
}

/// Refused unless whoever is here has opened every item of the submission.
fn refuse_unopened(view: &ReferralView) -> Result<()> {
    let opened = view.submission.as_ref().map(|one| one.opened.as_slice());
    let missing: Vec<String> = view
        .items
        .iter()
        .filter(|item| !opened.unwrap_or_default().contains(&item.id))
        .map(|item| format!("{}. {}", item.position, item.label))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    Err(Error::Refused {
        rule: "every-item-was-opened",
        message: format!(
            "Open every item before you sign. Not opened by you: {}.",
            missing.join(", ")
        ),
        missing,
    })
}

/// A submission that whoever is here may approve.
pub(super) fn submitted(
    reader: &Reader<'_>,
    session: &Session,
    id: ReferralId,
) -> Result<Submitted> {
    let found = as_submitted(reader, session, id)?;
    let rows = approval::drafters(reader, found.referral)?;
    if !may_approve(session, &rows) {
        return Err(Error::refused(
            "drafter-is-not-approver",
            "A second officer approves: nobody who drafted, changed or submitted it, and nobody who only reads.",
        ));
    }
    Ok(found)
}

/// A submission that stands as it was frozen, whoever is here.
pub(crate) fn as_submitted(
    reader: &Reader<'_>,
    session: &Session,
    id: ReferralId,
) -> Result<Submitted> {
    let found = expect(
        reader,
        id,
        &[ReferralState::Submitted],
        "only-submitted-are-approved",
        "Only a referral that was submitted can be approved.",
    )?;
    let version =
        approval::last_version(reader, found.row)?.ok_or(Error::NotFound("submission"))?;
    let view = read::of(reader, session, id)?;
    let templates = template::stands(reader)?;
    if freeze(&view, &templates)?.1 != version.sha256 {
        return Err(Error::refused(
            "changed-since-submitted",
            "What was submitted is not what the case says now: an exhibit was stopped, the drafter's contact changed, or a template of its texts did. Return it, and have it submitted again.",
        ));
    }
    let mut drafters = Vec::new();
    for row in approval::drafters(reader, found.row)? {
        drafters.extend(officer::by_row(reader, row)?);
    }
    drafters.sort_unstable_by_key(|officer| officer.id);
    Ok(Submitted {
        texts: templates.texts,
        referral: found.row,
        version,
        view,
        drafters,
    })
}
