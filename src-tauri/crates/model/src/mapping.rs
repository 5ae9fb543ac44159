//! For what the columns of a file are taken, kept by name.

use serde::{Deserialize, Serialize};

/// Where a mapping comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum MappingOrigin {
    /// A form that is known here, such as the sheet of auto-archiver.
    Known,
    /// One this officer saved, or a file of one.
    Saved,
}

/// A mapping held against the header of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct MappingView {
    /// Its name.
    pub name: String,
    /// What it is, for one that is known.
    pub title: String,
    /// Where it comes from.
    pub origin: MappingOrigin,
    /// Columns it names and the file has not.
    pub missing: Vec<String>,
    /// Columns the file has and it does not name.
    pub new: Vec<String>,
}

/// What kind of file a mapping is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum MappingKind {
    /// Flagged accounts.
    Accounts,
    /// Outcomes.
    Outcomes,
}

/// A mapping this officer saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct SavedMappingView {
    /// Its name.
    pub name: String,
    /// Columns it names, as written.
    pub columns: Vec<String>,
}
