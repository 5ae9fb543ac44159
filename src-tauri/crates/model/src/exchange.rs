//! Files for colleagues, and the log of who received what.

use crate::list::ListRequest;
use crate::{AccountId, Instant};
use serde::{Deserialize, Serialize};

/// A column that can be exported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ExportColumnView {
    /// The column's name in the file.
    pub name: String,
    /// What it holds.
    pub label: String,
    /// True if it is in the colleague's profile.
    pub is_default: bool,
    /// True for a column kept from an imported file.
    pub is_extra: bool,
}

/// Exports accounts as CSV.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct ExportRequest {
    /// Token of the place to write to.
    pub place: String,
    /// Columns, in order; empty for the profile's.
    pub columns: Vec<String>,
    /// Which accounts.
    pub list: ListRequest,
    /// Only these; empty for the whole list.
    pub accounts: Vec<AccountId>,
    /// Of the whole list, not these.
    #[serde(default)]
    pub except: Vec<AccountId>,
    /// Who receives it.
    pub recipient: String,
    /// What for.
    pub purpose: String,
    /// True to write accounts of victims, children and third parties too, which else are left out and counted.
    #[serde(default)]
    pub with_kept_apart: bool,
    /// One 3x5x2 grading, such as 2BP, for those of the accounts that have none; it stands in the file.
    #[serde(default)]
    pub grading: Option<String>,
    /// True to keep that grading with the accounts too.
    #[serde(default)]
    pub keeps_grading: bool,
}

/// What an export would hold, before anybody asks for a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
pub struct ExportAheadView {
    /// Accounts without those kept apart.
    pub accounts: u32,
    /// Accounts of victims, children and third parties among what was asked for.
    pub kept_apart: u32,
    /// Of all of these, accounts without a grading.
    pub ungraded: u32,
}

/// What was exported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ExportView {
    /// Rows written.
    pub rows: u32,
    /// Of them, accounts of victims, children and third parties.
    pub kept_apart: u32,
    /// Accounts of victims, children and third parties that were left out.
    pub left_out: u32,
    /// Rows whose account had no grading of its own before this export.
    pub ungraded: u32,
    /// SHA-256 of the bytes, hex; compared with what was read back.
    pub sha256: String,
    /// The audit entry.
    pub entry: u32,
    /// The file's name.
    pub file_name: String,
}

/// One line of the sharing log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct SharingView {
    /// When.
    pub at: Instant,
    /// The officer's number.
    pub officer: String,
    /// What left: export, referral draft, copied address, exhibit.
    pub what: String,
    /// Who received it.
    pub recipient: String,
    /// What for.
    pub purpose: String,
    /// The audit entry.
    pub entry: u32,
}

/// A file or folder the officer chose or dropped. The window never sees its path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ChosenView {
    /// What to send back.
    pub token: String,
    /// The name.
    pub name: String,
    /// Bytes, as text; `0` for a folder.
    pub size: String,
}

/// Why the officer is asked for a file or folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum ChooseKind {
    /// Where a new case goes.
    NewCase,
    /// A case folder.
    OpenCase,
    /// A file to import.
    ImportFile,
    /// Spreadsheets to look at.
    CheckUpFiles,
    /// Files to attach.
    EvidenceFiles,
    /// Where an exported CSV goes.
    SaveCsv,
    /// Where rejected rows go.
    SaveRejected,
    /// Where a mapping goes.
    SaveMapping,
    /// A mapping to take in.
    OpenMapping,
    /// Where to write a lexicon.
    SaveLexicon,
    /// A lexicon to take.
    OpenLexicon,
    /// Where a card for colleagues goes.
    SaveCard,
    /// A colleague's card.
    OpenCard,
    /// Where a package goes.
    SavePackage,
    /// A package from another workstation.
    OpenPackage,
    /// Where the answer to a package goes.
    SaveAnswer,
    /// The answer to a package.
    OpenAnswer,
    /// Where the platform directory goes.
    SaveDirectory,
    /// A platform directory to take.
    OpenDirectory,
    /// Where the rows of a preview go.
    SaveRows,
    /// Where a referral's text goes.
    SaveReferral,
    /// Where a network goes.
    SaveNetwork,
    /// Where an exhibit's bytes go.
    SaveExhibit,
    /// Where texts for a linguist go.
    SaveTexts,
    /// What a linguist gave back.
    OpenTexts,
    /// Where a report of figures goes.
    SaveReport,
    /// Where a chart goes.
    SaveChart,
    /// Where a carry sheet goes.
    SaveCheckSheet,
    /// Where a paper of the unit's own goes: a hand-over, a letter, a report on one account.
    SavePaper,
    /// The answers of a carry sheet.
    OpenCheckAnswers,
    /// A folder of screenshots.
    ShotsFolder,
    /// Where an invitation goes.
    SaveInvitation,
    /// An invitation to join with.
    OpenInvitation,
    /// A file holding the recovery key.
    SaveRecovery,
    /// Files of figures, of several officers.
    OpenFigures,
    /// Where a file of figures goes.
    SaveFigures,
    /// The file that holds the unit's secret.
    OpenSecret,
}

/// Progress of long work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct ProgressView {
    /// The work.
    pub job: String,
    /// What is being done, in words.
    pub what: String,
    /// Done so far, as text.
    pub done: String,
    /// Of how much, as text; `None` while unknown.
    pub total: Option<String>,
    /// `rows`, `bytes`, `exhibits`.
    pub unit: String,
    /// Milliseconds since it began.
    pub elapsed_ms: u32,
}
