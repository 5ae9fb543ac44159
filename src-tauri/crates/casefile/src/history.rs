//! What became of everything that was ever referred, read at once and kept until something is written.
//!
//! Invariant: an account, or a post of it, is one item however often it was sent, from this case or before it. What was
//! taken back is not in it.

use crate::session::Session;
use crate::table::word;
use crate::writer::Record;
use crate::{Reader, Result};
use breakwater_model::AccountId;
use breakwater_model::history::{Cut, Event, History, Item, Mark};
use breakwater_model::platform::Unit;
use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// What an item is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// Row of the account.
    pub row: i64,
    /// The account.
    pub account: AccountId,
    /// Key of the post; empty for the account itself.
    pub post: String,
}

/// The history of a case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    /// Items and events.
    pub history: History,
    /// What each item is, in the order of the items.
    pub subjects: Vec<Subject>,
    /// Number of the last event of the case.
    pub last: i64,
}

/// What is kept between two questions.
#[derive(Default)]
pub(crate) struct Kept {
    /// Goes up with every write that tells of items.
    generation: AtomicU64,
    held: Mutex<Option<(u64, Arc<Told>)>>,
}

impl Kept {
    /// Hears, once a write is committed, whether it told of items.
    pub(crate) fn hear(&self, tells_of_items: bool) {
        if tells_of_items {
            self.generation.fetch_add(1, Ordering::SeqCst);
        }
    }
}

/// True if a change of this field bears on what [`told`] gives.
pub(crate) fn is_told_of(record: Record, field: &str) -> bool {
    match record.kind {
        "event" | "referral" | "referral_item" | "past_item" | "post" => true,
        "account" => matches!(field, "language" | "is_retracted"),
        _ => false,
    }
}

/// The history as it is committed; read again only after a write that tells of items.
pub fn told(session: &Session) -> Result<Arc<Told>> {
    let kept = &session.history;
    let mut held = kept.held.lock().unwrap_or_else(PoisonError::into_inner);
    let generation = kept.generation.load(Ordering::SeqCst);
    if let Some((of, told)) = held.as_ref()
        && *of == generation
    {
        return Ok(Arc::clone(told));
    }
    let told = Arc::new(session.read(read)?);
    *held = Some((generation, Arc::clone(&told)));
    Ok(told)
}

/// Names of a cut, each once.
#[derive(Default)]
struct Names {
    names: Vec<String>,
    places: HashMap<String, u16>,
}

impl Names {
    fn place(&mut self, name: String) -> u16 {
        if let Some(place) = self.places.get(&name) {
            return *place;
        }
        let place = u16::try_from(self.names.len()).unwrap_or(u16::MAX);
        self.names.push(name.clone());
        self.places.insert(name, place);
        place
    }
}

#[derive(Default)]
struct Reading {
    items: Vec<Item>,
    subjects: Vec<Subject>,
    names: [Names; Cut::COUNT],
    known: HashMap<(i64, Unit, String), u32>,
    /// Item of each row of `referral_item`, and of `past_item`.
    sent: HashMap<i64, u32>,
    past: HashMap<i64, u32>,
    /// Items that are the account itself: what is seen of it is seen of them.
    whole: BTreeMap<i64, Vec<u32>>,
}

/// A row that tells of an item.
struct Row {
    id: i64,
    account: i64,
    uid: AccountId,
    unit: Unit,
    post: String,
    names: [String; Cut::COUNT],
    live: Option<i64>,
}

impl Reading {
    fn item(&mut self, row: Row) -> u32 {
        let key = (row.account, row.unit, row.post);
        if let Some(item) = self.known.get(&key) {
            let item = *item;
            if let Some(met) = self.items.get_mut(item as usize) {
                met.live = earlier(met.live, row.live);
            }
            return item;
        }
        let item = u32::try_from(self.items.len()).unwrap_or(u32::MAX);
        let mut groups = [0; Cut::COUNT];
        for ((group, names), name) in groups.iter_mut().zip(&mut self.names).zip(row.names) {
            *group = names.place(name);
        }
        self.items.push(Item::new(row.unit, groups, row.live));
        if key.2.is_empty() {
            self.whole.entry(row.account).or_default().push(item);
        }
        self.subjects.push(Subject {
            row: row.account,
            account: row.uid,
            post: key.2.clone(),
        });
        self.known.insert(key, item);
        item
    }
}

fn earlier(one: Option<i64>, other: Option<i64>) -> Option<i64> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}

fn read(reader: &Reader<'_>) -> Result<Told> {
    let mut reading = Reading::default();
    live_items(reader, &mut reading)?;
    past_items(reader, &mut reading)?;
    let events = events(reader, &reading)?;
    let last = reader
        .prepare_cached("SELECT coalesce(max(seq), 0) FROM event")?
        .query_row([], |row| row.get(0))?;
    Ok(Told {
        history: History::new(
            reading.items,
            events,
            reading.names.map(|names| names.names),
        ),
        subjects: reading.subjects,
        last,
    })
}

