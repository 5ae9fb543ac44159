//! The register of what was published: words, place, who cleared them, what they rest on, what was corrected.

use crate::statistics::ChangedView;
use crate::{Instant, PublishedId, WorldTime};
use serde::{Deserialize, Serialize};

/// Keeps words that were published.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct PublishRequest {
    /// The words as they stand in the publication.
    pub said: String,
    /// Where: the publication, the answer to a question, the speech.
    pub place: String,
    /// Who cleared them.
    pub cleared_by: String,
    /// The day, `YYYY-MM-DD`, or the moment.
    pub at: String,
    /// Name of the frozen figure they rest on.
    pub figure: String,
}

/// Corrects what was published; what was said stays.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct CorrectPublishedRequest {
    /// Which.
    pub published: PublishedId,
    /// What is right, and why it was not said so.
    pub words: String,
    /// The day it was corrected in public, `YYYY-MM-DD`.
    pub at: String,
}

/// A correction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct CorrectionView {
    /// What is right.
    pub words: String,
    /// When it was corrected.
    pub at: WorldTime,
    /// The officer who entered it.
    pub officer: String,
    /// When it was entered.
    pub recorded: Instant,
}

/// What the frozen figure says when it is derived again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct PublishedRederivedView {
    /// True if every figure is what it was.
    pub is_equal: bool,
    /// True if the signature over what was frozen holds.
    pub is_signed: bool,
    /// What may be said of the figure as it was frozen, in English.
    pub may_be_said: String,
    /// What changed since.
    pub changed: Vec<ChangedView>,
    /// Events it saw that were taken back since.
    pub taken_back: u32,
    /// What would be otherwise without these.
    pub without: Vec<ChangedView>,
}

/// Words that were published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct PublishedView {
    /// Its id.
    pub id: PublishedId,
    /// The words.
    pub said: String,
    /// Where.
    pub place: String,
    /// Who cleared them.
    pub cleared_by: String,
    /// When.
    pub at: WorldTime,
    /// Name of the frozen figure.
    pub figure: String,
    /// The officer who entered it.
    pub officer: String,
    /// When it was entered.
    pub recorded: Instant,
    /// Corrections, in the order they were made.
    pub corrections: Vec<CorrectionView>,
    /// The figure as it is derived now.
    pub rederived: Option<PublishedRederivedView>,
}
