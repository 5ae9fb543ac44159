//! What came of it, on the command line.

use clap::{Args as ClapArgs, Subcommand};
use std::path::PathBuf;

/// Commands for figures that can be published.
#[derive(Subcommand)]
pub enum Statistics {
    /// Figures of a unit and a period.
    Stats(Stats),
    /// Writes one row an item for others to add up: pseudonyms, no text.
    Figures(Figures),
    /// Reads such files as one and counts what several tell of once; no case is needed.
    StatsOf(StatsOf),
    /// Keeps figures under a name, signed.
    FigureFreeze(FigureFreeze),
    /// Derives frozen figures again and says what changed.
    FigureCheck(FigureCheck),
}

/// Which figures.
#[derive(ClapArgs)]
pub struct Asked {
    /// account, page, group, channel, post, story, live …: units are never added up.
    #[arg(long, value_name = "UNIT")]
    pub unit: String,
    /// First day, YYYY-MM-DD.
    #[arg(long, value_name = "D")]
    pub from: String,
    /// Last day, inclusive.
    #[arg(long, value_name = "D")]
    pub to: String,
    /// What had happened and was known by then; now where nothing is said.
    #[arg(long, value_name = "T")]
    pub as_at: Option<String>,
}

#[derive(ClapArgs)]
pub struct Stats {
    pub case: PathBuf,
    #[command(flatten)]
    pub asked: Asked,
    /// Leaves history that was brought in out.
    #[arg(long)]
    pub without_imported: bool,
    /// Also by route, policy, law or language.
    #[arg(long, value_name = "CUT")]
    pub by: Option<String>,
}

#[derive(ClapArgs)]
pub struct Figures {
    pub case: PathBuf,
    /// A file holding the unit's secret; the same for every officer whose files are to be read as one.
    #[arg(long, value_name = "S")]
    pub unit_secret_file: PathBuf,
    #[arg(long, value_name = "F.csv")]
    pub out: PathBuf,
}

#[derive(ClapArgs)]
pub struct StatsOf {
    /// Files written by `figures`.
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    #[command(flatten)]
    pub asked: Asked,
}

#[derive(ClapArgs)]
pub struct FigureFreeze {
    pub case: PathBuf,
    /// What it is called.
    #[arg(long)]
    pub name: String,
    #[command(flatten)]
    pub asked: Asked,
    /// Leaves history that was brought in out.
    #[arg(long)]
    pub without_imported: bool,
}

#[derive(ClapArgs)]
pub struct FigureCheck {
    pub case: PathBuf,
    /// Its name; all of them where none is given.
    pub name: Option<String>,
}
