//! Referrals and their items.

use super::{json, name_of, precision, word, world};
use crate::writer::{Record, Writer};
use crate::{Error, Result};
use breakwater_model::platform::{Platform, Unit};
use breakwater_model::referral::{ReferralState, Route};
use breakwater_model::{
    AccountId, AssessmentId, ExhibitId, Instant, ItemId, PostId, ReferralId, WorldTime,
};
use rusqlite::{Connection, OptionalExtension, named_params};

/// The tables.
pub const CREATE: &str = "
CREATE TABLE referral (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  number INTEGER NOT NULL UNIQUE,
  outside_reference TEXT NOT NULL UNIQUE,  -- random: says nothing about the case
  platform TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'submitted', 'approved', 'sent', 'closed')),
  title TEXT NOT NULL,
  policy TEXT,
  law TEXT,
  route TEXT NOT NULL CHECK (route IN ('voluntary', 'legal-request', 'dsa-notice', 'osa')),
  summary TEXT NOT NULL DEFAULT '',
  sender TEXT,
  good_faith TEXT NOT NULL DEFAULT '',  -- who gave the statement, when; empty until given
  officer INTEGER NOT NULL REFERENCES officer (id),
  created_ms INTEGER NOT NULL,
  changed_ms INTEGER NOT NULL,
  is_retracted INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE referral_item (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  referral INTEGER NOT NULL REFERENCES referral (id),
  account INTEGER NOT NULL REFERENCES account (id),
  unit TEXT NOT NULL,
  post INTEGER REFERENCES post (id),
  assessment INTEGER NOT NULL REFERENCES assessment (id),  -- no item without one
  address TEXT,
  platform_id TEXT,
  handle TEXT,
  handle_ms INTEGER,
  handle_precision TEXT,
  handle_raw TEXT,
  handle_zone TEXT,
  live_ms INTEGER,
  live_precision TEXT,
  live_raw TEXT,
  live_zone TEXT,
  place TEXT NOT NULL,
  words TEXT NOT NULL,
  translation TEXT,
  translation_by TEXT,
  why TEXT NOT NULL,
  exhibits TEXT NOT NULL DEFAULT '[]',  -- JSON array of exhibit ids
  is_retracted INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX item_by_referral ON referral_item (referral);
CREATE INDEX item_by_account ON referral_item (account);
";

/// A referral's columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Referral {
    /// Row.
    pub row: i64,
    /// Id.
    pub id: ReferralId,
    /// Number in the case.
    pub number: u32,
    /// Reference outsiders see.
    pub outside_reference: String,
    /// Platform.
    pub platform: Platform,
    /// State.
    pub state: ReferralState,
    /// Title line.
    pub title: String,
    /// Code of the platform's rule.
    pub policy: Option<String>,
    /// Code of the law.
    pub law: Option<String>,
    /// Route.
    pub route: Route,
    /// Summary.
    pub summary: String,
    /// The unit's name it is from.
    pub sender: Option<String>,
    /// Who gave the good-faith statement.
    pub good_faith: String,
    /// Row of the officer who drafted it.
    pub officer: i64,
    /// When made.
    pub created_at: Instant,
    /// When last changed.
    pub changed_at: Instant,
}

/// An item's columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// Row.
    pub row: i64,
    /// Id.
    pub id: ItemId,
    /// Account row.
    pub account_row: i64,
    /// Account.
    pub account: AccountId,
    /// What the account is called.
    pub label: String,
    /// Unit.
    pub unit: Unit,
    /// Post.
    pub post: Option<PostId>,
    /// Assessment.
    pub assessment: AssessmentId,
    /// Address, working.
    pub address: Option<String>,
    /// Platform's id.
    pub platform_id: Option<String>,
    /// Handle.
    pub handle: Option<String>,
    /// When seen with the handle.
    pub handle_seen: Option<WorldTime>,
    /// When last seen live.
    pub seen_live: Option<WorldTime>,
    /// Place inside.
    pub place: String,
    /// Words.
    pub words: String,
    /// Translation.
    pub translation: Option<String>,
    /// By whom.
    pub translation_by: Option<String>,
    /// Why.
    pub why: String,
    /// Exhibits.
    pub exhibits: Vec<ExhibitId>,
}

