//! What a unit puts in the place of what comes with the program, on the command line.

use super::OnCase;
use clap::{Args as ClapArgs, Subcommand};
use std::path::PathBuf;

/// Commands about the unit's own directory and templates.
#[derive(Subcommand)]
pub enum Unit {
    /// Takes a platform directory in the place of the one that stands.
    DirectoryImport(DirectoryImport),
    /// Writes the platform directory of a case as CSV.
    DirectoryExport(DirectoryExport),
    /// Goes back to the platform directory that comes with the program.
    DirectoryReset(OnCase),
    /// Lists the templates of what a referral says, with their versions.
    Templates(OnCase),
    /// Puts a template in the place of the one that counts, once it was rendered with a made-up referral.
    TemplateSet(TemplateSet),
    /// Goes back to the template that comes with the program.
    TemplateReset(TemplateReset),
}

#[derive(ClapArgs)]
pub struct TemplateSet {
    pub case: PathBuf,
    /// heading, asked, statement, notice or letter.
    pub name: String,
    #[arg(long, value_name = "F")]
    pub file: PathBuf,
    /// What it would give and change, and nothing written.
    #[arg(long)]
    pub dry_run: bool,
}

#[derive(ClapArgs)]
pub struct TemplateReset {
    pub case: PathBuf,
    /// heading, asked, statement, notice or letter.
    pub name: String,
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
