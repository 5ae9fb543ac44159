//! Assessments: a named officer's decision with its reason and answered lines.

use super::{json, name_of, precision, word, word_or_none, world};
use crate::Result;
use crate::writer::{Record, Writer};
use breakwater_model::assessment::{Answer, AssessmentView, Decision, NoActionReason};
use breakwater_model::indicator::SumView;
use breakwater_model::referral::PlatformDecision;
use breakwater_model::{AssessmentId, Instant, WorldTime};
use rusqlite::{Connection, named_params};
use std::collections::BTreeMap;

/// The tables.
pub const CREATE: &str = "
CREATE TABLE assessment (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES account (id),
  decision TEXT NOT NULL CHECK (decision IN ('refer', 'hold', 'no-action')),
  reason TEXT NOT NULL,
  reason_key TEXT,           -- of no action
  review_ms INTEGER,         -- of a hold: when to look again
  review_precision TEXT,
  review_raw TEXT,
  review_zone TEXT,
  grading TEXT,
  indicators TEXT NOT NULL,  -- JSON: the sum it was made on, with its lines, answers and lexicon versions
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  is_retracted INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX assessment_by_account ON assessment (account, id);
CREATE INDEX assessment_graded ON assessment (account) WHERE grading IS NOT NULL;
CREATE TABLE assessment_answer (
  assessment INTEGER NOT NULL REFERENCES assessment (id),
  name TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('no', 'yes', 'cant-tell')),
  PRIMARY KEY (assessment, name)
) STRICT, WITHOUT ROWID;
";

/// An assessment to be written.
pub struct NewAssessment<'a> {
    /// The decision.
    pub decision: Decision,
    /// The reason.
    pub reason: &'a str,
    /// The reason key, of no action.
    pub reason_key: Option<NoActionReason>,
    /// When to look again, of a hold.
    pub review_by: Option<&'a WorldTime>,
    /// Grading.
    pub grading: Option<&'a str>,
    /// Answered lines.
    pub answers: &'a BTreeMap<String, Answer>,
}

/// Assessments of an account, newest first.
pub fn of_account(db: &Connection, account: i64) -> Result<Vec<AssessmentView>> {
    let mut statement = db.prepare_cached(
        "SELECT a.id, a.uid, a.decision, a.reason, a.reason_key, o.number, a.at_ms,
           a.review_ms, a.review_precision, a.review_raw, a.review_zone, a.grading, a.indicators
         FROM assessment a JOIN officer o ON o.id = a.officer
         WHERE a.account = :account AND a.is_retracted = 0 ORDER BY a.id DESC",
    )?;
    let rows = statement.query_map(named_params! { ":account": account }, |row| {
        Ok((
            row.get::<_, i64>(0)?,
            AssessmentView {
                id: AssessmentId::from_bytes(row.get(1)?),
                decision: word(row, 2)?,
                reason: row.get(3)?,
                no_action_reason: word_or_none(row, 4)?,
                officer: row.get(5)?,
                at: Instant(row.get(6)?),
                answers: BTreeMap::new(),
                review_by: world(row, 7)?,
                grading: row.get(11)?,
                sum: json(row, 12)?,
            },
        ))
    })?;
    rows.map(|row| {
        let (id, mut view) = row?;
        view.answers = answers(db, id)?;
        Ok(view)
    })
    .collect()
}

/// True if the profile text says something else than it did when the account was last assessed: the first change of it
/// since replaced other words than stand there today. A change that was taken back counts for nothing.
pub fn is_of_earlier_text(db: &Connection, account: i64) -> Result<bool> {
    Ok(db
        .prepare_cached(
            "SELECT coalesce((
               SELECT c.old IS NOT (SELECT bio FROM account WHERE id = :account) FROM change c
               WHERE c.kind = 'account' AND c.record = :account AND c.field = 'bio' AND c.field <> '*' AND c.seq > (
                 SELECT m.seq FROM change m WHERE m.account = :account AND m.kind = 'assessment' AND m.field = '*'
                   AND m.record = (SELECT max(id) FROM assessment WHERE account = :account AND is_retracted = 0))
               ORDER BY c.id LIMIT 1), 0)",
        )?
        .query_row(named_params! { ":account": account }, |row| row.get(0))?)
}

/// Gives the decision and the sum of the newest standing assessment of every account, and what the platform last said.
pub fn each_newest(
    db: &Connection,
    each: &mut dyn FnMut(Decision, SumView, Option<PlatformDecision>),
) -> Result<()> {
    let mut statement = db.prepare_cached(
        "SELECT a.decision, a.indicators,
           (SELECT e.value FROM referral_item i JOIN event e ON e.item = i.id
            WHERE i.account = a.account AND i.is_retracted = 0 AND e.kind = 'decided' AND e.is_retracted = 0
            ORDER BY e.place_ms DESC, e.seq DESC LIMIT 1)
         FROM assessment a WHERE a.id IN
           (SELECT max(id) FROM assessment WHERE is_retracted = 0
              AND account NOT IN (SELECT account FROM merge WHERE is_retracted = 0) GROUP BY account)",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        each(word(row, 0)?, json(row, 1)?, super::word_or_none(row, 2)?);
    }
    Ok(())
}

fn answers(db: &Connection, assessment: i64) -> Result<BTreeMap<String, Answer>> {
    let mut statement =
        db.prepare_cached("SELECT name, answer FROM assessment_answer WHERE assessment = :id")?;
    let rows = statement.query_map(named_params! { ":id": assessment }, |row| {
        Ok((row.get(0)?, word(row, 1)?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The newest standing assessment of an account: its row and view.
pub fn latest(db: &Connection, account: i64) -> Result<Option<AssessmentView>> {
    Ok(of_account(db, account)?.into_iter().next())
}

impl Writer<'_> {
    /// Adds an assessment.
    pub fn add_assessment(
        &mut self,
        account: i64,
        new: &NewAssessment<'_>,
    ) -> Result<AssessmentId> {
        let id = AssessmentId::from_uuid(self.uuid());
        let review = new.review_by;
        let indicators = serde_json::to_string(&self.sum(account)?)?;
        self.db()
            .prepare_cached(
                "INSERT INTO assessment (uid, account, decision, reason, reason_key, review_ms, review_precision,
                   review_raw, review_zone, grading, indicators, officer, at_ms)
                 VALUES (:uid, :account, :decision, :reason, :key, :review, :precision, :raw, :zone, :grading,
                   :indicators, :officer, :at)",
            )?
            .execute(named_params! {
                ":uid": id.bytes(), ":account": account, ":decision": name_of(&new.decision),
                ":reason": new.reason, ":key": new.reason_key.map(|key| name_of(&key)),
                ":review": review.map(|t| t.at.0), ":precision": review.map(|t| precision(t.precision)),
                ":raw": review.and_then(|t| t.raw.as_deref()), ":zone": review.and_then(|t| t.zone.as_deref()),
                ":grading": new.grading, ":indicators": indicators, ":officer": self.officer(), ":at": self.now().0,
            })?;
        let row = self.db().last_insert_rowid();
        for (name, answer) in new.answers {
            self.db()
                .prepare_cached("INSERT INTO assessment_answer (assessment, name, answer) VALUES (:id, :name, :answer)")?
                .execute(named_params! { ":id": row, ":name": name, ":answer": name_of(answer) })?;
        }
        self.made(Record {
            kind: "assessment",
            row,
            account: Some(account),
        })?;
        Ok(id)
    }
}
