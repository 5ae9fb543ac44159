//! Accounts: lists, records, and what officers add to them.

pub mod apart;
pub mod bulk;
pub mod cells;
pub mod consult;
pub mod copy;
pub mod declare;
mod history;
pub mod justice;
pub mod links;
pub mod list;
pub mod merge;
pub mod note;
pub mod read;
pub mod report;
pub mod role;
pub(crate) mod same_handle;
pub mod search;
pub mod succession;
pub mod tag;
pub mod translate;
pub mod undo;
pub mod warn;
pub mod watch;
