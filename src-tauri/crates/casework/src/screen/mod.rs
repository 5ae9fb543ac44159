//! Screen state of one officer.

pub mod place;
pub mod settings;
