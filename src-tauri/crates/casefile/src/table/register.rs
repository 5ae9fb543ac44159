//! Entries of registers: what a unit protects, asks about first, has referred, or lets link nothing.
//! One row for a thing on a list; whom it meets is derived, see [`crate::register`].

use super::{json, name_of, word};
use crate::Result;
use crate::writer::{Record, Writer};
use breakwater_model::import::ImportCounts;
use breakwater_model::register::{
    RegisterBatchView, RegisterCountView, RegisterList, RegisterRequest,
};
use breakwater_model::{BatchId, Instant, RegisterEntryId, WorldTime};
use breakwater_text::register::Subject;
use rusqlite::{Connection, OptionalExtension, named_params};

/// The tables.
pub const CREATE: &str = "
CREATE TABLE register_entry (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  list TEXT NOT NULL CHECK (list IN ('protected', 'ask-first', 'already-referred', 'never-links')),
  written TEXT NOT NULL,     -- as it stands in the file
  identity TEXT NOT NULL,    -- the same for every way of writing the same thing
  platform TEXT,             -- NULL for a domain or telephone number
  handle TEXT,               -- for matching only
  platform_id TEXT,
  address TEXT,              -- canonical, of a group, page or invite without handle and id
  post TEXT,                 -- canonical key of a post
  site TEXT,                 -- host, or host and beginning of the path, of a website
  phone TEXT,                -- E.164
  owner TEXT,
  contact TEXT,
  note TEXT,
  expires TEXT,              -- JSON: a time from outside
  batch INTEGER REFERENCES batch (id),
  at_ms INTEGER NOT NULL,
  is_retracted INTEGER NOT NULL DEFAULT 0,
  UNIQUE (list, identity),
  CHECK (coalesce(handle, platform_id, address, post, site, phone) IS NOT NULL)
) STRICT;
CREATE TABLE register_hit (
  account INTEGER NOT NULL REFERENCES account (id),
  entry INTEGER NOT NULL REFERENCES register_entry (id),
  matched_by TEXT NOT NULL CHECK (matched_by IN ('id', 'handle', 'address', 'post', 'domain', 'phone', 'look-alike')),
  PRIMARY KEY (account, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX hit_by_entry ON register_hit (entry);
CREATE INDEX register_by_owner ON register_entry (lower(substr(ltrim(owner), 1, instr(ltrim(owner) || ' ', ' ') - 1)))
  WHERE owner IS NOT NULL;
CREATE INDEX register_by_contact ON register_entry
  (lower(substr(ltrim(contact), 1, instr(ltrim(contact) || ' ', ' ') - 1))) WHERE contact IS NOT NULL;
CREATE INDEX register_owner_other ON register_entry (id) WHERE owner GLOB '*[^ -_a-z]*';
CREATE INDEX register_contact_other ON register_entry (id) WHERE contact GLOB '*[^ -_a-z]*';
";

/// What a list says about an entry.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Details {
    /// Whose it is.
    pub owner: Option<String>,
    /// Whom to ask.
    pub contact: Option<String>,
    /// A note.
    pub note: Option<String>,
    /// Until when it holds.
    pub expires: Option<WorldTime>,
}

/// An entry of a register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Row.
    pub row: i64,
    /// Id.
    pub id: RegisterEntryId,
    /// Its list.
    pub list: RegisterList,
    /// As it stands in the file.
    pub written: String,
    /// What it names.
    pub subject: Subject,
    /// What the list says beside.
    pub details: Details,
    /// False once taken back.
    pub is_standing: bool,
}

impl Entry {
    /// True once its last day has passed.
    pub fn is_expired(&self, now: Instant) -> bool {
        self.details
            .expires
            .as_ref()
            .is_some_and(|until| until.at < now)
    }
}

/// Details that an import may change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DetailField {
    /// Whose it is.
    Owner,
    /// Whom to ask.
    Contact,
    /// A note.
    Note,
    /// Until when, JSON.
    Expires,
    /// The platform's own id.
    PlatformId,
}

impl DetailField {
    const fn sql(self) -> (&'static str, &'static str) {
        match self {
            Self::Owner => (
                "owner",
                "UPDATE register_entry SET owner = :value WHERE id = :id",
            ),
            Self::Contact => (
                "contact",
                "UPDATE register_entry SET contact = :value WHERE id = :id",
            ),
            Self::Note => (
                "note",
                "UPDATE register_entry SET note = :value WHERE id = :id",
            ),
            Self::Expires => (
                "expires",
                "UPDATE register_entry SET expires = :value WHERE id = :id",
            ),
            Self::PlatformId => (
                "platform_id",
                "UPDATE register_entry SET platform_id = :value WHERE id = :id",
            ),
        }
    }

