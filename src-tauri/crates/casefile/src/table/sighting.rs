//! Handles, platform ids, and sightings: an account *has been seen* with them,
//! each time dated and sourced. An id is for ever; a handle is an observation.

use super::{merge, precision, world};
use crate::Result;
use crate::register::Seen;
use crate::writer::{Record, Writer};
use breakwater_model::{Instant, SightingId, WorldTime};
use rusqlite::{Connection, OptionalExtension, named_params};

/// The tables.
pub const CREATE: &str = "
CREATE TABLE handle (
  id INTEGER PRIMARY KEY,
  platform TEXT NOT NULL,
  folded TEXT NOT NULL,      -- for matching only
  UNIQUE (platform, folded)
) STRICT;
CREATE TABLE platform_id (
  id INTEGER PRIMARY KEY,
  platform TEXT NOT NULL,
  value TEXT NOT NULL,       -- whose it is, the sightings say
  UNIQUE (platform, value)
) STRICT;
CREATE TABLE sighting (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES account (id),
  handle INTEGER REFERENCES handle (id),
  written TEXT,              -- the handle as it stood in the source, without @
  platform_id INTEGER REFERENCES platform_id (id),
  url TEXT,                  -- the address as it stood in the source
  canonical_url TEXT,
  seen_ms INTEGER NOT NULL,
  seen_precision TEXT NOT NULL,
  seen_raw TEXT,
  seen_zone TEXT,
  is_assumed INTEGER NOT NULL DEFAULT 0,  -- no date was given: the date of import
  known_ms INTEGER NOT NULL,
  recorded_ms INTEGER NOT NULL,
  source TEXT NOT NULL,
  batch INTEGER REFERENCES batch (id),
  origin TEXT NOT NULL DEFAULT 'here',
  is_retracted INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX sighting_by_account ON sighting (account, seen_ms);
CREATE INDEX sighting_by_handle ON sighting (handle, seen_ms);
CREATE INDEX sighting_by_platform_id ON sighting (platform_id) WHERE platform_id IS NOT NULL;
CREATE INDEX sighting_by_address ON sighting (canonical_url) WHERE handle IS NULL AND platform_id IS NULL;
";

/// One observation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sighting {
    /// Handle as written, without `@`.
    pub written: Option<String>,
    /// Handle for matching.
    pub folded: Option<String>,
    /// Platform id.
    pub platform_id: Option<String>,
    /// Address as written.
    pub url: Option<String>,
    /// Canonical address.
    pub canonical_url: Option<String>,
    /// When seen.
    pub seen: WorldTime,
    /// True if nobody wrote a date.
    pub is_assumed: bool,
    /// Where from.
    pub source: String,
}

