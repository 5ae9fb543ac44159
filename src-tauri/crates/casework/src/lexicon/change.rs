//! Changing terms: one new version, refused whole if a term breaks a rule.

use super::now;
use crate::{Error, Result, Session};
use breakwater_casefile::{Action, score};
use breakwater_model::audit::Operation;
use breakwater_model::lexicon::{LexiconChangeRequest, TermView};
use breakwater_text::indicator::{Category, Lexicon, Term};
use chrono::NaiveDate;

/// Changes terms of a lexicon and puts it in the place of the one before.
///
/// # Errors
/// The lexicon is another one by now; a term there is none of; a term that breaks a rule, with its rule.
pub fn change(session: &Session, request: &LexiconChangeRequest) -> Result<()> {
    let mut lexicon = now(session, &request.language)?;
    if lexicon.version != request.version {
        return Err(Error::refused(
            "lexicon-as-it-was-read",
            "This lexicon was changed meanwhile. Look at it again, then change it.",
        ));
    }
    if request.changes.is_empty() {
        return Err(Error::Invalid("There is no change.".into()));
    }
    let today = session.host().now().utc().date_naive();
    for change in &request.changes {
        let term = change
            .after
            .as_ref()
            .map(|after| term(after, today))
            .transpose()?;
        put(&mut lexicon.terms, change.before.as_deref(), term)?;
    }
    lexicon.version = next_version(session, &lexicon, today)?;
    let lexicon = checked(&lexicon)?;
    write(session, &lexicon, "lexicon-changed")
}

/// Goes back to the lexicon that comes with the program. False if it already is that.
pub fn reset(session: &Session, language: &str) -> Result<bool> {
    now(session, language)?;
    let action =
        Action::new(Operation::Alteration, "lexicon-reset", "lexicon").word("language", language);
    Ok(session.write(action, |w| w.drop_lexicons(language))?.0)
}

/// Puts a lexicon in the place of the one of its language.
pub(super) fn write(session: &Session, lexicon: &Lexicon, code: &'static str) -> Result<()> {
    let action = Action::new(Operation::Alteration, code, "lexicon")
        .word("language", &lexicon.language)
        .word("version", &lexicon.version);
    session.write(action, |w| w.put_lexicon(lexicon))?;
    Ok(())
}

fn put(terms: &mut Vec<Term>, before: Option<&str>, after: Option<Term>) -> Result<()> {
    let Some(before) = before else {
        terms.extend(after);
        return Ok(());
    };
    let at = terms.iter().position(|term| term.term == before);
    let at = at.ok_or_else(|| Error::Invalid(format!("There is no term {before:?}.")))?;
    match (terms.get_mut(at), after) {
        (Some(term), Some(after)) => *term = after,
        _ => {
            terms.remove(at);
        }
    }
    Ok(())
}

fn term(view: &TermView, today: NaiveDate) -> Result<Term> {
    let category = Category::of_code(&view.category)
        .ok_or_else(|| Error::Invalid(format!("There is no indicator {:?}.", view.category)))?;
    let source = view.source.trim();
    Ok(Term {
        term: view.term.trim().to_owned(),
        category,
        meaning: view.meaning.trim().to_owned(),
        weight: view.weight,
        source: if source.is_empty() {
            "to validate"
        } else {
            source
        }
        .to_owned(),
        date: today,
        reviewer: view.reviewer.trim().to_owned(),
        needs_linguist: view.needs_linguist,
    })
}

/// The same lexicon, read back from what would be kept: so every rule of a file holds for a term that was typed.
fn checked(lexicon: &Lexicon) -> Result<Lexicon> {
    Lexicon::read(&lexicon.language, &lexicon.write()).map_err(|faults| {
        let all: Vec<String> = faults.into_iter().map(|fault| fault.why).collect();
        Error::Invalid(format!("The term cannot be kept: {}.", all.join("; ")))
    })
}

/// Today with a number that no version of this language had.
fn next_version(session: &Session, lexicon: &Lexicon, today: NaiveDate) -> Result<String> {
    let own = session.read(score::own_versions)?;
    let is_free = |version: &String| {
        !own.iter()
            .any(|(language, one)| *language == lexicon.language && one == version)
    };
    Ok((1..=u32::MAX)
        .map(|number| format!("{today}.{number}"))
        .find(is_free)
        .unwrap_or_default())
}
