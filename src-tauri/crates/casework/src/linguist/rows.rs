//! A returned file's rows: which text each is about, and what the linguist says of it.

use crate::exchange::import::source::Source;
use crate::{Error, Result};
use breakwater_model::account::TranslationStatus;
use breakwater_report::csv_guard::unguard;
use csv::StringRecord;

/// What a linguist says of a text.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Said {
    /// A translation.
    Translation {
        /// The words.
        text: String,
        /// How far it was checked.
        status: TranslationStatus,
        /// Who made it.
        by: String,
        /// What they say of it.
        note: Option<String>,
    },
    /// They cannot read it.
    CannotRead {
        /// Who cannot.
        by: String,
        /// What they say beside.
        note: Option<String>,
    },
    /// Nothing is filled in.
    Nothing,
}

/// The columns of a file. Those that mean nothing here are kept for the file of rejected rows.
#[derive(Debug, Clone)]
pub struct Columns {
    /// Headers as written.
    pub headers: Vec<String>,
    key: usize,
    translation: Option<usize>,
    status: Option<usize>,
    by: Option<usize>,
    cannot_read: Option<usize>,
    note: Option<usize>,
}

impl Columns {
    fn recognise(name: &str, first: Option<&StringRecord>) -> Result<Self> {
        let Some(first) = first else {
            return Err(Error::Invalid(format!(
                "{name} is empty: there is no row in it."
            )));
        };
        let headers: Vec<String> = first
            .iter()
            .map(|cell| cell.trim().trim_start_matches('\u{feff}').to_owned())
            .collect();
        let at = |wanted: &str| headers.iter().position(|header| plain(header) == wanted);
        let key = at("key").ok_or_else(|| {
            Error::Invalid(format!(
                "{name} has no column key. Its first row should be the one it was given out with: key, language, what, original, translation, status, by, cannot_read, note."
            ))
        })?;
        let (translation, cannot_read) = (at("translation"), at("cannot_read"));
        if translation.is_none() && cannot_read.is_none() {
            return Err(Error::Invalid(format!(
                "{name} has neither a column translation nor a column cannot_read: there is nothing to take in."
            )));
        }
        Ok(Self {
            key,
            translation,
            status: at("status"),
            by: at("by"),
            cannot_read,
            note: at("note"),
            headers,
        })
    }

    /// The key of a row as it stands in the file.
    pub fn key<'a>(&self, record: &'a StringRecord) -> &'a str {
        record
            .get(self.key)
            .map(|cell| unguard(cell).trim())
            .unwrap_or_default()
    }

    /// What a row says, or why it cannot be taken.
    pub fn said(&self, record: &StringRecord) -> std::result::Result<Said, String> {
        let cell = |at: Option<usize>| {
            at.and_then(|at| record.get(at))
                .map(|cell| unguard(cell).trim())
                .unwrap_or_default()
        };
        let text = cell(self.translation);
        let note = Some(cell(self.note).to_owned()).filter(|note| !note.is_empty());
        let by = cell(self.by).to_owned();
        let cannot_read = is_yes(cell(self.cannot_read))?;
        match (text.is_empty(), cannot_read) {
            (true, false) => Ok(Said::Nothing),
            (false, true) => {
                Err("it has a translation and says that it cannot be read: keep one".into())
            }
            _ if by.is_empty() => {
                Err("by is empty: write who made it, or who cannot read it".into())
            }
            (true, true) => Ok(Said::CannotRead { by, note }),
            (false, false) => Ok(Said::Translation {
                text: text.to_owned(),
                status: status(cell(self.status))?,
                by,
                note,
            }),
        }
    }
}

/// A header as it is compared.
fn plain(header: &str) -> String {
    header.to_lowercase().replace([' ', '-'], "_")
}

fn status(text: &str) -> std::result::Result<TranslationStatus, String> {
    match text.to_lowercase().as_str() {
        "gist" => Ok(TranslationStatus::Gist),
        "checked" => Ok(TranslationStatus::Checked),
        "certified" => Ok(TranslationStatus::Certified),
        "" => Err("status is empty: write gist, checked or certified".into()),
        _ => Err(format!(
            "{text:?} is not a status: write gist, checked or certified"
        )),
    }
}

fn is_yes(text: &str) -> std::result::Result<bool, String> {
    match text.to_lowercase().as_str() {
        "" | "no" | "n" | "0" | "false" => Ok(false),
        "yes" | "y" | "x" | "1" | "true" => Ok(true),
        _ => Err(format!(
            "cannot_read says {text:?}: write yes, or leave it empty"
        )),
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
    let columns = Columns::recognise(&source.name, records.first())?;
    records.remove(0);
    Ok((columns, records))
}
