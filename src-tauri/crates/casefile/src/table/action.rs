//! Actions beside the decision: what they are about, who was told, the answer.
//! Telling and answering are events; here stands what does not change.

use super::{name_of, word};
use crate::writer::{Record, Writer};
use crate::{Error, Result};
use breakwater_model::assessment::{ActionKind, ActionView, SafeguardingKind};
use breakwater_model::{ActionId, Instant};
use rusqlite::{Connection, OptionalExtension, named_params};

/// The table.
pub const CREATE: &str = "
CREATE TABLE action (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES account (id),
  action TEXT NOT NULL CHECK (action IN ('safeguarding', 'intelligence', 'preservation')),
  kind TEXT NOT NULL CHECK (kind IN ('life-at-sea', 'hostage', 'missing', 'child', 'trafficking', 'other')),
  told TEXT NOT NULL,
  by_means TEXT,
  reference TEXT,
  known TEXT,
  grading TEXT,              -- 3x5x2, of an intelligence report
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  is_retracted INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX action_by_account ON action (account);
CREATE INDEX action_graded ON action (account) WHERE grading IS NOT NULL;
";

/// An action to be written.
pub struct NewAction<'a> {
    /// Which action.
    pub action: ActionKind,
    /// What it is about.
    pub kind: SafeguardingKind,
    /// Who was told.
    pub told: &'a str,
    /// How.
    pub by: Option<&'a str>,
    /// Their reference.
    pub reference: Option<&'a str>,
    /// What is known.
    pub known: Option<&'a str>,
    /// 3x5x2 grading, of an intelligence report.
    pub grading: Option<&'a str>,
}

const SELECT: &str = "SELECT a.uid, a.action, a.kind, a.told, a.by_means, a.reference, a.known, o.number,
    (SELECT e.happened_ms FROM event e WHERE e.action = a.id AND e.kind = 'told' AND e.is_retracted = 0 ORDER BY e.seq LIMIT 1),
    (SELECT e.value FROM event e WHERE e.action = a.id AND e.kind = 'answered' AND e.is_retracted = 0 ORDER BY e.seq DESC LIMIT 1),
    (SELECT e.happened_ms FROM event e WHERE e.action = a.id AND e.kind = 'answered' AND e.is_retracted = 0 ORDER BY e.seq DESC LIMIT 1),
    a.at_ms, a.grading
  FROM action a JOIN officer o ON o.id = a.officer
  WHERE a.account = :account AND a.is_retracted = 0 ORDER BY a.id DESC";

/// Safeguarding acts that nobody has answered, of accounts that stand, those told of longest ago first.
const OPEN: &str = "SELECT a.uid, a.action, a.kind, a.told, a.by_means, a.reference, a.known, o.number,
    (SELECT e.happened_ms FROM event e WHERE e.action = a.id AND e.kind = 'told' AND e.is_retracted = 0 ORDER BY e.seq LIMIT 1) AS told_ms,
    NULL, NULL, a.at_ms, a.grading, a.account
  FROM action a JOIN officer o ON o.id = a.officer JOIN account c ON c.id = a.account
  WHERE a.action = 'safeguarding' AND a.is_retracted = 0 AND c.is_retracted = 0 AND c.erasure IS NULL
    AND NOT EXISTS (SELECT 1 FROM event e WHERE e.action = a.id AND e.kind = 'answered' AND e.is_retracted = 0)
  ORDER BY coalesce(told_ms, a.at_ms), a.id";

/// Intelligence reports that nobody has answered, of accounts that stand, those given longest ago first.
const REPORTS: &str = "SELECT a.uid, a.action, a.kind, a.told, a.by_means, a.reference, a.known, o.number,
    (SELECT e.happened_ms FROM event e WHERE e.action = a.id AND e.kind = 'told' AND e.is_retracted = 0 ORDER BY e.seq LIMIT 1) AS told_ms,
    NULL, NULL, a.at_ms, a.grading, a.account
  FROM action a JOIN officer o ON o.id = a.officer JOIN account c ON c.id = a.account
  WHERE a.action = 'intelligence' AND a.is_retracted = 0 AND c.is_retracted = 0 AND c.erasure IS NULL
    AND NOT EXISTS (SELECT 1 FROM event e WHERE e.action = a.id AND e.kind = 'answered' AND e.is_retracted = 0)
  ORDER BY coalesce(told_ms, a.at_ms), a.id";

fn read(row: &rusqlite::Row<'_>) -> rusqlite::Result<ActionView> {
    let answer: Option<String> = row.get(9)?;
    Ok(ActionView {
        id: ActionId::from_bytes(row.get(0)?),
        action: word(row, 1)?,
        kind: word(row, 2)?,
        told: row.get(3)?,
        by: row.get(4)?,
        reference: row.get(5)?,
        known: row.get(6)?,
        grading: row.get(12)?,
        officer: row.get(7)?,
        at: Instant(row.get::<_, Option<i64>>(8)?.unwrap_or(row.get(11)?)),
        is_open: answer.is_none(),
        answer,
        answered_at: row.get::<_, Option<i64>>(10)?.map(Instant),
    })
}

