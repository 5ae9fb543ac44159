//! Outcomes files: history kept in spreadsheets and platforms' replies.

use crate::import::{ImportCounts, ImportWarningView, RowFate, SheetView};
use crate::mapping::MappingView;
use serde::{Deserialize, Serialize};

/// What a column of an outcomes file holds.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum OutcomeField {
    /// The platform.
    Platform,
    /// Address, handle or id.
    Account,
    /// The unit.
    Unit,
    /// When it was referred.
    ReferredAt,
    /// The platform's reference.
    Reference,
    /// What was decided.
    Decision,
    /// When.
    DecidedAt,
    /// Why.
    Reason,
    /// Nothing that is used.
    Ignored,
}

/// Which of the cells of an outcomes file have wordings.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum WordingList {
    /// What was decided.
    Decision,
    /// The unit.
    Unit,
}

/// What an officer says a wording means.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct GivenWording {
    /// Which cells.
    pub list: WordingList,
    /// The wording.
    pub wording: String,
    /// A decision, `no-answer` or `leave-out`; or a unit. Empty takes back what was said of it before.
    pub value: String,
}

/// Which comes first in a date such as 03/11/2026.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum DateOrder {
    /// The day.
    DayFirst,
    /// The month.
    MonthFirst,
}

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
    /// A mapping this officer keeps, by name. Empty for none. `None`: the one of the same header, if there is one.
    pub mapping: Option<String>,
    /// Fields by column, in order, to correct the guess.
    pub fields: Option<Vec<OutcomeField>>,
    /// What wordings mean, over the mapping and what is known.
    pub wordings: Vec<GivenWording>,
    /// Which comes first in dates; `None` as the mapping says, else as each column is found to be written.
    pub dates: Option<DateOrder>,
}

/// One column of an outcomes file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct OutcomeColumnView {
    /// Place in the file, from 0.
    pub index: u32,
    /// The header as written.
    pub header: String,
    /// What it is taken for.
    pub field: OutcomeField,
    /// Up to three cells.
    pub samples: Vec<String>,
    /// Of a column of dates: which comes first in them.
    pub dates: Option<DateOrder>,
    /// Of a column of dates: a date of it that could be written either way, and the day it is read as.
    pub reads: Option<(String, String)>,
}

/// Why a wording has its meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum WordingOrigin {
    /// The officer said so, for this file.
    Said,
    /// The mapping says so.
    Mapping,
    /// The dated list of wordings has it.
    Known,
    /// The dated list has it as one that may mean something else: it is offered, and its rows are not taken before an
    /// officer says so.
    Suggested,
    /// It has none: its rows are not taken.
    Unknown,
}

/// A wording of a file, and what it is taken for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct WordingView {
    /// Which cells.
    pub list: WordingList,
    /// As the first of its rows writes it.
    pub wording: String,
    /// Rows that have it.
    pub rows: u32,
    /// What it is taken for: a decision, `no-answer` or `leave-out`; or a unit. `None` where nothing says.
    pub value: Option<String>,
    /// Why.
    pub origin: WordingOrigin,
    /// What it looks like, where nothing says what it means: it is offered, never taken.
    pub looks_like: Option<String>,
    /// Source and date of a known wording, or of the one it looks like.
    pub source: Option<(String, String)>,
    /// True if the mapping the file is read with does not name it.
    pub is_new: bool,
}

/// How the item of a row was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum OutcomeFound {
    /// An item sent from this case, by the platform's reference.
    SentReference,
    /// The one item of the account sent from this case whose answer is awaited.
    SentWaiting,
    /// The same, though the row bears a reference that is not the item's.
    SentOtherReference,
    /// An item of imported history, by the reference.
    Reference,
    /// An item of imported history, by when it was referred.
    Referred,
    /// The only item of imported history of the account.
    Only,
    /// None was there: it is made.
    New,
}

/// What a row adds to its item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct OutcomeAddView {
    /// `sent`, `decided` or `withdrawn`.
    pub kind: String,
    /// The decision.
    pub value: String,
    /// When, as the file writes it.
    pub at: String,
}

/// One row of the preview of an outcomes file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct OutcomeRowView {
    /// Line of the file where the row begins, from 1.
    pub line: u32,
    /// What it does.
    pub fate: RowFate,
    /// What the account is called.
    pub label: String,
    /// Why it is not taken, or on what it lands.
    pub why: String,
    /// How the item was found; `None` of a row that is not taken.
    pub found: Option<OutcomeFound>,
    /// What it adds.
    pub adds: Vec<OutcomeAddView>,
}

/// What an outcomes file would do. Nothing has been written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct OutcomesPreviewView {
    /// Token of the preview, by which it is taken in as it is shown.
    pub preview: String,
    /// The file's name.
    pub file_name: String,
    /// SHA-256 of its bytes, hex.
    pub sha256: String,
    /// Encoding found or given.
    pub encoding: String,
    /// Delimiter found or given.
    pub delimiter: String,
    /// The sheet that is read, of a workbook.
    pub sheet: Option<String>,
    /// All sheets of the workbook.
    pub sheets: Vec<SheetView>,
    /// The line the header stands on.
    pub header_line: u32,
    /// The mapping it is read with.
    pub mapping: Option<MappingView>,
    /// Mappings of this officer that fit this header, well or in part.
    pub offered: Vec<MappingView>,
    /// The columns.
    pub columns: Vec<OutcomeColumnView>,
    /// Fields without which no row can be taken, and that no column is taken for.
    pub lacks: Vec<OutcomeField>,
    /// Up to 200 wordings: those nothing but the officer gives a meaning first, then those of most rows.
    pub wordings: Vec<WordingView>,
    /// Wordings beyond these.
    pub more_wordings: u32,
    /// Headers of columns that nothing is read from.
    pub unused: Vec<String>,
    /// What the rows would do.
    pub counts: ImportCounts,
    /// Rejected rows whose wording is left out.
    pub left_out: u32,
    /// Accounts that would be made, marked as imported.
    pub accounts: u32,
    /// Items of referrals sent from this case that rows answer.
    pub sent_items: u32,
    /// What should be looked at.
    pub warnings: Vec<ImportWarningView>,
    /// Up to 200 rows of each fate, rejected ones first.
    pub rows: Vec<OutcomeRowView>,
}
