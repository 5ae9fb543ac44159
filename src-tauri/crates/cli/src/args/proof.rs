//! What is verified, and read of the log.

use clap::Args as ClapArgs;
use std::path::PathBuf;

#[derive(ClapArgs)]
pub struct Verify {
    pub case: PathBuf,
    /// Also the whole database structure, and the index word for word.
    #[arg(long)]
    pub full: bool,
}

#[derive(ClapArgs)]
pub struct Audit {
    pub case: PathBuf,
    /// Only entries after this one.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub since: u32,
}
