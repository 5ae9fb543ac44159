//! Imported history: what was referred before or beside this case, as an outcomes file tells it. An item never is a
//! referral of this case; its sendings and decisions are events of origin `imported`, known when they happened.

use super::{name_of, precision, word, world};
use crate::retract::of_account;
use crate::writer::Writer;
use crate::{Error, Result};
use breakwater_model::platform::Unit;
use breakwater_model::{EventId, Instant, ReferralId, WorldTime};
use rusqlite::{Connection, OptionalExtension, named_params};

/// The table.
pub const CREATE: &str = "
CREATE TABLE past_item (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES account (id),
  batch INTEGER NOT NULL REFERENCES batch (id),  -- the outcomes file that brought it
  unit TEXT NOT NULL,        -- never added up with others
  post TEXT NOT NULL,        -- key of the post; empty where the item is no post or its address is not known
  identity TEXT NOT NULL,    -- folded reference, or where there is none at: and the milliseconds of the first sending
  reference TEXT NOT NULL,   -- as written; empty where there is none
  written TEXT NOT NULL,     -- the account as it stands in the file
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  is_retracted INTEGER NOT NULL DEFAULT 0,
  UNIQUE (account, unit, post, identity)
) STRICT;
CREATE INDEX past_item_by_reference ON past_item (reference);
";

/// Takes an item back, or brings it back.
pub(crate) const RETRACT: &str =
    "UPDATE past_item SET is_retracted = :to WHERE id = :id AND is_retracted <> :to";

/// An item of imported history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastItem {
    /// Row.
    pub row: i64,
    /// Row of the account.
    pub account: i64,
    /// Unit.
    pub unit: Unit,
    /// Key of the post; empty where it is none.
    pub post: String,
    /// What tells it from other referrals of the same thing.
    pub identity: String,
    /// The platform's reference, as written.
    pub reference: String,
    /// False if it was taken back.
    pub is_standing: bool,
}

/// An item that is to be kept.
pub struct NewPastItem<'a> {
    /// Row of the account.
    pub account: i64,
    /// Unit.
    pub unit: Unit,
    /// Key of the post; empty where it is none.
    pub post: &'a str,
    /// What tells it from other referrals of the same thing.
    pub identity: &'a str,
    /// The platform's reference, as written.
    pub reference: &'a str,
    /// The account as it stands in the file.
    pub written: &'a str,
}

/// Something a file says of an item: of imported history, or of a referral sent from this case.
pub struct FileEvent<'a> {
    /// `sent`, `decided` or `withdrawn`.
    pub kind: &'static str,
    /// Row of the account.
    pub account: i64,
    /// Row of the item of imported history, or of the referral's item.
    pub of: Of,
    /// What.
    pub value: &'a str,
    /// When it happened.
    pub happened: &'a WorldTime,
    /// What else was said of it.
    pub detail: &'a str,
}

/// What an event of a file is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Of {
    /// An item of imported history.
    Past(i64),
    /// An item of a referral sent from this case.
    Sent(i64),
}

/// An event of an item, by what tells it from others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// `sent`, `decided` or `withdrawn`.
    pub kind: String,
    /// What.
    pub value: String,
    /// The reason that was given.
    pub reason: String,
    /// When it happened.
    pub happened: WorldTime,
    /// Where it stands among others.
    pub place: i64,
}

