//! A mapping: what the columns of a file of one form are taken for, by their headers; and its text form.
//!
//! The text form is one line a column, `header=field`, with remarks after `#`. It is what a colleague is given and what
//! the case keeps.

use crate::{Error, Result};
use breakwater_model::import::Field;
use breakwater_model::mapping::{MappingOrigin, MappingView};
use breakwater_text::{date, fold};
use std::collections::BTreeSet;
use std::fmt::Write as _;

/// The first line of the text form.
const MARK: &str = "# Breakwater mapping 1";
/// Where the text form says its name.
const NAME: &str = "# name: ";
/// No name of a mapping is longer than this many signs.
const LONGEST_NAME: usize = 80;

/// What columns are taken for, by header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapping {
    /// What it is called.
    pub name: String,
    /// What it is, for a known one.
    pub title: String,
    /// Where it comes from.
    pub origin: MappingOrigin,
    /// Headers and their fields. A header of a known one may end in `*`.
    pub columns: Vec<(String, Field)>,
    /// Which comes first in a date.
    pub dates: Option<date::Order>,
}

/// A mapping held against the header of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fit<F = Field> {
    /// Field of each column of the file; `None` for one the mapping does not name.
    pub fields: Vec<Option<F>>,
    /// Columns that were found.
    pub found: usize,
    /// Columns it names and the file has not.
    pub missing: Vec<String>,
    /// Columns the file has and it does not name.
    pub new: Vec<String>,
}

impl<F: Copy> Fit<F> {
    /// Holds columns against the headers of a file, in any order. Each stands for one column of the file: of several of one
    /// name the first for the first. One that ends in `*` stands for all that begin so.
    pub fn of(columns: &[(String, F)], headers: &[String], key: impl Fn(&str) -> String) -> Self {
        let mut open: Vec<Option<(String, F)>> = columns
            .iter()
            .map(|(header, field)| Some((key(header), *field)))
            .collect();
        let mut found = BTreeSet::new();
        let mut new = Vec::new();
        let mut fields = Vec::new();
        for header in headers {
            let named = key(header);
            let at = open
                .iter()
                .position(|column| column.as_ref().is_some_and(|(key, _)| matches(key, &named)));
            let column = at.and_then(|at| {
                found.insert(at);
                let place = open.get_mut(at)?;
                let is_open = place.as_ref().is_some_and(|(key, _)| key.ends_with('*'));
                if is_open { place.clone() } else { place.take() }
            });
            if column.is_none() {
                new.push(header.clone());
            }
            fields.push(column.map(|(_, field)| field));
        }
        let missing = (0..)
            .zip(columns)
            .filter(|(at, (header, _))| !found.contains(at) && !header.ends_with('*'));
        Self {
            fields,
            found: found.len(),
            missing: missing.map(|(_, (header, _))| header.clone()).collect(),
            new,
        }
    }

    /// True if header and mapping name the same columns, in whatever order.
    pub const fn is_whole(&self) -> bool {
        self.missing.is_empty() && self.new.is_empty()
    }
}

impl Fit {
    /// The field of each column: as the mapping says, else as recognised unless the mapping has that field.
    pub fn fields(&self, recognised: &[Field]) -> Vec<Field> {
        let taken: BTreeSet<Field> = self.fields.iter().flatten().copied().collect();
        let all = self.fields.iter().zip(recognised);
        all.map(|(mapped, recognised)| match mapped {
            Some(field) => *field,
            None if taken.contains(recognised) => Field::Extra,
            None => *recognised,
        })
        .collect()
    }
}

impl Mapping {
    /// A mapping of an officer.
    ///
    /// # Errors
    /// A name that is none: empty, too long, or of more than one line.
    pub fn saved(name: &str, columns: Vec<(String, Field)>) -> Result<Self> {
        Ok(Self {
            name: checked_name(name)?,
            title: String::new(),
            origin: MappingOrigin::Saved,
            columns,
            dates: None,
        })
    }

    /// Holds it against the headers of a file, in any order. Case, spaces and marks around a header do not count.
    pub fn fit(&self, headers: &[String]) -> Fit {
        Fit::of(&self.columns, headers, key)
    }

    /// As the window and the command line show it.
    pub fn view(&self, fit: &Fit) -> MappingView {
        MappingView {
            name: self.name.clone(),
            title: self.title.clone(),
            origin: self.origin,
            missing: fit.missing.clone(),
            new: fit.new.clone(),
        }
    }

    /// The text form.
    pub fn text(&self) -> String {
        let mut text = format!("{MARK}\n{NAME}{}\n", self.name);
        for (header, field) in &self.columns {
            let _ = writeln!(text, "{}={}", written(header), name_of(*field));
        }
        text
    }

