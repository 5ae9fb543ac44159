//! A mapping of an outcomes file: what its columns are taken for and what its wordings mean, and its text form:
//! one line `header=field`, `decision: wording=value` or `unit: wording=value`, with remarks after `#`.

use super::words::{Words, key, name_of};
use crate::exchange::import::mapping::{Fit, checked_name, unwritten, written};
use crate::exchange::import::saved::{self, Kept};
use crate::{Error, Result};
use breakwater_model::mapping::{MappingOrigin, MappingView};
pub use breakwater_model::outcomes::OutcomeField;
use breakwater_model::outcomes::{DateOrder, WordingList};
use std::fmt::Write as _;
use std::path::Path;

const MARK: &str = "# Breakwater outcomes mapping 1";
/// Where the text form says its name.
const NAME: &str = "# name: ";
/// Where it says which comes first in dates.
const DATES: &str = "# dates: ";

/// The field under a word.
pub fn field_named(word: &str) -> Option<OutcomeField> {
    serde_json::from_value(serde_json::Value::from(word)).ok()
}

/// A mapping.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mapping {
    /// What it is called.
    pub name: String,
    /// Headers and their fields.
    pub columns: Vec<(String, OutcomeField)>,
    /// Wordings, each with its value.
    pub wordings: Vec<(WordingList, String, String)>,
    /// Which comes first in dates, where it says so.
    pub dates: Option<DateOrder>,
}

impl Mapping {
    /// The known wordings with those of the mapping over them.
    pub fn words(&self) -> Words {
        let mut words = Words::known();
        for (list, wording, value) in &self.wordings {
            words.add(*list, wording, value);
        }
        words
    }

    /// True if it names a wording.
    pub fn names(&self, list: WordingList, wording: &str) -> bool {
        let wanted = key(wording);
        let mut wordings = self.wordings.iter();
        wordings.any(|(of, wording, _)| *of == list && key(wording) == wanted)
    }

    /// Held against the header of a file, in any order.
    pub fn fit(&self, headers: &[String]) -> Fit<OutcomeField> {
        // A star stands for nothing but itself here.
        Fit::of(&self.columns, headers, |header| {
            key(header).replace('*', "\u{2217}")
        })
    }

    /// As the window and the command line show it.
    pub fn view(&self, fit: Fit<OutcomeField>) -> MappingView {
        MappingView {
            name: self.name.clone(),
            title: String::new(),
            origin: MappingOrigin::Saved,
            missing: fit.missing,
            new: fit.new,
        }
    }

    /// Reads the mapping of a file.
    ///
    /// # Errors
    /// Not a mapping.
    pub fn of_file(file: &Path) -> Result<Self> {
        saved::read(file)
    }

    fn line(&mut self, line: &str, bad: impl Fn(&str) -> Error) -> Result<()> {
        let (left, right) = line
            .rsplit_once('=')
            .ok_or_else(|| bad("is not header=field or decision: wording=value"))?;
        let (left, right) = (left.trim(), right.trim());
        let lists = [WordingList::Decision, WordingList::Unit];
        let wording = lists.into_iter().find_map(|list| {
            let rest = left.strip_prefix(name_of(&list).as_str())?;
            Some((list, rest.strip_prefix(':')?.trim()))
        });
        let unread = || bad("begins a quotation it does not end");
        let Some((list, wording)) = wording else {
            let field = field_named(right)
                .ok_or_else(|| bad(&format!("names the field {right:?}, which is none")))?;
            let header = unwritten(left).ok_or_else(unread)?;
            self.columns.push((header, field));
            return Ok(());
        };
        let wording = unwritten(wording).ok_or_else(unread)?;
        if !Words::known().add(list, &wording, right) {
            let list = name_of(&list);
            return Err(bad(&format!(
                "gives {list} the value {right:?}, which is none"
            )));
        }
        self.wordings.push((list, wording, right.to_owned()));
        Ok(())
    }
}

impl Kept for Mapping {
    const KEY: &'static str = "outcomes-mapping:";

    fn read(name: &str, text: &str) -> Result<Self> {
        let mut mapping = Self {
            name: name.to_owned(),
            ..Self::default()
        };
        for (number, line) in (1..).zip(text.trim_start_matches('\u{feff}').lines()) {
            let line = line.trim();
            if let Some(name) = line.strip_prefix(NAME.trim_end()) {
                name.trim().clone_into(&mut mapping.name);
            }
            if let Some(order) = line.strip_prefix(DATES) {
                mapping.dates = serde_json::from_value(order.trim().into()).ok();
            }
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            mapping.line(line, |what| {
                Error::Invalid(format!("Line {number} of the outcomes mapping {what}."))
            })?;
        }
        if mapping.columns.is_empty() && mapping.wordings.is_empty() {
            return Err(Error::Invalid(
                "The outcomes mapping says nothing: it has lines header=field and decision: wording=value.".into(),
            ));
        }
        let name = mapping.name.clone();
        mapping.renamed(&name)
    }

    fn text(&self) -> String {
        let mut text = format!("{MARK}\n{NAME}{}\n", self.name);
        if let Some(order) = &self.dates {
            let _ = writeln!(text, "{DATES}{}", name_of(order));
        }
        for (header, field) in &self.columns {
            let is_like_wording = header.starts_with("decision:") || header.starts_with("unit:");
            let header = if is_like_wording {
                serde_json::Value::from(header.as_str()).to_string()
            } else {
                written(header)
            };
            let _ = writeln!(text, "{header}={}", name_of(field));
        }
        for (list, wording, value) in &self.wordings {
            let _ = writeln!(text, "{}: {}={value}", name_of(list), written(wording));
        }
        text
    }

    fn name(&self) -> &str {
        &self.name
    }

    fn renamed(mut self, name: &str) -> Result<Self> {
        self.name = checked_name(name)?;
        Ok(self)
    }

    fn headers(&self) -> Vec<String> {
        let headers = self.columns.iter();
        headers.map(|(header, _)| header.clone()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::words::Meaning;
    use super::*;

    #[test]
    fn a_mapping_comes_back_from_its_text() {
        let text = "# remark\n# name: Desk 3\n# dates: month-first\nKonto=account\n\"decision: x\"=reason\n\
                    decision: ist weg=removed\ndecision: \"two\\nlines\"=leave-out\nunit: Seite=page\nEgal=ignored\n";
        let mapping = Mapping::read("other", text).unwrap();
        assert_eq!(Mapping::read("other", &mapping.text()).unwrap(), mapping);
        assert_eq!(
            (mapping.name.as_str(), mapping.columns.len()),
            ("Desk 3", 3)
        );
        assert_eq!(mapping.dates, Some(DateOrder::MonthFirst));
        let words = mapping.words();
        assert_eq!(words.decision("IST WEG").unwrap().name(), "removed");
        assert_eq!(words.decision("two lines").unwrap(), Meaning::LeftOut);
        assert!(Words::known().decision("ist weg").is_err());
    }

    #[test]
    fn what_is_no_mapping_is_refused_by_line() {
        for (text, said) in [
            ("Konto=account\nnothing", "Line 2"),
            ("Konto=nobody", "nobody"),
            ("decision: weg=purple", "purple"),
            ("decision: \"weg=removed", "does not end"),
            ("# only a remark", "says nothing"),
        ] {
            let error = Mapping::read("x", text).unwrap_err().to_string();
            assert!(error.contains(said), "{error}");
        }
    }
}
