//! Whatever happens outside is an event row, never an updated column: when it
//! happened, when the unit knew, and when and as which number this case stored it.

use super::{precision, world};
use crate::Result;
use crate::writer::{Record, Writer};
use breakwater_model::{EventId, Instant, Precision, WorldTime};
use rusqlite::{Connection, OptionalExtension, named_params};
use std::collections::BTreeMap;

/// The table.
pub const CREATE: &str = "
CREATE TABLE event (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  uid BLOB NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('told', 'answered', 'observed', 'captured', 'sent', 'acknowledged', 'decided', 'withdrawn',
    'letter-sent', 'letter-answered')),
  account INTEGER REFERENCES account (id),
  action INTEGER REFERENCES action (id),
  item INTEGER REFERENCES referral_item (id),
  past INTEGER REFERENCES past_item (id),  -- an item of imported history
  batch INTEGER REFERENCES batch (id),     -- the outcomes file that said it
  value TEXT NOT NULL,       -- what was told, answered, observed, decided
  detail TEXT NOT NULL DEFAULT '{}',  -- JSON object
  happened_ms INTEGER NOT NULL,
  happened_precision TEXT NOT NULL,
  happened_raw TEXT,
  happened_zone TEXT,
  place_ms INTEGER NOT NULL,  -- happened_ms; of a day or month alone, after what was entered before it of the same
  known_ms INTEGER NOT NULL,
  recorded_ms INTEGER NOT NULL,  -- never back-dated
  officer INTEGER NOT NULL REFERENCES officer (id),
  corrects INTEGER REFERENCES event (seq),
  origin TEXT NOT NULL DEFAULT 'here',  -- imported: history of an outcomes file, known when it happened
  is_retracted INTEGER NOT NULL DEFAULT 0,
  CHECK ((origin = 'imported') = (past IS NOT NULL))
) STRICT;
CREATE INDEX event_by_account ON event (account, kind, happened_ms);
CREATE INDEX event_by_action ON event (action);
CREATE INDEX event_by_item ON event (item);
CREATE INDEX event_by_past ON event (past) WHERE past IS NOT NULL;
";

/// Where something that happened to an account is to stand among what is known of it.
pub(crate) fn place(db: &Connection, account: Option<i64>, happened: &WorldTime) -> Result<i64> {
    if happened.precision == Precision::Second {
        return Ok(happened.place(None));
    }
    let latest = db
        .prepare_cached(
            "SELECT max(place_ms) FROM event
             WHERE account = :account AND is_retracted = 0 AND happened_ms >= :begins AND place_ms <= :ends",
        )?
        .query_row(
            named_params! { ":account": account, ":begins": happened.begins().0, ":ends": happened.at.0 },
            |row| row.get(0),
        )?;
    Ok(happened.place(latest))
}

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
    /// What else was said of it: names and words.
    pub detail: &'a [(&'static str, &'a str)],
}

