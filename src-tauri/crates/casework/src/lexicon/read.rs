//! The lexicons, and the terms of one.

use super::of;
use crate::{Result, Session};
use breakwater_casefile::score;
use breakwater_model::lexicon::{LexiconView, TermView};
use breakwater_text::indicator::{Lexicon, Term};
use breakwater_text::language;

/// Every lexicon the case scores with.
pub fn all(session: &Session) -> Result<Vec<LexiconView>> {
    let scoring = session.scoring();
    let own = session.read(score::own_lexicons)?;
    let view = |lexicon: &Lexicon| {
        let put = own.iter().find(|one| one.language == lexicon.language);
        LexiconView {
            language: lexicon.language.clone(),
            name: name(&lexicon.language),
            version: lexicon.version.clone(),
            terms: count(lexicon.terms.len()),
            unchecked: count(
                lexicon
                    .terms
                    .iter()
                    .filter(|term| term.needs_linguist)
                    .count(),
            ),
            is_own: put.is_some(),
            officer: put.map(|put| put.officer.clone()),
            at: put.map(|put| put.at),
        }
    };
    Ok(scoring.lexicons().all().iter().map(view).collect())
}

/// The terms of a lexicon, in its order.
///
/// # Errors
/// There is none of this language.
pub fn terms(session: &Session, language: &str) -> Result<Vec<TermView>> {
    let scoring = session.scoring();
    Ok(of(&scoring, language)?
        .terms
        .iter()
        .map(term_view)
        .collect())
}

fn term_view(term: &Term) -> TermView {
    TermView {
        term: term.term.clone(),
        category: term.category.code().to_owned(),
        meaning: term.meaning.clone(),
        weight: term.weight,
        source: term.source.clone(),
        date: term.date.to_string(),
        reviewer: term.reviewer.clone(),
        needs_linguist: term.needs_linguist,
    }
}

fn name(code: &str) -> String {
    match code {
        "mul" => "Signs of no language".to_owned(),
        code => language::name(code).unwrap_or(code).to_owned(),
    }
}

/// A number of terms.
pub(super) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
