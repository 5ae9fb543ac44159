//! The unit's own periods of retention, in the place of those the program comes with.

use super::{due, reason_of};
use crate::{Error, Result, Session};
use breakwater_casefile::Action;
use breakwater_model::audit::Operation;
use breakwater_model::case::Role;
use breakwater_model::erasure::{RetentionGroupView, SetPeriodRequest};

/// Sets the period of a group, or puts back the one the program comes with. What is due follows; nothing is erased by it.
///
/// # Errors
/// Refused by rule: `a-supervisor-sets-periods`. No reason; a group there is none of; days the group cannot have; those
/// it has.
pub fn set(session: &Session, request: &SetPeriodRequest) -> Result<RetentionGroupView> {
    if session.officer().view.role != Role::Supervisor {
        return Err(Error::refused(
            "a-supervisor-sets-periods",
            "Only a supervisor sets how long accounts are kept.",
        ));
    }
    let reason = reason_of(&request.reason)?;
    let before = group(session, &request.group)?;
    let days = request.days.unwrap_or(before.comes_with);
    if days == before.days {
        return Err(Error::Invalid(format!(
            "The period is {days} days already."
        )));
    }
    let action = Action::new(Operation::Alteration, "retention-period-set", "case")
        .on(session.case_id().uuid())
        .word("group", &before.title)
        .word("days", &days.to_string())
        .word("reason", reason);
    session.write(action, |w| {
        if before.group == due::NO_ACTION {
            return w.set_no_action_days(u16::try_from(days).unwrap_or(u16::MAX));
        }
        w.set_retention_days(&before.group, (days != before.comes_with).then_some(days))
    })?;
    group(session, &request.group)
}

fn group(session: &Session, key: &str) -> Result<RetentionGroupView> {
    let groups: Vec<RetentionGroupView> =
        due::table(session)?.into_iter().map(|one| one.1).collect();
    let found = groups.iter().find(|one| one.group == key);
    found.cloned().ok_or_else(|| {
        let known: Vec<&str> = groups.iter().map(|one| one.group.as_str()).collect();
        Error::Invalid(format!(
            "{key:?} is no group of retention. There is: {}.",
            known.join(", ")
        ))
    })
}
