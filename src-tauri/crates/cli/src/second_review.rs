//! The second review.

use crate::account::id;
use crate::args::{
    OnAccount, OnCase, SecondReviewAnswer, SecondReviewSettle, SecondReviewShares as Shares,
};
use crate::case::{Desk, word};
use crate::output::Output;
use breakwater_casework::{Result, second_review as second};
use breakwater_model::assessment::Decision;
use breakwater_model::second_review::{SecondReviewRequest, SecondReviewShares, SettleRequest};
use serde_json::json;

pub fn list(desk: &Desk, call: &OnCase, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    for row in second::waiting::list(&open.session)?.rows {
        output.line(&row)?;
    }
    open.end()
}

pub fn show(desk: &Desk, call: &OnAccount, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    let view = second::blind::blind(&open.session, id(&call.id)?)?;
    open.end()?;
    output.one(&view)
}

pub fn answer(desk: &Desk, call: &SecondReviewAnswer, output: &Output) -> Result<()> {
    let decision: Decision = word("decision", &call.decision)?;
    let no_action_reason = match decision {
        Decision::NoAction => Some(word("reason for no action", call.reason.trim())?),
        Decision::Refer | Decision::Hold => None,
    };
    let request = SecondReviewRequest {
        account: id(&call.id)?,
        decision,
        reason: if no_action_reason.is_some() {
            String::new()
        } else {
            call.reason.clone()
        },
        no_action_reason,
    };
    let open = desk.open(&call.case)?;
    let done = second::answer::answer(&open.session, &request)?;
    open.done(
        output,
        json!({
            "agrees": done.agrees, "first": done.first, "first_band": done.first_band, "second": done.second,
        }),
    )
}

pub fn disagreements(desk: &Desk, call: &OnCase, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    for one in second::settle::disagreements(&open.session)? {
        output.line(&one)?;
    }
    open.end()
}

pub fn settle(desk: &Desk, call: &SecondReviewSettle, output: &Output) -> Result<()> {
    let request = SettleRequest {
        account: id(&call.id)?,
        words: call.words.clone(),
    };
    let open = desk.open(&call.case)?;
    second::settle::settle(&open.session, &request)?;
    open.done(output, json!({ "settled": request.account }))
}

pub fn shares(desk: &Desk, call: &Shares, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    let now = second::shares::now(&open.session)?;
    let wanted = SecondReviewShares {
        refer: call.refer.unwrap_or(now.refer),
        no_action: call.no_action.unwrap_or(now.no_action),
    };
    if wanted != now {
        second::shares::set(&open.session, wanted)?;
    }
    open.done(
        output,
        json!({ "refer": wanted.refer, "no_action": wanted.no_action }),
    )
}

pub fn agreement(desk: &Desk, call: &OnCase, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    let view = second::agreement::agreement(&open.session)?;
    open.end()?;
    output.one(&view)
}
