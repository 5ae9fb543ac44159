//! Taking back one audited set of changes: the inverse is written where the last
//! change is still that set's; what somebody has worked on since is kept.
//!
//! "Worked on" is a later change, event, exhibit, link or draft item; looking is not.

use crate::writer::{Record, Writer};
use crate::{Error, Reader, Result};
use breakwater_model::SetId;
use breakwater_model::account::UndoneView;
use rusqlite::{Connection, OptionalExtension, named_params};
use std::collections::BTreeSet;

/// The audit entry of a set.
pub fn seq_of(reader: &Reader<'_>, set: SetId) -> Result<i64> {
    reader
        .db()
        .query_row(
            "SELECT seq FROM audit WHERE set_uid = :uid",
            named_params! { ":uid": set.bytes() },
            |row| row.get(0),
        )
        .optional()?
        .ok_or(Error::NotFound("set of changes"))
}

struct Change {
    id: i64,
    record: Record,
    field: String,
    old: Option<String>,
    new: Option<String>,
}

/// Tables whose records can be retracted.
fn kind(text: &str) -> Option<&'static str> {
    [
        "account",
        "sighting",
        "post",
        "translation",
        "assessment",
        "action",
        "note",
        "exhibit",
        "referral",
        "referral_item",
        "event",
        "register_entry",
    ]
    .into_iter()
    .find(|known| *known == text)
}

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
        b"assessment" => {
            Some("UPDATE assessment SET is_retracted = :to WHERE id = :id AND is_retracted <> :to")
        }
        b"action" => {
            Some("UPDATE action SET is_retracted = :to WHERE id = :id AND is_retracted <> :to")
        }
        b"note" => {
            Some("UPDATE note SET is_retracted = :to WHERE id = :id AND is_retracted <> :to")
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
        b"event" => {
            Some("UPDATE event SET is_retracted = :to WHERE seq = :id AND is_retracted <> :to")
        }
        _ => None,
    }
}

/// Fields whose old value can be written back: table, field, and how.
const RESTORE: [(&str, &str, &str); 17] = [
    (
        "account",
        "display_name",
        "UPDATE account SET display_name = :value WHERE id = :id",
    ),
    (
        "account",
        "bio",
        "UPDATE account SET bio = :value WHERE id = :id",
    ),
    (
        "account",
        "language",
        "UPDATE account SET language = :value WHERE id = :id",
    ),
    (
        "account",
        "followers",
        "UPDATE account SET followers = :value WHERE id = :id",
    ),
    (
        "account",
        "flagged_reason",
        "UPDATE account SET flagged_reason = :value WHERE id = :id",
    ),
    (
        "account",
        "source",
        "UPDATE account SET source = :value WHERE id = :id",
    ),
    (
        "account",
        "extra",
        "UPDATE account SET extra = coalesce(:value, '[]') WHERE id = :id",
    ),
    (
        "account",
        "is_retracted",
        "UPDATE account SET is_retracted = CAST(:value AS INTEGER) WHERE id = :id",
    ),
    (
        "referral_item",
        "is_retracted",
        "UPDATE referral_item SET is_retracted = CAST(:value AS INTEGER) WHERE id = :id",
    ),
    (
        "referral",
        "is_retracted",
        "UPDATE referral SET is_retracted = CAST(:value AS INTEGER) WHERE id = :id",
    ),
    (
        "exhibit",
        "warnings",
        "UPDATE exhibit SET warnings = :value WHERE id = :id",
    ),
    (
        "referral",
        "title",
        "UPDATE referral SET title = :value WHERE id = :id",
    ),
    (
        "referral",
        "summary",
        "UPDATE referral SET summary = :value WHERE id = :id",
    ),
    (
        "referral",
        "policy",
        "UPDATE referral SET policy = :value WHERE id = :id",
    ),
    (
        "referral",
        "law",
        "UPDATE referral SET law = :value WHERE id = :id",
    ),
    (
        "referral_item",
        "why",
        "UPDATE referral_item SET why = :value WHERE id = :id",
    ),
    (
        "referral_item",
        "words",
        "UPDATE referral_item SET words = :value WHERE id = :id",
    ),
];

fn restore_sql(kind: &str, field: &str) -> Option<(&'static str, &'static str)> {
    RESTORE
        .iter()
        .find(|(of, name, _)| *of == kind && *name == field)
        .map(|(_, name, sql)| (*name, *sql))
        .or_else(|| {
            let of_register = kind == "register_entry";
            of_register.then(|| crate::table::register::restore_sql(field))?
        })
}

