//! What is promised, handed over, supervised, written to a platform after a withdrawal, and told of one account, on the
//! command line.

use clap::{Args as ClapArgs, Subcommand};
use std::path::PathBuf;

/// Commands that keep a unit going from one officer to the next.
#[derive(Subcommand)]
pub enum Office {
    /// Says what waits for you.
    Today(OnOffice),
    /// Enters what somebody promised and until when, on an item that was sent or on an act.
    Promise(Promise),
    /// Says how a promise ended.
    PromiseEnd(PromiseEnd),
    /// Lists promises nobody said the end of, the first due first.
    Promises(OnOffice),
    /// Freezes Today and the open promises as one page, signed by you.
    Handover(Handover),
    /// Takes over what another officer handed over: signs the same page.
    HandoverAccept(HandoverAccept),
    /// Lists hand-overs, newest first.
    Handovers(OnOffice),
    /// Prints a hand-over.
    HandoverPrint(HandoverPrint),
    /// How the unit stands, by team; by person where a supervisor asks and says why.
    Supervision(Supervision),
    /// Writes everything that is held of one account, for a complaint or an access request.
    AccountReport(AccountReport),
    #[command(flatten)]
    Retention(super::retention::Retention),
}

#[derive(ClapArgs)]
pub struct OnOffice {
    /// The case folder.
    pub case: PathBuf,
}

#[derive(ClapArgs)]
pub struct Promise {
    pub case: PathBuf,
    /// The account.
    pub id: String,
    /// The referral its item was sent with.
    #[arg(long, value_name = "R", required_unless_present = "act")]
    pub referral: Option<String>,
    /// The act, as `act` gave it.
    #[arg(long, value_name = "ACTION", conflicts_with = "referral")]
    pub act: Option<String>,
    #[arg(long, value_name = "WHO")]
    pub who: String,
    #[arg(long, value_name = "T")]
    pub what: String,
    /// The day, YYYY-MM-DD.
    #[arg(long, value_name = "DATE")]
    pub until: String,
}

#[derive(ClapArgs)]
pub struct PromiseEnd {
    pub case: PathBuf,
    /// The promise, as `promise` gave it.
    pub promise: String,
    /// kept, broken or no-longer.
    #[arg(long)]
    pub end: String,
}

#[derive(ClapArgs)]
pub struct Handover {
    pub case: PathBuf,
    /// Words to the next officer.
    #[arg(long, default_value = "", value_name = "T")]
    pub note: String,
    /// Where the print goes.
    #[arg(long, value_name = "F.pdf")]
    pub out: Option<PathBuf>,
}

#[derive(ClapArgs)]
pub struct HandoverAccept {
    pub case: PathBuf,
    /// Its number or its id.
    pub handover: String,
}

#[derive(ClapArgs)]
pub struct HandoverPrint {
    pub case: PathBuf,
    /// Its number or its id.
    pub handover: String,
    #[arg(long, value_name = "F.pdf")]
    pub out: PathBuf,
}

#[derive(ClapArgs)]
pub struct Supervision {
    pub case: PathBuf,
    /// Who has how much; for a supervisor.
    #[arg(long, requires = "reason")]
    pub by_person: bool,
    /// Why; logged.
    #[arg(long, value_name = "T")]
    pub reason: Option<String>,
}

#[derive(ClapArgs)]
pub struct AccountReport {
    pub case: PathBuf,
    /// The account.
    pub id: String,
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// pdf or json.
    #[arg(long, default_value = "pdf")]
    pub format: String,
    #[arg(long, value_name = "NAME")]
    pub recipient: String,
    #[arg(long, value_name = "T")]
    pub purpose: String,
}
