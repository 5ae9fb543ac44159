//! Letters to a platform about an item that was sent: that it was withdrawn, or what is put right.
//!
//! Invariant: a withdrawal stands at once and by one officer; the letter that says so is a paper of its own. What leaves
//! is what a second officer approved: the approval signs the hashes of the frozen text and of every output, counts only
//! while it verifies, and is of nobody who wrote a version of the text.

pub mod approve;
pub mod discard;
pub mod export;
pub mod give_back;
pub mod prepare;
pub mod template;
pub mod waiting;
pub mod way;

use super::standing;
use crate::{Error, Result, Session, outfile};
use breakwater_casefile::Reader;
use breakwater_casefile::approval::is_signed_in;
use breakwater_casefile::table::event::{self, Event};
use breakwater_casefile::table::letter::{self, Letter, LetterApproval, LetterVersion};
use breakwater_casefile::table::{account, officer, referral};
use breakwater_model::case::{OfficerView, Role};
use breakwater_model::letter::{LetterEventView, LetterReturnView, LetterState, LetterView};
use breakwater_model::lifecycle::SealedView;
use breakwater_model::referral::ReferralFormat;
use breakwater_model::{CaseId, Instant, LetterId, OfficerId, ReferralId};
use serde::{Deserialize, Serialize};

/// The namespace of an approval's signature.
pub const NAMESPACE: &str = "breakwater-letter-v1";
const FORM: u32 = 1;

/// What a version freezes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Frozen {
    pub form: u32,
    pub letter: LetterId,
    pub referral: ReferralId,
    pub outside_reference: String,
    pub platform: String,
    pub item: String,
    pub label: String,
    pub address: String,
    pub subject: String,
    pub text: String,
}

/// What an approval signs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Manifest {
    pub form: u32,
    pub case: CaseId,
    pub letter: LetterId,
    pub version: u32,
    /// SHA-256 of what was frozen, hex.
    pub sha256: String,
    pub marking: String,
    pub outputs: Vec<Output>,
    pub drafters: Vec<OfficerId>,
    pub approver: OfficerId,
    pub at: String,
}

/// An output an approval signs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Output {
    pub format: ReferralFormat,
    /// SHA-256 of the bytes, hex.
    pub sha256: String,
}

impl Manifest {
    /// What an approval signed, if it is of this version, by the key of whoever it names, who wrote nothing of it.
    pub fn verified(
        approval: &LetterApproval,
        version: &LetterVersion,
        (approver, drafters): (&OfficerView, &[OfficerView]),
    ) -> Option<Self> {
        if !is_signed_in(
            NAMESPACE,
            &approval.manifest,
            &approval.signature,
            &approver.public_key,
        ) {
            return None;
        }
        let manifest: Self = serde_json::from_str(&approval.manifest).ok()?;
        let holds = manifest.version == version.number
            && manifest.sha256 == outfile::hex(&version.sha256)
            && manifest.approver == approver.id
            && !manifest.drafters.contains(&approver.id)
            && drafters.iter().all(|one| one.id != approver.id);
        holds.then_some(manifest)
    }
}

/// A letter with all that was written, signed and entered of it.
pub(super) struct Told {
    pub letter: Letter,
    pub version: LetterVersion,
    pub frozen: Frozen,
    pub drafters: Vec<OfficerView>,
    pub manifest: Option<Manifest>,
    pub approved: Option<(OfficerView, Instant)>,
    /// Who gave the last version back, why and when.
    pub returned: Option<(i64, String, Instant)>,
    pub events: Vec<Event>,
}

impl Told {
    pub fn state(&self) -> LetterState {
        let has = |kind: &str| self.events.iter().any(|event| event.kind == kind);
        if self.manifest.is_none() && self.returned.is_some() {
            LetterState::Returned
        } else if self.manifest.is_none() {
            LetterState::Prepared
        } else if has("letter-answered") {
            LetterState::Answered
        } else if has("letter-sent") {
            LetterState::Sent
        } else {
            LetterState::Approved
        }
    }

    fn is_drafter(&self, id: OfficerId) -> bool {
        self.drafters.iter().any(|one| one.id == id)
    }
}

pub(super) fn told(reader: &Reader<'_>, id: LetterId) -> Result<Told> {
    told_of(reader, letter::by_id(reader, id)?)
}

