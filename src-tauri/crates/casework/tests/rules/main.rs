//! Rules of the use cases, one by one, on a real case.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "in a test a panic is the report"
)]

mod answer_sheets;
mod bench;
mod bulk;
mod care;
mod declare;
mod directory;
mod dry_run;
mod duty;
mod erasure;
mod erasure_words;
mod files;
mod further_rows;
mod gradings;
mod handovers;
mod import;
mod kept_history;
mod leaving;
mod letters;
mod lexicons;
mod lifecycle;
mod linguists;
mod mappings;
mod merge;
mod networks;
mod outcomes;
mod outside;
mod periods;
mod published;
mod queue;
mod readers;
mod rechecks;
mod reminders;
mod reports;
mod roles;
mod search;
mod second_review;
mod sent;
mod short_links;
mod statistics;
mod supervision;
mod templates;
mod undo;
mod units;
mod watch;
mod workbooks;