    /// Its name, as changes keep it.
    pub const fn name(self) -> &'static str {
        self.sql().0
    }
}

/// How the old value of a field is written back.
pub(crate) fn restore_sql(field: &str) -> Option<(&'static str, &'static str)> {
    const BACK: (&str, &str) = (
        "is_retracted",
        "UPDATE register_entry SET is_retracted = CAST(:value AS INTEGER) WHERE id = :id",
    );
    [
        DetailField::Owner,
        DetailField::Contact,
        DetailField::Note,
        DetailField::Expires,
        DetailField::PlatformId,
    ]
    .into_iter()
    .map(DetailField::sql)
    .chain([BACK])
    .find(|(name, _)| *name == field)
}

pub(crate) const COLUMNS: &str = "e.id, e.uid, e.list, e.written, e.identity, e.platform, e.handle, e.platform_id,
  e.address, e.post, e.site, e.phone, e.owner, e.contact, e.note, coalesce(e.expires, 'null'), e.is_retracted";

pub(crate) fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Entry> {
    Ok(Entry {
        row: row.get(0)?,
        id: RegisterEntryId::from_bytes(row.get(1)?),
        list: word(row, 2)?,
        written: row.get(3)?,
        subject: Subject {
            identity: row.get(4)?,
            platform: row.get(5)?,
            handle: row.get(6)?,
            platform_id: row.get(7)?,
            address: row.get(8)?,
            post: row.get(9)?,
            site: row.get(10)?,
            phone: row.get(11)?,
        },
        details: Details {
            owner: row.get(12)?,
            contact: row.get(13)?,
            note: row.get(14)?,
            expires: json(row, 15)?,
        },
        is_standing: !row.get::<_, bool>(16)?,
    })
}

/// The entry of a thing on a list, standing or taken back.
pub fn of(db: &Connection, list: RegisterList, identity: &str) -> Result<Option<Entry>> {
    Ok(db
        .prepare_cached(&format!(
            "SELECT {COLUMNS} FROM register_entry e WHERE e.list = :list AND e.identity = :identity"
        ))?
        .query_row(
            named_params! { ":list": name_of(&list), ":identity": identity },
            read,
        )
        .optional()?)
}

