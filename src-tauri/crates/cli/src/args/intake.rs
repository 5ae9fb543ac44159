//! The words of what comes in: files and pasted links.

use clap::Args as ClapArgs;
use std::path::PathBuf;

#[derive(ClapArgs)]
pub struct Import {
    pub case: PathBuf,
    pub file: PathBuf,
    /// accounts, outcomes or register.
    #[arg(long, default_value = "accounts")]
    pub kind: String,
    /// The numbers, and nothing written.
    #[arg(long)]
    pub dry_run: bool,
    /// Makes new accounts of rows about accounts that were erased; else they are counted and left out.
    #[arg(long)]
    pub take_erased: bool,
    /// Where rejected rows go.
    #[arg(long, value_name = "OUT.csv")]
    pub errors: Option<PathBuf>,
    /// A mapping you keep in the case or a known one, by name; or a file of `header=field` lines. `none` for none.
    #[arg(long, value_name = "NAME|FILE")]
    pub mapping: Option<String>,
    /// Keeps what the columns are taken for as a mapping of yours.
    #[arg(long, value_name = "NAME")]
    pub save_mapping: Option<String>,
    /// The sheet of a workbook; else the first that holds something.
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
    /// The line of the header, where the one found is wrong; 0 for a file without one. Lists of accounts only.
    #[arg(long, value_name = "LINE")]
    pub header_line: Option<u32>,
    /// Where it is written what every row would do, field by field.
    #[arg(long, value_name = "OUT.csv")]
    pub rows: Option<PathBuf>,
    /// The encoding, where the one found is wrong.
    #[arg(long)]
    pub encoding: Option<String>,
    /// The delimiter, where the one found is wrong: , ; | or tab.
    #[arg(long)]
    pub delimiter: Option<String>,
}

#[derive(ClapArgs)]
pub struct Paste {
    pub case: PathBuf,
    /// `-` for standard input; else the text itself.
    #[arg(default_value = "-")]
    pub input: String,
    /// Adds what is new first, as one import that can be taken back.
    #[arg(long)]
    pub add: bool,
}

#[derive(ClapArgs)]
pub struct ImportUndo {
    pub case: PathBuf,
    pub batch: String,
    /// Why, for the audit log.
    #[arg(long, value_name = "T", default_value = "")]
    pub reason: String,
}

#[derive(ClapArgs)]
pub struct CheckUp {
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// With --json: the cells of every row of a finding, too.
    #[arg(long)]
    pub cells: bool,
}
