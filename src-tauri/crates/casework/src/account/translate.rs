//! Translations, always with who made them.

use crate::{Error, Result, Session};
use breakwater_casefile::Action;
use breakwater_casefile::table::translation::{self, NewTranslation};
use breakwater_casefile::table::{account, post};
use breakwater_model::account::{TranslateRequest, TranslationView};
use breakwater_model::audit::Operation;

/// Enters a translation.
///
/// # Errors
/// A translation without words, or without who made it, is refused.
pub fn translate(session: &Session, request: &TranslateRequest) -> Result<TranslationView> {
    if request.text.trim().is_empty() {
        return Err(Error::Invalid("The translation has no words.".into()));
    }
    if request.by.trim().is_empty() {
        return Err(Error::Invalid(
            "Say who or what made the translation.".into(),
        ));
    }
    let (row, of_post) = session.read(|reader| {
        let row = account::row(reader, request.account)?;
        let of_post = request
            .post
            .map(|id| post::row(reader, row, id))
            .transpose()?;
        Ok((row, of_post))
    })?;
    let action = Action::new(Operation::Alteration, "translation-added", "translation")
        .on(request.account.uuid());
    let (id, _) = session.write(action, |w| {
        w.add_translation(
            row,
            &NewTranslation {
                post: of_post,
                text: request.text.trim(),
                status: request.status,
                by: request.by.trim(),
                note: None,
            },
        )
    })?;
    session.read(|reader| {
        translation::of_account(reader, row)?
            .into_iter()
            .find(|view| view.id == id)
            .ok_or(Error::NotFound("translation"))
    })
}
