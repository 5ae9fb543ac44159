//! The register of what was published: every public figure rests on a frozen one, and what is corrected stays beside what
//! was said.

use super::freeze;
use crate::account::justice::day_that_has_come;
use crate::{Error, Result, Session};
use breakwater_casefile::Action;
use breakwater_casefile::table::published_figure::{self, NewPublished};
use breakwater_model::PublishedId;
use breakwater_model::audit::Operation;
use breakwater_model::published::{
    CorrectPublishedRequest, PublishRequest, PublishedRederivedView, PublishedView,
};

/// Enters what was published, on the frozen figure it rests on.
///
/// # Errors
/// Nothing was frozen under that name; a day that does not read or has not come; refused by rule
/// `a-publication-says-what-where-and-by-whom`.
pub fn publish(session: &Session, request: &PublishRequest) -> Result<PublishedView> {
    let (said, place) = (request.said.trim(), request.place.trim());
    let cleared_by = request.cleared_by.trim();
    let missing: Vec<String> = [("said", said), ("where", place), ("cleared_by", cleared_by)]
        .iter()
        .filter(|(_, text)| text.is_empty())
        .map(|(name, _)| (*name).to_owned())
        .collect();
    if !missing.is_empty() {
        return Err(Error::Refused {
            rule: "a-publication-says-what-where-and-by-whom",
            message: "Give the words as they were published, where, and who cleared them.".into(),
            missing,
        });
    }
    let happened = day_that_has_come(session, &request.at)?;
    let action = Action::new(Operation::Alteration, "figure-published", "figure")
        .word("said", said)
        .word("where", place)
        .word("cleared by", cleared_by);
    let new = NewPublished {
        said,
        place,
        cleared_by,
        happened: &happened,
        figure: request.figure.trim(),
    };
    let (id, _) = session.write(action, |w| w.add_published(&new))?;
    one(session, id)
}

/// Adds a correction; what was said before stays.
///
/// # Errors
/// No words; a day that does not read or has not come; nothing was published under that id.
pub fn correct(session: &Session, request: &CorrectPublishedRequest) -> Result<PublishedView> {
    let words = request.words.trim();
    if words.is_empty() {
        return Err(Error::Invalid(
            "Say what is right, and why it was not said so.".into(),
        ));
    }
    let happened = day_that_has_come(session, &request.at)?;
    let action =
        Action::new(Operation::Alteration, "published-corrected", "figure").word("words", words);
    session.write(action, |w| {
        w.add_correction(request.published, words, &happened)
    })?;
    one(session, request.published)
}

/// Everything that was published, the newest first, each beside its figure as it is derived now.
pub fn register(session: &Session) -> Result<Vec<PublishedView>> {
    let all = session.read(|reader| published_figure::all(reader))?;
    all.into_iter().map(|view| beside(session, view)).collect()
}

fn one(session: &Session, id: PublishedId) -> Result<PublishedView> {
    let all = session.read(|reader| published_figure::all(reader))?;
    let found = all.into_iter().find(|view| view.id == id);
    beside(session, found.ok_or(Error::NotFound("published figure"))?)
}

fn beside(session: &Session, mut view: PublishedView) -> Result<PublishedView> {
    let now = freeze::rederive(session, &view.figure)?;
    view.rederived = Some(PublishedRederivedView {
        is_equal: now.is_equal,
        is_signed: now.figure.is_signed,
        may_be_said: now.figure.said,
        changed: now.changed,
        taken_back: now.taken_back,
        without: now.without,
    });
    Ok(view)
}
