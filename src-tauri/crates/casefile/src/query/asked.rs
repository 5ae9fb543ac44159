//! A search as the case reads it, and what of it cannot be read.

use crate::session::Session;
use crate::{Error, Result};
use breakwater_model::list::{ListRequest, ListView, MistakeView};
use breakwater_text::search::{self, Search};

/// Codes of the platforms and of the languages that accounts of the case have.
pub fn met(session: &Session) -> Result<(Vec<String>, Vec<String>)> {
    let roll = session.lists().roll(session)?;
    Ok((roll.platforms.clone(), roll.languages.clone()))
}

/// Reads a search as the case knows its words.
///
/// # Errors
/// Only the case itself; what cannot be read of the search is in the answer.
pub fn read(
    session: &Session,
    text: &str,
) -> Result<std::result::Result<Search, Vec<MistakeView>>> {
    let platforms = if text.contains(':') {
        met(session)?.0
    } else {
        Vec::new()
    };
    Ok(search::read(text, &platforms))
}

pub(super) fn understood(session: &Session, request: &ListRequest) -> Result<Search> {
    read(session, &request.search)?
        .map_err(|mistakes| Error::Invalid(mistakes.first().map_or_else(String::new, said)))
}

/// A mistake in one sentence: where, what, and what is possible.
pub fn said(mistake: &MistakeView) -> String {
    let possible = match mistake.possible.join(", ") {
        none if none.is_empty() => none,
        possible => format!(" Possible: {possible}."),
    };
    format!(
        "At sign {} of the search: {}{possible}",
        mistake.start + 1,
        mistake.message
    )
}

pub(super) fn mistaken(session: &Session, mistakes: Vec<MistakeView>) -> ListView {
    ListView {
        rows: Vec::new(),
        total: 0,
        is_exact: true,
        groups: Vec::new(),
        index: session.index_state().to_owned(),
        mistakes,
        scan: None,
    }
}
