//! Making records invisible everywhere, and visible again: nothing that was written is deleted.

use crate::writer::{Record, Writer};
use crate::{Reader, Result};
use rusqlite::{OptionalExtension, named_params};

/// Tables whose records can be retracted.
pub(crate) fn kind(text: &str) -> Option<&'static str> {
    [
        "account",
        "sighting",
        "post",
        "translation",
        "cannot_read",
        "assessment",
        "action",
        "note",
        "tag",
        "warning",
        "person_role",
        "grading",
        "watch",
        "promise",
        "exhibit",
        "referral",
        "referral_item",
        "event",
        "past_item",
        "letter",
        "register_entry",
        "hit_answer",
        "lexicon",
        "unit_text",
        "colleague",
        "declaration",
        "declared",
        "merge",
        "merge_into",
        "succession",
        "succession_of",
        "justice_fact",
        "justice_fact_account",
    ]
    .into_iter()
    .find(|known| *known == text)
}

#[allow(clippy::too_many_lines, reason = "one statement for each kind")]
const fn retract_sql(kind: &str) -> Option<&'static str> {
    match kind.as_bytes() {
        b"account" => {
            Some("UPDATE account SET is_retracted = :to WHERE id = :id AND is_retracted <> :to")
        }
        b"sighting" => {
            Some("UPDATE sighting SET is_retracted = :to WHERE id = :id AND is_retracted <> :to")
        }
        b"post" => {
            Some("UPDATE post SET is_retracted = :to WHERE id = :id AND is_retracted <> :to")
        }
        b"translation" => {
            Some("UPDATE translation SET is_retracted = :to WHERE id = :id AND is_retracted <> :to")
        }
        b"cannot_read" => {
            Some("UPDATE cannot_read SET is_retracted = :to WHERE id = :id AND is_retracted <> :to")
        }
        b"assessment" => {
            Some("UPDATE assessment SET is_retracted = :to WHERE id = :id AND is_retracted <> :to")
        }
        b"action" => {
            Some("UPDATE action SET is_retracted = :to WHERE id = :id AND is_retracted <> :to")
        }
        b"note" => {
            Some("UPDATE note SET is_retracted = :to WHERE id = :id AND is_retracted <> :to")
        }
        b"grading" => {
            Some("UPDATE grading SET is_retracted = :to WHERE id = :id AND is_retracted <> :to")
        }
        b"person_role" => {
            Some("UPDATE person_role SET is_retracted = :to WHERE id = :id AND is_retracted <> :to")
        }
        b"tag" => Some("UPDATE tag SET is_retracted = :to WHERE id = :id AND is_retracted <> :to"),
        b"warning" => {
            Some("UPDATE warning SET is_retracted = :to WHERE id = :id AND is_retracted <> :to")
        }
        b"hit_answer" => {
            Some("UPDATE hit_answer SET is_retracted = :to WHERE id = :id AND is_retracted <> :to")
        }
        b"lexicon" => {
            Some("UPDATE lexicon SET is_retracted = :to WHERE id = :id AND is_retracted <> :to")
        }
        b"exhibit" => {
            Some("UPDATE exhibit SET is_retracted = :to WHERE id = :id AND is_retracted <> :to")
        }
        b"referral" => {
            Some("UPDATE referral SET is_retracted = :to WHERE id = :id AND is_retracted <> :to")
        }
        b"referral_item" => Some(
            "UPDATE referral_item SET is_retracted = :to WHERE id = :id AND is_retracted <> :to",
        ),
        b"register_entry" => Some(
            "UPDATE register_entry SET is_retracted = :to WHERE id = :id AND is_retracted <> :to",
        ),
        b"past_item" => Some(crate::table::past::RETRACT),
        b"event" => {
            Some("UPDATE event SET is_retracted = :to WHERE seq = :id AND is_retracted <> :to")
        }
        _ => retract_said_sql(kind),
    }
}

