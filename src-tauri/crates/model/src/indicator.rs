//! Indicators as the window sees them: the sum of an account, line by line.

use crate::{AccountId, Instant, PostId};
use serde::{Deserialize, Serialize};

/// How urgent an account is to look at, by what its texts say. Nothing is decided by it.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    specta::Type,
)]
#[serde(rename_all = "kebab-case")]
pub enum Band {
    /// Below both thresholds, or the minimum test is not met.
    #[default]
    Low,
    /// To be reviewed.
    Review,
    /// To be reviewed first.
    Priority,
}

/// What an officer says of a hit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum HitAnswer {
    /// It is what it is taken for: its points.
    Yes,
    /// It is not: nothing.
    No,
    /// It may be: half its points.
    Unsure,
}

/// Which text of an account a hit stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum HitField {
    /// The name shown on the platform.
    DisplayName,
    /// The profile text.
    Bio,
    /// A post.
    Post,
}

/// One line of the sum: one hit. Half points are counted, since an unsure answer halves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct IndicatorView {
    /// The text it stands in.
    pub field: HitField,
    /// The post, where it is one.
    pub post: Option<PostId>,
    /// Its kind, one of the fourteen codes of the catalogue.
    pub category: String,
    /// The letter that marks its kind.
    pub letter: String,
    /// Its kind in one word.
    pub title: String,
    /// The exact words of the original.
    pub quote: String,
    /// First code point of them in the original.
    pub start: u32,
    /// The code point after the last.
    pub end: u32,
    /// The term of the lexicon, or what the form was read as.
    pub term: String,
    /// What the term means, in English; empty for a hit of form.
    pub meaning: String,
    /// Language code of the term; `mul` for none.
    pub language: String,
    /// What found it: `lexicon/sq`, `phone`.
    pub rule: String,
    /// Version of the lexicon or of the rules of form.
    pub version: String,
    /// True if no linguist has read the term and none has published it.
    pub needs_linguist: bool,
    /// What it weighs, in whole points; below zero where it speaks against an offer.
    pub weight: i32,
    /// What it counts, in half points.
    pub halves: i32,
    /// True if it counts less than it weighs because its kind had given all it can.
    pub is_capped: bool,
    /// What an officer answered.
    pub answer: Option<HitAnswer>,
}

/// What the lines come to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct SumView {
    /// The sum of the lines in half points, never below zero.
    pub halves: i32,
    /// The band.
    pub band: Band,
    /// Whole points from which accounts are reviewed.
    pub review_from: i32,
    /// Whole points from which accounts are reviewed first.
    pub priority_from: i32,
    /// True if something is offered; without it the band stays low.
    pub has_offer: bool,
    /// True if a contact, price, time, proof or payment supports it; without it the band stays low.
    pub has_support: bool,
    /// The reasons a list shows, those with most points first.
    pub reasons: Vec<String>,
    /// The earliest time the texts name, as of when they were seen.
    pub due: Option<Instant>,
    /// Its lines, in the order of the texts.
    pub lines: Vec<IndicatorView>,
}

/// Answers every hit of an account that has these words for this kind.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct AnswerHitRequest {
    /// The account.
    pub account: AccountId,
    /// The kind of the hit.
    pub category: String,
    /// The exact words.
    pub quote: String,
    /// The answer; `None` takes it back.
    pub answer: Option<HitAnswer>,
}
