//! Registers: lists a unit shares of what is protected, asked first, referred
//! already, or no link between accounts.

use crate::import::{ImportCounts, RowPreview};
use crate::{AccountId, BatchId, Instant, RegisterEntryId, WorldTime};
use serde::{Deserialize, Serialize};

/// The lists, the strictest first.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum RegisterList {
    /// Newsrooms, charities, lawyers, rescue lines: never enters a referral.
    Protected,
    /// A desk is asked before anything is referred.
    AskFirst,
    /// Somebody has referred it.
    AlreadyReferred,
    /// Says nothing about who belongs together, such as a platform's own help line.
    NeverLinks,
}

/// By what an account was found on a register, the surest first.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum MatchedBy {
    /// The platform's own id.
    Id,
    /// A handle it was seen with, now or earlier.
    Handle,
    /// The address of a group, page or invite.
    Address,
    /// A post of it.
    Post,
    /// A website: its own, or one its profile leads to.
    Domain,
    /// A telephone number: its own, or one in its profile.
    Phone,
    /// A handle that can be taken for the entry's: another account, or the same in other letters. Nothing is joined by it.
    LookAlike,
}

/// An account met on a register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct RegisterHitView {
    /// The entry.
    pub entry: RegisterEntryId,
    /// The list it stands on.
    pub list: RegisterList,
    /// Whose it is.
    pub owner: Option<String>,
    /// Whom to ask.
    pub contact: Option<String>,
    /// What the list says beside.
    pub note: Option<String>,
    /// Until when it holds; without end if `None`.
    pub expires: Option<WorldTime>,
    /// By what the account was found.
    pub matched_by: MatchedBy,
    /// The entry as it stands in the file.
    pub as_written: String,
}

/// The hits of one account, strictest list first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct AccountHitsView {
    /// The account.
    pub account: AccountId,
    /// Its hits that hold now.
    pub hits: Vec<RegisterHitView>,
}

/// What a column of a register file is taken for.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum RegisterField {
    /// A link, handle, key, domain or telephone number.
    KeyOrUrl,
    /// The platform, where a bare handle does not say it.
    Platform,
    /// The platform's own id.
    PlatformId,
    /// Which list.
    List,
    /// Whose it is.
    Owner,
    /// Whom to ask.
    Contact,
    /// Until when.
    Expires,
    /// A note.
    Note,
    /// Under which reference it was referred; kept at the head of the note.
    Reference,
    /// When it was referred; likewise.
    Referred,
    /// Not taken in.
    Ignored,
}

/// One column as recognised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct RegisterColumnView {
    /// The header as written.
    pub header: String,
    /// What it is taken for.
    pub field: RegisterField,
}

/// Asks what a register file would do, or takes it in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, specta::Type)]
pub struct RegisterFileRequest {
    /// Token of the chosen file.
    pub file: String,
    /// Encoding label; `None` to find out.
    pub encoding: Option<String>,
    /// One character, or `tab`; `None` to find out.
    pub delimiter: Option<String>,
    /// The sheet of a workbook; `None` for the first that holds something.
    pub sheet: Option<String>,
    /// SHA-256 of the file that was previewed, hex: another file is refused.
    pub sha256: Option<String>,
}

/// What a register file would do. Nothing has been written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct RegisterPreviewView {
    /// The file's name.
    pub file_name: String,
    /// SHA-256 of its bytes, hex.
    pub sha256: String,
    /// Encoding found or given.
    pub encoding: String,
    /// Delimiter found or given.
    pub delimiter: String,
    /// The line the header stands on; 0 where there is none.
    pub header_line: u32,
    /// Columns as recognised.
    pub columns: Vec<RegisterColumnView>,
    /// What the rows would do.
    pub counts: ImportCounts,
    /// Up to 200 rows of each fate, rejected ones first.
    pub rows: Vec<RowPreview>,
}

/// Asks for a window of the registers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct RegisterRequest {
    /// Part of what is written, of owner, contact or note; empty for all.
    pub search: String,
    /// Only this list.
    pub list: Option<RegisterList>,
    /// First row.
    pub offset: u32,
    /// Rows.
    pub limit: u32,
}

/// One entry of a register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct RegisterEntryView {
    /// The entry.
    pub id: RegisterEntryId,
    /// Its list.
    pub list: RegisterList,
    /// As it stands in the file.
    pub as_written: String,
    /// As it is shown: an address nobody can follow by mistake.
    pub shown: String,
    /// Its platform's code; `None` for a domain or telephone number.
    pub platform: Option<String>,
    /// Whose it is.
    pub owner: Option<String>,
    /// Whom to ask.
    pub contact: Option<String>,
    /// A note.
    pub note: Option<String>,
    /// Until when it holds.
    pub expires: Option<WorldTime>,
    /// True once that has passed: it is met no more.
    pub is_expired: bool,
    /// Accounts of the case it meets.
    pub accounts: u32,
}

/// How many entries a list has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
pub struct RegisterCountView {
    /// The list.
    pub list: RegisterList,
    /// Its entries, expired ones too.
    pub entries: u32,
}

/// A register file that was taken in and not taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct RegisterBatchView {
    /// What to name to take it back.
    pub batch: BatchId,
    /// The file's name.
    pub file_name: String,
    /// When.
    pub at: Instant,
    /// The officer's number.
    pub officer: String,
    /// What its rows did.
    pub counts: ImportCounts,
}

/// A window of the registers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct RegisterListView {
    /// The entries asked for.
    pub rows: Vec<RegisterEntryView>,
    /// Entries in the whole list.
    pub total: u32,
    /// Entries of every list, whatever was asked.
    pub counts: Vec<RegisterCountView>,
    /// Files taken in, newest first.
    pub batches: Vec<RegisterBatchView>,
}
