//! Outcomes files: history kept in spreadsheets, and platforms' replies. Each row lands on one item, or is listed
//! with the reason why not. Rows in = rows out; the same file again changes nothing.

mod choice;
mod columns;
mod item;
mod mapping;
mod plan;
mod resolve;
mod row;
mod shown;
mod stand;
pub mod take;
mod wordings;
mod words;
mod writing;

pub use mapping::{Mapping, OutcomeField};
pub(crate) use stand::stand_after;
