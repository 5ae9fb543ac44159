//! What each column of an export holds of an account.

use super::sheet::{Sheet, Step};
use crate::{Error, Result};
use breakwater_casefile::Reader;
use breakwater_casefile::sheet::Told;
use breakwater_casefile::table::{assessment, event, exhibit, translation};
use breakwater_model::Instant;
use breakwater_model::exchange::ExportColumnView;
use serde::Deserialize;
use std::borrow::Cow;
use std::fmt::Write as _;

/// What a column holds.
pub(super) enum What {
    Marking,
    Id,
    Platform,
    Unit,
    Handle,
    PlatformId,
    Url,
    DisplayName,
    Bio,
    Language,
    Followers,
    FirstSeen,
    Reason,
    Source,
    Status,
    Role,
    Grading,
    Decision,
    Translation,
    Exhibits,
    LastSeenLive,
    Imported,
    LastSeen,
    Label,
    Snippet,
    Tags,
    Assignee,
    Due,
    Band,
    Reasons,
    Extra(String),
}

impl What {
    pub(super) fn of(column: &ExportColumnView) -> Result<Self> {
        if column.is_extra {
            return Ok(Self::Extra(column.name.clone()));
        }
        Ok(match column.name.as_str() {
            "breakwater_marking" => Self::Marking,
            "breakwater_account" => Self::Id,
            "platform" => Self::Platform,
            "unit" => Self::Unit,
            "handle" => Self::Handle,
            "platform_id" => Self::PlatformId,
            "url" => Self::Url,
            "display_name" => Self::DisplayName,
            "bio" => Self::Bio,
            "language" => Self::Language,
            "followers" => Self::Followers,
            "first_seen" => Self::FirstSeen,
            "reason" => Self::Reason,
            "source" => Self::Source,
            "breakwater_status" => Self::Status,
            "breakwater_role" => Self::Role,
            "breakwater_grading" => Self::Grading,
            "breakwater_decision" => Self::Decision,
            "breakwater_translation" => Self::Translation,
            "breakwater_exhibits" => Self::Exhibits,
            "breakwater_last_seen_live" => Self::LastSeenLive,
            "breakwater_imported" => Self::Imported,
            "breakwater_last_seen" => Self::LastSeen,
            "breakwater_label" => Self::Label,
            "breakwater_snippet" => Self::Snippet,
            "breakwater_tags" => Self::Tags,
            "breakwater_assignee" => Self::Assignee,
            "breakwater_due" => Self::Due,
            "breakwater_band" => Self::Band,
            "breakwater_reasons" => Self::Reasons,
            other => {
                return Err(Error::Internal(format!("no cell is known for {other:?}")));
            }
        })
    }
}

/// A cell kept as it is.
#[derive(Deserialize)]
struct Kept<'a> {
    #[serde(borrow)]
    name: Cow<'a, str>,
    #[serde(borrow)]
    value: Cow<'a, str>,
}

