//! Who the person behind an account is, and the second review of decisions.

use clap::Args as ClapArgs;
use std::path::PathBuf;

#[derive(ClapArgs)]
pub struct RoleSet {
    pub case: PathBuf,
    pub id: String,
    /// suspect, witness, victim, child, third-party or unknown.
    #[arg(long, value_name = "R")]
    pub role: String,
    /// fact or opinion; an opinion where it is not said.
    #[arg(long)]
    pub rests_on: Option<String>,
    /// Why, in a few words.
    #[arg(long, value_name = "T")]
    pub words: Option<String>,
}
