//! Handing over: one signed page of Today and of what was promised, taken over by the next officer.

use crate::promise::PromiseView;
use crate::{AccountId, CaseId, HandoverId, Instant, OfficerId, ReferralId};
use serde::{Deserialize, Serialize};

/// An officer, as the page names them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct HandoverOfficer {
    /// The officer.
    pub id: OfficerId,
    /// Name.
    pub name: String,
    /// Number.
    pub number: String,
}

/// One thing that waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct HandoverItem {
    /// What it is called.
    pub label: String,
    /// Why it waits.
    pub why: String,
    /// By when, if a time is set.
    pub due: Option<Instant>,
    /// True if that time had passed.
    pub is_overdue: bool,
    /// The account.
    pub account: Option<AccountId>,
    /// The referral.
    pub referral: Option<ReferralId>,
}

/// A section of Today as it stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct HandoverSection {
    /// Its key, as Today has it.
    pub key: String,
    /// What it is called.
    pub title: String,
    /// How many there were in all.
    pub total: u32,
    /// The first of them, at most 50; none of what is for the eyes of whoever gave it alone.
    pub items: Vec<HandoverItem>,
}

/// The page: what both officers sign, as RFC 8785 writes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct HandoverPage {
    /// Version of the form.
    pub form: u32,
    /// The case.
    pub case: CaseId,
    /// Its number in the case, from 1.
    pub number: u32,
    /// The case's marking.
    pub marking: String,
    /// Who gave it.
    pub by: HandoverOfficer,
    /// When.
    pub at: Instant,
    /// What they wrote to the next officer.
    pub note: String,
    /// Today as it stood.
    pub sections: Vec<HandoverSection>,
    /// Promises nobody had said the end of.
    pub promises: Vec<PromiseView>,
    /// Accounts still to review.
    pub to_review: u32,
}

/// A hand-over in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct HandoverRow {
    /// Its id.
    pub id: HandoverId,
    /// Its number in the case.
    pub number: u32,
    /// Who gave it: name and number.
    pub by: String,
    /// When.
    pub at: Instant,
    /// Things that waited.
    pub waiting: u32,
    /// Promises that were open.
    pub promises: u32,
    /// True if the signature verifies against the key of whoever gave it.
    pub is_signed: bool,
    /// Who took it over: name and number.
    pub accepted_by: Option<String>,
    /// When.
    pub accepted_at: Option<Instant>,
    /// True if the signature of whoever took it over verifies.
    pub is_accepted: bool,
    /// True if whoever is here may take it over.
    pub can_accept: bool,
}

/// A hand-over with its page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct HandoverView {
    /// How it stands.
    pub row: HandoverRow,
    /// SHA-256 of the page, hex.
    pub sha256: String,
    /// The page.
    pub page: HandoverPage,
}

/// A hand-over that was printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct HandoverPrintedView {
    /// SHA-256 of the file, hex.
    pub sha256: String,
    /// Its pages.
    pub pages: u32,
    /// Its name.
    pub file_name: String,
}
