//! breakwaterctl: the same use cases and the same rules as the window, for
//! scripting, for verification by a third party, and for tests.
//!
//! With `--json` standard output holds one document, or one object a line;
//! messages and progress go to standard error. On failure the last line of
//! standard error is the error as JSON.
#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command line speaks on its streams"
)]

mod account;
mod args;
mod case;
mod check_up;
mod checks;
mod directory;
mod evidence;
mod exchange;
mod input;
mod letter;
mod lifecycle;
mod linguist;
mod memory;
mod network;
mod office;
mod output;
mod package;
mod paste;
mod referral;
mod replaced;
mod retention;
mod review;
mod score;
mod second_review;
mod statistics;
mod unit;
mod watch;

use args::{Args, Command};
use breakwater_casework::{Error, Result};
use clap::{CommandFactory, FromArgMatches};
use output::Output;
use std::process::ExitCode;

fn main() -> ExitCode {
    let parsed = Args::command().try_get_matches().and_then(|matches| {
        let args = Args::from_arg_matches(&matches)?;
        Ok((args, replaced::there_already(&matches)))
    });
    let (args, there_already) = match parsed {
        Ok(parsed) => parsed,
        Err(error) => {
            let is_help = !error.use_stderr();
            let _ = error.print();
            if !is_help {
                output::tell_error(&Error::Invalid(first_line(&error.to_string())));
            }
            return ExitCode::from(if is_help { 0 } else { 2 });
        }
    };
    let output = Output::new(args.json);
    match run(&args, &output) {
        Ok(code) => {
            replaced::tell(&there_already);
            code
        }
        Err(error) => {
            output::tell_error(&error);
            ExitCode::from(error.code().exit_code())
        }
    }
}

fn first_line(text: &str) -> String {
    text.lines()
        .next()
        .unwrap_or_default()
        .trim_start_matches("error: ")
        .to_owned()
}

fn run(args: &Args, output: &Output) -> Result<ExitCode> {
    let desk = case::Desk::new(args);
    match &args.command {
        Command::New(call) => case::new(&desk, call, output),
        Command::OfficerInvite(call) => case::invite(&desk, call, output),
        Command::OfficerJoin(call) => case::join(&desk, call, output),
        Command::OfficerSet(call) => case::set(&desk, call, output),
        Command::Demo(call) => case::demo(&desk, call, output),
        Command::CheckUp(call) => check_up::check_up(&desk, call, output),
        Command::Verify(call) => return case::verify(&desk, call, output),
        Command::Audit(call) => case::audit(&desk, call, output),
        Command::Import(call) => exchange::import(&desk, call, output),
        Command::Paste(call) => paste::paste(&desk, call, output),
        Command::ImportUndo(call) => exchange::undo(&desk, call, output),
        Command::Export(call) => exchange::export(&desk, call, output),
        Command::Accounts(call) => account::list(&desk, call, output),
        Command::Account(call) => account::show(&desk, call, output),
        Command::Translate(call) => account::translate(&desk, call, output),
        Command::LinguistOut(call) => linguist::out(&desk, call, output),
        Command::LinguistIn(call) => linguist::back(&desk, call, output),
        Command::Normalise(call) => account::normalise(call, output),
        Command::Score(call) => score::score(&desk, call, output),
        Command::Exclusions(_) => review::exclusions(output),
        Command::Assess(call) => review::assess(&desk, call, output),
        Command::RoleSet(call) => account::set_role(&desk, call, output),
        Command::SecondReview(call) => second_review::list(&desk, call, output),
        Command::SecondReviewShow(call) => second_review::show(&desk, call, output),
        Command::SecondReviewAnswer(call) => second_review::answer(&desk, call, output),
        Command::Disagreements(call) => second_review::disagreements(&desk, call, output),
        Command::SecondReviewSettle(call) => second_review::settle(&desk, call, output),
        Command::SecondReviewShares(call) => second_review::shares(&desk, call, output),
        Command::Agreement(call) => second_review::agreement(&desk, call, output),
        Command::Act(call) => review::act(&desk, call, output),
        Command::ActAnswer(call) => review::answer(&desk, call, output),
        Command::DutyContacts(call) => review::duty_contacts(&desk, call, output),
        Command::Networks(call) => network::list(&desk, call, output),
        Command::NetworkDeclare(call) => network::declare(&desk, call, output),
        Command::NetworkCut(call) => network::cut(&desk, call, output),
        Command::NetworkRename(call) => network::rename(&desk, call, output),
        Command::NetworkTakeBack(call) => network::take_back(&desk, call, output),
        Command::Merge(call) => network::merge(&desk, call, output),
        Command::MergeTakeBack(call) => network::take_back_merge(&desk, call, output),
        Command::NetworkExport(call) => network::export(&desk, call, output),
        Command::Succession(call) => network::succession(&desk, call, output),
        Command::EvidenceAdd(call) => evidence::add(&desk, call, output),
        Command::EvidenceList(call) => evidence::list(&desk, call, output),
        Command::EvidenceExport(call) => evidence::export(&desk, call, output),
        Command::EvidenceStop(call) => evidence::stop(&desk, call, output),
        Command::ReferralDraft(call) => referral::draft(&desk, call, output),
        Command::ReferralSet(call) => referral::set(&desk, call, output),
        Command::ReferralExport(call) => referral::export(&desk, call, output),
        Command::Lifecycle(command) => lifecycle::run(&desk, command, output),
        Command::Watching(command) => watch::run(&desk, command, output),
        Command::Checks(command) => checks::run(&desk, command, output),
        Command::Letters(command) => letter::run(&desk, command, output),
        Command::Office(command) => office::run(&desk, command, output),
        Command::Statistics(command) => statistics::run(&desk, command, output),
        Command::Unit(call) => unit::run(&desk, call, output),
        Command::Packages(call) => package::run(&desk, call, output),
    }
    .map(|()| ExitCode::SUCCESS)
}
