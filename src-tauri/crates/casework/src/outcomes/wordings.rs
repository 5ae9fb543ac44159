//! The wordings of a file: how many rows have each, what each is taken for, and why.

use super::columns::Columns;
use super::mapping::{Mapping, OutcomeField};
use super::words::{self, Meaning, Words, key};
use crate::{Error, Result};
use breakwater_model::outcomes::{GivenWording, WordingList, WordingOrigin, WordingView};
use csv::StringRecord;
use std::collections::BTreeMap;

/// Wordings the window shows.
const SHOWN: usize = 200;

/// What is said of wordings: by the list, the mapping, and the officer for this file, each over the one before.
///
/// # Errors
/// A value that is none.
pub fn said(mapping: &Mapping, given: &[GivenWording]) -> Result<Words> {
    let mut words = mapping.words();
    for one in given {
        if one.value.is_empty() {
            words.forget(one.list, &one.wording);
        } else if !words.add(one.list, &one.wording, &one.value) {
            return Err(Error::Invalid(format!(
                "{:?} is nothing that {:?} can mean. A decision is one of: {}.",
                one.value,
                one.wording,
                words::DECISIONS
            )));
        }
    }
    Ok(words)
}

/// Rows whose decision is left out.
pub fn left_out(columns: &Columns, words: &Words, records: &[StringRecord]) -> u32 {
    let is_left_out = |record: &&StringRecord| {
        words.decision(columns.cell(record, OutcomeField::Decision)) == Ok(Meaning::LeftOut)
    };
    let rows = records.iter().filter(is_left_out).count();
    u32::try_from(rows).unwrap_or(u32::MAX)
}

/// The wordings found in the cells of decisions and units, each with its rows.
pub fn found(columns: &Columns, records: &[StringRecord]) -> Vec<(WordingList, String, u32)> {
    let mut found = BTreeMap::<(WordingList, String), (String, u32)>::new();
    for record in records {
        for (list, field) in [
            (WordingList::Decision, OutcomeField::Decision),
            (WordingList::Unit, OutcomeField::Unit),
        ] {
            let cell = columns.cell(record, field);
            let wording = key(cell);
            if !wording.is_empty() {
                let (_, rows) = found
                    .entry((list, wording))
                    .or_insert_with(|| (cell.to_owned(), 0));
                *rows += 1;
            }
        }
    }
    let all = found.into_iter();
    all.map(|((list, _), (wording, rows))| (list, wording, rows))
        .collect()
}

/// The wordings as they are shown, and how many there are beyond these.
pub fn view(
    found: &[(WordingList, String, u32)],
    words: &Words,
    mapping: Option<&Mapping>,
    given: &[GivenWording],
) -> (Vec<WordingView>, u32) {
    let mut views: Vec<WordingView> = found
        .iter()
        .map(|(list, wording, rows)| one((*list, wording, *rows), words, mapping, given))
        .collect();
    views.sort_by(|one, other| {
        // What an officer said stays where it was, so that nobody loses the line they are at.
        let is_told = |view: &WordingView| {
            matches!(view.origin, WordingOrigin::Known | WordingOrigin::Mapping)
        };
        let rank = |view: &WordingView| (is_told(view), std::cmp::Reverse(view.rows));
        (one.list, rank(one), &one.wording).cmp(&(other.list, rank(other), &other.wording))
    });
    let more = views.len().saturating_sub(SHOWN);
    views.truncate(SHOWN);
    (views, u32::try_from(more).unwrap_or(u32::MAX))
}

fn one(
    (list, wording, rows): (WordingList, &str, u32),
    words: &Words,
    mapping: Option<&Mapping>,
    given: &[GivenWording],
) -> WordingView {
    let value = words.value(list, wording);
    let is_said = given
        .iter()
        .any(|one| one.list == list && key(&one.wording) == key(wording));
    let is_mapped = mapping.is_some_and(|mapping| mapping.names(list, wording));
    let told = words::dated(list, wording);
    let origin = match value {
        None if told.is_some_and(|told| told.is_suggestion) => WordingOrigin::Suggested,
        None => WordingOrigin::Unknown,
        Some(_) if is_said => WordingOrigin::Said,
        Some(_) if is_mapped => WordingOrigin::Mapping,
        Some(_) => WordingOrigin::Known,
    };
    let dated = match origin {
        WordingOrigin::Known | WordingOrigin::Suggested => told,
        WordingOrigin::Unknown => told.or_else(|| words::looks_like(list, wording)),
        WordingOrigin::Said | WordingOrigin::Mapping => None,
    };
    WordingView {
        list,
        wording: wording.to_owned(),
        rows,
        looks_like: dated
            .filter(|_| value.is_none())
            .map(|dated| dated.value.clone()),
        source: dated.map(|dated| (dated.source.clone(), dated.date.clone())),
        value,
        origin,
        is_new: mapping.is_some() && !is_mapped,
    }
}
