//! Referrals to a platform: drafts of items, each with its own assessment.

use crate::platform::{ChoiceView, Platform, Unit};
use crate::{AccountId, AssessmentId, ExhibitId, Instant, ItemId, PostId, ReferralId, WorldTime};
use serde::{Deserialize, Serialize};

pub use crate::lifecycle::{
    AcknowledgeRequest, AnsweredLineView, AskFirstAnswer, AskFirstRequest, AskedView, CheckMethod,
    CheckRequest, EarlierView, ItemEventView, Observed, OpenedItemView, OutcomeRequest,
    PlatformDecision, SealedView, SecondView, SentRequest, SinceView, SubmissionView,
    VersionChangeView, WithdrawRequest,
};

/// Where a referral stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum ReferralState {
    /// Being written.
    Draft,
    /// Handed to a second officer.
    Submitted,
    /// Approved.
    Approved,
    /// Marked sent.
    Sent,
    /// Every item decided.
    Closed,
}

/// By which road it goes.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum Route {
    /// Under the platform's own terms.
    #[default]
    Voluntary,
    /// A legal request.
    LegalRequest,
    /// A notice under Article 16 of Regulation (EU) 2022/2065; UK law alone is refused.
    DsaNotice,
    /// Under the Online Safety Act 2023.
    Osa,
}

/// What is asked of the platform about telling the account's user.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum TellUser {
    /// The user is not to be told.
    No,
    /// The user may be told.
    Yes,
}

/// "Tell the user?", answered with the reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct TellUserView {
    /// The answer.
    pub answer: TellUser,
    /// The reason; empty if the officer answered otherwise than usual and gave none yet.
    pub reason: String,
    /// True while it is the usual answer of the route, which no officer changed.
    pub is_usual: bool,
    /// Where the usual answer comes from.
    pub source: String,
}

/// What was considered about the law; `None` is not said.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, specta::Type)]
pub struct LawNotes {
    /// The elements of the offence, and what shows each.
    pub elements: Option<String>,
    /// Why it reaches what was done, and where.
    pub reach: Option<String>,
    /// Which defences were considered, and why none stands.
    pub defence: Option<String>,
    /// Who decided that it is met. Stays in the case: no output names them.
    pub decided_by: Option<String>,
}

/// Something the referral still needs, or has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct RequirementView {
    /// The name, as `referral-set --field` takes it.
    pub name: String,
    /// What is asked, in words.
    pub label: String,
    /// True if it is there.
    pub is_met: bool,
    /// The words that satisfy it, or what to do.
    pub detail: String,
    /// The item it is about, if one.
    pub item: Option<ItemId>,
    /// Where the requirement comes from.
    pub source: String,
}

/// One item of a referral, set as a block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ItemView {
    /// The item.
    pub id: ItemId,
    /// Its number in the referral, from 1.
    pub position: u32,
    /// The account.
    pub account: AccountId,
    /// What the account is called.
    pub label: String,
    /// The unit counted.
    pub unit: Unit,
    /// The post, if the item is one.
    pub post: Option<PostId>,
    /// The assessment it rests on.
    pub assessment: AssessmentId,
    /// The address, working: as it was seen, where that opens.
    pub address: Option<String>,
    /// The one form of that address which stands for every way of writing it; none where it names nothing known.
    pub canonical: Option<String>,
    /// The platform's own id.
    pub platform_id: Option<String>,
    /// The handle as it was seen.
    pub handle: Option<String>,
    /// When it was seen so.
    pub handle_seen: Option<WorldTime>,
    /// When it was last seen live.
    pub seen_live: Option<WorldTime>,
    /// The place inside: profile text, a post, mm:ss.
    pub place: String,
    /// The words referred to.
    pub words: String,
    /// Their translation, if any.
    pub translation: Option<String>,
    /// By whom, and how far checked.
    pub translation_by: Option<String>,
    /// Why.
    pub why: String,
    /// Exhibits.
    pub exhibits: Vec<ItemExhibitView>,
    /// What happened since it was sent, in order.
    pub events: Vec<ItemEventView>,
    /// What was last seen of the account, whatever the platform says.
    pub seen: Option<ItemEventView>,
    /// Referrals the account was in before, oldest first.
    pub earlier: Vec<EarlierView>,
    /// Where a register says that somebody else has referred it. Told; it forbids nothing.
    pub already_referred: Vec<crate::register::RegisterHitView>,
}

/// An exhibit named by an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ItemExhibitView {
    /// The exhibit.
    pub id: ExhibitId,
    /// Its number.
    pub number: String,
    /// Its hash.
    pub sha256: Option<String>,
    /// True if the item names it.
    pub is_chosen: bool,
}