/// Every entry that stands, in the order they came in.
pub fn standing(db: &Connection) -> Result<Vec<Entry>> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM register_entry e WHERE e.is_retracted = 0 ORDER BY e.id"
    ))?;
    let rows = statement.query_map([], read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Entries that hold every one of these folded words, and how many accounts each meets; then how many there are.
pub fn window(db: &Connection, request: &RegisterRequest) -> Result<(Vec<(Entry, u32)>, u32)> {
    const WHERE: &str = "WHERE e.is_retracted = 0 AND (:list IS NULL OR e.list = :list)
      AND (:search = '' OR instr(lower(e.written || ' ' || e.identity || ' ' || coalesce(e.owner, '') || ' '
        || coalesce(e.contact, '') || ' ' || coalesce(e.note, '')), :search) > 0)";
    let list = request.list.map(|list| name_of(&list));
    let search = request.search.trim().to_lowercase();
    let mut statement = db.prepare_cached(&format!(
        "SELECT {COLUMNS}, (SELECT count(*) FROM register_hit h WHERE h.entry = e.id) FROM register_entry e {WHERE}
         ORDER BY e.list, lower(coalesce(e.owner, '')), e.id LIMIT :limit OFFSET :offset"
    ))?;
    let rows = statement
        .query_map(
            named_params! { ":list": list, ":search": search, ":limit": request.limit, ":offset": request.offset },
            |row| Ok((read(row)?, row.get(17)?)),
        )?
        .collect::<rusqlite::Result<_>>()?;
    let total = db
        .prepare_cached(&format!("SELECT count(*) FROM register_entry e {WHERE}"))?
        .query_row(named_params! { ":list": list, ":search": search }, |row| {
            row.get(0)
        })?;
    Ok((rows, total))
}

/// The accounts an entry meets, oldest first, at most so many.
pub fn accounts_met(db: &Connection, id: RegisterEntryId, most: u32) -> Result<Vec<i64>> {
    let mut statement = db.prepare_cached(
        "SELECT h.account FROM register_hit h JOIN register_entry e ON e.id = h.entry
         WHERE e.uid = :uid AND e.is_retracted = 0 ORDER BY h.account LIMIT :most",
    )?;
    let rows = statement.query_map(named_params! { ":uid": id.bytes(), ":most": most }, |row| {
        row.get(0)
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Entries of every list that has any.
pub fn counts(db: &Connection) -> Result<Vec<RegisterCountView>> {
    let mut statement = db.prepare_cached(
        "SELECT list, count(*) FROM register_entry WHERE is_retracted = 0 GROUP BY list",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(RegisterCountView {
            list: word(row, 0)?,
            entries: row.get(1)?,
        })
    })?;
    let mut all: Vec<RegisterCountView> = rows.collect::<rusqlite::Result<_>>()?;
    all.sort_by_key(|count| count.list);
    Ok(all)
}

/// Register files that were taken in and not taken back, newest first.
pub fn batches(db: &Connection) -> Result<Vec<RegisterBatchView>> {
    let mut statement = db.prepare_cached(
        "SELECT b.uid, b.file_name, b.at_ms, o.number, b.read, b.created, b.updated, b.unchanged, b.merged, b.rejected, b.erased
         FROM batch b JOIN officer o ON o.id = b.officer
         WHERE b.kind = 'register' AND b.is_undone = 0 ORDER BY b.id DESC",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(RegisterBatchView {
            batch: BatchId::from_bytes(row.get(0)?),
            file_name: row.get(1)?,
            at: Instant(row.get(2)?),
            officer: row.get(3)?,
            counts: ImportCounts {
                read: row.get(4)?,
                created: row.get(5)?,
                updated: row.get(6)?,
                unchanged: row.get(7)?,
                merged: row.get(8)?,
                rejected: row.get(9)?,
                erased: row.get(10)?,
            },
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

const fn record(row: i64) -> Record {
    Record {
        kind: "register_entry",
        row,
        account: None,
    }
}

impl Writer<'_> {
    /// Marks a batch as one of a register.
    pub fn mark_register_batch(&mut self, batch: i64) -> Result<()> {
        self.db()
            .prepare_cached("UPDATE batch SET kind = 'register' WHERE id = :id")?
            .execute(named_params! { ":id": batch })?;
        Ok(())
    }

    /// Makes an entry of a register; without a batch where no file brought it.
    pub fn add_register_entry(
        &mut self,
        list: RegisterList,
        written: &str,
        subject: &Subject,
        details: &Details,
        batch: Option<i64>,
    ) -> Result<i64> {
        let id = RegisterEntryId::from_uuid(self.uuid());
        let expires = details
            .expires
            .as_ref()
            .map(serde_json::to_string)
            .transpose()?;
        self.db()
            .prepare_cached(
                "INSERT INTO register_entry (uid, list, written, identity, platform, handle, platform_id, address, post,
                   site, phone, owner, contact, note, expires, batch, at_ms)
                 VALUES (:uid, :list, :written, :identity, :platform, :handle, :platform_id, :address, :post,
                   :site, :phone, :owner, :contact, :note, :expires, :batch, :at)",
            )?
            .execute(named_params! {
                ":uid": id.bytes(), ":list": name_of(&list), ":written": written, ":identity": subject.identity,
                ":platform": subject.platform, ":handle": subject.handle, ":platform_id": subject.platform_id,
                ":address": subject.address, ":post": subject.post, ":site": subject.site, ":phone": subject.phone,
                ":owner": details.owner, ":contact": details.contact, ":note": details.note, ":expires": expires,
                ":batch": batch, ":at": self.now().0,
            })?;
        let row = self.db().last_insert_rowid();
        self.made(record(row))?;
        Ok(row)
    }

    /// Changes a detail of an entry.
    pub fn set_register_entry(
        &mut self,
        row: i64,
        field: DetailField,
        old: Option<&str>,
        new: Option<&str>,
    ) -> Result<()> {
        let (name, sql) = field.sql();
        self.db()
            .prepare_cached(sql)?
            .execute(named_params! { ":value": new, ":id": row })?;
        self.changed(record(row), name, old, new)
    }

    /// Brings back an entry that an undone import had made, with its id.
    pub fn revive_register_entry(&mut self, row: i64) -> Result<bool> {
        self.revive(record(row))
    }
}