/// Writes the cells of an account, one for each column, in order.
pub(super) fn cells(
    reader: &Reader<'_>,
    told: &Told<'_>,
    whats: &[What],
    sheet: &Sheet<'_>,
    into: &mut Step,
) -> Result<()> {
    let has_extra = told.extra != "[]" && whats.iter().any(|what| matches!(what, What::Extra(_)));
    let kept: Vec<Kept<'_>> = if has_extra {
        serde_json::from_str(told.extra)?
    } else {
        Vec::new()
    };
    for what in whats {
        let text = &mut into.text;
        match what {
            What::Marking => text.push_str(sheet.marking),
            What::Id => put(text, &told.id),
            What::Platform => text.push_str(told.platform),
            What::Unit => text.push_str(told.unit),
            What::Handle => text.push_str(told.handle),
            What::PlatformId => text.push_str(told.platform_id),
            What::Url => text.push_str(told.canonical_url),
            What::DisplayName => text.push_str(told.display_name),
            What::Bio => text.push_str(told.bio),
            What::Language => text.push_str(told.language),
            What::Followers => text.push_str(told.followers),
            What::FirstSeen => put_seen(text, told.first_seen),
            What::LastSeen => put_seen(text, told.last_seen),
            What::Label => text.push_str(told.label),
            What::Snippet => text.push_str(&told.first_words()),
            What::Tags => put_list(text, told.tags)?,
            What::Assignee => text.push_str(told.assignee),
            What::Due => {
                if let Some(due) = told.due {
                    put(text, &due);
                }
            }
            What::Band => text.push_str(told.band),
            What::Reasons => put_list(text, told.reasons)?,
            What::Reason => text.push_str(told.flagged_reason),
            What::Source => text.push_str(told.source),
            What::Role => text.push_str(told.role),
            What::Grading => text.push_str(sheet.grading_of(told.row)),
            What::Status => text.push_str(told.status),
            What::Imported => put(text, &told.imported_at),
            What::Extra(name) => {
                let found = kept.iter().find(|cell| cell.name == name.as_str());
                text.push_str(found.map_or("", |cell| &cell.value));
            }
            What::Decision | What::Translation | What::Exhibits | What::LastSeenLive => {
                beside(reader, told.row, what, text)?;
            }
        }
        into.end_cell();
    }
    Ok(())
}

/// What hangs on the account and is asked for only where its column is chosen.
fn beside(reader: &Reader<'_>, row: i64, what: &What, text: &mut String) -> Result<()> {
    match what {
        What::Decision => {
            if let Some(made) = assessment::latest(reader, row)? {
                put(
                    text,
                    &format_args!("{}: {}", word(&made.decision), made.reason),
                );
            }
        }
        What::Translation => {
            let all = translation::of_account(reader, row)?;
            if let Some(made) = all.iter().find(|made| !made.is_of_earlier_text) {
                let how = word(&made.status);
                put(text, &format_args!("{} ({}, {how})", made.text, made.by));
            }
        }
        What::Exhibits => {
            for (number, exhibit) in exhibit::of_account(reader, row)?.iter().enumerate() {
                text.push_str(if number == 0 { "" } else { "|" });
                text.push_str(&exhibit.label);
            }
        }
        What::LastSeenLive => {
            if let Some(seen) = event::last(reader, row, "observed", "live")? {
                put_time(text, seen.at, &word(&seen.precision));
            }
        }
        _ => {}
    }
    Ok(())
}

fn put(text: &mut String, value: &dyn std::fmt::Display) {
    let _ = write!(text, "{value}");
}

/// The words of a JSON array, one after the other.
fn put_list(text: &mut String, array: &str) -> Result<()> {
    if array == "[]" {
        return Ok(());
    }
    let words: Vec<Cow<'_, str>> = serde_json::from_str(array)?;
    for (number, word) in words.iter().enumerate() {
        text.push_str(if number == 0 { "" } else { "|" });
        text.push_str(word);
    }
    Ok(())
}

fn put_seen(text: &mut String, seen: Option<(Instant, &str)>) {
    if let Some((at, precision)) = seen {
        put_time(text, at, precision);
    }
}

/// A time as it was exact: a day as a day, a month as a month.
fn put_time(text: &mut String, at: Instant, precision: &str) {
    match precision {
        "second" => put(text, &at),
        "day" => put(text, &at.utc().date_naive()),
        "month" => put(text, &at.utc().format("%Y-%m")),
        _ => {}
    }
}

pub(super) fn word<T: serde::Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(text)) => text,
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use breakwater_model::Precision;

    #[test]
    fn times_are_written_as_exact_as_they_were() {
        let at = Instant(1_700_000_000_000);
        let written = |precision: Precision| {
            let mut text = String::new();
            put_time(&mut text, at, &word(&precision));
            text
        };
        assert_eq!(written(Precision::Second), at.to_string());
        assert_eq!(written(Precision::Day), "2023-11-14");
        assert_eq!(written(Precision::Month), "2023-11");
        assert_eq!(written(Precision::Unknown), "");
    }
}
