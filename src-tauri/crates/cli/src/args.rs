//! The words of the command line. Names are a contract: they stay.

pub mod checks;
mod guard;
mod intake;
pub mod letter;
pub mod lifecycle;
mod linguist;
mod network;
pub mod office;
pub mod package;
mod proof;
pub mod retention;
pub mod statistics;
pub mod unit;
pub mod watch;

use clap::{Args as ClapArgs, Parser, Subcommand};
pub use guard::{
    Act, ActAnswer, Assess, RoleSet, SecondReviewAnswer, SecondReviewSettle, SecondReviewShares,
};
pub use intake::{CheckUp, Import, ImportUndo, Paste};
pub use linguist::{LinguistIn, LinguistOut};
pub use network::{
    Merge, MergeTakeBack, NetworkCut, NetworkDeclare, NetworkExport, NetworkRename,
    NetworkTakeBack, Succession,
};
pub use proof::{Audit, Verify};
use std::path::PathBuf;

/// Breakwater without its window.
#[derive(Parser)]
#[command(name = "breakwaterctl", version, about, after_help = crate::replaced::SAID)]
pub struct Args {
    /// One JSON document on standard output, or one object a line.
    #[arg(long, global = true)]
    pub json: bool,
    /// The officer whose slot is tried first, by number.
    #[arg(long = "as", value_name = "ID", global = true)]
    pub officer: Option<String>,
    /// A file holding the passphrase; one trailing newline is dropped.
    #[arg(long, value_name = "FILE", global = true)]
    pub passphrase_file: Option<PathBuf>,
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Subcommand)]
pub enum Command {
    /// Makes a case.
    New(New),
    /// Writes an invitation for another officer.
    OfficerInvite(OfficerInvite),
    /// Joins a case with an invitation.
    OfficerJoin(OfficerJoin),
    /// Changes your own particulars.
    OfficerSet(OfficerSet),
    /// Makes the demonstration case.
    Demo(OnCase),
    /// Says what spreadsheets hold; no case is needed, and nothing is kept.
    CheckUp(CheckUp),
    /// Takes in a file of flagged accounts.
    Import(Import),
    /// Says of pasted links, handles and numbers whether the case knows them.
    Paste(Paste),
    /// Takes an import back.
    ImportUndo(ImportUndo),
    /// Lists accounts.
    Accounts(Accounts),
    /// Shows one account, all of it.
    Account(OnAccount),
    /// Lists the "Could this be…?" lines.
    Exclusions(MaybeCase),
    /// Decides about an account.
    Assess(Assess),
    /// Says what the person behind an account is to the case.
    RoleSet(RoleSet),
    /// Lists decisions of others that wait for your second review.
    SecondReview(OnCase),
    /// Shows an account without what was decided or scored.
    SecondReviewShow(OnAccount),
    /// Says what you would decide, before you are told what was.
    SecondReviewAnswer(SecondReviewAnswer),
    /// Lists disagreements nobody has settled.
    Disagreements(OnCase),
    /// Settles a disagreement in words.
    SecondReviewSettle(SecondReviewSettle),
    /// What share of decisions is reviewed again; with a number, sets it.
    SecondReviewShares(SecondReviewShares),
    /// How often two officers decided alike.
    Agreement(OnCase),
    /// Records an action that closes nothing.
    Act(Act),
    /// Enters what those who were told have answered.
    ActAnswer(ActAnswer),
    /// Lists whom to tell of what.
    DutyContacts(OnCase),
    /// Enters a translation.
    Translate(Translate),
    /// Writes texts that wait for a reader of a language, for a linguist.
    LinguistOut(LinguistOut),
    /// Takes in what a linguist gave back.
    LinguistIn(LinguistIn),
    /// Lists networks: accounts that share things of two kinds, or are said to be operated together.
    Networks(OnCase),
    /// Says of accounts that they are operated together.
    NetworkDeclare(NetworkDeclare),
    /// Says of accounts that they are not operated together.
    NetworkCut(NetworkCut),
    /// Gives a declared network another name.
    NetworkRename(NetworkRename),
    /// Takes back what was said of who operates accounts.
    NetworkTakeBack(NetworkTakeBack),
    /// Merges one record of an account into another.
    Merge(Merge),
    /// Takes a merge back.
    MergeTakeBack(MergeTakeBack),
    /// Writes a network as `GraphML`.
    NetworkExport(NetworkExport),
    /// Says of two accounts whether one is the other come back.
    Succession(Succession),
    /// Attaches files.
    EvidenceAdd(EvidenceAdd),
    /// Lists exhibits.
    EvidenceList(OnCase),
    /// Writes an exhibit's original bytes.
    EvidenceExport(EvidenceExport),
    /// Stop: illegal image.
    EvidenceStop(EvidenceStop),
    /// Drafts a referral.
    ReferralDraft(ReferralDraft),
    /// Changes fields of a draft.
    ReferralSet(ReferralSet),
    /// Writes a referral.
    ReferralExport(ReferralExport),
    #[command(flatten)]
    Lifecycle(lifecycle::Lifecycle),
    #[command(flatten)]
    Watching(watch::Watching),
    #[command(flatten)]
    Checks(checks::Checks),
    #[command(flatten)]
    Letters(letter::Writing),
    #[command(flatten)]
    Office(office::Office),
    #[command(flatten)]
    Statistics(statistics::Statistics),
    #[command(flatten)]
    Unit(unit::Unit),
    #[command(flatten)]
    Packages(package::Packages),
    /// Writes CSV for a colleague.
    Export(Export),
    /// Reads everything, writes nothing, says what is damaged.
    Verify(Verify),
    /// Lists the audit log.
    Audit(Audit),
    /// What addresses, handles and ids name; standard input, one a line.
    Normalise(FromInput),
    /// What in a text speaks for an advert, and the sum; all of standard input is one text.
    Score(FromInput),
}

