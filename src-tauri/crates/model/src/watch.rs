//! Live visits to accounts, and the word on watching one.
//!
//! Looking at an open profile once is not surveillance; looking again and again can be (Covert Surveillance and
//! Property Interference Code of Practice, August 2018, paragraphs 3.10 to 3.17). So live visits are counted over all
//! officers, and to *watch* an account is an act of its own with its authority, apart from the decision to hold it.

use crate::assessment::Answer;
use crate::{AccountId, Instant, SetId, WatchId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A question that is asked before an account is watched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct WatchFactorView {
    /// Its name, as files and answers use it.
    pub name: String,
    /// The question.
    pub question: String,
    /// Where it comes from, with its date.
    pub source: String,
}

/// Whether the law's authority is there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum WatchGround {
    /// An authority stands.
    Authority {
        /// Its reference.
        reference: String,
        /// Until when.
        expires: Instant,
    },
    /// None is needed.
    NoneNeeded {
        /// Why.
        why: String,
    },
}

/// Asks to watch an account.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct WatchRequest {
    /// The account.
    pub account: AccountId,
    /// What for, in a few words.
    pub purpose: String,
    /// An answer to every factor, by name.
    pub factors: BTreeMap<String, Answer>,
    /// The authority, or why none is needed.
    pub ground: WatchGround,
    /// Who authorised it, or decided that no authority is needed.
    pub decided_by: String,
}

/// The word on watching an account that stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct WatchView {
    /// Id.
    pub id: WatchId,
    /// What for.
    pub purpose: String,
    /// The answers, by factor.
    pub factors: BTreeMap<String, Answer>,
    /// The authority, or why none is needed.
    pub ground: WatchGround,
    /// Who authorised it, or decided that no authority is needed.
    pub decided_by: String,
    /// Number of the officer who entered it.
    pub officer: String,
    /// When.
    pub at: Instant,
    /// True while it may be watched: an authority that has expired carries nothing.
    pub is_current: bool,
}

/// Live visits to one account, over all officers, and whether it is watched.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, specta::Type)]
pub struct VisitsView {
    /// Visits: what one officer captured or checked at the profile within one hour is one.
    pub visits: u32,
    /// Those of the time in which they are counted.
    pub recent: u32,
    /// Days of that time.
    pub days: u16,
    /// From how many on an officer is asked whether the account is watched.
    pub limit: u32,
    /// Officers who made them.
    pub officers: u32,
    /// The newest.
    pub last: Option<Instant>,
    /// The word on watching it.
    pub watch: Option<WatchView>,
    /// True if there are as many as the limit, and no word that stands allows them.
    pub is_asked: bool,
}

/// What a word on watching did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct WatchDoneView {
    /// The set to name for undo.
    pub set: SetId,
    /// As it stands now.
    pub visits: VisitsView,
}
