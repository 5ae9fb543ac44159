//! Accounts: lists, records, and what officers add to them.

pub mod consult;
pub mod copy;
mod history;
pub mod list;
pub mod note;
pub mod read;
pub mod search;
pub mod translate;
pub mod undo;
