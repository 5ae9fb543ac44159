//! Taking back one audited set of changes: the inverse is written where the last
//! change is still that set's; what somebody has worked on since is kept.
//!
//! "Worked on" is a later change, event, exhibit, link or draft item; looking is not. Of an account that an import
//! only changed, a later import is no work either: what that changed again is kept, field by field.

mod restore;
mod value;

use crate::retract::kind;
use crate::writer::{Record, Writer};
use crate::{Error, Reader, Result};
use breakwater_model::SetId;
use breakwater_model::account::UndoneView;
use restore::restore_sql;
use rusqlite::{Connection, OptionalExtension, named_params};
use std::collections::BTreeSet;
use value::{is_last, value_before};

pub use crate::retract::retracted;

/// The audit entry of a set, and what was done in it.
pub fn act_of(reader: &Reader<'_>, set: SetId) -> Result<(i64, String)> {
    reader
        .db()
        .query_row(
            "SELECT seq, action FROM audit WHERE set_uid = :uid",
            named_params! { ":uid": set.bytes() },
            |row| Ok((row.get(0)?, row.get(1)?)),
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
    /// True if its account was erased since, or an erasure took its values: it is kept as it is, whatever is taken back.
    is_erased: bool,
}

/// A record that is not taken back, such as a batch.
const OTHER: &str = "";

impl Change {
    /// True if the set made an account, or brought one back that had been taken back.
    fn brings_account(&self) -> bool {
        let is_back = self.field == "is_retracted" && self.new.as_deref() == Some("0");
        self.record.kind == "account" && (self.field == "*" || is_back)
    }
}

/// Changes read at a time: a set may hold millions.
const STEP: i64 = 1_000;

/// The next changes of a set, last first, that were made before the change `before`.
fn changes_of(db: &Connection, seq: i64, before: i64) -> Result<Vec<Change>> {
    let mut statement = db.prepare_cached(
        "SELECT c.id, c.kind, c.record, c.account, c.field, c.old, c.new, coalesce(a.erasure, 0) <> 0
         FROM change c LEFT JOIN account a ON a.id = c.account
         WHERE c.seq = :seq AND c.id < :before ORDER BY c.id DESC LIMIT :step",
    )?;
    let mut rows =
        statement.query(named_params! { ":seq": seq, ":before": before, ":step": STEP })?;
    let mut changes = Vec::new();
    while let Some(row) = rows.next()? {
        let (field, old, new): (String, Option<String>, Option<String>) =
            (row.get(4)?, row.get(5)?, row.get(6)?);
        // No field goes from nothing to nothing: its values were erased.
        let is_blank = field != "*" && old.is_none() && new.is_none();
        changes.push(Change {
            id: row.get(0)?,
            record: Record {
                kind: kind(&row.get::<_, String>(1)?).unwrap_or(OTHER),
                row: row.get(2)?,
                account: row.get(3)?,
            },
            is_erased: is_blank || row.get(7)?,
            field,
            old,
            new,
        });
    }
    Ok(changes)
}

/// Gives every change of a set that can be taken back to `each`, last first, until it answers false.
/// Memory does not grow with the set.
fn each_change(
    db: &Connection,
    seq: i64,
    mut each: impl FnMut(&Change) -> Result<bool>,
) -> Result<()> {
    let mut before = i64::MAX;
    loop {
        let changes = changes_of(db, seq, before)?;
        let Some(last) = changes.last() else {
            return Ok(());
        };
        before = last.id;
        for change in changes.iter().filter(|change| change.record.kind != OTHER) {
            if !each(change)? {
                return Ok(());
            }
        }
    }
}

const ON_RECORD: &str = "SELECT EXISTS (SELECT 1 FROM change
  WHERE kind = :kind AND record = :row AND field <> '*' AND seq > :seq)";

/// True if somebody worked on the record after the set.
fn worked_on(db: &Connection, change: &Change, seq: i64) -> Result<bool> {
    // An import that was taken back, and its taking back, are no work on what is left.
    const ON_ACCOUNT: &str =
        "SELECT EXISTS (SELECT 1 FROM change c WHERE c.account = :row AND c.seq > :seq
           AND NOT EXISTS (SELECT 1 FROM batch b WHERE b.seq = c.seq AND b.is_undone = 1)
           AND NOT EXISTS (SELECT 1 FROM audit a WHERE a.seq = c.seq AND a.action = 'import-undone'))";
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
    let Some(rests_on) = rests_on(change.record.kind).filter(|_| !later) else {
        return Ok(later);
    };
    Ok(db
        .prepare_cached(rests_on)?
        .query_row(named_params! { ":row": row }, |row| row.get(0))?)
}