const COLUMNS: &str = "id, uid, number, outside_reference, platform, state, title, policy, law, route, summary, sender,
    good_faith, officer, created_ms, changed_ms";

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<Referral> {
    Ok(Referral {
        row: row.get(0)?,
        id: ReferralId::from_bytes(row.get(1)?),
        number: row.get(2)?,
        outside_reference: row.get(3)?,
        platform: Platform(row.get(4)?),
        state: word(row, 5)?,
        title: row.get(6)?,
        policy: row.get(7)?,
        law: row.get(8)?,
        route: word(row, 9)?,
        summary: row.get(10)?,
        sender: row.get(11)?,
        good_faith: row.get(12)?,
        officer: row.get(13)?,
        created_at: Instant(row.get(14)?),
        changed_at: Instant(row.get(15)?),
    })
}

/// The referral with this id.
pub fn by_id(db: &Connection, id: ReferralId) -> Result<Referral> {
    db.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM referral WHERE uid = :uid AND is_retracted = 0"
    ))?
    .query_row(named_params! { ":uid": id.bytes() }, read)
    .optional()?
    .ok_or(Error::NotFound("referral"))
}

/// All referrals, newest change first.
pub fn all(db: &Connection) -> Result<Vec<Referral>> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM referral WHERE is_retracted = 0 ORDER BY changed_ms DESC, id DESC"
    ))?;
    let rows = statement.query_map([], read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Items of a referral, in the order they were added.
pub fn items(db: &Connection, referral: i64) -> Result<Vec<Item>> {
    let mut statement = db.prepare_cached(
        "SELECT i.id, i.uid, i.account, a.uid, coalesce(s.label, ''), i.unit, p.uid, m.uid, i.address, i.platform_id,
           i.handle, i.handle_ms, i.handle_precision, i.handle_raw, i.handle_zone,
           i.live_ms, i.live_precision, i.live_raw, i.live_zone,
           i.place, i.words, i.translation, i.translation_by, i.why, i.exhibits
         FROM referral_item i JOIN account a ON a.id = i.account JOIN assessment m ON m.id = i.assessment
         LEFT JOIN post p ON p.id = i.post LEFT JOIN account_state s ON s.account = i.account
         WHERE i.referral = :referral AND i.is_retracted = 0 ORDER BY i.id",
    )?;
    let rows = statement.query_map(named_params! { ":referral": referral }, |row| {
        Ok(Item {
            row: row.get(0)?,
            id: ItemId::from_bytes(row.get(1)?),
            account_row: row.get(2)?,
            account: AccountId::from_bytes(row.get(3)?),
            label: row.get(4)?,
            unit: word(row, 5)?,
            post: row.get::<_, Option<[u8; 16]>>(6)?.map(PostId::from_bytes),
            assessment: AssessmentId::from_bytes(row.get(7)?),
            address: row.get(8)?,
            platform_id: row.get(9)?,
            handle: row.get(10)?,
            handle_seen: world(row, 11)?,
            seen_live: world(row, 15)?,
            place: row.get(19)?,
            words: row.get(20)?,
            translation: row.get(21)?,
            translation_by: row.get(22)?,
            why: row.get(23)?,
            exhibits: json(row, 24)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The live referral an account is in, if any.
pub fn of_account(db: &Connection, account: i64) -> Result<Option<ReferralId>> {
    Ok(db
        .prepare_cached(
            "SELECT r.uid FROM referral_item i JOIN referral r ON r.id = i.referral
             WHERE i.account = :account AND i.is_retracted = 0 AND r.is_retracted = 0 ORDER BY r.id DESC LIMIT 1",
        )?
        .query_row(named_params! { ":account": account }, |row| row.get(0).map(ReferralId::from_bytes))
        .optional()?)
}

/// Fields of a referral that an edit may name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReferralField {
    /// Title line.
    Title,
    /// Code of the platform's rule.
    Policy,
    /// Code of the law.
    Law,
    /// Route.
    Route,
    /// Summary.
    Summary,
    /// The unit's name it is from.
    Sender,
    /// Who gave the good-faith statement.
    GoodFaith,
}

impl ReferralField {
    const fn sql(self) -> (&'static str, &'static str) {
        match self {
            Self::Title => (
                "title",
                "UPDATE referral SET title = :value, changed_ms = :at WHERE id = :id",
            ),
            Self::Policy => (
                "policy",
                "UPDATE referral SET policy = :value, changed_ms = :at WHERE id = :id",
            ),
            Self::Law => (
                "law",
                "UPDATE referral SET law = :value, changed_ms = :at WHERE id = :id",
            ),
            Self::Route => (
                "route",
                "UPDATE referral SET route = :value, changed_ms = :at WHERE id = :id",
            ),
            Self::Summary => (
                "summary",
                "UPDATE referral SET summary = :value, changed_ms = :at WHERE id = :id",
            ),
            Self::Sender => (
                "sender",
                "UPDATE referral SET sender = :value, changed_ms = :at WHERE id = :id",
            ),
            Self::GoodFaith => (
                "good_faith",
                "UPDATE referral SET good_faith = :value, changed_ms = :at WHERE id = :id",
            ),
        }
    }
}

/// Fields of an item that an edit may name. `seen_live` is set apart, as a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ItemField {
    /// Why.
    Why,
    /// Words.
    Words,
    /// Place inside.
    Place,
    /// Translation.
    Translation,
    /// By whom.
    TranslationBy,
    /// Exhibits, JSON.
    Exhibits,
    /// Address.
    Address,
}

impl ItemField {
    const fn sql(self) -> (&'static str, &'static str) {
        match self {
            Self::Why => (
                "why",
                "UPDATE referral_item SET why = :value WHERE id = :id",
            ),
            Self::Words => (
                "words",
                "UPDATE referral_item SET words = :value WHERE id = :id",
            ),
            Self::Place => (
                "place",
                "UPDATE referral_item SET place = :value WHERE id = :id",
            ),
            Self::Translation => (
                "translation",
                "UPDATE referral_item SET translation = :value WHERE id = :id",
            ),
            Self::TranslationBy => (
                "translation_by",
                "UPDATE referral_item SET translation_by = :value WHERE id = :id",
            ),
            Self::Exhibits => (
                "exhibits",
                "UPDATE referral_item SET exhibits = :value WHERE id = :id",
            ),
            Self::Address => (
                "address",
                "UPDATE referral_item SET address = :value WHERE id = :id",
            ),
        }
    }
}

impl Writer<'_> {
    /// Makes a draft and gives its row.
    pub fn add_referral(&mut self, new: &Referral) -> Result<i64> {
        self.db().execute(
            "INSERT INTO referral (uid, number, outside_reference, platform, title, policy, law, route, summary, sender,
               officer, created_ms, changed_ms)
             VALUES (:uid, (SELECT coalesce(max(number), 0) + 1 FROM referral), :reference, :platform, :title, :policy,
               :law, :route, :summary, :sender, :officer, :at, :at)",
            named_params! {
                ":uid": new.id.bytes(), ":reference": new.outside_reference, ":platform": new.platform.as_str(),
                ":title": new.title, ":policy": new.policy, ":law": new.law, ":route": name_of(&new.route),
                ":summary": new.summary, ":sender": new.sender, ":officer": self.officer(), ":at": self.now().0,
            },
        )?;
        let row = self.db().last_insert_rowid();
        self.subject(new.id.uuid());
        self.made(Record {
            kind: "referral",
            row,
            account: None,
        })?;
        Ok(row)
    }

    /// Adds an item. The assessment must exist: the database refuses an item without one.
    pub fn add_item(&mut self, referral: i64, item: &Item, post: Option<i64>) -> Result<()> {
        let (handle, live) = (item.handle_seen.as_ref(), item.seen_live.as_ref());
        self.db()
            .prepare_cached(
                "INSERT INTO referral_item (uid, referral, account, unit, post, assessment, address, platform_id, handle,
                   handle_ms, handle_precision, handle_raw, handle_zone, live_ms, live_precision, live_raw, live_zone,
                   place, words, translation, translation_by, why, exhibits)
                 VALUES (:uid, :referral, :account, :unit, :post, (SELECT id FROM assessment WHERE uid = :assessment),
                   :address, :platform_id, :handle, :handle_ms, :handle_precision, :handle_raw, :handle_zone,
                   :live_ms, :live_precision, :live_raw, :live_zone, :place, :words, :translation, :translation_by,
                   :why, :exhibits)",
            )?
            .execute(named_params! {
                ":uid": item.id.bytes(), ":referral": referral, ":account": item.account_row,
                ":unit": name_of(&item.unit), ":post": post, ":assessment": item.assessment.bytes(),
                ":address": item.address, ":platform_id": item.platform_id, ":handle": item.handle,
                ":handle_ms": handle.map(|t| t.at.0), ":handle_precision": handle.map(|t| precision(t.precision)),
                ":handle_raw": handle.and_then(|t| t.raw.as_deref()),
                ":handle_zone": handle.and_then(|t| t.zone.as_deref()),
                ":live_ms": live.map(|t| t.at.0), ":live_precision": live.map(|t| precision(t.precision)),
                ":live_raw": live.and_then(|t| t.raw.as_deref()), ":live_zone": live.and_then(|t| t.zone.as_deref()),
                ":place": item.place, ":words": item.words, ":translation": item.translation,
                ":translation_by": item.translation_by, ":why": item.why,
                ":exhibits": serde_json::to_string(&item.exhibits)?,
            })?;
        let row = self.db().last_insert_rowid();
        self.subject(item.account.uuid());
        self.made(Record {
            kind: "referral_item",
            row,
            account: Some(item.account_row),
        })
    }

    /// Changes a field of a draft.
    pub fn set_referral(
        &mut self,
        row: i64,
        field: ReferralField,
        old: Option<&str>,
        new: Option<&str>,
    ) -> Result<()> {
        let (name, sql) = field.sql();
        self.db().execute(
            sql,
            named_params! { ":value": new, ":at": self.now().0, ":id": row },
        )?;
        self.changed(
            Record {
                kind: "referral",
                row,
                account: None,
            },
            name,
            old,
            new,
        )
    }

    /// Changes a field of an item.
    pub fn set_item(
        &mut self,
        referral: i64,
        item: &Item,
        field: ItemField,
        old: Option<&str>,
        new: Option<&str>,
    ) -> Result<()> {
        let (name, sql) = field.sql();
        self.db()
            .execute(sql, named_params! { ":value": new, ":id": item.row })?;
        self.stamp_referral(referral)?;
        self.changed(
            Record {
                kind: "referral_item",
                row: item.row,
                account: Some(item.account_row),
            },
            name,
            old,
            new,
        )
    }

    /// Sets when an item was last seen live.
    pub fn set_item_live(
        &mut self,
        referral: i64,
        item: &Item,
        live: Option<&WorldTime>,
    ) -> Result<()> {
        self.db().execute(
            "UPDATE referral_item SET live_ms = :ms, live_precision = :precision, live_raw = :raw, live_zone = :zone
             WHERE id = :id",
            named_params! {
                ":ms": live.map(|t| t.at.0), ":precision": live.map(|t| precision(t.precision)),
                ":raw": live.and_then(|t| t.raw.as_deref()), ":zone": live.and_then(|t| t.zone.as_deref()),
                ":id": item.row,
            },
        )?;
        self.stamp_referral(referral)?;
        let old = item.seen_live.as_ref().map(|t| t.at.to_string());
        let new = live.map(|t| t.at.to_string());
        let record = Record {
            kind: "referral_item",
            row: item.row,
            account: Some(item.account_row),
        };
        self.changed(record, "live_ms", old.as_deref(), new.as_deref())
    }

    fn stamp_referral(&self, row: i64) -> Result<()> {
        self.db().execute(
            "UPDATE referral SET changed_ms = :at WHERE id = :id",
            named_params! { ":at": self.now().0, ":id": row },
        )?;
        Ok(())
    }
}
