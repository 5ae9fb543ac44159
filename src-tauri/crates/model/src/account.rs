//! Accounts as they are seen in full.

use crate::account_report::ReportPast;
use crate::assessment::{AccountStatus, ActionView, AssessmentDraft, AssessmentView};
use crate::evidence::{ExhibitView, WarningTag};
use crate::indicator::SumView;
use crate::merge::MergedView;
use crate::platform::{Platform, Unit};
use crate::register::RegisterHitView;
use crate::role::PersonRoleView;
use crate::{
    AccountId, CannotReadId, Instant, NoteId, PostId, ReferralId, SetId, TranslationId, WorldTime,
};
use serde::{Deserialize, Serialize};

/// How far a translation has been checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum TranslationStatus {
    /// The gist, by anyone or by a machine.
    Gist,
    /// Checked by a linguist.
    Checked,
    /// Certified for court.
    Certified,
}

/// A translation, always with who made it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct TranslationView {
    /// The translation.
    pub id: TranslationId,
    /// The post it is of; `None` for the profile text.
    pub post: Option<PostId>,
    /// The words.
    pub text: String,
    /// Gist, checked or certified.
    pub status: TranslationStatus,
    /// Who or what made it.
    pub by: String,
    /// When it was entered.
    pub at: Instant,
    /// The officer who entered it.
    pub officer: String,
    /// What its maker says of it.
    pub note: Option<String>,
    /// True if the profile text says something else since: it translates what stood there before.
    pub is_of_earlier_text: bool,
}

/// That a reader of a language could not read a text; it stands until the words change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct CannotReadView {
    /// The answer.
    pub id: CannotReadId,
    /// The post it is about; `None` for the profile text.
    pub post: Option<PostId>,
    /// Code of the language whose reader it was.
    pub language: String,
    /// That language, in English.
    pub language_name: String,
    /// Who could not read it.
    pub by: String,
    /// What they said beside.
    pub note: Option<String>,
    /// When it was entered.
    pub at: Instant,
    /// The number of the officer who entered it.
    pub officer: String,
}

/// A warning of an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct AccountWarningView {
    /// What it warns of.
    pub tag: WarningTag,
    /// The number of the officer who saw it first.
    pub officer: String,
    /// When.
    pub at: Instant,
}

/// Enters a translation.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct TranslateRequest {
    /// The account.
    pub account: AccountId,
    /// The post; `None` for the profile text.
    pub post: Option<PostId>,
    /// The words.
    pub text: String,
    /// Gist, checked or certified.
    pub status: TranslationStatus,
    /// Who or what made it.
    pub by: String,
}

/// An earlier or other name of the account, as a dated observation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct AliasView {
    /// The handle, without `@`, as written.
    pub handle: Option<String>,
    /// The platform's id, if seen with it.
    pub platform_id: Option<String>,
    /// The address as it was written.
    pub url: Option<String>,
    /// First seen so.
    pub first_seen: WorldTime,
    /// Last seen so.
    pub last_seen: WorldTime,
    /// Where it was seen: the file or officer.
    pub source: String,
}

/// How two accounts come to be known by one handle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum SameHandle {
    /// Both have ids, and they differ: two accounts, of which one had the handle after the other.
    OtherOwner,
    /// One of them has no id: the handle may have passed to somebody else, or it may be one account.
    Reused,
}

/// Another account that was seen with a handle of this one. Nothing is merged by it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct SameHandleView {
    /// The account; none of one that is kept apart.
    pub account: Option<AccountId>,
    /// What it is called.
    pub label: String,
    /// How that comes.
    pub why: SameHandle,
    /// The same in words.
    pub words: String,
}

/// A post, story or live of the account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct PostView {
    /// The post.
    pub id: PostId,
    /// Post, story, live or ad.
    pub unit: Unit,
    /// Its words.
    pub text: String,
    /// Language code, if known.
    pub language: Option<String>,
    /// The address, defanged for showing.
    pub shown_url: Option<String>,
    /// When it was posted, if known.
    pub posted: Option<WorldTime>,
    /// When the record came in.
    pub imported_at: Instant,
}

/// A column of the file that means nothing to us; kept, searchable, given back on export.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct ExtraView {
    /// The column's name.
    pub name: String,
    /// The cell.
    pub value: String,
}

/// An officer's note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct NoteView {
    /// The note.
    pub id: NoteId,
    /// The words.
    pub text: String,
    /// The officer's number.
    pub officer: String,
    /// When.
    pub at: Instant,
}

/// Writes a note.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct NoteRequest {
    /// The account.
    pub account: AccountId,
    /// The words.
    pub text: String,
}

