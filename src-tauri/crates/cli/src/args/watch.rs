//! Live visits and watching, on the command line.

use clap::{Args as ClapArgs, Subcommand};
use std::path::PathBuf;

/// Commands on live visits to an account and on watching it.
#[derive(Subcommand)]
pub enum Watching {
    /// Counts the live visits to an account, and says whether it is watched.
    Visits(OnWatched),
    /// Lists what is asked before an account is watched.
    WatchFactors,
    /// Says that an account is watched, under what authority or why none is needed.
    Watch(Watch),
    /// Says that an account is watched no longer.
    WatchEnd(WatchEnd),
}

#[derive(ClapArgs)]
pub struct OnWatched {
    pub case: PathBuf,
    pub id: String,
}

#[derive(ClapArgs)]
pub struct Watch {
    pub case: PathBuf,
    pub id: String,
    /// What for.
    #[arg(long, value_name = "T")]
    pub purpose: String,
    /// An answer to every factor, one `name=no|yes|cant-tell` a line.
    #[arg(long, value_name = "FILE")]
    pub factors: PathBuf,
    /// Reference of the authority; with --expires.
    #[arg(
        long,
        value_name = "REF",
        requires = "expires",
        required_unless_present = "none_needed"
    )]
    pub authority: Option<String>,
    /// Until when the authority stands.
    #[arg(long, value_name = "T", requires = "authority")]
    pub expires: Option<String>,
    /// Why no authority is needed.
    #[arg(long, value_name = "T", conflicts_with = "authority")]
    pub none_needed: Option<String>,
    /// Who authorised it, or decided that no authority is needed.
    #[arg(long, value_name = "WHO")]
    pub decided_by: String,
}

#[derive(ClapArgs)]
pub struct WatchEnd {
    pub case: PathBuf,
    pub id: String,
    #[arg(long, value_name = "T")]
    pub reason: String,
}
