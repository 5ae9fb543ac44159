//! How the unit stands, by team; by person only where a supervisor asks and says why.

use crate::platform::Platform;
use crate::referral::ReferralState;
use crate::second_review::AgreementCountView;
use crate::{AccountId, Instant, OfficerId, ReferralId};
use serde::{Deserialize, Serialize};

/// Things that wait, and since when the oldest does.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, specta::Type)]
pub struct WaitingView {
    /// How many.
    pub count: u32,
    /// Since when the oldest waits.
    pub oldest: Option<Instant>,
}

/// A submission that was given back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ReturnedView {
    /// The referral.
    pub referral: ReferralId,
    /// Its label.
    pub label: String,
    /// The platform.
    pub platform: Platform,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Instant,
    /// Where the referral stands now.
    pub state: ReferralState,
}

/// An item that was withdrawn by the unit, or put back by the platform.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ReversedItemView {
    /// The account; none where it is kept apart and not named.
    pub account: Option<AccountId>,
    /// What it is called.
    pub label: String,
    /// Its platform.
    pub platform: Platform,
    /// The referral.
    pub referral: ReferralId,
    /// Number of the referral.
    pub number: u32,
    /// Why the unit withdrew it, in words; none where the platform put it back.
    pub withdrawn: Option<String>,
    /// When it happened.
    pub at: Instant,
}

/// The second review as the team stands with it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, specta::Type)]
pub struct SecondStandingView {
    /// How often two officers decided alike, blind.
    pub agreement: AgreementCountView,
    /// Answers left out since they were not blind.
    pub not_blind: u32,
    /// Disagreements nobody has settled.
    pub to_settle: u32,
    /// Share of decisions to refer that is drawn, in percent.
    pub refer_share: u32,
    /// Share of decisions of no action that is drawn, in percent.
    pub no_action_share: u32,
}

/// How the unit stands. Nobody is named.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct SupervisionView {
    /// As at.
    pub as_at: Instant,
    /// From when on what was returned and reversed is told.
    pub since: Instant,
    /// Accounts to review.
    pub to_review: WaitingView,
    /// Of them, given to nobody.
    pub unassigned: WaitingView,
    /// Safeguarding acts nobody has answered.
    pub safeguarding: WaitingView,
    /// Referrals to be approved.
    pub to_approve: WaitingView,
    /// Referrals approved and not marked sent.
    pub approved: WaitingView,
    /// Referrals without a full answer.
    pub sent: WaitingView,
    /// Re-checks due or overdue.
    pub rechecks: u32,
    /// Of them, overdue.
    pub rechecks_overdue: u32,
    /// Promises whose day is over.
    pub promises_overdue: u32,
    /// Submissions given back, the newest first, with the reasons.
    pub returned: Vec<ReturnedView>,
    /// The second review.
    pub second_review: SecondStandingView,
    /// Items withdrawn or put back, the newest first.
    pub reversed: Vec<ReversedItemView>,
    /// True if whoever is here may ask who has how much.
    pub can_ask_by_person: bool,
}

/// Asks who has how much.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct ByPersonRequest {
    /// Why it is asked; logged.
    pub reason: String,
}

/// What one officer has and did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct PersonLoadView {
    /// The officer.
    pub officer: OfficerId,
    /// Name.
    pub name: String,
    /// Number.
    pub number: String,
    /// Accounts to review that were given to them.
    pub assigned: u32,
    /// Accounts they assessed since then.
    pub assessed: u32,
    /// Drafts they began that are still drafts.
    pub drafts: u32,
    /// Referrals they submitted since then.
    pub submitted: u32,
    /// Referrals they approved since then.
    pub approved: u32,
}
