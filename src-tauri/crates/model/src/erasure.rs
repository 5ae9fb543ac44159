//! Retention, holds and erasure: what is due, what must stay, what was proposed, and the certificate of what is gone.

use crate::platform::Platform;
use crate::{AccountId, CaseId, ErasureId, HoldId, Instant, OfficerId, SetId};
use serde::{Deserialize, Serialize};

/// On what ground an account is erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Ground {
    /// Its period of retention has passed.
    Retention,
    /// The person asked for it.
    Request,
    /// It was kept unlawfully, or is wrong.
    Unlawful,
    /// A court ordered it.
    Court,
}

/// A group of the retention table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct RetentionGroupView {
    /// Its key.
    pub group: String,
    /// What it is called.
    pub title: String,
    /// Days from the last activity that counts: the unit's own, else those the program comes with.
    pub days: u32,
    /// Days the program comes with.
    pub comes_with: u32,
    /// True if the unit set its own.
    pub is_own: bool,
    /// Where the period the program comes with is from.
    pub source: String,
    /// Date of the row.
    pub date: String,
}

/// Sets the unit's own period of a group.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct SetPeriodRequest {
    /// Its key.
    pub group: String,
    /// Days; none: those the program comes with.
    pub days: Option<u32>,
    /// Why; logged.
    pub reason: String,
}

/// An account whose period has passed. Nothing is erased by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct DueErasureRow {
    /// The account.
    pub account: AccountId,
    /// What it is called; empty where it is kept apart and not named.
    pub label: String,
    /// Its platform.
    pub platform: Platform,
    /// Key of its group.
    pub group: String,
    /// The last activity that counts.
    pub last: Instant,
    /// Since when it is due.
    pub since: Instant,
    /// Why it cannot be erased now; empty where it can.
    pub stands: Vec<String>,
    /// True if an erasure is proposed.
    pub is_proposed: bool,
}

/// What is due, and by which table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct DueErasuresView {
    /// Groups, in the order in which they are tried.
    pub groups: Vec<RetentionGroupView>,
    /// Accounts, the one due longest first, at most 500.
    pub rows: Vec<DueErasureRow>,
    /// How many there are in all.
    pub total: u32,
}

/// Sets a hold.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct SetHoldRequest {
    /// The account; none: the whole case.
    pub account: Option<AccountId>,
    /// Why.
    pub reason: String,
}

/// Releases a hold.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct ReleaseHoldRequest {
    /// The hold.
    pub hold: HoldId,
    /// Why.
    pub reason: String,
}

/// A hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct LegalHoldView {
    /// Its id.
    pub id: HoldId,
    /// The account; none: the whole case.
    pub account: Option<AccountId>,
    /// What the account is called.
    pub label: String,
    /// Why.
    pub reason: String,
    /// Who set it: name and number.
    pub by: String,
    /// When.
    pub at: Instant,
    /// Who released it.
    pub released_by: Option<String>,
    /// When.
    pub released_at: Option<Instant>,
    /// Why.
    pub released_reason: Option<String>,
}

/// How much of one kind would be erased, or was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct ErasedCountView {
    /// The kind, such as `notes`.
    pub kind: String,
    /// What it is called.
    pub title: String,
    /// How many.
    pub count: u32,
}

/// What is kept, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct KeptPartView {
    /// The kind.
    pub kind: String,
    /// What it is called.
    pub title: String,
    /// How many.
    pub count: u32,
    /// Why, in words.
    pub why: String,
}

/// What an erasure would do. Nothing was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ErasureDryRunView {
    /// The account.
    pub account: AccountId,
    /// What it is called.
    pub label: String,
    /// Why it cannot be erased now; empty where it can.
    pub stands: Vec<String>,
    /// What would be erased.
    pub counts: Vec<ErasedCountView>,
    /// What would be kept.
    pub stays: Vec<KeptPartView>,
}

/// Proposes an erasure.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct ProposeErasureRequest {
    /// The account.
    pub account: AccountId,
    /// On what ground.
    pub ground: Ground,
    /// Why, in words that name nobody: they stand on the certificate.
    pub reason: String,
}

/// How an erasure stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum ErasureState {
    /// It waits for another officer.
    Proposed,
    /// The account changed since it was proposed.
    Void,
    /// It was dropped.
    Dropped,
    /// It was confirmed and done.
    Erased,
}

