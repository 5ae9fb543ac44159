//! The decision, actions beside it, who the person behind an account is, and the second review of decisions.

use clap::Args as ClapArgs;
use std::path::PathBuf;

#[derive(ClapArgs)]
pub struct Assess {
    pub case: PathBuf,
    pub id: String,
    /// refer, hold or no-action.
    #[arg(long)]
    pub decision: String,
    /// A sentence, or for no-action a reason code.
    #[arg(long)]
    pub reason: String,
    /// Answers, one `name=no|yes|cant-tell` a line.
    #[arg(long, value_name = "FILE")]
    pub exclusions: Option<PathBuf>,
    /// 3x5x2, such as 2BP.
    #[arg(long)]
    pub grading: Option<String>,
    /// Until when a hold lasts.
    #[arg(long, value_name = "DATE")]
    pub review_by: Option<String>,
}

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

#[derive(ClapArgs)]
pub struct SecondReviewAnswer {
    pub case: PathBuf,
    pub id: String,
    /// refer, hold or no-action.
    #[arg(long)]
    pub decision: String,
    /// A sentence, or for no-action a reason code.
    #[arg(long)]
    pub reason: String,
}

#[derive(ClapArgs)]
pub struct SecondReviewSettle {
    pub case: PathBuf,
    pub id: String,
    /// What came of it.
    #[arg(long, value_name = "T")]
    pub words: String,
}

#[derive(ClapArgs)]
pub struct SecondReviewShares {
    pub case: PathBuf,
    /// Percent of decisions to refer.
    #[arg(long, value_name = "N")]
    pub refer: Option<u32>,
    /// Percent of decisions of no action.
    #[arg(long, value_name = "N")]
    pub no_action: Option<u32>,
}

#[derive(ClapArgs)]
pub struct Act {
    pub case: PathBuf,
    pub id: String,
    /// safeguarding, intelligence or preservation.
    #[arg(long)]
    pub action: String,
    /// life-at-sea, hostage, missing, child, trafficking or other.
    #[arg(long)]
    pub kind: String,
    #[arg(long, value_name = "WHO")]
    pub told: String,
    #[arg(long, value_name = "M")]
    pub by: Option<String>,
    #[arg(long, value_name = "R")]
    pub reference: Option<String>,
    /// What is known.
    #[arg(long, value_name = "T")]
    pub known: Option<String>,
    #[arg(long, value_name = "T")]
    pub at: Option<String>,
    /// 3x5x2, such as 2BP; an intelligence report has one.
    #[arg(long)]
    pub grading: Option<String>,
}

#[derive(ClapArgs)]
pub struct ActAnswer {
    pub case: PathBuf,
    /// The action, as `act` gave it.
    pub action: String,
    /// What they answered.
    #[arg(long, value_name = "T")]
    pub answer: String,
    #[arg(long, value_name = "T")]
    pub at: Option<String>,
}
