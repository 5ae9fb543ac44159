//! After approval: sent, decided item by item, withdrawn. Each is an event row; where a referral stands follows from
//! them.

use super::submit::expect;
use super::{export, protect, read, reasons, when};
use crate::{Error, Result, Session};
use breakwater_casefile::table::event::{self, NewEvent};
use breakwater_casefile::table::referral::{self, Item};
use breakwater_casefile::{Action, Reader, Writer};
use breakwater_model::audit::Operation;
use breakwater_model::referral::{
    AcknowledgeRequest, OutcomeRequest, PlatformDecision, ReferralFormat, ReferralState,
    ReferralView, SentRequest, WithdrawRequest,
};
use breakwater_model::{AccountId, Instant, ReferralId, WorldTime};
use std::collections::{BTreeMap, BTreeSet};

const ON_ITS_WAY: [ReferralState; 2] = [ReferralState::Sent, ReferralState::Closed];

/// Marks an approved referral sent: one event an item.
///
/// # Errors
/// No reference; refused by rule: `only-approved-are-sent`, `an-approval-is-signed`, `sent-after-approval`.
pub fn sent(session: &Session, request: &SentRequest) -> Result<ReferralView> {
    let reference = request.reference.trim();
    if reference.is_empty() {
        return Err(Error::Invalid(
            "Give the platform's reference, or write that it gave none.".into(),
        ));
    }
    let channel = match request.channel.trim() {
        "" => "not said",
        channel => channel,
    };
    let at = when::not_yet_to_come(session, request.at)?;
    session.read(|reader| {
        expect(
            reader,
            request.referral,
            &[ReferralState::Approved],
            "only-approved-are-sent",
            "Only an approved referral can be marked sent.",
        )
    })?;
    export::sealed_bytes(session, request.referral, ReferralFormat::Txt)?;
    let action = Action::new(Operation::Alteration, "referral-sent", "referral")
        .on(request.referral.uuid())
        .word("reference", reference)
        .word("channel", channel);
    let happened = WorldTime::exact(at);
    session.write(action, |w| {
        let (found, items) = w.reading(|reader| {
            let found = expect(
                reader,
                request.referral,
                &[ReferralState::Approved],
                "only-approved-are-sent",
                "Only an approved referral can be marked sent.",
            )?;
            refuse_before_approval(reader, found.row, at)?;
            let items = referral::items(reader, found.row)?;
            Ok((found, items))
        })?;
        for item in &items {
            enter(
                w,
                item,
                "sent",
                channel,
                &happened,
                &[("reference", reference)],
            )?;
        }
        w.move_referral(found.row, ReferralState::Approved, ReferralState::Sent)
    })?;
    read::read(session, request.referral)
}

fn refuse_before_approval(reader: &Reader<'_>, referral: i64, at: Instant) -> Result<()> {
    use breakwater_casefile::table::approval;
    let version = approval::last_version(reader, referral)?;
    let approved = match version {
        Some(version) => approval::of_version(reader, version.row)?,
        None => None,
    };
    match approved {
        Some(approved) if at.plus_ms(60_000) < approved.at => Err(Error::refused(
            "sent-after-approval",
            format!(
                "It was approved at {}; it cannot have been sent before.",
                approved.at
            ),
        )),
        _ => Ok(()),
    }
}

/// Enters that the platform has it: one event for each item that is not withdrawn.
///
/// # Errors
/// Refused by rule `only-sent-are-decided`; a time that has not come yet.
pub fn acknowledge(session: &Session, request: &AcknowledgeRequest) -> Result<ReferralView> {
    let reference = request.reference.trim();
    let at = when::not_yet_to_come(session, request.at)?;
    let action = Action::new(Operation::Alteration, "referral-acknowledged", "referral")
        .on(request.referral.uuid())
        .word("reference", reference);
    let happened = WorldTime::exact(at);
    session.write(action, |w| {
        let (found, items, events) = w.reading(|reader| {
            let found = expect(
                reader,
                request.referral,
                &ON_ITS_WAY,
                "only-sent-are-decided",
                "Nothing is acknowledged of a referral that was not sent.",
            )?;
            let items = referral::items(reader, found.row)?;
            let events = event::of_referral(reader, found.row)?;
            Ok((found, items, events))
        })?;
        let is_out = |item: &Item| {
            let mut of_item = events.iter().filter(|event| event.item == item.row);
            !of_item.any(|event| event.kind == "withdrawn")
        };
        for item in items.iter().filter(|item| is_out(item)) {
            let detail = [("reference", reference)];
            enter(w, item, "acknowledged", "received", &happened, &detail)?;
        }
        stand(w, found.row, found.state)
    })?;
    read::read(session, request.referral)
}

