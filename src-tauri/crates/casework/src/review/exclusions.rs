//! The "Could this be…?" lines.

use crate::facts;
use breakwater_model::assessment::{Answer, ExclusionView};
use std::collections::BTreeMap;

/// The lines, in order; data with a source.
pub fn exclusions() -> Vec<ExclusionView> {
    facts::exclusions()
        .iter()
        .map(facts::Exclusion::view)
        .collect()
}

/// Names of lines that are not answered *No*, in order.
pub(crate) fn not_excluded(answers: &BTreeMap<String, Answer>) -> Vec<String> {
    facts::exclusions()
        .iter()
        .filter(|line| answers.get(&line.name) != Some(&Answer::No))
        .map(|line| line.name.clone())
        .collect()
}

/// Names among the answers that are no line.
pub(crate) fn unknown(answers: &BTreeMap<String, Answer>) -> Vec<String> {
    answers
        .keys()
        .filter(|name| !facts::exclusions().iter().any(|line| line.name == **name))
        .cloned()
        .collect()
}
