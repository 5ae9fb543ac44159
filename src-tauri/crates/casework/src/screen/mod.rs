//! Screen state of one officer.

pub mod care;
pub mod place;
pub mod settings;
