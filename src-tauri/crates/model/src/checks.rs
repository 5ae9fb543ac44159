//! Looking again at what was sent: which accounts are due, and what was seen.

use crate::platform::{Platform, Unit};
use crate::referral::{CheckMethod, Observed};
use crate::{AccountId, ExhibitId, Instant, ReferralId, SetId, WorldTime};
use serde::{Deserialize, Serialize};

/// Where an account stands with its looks.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum CheckState {
    /// Should have been looked at some time ago.
    Overdue,
    /// Should be looked at now.
    Due,
    /// Not yet.
    Ahead,
    /// Nobody looks again.
    Stopped,
}

/// Why an account is looked at again, or no more.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum CheckWhy {
    /// Nobody has looked since it was sent.
    FirstLook,
    /// It was still there.
    StillThere,
    /// It was offline once: a second look at least 24 hours later tells more.
    ConfirmOffline,
    /// The last look could not tell.
    Unclear,
    /// Offline in two looks at least 24 hours apart: a removal is inferred, not confirmed.
    InferredRemoval,
    /// The platform said what it decided.
    Decided,
    /// The item was withdrawn.
    Withdrawn,
    /// Its owner took it down.
    RemovedByOwner,
    /// It was looked at often enough.
    EnoughLooks,
    /// It was sent long enough ago.
    LongAgo,
}

/// The last look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct LookView {
    /// What was seen.
    pub observed: Observed,
    /// How somebody looked.
    pub method: CheckMethod,
    /// When.
    pub at: WorldTime,
    /// True if a screenshot, an exhibit of the account, shows it.
    pub is_shown: bool,
}

/// An account that was sent, and where it stands with its looks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct RecheckView {
    /// The account.
    pub account: AccountId,
    /// What it is called.
    pub label: String,
    /// Its platform.
    pub platform: Platform,
    /// The platform's name.
    pub platform_name: String,
    /// What was referred.
    pub unit: Unit,
    /// The address to look at, working.
    pub address: Option<String>,
    /// The referral it was last sent in.
    pub referral: ReferralId,
    /// Its number in the case.
    pub number: u32,
    /// When it was sent.
    pub sent: WorldTime,
    /// Looks since.
    pub looks: u32,
    /// Looks after which nobody looks again.
    pub most_looks: u32,
    /// The last of them.
    pub last: Option<LookView>,
    /// Where it stands.
    pub state: CheckState,
    /// Why.
    pub why: CheckWhy,
    /// When it should be looked at; none once stopped.
    pub due: Option<Instant>,
}

/// A rule that looks go by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct CheckRuleView {
    /// The platform's code, or `*` for all.
    pub platform: String,
    /// What it rules.
    pub what: String,
    /// The value with its unit.
    pub value: String,
    /// Where it comes from.
    pub source: String,
    /// The source's date.
    pub date: String,
}

/// The worklist: overdue and due first, each by when it was due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct RechecksView {
    /// Overdue or due, and not listed: accounts of victims, children and third parties.
    pub kept_apart: u32,
    /// The accounts asked for, at most 2,000.
    pub rows: Vec<RecheckView>,
    /// How many are overdue.
    pub overdue: u32,
    /// How many are due and not overdue.
    pub due: u32,
    /// How many are not due yet.
    pub ahead: u32,
    /// How many nobody looks at again.
    pub stopped: u32,
    /// Of these, removals inferred.
    pub inferred: u32,
    /// When the next one not due yet will be.
    pub next: Option<Instant>,
    /// The rules.
    pub rules: Vec<CheckRuleView>,
    /// The time this holds for.
    pub as_at: Instant,
}

/// Enters what was seen of an account.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct RecordCheckRequest {
    /// The account.
    pub account: AccountId,
    /// What was seen.
    pub observed: Observed,
    /// How somebody looked.
    pub method: CheckMethod,
    /// When; `None` for now.
    pub at: Option<Instant>,
    /// The screenshot that shows it, an exhibit of the account.
    pub exhibit: Option<ExhibitId>,
}

