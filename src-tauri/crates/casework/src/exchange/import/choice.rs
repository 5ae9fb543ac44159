//! Which mapping a file is read with.

use super::columns::Columns;
use super::mapping::{Fit, Mapping};
use super::{known, saved};
use crate::{Error, Result, Session};
use breakwater_model::import::{Field, ImportRequest};
use breakwater_model::mapping::MappingView;
use breakwater_text::date;

/// The mapping a file is read with.
#[derive(Default)]
pub struct Choice {
    /// Field of each column, in order.
    pub fields: Option<Vec<Field>>,
    /// Which comes first in a date.
    pub dates: Option<date::Order>,
    /// The one it is read with.
    pub used: Option<MappingView>,
    /// Those that fit this header, well or in part.
    pub offered: Vec<MappingView>,
}

/// The one given, else the one named, else the officer's own of the same header, else a known one.
pub fn choose(
    session: &Session,
    columns: &Columns,
    request: &ImportRequest,
    given: Option<Mapping>,
) -> Result<Choice> {
    if !columns.has_header {
        return Ok(Choice::default());
    }
    let headers = &columns.written;
    let known = known::of_header(headers);
    let kept: Vec<_> = saved::all::<Mapping>(session)?
        .into_iter()
        .map(|mapping| (mapping.fit(headers), mapping))
        .filter(|(fit, _)| fit.found * 2 >= headers.len().max(1))
        .collect();
    let mut offered: Vec<MappingView> = kept
        .iter()
        .map(|(fit, mapping)| mapping.view(fit))
        .collect();
    offered.extend(known.iter().map(|(mapping, fit)| mapping.view(fit)));
    let chosen = match (given, request.mapping.as_deref()) {
        (Some(mapping), _) => Some(with_fit(mapping, headers)),
        (None, Some("")) => None,
        (None, Some(name)) => {
            let mapping = match saved::named(session, name) {
                Err(error) => known::named(name).ok_or(error)?,
                Ok(mapping) => mapping,
            };
            Some(with_fit(mapping, headers))
        }
        (None, None) => {
            let own = kept.into_iter().find(|(fit, _)| fit.is_whole());
            own.map(|(fit, mapping)| (mapping, fit)).or(known)
        }
    };
    let Some((mapping, fit)) = chosen else {
        return Ok(Choice {
            offered,
            ..Choice::default()
        });
    };
    if fit.found == 0 {
        return Err(Error::Invalid(format!(
            "The mapping {:?} names none of the columns of this file. It names: {}.",
            mapping.name,
            fit.missing.join(", ")
        )));
    }
    Ok(Choice {
        fields: Some(fit.fields(&columns.fields)),
        dates: mapping.dates,
        used: Some(mapping.view(&fit)),
        offered,
    })
}

fn with_fit(mapping: Mapping, headers: &[String]) -> (Mapping, Fit) {
    let fit = mapping.fit(headers);
    (mapping, fit)
}
