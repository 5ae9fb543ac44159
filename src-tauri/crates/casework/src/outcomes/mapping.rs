//! A mapping of an outcomes file: what its columns are taken for and what its wordings mean, and its text form:
//! one line `header=field`, `decision: wording=value` or `unit: wording=value`, with remarks after `#`.

use super::words::Words;
use crate::{Error, Result, Session};
use breakwater_casefile::table::place;
use serde::{Deserialize, Serialize};
use std::fmt::Write as _;
use std::path::Path;

const MARK: &str = "# Breakwater outcomes mapping 1";
const KEY: &str = "outcomes-mapping:";
/// Bytes of a mapping file.
const LONGEST: u64 = 1 << 20;
/// No name of a mapping is longer than this many signs.
const LONGEST_NAME: usize = 80;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OutcomeField {
    /// The platform.
    Platform,
    /// Address, handle or id.
    Account,
    /// The unit.
    Unit,
    /// When it was referred.
    ReferredAt,
    /// The platform's reference.
    Reference,
    /// What was decided.
    Decision,
    /// When.
    DecidedAt,
    /// Why.
    Reason,
    /// Nothing that is used.
    Ignored,
}

/// The field under a word.
pub fn field_named(word: &str) -> Option<OutcomeField> {
    serde_json::from_value(serde_json::Value::from(word)).ok()
}

/// A mapping.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mapping {
    /// Headers and their fields.
    pub columns: Vec<(String, OutcomeField)>,
    /// Wordings: `decision` or `unit`, the wording, its value.
    pub wordings: Vec<(String, String, String)>,
}

impl Mapping {
    /// Reads the text form.
    ///
    /// # Errors
    /// A line that is none, with its number; a field or value that is none.
    pub fn read(text: &str) -> Result<Self> {
        let mut mapping = Self::default();
        for (number, line) in (1..).zip(text.trim_start_matches('\u{feff}').lines()) {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let bad = |what: &str| {
                Error::Invalid(format!("Line {number} of the outcomes mapping {what}."))
            };
            let (left, right) = line
                .rsplit_once('=')
                .ok_or_else(|| bad("is not header=field or decision: wording=value"))?;
            let (left, right) = (left.trim(), right.trim());
            let wording = ["decision", "unit"].into_iter().find_map(|list| {
                let rest = left.strip_prefix(list)?.strip_prefix(':')?;
                Some((list, rest.trim()))
            });
            if let Some((list, wording)) = wording {
                let mut words = Words::known();
                let is_value = match list {
                    "decision" => words.add_decision(wording, right),
                    _ => words.add_unit(wording, right),
                };
                if !is_value {
                    return Err(bad(&format!(
                        "gives {list} the value {right:?}, which is none"
                    )));
                }
                let entry = (list.to_owned(), wording.to_owned(), right.to_owned());
                mapping.wordings.push(entry);
                continue;
            }
            let field = field_named(right)
                .ok_or_else(|| bad(&format!("names the field {right:?}, which is none")))?;
            mapping.columns.push((left.to_owned(), field));
        }
        Ok(mapping)
    }

    /// The text form.
    pub fn text(&self) -> String {
        let mut text = format!("{MARK}\n");
        for (header, field) in &self.columns {
            let _ = writeln!(text, "{header}={}", super::words::name_of(field));
        }
        for (list, wording, value) in &self.wordings {
            let _ = writeln!(text, "{list}: {wording}={value}");
        }
        text
    }

    /// The known wordings with those of the mapping over them.
    pub fn words(&self) -> Words {
        let mut words = Words::known();
        for (list, wording, value) in &self.wordings {
            match list.as_str() {
                "decision" => words.add_decision(wording, value),
                _ => words.add_unit(wording, value),
            };
        }
        words
    }

    /// Reads the mapping of a file.
    ///
    /// # Errors
    /// Not a mapping.
    pub fn of_file(file: &Path) -> Result<Self> {
        let what = "the mapping file";
        if file.metadata().map_err(Error::io(what))?.len() > LONGEST {
            return Err(Error::Invalid(
                "The file is too long to be a mapping.".into(),
            ));
        }
        Self::read(&std::fs::read_to_string(file).map_err(Error::io(what))?)
    }

    /// One this officer keeps in the case under a name.
    ///
    /// # Errors
    /// There is none.
    pub fn kept(session: &Session, name: &str) -> Result<Self> {
        let kept = session.read(|reader| place::beginning(reader, session.officer().row, KEY))?;
        let wanted = format!("{KEY}{}", name.trim());
        match kept.into_iter().find(|(key, _)| *key == wanted) {
            Some((_, text)) => Self::read(&text),
            None => Err(Error::Invalid(format!(
                "There is no file and no outcomes mapping of yours called {name:?}."
            ))),
        }
    }

    /// Keeps it in the case under a name, as this officer's; one of the same name is replaced.
    ///
    /// # Errors
    /// A name that is none.
    pub fn keep(&self, session: &Session, name: &str) -> Result<()> {
        let name = name.trim();
        let is_name = !name.is_empty()
            && name.chars().count() <= LONGEST_NAME
            && !name.contains(char::is_control);
        if !is_name {
            return Err(Error::Invalid(format!(
                "A mapping has a name of one line and at most {LONGEST_NAME} signs."
            )));
        }
        session.place(|placer| placer.put(&format!("{KEY}{name}"), &self.text()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mapping_comes_back_from_its_text() {
        let text =
            "# remark\nKonto=account\ndecision: ist weg=removed\nunit: Seite=page\nEgal=ignored\n";
        let mapping = Mapping::read(text).unwrap();
        assert_eq!(Mapping::read(&mapping.text()).unwrap(), mapping);
        assert_eq!(mapping.columns.len(), 2);
        let words = mapping.words();
        assert_eq!(
            words.decision("IST WEG").unwrap().unwrap().name(),
            "removed"
        );
        assert!(Words::known().decision("ist weg").is_err());
    }

    #[test]
    fn what_is_no_mapping_is_refused_by_line() {
        for (text, said) in [
            ("Konto=account\nnothing", "Line 2"),
            ("Konto=nobody", "nobody"),
            ("decision: weg=purple", "purple"),
        ] {
            let error = Mapping::read(text).unwrap_err().to_string();
            assert!(error.contains(said), "{error}");
        }
    }
}
