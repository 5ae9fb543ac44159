//! Dates that somebody outside promised: entered on an item that was sent or on an act, and how they ended.

use crate::account::apart;
use crate::{Error, Result, Session};
use breakwater_casefile::table::promise::{self, NewPromise, Promise};
use breakwater_casefile::table::{account, action, merge, referral};
use breakwater_casefile::{Action, Reader, query};
use breakwater_model::audit::Operation;
use breakwater_model::list::AccountRow;
use breakwater_model::promise::{PromiseEnd, PromiseOn, PromiseRequest, PromiseView, PromisedView};
use breakwater_model::referral::ReferralState;
use breakwater_model::{AccountId, Instant, Precision, PromiseId, SetId};

/// Enters what somebody promised and until when.
///
/// # Errors
/// Nothing is said of who or what; a day that has passed, or none; the account is no item of the referral; refused by
/// rule `only-sent-are-promised`.
pub fn promise(session: &Session, request: &PromiseRequest) -> Result<PromisedView> {
    let (who, what) = (request.who.trim(), request.what.trim());
    if who.is_empty() || what.is_empty() {
        return Err(Error::Invalid("Say who promised, and what.".into()));
    }
    let due = day(&request.due)?;
    if due < session.host().now() {
        return Err(Error::Invalid(format!(
            "{} has passed; a promise is for a day to come.",
            request.due.trim()
        )));
    }
    let entry = Action::new(Operation::Alteration, "promise-entered", "promise")
        .on(request.account.uuid())
        .word("who", who)
        .word("what", what);
    let (id, done) = session.write(entry, |w| {
        let new = w.reading(|reader| {
            let row = account::row(reader, request.account)?;
            let (item, action) = place(reader, row, request)?;
            Ok(NewPromise {
                account: row,
                item,
                action,
                who,
                what,
                due,
            })
        })?;
        w.add_promise(&new)
    })?;
    let all = of_account(session, request.account)?;
    let promise = all.into_iter().find(|one| one.id == id);
    Ok(PromisedView {
        promise: promise.ok_or(Error::NotFound("promise"))?,
        set: done.set,
    })
}

/// Says how a promise ended.
///
/// # Errors
/// It has ended before.
pub fn end(session: &Session, id: PromiseId, end: PromiseEnd) -> Result<SetId> {
    let entry = Action::new(Operation::Alteration, "promise-ended", "promise").on(id.uuid());
    let ((), done) = session.write(entry, |w| {
        let (row, account, ended) = w.reading(|reader| promise::place(reader, id))?;
        if ended.is_some() {
            return Err(Error::Invalid(
                "Somebody has said how this promise ended.".into(),
            ));
        }
        w.end_promise(row, account, end)
    })?;
    Ok(done.set)
}

/// Promises on an account, those that ended among them, oldest first.
pub fn of_account(session: &Session, id: AccountId) -> Result<Vec<PromiseView>> {
    session.read(|reader| {
        let row = account::row(reader, id)?;
        let name: Named = |_, row| (row.label.clone(), Some(row.id));
        views(session, reader, promise::of_account(reader, row)?, name)
    })
}

/// Promises nobody said the end of, the first due first; those that fall due until an instant. Accounts kept apart are not
/// named.
pub fn open(session: &Session, until: Instant) -> Result<Vec<PromiseView>> {
    session.read(|reader| views(session, reader, promise::open(reader, until)?, apart::named))
}

/// How an account is called where a promise is told, and its id, if it is named there.
type Named = fn(&Session, &AccountRow) -> (String, Option<AccountId>);

fn views(
    session: &Session,
    reader: &Reader<'_>,
    all: Vec<Promise>,
    named: Named,
) -> Result<Vec<PromiseView>> {
    let (now, officer) = (session.host().now(), session.officer().row);
    let mut views = Vec::with_capacity(all.len());
    for one in all {
        // One that was merged into another stands under it.
        let target = merge::target(reader, one.account)?;
        let Some(row) = query::rows(reader, &[target], officer)?.pop() else {
            continue;
        };
        let (label, account) = named(session, &row);
        views.push(PromiseView {
            id: one.id,
            account,
            label,
            platform: row.platform,
            on: one.on,
            who: one.who,
            what: one.what,
            due: one.due,
            is_overdue: one.ended.is_none() && one.due < now,
            ended: one.ended,
            officer: one.officer,
            at: one.at,
        });
    }
    Ok(views)
}

/// The end of a day, in UTC.
fn day(text: &str) -> Result<Instant> {
    let read = breakwater_text::date::read(text.trim())
        .map_err(|error| Error::Invalid(format!("The day that was promised: {error}.")))?;
    match read.precision {
        Precision::Day | Precision::Second => Ok(read.at),
        Precision::Month | Precision::Unknown => Err(Error::Invalid(
            "Give the day that was promised as YYYY-MM-DD.".into(),
        )),
    }
}

/// Rows of the item or the act a promise is on.
fn place(
    reader: &Reader<'_>,
    account: i64,
    request: &PromiseRequest,
) -> Result<(Option<i64>, Option<i64>)> {
    match request.on {
        PromiseOn::Action { action } => {
            let (row, of) = action::place(reader, action)?;
            if of == account {
                Ok((None, Some(row)))
            } else {
                Err(Error::NotFound("action"))
            }
        }
        PromiseOn::Referral { referral } => {
            let found = referral::by_id(reader, referral)?;
            if !matches!(found.state, ReferralState::Sent | ReferralState::Closed) {
                return Err(Error::refused(
                    "only-sent-are-promised",
                    "Nothing is promised of a referral that was not sent.",
                ));
            }
            let items = referral::items(reader, found.row)?;
            let item = items.into_iter().find(|one| one.account_row == account);
            Ok((Some(item.ok_or(Error::NotFound("item"))?.row), None))
        }
    }
}
