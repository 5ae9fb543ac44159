//! What officers say of who operates accounts.

use crate::{AccountId, DeclarationId, Instant, SetId};
use serde::{Deserialize, Serialize};

/// What an officer says of accounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum DeclarationKind {
    /// They are operated together.
    Together,
    /// Those on one side are not operated by whoever operates those on the other.
    Apart,
}

/// An account as a declaration names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct DeclaredAccountView {
    /// The account.
    pub id: AccountId,
    /// What it is called.
    pub label: String,
}

/// A word of an officer on who operates accounts. It stands until it is taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct DeclarationView {
    /// The declaration.
    pub id: DeclarationId,
    /// Together or apart.
    pub kind: DeclarationKind,
    /// What the officer calls the network; never of `apart`.
    pub name: Option<String>,
    /// Why, in the officer's words.
    pub reason: String,
    /// The officer's name.
    pub officer: String,
    /// When it was said.
    pub at: Instant,
    /// Whom it is about; of `apart` those on one side.
    pub accounts: Vec<DeclaredAccountView>,
    /// Of `apart` those on the other side, else none.
    pub from: Vec<DeclaredAccountView>,
}

/// Says of accounts that they are operated together, or apart.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct DeclareRequest {
    /// Together or apart.
    pub kind: DeclarationKind,
    /// Whom it is about: two or more for `together`, one or more for `apart`.
    pub accounts: Vec<AccountId>,
    /// Of `apart` those on the other side, else none.
    pub from: Vec<AccountId>,
    /// A name for the network; only of `together`.
    pub name: Option<String>,
    /// Why.
    pub reason: String,
}

/// What was said, and the set that takes it back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct DeclaredView {
    /// The declaration.
    pub id: DeclarationId,
    /// The set of its changes.
    pub set: SetId,
}

/// How a network leaves the case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum NetworkFormat {
    /// For programs that draw graphs.
    Graphml,
    /// The picture as the officer sees it.
    Svg,
}

/// A node as it is drawn.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, specta::Type)]
pub struct DrawnNode {
    /// The account's id, or the shared value's own.
    pub id: String,
    /// The words under it.
    pub label: String,
    /// The platform's letters, of an account.
    pub letters: String,
    /// An account is a square, what is shared a circle.
    pub is_account: bool,
    /// Its middle, in the units of the drawing.
    pub x: f64,
    /// The same, downwards.
    pub y: f64,
    /// Across, of a circle.
    pub size: f64,
}

/// A line as it is drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct DrawnEdge {
    /// The node it begins at.
    pub from: String,
    /// The node it ends at.
    pub to: String,
}

/// A graph as it is seen.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, specta::Type)]
pub struct NetworkDrawing {
    /// Its nodes; 5,000 at most.
    pub nodes: Vec<DrawnNode>,
    /// Its lines.
    pub edges: Vec<DrawnEdge>,
}

/// Gives a network out.
#[derive(Debug, Clone, PartialEq, Deserialize, specta::Type)]
pub struct NetworkExportRequest {
    /// Where the file goes: the token of a chosen place.
    pub place: String,
    /// The account the network is named by.
    pub head: AccountId,
    /// As what.
    pub format: NetworkFormat,
    /// The picture; of SVG only.
    pub drawing: Option<NetworkDrawing>,
    /// Who receives it.
    pub recipient: String,
    /// What for.
    pub purpose: String,
}

/// What left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct NetworkExportView {
    /// Accounts in the file.
    pub accounts: u32,
    /// SHA-256 of the file, hex.
    pub sha256: String,
    /// The audit entry.
    pub entry: u32,
    /// The file's name.
    pub file_name: String,
}
