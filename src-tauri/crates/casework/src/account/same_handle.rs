//! Accounts that were seen with one handle and are not one: a handle passes to another owner.

use super::apart;
use crate::{Result, Session};
use breakwater_casefile::table::sighting;
use breakwater_casefile::{Reader, query};
use breakwater_model::account::{SameHandle, SameHandleView};

/// Accounts told.
const SHOWN: usize = 20;

/// The other accounts of a handle, those seen last first.
pub(crate) fn of_account(
    session: &Session,
    reader: &Reader<'_>,
    row: i64,
) -> Result<Vec<SameHandleView>> {
    let mut others = sighting::same_handle(reader, row)?;
    others.truncate(SHOWN);
    let has_id = sighting::id_of(reader, row)?.is_some();
    let mut all = Vec::with_capacity(others.len());
    for other in others {
        let Some(listed) = query::rows(reader, &[other], session.officer().row)?.pop() else {
            continue;
        };
        let why = if has_id && sighting::id_of(reader, other)?.is_some() {
            SameHandle::OtherOwner
        } else {
            SameHandle::Reused
        };
        let (label, account) = apart::named(session, &listed);
        all.push(SameHandleView {
            account,
            label,
            why,
            words: words(why).to_owned(),
        });
    }
    Ok(all)
}

/// As an officer is told.
pub(crate) const fn words(why: SameHandle) -> &'static str {
    match why {
        SameHandle::OtherOwner => "same handle, other owner",
        SameHandle::Reused => "handle reused?",
    }
}
