//! By what the items of a history are known elsewhere: asked beside it, and not kept.

use crate::{Reader, Result};
use std::collections::HashMap;

/// By which channel, in the officer's words, each item was first sent: by row of the account and key of the post, as in
/// [`super::Subject`]. Of history that was brought in nobody said.
pub fn channels(reader: &Reader<'_>) -> Result<HashMap<(i64, String), String>> {
    let mut statement = reader.prepare_cached(
        "SELECT i.account,
           CASE WHEN i.post IS NULL THEN '' ELSE coalesce(p.key, 'post:' || hex(p.uid)) END, e.value
         FROM event e JOIN referral_item i ON i.id = e.item LEFT JOIN post p ON p.id = i.post
         WHERE e.kind = 'sent' AND e.is_retracted = 0 AND i.is_retracted = 0
         ORDER BY e.happened_ms DESC, e.seq DESC",
    )?;
    let rows = statement.query_map([], |row| Ok(((row.get(0)?, row.get(1)?), row.get(2)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// By what an account is known elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The platform's id.
    pub id: Option<String>,
    /// The handle it was last seen with, as written.
    pub handle: Option<String>,
    /// Its canonical address.
    pub address: Option<String>,
}

/// By what accounts are known elsewhere, by their rows.
pub fn named(reader: &Reader<'_>) -> Result<HashMap<i64, Named>> {
    let mut statement = reader
        .prepare_cached("SELECT account, platform_id, handle, canonical_url FROM account_state")?;
    let rows = statement.query_map([], |row| {
        let named = Named {
            id: row.get(1)?,
            handle: row.get(2)?,
            address: row.get(3)?,
        };
        Ok((row.get(0)?, named))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
