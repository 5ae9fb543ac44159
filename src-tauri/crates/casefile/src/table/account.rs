//! Accounts. What an account is called at a time is a sighting, not a column here.

use super::{erasure, json, merge, name_of, word};
use crate::register::Seen;
use crate::writer::{Record, Writer};
use crate::{Error, Result};
use breakwater_model::account::ExtraView;
use breakwater_model::platform::{Platform, Unit};
use breakwater_model::{AccountId, Instant};
use rusqlite::{Connection, OptionalExtension, named_params};

/// The table.
pub const CREATE: &str = "
CREATE TABLE account (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  platform TEXT NOT NULL,
  unit TEXT NOT NULL,
  display_name TEXT,
  bio TEXT,
  language TEXT,
  followers TEXT,
  flagged_reason TEXT,
  source TEXT,
  extra TEXT NOT NULL DEFAULT '[]',  -- JSON array of {name, value}: unmapped columns in the file's order
  imported_ms INTEGER NOT NULL,
  batch INTEGER REFERENCES batch (id),
  assignee INTEGER REFERENCES officer (id),  -- who works on it
  is_retracted INTEGER NOT NULL DEFAULT 0,
  erasure INTEGER REFERENCES erasure (id)  -- what erased it: nothing is left but what figures rest on
) STRICT;
CREATE INDEX account_by_assignee ON account (assignee) WHERE assignee IS NOT NULL;
CREATE INDEX account_by_erasure ON account (erasure) WHERE erasure IS NOT NULL;
";

/// An account's own columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AccountFacts {
    /// Row.
    pub row: i64,
    /// Id.
    pub id: AccountId,
    /// Platform.
    pub platform: Platform,
    /// Unit.
    pub unit: Unit,
    /// Name shown on the platform.
    pub display_name: Option<String>,
    /// Profile text.
    pub bio: Option<String>,
    /// Language code.
    pub language: Option<String>,
    /// Followers, as written.
    pub followers: Option<String>,
    /// Why flagged.
    pub flagged_reason: Option<String>,
    /// Who or what flagged it.
    pub source: Option<String>,
    /// Unmapped columns.
    pub extra: Vec<ExtraView>,
    /// When it came in.
    pub imported_at: Instant,
}

/// Fields that a file or an officer may change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccountField {
    /// Name shown on the platform.
    DisplayName,
    /// Profile text.
    Bio,
    /// Language code.
    Language,
    /// Followers.
    Followers,
    /// Why flagged.
    FlaggedReason,
    /// Who or what flagged it.
    Source,
    /// Unmapped columns, as JSON.
    Extra,
    /// What it is, once a short link has led somewhere.
    Unit,
    /// The platform a short link has led to. Nothing of the account may hang on the one before.
    Platform,
}

impl AccountField {
    /// Name, as changes keep it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::DisplayName => "display_name",
            Self::Bio => "bio",
            Self::Language => "language",
            Self::Followers => "followers",
            Self::FlaggedReason => "flagged_reason",
            Self::Source => "source",
            Self::Extra => "extra",
            Self::Unit => "unit",
            Self::Platform => "platform",
        }
    }

    const fn update(self) -> &'static str {
        match self {
            Self::DisplayName => "UPDATE account SET display_name = :value WHERE id = :id",
            Self::Bio => "UPDATE account SET bio = :value WHERE id = :id",
            Self::Language => "UPDATE account SET language = :value WHERE id = :id",
            Self::Followers => "UPDATE account SET followers = :value WHERE id = :id",
            Self::FlaggedReason => "UPDATE account SET flagged_reason = :value WHERE id = :id",
            Self::Source => "UPDATE account SET source = :value WHERE id = :id",
            Self::Extra => "UPDATE account SET extra = :value WHERE id = :id",
            Self::Unit => "UPDATE account SET unit = :value WHERE id = :id",
            Self::Platform => "UPDATE account SET platform = :value WHERE id = :id",
        }
    }
}

const BY_UID: &str = "SELECT id, uid, platform, unit, display_name, bio, language, followers, flagged_reason, source, extra, imported_ms
  FROM account WHERE uid = :key AND is_retracted = 0";
const BY_ROW: &str = "SELECT id, uid, platform, unit, display_name, bio, language, followers, flagged_reason, source, extra, imported_ms
  FROM account WHERE id = :key";

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<AccountFacts> {
    Ok(AccountFacts {
        row: row.get(0)?,
        id: AccountId::from_bytes(row.get(1)?),
        platform: Platform(row.get(2)?),
        unit: word(row, 3)?,
        display_name: row.get(4)?,
        bio: row.get(5)?,
        language: row.get(6)?,
        followers: row.get(7)?,
        flagged_reason: row.get(8)?,
        source: row.get(9)?,
        extra: json(row, 10)?,
        imported_at: Instant(row.get(11)?),
    })
}

/// The account with this id.
///
/// # Errors
/// There is none; it was erased, or merged into another record.
pub fn by_id(db: &Connection, id: AccountId) -> Result<AccountFacts> {
    let facts = db
        .prepare_cached(BY_UID)?
        .query_row(named_params! { ":key": id.bytes() }, read)
        .optional()?
        .ok_or(Error::NotFound("account"))?;
    erasure::refuse_erased(db, facts.row)?;
    merge::refuse_merged(db, facts.row)?;
    Ok(facts)
}

/// The account in this row, retracted or not.
pub fn by_row(db: &Connection, row: i64) -> Result<AccountFacts> {
    Ok(db
        .prepare_cached(BY_ROW)?
        .query_row(named_params! { ":key": row }, read)?)
}

