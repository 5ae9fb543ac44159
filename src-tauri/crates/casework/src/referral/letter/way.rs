//! After approval: that a letter was sent, and what the platform answered. Each is an event of its item.

use super::{Told, expect, read, told};
use crate::referral::when;
use crate::{Error, Result, Session};
use breakwater_casefile::table::event::NewEvent;
use breakwater_casefile::{Action, Writer};
use breakwater_model::audit::Operation;
use breakwater_model::letter::{LetterAnswerRequest, LetterSentRequest, LetterState, LetterView};
use breakwater_model::{Instant, LetterId, WorldTime};

/// Marks an approved letter sent.
///
/// # Errors
/// No channel; a time that has not come, or before the approval; refused by rule `only-approved-letters-are-sent`.
pub fn sent(session: &Session, request: &LetterSentRequest) -> Result<LetterView> {
    let channel = words(&request.channel, "Say by which channel it was sent.")?;
    let at = when::not_yet_to_come(session, request.at)?;
    let action = Action::new(Operation::Alteration, "letter-sent", "letter")
        .on(request.letter.uuid())
        .word("channel", channel);
    session.write(action, |w| {
        let found = w.reading(|reader| told(reader, request.letter))?;
        expect(
            &found,
            &[LetterState::Approved],
            "only-approved-letters-are-sent",
            "A letter is marked sent once a second officer approved it, and once.",
        )?;
        if let Some((_, approved)) = &found.approved
            && at.plus_ms(60_000) < *approved
        {
            return Err(Error::Invalid(format!(
                "It was approved at {approved}; it cannot have been sent before."
            )));
        }
        enter(w, &found, ("letter-sent", channel), (request.letter, at))
    })?;
    read(session, request.letter)
}

/// Notes what the platform answered; a later answer stands beside the earlier one.
///
/// # Errors
/// No words; a time that has not come; refused by rule `only-sent-letters-are-answered`.
pub fn answered(session: &Session, request: &LetterAnswerRequest) -> Result<LetterView> {
    let answer = words(&request.answer, "Say what the platform answered.")?;
    let at = when::not_yet_to_come(session, request.at)?;
    let action = Action::new(Operation::Alteration, "letter-answered", "letter")
        .on(request.letter.uuid())
        .word("answer", answer);
    session.write(action, |w| {
        let found = w.reading(|reader| told(reader, request.letter))?;
        expect(
            &found,
            &[LetterState::Sent, LetterState::Answered],
            "only-sent-letters-are-answered",
            "An answer is to a letter that was sent.",
        )?;
        let sent = found
            .events
            .iter()
            .find(|event| event.kind == "letter-sent");
        if let Some(sent) = sent.filter(|sent| at < sent.happened.at) {
            return Err(Error::Invalid(format!(
                "It was sent at {}; it cannot have been answered before.",
                sent.happened.at
            )));
        }
        enter(w, &found, ("letter-answered", answer), (request.letter, at))
    })?;
    read(session, request.letter)
}

fn words<'a>(text: &'a str, missing: &str) -> Result<&'a str> {
    match text.trim() {
        "" => Err(Error::Invalid(missing.into())),
        words => Ok(words),
    }
}

fn enter(
    w: &mut Writer<'_>,
    found: &Told,
    (kind, value): (&'static str, &str),
    (letter, at): (LetterId, Instant),
) -> Result<()> {
    let known = w.now();
    w.add_event(&NewEvent {
        kind,
        account: Some(found.letter.account),
        action: None,
        item: Some(found.letter.item),
        value,
        happened: &WorldTime::exact(at),
        known,
        detail: &[("letter", &letter.to_string())],
    })
    .map(drop)
}
