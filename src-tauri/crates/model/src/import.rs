//! Taking in a file: what each row would do, and what it did.

use crate::list::AccountRow;
use crate::mapping::MappingView;
use crate::register::{RegisterCountView, RegisterList};
use crate::{AccountId, BatchId, Instant};
use serde::{Deserialize, Serialize};

pub use crate::import_warning::{ImportWarning, ImportWarningView};

/// What a column of the file is taken for.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    /// The platform's name or code.
    Platform,
    /// Handle or user name.
    Handle,
    /// Address of the account or of a post.
    Url,
    /// The platform's own id.
    PlatformId,
    /// Name shown on the platform.
    DisplayName,
    /// Profile text.
    Bio,
    /// Followers.
    Followers,
    /// Language.
    Language,
    /// When it was first seen.
    FirstSeen,
    /// Why it was flagged.
    Reason,
    /// Who or what flagged it.
    Source,
    /// A note.
    Notes,
    /// Words of a post.
    PostText,
    /// Address of a post.
    PostUrl,
    /// When the post was made.
    PostedAt,
    /// Account, page, group, channel.
    Unit,
    /// Means nothing to us: kept, searchable, given back on export.
    Extra,
}

impl Field {
    /// True of a column that says which account a row is about.
    pub const fn names_account(self) -> bool {
        matches!(
            self,
            Self::Url | Self::Handle | Self::PlatformId | Self::PostUrl
        )
    }
}

/// One column as recognised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ColumnView {
    /// Place in the file, from 0.
    pub index: u32,
    /// The header as written.
    pub header: String,
    /// What it is taken for.
    pub field: Field,
    /// Up to three cells.
    pub samples: Vec<String>,
}

/// What a row does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum RowFate {
    /// Makes an account.
    Created,
    /// Changes an account.
    Updated,
    /// Says nothing new.
    Unchanged,
    /// A further row for a thing already met in this file.
    Merged,
    /// Not taken, with the reason.
    Rejected,
    /// Not taken: the account was erased.
    Erased,
}

/// A field a row fills or changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct FieldChangeView {
    /// The field: `display_name`, `bio`, `language`, `followers`, `flagged_reason`, `source`, `extra`; or what is
    /// added beside: `sighting`, `post`, `note`.
    pub field: String,
    /// The column, where it is one that is kept as it is.
    pub column: Option<String>,
    /// What stands there.
    pub old: Option<String>,
    /// What will stand there.
    pub new: Option<String>,
}

/// One row of the preview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct RowPreview {
    /// Line of the file where the row begins, from 1.
    pub line: u32,
    /// What it does.
    pub fate: RowFate,
    /// What the account is called.
    pub label: String,
    /// Why it was rejected, or what it merges with, or what should be known of it.
    pub why: String,
    /// What it fills or changes, field by field. Of a merged row only where the rows are asked for
    /// ([`ImportRowsView`]).
    pub changes: Vec<FieldChangeView>,
    /// The strictest register it is met on.
    pub register: Option<RegisterList>,
}

/// Rows in, rows out: `read = created + updated + unchanged + merged + rejected + erased`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, specta::Type)]
pub struct ImportCounts {
    /// Rows read.
    pub read: u32,
    /// Accounts made.
    pub created: u32,
    /// Accounts changed.
    pub updated: u32,
    /// Rows that say nothing new.
    pub unchanged: u32,
    /// Further rows for a thing already met in this file.
    pub merged: u32,
    /// Rows not taken.
    pub rejected: u32,
    /// Rows not taken, since their account was erased.
    pub erased: u32,
}

impl ImportCounts {
    /// True if every row read is counted once.
    pub const fn adds_up(&self) -> bool {
        self.read
            == self.created
                + self.updated
                + self.unchanged
                + self.merged
                + self.rejected
                + self.erased
    }

    /// Counts one row.
    pub const fn count(&mut self, fate: RowFate) {
        self.read += 1;
        match fate {
            RowFate::Created => self.created += 1,
            RowFate::Updated => self.updated += 1,
            RowFate::Unchanged => self.unchanged += 1,
            RowFate::Merged => self.merged += 1,
            RowFate::Rejected => self.rejected += 1,
            RowFate::Erased => self.erased += 1,
        }
    }
}

