//! Figures that can be published: what came of what was referred.
//!
//! Every figure is of one unit: accounts and posts are never added up.

use crate::history::Cut;
use crate::platform::Unit;
use crate::{FigureId, Instant};
use serde::{Deserialize, Serialize};

/// Asks for the figures of a unit and a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct StatsRequest {
    /// The unit.
    pub unit: Unit,
    /// First day, `YYYY-MM-DD`, UTC.
    pub from: String,
    /// Last day, inclusive.
    pub to: String,
    /// What had happened and was known by then; now where nothing is said.
    pub as_at: Option<Instant>,
    /// True counts history that was brought in too.
    pub with_imported: bool,
    /// A further way to tell items apart, besides the platform.
    pub cut: Option<Cut>,
}

/// Items first referred in a period, by where they stand. The nine counts add up to `referred`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
pub struct CohortView {
    /// Items first referred in the period.
    pub referred: u32,
    /// Gone for everyone: `confirmed` plus `inferred`.
    pub taken_down: u32,
    /// Of these, by the platform's word.
    pub confirmed: u32,
    /// Of these, seen offline in two checks at least a day apart.
    pub inferred: u32,
    /// Restricted, geo-blocked, or suspended for a time.
    pub limited: u32,
    /// Left standing.
    pub declined: u32,
    /// Not found by the platform.
    pub not_found: u32,
    /// The platform asked for more.
    pub more_asked: u32,
    /// No answer.
    pub no_answer: u32,
    /// Withdrawn by the unit.
    pub withdrawn: u32,
    /// Put back by the platform.
    pub reinstated: u32,
    /// Never seen live before it was sent.
    pub not_seen_live: u32,
}

/// What share of the cohort was taken down by so many days after the sending.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, specta::Type)]
pub struct ShareView {
    /// Whole days, from 0 to 90.
    pub day: u32,
    /// From 0 to 1.
    pub share: f64,
}

/// What the last look after the sending found, of the cohort. The four counts add up to `referred`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
pub struct LastLookView {
    /// Offline.
    pub seen_offline: u32,
    /// Live.
    pub seen_live: u32,
    /// Renamed, private, behind a login, or not to be told.
    pub seen_otherwise: u32,
    /// Nobody looked.
    pub not_rechecked: u32,
}

/// How many came back, of those watched for the whole time.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, specta::Type)]
pub struct CameBackView {
    /// Within so many days.
    pub days: u32,
    /// Seen live again.
    pub back: u32,
    /// Taken down in the period, and looked at again at the end of these days or later, or seen live within them.
    pub watched: u32,
    /// `back` of `watched`.
    pub share: Option<f64>,
}

/// Items that wait for the platform's say, whenever they were sent.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct BacklogView {
    /// How many.
    pub open: u32,
    /// Of these, how many the platform asked more about.
    pub more_asked: u32,
    /// By age; the counts add up to `open`.
    pub by_age: Vec<AgeView>,
    /// The middle of their ages, in days.
    pub median_days: Option<f64>,
    /// The greatest of their ages, in days.
    pub oldest_days: Option<f64>,
}

/// A slice of a backlog.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
pub struct AgeView {
    /// Older than so many days.
    pub over_days: u32,
    /// Not older than so many; none for the oldest.
    pub to_days: Option<u32>,
    /// How many.
    pub items: u32,
}

/// Withdrawn or reversed, of the cohort.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
pub struct ReversedView {
    /// Withdrawn by the unit.
    pub withdrawn: u32,
    /// Put back by the platform.
    pub reinstated: u32,
    /// Both.
    pub both: u32,
    /// Items first referred in the period.
    pub of: u32,
}

/// What may be said of a count beside the count before: rounded so that nothing is overstated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct SaidView {
    /// At least so many were taken down.
    pub count: u32,
    /// True if it is the exact count: else it was more.
    pub is_exact: bool,
    /// The change in whole percent, rounded towards the worse; none where there was nothing before.
    pub percent: Option<i32>,
    /// True if that is the exact change.
    pub is_exact_percent: bool,
    /// True if there is too little to say more than that it is below `small_below`.
    pub is_small: bool,
    /// Counts below are not published.
    pub small_below: u32,
    /// The sentence, in English.
    pub words: String,
}

/// The figures of one part of a unit, such as a platform.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct PartView {
    /// Code of the platform, route, rule, law or language; empty where none was said.
    pub name: String,
    /// Taken down in the period.
    pub taken_down: u32,
    /// Of these, by the platform's word.
    pub confirmed: u32,
    /// Of these, seen to be gone.
    pub inferred: u32,
    /// Taken down in the period before, as it was known as long after its end.
    pub previous: u32,
    /// `taken_down` / `previous` − 1.
    pub growth: Option<f64>,
    /// Items first referred in the period.
    pub cohort: CohortView,
    /// Decided, of the cohort.
    pub decided: u32,
    /// Taken down of referred, of the cohort.
    pub rate_of_referred: Option<f64>,
    /// Taken down of decided, of the cohort.
    pub rate_of_decided: Option<f64>,
    /// Among the cohort's confirmed takedowns.
    pub median_hours_to_takedown: Option<f64>,
    /// Among the cohort's confirmed takedowns.
    pub p90_hours_to_takedown: Option<f64>,
    /// Empty where nothing was referred.
    pub share_by_day: Vec<ShareView>,
}

