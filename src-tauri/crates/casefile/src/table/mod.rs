//! One file per table: how it is made, its row, its reader, its writer.

pub mod account;
pub mod action;
pub mod approval;
mod approval_write;
pub mod assessment;
pub mod assignee;
pub mod batch;
pub mod cannot_read;
pub mod check_sheet;
pub mod colleague;
pub mod declaration;
pub mod erasure;
pub mod event;
pub mod exhibit;
pub mod fact;
pub mod frozen_figure;
pub mod grading;
pub mod handover;
pub mod hold;
pub mod justice_fact;
pub mod letter;
pub mod merge;
pub mod note;
pub mod object;
pub mod observed;
pub mod officer;
pub mod past;
pub mod place;
pub mod post;
pub mod promise;
pub mod published_figure;
pub mod referral;
mod referral_edit;
pub mod register;
pub mod register_said;
pub mod role;
pub mod second_review;
pub mod sighting;
pub mod succession;
pub mod tag;
pub mod team;
pub mod thumbnail;
pub mod translation;
pub mod unit_text;
pub mod warning;
pub mod watch;

use breakwater_model::{Instant, Precision, WorldTime};
use rusqlite::types::Type;

/// Reads four columns `…_ms, …_precision, …_raw, …_zone` from `at` on.
pub(crate) fn world(row: &rusqlite::Row<'_>, at: usize) -> rusqlite::Result<Option<WorldTime>> {
    let Some(ms) = row.get::<_, Option<i64>>(at)? else {
        return Ok(None);
    };
    Ok(Some(WorldTime {
        at: Instant(ms),
        precision: word(row, at + 1)?,
        raw: row.get(at + 2)?,
        zone: row.get(at + 3)?,
    }))
}

/// Reads a column that holds one of the words of `T`.
pub(crate) fn word<T: serde::de::DeserializeOwned>(
    row: &rusqlite::Row<'_>,
    at: usize,
) -> rusqlite::Result<T> {
    parse(&row.get::<_, String>(at)?, at)
}

/// Reads a column that may hold one of the words of `T`.
pub(crate) fn word_or_none<T: serde::de::DeserializeOwned>(
    row: &rusqlite::Row<'_>,
    at: usize,
) -> rusqlite::Result<Option<T>> {
    row.get::<_, Option<String>>(at)?
        .map(|text| parse(&text, at))
        .transpose()
}

/// Reads a column of text without a copy of it; nothing is the empty text.
pub(crate) fn text<'a>(row: &'a rusqlite::Row<'_>, at: usize) -> rusqlite::Result<&'a str> {
    Ok(row.get_ref(at)?.as_str_or_null()?.unwrap_or_default())
}

/// Reads a column of JSON.
pub(crate) fn json<T: serde::de::DeserializeOwned>(
    row: &rusqlite::Row<'_>,
    at: usize,
) -> rusqlite::Result<T> {
    let text: String = row.get(at)?;
    serde_json::from_str(&text)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(at, Type::Text, Box::new(error)))
}

fn parse<T: serde::de::DeserializeOwned>(text: &str, at: usize) -> rusqlite::Result<T> {
    serde_json::from_value(serde_json::Value::String(text.to_owned()))
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(at, Type::Text, Box::new(error)))
}

/// The word a closed list is stored as: what serde calls it.
pub(crate) fn name_of<T: serde::Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(text)) => text,
        _ => String::new(),
    }
}

/// The stored word of a precision.
pub(crate) const fn precision(value: Precision) -> &'static str {
    match value {
        Precision::Second => "second",
        Precision::Day => "day",
        Precision::Month => "month",
        Precision::Unknown => "unknown",
    }
}