#[derive(ClapArgs)]
pub struct OnCase {
    /// The case folder.
    pub case: PathBuf,
}

#[derive(ClapArgs)]
pub struct MaybeCase {
    /// The case folder; the lines are the same for all.
    pub case: Option<PathBuf>,
}

#[derive(ClapArgs)]
pub struct FromInput {
    /// `-` for standard input.
    #[arg(default_value = "-")]
    pub input: String,
}

#[derive(ClapArgs)]
pub struct New {
    pub case: PathBuf,
    #[arg(long)]
    pub title: String,
    #[arg(long)]
    pub reference: String,
    #[arg(long)]
    pub officer_name: String,
    #[arg(long)]
    pub officer_id: String,
    /// OFFICIAL or OFFICIAL-SENSITIVE.
    #[arg(long, default_value = "OFFICIAL-SENSITIVE")]
    pub marking: String,
    /// An age recipient of the unit; may be given more than once.
    #[arg(long, value_name = "AGE1…")]
    pub unit_recovery: Vec<String>,
    /// Where the recovery key goes.
    #[arg(long, value_name = "F")]
    pub recovery_file: PathBuf,
}

#[derive(ClapArgs)]
pub struct OfficerInvite {
    pub case: PathBuf,
    #[arg(long)]
    pub officer_name: String,
    #[arg(long)]
    pub officer_id: String,
    /// officer, supervisor or reader.
    #[arg(long)]
    pub role: String,
    /// Where the invitation goes.
    #[arg(long, value_name = "F")]
    pub invitation: PathBuf,
    /// The recovery key, for the first supervisor.
    #[arg(long, value_name = "R")]
    pub recovery_file: Option<PathBuf>,
}

#[derive(ClapArgs)]
pub struct OfficerJoin {
    pub case: PathBuf,
    #[arg(long, value_name = "F")]
    pub invitation: PathBuf,
}

#[derive(ClapArgs)]
pub struct OfficerSet {
    pub case: PathBuf,
    #[arg(long)]
    pub email: Option<String>,
    #[arg(long)]
    pub phone: Option<String>,
    #[arg(long)]
    pub badge: Option<String>,
    /// Languages you read, comma-joined.
    #[arg(long, value_delimiter = ',')]
    pub reads: Option<Vec<String>>,
    /// The team you are in; empty for none.
    #[arg(long, value_name = "NAME")]
    pub team: Option<String>,
    /// From which day on, YYYY-MM-DD: the first team counts from the beginning, another from today, where none is said.
    #[arg(long, value_name = "D", requires = "team")]
    pub team_from: Option<String>,
}

