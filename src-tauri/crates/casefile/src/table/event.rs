//! Whatever happens outside is an event row, never an updated column: when it
//! happened, when the unit knew, and when and as which number this case stored it.

use super::{precision, world};
use crate::Result;
use crate::writer::{Record, Writer};
use breakwater_model::{EventId, Instant, WorldTime};
use rusqlite::{Connection, OptionalExtension, named_params};

/// The table.
pub const CREATE: &str = "
CREATE TABLE event (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('told', 'answered', 'observed', 'captured', 'sent', 'acknowledged', 'decided', 'withdrawn')),
  account INTEGER REFERENCES account (id),
  action INTEGER REFERENCES action (id),
  item INTEGER REFERENCES referral_item (id),
  value TEXT NOT NULL,       -- what was told, answered, observed, decided
  detail TEXT NOT NULL DEFAULT '{}',  -- JSON object
  happened_ms INTEGER NOT NULL,
  happened_precision TEXT NOT NULL,
  happened_raw TEXT,
  happened_zone TEXT,
  known_ms INTEGER NOT NULL,
  recorded_ms INTEGER NOT NULL,  -- never back-dated
  officer INTEGER NOT NULL REFERENCES officer (id),
  corrects INTEGER REFERENCES event (seq),
  origin TEXT NOT NULL DEFAULT 'here',
  is_retracted INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX event_by_account ON event (account, kind, happened_ms);
CREATE INDEX event_by_action ON event (action);
CREATE INDEX event_by_item ON event (item);
";

/// Something that happened.
pub struct NewEvent<'a> {
    /// Which kind.
    pub kind: &'static str,
    /// Account it is about.
    pub account: Option<i64>,
    /// Action it is about.
    pub action: Option<i64>,
    /// Referral item it is about.
    pub item: Option<i64>,
    /// What.
    pub value: &'a str,
    /// When it happened.
    pub happened: &'a WorldTime,
    /// When the unit knew.
    pub known: Instant,
}

impl Writer<'_> {
    /// Adds an event.
    pub fn add_event(&mut self, event: &NewEvent<'_>) -> Result<i64> {
        let id = EventId::from_uuid(self.uuid());
        self.db()
            .prepare_cached(
                "INSERT INTO event (uid, kind, account, action, item, value, happened_ms, happened_precision,
                   happened_raw, happened_zone, known_ms, recorded_ms, officer)
                 VALUES (:uid, :kind, :account, :action, :item, :value, :happened, :precision, :raw, :zone, :known,
                   :recorded, :officer)",
            )?
            .execute(named_params! {
                ":uid": id.bytes(), ":kind": event.kind, ":account": event.account, ":action": event.action,
                ":item": event.item, ":value": event.value, ":happened": event.happened.at.0,
                ":precision": precision(event.happened.precision), ":raw": event.happened.raw,
                ":zone": event.happened.zone, ":known": event.known.0, ":recorded": self.now().0,
                ":officer": self.officer(),
            })?;
        let row = self.db().last_insert_rowid();
        self.made(Record {
            kind: "event",
            row,
            account: event.account,
        })?;
        Ok(row)
    }
}

/// What was last said of an account's referrals: `sent`, or the kind and value of the platform's decision.
pub fn last_word(db: &Connection, account: i64) -> Result<Option<(String, String)>> {
    Ok(db
        .prepare_cached(
            "SELECT e.kind, e.value FROM event e JOIN referral_item i ON i.id = e.item
             WHERE i.account = :account AND e.kind IN ('sent', 'decided', 'withdrawn') AND e.is_retracted = 0
             ORDER BY e.happened_ms DESC, e.seq DESC LIMIT 1",
        )?
        .query_row(named_params! { ":account": account }, |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?)
}

/// When a thing was last seen to be so.
pub fn last(db: &Connection, account: i64, kind: &str, value: &str) -> Result<Option<WorldTime>> {
    Ok(db
        .prepare_cached(
            "SELECT happened_ms, happened_precision, happened_raw, happened_zone FROM event
             WHERE account = :account AND kind = :kind AND value = :value AND is_retracted = 0
             ORDER BY happened_ms DESC, seq DESC LIMIT 1",
        )?
        .query_row(
            named_params! { ":account": account, ":kind": kind, ":value": value },
            |row| world(row, 0),
        )
        .optional()?
        .flatten())
}
