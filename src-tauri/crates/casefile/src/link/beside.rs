//! Who shares a number, a contact or an account of money with any of some accounts: a look-up for orders of lists, not
//! the links an account shows with their reasons.

use super::never::Never;
use crate::{Reader, Result};
use breakwater_text::link::{facts, of_code};
use rusqlite::named_params;
use rusqlite::types::Value;
use std::collections::BTreeSet;
use std::rc::Rc;

/// Rows of accounts that share such a value with one of these, without these themselves. A value that stands on too
/// many accounts, or on the register of what never links, joins nobody.
pub(crate) fn beside(reader: &Reader<'_>, accounts: &[i64]) -> Result<BTreeSet<i64>> {
    if accounts.is_empty() {
        return Ok(BTreeSet::new());
    }
    let never = Never::read(reader)?;
    let wanted = Rc::new(
        accounts
            .iter()
            .copied()
            .map(Value::from)
            .collect::<Vec<_>>(),
    );
    let values: Vec<(String, String)> = reader
        .db()
        .prepare_cached(
            "SELECT DISTINCT kind, value FROM tie WHERE account IN rarray(:wanted) ORDER BY kind, value",
        )?
        .query_map(named_params! { ":wanted": wanted }, |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?
        .collect::<rusqlite::Result<_>>()?;
    let mut sharing = reader.db().prepare_cached(
        "SELECT account FROM tie WHERE kind = :kind AND value = :value LIMIT :most",
    )?;
    let mut beside = BTreeSet::new();
    for (code, value) in values {
        let Some(kind) = of_code(&code).filter(|kind| !never.holds(*kind, &value)) else {
            continue;
        };
        let most = facts(kind).most;
        let found: Vec<i64> = sharing
            .query_map(
                named_params! { ":kind": code, ":value": value, ":most": most + 1 },
                |row| row.get(0),
            )?
            .collect::<rusqlite::Result<_>>()?;
        if found.len() <= most as usize {
            beside.extend(found.into_iter().map(|account| never.standing(account)));
        }
    }
    for own in accounts {
        beside.remove(own);
    }
    Ok(beside)
}
