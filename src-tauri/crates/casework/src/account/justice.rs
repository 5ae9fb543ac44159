//! Arrests and convictions linked with accounts: entered by an officer as dated facts, with a reference and a source.

use crate::{Error, Result, Session};
use breakwater_casefile::Action;
use breakwater_casefile::table::account;
use breakwater_casefile::table::justice_fact::{self, NewJusticeFact};
use breakwater_model::audit::Operation;
use breakwater_model::further::{JusticeFactRequest, JusticeFactView};
use breakwater_model::{AccountId, JusticeFactId, WorldTime};
use breakwater_text::date;

/// Links an arrest or a conviction with accounts.
///
/// # Errors
/// No account, no day, or one that has not come; refused by rule `a-fact-has-reference-and-source`.
pub fn enter(session: &Session, request: &JusticeFactRequest) -> Result<JusticeFactView> {
    let (reference, source) = (request.reference.trim(), request.source.trim());
    let missing = [("reference", reference), ("source", source)];
    let missing: Vec<String> = missing
        .iter()
        .filter(|(_, text)| text.is_empty())
        .map(|(name, _)| (*name).to_owned())
        .collect();
    if !missing.is_empty() {
        return Err(Error::Refused {
            rule: "a-fact-has-reference-and-source",
            message: "Give the reference of the force or the court, and who or what said so."
                .into(),
            missing,
        });
    }
    let happened = day_that_has_come(session, &request.at)?;
    let mut accounts = request.accounts.clone();
    accounts.sort();
    accounts.dedup();
    if accounts.is_empty() {
        return Err(Error::Invalid(
            "Name one account at least that it is linked with.".into(),
        ));
    }
    let rows = session.read(|reader| {
        let rows = accounts.iter().map(|id| account::row(reader, *id));
        rows.collect::<breakwater_casefile::Result<Vec<i64>>>()
    })?;
    let action = accounts.iter().fold(
        Action::new(Operation::Combination, "justice-entered", "account"),
        |action, id| action.on(id.uuid()),
    );
    let (id, _) = session.write(action, |w| {
        let new = NewJusticeFact {
            kind: request.kind,
            happened: &happened,
            reference,
            source,
            words: request
                .words
                .as_deref()
                .map(str::trim)
                .filter(|words| !words.is_empty()),
        };
        w.add_justice_fact(&new, &rows)
    })?;
    one(session, id)
}

/// Takes an arrest or a conviction back, as one entered by mistake.
///
/// # Errors
/// It does not stand.
pub fn take_back(session: &Session, id: JusticeFactId) -> Result<()> {
    let fact = one(session, id)?;
    let action = fact.accounts.iter().fold(
        Action::new(Operation::Alteration, "justice-taken-back", "account"),
        |action, account| action.on(account.uuid()),
    );
    session.write(action, |w| w.take_back_justice_fact(id))?;
    Ok(())
}

/// Arrests and convictions linked with an account, the newest first.
pub fn of_account(session: &Session, account: AccountId) -> Result<Vec<JusticeFactView>> {
    let all = session.read(|reader| justice_fact::standing(reader))?;
    let views = all.into_iter().map(|fact| fact.view);
    Ok(views
        .filter(|view| view.accounts.contains(&account))
        .collect())
}

fn one(session: &Session, id: JusticeFactId) -> Result<JusticeFactView> {
    let all = session.read(|reader| justice_fact::standing(reader))?;
    let mut views = all.into_iter().map(|fact| fact.view);
    views
        .find(|view| view.id == id)
        .ok_or(Error::NotFound("arrest or conviction"))
}

/// A day or a moment as an officer writes it.
///
/// # Errors
/// It does not read, or has not come.
pub(crate) fn day_that_has_come(session: &Session, text: &str) -> Result<WorldTime> {
    let happened = date::read(text.trim()).map_err(|error| Error::Invalid(format!("{error}.")))?;
    // A day counts as its end: today has come.
    if happened.at > session.host().now().plus_ms(86_400_000) {
        return Err(Error::Invalid("This time has not come yet.".into()));
    }
    Ok(happened)
}
