//! Templates of what a referral says. They come with the program; a unit puts its own in their place, each a version of
//! the case. What was submitted names the version and the hash of each, and is rendered with those or not at all.

mod diff;
mod read;
mod sample;
mod set;

pub use read::all;
pub use set::{preview, read_file, reset, set};

use crate::facts::read;
use crate::{Error, Result, outfile};
use breakwater_casefile::Reader;
use breakwater_casefile::table::unit_text::{self, UnitText};
use breakwater_report::template::{TemplateName, Texts};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What a template gives, and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct TemplateFact {
    name: String,
    words: String,
    source: String,
    date: String,
}

static FACTS: LazyLock<std::result::Result<Vec<TemplateFact>, String>> =
    LazyLock::new(|| read("templates.csv", include_str!("../../data/templates.csv")));

fn fact(name: TemplateName) -> Option<&'static TemplateFact> {
    let rows = FACTS.as_deref().unwrap_or_default();
    rows.iter().find(|row| row.name == name.code())
}

/// Which version of a template something was made with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Stamp {
    /// The version.
    pub version: String,
    /// SHA-256 of the template, hex.
    pub sha256: String,
}

/// The templates of a case.
#[derive(Debug, Clone)]
pub(crate) struct Templates {
    /// To render with.
    pub texts: Texts,
    /// The version of each, by name.
    pub stamps: BTreeMap<&'static str, Stamp>,
}

/// The name a template stands under in the case.
fn place(name: TemplateName) -> String {
    format!("template/{}", name.code())
}

/// The version of those that come with the program: the day of the newest row.
fn shipped_version() -> String {
    let rows = FACTS.as_deref().unwrap_or_default();
    let newest = rows.iter().map(|fact| fact.date.as_str()).max();
    newest.unwrap_or_default().to_owned()
}

fn own(reader: &Reader<'_>, name: TemplateName) -> Result<Option<UnitText>> {
    unit_text::standing(reader, &place(name))
}

/// The templates that count now.
pub(crate) fn stands(reader: &Reader<'_>) -> Result<Templates> {
    let mut texts = Texts::default();
    let mut stamps = BTreeMap::new();
    for name in TemplateName::ALL {
        let own = own(reader, name)?;
        let version = own.as_ref().map(|own| own.version.clone());
        if let Some(own) = &own {
            texts = texts.with(name, &own.text);
        }
        stamps.insert(
            name.code(),
            Stamp {
                version: version.unwrap_or_else(shipped_version),
                sha256: outfile::sha256(texts.source(name).as_bytes()),
            },
        );
    }
    Ok(Templates { texts, stamps })
}

/// What a unit wrote into templates of its own; what comes with the program says nothing of a case.
pub(crate) fn written(reader: &Reader<'_>) -> Result<Vec<String>> {
    let own = TemplateName::ALL.map(|name| own(reader, name));
    let own = own.into_iter().filter_map(Result::transpose);
    own.map(|own| Ok(own?.text)).collect()
}

/// The template of this name.
///
/// # Errors
/// There is none.
fn named(code: &str) -> Result<TemplateName> {
    TemplateName::of_code(code).ok_or_else(|| {
        let all: Vec<&str> = TemplateName::ALL.map(TemplateName::code).to_vec();
        Error::Invalid(format!(
            "There is no template {code:?}; there are {}.",
            all.join(", ")
        ))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_that_comes_with_the_program_has_source_and_date_and_no_fault() {
        assert_eq!(FACTS.as_ref().map(Vec::len), Ok(TemplateName::ALL.len()));
        for name in TemplateName::ALL {
            let fact = fact(name).unwrap();
            assert!(!fact.source.is_empty() && !fact.words.is_empty());
            assert!(chrono::NaiveDate::parse_from_str(&fact.date, "%Y-%m-%d").is_ok());
            assert_eq!(set::faults(&Texts::default(), name), []);
        }
    }
}