    /// Reads the text form. `name` is what it is called if it does not say so itself.
    ///
    /// # Errors
    /// A line that is none, with its number; a field that is none; not a single column.
    pub fn read(name: &str, text: &str) -> Result<Self> {
        let mut name = name.to_owned();
        let mut columns: Vec<(String, Field)> = Vec::new();
        for (number, line) in (1..).zip(text.trim_start_matches('\u{feff}').lines()) {
            let line = line.trim();
            if let Some(said) = line.strip_prefix(NAME.trim_end()) {
                said.trim().clone_into(&mut name);
            }
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let bad = |what: &str| Error::Invalid(format!("Line {number} of the mapping {what}."));
            let (header, field) = line
                .rsplit_once('=')
                .ok_or_else(|| bad("is not header=field"))?;
            let header =
                unwritten(header.trim()).ok_or_else(|| bad("begins a header it does not end"))?;
            let field = field.trim();
            let field = field_named(field).ok_or_else(|| {
                bad(&format!(
                    "names the field {field:?}, which is none of {FIELDS}"
                ))
            })?;
            columns.push((header, field));
        }
        if columns.is_empty() {
            return Err(Error::Invalid(
                "The mapping names no column: it has one line header=field for each.".into(),
            ));
        }
        Self::saved(&name, columns)
    }
}

/// A name of a mapping, trimmed.
///
/// # Errors
/// Empty, too long, or of more than one line.
pub fn checked_name(name: &str) -> Result<String> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > LONGEST_NAME || name.contains(char::is_control) {
        return Err(Error::Invalid(format!(
            "A mapping has a name of one line and at most {LONGEST_NAME} signs."
        )));
    }
    Ok(name.to_owned())
}

/// A cell as it stands in the text form: quoted where it could be taken for something else.
pub fn written(cell: &str) -> String {
    let is_plain = !cell.is_empty()
        && cell.trim() == cell
        && !cell.starts_with(['#', '"'])
        && !cell.contains(['\n', '\r']);
    if is_plain {
        cell.to_owned()
    } else {
        serde_json::Value::from(cell).to_string()
    }
}

/// The cell that stands in the text form; `None` where a quotation does not end.
pub fn unwritten(text: &str) -> Option<String> {
    if text.starts_with('"') {
        return serde_json::from_str(text).ok();
    }
    Some(text.to_owned())
}

fn key(header: &str) -> String {
    fold::fold(header.trim().trim_start_matches('\u{feff}'))
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

fn matches(key: &str, header: &str) -> bool {
    match key.strip_suffix('*') {
        Some(begin) => header.starts_with(begin),
        None => key == header,
    }
}

/// The word of a field in the text form: what the window and the command line call it.
fn name_of(field: Field) -> String {
    match serde_json::to_value(field) {
        Ok(serde_json::Value::String(text)) => text,
        _ => String::new(),
    }
}

/// The fields there are, for whoever wrote another.
const FIELDS: &str = "platform, handle, url, platform-id, display-name, bio, followers, language, first-seen, reason, source, notes, post-text, post-url, posted-at, unit, extra";

/// The field under a word; our own exports write its parts with a low line between them.
pub fn field_named(word: &str) -> Option<Field> {
    serde_json::from_value(serde_json::Value::from(word.replace('_', "-"))).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(all: &[(&str, Field)]) -> Vec<(String, Field)> {
        all.iter()
            .map(|(header, field)| ((*header).to_owned(), *field))
            .collect()
    }

    fn headers(all: &[&str]) -> Vec<String> {
        all.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_mapping_comes_back_from_its_text() {
        let all = [
            ("Konto", Field::Handle),
            ("a=b", Field::Extra),
            ("", Field::Notes),
            (" #1", Field::Url),
            ("\"said\"", Field::Bio),
            ("two\nlines", Field::Extra),
            ("رابط الحساب", Field::PostUrl),
        ];
        let mapping = Mapping::saved("Desk 3", columns(&all)).unwrap();
        assert_eq!(Mapping::read("other", &mapping.text()).unwrap(), mapping);
    }

    #[test]
    fn what_is_no_mapping_is_refused_by_line() {
        for (text, words) in [
            ("Konto=handle\nnothing", "Line 2"),
            ("Konto=nobody", "nobody"),
            ("\"Konto=handle", "Line 1"),
            ("# only a remark", "no column"),
        ] {
            let error = Mapping::read("x", text).unwrap_err().to_string();
            assert!(error.contains(words), "{error}");
        }
        assert!(Mapping::read("", "Konto=handle").is_err());
    }

    #[test]
    fn a_header_is_known_again_in_another_order_and_told_apart_where_it_changed() {
        let all = columns(&[
            ("Konto", Field::Handle),
            ("Notiz", Field::Notes),
            ("x", Field::Url),
        ]);
        let mapping = Mapping::saved("Desk 3", all).unwrap();
        let whole = mapping.fit(&headers(&["X", "notiz ", "KONTO"]));
        assert!(whole.is_whole());
        assert_eq!(
            whole.fields,
            [Some(Field::Url), Some(Field::Notes), Some(Field::Handle)]
        );
        let part = mapping.fit(&headers(&["Konto", "Notiz", "Link"]));
        assert_eq!(
            (part.missing, part.new),
            (headers(&["x"]), headers(&["Link"]))
        );
        assert!(
            !mapping
                .fit(&headers(&["Konto", "Konto", "Notiz", "x"]))
                .is_whole()
        );
    }
}
