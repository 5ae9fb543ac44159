//! What officers answered of hits: facts, each of some words of an account.

use crate::retract;
use crate::table::{name_of, word};
use crate::writer::{Record, Writer};
use crate::{Error, Result};
use breakwater_model::indicator::{HitAnswer, SumView};
use breakwater_text::indicator::{Category, Hit};
use rusqlite::{Connection, OptionalExtension, named_params};
use std::collections::HashMap;
use uuid::Uuid;

/// Answers of some accounts.
#[derive(Default)]
pub(super) struct Answers(HashMap<(i64, String, String), HitAnswer>);

impl Answers {
    /// Those of accounts in neighbouring rows, first to last.
    pub fn between(db: &Connection, first: i64, last: i64) -> Result<Self> {
        let mut statement = db.prepare_cached(
            "SELECT account, category, quote, answer FROM hit_answer
             WHERE account BETWEEN :first AND :last AND is_retracted = 0",
        )?;
        let rows = statement
            .query_map(named_params! { ":first": first, ":last": last }, |row| {
                Ok(((row.get(0)?, row.get(1)?, row.get(2)?), word(row, 3)?))
            })?;
        Ok(Self(rows.collect::<rusqlite::Result<_>>()?))
    }

    /// The answer of a hit.
    pub fn of(&self, account: i64, hit: &Hit) -> Option<HitAnswer> {
        if self.0.is_empty() {
            return None;
        }
        let key = (account, hit.category.code().to_owned(), hit.quote.clone());
        self.0.get(&key).copied()
    }
}

impl Writer<'_> {
    /// What the texts of an account come to at this moment of the write.
    pub fn sum(&self, account: i64) -> Result<SumView> {
        super::view_of(self.db(), account, self.scoring)
    }

    /// Answers hits of these words and kind; `None` takes the answer back. False if nothing changes.
    ///
    /// # Errors
    /// [`Error::Invalid`] for a kind there is none of.
    pub fn answer_hit(
        &mut self,
        account: i64,
        category: &str,
        quote: &str,
        answer: Option<HitAnswer>,
    ) -> Result<bool> {
        if Category::of_code(category).is_none() {
            return Err(Error::Invalid(format!("There is no indicator {category}.")));
        }
        let held = self.held_answer(account, category, quote)?;
        match (held, answer) {
            (None, None) => Ok(false),
            (Some((record, ..)), None) => self.retract(record),
            (None, Some(answer)) => {
                self.add_answer(account, category, quote, answer)?;
                Ok(true)
            }
            (Some((record, old, _)), Some(answer)) => {
                let revived = self.revive(record)?;
                if old == answer {
                    return Ok(revived);
                }
                self.db()
                    .prepare_cached("UPDATE hit_answer SET answer = :answer WHERE id = :id")?
                    .execute(named_params! { ":answer": name_of(&answer), ":id": record.row })?;
                self.changed(
                    record,
                    "answer",
                    Some(&name_of(&old)),
                    Some(&name_of(&answer)),
                )?;
                Ok(true)
            }
        }
    }

    fn add_answer(
        &mut self,
        account: i64,
        category: &str,
        quote: &str,
        answer: HitAnswer,
    ) -> Result<()> {
        let id = Uuid::as_bytes(&self.uuid()).to_owned();
        self.db()
            .prepare_cached(
                "INSERT INTO hit_answer (uid, account, category, quote, answer, officer, at_ms)
                 VALUES (:uid, :account, :category, :quote, :answer, :officer, :at)",
            )?
            .execute(named_params! {
                ":uid": id, ":account": account, ":category": category, ":quote": quote,
                ":answer": name_of(&answer), ":officer": self.officer(), ":at": self.now().0,
            })?;
        let record = retract::of_account("hit_answer", self.db().last_insert_rowid(), account);
        self.made(record)
    }

    /// The record of an answer, what it says, and whether it was taken back.
    fn held_answer(
        &self,
        account: i64,
        category: &str,
        quote: &str,
    ) -> Result<Option<(Record, HitAnswer, bool)>> {
        Ok(self
            .db()
            .prepare_cached(
                "SELECT id, answer, is_retracted FROM hit_answer
                 WHERE account = :account AND category = :category AND quote = :quote",
            )?
            .query_row(
                named_params! { ":account": account, ":category": category, ":quote": quote },
                |row| {
                    let record = retract::of_account("hit_answer", row.get(0)?, account);
                    Ok((record, word(row, 1)?, row.get(2)?))
                },
            )
            .optional()?)
    }
}
