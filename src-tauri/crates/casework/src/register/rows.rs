//! A register file's rows: what each names, on which list, and what it says beside.

use crate::exchange::import::heading::{self, Again};
use crate::exchange::import::source::Source;
use crate::{Error, Result};
use breakwater_casefile::table::register::Details;
use breakwater_model::register::{RegisterColumnView, RegisterField, RegisterList};
use breakwater_report::csv_guard::unguard;
use breakwater_text::date;
use breakwater_text::register::{self, Subject};
use csv::StringRecord;

/// The order of the columns where a file has no header.
const USUAL: [RegisterField; 6] = [
    RegisterField::KeyOrUrl,
    RegisterField::List,
    RegisterField::Owner,
    RegisterField::Contact,
    RegisterField::Expires,
    RegisterField::Note,
];

/// What a row puts on a list.
#[derive(Debug, Clone)]
pub struct Row {
    /// The list.
    pub list: RegisterList,
    /// As written.
    pub written: String,
    /// What it names.
    pub subject: Subject,
    /// What it says beside.
    pub details: Details,
}

/// The columns of a file.
#[derive(Debug, Clone)]
pub struct Columns {
    /// Headers as written; made up where the file has none.
    pub headers: Vec<String>,
    /// False if the first row already is an entry.
    pub has_header: bool,
    fields: Vec<RegisterField>,
    dates: date::Order,
    again: Again,
}

/// True for a cell that names a column of a register file.
pub fn names_field(cell: &str) -> bool {
    register::column(cell) != RegisterField::Ignored
}

impl Columns {
    /// True if the file says until when entries hold.
    pub fn tell_expiry(&self) -> bool {
        self.fields.contains(&RegisterField::Expires)
    }

    /// As they are shown.
    pub fn view(&self) -> Vec<RegisterColumnView> {
        let columns = self.headers.iter().zip(&self.fields);
        columns
            .map(|(header, field)| RegisterColumnView {
                header: header.clone(),
                field: *field,
            })
            .collect()
    }

    fn recognise(name: &str, all: &[StringRecord]) -> Result<Self> {
        let Some(first) = all.first() else {
            return Err(Error::Invalid(format!(
                "{name} is empty: there is no row in it."
            )));
        };
        let cells: Vec<&str> = first
            .iter()
            .map(|cell| cell.trim().trim_start_matches('\u{feff}'))
            .collect();
        let mut fields: Vec<RegisterField> =
            cells.iter().map(|cell| register::column(cell)).collect();
        let names_it = |field: &RegisterField| {
            matches!(field, RegisterField::KeyOrUrl | RegisterField::PlatformId)
        };
        let has_header = fields.iter().any(names_it);
        if !has_header {
            let second = cells.get(1).copied().unwrap_or_default();
            if register::list(second).is_none() {
                return Err(Error::Invalid(format!(
                    "{name} has no column that names the entries. Its first row should be: key_or_url, list, owner, contact, expires, note."
                )));
            }
            fields = (0..cells.len())
                .map(|at| USUAL.get(at).copied().unwrap_or(RegisterField::Ignored))
                .collect();
        }
        keep_first_of_each(&mut fields);
        if !fields.contains(&RegisterField::List) {
            return Err(Error::Invalid(format!(
                "{name} has no column list. Each row should say one of: protected, ask-first, already-referred, never-links."
            )));
        }
        let headers: Vec<String> = (1..)
            .zip(&cells)
            .map(|(number, cell)| {
                if has_header {
                    (*cell).to_owned()
                } else {
                    format!("Column {number}")
                }
            })
            .collect();
        let rows = all.get(usize::from(has_header)..).unwrap_or_default();
        let dates = date_order(&fields, rows);
        Ok(Self {
            again: if has_header {
                Again::of(&headers)
            } else {
                Again::default()
            },
            headers,
            fields,
            has_header,
            dates,
        })
    }

    /// What a row says, or why it cannot be taken.
    pub fn read(&self, record: &StringRecord) -> std::result::Result<Row, String> {
        let is_field = |at: usize, cell: &str| {
            names_field(cell) && self.fields.get(at) == Some(&register::column(cell))
        };
        if self.again.is_met(record, is_field) {
            return Err(heading::AGAIN.into());
        }
        let cell = |wanted: RegisterField| {
            let at = self.fields.iter().position(|field| *field == wanted);
            at.and_then(|at| record.get(at))
                .map(|cell| unguard(cell).trim())
                .unwrap_or_default()
        };
        let filled = |field| {
            Some(cell(field))
                .filter(|text| !text.is_empty())
                .map(str::to_owned)
        };
        let (written, id) = (
            cell(RegisterField::KeyOrUrl),
            cell(RegisterField::PlatformId),
        );
        let mut subject = register::subject(written, cell(RegisterField::Platform), id)?;
        let list = cell(RegisterField::List);
        let Some(list) = register::list(list) else {
            return Err(format!(
                "{list:?} is not a list: write protected, ask-first, already-referred or never-links"
            ));
        };
        if list == RegisterList::AlreadyReferred && subject.post.is_some() {
            subject.handle = None;
            subject.platform_id = None;
        }
        let expires = match date::read_in(cell(RegisterField::Expires), self.dates) {
            Ok(time) => Some(time),
            Err(date::DateError::Empty) => None,
            Err(error) => return Err(format!("until when it holds: {error}")),
        };
        Ok(Row {
            list,
            written: if written.is_empty() { id } else { written }.to_owned(),
            subject,
            details: Details {
                owner: filled(RegisterField::Owner),
                contact: filled(RegisterField::Contact),
                note: note([
                    ("reference ", cell(RegisterField::Reference)),
                    ("referred ", cell(RegisterField::Referred)),
                    ("", cell(RegisterField::Note)),
                ]),
                expires,
            },
        })
    }
}

/// What an entry says beside, as one note: under which reference and when it was referred stand first, as written.
fn note(parts: [(&str, &str); 3]) -> Option<String> {
    let said = parts.iter().filter(|(_, words)| !words.is_empty());
    let said: Vec<String> = said.map(|(what, words)| format!("{what}{words}")).collect();
    (!said.is_empty()).then(|| said.join("; "))
}

/// Which comes first in the dates until which entries hold.
fn date_order(fields: &[RegisterField], rows: &[StringRecord]) -> date::Order {
    let mut all = fields.iter();
    let at = all.position(|field| *field == RegisterField::Expires);
    at.map_or_else(date::Order::default, |at| {
        date::order(rows.iter().filter_map(|row| row.get(at)))
    })
}

fn keep_first_of_each(fields: &mut [RegisterField]) {
    let mut seen = std::collections::BTreeSet::new();
    for field in fields {
        if *field != RegisterField::Ignored && !seen.insert(*field) {
            *field = RegisterField::Ignored;
        }
    }
}

/// The columns of a file and its rows, without the header.
pub fn read(source: &Source) -> Result<(Columns, Vec<StringRecord>)> {
    let mut records: Vec<StringRecord> = source
        .rows()?
        .into_records()
        .collect::<std::result::Result<_, _>>()
        .map_err(|error| {
            Error::Invalid(format!("{} cannot be read as rows: {error}.", source.name))
        })?;
    let columns = Columns::recognise(&source.name, &records)?;
    if columns.has_header {
        records.remove(0);
    }
    Ok((columns, records))
}
