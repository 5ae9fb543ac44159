//! Dates that somebody outside promised, on an item that was sent or on an act: what, by whom, until when, and how it
//! ended.

use super::{name_of, word_or_none};
use crate::writer::{Record, Writer};
use crate::{Error, Result};
use breakwater_model::promise::{PromiseEnd, PromiseOn};
use breakwater_model::{AccountId, ActionId, Instant, PromiseId, ReferralId};
use rusqlite::{Connection, OptionalExtension, Row, named_params};

/// The table.
pub const CREATE: &str = "
CREATE TABLE promise (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES account (id),
  item INTEGER REFERENCES referral_item (id),
  action INTEGER REFERENCES action (id),
  who TEXT NOT NULL,         -- who promised, outside
  what TEXT NOT NULL,
  due_ms INTEGER NOT NULL,   -- the end of the day that was promised
  ended TEXT CHECK (ended IN ('kept', 'broken', 'no-longer')),
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  is_retracted INTEGER NOT NULL DEFAULT 0,
  CHECK ((item IS NULL) <> (action IS NULL))
) STRICT;
CREATE INDEX promise_by_account ON promise (account);
CREATE INDEX promise_open ON promise (due_ms) WHERE ended IS NULL AND is_retracted = 0;
";

/// A promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    /// Its id.
    pub id: PromiseId,
    /// Row of the account.
    pub account: i64,
    /// The account.
    pub account_id: AccountId,
    /// What it is on.
    pub on: PromiseOn,
    /// Who promised.
    pub who: String,
    /// What.
    pub what: String,
    /// The end of the day that was promised.
    pub due: Instant,
    /// How it ended; none while it is open.
    pub ended: Option<PromiseEnd>,
    /// Number of who entered it.
    pub officer: String,
    /// When it was entered.
    pub at: Instant,
}

/// A promise to be kept.
pub struct NewPromise<'a> {
    /// Row of the account.
    pub account: i64,
    /// Row of the item that was sent, or none.
    pub item: Option<i64>,
    /// Row of the act, or none.
    pub action: Option<i64>,
    /// Who promised.
    pub who: &'a str,
    /// What.
    pub what: &'a str,
    /// The end of the day that was promised.
    pub due: Instant,
}

const OPEN: &str = "SELECT p.uid, p.account, a.uid, r.uid, c.uid, p.who, p.what, p.due_ms, p.ended, o.number, p.at_ms
  FROM promise p JOIN account a ON a.id = p.account JOIN officer o ON o.id = p.officer
    LEFT JOIN referral_item i ON i.id = p.item LEFT JOIN referral r ON r.id = i.referral
    LEFT JOIN action c ON c.id = p.action
  WHERE p.is_retracted = 0 AND a.is_retracted = 0 AND p.ended IS NULL AND p.due_ms <= :until
  ORDER BY p.due_ms, p.id";

const OF_ACCOUNT: &str =
    "SELECT p.uid, p.account, a.uid, r.uid, c.uid, p.who, p.what, p.due_ms, p.ended, o.number,
    p.at_ms
  FROM promise p JOIN account a ON a.id = p.account JOIN officer o ON o.id = p.officer
    LEFT JOIN referral_item i ON i.id = p.item LEFT JOIN referral r ON r.id = i.referral
    LEFT JOIN action c ON c.id = p.action
  WHERE p.is_retracted = 0 AND p.account = :account ORDER BY p.id";

fn read(row: &Row<'_>) -> rusqlite::Result<Promise> {
    let referral: Option<[u8; 16]> = row.get(3)?;
    let action: Option<[u8; 16]> = row.get(4)?;
    let on = match (referral, action) {
        (Some(referral), _) => PromiseOn::Referral {
            referral: ReferralId::from_bytes(referral),
        },
        (None, Some(action)) => PromiseOn::Action {
            action: ActionId::from_bytes(action),
        },
        (None, None) => return Err(rusqlite::Error::InvalidQuery),
    };
    Ok(Promise {
        id: PromiseId::from_bytes(row.get(0)?),
        account: row.get(1)?,
        account_id: AccountId::from_bytes(row.get(2)?),
        on,
        who: row.get(5)?,
        what: row.get(6)?,
        due: Instant(row.get(7)?),
        ended: word_or_none(row, 8)?,
        officer: row.get(9)?,
        at: Instant(row.get(10)?),
    })
}

/// Open promises that fall due until an instant, the first due first.
pub fn open(db: &Connection, until: Instant) -> Result<Vec<Promise>> {
    let mut statement = db.prepare_cached(OPEN)?;
    let rows = statement.query_map(named_params! { ":until": until.0 }, read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Promises on an account, oldest first, those that ended among them.
pub fn of_account(db: &Connection, account: i64) -> Result<Vec<Promise>> {
    let mut statement = db.prepare_cached(OF_ACCOUNT)?;
    let rows = statement.query_map(named_params! { ":account": account }, read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Row, account and end of a promise that stands.
pub fn place(db: &Connection, id: PromiseId) -> Result<(i64, i64, Option<PromiseEnd>)> {
    db.prepare_cached(
        "SELECT id, account, ended FROM promise WHERE uid = :uid AND is_retracted = 0",
    )?
    .query_row(named_params! { ":uid": id.bytes() }, |row| {
        Ok((row.get(0)?, row.get(1)?, word_or_none(row, 2)?))
    })
    .optional()?
    .ok_or(Error::NotFound("promise"))
}

impl Writer<'_> {
    /// Enters a promise.
    pub fn add_promise(&mut self, new: &NewPromise<'_>) -> Result<PromiseId> {
        let id = PromiseId::from_uuid(self.uuid());
        self.db()
            .prepare_cached(
                "INSERT INTO promise (uid, account, item, action, who, what, due_ms, officer, at_ms)
                 VALUES (:uid, :account, :item, :action, :who, :what, :due, :officer, :at)",
            )?
            .execute(named_params! {
                ":uid": id.bytes(), ":account": new.account, ":item": new.item, ":action": new.action,
                ":who": new.who, ":what": new.what, ":due": new.due.0, ":officer": self.officer(),
                ":at": self.now().0,
            })?;
        let row = self.db().last_insert_rowid();
        self.subject(id.uuid());
        self.made(promise(row, new.account))?;
        Ok(id)
    }

    /// Says how an open promise ended.
    pub fn end_promise(&mut self, row: i64, account: i64, end: PromiseEnd) -> Result<()> {
        let ended = name_of(&end);
        self.db()
            .prepare_cached("UPDATE promise SET ended = :ended WHERE id = :id")?
            .execute(named_params! { ":ended": ended, ":id": row })?;
        self.changed(promise(row, account), "ended", None, Some(&ended))
    }
}

const fn promise(row: i64, account: i64) -> Record {
    Record {
        kind: "promise",
        row,
        account: Some(account),
    }
}
