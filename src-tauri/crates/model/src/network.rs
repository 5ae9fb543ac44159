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
