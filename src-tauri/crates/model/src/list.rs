//! Lists are windows over the case: the page asks for the rows it shows.

use crate::assessment::AccountStatus;
use crate::evidence::WarningTag;
use crate::indicator::Band;
use crate::platform::{Platform, Unit};
use crate::role::PersonRole;
use crate::{AccountId, Instant, OfficerId, WorldTime};
use serde::{Deserialize, Serialize};

/// Which accounts a list holds before search and filters.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum AccountScope {
    /// New, in review, second look, and holds whose date has come; in groups by due time and age.
    ToReview,
    /// Every account but those due for erasure and those kept apart.
    #[default]
    All,
    /// Accounts whose decision of no action has run its time; nothing is erased by itself.
    DueForErasure,
    /// Accounts of victims, children and third parties, which no list above holds. Only once their opening was asked for
    /// with a purpose.
    KeptApart,
    /// Every account, those due for erasure and those kept apart too: for telling whether something is known. Not for
    /// the window.
    Every,
}

/// What a list is ordered by. Whatever it is, accounts that stand alike stand by the order they came in.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum AccountOrder {
    /// The queue's order: what presses, second looks and holds, then the bands; within each what is due first,
    /// then the oldest, and of those that came in at once what shares a number, a contact or an account of money with
    /// an account the unit acts on.
    #[default]
    Queue,
    /// By when it came in.
    Imported,
    /// By handle, or whatever else it is called.
    Handle,
    /// By platform, then handle.
    Platform,
    /// By status, then age.
    Status,
    /// By what it is: account, page, group, channel; then age.
    Unit,
    /// By language, those without one last; then age.
    Language,
    /// By when it was last seen.
    LastSeen,
    /// By the sum of its indicators.
    Score,
}

/// Asks for a window of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct ListRequest {
    /// Which accounts.
    pub scope: AccountScope,
    /// Words and filters, as they were typed; empty for all.
    pub search: String,
    /// Only these, empty for all.
    pub statuses: Vec<AccountStatus>,
    /// Only these, empty for all.
    pub platforms: Vec<Platform>,
    /// Only accounts whose language the officer reads, or that have a checked translation.
    pub only_readable: bool,
    /// Only accounts this officer works on.
    #[serde(default)]
    pub assigned: Option<OfficerId>,
    /// Only accounts that bear every one of these tags, however they are written; empty for all.
    #[serde(default)]
    pub tags: Vec<String>,
    /// Not accounts that warn of any of these, by themselves or by an exhibit; empty for all.
    #[serde(default)]
    pub without: Vec<WarningTag>,
    /// Only accounts this officer has not opened.
    #[serde(default)]
    pub only_unseen: bool,
    /// What it is ordered by.
    pub order: AccountOrder,
    /// True to turn the whole order round.
    pub is_descending: bool,
    /// First row.
    pub offset: u32,
    /// Rows, at most 500 from the window.
    pub limit: u32,
}

/// A row of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct AccountRow {
    /// The account.
    pub id: AccountId,
    /// Its platform.
    pub platform: Platform,
    /// Account, page, group or channel.
    pub unit: Unit,
    /// The handle it was last seen with, without `@`.
    pub handle: Option<String>,
    /// The platform's own id.
    pub platform_id: Option<String>,
    /// What to call it: `@handle`, display name, or `id …`.
    pub label: String,
    /// Name shown on the platform.
    pub display_name: Option<String>,
    /// Who or what flagged it.
    pub source: Option<String>,
    /// Number of the officer who works on it.
    pub assignee: Option<String>,
    /// Tags, as they were written first, in order.
    pub tags: Vec<String>,
    /// First seen, of sightings with a date of their own.
    pub first_seen: Option<WorldTime>,
    /// Last seen, of the same sightings.
    pub last_seen: Option<WorldTime>,
    /// The first words of its text, one line.
    pub snippet: String,
    /// Language code, if known.
    pub language: Option<String>,
    /// Where it stands.
    pub status: AccountStatus,
    /// What the person behind it is to the case.
    pub role: PersonRole,
    /// The sum of its indicators, in half points.
    pub halves: i32,
    /// Its band.
    pub band: Band,
    /// The reasons for it, those with most points first.
    pub reasons: Vec<String>,
    /// By when it matters.
    pub due: Option<Instant>,
    /// When it came in.
    pub imported_at: Instant,
    /// Exhibits attached.
    pub exhibits: u32,
    /// True while a safeguarding act is unanswered.
    pub has_open_action: bool,
    /// What it warns of, by itself or by its exhibits.
    pub warnings: Vec<WarningTag>,
    /// True if this officer has opened it.
    pub is_seen: bool,
    /// What a search found in `label`.
    pub label_marks: Vec<MarkView>,
    /// What a search found in `snippet`, which then shows the words around it.
    pub snippet_marks: Vec<MarkView>,
    /// What `snippet` is taken from, where that is not profile, post or translation: a filter's name, such as `note`.
    pub snippet_from: Option<String>,
}

/// A part of a text that was found, in code points: the start belongs to it, the end does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
pub struct MarkView {
    /// Its first code point.
    pub start: u32,
    /// The code point after its last.
    pub end: u32,
}

/// A group of consecutive rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct GroupView {
    /// `urgent`, `second-look`, `hold-ended`, `priority`, `review`, `low`.
    pub key: String,
    /// What it is called.
    pub label: String,
    /// Index of its first row in the whole list.
    pub start: u32,
    /// Rows in it.
    pub count: u32,
}

/// A window of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ListView {
    /// The rows asked for.
    pub rows: Vec<AccountRow>,
    /// Rows in the whole list; at least so many while `is_exact` is false.
    pub total: u32,
    /// False while rows are still being counted: there are more than `total`.
    pub is_exact: bool,
    /// Groups, in order; empty where the order has none.
    pub groups: Vec<GroupView>,
    /// The index the search ran on: `ok`, or `behind` while it catches up.
    pub index: String,
    /// What of the search could not be read; with any, there are no rows.
    pub mistakes: Vec<MistakeView>,
    /// How far letters inside words have been looked for, while that goes on: ask again to go on.
    pub scan: Option<ScanView>,
}

/// A part of a search that is none, where it stands, and what could stand there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct MistakeView {
    /// First code point of it in the search as it was typed.
    pub start: u32,
    /// The code point after it.
    pub end: u32,
    /// What is wrong, in a sentence.
    pub message: String,
    /// What could stand there; empty where anything of a kind could.
    pub possible: Vec<String>,
}

/// How far a search that reads every text has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
pub struct ScanView {
    /// Accounts read.
    pub done: u32,
    /// Accounts to read.
    pub total: u32,
}

/// Accounts a filter offers, with counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct FiltersView {
    /// Platforms with accounts.
    pub platforms: Vec<crate::platform::PlatformView>,
    /// Statuses with counts.
    pub statuses: Vec<StatusCountView>,
    /// What accounts to review warn of, with how many; those nobody warns of are left out.
    pub warnings: Vec<WarningCountView>,
}

/// How many accounts stand so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct StatusCountView {
    /// The status.
    pub status: AccountStatus,
    /// Accounts.
    pub count: u32,
}

/// How many accounts to review warn of something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
pub struct WarningCountView {
    /// What they warn of.
    pub tag: WarningTag,
    /// How many.
    pub accounts: u32,
}
