//! Accounts that come back: the program proposes, an officer confirms or refuses.

use crate::{Error, Result, Session};
use breakwater_casefile::table::{account, succession};
use breakwater_casefile::{Action, Reader};
use breakwater_model::audit::Operation;
use breakwater_model::succession::{SuccessionDoneView, SuccessionRequest};
use breakwater_model::{SetId, SuccessionId};

/// Most characters of a reason.
const LONGEST: usize = 2_000;

/// Says of two accounts whether one is the other come back, in place of what was said of them before.
///
/// # Errors
/// Both are one account; the reason is too long. Refused by rule: `one-predecessor` if another account was confirmed
/// before it, `no-circle` if it stands before the other in a chain already.
pub fn say(session: &Session, request: &SuccessionRequest) -> Result<SuccessionDoneView> {
    let reason = Some(request.reason.trim()).filter(|text| !text.is_empty());
    if reason.is_some_and(|text| text.chars().count() > LONGEST) {
        return Err(Error::Invalid(format!(
            "A reason has at most {LONGEST} characters."
        )));
    }
    if request.account == request.predecessor {
        return Err(Error::Invalid(
            "An account does not come after itself.".into(),
        ));
    }
    let action = if request.is_confirmed {
        "succession-confirmed"
    } else {
        "succession-refused"
    };
    let action = Action::new(Operation::Combination, action, "account")
        .on(request.account.uuid())
        .on(request.predecessor.uuid())
        .word("reason", reason.unwrap_or_default());
    let (id, done) = session.write(action, |w| {
        let pair = w.reading(|reader| {
            let pair = (
                account::row(reader, request.account)?,
                account::row(reader, request.predecessor)?,
            );
            if request.is_confirmed {
                check(reader, pair)?;
            }
            Ok(pair)
        })?;
        w.say_succession(pair, request.is_confirmed, reason)
    })?;
    Ok(SuccessionDoneView { id, set: done.set })
}

fn check(reader: &Reader<'_>, (account, predecessor): (i64, i64)) -> Result<()> {
    let mut all = succession::standing(reader)?;
    all.retain(|one| one.is_confirmed);
    let before = |of: i64| {
        let found = all.iter().find(|one| one.account == of);
        found.map(|one| one.predecessor)
    };
    if before(account).is_some_and(|known| known != predecessor) {
        return Err(Error::refused(
            "one-predecessor",
            "Another account was confirmed as the one before it. Take that back first.",
        ));
    }
    let mut at = Some(predecessor);
    for _ in 0..=all.len() {
        if at == Some(account) {
            return Err(Error::refused(
                "no-circle",
                "It stands before the other account in a chain already. Take that back first.",
            ));
        }
        at = at.and_then(before);
    }
    Ok(())
}

/// Takes back what was said of two accounts.
///
/// # Errors
/// It does not stand.
pub fn take_back(session: &Session, id: SuccessionId) -> Result<SetId> {
    let action = Action::new(Operation::Combination, "succession-taken-back", "account");
    let ((), done) = session.write(action, |w| {
        for row in w.take_back_succession(id)? {
            let id = w.reading(|reader| account::id(reader, row))?;
            w.subject(id.uuid());
        }
        Ok(())
    })?;
    Ok(done.set)
}
