//! Reports of figures.

use crate::Instant;
use crate::platform::Unit;
use serde::{Deserialize, Serialize};

/// What a report is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum ReportKind {
    /// For the unit: every number, none held back; not for publication.
    Monthly,
    /// For publication once cleared: in the shape Article 22(3) of the Digital Services Act asks for, and of what comparable
    /// units publish. Small numbers are held back, and it names nobody.
    Yearly,
    /// A card for the press office: the figure, its definition, what is to be said with it.
    Press,
}

/// How a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum ReportFormat {
    /// PDF on A4.
    Pdf,
    /// One row a cell.
    Csv,
    /// Numbers as numbers.
    Json,
}

/// Asks for a report.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct ReportRequest {
    /// What it is for.
    pub kind: ReportKind,
    /// How it is written.
    pub format: ReportFormat,
    /// First day, `YYYY-MM-DD`, UTC.
    pub from: String,
    /// Last day, inclusive.
    pub to: String,
    /// What had happened and was known by then; now where nothing is said.
    pub as_at: Option<Instant>,
    /// True counts history that was brought in too.
    pub with_imported: bool,
    /// Only this unit; every unit apart where none is named. A card for the press is of one: accounts where none is named.
    pub unit: Option<Unit>,
    /// The unit's own words: how it keeps its independence, what is to be known. Empty for none.
    pub remarks: String,
    /// Where it goes: what [`crate::exchange::ChooseKind::SaveReport`] gave. Not for the command line.
    pub place: String,
}

/// A report that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ReportView {
    /// Pages of a PDF.
    pub pages: Option<u32>,
    /// Cells that are held back.
    pub held_back: u32,
    /// SHA-256 of the file, hex.
    pub sha256: String,
    /// Its name.
    pub file_name: String,
    /// The entry of the audit log.
    pub entry: u32,
}

/// A chart of the figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum ChartKind {
    /// Taken down by month, beside the year before.
    Months,
    /// Share taken down by days since referral, for the platforms with most referred.
    Curve,
}

/// How a chart is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum ChartFormat {
    /// For documents that are set.
    Svg,
    /// For whatever takes pictures.
    Png,
    /// Its numbers.
    Csv,
}

/// Asks for a chart as a file.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, specta::Type)]
pub struct ChartRequest {
    /// Which.
    pub chart: ChartKind,
    /// How it is written.
    pub format: ChartFormat,
    /// The figures it is drawn from.
    pub figures: crate::statistics::StatsRequest,
    /// Where it goes: what [`crate::exchange::ChooseKind::SaveChart`] gave. Not for the command line.
    pub place: String,
}

/// A chart that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ChartView {
    /// SHA-256 of the file, hex.
    pub sha256: String,
    /// Its name.
    pub file_name: String,
    /// The entry of the audit log.
    pub entry: u32,
}