/// Takes back the decision on an item that whoever is here entered last, as a slip of the hand.
///
/// # Errors
/// Refused by rule: `only-sent-are-decided`; `only-own-words-are-taken-back` where there is none, or another officer
/// entered it.
pub fn take_back_outcome(
    session: &Session,
    id: ReferralId,
    account: AccountId,
) -> Result<ReferralView> {
    let action = Action::new(Operation::Alteration, "outcome-taken-back", "referral").on(id.uuid());
    session.write(action, |w| {
        let (row, state, item) = sent_item(w, id, account)?;
        let events = w.reading(|reader| event::of_referral(reader, row))?;
        let last = events
            .iter()
            .filter(|event| event.item == item.row && event.kind == "decided")
            .max_by_key(|event| event.seq)
            .filter(|event| event.officer == session.officer().row);
        let Some(last) = last else {
            return Err(Error::refused(
                "only-own-words-are-taken-back",
                "There is no decision on this item that you entered last. Enter what is right as a further decision.",
            ));
        };
        w.retract_event(last.seq, item.account_row)?;
        stand(w, row, state)
    })?;
    read::read(session, id)
}

/// Enters what the platform decided on an item; a referral whose every item is decided is closed.
///
/// # Errors
/// Refused by rule `only-sent-are-decided`; the account is no item of it.
pub fn outcome(session: &Session, request: &OutcomeRequest) -> Result<ReferralView> {
    let at = when::not_yet_to_come(session, request.at)?;
    outcome_dated(session, request, &WorldTime::exact(at))
}

/// The same of a decision that may be dated by day alone: it stands after what was entered before of that day.
///
/// # Errors
/// As [`outcome`]; a day that has not begun.
pub fn outcome_dated(
    session: &Session,
    request: &OutcomeRequest,
    happened: &WorldTime,
) -> Result<ReferralView> {
    when::not_yet_to_come(session, Some(happened.begins()))?;
    let value = word_of(request.decision);
    let action = Action::new(Operation::Alteration, "outcome-entered", "referral")
        .on(request.referral.uuid())
        .word("decision", &value)
        .word("reason", request.reason.trim());
    session.write(action, |w| {
        let (row, state, item) = sent_item(w, request.referral, request.account)?;
        enter(
            w,
            &item,
            "decided",
            &value,
            happened,
            &[("reason", request.reason.trim())],
        )?;
        stand(w, row, state)
    })?;
    read::read(session, request.referral)
}

/// Takes an item back that was sent. A reason that says the referral was wrong puts the account on the protected
/// register, so that it is not referred again.
///
/// # Errors
/// A reason that is none; refused by rule `only-sent-are-withdrawn`.
pub fn withdraw(session: &Session, request: &WithdrawRequest) -> Result<ReferralView> {
    let reason = reasons::of(&request.reason).ok_or_else(|| {
        let codes: Vec<&str> = reasons::all().iter().map(|one| one.code.as_str()).collect();
        Error::Invalid(format!(
            "{:?} is no reason for a withdrawal. Possible: {}.",
            request.reason,
            codes.join(", ")
        ))
    })?;
    let at = when::not_yet_to_come(session, request.at)?;
    let action = Action::new(Operation::Alteration, "referral-withdrawn", "referral")
        .on(request.referral.uuid())
        .word("reason", &reason.code);
    session.write(action, |w| {
        let (row, state, item) = sent_item(w, request.referral, request.account)?;
        let events = w.reading(|reader| event::of_referral(reader, row))?;
        if events
            .iter()
            .any(|one| one.item == item.row && one.kind == "withdrawn")
        {
            return Err(Error::refused(
                "withdrawn-once",
                "This item is withdrawn already.",
            ));
        }
        enter(
            w,
            &item,
            "withdrawn",
            &reason.code,
            &WorldTime::exact(at),
            &[],
        )?;
        if reason.is_wrong_referral() {
            protect::protect(w, &item, &reason.words)?;
        }
        stand(w, row, state)
    })?;
    read::read(session, request.referral)
}

