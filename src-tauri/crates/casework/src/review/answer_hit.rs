//! What an officer says of an indicator: yes, no, unsure. It changes the sum and decides nothing.

use crate::{Error, Result, Session};
use breakwater_casefile::table::account;
use breakwater_casefile::{Action, query};
use breakwater_model::assessment::DoneView;
use breakwater_model::audit::Operation;
use breakwater_model::indicator::{AnswerHitRequest, HitAnswer};

/// Answers the hits of an account that have these words for this kind, or takes the answer back.
///
/// # Errors
/// The account has no such hit and no such answer.
pub fn answer_hit(session: &Session, request: &AnswerHitRequest) -> Result<DoneView> {
    let row = session.read(|reader| account::row(reader, request.account))?;
    let action = Action::new(Operation::Alteration, "indicator-answered", "account")
        .on(request.account.uuid())
        .word("words", &request.quote);
    let ((), done) = session.write(action, |w| {
        let sum = w.sum(row)?;
        let is_there = sum
            .lines
            .iter()
            .any(|line| line.category == request.category && line.quote == request.quote);
        if !is_there && request.answer.is_some() {
            return Err(Error::NotFound("indicator"));
        }
        w.answer_hit(row, &request.category, &request.quote, request.answer)?;
        Ok(())
    })?;
    let listed = session.read(|reader| {
        query::rows(reader, &[row], session.officer().row)?
            .pop()
            .ok_or(Error::NotFound("account"))
    })?;
    let what = match request.answer {
        Some(HitAnswer::Yes) => "counts",
        Some(HitAnswer::No) => "does not count",
        Some(HitAnswer::Unsure) => "counts half",
        None => "is not answered",
    };
    Ok(DoneView {
        set: done.set,
        said: format!("“{}” {what}", request.quote),
        status: listed.status,
        can_undo: true,
    })
}
