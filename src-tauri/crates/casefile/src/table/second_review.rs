//! Second reviews: what another officer said of a decision without seeing it, and what came of a disagreement. Facts of
//! their own: no status follows from them.

use super::{name_of, word};
use crate::writer::{Record, Writer};
use crate::{Error, Result};
use breakwater_model::assessment::{Decision, NoActionReason};
use breakwater_model::indicator::{Band, SumView};
use breakwater_model::platform::Platform;
use breakwater_model::second_review::OpinionView;
use breakwater_model::{AccountId, AssessmentId, Instant, OfficerId};
use rusqlite::{Connection, OptionalExtension, Row, named_params};
use uuid::Uuid;

/// The tables.
pub const CREATE: &str = "
CREATE TABLE second_review (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES account (id),
  assessment INTEGER NOT NULL UNIQUE REFERENCES assessment (id),  -- the decision that was reviewed: once
  decision TEXT NOT NULL CHECK (decision IN ('refer', 'hold', 'no-action')),
  reason TEXT NOT NULL,
  reason_key TEXT,           -- of no action
  language TEXT NOT NULL,    -- of the account when it was reviewed; empty where it was not known
  period TEXT NOT NULL,      -- the month of the decision, YYYY-MM
  is_blind INTEGER NOT NULL, -- 0 where this officer had opened the account after it was decided
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL
) STRICT;
CREATE TABLE second_review_settled (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  review INTEGER NOT NULL UNIQUE REFERENCES second_review (id),
  account INTEGER NOT NULL REFERENCES account (id),
  words TEXT NOT NULL,
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL
) STRICT;
";

/// A decision that may be sampled: the newest of an account, refer or no action.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decided {
    /// Its row.
    pub row: i64,
    /// Its id: what the sample is drawn by.
    pub id: AssessmentId,
    /// Row of its account.
    pub account: i64,
    /// What was decided.
    pub decision: Decision,
    /// Who decided.
    pub officer: OfficerId,
    /// When.
    pub at: Instant,
    /// Language code of the account; empty where it is not known.
    pub language: String,
    /// True if a second officer has reviewed it.
    pub is_reviewed: bool,
}

/// Decisions that may be sampled, oldest first. Accounts of victims, children and third parties are left out.
pub fn decided(db: &Connection) -> Result<Vec<Decided>> {
    let mut statement = db.prepare_cached(
        "SELECT m.id, m.uid, m.account, m.decision, o.uid, m.at_ms, coalesce(s.language, ''),
           EXISTS (SELECT 1 FROM second_review r WHERE r.assessment = m.id)
         FROM assessment m JOIN account_state s ON s.account = m.account JOIN officer o ON o.id = m.officer
         WHERE m.id IN (SELECT max(id) FROM assessment WHERE is_retracted = 0 GROUP BY account)
           AND m.decision IN ('refer', 'no-action') AND s.role NOT IN ('victim', 'child', 'third-party')
         ORDER BY m.id",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(Decided {
            row: row.get(0)?,
            id: AssessmentId::from_bytes(row.get(1)?),
            account: row.get(2)?,
            decision: word(row, 3)?,
            officer: OfficerId::from_bytes(row.get(4)?),
            at: Instant(row.get(5)?),
            language: row.get(6)?,
            is_reviewed: row.get(7)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// True if an officer had opened the account after this decision was made.
pub fn was_opened(
    db: &Connection,
    decided: &Decided,
    id: AccountId,
    by: OfficerId,
) -> Result<bool> {
    Ok(db
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM audit WHERE action = 'account-opened' AND officer = :officer
               AND instr(subjects, :id) > 0
               AND seq > (SELECT seq FROM change WHERE account = :account AND kind = 'assessment' AND record = :row
                          AND field = '*'))",
        )?
        .query_row(
            named_params! {
                ":officer": by.bytes(), ":id": id.to_string(), ":account": decided.account, ":row": decided.row,
            },
            |row| row.get(0),
        )?)
}

/// The decision that was reviewed, with the band of the sum it was made on.
pub fn first(db: &Connection, assessment: i64) -> Result<(OpinionView, Band)> {
    db.prepare_cached(
        "SELECT m.decision, m.reason, o.number, m.at_ms, m.indicators
         FROM assessment m JOIN officer o ON o.id = m.officer WHERE m.id = :row",
    )?
    .query_row(named_params! { ":row": assessment }, |row| {
        let sum: SumView = super::json(row, 4)?;
        Ok((opinion(row, 0)?, sum.band))
    })
    .optional()?
    .ok_or(Error::NotFound("assessment"))
}

/// Reads four columns `decision, reason, number, at_ms` from `at` on.
fn opinion(row: &Row<'_>, at: usize) -> rusqlite::Result<OpinionView> {
    Ok(OpinionView {
        decision: word(row, at)?,
        reason: row.get(at + 1)?,
        officer: row.get(at + 2)?,
        at: Instant(row.get(at + 3)?),
    })
}

/// Two opinions that differ and that nobody has settled, by word or by a later decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disagreement {
    /// Row of the second review.
    pub row: i64,
    /// Row of the account.
    pub account_row: i64,
    /// The account.
    pub account: AccountId,
    /// What to call it.
    pub label: String,
    /// Its platform.
    pub platform: Platform,
    /// Language code, if known.
    pub language: Option<String>,
    /// Who decided first.
    pub first_officer: OfficerId,
    /// Who judged second.
    pub second_officer: OfficerId,
    /// The decision that was reviewed.
    pub first: OpinionView,
    /// The second opinion.
    pub second: OpinionView,
}

