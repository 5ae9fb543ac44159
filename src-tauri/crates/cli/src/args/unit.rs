//! What a unit puts in the place of what comes with the program, on the command line.

use super::OnCase;
use clap::{Args as ClapArgs, Subcommand};
use std::path::PathBuf;

/// Commands about the unit's own directory.
#[derive(Subcommand)]
pub enum Unit {
    /// Takes a platform directory in the place of the one that stands.
    DirectoryImport(DirectoryImport),
    /// Writes the platform directory of a case as CSV.
    DirectoryExport(DirectoryExport),
    /// Goes back to the platform directory that comes with the program.
    DirectoryReset(OnCase),
}

#[derive(ClapArgs)]
pub struct DirectoryImport {
    pub case: PathBuf,
    /// CSV in the columns `directory-export` writes.
    pub file: PathBuf,
    /// What would change, and nothing written.
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(ClapArgs)]
pub struct DirectoryExport {
    pub case: PathBuf,
    #[arg(long, value_name = "F.csv")]
    pub out: PathBuf,
}
