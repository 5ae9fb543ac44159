//! Letters about items that were sent, on the command line.

use clap::{Args as ClapArgs, Subcommand};
use std::path::PathBuf;

/// Commands on letters to a platform: prepared by one officer, approved by another.
#[derive(Subcommand)]
pub enum Writing {
    /// Prepares a letter on an item: that it was withdrawn, or what is put right.
    LetterPrepare(LetterPrepare),
    /// Writes the text of a letter anew; whoever does is a drafter.
    LetterEdit(LetterEdit),
    /// Shows a letter with its text.
    Letter(OnLetter),
    /// Lists letters, newest first.
    Letters(AllLetters),
    /// Approves a letter, as a second officer; its outputs are sealed.
    LetterApprove(OnLetter),
    /// Gives a letter back to who wrote it, as a second officer, with the reason.
    LetterReturn(LetterReturn),
    /// Discards a letter that was not sent, with the reason.
    LetterDiscard(LetterReturn),
    /// Writes a letter; before approval every page says DRAFT.
    LetterExport(LetterExport),
    /// Marks an approved letter sent.
    LetterSent(LetterSent),
    /// Enters what the platform answered.
    LetterAnswered(LetterAnswered),
}

#[derive(ClapArgs)]
pub struct OnLetter {
    pub case: PathBuf,
    /// The letter, as `letter-prepare` gave it.
    pub letter: String,
}

#[derive(ClapArgs)]
pub struct AllLetters {
    pub case: PathBuf,
    /// Only those about items of this referral.
    #[arg(long, value_name = "R")]
    pub referral: Option<String>,
}

#[derive(ClapArgs)]
pub struct LetterPrepare {
    pub case: PathBuf,
    pub referral: String,
    #[arg(long, value_name = "ID")]
    pub account: String,
    /// withdrawal or correction.
    #[arg(long, default_value = "withdrawal")]
    pub kind: String,
    /// What is put right; of a correction.
    #[arg(long, default_value = "", value_name = "T")]
    pub what: String,
}

#[derive(ClapArgs)]
pub struct LetterEdit {
    pub case: PathBuf,
    pub letter: String,
    /// The whole text.
    #[arg(long, value_name = "F")]
    pub text_file: PathBuf,
}

#[derive(ClapArgs)]
pub struct LetterReturn {
    pub case: PathBuf,
    pub letter: String,
    #[arg(long, value_name = "T")]
    pub reason: String,
}

#[derive(ClapArgs)]
pub struct LetterExport {
    pub case: PathBuf,
    pub letter: String,
    /// pdf, txt or eml.
    #[arg(long)]
    pub format: String,
    #[arg(long)]
    pub out: PathBuf,
}

#[derive(ClapArgs)]
pub struct LetterSent {
    pub case: PathBuf,
    pub letter: String,
    /// By which channel, in words.
    #[arg(long, value_name = "T")]
    pub channel: String,
    #[arg(long, value_name = "T")]
    pub at: String,
}

#[derive(ClapArgs)]
pub struct LetterAnswered {
    pub case: PathBuf,
    pub letter: String,
    #[arg(long, value_name = "T")]
    pub answer: String,
    #[arg(long, value_name = "T")]
    pub at: String,
}
