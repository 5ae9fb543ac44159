//! The words of what goes to a linguist and comes back.

use clap::Args as ClapArgs;
use std::path::PathBuf;

#[derive(ClapArgs)]
pub struct LinguistOut {
    pub case: PathBuf,
    /// Code of the language whose reader the texts wait for, such as sq.
    #[arg(long, value_name = "L")]
    pub language: String,
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    #[arg(long, value_name = "NAME")]
    pub recipient: String,
    #[arg(long, value_name = "T")]
    pub purpose: String,
    /// csv or print.
    #[arg(long, default_value = "csv")]
    pub format: String,
    /// Of accounts that fit this search; else of all that are to be reviewed.
    #[arg(long, value_name = "Q", allow_hyphen_values = true)]
    pub search: Option<String>,
}

#[derive(ClapArgs)]
pub struct LinguistIn {
    pub case: PathBuf,
    pub file: PathBuf,
    /// The numbers, and nothing written.
    #[arg(long)]
    pub dry_run: bool,
    /// Where rejected rows go.
    #[arg(long, value_name = "OUT.csv")]
    pub errors: Option<PathBuf>,
    /// The sheet of a workbook; else the first that holds something.
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// The encoding, where the one found is wrong.
    #[arg(long)]
    pub encoding: Option<String>,
    /// The delimiter, where the one found is wrong: , ; | or tab.
    #[arg(long)]
    pub delimiter: Option<String>,
}
