//! What becomes of a referral: asked first, submitted, approved, sent, decided, withdrawn, checked.

use crate::referral::ReferralFormat;
use crate::{AccountId, Instant, ReferralId, WorldTime};
use serde::{Deserialize, Serialize};

/// What a desk answered when it was asked whether a referral burns a live investigation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum AskFirstAnswer {
    /// It may go.
    Go,
    /// Not yet.
    Hold,
    /// Never.
    Refuse,
}

/// What a platform decided on an item, or what became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum PlatformDecision {
    /// Removed for everyone.
    Removed,
    /// Suspended without end.
    Suspended,
    /// Restricted, geo-blocked, or suspended for a time.
    Limited,
    /// Left standing.
    Declined,
    /// Not found by the platform.
    NotFound,
    /// The platform asked for more.
    MoreAsked,
    /// Put back.
    Reinstated,
}

impl PlatformDecision {
    /// True if the platform has had its say: nothing more is awaited.
    pub const fn is_final(self) -> bool {
        !matches!(self, Self::MoreAsked)
    }
}

/// What was seen of an account when somebody looked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Observed {
    /// There for everyone.
    Live,
    /// Not there.
    Offline,
    /// The platform says it is suspended.
    SuspendedNotice,
    /// Private.
    Private,
    /// There under another name.
    Renamed,
    /// Not shown in this country.
    GeoBlocked,
    /// Hidden behind a login.
    LoginWall,
    /// Its owner took it down.
    RemovedByOwner,
    /// Cannot be told.
    Unknown,
}

/// How somebody looked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum CheckMethod {
    /// An officer looked on the machine meant for it.
    Looked,
    /// From a screenshot.
    Screenshot,
    /// The platform said so.
    PlatformReply,
    /// A colleague said so.
    Colleague,
    /// By a program elsewhere.
    Automatic,
}

/// What a desk answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct AskedView {
    /// The desk.
    pub desk: String,
    /// Its answer.
    pub answer: AskFirstAnswer,
    /// Its reference.
    pub reference: String,
    /// When it answered.
    pub asked: WorldTime,
}

/// An output that was rendered for approval and is only ever copied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct SealedView {
    /// Its format.
    pub format: ReferralFormat,
    /// SHA-256 of its bytes, hex.
    pub sha256: String,
    /// Pages, of a paged format.
    pub pages: Option<u32>,
}

/// The submission a referral stands or fell with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct SubmissionView {
    /// Which submission it is, from 1.
    pub number: u32,
    /// SHA-256 of what was frozen, hex.
    pub sha256: String,
    /// Who submitted it.
    pub by: String,
    /// When.
    pub at: Instant,
    /// Outputs sealed for it.
    pub sealed: Vec<SealedView>,
    /// Who approved it, if it stands approved and the signature verifies.
    pub approved_by: Option<String>,
    /// When.
    pub approved_at: Option<Instant>,
    /// Who returned it.
    pub returned_by: Option<String>,
    /// Why.
    pub return_reason: Option<String>,
}

/// Something that happened to an item after it was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ItemEventView {
    /// `sent`, `acknowledged`, `decided`, `withdrawn`.
    pub kind: String,
    /// The channel it was sent by, the platform's decision, the reason it was withdrawn.
    pub value: String,
    /// The platform's reference or ground, if one was given.
    pub note: String,
    /// When it happened.
    pub happened: WorldTime,
    /// Who entered it.
    pub officer: String,
}

/// Notes what a desk answered.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct AskFirstRequest {
    /// The referral.
    pub referral: ReferralId,
    /// The desk.
    pub desk: String,
    /// Its answer.
    pub answer: AskFirstAnswer,
    /// Its reference.
    pub reference: String,
    /// When it answered; now where nothing is said.
    pub at: Option<Instant>,
}

/// Marks a referral sent.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct SentRequest {
    /// The referral.
    pub referral: ReferralId,
    /// The platform's reference.
    pub reference: String,
    /// By which channel, in words.
    pub channel: String,
    /// When; now where nothing is said.
    pub at: Option<Instant>,
}

/// Enters what a platform decided on an item.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct OutcomeRequest {
    /// The referral.
    pub referral: ReferralId,
    /// The account of the item.
    pub account: AccountId,
    /// The decision.
    pub decision: PlatformDecision,
    /// When it was decided; now where nothing is said.
    pub at: Option<Instant>,
    /// The ground the platform gave.
    pub reason: String,
}

/// Takes back an item that was sent.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct WithdrawRequest {
    /// The referral.
    pub referral: ReferralId,
    /// The account of the item.
    pub account: AccountId,
    /// Code of the reason.
    pub reason: String,
    /// When; now where nothing is said.
    pub at: Option<Instant>,
}

/// Enters what was seen of an account.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct CheckRequest {
    /// The account.
    pub account: AccountId,
    /// What was seen.
    pub observed: Observed,
    /// How.
    pub method: CheckMethod,
    /// When; now where nothing is said.
    pub at: Option<Instant>,
}