fn changes_of(db: &Connection, seq: i64) -> Result<Vec<Change>> {
    let mut statement = db.prepare_cached(
        "SELECT id, kind, record, account, field, old, new FROM change WHERE seq = :seq ORDER BY id DESC",
    )?;
    let mut rows = statement.query(named_params! { ":seq": seq })?;
    let mut changes = Vec::new();
    while let Some(row) = rows.next()? {
        let Some(kind) = kind(&row.get::<_, String>(1)?) else {
            continue;
        };
        changes.push(Change {
            id: row.get(0)?,
            record: Record {
                kind,
                row: row.get(2)?,
                account: row.get(3)?,
            },
            field: row.get(4)?,
            old: row.get(5)?,
            new: row.get(6)?,
        });
    }
    Ok(changes)
}

/// True if somebody worked on the record after the set.
fn worked_on(db: &Connection, change: &Change, seq: i64) -> Result<bool> {
    const ON_ACCOUNT: &str =
        "SELECT EXISTS (SELECT 1 FROM change WHERE account = :row AND seq > :seq)";
    const ON_RECORD: &str =
        "SELECT EXISTS (SELECT 1 FROM change WHERE kind = :kind AND record = :row AND seq > :seq)";
    const RESTS_ON: &str =
        "SELECT EXISTS (SELECT 1 FROM referral_item WHERE assessment = :row AND is_retracted = 0)";
    let row = change.record.row;
    if change.record.kind == "account" {
        return Ok(db
            .prepare_cached(ON_ACCOUNT)?
            .query_row(named_params! { ":row": row, ":seq": seq }, |row| row.get(0))?);
    }
    let later: bool = db.prepare_cached(ON_RECORD)?.query_row(
        named_params! { ":kind": change.record.kind, ":row": row, ":seq": seq },
        |row| row.get(0),
    )?;
    let rests: bool = change.record.kind == "assessment"
        && db
            .prepare_cached(RESTS_ON)?
            .query_row(named_params! { ":row": row }, |row| row.get(0))?;
    Ok(later || rests)
}

fn is_last(db: &Connection, change: &Change) -> Result<bool> {
    Ok(db
        .prepare_cached(
            "SELECT NOT EXISTS (SELECT 1 FROM change WHERE kind = :kind AND record = :row AND field = :field AND id > :id)",
        )?
        .query_row(
            named_params! {
                ":kind": change.record.kind, ":row": change.record.row, ":field": change.field, ":id": change.id,
            },
            |row| row.get(0),
        )?)
}

/// True if undo would take back anything of this set.
pub fn can_undo(reader: &Reader<'_>, seq: i64) -> Result<bool> {
    let db = reader.db();
    for change in changes_of(db, seq)? {
        let free = if change.field == "*" {
            !worked_on(db, &change, seq)?
        } else {
            restore_sql(change.record.kind, &change.field).is_some() && is_last(db, &change)?
        };
        if free {
            return Ok(true);
        }
    }
    Ok(false)
}

impl Writer<'_> {
    /// Takes back the set of the audit entry `seq`.
    pub fn undo(&mut self, seq: i64) -> Result<UndoneView> {
        let db = self.db();
        let changes = changes_of(db, seq)?;
        let mut kept_accounts = BTreeSet::new();
        for change in changes
            .iter()
            .filter(|change| change.record.kind == "account" && change.field == "*")
        {
            if worked_on(db, change, seq)? {
                kept_accounts.insert(change.record.row);
            }
        }
        let mut done = UndoneView::default();
        for change in &changes {
            let of_kept = change
                .record
                .account
                .is_some_and(|account| kept_accounts.contains(&account));
            if change.field == "*" {
                let is_account = change.record.kind == "account";
                if of_kept || (!is_account && worked_on(db, change, seq)?) {
                    done.kept += u32::from(is_account || !of_kept);
                } else if self.retract(change.record)? {
                    done.removed += 1;
                }
            } else if let Some((field, sql)) = restore_sql(change.record.kind, &change.field) {
                if of_kept || !is_last(db, change)? {
                    done.kept += 1;
                    continue;
                }
                db.prepare_cached(sql)?
                    .execute(named_params! { ":value": change.old, ":id": change.record.row })?;
                self.changed(
                    change.record,
                    field,
                    change.new.as_deref(),
                    change.old.as_deref(),
                )?;
                done.restored += 1;
            }
        }
        self.undo_batch(seq)?;
        Ok(done)
    }

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
