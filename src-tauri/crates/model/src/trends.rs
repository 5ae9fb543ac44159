//! Prices, routes and terms over time, as the texts of accounts have them.

use crate::compare::IntervalView;
use crate::report::ChartFormat;
use crate::{AccountId, Instant};
use serde::{Deserialize, Serialize};

/// Asks for trends of a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct TrendsRequest {
    /// First day, `YYYY-MM-DD`, UTC.
    pub from: String,
    /// Last day, inclusive.
    pub to: String,
}

/// What is followed over time.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum TrendKind {
    /// What is asked for a crossing, in one currency.
    Price,
    /// A route from one place to another.
    Route,
    /// A term of a lexicon.
    Term,
    /// Anything at all: what shares are of.
    Heard,
}

/// What was asked in one currency in one month. Never converted.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct PriceMonthView {
    /// `YYYY-MM`.
    pub month: String,
    /// Prices: each sum once an account and month.
    pub n: u32,
    /// Accounts that named one.
    pub accounts: u32,
    /// A quarter asked less.
    pub lower: Option<f64>,
    /// Half asked less.
    pub median: Option<f64>,
    /// A quarter asked more.
    pub upper: Option<f64>,
}

/// A currency by month.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct CurrencyTrendView {
    /// Its code: `GBP`.
    pub currency: String,
    /// Prices in the whole period.
    pub n: u32,
    /// The months of the period.
    pub months: Vec<PriceMonthView>,
}

/// A count of accounts in a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct TrendMonthView {
    /// `YYYY-MM`.
    pub month: String,
    /// Accounts that said it.
    pub accounts: u32,
    /// Accounts that said anything in the month.
    pub of: u32,
}

/// A term or a route by month.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct TrendLineView {
    /// Term or route.
    pub kind: TrendKind,
    /// As it stands in the lexicon, or the places of the route.
    pub name: String,
    /// Code of the lexicon's language; empty for a route.
    pub language: String,
    /// What it means, in English; empty for a route.
    pub meaning: String,
    /// Accounts in the whole period.
    pub accounts: u32,
    /// The months of the period.
    pub months: Vec<TrendMonthView>,
    /// The share of accounts in the last month less that in the months before it.
    pub change: Option<f64>,
    /// Its interval.
    pub interval: Option<IntervalView>,
    /// True if the interval does not hold nought.
    pub is_beyond_chance: bool,
}

/// Trends of a period.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct TrendsView {
    /// First day.
    pub from: String,
    /// Last day, inclusive.
    pub to: String,
    /// When it was worked out.
    pub as_at: Instant,
    /// Accounts heard in the period.
    pub accounts: u32,
    /// Of fewer than this many prices no quarters are drawn, of fewer than this many accounts no share.
    pub few_below: u32,
    /// Currencies, those with most prices first.
    pub prices: Vec<CurrencyTrendView>,
    /// Routes, those of most accounts first; 40 at most.
    pub routes: Vec<TrendLineView>,
    /// How many routes of fewer accounts are not among them.
    pub routes_left_out: u32,
    /// Terms, those of most accounts first; 60 at most.
    pub terms: Vec<TrendLineView>,
    /// How many terms of fewer accounts are not among them.
    pub terms_left_out: u32,
}

/// Asks for the accounts behind a number of the trends.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct TrendRowsRequest {
    /// The period.
    pub trends: TrendsRequest,
    /// What.
    pub kind: TrendKind,
    /// The currency, the route, or the term; empty for anything at all.
    pub name: String,
    /// Of a term, its language.
    pub language: String,
    /// Of one month of the period; of the whole period where none is named.
    pub month: Option<String>,
    /// First row.
    pub offset: u32,
    /// Rows.
    pub limit: u32,
}

/// An account that said it; of a price, one sum it asked in one month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct TrendRowView {
    /// The account.
    pub account: AccountId,
    /// What it is called.
    pub label: String,
    /// Code of its platform.
    pub platform: String,
    /// When it was posted, else last seen.
    pub at: Instant,
    /// Of a price, the sum; of a range its lower end.
    pub sum: Option<u32>,
    /// The exact words; none for anything at all.
    pub quotes: Vec<String>,
}

/// The accounts behind a number of the trends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct TrendRowsView {
    /// How many there are: the number itself.
    pub total: u32,
    /// When they were read.
    pub as_at: Instant,
    /// Those asked for, in the order the accounts came in.
    pub rows: Vec<TrendRowView>,
}

/// Asks for a chart of trends as a file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct TrendChartRequest {
    /// The period.
    pub trends: TrendsRequest,
    /// Of prices, of routes or of terms.
    pub kind: TrendKind,
    /// Of prices, the currency; empty for the others.
    pub currency: String,
    /// How it is written.
    pub format: ChartFormat,
    /// Where it goes: what [`crate::exchange::ChooseKind::SaveChart`] gave. Not for the command line.
    pub place: String,
}
