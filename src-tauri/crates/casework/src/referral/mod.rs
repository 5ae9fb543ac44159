//! Referrals to platforms.

pub mod after;
mod again;
pub mod approve;
pub mod ask;
mod assessed;
mod changes;
pub mod check;
mod complete;
pub mod discard;
pub mod draft;
pub mod edit;
pub mod export;
pub(crate) mod freeze;
mod leak_words;
mod leaks;
pub mod letter;
pub mod look;
pub mod proof;
mod protect;
pub mod read;
pub mod reasons;
mod render;
mod standing;
pub mod submit;
pub mod take_out;
pub mod waiting;
pub(crate) mod when;
