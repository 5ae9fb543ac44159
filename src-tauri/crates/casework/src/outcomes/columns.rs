//! The columns of an outcomes file: what each is taken for.

use super::mapping::{Mapping, OutcomeField, field_named};
use super::words::key;
use crate::exchange::import::heading::Again;
use crate::exchange::import::source::Source;
use crate::{Error, Result};
use breakwater_model::import::Field;
use breakwater_model::outcomes::{DateOrder, OutcomeColumnView};
use breakwater_report::csv_guard::unguard;
use breakwater_text::{date, header};
use csv::StringRecord;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    field: String,
    names: String,
    #[allow(
        dead_code,
        reason = "for whoever reads the table; a test holds that it is there"
    )]
    source: String,
    #[allow(
        dead_code,
        reason = "for whoever reads the table; a test holds that it is there"
    )]
    date: String,
}

fn lines() -> impl Iterator<Item = std::result::Result<Line, csv::Error>> {
    csv::Reader::from_reader(include_str!("../../data/outcome_headers.csv").as_bytes())
        .into_deserialize()
}

static NAMES: LazyLock<BTreeMap<String, OutcomeField>> = LazyLock::new(|| {
    let mut names = BTreeMap::new();
    for line in lines().filter_map(std::result::Result::ok) {
        if let Some(field) = field_named(&line.field) {
            for name in line.names.split(';') {
                names.entry(key(name)).or_insert(field);
            }
        }
    }
    names
});

/// Cells of a column that are shown.
const SAMPLES: usize = 3;
/// Signs of a cell that are shown.
const LONGEST_SAMPLE: usize = 200;

/// The columns of a file.
#[derive(Debug, Clone)]
pub struct Columns {
    /// Headers as written.
    pub headers: Vec<String>,
    /// Field of each.
    pub fields: Vec<OutcomeField>,
    samples: Vec<Vec<String>>,
    referred: date::Order,
    decided: date::Order,
    again: Again,
}

/// The header of a file and its other rows.
///
/// # Errors
/// An empty file; one that is no rows.
pub fn rows(source: &Source) -> Result<(Vec<String>, Vec<StringRecord>)> {
    let mut records: Vec<StringRecord> = source
        .rows()?
        .into_records()
        .collect::<std::result::Result<_, _>>()
        .map_err(|error| {
            Error::Invalid(format!("{} cannot be read as rows: {error}.", source.name))
        })?;
    if records.is_empty() {
        return Err(Error::Invalid(format!(
            "{} is empty: there is no row in it.",
            source.name
        )));
    }
    let header = records.remove(0);
    let headers = header
        .iter()
        .map(|cell| cell.trim().trim_start_matches('\u{feff}').to_owned())
        .collect();
    Ok((headers, records))
}

impl Columns {
    /// The columns under these headers: as given, else as the mapping says, else as recognised.
    ///
    /// # Errors
    /// Fields given for another number of columns.
    pub fn of(
        headers: Vec<String>,
        records: &[StringRecord],
        mapping: &Mapping,
        given: (Option<&[OutcomeField]>, Option<DateOrder>),
    ) -> Result<Self> {
        let mut fields = match given.0 {
            Some(fields) if fields.len() == headers.len() => fields.to_vec(),
            Some(fields) => {
                return Err(Error::Invalid(format!(
                    "The file has {} columns, {} were given.",
                    headers.len(),
                    fields.len()
                )));
            }
            None => recognise_all(&headers, mapping),
        };
        keep_first_of_each(&mut fields);
        let said = given.1.or(mapping.dates).map(|order| match order {
            DateOrder::DayFirst => date::Order::DayFirst,
            DateOrder::MonthFirst => date::Order::MonthFirst,
        });
        let order = |wanted: OutcomeField| {
            let at = fields.iter().position(|field| *field == wanted);
            let found = at.map(|at| date::order(records.iter().filter_map(|row| row.get(at))));
            said.or(found).unwrap_or_default()
        };
        let (referred, decided) = (
            order(OutcomeField::ReferredAt),
            order(OutcomeField::DecidedAt),
        );
        let samples = (0..headers.len()).map(|at| samples(records, at)).collect();
        Ok(Self {
            again: Again::of(&headers),
            headers,
            fields,
            samples,
            referred,
            decided,
        })
    }

    /// True for a row that repeats the header.
    pub fn are_again(&self, record: &StringRecord) -> bool {
        self.again.is_met(record, |at, cell| {
            names_field(cell) && self.fields.get(at) == Some(&recognise(cell))
        })
    }

    /// Fields without which no row can be taken, and that no column is taken for.
    pub fn lacks(&self) -> Vec<OutcomeField> {
        let has = |wanted: OutcomeField| self.fields.contains(&wanted);
        let mut lacks = Vec::new();
        if !has(OutcomeField::Account) {
            lacks.push(OutcomeField::Account);
        }
        if !has(OutcomeField::Decision) && !has(OutcomeField::ReferredAt) {
            lacks.push(OutcomeField::Decision);
        }
        lacks
    }

