//! Words about networks.

use clap::Args as ClapArgs;
use std::path::PathBuf;

#[derive(ClapArgs)]
pub struct NetworkDeclare {
    pub case: PathBuf,
    /// Accounts that are operated together.
    #[arg(long, value_delimiter = ',', required = true, value_name = "ID,ID…")]
    pub accounts: Vec<String>,
    /// Why.
    #[arg(long, value_name = "T")]
    pub reason: String,
    /// What the network is called.
    #[arg(long, value_name = "N")]
    pub name: Option<String>,
}

#[derive(ClapArgs)]
pub struct NetworkCut {
    pub case: PathBuf,
    /// Accounts on one side.
    #[arg(long, value_delimiter = ',', required = true, value_name = "ID,ID…")]
    pub accounts: Vec<String>,
    /// Accounts on the other side.
    #[arg(long, value_delimiter = ',', required = true, value_name = "ID,ID…")]
    pub from: Vec<String>,
    /// Why.
    #[arg(long, value_name = "T")]
    pub reason: String,
}

#[derive(ClapArgs)]
pub struct NetworkRename {
    pub case: PathBuf,
    /// The declaration.
    pub id: String,
    /// Its name from now on; none takes the name away.
    #[arg(long, value_name = "N")]
    pub name: Option<String>,
}

#[derive(ClapArgs)]
pub struct NetworkTakeBack {
    pub case: PathBuf,
    /// The declaration.
    pub id: String,
    /// Why.
    #[arg(long, value_name = "T")]
    pub reason: String,
}

#[derive(ClapArgs)]
pub struct Merge {
    pub case: PathBuf,
    /// The record that stands.
    pub into: String,
    /// The record of the same account that is merged into it.
    pub account: String,
    /// Why they are one account.
    #[arg(long, value_name = "T")]
    pub reason: String,
}

#[derive(ClapArgs)]
pub struct MergeTakeBack {
    pub case: PathBuf,
    /// The merge.
    pub id: String,
    /// Why.
    #[arg(long, value_name = "T")]
    pub reason: String,
}

#[derive(ClapArgs)]
pub struct Succession {
    pub case: PathBuf,
    /// The account that came after.
    pub account: String,
    /// The account that was removed.
    pub predecessor: String,
    /// confirmed or refused.
    #[arg(long)]
    pub verdict: String,
    /// Why.
    #[arg(long, value_name = "T", default_value = "")]
    pub reason: String,
}

#[derive(ClapArgs)]
pub struct NetworkExport {
    pub case: PathBuf,
    /// The account the network is named by.
    pub head: String,
    /// Where the `GraphML` goes.
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    #[arg(long, value_name = "NAME")]
    pub recipient: String,
    #[arg(long, value_name = "T")]
    pub purpose: String,
}
