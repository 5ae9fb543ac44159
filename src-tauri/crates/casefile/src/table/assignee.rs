//! Who works on an account, and how it stands before one act on many.

use super::word;
use crate::Result;
use crate::writer::{Record, Writer};
use breakwater_model::assessment::AccountStatus;
use breakwater_model::{AccountId, OfficerId};
use rusqlite::{Connection, OptionalExtension, named_params};

/// How an account stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The account.
    pub id: AccountId,
    /// Where it stands.
    pub status: AccountStatus,
    /// True while a safeguarding act is unanswered.
    pub has_open_action: bool,
}

/// How an account stands; `None` if it does not any more.
pub fn standing(db: &Connection, account: i64) -> Result<Option<Standing>> {
    Ok(db
        .prepare_cached(
            "SELECT a.uid, s.status, s.open_actions > 0
             FROM account_state s JOIN account a ON a.id = s.account WHERE s.account = :account",
        )?
        .query_row(named_params! { ":account": account }, |row| {
            Ok(Standing {
                id: AccountId::from_bytes(row.get(0)?),
                status: word(row, 1)?,
                has_open_action: row.get(2)?,
            })
        })
        .optional()?)
}

/// Accounts an officer works on.
pub(crate) fn of_officer(db: &Connection, officer: OfficerId) -> Result<Vec<i64>> {
    let mut statement = db.prepare_cached(
        "SELECT a.id FROM account a JOIN officer o ON o.id = a.assignee
         WHERE o.uid = :officer AND a.is_retracted = 0",
    )?;
    let rows = statement.query_map(named_params! { ":officer": officer.bytes() }, |row| {
        row.get(0)
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn assignee(db: &Connection, account: i64) -> Result<Option<OfficerId>> {
    Ok(db
        .prepare_cached(
            "SELECT o.uid FROM account a JOIN officer o ON o.id = a.assignee WHERE a.id = :account",
        )?
        .query_row(named_params! { ":account": account }, |row| {
            row.get(0).map(OfficerId::from_bytes)
        })
        .optional()?)
}

impl Writer<'_> {
    /// Gives an account to an officer, or to nobody. False if it is so already.
    pub fn assign(&mut self, account: i64, to: Option<OfficerId>) -> Result<bool> {
        let before = assignee(self.db(), account)?;
        if before == to {
            return Ok(false);
        }
        self.db()
            .prepare_cached(
                "UPDATE account SET assignee = (SELECT id FROM officer WHERE uid = :officer) WHERE id = :account",
            )?
            .execute(named_params! {
                ":officer": to.map(OfficerId::bytes), ":account": account,
            })?;
        let said = |officer: Option<OfficerId>| officer.map(|officer| officer.to_string());
        let record = Record {
            kind: "account",
            row: account,
            account: Some(account),
        };
        self.changed(
            record,
            "assignee",
            said(before).as_deref(),
            said(to).as_deref(),
        )?;
        Ok(true)
    }
}
