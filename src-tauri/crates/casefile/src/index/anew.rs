//! Beginning anew: where most of what the index holds is gone, a new file is filled sooner than the old one
//! is emptied. A dropped table would stand in memory whole until the transaction ends, so the file goes.

use super::{Result, make, remove, standing};
use crate::keyring::Key;
use crate::layout::Layout;
use crate::search::Searching;
use rusqlite::{Connection, named_params};
use std::sync::Arc;

/// From so many changes on it may be quicker to begin anew.
const MANY: u32 = 20_000;

/// Where the index lies, and who reads it.
pub struct Place {
    pub layout: Layout,
    pub key: Key,
    pub searching: Arc<Searching>,
}

impl Place {
    /// The index to go on with: a new one without an account if most that the old one holds are gone.
    /// A kill on the way leaves none, and the next start makes one.
    ///
    /// # Errors
    /// Those of the disk; then there is no index until the next start.
    pub fn settled(&self, case: &Connection, index: Connection) -> Result<Connection> {
        if is_mostly_gone(case, &index, MANY).unwrap_or(false) {
            self.anew(index)
        } else {
            Ok(index)
        }
    }

    /// An index that knows nothing, in the place of this one.
    pub(super) fn anew(&self, index: Connection) -> Result<Connection> {
        self.searching.renew(|| {
            drop(index);
            // Where a file that somebody reads cannot be removed it stays, and is caught up with as it is.
            let _ = remove(&self.layout);
            make(&self.layout, &self.key)
        })
    }
}

/// True if `many` changes or more wait to be indexed and fewer than half as many accounts stand as
/// were changed, as after an
/// import was taken back: taking each out of the index costs far more than putting in those that stand.
pub fn is_mostly_gone(case: &Connection, index: &Connection, many: u32) -> Result<bool> {
    let (known, running, _) = standing(index)?;
    if known == 0 || running > known {
        return Ok(false);
    }
    let waiting: i64 = case
        .prepare_cached(
            "SELECT count(*) FROM (SELECT 1 FROM change WHERE seq > :known AND account IS NOT NULL LIMIT :many)",
        )?
        .query_row(named_params! { ":known": known, ":many": many }, |row| {
            row.get(0)
        })?;
    if waiting < i64::from(many) {
        return Ok(false);
    }
    let (changed, standing): (i64, i64) = case
        .prepare_cached(
            "SELECT (SELECT count(DISTINCT account) FROM change WHERE seq > :known),
               (SELECT count(*) FROM account_state)",
        )?
        .query_row(named_params! { ":known": known }, |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    Ok(standing < changed / 2)
}