fn sent_item(
    w: &Writer<'_>,
    id: ReferralId,
    account: AccountId,
) -> Result<(i64, ReferralState, Item)> {
    w.reading(|reader| {
        let found = expect(
            reader,
            id,
            &ON_ITS_WAY,
            "only-sent-are-decided",
            "Nothing is decided or withdrawn of a referral that was not sent.",
        )?;
        let items = referral::items(reader, found.row)?;
        let item = items.into_iter().find(|item| item.account == account);
        let item = item.ok_or_else(|| {
            Error::Invalid(format!(
                "Account {account} is no item of referral R-{:03}. Name an account that `referral` lists of it; an answer about another referral is entered there.",
                found.number
            ))
        })?;
        Ok((found.row, found.state, item))
    })
}

fn enter(
    w: &mut Writer<'_>,
    item: &Item,
    kind: &'static str,
    value: &str,
    happened: &WorldTime,
    detail: &[(&'static str, &str)],
) -> Result<()> {
    let known = w.now();
    if kind != "sent" {
        refuse_before_sending(w, item, happened.at)?;
    }
    w.add_event(&NewEvent {
        kind,
        account: Some(item.account_row),
        action: None,
        item: Some(item.row),
        value,
        happened,
        known,
        detail,
    })
    .map(drop)
}

/// Nothing is acknowledged, decided or withdrawn before it was sent; a minute's difference of clocks is allowed.
fn refuse_before_sending(w: &Writer<'_>, item: &Item, at: Instant) -> Result<()> {
    let sent = w.reading(|reader| event::sent(reader, item.row))?;
    match sent {
        Some(sent) if at.plus_ms(60_000) < sent.begins() => Err(Error::refused(
            "after-it-was-sent",
            format!("It was sent at {}; this cannot have been before.", sent.at),
        )),
        _ => Ok(()),
    }
}

/// Closes a referral when nothing more is awaited, and opens it again when something is. Withdrawn outranks whatever
/// the platform says later.
pub(crate) fn stand(w: &mut Writer<'_>, row: i64, state: ReferralState) -> Result<()> {
    let is_over = w.reading(|reader| {
        let mut last: BTreeMap<i64, bool> = BTreeMap::new();
        let mut withdrawn = BTreeSet::new();
        for event in event::of_referral(reader, row)? {
            match event.kind.as_str() {
                "withdrawn" => {
                    withdrawn.insert(event.item);
                }
                "decided" => {
                    let decision = decision_of(&event.value);
                    last.insert(event.item, decision.is_some_and(PlatformDecision::is_final));
                }
                _ => {}
            }
        }
        let items = referral::items(reader, row)?;
        Ok(items.iter().all(|item| {
            withdrawn.contains(&item.row) || last.get(&item.row).copied().unwrap_or_default()
        }))
    })?;
    match (state, is_over) {
        (ReferralState::Sent, true) => {
            w.move_referral(row, ReferralState::Sent, ReferralState::Closed)
        }
        (ReferralState::Closed, false) => {
            w.move_referral(row, ReferralState::Closed, ReferralState::Sent)
        }
        _ => Ok(()),
    }
}

/// The word a decision is stored as: what serde calls it.
fn word_of(decision: PlatformDecision) -> String {
    serde_json::to_value(decision)
        .ok()
        .and_then(|value| value.as_str().map(str::to_owned))
        .unwrap_or_default()
}

fn decision_of(word: &str) -> Option<PlatformDecision> {
    serde_json::from_value(serde_json::Value::String(word.to_owned())).ok()
}
