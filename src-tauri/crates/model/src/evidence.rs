//! Exhibits: attached items, each on an encrypted object.

use crate::{AccountId, ExhibitId, Instant, WorldTime};
use serde::{Deserialize, Serialize};

/// What an officer is warned of before a picture is shown.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum WarningTag {
    /// A child is shown.
    Child,
    /// Violence.
    Violence,
    /// A dead body.
    Body,
    /// Sexual content of adults.
    Sexual,
    /// Disturbing sound.
    Sound,
}

/// An exhibit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ExhibitView {
    /// The exhibit.
    pub id: ExhibitId,
    /// Its number for people, such as 4417/14.
    pub number: String,
    /// The account it is attached to.
    pub account: AccountId,
    /// What that account is called.
    pub account_label: String,
    /// The file's own name.
    pub file_name: String,
    /// What the bytes are, found by looking at them.
    pub media_type: String,
    /// Bytes; travels as text, since files pass 2^53 nowhere but numbers in the page may.
    pub size: String,
    /// SHA-256 of the plaintext, hex. Withheld while stopped.
    pub sha256: Option<String>,
    /// Where it was captured.
    pub source_url: Option<String>,
    /// When it was captured.
    pub captured: Option<WorldTime>,
    /// How it was captured: `screenshot`, `download`, `clipboard, re-encoded`, …
    pub method: String,
    /// The officer who attached it.
    pub officer: String,
    /// When it was attached.
    pub attached_at: Instant,
    /// The exhibit that first held the same bytes, if another did.
    pub duplicate_of: Option<String>,
    /// Warnings to show first.
    pub warnings: Vec<WarningTag>,
    /// True while stopped as an illegal image: no thumbnail, preview, copy, export or hash by any path.
    pub is_stopped: bool,
    /// True if a thumbnail can be shown.
    pub has_thumbnail: bool,
    /// `picture`, `text`, `none`: what the viewer can show.
    pub viewer: String,
}

/// Attaches chosen files.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct AttachRequest {
    /// The account.
    pub account: AccountId,
    /// Tokens of chosen or dropped files.
    pub files: Vec<String>,
    /// Where they were captured.
    pub source_url: Option<String>,
    /// When, RFC 3339.
    pub captured_at: Option<Instant>,
    /// How.
    pub method: Option<String>,
    /// Warnings to show first.
    pub warnings: Vec<WarningTag>,
}

/// One file of an attach, in the order given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct AttachedView {
    /// The file's name.
    pub file_name: String,
    /// The exhibit, unless refused.
    pub exhibit: Option<ExhibitView>,
    /// Why it was refused, if it was.
    pub refused: Option<String>,
}

/// A window of the evidence list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ExhibitListView {
    /// The rows asked for.
    pub rows: Vec<ExhibitView>,
    /// Exhibits in all.
    pub total: u32,
    /// Exhibits of victims, children and third parties that are not in it; their accounts show them.
    pub left_out: u32,
}

/// Asks for a window of the evidence list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, specta::Type)]
pub struct ExhibitListRequest {
    /// Words of file name, number, account or address; empty for all.
    pub search: String,
    /// First row.
    pub offset: u32,
    /// Rows.
    pub limit: u32,
}

/// A re-encoded picture; the window never sees original bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct PictureView {
    /// `image/png` or `image/jpeg`.
    pub media_type: String,
    /// Base 64.
    pub base64: String,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
}

/// What the viewer shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ViewerView {
    /// The exhibit.
    pub exhibit: ExhibitView,
    /// A picture, if it is one.
    pub picture: Option<PictureView>,
    /// Text, if it is text; at most a megabyte.
    pub text: Option<String>,
    /// True if the text was longer.
    pub text_is_cut: bool,
    /// Why nothing can be shown, if nothing can.
    pub cannot_show: Option<String>,
}

/// Stops an exhibit as an illegal image.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct StopRequest {
    /// The exhibit.
    pub exhibit: ExhibitId,
    /// Why.
    pub reason: String,
}

/// The receipt of a stop, with what the unit does next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct StopReceiptView {
    /// The exhibit's number.
    pub number: String,
    /// When it was stopped.
    pub at: Instant,
    /// By whom.
    pub officer: String,
    /// The audit entry.
    pub entry: u32,
    /// Exhibits stopped with it, since they share its bytes.
    pub also: Vec<String>,
    /// The unit's procedure, step by step.
    pub procedure: Vec<String>,
    /// Where the procedure comes from.
    pub procedure_source: String,
}

/// What must be read before the first attach of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct EvidenceRulesView {
    /// The headline.
    pub title: String,
    /// The paragraphs.
    pub text: Vec<String>,
    /// Where they come from.
    pub source: String,
    /// The date of the source.
    pub date: String,
}
