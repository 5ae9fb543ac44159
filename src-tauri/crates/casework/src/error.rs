//! What a use case refuses or fails with: one list for the case file and the rules above it.

pub use breakwater_casefile::{Error, Result};
