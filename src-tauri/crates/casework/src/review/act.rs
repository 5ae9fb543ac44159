//! Actions beside the decision: safeguarding, intelligence report, preservation.

use crate::{Error, Result, Session, grading};
use breakwater_casefile::Action;
use breakwater_casefile::table::account;
use breakwater_casefile::table::action::{self, NewAction};
use breakwater_casefile::table::event::NewEvent;
use breakwater_model::assessment::{ActRequest, ActionKind, ActionView, AnswerActionRequest};
use breakwater_model::audit::Operation;
use breakwater_model::{ActionId, Instant, WorldTime};

/// Records an action; it never closes an account.
///
/// # Errors
/// Refused by rule: `an-action-says-who-was-told`; an intelligence report without a grading,
/// `an-intelligence-report-is-graded`.
pub fn act(session: &Session, request: &ActRequest) -> Result<ActionView> {
    if request.told.trim().is_empty() {
        return Err(Error::Refused {
            rule: "an-action-says-who-was-told",
            message: "Say who was told.".into(),
            missing: vec!["told".into()],
        });
    }
    let grading = graded(request)?;
    let row = session.read(|reader| account::row(reader, request.account))?;
    let told_at = request.at.unwrap_or_else(|| session.host().now());
    not_later_than_now(session, told_at)?;
    let entry = Action::new(Operation::Alteration, "action-recorded", "action")
        .on(request.account.uuid())
        .word("told", request.told.trim());
    let (id, _) = session.write(entry, |w| {
        let (id, action) = w.add_action(
            row,
            &NewAction {
                action: request.action,
                kind: request.kind,
                told: request.told.trim(),
                by: filled(request.by.as_deref()),
                reference: filled(request.reference.as_deref()),
                known: filled(request.known.as_deref()),
                grading: grading.as_deref(),
            },
        )?;
        w.add_event(&NewEvent {
            kind: "told",
            account: Some(row),
            action: Some(action),
            item: None,
            value: request.told.trim(),
            happened: &WorldTime::exact(told_at),
            known: w.now(),
            detail: &[],
        })?;
        Ok(id)
    })?;
    view(session, row, id)
}

/// Records the answer to an action.
pub fn answer(session: &Session, request: &AnswerActionRequest) -> Result<ActionView> {
    if request.answer.trim().is_empty() {
        return Err(Error::Invalid("Say what they answered.".into()));
    }
    let (action, row) = session.read(|reader| action::place(reader, request.action))?;
    let at = request.at.unwrap_or_else(|| session.host().now());
    not_later_than_now(session, at)?;
    let entry =
        Action::new(Operation::Alteration, "action-answered", "action").on(request.action.uuid());
    session.write(entry, |w| {
        w.add_event(&NewEvent {
            kind: "answered",
            account: Some(row),
            action: Some(action),
            item: None,
            value: request.answer.trim(),
            happened: &WorldTime::exact(at),
            known: w.now(),
            detail: &[],
        })
    })?;
    view(session, row, request.action)
}

/// The grading of an intelligence report, which has one; of anything else none.
fn graded(request: &ActRequest) -> Result<Option<String>> {
    let written = filled(request.grading.as_deref());
    match (request.action, written) {
        (ActionKind::Intelligence, Some(written)) => grading::read(written).map(Some),
        (ActionKind::Intelligence, None) => Err(Error::Refused {
            rule: "an-intelligence-report-is-graded",
            message: "Grade the report: source 1 to 3, information A to E, handling P or C.".into(),
            missing: vec!["grading".into()],
        }),
        (_, None) => Ok(None),
        (_, Some(_)) => Err(Error::Invalid(
            "Only an intelligence report is graded.".into(),
        )),
    }
}

fn filled(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}

fn not_later_than_now(session: &Session, at: Instant) -> Result<()> {
    if at > session.host().now().plus_ms(60_000) {
        return Err(Error::Invalid("This time has not come yet.".into()));
    }
    Ok(())
}

fn view(session: &Session, row: i64, id: ActionId) -> Result<ActionView> {
    session.read(|reader| {
        action::of_account(reader, row)?
            .into_iter()
            .find(|view| view.id == id)
            .ok_or(Error::NotFound("action"))
    })
}
