//! What can be typed next: names of filters, and the values of one.

use super::cut::pieces;
use super::field::{self, FIELDS, Field};
use crate::fold::fold;

/// A value of a filter, as a case has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// What is typed.
    pub value: String,
    /// What it is called.
    pub label: String,
}

/// Something that can stand where the cursor is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// First code point it replaces.
    pub start: u32,
    /// The code point after the last it replaces.
    pub end: u32,
    /// What stands there instead.
    pub insert: String,
    /// What it is called.
    pub label: String,
    /// What it does.
    pub detail: String,
}

/// Most that is offered at once.
const MOST: usize = 12;

/// What can stand at a cursor, counted in code points. `offers` gives the values of a filter.
pub fn complete(text: &str, cursor: u32, offers: impl Fn(Field) -> Vec<Offer>) -> Vec<Completion> {
    let until: String = text.chars().take(cursor as usize).collect();
    let points = |bytes: usize| {
        let before = until.get(..bytes).unwrap_or_default().chars().count();
        u32::try_from(before).unwrap_or(u32::MAX)
    };
    let end = points(until.len());
    let Some(piece) = pieces(&until)
        .pop()
        .filter(|piece| piece.range.end == until.len())
    else {
        return Vec::new();
    };
    if let Some((name, _)) = &piece.field {
        let Some(facts) = field::named(name) else {
            return Vec::new();
        };
        let last = piece.values.last().filter(|_| !until.ends_with(','));
        let start = last.map_or(until.len(), |value| value.range.start);
        let typed = fold(last.map_or("", |value| value.text));
        return offers(facts.field)
            .into_iter()
            .filter(|offer| {
                fold(&offer.value).starts_with(&typed) || fold(&offer.label).starts_with(&typed)
            })
            .take(MOST)
            .map(|offer| Completion {
                start: points(start),
                end,
                insert: format!("{} ", quoted(&offer.value)),
                label: offer.value,
                detail: offer.label,
            })
            .collect();
    }
    let Some(value) = piece.values.first().filter(|value| !value.is_quoted) else {
        return Vec::new();
    };
    let typed = value.text.to_ascii_lowercase();
    FIELDS
        .iter()
        .filter(|facts| facts.name.starts_with(&typed))
        .take(MOST)
        .map(|facts| Completion {
            start: points(value.range.start),
            end,
            insert: format!("{}:", facts.name),
            label: format!("{}:", facts.name),
            detail: facts.what.to_owned(),
        })
        .collect()
}

/// A value as it is typed: in quotation marks where it is more than one word.
fn quoted(value: &str) -> String {
    if value.contains(|c: char| c.is_whitespace() || c == ',' || c == '*') {
        format!("\"{value}\"")
    } else {
        value.to_owned()
    }
}
