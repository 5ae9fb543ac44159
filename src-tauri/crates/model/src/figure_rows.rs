//! The items behind a number of the figures.

use crate::history::Cut;
use crate::platform::Unit;
use crate::statistics::StatsRequest;
use crate::{AccountId, Instant, ReferralId};
use serde::{Deserialize, Serialize};

/// A number of the figures; its name is the place it stands at there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
pub enum FigureCount {
    /// Taken down in the period.
    #[serde(rename = "taken_down")]
    TakenDown,
    /// Of these, by the platform's word.
    #[serde(rename = "confirmed")]
    Confirmed,
    /// Of these, seen offline.
    #[serde(rename = "inferred")]
    Inferred,
    /// Taken down in the period before, as it was known as long after its end.
    #[serde(rename = "previous")]
    Previous,
    /// The same as it is known now.
    #[serde(rename = "previous_now")]
    PreviousNow,
    /// In the same days a year before, as it was known then. Of a month only.
    #[serde(rename = "year_before")]
    YearBefore,
    /// First referred in the period.
    #[serde(rename = "referred")]
    Referred,
    /// Of the referred: taken down, limited, declined, not found or reinstated.
    #[serde(rename = "decided")]
    Decided,
    /// Of the referred: gone for everyone.
    #[serde(rename = "cohort.taken_down")]
    CohortTakenDown,
    /// Of these, by the platform's word: what the times are of.
    #[serde(rename = "cohort.confirmed")]
    CohortConfirmed,
    /// Of these, seen offline.
    #[serde(rename = "cohort.inferred")]
    CohortInferred,
    /// Of the referred: restricted, geo-blocked, or suspended for a time.
    #[serde(rename = "cohort.limited")]
    Limited,
    /// Of the referred: left standing.
    #[serde(rename = "cohort.declined")]
    Declined,
    /// Of the referred: not found by the platform.
    #[serde(rename = "cohort.not_found")]
    NotFound,
    /// Of the referred: the platform asked for more.
    #[serde(rename = "cohort.more_asked")]
    MoreAsked,
    /// Of the referred: no answer.
    #[serde(rename = "cohort.no_answer")]
    NoAnswer,
    /// Of the referred: withdrawn by the unit.
    #[serde(rename = "cohort.withdrawn")]
    Withdrawn,
    /// Of the referred: put back by the platform.
    #[serde(rename = "cohort.reinstated")]
    Reinstated,
    /// Of the referred: never seen live before it was sent.
    #[serde(rename = "cohort.not_seen_live")]
    NotSeenLive,
    /// Of the referred: withdrawn or put back.
    #[serde(rename = "withdrawn_or_reversed.both")]
    WithdrawnOrReversed,
    /// Of the referred: the last look found it offline.
    #[serde(rename = "rechecks.seen_offline")]
    LookedOffline,
    /// Of the referred: the last look found it live.
    #[serde(rename = "rechecks.seen_live")]
    LookedLive,
    /// Of the referred: the last look found it renamed, private, or not to be told.
    #[serde(rename = "rechecks.seen_otherwise")]
    LookedOtherwise,
    /// Of the referred: nobody looked.
    #[serde(rename = "rechecks.not_rechecked")]
    NotRechecked,
    /// Taken down in the period and seen live again within seven days.
    #[serde(rename = "came_back.7")]
    Back7,
    /// Taken down in the period and watched for the whole seven days.
    #[serde(rename = "watched.7")]
    Watched7,
    /// Taken down in the period and seen live again within thirty days.
    #[serde(rename = "came_back.30")]
    Back30,
    /// Taken down in the period and watched for the whole thirty days.
    #[serde(rename = "watched.30")]
    Watched30,
    /// Waiting for the platform's say, whenever it was sent.
    #[serde(rename = "backlog.open")]
    Waiting,
    /// Of these, asked more about.
    #[serde(rename = "backlog.more_asked")]
    WaitingAsked,
    /// Of these, up to 7 days old.
    #[serde(rename = "backlog.over_0")]
    WaitingOver0,
    /// Of these, older than 7 and up to 30 days.
    #[serde(rename = "backlog.over_7")]
    WaitingOver7,
    /// Of these, older than 30 and up to 90 days.
    #[serde(rename = "backlog.over_30")]
    WaitingOver30,
    /// Of these, older than 90 days.
    #[serde(rename = "backlog.over_90")]
    WaitingOver90,
}

