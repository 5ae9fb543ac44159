//! Assessments: a named officer's decision about one account, with its reason
//! and the answered "Could this be…?" lines.

use crate::indicator::SumView;
use crate::{AccountId, ActionId, AssessmentId, Instant, SetId, WorldTime};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Where an account stands.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum AccountStatus {
    /// Nobody has looked.
    New,
    /// An officer has begun to answer.
    InReview,
    /// A line was answered Yes or Can't tell: someone else looks.
    SecondLook,
    /// Waiting for information until a date.
    Hold,
    /// Decided refer, in no draft yet.
    Refer,
    /// In a draft.
    Drafted,
    /// Sent to the platform.
    Sent,
    /// Decided no action.
    NoAction,
    /// Nothing more to do.
    Closed,
}

/// What an officer decides about an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Decision {
    /// Refer to the platform; needs every line answered No.
    Refer,
    /// Hold for information until a date.
    Hold,
    /// No action, with a reason from the list.
    NoAction,
}

/// The answer to one "Could this be…?" line. Nothing is preset.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// It could not be this.
    No,
    /// It is or may well be this: a second look.
    Yes,
    /// The officer cannot tell: a second look.
    CantTell,
}

/// Why no action is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum NoActionReason {
    /// News or reporting.
    News,
    /// A person telling their own journey or asking for help.
    OwnJourney,
    /// No service is offered.
    NotAnOffer,
    /// Already gone from the platform.
    AlreadyGone,
    /// Nobody here can read it.
    CannotRead,
    /// Outside what the unit may refer.
    OutOfScope,
    /// The same account as another record.
    Duplicate,
}

/// A "Could this be…?" line. The lines are data with a source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ExclusionView {
    /// The name used in files: `news`, `charity`, …
    pub name: String,
    /// A few words for the list.
    pub short: String,
    /// The question in full.
    pub question: String,
}

/// What an officer has typed about an account and not yet decided; kept through lock and crash.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct AssessmentDraft {
    /// Answers by line name.
    pub answers: BTreeMap<String, Answer>,
    /// The one sentence of reason.
    pub reason: String,
    /// Until when to hold, as YYYY-MM-DD.
    pub hold_until: Option<String>,
    /// The note being written.
    pub note: String,
    /// The translation being typed.
    pub translation: String,
}

/// Decides about one account.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct DecideRequest {
    /// The account.
    pub account: AccountId,
    /// The decision.
    pub decision: Decision,
    /// One sentence, or for no action may be empty.
    pub reason: String,
    /// The reason key for no action.
    pub no_action_reason: Option<NoActionReason>,
    /// Every answered line.
    pub answers: BTreeMap<String, Answer>,
    /// Until when to hold, as YYYY-MM-DD.
    pub review_by: Option<String>,
    /// 3x5x2 grading such as 2BP, if given.
    pub grading: Option<String>,
}

/// What a write did, so that it can be said and taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct DoneView {
    /// The set to name for undo.
    pub set: SetId,
    /// What was done, in a few words.
    pub said: String,
    /// The account's status after it.
    pub status: AccountStatus,
    /// True if undo can take it back.
    pub can_undo: bool,
}

/// One assessment in an account's history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct AssessmentView {
    /// The assessment.
    pub id: AssessmentId,
    /// The decision.
    pub decision: Decision,
    /// The reason: a sentence, or the words of the reason key.
    pub reason: String,
    /// The reason key, for no action.
    pub no_action_reason: Option<NoActionReason>,
    /// The officer's number.
    pub officer: String,
    /// When.
    pub at: Instant,
    /// The answers it was made on.
    pub answers: BTreeMap<String, Answer>,
    /// When to look again, for a hold.
    pub review_by: Option<WorldTime>,
    /// 3x5x2 grading, if given.
    pub grading: Option<String>,
    /// The sum it was made on, with its lines, answers and lexicon versions.
    pub sum: SumView,
}

/// An action beside the decision; it never closes an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum ActionKind {
    /// Someone is in danger: who was told, how, when.
    Safeguarding,
    /// An intelligence report.
    Intelligence,
    /// Asks the platform to preserve data.
    Preservation,
}

/// What a safeguarding act is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum SafeguardingKind {
    /// Life at sea, now.
    LifeAtSea,
    /// A person is held.
    Hostage,
    /// A person is missing.
    Missing,
    /// A child is at risk.
    Child,
    /// Signs of trafficking.
    Trafficking,
    /// Something else; what, is said.
    Other,
}

/// Records an action.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct ActRequest {
    /// The account.
    pub account: AccountId,
    /// Which action.
    pub action: ActionKind,
    /// What it is about.
    pub kind: SafeguardingKind,
    /// Who was told.
    pub told: String,
    /// How: telephone, portal, e-mail.
    pub by: Option<String>,
    /// Their reference.
    pub reference: Option<String>,
    /// What is known.
    pub known: Option<String>,
    /// When they were told, RFC 3339; now if not given.
    pub at: Option<Instant>,
    /// 3x5x2 grading such as 2BP: an intelligence report has one, nothing else does.
    #[serde(default)]
    pub grading: Option<String>,
}

/// An answer to an action.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct AnswerActionRequest {
    /// The action.
    pub action: ActionId,
    /// What they answered.
    pub answer: String,
    /// When, RFC 3339; now if not given.
    pub at: Option<Instant>,
}

/// One action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ActionView {
    /// The action's record.
    pub id: ActionId,
    /// Which action.
    pub action: ActionKind,
    /// What it is about.
    pub kind: SafeguardingKind,
    /// Who was told.
    pub told: String,
    /// How.
    pub by: Option<String>,
    /// Their reference.
    pub reference: Option<String>,
    /// What is known.
    pub known: Option<String>,
    /// 3x5x2 grading, of an intelligence report.
    pub grading: Option<String>,
    /// When they were told.
    pub at: Instant,
    /// The officer's number.
    pub officer: String,
    /// True until it is answered.
    pub is_open: bool,
    /// Their answer.
    pub answer: Option<String>,
    /// When they answered.
    pub answered_at: Option<Instant>,
}
