//! Referrals to platforms.

pub mod after;
pub mod approve;
pub mod ask;
pub mod check;
mod complete;
pub mod discard;
pub mod draft;
pub mod edit;
pub mod export;
mod freeze;
mod leaks;
mod protect;
pub mod read;
pub mod reasons;
mod render;
mod standing;
pub mod submit;
pub(crate) mod when;
