//! The second opinion: given once, by another officer, before anything of the first is shown.

use super::sample;
use crate::review::reader;
use crate::{Error, Result, Session, facts};
use breakwater_casefile::table::second_review::{self, NewSecondReview};
use breakwater_casefile::{Action, query, state};
use breakwater_model::assessment::Decision;
use breakwater_model::audit::Operation;
use breakwater_model::second_review::{OpinionView, SecondReviewDoneView, SecondReviewRequest};

/// Keeps what the officer would decide, and then shows what was decided. No status changes.
///
/// # Errors
/// Refused by rule: `only-sampled-decisions-are-reviewed`, `nobody-reviews-their-own-decision`,
/// `a-decision-is-reviewed-once`, `a-second-review-has-a-reason`; refer by somebody who cannot read it, `needs-a-reader`.
pub fn answer(session: &Session, request: &SecondReviewRequest) -> Result<SecondReviewDoneView> {
    let drawn = sample::of_account(session, request.account)?;
    let account = drawn.decided.account;
    let reason = reason(request)?;
    if request.decision == Decision::Refer {
        let (language, is_translated) = session.read(|reader| state::language(reader, account))?;
        reader::check(session, language.as_deref(), is_translated)?;
    }
    let own = session.own().officer;
    let was_opened = session
        .read(|reader| second_review::was_opened(reader, &drawn.decided, request.account, own))?;
    let action = Action::new(Operation::Alteration, "second-review-answered", "account")
        .on(request.account.uuid())
        .word("reason", &reason);
    session.write(action, |w| {
        w.add_second_review(&NewSecondReview {
            of: &drawn.decided,
            decision: request.decision,
            reason: &reason,
            reason_key: request
                .no_action_reason
                .filter(|_| request.decision == Decision::NoAction),
            period: &drawn.period,
            is_blind: !was_opened,
        })
    })?;
    session.read(|reader| {
        let (first, first_band) = second_review::first(reader, drawn.decided.row)?;
        let listed = query::rows(reader, &[account], session.officer().row)?.pop();
        Ok(SecondReviewDoneView {
            account: request.account,
            label: listed.ok_or(Error::NotFound("account"))?.label,
            agrees: first.decision == request.decision,
            first,
            first_band,
            second: OpinionView {
                decision: request.decision,
                reason: reason.clone(),
                officer: session.officer().view.number.clone(),
                at: session.host().now(),
            },
        })
    })
}

fn reason(request: &SecondReviewRequest) -> Result<String> {
    let written = request.reason.trim();
    let missing = |message: &str| Error::Refused {
        rule: "a-second-review-has-a-reason",
        message: message.into(),
        missing: vec!["reason".into()],
    };
    match request.decision {
        Decision::Refer | Decision::Hold if written.is_empty() => {
            Err(missing("Say in one sentence why."))
        }
        Decision::Refer | Decision::Hold => Ok(written.to_owned()),
        Decision::NoAction => {
            let key = request
                .no_action_reason
                .ok_or_else(|| missing("Choose why no action would be taken."))?;
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
