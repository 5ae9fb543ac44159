//! Packages between workstations: what a second officer elsewhere is shown and signs, and whom a case knows there.

use crate::platform::Unit;
use crate::referral::{ReferralFormat, ReferralView};
use crate::{Instant, ItemId, OfficerId, ReferralId};
use serde::{Deserialize, Serialize};

/// What others need to know of an officer of this case to send a package.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct CardView {
    /// The officer's id.
    pub id: OfficerId,
    /// Name.
    pub name: String,
    /// Number.
    pub number: String,
    /// Fingerprint of the signing key: `SHA256:…`.
    pub fingerprint: String,
    /// What a package is sealed to: `age1…`.
    pub recipient: String,
}

/// An officer of another workstation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ColleagueView {
    /// Their id in their own case.
    pub id: OfficerId,
    /// Name.
    pub name: String,
    /// Number.
    pub number: String,
    /// Fingerprint of the signing key, to be compared by telephone.
    pub fingerprint: String,
    /// What a package is sealed to.
    pub recipient: String,
    /// Number of the supervisor who confirmed it; none while it does not count.
    pub confirmed_by: Option<String>,
    /// When.
    pub confirmed_at: Option<Instant>,
}

/// Packs a submission for colleagues.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct PackRequest {
    /// The submission.
    pub referral: ReferralId,
    /// Recipients, at least one: `age1…`, or the number of a colleague on the list.
    pub to: Vec<String>,
}

/// A package that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct PackedView {
    /// The file's name.
    pub file_name: String,
    /// SHA-256 of the file, hex.
    pub sha256: String,
    /// Outputs in it.
    pub outputs: u32,
    /// Exhibits in it.
    pub exhibits: u32,
    /// To how many recipients it is sealed.
    pub recipients: u32,
}

/// An officer named in a package.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct PackagePerson {
    /// Their id in the case it came from.
    pub id: OfficerId,
    /// Name.
    pub name: String,
    /// Number.
    pub number: String,
    /// The public key, as an OpenSSH line.
    pub key: String,
}

/// A "Could this be…?" line of an item with its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct PackageAnswer {
    /// The question in full.
    pub question: String,
    /// The answer; none if it was not asked then.
    pub answer: Option<String>,
}

/// What an item rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct PackageItem {
    /// The item.
    pub id: ItemId,
    /// Its number in the referral.
    pub position: u32,
    /// What the account is called.
    pub label: String,
    /// The unit counted.
    pub unit: Unit,
    /// The address.
    pub address: String,
    /// The place inside.
    pub place: String,
    /// The words referred to, in their language.
    pub words: String,
    /// Their translation.
    pub translation: Option<String>,
    /// By whom.
    pub translation_by: Option<String>,
    /// Why it is referred.
    pub why: String,
    /// The sentence of the assessment.
    pub reason: String,
    /// Number of the officer who assessed it.
    pub officer: String,
    /// What it was assessed on.
    pub answers: Vec<PackageAnswer>,
    /// Numbers of the exhibits it names.
    pub exhibits: Vec<String>,
}

/// A file within a package, compared with what the package says of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct PackageFileView {
    /// The number of an exhibit, or the name of an output.
    pub name: String,
    /// SHA-256, hex; the bytes have it.
    pub sha256: String,
    /// Bytes, as text.
    pub size: String,
}

/// A package as its approver sees it. Everything in it was compared with what the sender signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct PackageView {
    /// The file's name.
    pub file_name: String,
    /// The reference outsiders see.
    pub outside_reference: String,
    /// The platform's name.
    pub platform_name: String,
    /// Its title.
    pub title: String,
    /// The summary.
    pub summary: String,
    /// The marking.
    pub marking: String,
    /// Which submission.
    pub version: u32,
    /// SHA-256 of what was frozen, hex.
    pub sha256: String,
    /// When it was submitted.
    pub submitted_at: Instant,
    /// Who packed it.
    pub sender: PackagePerson,
    /// Fingerprint of the sender's key.
    pub sender_fingerprint: String,
    /// Who drafted it.
    pub drafters: Vec<PackagePerson>,
    /// The items.
    pub items: Vec<PackageItem>,
    /// The notice as it would be sent.
    pub notice: String,
    /// The outputs that would be signed.
    pub outputs: Vec<PackageFileView>,
    /// The exhibits.
    pub exhibits: Vec<PackageFileView>,
    /// Why whoever is here may not approve it; none if they may.
    pub refusal: Option<String>,
}

/// Signs a package.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct SignPackageRequest {
    /// SHA-256 of what was frozen, as it was shown.
    pub sha256: String,
    /// Every item that was opened.
    pub opened: Vec<ItemId>,
}

/// An answer that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct AnswerView {
    /// The file's name.
    pub file_name: String,
    /// SHA-256 of the file, hex.
    pub sha256: String,
    /// The reference outsiders see.
    pub outside_reference: String,
}

/// An answer that was taken in: the referral is approved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct TakenAnswerView {
    /// Name and number of the approver.
    pub approver: String,
    /// The referral.
    pub referral: ReferralView,
}

/// A file of a package, as its sheet names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackageOutput {
    /// Its format.
    pub format: ReferralFormat,
    /// SHA-256 of the bytes, hex.
    pub sha256: String,
    /// Pages, of a paged format.
    pub pages: Option<u32>,
}