/// One line of an account's history, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct HistoryView {
    /// When it was recorded.
    pub at: Instant,
    /// The officer's number.
    pub officer: String,
    /// `created`, `changed`, `assessed`, `attached`, `translated`, `noted`, `acted`, `drafted`, `opened`, …
    pub kind: String,
    /// What happened, in words.
    pub what: String,
    /// Old value, for a change.
    pub old: Option<String>,
    /// New value, for a change.
    pub new: Option<String>,
    /// The set, if it can be taken back.
    pub undo: Option<SetId>,
}

/// A hidden or confusing character in people's text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct TextWarningView {
    /// Where it stands: `handle`, `display_name`, `bio`.
    pub field: String,
    /// What it is, in words.
    pub what: String,
}

/// What keeps an account from being referred by this officer: nobody has read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct NeedsReaderView {
    /// The language, in English.
    pub language: String,
    /// Its code.
    pub code: String,
    /// Accounts in this language that wait for one, without those a reader of it has said they cannot read.
    pub waiting: u32,
}

/// An account, all of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct AccountView {
    /// The account.
    pub id: AccountId,
    /// Its platform.
    pub platform: Platform,
    /// The platform's name.
    pub platform_name: String,
    /// Account, page, group or channel.
    pub unit: Unit,
    /// The handle it was last seen with, without `@`.
    pub handle: Option<String>,
    /// The platform's own id.
    pub platform_id: Option<String>,
    /// What to call it on screen: `@handle`, else the display name, else the id.
    pub label: String,
    /// The address, defanged: shown, never followed.
    pub shown_url: String,
    /// The working address; copied only by its own, logged command.
    pub canonical_url: Option<String>,
    /// Name shown on the platform.
    pub display_name: Option<String>,
    /// Profile text.
    pub bio: Option<String>,
    /// Language code of the profile text, if known.
    pub language: Option<String>,
    /// The language's name in English.
    pub language_name: Option<String>,
    /// Followers, as written.
    pub followers: Option<String>,
    /// Why it was flagged.
    pub flagged_reason: Option<String>,
    /// Who or what flagged it.
    pub source: Option<String>,
    /// When it was first seen, by the source.
    pub first_seen: Option<WorldTime>,
    /// When it was last seen live.
    pub last_seen_live: Option<WorldTime>,
    /// When it came into the case.
    pub imported_at: Instant,
    /// Where it stands.
    pub status: AccountStatus,
    /// What the person behind it is to the case; no part of any assessment.
    pub role: PersonRoleView,
    /// The reader it needs before this officer may refer it.
    pub needs_reader: Option<NeedsReaderView>,
    /// Why it is here: its indicators and what they come to.
    pub sum: SumView,
    /// By when it matters, if anything says so.
    pub due: Option<Instant>,
    /// Name of the officer who works on it.
    pub assignee: Option<String>,
    /// Its tags, as they were written first.
    pub tags: Vec<String>,
    /// Columns kept from the files, in their order.
    pub extra: Vec<ExtraView>,
    /// Every handle and id it was seen with.
    pub aliases: Vec<AliasView>,
    /// Other accounts that were seen with a handle of it.
    pub same_handle: Vec<SameHandleView>,
    /// Posts, newest first.
    pub posts: Vec<PostView>,
    /// Translations, newest first.
    pub translations: Vec<TranslationView>,
    /// Warnings given for the account itself, with who saw it first.
    pub warned: Vec<AccountWarningView>,
    /// Who could not read which of its texts, newest first.
    pub cannot_read: Vec<CannotReadView>,
    /// Exhibits, newest first.
    pub exhibits: Vec<ExhibitView>,
    /// Assessments, newest first.
    pub assessments: Vec<AssessmentView>,
    /// True if the profile text says something else than when the newest of them was made.
    pub changed_since_assessed: bool,
    /// Actions, open ones first; with those of merged records, since somebody waits for the answer.
    pub actions: Vec<ActionView>,
    /// Notes, newest first.
    pub notes: Vec<NoteView>,
    /// History, newest first.
    pub history: Vec<HistoryView>,
    /// The referral it is in, if any.
    pub referral: Option<ReferralId>,
    /// What was referred before or beside this case, as outcomes files tell it, each with what was said of it.
    pub past: Vec<ReportPast>,
    /// Registers it is met on, the strictest list first; entries that have expired are left out.
    pub registers: Vec<RegisterHitView>,
    /// Hidden or confusing characters.
    pub warnings: Vec<TextWarningView>,
    /// What this officer typed and has not decided.
    pub draft: AssessmentDraft,
    /// Other records of the same account that were merged into this one, the newest first.
    pub merged: Vec<MergedView>,
}

/// What to copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum CopyKind {
    /// Handle, platform and defanged address.
    SafeText,
    /// The working address; logged as a disclosure.
    WorkingAddress,
}

/// What taking back a set of changes did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, specta::Type)]
pub struct UndoneView {
    /// Records removed from sight.
    pub removed: u32,
    /// Fields put back.
    pub restored: u32,
    /// Left as they are, since somebody worked on them.
    pub kept: u32,
}