#[derive(ClapArgs)]
pub struct Accounts {
    pub case: PathBuf,
    #[arg(long, value_name = "Q", allow_hyphen_values = true)]
    pub search: Option<String>,
    #[arg(long, value_name = "S")]
    pub status: Option<String>,
    #[arg(long, value_name = "P")]
    pub platform: Option<String>,
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
    /// Continues after this account.
    #[arg(long, value_name = "C")]
    pub cursor: Option<String>,
    /// The victims, children and third parties, whom no other list holds.
    #[arg(long, requires = "purpose")]
    pub kept_apart: bool,
    /// What their list is opened for; logged.
    #[arg(long, value_name = "T", requires = "kept_apart")]
    pub purpose: Option<String>,
}

#[derive(ClapArgs)]
pub struct OnAccount {
    pub case: PathBuf,
    pub id: String,
}

#[derive(ClapArgs)]
pub struct Translate {
    pub case: PathBuf,
    pub account: String,
    #[arg(long, value_name = "F")]
    pub text_file: PathBuf,
    /// gist, checked or certified.
    #[arg(long)]
    pub status: String,
    #[arg(long, value_name = "WHO")]
    pub by: String,
}

#[derive(ClapArgs)]
pub struct EvidenceAdd {
    pub case: PathBuf,
    pub account: String,
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    #[arg(long, value_name = "U")]
    pub source_url: Option<String>,
    #[arg(long, value_name = "T")]
    pub captured_at: Option<String>,
    #[arg(long, value_name = "M")]
    pub method: Option<String>,
}

#[derive(ClapArgs)]
pub struct EvidenceExport {
    pub case: PathBuf,
    pub exhibit: String,
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// Who receives it.
    #[arg(long, default_value = "the officer, by command line")]
    pub recipient: String,
    /// What for.
    #[arg(long, default_value = "not said")]
    pub purpose: String,
}

#[derive(ClapArgs)]
pub struct EvidenceStop {
    pub case: PathBuf,
    pub exhibit: String,
    #[arg(long, value_name = "T")]
    pub reason: String,
}

#[derive(ClapArgs)]
pub struct ReferralDraft {
    pub case: PathBuf,
    #[arg(long, value_name = "P")]
    pub platform: String,
    #[arg(long, value_delimiter = ',', required = true, value_name = "ID,ID…")]
    pub accounts: Vec<String>,
    #[arg(long, value_name = "CODE")]
    pub policy: Option<String>,
    #[arg(long, value_name = "CODE")]
    pub law: Option<String>,
    /// voluntary, legal-request, dsa-notice or osa.
    #[arg(long)]
    pub route: Option<String>,
    #[arg(long, value_name = "T")]
    pub summary: Option<String>,
    #[arg(long, value_name = "T")]
    pub seen_live: Option<String>,
}

#[derive(ClapArgs)]
pub struct ReferralSet {
    pub case: PathBuf,
    pub referral: String,
    /// NAME=VALUE; may be given more than once.
    #[arg(long, required = true, value_name = "NAME=VALUE", num_args = 1..)]
    pub field: Vec<String>,
}

#[derive(ClapArgs)]
pub struct ReferralExport {
    pub case: PathBuf,
    pub referral: String,
    /// pdf, txt, csv, eml or zip (the exhibits).
    #[arg(long)]
    pub format: String,
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
}

#[derive(ClapArgs)]
pub struct Export {
    pub case: PathBuf,
    /// colleague.
    #[arg(long, default_value = "colleague")]
    pub profile: String,
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    #[arg(long, value_name = "NAME")]
    pub recipient: String,
    #[arg(long, value_name = "T")]
    pub purpose: String,
    /// Writes victims, children and third parties too.
    #[arg(long)]
    pub with_kept_apart: bool,
    /// 3x5x2, such as 2BP, for the accounts that have no grading.
    #[arg(long)]
    pub grading: Option<String>,
    /// Keeps that grading with the accounts too.
    #[arg(long, requires = "grading")]
    pub keep_grading: bool,
}
