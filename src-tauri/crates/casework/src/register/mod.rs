//! Registers: files taken in, entries listed, accounts met, and what a hit forbids.

pub(crate) mod guard;
pub mod hits;
pub mod list;
mod rows;
pub mod take;
