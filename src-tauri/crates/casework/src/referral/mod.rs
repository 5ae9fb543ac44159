//! Referrals to platforms.

mod complete;
pub mod discard;
pub mod draft;
pub mod edit;
pub mod export;
pub mod read;