/// Open disagreements, oldest first.
pub fn disagreements(db: &Connection) -> Result<Vec<Disagreement>> {
    let mut statement = db.prepare_cached(
        "SELECT r.id, r.account, a.uid, s.label, s.platform, s.language, f.uid, g.uid,
           m.decision, m.reason, f.number, m.at_ms, r.decision, r.reason, g.number, r.at_ms
         FROM second_review r JOIN assessment m ON m.id = r.assessment JOIN officer f ON f.id = m.officer
         JOIN officer g ON g.id = r.officer JOIN account a ON a.id = r.account
         JOIN account_state s ON s.account = r.account
         WHERE r.decision <> m.decision
           AND NOT EXISTS (SELECT 1 FROM second_review_settled t WHERE t.review = r.id)
           AND NOT EXISTS (SELECT 1 FROM assessment l WHERE l.account = r.account AND l.id > m.id AND l.is_retracted = 0)
         ORDER BY r.id",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(Disagreement {
            row: row.get(0)?,
            account_row: row.get(1)?,
            account: AccountId::from_bytes(row.get(2)?),
            label: row.get(3)?,
            platform: Platform(row.get(4)?),
            language: row.get(5)?,
            first_officer: OfficerId::from_bytes(row.get(6)?),
            second_officer: OfficerId::from_bytes(row.get(7)?),
            first: opinion(row, 8)?,
            second: opinion(row, 12)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A pair of opinions on one decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// Language code; empty where it was not known.
    pub language: String,
    /// What was decided.
    pub first: Decision,
    /// What the second officer said.
    pub second: Decision,
    /// False where the second officer had opened the account after it was decided.
    pub is_blind: bool,
}

/// Every pair there is.
pub fn pairs(db: &Connection) -> Result<Vec<Pair>> {
    let mut statement = db.prepare_cached(
        "SELECT r.language, m.decision, r.decision, r.is_blind
         FROM second_review r JOIN assessment m ON m.id = r.assessment ORDER BY r.id",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(Pair {
            language: row.get(0)?,
            first: word(row, 1)?,
            second: word(row, 2)?,
            is_blind: row.get(3)?,
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A second opinion to be written.
pub struct NewSecondReview<'a> {
    /// The decision it is of.
    pub of: &'a Decided,
    /// What this officer would decide.
    pub decision: Decision,
    /// The reason.
    pub reason: &'a str,
    /// The reason key, of no action.
    pub reason_key: Option<NoActionReason>,
    /// The month of the decision.
    pub period: &'a str,
    /// False if this officer had opened the account after it was decided.
    pub is_blind: bool,
}

impl Writer<'_> {
    /// Writes a second opinion.
    ///
    /// # Errors
    /// Refused by rule `a-decision-is-reviewed-once`: somebody gave theirs meanwhile.
    pub fn add_second_review(&mut self, new: &NewSecondReview<'_>) -> Result<()> {
        let is_taken: bool = self
            .db()
            .prepare_cached("SELECT EXISTS (SELECT 1 FROM second_review WHERE assessment = :row)")?
            .query_row(named_params! { ":row": new.of.row }, |row| row.get(0))?;
        if is_taken {
            return Err(reviewed());
        }
        self.db()
            .prepare_cached(
                "INSERT INTO second_review (uid, account, assessment, decision, reason, reason_key, language, period,
                   is_blind, officer, at_ms)
                 VALUES (:uid, :account, :assessment, :decision, :reason, :key, :language, :period, :blind, :officer, :at)",
            )?
            .execute(named_params! {
                ":uid": Uuid::as_bytes(&self.uuid()).to_owned(), ":account": new.of.account,
                ":assessment": new.of.row, ":decision": name_of(&new.decision), ":reason": new.reason,
                ":key": new.reason_key.map(|key| name_of(&key)), ":language": new.of.language,
                ":period": new.period, ":blind": new.is_blind, ":officer": self.officer(), ":at": self.now().0,
            })?;
        let row = self.db().last_insert_rowid();
        self.of_second("second_review", row, new.of.account)
    }

    /// Settles a disagreement in words.
    pub fn settle_second_review(&mut self, of: &Disagreement, words: &str) -> Result<()> {
        self.db()
            .prepare_cached(
                "INSERT INTO second_review_settled (uid, review, account, words, officer, at_ms)
                 VALUES (:uid, :review, :account, :words, :officer, :at)",
            )?
            .execute(named_params! {
                ":uid": Uuid::as_bytes(&self.uuid()).to_owned(), ":review": of.row,
                ":account": of.account_row, ":words": words, ":officer": self.officer(), ":at": self.now().0,
            })?;
        let row = self.db().last_insert_rowid();
        self.of_second("second_review_settled", row, of.account_row)
    }

    fn of_second(&mut self, kind: &'static str, row: i64, account: i64) -> Result<()> {
        self.made(Record {
            kind,
            row,
            account: Some(account),
        })
    }
}

/// The refusal of a second answer.
pub fn reviewed() -> Error {
    Error::refused(
        "a-decision-is-reviewed-once",
        "A second officer has reviewed this decision already.",
    )
}
