//! Decisions and actions.

use crate::account;
use crate::args::{Act, ActAnswer, Assess, OnCase};
use crate::case::{Desk, time, word};
use crate::output::Output;
use breakwater_casework::{Error, Result, review};
use breakwater_model::assessment::{
    ActRequest, Answer, AnswerActionRequest, DecideRequest, Decision,
};
use serde_json::json;
use std::collections::BTreeMap;
use std::path::Path;

pub fn exclusions(output: &Output) -> Result<()> {
    review::exclusions::exclusions()
        .into_iter()
        .try_for_each(|line| {
            output
                .line(&json!({ "name": line.name, "question": line.question, "short": line.short }))
        })
}

pub fn assess(desk: &Desk, call: &Assess, output: &Output) -> Result<()> {
    let decision: Decision = word("decision", &call.decision)?;
    let no_action_reason = match decision {
        Decision::NoAction => Some(word("reason for no action", call.reason.trim())?),
        Decision::Refer | Decision::Hold => None,
    };
    let request = DecideRequest {
        account: account::id(&call.id)?,
        decision,
        reason: if no_action_reason.is_some() {
            String::new()
        } else {
            call.reason.clone()
        },
        no_action_reason,
        answers: call
            .exclusions
            .as_deref()
            .map(answers)
            .transpose()?
            .unwrap_or_default(),
        review_by: call.review_by.clone(),
        grading: call.grading.clone(),
    };
    let open = desk.open(&call.case)?;
    let done = review::decide::decide(&open.session, &request)?;
    open.done(output, json!({ "status": done.status, "set": done.set }))
}

pub fn answers(file: &Path) -> Result<BTreeMap<String, Answer>> {
    let text = std::fs::read_to_string(file).map_err(Error::io("the file of answers"))?;
    let mut answers = BTreeMap::new();
    for (number, line) in (1..)
        .zip(text.lines())
        .filter(|(_, line)| !line.trim().is_empty())
    {
        let (name, answer) = line.split_once('=').ok_or_else(|| {
            Error::Invalid(format!(
                "Line {number} of the answers is not name=no, name=yes or name=cant-tell."
            ))
        })?;
        let answer = word(&format!("answer (line {number})"), answer.trim())?;
        let before = answers.insert(name.trim().to_owned(), answer);
        if before.is_some_and(|before| before != answer) {
            return Err(Error::Invalid(format!(
                "Line {number} of the answers says otherwise of {} than a line before it.",
                name.trim()
            )));
        }
    }
    Ok(answers)
}

pub fn act(desk: &Desk, call: &Act, output: &Output) -> Result<()> {
    let request = ActRequest {
        account: account::id(&call.id)?,
        action: word("action", &call.action)?,
        kind: word("kind of action", &call.kind)?,
        told: call.told.clone(),
        by: call.by.clone(),
        reference: call.reference.clone(),
        known: call.known.clone(),
        at: call.at.as_deref().map(time).transpose()?,
        grading: call.grading.clone(),
    };
    let open = desk.open(&call.case)?;
    let view = review::act::act(&open.session, &request)?;
    open.done(output, json!({ "action": view.id, "open": view.is_open }))
}

pub fn answer(desk: &Desk, call: &ActAnswer, output: &Output) -> Result<()> {
    let action = call.action.parse();
    let request = AnswerActionRequest {
        action: action.map_err(|_| {
            Error::Invalid(format!("{:?} is not the id of an action.", call.action))
        })?,
        answer: call.answer.clone(),
        at: call.at.as_deref().map(time).transpose()?,
    };
    let open = desk.open(&call.case)?;
    let view = review::act::answer(&open.session, &request)?;
    let told = json!({ "action": view.id, "open": view.is_open, "answered_at": view.answered_at });
    open.done(output, told)
}

pub fn duty_contacts(desk: &Desk, call: &OnCase, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    for contact in review::duty::contacts(&open.session)? {
        output.line(&contact)?;
    }
    open.end()
}
