//! Lists of accounts: windows over the case.

use super::apart;
use crate::{Error, Result, Session};
use breakwater_casefile::query;
pub use breakwater_casefile::query::said;
use breakwater_casefile::table::account;
use breakwater_model::AccountId;
use breakwater_model::list::{AccountOrder, FiltersView, ListRequest, ListView};

/// A window of a list.
pub fn list(session: &Session, request: &ListRequest) -> Result<ListView> {
    apart::check(session, request)?;
    query::list(session, request)
}

/// A window of a list as soon as it can be had: near its beginning it may stand without an exact count, which follows
/// when the same is asked again.
pub fn first(session: &Session, request: &ListRequest) -> Result<ListView> {
    apart::check(session, request)?;
    query::first(session, request)
}

/// Where an account stands in a list, counted from none; `None` if it is not in it.
///
/// # Errors
/// There never was such an account.
pub fn index(session: &Session, request: &ListRequest, id: AccountId) -> Result<Option<u32>> {
    apart::check(session, request)?;
    let known = session.read(|reader| account::any_row(reader, id))?;
    let (row, _) = known.ok_or(Error::NotFound("account"))?;
    query::index_of(session, request, row)
}

/// How many rows of a list by age stand before or at an account: where a reader who has had it goes on. The account
/// need not be in the list any more.
///
/// # Errors
/// There never was such an account; the list is in another order than oldest first.
pub fn place_after(session: &Session, request: &ListRequest, id: AccountId) -> Result<u32> {
    apart::check(session, request)?;
    if request.order != AccountOrder::Imported || request.is_descending {
        return Err(Error::Invalid(
            "Only a list by age can be gone on with after an account.".into(),
        ));
    }
    let rows = query::all_rows(session, request)?;
    session.read(|reader| {
        let (row, _) = account::any_row(reader, id)?.ok_or(Error::NotFound("account"))?;
        let key = |row| Ok::<_, Error>((account::imported_at(reader, row)?, row));
        let last = key(row)?;
        let (mut from, mut to) = (0, rows.len());
        while from < to {
            let middle = usize::midpoint(from, to);
            let Some(row) = rows.get(middle) else { break };
            if key(*row)? <= last {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        Ok(u32::try_from(from).unwrap_or(u32::MAX))
    })
}

/// What the filters offer.
pub fn filters(session: &Session) -> Result<FiltersView> {
    query::filters(session)
}

/// Every platform this program knows, with the accounts the case has on it.
pub fn platforms(session: &Session) -> Result<Vec<breakwater_model::platform::PlatformView>> {
    let mut known = filters(session)?.platforms;
    for facts in breakwater_text::platform::all() {
        if !known
            .iter()
            .any(|platform| platform.code.as_str() == facts.code)
        {
            known.push(query::platform_view(facts.code, 0));
        }
    }
    Ok(known)
}
