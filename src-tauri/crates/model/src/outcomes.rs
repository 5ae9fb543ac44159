//! Outcomes files: history kept in spreadsheets and platforms' replies.

use crate::import::{ImportCounts, RowPreview};
use serde::{Deserialize, Serialize};

/// Asks what an outcomes file would do, or takes it in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, specta::Type)]
pub struct OutcomesFileRequest {
    /// Token of the chosen file.
    pub file: String,
    /// Encoding label; `None` to find out.
    pub encoding: Option<String>,
    /// One character, or `tab`; `None` to find out.
    pub delimiter: Option<String>,
    /// The sheet of a workbook; `None` for the first that holds something.
    pub sheet: Option<String>,
    /// A mapping this officer keeps, by name; `None` for the known wordings alone.
    pub mapping: Option<String>,
    /// SHA-256 of the file that was previewed, hex: another file is refused.
    pub sha256: Option<String>,
}

/// What an outcomes file would do. Nothing has been written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct OutcomesPreviewView {
    /// The file's name.
    pub file_name: String,
    /// SHA-256 of its bytes, hex.
    pub sha256: String,
    /// Encoding found or given.
    pub encoding: String,
    /// Delimiter found or given.
    pub delimiter: String,
    /// Headers of columns that nothing is read from.
    pub unused: Vec<String>,
    /// What the rows would do.
    pub counts: ImportCounts,
    /// Accounts that would be made, marked as imported.
    pub accounts: u32,
    /// Items of referrals sent from this case that rows answer.
    pub sent_items: u32,
    /// Up to 200 rows of each fate, rejected ones first.
    pub rows: Vec<RowPreview>,
}
