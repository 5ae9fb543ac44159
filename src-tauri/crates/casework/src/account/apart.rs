//! Accounts of victims, children and third parties: in no list until somebody says what for, and that is logged.
//!
//! Invariant: every use case that takes a list from outside asks [`check`] first. One account by its id, its link or a
//! register's hit needs no purpose: nobody is to take in again whom the case knows.

use crate::{Error, Result, Session};
use breakwater_casefile::Action;
use breakwater_model::AccountId;
use breakwater_model::audit::Operation;
use breakwater_model::list::{AccountRow, AccountScope, ListRequest};

/// Opens the list of victims, children and third parties until it is shut or the case locks; logged as a look.
///
/// # Errors
/// Refused by rule `kept-apart-needs-a-purpose`: no purpose is given.
pub fn open(session: &Session, purpose: &str) -> Result<()> {
    let purpose = purpose.trim();
    if purpose.is_empty() {
        return Err(needs_purpose());
    }
    session.note(
        Action::new(Operation::Consultation, "kept-apart-opened", "account")
            .word("purpose", purpose),
    )?;
    session.show_kept_apart(true);
    Ok(())
}

/// Shuts the list again.
pub fn shut(session: &Session) {
    session.show_kept_apart(false);
}

/// Refuses a list that holds accounts kept apart while nobody has said what for.
///
/// # Errors
/// Refused by rule `kept-apart-needs-a-purpose`.
pub(crate) fn check(session: &Session, list: &ListRequest) -> Result<()> {
    match list.scope {
        AccountScope::KeptApart | AccountScope::Every if !session.shows_kept_apart() => {
            Err(needs_purpose())
        }
        _ => Ok(()),
    }
}

/// What an account is called where it is told of beside others, and its id: of a victim, child or third party neither,
/// while their list is shut.
pub(crate) fn named(session: &Session, row: &AccountRow) -> (String, Option<AccountId>) {
    if row.role.is_kept_apart() && !session.shows_kept_apart() {
        (UNNAMED.to_owned(), None)
    } else {
        (row.label.clone(), Some(row.id))
    }
}

/// What an account is called that is not named.
const UNNAMED: &str = "an account kept apart";

fn needs_purpose() -> Error {
    Error::Refused {
        rule: "kept-apart-needs-a-purpose",
        message: "Say what the list of victims, children and third parties is opened for.".into(),
        missing: vec!["purpose".into()],
    }
}
