//! From the draft to the platform's answer.

use crate::account;
use crate::args::lifecycle::{
    AskFirst, Check, Lifecycle, OnReferral, Outcome, ReferralEdit, ReferralReturn, ReferralSent,
    ReferralWithdraw,
};
use crate::case::{Desk, time, word};
use crate::output::Output;
use crate::referral::{find, told};
use breakwater_casework::{Result, Session, referral};
use breakwater_model::ReferralId;
use breakwater_model::referral::{
    AskFirstRequest, CheckRequest, EditReferralRequest, OutcomeRequest, ReferralView, SentRequest,
    WithdrawRequest,
};
use serde_json::json;
use std::path::Path;

pub fn run(desk: &Desk, command: &Lifecycle, output: &Output) -> Result<()> {
    match command {
        Lifecycle::AskFirst(call) => ask_first(desk, call, output),
        Lifecycle::ReferralSubmit(call) => plain(desk, call, output, referral::submit::submit),
        Lifecycle::ReferralApprove(call) => plain(desk, call, output, referral::approve::approve),
        Lifecycle::ReferralReturn(call) => give_back(desk, call, output),
        Lifecycle::ReferralEdit(call) => edit(desk, call, output),
        Lifecycle::ReferralSent(call) => sent(desk, call, output),
        Lifecycle::ReferralWithdraw(call) => withdraw(desk, call, output),
        Lifecycle::Outcome(call) => outcome(desk, call, output),
        Lifecycle::Check(call) => check(desk, call, output),
    }
}

/// Opens the case, does one thing to a referral, and tells where it stands.
fn on(
    desk: &Desk,
    (case, text): (&Path, &str),
    output: &Output,
    act: impl FnOnce(&Session, ReferralId) -> Result<ReferralView>,
) -> Result<()> {
    let open = desk.open(case)?;
    let id = find(&open.session, text)?;
    let told = told(&act(&open.session, id)?);
    open.done(output, told)
}

fn plain(
    desk: &Desk,
    call: &OnReferral,
    output: &Output,
    act: fn(&Session, ReferralId) -> Result<ReferralView>,
) -> Result<()> {
    on(desk, (&call.case, &call.referral), output, act)
}

fn ask_first(desk: &Desk, call: &AskFirst, output: &Output) -> Result<()> {
    let (answer, at) = (word("answer", &call.answer)?, Some(time(&call.at)?));
    let open = desk.open(&call.case)?;
    let request = AskFirstRequest {
        referral: find(&open.session, &call.referral)?,
        desk: call.desk.clone(),
        answer,
        reference: call.reference.clone(),
        at,
    };
    let mut all = told(&referral::ask::ask_first(&open.session, &request)?);
    if let Some(all) = all.as_object_mut() {
        all.insert("answer".into(), json!(answer));
    }
    open.done(output, all)
}

fn give_back(desk: &Desk, call: &ReferralReturn, output: &Output) -> Result<()> {
    on(desk, (&call.case, &call.referral), output, |session, id| {
        referral::submit::give_back(session, id, &call.reason)
    })
}

fn edit(desk: &Desk, call: &ReferralEdit, output: &Output) -> Result<()> {
    on(desk, (&call.case, &call.referral), output, |session, id| {
        referral::edit::edit(
            session,
            &EditReferralRequest {
                referral: id,
                item: None,
                field: "summary".into(),
                value: call.summary.clone(),
            },
        )
    })
}

fn sent(desk: &Desk, call: &ReferralSent, output: &Output) -> Result<()> {
    let at = Some(time(&call.at)?);
    on(desk, (&call.case, &call.referral), output, |session, id| {
        referral::after::sent(
            session,
            &SentRequest {
                referral: id,
                reference: call.reference.clone(),
                channel: call.channel.clone(),
                at,
            },
        )
    })
}

fn withdraw(desk: &Desk, call: &ReferralWithdraw, output: &Output) -> Result<()> {
    let (account, at) = (account::id(&call.account)?, Some(time(&call.at)?));
    on(desk, (&call.case, &call.referral), output, |session, id| {
        referral::after::withdraw(
            session,
            &WithdrawRequest {
                referral: id,
                account,
                reason: call.reason.clone(),
                at,
            },
        )
    })
}

fn outcome(desk: &Desk, call: &Outcome, output: &Output) -> Result<()> {
    let (account, at) = (account::id(&call.account)?, Some(time(&call.at)?));
    let decision = word("decision", &call.decision)?;
    on(desk, (&call.case, &call.referral), output, |session, id| {
        referral::after::outcome(
            session,
            &OutcomeRequest {
                referral: id,
                account,
                decision,
                at,
                reason: call.reason.clone(),
            },
        )
    })
}

fn check(desk: &Desk, call: &Check, output: &Output) -> Result<()> {
    let request = CheckRequest {
        account: account::id(&call.account)?,
        observed: word("observation", &call.observed)?,
        method: word("method", &call.method)?,
        at: Some(time(&call.at)?),
    };
    let open = desk.open(&call.case)?;
    let row = referral::check::check(&open.session, &request)?;
    open.done(
        output,
        json!({ "state": row.status, "account": row.id, "observed": request.observed }),
    )
}
