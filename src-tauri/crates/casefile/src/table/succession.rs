//! What officers say of accounts that come back: this one took that one's place, or did not.

use crate::writer::{Record, Writer};
use crate::{Error, Result};
use breakwater_model::{Instant, SuccessionId};
use rusqlite::{Connection, OptionalExtension, named_params};

/// The table.
pub const CREATE: &str = "
CREATE TABLE succession (
  id INTEGER PRIMARY KEY,
  uid BLOB NOT NULL UNIQUE,
  account INTEGER NOT NULL REFERENCES account (id),      -- the one that came after
  predecessor INTEGER NOT NULL REFERENCES account (id),  -- the one that was gone
  verdict TEXT NOT NULL CHECK (verdict IN ('confirmed', 'refused')),
  reason TEXT,
  officer INTEGER NOT NULL REFERENCES officer (id),
  at_ms INTEGER NOT NULL,
  is_retracted INTEGER NOT NULL DEFAULT 0,
  is_let_go INTEGER NOT NULL DEFAULT 0,  -- the same, for the history of the predecessor
  CHECK (account <> predecessor)
) STRICT;
CREATE UNIQUE INDEX succession_standing ON succession (account, predecessor) WHERE is_retracted = 0;
CREATE INDEX succession_by_predecessor ON succession (predecessor) WHERE is_retracted = 0;
";

/// A word on two accounts that stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Succession {
    /// Id.
    pub id: SuccessionId,
    /// The one that came after.
    pub account: i64,
    /// The one that was gone.
    pub predecessor: i64,
    /// True if it was confirmed.
    pub is_confirmed: bool,
    /// Why.
    pub reason: Option<String>,
    /// The officer's name.
    pub officer: String,
    /// When.
    pub at: Instant,
}

/// Every word that stands, of accounts as they stand: a merged record is the one it was merged into.
pub fn standing(db: &Connection) -> Result<Vec<Succession>> {
    let mut statement = db.prepare_cached(
        "SELECT s.uid, coalesce(a.into_account, s.account), coalesce(p.into_account, s.predecessor),
           s.verdict = 'confirmed', s.reason, o.name, s.at_ms
         FROM succession s JOIN officer o ON o.id = s.officer
         LEFT JOIN merge a ON a.account = s.account AND a.is_retracted = 0
         LEFT JOIN merge p ON p.account = s.predecessor AND p.is_retracted = 0
         WHERE s.is_retracted = 0 ORDER BY s.id",
    )?;
    let rows = statement.query_map([], |row| {
        Ok(Succession {
            id: SuccessionId::from_bytes(row.get(0)?),
            account: row.get(1)?,
            predecessor: row.get(2)?,
            is_confirmed: row.get(3)?,
            reason: row.get(4)?,
            officer: row.get(5)?,
            at: Instant(row.get(6)?),
        })
    })?;
    let all: Vec<Succession> = rows.collect::<rusqlite::Result<_>>()?;
    Ok(all
        .into_iter()
        .filter(|one| one.account != one.predecessor)
        .collect())
}

impl Writer<'_> {
    /// Says of two accounts whether one is the other come back, in place of what was said of them before.
    pub fn say_succession(
        &mut self,
        (account, predecessor): (i64, i64),
        is_confirmed: bool,
        reason: Option<&str>,
    ) -> Result<SuccessionId> {
        let before: Option<i64> = self
            .db()
            .prepare_cached(
                "SELECT id FROM succession WHERE account = :account AND predecessor = :predecessor AND is_retracted = 0",
            )?
            .query_row(
                named_params! { ":account": account, ":predecessor": predecessor },
                |row| row.get(0),
            )
            .optional()?;
        if let Some(row) = before {
            for record in both(row, account, predecessor) {
                self.retract(record)?;
            }
        }
        let id = SuccessionId::from_uuid(self.uuid());
        self.db()
            .prepare_cached(
                "INSERT INTO succession (uid, account, predecessor, verdict, reason, officer, at_ms)
                 VALUES (:uid, :account, :predecessor, :verdict, :reason, :officer, :at)",
            )?
            .execute(named_params! {
                ":uid": id.bytes(), ":account": account, ":predecessor": predecessor,
                ":verdict": if is_confirmed { "confirmed" } else { "refused" }, ":reason": reason,
                ":officer": self.officer(), ":at": self.now().0,
            })?;
        let row = self.db().last_insert_rowid();
        for record in both(row, account, predecessor) {
            self.made(record)?;
        }
        Ok(id)
    }

    /// Takes back what was said of two accounts; gives their rows.
    ///
    /// # Errors
    /// It does not stand.
    pub fn take_back_succession(&mut self, id: SuccessionId) -> Result<[i64; 2]> {
        let (row, account, predecessor) = self
            .db()
            .prepare_cached(
                "SELECT id, account, predecessor FROM succession WHERE uid = :uid AND is_retracted = 0",
            )?
            .query_row(named_params! { ":uid": id.bytes() }, |row| {
                Ok((row.get(0)?, row.get(1)?, row.get(2)?))
            })
            .optional()?
            .ok_or(Error::NotFound("succession"))?;
        for record in both(row, account, predecessor) {
            self.retract(record)?;
        }
        Ok([account, predecessor])
    }
}

const fn both(row: i64, account: i64, predecessor: i64) -> [Record; 2] {
    [
        Record {
            kind: "succession",
            row,
            account: Some(account),
        },
        Record {
            kind: "succession_of",
            row,
            account: Some(predecessor),
        },
    ]
}
