//! What became of the items of accounts, read from the facts: neighbouring accounts at a time.
//!
//! Invariant: whatever is told of an account follows from rows that name it or its items. What was taken back is not in
//! it.

use crate::table::word;
use crate::{Reader, Result};
use breakwater_model::history::{Cut, Event, Mark};
use breakwater_model::platform::Unit;
use breakwater_model::{AccountId, Precision};
use rusqlite::named_params;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Accounts, first to last.
pub(super) type Run = (i64, i64);

/// Every account.
pub(super) const ALL: Run = (i64::MIN, i64::MAX);

/// An account of which something was referred.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct OneAccount {
    pub id: AccountId,
    /// Those of referrals of this case before those of imported history, each in the order they were entered.
    pub items: Vec<OneItem>,
}

/// The account itself or a post of it, however often it was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct OneItem {
    pub unit: Unit,
    /// Key of the post; empty for the account itself.
    pub post: String,
    /// For each cut, its name.
    pub names: [String; Cut::COUNT],
    pub live: Option<i64>,
    /// By place, then by number.
    pub events: Vec<Event>,
}

/// Where an item stands: the account, and the place among its items.
type Place = (i64, usize);

#[derive(Default)]
struct Reading {
    accounts: BTreeMap<i64, OneAccount>,
    /// Place of each row of `referral_item`, and of `past_item`.
    sent: HashMap<i64, Place>,
    past: HashMap<i64, Place>,
}

/// A row that tells of an item.
struct Row {
    account: i64,
    uid: AccountId,
    item: OneItem,
}

impl Reading {
    fn place(&mut self, row: Row) -> Place {
        let one = self
            .accounts
            .entry(row.account)
            .or_insert_with(|| OneAccount {
                id: row.uid,
                items: Vec::new(),
            });
        let met = one
            .items
            .iter_mut()
            .position(|item| item.unit == row.item.unit && item.post == row.item.post);
        if let Some(at) = met {
            if let Some(item) = one.items.get_mut(at) {
                item.live = earlier(item.live, row.item.live);
            }
            return (row.account, at);
        }
        one.items.push(row.item);
        (row.account, one.items.len() - 1)
    }

    fn add(&mut self, (account, at): Place, event: Event) {
        let one = self.accounts.get_mut(&account);
        if let Some(item) = one.and_then(|one| one.items.get_mut(at)) {
            item.events.push(event);
        }
    }

    /// What is seen of an account is seen of the items that are the account itself.
    fn see(&mut self, account: i64, event: Event) {
        let one = self.accounts.get_mut(&account);
        let items = one.into_iter().flat_map(|one| &mut one.items);
        for item in items.filter(|item| item.post.is_empty()) {
            item.events.push(event);
        }
    }
}

fn earlier(one: Option<i64>, other: Option<i64>) -> Option<i64> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}

/// Accounts of a run of which something was referred.
pub(super) fn read(reader: &Reader<'_>, run: Run) -> Result<BTreeMap<i64, OneAccount>> {
    read_by(reader, run, None)
}

/// The same by the facts that stood at an entry of the log, also where they were taken back since: each taking back and
/// bringing back since then is one change, so an odd number of them turns what is there now.
pub(super) fn read_by(
    reader: &Reader<'_>,
    run: Run,
    entry: Option<i64>,
) -> Result<BTreeMap<i64, OneAccount>> {
    let mut reading = Reading::default();
    let run = (run, entry);
    live_items(reader, run, &mut reading)?;
    past_items(reader, run, &mut reading)?;
    if reading.accounts.is_empty() {
        return Ok(reading.accounts);
    }
    events(reader, run, &mut reading)?;
    for item in reading.accounts.values_mut().flat_map(|one| &mut one.items) {
        item.events
            .sort_unstable_by_key(|event| (event.place(), event.seq));
    }
    Ok(reading.accounts)
}

/// The key of the post of an item, empty for the account itself.
macro_rules! item_key {
    () => {
        "CASE WHEN i.post IS NULL THEN '' ELSE coalesce(p.key, 'post:' || hex(p.uid)) END"
    };
}
pub(super) use item_key;

