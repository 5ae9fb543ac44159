//! The words of the case: ids, domain types, what the window sees (`…View`),
//! what it sends (`…Request`), and the closed list of error codes.
//!
//! Invariant: no input or output and no clock here. Whoever needs the time or
//! an id is handed one.

pub mod account;
pub mod account_report;
pub mod assessment;
pub mod audit;
pub mod bulk;
pub mod care;
pub mod case;
pub mod check_up;
pub mod checks;
pub mod compare;
pub mod directory;
pub mod duty;
pub mod erasure;
pub mod error;
pub mod evidence;
pub mod exchange;
pub mod figure_rows;
pub mod further;
pub mod handover;
pub mod history;
pub mod id;
pub mod import;
mod import_warning;
pub mod indicator;
pub mod letter;
pub mod lexicon;
pub mod lifecycle;
pub mod linguist;
pub mod link;
pub mod list;
pub mod mapping;
pub mod merge;
pub mod network;
pub mod outcomes;
pub mod package;
pub mod paste;
pub mod platform;
pub mod pooled;
pub mod promise;
pub mod published;
pub mod referral;
pub mod register;
pub mod report;
pub mod role;
pub mod search;
pub mod second_review;
pub mod statistics;
pub mod succession;
pub mod supervision;
pub mod template;
pub mod time;
pub mod today;
pub mod trends;
pub mod watch;

pub use error::{ErrorCode, ErrorView};
pub use id::*;
pub use time::{Instant, Precision, WorldTime};
