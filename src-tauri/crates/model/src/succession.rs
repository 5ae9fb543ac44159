//! Accounts that come back: one that was removed, and the one that took its place.

use crate::{AccountId, Instant, SetId, SuccessionId};
use serde::{Deserialize, Serialize};

/// What is said of a succession.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// The program proposes it: they are linked, and one was first seen after the other was gone.
    Proposed,
    /// An officer says so.
    Confirmed,
    /// An officer says that it is not so.
    Refused,
}

/// One of two linked accounts may be the other one come back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct SuccessionView {
    /// The officer's word; none while it is proposed.
    pub id: Option<SuccessionId>,
    /// Proposed, confirmed or refused.
    pub verdict: Verdict,
    /// True if the linked account came after the one asked about, false if before.
    pub is_after: bool,
    /// When the earlier one was gone; none where that is no longer said.
    pub gone: Option<Instant>,
    /// Why, in the officer's words.
    pub reason: Option<String>,
    /// The officer's name.
    pub officer: Option<String>,
    /// When it was said.
    pub at: Option<Instant>,
}

/// One life of an operator: an account from when it was first seen to when it was gone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct LifeView {
    /// The account.
    pub account: AccountId,
    /// What it is called.
    pub label: String,
    /// 1 for the first, one more for each confirmed successor.
    pub generation: u32,
    /// First seen, by a dated sighting.
    pub first_seen: Option<Instant>,
    /// Last seen, by a dated sighting.
    pub last_seen: Option<Instant>,
    /// First sent to a platform.
    pub referred: Option<Instant>,
    /// When it was gone; none while it is not known to be.
    pub gone: Option<Instant>,
    /// Whole days from first seen to gone.
    pub days: Option<u32>,
    /// The account whose place it took, as an officer confirmed.
    pub after: Option<AccountId>,
}

/// Says of two accounts whether one is the other come back.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct SuccessionRequest {
    /// The one that came after.
    pub account: AccountId,
    /// The one that was removed.
    pub predecessor: AccountId,
    /// True to confirm, false to refuse.
    pub is_confirmed: bool,
    /// Why; may be empty.
    pub reason: String,
}

/// What was said, and the set that takes it back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct SuccessionDoneView {
    /// The word.
    pub id: SuccessionId,
    /// The set of its changes.
    pub set: SetId,
}
