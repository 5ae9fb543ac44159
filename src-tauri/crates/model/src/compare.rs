//! Two periods side by side, and groups beside the rest: with the intervals that say how far chance goes.

use crate::figure_rows::{FigureCount, SentInView};
use crate::platform::Unit;
use crate::statistics::StatsView;
use crate::{AccountId, Instant};
use serde::{Deserialize, Serialize};

/// Where a number lies with 95 % confidence, from below to above.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, specta::Type)]
pub struct IntervalView {
    /// From here.
    pub low: f64,
    /// To here.
    pub high: f64,
}

/// A period in days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct DaysRequest {
    /// First day, `YYYY-MM-DD`, UTC.
    pub from: String,
    /// Last day, inclusive.
    pub to: String,
}

/// Asks for two periods side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct CompareRequest {
    /// The unit.
    pub unit: Unit,
    /// The one.
    pub one: DaysRequest,
    /// The other, which the one is held against.
    pub other: DaysRequest,
    /// As of when the later of the two is counted; now where nothing is said. The earlier is counted as long after its end.
    pub as_at: Option<Instant>,
    /// True counts history that was brought in too.
    pub with_imported: bool,
}

/// What is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, specta::Type)]
#[serde(rename_all = "snake_case")]
pub enum ComparedMeasure {
    /// Taken down in the period, a day: the difference is the change.
    TakenDown,
    /// First referred in the period, a day: the difference is the change.
    Referred,
    /// Taken down of referred.
    RateOfReferred,
    /// Taken down of decided.
    RateOfDecided,
    /// Left standing of decided.
    DeclinedOfDecided,
    /// Withdrawn or put back of referred.
    ReversedOfReferred,
    /// Came back within thirty days, of those watched for the whole time.
    CameBack30,
    /// The middle of the hours to a confirmed takedown.
    MedianHours,
}

/// One measure of both periods.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, specta::Type)]
pub struct ComparedView {
    /// Which.
    pub measure: ComparedMeasure,
    /// Of the one: a count, a share, or hours.
    pub one: Option<f64>,
    /// Of how many that is; of a count the count itself.
    pub one_of: u32,
    /// Of a share, how many of these.
    pub one_part: Option<u32>,
    /// Of the other.
    pub other: Option<f64>,
    /// Of how many that is.
    pub other_of: u32,
    /// Of a share, how many of these.
    pub other_part: Option<u32>,
    /// What `one_of` and `other_of` are called in the figures of their side, where they open.
    pub of: FigureCount,
    /// What `one_part` and `other_part` are called there; none where there are none.
    pub part: Option<FigureCount>,
    /// The difference; of counts the change, a day against a day, as a share of the other.
    pub difference: Option<f64>,
    /// The interval of the difference; none where there is too little for one.
    pub interval: Option<IntervalView>,
    /// True if the interval does not hold nought: more than chance.
    pub is_beyond_chance: bool,
}

/// Two periods side by side.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct CompareView {
    /// The figures of the one.
    pub one: StatsView,
    /// The figures of the other, as long after its end.
    pub other: StatsView,
    /// True if the periods share days.
    pub overlap: bool,
    /// The measures.
    pub measures: Vec<ComparedView>,
}

/// A share of a group, with its interval, beside the rest.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, specta::Type)]
pub struct GroupRateView {
    /// How many.
    pub part: u32,
    /// Of how many.
    pub whole: u32,
    /// `part` of `whole`.
    pub share: Option<f64>,
    /// Its interval.
    pub interval: Option<IntervalView>,
    /// The share of all other groups together.
    pub rest: Option<f64>,
    /// True if the interval does not hold the share of the rest.
    pub is_apart: bool,
}

/// A group of accounts by language or by source.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct FairGroupView {
    /// Its code, or the source as it was written; empty where none is known.
    pub name: String,
    /// In words.
    pub words: String,
    /// Accounts taken in.
    pub seen: u32,
    /// Referred, of those seen.
    pub referred: GroupRateView,
    /// In a referral that a second officer returned, of those submitted.
    pub returned: GroupRateView,
    /// Left standing by the platform, of those it decided.
    pub declined: GroupRateView,
    /// Withdrawn or put back, of those referred.
    pub reversed: GroupRateView,
    /// The language's lexicon: how many terms, its version; none for a source, or a language without one.
    pub lexicon: Option<LexiconSizeView>,
}

/// How large a lexicon is, and of when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct LexiconSizeView {
    /// Terms.
    pub terms: u32,
    /// Of these, terms nobody has published and no linguist has read.
    pub unchecked: u32,
    /// Its version, a date.
    pub version: String,
}

/// Whether languages and sources fare alike.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct FairnessView {
    /// What was known by then.
    pub as_at: Instant,
    /// Languages, those with most seen first.
    pub languages: Vec<FairGroupView>,
    /// Sources, those with most seen first.
    pub sources: Vec<FairGroupView>,
}

/// By what accounts are grouped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum FairBy {
    /// By their language.
    Language,
    /// By who or what flagged them.
    Source,
}

/// A number of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum FairCount {
    /// Taken in.
    Seen,
    /// Referred, itself or a post of it.
    Referred,
    /// In a referral that was submitted.
    Submitted,
    /// In a referral that a second officer returned.
    Returned,
    /// Decided by the platform.
    Decided,
    /// Left standing by the platform.
    Declined,
    /// Withdrawn or put back.
    Reversed,
}

impl FairCount {
    /// All of them, each at its own place.
    pub const ALL: [Self; 7] = [
        Self::Seen,
        Self::Referred,
        Self::Submitted,
        Self::Returned,
        Self::Decided,
        Self::Declined,
        Self::Reversed,
    ];
}

/// Asks for the accounts behind a number of a group.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct FairRowsRequest {
    /// By what it is grouped.
    pub by: FairBy,
    /// Name of the group; empty where none is known.
    pub name: String,
    /// Which number.
    pub count: FairCount,
    /// First row.
    pub offset: u32,
    /// Rows.
    pub limit: u32,
}

/// An account behind a number of a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct FairRowView {
    /// The account; none where it was erased, or while it is kept apart and nobody said what the list of those is opened
    /// for.
    pub account: Option<AccountId>,
    /// True if it was erased: only its dates and its unit stand.
    pub is_erased: bool,
    /// What it is called; empty while it is kept apart.
    pub label: String,
    /// Code of the platform.
    pub platform: String,
    /// Referrals it, or a post of it, was sent in.
    pub sent_in: Vec<SentInView>,
    /// Where it, and each post of it, stands: names of the counts of a cohort.
    pub stands: Vec<String>,
    /// True if a second officer returned a referral it is in.
    pub is_returned: bool,
    /// True if the person is a victim, a child or a third party.
    pub is_kept_apart: bool,
}

/// The accounts behind a number of a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct FairRowsView {
    /// How many there are: the number itself.
    pub total: u32,
    /// What was known by then.
    pub as_at: Instant,
    /// Those asked for, in the order they came in.
    pub rows: Vec<FairRowView>,
}