/// Items of referrals that were sent, those sent first before others.
fn live_items(reader: &Reader<'_>, reading: &mut Reading) -> Result<()> {
    let mut statement = reader.prepare_cached(
        "SELECT i.id, i.account, a.uid, i.unit,
           CASE WHEN i.post IS NULL THEN '' ELSE coalesce(p.key, 'post:' || hex(p.uid)) END,
           a.platform, r.route, coalesce(r.policy, ''), coalesce(r.law, ''), coalesce(a.language, ''), i.live_ms
         FROM referral_item i JOIN referral r ON r.id = i.referral JOIN account a ON a.id = i.account
           LEFT JOIN post p ON p.id = i.post
         WHERE i.is_retracted = 0 AND r.is_retracted = 0 AND a.is_retracted = 0 AND r.state IN ('sent', 'closed')
         ORDER BY i.id",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let found = Row {
            id: row.get(0)?,
            account: row.get(1)?,
            uid: AccountId::from_bytes(row.get(2)?),
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
        };
        let id = found.id;
        let item = reading.item(found);
        reading.sent.insert(id, item);
    }
    Ok(())
}

/// Items of imported history; by which route and rule they were sent, nobody said.
fn past_items(reader: &Reader<'_>, reading: &mut Reading) -> Result<()> {
    let mut statement = reader.prepare_cached(
        "SELECT p.id, p.account, a.uid, p.unit, p.post, a.platform, coalesce(a.language, '')
         FROM past_item p JOIN account a ON a.id = p.account
         WHERE p.is_retracted = 0 AND a.is_retracted = 0 ORDER BY p.id",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let none = String::new;
        let found = Row {
            id: row.get(0)?,
            account: row.get(1)?,
            uid: AccountId::from_bytes(row.get(2)?),
            unit: word(row, 3)?,
            post: row.get(4)?,
            names: [row.get(5)?, none(), none(), none(), row.get(6)?],
            live: None,
        };
        let id = found.id;
        let item = reading.item(found);
        reading.past.insert(id, item);
    }
    Ok(())
}

fn events(reader: &Reader<'_>, reading: &Reading) -> Result<Vec<(u32, Event)>> {
    let corrected = corrections(reader)?;
    let mut statement = reader.prepare_cached(
        "SELECT seq, kind, value, item, past, account, happened_ms, known_ms, origin FROM event
         WHERE is_retracted = 0 AND kind IN ('sent', 'decided', 'withdrawn', 'observed')",
    )?;
    let mut rows = statement.query([])?;
    let mut events = Vec::new();
    while let Some(row) = rows.next()? {
        let kind = row.get_ref(1)?.as_str().unwrap_or_default();
        let value = row.get_ref(2)?.as_str().unwrap_or_default();
        let Some(mark) = mark(kind, value) else {
            continue;
        };
        let seq: i64 = row.get(0)?;
        let event = Event {
            happened: row.get(6)?,
            known: row.get(7)?,
            until: corrected.get(&seq).copied().unwrap_or(Event::STANDS),
            seq,
            mark,
            is_imported: row.get_ref(8)?.as_str().unwrap_or_default() == "imported",
        };
        let (item, past): (Option<i64>, Option<i64>) = (row.get(3)?, row.get(4)?);
        let account: Option<i64> = row.get(5)?;
        let of_sent = item.and_then(|item| reading.sent.get(&item));
        let of_past = past.and_then(|past| reading.past.get(&past));
        if let Some(item) = of_sent.or(of_past) {
            events.push((*item, event));
        } else if kind == "observed" {
            let seen = account.and_then(|account| reading.whole.get(&account));
            events.extend(seen.into_iter().flatten().map(|item| (*item, event)));
        }
    }
    Ok(events)
}

/// From when on it was known that an event was corrected.
fn corrections(reader: &Reader<'_>) -> Result<HashMap<i64, i64>> {
    let mut statement = reader.prepare_cached(
        "SELECT corrects, min(known_ms) FROM event WHERE corrects IS NOT NULL AND is_retracted = 0 GROUP BY corrects",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
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

/// By which channel, in the officer's words, each item was first sent: by row of the account and key of the post, as in
/// [`Subject`]. Of history that was brought in nobody said.
pub fn channels(reader: &Reader<'_>) -> Result<HashMap<(i64, String), String>> {
    let mut statement = reader.prepare_cached(
        "SELECT i.account,
           CASE WHEN i.post IS NULL THEN '' ELSE coalesce(p.key, 'post:' || hex(p.uid)) END, e.value
         FROM event e JOIN referral_item i ON i.id = e.item LEFT JOIN post p ON p.id = i.post
         WHERE e.kind = 'sent' AND e.is_retracted = 0 AND i.is_retracted = 0
         ORDER BY e.happened_ms DESC, e.seq DESC",
    )?;
    let rows = statement.query_map([], |row| Ok(((row.get(0)?, row.get(1)?), row.get(2)?)))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// By what an account is known elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The platform's id.
    pub id: Option<String>,
    /// The handle it was last seen with, as written.
    pub handle: Option<String>,
    /// Its canonical address.
    pub address: Option<String>,
}

/// By what accounts are known elsewhere, by their rows.
pub fn named(reader: &Reader<'_>) -> Result<HashMap<i64, Named>> {
    let mut statement = reader
        .prepare_cached("SELECT account, platform_id, handle, canonical_url FROM account_state")?;
    let rows = statement.query_map([], |row| {
        let named = Named {
            id: row.get(1)?,
            handle: row.get(2)?,
            address: row.get(3)?,
        };
        Ok((row.get(0)?, named))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}
