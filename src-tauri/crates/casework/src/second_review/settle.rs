//! Disagreements: listed for whoever decided first and for supervisors, settled in words or by another decision.

use crate::{Error, Result, Session};
use breakwater_casefile::Action;
use breakwater_casefile::table::second_review::{self, Disagreement};
use breakwater_model::audit::Operation;
use breakwater_model::case::Role;
use breakwater_model::second_review::{DisagreementView, SettleRequest};

/// Disagreements nobody has settled, oldest first.
pub fn disagreements(session: &Session) -> Result<Vec<DisagreementView>> {
    let open = session.read(|reader| second_review::disagreements(reader))?;
    Ok(open
        .into_iter()
        .map(|one| DisagreementView {
            can_settle: may_settle(session, &one),
            account: one.account,
            label: one.label,
            platform: one.platform,
            language: one.language,
            first: one.first,
            second: one.second,
        })
        .collect())
}

/// Nobody settles what they were the second to judge; a reader settles nothing.
fn may_settle(session: &Session, one: &Disagreement) -> bool {
    let own = session.own().officer;
    let role = session.officer().view.role;
    own != one.second_officer
        && role != Role::Reader
        && (own == one.first_officer || role == Role::Supervisor)
}

/// Settles a disagreement in words. A decision that is to change is changed on the account: that settles it too.
///
/// # Errors
/// Nobody disagrees about it, or it is settled; refused by rule `a-disagreement-is-settled-by-the-first-or-a-supervisor`.
pub fn settle(session: &Session, request: &SettleRequest) -> Result<()> {
    let words = request.words.trim();
    if words.is_empty() {
        return Err(Error::Invalid("Say what came of it.".into()));
    }
    let open = session.read(|reader| second_review::disagreements(reader))?;
    let one = open
        .into_iter()
        .find(|one| one.account == request.account)
        .ok_or(Error::NotFound("disagreement"))?;
    if !may_settle(session, &one) {
        return Err(Error::refused(
            "a-disagreement-is-settled-by-the-first-or-a-supervisor",
            "Whoever decided first settles it, or a supervisor who was not the second.",
        ));
    }
    let action = Action::new(Operation::Alteration, "second-review-settled", "account")
        .on(request.account.uuid())
        .word("words", words);
    session.write(action, |w| w.settle_second_review(&one, words))?;
    Ok(())
}
