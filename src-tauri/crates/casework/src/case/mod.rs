//! Making, opening, describing a case.

pub mod create;
pub mod describe;
pub mod officer;
pub mod open;
pub mod strength;
