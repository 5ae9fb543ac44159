//! Files in and files out.

pub mod batches;
pub mod export;
pub mod import;
pub mod sharing;
mod sheet;
