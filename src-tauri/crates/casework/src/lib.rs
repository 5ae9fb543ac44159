//! Use cases, one per file: the public face for the window and breakwaterctl.
//! Both call the same functions, so both refuse alike.

pub mod account;
pub mod audit;
pub mod case;
pub mod check_up;
pub mod checks;
pub mod demo;
pub mod directory;
mod error;
pub mod evidence;
pub mod exchange;
pub mod facts;
mod grading;
pub mod handover;
mod infile;
pub mod lexicon;
mod limits;
pub mod linguist;
pub mod outcomes;
mod outfile;
pub mod package;
pub mod paste;
mod progress;
pub mod referral;
pub mod register;
pub mod reminders;
pub mod reports;
pub mod retention;
pub mod review;
pub mod screen;
pub mod second_review;
pub mod statistics;
pub mod supervision;
pub mod template;
mod unit_version;
pub mod view;

pub use breakwater_casefile::{Host, Session};
pub use error::{Error, Result};
pub use progress::{Progress, Quiet};

/// What addresses, handles and dates mean; pure.
pub use breakwater_text as text;
