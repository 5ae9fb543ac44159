//! Rules of the use cases, one by one, on a real case.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "in a test a panic is the report"
)]

mod bench;
mod bulk;
mod declare;
mod dry_run;
mod files;
mod import;
mod lexicons;
mod mappings;
mod merge;
mod networks;
mod outside;
mod readers;
mod search;
mod undo;
mod units;
mod workbooks;
