//! Mappings of forms that other programs write: facts with a source and a date, in `data/mappings.csv`.

use super::mapping::{Fit, Mapping, field_named};
use breakwater_model::import::Field;
use breakwater_model::mapping::MappingOrigin;
use breakwater_text::date;
use serde::Deserialize;
use std::sync::LazyLock;

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    mapping: String,
    title: String,
    column: String,
    field: String,
    needed: String,
    dates: String,
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

/// A known mapping and the columns without which a file is not of its form.
struct Known {
    mapping: Mapping,
    needed: Vec<String>,
}

static KNOWN: LazyLock<Vec<Known>> = LazyLock::new(|| {
    let mut all: Vec<Known> = Vec::new();
    for line in lines().filter_map(Result::ok) {
        if all
            .last()
            .is_none_or(|known| known.mapping.name != line.mapping)
        {
            all.push(Known {
                mapping: Mapping {
                    name: line.mapping.clone(),
                    title: line.title.clone(),
                    origin: MappingOrigin::Known,
                    columns: Vec::new(),
                    dates: None,
                },
                needed: Vec::new(),
            });
        }
        let Some(known) = all.last_mut() else {
            continue;
        };
        if line.dates == "month-first" {
            known.mapping.dates = Some(date::Order::MonthFirst);
        }
        if line.needed == "yes" {
            known.needed.push(line.column.clone());
        }
        let field = field_named(&line.field).unwrap_or(Field::Extra);
        known.mapping.columns.push((line.column, field));
    }
    all
});

fn lines() -> impl Iterator<Item = Result<Line, csv::Error>> {
    csv::Reader::from_reader(include_str!("../../../data/mappings.csv").as_bytes())
        .into_deserialize()
}

/// The form this header is of, if it is a known one: the one with most of its columns there.
pub fn of_header(headers: &[String]) -> Option<(Mapping, Fit)> {
    KNOWN
        .iter()
        .map(|known| (known, known.mapping.fit(headers)))
        .filter(|(known, fit)| {
            known
                .needed
                .iter()
                .all(|needed| !fit.missing.contains(needed))
        })
        .max_by_key(|(_, fit)| fit.found)
        .map(|(known, mut fit)| {
            // A known form has more columns than any one file of it.
            fit.missing.clear();
            (known.mapping.clone(), fit)
        })
}

/// A known mapping by name.
pub fn named(name: &str) -> Option<Mapping> {
    let found = KNOWN.iter().find(|known| known.mapping.name == name);
    found.map(|known| known.mapping.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_reads_and_names_a_field_its_source_and_its_date() {
        for line in lines() {
            let line = line.unwrap();
            assert!(field_named(&line.field).is_some(), "{line:?}");
            assert!(line.date.len() == 10 && !line.source.is_empty(), "{line:?}");
            assert!(["", "yes"].contains(&line.needed.as_str()), "{line:?}");
            assert!(
                ["", "month-first"].contains(&line.dates.as_str()),
                "{line:?}"
            );
        }
        assert!(KNOWN.iter().all(|known| !known.needed.is_empty()));
    }
}
