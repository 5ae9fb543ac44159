//! Lexicons and thresholds, as the window shows and changes them.

use crate::indicator::Band;
use crate::{AccountId, Instant};
use serde::{Deserialize, Serialize};

/// A lexicon the case scores with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct LexiconView {
    /// Language code; `mul` for signs of no language.
    pub language: String,
    /// The language's name in English.
    pub name: String,
    /// Its version, which hits keep.
    pub version: String,
    /// Terms.
    pub terms: u32,
    /// Terms that nobody has published and no linguist has read.
    pub unchecked: u32,
    /// True if an officer put it in the place of the one that comes with the program.
    pub is_own: bool,
    /// Number of the officer who did.
    pub officer: Option<String>,
    /// When.
    pub at: Option<Instant>,
}

/// A term of a lexicon.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
pub struct TermView {
    /// As written in the language; `*` before or after stands for any letters there.
    pub term: String,
    /// Its category, by code.
    pub category: String,
    /// What it means, in English.
    pub meaning: String,
    /// 1 to 10, or -1 to -10 where it speaks against an offer.
    pub weight: i32,
    /// The address of a published source, or `to validate`.
    pub source: String,
    /// The day it was entered or last changed: 2026-11-27. Set by the core when it changes.
    pub date: String,
    /// The linguist who read it; empty if none did.
    pub reviewer: String,
    /// True if it is not published and no linguist has read it.
    pub needs_linguist: bool,
}

/// A kind of indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct CategoryView {
    /// Its code.
    pub code: String,
    /// The letter on a highlight.
    pub letter: String,
    /// Its name, with what belongs to it.
    pub name: String,
    /// The most points it can give, or take for `against`.
    pub cap: i32,
}

/// Changes one term.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct TermChange {
    /// The term as it stands; `None` for a new one.
    pub before: Option<String>,
    /// What it becomes; `None` takes it out.
    pub after: Option<TermView>,
}

/// Changes terms of a lexicon: one new version, whatever their number.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct LexiconChangeRequest {
    /// The language.
    pub language: String,
    /// The version the changes were made on.
    pub version: String,
    /// The changes, at least one.
    pub changes: Vec<TermChange>,
}

/// A row of a lexicon file that cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct LexiconFaultView {
    /// The line of the file, from 1.
    pub line: u32,
    /// What is wrong with it, and what is wanted.
    pub why: String,
}

/// What a lexicon file holds beside the lexicon that stands.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, specta::Type)]
pub struct LexiconFileView {
    /// The file's name.
    pub file_name: String,
    /// Its version.
    pub version: String,
    /// What keeps it from being taken; with any, nothing else is counted.
    pub faults: Vec<LexiconFaultView>,
    /// Terms that are new.
    pub added: u32,
    /// Terms that say something else than before.
    pub changed: u32,
    /// Terms that are gone.
    pub removed: u32,
    /// Terms that stay as they are.
    pub unchanged: u32,
    /// True if it stands now.
    pub is_taken: bool,
}

/// What the case scores with, and whether everything was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ScoringView {
    /// Whole points from which accounts are reviewed.
    pub review_from: i32,
    /// Whole points from which accounts are reviewed first.
    pub priority_from: i32,
    /// Those that come with the program: review, priority.
    pub come_with: (i32, i32),
    /// Days from a decision of no action until an account is due for erasure.
    pub no_action_days: u16,
    /// Those that come with the program.
    pub no_action_days_come_with: u16,
    /// False while accounts wait to be scored again.
    pub is_level: bool,
    /// The kinds of indicators, in the order of the catalogue.
    pub categories: Vec<CategoryView>,
}

/// An account that stands in another band than before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct MovedView {
    /// The account.
    pub account: AccountId,
    /// What it is called.
    pub label: String,
    /// The band it left.
    pub from: Band,
    /// The band it stands in.
    pub to: Band,
}

/// What scoring again moved.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, specta::Type)]
pub struct MovesView {
    /// Accounts that were scored.
    pub scored: u32,
    /// Accounts now in a higher band.
    pub up: u32,
    /// Accounts now in a lower band.
    pub down: u32,
    /// The first of those that moved, 500 at most.
    pub moved: Vec<MovedView>,
}

/// How many accounts were decided how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, specta::Type)]
pub struct DecidedView {
    /// Refer.
    pub refer: u32,
    /// Hold, and second look.
    pub hold: u32,
    /// No action.
    pub no_action: u32,
    /// Those whose last word from the platform is that they are gone: removed, or suspended without end.
    pub gone: u32,
    /// Those whose last word from the platform is that they stay: declined, or put back.
    pub left_standing: u32,
}

/// What officers decided of accounts of one band.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, specta::Type)]
pub struct BandCountView {
    /// The band they stood in when they were assessed.
    pub band: Band,
    /// How they were decided.
    pub decided: DecidedView,
}

/// What officers decided of accounts that hold one term.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct TermCountView {
    /// Language code of its lexicon.
    pub language: String,
    /// The term.
    pub term: String,
    /// Its category, by code.
    pub category: String,
    /// How they were decided.
    pub decided: DecidedView,
}

/// Scores held against decisions, each account once.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, specta::Type)]
pub struct CalibrationView {
    /// Every band, the highest first.
    pub bands: Vec<BandCountView>,
    /// Terms most often left without action first; 200 at most.
    pub terms: Vec<TermCountView>,
}
