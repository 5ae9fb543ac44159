//! The search box: what can be typed next, what was found where, and lists kept by name.

use crate::list::{ListRequest, MarkView};
use serde::{Deserialize, Serialize};

/// Something that can be typed where the cursor is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct CompletionView {
    /// First code point it replaces.
    pub start: u32,
    /// The code point after the last it replaces.
    pub end: u32,
    /// What stands there instead.
    pub insert: String,
    /// What it is called: `platform:`, `tiktok`.
    pub label: String,
    /// What it does, or the name behind a code.
    pub detail: String,
}

/// Which text of an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum TextKind {
    /// What it is called.
    Label,
    /// The name it shows.
    Name,
    /// Its profile text.
    Bio,
    /// A post, by its id.
    Post,
    /// A translation, by its id.
    Translation,
    /// A note, by its id.
    Note,
}

/// What a search found in one text of an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct TextMarksView {
    /// Which text.
    pub kind: TextKind,
    /// Its id, of a post, translation or note.
    pub id: Option<String>,
    /// What was found in it.
    pub marks: Vec<MarkView>,
}

/// A list kept by name, as an officer saves it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct SavedViewRequest {
    /// Its name.
    pub name: String,
    /// The list; where its window stood does not matter.
    pub list: ListRequest,
}

/// A list kept by name, with how many accounts it holds now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct SavedView {
    /// Its name.
    pub name: String,
    /// The list.
    pub list: ListRequest,
    /// Accounts in it; null where its search can no longer be read.
    pub count: Option<u32>,
}