/// How to read a file; `None` lets the program find out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, specta::Type)]
pub struct ImportRequest {
    /// Token of the chosen or dropped file.
    pub file: String,
    /// Encoding label, such as `windows-1256`.
    pub encoding: Option<String>,
    /// One character, or `tab`.
    pub delimiter: Option<String>,
    /// The sheet of a workbook; else the first that holds something.
    pub sheet: Option<String>,
    /// The line of the header, 0 for none; `None` to find it.
    #[serde(default)]
    pub header_line: Option<u32>,
    /// The mapping to read with, by name: one of yours, else a known one. Empty for none. `None`: yours of the same
    /// header, else a known one.
    pub mapping: Option<String>,
    /// Fields by column, in order, to correct the guess.
    pub fields: Option<Vec<Field>>,
    /// True if rows about accounts that were erased make new accounts.
    #[serde(default)]
    pub takes_erased: bool,
}

/// A sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct SheetView {
    /// Its name.
    pub name: String,
    /// True if the workbook hides it.
    pub is_hidden: bool,
}

/// Asks for a part of the rows of a preview.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct ImportRowsRequest {
    /// The preview.
    pub preview: String,
    /// Only rows of this fate.
    pub fate: Option<RowFate>,
    /// The first one wanted, from 0.
    pub offset: u32,
    /// How many.
    pub limit: u32,
}

/// A part of the rows of a preview, in the order of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ImportRowsView {
    /// The rows.
    pub rows: Vec<RowPreview>,
    /// How many there are of this fate.
    pub total: u32,
}

/// What an import would do. Nothing has been written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ImportPreviewView {
    /// What to name to commit it.
    pub preview: String,
    /// The file's name.
    pub file_name: String,
    /// Encoding found or given; `xlsx` for a workbook.
    pub encoding: String,
    /// Delimiter found or given: `,` `;` `|` or `tab`; `cells` for a workbook.
    pub delimiter: String,
    /// The sheet that is read, of a workbook.
    pub sheet: Option<String>,
    /// The line the header stands on; 0 where there is none.
    pub header_line: u32,
    /// All sheets of the workbook.
    pub sheets: Vec<SheetView>,
    /// The mapping it is read with.
    pub mapping: Option<MappingView>,
    /// Your mappings that fit this header, well or in part, and known ones.
    pub offered: Vec<MappingView>,
    /// What should be looked at first.
    pub warnings: Vec<ImportWarningView>,
    /// Columns as recognised.
    pub columns: Vec<ColumnView>,
    /// What the rows would do.
    pub counts: ImportCounts,
    /// Rows that are met on a register, by its list.
    pub registers: Vec<RegisterCountView>,
    /// Up to 200 rows of each fate, rejected ones first, then those on a register.
    pub rows: Vec<RowPreview>,
}

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ImportResultView {
    /// The batch; `None` for a dry run.
    pub batch: Option<BatchId>,
    /// What the rows did.
    #[serde(flatten)]
    pub counts: ImportCounts,
    /// Encoding read with; `xlsx` for a workbook.
    pub encoding: String,
    /// Delimiter read with; `cells` for a workbook.
    pub delimiter: String,
    /// The sheet read, of a workbook.
    pub sheet: Option<String>,
    /// The line the header stands on; 0 where there is none.
    pub header_line: u32,
    /// The mapping read with.
    pub mapping: Option<String>,
    /// What should be looked at.
    pub warnings: Vec<ImportWarningView>,
}

/// A file that was taken in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct BatchView {
    /// What to name to take it back.
    pub batch: BatchId,
    /// True for a register.
    pub is_register: bool,
    /// The file's name.
    pub file_name: String,
    /// Encoding read with; `xlsx` for a workbook.
    pub encoding: String,
    /// Delimiter read with; `cells` for a workbook.
    pub delimiter: String,
    /// When.
    pub at: Instant,
    /// The officer's number.
    pub officer: String,
    /// True if it was taken back.
    pub is_undone: bool,
    /// Its audit entry.
    pub entry: u32,
    /// What its rows did.
    pub counts: ImportCounts,
}

/// A window of the files taken in, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct BatchListView {
    /// The window.
    pub rows: Vec<BatchView>,
    /// How many there are.
    pub total: u32,
}

/// A window of the accounts a file made or changed and that stand in the case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct BatchAccountsView {
    /// The window.
    pub rows: Vec<AccountRow>,
    /// How many there are.
    pub total: u32,
}

/// An account of which something was kept when an import was taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct KeptAccountView {
    /// The account.
    pub account: AccountId,
    /// What it is called.
    pub label: String,
    /// What was done on it since, in words.
    pub why: String,
}

/// What taking back an import did.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, specta::Type)]
pub struct ImportUndoneView {
    /// Records removed from sight.
    pub removed: u32,
    /// Fields put back.
    pub restored: u32,
    /// Records and fields left as they are, since somebody worked on them.
    pub kept: u32,
    /// Accounts these belong to.
    pub accounts: u32,
    /// The first thousand of those accounts, each with why.
    pub kept_accounts: Vec<KeptAccountView>,
}