/// True of a row that stands, or stood at the entry `:entry` of the log.
macro_rules! stood {
    ($kind:literal, $row:literal, $is_retracted:literal) => {
        concat!(
            " (CASE WHEN :entry IS NULL THEN 0 ELSE (SELECT count(*) FROM change x WHERE x.kind = '", $kind,
            "' AND x.record = ", $row, " AND x.field = 'is_retracted' AND x.field <> '*' AND x.seq > :entry) % 2 END) = ",
            $is_retracted, " "
        )
    };
}

/// Accounts of which something was taken back, or brought back, since an entry of the log.
pub(super) fn turned_since(reader: &Reader<'_>, entry: i64) -> Result<BTreeSet<i64>> {
    let mut statement = reader.prepare_cached(
        "SELECT DISTINCT account FROM change
         WHERE kind IN ('event', 'past_item', 'referral_item', 'account') AND field = 'is_retracted' AND field <> '*'
           AND seq > :entry AND account IS NOT NULL",
    )?;
    let rows = statement.query_map(named_params! { ":entry": entry }, |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Items of referrals that were sent.
fn live_items(
    reader: &Reader<'_>,
    ((first, last), entry): (Run, Option<i64>),
    reading: &mut Reading,
) -> Result<()> {
    let mut statement = reader.prepare_cached(concat!(
        "SELECT i.id, i.account, a.uid, i.unit,
           CASE WHEN i.post IS NULL THEN '' ELSE coalesce(p.key, 'post:' || hex(p.uid)) END,
           a.platform, r.route, coalesce(r.policy, ''), coalesce(r.law, ''), coalesce(a.language, ''), i.live_ms
         FROM referral_item i JOIN referral r ON r.id = i.referral JOIN account a ON a.id = i.account
           LEFT JOIN post p ON p.id = i.post
         WHERE i.account BETWEEN :first AND :last AND",
        stood!("referral_item", "i.id", "i.is_retracted"),
        "AND r.is_retracted = 0 AND",
        stood!("account", "a.id", "a.is_retracted"),
        "AND r.state IN ('sent', 'closed')
         ORDER BY i.account, i.id",
    ))?;
    let of_run = named_params! { ":first": first, ":last": last, ":entry": entry };
    let mut rows = statement.query(of_run)?;
    while let Some(row) = rows.next()? {
        let place = reading.place(Row {
            account: row.get(1)?,
            uid: AccountId::from_bytes(row.get(2)?),
            item: OneItem {
                unit: word(row, 3)?,
                post: row.get(4)?,
                names: [
                    row.get(5)?,
                    row.get(6)?,
                    row.get(7)?,
                    row.get(8)?,
                    row.get(9)?,
                ],
                live: row.get(10)?,
                events: Vec::new(),
            },
        });
        reading.sent.insert(row.get(0)?, place);
    }
    Ok(())
}

/// Items of imported history; by which route and rule they were sent, nobody said.
fn past_items(
    reader: &Reader<'_>,
    ((first, last), entry): (Run, Option<i64>),
    reading: &mut Reading,
) -> Result<()> {
    let mut statement = reader.prepare_cached(concat!(
        "SELECT p.id, p.account, a.uid, p.unit, p.post, a.platform, coalesce(a.language, '')
         FROM past_item p JOIN account a ON a.id = p.account
         WHERE p.account BETWEEN :first AND :last AND",
        stood!("past_item", "p.id", "p.is_retracted"),
        "AND",
        stood!("account", "a.id", "a.is_retracted"),
        "ORDER BY p.account, p.id",
    ))?;
    let of_run = named_params! { ":first": first, ":last": last, ":entry": entry };
    let mut rows = statement.query(of_run)?;
    while let Some(row) = rows.next()? {
        let none = String::new;
        let place = reading.place(Row {
            account: row.get(1)?,
            uid: AccountId::from_bytes(row.get(2)?),
            item: OneItem {
                unit: word(row, 3)?,
                post: row.get(4)?,
                names: [row.get(5)?, none(), none(), none(), row.get(6)?],
                live: None,
                events: Vec::new(),
            },
        });
        reading.past.insert(row.get(0)?, place);
    }
    Ok(())
}

/// Events of a run that stand, or stood.
macro_rules! told_of {
    ($of:literal) => {
        concat!(
            "SELECT e.seq, e.kind, e.value, e.item, e.past, e.account, e.happened_ms, e.known_ms, e.origin, e.place_ms,
               e.happened_precision,
               (SELECT min(c.known_ms) FROM event c WHERE c.corrects = e.seq AND c.is_retracted = 0) ",
            $of,
            " AND ",
            stood!("event", "e.seq", "e.is_retracted")
        )
    };
}

/// What happened to items of a run by the item, and what was seen by the account; with when a correction was known.
const EVENTS: &str = concat!(
    told_of!(
        "FROM referral_item i JOIN event e ON e.item = i.id WHERE i.account BETWEEN :first AND :last"
    ),
    "AND e.kind IN ('sent', 'decided', 'withdrawn', 'observed') UNION ALL ",
    told_of!(
        "FROM past_item p JOIN event e ON e.past = p.id WHERE p.account BETWEEN :first AND :last"
    ),
    "AND e.kind IN ('sent', 'decided', 'withdrawn', 'observed') UNION ALL ",
    told_of!("FROM event e WHERE e.account BETWEEN :first AND :last AND e.kind = 'observed'"),
    "AND e.item IS NULL AND e.past IS NULL",
);

fn events(
    reader: &Reader<'_>,
    ((first, last), entry): (Run, Option<i64>),
    reading: &mut Reading,
) -> Result<()> {
    let mut statement = reader.prepare_cached(EVENTS)?;
    let of_run = named_params! { ":first": first, ":last": last, ":entry": entry };
    let mut rows = statement.query(of_run)?;
    while let Some(row) = rows.next()? {
        let kind = row.get_ref(1)?.as_str().unwrap_or_default();
        let value = row.get_ref(2)?.as_str().unwrap_or_default();
        let Some(mark) = mark(kind, value) else {
            continue;
        };
        let is_seen = kind == "observed";
        let (happened, known, place): (i64, i64, i64) = (row.get(6)?, row.get(7)?, row.get(9)?);
        let precision: Precision = word(row, 10)?;
        let happened = precision.counts_from(happened, known, place);
        let event = Event {
            happened,
            known,
            until: row.get::<_, Option<i64>>(11)?.unwrap_or(Event::STANDS),
            seq: row.get(0)?,
            early: 0,
            mark,
            is_imported: row.get_ref(8)?.as_str().unwrap_or_default() == "imported",
        }
        .placed(place);
        let (item, past): (Option<i64>, Option<i64>) = (row.get(3)?, row.get(4)?);
        let of_sent = item.and_then(|item| reading.sent.get(&item));
        let of_past = past.and_then(|past| reading.past.get(&past));
        if let Some(place) = of_sent.or(of_past).copied() {
            reading.add(place, event);
        } else if is_seen && let Some(account) = row.get::<_, Option<i64>>(5)? {
            reading.see(account, event);
        }
    }
    Ok(())
}

fn mark(kind: &str, value: &str) -> Option<Mark> {
    Some(match (kind, value) {
        ("sent", _) => Mark::Sent,
        ("withdrawn", _) => Mark::Withdrawn,
        ("decided", "removed") => Mark::Removed,
        ("decided", "suspended") => Mark::Suspended,
        ("decided", "limited") => Mark::Limited,
        ("decided", "declined") => Mark::Declined,
        ("decided", "not-found") => Mark::NotFound,
        ("decided", "more-asked") => Mark::MoreAsked,
        ("decided", "reinstated") => Mark::Reinstated,
        ("observed", "live") => Mark::SeenLive,
        ("observed", "offline") => Mark::SeenOffline,
        ("observed", "renamed") => Mark::SeenRenamed,
        ("observed", _) => Mark::SeenOther,
        _ => return None,
    })
}
