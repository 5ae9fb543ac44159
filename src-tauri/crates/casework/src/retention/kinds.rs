//! What each kind of thing is called that an erasure takes or keeps, and why it is kept.

use crate::{Error, Result};
use breakwater_casefile::erase::counts_of;
use breakwater_model::erasure::{ErasedCountView, KeptPartView};
use serde::Deserialize;

#[derive(Deserialize)]
struct Part {
    kind: String,
    title: String,
    why: String,
}

fn table() -> Result<Vec<Part>> {
    csv::Reader::from_reader(include_str!("../../data/erasure_kinds.csv").as_bytes())
        .deserialize()
        .collect::<std::result::Result<_, _>>()
        .map_err(|error| Error::Internal(format!("the kinds of an erasure: {error}")))
}

/// What was erased, in the order of the table.
pub(super) fn erased(json: &str) -> Result<Vec<ErasedCountView>> {
    let counts = counts_of(json)?;
    Ok(table()?
        .into_iter()
        .filter_map(|part| {
            let (_, count) = counts.iter().find(|(key, _)| *key == part.kind)?;
            Some(ErasedCountView {
                kind: part.kind,
                title: part.title,
                count: *count,
            })
        })
        .collect())
}

/// What was kept, in the order of the table.
pub(super) fn kept(json: &str) -> Result<Vec<KeptPartView>> {
    let counts = counts_of(json)?;
    Ok(table()?
        .into_iter()
        .filter_map(|part| {
            let (_, count) = counts.iter().find(|(key, _)| *key == part.kind)?;
            Some(KeptPartView {
                kind: part.kind,
                title: part.title,
                why: part.why,
                count: *count,
            })
        })
        .collect())
}