/// The row of an account.
///
/// # Errors
/// There is none; it was erased, or merged into another record.
pub fn row(db: &Connection, id: AccountId) -> Result<i64> {
    let row = db
        .prepare_cached("SELECT id FROM account WHERE uid = :uid AND is_retracted = 0")?
        .query_row(named_params! { ":uid": id.bytes() }, |row| row.get(0))
        .optional()?
        .ok_or(Error::NotFound("account"))?;
    erasure::refuse_erased(db, row)?;
    merge::refuse_merged(db, row)?;
    Ok(row)
}

/// A retracted account that once held this id or handle.
pub fn retracted(
    db: &Connection,
    platform: &str,
    id: Option<&str>,
    folded: Option<&str>,
) -> Result<Option<i64>> {
    Ok(db
        .prepare_cached(
            "SELECT a.id FROM account a JOIN sighting s ON s.account = a.id
             LEFT JOIN platform_id p ON p.id = s.platform_id LEFT JOIN handle h ON h.id = s.handle
             WHERE a.is_retracted = 1 AND a.platform = :platform
               AND ((:id IS NOT NULL AND p.value = :id) OR (:id IS NULL AND :folded IS NOT NULL AND h.folded = :folded))
             ORDER BY a.id LIMIT 1",
        )?
        .query_row(named_params! { ":platform": platform, ":id": id, ":folded": folded }, |row| row.get(0))
        .optional()?)
}

/// The row of an account, retracted or not, and whether it is.
pub fn any_row(db: &Connection, id: AccountId) -> Result<Option<(i64, bool)>> {
    Ok(db
        .prepare_cached("SELECT id, is_retracted FROM account WHERE uid = :uid")?
        .query_row(named_params! { ":uid": id.bytes() }, |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?)
}

/// When an account came in.
pub fn imported_at(db: &Connection, row: i64) -> Result<Instant> {
    Ok(db
        .prepare_cached("SELECT imported_ms FROM account WHERE id = :id")?
        .query_row(named_params! { ":id": row }, |row| row.get(0).map(Instant))?)
}

/// What an account is called in lists.
///
/// # Errors
/// It is not there, or was taken back.
pub fn called(db: &Connection, row: i64) -> Result<String> {
    Ok(db
        .prepare_cached("SELECT label FROM account_state WHERE account = :account")?
        .query_row(named_params! { ":account": row }, |row| row.get(0))?)
}

/// The id of an account's row.
pub fn id(db: &Connection, row: i64) -> Result<AccountId> {
    Ok(db
        .prepare_cached("SELECT uid FROM account WHERE id = :id")?
        .query_row(named_params! { ":id": row }, |row| {
            row.get(0).map(AccountId::from_bytes)
        })?)
}

/// Names of unmapped columns over all files, in the order the files had them.
pub fn extra_columns(db: &Connection) -> Result<Vec<String>> {
    let mut statement =
        db.prepare_cached("SELECT extra_columns FROM batch WHERE is_undone = 0 ORDER BY id")?;
    let lists = statement.query_map([], |row| json::<Vec<String>>(row, 0))?;
    let mut names: Vec<String> = Vec::new();
    for list in lists {
        for name in list? {
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    Ok(names)
}

/// What a list shows of an account's words, in one line of at most 160 signs: the first of these texts that says something.
pub(crate) fn first_words(texts: [&str; 3]) -> String {
    let text = texts.into_iter().find(|text| !text.is_empty());
    let signs = text.unwrap_or_default().chars().take(160);
    signs
        .map(|sign| {
            if matches!(sign, '\n' | '\r') {
                ' '
            } else {
                sign
            }
        })
        .collect()
}

/// True if a field of the account holds this or held it before.
pub fn has_held(db: &Connection, row: i64, field: AccountField, value: &str) -> Result<bool> {
    Ok(db
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM change WHERE kind = 'account' AND record = :row AND field = :field
               AND field <> '*' AND (old = :value OR new = :value))",
        )?
        .query_row(
            named_params! { ":row": row, ":field": field.name(), ":value": value },
            |row| row.get(0),
        )?)
}

impl Writer<'_> {
    /// Makes an account; its sightings follow.
    pub fn add_account(&mut self, facts: &AccountFacts, batch: Option<i64>) -> Result<i64> {
        self.db()
            .prepare_cached(
                "INSERT INTO account (uid, platform, unit, display_name, bio, language, followers, flagged_reason,
                   source, extra, imported_ms, batch)
                 VALUES (:uid, :platform, :unit, :display_name, :bio, :language, :followers, :flagged_reason,
                   :source, :extra, :imported, :batch)",
            )?
            .execute(named_params! {
                ":uid": facts.id.bytes(), ":platform": facts.platform.as_str(), ":unit": name_of(&facts.unit),
                ":display_name": facts.display_name, ":bio": facts.bio, ":language": facts.language,
                ":followers": facts.followers, ":flagged_reason": facts.flagged_reason,
                ":source": facts.source, ":extra": serde_json::to_string(&facts.extra)?,
                ":imported": self.now().0, ":batch": batch,
            })?;
        let row = self.db().last_insert_rowid();
        self.made(Record {
            kind: "account",
            row,
            account: Some(row),
        })?;
        for text in [&facts.display_name, &facts.bio].into_iter().flatten() {
            let text = Some(text.as_str());
            self.meet(
                row,
                &Seen {
                    text,
                    ..Seen::default()
                },
            )?;
        }
        Ok(row)
    }

    /// Changes a field of an account.
    pub fn set_account(
        &mut self,
        row: i64,
        field: AccountField,
        old: Option<&str>,
        new: Option<&str>,
    ) -> Result<()> {
        self.db()
            .prepare_cached(field.update())?
            .execute(named_params! { ":value": new, ":id": row })?;
        self.changed(
            Record {
                kind: "account",
                row,
                account: Some(row),
            },
            field.name(),
            old,
            new,
        )
    }
}
