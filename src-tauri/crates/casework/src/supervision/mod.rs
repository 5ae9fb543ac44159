//! How the unit stands, for whoever supervises it: by team. Nobody is named here; who has how much is asked apart
//! ([`person`]), by a supervisor, with a reason that is logged.

pub mod person;

use crate::account::apart;
use crate::checks::due;
use crate::referral::reasons;
use crate::review::promise;
use crate::second_review::{agreement, shares};
use crate::{Result, Session, limits};
use breakwater_casefile::supervise::{self, Returned, Reversed};
use breakwater_casefile::table::{action, merge};
use breakwater_casefile::{Reader, query};
use breakwater_model::Instant;
use breakwater_model::case::Role;
use breakwater_model::referral::ReferralState;
use breakwater_model::supervision::{
    ReturnedView, ReversedItemView, SecondStandingView, SupervisionView, WaitingView,
};

/// From when on what happened is told.
pub(crate) fn since(now: Instant) -> Instant {
    now.plus_ms(-limits::days_ms("supervision"))
}

/// How the unit stands.
pub fn standing(session: &Session) -> Result<SupervisionView> {
    let now = session.host().now();
    let since = since(now);
    let queue = query::queue_age(session, now)?;
    let rechecks = due::tally(session)?;
    let promises = promise::open(session, now)?;
    let second_review = second(session)?;
    session.snapshot(|reader| {
        let open = action::unanswered(reader)?;
        let waits = |state| {
            let (count, oldest) = supervise::standing(reader, state)?;
            Ok::<_, crate::Error>(WaitingView { count, oldest })
        };
        let reversed = supervise::reversed(reader, since)?.into_iter();
        Ok(SupervisionView {
            as_at: now,
            since,
            to_review: WaitingView {
                count: queue.waiting,
                oldest: queue.oldest,
            },
            unassigned: WaitingView {
                count: queue.unassigned,
                oldest: queue.oldest_unassigned,
            },
            safeguarding: WaitingView {
                count: u32::try_from(open.len()).unwrap_or(u32::MAX),
                oldest: open.iter().map(|(_, act)| act.at).min(),
            },
            to_approve: waits(ReferralState::Submitted)?,
            approved: waits(ReferralState::Approved)?,
            sent: waits(ReferralState::Sent)?,
            rechecks: rechecks.due + rechecks.overdue,
            rechecks_overdue: rechecks.overdue,
            promises_overdue: u32::try_from(promises.iter().filter(|one| one.is_overdue).count())
                .unwrap_or(u32::MAX),
            returned: supervise::returned(reader, since)?
                .into_iter()
                .map(returned)
                .collect(),
            second_review,
            reversed: reversed
                .map(|one| undone(session, reader, one))
                .collect::<Result<_>>()?,
            can_ask_by_person: session.officer().view.role == Role::Supervisor,
        })
    })
}

fn second(session: &Session) -> Result<SecondStandingView> {
    let all = agreement::agreement(session)?;
    let drawn = shares::now(session)?;
    Ok(SecondStandingView {
        agreement: all.kappas.first().map(|one| one.count).unwrap_or_default(),
        not_blind: all.not_blind,
        to_settle: all.to_settle,
        refer_share: drawn.refer,
        no_action_share: drawn.no_action,
    })
}

fn returned(one: Returned) -> ReturnedView {
    ReturnedView {
        referral: one.referral,
        label: format!("R-{:03} · {}", one.number, one.title),
        platform: one.platform,
        reason: one.reason,
        at: one.at,
        state: one.state,
    }
}

fn undone(session: &Session, reader: &Reader<'_>, one: Reversed) -> Result<ReversedItemView> {
    let target = merge::target(reader, one.account)?;
    let row = query::rows(reader, &[target], session.officer().row)?.pop();
    let row = row.ok_or(crate::Error::NotFound("account"))?;
    let (label, account) = apart::named(session, &row);
    let words = |code: String| reasons::of(&code).map_or(code, |reason| reason.words.clone());
    Ok(ReversedItemView {
        account,
        label,
        platform: row.platform,
        referral: one.referral,
        number: one.number,
        withdrawn: one.withdrawn.map(words),
        at: one.at,
    })
}
