//! The demonstration's second officer: what was drafted is handed over, read and signed by somebody else, sent, and
//! answered in part. All of it through the use cases an officer's own case goes by.

use super::make::{SECOND_PASSPHRASE, Sample};
use crate::case::{officer, open};
use crate::referral::{after, approve, look, read, submit};
use crate::{Error, Result, Session};
use breakwater_model::ReferralId;
use breakwater_model::case::{InviteRequest, OfficerRequest, Role};
use breakwater_model::referral::{
    AcknowledgeRequest, OutcomeRequest, PlatformDecision, ReferralState, ReferralView, SentRequest,
};

/// What the platform answers of the one that is sent, item by item; the rest is awaited.
const ANSWERS: [(PlatformDecision, &str); 3] = [
    (PlatformDecision::Removed, ""),
    (PlatformDecision::Removed, ""),
    (
        PlatformDecision::Declined,
        "No rule was found to be broken.",
    ),
];

/// Hands over what lacks nothing: one waits for approval, one is approved, one is sent and answered in part. Gives the
/// case back with the first officer at the desk.
pub(super) fn passed_on(session: Session, sample: &Sample<'_>) -> Result<Session> {
    let ready = ready(&session)?;
    for id in &ready {
        submit::submit(&session, *id)?;
    }
    let folder = tempfile::tempdir().map_err(Error::io("a temporary folder"))?;
    let invitation = folder.path().join("invitation");
    let request = InviteRequest {
        name: "Second demonstration officer".into(),
        number: "4418".into(),
        role: Role::Officer,
        recovery_key: None,
    };
    officer::invite(&session, &request, &invitation)?;
    session.lock()?;
    let second = officer::join(sample.host, sample.place, &invitation, SECOND_PASSPHRASE)?;
    officer::set(
        &second,
        &OfficerRequest {
            email: Some("second@occ.example".into()),
            reads: Some(["en", "ar", "ckb"].map(str::to_owned).to_vec()),
            ..OfficerRequest::default()
        },
    )?;
    for id in ready.iter().skip(1) {
        for item in read::read(&second, *id)?.items {
            look::item(&second, *id, item.id)?;
        }
        approve::approve(&second, *id)?;
    }
    second.lock()?;
    let first = open::open(sample.host, sample.place, sample.passphrase, None)?;
    if let Some(id) = ready.get(2) {
        answered(&first, *id)?;
    }
    Ok(first)
}

/// The last three drafts that lack nothing: the one with most items last.
fn ready(session: &Session) -> Result<Vec<ReferralId>> {
    let mut views: Vec<ReferralView> = Vec::new();
    for row in read::list(session, Some(ReferralState::Draft))? {
        views.push(read::read(session, row.id)?);
    }
    views.retain(|view| view.is_ready);
    views.sort_by_key(|view| (view.items.len(), view.outside_reference.clone()));
    let skip = views.len().saturating_sub(3);
    Ok(views.into_iter().skip(skip).map(|view| view.id).collect())
}

fn answered(session: &Session, id: ReferralId) -> Result<()> {
    let sent = SentRequest {
        referral: id,
        reference: "DEMO-20418".into(),
        channel: "law-enforcement portal".into(),
        at: None,
    };
    let view = after::sent(session, &sent)?;
    let received = AcknowledgeRequest {
        referral: id,
        reference: "DEMO-20418".into(),
        at: None,
    };
    after::acknowledge(session, &received)?;
    for (item, (decision, reason)) in view.items.iter().zip(ANSWERS) {
        let request = OutcomeRequest {
            referral: id,
            account: item.account,
            decision,
            at: None,
            reason: reason.into(),
        };
        after::outcome(session, &request)?;
    }
    Ok(())
}
