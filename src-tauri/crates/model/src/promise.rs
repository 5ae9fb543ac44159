//! Dates that somebody outside promised.

use crate::platform::Platform;
use crate::{AccountId, ActionId, Instant, PromiseId, ReferralId, SetId};
use serde::{Deserialize, Serialize};

/// What a promise is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(tag = "on", rename_all = "kebab-case")]
pub enum PromiseOn {
    /// An item of a referral that was sent: the one of the account.
    Referral {
        /// The referral.
        referral: ReferralId,
    },
    /// A safeguarding act, an intelligence report, a preservation request.
    Action {
        /// The act.
        action: ActionId,
    },
}

/// How a promise ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum PromiseEnd {
    /// It was kept.
    Kept,
    /// It was not.
    Broken,
    /// Nobody waits for it any more.
    NoLonger,
}

/// Enters a promise.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct PromiseRequest {
    /// The account.
    pub account: AccountId,
    /// What it is on.
    pub on: PromiseOn,
    /// Who promised.
    pub who: String,
    /// What.
    pub what: String,
    /// The day, YYYY-MM-DD: in time until it is over, in UTC.
    pub due: String,
}

/// A promise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct PromiseView {
    /// Its id.
    pub id: PromiseId,
    /// The account; none where it is kept apart and not named.
    pub account: Option<AccountId>,
    /// What it is called.
    pub label: String,
    /// Its platform.
    pub platform: Platform,
    /// What it is on.
    pub on: PromiseOn,
    /// Who promised.
    pub who: String,
    /// What.
    pub what: String,
    /// The end of the day that was promised.
    pub due: Instant,
    /// True if that day is over and nobody said how it ended.
    pub is_overdue: bool,
    /// How it ended; none while it is open.
    pub ended: Option<PromiseEnd>,
    /// Number of who entered it.
    pub officer: String,
    /// When it was entered.
    pub at: Instant,
}

/// A promise that was entered, and the set that takes it back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct PromisedView {
    /// The promise.
    pub promise: PromiseView,
    /// The set of its changes.
    pub set: SetId,
}
