//! The decision about one account. Refer needs every line answered *No*; one
//! answered *Yes* or *Can't tell* leads to a second look, never to a referral.

use crate::account::role;
use crate::review::{exclusions, reader};
use crate::{Error, Result, Session, facts, grading};
use breakwater_casefile::table::account;
use breakwater_casefile::table::assessment::NewAssessment;
use breakwater_casefile::{Action, Reader, query, state};
use breakwater_model::WorldTime;
use breakwater_model::assessment::{
    AccountStatus, Answer, AssessmentDraft, DecideRequest, Decision, DoneView,
};
use breakwater_model::audit::Operation;
use breakwater_model::list::AccountRow;

/// Decides.
///
/// # Errors
/// Refused by rule: refer with a line not answered *No* or without a sentence of reason; hold without a date;
/// no action without a reason key; anything about an account that stands in a draft; refer of a victim or a child.
pub fn decide(session: &Session, request: &DecideRequest) -> Result<DoneView> {
    let unknown = exclusions::unknown(&request.answers);
    if !unknown.is_empty() {
        return Err(Error::Invalid(format!(
            "There is no line called {}.",
            unknown.join(", ")
        )));
    }
    let row = session.read(|reader| account::row(reader, request.account))?;
    let reason = reason(request)?;
    if request.decision == Decision::Refer {
        let (language, is_translated) = session.read(|reader| state::language(reader, row))?;
        reader::check(session, language.as_deref(), is_translated)?;
    }
    let review_by = review_by(session, request)?;
    let grading = request.grading.as_deref().map(grading::read).transpose()?;
    let action = Action::new(Operation::Alteration, "account-assessed", "account")
        .on(request.account.uuid())
        .word("reason", &reason);
    let ((), done) = session.write(action, |w| {
        w.reading(|reader| {
            if request.decision == Decision::Refer {
                role::refuse_never_referred(reader, row)?;
            }
            in_no_referral(session, reader, row)
        })?;
        w.add_assessment(
            row,
            &NewAssessment {
                decision: request.decision,
                reason: &reason,
                reason_key: request
                    .no_action_reason
                    .filter(|_| request.decision == Decision::NoAction),
                review_by: review_by.as_ref(),
                grading: grading.as_deref(),
                answers: &request.answers,
            },
        )?;
        Ok(())
    })?;
    forget_draft(session, row)?;
    let after = session.read(|reader| listed(session, reader, row))?;
    Ok(DoneView {
        set: done.set,
        said: said(&after),
        status: after.status,
        can_undo: true,
    })
}

/// Asked within the write: nobody drafts the account between the question and the decision.
fn in_no_referral(session: &Session, reader: &Reader<'_>, row: i64) -> Result<()> {
    let before = listed(session, reader, row)?;
    if matches!(before.status, AccountStatus::Drafted | AccountStatus::Sent) {
        return Err(Error::refused(
            "drafted-accounts-are-not-reassessed",
            format!(
                "{} is in a referral. Take it out of the draft first.",
                before.label
            ),
        ));
    }
    Ok(())
}

fn listed(session: &Session, reader: &Reader<'_>, row: i64) -> Result<AccountRow> {
    query::rows(reader, &[row], session.officer().row)?
        .pop()
        .ok_or(Error::NotFound("account"))
}

fn reason(request: &DecideRequest) -> Result<String> {
    let written = request.reason.trim();
    match request.decision {
        Decision::Refer => {
            let missing = exclusions::not_excluded(&request.answers);
            if !missing.is_empty() {
                let has_doubt = request.answers.values().any(|answer| *answer != Answer::No);
                return Err(Error::Refused {
                    rule: "every-exclusion-answered-no",
                    message: if has_doubt {
                        "A line was answered Yes or Can't tell: this account needs a second look, not a referral.".into()
                    } else {
                        format!("{} of the lines are not answered yet.", missing.len())
                    },
                    missing,
                });
            }
            if written.is_empty() {
                return Err(Error::Refused {
                    rule: "a-referral-has-a-reason",
                    message: "Say in one sentence why this account is referred.".into(),
                    missing: vec!["reason".into()],
                });
            }
            Ok(written.to_owned())
        }
        Decision::Hold => Ok(written.to_owned()),
        Decision::NoAction => {
            let key = request.no_action_reason.ok_or_else(|| Error::Refused {
                rule: "no-action-has-a-reason",
                message: "Choose why no action is taken.".into(),
                missing: vec!["reason".into()],
            })?;
            let words = facts::no_action(key)
                .map(|fact| fact.words.clone())
                .unwrap_or_default();
            Ok(if written.is_empty() {
                words
            } else {
                format!("{words}: {written}")
            })
        }
    }
}

fn review_by(session: &Session, request: &DecideRequest) -> Result<Option<WorldTime>> {
    if request.decision != Decision::Hold {
        return Ok(None);
    }
    let doubts = request.answers.values().any(|answer| *answer != Answer::No);
    match &request.review_by {
        Some(date) => {
            let date = breakwater_text::date::read(date)
                .map_err(|error| Error::Invalid(format!("The review date: {error}.")))?;
            if date.at < session.host().now() {
                return Err(Error::Invalid(
                    "The review date has passed; choose a later day.".into(),
                ));
            }
            Ok(Some(date))
        }
        None if doubts => Ok(None),
        None => Err(Error::Refused {
            rule: "a-hold-has-a-date",
            message: "Say until when this account is held.".into(),
            missing: vec!["review-by".into()],
        }),
    }
}

/// What was typed is decided now; a note or translation that was begun stays.
fn forget_draft(session: &Session, row: i64) -> Result<()> {
    let officer = session.officer().row;
    let draft =
        session.read(|reader| breakwater_casefile::table::place::draft(reader, officer, row))?;
    let rest = AssessmentDraft {
        note: draft.note,
        translation: draft.translation,
        ..AssessmentDraft::default()
    };
    session.place(|placer| placer.put_draft(row, &rest))
}

fn said(row: &AccountRow) -> String {
    let what = match row.status {
        AccountStatus::Refer => "decided refer",
        AccountStatus::NoAction => "decided no action",
        AccountStatus::SecondLook => "sent for a second look",
        AccountStatus::Hold => "held",
        _ => "assessed",
    };
    format!("{} {what}", row.label)
}