/// A referral in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ReferralRow {
    /// The referral.
    pub id: ReferralId,
    /// Its label in the case: R-031.
    pub label: String,
    /// The platform.
    pub platform: Platform,
    /// The platform's name.
    pub platform_name: String,
    /// Items.
    pub items: u32,
    /// Where it stands.
    pub state: ReferralState,
    /// Things missing.
    pub missing: u32,
    /// When it was last changed.
    pub changed_at: Instant,
    /// Who submitted it last, if somebody did.
    pub submitted_by: Option<String>,
    /// When.
    pub submitted_at: Option<Instant>,
    /// Why the last submission came back, if it did.
    pub return_reason: Option<String>,
    /// True if whoever is here may approve it.
    pub can_approve: bool,
    /// When it was sent, if it was.
    pub sent_at: Option<Instant>,
    /// The reference the platform gave, if one did.
    pub reference: Option<String>,
    /// Items that were decided or withdrawn.
    pub answered: u32,
    /// True if it was sent longer ago than a platform is given, and is not answered in full.
    pub is_late: bool,
    /// When the platform was last heard of, if it was.
    pub heard_at: Option<Instant>,
}

/// A referral, all of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ReferralView {
    /// The referral.
    pub id: ReferralId,
    /// Its label in the case.
    pub label: String,
    /// The reference outsiders see; unlike the case's own.
    pub outside_reference: String,
    /// The platform.
    pub platform: Platform,
    /// The platform's name.
    pub platform_name: String,
    /// Whom it is addressed to.
    pub addressee: Option<String>,
    /// Where it stands.
    pub state: ReferralState,
    /// Its title line.
    pub title: String,
    /// The platform's rule, if chosen.
    pub policy: Option<ChoiceView>,
    /// The law, if any.
    pub law: Option<ChoiceView>,
    /// What was considered about the law.
    pub law_notes: LawNotes,
    /// By which road.
    pub route: Route,
    /// "Tell the user?"
    pub tell_user: TellUserView,
    /// The summary.
    pub summary: String,
    /// The officer, e-mail and telephone it is from.
    pub officer: crate::case::OfficerView,
    /// The unit's name it is from, if given.
    pub from: Option<String>,
    /// True if the good-faith statement was given.
    pub good_faith: bool,
    /// When it was made.
    pub created_at: Instant,
    /// Items, in order.
    pub items: Vec<ItemView>,
    /// What it needs, met or not.
    pub requirements: Vec<RequirementView>,
    /// True if nothing is missing.
    pub is_ready: bool,
    /// What desks answered.
    pub asked: Vec<AskedView>,
    /// The last submission, if there was one.
    pub submission: Option<SubmissionView>,
    /// True if whoever is here may approve or return it: submitted, and drafted by others.
    pub can_approve: bool,
    /// Who may approve it, and who drafted it.
    pub second: SecondView,
    /// Rules of the platform to choose from.
    pub policies: Vec<ChoiceView>,
    /// Laws to choose from.
    pub laws: Vec<ChoiceView>,
}

/// Accounts decided refer that are in no draft, by platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct CandidateView {
    /// The platform.
    pub platform: Platform,
    /// Its name.
    pub platform_name: String,
    /// The accounts.
    pub accounts: Vec<crate::list::AccountRow>,
}

/// Drafts a referral.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct DraftReferralRequest {
    /// The platform.
    pub platform: Platform,
    /// The accounts; each needs its own fresh assessment *refer*.
    pub accounts: Vec<AccountId>,
    /// Code of the platform's rule.
    pub policy: Option<String>,
    /// Code of the law.
    pub law: Option<String>,
    /// By which road.
    pub route: Option<Route>,
    /// The summary.
    pub summary: Option<String>,
    /// When all were seen live.
    pub seen_live: Option<Instant>,
}

/// Changes one field of a draft, or of one item of it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct EditReferralRequest {
    /// The referral.
    pub referral: ReferralId,
    /// The item, for a field of an item.
    pub item: Option<ItemId>,
    /// The field: `title`, `summary`, `policy`, `law`, `law_elements`, `law_reach`, `law_defence`, `law_decided_by`,
    /// `route`, `tell_user` (`yes`, `no`; empty: as usual), `tell_user_reason`, `good_faith`, `from`; of an item `why`, `words`,
    /// `place`, `seen_live`, `translation`, `exhibits` (numbers, comma-joined).
    pub field: String,
    /// The value as text.
    pub value: String,
}

/// What is exported of a referral.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum ReferralFormat {
    /// Plain text.
    Txt,
    /// CSV of items.
    Csv,
    /// The paper.
    Pdf,
    /// A letter with the paper and the CSV.
    Eml,
    /// The exhibits its items name.
    Zip,
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ReferralExportView {
    /// SHA-256 of the bytes written, hex.
    pub sha256: String,
    /// Pages, for paged formats.
    pub pages: Option<u32>,
    /// True before approval: every page says so.
    pub draft: bool,
    /// The file's name.
    pub file_name: String,
    /// That it was approved some time ago, and when its items were last seen live; none of a draft and what is fresh.
    pub told: Option<String>,
}
