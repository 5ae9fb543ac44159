//! The items of each account with their events as one derived row, kept by the transaction that changes them: opening the
//! figures reads a row an account and not a row an event.
//!
//! Invariant: a row says what [`facts::read`] would say of its account. It can be emptied and worked out anew.

use super::facts::{self, OneAccount, Run};
use super::pack::{pack, unpack};
use crate::writer::Record;
use crate::{Reader, Result};
use breakwater_model::AccountId;
use rusqlite::types::Value;
use rusqlite::{Connection, named_params};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// The table, and what a correction is found by.
pub(crate) const CREATE: &str = "
CREATE TABLE item_history (
  account INTEGER PRIMARY KEY REFERENCES account (id),
  items BLOB NOT NULL  -- derived: its items with their events, see docs/formats.md
) STRICT;
CREATE INDEX event_by_correction ON event (corrects) WHERE corrects IS NOT NULL;
";

/// What a write told of items, until it ends.
#[derive(Default)]
pub(crate) struct Pending {
    accounts: BTreeSet<i64>,
    referrals: BTreeSet<i64>,
    events: Vec<i64>,
    posts: BTreeSet<i64>,
    has_event: bool,
}

/// What a write told of items, once it is committed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Told {
    /// Accounts of which it told.
    pub accounts: BTreeSet<i64>,
    /// True if the last event of the case is another one.
    pub has_event: bool,
}

impl Pending {
    /// Hears of a change.
    pub(crate) fn hear(&mut self, record: Record, field: &str) {
        match record.kind {
            "event" => {
                self.has_event = true;
                self.events.push(record.row);
                self.accounts.extend(record.account);
            }
            "referral" => {
                self.referrals.insert(record.row);
            }
            "referral_item" | "past_item" => self.accounts.extend(record.account),
            // A post that is made is in no referral yet.
            "post" if field != "*" => {
                self.posts.insert(record.row);
            }
            "account" if matches!(field, "language" | "is_retracted" | "erasure") => {
                self.accounts.insert(record.row);
            }
            _ => {}
        }
    }

    /// Works the rows of these accounts out again.
    pub(crate) fn finish(mut self, db: &Connection) -> Result<Told> {
        self.name_accounts(db)?;
        for run in runs(&self.accounts) {
            work_out(db, run)?;
        }
        Ok(Told {
            accounts: self.accounts,
            has_event: self.has_event,
        })
    }

    /// Adds the accounts of referrals, of items that events are of, and of posts in them.
    fn name_accounts(&mut self, db: &Connection) -> Result<()> {
        let asked: [(&str, Vec<i64>); 5] = [
            (
                "SELECT account FROM referral_item WHERE referral IN rarray(:rows)",
                self.referrals.iter().copied().collect(),
            ),
            (
                "SELECT i.account FROM event e JOIN referral_item i ON i.id = e.item WHERE e.seq IN rarray(:rows)",
                self.events.clone(),
            ),
            (
                "SELECT p.account FROM event e JOIN past_item p ON p.id = e.past WHERE e.seq IN rarray(:rows)",
                self.events.clone(),
            ),
            (
                "SELECT coalesce(i.account, p.account, o.account) FROM event e JOIN event o ON o.seq = e.corrects
                   LEFT JOIN referral_item i ON i.id = o.item LEFT JOIN past_item p ON p.id = o.past
                 WHERE e.seq IN rarray(:rows) AND coalesce(i.account, p.account, o.account) IS NOT NULL",
                std::mem::take(&mut self.events),
            ),
            (
                "SELECT i.account FROM post p JOIN referral_item i ON i.account = p.account AND i.post = p.id
                 WHERE p.id IN rarray(:rows)",
                self.posts.iter().copied().collect(),
            ),
        ];
        for (statement, rows) in asked {
            if rows.is_empty() {
                continue;
            }
            let rows = Rc::new(rows.into_iter().map(Value::from).collect::<Vec<_>>());
            let mut statement = db.prepare_cached(statement)?;
            let mut found = statement.query(named_params! { ":rows": rows })?;
            while let Some(row) = found.next()? {
                self.accounts.insert(row.get(0)?);
            }
        }
        Ok(())
    }
}

