//! What the person behind an account is to the case, as officers have said it: one row a word, the newest that stands
//! counts. Apart from assessments: neither follows from the other.

use super::{name_of, word, word_or_none};
use crate::writer::{Record, Writer};
use crate::{Result, retract};
use breakwater_model::Instant;
use breakwater_model::role::{PersonRole, PersonRoleView, RestsOn};
use rusqlite::{Connection, OptionalExtension, named_params};
use std::collections::BTreeMap;
use uuid::Uuid;

/// The table.
pub const CREATE: &str = "
CREATE TABLE person_role (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES account (id),
  role TEXT NOT NULL CHECK (role IN ('unknown', 'suspect', 'witness', 'victim', 'child', 'third-party')),
  rests_on TEXT CHECK (rests_on IN ('fact', 'opinion')),  -- NULL where the role is unknown
  words TEXT,
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  is_retracted INTEGER NOT NULL DEFAULT 0,
  CHECK ((role = 'unknown') = (rests_on IS NULL))
) STRICT;
CREATE INDEX person_role_by_account ON person_role (account, id);
";

/// What the person behind an account is to the case; unknown where nobody has said.
pub fn of_account(db: &Connection, account: i64) -> Result<PersonRoleView> {
    Ok(db
        .prepare_cached(
            "SELECT r.role, r.rests_on, r.words, o.number, r.at_ms
             FROM person_role r JOIN officer o ON o.id = r.officer
             WHERE r.account = :account AND r.is_retracted = 0 ORDER BY r.id DESC LIMIT 1",
        )?
        .query_row(named_params! { ":account": account }, |row| {
            Ok(PersonRoleView {
                role: word(row, 0)?,
                rests_on: word_or_none(row, 1)?,
                words: row.get(2)?,
                officer: row.get(3)?,
                at: row.get::<_, Option<i64>>(4)?.map(Instant),
            })
        })
        .optional()?
        .unwrap_or_default())
}

/// Rows of the accounts of victims, children and third parties, ascending.
pub fn kept_apart(db: &Connection) -> Result<Vec<i64>> {
    let mut statement = db.prepare_cached(
        "SELECT account FROM account_state WHERE role IN ('victim', 'child', 'third-party') ORDER BY account",
    )?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Accounts of whose person somebody said what they are to the case, with the newest word that stands.
pub fn said_of(db: &Connection) -> Result<BTreeMap<i64, PersonRole>> {
    let mut statement = db.prepare_cached(
        "SELECT account, role FROM person_role WHERE is_retracted = 0 ORDER BY account, id",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, word(row, 1)?)))?;
    let mut said: BTreeMap<i64, PersonRole> = rows.collect::<rusqlite::Result<_>>()?;
    said.retain(|_, role| *role != PersonRole::Unknown);
    Ok(said)
}

/// True if these accounts are of people of whom different things were said: what stands on all of them tells nothing of
/// who operates them.
pub fn differ(said: &BTreeMap<i64, PersonRole>, mut accounts: impl Iterator<Item = i64>) -> bool {
    let mut first = None;
    accounts.any(|account| {
        let Some(role) = said.get(&account) else {
            return false;
        };
        *first.get_or_insert(*role) != *role
    })
}

impl Writer<'_> {
    /// Says what the person behind an account is to the case. False if it was said so already, in the same words.
    pub fn set_role(
        &mut self,
        account: i64,
        role: PersonRole,
        rests_on: Option<RestsOn>,
        words: Option<&str>,
    ) -> Result<bool> {
        let before = of_account(self.db(), account)?;
        let is_so =
            before.role == role && before.rests_on == rests_on && before.words.as_deref() == words;
        if is_so {
            return Ok(false);
        }
        let id = Uuid::as_bytes(&self.uuid()).to_owned();
        self.db()
            .prepare_cached(
                "INSERT INTO person_role (uid, account, role, rests_on, words, officer, at_ms)
                 VALUES (:uid, :account, :role, :rests_on, :words, :officer, :at)",
            )?
            .execute(named_params! {
                ":uid": id, ":account": account, ":role": name_of(&role),
                ":rests_on": rests_on.map(|on| name_of(&on)), ":words": words,
                ":officer": self.officer(), ":at": self.now().0,
            })?;
        let record: Record =
            retract::of_account("person_role", self.db().last_insert_rowid(), account);
        self.made(record)?;
        self.changed(
            record,
            "role",
            Some(&said(before.role, before.rests_on)),
            Some(&said(role, rests_on)),
        )?;
        Ok(true)
    }
}

/// A role as an account's history says it.
fn said(role: PersonRole, rests_on: Option<RestsOn>) -> String {
    let role = name_of(&role).replace('-', " ");
    match rests_on {
        None => role,
        Some(RestsOn::Fact) => format!("{role}, by fact"),
        Some(RestsOn::Opinion) => format!("{role}, in an officer’s opinion"),
    }
}
