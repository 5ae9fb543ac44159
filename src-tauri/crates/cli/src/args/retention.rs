//! The words of retention: holds, and erasing by two officers.

use clap::{Args as ClapArgs, Subcommand};
use std::path::PathBuf;

/// Commands that keep, and that erase.
#[derive(Subcommand)]
pub enum Retention {
    /// Accounts whose period of retention has passed, and by which table. Nothing is erased by itself.
    EraseDue(OnRetention),
    /// Sets the unit's own period of a group, as a supervisor; `erase-due` lists the groups.
    RetentionSet(RetentionSet),
    /// Sets a legal hold on an account, or on the whole case.
    Hold(HoldSet),
    /// Releases a legal hold.
    HoldRelease(HoldRelease),
    /// Lists holds, newest first.
    Holds(OnRetention),
    /// What erasing an account would do. Nothing is done.
    EraseDryRun(EraseDryRun),
    /// Proposes to erase an account, signed by you.
    ErasePropose(ErasePropose),
    /// Drops a proposal.
    EraseDrop(OnErasure),
    /// Confirms a proposal of another officer, and erases the account.
    EraseConfirm(OnErasure),
    /// Lists erasures, proposed and done, newest first.
    Erasures(OnRetention),
    /// Writes the certificate of an erasure, as PDF or as JSON.
    EraseCertificate(EraseCertificate),
}

#[derive(ClapArgs)]
pub struct OnRetention {
    /// The case folder.
    pub case: PathBuf,
}

#[derive(ClapArgs)]
pub struct RetentionSet {
    pub case: PathBuf,
    #[arg(long, value_name = "G")]
    pub group: String,
    /// Days from the last activity that counts.
    #[arg(long, value_name = "N", required_unless_present = "as_it_comes")]
    pub days: Option<u32>,
    /// Those the program comes with.
    #[arg(long, conflicts_with = "days")]
    pub as_it_comes: bool,
    #[arg(long, value_name = "T")]
    pub reason: String,
}

#[derive(ClapArgs)]
pub struct HoldSet {
    pub case: PathBuf,
    /// The account; leave it out and say --whole-case for the case.
    #[arg(required_unless_present = "whole_case")]
    pub id: Option<String>,
    /// Nothing in the case is erased.
    #[arg(long, conflicts_with = "id")]
    pub whole_case: bool,
    #[arg(long, value_name = "T")]
    pub reason: String,
}

#[derive(ClapArgs)]
pub struct HoldRelease {
    pub case: PathBuf,
    /// The hold, as `hold` gave it.
    pub hold: String,
    #[arg(long, value_name = "T")]
    pub reason: String,
}

#[derive(ClapArgs)]
pub struct EraseDryRun {
    pub case: PathBuf,
    /// The account.
    pub id: String,
}

#[derive(ClapArgs)]
pub struct ErasePropose {
    pub case: PathBuf,
    /// The account.
    pub id: String,
    /// retention, request, unlawful or court.
    #[arg(long)]
    pub ground: String,
    /// Why, in words that name nobody: they stand on the certificate.
    #[arg(long, value_name = "T")]
    pub reason: String,
}

#[derive(ClapArgs)]
pub struct OnErasure {
    pub case: PathBuf,
    /// The erasure, as `erase-propose` gave it.
    pub erasure: String,
}

#[derive(ClapArgs)]
pub struct EraseCertificate {
    pub case: PathBuf,
    /// Its number, or the id of the erasure.
    pub certificate: String,
    #[arg(long, value_name = "F.pdf|F.json")]
    pub out: PathBuf,
}
