//! Everything that is held of one account, for a complaint or an access request.

use crate::account::AccountView;
use crate::assessment::Decision;
use crate::checks::LookView;
use crate::letter::{LetterKind, LetterState};
use crate::lifecycle::ItemEventView;
use crate::network::DeclarationKind;
use crate::platform::Unit;
use crate::promise::PromiseView;
use crate::referral::{ReferralState, Route};
use crate::watch::VisitsView;
use crate::{AccountId, Instant, ReferralId, WorldTime};
use serde::{Deserialize, Serialize};

/// What an account report is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum AccountReportFormat {
    /// On paper.
    Pdf,
    /// For programs.
    Json,
}

/// Asks for everything about one account.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct AccountReportRequest {
    /// The account.
    pub account: AccountId,
    /// As what.
    pub format: AccountReportFormat,
    /// Who receives it.
    pub recipient: String,
    /// What for.
    pub purpose: String,
    /// The chosen place; empty on the command line.
    pub place: String,
}

/// An account report that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct AccountReportView {
    /// Name of the file.
    pub file_name: String,
    /// As what it was written.
    pub format: AccountReportFormat,
    /// SHA-256 of the bytes, hex.
    pub sha256: String,
    /// Pages, on paper.
    pub pages: Option<u32>,
    /// The audit entry that logs it.
    pub entry: u32,
    /// What was left out.
    pub left_out: Vec<LeftOutView>,
}

/// Something that was left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct LeftOutView {
    /// What.
    pub what: String,
    /// How many.
    pub count: u32,
    /// Why.
    pub why: String,
}

/// An observation under a name or an id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReportSighting {
    /// When.
    pub seen: WorldTime,
    /// True if nobody wrote a date, and the import's stands for it.
    pub is_assumed: bool,
    /// The handle, as written.
    pub handle: Option<String>,
    /// The platform's id.
    pub platform_id: Option<String>,
    /// The address, as written.
    pub url: Option<String>,
    /// Where it comes from.
    pub source: String,
}

/// What a second officer said of a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReportSecondReview {
    /// The decision that was reviewed.
    pub first: Decision,
    /// What the second officer said.
    pub second: Decision,
    /// Why.
    pub reason: String,
    /// True if they had not seen the first.
    pub is_blind: bool,
    /// Number of the second officer.
    pub officer: String,
    /// When.
    pub at: Instant,
    /// How a disagreement was settled.
    pub settled: Option<String>,
}

/// A letter about the item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReportLetter {
    /// What it does.
    pub kind: LetterKind,
    /// Where it stands.
    pub state: LetterState,
    /// Its text.
    pub text: String,
    /// Who wrote it.
    pub drafters: Vec<String>,
    /// Who approved it.
    pub approved_by: Option<String>,
    /// What the platform answered.
    pub answer: Option<String>,
}

/// A referral the account is an item of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReportReferral {
    /// The referral.
    pub referral: ReferralId,
    /// Its label in the case.
    pub label: String,
    /// The reference outsiders see.
    pub outside_reference: String,
    /// The platform's name.
    pub platform: String,
    /// Where it stands.
    pub state: ReferralState,
    /// By which road.
    pub route: Route,
    /// The rule it names.
    pub policy: Option<String>,
    /// The law it names.
    pub law: Option<String>,
    /// The summary.
    pub summary: String,
    /// Who approved it.
    pub approved_by: Option<String>,
    /// When.
    pub approved_at: Option<Instant>,
    /// The address of the item.
    pub address: Option<String>,
    /// What the item said.
    pub why: String,
    /// Numbers of the exhibits that went with it.
    pub exhibits: Vec<String>,
    /// What happened to the item.
    pub events: Vec<ItemEventView>,
    /// Letters about it.
    pub letters: Vec<ReportLetter>,
}

/// An item of history that came with a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ReportPast {
    /// The unit.
    pub unit: Unit,
    /// The platform's reference.
    pub reference: String,
    /// What the file says of it, each with its day.
    pub said: Vec<ReportSaid>,
}

/// Something a file said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ReportSaid {
    /// `sent`, `decided` or `withdrawn`.
    pub kind: String,
    /// What.
    pub value: String,
    /// Why.
    pub reason: String,
    /// When.
    pub happened: WorldTime,
}

/// What an officer said of this account and others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReportDeclaration {
    /// Together or apart.
    pub kind: DeclarationKind,
    /// Name of the network.
    pub name: Option<String>,
    /// Why.
    pub reason: String,
    /// The officer's name.
    pub officer: String,
    /// When.
    pub at: Instant,
    /// The other accounts, as they are called.
    pub others: Vec<String>,
}

/// What an officer said of this account and one that came before or after it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReportSuccession {
    /// True if this account is said to have come after the other; else the other after this one.
    pub is_successor: bool,
    /// True if it was confirmed, false if it was refused.
    pub is_confirmed: bool,
    /// The other account; none where it is left out.
    pub other: Option<String>,
    /// The officer's name.
    pub officer: String,
    /// When.
    pub at: Instant,
}

/// A field that changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReportChange {
    /// The audit entry.
    pub entry: i64,
    /// When.
    pub at: Instant,
    /// Number of who did it.
    pub officer: String,
    /// What was done.
    pub what: String,
    /// The field; none where a record was made.
    pub field: Option<String>,
    /// Before.
    pub old: Option<String>,
    /// After.
    pub new: Option<String>,
}

/// That somebody looked at it, or gave it out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReportLook {
    /// The audit entry.
    pub entry: i64,
    /// When.
    pub at: Instant,
    /// Number of who did it.
    pub officer: String,
    /// What was done.
    pub what: String,
    /// Who received it, of what was given out.
    pub recipient: Option<String>,
    /// What for.
    pub purpose: Option<String>,
}

/// Everything that is held of one account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AccountReport {
    /// Version of the form.
    pub form: u32,
    /// The marking.
    pub marking: String,
    /// The case's reference.
    pub case_reference: String,
    /// When it was made.
    pub at: Instant,
    /// Number of who made it.
    pub by: String,
    /// Who receives it.
    pub recipient: String,
    /// What for.
    pub purpose: String,
    /// The account with its texts, assessments, acts, exhibits and notes.
    pub account: AccountView,
    /// Every observation of it, newest first; of records merged into it too.
    pub sightings: Vec<ReportSighting>,
    /// What was seen when somebody looked, in order.
    pub checks: Vec<LookView>,
    /// Live visits and whether it is watched.
    pub visits: VisitsView,
    /// Second reviews of decisions on it.
    pub second_reviews: Vec<ReportSecondReview>,
    /// Promised dates.
    pub promises: Vec<PromiseView>,
    /// Referrals, oldest first.
    pub referrals: Vec<ReportReferral>,
    /// History that came with files.
    pub past: Vec<ReportPast>,
    /// Networks by an officer's word.
    pub declarations: Vec<ReportDeclaration>,
    /// Accounts said to have come before or after it.
    pub successions: Vec<ReportSuccession>,
    /// Every change, newest first.
    pub changes: Vec<ReportChange>,
    /// Who looked at it or gave it out, newest first.
    pub looks: Vec<ReportLook>,
    /// What was left out.
    pub left_out: Vec<LeftOutView>,
}
