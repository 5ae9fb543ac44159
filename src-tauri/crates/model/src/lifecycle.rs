//! What becomes of a referral: asked first, submitted, approved, sent, decided, withdrawn, checked.

use crate::assessment::Answer;
use crate::referral::ReferralFormat;
use crate::{AccountId, Instant, ItemId, ReferralId, WorldTime};
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
    /// The item it is about; the whole referral if none.
    pub item: Option<ItemId>,
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
    /// That the approval was not sent for longer than a look counts, and when its items were last seen live.
    pub aged: Option<String>,
    /// Who returned it.
    pub returned_by: Option<String>,
    /// Why.
    pub return_reason: Option<String>,
    /// Items of this submission that whoever is here has opened.
    pub opened: Vec<ItemId>,
    /// The submission before it, if there was one.
    pub since: Option<SinceView>,
}

/// What became of the submission before, and what is different now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct SinceView {
    /// Which submission it was.
    pub number: u32,
    /// Why it came back, or what was taken out of it.
    pub reason: Option<String>,
    /// What differs, the referral's own lines first.
    pub changes: Vec<VersionChangeView>,
}

/// A line that two submissions say differently.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct VersionChangeView {
    /// What the item is called; none for a line of the whole referral.
    pub item: Option<String>,
    /// The field, or `item` for an item that came or went.
    pub field: String,
    /// What it said.
    pub before: Option<String>,
    /// What it says.
    pub after: Option<String>,
}

/// What a second officer reads of an item: the lines the assessment was made on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct OpenedItemView {
    /// The item.
    pub item: ItemId,
    /// Every line and its answer.
    pub answers: Vec<AnsweredLineView>,
    /// The officer's sentence.
    pub reason: String,
    /// The officer's number.
    pub officer: String,
    /// When it was decided.
    pub at: Instant,
    /// 3x5x2 grading, if given.
    pub grading: Option<String>,
    /// True if the opening now stands in the case.
    pub is_recorded: bool,
}

/// A "Could this be…?" line with its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct AnsweredLineView {
    /// A few words for the line.
    pub short: String,
    /// The question in full.
    pub question: String,
    /// The answer; none if the line was not asked then.
    pub answer: Option<Answer>,
}

/// Who may approve a referral, and who may not because they drafted it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, specta::Type)]
pub struct SecondView {
    /// True if whoever is here drafted, changed or submitted it.
    pub is_own: bool,
    /// Name and number of each who did.
    pub drafters: Vec<String>,
    /// Name and number of each officer of the case who may approve it.
    pub approvers: Vec<String>,
}

/// Something that happened to an item after it was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ItemEventView {
    /// `sent`, `acknowledged`, `decided`, `withdrawn`, `letter-sent`, `letter-answered`; `observed` of what was seen.
    pub kind: String,
    /// The channel it or a letter about it was sent by, what was answered, the platform's decision, the reason it was withdrawn, what was seen.
    pub value: String,
    /// The platform's reference or ground, if one was given; how it was seen.
    pub note: String,
    /// When it happened.
    pub happened: WorldTime,
    /// Who entered it.
    pub officer: String,
    /// True of a refusal for which the platform gave no ground.
    pub lacks_ground: bool,
}

/// What an earlier referral of the same account came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct EarlierView {
    /// That referral.
    pub referral: ReferralId,
    /// Its label in the case.
    pub label: String,
    /// What the platform decided last, with its ground, or that it was withdrawn.
    pub answer: Option<ItemEventView>,
}

/// Notes what a desk answered.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct AskFirstRequest {
    /// The referral.
    pub referral: ReferralId,
    /// The item it is about; the whole referral if none.
    pub item: Option<ItemId>,
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

/// Notes that a platform acknowledged a referral.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct AcknowledgeRequest {
    /// The referral.
    pub referral: ReferralId,
    /// The platform's reference.
    pub reference: String,
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
