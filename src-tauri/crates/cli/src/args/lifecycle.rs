//! What becomes of a draft, on the command line.

use clap::{Args as ClapArgs, Subcommand};
use std::path::PathBuf;

/// Commands from the draft to the platform's answer.
#[derive(Subcommand)]
pub enum Lifecycle {
    /// Notes what a desk answered that was asked first.
    AskFirst(AskFirst),
    /// Shows a referral with every item; a second officer opens the items of a submission by it.
    Referral(OnReferral),
    /// Hands a draft to a second officer.
    ReferralSubmit(OnReferral),
    /// Approves a submission, as a second officer.
    ReferralApprove(OnReferral),
    /// Takes one item out: of a draft, or of a submission as a second officer, of which the rest stays submitted.
    ReferralTakeOut(ReferralTakeOut),
    /// Gives a submission back.
    ReferralReturn(ReferralReturn),
    /// Changes the summary of a referral that was not sent.
    ReferralEdit(ReferralEdit),
    /// Marks an approved referral sent.
    ReferralSent(ReferralSent),
    /// Enters that the platform acknowledged a referral.
    ReferralAcknowledged(ReferralAcknowledged),
    /// Takes back an item that was sent.
    ReferralWithdraw(ReferralWithdraw),
    /// Enters what the platform decided on an item.
    Outcome(Outcome),
    /// Enters what was seen of an account.
    Check(Check),
    /// Writes what an approval signed, its signature and the approver's public line, for `ssh-keygen -Y verify`.
    ReferralApproval(ReferralApproval),
}

#[derive(ClapArgs)]
pub struct OnReferral {
    pub case: PathBuf,
    pub referral: String,
}

#[derive(ClapArgs)]
pub struct AskFirst {
    pub case: PathBuf,
    pub referral: String,
    #[arg(long, value_name = "D")]
    pub desk: String,
    /// The account of the item it is about; without it the answer is on the whole referral.
    #[arg(long, value_name = "ID")]
    pub account: Option<String>,
    /// go, hold or refuse.
    #[arg(long)]
    pub answer: String,
    #[arg(long, value_name = "REF")]
    pub reference: String,
    #[arg(long, value_name = "T")]
    pub at: String,
}

#[derive(ClapArgs)]
pub struct ReferralReturn {
    pub case: PathBuf,
    pub referral: String,
    #[arg(long, value_name = "T")]
    pub reason: String,
}

#[derive(ClapArgs)]
pub struct ReferralTakeOut {
    pub case: PathBuf,
    pub referral: String,
    #[arg(long, value_name = "ID")]
    pub account: String,
    #[arg(long, value_name = "T")]
    pub reason: String,
}

#[derive(ClapArgs)]
pub struct ReferralAcknowledged {
    pub case: PathBuf,
    pub referral: String,
    #[arg(long, value_name = "REF")]
    pub reference: String,
    #[arg(long, value_name = "T")]
    pub at: String,
}

#[derive(ClapArgs)]
pub struct ReferralEdit {
    pub case: PathBuf,
    pub referral: String,
    #[arg(long, value_name = "T")]
    pub summary: String,
}

#[derive(ClapArgs)]
pub struct ReferralSent {
    pub case: PathBuf,
    pub referral: String,
    #[arg(long, value_name = "REF")]
    pub reference: String,
    #[arg(long, value_name = "T")]
    pub at: String,
    /// By which channel it went, in words.
    #[arg(long, default_value = "", value_name = "T")]
    pub channel: String,
}

#[derive(ClapArgs)]
pub struct ReferralWithdraw {
    pub case: PathBuf,
    pub referral: String,
    #[arg(long, value_name = "ID")]
    pub account: String,
    #[arg(long, value_name = "CODE")]
    pub reason: String,
    #[arg(long, value_name = "T")]
    pub at: String,
}

#[derive(ClapArgs)]
pub struct Outcome {
    pub case: PathBuf,
    pub referral: String,
    #[arg(long, value_name = "ID")]
    pub account: String,
    /// removed, suspended, limited, declined, not-found, more-asked or reinstated.
    #[arg(long)]
    pub decision: String,
    #[arg(long, value_name = "T")]
    pub at: String,
    /// The ground the platform gave.
    #[arg(long, default_value = "", value_name = "X")]
    pub reason: String,
}

#[derive(ClapArgs)]
pub struct ReferralApproval {
    pub case: PathBuf,
    pub referral: String,
    /// A folder that is not there yet.
    #[arg(long, value_name = "FOLDER")]
    pub out: PathBuf,
}

#[derive(ClapArgs)]
pub struct Check {
    pub case: PathBuf,
    pub account: String,
    /// live, offline, suspended-notice, private, renamed, geo-blocked, login-wall, removed-by-owner or unknown.
    #[arg(long)]
    pub observed: String,
    #[arg(long, value_name = "T")]
    pub at: String,
    /// looked, screenshot, platform-reply, colleague or automatic.
    #[arg(long)]
    pub method: String,
    /// A picture that shows it; attached to the account, and named by the look.
    #[arg(long, value_name = "FILE")]
    pub screenshot: Option<PathBuf>,
}
