//! The Breakwater workbench.

#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use breakwater_shell::{Start, harden, run};
use std::process::ExitCode;

fn main() -> ExitCode {
    harden::harden();
    let start = if std::env::args_os().any(|argument| argument == "--demonstration") {
        Start::Demonstration
    } else {
        Start::FirstScreen
    };
    run(start)
}