    /// The columns as they are shown.
    pub fn view(&self, records: &[StringRecord]) -> Vec<OutcomeColumnView> {
        let columns = self.headers.iter().zip(&self.fields).zip(&self.samples);
        (0..)
            .zip(columns)
            .map(|(index, ((header, field), samples))| {
                let is_date = matches!(field, OutcomeField::ReferredAt | OutcomeField::DecidedAt);
                let order = is_date.then(|| self.order(*field));
                let at = usize::try_from(index).unwrap_or(usize::MAX);
                OutcomeColumnView {
                    index,
                    header: header.clone(),
                    field: *field,
                    samples: samples.clone(),
                    dates: order.map(|order| match order {
                        date::Order::DayFirst => DateOrder::DayFirst,
                        date::Order::MonthFirst => DateOrder::MonthFirst,
                    }),
                    reads: order.and_then(|order| either_way(records, at, order)),
                }
            })
            .collect()
    }

    /// Headers of columns that nothing is read from.
    pub fn unused(&self) -> impl Iterator<Item = &str> {
        let columns = self.headers.iter().zip(&self.fields);
        columns
            .filter(|(_, field)| **field == OutcomeField::Ignored)
            .map(|(header, _)| header.as_str())
    }

    /// The cell of a field, without what guards it in a spreadsheet.
    pub fn cell<'a>(&'a self, record: &'a StringRecord, wanted: OutcomeField) -> &'a str {
        self.cells(record, wanted).next().unwrap_or_default()
    }

    /// The filled cells of a field; only accounts may have several.
    pub fn cells<'a>(
        &'a self,
        record: &'a StringRecord,
        wanted: OutcomeField,
    ) -> impl Iterator<Item = &'a str> {
        let columns = self.fields.iter().zip(record.iter());
        columns
            .filter(move |(field, _)| **field == wanted)
            .map(|(_, cell)| unguard(cell).trim())
            .filter(|cell| !cell.is_empty())
    }

    /// True of a row with a date that can only be read in the other order than its column.
    pub fn is_turned(&self, record: &StringRecord) -> bool {
        [OutcomeField::ReferredAt, OutcomeField::DecidedAt]
            .into_iter()
            .any(|field| date::is_turned(self.cell(record, field), self.order(field)))
    }

    /// Which comes first in the dates of a field.
    pub fn order(&self, field: OutcomeField) -> date::Order {
        match field {
            OutcomeField::ReferredAt => self.referred,
            _ => self.decided,
        }
    }
}

/// As the mapping says; else as recognised, unless the mapping has another column for that.
fn recognise_all(headers: &[String], mapping: &Mapping) -> Vec<OutcomeField> {
    let mapped = mapping.fit(headers).fields;
    let taken: Vec<OutcomeField> = mapped.iter().flatten().copied().collect();
    let recognised = |header: &String| match recognise(header) {
        found if found != OutcomeField::Account && taken.contains(&found) => OutcomeField::Ignored,
        found => found,
    };
    let all = headers.iter().zip(mapped);
    all.map(|(header, mapped)| mapped.unwrap_or_else(|| recognised(header)))
        .collect()
}

/// True for a cell that names a column of an outcomes file.
pub fn names_field(cell: &str) -> bool {
    recognise(cell) != OutcomeField::Ignored
}

fn recognise(header: &str) -> OutcomeField {
    if let Some(field) = NAMES.get(&key(header)) {
        return *field;
    }
    match header::recognise(header) {
        Field::Platform => OutcomeField::Platform,
        Field::Handle | Field::Url | Field::PlatformId | Field::PostUrl => OutcomeField::Account,
        Field::Unit => OutcomeField::Unit,
        _ => OutcomeField::Ignored,
    }
}

/// The first filled cells of a column that differ.
fn samples(records: &[StringRecord], at: usize) -> Vec<String> {
    let mut found = Vec::<String>::new();
    for cell in records.iter().filter_map(|row| row.get(at)) {
        let cell = unguard(cell).trim();
        if !cell.is_empty() && !found.iter().any(|seen| cell.starts_with(seen.as_str())) {
            found.push(cell.chars().take(LONGEST_SAMPLE).collect());
        }
        if found.len() == SAMPLES {
            break;
        }
    }
    found
}

/// The first date of a column that means another day where the other part comes first, and the day it is read as.
fn either_way(records: &[StringRecord], at: usize, order: date::Order) -> Option<(String, String)> {
    let other = match order {
        date::Order::DayFirst => date::Order::MonthFirst,
        date::Order::MonthFirst => date::Order::DayFirst,
    };
    records
        .iter()
        .filter_map(|row| row.get(at))
        .find_map(|cell| {
            let read = date::read_in(cell, order).ok()?;
            let turned = date::read_in(cell, other).ok()?;
            let day = read.at.to_string().chars().take(10).collect();
            (read.at != turned.at).then(|| (cell.trim().to_owned(), day))
        })
}

/// Of two columns taken for the same thing the first counts; accounts may stand in several.
fn keep_first_of_each(fields: &mut [OutcomeField]) {
    let mut seen = std::collections::BTreeSet::new();
    for field in fields {
        if *field != OutcomeField::Account && !seen.insert(*field) {
            *field = OutcomeField::Ignored;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_names_a_field_its_source_and_its_date_and_no_name_means_two() {
        let mut seen = BTreeMap::new();
        for line in lines() {
            let line = line.unwrap();
            assert!(field_named(&line.field).is_some(), "{line:?}");
            assert!(line.date.len() == 10 && !line.source.is_empty(), "{line:?}");
            for name in line.names.split(';') {
                let before = seen.insert(key(name), line.field.clone());
                assert!(before.is_none(), "{name:?} stands twice");
            }
        }
    }
}
