//! What else is asked for beside takedowns: intelligence reports, preservation requests, arrests, convictions.

use crate::{AccountId, Instant, JusticeFactId, WorldTime};
use serde::{Deserialize, Serialize};

/// An arrest or a conviction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum JusticeKind {
    /// An arrest.
    Arrest,
    /// A conviction.
    Conviction,
}

/// Links an arrest or a conviction with accounts.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct JusticeFactRequest {
    /// Which.
    pub kind: JusticeKind,
    /// The accounts, such as those of a network; one at least.
    pub accounts: Vec<AccountId>,
    /// The day, `YYYY-MM-DD`.
    pub at: String,
    /// Reference of the force or the court.
    pub reference: String,
    /// Who or what said so.
    pub source: String,
    /// In a few words; may be left out.
    pub words: Option<String>,
}

/// An arrest or a conviction, once however many accounts it is linked with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct JusticeFactView {
    /// Its id.
    pub id: JusticeFactId,
    /// Which.
    pub kind: JusticeKind,
    /// When it happened.
    pub happened: WorldTime,
    /// Reference of the force or the court.
    pub reference: String,
    /// Who or what said so.
    pub source: String,
    /// In a few words.
    pub words: Option<String>,
    /// The accounts it is linked with.
    pub accounts: Vec<AccountId>,
    /// The officer who entered it.
    pub officer: String,
}

/// One thing behind a further number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct FurtherRowView {
    /// When it happened.
    pub at: Instant,
    /// Its reference; empty where none was given.
    pub reference: String,
    /// The accounts, those that may be named; with what they are called.
    pub accounts: Vec<(AccountId, String)>,
    /// Accounts of persons kept apart, which are not named.
    pub kept_apart: u32,
}

/// A further number with what stands behind it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, specta::Type)]
pub struct FurtherCountView {
    /// How many.
    pub count: u32,
    /// What it counts, by when it happened.
    pub rows: Vec<FurtherRowView>,
}

/// What happened beside takedowns in a period, as it was known at a moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct FurtherView {
    /// First day.
    pub from: String,
    /// Last day, inclusive.
    pub to: String,
    /// What had happened and was known by then.
    pub as_at: Instant,
    /// Intelligence reports made.
    pub intelligence: FurtherCountView,
    /// Requests to preserve what a platform holds.
    pub preservation: FurtherCountView,
    /// Safeguarding acts.
    pub safeguarding: FurtherCountView,
    /// Arrests linked.
    pub arrests: FurtherCountView,
    /// Convictions linked.
    pub convictions: FurtherCountView,
}
