//! Referrals.

use crate::account;
use crate::args::{ReferralDraft, ReferralExport, ReferralSet};
use crate::case::{Desk, time, word};
use crate::output::Output;
use breakwater_casework::{Error, Result, Session, referral};
use breakwater_model::ReferralId;
use breakwater_model::link::OfferView;
use breakwater_model::platform::Platform;
use breakwater_model::referral::{DraftReferralRequest, EditReferralRequest, ReferralView};
use serde_json::{Value, json};

/// The referral by its id, or by its label for people.
pub fn find(session: &Session, text: &str) -> Result<ReferralId> {
    if let Ok(id) = text.parse() {
        return Ok(id);
    }
    let rows = referral::read::list(session, None)?;
    let found = rows.iter().find(|row| row.label == text).map(|row| row.id);
    found.ok_or_else(|| {
        Error::Invalid(format!(
            "{text:?} is neither the id nor the label of a referral."
        ))
    })
}

/// Where it stands and what it lacks.
pub fn told(view: &ReferralView) -> Value {
    let missing: Vec<&str> = view
        .requirements
        .iter()
        .filter(|asked| !asked.is_met)
        .map(|asked| asked.name.as_str())
        .collect();
    json!({
        "referral": view.id, "ready": view.is_ready, "missing": missing, "state": view.state, "label": view.label,
        "outside_reference": view.outside_reference, "items": view.items.len(),
    })
}

pub fn draft(desk: &Desk, call: &ReferralDraft, output: &Output) -> Result<()> {
    let request = DraftReferralRequest {
        platform: Platform(call.platform.to_lowercase()),
        accounts: call
            .accounts
            .iter()
            .map(|text| account::id(text))
            .collect::<Result<_>>()?,
        policy: call.policy.clone(),
        law: call.law.clone(),
        route: call
            .route
            .as_deref()
            .map(|route| word("route", route))
            .transpose()?,
        summary: call.summary.clone(),
        seen_live: call.seen_live.as_deref().map(time).transpose()?,
    };
    let open = desk.open(&call.case)?;
    let views = referral::split::drafts(&open.session, &request)?;
    let mut each = Vec::new();
    for view in &views {
        each.push(with_offers(&open.session, view)?);
    }
    let all = match each.as_slice() {
        [one] => one.clone(),
        [first, ..] => with(first.clone(), "referrals", json!(each)),
        [] => return Err(Error::Internal("nothing was drafted".into())),
    };
    open.done(output, all)
}

/// Where it stands, with the accounts linked with its items and who referred them before.
pub fn with_offers(session: &Session, view: &ReferralView) -> Result<Value> {
    let linked = referral::linked::linked(session, view.id)?;
    let linked: Vec<Value> = linked.iter().map(offer).collect();
    let before = view
        .items
        .iter()
        .filter(|item| !item.already_referred.is_empty());
    let before: Vec<Value> = before
        .map(|item| {
            json!({
                "position": item.position, "account": item.account, "label": item.label,
                "by": item.already_referred,
            })
        })
        .collect();
    let all = with(told(view), "linked", json!(linked));
    Ok(with(all, "already_referred", json!(before)))
}

/// A document with one name more.
pub fn with(mut all: Value, name: &str, value: Value) -> Value {
    if let Some(fields) = all.as_object_mut() {
        fields.insert(name.to_owned(), value);
    }
    all
}

fn offer(offer: &OfferView) -> Value {
    let account = &offer.link.account;
    let reasons: Vec<&str> = offer
        .link
        .reasons
        .iter()
        .map(|one| one.said.as_str())
        .collect();
    json!({
        "account": account.id, "label": account.label, "platform": account.platform, "status": account.status,
        "stands": offer.stands, "items": offer.items, "reasons": reasons,
        "declared": offer.link.said.iter().map(|one| &one.reason).collect::<Vec<_>>(),
    })
}

pub fn set(desk: &Desk, call: &ReferralSet, output: &Output) -> Result<()> {
    let fields = call
        .field
        .iter()
        .map(|field| {
            field
                .split_once('=')
                .ok_or_else(|| Error::Invalid(format!("{field:?} is not NAME=VALUE.")))
        })
        .collect::<Result<Vec<_>>>()?;
    let open = desk.open(&call.case)?;
    let id = find(&open.session, &call.referral)?;
    let requests: Vec<EditReferralRequest> = fields
        .into_iter()
        .map(|(name, value)| EditReferralRequest {
            referral: id,
            item: None,
            field: name.trim().to_owned(),
            value: value.to_owned(),
        })
        .collect();
    let told = told(&referral::edit::edit_all(&open.session, id, &requests)?);
    open.done(output, told)
}

pub fn export(desk: &Desk, call: &ReferralExport, output: &Output) -> Result<()> {
    let format = word("format (pdf, txt, csv, eml, zip)", &call.format)?;
    let open = desk.open(&call.case)?;
    let id = find(&open.session, &call.referral)?;
    let written = referral::export::export(&open.session, id, format, &call.out)?;
    let told = serde_json::to_value(&written)?;
    open.done(output, told)
}
