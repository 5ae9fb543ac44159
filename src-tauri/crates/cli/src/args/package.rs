//! Packages between workstations, on the command line.

use super::OnCase;
use clap::{Args as ClapArgs, Subcommand};
use std::path::PathBuf;

/// Commands for a second officer at another workstation.
#[derive(Subcommand)]
pub enum Packages {
    /// Writes your card: what others need to send you a package.
    PackageCard(PackageCard),
    /// Packs a submission for a second officer at another workstation.
    PackageOut(PackageOut),
    /// Shows a package that was sealed for this case.
    PackageOpen(OnPackage),
    /// Signs a package that you opened (package-open), and writes the answer.
    PackageApprove(PackageApprove),
    /// Takes in the answer to a package: the referral is approved.
    PackageIn(OnPackage),
    /// Lists colleagues at other workstations.
    Colleagues(OnCase),
    /// Puts a colleague on the list from their card.
    ColleagueAdd(ColleagueAdd),
    /// Confirms a colleague's key, as a supervisor.
    ColleagueConfirm(ColleagueConfirm),
    /// Takes a colleague off the list.
    ColleagueRemove(OnColleague),
}

#[derive(ClapArgs)]
pub struct PackageCard {
    pub case: PathBuf,
    #[arg(long, value_name = "F")]
    pub out: PathBuf,
}

#[derive(ClapArgs)]
pub struct PackageOut {
    pub case: PathBuf,
    pub referral: String,
    /// A recipient from a card, or the number of a colleague; may be given more than once.
    #[arg(long, required = true, value_name = "AGE1…", num_args = 1..)]
    pub to: Vec<String>,
    #[arg(long, value_name = "F")]
    pub out: PathBuf,
}

#[derive(ClapArgs)]
pub struct OnPackage {
    pub case: PathBuf,
    pub file: PathBuf,
}

#[derive(ClapArgs)]
pub struct PackageApprove {
    pub case: PathBuf,
    pub file: PathBuf,
    #[arg(long, value_name = "F")]
    pub out: PathBuf,
}

#[derive(ClapArgs)]
pub struct ColleagueAdd {
    pub case: PathBuf,
    #[arg(long, value_name = "F")]
    pub card: PathBuf,
}

#[derive(ClapArgs)]
pub struct ColleagueConfirm {
    pub case: PathBuf,
    pub number: String,
    /// SHA256:…, as the colleague reads it to you.
    #[arg(long, value_name = "SHA256:…")]
    pub fingerprint: String,
}

#[derive(ClapArgs)]
pub struct OnColleague {
    pub case: PathBuf,
    pub number: String,
}
