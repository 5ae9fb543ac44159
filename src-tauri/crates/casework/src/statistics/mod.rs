//! Outcomes and statistics that can be published.
//!
//! `standing` says where one item stands at a moment, `count` gathers a unit's items, `which` names those behind a
//! number, `apart` with `service` and `team` by what items are told apart, `curve` works on durations, `interval` says how far chance goes; none of them knows a case. `stats`, `rows`,
//! `compare`, `fairness` with `fair_rows`, `trends` with `trend_rows`, and `further` ask a case, `figures` writes one row
//! an item for others to add up, `pooled` reads such files as one. `freeze` keeps figures, `published` what was said of them.

mod apart;
pub mod compare;
mod count;
mod curve;
pub mod fair_rows;
pub mod fairness;
pub mod figures;
pub mod freeze;
pub mod further;
mod interval;
mod line;
mod period;
pub mod pooled;
pub mod published;
pub mod rows;
mod said;
mod service;
mod standing;
pub mod stats;
mod team;
pub mod trend_rows;
pub mod trends;
mod view;
mod which;

#[cfg(test)]
mod beside_rows_tests;
#[cfg(test)]
mod count_properties;
#[cfg(test)]
mod count_tests;
#[cfg(test)]
mod figures_tests;
#[cfg(test)]
mod reference_tests;
#[cfg(test)]
mod rows_tests;

use crate::facts;
use breakwater_model::Instant;
use breakwater_model::history::{History, Item};

/// Which definitions the figures follow; goes up with every change of a number.
pub const DEFINITIONS: &str = "2026-11";

/// Counts below are not published.
pub(crate) fn small_below() -> u32 {
    facts::publication_facts()
        .iter()
        .find(|row| row.name == "small-below")
        .map(|row| row.value)
        .unwrap_or_default()
}

/// Where one item stands, in short.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Outcome {
    /// The platform has decided, or it was seen to be gone.
    pub is_decided: bool,
    /// It is taken down.
    pub is_taken_down: bool,
}

/// What became of an item by `now`; `None` if it was not sent, was withdrawn, or was not known to be live when it was sent.
pub(crate) fn outcome(history: &History, item: &Item, now: Instant) -> Option<Outcome> {
    let as_at = standing::AsAt {
        at: now.0,
        seq: i64::MAX,
        with_imported: true,
    };
    let stand = standing::standing(item, history.events(item), as_at)?;
    let is_counted = !matches!(
        stand.bucket,
        standing::Bucket::Withdrawn | standing::Bucket::NotSeenLive
    );
    is_counted.then(|| Outcome {
        is_decided: stand.bucket.is_decided(),
        is_taken_down: stand.taken_down().is_some(),
    })
}
