//! Today: what waits for this officer, most pressing first.

use crate::assessment::ActionView;
use crate::{AccountId, HandoverId, Instant, PromiseId, ReferralId};
use serde::Serialize;

/// One thing to do.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, specta::Type)]
pub struct TodayItem {
    /// What to call it.
    pub label: String,
    /// Why it is here.
    pub why: String,
    /// By when, if a time is set.
    pub due: Option<Instant>,
    /// True if the time has passed.
    pub is_overdue: bool,
    /// The account to open.
    pub account: Option<AccountId>,
    /// The referral to open.
    pub referral: Option<ReferralId>,
    /// The platform, for the badge.
    pub platform: Option<crate::platform::Platform>,
    /// The safeguarding act or intelligence report that waits for an answer.
    pub act: Option<ActionView>,
    /// The promise whose end is to be said.
    pub promise: Option<PromiseId>,
    /// The hand-over to open.
    pub handover: Option<HandoverId>,
}

/// A section of Today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct TodaySection {
    /// `urgent`, `safeguarding`, `second-look`, `holds`, `preservation`, `to-draft`, `drafts`,
    /// `erasure`, `second-review`, `disagreements`, `returned`, `to-approve`, `approved`, `no-answer`, `rechecks`,
    /// `promises`, `preservation`, `intelligence`, `handover`, `letters`, `erasures`, `live-again`.
    pub key: String,
    /// What it is called.
    pub title: String,
    /// What is in it, at most 50.
    pub items: Vec<TodayItem>,
    /// How many there are in all.
    pub total: u32,
}

/// Today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct TodayView {
    /// Sections that hold something, most pressing first.
    pub sections: Vec<TodaySection>,
    /// Assessed by this officer since midnight UTC.
    pub assessed_today: u32,
    /// Accounts still to review.
    pub to_review: u32,
}
