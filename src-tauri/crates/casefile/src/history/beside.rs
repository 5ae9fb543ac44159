//! What figures tell items apart by that is not kept with them: asked beside the history when it is wanted.

use super::facts::item_key;
use crate::table::word;
use crate::{Reader, Result};
use breakwater_model::PostId;
use breakwater_model::indicator::HitAnswer;
use breakwater_model::platform::Unit;
use serde::Deserialize;
use std::collections::HashMap;

/// What an item of the history is: its account's row, its unit, the key of its post.
pub type ItemKey = (i64, Unit, String);

/// A line of the sum an assessment was made on, as far as it tells what was offered.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct AssessedLine {
    /// Its kind.
    pub category: String,
    /// What its term means, in English.
    pub meaning: String,
    /// The post it stands in, where it is one.
    #[serde(default)]
    pub post: Option<PostId>,
    /// What an officer answered.
    #[serde(default)]
    pub answer: Option<HitAnswer>,
}

#[derive(Default, Deserialize)]
struct Sum {
    #[serde(default)]
    lines: Vec<AssessedLine>,
}

/// Gives `each` the lines of the assessment every item was first sent on: of a post its own where there are any, else
/// those of its account. Of history that was brought in there is none.
pub fn assessed(reader: &Reader<'_>, each: &mut dyn FnMut(ItemKey, &[AssessedLine])) -> Result<()> {
    let mut statement = reader.prepare_cached(concat!(
        "SELECT i.account, i.unit, ",
        item_key!(),
        ", p.uid, m.indicators
         FROM referral_item i JOIN referral r ON r.id = i.referral JOIN assessment m ON m.id = i.assessment
           LEFT JOIN post p ON p.id = i.post
         WHERE i.is_retracted = 0 AND r.is_retracted = 0 AND r.state IN ('sent', 'closed')
         ORDER BY i.account, i.id",
    ))?;
    let mut met: Option<(i64, Vec<ItemKey>)> = None;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let key: ItemKey = (row.get(0)?, word(row, 1)?, row.get(2)?);
        let of_account = match &mut met {
            Some((account, keys)) if *account == key.0 => keys,
            _ => &mut met.insert((key.0, Vec::new())).1,
        };
        if of_account.contains(&key) {
            continue;
        }
        of_account.push(key.clone());
        let json = row.get_ref(4)?.as_str().unwrap_or_default();
        let sum: Sum = serde_json::from_str(json).unwrap_or_default();
        let post = row.get::<_, Option<[u8; 16]>>(3)?.map(PostId::from_bytes);
        let mut lines = sum.lines;
        if post.is_some() && lines.iter().any(|line| line.post == post) {
            lines.retain(|line| line.post == post);
        }
        each(key, &lines);
    }
    Ok(())
}

/// The ground of every refusal by the number of its event, as the platform gave it; none where it gave none.
pub fn refusals(reader: &Reader<'_>) -> Result<HashMap<i64, String>> {
    let mut statement = reader.prepare_cached(
        "SELECT seq, detail ->> 'reason' FROM event
         WHERE kind = 'decided' AND value = 'declined' AND detail ->> 'reason' IS NOT NULL",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Whose an item was when it was first sent from this case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Referrer {
    /// Row of the officer whose referral it was.
    pub officer: i64,
    /// The team they were in then; empty where they said none.
    pub team: String,
}

/// Whose every item was that was sent from this case. Of history that was brought in nobody said.
pub fn referrers(reader: &Reader<'_>) -> Result<HashMap<ItemKey, Referrer>> {
    let mut statement = reader.prepare_cached(concat!(
        "SELECT i.account, i.unit, ",
        item_key!(),
        ", r.officer,
           coalesce((SELECT t.team FROM officer_team t WHERE t.officer = r.officer AND t.from_ms <= e.happened_ms
             ORDER BY t.from_ms DESC, t.id DESC LIMIT 1), '')
         FROM event e JOIN referral_item i ON i.id = e.item JOIN referral r ON r.id = i.referral
           LEFT JOIN post p ON p.id = i.post
         WHERE e.kind = 'sent' AND e.is_retracted = 0 AND i.is_retracted = 0 AND r.is_retracted = 0
         ORDER BY e.happened_ms DESC, e.seq DESC",
    ))?;
    let rows = statement.query_map([], |row| {
        let of = Referrer {
            officer: row.get(3)?,
            team: row.get(4)?,
        };
        Ok(((row.get(0)?, word(row, 1)?, row.get(2)?), of))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