/// Neighbouring rows, first to last.
fn runs(accounts: &BTreeSet<i64>) -> Vec<Run> {
    const LONGEST: i64 = 500;
    let mut runs: Vec<Run> = Vec::new();
    for account in accounts {
        match runs.last_mut() {
            Some((first, last)) if *last + 1 == *account && *account - *first < LONGEST => {
                *last = *account;
            }
            _ => runs.push((*account, *account)),
        }
    }
    runs
}

/// Works the rows of a run out again from the facts.
pub(super) fn work_out(db: &Connection, run: Run) -> Result<()> {
    let found = facts::read(&Reader::within(db), run)?;
    db.prepare_cached("DELETE FROM item_history WHERE account BETWEEN :first AND :last")?
        .execute(named_params! { ":first": run.0, ":last": run.1 })?;
    let mut insert =
        db.prepare_cached("INSERT INTO item_history (account, items) VALUES (:account, :items)")?;
    for (account, one) in &found {
        // What does not fit is kept as no bytes, and read from the facts.
        let items = pack(one).unwrap_or_default();
        insert.execute(named_params! { ":account": account, ":items": items })?;
    }
    Ok(())
}

/// The bytes of the rows of a run, with the account each is of.
pub(super) fn stored(
    reader: &Reader<'_>,
    (first, last): Run,
) -> Result<BTreeMap<i64, (AccountId, Vec<u8>)>> {
    let mut statement = reader.prepare_cached(
        "SELECT h.account, a.uid, h.items FROM item_history h JOIN account a ON a.id = h.account
         WHERE h.account BETWEEN :first AND :last",
    )?;
    let rows = statement.query_map(named_params! { ":first": first, ":last": last }, |row| {
        let of = AccountId::from_bytes(row.get(1)?);
        Ok((row.get(0)?, (of, row.get(2)?)))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Every account of which something was referred, in order.
pub(super) fn every(reader: &Reader<'_>, each: &mut dyn FnMut(i64, OneAccount)) -> Result<()> {
    let mut statement =
        reader.prepare_cached("SELECT account, items FROM item_history ORDER BY account")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let account: i64 = row.get(0)?;
        match unpack(row.get_ref(1)?.as_blob().unwrap_or_default()) {
            Some(one) => each(account, one),
            None => {
                for (account, one) in facts::read(reader, (account, account))? {
                    each(account, one);
                }
            }
        }
    }
    Ok(())
}

/// These accounts, those of which nothing is referred left out.
pub(super) fn of(
    reader: &Reader<'_>,
    accounts: &BTreeSet<i64>,
) -> Result<BTreeMap<i64, OneAccount>> {
    let mut found = BTreeMap::new();
    let mut statement =
        reader.prepare_cached("SELECT items FROM item_history WHERE account = :account")?;
    for account in accounts {
        let mut rows = statement.query(named_params! { ":account": account })?;
        let Some(row) = rows.next()? else { continue };
        match unpack(row.get_ref(0)?.as_blob().unwrap_or_default()) {
            Some(one) => {
                found.insert(*account, one);
            }
            None => found.append(&mut facts::read(reader, (*account, *account))?),
        }
    }
    Ok(found)
}

#[cfg(any(test, feature = "testing"))]
impl crate::table::thumbnail::Deriver<'_> {
    /// Makes the rows unreadable, as a fault would.
    pub fn spoil_item_history(&self) -> Result<()> {
        self.db
            .execute("UPDATE item_history SET items = x'00'", [])?;
        Ok(())
    }

    /// Takes the rows away, as a fault would.
    pub fn empty_item_history(&self) -> Result<()> {
        self.db.execute("DELETE FROM item_history", [])?;
        Ok(())
    }

    /// Gives the first row the items of the last, and takes the last away, as a fault would.
    pub fn mix_item_history(&self) -> Result<()> {
        self.db.execute_batch(
            "UPDATE item_history SET items = (SELECT items FROM item_history ORDER BY account DESC LIMIT 1)
             WHERE account = (SELECT min(account) FROM item_history);
             DELETE FROM item_history WHERE account = (SELECT max(account) FROM item_history);",
        )?;
        Ok(())
    }
}