/// The same, of what officers say of accounts together, and of watching one.
const fn retract_said_sql(kind: &str) -> Option<&'static str> {
    match kind.as_bytes() {
        b"letter" => {
            Some("UPDATE letter SET is_retracted = :to WHERE id = :id AND is_retracted <> :to")
        }
        b"watch" => {
            Some("UPDATE watch SET is_retracted = :to WHERE id = :id AND is_retracted <> :to")
        }
        b"colleague" => {
            Some("UPDATE colleague SET is_retracted = :to WHERE id = :id AND is_retracted <> :to")
        }
        b"unit_text" => {
            Some("UPDATE unit_text SET is_retracted = :to WHERE id = :id AND is_retracted <> :to")
        }
        b"promise" => {
            Some("UPDATE promise SET is_retracted = :to WHERE id = :id AND is_retracted <> :to")
        }
        b"declaration" => {
            Some("UPDATE declaration SET is_retracted = :to WHERE id = :id AND is_retracted <> :to")
        }
        b"declared" => {
            Some("UPDATE declared SET is_retracted = :to WHERE id = :id AND is_retracted <> :to")
        }
        b"merge" => {
            Some("UPDATE merge SET is_retracted = :to WHERE id = :id AND is_retracted <> :to")
        }
        b"merge_into" => {
            Some("UPDATE merge SET is_let_go = :to WHERE id = :id AND is_let_go <> :to")
        }
        b"succession" => {
            Some("UPDATE succession SET is_retracted = :to WHERE id = :id AND is_retracted <> :to")
        }
        b"succession_of" => {
            Some("UPDATE succession SET is_let_go = :to WHERE id = :id AND is_let_go <> :to")
        }
        b"justice_fact" => Some(
            "UPDATE justice_fact SET is_retracted = :to WHERE id = :id AND is_retracted <> :to",
        ),
        b"justice_fact_account" => Some(
            "UPDATE justice_fact_account SET is_retracted = :to WHERE id = :id AND is_retracted <> :to",
        ),
        _ => None,
    }
}

/// A record that belongs to an account.
pub(crate) const fn of_account(kind: &'static str, row: i64, account: i64) -> Record {
    Record {
        kind,
        row,
        account: Some(account),
    }
}

impl Writer<'_> {
    /// Makes a record invisible everywhere. False if it already was.
    pub(crate) fn retract(&mut self, record: Record) -> Result<bool> {
        self.turn(record, true)
    }

    /// Makes a retracted record visible again.
    pub(crate) fn revive(&mut self, record: Record) -> Result<bool> {
        self.turn(record, false)
    }

    fn turn(&mut self, record: Record, to: bool) -> Result<bool> {
        let Some(sql) = retract_sql(record.kind) else {
            return Ok(false);
        };
        let turned = self
            .db()
            .prepare_cached(sql)?
            .execute(named_params! { ":to": to, ":id": record.row })?;
        if turned == 0 {
            return Ok(false);
        }
        let word = |is: bool| if is { "1" } else { "0" };
        self.changed(record, "is_retracted", Some(word(!to)), Some(word(to)))?;
        Ok(true)
    }

    /// Takes an item out of a draft.
    pub fn remove_item(&mut self, item: i64, account: i64) -> Result<bool> {
        self.retract(Record {
            kind: "referral_item",
            row: item,
            account: Some(account),
        })
    }

    /// Discards a draft; its items must have been taken out.
    pub fn discard_referral(&mut self, referral: i64) -> Result<bool> {
        self.retract(Record {
            kind: "referral",
            row: referral,
            account: None,
        })
    }

    /// Brings back an account that an undone import had made, with its id.
    pub fn revive_account(&mut self, account: i64) -> Result<bool> {
        self.revive(Record {
            kind: "account",
            row: account,
            account: Some(account),
        })
    }
}

/// A retracted account that once held this id or handle.
pub fn retracted(
    db: &Reader<'_>,
    platform: &str,
    id: Option<&str>,
    folded: Option<&str>,
) -> Result<Option<i64>> {
    Ok(db
        .db()
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
