//! What a submission freezes: the whole of a referral as a second officer is to see it, and nothing that may change
//! by itself. The same referral gives the same text (RFC 8785).

use crate::template::{Stamp, Templates};
use crate::{Error, Result, Session};
use breakwater_casefile::approval::{self, canonical};
use breakwater_casefile::table::approval::{Approval, Version};
use breakwater_model::case::OfficerView;
use breakwater_model::referral::{
    ItemView, LawNotes, ReferralFormat, ReferralView, Route, TellUser,
};
use breakwater_model::{CaseId, OfficerId, ReferralId, WorldTime};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Version of the form.
const FORM: u32 = 1;

#[derive(Serialize)]
struct Frozen<'a> {
    form: u32,
    referral: ReferralId,
    outside_reference: &'a str,
    platform: &'a str,
    title: &'a str,
    policy: Option<&'a str>,
    law: Option<&'a str>,
    law_notes: &'a LawNotes,
    route: Route,
    tell_user: Told<'a>,
    summary: &'a str,
    from: Option<&'a str>,
    drafter: OfficerId,
    contact: Contact<'a>,
    /// The version and hash of every template it is rendered with.
    templates: &'a BTreeMap<&'static str, Stamp>,
    items: Vec<FrozenItem<'a>>,
}

#[derive(Serialize)]
struct Told<'a> {
    answer: TellUser,
    reason: &'a str,
}

#[derive(Serialize)]
struct Contact<'a> {
    name: &'a str,
    number: &'a str,
    email: Option<&'a str>,
    phone: Option<&'a str>,
    badge: Option<&'a str>,
}

#[derive(Serialize)]
struct FrozenItem<'a> {
    item: String,
    account: String,
    assessment: String,
    unit: breakwater_model::platform::Unit,
    address: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    canonical: Option<&'a str>,
    platform_id: Option<&'a str>,
    handle: Option<&'a str>,
    handle_seen: Option<&'a WorldTime>,
    seen_live: Option<&'a WorldTime>,
    place: &'a str,
    words: &'a str,
    translation: Option<&'a str>,
    translation_by: Option<&'a str>,
    why: &'a str,
    exhibits: Vec<FrozenExhibit<'a>>,
}

#[derive(Serialize)]
struct FrozenExhibit<'a> {
    number: &'a str,
    sha256: Option<&'a str>,
}

/// What is frozen of a referral that is rendered with these templates, and the SHA-256 of it.
pub(super) fn freeze(view: &ReferralView, templates: &Templates) -> Result<(String, [u8; 32])> {
    let officer = &view.officer;
    canonical(&Frozen {
        form: FORM,
        referral: view.id,
        outside_reference: &view.outside_reference,
        platform: view.platform.as_str(),
        title: &view.title,
        policy: view.policy.as_ref().map(|policy| policy.code.as_str()),
        law: view.law.as_ref().map(|law| law.code.as_str()),
        law_notes: &view.law_notes,
        route: view.route,
        tell_user: Told {
            answer: view.tell_user.answer,
            reason: &view.tell_user.reason,
        },
        summary: &view.summary,
        from: view.from.as_deref(),
        drafter: officer.id,
        contact: Contact {
            name: &officer.name,
            number: &officer.number,
            email: officer.email.as_deref(),
            phone: officer.phone.as_deref(),
            badge: officer.badge.as_deref(),
        },
        templates: &templates.stamps,
        items: view.items.iter().map(item).collect(),
    })
}

fn item(item: &ItemView) -> FrozenItem<'_> {
    FrozenItem {
        item: item.id.to_string(),
        account: item.account.to_string(),
        assessment: item.assessment.to_string(),
        unit: item.unit,
        address: item.address.as_deref(),
        canonical: item.canonical.as_deref(),
        platform_id: item.platform_id.as_deref(),
        handle: item.handle.as_deref(),
        handle_seen: item.handle_seen.as_ref(),
        seen_live: item.seen_live.as_ref(),
        place: &item.place,
        words: &item.words,
        translation: item.translation.as_deref(),
        translation_by: item.translation_by.as_deref(),
        why: &item.why,
        exhibits: item
            .exhibits
            .iter()
            .filter(|exhibit| exhibit.is_chosen)
            .map(|exhibit| FrozenExhibit {
                number: &exhibit.number,
                sha256: exhibit.sha256.as_deref(),
            })
            .collect(),
    }
}

/// What an approval signs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Manifest {
    pub form: u32,
    pub case: CaseId,
    pub referral: ReferralId,
    pub outside_reference: String,
    /// Which submission.
    pub version: u32,
    /// SHA-256 of what was frozen, hex.
    pub sha256: String,
    pub marking: String,
    pub outputs: Vec<Output>,
    /// Everybody who drafted, changed or submitted it.
    pub drafters: Vec<OfficerId>,
    pub approver: OfficerId,
    /// RFC 3339, UTC.
    pub at: String,
}

/// An output an approval signs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Output {
    pub format: ReferralFormat,
    /// SHA-256 of the bytes, hex.
    pub sha256: String,
}

impl Manifest {
    /// The form this program writes.
    pub(crate) const FORM: u32 = FORM;

    /// What the approval of a version signed, if its signature is that of the approver's own key, it is of this version and
    /// of nobody who drafted it.
    pub(crate) fn verified(
        approval: &Approval,
        version: &Version,
        approver: &OfficerView,
    ) -> Option<Self> {
        if !approval::is_signed_by(
            &approval.manifest,
            &approval.signature,
            &approver.public_key,
        ) {
            return None;
        }
        let manifest: Self = serde_json::from_str(&approval.manifest).ok()?;
        let holds = manifest.version == version.number
            && manifest.sha256 == crate::outfile::hex(&version.sha256)
            && manifest.approver == approver.id
            && !manifest.drafters.contains(&approver.id);
        holds.then_some(manifest)
    }
}

/// Refused: the approval that stands in the case does not verify.
pub(super) fn unproven() -> Error {
    Error::Refused {
        rule: "an-approval-is-signed",
        message: "The approval of this referral does not verify against the approver's key; it has to be approved again."
            .into(),
        missing: Vec::new(),
    }
}

/// True if whoever is here may approve what these officers drafted.
pub(super) fn may_approve(session: &Session, drafters: &[i64]) -> bool {
    let officer = session.officer();
    officer.view.role != breakwater_model::case::Role::Reader && !drafters.contains(&officer.row)
}
