//! Tags: words an officer gives to accounts. Compared by their folded form, shown as they were written first.

use crate::{Error, Result, Session};
use breakwater_casefile::table::tag;
use breakwater_model::bulk::TagView;
use breakwater_text::fold::fold;
use std::collections::BTreeSet;

/// Most tags given at once.
const MOST: usize = 20;
/// Most characters of a tag.
const LONGEST: usize = 60;

/// A tag as it is matched and as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tag {
    pub folded: String,
    pub written: String,
}

/// Every tag of the case with the number of accounts that bear it.
pub fn all(session: &Session) -> Result<Vec<TagView>> {
    let counts = session.read(|reader| tag::counts(reader))?;
    Ok(counts
        .into_iter()
        .map(|(tag, count)| TagView { tag, count })
        .collect())
}

/// Reads tags as they were typed, each once, the spelling that the case has kept where it knows one.
///
/// # Errors
/// There is none; one is empty, too long or holds a line break; there are too many.
pub(crate) fn read(session: &Session, typed: &[String]) -> Result<Vec<Tag>> {
    if typed.is_empty() || typed.len() > MOST {
        return Err(Error::Invalid(format!(
            "Write one tag, or at most {MOST} at once."
        )));
    }
    let mut met = BTreeSet::new();
    let mut tags = Vec::with_capacity(typed.len());
    for text in typed {
        let written = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let folded = fold(&written);
        let is_long = written.chars().count() > LONGEST;
        if folded.is_empty()
            || is_long
            || written.contains('|')
            || written.contains(char::is_control)
        {
            return Err(Error::Invalid(format!(
                "A tag is a word or a few, at most {LONGEST} characters, without “|”."
            )));
        }
        if met.insert(folded.clone()) {
            let known = session.read(|reader| tag::written(reader, &folded))?;
            tags.push(Tag {
                written: known.unwrap_or(written),
                folded,
            });
        }
    }
    Ok(tags)
}