/// What both officers sign, as RFC 8785 writes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErasureProposal {
    /// Version of the form.
    pub form: u32,
    /// The case.
    pub case: CaseId,
    /// The erasure.
    pub erasure: ErasureId,
    /// The account.
    pub account: AccountId,
    /// On what ground.
    pub ground: Ground,
    /// Why.
    pub reason: String,
    /// Whoever proposes it.
    pub officer: OfficerId,
    /// When.
    pub at: Instant,
}

/// An erasure, proposed or done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ErasureRow {
    /// Its id.
    pub id: ErasureId,
    /// The account.
    pub account: AccountId,
    /// What it is called; empty once it is erased, or where it is kept apart and not named.
    pub label: String,
    /// Its platform.
    pub platform: Platform,
    /// On what ground.
    pub ground: Ground,
    /// Why.
    pub reason: String,
    /// How it stands.
    pub state: ErasureState,
    /// Who proposed it: name and number.
    pub by: String,
    /// When.
    pub at: Instant,
    /// True if the proposal is what was signed.
    pub is_signed: bool,
    /// Why it cannot be erased now; empty where it can.
    pub stands: Vec<String>,
    /// True if whoever is here may confirm it.
    pub can_confirm: bool,
    /// Number of the certificate.
    pub certificate: Option<u32>,
    /// Who confirmed it.
    pub confirmed_by: Option<String>,
    /// When.
    pub confirmed_at: Option<Instant>,
}

/// An erasure that was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ErasureDoneView {
    /// How it stands.
    pub row: ErasureRow,
    /// What was erased.
    pub counts: Vec<ErasedCountView>,
    /// What was kept.
    pub stays: Vec<KeptPartView>,
    /// The set of its audit entry.
    pub set: SetId,
    /// What comes after an erasure and could not be done, each with what to do; empty as a rule.
    pub warnings: Vec<String>,
}

/// An officer, as a certificate names them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct CertificateOfficer {
    /// The officer.
    pub id: OfficerId,
    /// Name.
    pub name: String,
    /// Number.
    pub number: String,
    /// When they proposed or confirmed it.
    pub at: Instant,
    /// Their signature over the proposal, PEM.
    pub signature: String,
}

/// A tombstone on a certificate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct TombstoneView {
    /// `id`, `handle` or `address`.
    pub of: String,
    /// HMAC-SHA-256 under the case's key, hex.
    pub hash: String,
}

/// A certificate: nothing of what was erased stands in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct ErasureCertificate {
    /// Version of the form.
    pub form: u32,
    /// The case.
    pub case: CaseId,
    /// The case's marking.
    pub marking: String,
    /// Number of the certificate in the case, from 1.
    pub number: u32,
    /// The erasure.
    pub erasure: ErasureId,
    /// The record that is gone.
    pub account: AccountId,
    /// On what ground.
    pub ground: Ground,
    /// Why.
    pub reason: String,
    /// Who proposed it.
    pub proposed: CertificateOfficer,
    /// Who confirmed it.
    pub confirmed: CertificateOfficer,
    /// What was erased.
    pub counts: Vec<ErasedCountView>,
    /// What was kept.
    pub stays: Vec<KeptPartView>,
    /// By what it is known again.
    pub tombstones: Vec<TombstoneView>,
    /// Number of the audit entry.
    pub entry: u32,
    /// Leaf of the audit entry, hex.
    pub entry_sha256: String,
}

/// A certificate with its signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ErasureCertificateView {
    /// The certificate.
    pub certificate: ErasureCertificate,
    /// SHA-256 of it, hex.
    pub sha256: String,
    /// Signature over it, PEM.
    pub signature: String,
    /// Who signed it: name and number.
    pub signed_by: String,
    /// True if it and both signatures over the proposal verify.
    pub is_signed: bool,
}

/// A certificate that was written to a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct CertificateWrittenView {
    /// Number of the certificate.
    pub number: u32,
    /// SHA-256 of the file, hex.
    pub sha256: String,
    /// Pages of a PDF.
    pub pages: Option<u32>,
    /// Its name.
    pub file_name: String,
}

/// Where retention stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct RetentionView {
    /// What is due.
    pub due: DueErasuresView,
    /// Proposals that wait or are void, newest first.
    pub proposed: Vec<ErasureRow>,
    /// Holds that stand, newest first.
    pub holds: Vec<LegalHoldView>,
    /// What was erased, newest first.
    pub erased: Vec<ErasureRow>,
}