/// Sightings of an account, newest first.
pub fn of_account(db: &Connection, account: i64) -> Result<Vec<Sighting>> {
    let mut statement = db.prepare_cached(
        "SELECT s.written, h.folded, p.value, s.url, s.canonical_url,
           s.seen_ms, s.seen_precision, s.seen_raw, s.seen_zone, s.is_assumed, s.source
         FROM sighting s LEFT JOIN handle h ON h.id = s.handle LEFT JOIN platform_id p ON p.id = s.platform_id
         WHERE s.account = :account AND s.is_retracted = 0 ORDER BY s.seen_ms DESC, s.id DESC",
    )?;
    let rows = statement.query_map(named_params! { ":account": account }, |row| {
        Ok(Sighting {
            written: row.get(0)?,
            folded: row.get(1)?,
            platform_id: row.get(2)?,
            url: row.get(3)?,
            canonical_url: row.get(4)?,
            seen: world(row, 5)?.unwrap_or_else(|| WorldTime::exact(Instant(0))),
            is_assumed: row.get(9)?,
            source: row.get(10)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The account that holds a platform id: the one last entered as seen with it. A sighting that was
/// taken back says nothing, so undoing an adoption gives the id back.
pub fn holder_of_id(db: &Connection, platform: &str, value: &str) -> Result<Option<i64>> {
    let found = db
        .prepare_cached(
            "SELECT s.account FROM platform_id p JOIN sighting s ON s.platform_id = p.id
             JOIN account a ON a.id = s.account
             WHERE p.platform = :platform AND p.value = :value AND s.is_retracted = 0 AND a.is_retracted = 0
             ORDER BY s.id DESC LIMIT 1",
        )?
        .query_row(
            named_params! { ":platform": platform, ":value": value },
            |row| row.get(0),
        )
        .optional()?;
    standing(db, found)
}

/// The record that stands for the one that was found.
fn standing(db: &Connection, found: Option<i64>) -> Result<Option<i64>> {
    found.map(|account| merge::target(db, account)).transpose()
}

/// A platform id of the account, if it has one.
pub fn id_of(db: &Connection, account: i64) -> Result<Option<String>> {
    Ok(db
        .prepare_cached(
            "SELECT p.value FROM sighting s JOIN platform_id p ON p.id = s.platform_id
             WHERE s.account IN (SELECT :account UNION ALL SELECT account FROM merge WHERE into_account = :account AND is_retracted = 0)
               AND s.is_retracted = 0 ORDER BY p.id LIMIT 1",
        )?
        .query_row(named_params! { ":account": account }, |row| row.get(0))
        .optional()?)
}

/// The account last seen with a handle at or before an instant, else the first seen with it after.
pub fn holder_of_handle(
    db: &Connection,
    platform: &str,
    folded: &str,
    at: Instant,
) -> Result<Option<i64>> {
    let before = db
        .prepare_cached(
            "SELECT s.account FROM sighting s JOIN handle h ON h.id = s.handle
             WHERE h.platform = :platform AND h.folded = :folded AND s.is_retracted = 0 AND s.seen_ms <= :at
             ORDER BY s.seen_ms DESC, s.id DESC LIMIT 1",
        )?
        .query_row(named_params! { ":platform": platform, ":folded": folded, ":at": at.0 }, |row| row.get(0))
        .optional()?;
    if before.is_some() {
        return standing(db, before);
    }
    let after = db
        .prepare_cached(
            "SELECT s.account FROM sighting s JOIN handle h ON h.id = s.handle
             WHERE h.platform = :platform AND h.folded = :folded AND s.is_retracted = 0
             ORDER BY s.seen_ms, s.id LIMIT 1",
        )?
        .query_row(
            named_params! { ":platform": platform, ":folded": folded },
            |row| row.get(0),
        )
        .optional()?;
    standing(db, after)
}

/// The account seen at an address that names neither handle nor id, such as a website.
pub fn holder_of_address(db: &Connection, canonical_url: &str) -> Result<Option<i64>> {
    let found = db
        .prepare_cached(
            "SELECT account FROM sighting WHERE canonical_url = :url AND handle IS NULL AND platform_id IS NULL
               AND is_retracted = 0 ORDER BY id LIMIT 1",
        )?
        .query_row(named_params! { ":url": canonical_url }, |row| row.get(0))
        .optional()?;
    standing(db, found)
}

/// True if the account has already been seen so: an observation that adds nothing.
pub fn is_known(db: &Connection, account: i64, platform: &str, seen: &Sighting) -> Result<bool> {
    Ok(db
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM sighting s LEFT JOIN handle h ON h.id = s.handle
               LEFT JOIN platform_id p ON p.id = s.platform_id
             WHERE s.account IN (SELECT :account UNION ALL SELECT account FROM merge WHERE into_account = :account AND is_retracted = 0)
               AND h.folded IS :folded AND s.written IS :written AND p.value IS :platform_id
               AND s.url IS :url AND s.is_retracted = 0 AND (h.id IS NULL OR h.platform = :platform)
               AND (:assumed OR (s.seen_ms = :seen AND s.seen_precision = :precision)))",
        )?
        .query_row(
            named_params! {
                ":account": account, ":folded": seen.folded, ":written": seen.written, ":platform": platform,
                ":platform_id": seen.platform_id, ":url": seen.url, ":assumed": seen.is_assumed,
                ":seen": seen.seen.at.0, ":precision": precision(seen.seen.precision),
            },
            |row| row.get(0),
        )?)
}

/// True if a row of our own export says nothing the account was not seen as: its names are known together, and its date
/// lies among those it was seen on. An export tells of many sightings in one row.
pub fn is_told(db: &Connection, account: i64, platform: &str, seen: &Sighting) -> Result<bool> {
    Ok(db
        .prepare_cached(
            "WITH own AS (SELECT * FROM sighting WHERE is_retracted = 0
               AND account IN (SELECT :account UNION ALL SELECT account FROM merge WHERE into_account = :account AND is_retracted = 0))
             SELECT EXISTS (SELECT 1 FROM own s LEFT JOIN handle h ON h.id = s.handle
               WHERE h.folded IS :folded AND (h.id IS NULL OR h.platform = :platform)
                 AND (:folded IS NOT NULL OR :platform_id IS NOT NULL OR s.canonical_url IS :canonical))
               AND (:platform_id IS NULL OR EXISTS (SELECT 1 FROM own s JOIN platform_id p ON p.id = s.platform_id
                 WHERE p.value = :platform_id AND p.platform = :platform))
               AND (:assumed OR :seen BETWEEN (SELECT min(seen_ms) FROM own WHERE is_assumed = 0)
                 AND (SELECT max(seen_ms) FROM own WHERE is_assumed = 0))",
        )?
        .query_row(
            named_params! {
                ":account": account, ":folded": seen.folded, ":platform": platform,
                ":platform_id": seen.platform_id, ":canonical": seen.canonical_url,
                ":assumed": seen.is_assumed, ":seen": seen.seen.at.0,
            },
            |row| row.get(0),
        )?)
}

/// Accounts that were seen with a handle this one was seen with, and stand: the newest first.
pub fn same_handle(db: &Connection, account: i64) -> Result<Vec<i64>> {
    let mut statement = db.prepare_cached(
        "SELECT other.account, max(other.seen_ms) FROM sighting own
           JOIN sighting other ON other.handle = own.handle
           JOIN account a ON a.id = other.account
         WHERE own.account IN (SELECT :account UNION ALL SELECT account FROM merge WHERE into_account = :account AND is_retracted = 0)
           AND own.handle IS NOT NULL AND own.is_retracted = 0 AND other.is_retracted = 0
           AND a.is_retracted = 0 AND a.erasure IS NULL
           AND other.account <> :account
           AND NOT EXISTS (SELECT 1 FROM merge m WHERE m.account = other.account AND m.is_retracted = 0)
         GROUP BY other.account ORDER BY max(other.seen_ms) DESC, other.account",
    )?;
    let rows = statement.query_map(named_params! { ":account": account }, |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// When the account was last seen by a date that somebody wrote.
pub fn last_dated(db: &Connection, account: i64) -> Result<Option<WorldTime>> {
    Ok(db
        .prepare_cached(
            "SELECT seen_ms, seen_precision, seen_raw, seen_zone FROM sighting
             WHERE account = :account AND is_assumed = 0 AND is_retracted = 0 ORDER BY seen_ms DESC LIMIT 1",
        )?
        .query_row(named_params! { ":account": account }, |row| world(row, 0))
        .optional()?
        .flatten())
}

/// True if the account was seen *by id* under another handle after it was last seen under this one,
/// and no later than `at`: whoever has this handle now may be someone else.
pub fn moved_on(db: &Connection, account: i64, folded: &str, at: Instant) -> Result<bool> {
    Ok(db
        .prepare_cached(
            "SELECT EXISTS (
               SELECT 1 FROM sighting s JOIN handle h ON h.id = s.handle
               WHERE s.account IN (SELECT :account UNION ALL SELECT account FROM merge WHERE into_account = :account AND is_retracted = 0)
                 AND s.is_retracted = 0 AND s.platform_id IS NOT NULL
                 AND h.folded <> :folded AND s.seen_ms <= :at
                 AND s.seen_ms > (SELECT max(t.seen_ms) FROM sighting t JOIN handle g ON g.id = t.handle
                                  WHERE t.account IN (SELECT :account UNION ALL SELECT account FROM merge WHERE into_account = :account AND is_retracted = 0)
                                    AND g.folded = :folded AND t.is_retracted = 0
                                    AND t.seen_ms <= :at))",
        )?
        .query_row(named_params! { ":account": account, ":folded": folded, ":at": at.0 }, |row| row.get(0))?)
}

impl Writer<'_> {
    /// Notes that an account was seen so. An observation that adds nothing is not written again.
    pub fn add_sighting(
        &mut self,
        account: i64,
        platform: &str,
        seen: &Sighting,
        batch: Option<i64>,
    ) -> Result<bool> {
        if !self.is_unseen(account) && is_known(self.db(), account, platform, seen)? {
            return Ok(false);
        }
        let handle = seen
            .folded
            .as_deref()
            .map(|folded| self.handle(platform, folded))
            .transpose()?;
        let platform_id = seen
            .platform_id
            .as_deref()
            .map(|value| self.platform_id(platform, value))
            .transpose()?;
        let id = SightingId::from_uuid(self.uuid());
        let known_at = if seen.is_assumed {
            self.now().0
        } else {
            seen.seen.at.0.min(self.now().0)
        };
        self.db()
            .prepare_cached(
                "INSERT INTO sighting (uid, account, handle, written, platform_id, url, canonical_url, seen_ms,
                   seen_precision, seen_raw, seen_zone, is_assumed, known_ms, recorded_ms, source, batch)
                 VALUES (:uid, :account, :handle, :written, :platform_id, :url, :canonical, :seen,
                   :precision, :raw, :zone, :assumed, :known, :recorded, :source, :batch)",
            )?
            .execute(named_params! {
                ":uid": id.bytes(), ":account": account, ":handle": handle, ":written": seen.written,
                ":platform_id": platform_id, ":url": seen.url, ":canonical": seen.canonical_url,
                ":seen": seen.seen.at.0, ":precision": precision(seen.seen.precision), ":raw": seen.seen.raw,
                ":zone": seen.seen.zone, ":assumed": seen.is_assumed, ":known": known_at,
                ":recorded": self.now().0, ":source": seen.source, ":batch": batch,
            })?;
        let row = self.db().last_insert_rowid();
        self.made(Record {
            kind: "sighting",
            row,
            account: Some(account),
        })?;
        self.meet(
            account,
            &Seen {
                platform,
                handle: seen.folded.as_deref(),
                platform_id: seen.platform_id.as_deref(),
                address: seen.canonical_url.as_deref(),
                ..Seen::default()
            },
        )?;
        Ok(true)
    }

    fn handle(&self, platform: &str, folded: &str) -> Result<i64> {
        let made = self
            .db()
            .prepare_cached(
                "INSERT INTO handle (platform, folded) VALUES (:platform, :folded) ON CONFLICT DO NOTHING",
            )?
            .execute(named_params! { ":platform": platform, ":folded": folded })?;
        if made == 1 {
            return Ok(self.db().last_insert_rowid());
        }
        Ok(self
            .db()
            .prepare_cached(
                "SELECT id FROM handle WHERE platform = :platform AND folded = :folded",
            )?
            .query_row(
                named_params! { ":platform": platform, ":folded": folded },
                |row| row.get(0),
            )?)
    }

    fn platform_id(&self, platform: &str, value: &str) -> Result<i64> {
        let made = self
            .db()
            .prepare_cached(
                "INSERT INTO platform_id (platform, value) VALUES (:platform, :value) ON CONFLICT DO NOTHING",
            )?
            .execute(named_params! { ":platform": platform, ":value": value })?;
        if made == 1 {
            return Ok(self.db().last_insert_rowid());
        }
        Ok(self
            .db()
            .prepare_cached(
                "SELECT id FROM platform_id WHERE platform = :platform AND value = :value",
            )?
            .query_row(
                named_params! { ":platform": platform, ":value": value },
                |row| row.get(0),
            )?)
    }
}
