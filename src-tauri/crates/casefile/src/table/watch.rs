//! Live visits to accounts, counted over all officers, and the words on watching one: one row a word, the newest that
//! stands counts. Apart from assessments: to hold an account plans no visit.

use super::json;
use crate::writer::{Record, Writer};
use crate::{Reader, Result};
use breakwater_model::watch::{WatchGround, WatchView};
use breakwater_model::{Instant, WatchId};
use rusqlite::{OptionalExtension, Row, named_params};

/// The table.
pub const CREATE: &str = "
CREATE TABLE watch (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES account (id),
  is_ended INTEGER NOT NULL,   -- 1: it is watched no longer, and the purpose says why
  purpose TEXT NOT NULL,
  factors TEXT NOT NULL,       -- JSON object: answers by factor
  authority TEXT,              -- its reference, NULL where none is needed
  expires_ms INTEGER,          -- of the authority
  none_needed TEXT,            -- why none is
  decided_by TEXT NOT NULL,
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  is_retracted INTEGER NOT NULL DEFAULT 0,
  CHECK ((authority IS NULL) = (expires_ms IS NULL)),
  CHECK (is_ended OR (authority IS NULL) = (none_needed IS NOT NULL))
) STRICT;
CREATE INDEX watch_by_account ON watch (account, id);
";

/// What one officer captured or checked at the profile within one hour is one visit. What a platform or a colleague
/// said, and exhibits without an address, is none.
const VISITS: &str = "
  SELECT DISTINCT officer, at / 3600000 AS hour FROM (
    SELECT e.officer AS officer, e.happened_ms AS at FROM event e
      WHERE e.account IN rarray(:parts) AND e.kind = 'observed' AND e.is_retracted = 0
        AND coalesce(e.detail ->> 'method', 'looked') IN ('looked', 'screenshot')
    UNION ALL
    SELECT x.officer, coalesce(x.captured_ms, x.at_ms) FROM exhibit x
      WHERE x.account IN rarray(:parts) AND x.is_retracted = 0 AND x.source_url IS NOT NULL)";

/// Live visits to an account and the records merged into it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Visits {
    /// All of them.
    pub all: u32,
    /// Those since the instant that was asked for.
    pub recent: u32,
    /// Officers who made them.
    pub officers: u32,
    /// The hour of the newest.
    pub last: Option<Instant>,
}

/// Counts the live visits to an account: all of them, and those since an instant.
pub fn visits(reader: &Reader<'_>, account: i64, since: Instant) -> Result<Visits> {
    const HOUR_MS: i64 = 3_600_000;
    let parts = super::merge::group(reader.db(), account)?;
    let parts = std::rc::Rc::new(
        parts
            .into_iter()
            .map(rusqlite::types::Value::from)
            .collect::<Vec<_>>(),
    );
    Ok(reader
        .db()
        .prepare_cached(&format!(
            "SELECT count(*), coalesce(sum(hour >= :since), 0), count(DISTINCT officer), max(hour) FROM ({VISITS})"
        ))?
        .query_row(
            named_params! { ":parts": parts, ":since": since.0.div_euclid(HOUR_MS) },
            |row| {
                Ok(Visits {
                    all: row.get(0)?,
                    recent: row.get(1)?,
                    officers: row.get(2)?,
                    last: row
                        .get::<_, Option<i64>>(3)?
                        .map(|hour| Instant(hour * HOUR_MS)),
                })
            },
        )?)
}

/// The word on watching an account that stands; `None` where nobody has said, or it has ended.
pub fn of_account(reader: &Reader<'_>, account: i64, now: Instant) -> Result<Option<WatchView>> {
    Ok(reader
        .db()
        .prepare_cached(
            "SELECT w.uid, w.purpose, w.factors, w.authority, w.expires_ms, w.none_needed, w.decided_by, o.number,
               w.at_ms, w.is_ended
             FROM watch w JOIN officer o ON o.id = w.officer
             WHERE w.account = :account AND w.is_retracted = 0 ORDER BY w.id DESC LIMIT 1",
        )?
        .query_row(named_params! { ":account": account }, |row| {
            let is_ended: bool = row.get(9)?;
            (!is_ended).then(|| read(row, now)).transpose()
        })
        .optional()?
        .flatten())
}

fn read(row: &Row<'_>, now: Instant) -> rusqlite::Result<WatchView> {
    let reference: Option<String> = row.get(3)?;
    let expires: Option<i64> = row.get(4)?;
    let ground = match (reference, expires) {
        (Some(reference), Some(expires)) => WatchGround::Authority {
            reference,
            expires: Instant(expires),
        },
        _ => WatchGround::NoneNeeded {
            why: row.get::<_, Option<String>>(5)?.unwrap_or_default(),
        },
    };
    let is_current = match &ground {
        WatchGround::Authority { expires, .. } => now < *expires,
        WatchGround::NoneNeeded { .. } => true,
    };
    Ok(WatchView {
        id: WatchId::from_bytes(row.get(0)?),
        purpose: row.get(1)?,
        factors: json(row, 2)?,
        ground,
        decided_by: row.get(6)?,
        officer: row.get(7)?,
        at: Instant(row.get(8)?),
        is_current,
    })
}

/// A word on watching an account.
pub struct NewWatch<'a> {
    /// What for, or why no longer.
    pub purpose: &'a str,
    /// JSON object of the answers.
    pub factors: &'a str,
    /// The authority or why none is needed; `None` ends it.
    pub ground: Option<&'a WatchGround>,
    /// Who decided it.
    pub decided_by: &'a str,
}

impl Writer<'_> {
    /// Keeps a word on watching an account.
    pub fn add_watch(&mut self, account: i64, new: &NewWatch<'_>) -> Result<WatchId> {
        let id = WatchId::from_uuid(self.uuid());
        let (authority, expires, none_needed) = match new.ground {
            Some(WatchGround::Authority { reference, expires }) => {
                (Some(reference.as_str()), Some(expires.0), None)
            }
            Some(WatchGround::NoneNeeded { why }) => (None, None, Some(why.as_str())),
            None => (None, None, None),
        };
        self.db()
            .prepare_cached(
                "INSERT INTO watch (uid, account, is_ended, purpose, factors, authority, expires_ms, none_needed,
                   decided_by, officer, at_ms)
                 VALUES (:uid, :account, :ended, :purpose, :factors, :authority, :expires, :none, :by, :officer, :at)",
            )?
            .execute(named_params! {
                ":uid": id.bytes(), ":account": account, ":ended": new.ground.is_none(), ":purpose": new.purpose,
                ":factors": new.factors, ":authority": authority, ":expires": expires, ":none": none_needed,
                ":by": new.decided_by, ":officer": self.officer(), ":at": self.now().0,
            })?;
        let record = Record {
            kind: "watch",
            row: self.db().last_insert_rowid(),
            account: Some(account),
        };
        self.subject(id.uuid());
        self.made(record)?;
        let said = match new.ground {
            Some(WatchGround::Authority { reference, .. }) => {
                format!("under authority {reference}")
            }
            Some(WatchGround::NoneNeeded { .. }) => "no authority needed".to_owned(),
            None => "no longer".to_owned(),
        };
        self.changed(record, "watch", None, Some(&said))?;
        Ok(id)
    }
}