/// Items of imported history of an account, those taken back among them, oldest first.
pub fn of_account_all(db: &Connection, account: i64) -> Result<Vec<PastItem>> {
    let mut statement = db.prepare_cached(
        "SELECT id, account, unit, post, identity, reference, is_retracted FROM past_item
         WHERE account = :account ORDER BY id",
    )?;
    let rows = statement.query_map(named_params! { ":account": account }, |row| {
        Ok(PastItem {
            row: row.get(0)?,
            account: row.get(1)?,
            unit: word(row, 2)?,
            post: row.get(3)?,
            identity: row.get(4)?,
            reference: row.get(5)?,
            is_standing: !row.get::<_, bool>(6)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What stands of an item, in the order it happened.
pub fn said_of(db: &Connection, of: Of) -> Result<Vec<Said>> {
    let (past, item) = of.columns();
    let mut statement = db.prepare_cached(
        "SELECT kind, value, coalesce(detail ->> '$.reason', ''), happened_ms, happened_precision, happened_raw,
           happened_zone, place_ms
         FROM event WHERE (past = :past OR item = :item) AND kind IN ('sent', 'decided', 'withdrawn')
           AND is_retracted = 0 ORDER BY place_ms, seq",
    )?;
    let rows = statement.query_map(named_params! { ":past": past, ":item": item }, |row| {
        Ok(Said {
            kind: row.get(0)?,
            value: row.get(1)?,
            reason: row.get(2)?,
            happened: world(row, 3)?.unwrap_or_else(|| WorldTime::exact(Instant(0))),
            place: row.get(7)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

impl Of {
    const fn columns(self) -> (Option<i64>, Option<i64>) {
        match self {
            Self::Past(row) => (Some(row), None),
            Self::Sent(row) => (None, Some(row)),
        }
    }
}

impl Writer<'_> {
    /// Keeps an item of imported history.
    pub fn add_past_item(&mut self, batch: i64, item: &NewPastItem<'_>) -> Result<i64> {
        self.db()
            .prepare_cached(
                "INSERT INTO past_item (uid, account, batch, unit, post, identity, reference, written, officer, at_ms)
                 VALUES (:uid, :account, :batch, :unit, :post, :identity, :reference, :written, :officer, :at)",
            )?
            .execute(named_params! {
                ":uid": self.uuid().as_bytes(), ":account": item.account, ":batch": batch,
                ":unit": name_of(&item.unit), ":post": item.post, ":identity": item.identity,
                ":reference": item.reference, ":written": item.written, ":officer": self.officer(),
                ":at": self.now().0,
            })?;
        let row = self.db().last_insert_rowid();
        self.made(of_account("past_item", row, item.account))?;
        Ok(row)
    }

    /// Brings back an item that an undone import had made.
    pub fn revive_past_item(&mut self, row: i64, account: i64) -> Result<bool> {
        self.revive(of_account("past_item", row, account))
    }

    /// Keeps what a file says of an item. Imported history counts as known when it happened; what it says of a
    /// referral sent from this case is known from now on.
    pub fn add_file_event(&mut self, batch: i64, event: &FileEvent<'_>) -> Result<i64> {
        let id = EventId::from_uuid(self.uuid());
        let (past, item) = event.of.columns();
        let place = super::event::place(self.db(), Some(event.account), event.happened)?;
        let (origin, known) = match event.of {
            Of::Past(_) => ("imported", event.happened.at.0.min(self.now().0)),
            Of::Sent(_) => ("here", self.now().0),
        };
        self.db()
            .prepare_cached(
                "INSERT INTO event (uid, kind, account, item, past, batch, value, happened_ms, happened_precision,
                   happened_raw, happened_zone, place_ms, known_ms, recorded_ms, officer, origin, detail)
                 VALUES (:uid, :kind, :account, :item, :past, :batch, :value, :happened, :precision, :raw, :zone,
                   :place, :known, :recorded, :officer, :origin, :detail)",
            )?
            .execute(named_params! {
                ":uid": id.bytes(), ":kind": event.kind, ":account": event.account, ":item": item, ":past": past,
                ":batch": batch, ":value": event.value, ":happened": event.happened.at.0,
                ":precision": precision(event.happened.precision), ":raw": event.happened.raw,
                ":zone": event.happened.zone, ":place": place, ":known": known, ":recorded": self.now().0,
                ":officer": self.officer(), ":origin": origin, ":detail": event.detail,
            })?;
        let row = self.db().last_insert_rowid();
        self.made(of_account("event", row, event.account))?;
        Ok(row)
    }

    /// Says that a batch brought outcomes.
    pub fn mark_outcomes_batch(&mut self, batch: i64) -> Result<()> {
        self.db().execute(
            "UPDATE batch SET kind = 'outcomes' WHERE id = :id",
            named_params! { ":id": batch },
        )?;
        Ok(())
    }
}

/// An item of a referral that was sent from this case, and how it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SentItem {
    /// Row of the item.
    pub row: i64,
    /// Row of the account.
    pub account: i64,
    /// Row of the referral.
    pub referral: i64,
    /// Number of the referral in the case.
    pub number: u32,
    /// Unit.
    pub unit: Unit,
    /// Key of the post; empty where it is none.
    pub post: String,
    /// The platform's reference, and the case's own that outsiders see.
    pub references: [String; 2],
    /// When it was sent.
    pub sent: WorldTime,
}

/// Every item that was sent from this case and stands, oldest first.
pub fn sent_items(db: &Connection) -> Result<Vec<SentItem>> {
    let mut statement = db.prepare_cached(
        "SELECT i.id, i.account, r.id, r.number, i.unit, coalesce(p.key, ''),
           coalesce(e.detail ->> '$.reference', ''), r.outside_reference,
           e.happened_ms, e.happened_precision, e.happened_raw, e.happened_zone
         FROM event e JOIN referral_item i ON i.id = e.item JOIN referral r ON r.id = i.referral
         LEFT JOIN post p ON p.id = i.post
         WHERE e.kind = 'sent' AND e.is_retracted = 0 AND i.is_retracted = 0 AND r.is_retracted = 0
         ORDER BY e.seq",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(SentItem {
            row: row.get(0)?,
            account: row.get(1)?,
            referral: row.get(2)?,
            number: row.get(3)?,
            unit: word(row, 4)?,
            post: row.get(5)?,
            references: [row.get(6)?, row.get(7)?],
            sent: world(row, 8)?.ok_or(rusqlite::Error::InvalidQuery)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The number and the case's own reference, which outsiders see, of every referral that was not marked sent yet.
pub fn unsent_references(db: &Connection) -> Result<Vec<(u32, String)>> {
    let mut statement = db.prepare_cached(
        "SELECT number, outside_reference FROM referral
         WHERE state IN ('draft', 'submitted', 'approved') AND is_retracted = 0 ORDER BY number",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The address of an item of a referral: its own, else where its account was last seen.
pub fn address_of_item(db: &Connection, item: i64) -> Result<Option<String>> {
    Ok(db
        .prepare_cached(
            "SELECT coalesce(i.address, s.canonical_url) FROM referral_item i
             LEFT JOIN account_state s ON s.account = i.account WHERE i.id = :item",
        )?
        .query_row(named_params! { ":item": item }, |row| row.get(0))?)
}

/// The id of a referral, by row.
pub fn referral_id(db: &Connection, referral: i64) -> Result<ReferralId> {
    Ok(db
        .prepare_cached("SELECT uid FROM referral WHERE id = :id")?
        .query_row(named_params! { ":id": referral }, |row| {
            row.get(0).map(ReferralId::from_bytes)
        })?)
}

/// Referrals of which a set of changes entered something, by row.
pub fn referrals_of_set(db: &Connection, seq: i64) -> Result<Vec<i64>> {
    let mut statement = db.prepare_cached(
        "SELECT DISTINCT i.referral FROM change c JOIN event e ON e.seq = c.record
           JOIN referral_item i ON i.id = e.item
         WHERE c.seq = :seq AND c.kind = 'event' ORDER BY i.referral",
    )?;
    let rows = statement.query_map(named_params! { ":seq": seq }, |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The state of a referral, by row.
pub fn referral_state(
    db: &Connection,
    referral: i64,
) -> Result<breakwater_model::referral::ReferralState> {
    db.prepare_cached("SELECT state FROM referral WHERE id = :id")?
        .query_row(named_params! { ":id": referral }, |row| word(row, 0))
        .optional()?
        .ok_or(Error::NotFound("referral"))
}
