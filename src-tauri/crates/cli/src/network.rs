//! Networks, and what officers say of them.

use crate::account;
use crate::args::{
    Merge, MergeTakeBack, NetworkCut, NetworkDeclare, NetworkExport, NetworkRename,
    NetworkTakeBack, OnCase, Succession,
};
use crate::case::Desk;
use crate::output::{Bar, Output};
use breakwater_casework::account::{declare, links, merge as merging, succession as coming};
use breakwater_casework::exchange::network as giving;
use breakwater_casework::{Error, Result};
use breakwater_model::link::NetworkView;
use breakwater_model::merge::MergeRequest;
use breakwater_model::network::{
    DeclarationKind, DeclarationView, DeclareRequest, NetworkExportRequest, NetworkFormat,
};
use breakwater_model::succession::{SuccessionRequest, SuccessionView};
use breakwater_model::{AccountId, DeclarationId, MergeId};
use serde_json::{Value, json};

pub fn list(desk: &Desk, call: &OnCase, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    for network in links::networks(&open.session, &Bar)? {
        output.line(&told(&network))?;
    }
    open.end()
}

fn told(network: &NetworkView) -> Value {
    let accounts: Vec<AccountId> = network.accounts.iter().map(|row| row.id).collect();
    let reasons: Vec<Value> = network
        .reasons
        .iter()
        .map(|(kind, values)| json!({ "kind": kind, "values": values }))
        .collect();
    json!({
        "head": network.head, "label": network.label, "named": network.is_named, "size": network.size,
        "to_review": network.to_review, "removed": network.removed, "first_seen": network.first_seen,
        "last_seen": network.last_seen, "lives": network.lives, "reasons": reasons, "accounts": accounts,
        "said": network.said.iter().map(said).collect::<Vec<_>>(),
    })
}

/// What an officer said of accounts.
pub fn said(view: &DeclarationView) -> Value {
    let ids = |accounts: &[breakwater_model::network::DeclaredAccountView]| -> Vec<AccountId> {
        accounts.iter().map(|account| account.id).collect()
    };
    json!({
        "id": view.id, "kind": view.kind, "name": view.name, "reason": view.reason, "officer": view.officer,
        "at": view.at, "accounts": ids(&view.accounts), "from": ids(&view.from),
    })
}

fn ids(texts: &[String]) -> Result<Vec<AccountId>> {
    texts.iter().map(|text| account::id(text)).collect()
}

fn declaration(text: &str) -> Result<DeclarationId> {
    text.parse()
        .map_err(|_| Error::Invalid(format!("{text:?} is not the id of a declaration.")))
}

pub fn declare(desk: &Desk, call: &NetworkDeclare, output: &Output) -> Result<()> {
    let request = DeclareRequest {
        kind: DeclarationKind::Together,
        accounts: ids(&call.accounts)?,
        from: Vec::new(),
        name: call.name.clone(),
        reason: call.reason.clone(),
    };
    say(desk, &call.case, &request, output)
}

pub fn cut(desk: &Desk, call: &NetworkCut, output: &Output) -> Result<()> {
    let request = DeclareRequest {
        kind: DeclarationKind::Apart,
        accounts: ids(&call.accounts)?,
        from: ids(&call.from)?,
        name: None,
        reason: call.reason.clone(),
    };
    say(desk, &call.case, &request, output)
}

fn say(
    desk: &Desk,
    case: &std::path::Path,
    request: &DeclareRequest,
    output: &Output,
) -> Result<()> {
    let open = desk.open(case)?;
    let done = declare::declare(&open.session, request)?;
    open.done(output, json!({ "declaration": done.id, "set": done.set }))
}

pub fn rename(desk: &Desk, call: &NetworkRename, output: &Output) -> Result<()> {
    let id = declaration(&call.id)?;
    let open = desk.open(&call.case)?;
    let set = declare::rename(&open.session, id, call.name.as_deref())?;
    open.done(output, json!({ "declaration": id, "set": set }))
}

pub fn take_back(desk: &Desk, call: &NetworkTakeBack, output: &Output) -> Result<()> {
    let id = declaration(&call.id)?;
    let open = desk.open(&call.case)?;
    let set = declare::take_back(&open.session, id, &call.reason)?;
    open.done(output, json!({ "declaration": id, "set": set }))
}

pub fn merge(desk: &Desk, call: &Merge, output: &Output) -> Result<()> {
    let request = MergeRequest {
        into: account::id(&call.into)?,
        account: account::id(&call.account)?,
        reason: call.reason.clone(),
    };
    let open = desk.open(&call.case)?;
    let done = merging::merge(&open.session, &request)?;
    open.done(output, json!({ "merge": done.id, "set": done.set }))
}

pub fn take_back_merge(desk: &Desk, call: &MergeTakeBack, output: &Output) -> Result<()> {
    let id: MergeId = call
        .id
        .parse()
        .map_err(|_| Error::Invalid(format!("{:?} is not the id of a merge.", call.id)))?;
    let open = desk.open(&call.case)?;
    let set = merging::take_back(&open.session, id, &call.reason)?;
    open.done(output, json!({ "merge": id, "set": set }))
}

/// Whether one of two linked accounts may be the other come back.
pub fn succession_told(view: &SuccessionView) -> Value {
    json!({ "verdict": view.verdict, "is_after": view.is_after, "gone": view.gone })
}

pub fn succession(desk: &Desk, call: &Succession, output: &Output) -> Result<()> {
    let is_confirmed = match call.verdict.as_str() {
        "confirmed" => true,
        "refused" => false,
        other => {
            return Err(Error::Invalid(format!(
                "{other:?} is neither confirmed nor refused."
            )));
        }
    };
    let request = SuccessionRequest {
        account: account::id(&call.account)?,
        predecessor: account::id(&call.predecessor)?,
        is_confirmed,
        reason: call.reason.clone(),
    };
    let open = desk.open(&call.case)?;
    let done = coming::say(&open.session, &request)?;
    open.done(output, json!({ "succession": done.id, "set": done.set }))
}

pub fn export(desk: &Desk, call: &NetworkExport, output: &Output) -> Result<()> {
    let request = NetworkExportRequest {
        place: String::new(),
        head: account::id(&call.head)?,
        format: NetworkFormat::Graphml,
        drawing: None,
        recipient: call.recipient.clone(),
        purpose: call.purpose.clone(),
    };
    let open = desk.open(&call.case)?;
    let view = giving::export(&open.session, &request, &call.out, &Bar)?;
    open.done(
        output,
        json!({ "accounts": view.accounts, "sha256": view.sha256, "entry": view.entry }),
    )
}