/// A month of the period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct MonthView {
    /// `YYYY-MM`.
    pub month: String,
    /// Taken down in the days of it that lie in the period.
    pub taken_down: u32,
    /// Of these, by the platform's word.
    pub confirmed: u32,
    /// Of these, seen to be gone.
    pub inferred: u32,
    /// Taken down in the same days a year before, as it was known a year before.
    pub year_before: u32,
    /// First referred in these days.
    pub referred: u32,
}

/// Parts of a unit by something other than the platform.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct CutView {
    /// By what.
    pub cut: Cut,
    /// The parts, those with most referred first.
    pub parts: Vec<PartView>,
    /// By how many the parts' referred are more than the whole: an item of several parts stands in each.
    pub more_than_once: u32,
}

/// The figures of a unit and a period, as at a moment.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct StatsView {
    /// The unit.
    pub unit: Unit,
    /// First day.
    pub from: String,
    /// Last day, inclusive.
    pub to: String,
    /// What had happened and was known by then.
    pub as_at: Instant,
    /// True if history that was brought in is counted.
    pub with_imported: bool,
    /// Which definitions were used.
    pub definitions: String,
    /// Items whose takedown lies in the period.
    pub taken_down: u32,
    /// Of these, by the platform's word.
    pub confirmed: u32,
    /// Of these, seen offline in two checks at least a day apart.
    pub inferred: u32,
    /// The same for the period before, as it was known as long after its end.
    pub previous: u32,
    /// The same for the period before, as it is known at `as_at`.
    pub previous_now: u32,
    /// First day of the period before.
    pub previous_from: String,
    /// Its last day.
    pub previous_to: String,
    /// As of when it was counted.
    pub previous_as_at: Instant,
    /// `taken_down` / `previous` − 1.
    pub growth: Option<f64>,
    /// What may be said of it.
    pub said: SaidView,
    /// Items first referred in the period.
    pub cohort: CohortView,
    /// `cohort.referred`.
    pub referred: u32,
    /// Taken down, limited, declined, not found or reinstated, of the cohort.
    pub decided: u32,
    /// Taken down of referred, of the cohort.
    pub rate_of_referred: Option<f64>,
    /// Taken down of decided, of the cohort.
    pub rate_of_decided: Option<f64>,
    /// Withdrawn or reversed, of the cohort.
    pub withdrawn_or_reversed: ReversedView,
    /// What the last look found, of the cohort.
    pub rechecks: LastLookView,
    /// Among the cohort's confirmed takedowns: the mean of the two middle values.
    pub median_hours_to_takedown: Option<f64>,
    /// Among the cohort's confirmed takedowns, by linear interpolation.
    pub p90_hours_to_takedown: Option<f64>,
    /// Cumulative incidence by Aalen and Johansen; empty where nothing was referred.
    pub share_by_day: Vec<ShareView>,
    /// By Kaplan and Meier; none while fewer than half are decided.
    pub median_hours_to_any_decision: Option<f64>,
    /// Within 7 and within 30 days.
    pub came_back: Vec<CameBackView>,
    /// What waits for the platform's say.
    pub backlog: BacklogView,
    /// Platforms, those with most referred first.
    pub by_platform: Vec<PartView>,
    /// Months of the period, in order.
    pub by_month: Vec<MonthView>,
    /// By something else, where it was asked for.
    pub by_cut: Option<CutView>,
}

/// Freezes figures under a name.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct FreezeRequest {
    /// What it is called.
    pub name: String,
    /// The figures.
    pub request: StatsRequest,
}

/// A figure that was frozen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct FrozenFigureView {
    /// Its id.
    pub id: FigureId,
    /// What it is called.
    pub name: String,
    /// What was asked, with its as-at moment.
    pub request: StatsRequest,
    /// Which definitions were used.
    pub definitions: String,
    /// The last event it saw.
    pub seq: u32,
    /// Rows it was counted from.
    pub rows: u32,
    /// SHA-256 of them, hex.
    pub rows_sha256: String,
    /// Taken down in the period.
    pub taken_down: u32,
    /// Taken down in the period before.
    pub previous: u32,
    /// First referred in the period.
    pub referred: u32,
    /// What may be said of it, in English.
    pub said: String,
    /// Who froze it.
    pub by: String,
    /// When.
    pub at: Instant,
    /// True if the signature verifies against the key of who froze it.
    pub is_signed: bool,
}

/// A figure that is not what it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ChangedView {
    /// Its name, with dots between the parts.
    pub field: String,
    /// What was frozen, as JSON.
    pub frozen: String,
    /// What is derived now, as JSON.
    pub now: String,
}

/// A frozen figure beside what is derived now from the events it saw.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct RederivedView {
    /// The frozen figure.
    pub figure: FrozenFigureView,
    /// True if every figure is equal.
    pub is_equal: bool,
    /// True if the rows are the same, hash for hash.
    pub are_rows_equal: bool,
    /// The definitions this program uses.
    pub definitions_now: String,
    /// What differs.
    pub changed: Vec<ChangedView>,
    /// Events it saw that were taken back since, such as by the undo of an import.
    pub taken_back: u32,
    /// What would be otherwise without these.
    pub without: Vec<ChangedView>,
}
