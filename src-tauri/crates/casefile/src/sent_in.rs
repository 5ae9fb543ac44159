//! In which referrals the items of the history were sent, from this case and before it.

use crate::table::word;
use crate::{Reader, Result};
use breakwater_model::ReferralId;
use breakwater_model::platform::Unit;
use rusqlite::named_params;
use rusqlite::types::Value;
use std::collections::HashMap;
use std::rc::Rc;

/// What an item of the history is: its account's row, its unit, the key of its post.
pub type ItemKey = (i64, Unit, String);

/// One sending of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sending {
    /// In a referral of this case, with its number.
    Here(ReferralId, u32),
    /// Before it, under this reference; empty where none was written.
    Before(String),
}

/// Every sending of the items of these accounts, this case's first, in the order they were made.
pub fn of_accounts(
    reader: &Reader<'_>,
    accounts: &[i64],
) -> Result<HashMap<ItemKey, Vec<Sending>>> {
    let wanted = Rc::new(
        accounts
            .iter()
            .copied()
            .map(Value::from)
            .collect::<Vec<_>>(),
    );
    let mut found: HashMap<ItemKey, Vec<Sending>> = HashMap::new();
    let mut statement = reader.prepare_cached(
        "SELECT i.account, i.unit, CASE WHEN i.post IS NULL THEN '' ELSE coalesce(p.key, 'post:' || hex(p.uid)) END,
           r.uid, r.number
         FROM referral_item i JOIN referral r ON r.id = i.referral LEFT JOIN post p ON p.id = i.post
         WHERE i.is_retracted = 0 AND r.is_retracted = 0 AND r.state IN ('sent', 'closed') AND i.account IN rarray(:wanted)
         ORDER BY r.number",
    )?;
    let mut rows = statement.query(named_params! { ":wanted": wanted })?;
    while let Some(row) = rows.next()? {
        let sending = Sending::Here(ReferralId::from_bytes(row.get(3)?), row.get(4)?);
        let key = (row.get(0)?, word(row, 1)?, row.get(2)?);
        found.entry(key).or_default().push(sending);
    }
    let mut statement = reader.prepare_cached(
        "SELECT account, unit, post, reference FROM past_item
         WHERE is_retracted = 0 AND account IN rarray(:wanted) ORDER BY id",
    )?;
    let mut rows = statement.query(named_params! { ":wanted": wanted })?;
    while let Some(row) = rows.next()? {
        let key = (row.get(0)?, word(row, 1)?, row.get(2)?);
        let sending = Sending::Before(row.get(3)?);
        found.entry(key).or_default().push(sending);
    }
    Ok(found)
}

/// How many notices were sent in a window of milliseconds, by platform, as was known at a moment: a referral is one, and so
/// is a reference of imported history; an item of it without a reference is a notice of its own.
pub fn notices(
    reader: &Reader<'_>,
    (from, to): (i64, i64),
    as_at: i64,
    with_imported: bool,
) -> Result<HashMap<String, u32>> {
    let mut statement = reader.prepare_cached(
        "SELECT platform, count(DISTINCT notice) FROM (
           SELECT r.platform AS platform, 'here ' || r.id AS notice, min(e.happened_ms) AS at
           FROM event e JOIN referral_item i ON i.id = e.item JOIN referral r ON r.id = i.referral
           WHERE e.kind = 'sent' AND e.is_retracted = 0 AND i.is_retracted = 0 AND r.is_retracted = 0
             AND e.known_ms <= :as_at GROUP BY r.id
           UNION ALL
           SELECT a.platform, 'before ' || CASE WHEN p.reference = '' THEN 'item ' || p.id ELSE 'ref ' || p.reference END,
             min(e.happened_ms)
           FROM event e JOIN past_item p ON p.id = e.past JOIN account a ON a.id = p.account
           WHERE e.kind = 'sent' AND e.is_retracted = 0 AND p.is_retracted = 0 AND a.is_retracted = 0
             AND e.known_ms <= :as_at AND :imported GROUP BY p.id)
         WHERE at >= :from AND at < :to GROUP BY platform",
    )?;
    let rows = statement.query_map(
        named_params! { ":from": from, ":to": to, ":as_at": as_at, ":imported": with_imported },
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How many accounts were first assessed in a window of milliseconds.
pub fn assessed(reader: &Reader<'_>, (from, to): (i64, i64), as_at: i64) -> Result<u32> {
    let mut statement = reader.prepare_cached(
        "SELECT count(*) FROM (
           SELECT min(at_ms) AS at FROM assessment WHERE is_retracted = 0 AND at_ms <= :as_at GROUP BY account)
         WHERE at >= :from AND at < :to",
    )?;
    let named = named_params! { ":from": from, ":to": to, ":as_at": as_at };
    Ok(statement.query_row(named, |row| row.get(0))?)
}
