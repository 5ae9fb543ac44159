//! Outcomes and statistics that can be published.
//!
//! `standing` says where one item stands at a moment, `count` gathers a unit's items, `curve` works on durations; the
//! three know nothing of a case. `stats` asks a case, `figures` writes one row an item for others to add up, `pooled`
//! reads such files as one.

mod count;
mod curve;
pub mod figures;
pub mod freeze;
mod line;
mod period;
pub mod pooled;
mod said;
mod standing;
pub mod stats;
mod view;

#[cfg(test)]
mod count_properties;
#[cfg(test)]
mod count_tests;
#[cfg(test)]
mod figures_tests;
#[cfg(test)]
mod reference_tests;

use crate::facts;

/// Which definitions the figures follow; goes up with every change of a number.
pub const DEFINITIONS: &str = "2026-11";

/// Counts below are not published.
fn small_below() -> u32 {
    facts::publication_facts()
        .iter()
        .find(|row| row.name == "small-below")
        .map(|row| row.value)
        .unwrap_or_default()
}