/// What was entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct RecordedCheckView {
    /// What takes it back.
    pub set: SetId,
    /// Where the account stands now.
    pub row: Option<RecheckView>,
}

/// How a carry sheet is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum CheckSheetFormat {
    /// A table with empty cells for the answers.
    Csv,
    /// Numbered lines with boxes.
    Pdf,
}

/// Asks for a carry sheet of what is due.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct CheckSheetRequest {
    /// Token of the place.
    pub place: String,
    /// The form.
    pub format: CheckSheetFormat,
    /// True for what is not due yet, too.
    pub with_ahead: bool,
}

/// A carry sheet that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct CheckSheetView {
    /// Its number, which stands on it.
    pub sheet: u32,
    /// Accounts on it.
    pub accounts: u32,
    /// Pages, of a print.
    pub pages: Option<u32>,
    /// SHA-256 of the file, hex.
    pub sha256: String,
    /// The file's name.
    pub file_name: String,
    /// The entry of the audit log that says it left.
    pub entry: u32,
}

/// Asks what a file of answers would do, or takes it in.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct CheckAnswersRequest {
    /// Token of the chosen file.
    pub file: String,
    /// True to write nothing.
    pub is_dry_run: bool,
}

/// An answer that was not taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct CheckRefusedView {
    /// Line of the file.
    pub line: u32,
    /// Sheet and number as written.
    pub number: String,
    /// Why.
    pub why: String,
}

/// What became of the answers: `read` is the sum of the others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct CheckAnswersView {
    /// Rows of the file.
    pub read: u32,
    /// Looks entered.
    pub recorded: u32,
    /// Rows that say what is entered already.
    pub unchanged: u32,
    /// Rows without an answer.
    pub unanswered: u32,
    /// Rows that say what an earlier row of the file says.
    pub merged: u32,
    /// The first lines of these.
    pub merged_lines: Vec<u32>,
    /// Rows not taken.
    pub rejected: u32,
    /// Which, and why.
    pub refused: Vec<CheckRefusedView>,
}

/// What becomes of a file in a folder of screenshots.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum ShotState {
    /// It can be attached.
    New,
    /// Its bytes are an exhibit of the account.
    Attached,
    /// It is not what the list of hashes says.
    Differs,
    /// A list of hashes came along and does not name it.
    Unlisted,
    /// It is not named after a number of a carry sheet.
    NoNumber,
    /// No carry sheet of this case has this number.
    UnknownNumber,
    /// It could not be attached.
    Refused,
}

/// A file in a folder of screenshots.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ShotView {
    /// Its name.
    pub name: String,
    /// SHA-256 of its bytes, hex.
    pub sha256: String,
    /// Carry sheet it is named after.
    pub sheet: Option<u32>,
    /// Number on that sheet.
    pub number: Option<u32>,
    /// The account under that number.
    pub account: Option<AccountId>,
    /// What the account is called.
    pub label: Option<String>,
    /// What becomes of it.
    pub state: ShotState,
    /// Why it could not be attached.
    pub why: Option<String>,
}

/// Why something that lies in a folder of screenshots is not looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum SkipReason {
    /// It leads to something elsewhere.
    Link,
    /// A folder.
    Folder,
    /// No file of its own, such as a pipe.
    Other,
}

/// Something that lies in a folder of screenshots and is not looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct SkippedView {
    /// Its name.
    pub name: String,
    /// Why.
    pub why: SkipReason,
}

/// A folder of screenshots: `read` is the sum of `new`, `attached` and `rejected`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ShotsView {
    /// Files that were looked at.
    pub read: u32,
    /// Files that can be attached.
    pub new: u32,
    /// Files that are exhibits.
    pub attached: u32,
    /// Files that are not taken.
    pub rejected: u32,
    /// True if a list of hashes lies beside them.
    pub has_list: bool,
    /// Names of that list that are not in the folder.
    pub missing: Vec<String>,
    /// Files beyond those that are looked at.
    pub beyond: u32,
    /// What is no file and is not looked at, by name.
    pub skipped: Vec<SkippedView>,
    /// The files, by name.
    pub files: Vec<ShotView>,
}