impl Writer<'_> {
    /// Adds an event.
    pub fn add_event(&mut self, event: &NewEvent<'_>) -> Result<i64> {
        let id = EventId::from_uuid(self.uuid());
        let place = place(self.db(), event.account, event.happened)?;
        let detail: BTreeMap<&str, &str> = event
            .detail
            .iter()
            .filter(|(_, words)| !words.is_empty())
            .copied()
            .collect();
        self.db()
            .prepare_cached(
                "INSERT INTO event (uid, kind, account, action, item, value, happened_ms, happened_precision,
                   happened_raw, happened_zone, place_ms, known_ms, recorded_ms, officer, detail)
                 VALUES (:uid, :kind, :account, :action, :item, :value, :happened, :precision, :raw, :zone, :place, :known,
                   :recorded, :officer, :detail)",
            )?
            .execute(named_params! {
                ":uid": id.bytes(), ":kind": event.kind, ":account": event.account, ":action": event.action,
                ":item": event.item, ":value": event.value, ":happened": event.happened.at.0,
                ":precision": precision(event.happened.precision), ":raw": event.happened.raw,
                ":zone": event.happened.zone, ":place": place, ":known": event.known.0, ":recorded": self.now().0,
                ":officer": self.officer(), ":detail": serde_json::to_string(&detail)?,
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

impl Writer<'_> {
    /// Takes an event back that was entered by mistake: it stands nowhere any more. False if it already was.
    pub fn retract_event(&mut self, seq: i64, account: i64) -> Result<bool> {
        self.retract(crate::retract::of_account("event", seq, account))
    }
}

/// What was last said of an account's referrals, this case's and those of imported history: `sent`, or the kind and
/// value of the platform's decision.
pub fn last_word(db: &Connection, account: i64) -> Result<Option<(String, String)>> {
    Ok(db
        .prepare_cached(
            "SELECT kind, value FROM
               (SELECT e.kind, e.value, e.place_ms, e.seq FROM event e JOIN referral_item i ON i.id = e.item
                 WHERE i.account = :account AND e.kind IN ('sent', 'decided', 'withdrawn') AND e.is_retracted = 0
                UNION ALL SELECT e.kind, e.value, e.place_ms, e.seq FROM event e JOIN past_item p ON p.id = e.past
                 WHERE p.account = :account AND p.is_retracted = 0
                   AND e.kind IN ('sent', 'decided', 'withdrawn') AND e.is_retracted = 0)
             ORDER BY place_ms DESC, seq DESC LIMIT 1",
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
             ORDER BY place_ms DESC, seq DESC LIMIT 1",
        )?
        .query_row(
            named_params! { ":account": account, ":kind": kind, ":value": value },
            |row| world(row, 0),
        )
        .optional()?
        .flatten())
}

/// When an item was sent.
pub fn sent(db: &Connection, item: i64) -> Result<Option<WorldTime>> {
    Ok(db
        .prepare_cached(
            "SELECT happened_ms, happened_precision, happened_raw, happened_zone FROM event
             WHERE item = :item AND kind = 'sent' AND is_retracted = 0 ORDER BY place_ms, seq LIMIT 1",
        )?
        .query_row(named_params! { ":item": item }, |row| world(row, 0))
        .optional()?
        .flatten())
}

/// An event of an item, as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its number in the case.
    pub seq: i64,
    /// Row of the item.
    pub item: i64,
    /// `sent`, `acknowledged`, `decided`, `withdrawn`, `letter-sent`, `letter-answered`.
    pub kind: String,
    /// What.
    pub value: String,
    /// What else was said of it.
    pub detail: BTreeMap<String, String>,
    /// When it happened.
    pub happened: WorldTime,
    /// Row of who entered it.
    pub officer: i64,
}

/// What was last seen of an account, when somebody looked; of no item.
pub fn last_seen(db: &Connection, account: i64) -> Result<Option<Event>> {
    Ok(db
        .prepare_cached(
            "SELECT seq, coalesce(item, 0), kind, value, detail, happened_ms, happened_precision, happened_raw,
               happened_zone, officer
             FROM event WHERE account = :account AND kind = 'observed' AND is_retracted = 0
             ORDER BY place_ms DESC, seq DESC LIMIT 1",
        )?
        .query_row(named_params! { ":account": account }, read)
        .optional()?)
}

/// What happened to the items of a referral, in the order it happened.
pub fn of_referral(db: &Connection, referral: i64) -> Result<Vec<Event>> {
    let mut statement = db.prepare_cached(
        "SELECT e.seq, e.item, e.kind, e.value, e.detail, e.happened_ms, e.happened_precision, e.happened_raw,
           e.happened_zone, e.officer
         FROM event e JOIN referral_item i ON i.id = e.item
         WHERE i.referral = :referral AND i.is_retracted = 0 AND e.is_retracted = 0
         ORDER BY e.place_ms, e.seq",
    )?;
    let rows = statement.query_map(named_params! { ":referral": referral }, read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Event> {
    Ok(Event {
        seq: row.get(0)?,
        item: row.get(1)?,
        kind: row.get(2)?,
        value: row.get(3)?,
        detail: super::json(row, 4)?,
        happened: world(row, 5)?.unwrap_or_else(|| WorldTime::exact(Instant(0))),
        officer: row.get(9)?,
    })
}
