//! Columns: what each is taken for.

use super::row::{Cells, Row};
use crate::{Error, Result};
use breakwater_model::Instant;
use breakwater_model::account::ExtraView;
use breakwater_model::import::{ColumnView, Field};
use breakwater_report::csv_guard::unguard;
use breakwater_text::{date, header, identity, platform};
use csv::StringRecord;

/// Columns that our own export adds; they say nothing about the account when they come back, but for its id.
pub const OWN: &str = "breakwater_";
/// The column of our own export that holds the account's id.
pub const OWN_ID: &str = "breakwater_account";

/// What the columns of one file are taken for.
#[derive(Debug, Clone)]
pub struct Columns {
    /// Headers as written; made up where the file has none.
    pub headers: Vec<String>,
    /// Field of each column.
    pub fields: Vec<Field>,
    /// False if the first row already holds an account.
    pub has_header: bool,
    samples: Vec<Vec<String>>,
    dates: date::Order,
}

impl Columns {
    /// Recognises columns from the first row and a few more. Fields given by the officer win.
    pub fn recognise(
        first: &StringRecord,
        more: &[StringRecord],
        given: Option<&[Field]>,
    ) -> Result<Self> {
        let cells: Vec<&str> = first
            .iter()
            .map(|cell| cell.trim().trim_start_matches('\u{feff}'))
            .collect();
        let recognised: Vec<Field> = cells.iter().map(|cell| header::recognise(cell)).collect();
        let has_header = recognised.iter().any(|field| *field != Field::Extra)
            || !cells.iter().any(|cell| names_account(cell));
        let headers: Vec<String> = if has_header {
            cells.iter().map(|cell| (*cell).to_owned()).collect()
        } else {
            (1..=cells.len())
                .map(|number| format!("Column {number}"))
                .collect()
        };
        let mut fields = if has_header {
            recognised
        } else {
            cells.iter().map(|cell| guess(cell)).collect()
        };
        if let Some(given) = given {
            if given.len() != fields.len() {
                return Err(Error::Invalid(format!(
                    "The file has {} columns, {} were given.",
                    fields.len(),
                    given.len()
                )));
            }
            fields = given.to_vec();
        }
        keep_first_of_each(&mut fields, &headers);
        let first_seen = fields.iter().position(|field| *field == Field::FirstSeen);
        let dates = first_seen.map_or_else(date::Order::default, |at| {
            date::order(more.iter().filter_map(|row| row.get(at)))
        });
        let samples = (0..headers.len())
            .map(|at| {
                more.iter()
                    .filter_map(|row| row.get(at))
                    .filter(|cell| !cell.trim().is_empty())
                    .take(3)
                    .map(|cell| cell.chars().take(120).collect())
                    .collect()
            })
            .collect();
        Ok(Self {
            headers,
            fields,
            has_header,
            samples,
            dates,
        })
    }

    /// The columns as they are shown.
    pub fn view(&self) -> Vec<ColumnView> {
        let columns = self.headers.iter().zip(&self.fields).zip(&self.samples);
        (0..)
            .zip(columns)
            .map(|(index, ((header, field), samples))| ColumnView {
                index,
                header: header.clone(),
                field: *field,
                samples: samples.clone(),
            })
            .collect()
    }

    /// Names of the columns that are kept as they are, in the file's order.
    pub fn extra(&self) -> Vec<String> {
        let columns = self.headers.iter().zip(&self.fields);
        columns
            .filter(|(header, field)| **field == Field::Extra && !header.starts_with(OWN))
            .map(|(header, _)| header.clone())
            .collect()
    }

    /// What a row says, or why it cannot be taken.
    pub fn read(&self, record: &StringRecord, now: Instant) -> std::result::Result<Row, String> {
        let mut cells = Cells::default();
        for (at, cell) in record.iter().enumerate() {
            let text = unguard(cell).trim();
            match self.fields.get(at) {
                None if text.is_empty() => {}
                None => cells.extra.push(ExtraView {
                    name: format!("Column {}", at + 1),
                    value: text.to_owned(),
                }),
                Some(field) => {
                    let header = self.headers.get(at).map(String::as_str).unwrap_or_default();
                    cells.put(*field, header, text);
                }
            }
        }
        cells.row(now, self.dates)
    }
}

/// Of two columns taken for the same thing the first counts; the other is kept as it is.
fn keep_first_of_each(fields: &mut [Field], headers: &[String]) {
    let mut seen = std::collections::BTreeSet::new();
    for (field, header) in fields.iter_mut().zip(headers) {
        if header.starts_with(OWN) || (*field != Field::Extra && !seen.insert(*field)) {
            *field = Field::Extra;
        }
    }
}

fn names_account(cell: &str) -> bool {
    let found = identity::normalise(cell);
    found.holder_key().is_some() && (cell.contains('/') || cell.starts_with('@'))
}

fn guess(cell: &str) -> Field {
    if names_account(cell) {
        if cell.starts_with('@') {
            Field::Handle
        } else {
            Field::Url
        }
    } else if platform::code(cell).is_some() {
        Field::Platform
    } else {
        Field::Extra
    }
}
