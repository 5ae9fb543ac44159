//! Two records of one account, one standing under the other.

use crate::account::{AliasView, HistoryView, NoteView, PostView, TranslationView};
use crate::assessment::{ActionView, AssessmentView};
use crate::evidence::ExhibitView;
use crate::{AccountId, Instant, MergeId, SetId};
use serde::{Deserialize, Serialize};

/// A field in which two records of one account can differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum MergedField {
    /// Name shown on the platform.
    DisplayName,
    /// Profile text.
    Bio,
    /// Language code.
    Language,
    /// Followers, as written.
    Followers,
    /// Why it was flagged.
    FlaggedReason,
    /// Who or what flagged it.
    Source,
}

/// A field in which the records differ.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct MergedFieldView {
    /// Which.
    pub field: MergedField,
    /// What the record that stands says.
    pub own: Option<String>,
    /// What the merged one says.
    pub merged: Option<String>,
}

/// A record that was merged into the one that is shown, with all that is its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct MergedView {
    /// The merge.
    pub id: MergeId,
    /// The record that was merged.
    pub account: AccountId,
    /// What it was called.
    pub label: String,
    /// Why.
    pub reason: String,
    /// The officer's name.
    pub officer: String,
    /// When.
    pub at: Instant,
    /// Where the two differ; what is the same is left out.
    pub fields: Vec<MergedFieldView>,
    /// Every handle and id it was seen with.
    pub aliases: Vec<AliasView>,
    /// Posts, newest first.
    pub posts: Vec<PostView>,
    /// Translations, newest first.
    pub translations: Vec<TranslationView>,
    /// Exhibits, newest first.
    pub exhibits: Vec<ExhibitView>,
    /// Assessments, newest first.
    pub assessments: Vec<AssessmentView>,
    /// Actions, open ones first.
    pub actions: Vec<ActionView>,
    /// Notes, newest first.
    pub notes: Vec<NoteView>,
    /// History, newest first.
    pub history: Vec<HistoryView>,
}

/// Merges one record of an account into another.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct MergeRequest {
    /// The record that stands.
    pub into: AccountId,
    /// The record that is merged into it.
    pub account: AccountId,
    /// Why they are one account.
    pub reason: String,
}

/// What was merged, and the set that takes it back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct MergeDoneView {
    /// The merge.
    pub id: MergeId,
    /// The set of its changes.
    pub set: SetId,
}