pub(super) fn told_of(reader: &Reader<'_>, found: Letter) -> Result<Told> {
    let version = letter::last_version(reader, found.row)?;
    let frozen = serde_json::from_str(&version.json)?;
    let mut drafters = Vec::new();
    for row in letter::drafters(reader, found.row)? {
        drafters.extend(officer::by_row(reader, row)?);
    }
    let (mut manifest, mut approved) = (None, None);
    if let Some(approval) = letter::approval(reader, version.row)?
        && let Some(by) = officer::by_row(reader, approval.officer)?
    {
        manifest = Manifest::verified(&approval, &version, (&by, &drafters));
        approved = manifest.is_some().then_some((by, approval.at));
    }
    let own = found.id.to_string();
    let events = event::of_referral(reader, found.referral)?
        .into_iter()
        .filter(|event| event.detail.get("letter") == Some(&own))
        .collect();
    Ok(Told {
        returned: letter::returned(reader, version.row)?,
        letter: found,
        version,
        frozen,
        drafters,
        manifest,
        approved,
        events,
    })
}

/// One letter.
pub fn read(session: &Session, id: LetterId) -> Result<LetterView> {
    session.read(|reader| view(session, reader, &told(reader, id)?))
}

/// Every letter, the newest first; of one referral, if it is named.
pub fn list(session: &Session, of: Option<ReferralId>) -> Result<Vec<LetterView>> {
    session.read(|reader| {
        let row = match of {
            Some(id) => Some(referral::by_id(reader, id)?.row),
            None => None,
        };
        let all = letter::all(reader)?.into_iter().rev();
        all.filter(|one| row.is_none_or(|row| one.referral == row))
            .map(|one| view(session, reader, &told_of(reader, one)?))
            .collect()
    })
}

fn view(session: &Session, reader: &Reader<'_>, told: &Told) -> Result<LetterView> {
    let of = referral::by_id(reader, told.frozen.referral)?;
    let own = &session.officer().view;
    let state = told.state();
    let is_writer = own.role != Role::Reader;
    let is_prepared = state == LetterState::Prepared;
    let is_open = is_prepared || state == LetterState::Returned;
    let called = |one: &OfficerView| format!("{}, {}", one.name, one.number);
    let last = |kind: &str| told.events.iter().rfind(|event| event.kind == kind);
    let sealed = if is_open {
        Vec::new()
    } else {
        letter::outputs(reader, told.version.row)?
    };
    Ok(LetterView {
        id: told.letter.id,
        referral: of.id,
        referral_label: format!("R-{:03}", of.number),
        outside_reference: told.frozen.outside_reference.clone(),
        account: account::id(reader, told.letter.account)?,
        label: told.frozen.label.clone(),
        address: told.frozen.address.clone(),
        platform_name: breakwater_casefile::query::platform_view(of.platform.as_str(), 0).name,
        platform: of.platform,
        kind: told.letter.kind,
        state,
        subject: told.frozen.subject.clone(),
        text: told.frozen.text.clone(),
        version: told.version.number,
        sha256: outfile::hex(&told.version.sha256),
        drafters: told.drafters.iter().map(called).collect(),
        at: told.version.at,
        can_edit: is_writer && is_open,
        can_approve: is_writer && is_prepared && !told.is_drafter(own.id),
        returned: returned_view(reader, told)?,
        approved_by: told.approved.as_ref().map(|(by, _)| called(by)),
        approved_at: told.approved.as_ref().map(|(_, at)| *at),
        sealed: sealed
            .into_iter()
            .map(|one| SealedView {
                format: one.format,
                sha256: outfile::hex(&one.sha256),
                pages: one.pages,
            })
            .collect(),
        sent: event_view(reader, last("letter-sent"))?,
        answer: event_view(reader, last("letter-answered"))?,
    })
}

/// Why the last version came back, while it waits to be written anew.
fn returned_view(reader: &Reader<'_>, told: &Told) -> Result<Option<LetterReturnView>> {
    let Some((by, reason, at)) = &told.returned else {
        return Ok(None);
    };
    Ok(Some(LetterReturnView {
        reason: reason.clone(),
        officer: standing::named(reader, *by)?,
        at: *at,
    }))
}

fn event_view(reader: &Reader<'_>, event: Option<&Event>) -> Result<Option<LetterEventView>> {
    let Some(event) = event else {
        return Ok(None);
    };
    let by = standing::named(reader, event.officer)?;
    Ok(Some(LetterEventView {
        words: event.value.clone(),
        happened: event.happened.clone(),
        officer: by,
    }))
}

/// Refused unless the letter stands in this state.
pub(super) fn expect(
    told: &Told,
    states: &[LetterState],
    rule: &'static str,
    why: &str,
) -> Result<()> {
    if states.contains(&told.state()) {
        Ok(())
    } else {
        Err(Error::refused(rule, why))
    }
}
