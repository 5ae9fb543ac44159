//! What this machine gives the window and breakwaterctl alike: clock, chance,
//! folders, and the unit's policy.
//!
//! Invariant: nothing of a case is ever written here, and nothing secret. Below
//! this crate nobody asks the machine for the time or for random bytes.

mod folders;
mod host;
mod policy;

pub use folders::Folders;
pub use host::host;
pub use policy::{Policy, PolicyError};
