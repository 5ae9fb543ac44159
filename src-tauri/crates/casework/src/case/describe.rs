//! What the frame of every screen shows.

use crate::case::officer;
use crate::checks::due;
use crate::referral::{letter, waiting};
use crate::review::{live_again, remind};
use crate::{Result, Session, handover, limits, retention, screen};
use breakwater_casefile::table::{fact, officer as officers};
use breakwater_casefile::{audit_log, query, tally};
use breakwater_model::Instant;
use breakwater_model::case::{
    AreaCountsView, CutBackView, Marking, OpenerView, SessionView, StatusLineView,
};

/// The officer's place that keeps the last entry of a cut log they have read of.
const CUT_BACK_READ: &str = "cut-back-read";

/// The unlocked case.
pub fn session(session: &Session) -> Result<SessionView> {
    let officer = officer::own(session)?;
    let last_route = screen::place::read(session, "route")?;
    let cut_back = cut_back(session)?;
    session.read(|reader| {
        let openers = officers::slots(reader)?
            .into_iter()
            .map(|slot| OpenerView {
                kind: slot.kind,
                label: slot.label,
            })
            .collect();
        Ok(SessionView {
            case_id: session.case_id(),
            title: fact::need(reader, "title")?,
            reference: fact::need(reader, "reference")?,
            marking: marking(&fact::need(reader, "marking")?),
            officer,
            openers,
            is_demonstration: fact::get(reader, "demonstration")?.as_deref() == Some("yes"),
            evidence_rules_read: fact::get(reader, "evidence-rules-read")?.is_some(),
            last_route,
            cut_back,
        })
    })
}

/// That the log was cut back, until this officer has read it.
fn cut_back(session: &Session) -> Result<Option<CutBackView>> {
    let Some(told) = session.read(|reader| audit_log::last_cut_back(reader))? else {
        return Ok(None);
    };
    let entry = told.stored.entry;
    let read = screen::place::read(session, CUT_BACK_READ)?;
    if read.and_then(|seq| seq.parse::<i64>().ok()) >= Some(entry.seq) {
        return Ok(None);
    }
    let known = told.words.get("known_entry").cloned().flatten();
    Ok(Some(CutBackView {
        entry: u32::try_from(entry.seq).unwrap_or(u32::MAX),
        found_at: Instant(entry.at_ms),
        known_entry: known.unwrap_or_else(|| "erased".into()),
    }))
}

/// The case's marking from its stored words; anything unknown is the stricter one.
fn marking(text: &str) -> Marking {
    if text == Marking::Official.as_str() {
        Marking::Official
    } else {
        Marking::OfficialSensitive
    }
}

/// The case's marking, title and reference.
pub(crate) fn heading(session: &Session) -> Result<(Marking, String, String)> {
    session.read(|reader| {
        Ok((
            marking(&fact::need(reader, "marking")?),
            fact::need(reader, "title")?,
            fact::need(reader, "reference")?,
        ))
    })
}

/// Counts beside the areas.
pub fn counts(session: &Session) -> Result<AreaCountsView> {
    let now = session.host().now();
    let counts = query::standing(session, now)?;
    let (evidence, drafts) = session.read(tally::exhibits_and_drafts)?;
    let (to_approve, sent) = session.read(tally::submitted_and_sent)?;
    let referrals = session.read(|reader| waiting::sections(reader, session))?;
    let referrals: u32 = referrals.iter().map(|section| section.total).sum();
    let reminders = remind::sections(session)?;
    let reminders: u32 = reminders.iter().map(|section| section.total).sum();
    let letters = letter::waiting::section(session)?.total;
    let erasures = retention::waiting::section(session)?.total;
    let live_again = live_again::section(session)?.total;
    let handed_over = handover::waiting(session)?;
    let rechecks = due::tally(session)?;
    let to_look_at = rechecks.overdue + rechecks.due;
    Ok(AreaCountsView {
        today: counts.urgent
            + counts.second_look
            + counts.holds
            + counts.to_draft
            + referrals
            + reminders
            + to_look_at
            + live_again
            + handed_over
            + letters
            + erasures,
        today_urgent: counts.urgent,
        review: counts.review,
        accounts: counts.accounts,
        evidence,
        drafts,
        to_draft: counts.to_draft,
        to_approve,
        sent,
        rechecks: to_look_at,
        rechecks_overdue: rechecks.overdue,
    })
}

/// The states at the foot of the window.
pub fn status_line(session: &Session) -> Result<StatusLineView> {
    let now = session.host().now();
    let at = |key: &str| -> Result<Option<Instant>> {
        Ok(screen::place::read(session, key)?.and_then(|text| Instant::parse(&text)))
    };
    let audit_checked_at = at("checked.audit")?;
    let evidence_checked_at = at("checked.evidence")?;
    let backed_up_at = at("backed-up")?;
    let older = |at: Option<Instant>, limit: &str| {
        at.is_none_or(|at| now.0 - at.0 > limits::days_ms(limit))
    };
    let begun_at = session.read(|reader| Ok(audit_log::first_at(reader)?.map(Instant)))?;
    let (has_evidence, others) = session.read(|reader| {
        let slots = officers::slots(reader)?;
        let mut others: Vec<String> = Vec::new();
        let officers = slots.iter().filter(|slot| slot.kind == "officer").count();
        match officers.saturating_sub(1) {
            0 => {}
            1 => others.push("another officer".into()),
            more => others.push(format!("{more} other officers")),
        }
        for slot in slots.iter().filter(|slot| slot.kind == "unit") {
            others.push(format!(
                "unit key {}…",
                slot.label.chars().take(9).collect::<String>()
            ));
        }
        if slots.iter().any(|slot| slot.kind == "invitation") {
            others.push("an open invitation".into());
        }
        Ok((tally::exhibits_and_drafts(reader)?.0 > 0, others))
    })?;
    Ok(StatusLineView {
        unlocked_by: session.officer().view.number.clone(),
        others: if others.is_empty() {
            "nobody else but the recovery key".into()
        } else {
            others.join(", ")
        },
        audit_checked_at,
        audit_check_is_overdue: older(audit_checked_at.or(begun_at), "audit-check"),
        evidence_checked_at,
        evidence_check_is_overdue: has_evidence && older(evidence_checked_at, "evidence-check"),
        backed_up_at,
        backup_is_overdue: older(backed_up_at, "backup"),
        index: session.index_state().to_owned(),
        locks_in_seconds: None,
    })
}
