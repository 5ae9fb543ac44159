//! Looking again at what was sent, and the platform directory, on the command line.

use clap::{Args as ClapArgs, Subcommand};
use std::path::PathBuf;

/// Commands about looks at accounts that were sent, and about where they are sent.
#[derive(Subcommand)]
pub enum Checks {
    /// Lists accounts that were sent and should be looked at again.
    ChecksDue(ChecksDue),
    /// Writes what is due as a carry sheet for another machine.
    ChecksOut(ChecksOut),
    /// Takes in the answers of a carry sheet, by number.
    ChecksIn(ChecksIn),
    /// Attaches screenshots of a folder, named after sheet and number (3-17.png) and held against a list of hashes.
    ChecksShots(ChecksShots),
    /// By which channel a platform takes what: as it comes with the program, or as the unit has it in a case.
    Directory(Directory),
}

#[derive(ClapArgs)]
pub struct ChecksDue {
    pub case: PathBuf,
    /// What is not due yet and what nobody looks at again, too.
    #[arg(long)]
    pub all: bool,
}

#[derive(ClapArgs)]
pub struct ChecksOut {
    pub case: PathBuf,
    /// csv or pdf.
    #[arg(long)]
    pub format: String,
    /// What is not due yet, too.
    #[arg(long)]
    pub ahead: bool,
    #[arg(long)]
    pub out: PathBuf,
}

#[derive(ClapArgs)]
pub struct ChecksIn {
    pub case: PathBuf,
    /// Columns sheet, number, observed, at, method.
    pub file: PathBuf,
    /// The numbers, and nothing written.
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(ClapArgs)]
pub struct ChecksShots {
    pub case: PathBuf,
    /// The folder. Nothing in it is changed.
    pub folder: PathBuf,
    /// What would become of each file, and nothing attached.
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(ClapArgs)]
pub struct Directory {
    /// The case whose directory it is, with what became of what was sent by each channel.
    pub case: Option<PathBuf>,
    /// Only this platform, by its code.
    #[arg(long)]
    pub platform: Option<String>,
    /// Writes the table that comes with the program; of a case `directory-export` writes it.
    #[arg(long, value_name = "F.csv", conflicts_with = "case")]
    pub out: Option<PathBuf>,
}
