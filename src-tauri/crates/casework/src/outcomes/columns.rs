//! The columns of an outcomes file: what each is taken for.

use super::mapping::{Mapping, OutcomeField, field_named};
use super::words::key;
use crate::exchange::import::source::Source;
use crate::{Error, Result};
use breakwater_model::import::Field;
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

/// The columns of a file.
#[derive(Debug, Clone)]
pub struct Columns {
    /// Headers as written.
    pub headers: Vec<String>,
    /// Field of each.
    pub fields: Vec<OutcomeField>,
    referred: date::Order,
    decided: date::Order,
}

impl Columns {
    /// The columns of a file and its rows, without the header.
    ///
    /// # Errors
    /// An empty file; one without a column that names the accounts, or without decision and date of referral.
    pub fn read(source: &Source, mapping: &Mapping) -> Result<(Self, Vec<StringRecord>)> {
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
        let headers: Vec<String> = header
            .iter()
            .map(|cell| cell.trim().trim_start_matches('\u{feff}').to_owned())
            .collect();
        let mut fields: Vec<OutcomeField> = headers
            .iter()
            .map(|header| recognise(header, mapping))
            .collect();
        keep_first_of_each(&mut fields);
        let has = |wanted: OutcomeField| fields.contains(&wanted);
        if !has(OutcomeField::Account)
            || !(has(OutcomeField::Decision) || has(OutcomeField::ReferredAt))
        {
            return Err(Error::Invalid(format!(
                "{} has no columns that tell outcomes. Its first row should be: platform, account, unit, referred_at, reference, decision, decided_at, reason; or give a mapping.",
                source.name
            )));
        }
        let order = |wanted: OutcomeField| {
            let at = fields.iter().position(|field| *field == wanted);
            at.map_or_else(date::Order::default, |at| {
                date::order(records.iter().filter_map(|row| row.get(at)))
            })
        };
        let (referred, decided) = (
            order(OutcomeField::ReferredAt),
            order(OutcomeField::DecidedAt),
        );
        Ok((
            Self {
                headers,
                fields,
                referred,
                decided,
            },
            records,
        ))
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

    /// Which comes first in the dates of a field.
    pub fn order(&self, field: OutcomeField) -> date::Order {
        match field {
            OutcomeField::ReferredAt => self.referred,
            _ => self.decided,
        }
    }
}

fn recognise(header: &str, mapping: &Mapping) -> OutcomeField {
    let wanted = key(header);
    let mut columns = mapping.columns.iter();
    if let Some((_, field)) = columns.find(|(header, _)| key(header) == wanted) {
        return *field;
    }
    if let Some(field) = NAMES.get(&wanted) {
        return *field;
    }
    match header::recognise(header) {
        Field::Platform => OutcomeField::Platform,
        Field::Handle | Field::Url | Field::PlatformId | Field::PostUrl => OutcomeField::Account,
        Field::Unit => OutcomeField::Unit,
        _ => OutcomeField::Ignored,
    }
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
