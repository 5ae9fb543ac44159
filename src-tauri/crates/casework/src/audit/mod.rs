//! The audit log and verify.

pub mod entries;
pub mod verify;
pub(crate) mod words;
