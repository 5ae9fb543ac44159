//! Taking in a file: what each row would do, and what it did.

use crate::BatchId;
use crate::register::{RegisterCountView, RegisterList};
use serde::{Deserialize, Serialize};

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
    /// Why it was rejected, or what it merges with, or what changes.
    pub why: String,
    /// The strictest register it is met on.
    pub register: Option<RegisterList>,
}

/// Rows in, rows out: `read = created + updated + unchanged + merged + rejected`.
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
}

impl ImportCounts {
    /// True if every row read is counted once.
    pub const fn adds_up(&self) -> bool {
        self.read == self.created + self.updated + self.unchanged + self.merged + self.rejected
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
    /// Fields by column, in order, to correct the guess.
    pub fields: Option<Vec<Field>>,
}

/// What an import would do. Nothing has been written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ImportPreviewView {
    /// What to name to commit it.
    pub preview: String,
    /// The file's name.
    pub file_name: String,
    /// Encoding found or given.
    pub encoding: String,
    /// Delimiter found or given: `,` `;` or `tab`.
    pub delimiter: String,
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
    /// Encoding read with.
    pub encoding: String,
    /// Delimiter read with.
    pub delimiter: String,
}
