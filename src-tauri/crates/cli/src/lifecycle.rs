//! From the draft to the platform's answer.

use crate::account;
use crate::args::lifecycle::{
    AskFirst, Check, Lifecycle, OnReferral, Outcome, ReferralAcknowledged, ReferralApproval,
    ReferralEdit, ReferralReturn, ReferralSent, ReferralTakeOut, ReferralWithdraw,
};
use crate::case::{Desk, past, word, written};
use crate::input;
use crate::output::{Output, tell};
use crate::referral::{find, told, with, with_offers};
use breakwater_casework::{Error, Result, Session, referral};
use breakwater_model::platform::ChoiceView;
use breakwater_model::referral::{
    AcknowledgeRequest, AskFirstRequest, CheckRequest, EditReferralRequest, ItemView,
    OpenedItemView, OutcomeRequest, PlatformDecision, ReferralState, ReferralView, SentRequest,
    WithdrawRequest,
};
use breakwater_model::{Precision, ReferralId, WorldTime};
use serde_json::json;
use std::path::Path;

pub fn run(desk: &Desk, command: &Lifecycle, output: &Output) -> Result<()> {
    match command {
        Lifecycle::AskFirst(call) => ask_first(desk, call, output),
        Lifecycle::Referral(call) => show(desk, call, output),
        Lifecycle::ReferralTakeOut(call) => take_out(desk, call, output),
        Lifecycle::ReferralAcknowledged(call) => acknowledge(desk, call, output),
        Lifecycle::ReferralSubmit(call) => plain(desk, call, output, referral::submit::submit),
        Lifecycle::ReferralApprove(call) => approve(desk, call, output),
        Lifecycle::ReferralReturn(call) => give_back(desk, call, output),
        Lifecycle::ReferralEdit(call) => edit(desk, call, output),
        Lifecycle::ReferralSent(call) => sent(desk, call, output),
        Lifecycle::ReferralWithdraw(call) => withdraw(desk, call, output),
        Lifecycle::Outcome(call) => outcome(desk, call, output),
        Lifecycle::Check(call) => check(desk, call, output),
        Lifecycle::ReferralApproval(call) => approval(desk, call, output),
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
    let (answer, at) = (word("answer", &call.answer)?, Some(past(desk, &call.at)?));
    let open = desk.open(&call.case)?;
    let id = find(&open.session, &call.referral)?;
    let item = match &call.account {
        Some(account) => {
            let account = account::id(account)?;
            let view = referral::read::read(&open.session, id)?;
            let item = view.items.iter().find(|item| item.account == account);
            Some(item.ok_or(Error::NotFound("item"))?.id)
        }
        None => None,
    };
    let request = AskFirstRequest {
        referral: id,
        item,
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

/// Shows every item, which opens it for who may approve it, and approves.
fn approve(desk: &Desk, call: &OnReferral, output: &Output) -> Result<()> {
    on(desk, (&call.case, &call.referral), output, |session, id| {
        let view = referral::read::read(session, id)?;
        if view.can_approve {
            for item in &view.items {
                let lines = referral::look::item(session, id, item.id)?;
                tell(&shown(item, &lines));
            }
            if !input::agreed("sign", "sign these items")? {
                return Err(Error::Invalid("Nothing was signed.".into()));
            }
        }
        referral::approve::approve(session, id)
    })
}

/// An item as it is shown before it is signed for: words beside translation, evidence, and the lines it rests on.
fn shown(item: &ItemView, lines: &OpenedItemView) -> String {
    let chosen = item.exhibits.iter().filter(|one| one.is_chosen);
    let exhibits: Vec<&str> = chosen.map(|one| one.number.as_str()).collect();
    let answers = lines.answers.iter().map(|line| {
        let answer = json!(line.answer);
        format!(
            "{}: {}",
            line.short,
            answer.as_str().unwrap_or("not answered")
        )
    });
    let none = |text: &str| {
        if text.is_empty() {
            "none".to_owned()
        } else {
            text.to_owned()
        }
    };
    [
        format!(
            "{}. {} {}",
            item.position,
            item.label,
            item.address.as_deref().unwrap_or_default()
        ),
        format!("   Words: {}", none(&item.words)),
        format!(
            "   Translation: {}",
            none(item.translation.as_deref().unwrap_or_default())
        ),
        format!("   Why: {}", none(&item.why)),
        format!("   Evidence: {}", none(&exhibits.join(", "))),
        format!("   {}: {}", lines.officer, lines.reason),
        format!("   {}", answers.collect::<Vec<_>>().join("; ")),
    ]
    .join("\n")
}

/// Tells every item with the lines it rests on, which opens it for who may approve it.
fn show(desk: &Desk, call: &OnReferral, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    let id = find(&open.session, &call.referral)?;
    let view = referral::read::read(&open.session, id)?;
    let mut items = Vec::new();
    for item in &view.items {
        let lines = referral::look::item(&open.session, id, item.id)?;
        let answers: serde_json::Map<String, serde_json::Value> = lines
            .answers
            .iter()
            .map(|line| (line.short.clone(), json!(line.answer)))
            .collect();
        items.push(json!({
            "item": item.id, "position": item.position, "account": item.account, "label": item.label,
            "address": item.address, "canonical": item.canonical, "platform_id": item.platform_id, "place": item.place, "words": item.words,
            "translation": item.translation, "translation_by": item.translation_by, "why": item.why,
            "exhibits": item.exhibits.iter().filter(|one| one.is_chosen).map(|one| &one.number).collect::<Vec<_>>(),
            "answers": answers, "reason": lines.reason, "officer": lines.officer, "opened": lines.is_recorded,
            "events": item.events, "earlier": item.earlier, "already_referred": item.already_referred,
        }));
    }
    let view = referral::read::read(&open.session, id)?;
    let mut all = with_offers(&open.session, &view)?;
    if let Some(all) = all.as_object_mut() {
        all.insert("items".into(), json!(items));
        all.insert("title".into(), json!(view.title));
        all.insert("summary".into(), json!(view.summary));
        let code = |one: &Option<ChoiceView>| one.as_ref().map(|one| one.code.clone());
        all.insert("policy".into(), json!(code(&view.policy)));
        all.insert("law".into(), json!(code(&view.law)));
        all.insert("law_notes".into(), json!(view.law_notes));
        all.insert("route".into(), json!(view.route));
        all.insert("tell_user".into(), json!(view.tell_user));
        all.insert("submission".into(), json!(view.submission));
        all.insert("can_approve".into(), json!(view.can_approve));
    }
    open.done(output, all)
}

fn take_out(desk: &Desk, call: &ReferralTakeOut, output: &Output) -> Result<()> {
    let account = account::id(&call.account)?;
    on(desk, (&call.case, &call.referral), output, |session, id| {
        let view = referral::read::read(session, id)?;
        let item = view.items.iter().find(|item| item.account == account);
        let item = item.ok_or(Error::NotFound("item"))?.id;
        if view.state == ReferralState::Draft {
            return referral::discard::remove_item(session, id, item, &call.reason);
        }
        referral::take_out::take_out(session, id, item, &call.reason)
    })
}

fn acknowledge(desk: &Desk, call: &ReferralAcknowledged, output: &Output) -> Result<()> {
    let at = Some(past(desk, &call.at)?);
    on(desk, (&call.case, &call.referral), output, |session, id| {
        referral::after::acknowledge(
            session,
            &AcknowledgeRequest {
                referral: id,
                reference: call.reference.clone(),
                at,
            },
        )
    })
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
    let at = Some(past(desk, &call.at)?);
    let open = desk.open(&call.case)?;
    let id = find(&open.session, &call.referral)?;
    let before = referral::read::read(&open.session, id)?.submission;
    let request = SentRequest {
        referral: id,
        reference: call.reference.clone(),
        channel: call.channel.clone(),
        at,
    };
    let view = referral::after::sent(&open.session, &request)?;
    let aged = before.and_then(|one| one.aged);
    let told = with(told(&view), "aged", json!(aged));
    open.done(output, told)
}

fn withdraw(desk: &Desk, call: &ReferralWithdraw, output: &Output) -> Result<()> {
    let (account, at) = (account::id(&call.account)?, Some(past(desk, &call.at)?));
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
    let (account, happened) = (account::id(&call.account)?, written(&call.at)?);
    let happened = match happened.precision {
        Precision::Second => WorldTime::exact(happened.at),
        _ => happened,
    };
    let decision = word("decision", &call.decision)?;
    if decision == PlatformDecision::Declined && call.reason.trim().is_empty() {
        tell(
            "declined without a ground: it stands as ground not said; give what the platform wrote with --reason",
        );
    }
    on(desk, (&call.case, &call.referral), output, |session, id| {
        referral::after::outcome_dated(
            session,
            &OutcomeRequest {
                referral: id,
                account,
                decision,
                at: None,
                reason: call.reason.clone(),
            },
            &happened,
        )
    })
}

fn check(desk: &Desk, call: &Check, output: &Output) -> Result<()> {
    let request = CheckRequest {
        account: account::id(&call.account)?,
        observed: word("observation", &call.observed)?,
        method: word("method", &call.method)?,
        at: Some(past(desk, &call.at)?),
    };
    let open = desk.open(&call.case)?;
    let row = match &call.screenshot {
        Some(shot) => referral::check::check_shown(&open.session, &request, shot)?,
        None => referral::check::check(&open.session, &request)?,
    };
    open.done(
        output,
        json!({ "state": row.status, "account": row.id, "observed": request.observed }),
    )
}

fn approval(desk: &Desk, call: &ReferralApproval, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    let id = find(&open.session, &call.referral)?;
    let written = referral::proof::write(&open.session, id, &call.out)?;
    open.done(
        output,
        json!({ "officer": written.officer, "namespace": written.namespace, "files": written.files }),
    )
}