/// True if an officer did something on an account after the set: anything but an import and the taking back of one.
fn officer_worked_on(db: &Connection, account: i64, seq: i64) -> Result<bool> {
    Ok(db
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM change c WHERE c.account = :account AND c.seq > :seq
               AND NOT EXISTS (SELECT 1 FROM batch b WHERE b.seq = c.seq)
               AND NOT EXISTS (SELECT 1 FROM audit a WHERE a.seq = c.seq AND a.action = 'import-undone'))",
        )?
        .query_row(named_params! { ":account": account, ":seq": seq }, |row| row.get(0))?)
}

/// Accounts of which nothing that a set brought is taken back.
#[derive(Default)]
struct Kept {
    /// It made them, or brought them back, and something was done on them since.
    brought: BTreeSet<i64>,
    /// It changed them, and an officer worked on what they became.
    changed: BTreeSet<i64>,
}

impl Kept {
    /// Those of a set, and how many changes it has.
    fn of(db: &Connection, seq: i64) -> Result<(Self, u64)> {
        let is_of_accounts: bool = db
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM batch WHERE seq = :seq AND kind = 'accounts')",
            )?
            .query_row(named_params! { ":seq": seq }, |row| row.get(0))?;
        let (mut kept, mut total, mut last) = (Self::default(), 0, None);
        each_change(db, seq, |change| {
            total += 1;
            if change.brings_account() && worked_on(db, change, seq)? {
                kept.brought.insert(change.record.row);
            }
            let account = change.record.account.filter(|_| is_of_accounts);
            if account != last
                && let Some(account) = account
                && officer_worked_on(db, account, seq)?
            {
                kept.changed.insert(account);
            }
            last = account;
            Ok(true)
        })?;
        Ok((kept, total))
    }

    /// If the record of a change is kept with its account, true if what is kept is counted by the account alone.
    fn holds(&self, change: &Change) -> Option<bool> {
        let account = change.record.account?;
        let is_brought = self.brought.contains(&account);
        (is_brought || self.changed.contains(&account)).then_some(is_brought)
    }
}

/// Asks whether something that stands names the record.
fn rests_on(kind: &str) -> Option<&'static str> {
    match kind {
        "assessment" => Some(
            "SELECT EXISTS (SELECT 1 FROM referral_item WHERE assessment = :row AND is_retracted = 0)
             OR EXISTS (SELECT 1 FROM assessment a JOIN assessment l ON l.account = a.account AND l.id > a.id
               WHERE a.id = :row AND l.is_retracted = 0)
             OR EXISTS (SELECT 1 FROM second_review WHERE assessment = :row)",
        ),
        "person_role" => Some(
            "SELECT EXISTS (SELECT 1 FROM person_role r JOIN person_role l ON l.account = r.account AND l.id > r.id
               WHERE r.id = :row AND l.is_retracted = 0)",
        ),
        "watch" => Some(
            "SELECT EXISTS (SELECT 1 FROM watch w JOIN watch l ON l.account = w.account AND l.id > w.id
               WHERE w.id = :row AND l.is_retracted = 0)",
        ),
        "post" => Some(
            "SELECT EXISTS (SELECT 1 FROM post p JOIN referral_item i ON i.account = p.account AND i.post = p.id
               WHERE p.id = :row AND i.is_retracted = 0)
             OR EXISTS (SELECT 1 FROM post p JOIN translation t ON t.account = p.account AND t.post = p.id
               WHERE p.id = :row AND t.is_retracted = 0)",
        ),
        // Its accounts are taken back first: one that stands was worked on.
        "declaration" => Some(
            "SELECT EXISTS (SELECT 1 FROM declared WHERE declaration = :row AND is_retracted = 0)",
        ),
        "justice_fact" => Some(
            "SELECT EXISTS (SELECT 1 FROM justice_fact_account WHERE fact = :row AND is_retracted = 0)",
        ),
        "past_item" => Some(
            "SELECT EXISTS (SELECT 1 FROM event WHERE past = :row AND is_retracted = 0)",
        ),
        "exhibit" => Some(
            "SELECT EXISTS (SELECT 1 FROM exhibit e JOIN stop s ON s.object = e.object WHERE e.id = :row)
             OR EXISTS (SELECT 1 FROM exhibit e JOIN referral_item i ON i.account = e.account
               WHERE e.id = :row AND i.is_retracted = 0 AND instr(replace(i.exhibits, '-', ''), lower(hex(e.uid))) > 0)",
        ),
        _ => None,
    }
}

