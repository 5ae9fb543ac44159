//! Files in and files out.

pub mod batches;
mod cells;
pub mod export;
pub mod import;
pub mod network;
pub mod sharing;
pub(crate) mod sheet;
