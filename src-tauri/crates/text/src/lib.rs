//! What texts mean: which account an address names, what a column holds, how
//! words are folded so that they are found again.
//!
//! Invariant: pure. No input or output, no clock, no randomness; the same text
//! always gives the same answer. Facts about platforms, columns and languages
//! are tables under `data/` with their source and date, read by one engine.

pub mod clock;
pub mod common;
pub mod date;
pub mod defang;
mod dial;
pub mod fold;
pub mod handle;
pub mod header;
pub mod hidden;
pub mod identity;
pub mod indicator;
pub mod language;
pub mod link;
pub mod look_alike;
pub mod naming;
pub mod platform;
pub mod register;
pub mod search;
pub mod sketch;
mod table;
