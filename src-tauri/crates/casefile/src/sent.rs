//! Everything that was sent from this case and what was seen of it, read at once and kept; of accounts that a write told
//! of, read again.
//!
//! Invariant: what is kept is what a reading of all would give. A record that was merged into another, or taken back,
//! stands in no list; what its platform answered still counts as the platform's habit.

use crate::session::Session;
use crate::table::observed::Look;
use crate::table::past::SentItem;
use crate::table::{word, world};
use crate::writer::Record;
use crate::{Reader, Result};
use breakwater_model::{Instant, WorldTime};
use rusqlite::named_params;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Accounts from which on a write has everything read again rather than one account after the other.
const MANY: usize = 500;
const HOUR_MS: i64 = 3_600_000;

/// What became of an item that was sent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ItemFate {
    /// The unit took it back.
    pub is_withdrawn: bool,
    /// The platform's last decision ends the waiting.
    pub is_decided: bool,
    /// When the platform took it down, if that is its last decision.
    pub taken_down: Option<Instant>,
}

impl ItemFate {
    /// Enters that the unit withdrew it, or what the platform decided.
    fn hear(&mut self, kind: &str, value: &str, at: Instant) {
        if kind == "withdrawn" {
            self.is_withdrawn = true;
            return;
        }
        self.is_decided = is_final(value);
        let is_gone = matches!(value, "removed" | "suspended");
        self.taken_down = is_gone.then_some(at);
    }
}

/// An account of which something was sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SentAccount {
    /// Code of its platform.
    pub platform: String,
    /// True if it stands, and is not merged into another.
    pub is_listed: bool,
    /// True for the account of a victim, child or third party: in no list.
    pub is_kept_apart: bool,
    /// What was sent, in the order it was entered, with what became of it.
    pub items: Vec<(SentItem, ItemFate)>,
    /// What was seen of it, in the order it happened.
    pub looks: Vec<Look>,
    /// Hours from sending to the first decision, of each item that has one; of imported history too.
    pub hours: Vec<i64>,
}

/// Everything that was sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sent {
    /// By the account's row; of accounts with imported history alone, only how long an answer took is known.
    pub accounts: BTreeMap<i64, SentAccount>,
    /// Hours to an answer of each platform, shortest first.
    pub habits: HashMap<String, Vec<i64>>,
}

/// What is kept between two questions.
#[derive(Default)]
pub(crate) struct Kept {
    held: Mutex<Option<Sent>>,
    stale: Mutex<Stale>,
}

#[derive(Default)]
struct Stale {
    accounts: BTreeSet<i64>,
    is_all: bool,
}

impl Kept {
    /// Hears, once a write is committed, whether it bears on what was sent, and which accounts it touched.
    pub(crate) fn hear(&self, bears_on_sent: bool, touched: &[i64]) {
        if !bears_on_sent {
            return;
        }
        let mut stale = lock(&self.stale);
        if touched.is_empty() || touched.len() > MANY {
            stale.is_all = true;
            stale.accounts.clear();
        } else if !stale.is_all {
            stale.accounts.extend(touched);
        }
    }
}