/// Actions of an account, open ones first.
pub fn of_account(db: &Connection, account: i64) -> Result<Vec<ActionView>> {
    let mut statement = db.prepare_cached(SELECT)?;
    let rows = statement.query_map(named_params! { ":account": account }, read)?;
    let mut views: Vec<ActionView> = rows.collect::<rusqlite::Result<_>>()?;
    views.sort_by_key(|view| !view.is_open);
    Ok(views)
}

/// Safeguarding acts that nobody has answered, each with its account's row, those told longest ago first.
pub fn unanswered(db: &Connection) -> Result<Vec<(i64, ActionView)>> {
    let mut statement = db.prepare_cached(OPEN)?;
    let rows = statement.query_map([], |row| Ok((row.get(13)?, read(row)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Intelligence reports that nobody has answered, each with its account's row, those given longest ago first.
pub fn unanswered_reports(db: &Connection) -> Result<Vec<(i64, ActionView)>> {
    let mut statement = db.prepare_cached(REPORTS)?;
    let rows = statement.query_map([], |row| Ok((row.get(13)?, read(row)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The last preservation request of an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preserved {
    /// Row of the account.
    pub account: i64,
    /// Code of its platform.
    pub platform: String,
    /// Who was asked.
    pub told: String,
    /// When.
    pub at: Instant,
}

/// The last preservation request of every account that has one.
pub fn preserved(db: &Connection) -> Result<Vec<Preserved>> {
    let mut statement = db.prepare_cached(
        "SELECT account, platform, told, max(at) FROM (
           SELECT a.account AS account, c.platform AS platform, a.told AS told,
             coalesce((SELECT e.happened_ms FROM event e
               WHERE e.action = a.id AND e.kind = 'told' AND e.is_retracted = 0 ORDER BY e.seq LIMIT 1), a.at_ms) AS at
           FROM action a JOIN account c ON c.id = a.account
           WHERE a.action = 'preservation' AND a.is_retracted = 0 AND c.is_retracted = 0
             AND c.erasure IS NULL)
         GROUP BY account",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(Preserved {
            account: row.get(0)?,
            platform: row.get(1)?,
            told: row.get(2)?,
            at: Instant(row.get(3)?),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// An action as figures count it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Which.
    pub action: ActionKind,
    /// Row of its account.
    pub account: i64,
    /// When somebody was told.
    pub happened: Instant,
    /// When the unit knew.
    pub known: Instant,
    /// Their reference.
    pub reference: Option<String>,
}

/// Every action that stands of an account that stands, in the order they were told.
pub fn told(db: &Connection) -> Result<Vec<Told>> {
    let mut statement = db.prepare_cached(
        "SELECT a.action, a.account, min(e.happened_ms), min(e.known_ms), a.reference
         FROM action a JOIN event e ON e.action = a.id AND e.kind = 'told' AND e.is_retracted = 0
           JOIN account c ON c.id = a.account AND c.is_retracted = 0
         WHERE a.is_retracted = 0 GROUP BY a.id ORDER BY min(e.happened_ms), a.id",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(Told {
            action: word(row, 0)?,
            account: row.get(1)?,
            happened: Instant(row.get(2)?),
            known: Instant(row.get(3)?),
            reference: row.get(4)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Row and account of an action.
pub fn place(db: &Connection, id: ActionId) -> Result<(i64, i64)> {
    db.prepare_cached("SELECT id, account FROM action WHERE uid = :uid AND is_retracted = 0")?
        .query_row(named_params! { ":uid": id.bytes() }, |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?
        .ok_or(Error::NotFound("action"))
}

impl Writer<'_> {
    /// Adds an action.
    pub fn add_action(&mut self, account: i64, new: &NewAction<'_>) -> Result<(ActionId, i64)> {
        let id = ActionId::from_uuid(self.uuid());
        self.db()
            .prepare_cached(
                "INSERT INTO action (uid, account, action, kind, told, by_means, reference, known, grading, officer,
                   at_ms)
                 VALUES (:uid, :account, :action, :kind, :told, :by, :reference, :known, :grading, :officer, :at)",
            )?
            .execute(named_params! {
                ":uid": id.bytes(), ":account": account, ":action": name_of(&new.action),
                ":kind": name_of(&new.kind), ":told": new.told, ":by": new.by, ":reference": new.reference,
                ":known": new.known, ":grading": new.grading, ":officer": self.officer(), ":at": self.now().0,
            })?;
        let row = self.db().last_insert_rowid();
        self.subject(id.uuid());
        self.made(Record {
            kind: "action",
            row,
            account: Some(account),
        })?;
        Ok((id, row))
    }
}
