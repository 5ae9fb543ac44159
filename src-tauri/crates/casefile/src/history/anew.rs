//! The kept rows of items held against the events, and worked out anew.

use super::facts::{self, OneAccount, OneItem, Run};
use super::pack::{pack, unpack};
use super::{Kept, kept, lock};
use crate::session::Session;
use crate::{Reader, Result};
use breakwater_model::AccountId;
use breakwater_model::audit::{ItemFault, ItemFaultView, ItemsCheckView};
use std::collections::BTreeMap;

/// Rows of accounts held against their events in one reading, or worked out in one transaction.
const STEP: i64 = 2_000;

/// Most items named.
const NAMED: usize = 100;

/// True where nothing is kept although something was sent.
const IS_EMPTIED: &str = "
SELECT NOT EXISTS (SELECT 1 FROM item_history) AND (
  EXISTS (SELECT 1 FROM past_item p JOIN account a ON a.id = p.account WHERE p.is_retracted = 0 AND a.is_retracted = 0)
  OR EXISTS (SELECT 1 FROM referral r JOIN referral_item i ON i.referral = r.id JOIN account a ON a.id = i.account
    WHERE r.is_retracted = 0 AND r.state IN ('sent', 'closed') AND i.is_retracted = 0 AND a.is_retracted = 0))";

impl Kept {
    /// All is read again when it is next asked for.
    fn forget(&self) {
        let mut stale = lock(&self.stale);
        stale.is_all = true;
        stale.accounts.clear();
    }
}

impl Session {
    /// Works the kept rows of every account out anew from the events, step by step, so that officers work on meanwhile;
    /// gives how many accounts have one. `going` hears how many of how many accounts are done and says whether to go on;
    /// what is done stays done.
    ///
    /// # Errors
    /// [`crate::Error::Cancelled`] if `going` says no.
    pub fn work_items_out(&self, going: &mut dyn FnMut(u64, u64) -> bool) -> Result<u64> {
        let last = self.read(last)?;
        for run in runs(last) {
            let done = run.0 - 1;
            if !going(done.unsigned_abs(), last.unsigned_abs()) {
                return Err(crate::Error::Cancelled);
            }
            self.derive(|deriver| kept::work_out(deriver.db, run))?;
            self.history.forget();
        }
        self.read(|reader| {
            let rows: i64 = reader
                .prepare_cached("SELECT count(*) FROM item_history")?
                .query_row([], |row| row.get(0))?;
            Ok(rows.unsigned_abs())
        })
    }
}

/// Works the kept rows out where there is none although something was sent.
pub(crate) fn restore(session: &Session) -> Result<()> {
    let is_emptied: bool = session.read(|reader| {
        Ok(reader
            .prepare_cached(IS_EMPTIED)?
            .query_row([], |row| row.get(0))?)
    })?;
    if is_emptied {
        session.work_items_out(&mut |_, _| true)?;
    }
    Ok(())
}

/// Holds every kept row against the events, item by item. `going` says whether to go on.
///
/// # Errors
/// [`crate::Error::Cancelled`] if `going` says no.
pub(crate) fn check(reader: &Reader<'_>, going: &dyn Fn() -> bool) -> Result<ItemsCheckView> {
    let mut view = ItemsCheckView::default();
    for run in runs(last(reader)?) {
        if !going() {
            return Err(crate::Error::Cancelled);
        }
        // One moment for both: while the case is open, officers go on writing.
        let held = reader.db().unchecked_transaction()?;
        let said = facts::read(reader, run)?;
        let kept = kept::stored(reader, run)?;
        held.commit()?;
        hold(&said, kept, &mut view);
    }
    Ok(view)
}

fn last(reader: &Reader<'_>) -> Result<i64> {
    Ok(reader
        .prepare_cached("SELECT coalesce(max(id), 0) FROM account")?
        .query_row([], |row| row.get(0))?)
}

/// Rows 1 to `last`, a step at a time.
fn runs(last: i64) -> impl Iterator<Item = Run> {
    let steps = 0..last.max(0).unsigned_abs().div_ceil(STEP.unsigned_abs());
    steps.map(|step| {
        let first = i64::try_from(step).unwrap_or(i64::MAX).saturating_mul(STEP) + 1;
        (first, first.saturating_add(STEP - 1))
    })
}

/// What is said of accounts against the bytes that are kept of them.
fn hold(
    said: &BTreeMap<i64, OneAccount>,
    mut kept: BTreeMap<i64, (AccountId, Vec<u8>)>,
    view: &mut ItemsCheckView,
) {
    let mut faults: Vec<(i64, AccountId, u32, ItemFault)> = Vec::new();
    for (row, one) in said {
        view.checked = view.checked.saturating_add(narrow(one.items.len()));
        let found = match kept.remove(row) {
            None => every(one, ItemFault::Missing),
            // What does not fit is kept as no bytes, and read from the events.
            Some((_, bytes)) if bytes == pack(one).unwrap_or_default() => continue,
            Some((_, bytes)) => match unpack(&bytes) {
                None => every(one, ItemFault::Unreadable),
                Some(kept) => differing(one, &kept),
            },
        };
        faults.extend(
            found
                .into_iter()
                .map(|(item, fault)| (*row, one.id, item, fault)),
        );
    }
    for (row, (account, bytes)) in kept {
        let found = match unpack(&bytes) {
            Some(one) if !one.items.is_empty() => every(&one, ItemFault::LeftOver),
            Some(_) => vec![(1, ItemFault::LeftOver)],
            None => vec![(1, ItemFault::Unreadable)],
        };
        faults.extend(
            found
                .into_iter()
                .map(|(item, fault)| (row, account, item, fault)),
        );
    }
    faults.sort_by_key(|(row, _, item, _)| (*row, *item));
    view.differing = view.differing.saturating_add(narrow(faults.len()));
    let room = NAMED.saturating_sub(view.faults.len());
    let named = faults.into_iter().take(room);
    view.faults
        .extend(named.map(|(_, account, item, fault)| ItemFaultView {
            account,
            item,
            fault,
        }));
}

fn every(one: &OneAccount, fault: ItemFault) -> Vec<(u32, ItemFault)> {
    numbers(&one.items).map(|(item, _)| (item, fault)).collect()
}

/// What differs, by the items that are said and then those that are only kept; all of them where only their order or the
/// account does.
fn differing(said: &OneAccount, kept: &OneAccount) -> Vec<(u32, ItemFault)> {
    let key = |item: &OneItem| (item.unit, item.post.clone());
    let of = |items: &[OneItem], wanted: &OneItem| -> Vec<OneItem> {
        let same = items.iter().filter(|item| key(item) == key(wanted));
        same.cloned().collect()
    };
    let mut found = Vec::new();
    for (number, item) in numbers(&said.items) {
        match of(&kept.items, item).as_slice() {
            [] => found.push((number, ItemFault::Missing)),
            [one] if one == item => {}
            _ => found.push((number, ItemFault::Differs)),
        }
    }
    let left = kept
        .items
        .iter()
        .filter(|item| of(&said.items, item).is_empty());
    let beyond = narrow(said.items.len());
    found.extend(
        left.zip(1..)
            .map(|(_, at)| (beyond.saturating_add(at), ItemFault::LeftOver)),
    );
    if found.is_empty() {
        return every(said, ItemFault::Differs);
    }
    found
}

fn numbers(items: &[OneItem]) -> impl Iterator<Item = (u32, &OneItem)> {
    (1..).zip(items)
}

fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
