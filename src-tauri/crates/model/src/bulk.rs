//! One act on many accounts. There is no act here that refers an account or says that someone is in danger:
//! each of those is decided on its own.

use crate::assessment::NoActionReason;
use crate::list::ListRequest;
use crate::{AccountId, OfficerId, SetId};
use serde::{Deserialize, Serialize};

/// What is done to every one of the accounts.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum BulkAct {
    /// Gives them to an officer of the case, or to nobody.
    Assign {
        /// Who works on them.
        officer: Option<OfficerId>,
    },
    /// Tags them.
    Tag {
        /// Free words.
        tags: Vec<String>,
    },
    /// Takes tags off.
    Untag {
        /// However they are written.
        tags: Vec<String>,
    },
    /// Decides no action on each of them.
    NoAction {
        /// Why, from the list.
        reason: NoActionReason,
        /// A sentence beside it; may be empty.
        note: String,
    },
}

/// Asks for one act on many accounts.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct BulkRequest {
    /// The list they stand in.
    pub list: ListRequest,
    /// Only these; empty for the whole list.
    pub accounts: Vec<AccountId>,
    /// Of the whole list, not these.
    pub except: Vec<AccountId>,
    /// What is done.
    pub act: BulkAct,
}

/// Accounts that one reason kept as they were.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct LeftView {
    /// `safeguarding`, `second-look`, `drafted`, `sent`, `decided`, `already-so`, `gone`.
    pub reason: String,
    /// The reason in words.
    pub words: String,
    /// How many.
    pub count: u32,
}

/// What one act on many accounts did: `asked` is `done` and everything in `left`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct BulkView {
    /// The set to name for undo; `None` where nothing was changed.
    pub set: Option<SetId>,
    /// Accounts it was asked for.
    pub asked: u32,
    /// Accounts that were changed.
    pub done: u32,
    /// Accounts left as they were, by reason.
    pub left: Vec<LeftView>,
}

/// A tag, and how many accounts bear it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct TagView {
    /// As it was written first.
    pub tag: String,
    /// Accounts.
    pub count: u32,
}

/// Asks for cells of a list as text for the clipboard.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct CopyCellsRequest {
    /// The list; `offset` and `limit` name the rows.
    pub list: ListRequest,
    /// Columns as an export names them, in order.
    pub columns: Vec<String>,
}