/// True if a change of this field bears on what [`with`] gives.
pub(crate) fn bears_on(record: Record, field: &str) -> bool {
    match record.kind {
        "event" | "referral_item" | "past_item" | "merge" | "person_role" => true,
        "account" | "referral" => field == "is_retracted",
        _ => false,
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Works with what was sent as it is committed. Nothing is read unless a write told of items or of looks since.
pub fn with<T>(session: &Session, work: impl FnOnce(&Sent) -> T) -> Result<T> {
    let kept = &session.sent;
    let mut held = lock(&kept.held);
    // Taken before reading: what is committed meanwhile is told of again.
    let stale = std::mem::take(&mut *lock(&kept.stale));
    let known = held.take();
    let fresh = session.snapshot(|reader| match known {
        Some(mut sent) if !stale.is_all => {
            refresh(reader, &mut sent, &stale.accounts)?;
            Ok(sent)
        }
        _ => read(reader),
    })?;
    Ok(work(held.insert(fresh)))
}

fn refresh(reader: &Reader<'_>, sent: &mut Sent, accounts: &BTreeSet<i64>) -> Result<()> {
    if accounts.is_empty() {
        return Ok(());
    }
    for account in accounts {
        sent.accounts.remove(account);
        sent.accounts
            .append(&mut read_run(reader, *account, *account)?);
    }
    sent.habits = habits(&sent.accounts);
    Ok(())
}

/// Everything, read anew.
pub fn read(reader: &Reader<'_>) -> Result<Sent> {
    let accounts = read_run(reader, i64::MIN, i64::MAX)?;
    Ok(Sent {
        habits: habits(&accounts),
        accounts,
    })
}

fn habits(accounts: &BTreeMap<i64, SentAccount>) -> HashMap<String, Vec<i64>> {
    let mut habits: HashMap<String, Vec<i64>> = HashMap::new();
    for account in accounts.values().filter(|one| !one.hours.is_empty()) {
        let of = habits.entry(account.platform.clone()).or_default();
        of.extend(&account.hours);
    }
    for hours in habits.values_mut() {
        hours.sort_unstable();
    }
    habits
}

/// An event, as far as it bears on what was sent.
struct Row {
    account: i64,
    platform: String,
    is_listed: bool,
    is_kept_apart: bool,
    kind: String,
    value: String,
    of: (Option<i64>, Option<i64>),
    happened: WorldTime,
    item: Option<SentItem>,
    look: Option<Look>,
}

const EVENTS: &str = "SELECT e.account, a.platform, s.account IS NOT NULL, coalesce(s.role, '') IN ('victim', 'child', 'third-party'), e.kind, e.value, e.item, e.past,
    e.happened_ms, e.happened_precision, e.happened_raw, e.happened_zone,
    coalesce(e.detail ->> '$.method', 'looked'), i.id, r.id, r.number, coalesce(i.unit, 'account'),
    coalesce(p.key, ''), coalesce(e.detail ->> '$.reference', ''), coalesce(r.outside_reference, ''), e.seq,
    e.detail ->> '$.exhibit' IS NOT NULL
  FROM event e JOIN account a ON a.id = e.account
    LEFT JOIN account_state s ON s.account = e.account
    LEFT JOIN referral_item i ON i.id = e.item AND i.is_retracted = 0
    LEFT JOIN referral r ON r.id = i.referral AND r.is_retracted = 0
    LEFT JOIN post p ON p.id = i.post
  WHERE e.account BETWEEN :first AND :last AND e.is_retracted = 0 AND a.is_retracted = 0
    AND e.kind IN ('sent', 'decided', 'withdrawn', 'observed')
    AND (e.kind <> 'observed' OR EXISTS (SELECT 1 FROM event o WHERE o.account = e.account AND o.kind = 'sent'))
  ORDER BY e.account, e.place_ms, e.seq";

fn read_run(reader: &Reader<'_>, first: i64, last: i64) -> Result<BTreeMap<i64, SentAccount>> {
    let mut statement = reader.prepare_cached(EVENTS)?;
    let mut rows = statement.query(named_params! { ":first": first, ":last": last })?;
    let mut accounts: BTreeMap<i64, SentAccount> = BTreeMap::new();
    let mut of_one: Vec<(i64, Row)> = Vec::new();
    while let Some(row) = rows.next()? {
        let read = event(row)?;
        if of_one
            .first()
            .is_some_and(|(_, one)| one.account != read.account)
        {
            keep(&mut accounts, std::mem::take(&mut of_one));
        }
        of_one.push((row.get(20)?, read));
    }
    keep(&mut accounts, of_one);
    Ok(accounts)
}

fn event(row: &rusqlite::Row<'_>) -> Result<Row> {
    let kind: String = row.get(4)?;
    let happened = world(row, 8)?.unwrap_or_else(|| WorldTime::exact(Instant(0)));
    let (item, referral): (Option<i64>, Option<i64>) = (row.get(13)?, row.get(14)?);
    let account = row.get(0)?;
    let item = match (item, referral) {
        (Some(item), Some(referral)) if kind == "sent" => Some(SentItem {
            row: item,
            account,
            referral,
            number: row.get(15)?,
            unit: word(row, 16)?,
            post: row.get(17)?,
            references: [row.get(18)?, row.get(19)?],
            sent: happened.clone(),
        }),
        _ => None,
    };
    let look = if kind == "observed" {
        Some(Look {
            observed: word(row, 5)?,
            method: word(row, 12)?,
            at: happened.clone(),
            is_shown: row.get(21)?,
        })
    } else {
        None
    };
    Ok(Row {
        account,
        platform: row.get(1)?,
        is_listed: row.get(2)?,
        is_kept_apart: row.get(3)?,
        value: row.get(5)?,
        of: (row.get(6)?, row.get(7)?),
        kind,
        happened,
        item,
        look,
    })
}

/// Enters what the events of one account come to, given in the order they happened.
fn keep(accounts: &mut BTreeMap<i64, SentAccount>, rows: Vec<(i64, Row)>) {
    let Some((_, one)) = rows.first() else {
        return;
    };
    let (account, mut told) = (
        one.account,
        SentAccount {
            platform: one.platform.clone(),
            is_listed: one.is_listed,
            is_kept_apart: one.is_kept_apart,
            ..SentAccount::default()
        },
    );
    let mut sent: Vec<(i64, SentItem)> = Vec::new();
    let mut fates: HashMap<i64, ItemFate> = HashMap::new();
    let mut first_sent: HashMap<(Option<i64>, Option<i64>), i64> = HashMap::new();
    let mut first_decided: BTreeMap<(Option<i64>, Option<i64>), i64> = BTreeMap::new();
    for (seq, row) in rows {
        let at = row.happened.at.0;
        match row.kind.as_str() {
            "sent" => {
                first_sent.entry(row.of).or_insert(at);
                sent.extend(row.item.map(|item| (seq, item)));
            }
            "observed" => told.looks.extend(row.look),
            kind => {
                if kind == "decided" {
                    first_decided.entry(row.of).or_insert(at);
                }
                if let Some(item) = row.of.0 {
                    let fate = fates.entry(item).or_default();
                    fate.hear(kind, &row.value, row.happened.at);
                }
            }
        }
    }
    sent.sort_by_key(|(seq, _)| *seq);
    told.items = sent
        .into_iter()
        .map(|(_, item)| {
            let fate = fates.get(&item.row).copied().unwrap_or_default();
            (item, fate)
        })
        .collect();
    told.hours = first_decided
        .iter()
        .filter_map(|(of, decided)| {
            let sent = first_sent.get(of)?;
            (decided >= sent).then_some((decided - sent) / HOUR_MS)
        })
        .collect();
    if told.items.is_empty() {
        told.looks.clear();
        if told.hours.is_empty() {
            return;
        }
    }
    accounts.insert(account, told);
}

fn is_final(value: &str) -> bool {
    use breakwater_model::referral::PlatformDecision;
    serde_json::from_value(serde_json::Value::from(value)).is_ok_and(PlatformDecision::is_final)
}
