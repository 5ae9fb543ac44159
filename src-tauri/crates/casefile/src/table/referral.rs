//! Referrals and their items.

use super::{json, word, word_or_none, world};
use crate::{Error, Result};
use breakwater_model::platform::{Platform, Unit};
use breakwater_model::referral::{LawNotes, ReferralState, Route, TellUser};
use breakwater_model::{
    AccountId, AssessmentId, ExhibitId, Instant, ItemId, PostId, ReferralId, WorldTime,
};
use rusqlite::{Connection, OptionalExtension, named_params};

pub use super::referral_edit::{ItemField, ReferralField};

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
  tell_user TEXT CHECK (tell_user IN ('yes', 'no')),  -- none: the usual answer of the route
  tell_user_reason TEXT,
  law_elements TEXT,
  law_reach TEXT,
  law_defence TEXT,
  law_decided_by TEXT,
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
  canonical TEXT,           -- the one form of the address
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
    /// Whether the user may be told, where an officer answered otherwise than usual.
    pub tell_user: Option<TellUser>,
    /// Why, where an officer gave a reason.
    pub tell_user_reason: Option<String>,
    /// What was considered about the law.
    pub law_notes: LawNotes,
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
    /// Address, working: as it was seen, where that opens.
    pub address: Option<String>,
    /// The one form of that address.
    pub canonical: Option<String>,
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
    good_faith, officer, created_ms, changed_ms, tell_user, tell_user_reason, law_elements, law_reach, law_defence,
    law_decided_by";

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
        tell_user: word_or_none(row, 16)?,
        tell_user_reason: row.get(17)?,
        law_notes: LawNotes {
            elements: row.get(18)?,
            reach: row.get(19)?,
            defence: row.get(20)?,
            decided_by: row.get(21)?,
        },
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
           i.place, i.words, i.translation, i.translation_by, i.why, i.exhibits,
           i.canonical
         FROM referral_item i JOIN account a ON a.id = i.account JOIN assessment m ON m.id = i.assessment
         LEFT JOIN post p ON p.id = i.post LEFT JOIN merge g ON g.account = i.account AND g.is_retracted = 0
         LEFT JOIN account_state s ON s.account = coalesce(g.into_account, i.account)
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
            canonical: row.get(25)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// An item of an account in a referral made before another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Before {
    /// Row of its referral.
    pub row: i64,
    /// Its referral.
    pub referral: ReferralId,
    /// The referral's number in the case.
    pub number: u32,
    /// True once that was sent.
    pub was_sent: bool,
    /// Row of the item.
    pub item: i64,
    /// Code of the platform's rule it named.
    pub policy: Option<String>,
    /// Code of the law it named.
    pub law: Option<String>,
    /// Why, as it said.
    pub why: String,
    /// Exhibits it named.
    pub exhibits: Vec<ExhibitId>,
}

/// Items of an account in referrals made before the one of this row, oldest first.
pub fn before(db: &Connection, account: i64, referral: i64) -> Result<Vec<Before>> {
    let mut statement = db.prepare_cached(
        "SELECT r.id, r.uid, r.number, r.state IN ('sent', 'closed'), i.id, r.policy, r.law, i.why, i.exhibits
         FROM referral_item i JOIN referral r ON r.id = i.referral
         WHERE i.account = :account AND r.id < :referral AND i.is_retracted = 0 AND r.is_retracted = 0 ORDER BY r.id",
    )?;
    let rows = statement.query_map(
        named_params! { ":account": account, ":referral": referral },
        |row| {
            Ok(Before {
                row: row.get(0)?,
                referral: ReferralId::from_bytes(row.get(1)?),
                number: row.get(2)?,
                was_sent: row.get(3)?,
                item: row.get(4)?,
                policy: row.get(5)?,
                law: row.get(6)?,
                why: row.get(7)?,
                exhibits: json(row, 8)?,
            })
        },
    )?;
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
