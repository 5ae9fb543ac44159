//! Which accounts an export writes: those asked for, without victims, children and third parties unless those were asked
//! for too.

use super::sheet;
use crate::account::apart;
use crate::{Result, Session};
use breakwater_casefile::query;
use breakwater_casefile::table::account;
use breakwater_model::AccountId;
use breakwater_model::exchange::ExportRequest;
use breakwater_model::list::{AccountOrder, AccountScope, ListRequest};
use std::collections::BTreeSet;

/// What is written.
pub(super) struct Wanted {
    /// Rows of the accounts, each once, in the file's order.
    pub rows: Vec<i64>,
    /// Of them, those of victims, children and third parties.
    pub kept_apart: usize,
    /// Those that were left out.
    pub left_out: usize,
}

/// What was asked for, without victims, children and third parties unless those were asked for too.
pub(super) fn wanted(session: &Session, request: &ExportRequest) -> Result<Wanted> {
    let mut rows = asked(session, &request.list, &request.accounts, &request.except)?;
    let apart = query::kept_apart_of(session, &rows)?;
    if request.with_kept_apart {
        return Ok(Wanted {
            rows,
            kept_apart: apart.len(),
            left_out: 0,
        });
    }
    if !apart.is_empty() {
        rows.retain(|row| !apart.contains(row));
    }
    Ok(Wanted {
        rows,
        kept_apart: 0,
        left_out: apart.len(),
    })
}

/// Rows of these accounts; where none is named, of a list without some. Each once, in order; victims, children and third
/// parties are not among them.
pub(crate) fn without_kept_apart(
    session: &Session,
    list: &ListRequest,
    accounts: &[AccountId],
    except: &[AccountId],
) -> Result<Vec<i64>> {
    let mut rows = asked(session, list, accounts, except)?;
    let apart = query::kept_apart_of(session, &rows)?;
    rows.retain(|row| !apart.contains(row));
    Ok(rows)
}

/// Rows of the accounts that were asked for, each once, in the file's order; those kept apart too.
fn asked(
    session: &Session,
    list: &ListRequest,
    accounts: &[AccountId],
    except: &[AccountId],
) -> Result<Vec<i64>> {
    apart::check(session, list)?;
    if accounts.is_empty() {
        let everything = ListRequest {
            scope: AccountScope::All,
            order: AccountOrder::Imported,
            offset: list.offset,
            limit: list.limit,
            ..ListRequest::default()
        };
        if *list == everything && except.is_empty() {
            return sheet::oldest_first(session);
        }
        if !list.search.is_empty() {
            session.settle();
        }
        let mut rows = query::all_rows_with_kept_apart(session, list)?;
        if !except.is_empty() {
            let except: BTreeSet<i64> = session.read(|reader| {
                let ids = except.iter();
                ids.map(|id| account::row(reader, *id)).collect()
            })?;
            rows.retain(|row| !except.contains(row));
        }
        return Ok(rows);
    }
    let mut met = BTreeSet::new();
    let ids = accounts.iter().filter(|id| met.insert(**id));
    session.read(|reader| ids.map(|id| account::row(reader, *id)).collect())
}
