//! Looking again at what was sent, without a network: which accounts are due, what was seen, and the sheet that is
//! carried to the machine where somebody looks. Status only: nothing of what an account shows is brought back.

pub mod answers;
pub mod due;
pub mod record;
mod rules;
pub mod sheet;
pub mod shots;
mod stand;

use crate::Result;

/// The word of a closed list, as it is stored.
fn word(value: &impl serde::Serialize) -> Result<String> {
    let value = serde_json::to_value(value)?;
    Ok(value.as_str().unwrap_or_default().to_owned())
}

/// The words of what can be seen.
const OBSERVED: &str = "live, offline, suspended-notice, private, renamed, geo-blocked, login-wall, removed-by-owner, unknown";

/// What a word of a closed list stands for; spaces and case do not count.
fn record_word<T: serde::de::DeserializeOwned>(word: &str) -> Option<T> {
    let word = word.trim().to_lowercase().replace([' ', '_'], "-");
    serde_json::from_value(serde_json::Value::from(word)).ok()
}
