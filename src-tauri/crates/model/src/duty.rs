//! Duty contacts: whom to tell of what, as data the unit keeps.

use crate::assessment::SafeguardingKind;
use serde::{Deserialize, Serialize};

/// Who says that a contact is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum ContactStanding {
    /// A public source says it; the unit has not confirmed it.
    Sourced,
    /// No public source says it; the unit has not confirmed it.
    Unsourced,
    /// The unit has.
    Confirmed,
}

/// Somebody who is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct DutyContactView {
    /// Its name in files.
    pub code: String,
    /// What they are told of.
    pub kinds: Vec<SafeguardingKind>,
    /// Who they are: a role or an organisation.
    pub name: String,
    /// How they are told.
    pub how: String,
    /// Number or address; empty where nobody has entered one.
    pub number: String,
    /// What to know beside.
    pub note: String,
    /// Who says that it is right.
    pub standing: ContactStanding,
    /// Where it comes from.
    pub source: String,
    /// The date of that source, or of the unit's word, YYYY-MM-DD.
    pub date: String,
    /// Until when it is to be looked at again, YYYY-MM-DD.
    pub review_by: String,
    /// True once that day has passed.
    pub is_overdue: bool,
}

/// Adds a contact, or changes one; it counts as confirmed by the unit today.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct DutyContactRequest {
    /// The contact to change; `None` for a new one.
    pub code: Option<String>,
    /// What they are told of.
    pub kinds: Vec<SafeguardingKind>,
    /// Who they are.
    pub name: String,
    /// How they are told.
    pub how: String,
    /// Number or address.
    pub number: String,
    /// What to know beside.
    pub note: String,
    /// Until when it is to be looked at again, YYYY-MM-DD; `None` for the usual time.
    pub review_by: Option<String>,
}
