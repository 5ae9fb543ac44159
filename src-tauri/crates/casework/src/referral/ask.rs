//! Asking a desk first whether a referral burns a live investigation.

use super::{read, when};
use crate::{Error, Result, Session};
use breakwater_casefile::table::approval::{self, Asked};
use breakwater_casefile::table::referral;
use breakwater_casefile::{Action, Reader, register};
use breakwater_model::audit::Operation;
use breakwater_model::referral::{
    AskFirstAnswer, AskFirstRequest, AskedView, ItemView, ReferralState, ReferralView,
    RequirementView,
};
use breakwater_model::register::{MatchedBy, RegisterHitView, RegisterList};
use breakwater_model::{Instant, WorldTime};
use breakwater_text::fold::fold;

/// Notes what a desk answered. The last answer of a desk is the one that holds; an answer other than *go* keeps the
/// referral from being ready, and takes back what was submitted or approved.
///
/// # Errors
/// No desk, no reference; refused by rule `asked-before-sent`.
pub fn ask_first(session: &Session, request: &AskFirstRequest) -> Result<ReferralView> {
    let (desk, reference) = (request.desk.trim(), request.reference.trim());
    if desk.is_empty() || reference.is_empty() {
        return Err(Error::Invalid(
            "Say which desk answered, and its reference.".into(),
        ));
    }
    let at = when::not_yet_to_come(session, request.at)?;
    let action = Action::new(Operation::Alteration, "ask-first-answered", "referral")
        .on(request.referral.uuid())
        .word("desk", desk)
        .word("reference", reference);
    session.write(action, |w| {
        let found = w.reading(|reader| referral::by_id(reader, request.referral))?;
        if matches!(found.state, ReferralState::Sent | ReferralState::Closed) {
            return Err(Error::refused(
                "asked-before-sent",
                "The referral was sent already; an answer can no longer hold it. Withdraw what has to be withdrawn.",
            ));
        }
        let item = match request.item {
            Some(id) => {
                let items = w.reading(|reader| referral::items(reader, found.row))?;
                let of = items.into_iter().find(|item| item.id == id);
                Some(of.ok_or(Error::NotFound("item"))?.row)
            }
            None => None,
        };
        w.add_asked(
            found.row,
            &Asked {
                item,
                desk: desk.to_owned(),
                answer: request.answer,
                reference: reference.to_owned(),
                asked: WorldTime::exact(at),
            },
        )?;
        if request.answer != AskFirstAnswer::Go && found.state != ReferralState::Draft {
            w.void_approvals(found.row)?;
            w.move_referral(found.row, found.state, ReferralState::Draft)?;
        }
        Ok(())
    })?;
    read::read(session, request.referral)
}

/// What desks answered, with the items they answered on.
pub(super) fn asked(reader: &Reader<'_>, referral: i64) -> Result<Vec<AskedView>> {
    let items = referral::items(reader, referral)?;
    let all = approval::asked(reader, referral)?;
    Ok(all
        .into_iter()
        .map(|asked| AskedView {
            item: items
                .iter()
                .find(|item| Some(item.row) == asked.item)
                .map(|item| item.id),
            desk: asked.desk,
            answer: asked.answer,
            reference: asked.reference,
            asked: asked.asked,
        })
        .collect())
}

/// True if the owner of the entry is asked before anything is sent: as the list says, or since the account looks like one
/// that is protected, and may be it or pose as it.
fn is_asked_first(hit: &RegisterHitView) -> bool {
    hit.list == RegisterList::AskFirst
        || hit.list == RegisterList::Protected && hit.matched_by == MatchedBy::LookAlike
}

/// What a referral lacks while somebody has to be asked, or has answered otherwise than *go*.
///
/// A desk that a register names as owner answers for its own entry alone; one that no entry names (a unit's central desk)
/// answers for all, and is told beside whom the register names.
pub(super) fn requirements(
    reader: &Reader<'_>,
    items: &[(i64, ItemView)],
    asked: &[AskedView],
    now: Instant,
) -> Result<Vec<RequirementView>> {
    let mut owners = Vec::new();
    for (account, item) in items {
        for hit in register::of_account(reader, *account, now)? {
            if is_asked_first(&hit) {
                owners.push((item, hit));
            }
        }
    }
    let is_named = |desk: &str| owners.iter().any(|(_, hit)| names(hit, desk));
    let is_open = |(item, hit): &(&ItemView, RegisterHitView)| {
        !asked.iter().any(|one| {
            one.item.is_none_or(|id| id == item.id)
                && (names(hit, &one.desk) || !is_named(&one.desk))
        })
    };
    let (open, answered): (Vec<_>, Vec<_>) = owners.iter().partition(|owner| is_open(owner));
    let is_held = asked.iter().any(|one| one.answer != AskFirstAnswer::Go);
    if owners.is_empty() && !is_held {
        return Ok(Vec::new());
    }
    let mut detail: Vec<String> = asked.iter().map(|one| said(one, items)).collect();
    detail.extend(open.iter().map(|(item, hit)| whom(item, hit)));
    let elsewhere = answered
        .iter()
        .filter(|(_, hit)| hit.owner.is_some() && !asked.iter().any(|one| names(hit, &one.desk)));
    detail.extend(elsewhere.map(|(item, hit)| {
        let owner = hit.owner.as_deref().unwrap_or_default();
        format!("{}: the register names {owner}", item.label)
    }));
    Ok(vec![RequirementView {
        name: "ask_first".into(),
        label: "Asked first: does this burn a live investigation?".into(),
        is_met: !is_held && open.is_empty(),
        detail: detail.join(". "),
        item: None,
        source: "The unit's register of whom to ask first".into(),
    }])
}

/// True if the entry names the desk as its owner or contact.
fn names(hit: &RegisterHitView, desk: &str) -> bool {
    let desk = fold(desk.trim());
    let named = [hit.owner.as_deref(), hit.contact.as_deref()];
    named
        .into_iter()
        .flatten()
        .any(|one| fold(one.trim()) == desk)
}

fn said(asked: &AskedView, items: &[(i64, ItemView)]) -> String {
    let answer = match asked.answer {
        AskFirstAnswer::Go => "go",
        AskFirstAnswer::Hold => "hold",
        AskFirstAnswer::Refuse => "refuse",
    };
    let named = items.iter().find(|(_, item)| Some(item.id) == asked.item);
    let about = named.map_or_else(String::new, |(_, item)| format!(" on {}", item.label));
    format!(
        "{} answered {answer}{about}, {}",
        asked.desk, asked.reference
    )
}

fn whom(item: &ItemView, hit: &RegisterHitView) -> String {
    let owner = hit.owner.as_deref().unwrap_or("owner not said");
    let contact = hit.contact.as_deref().unwrap_or("contact not said");
    let alike = match hit.matched_by {
        MatchedBy::LookAlike => format!("looks like {}; ", hit.as_written),
        _ => String::new(),
    };
    format!("{}: {alike}ask {owner}, {contact}", item.label)
}
