//! How a unit stands, for whoever supervises it: what was returned, taken back and reversed, how old what waits is, and,
//! where it was asked for, who has how much.

use crate::table::word;
use crate::{Reader, Result};
use breakwater_model::platform::Platform;
use breakwater_model::referral::ReferralState;
use breakwater_model::{Instant, ReferralId};
use rusqlite::named_params;
use std::collections::{BTreeMap, HashMap};

/// A submission that was given back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Returned {
    /// The referral.
    pub referral: ReferralId,
    /// Its number in the case.
    pub number: u32,
    /// Its title.
    pub title: String,
    /// The platform.
    pub platform: Platform,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Instant,
    /// Where the referral stands now.
    pub state: ReferralState,
}

/// Submissions given back since an instant, the newest first.
pub fn returned(reader: &Reader<'_>, since: Instant) -> Result<Vec<Returned>> {
    let mut statement = reader.prepare_cached(
        "SELECT r.uid, r.number, r.title, r.platform, b.reason, b.at_ms, r.state
         FROM referral_return b JOIN referral_version v ON v.id = b.version JOIN referral r ON r.id = v.referral
         WHERE b.at_ms >= :since AND r.is_retracted = 0 ORDER BY b.id DESC",
    )?;
    let rows = statement.query_map(named_params! { ":since": since.0 }, |row| {
        Ok(Returned {
            referral: ReferralId::from_bytes(row.get(0)?),
            number: row.get(1)?,
            title: row.get(2)?,
            platform: Platform(row.get(3)?),
            reason: row.get(4)?,
            at: Instant(row.get(5)?),
            state: word(row, 6)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// An item that was withdrawn by the unit, or put back by the platform.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reversed {
    /// Row of its account.
    pub account: i64,
    /// The referral.
    pub referral: ReferralId,
    /// Number of the referral in the case.
    pub number: u32,
    /// Reason key of the withdrawal; none where the platform put it back.
    pub withdrawn: Option<String>,
    /// When it happened.
    pub at: Instant,
}

/// Items of referrals sent from this case that were withdrawn or reinstated since an instant, the newest first; of an
/// erased account nothing is left to learn from.
pub fn reversed(reader: &Reader<'_>, since: Instant) -> Result<Vec<Reversed>> {
    let mut statement = reader.prepare_cached(
        "SELECT a.id, r.uid, r.number, e.kind, e.value, e.happened_ms
         FROM event e JOIN referral_item i ON i.id = e.item JOIN referral r ON r.id = i.referral
           JOIN account a ON a.id = i.account AND a.erasure IS NULL
         WHERE e.is_retracted = 0 AND i.is_retracted = 0 AND r.is_retracted = 0 AND e.happened_ms >= :since
           AND (e.kind = 'withdrawn' OR (e.kind = 'decided' AND e.value = 'reinstated'))
         ORDER BY e.happened_ms DESC, e.seq DESC",
    )?;
    let rows = statement.query_map(named_params! { ":since": since.0 }, |row| {
        let kind: String = row.get(3)?;
        let value: String = row.get(4)?;
        Ok(Reversed {
            account: row.get(0)?,
            referral: ReferralId::from_bytes(row.get(1)?),
            number: row.get(2)?,
            withdrawn: (kind == "withdrawn").then_some(value),
            at: Instant(row.get(5)?),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// How many referrals stand so, and since when the one that waits longest does.
pub fn standing(reader: &Reader<'_>, state: ReferralState) -> Result<(u32, Option<Instant>)> {
    const SINCE: &str = "SELECT count(*), min(coalesce(
        (SELECT max(a.at_ms) FROM audit a JOIN change c ON c.seq = a.seq
         WHERE c.kind = 'referral' AND c.record = r.id AND c.field = 'state' AND c.new = r.state), r.changed_ms))
      FROM referral r WHERE r.is_retracted = 0 AND r.state = :state";
    let state = crate::table::name_of(&state);
    Ok(reader
        .prepare_cached(SINCE)?
        .query_row(named_params! { ":state": state }, |row| {
            Ok((row.get(0)?, row.get::<_, Option<i64>>(1)?.map(Instant)))
        })?)
}

/// To whom accounts were given: the officer's row, by the account's row.
pub fn assigned(reader: &Reader<'_>) -> Result<HashMap<i64, i64>> {
    let mut statement = reader
        .prepare_cached("SELECT account, assignee FROM account_state WHERE assignee IS NOT NULL")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What one officer did since an instant, and holds now.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Load {
    /// Accounts assessed.
    pub assessed: u32,
    /// Referrals submitted.
    pub submitted: u32,
    /// Referrals approved.
    pub approved: u32,
    /// Drafts they began that are still drafts.
    pub drafts: u32,
}

/// What officers did since an instant, by row.
pub fn loads(reader: &Reader<'_>, since: Instant) -> Result<BTreeMap<i64, Load>> {
    let mut loads: BTreeMap<i64, Load> = BTreeMap::new();
    let mut count = |sql: &'static str, add: fn(&mut Load, u32)| -> Result<()> {
        let mut statement = reader.prepare_cached(sql)?;
        let mut rows = statement.query(named_params! { ":since": since.0 })?;
        while let Some(row) = rows.next()? {
            add(loads.entry(row.get(0)?).or_default(), row.get(1)?);
        }
        Ok(())
    };
    count(
        "SELECT officer, count(*) FROM assessment WHERE is_retracted = 0 AND at_ms >= :since GROUP BY officer",
        |load, n| load.assessed = n,
    )?;
    count(
        "SELECT officer, count(*) FROM referral_version WHERE at_ms >= :since GROUP BY officer",
        |load, n| load.submitted = n,
    )?;
    count(
        "SELECT officer, count(*) FROM approval WHERE is_void = 0 AND at_ms >= :since GROUP BY officer",
        |load, n| load.approved = n,
    )?;
    count(
        "SELECT officer, count(*) FROM referral WHERE is_retracted = 0 AND state = 'draft' AND :since IS NOT NULL
         GROUP BY officer",
        |load, n| load.drafts = n,
    )?;
    Ok(loads)
}
