//! Lists of accounts: windows over the case.

use crate::{Result, Session};
use breakwater_casefile::query;
use breakwater_model::list::{FiltersView, ListRequest, ListView};

/// A window of a list.
pub fn list(session: &Session, request: &ListRequest) -> Result<ListView> {
    query::list(session, request)
}

/// What the filters offer.
pub fn filters(session: &Session) -> Result<FiltersView> {
    session.read(query::filters)
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
