//! Letters to a platform about an item that was sent: a withdrawal, or a correction. Prepared by one officer, approved by
//! another, sealed, and answered.

use crate::lifecycle::SealedView;
use crate::platform::Platform;
use crate::referral::ReferralFormat;
use crate::{AccountId, Instant, LetterId, ReferralId, WorldTime};
use serde::{Deserialize, Serialize};

/// What a letter does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum LetterKind {
    /// Says that an item was withdrawn.
    Withdrawal,
    /// Puts right what a notice said of an item that stands.
    Correction,
}

/// Where a letter stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum LetterState {
    /// Waits for a second officer.
    Prepared,
    /// Given back by one, to be written anew.
    Returned,
    /// Approved and sealed.
    Approved,
    /// Given to the platform.
    Sent,
    /// The platform answered.
    Answered,
}

/// Prepares a letter on one item.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct PrepareLetterRequest {
    /// The referral.
    pub referral: ReferralId,
    /// The account of the item.
    pub account: AccountId,
    /// What the letter does.
    pub kind: LetterKind,
    /// What is to be put right; of a correction.
    pub what: String,
}

/// Writes the text anew; whoever does is a drafter.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct EditLetterRequest {
    /// The letter.
    pub letter: LetterId,
    /// The whole text.
    pub text: String,
}

/// Marks a letter sent.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct LetterSentRequest {
    /// The letter.
    pub letter: LetterId,
    /// By which channel, in words.
    pub channel: String,
    /// When; now if not given.
    pub at: Option<Instant>,
}

/// Notes what the platform answered.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct LetterAnswerRequest {
    /// The letter.
    pub letter: LetterId,
    /// What it answered.
    pub answer: String,
    /// When; now if not given.
    pub at: Option<Instant>,
}

/// Something that happened to a letter outside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct LetterEventView {
    /// The channel, or what was answered.
    pub words: String,
    /// When.
    pub happened: WorldTime,
    /// Number of who entered it.
    pub officer: String,
}

/// Why a letter came back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct LetterReturnView {
    /// Why.
    pub reason: String,
    /// Who returned it: name and number.
    pub officer: String,
    /// When.
    pub at: Instant,
}

/// A letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct LetterView {
    /// Its id.
    pub id: LetterId,
    /// The referral.
    pub referral: ReferralId,
    /// Its label in the case.
    pub referral_label: String,
    /// The reference outsiders see.
    pub outside_reference: String,
    /// The account of the item.
    pub account: AccountId,
    /// What the item is called.
    pub label: String,
    /// Its address.
    pub address: String,
    /// The platform.
    pub platform: Platform,
    /// The platform's name.
    pub platform_name: String,
    /// What it does.
    pub kind: LetterKind,
    /// Where it stands.
    pub state: LetterState,
    /// Its subject line.
    pub subject: String,
    /// Its text.
    pub text: String,
    /// Which version of the text, from 1.
    pub version: u32,
    /// SHA-256 of what is frozen of this version, hex.
    pub sha256: String,
    /// Who prepared or changed it: name and number.
    pub drafters: Vec<String>,
    /// When this version was written.
    pub at: Instant,
    /// True if whoever is here may write the text anew.
    pub can_edit: bool,
    /// True if whoever is here may approve it.
    pub can_approve: bool,
    /// Why the last version came back, until it is written anew.
    pub returned: Option<LetterReturnView>,
    /// Who approved it; none while no approval verifies.
    pub approved_by: Option<String>,
    /// When.
    pub approved_at: Option<Instant>,
    /// What is sealed.
    pub sealed: Vec<SealedView>,
    /// That it was sent.
    pub sent: Option<LetterEventView>,
    /// What the platform answered last.
    pub answer: Option<LetterEventView>,
}

/// A letter that was written to a place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct LetterExportView {
    /// The letter.
    pub letter: LetterId,
    /// Its format.
    pub format: ReferralFormat,
    /// SHA-256 of the bytes, hex.
    pub sha256: String,
    /// Pages, of a paged format.
    pub pages: Option<u32>,
    /// Name of the file.
    pub file_name: String,
}