/// True if undo would take back anything of this set.
pub fn can_undo(reader: &Reader<'_>, seq: i64) -> Result<bool> {
    let db = reader.db();
    let mut can = false;
    each_change(db, seq, |change| {
        can = if change.is_erased {
            false
        } else if change.field == "*" {
            !worked_on(db, change, seq)?
        } else {
            restore_sql(change.record.kind, &change.field).is_some()
                && is_last(db, change, (seq, seq))?
        };
        Ok(!can)
    })?;
    Ok(can)
}

/// What was taken back, and whose records were kept.
#[derive(Debug, Default)]
pub struct Undone {
    /// The counts.
    pub view: UndoneView,
    /// Rows of the accounts of which something was kept.
    pub kept: BTreeSet<i64>,
}

impl Undone {
    fn keep(&mut self, change: &Change, count: u32) {
        self.view.kept += count;
        self.kept
            .extend(change.record.account.filter(|_| count > 0));
    }
}

/// What was done on an account after the set `seq` and before the set `until`: each act once, with the officer's
/// number, oldest first, at most so many.
pub fn acts_since(
    reader: &Reader<'_>,
    account: i64,
    (seq, until): (i64, i64),
    most: u32,
) -> Result<Vec<(String, String)>> {
    let mut statement = reader.db().prepare_cached(
        "SELECT a.action, coalesce(o.number, '') FROM audit a LEFT JOIN officer o ON o.uid = a.officer
         WHERE a.seq IN (SELECT seq FROM change WHERE account = :account AND seq > :seq AND seq < :until)
         GROUP BY a.action, o.number ORDER BY min(a.seq) LIMIT :most",
    )?;
    let rows = statement.query_map(
        named_params! { ":account": account, ":seq": seq, ":until": until, ":most": most },
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

impl Writer<'_> {
    /// Takes back the set of the audit entry `seq`. `going` is told how many changes are done of how
    /// many, and says whether to go on: false leaves the case as it was.
    pub fn undo(&mut self, seq: i64, going: &dyn Fn(u64, u64) -> bool) -> Result<UndoneView> {
        Ok(self.undo_telling(seq, going)?.view)
    }

    /// Like [`Writer::undo`], and says whose records were kept.
    pub fn undo_telling(&mut self, seq: i64, going: &dyn Fn(u64, u64) -> bool) -> Result<Undone> {
        let db = self.db();
        let (kept, total) = Kept::of(db, seq)?;
        let mut done = Undone::default();
        let mut count = 0;
        each_change(db, seq, |change| {
            if !going(count, total) {
                return Err(Error::Cancelled);
            }
            count += 1;
            self.take_back(change, seq, kept.holds(change), &mut done)?;
            Ok(true)
        })?;
        self.undo_batch(seq)?;
        Ok(done)
    }

    fn take_back(
        &mut self,
        change: &Change,
        seq: i64,
        held: Option<bool>,
        done: &mut Undone,
    ) -> Result<()> {
        let db = self.db();
        if change.is_erased {
            done.keep(change, 1);
        } else if change.field == "*" {
            let is_account = change.record.kind == "account";
            if held.is_some() || (!is_account && worked_on(db, change, seq)?) {
                done.keep(change, u32::from(is_account || held != Some(true)));
            } else if self.retract(change.record)? {
                done.view.removed += 1;
            }
        } else if let Some((field, sql)) = restore_sql(change.record.kind, &change.field) {
            let sets = (seq, self.seq);
            if held.is_some() || !is_last(db, change, sets)? {
                done.keep(change, 1);
                return Ok(());
            }
            let Some((now, before)) = value_before(db, change, sets)? else {
                return Ok(());
            };
            db.prepare_cached(sql)?
                .execute(named_params! { ":value": before, ":id": change.record.row })?;
            self.changed(change.record, field, now.as_deref(), before.as_deref())?;
            done.view.restored += 1;
        }
        Ok(())
    }
}

#[cfg(test)]
#[path = "undo_tests.rs"]
mod tests;
