//! Figures of several officers: files of one row an item, written and read as one.

use crate::Instant;
use crate::platform::Unit;
use crate::statistics::{StatsRequest, StatsView};
use serde::{Deserialize, Serialize};

/// What was written for others to add up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct FiguresView {
    /// Items.
    pub rows: u32,
    /// SHA-256 of the file, hex.
    pub sha256: String,
    /// The entry of the audit log.
    pub entry: u32,
}

/// A file of figures that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct FileRowsView {
    /// Its name.
    pub file: String,
    /// Its items.
    pub rows: u32,
}

/// An item that more than one row told of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct DuplicateView {
    /// Its pseudonym.
    pub item: String,
    /// The files that tell of it.
    pub files: Vec<String>,
    /// Moments of which its rows say different things; what says less of a takedown counts.
    pub differs_at: Vec<Instant>,
}

/// The figures of several files, read as one.
#[derive(Debug, Clone, PartialEq, Serialize, specta::Type)]
pub struct PooledView {
    /// The figures.
    pub stats: StatsView,
    /// Items, each once.
    pub items: u32,
    /// The files.
    pub files: Vec<FileRowsView>,
    /// Items that more than one row told of; counted once.
    pub duplicates: Vec<DuplicateView>,
    /// Units of which they hold items, accounts first.
    pub units: Vec<Unit>,
    /// Files that do not tell with which secret they were made: whether they name items alike, nobody can tell.
    pub unmarked: Vec<String>,
}

/// Asks for the figures of several officers' files as one.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct PooledRequest {
    /// The files: what [`crate::exchange::ChooseKind::OpenFigures`] gave.
    pub files: Vec<String>,
    /// Which figures.
    pub figures: StatsRequest,
}

/// Writes a file of figures for others to add up.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct WriteFiguresRequest {
    /// The file with the unit's secret: what [`crate::exchange::ChooseKind::OpenSecret`] gave.
    pub secret: String,
    /// Where it goes: what [`crate::exchange::ChooseKind::SaveFigures`] gave.
    pub place: String,
}
