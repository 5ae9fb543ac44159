//! Texts out to a linguist, and their answers back in by key.

use crate::list::ListRequest;
use crate::{AccountId, SetId};
use serde::{Deserialize, Serialize};

/// What a linguist is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum LinguistFormat {
    /// A table to fill in and give back.
    Csv,
    /// Pages of plain text to read and write on.
    Print,
}

/// Gives texts that wait for a reader of a language to a linguist.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct LinguistOutRequest {
    /// Token of the place to write to.
    pub place: String,
    /// Code of the language.
    pub language: String,
    /// Of which accounts.
    pub list: ListRequest,
    /// Only of these; empty for the whole list.
    pub accounts: Vec<AccountId>,
    /// Of the whole list, not these.
    pub except: Vec<AccountId>,
    /// Table or print.
    pub format: LinguistFormat,
    /// Who receives it.
    pub recipient: String,
    /// What for.
    pub purpose: String,
}

/// What was given to a linguist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct LinguistOutView {
    /// The language, in English.
    pub language: String,
    /// Texts written.
    pub texts: u32,
    /// Accounts they are of.
    pub accounts: u32,
    /// Texts left out, since a reader of this language has said that they cannot read them.
    pub cannot_read: u32,
    /// Pages of a print.
    pub pages: Option<u32>,
    /// SHA-256 of the bytes, hex; compared with what was read back.
    pub sha256: String,
    /// The audit entry.
    pub entry: u32,
    /// The file's name.
    pub file_name: String,
}

/// A language whose reader accounts wait for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct WaitingLanguageView {
    /// Its code.
    pub code: String,
    /// Its name in English.
    pub name: String,
    /// Accounts that wait.
    pub accounts: u32,
    /// True if this officer reads it.
    pub is_read: bool,
}

/// A file a linguist gave back; what is not said of it is found out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, specta::Type)]
pub struct LinguistFileRequest {
    /// Token of the chosen or dropped file.
    pub file: String,
    /// Encoding label, such as `windows-1256`.
    pub encoding: Option<String>,
    /// One character, or `tab`.
    pub delimiter: Option<String>,
    /// The sheet of a workbook, by name.
    pub sheet: Option<String>,
    /// SHA-256 of the bytes that were previewed, hex: other bytes are refused.
    pub sha256: Option<String>,
}

/// What a row of a returned file does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum LinguistFate {
    /// Brings a translation.
    Translated,
    /// Brings the answer that it cannot be read.
    CannotRead,
    /// Says what the case knows already, or what a row before it said.
    Unchanged,
    /// Is not filled in.
    Empty,
    /// Not taken, with the reason.
    Rejected,
}

/// Rows of a returned file by what they do.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, specta::Type)]
pub struct LinguistCounts {
    /// Rows read.
    pub read: u32,
    /// Translations brought.
    pub translated: u32,
    /// Answers that a text cannot be read.
    pub cannot_read: u32,
    /// Rows that say nothing new.
    pub unchanged: u32,
    /// Rows that are not filled in.
    pub empty: u32,
    /// Rows not taken.
    pub rejected: u32,
}

impl LinguistCounts {
    /// True if every row read is counted once.
    pub const fn adds_up(&self) -> bool {
        self.read
            == self.translated + self.cannot_read + self.unchanged + self.empty + self.rejected
    }

    /// Counts one row.
    pub const fn count(&mut self, fate: LinguistFate) {
        self.read += 1;
        match fate {
            LinguistFate::Translated => self.translated += 1,
            LinguistFate::CannotRead => self.cannot_read += 1,
            LinguistFate::Unchanged => self.unchanged += 1,
            LinguistFate::Empty => self.empty += 1,
            LinguistFate::Rejected => self.rejected += 1,
        }
    }
}

/// A row of a returned file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct LinguistRowView {
    /// Its line in the file, or row in the sheet, from 1.
    pub line: u32,
    /// What it does.
    pub fate: LinguistFate,
    /// What the account is called, else the key as it stands in the file.
    pub label: String,
    /// The first words of what it brings.
    pub words: String,
    /// How far it was checked and by whom, or why the row is not taken.
    pub why: String,
}

/// What a returned file would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct LinguistPreviewView {
    /// The file's name.
    pub file_name: String,
    /// SHA-256 of its bytes, hex.
    pub sha256: String,
    /// Encoding it is read with.
    pub encoding: String,
    /// Delimiter it is read with.
    pub delimiter: String,
    /// Every row counted once.
    pub counts: LinguistCounts,
    /// Rows, rejected ones first; at most 200 of each fate.
    pub rows: Vec<LinguistRowView>,
}

/// What a returned file did, or would.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct LinguistResultView {
    /// What to name to take it back; `None` where nothing was written.
    pub set: Option<SetId>,
    /// Every row counted once.
    #[serde(flatten)]
    pub counts: LinguistCounts,
    /// Encoding it was read with.
    pub encoding: String,
    /// Delimiter it was read with.
    pub delimiter: String,
}
