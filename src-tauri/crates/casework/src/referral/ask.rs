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
use breakwater_model::register::RegisterList;
use breakwater_model::{Instant, WorldTime};

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
        w.add_asked(
            found.row,
            &Asked {
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

pub(super) fn asked(reader: &Reader<'_>, referral: i64) -> Result<Vec<AskedView>> {
    let all = approval::asked(reader, referral)?;
    Ok(all
        .into_iter()
        .map(|asked| AskedView {
            desk: asked.desk,
            answer: asked.answer,
            reference: asked.reference,
            asked: asked.asked,
        })
        .collect())
}

/// What a referral lacks while somebody has to be asked, or has answered otherwise than *go*.
pub(super) fn requirements(
    reader: &Reader<'_>,
    items: &[(i64, ItemView)],
    asked: &[AskedView],
    now: Instant,
) -> Result<Vec<RequirementView>> {
    let mut who = Vec::new();
    for (account, item) in items {
        let hits = register::of_account(reader, *account, now)?;
        for hit in hits.iter().filter(|hit| hit.list == RegisterList::AskFirst) {
            let owner = hit.owner.as_deref().unwrap_or("owner not said");
            let contact = hit.contact.as_deref().unwrap_or("contact not said");
            who.push(format!("{}: ask {owner}, {contact}", item.label));
        }
    }
    let others: Vec<&AskedView> = asked
        .iter()
        .filter(|asked| asked.answer != AskFirstAnswer::Go)
        .collect();
    if who.is_empty() && others.is_empty() {
        return Ok(Vec::new());
    }
    let said = asked.iter().map(|asked| {
        let answer = match asked.answer {
            AskFirstAnswer::Go => "go",
            AskFirstAnswer::Hold => "hold",
            AskFirstAnswer::Refuse => "refuse",
        };
        format!("{} answered {answer}, {}", asked.desk, asked.reference)
    });
    let is_met = others.is_empty() && !asked.is_empty();
    let detail: Vec<String> = if asked.is_empty() {
        who
    } else {
        said.collect()
    };
    Ok(vec![RequirementView {
        name: "ask_first".into(),
        label: "Asked first: does this burn a live investigation?".into(),
        is_met,
        detail: detail.join(". "),
        item: None,
        source: "The unit's register of whom to ask first".into(),
    }])
}
