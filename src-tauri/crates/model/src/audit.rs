//! The audit log: what was done, by whom, when; and what verify finds.

use crate::{AccountId, Instant};
use serde::{Deserialize, Serialize};

/// The six operations of section 62 of the Data Protection Act 2018.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum Operation {
    /// Made, imported, attached.
    Collection,
    /// Changed.
    Alteration,
    /// Looked at.
    Consultation,
    /// Given to someone.
    Disclosure,
    /// Linked or merged.
    Combination,
    /// Erased.
    Erasure,
}

impl Operation {
    /// The word as stored and shown.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Collection => "collection",
            Self::Alteration => "alteration",
            Self::Consultation => "consultation",
            Self::Disclosure => "disclosure",
            Self::Combination => "combination",
            Self::Erasure => "erasure",
        }
    }
}

/// One audit entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct AuditEntryView {
    /// Its number.
    pub seq: u32,
    /// When it was recorded.
    pub at: Instant,
    /// The officer's number.
    pub officer: String,
    /// Which operation.
    pub operation: Operation,
    /// What was done, as its code: `account-assessed`.
    pub action: String,
    /// What was done, in words.
    pub said: String,
    /// The subject, in words: kind and count or label.
    pub subject: String,
    /// Ids of the subjects.
    pub subjects: Vec<String>,
    /// Reason, recipient, purpose or search text, by name.
    pub texts: Vec<crate::account::ExtraView>,
    /// The chain at this entry, hex.
    pub hash: String,
}

/// Asks for a window of the audit log, newest first.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, specta::Type)]
pub struct AuditRequest {
    /// Only this operation.
    pub operation: Option<Operation>,
    /// First row.
    pub offset: u32,
    /// Rows.
    pub limit: u32,
}

/// A window of the audit log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct AuditListView {
    /// The rows asked for, newest first.
    pub rows: Vec<AuditEntryView>,
    /// Entries in all that match.
    pub total: u32,
}

/// What verify found out about the audit chain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct AuditCheckView {
    /// Entries read.
    pub entries: u32,
    /// The chain at the last entry, hex.
    pub head: String,
    /// True if every entry, checkpoint and head agrees.
    pub intact: bool,
    /// The first entry that does not.
    pub first_bad: Option<u32>,
    /// What is wrong, in words.
    pub problem: Option<String>,
}

/// What verify found out about the evidence.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, specta::Type)]
pub struct EvidenceCheckView {
    /// Objects decrypted, hashed and compared.
    pub checked: u32,
    /// Exhibit numbers whose object does not hold the bytes that were attached.
    pub damaged: Vec<String>,
    /// Exhibit numbers whose object is not there.
    pub missing: Vec<String>,
    /// Objects and slots no row names; swept at the next unlock.
    pub unreferenced: u32,
    /// Left-over temporary files.
    pub temporary: u32,
}

/// What verify found out about the search index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct IndexCheckView {
    /// `ok`, `behind`, `damaged`, `missing`.
    pub state: String,
}

/// What is wrong with a kept item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum ItemFault {
    /// The events tell of it, and it is not kept.
    Missing,
    /// It is kept otherwise than the events tell.
    Differs,
    /// Its bytes do not read.
    Unreadable,
    /// It is kept, and no event tells of it.
    LeftOver,
}

/// A kept item that is not what the events say. It is told by number, so that no name stands in what is kept of a check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ItemFaultView {
    /// Its account.
    pub account: AccountId,
    /// Its place among the items of the account, from 1.
    pub item: u32,
    /// What is wrong.
    pub fault: ItemFault,
}

/// What verify found out about the kept rows that figures are counted from. They can be worked out anew.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, specta::Type)]
pub struct ItemsCheckView {
    /// Items that the events tell of, each held against what is kept.
    pub checked: u32,
    /// Items that are not kept as the events tell.
    pub differing: u32,
    /// The first of these, 100 at most.
    pub faults: Vec<ItemFaultView>,
}

/// All that verify found. Parts that could not be looked at are `None`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct VerifyView {
    /// `ok`, `damaged`, or `unopened` where no slot could be opened.
    pub database: String,
    /// The audit chain.
    pub audit: Option<AuditCheckView>,
    /// The evidence.
    pub evidence: Option<EvidenceCheckView>,
    /// The search index.
    pub index: Option<IndexCheckView>,
    /// The kept rows of items.
    pub items: Option<ItemsCheckView>,
    /// Files of the folder that do not match the case: `case.json`, `slots/…`.
    pub files: Vec<String>,
    /// True if anything is damaged or missing: breakwaterctl exits 4.
    pub is_damaged: bool,
    /// When it was checked.
    pub at: Instant,
}
