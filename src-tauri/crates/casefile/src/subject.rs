//! What the case holds of one account beside its own rows: who looked at it, which referrals it is in, what second
//! officers said of decisions on it.

use crate::audit_log::{self, Told};
use crate::table::word;
use crate::{Reader, Result};
use breakwater_model::account_report::ReportSecondReview;
use breakwater_model::{AccountId, Instant, ReferralId};
use rusqlite::named_params;

/// Entries of looking at an account or giving it out that name it, newest first. Reads the whole log: asked once a report.
pub fn looks(reader: &Reader<'_>, id: AccountId) -> Result<Vec<Told>> {
    audit_log::naming(reader.db(), &id.to_string())
}

/// Referrals an account is an item of, oldest first.
pub fn referrals(reader: &Reader<'_>, account: i64) -> Result<Vec<ReferralId>> {
    let mut statement = reader.prepare_cached(
        "SELECT DISTINCT r.uid, r.id FROM referral_item i JOIN referral r ON r.id = i.referral
         WHERE i.account = :account AND i.is_retracted = 0 AND r.is_retracted = 0 ORDER BY r.id",
    )?;
    let rows = statement.query_map(named_params! { ":account": account }, |row| {
        row.get(0).map(ReferralId::from_bytes)
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Second reviews of decisions on an account, oldest first.
pub fn second_reviews(reader: &Reader<'_>, account: i64) -> Result<Vec<ReportSecondReview>> {
    let mut statement = reader.prepare_cached(
        "SELECT m.decision, s.decision, s.reason, s.is_blind, o.number, s.at_ms, t.words
         FROM second_review s JOIN assessment m ON m.id = s.assessment JOIN officer o ON o.id = s.officer
           LEFT JOIN second_review_settled t ON t.review = s.id
         WHERE s.account = :account ORDER BY s.id",
    )?;
    let rows = statement.query_map(named_params! { ":account": account }, |row| {
        Ok(ReportSecondReview {
            first: word(row, 0)?,
            second: word(row, 1)?,
            reason: row.get(2)?,
            is_blind: row.get(3)?,
            officer: row.get(4)?,
            at: Instant(row.get(5)?),
            settled: row.get(6)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
