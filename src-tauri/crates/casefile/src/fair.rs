//! Every account with what groups it and how far it came: for whether languages and sources fare alike.

use crate::{Reader, Result};
use breakwater_model::AccountId;

/// An account that stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fared {
    /// Row.
    pub row: i64,
    /// Id.
    pub id: AccountId,
    /// Code of its language; empty where it is not known.
    pub language: String,
    /// Who or what flagged it; empty where nobody said.
    pub source: String,
    /// True if a referral that holds it was submitted for approval.
    pub is_submitted: bool,
    /// True if a second officer returned such a referral.
    pub is_returned: bool,
}

/// Every account that stands and is not merged into another.
pub fn every(reader: &Reader<'_>) -> Result<Vec<Fared>> {
    let mut statement = reader.prepare_cached(
        "WITH submitted AS (
           SELECT DISTINCT i.account AS account FROM referral_version v JOIN referral_item i ON i.referral = v.referral),
         returned AS (
           SELECT DISTINCT i.account AS account FROM referral_return r JOIN referral_version v ON v.id = r.version
             JOIN referral_item i ON i.referral = v.referral)
         SELECT a.id, coalesce(a.language, ''), trim(coalesce(a.source, '')),
           a.id IN (SELECT account FROM submitted), a.id IN (SELECT account FROM returned), a.uid
         FROM account a WHERE a.is_retracted = 0
           AND a.id NOT IN (SELECT account FROM merge WHERE is_retracted = 0)
         ORDER BY a.id",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(Fared {
            row: row.get(0)?,
            id: AccountId::from_bytes(row.get(5)?),
            language: row.get(1)?,
            source: row.get(2)?,
            is_submitted: row.get(3)?,
            is_returned: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
