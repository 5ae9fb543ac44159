//! Templates of a referral's texts, as the window shows and changes them.

use crate::Instant;
use crate::directory::UnitFileFaultView;
use serde::{Deserialize, Serialize};

/// A template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct TemplateView {
    /// Its name: `heading`, `asked`, `statement`, `notice` or `letter`.
    pub name: String,
    /// What it gives, in words.
    pub words: String,
    /// The version that counts.
    pub version: String,
    /// True if an officer put it in the place of the one that comes with the program.
    pub is_own: bool,
    /// Number of the officer who did.
    pub officer: Option<String>,
    /// When.
    pub at: Option<Instant>,
    /// The template itself.
    pub text: String,
    /// Where the one that comes with the program comes from.
    pub source: String,
    /// The source's date, YYYY-MM-DD.
    pub date: String,
    /// How it differs from the one that comes with the program; nothing if it is that.
    pub differences: Vec<DiffLineView>,
    /// Every version the unit made, newest first.
    pub versions: Vec<TemplateVersionView>,
    /// What it gives of a made-up referral.
    pub sample: String,
}

/// A version of the unit's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct TemplateVersionView {
    /// What it is called.
    pub version: String,
    /// Number of the officer.
    pub officer: String,
    /// When.
    pub at: Instant,
    /// False once it was put aside.
    pub stands: bool,
    /// The template itself.
    pub text: String,
}

/// How a line stands between two texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum DiffLineKind {
    /// In both.
    Same,
    /// Only in the newer.
    Added,
    /// Only in the older.
    Removed,
}

/// A line of two texts laid beside each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct DiffLineView {
    /// How it stands.
    pub kind: DiffLineKind,
    /// The line.
    pub text: String,
}

/// Puts a template in the place of the one that counts.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct TemplateRequest {
    /// Its name.
    pub name: String,
    /// The template itself.
    pub text: String,
}

/// What a template would give, and what keeps it from being taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct TemplateResultView {
    /// Its name.
    pub name: String,
    /// Everything that keeps it from being taken, by line.
    pub faults: Vec<UnitFileFaultView>,
    /// How it differs from the one that counts.
    pub differences: Vec<DiffLineView>,
    /// What it gives of a made-up referral; empty with a fault.
    pub sample: String,
    /// The version it stands under, once taken.
    pub version: Option<String>,
}
