//! What was seen of accounts when somebody looked: events of the kind `observed`.

use super::{word, world};
use crate::writer::{Record, Writer};
use crate::{Result, table::precision};
use breakwater_model::referral::{CheckMethod, Observed};
use breakwater_model::{EventId, ExhibitId, Instant, WorldTime};
use rusqlite::{Connection, named_params};

/// A look that was entered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// What was seen.
    pub observed: Observed,
    /// How somebody looked.
    pub method: CheckMethod,
    /// When.
    pub at: WorldTime,
    /// True if a screenshot shows it.
    pub is_shown: bool,
}

/// A look to be entered.
pub struct NewLook<'a> {
    /// Row of the account.
    pub account: i64,
    /// What was seen.
    pub observed: Observed,
    /// How somebody looked.
    pub method: CheckMethod,
    /// When.
    pub at: &'a WorldTime,
    /// The screenshot that shows it.
    pub exhibit: Option<ExhibitId>,
    /// The carry sheet and the number on it, where the answer came by one.
    pub sheet: Option<(u32, u32)>,
}

/// Looks at an account, in the order in which they happened.
pub fn of_account(db: &Connection, account: i64) -> Result<Vec<Look>> {
    let mut statement = db.prepare_cached(
        "SELECT value, coalesce(detail ->> '$.method', 'looked'), happened_ms, happened_precision, happened_raw,
           happened_zone, detail ->> '$.exhibit' IS NOT NULL
         FROM event WHERE account = :account AND kind = 'observed' AND is_retracted = 0
         ORDER BY place_ms, seq",
    )?;
    let rows = statement.query_map(named_params! { ":account": account }, |row| {
        Ok(Look {
            observed: word(row, 0)?,
            method: word(row, 1)?,
            at: world(row, 2)?.unwrap_or_else(|| WorldTime::exact(Instant(0))),
            is_shown: row.get(6)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Hours from sending to the first decision, for every item of a platform that has one, imported history among them.
pub fn hours_to_answer(db: &Connection, platform: &str) -> Result<Vec<i64>> {
    let mut statement = db.prepare_cached(
        "SELECT (min(d.happened_ms) - s.sent) / 3600000 FROM (
           SELECT e.item AS item, e.past AS past, min(e.happened_ms) AS sent FROM event e
             JOIN account a ON a.id = e.account
           WHERE e.kind = 'sent' AND e.is_retracted = 0 AND a.platform = :platform AND a.is_retracted = 0
           GROUP BY e.item, e.past) s
         JOIN event d ON d.item IS s.item AND d.past IS s.past AND d.kind = 'decided' AND d.is_retracted = 0
           AND d.happened_ms >= s.sent
         GROUP BY s.item, s.past ORDER BY 1",
    )?;
    let rows = statement.query_map(named_params! { ":platform": platform }, |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

impl Writer<'_> {
    /// Enters a look.
    pub fn add_look(&mut self, look: &NewLook<'_>) -> Result<i64> {
        let mut detail = serde_json::Map::new();
        detail.insert("method".into(), serde_json::to_value(look.method)?);
        if let Some(exhibit) = look.exhibit {
            detail.insert("exhibit".into(), exhibit.to_string().into());
        }
        if let Some((sheet, number)) = look.sheet {
            detail.insert("sheet".into(), format!("{sheet}/{number}").into());
        }
        let place = super::event::place(self.db(), Some(look.account), look.at)?;
        self.db()
            .prepare_cached(
                "INSERT INTO event (uid, kind, account, value, happened_ms, happened_precision, happened_raw,
                   happened_zone, place_ms, known_ms, recorded_ms, officer, detail)
                 VALUES (:uid, 'observed', :account, :value, :happened, :precision, :raw, :zone, :place, :now, :now,
                   :officer, :detail)",
            )?
            .execute(named_params! {
                ":uid": EventId::from_uuid(self.uuid()).bytes(), ":account": look.account,
                ":value": super::name_of(&look.observed), ":happened": look.at.at.0,
                ":precision": precision(look.at.precision), ":raw": look.at.raw, ":zone": look.at.zone, ":place": place,
                ":now": self.now().0, ":officer": self.officer(),
                ":detail": serde_json::Value::Object(detail).to_string(),
            })?;
        let row = self.db().last_insert_rowid();
        self.made(Record {
            kind: "event",
            row,
            account: Some(look.account),
        })?;
        Ok(row)
    }
}