impl FigureCount {
    /// All of them.
    pub const ALL: [Self; 34] = [
        Self::TakenDown,
        Self::Confirmed,
        Self::Inferred,
        Self::Previous,
        Self::PreviousNow,
        Self::YearBefore,
        Self::Referred,
        Self::Decided,
        Self::CohortTakenDown,
        Self::CohortConfirmed,
        Self::CohortInferred,
        Self::Limited,
        Self::Declined,
        Self::NotFound,
        Self::MoreAsked,
        Self::NoAnswer,
        Self::Withdrawn,
        Self::Reinstated,
        Self::NotSeenLive,
        Self::WithdrawnOrReversed,
        Self::LookedOffline,
        Self::LookedLive,
        Self::LookedOtherwise,
        Self::NotRechecked,
        Self::Back7,
        Self::Watched7,
        Self::Back30,
        Self::Watched30,
        Self::Waiting,
        Self::WaitingAsked,
        Self::WaitingOver0,
        Self::WaitingOver7,
        Self::WaitingOver30,
        Self::WaitingOver90,
    ];
}

/// A part of a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct PartOfRequest {
    /// By what it is told apart.
    pub cut: Cut,
    /// Its code; empty where none was said.
    pub name: String,
}

/// Asks for the items behind a number.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct FigureRowsRequest {
    /// The figures it stands in.
    pub figures: StatsRequest,
    /// Which number.
    pub count: FigureCount,
    /// Of which part; of the whole where none is named.
    pub part: Option<PartOfRequest>,
    /// Of which month of the period, `YYYY-MM`; of the whole period where none is named.
    pub month: Option<String>,
    /// First row.
    pub offset: u32,
    /// Rows.
    pub limit: u32,
}

/// A referral an item was sent in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct SentInView {
    /// The referral; none for one of imported history.
    pub referral: Option<ReferralId>,
    /// Its label, or the reference of imported history.
    pub label: String,
}

/// Something that happened to an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct FigureEventView {
    /// `sent`, a decision of the platform, `withdrawn`, or what was seen.
    pub what: String,
    /// When it happened.
    pub at: Instant,
    /// True for history that was brought in.
    pub is_imported: bool,
}

/// An item behind a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct FigureRowView {
    /// The account; none while it is kept apart and nobody said what the list of those is opened for.
    pub account: Option<AccountId>,
    /// What it is called; empty while it is kept apart.
    pub label: String,
    /// Code of the platform.
    pub platform: String,
    /// The unit.
    pub unit: Unit,
    /// Key of the post; empty for the account itself.
    pub post: String,
    /// Referrals it was sent in.
    pub sent_in: Vec<SentInView>,
    /// When it was first sent.
    pub sent: Instant,
    /// Where it stands as at the moment asked for: the name of its count in the cohort.
    pub stands: String,
    /// Since when.
    pub since: Instant,
    /// True if it was seen to be gone and the platform did not say so.
    pub is_inferred: bool,
    /// What happened to it and what was seen of it, in order, as far as it was known.
    pub decisions: Vec<FigureEventView>,
    /// True if the person is a victim, a child or a third party.
    pub is_kept_apart: bool,
    /// True if the account was erased: what figures rest on is left.
    pub is_erased: bool,
}

/// The items behind a number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct FigureRowsView {
    /// How many there are: the number itself.
    pub total: u32,
    /// What had happened and was known by then.
    pub as_at: Instant,
    /// Those asked for, by when they were first sent.
    pub rows: Vec<FigureRowView>,
}
