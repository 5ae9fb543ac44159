//! Files in and files out.

pub mod batches;
mod cells;
pub mod export;
mod graded;
pub mod import;
pub mod network;
pub mod sharing;
pub(crate) mod sheet;
pub(crate) mod which;
