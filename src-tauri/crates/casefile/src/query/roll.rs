//! The roll of all accounts, kept in memory: what lists are filtered and ordered
//! by, 41 bytes an account, and the orders themselves, 4 bytes an account each.
//!
//! Invariant: it says what `account_state` says. It is read once and then kept
//! level with the accounts each write touched; an order that nobody asked for is
//! not made. Two bytes stand for a platform's code and for a language.

use super::facts::{ABSENT, Facts, NEVER};
use super::near;
use super::queue;
use super::set::Set;
use crate::{Error, Reader, Result};
use breakwater_text::search::{BANDS, Has, ROLES, STATUSES, UNITS};
use rusqlite::types::Value;
use rusqlite::{Row, named_params};
use std::collections::HashMap;
use std::collections::hash_map::Entry as Slot;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::rc::Rc;
use std::sync::Arc;

/// Reads accounts as the roll keeps them.
pub(super) const READ: &str = "SELECT account, platform, status, unit, language, imported_ms, last_ms, label,
    exhibits > 0, is_translated, open_actions > 0, handle IS NOT NULL, platform_id IS NOT NULL, review_ms, due_ms, band, halves,
    coalesce(no_action_ms / 86400000, 0), is_unreadable, warnings, role
  FROM account_state";

/// All accounts.
#[derive(Debug, Default)]
pub struct Roll {
    facts: Vec<Facts>,
    /// Where each account stands in the queue, as [`queue::place`] says.
    places: Vec<u8>,
    /// Those that stand.
    pub present: Set,
    /// Of them, the accounts of victims, children and third parties.
    pub kept_apart: Set,
    /// Accounts with a decision of no action, whose clock runs or has run out.
    pub clocked: Set,
    /// Accounts the unit acts on, as [`near::is_live`] says.
    pub(super) live: Set,
    /// Codes of platforms.
    pub platforms: Vec<String>,
    /// Codes of languages; the first is none.
    pub languages: Vec<String>,
    /// When holds end, in milliseconds.
    pub review: HashMap<u32, i64>,
    /// What accounts warn of, in bits; those that warn of nothing are not in it.
    pub warned: HashMap<u32, u8>,
    /// Accounts that share a value with one the unit acts on; `None` until the queue asks, and after a write.
    pub(super) near: Option<Set>,
    pub(super) by_import: Arc<Vec<u32>>,
    pub(super) by_label: Option<Arc<Vec<u32>>>,
    pub(super) by_seen: Option<Arc<Vec<u32>>>,
    having: HashMap<Has, Set>,
}

/// An account as it is read.
struct Entry {
    row: u32,
    facts: Facts,
    review: Option<i64>,
    warnings: u8,
}

impl Roll {
    /// Reads all accounts.
    pub fn read(reader: &Reader<'_>) -> Result<Self> {
        let mut roll = Self {
            languages: vec![String::new()],
            ..Self::default()
        };
        let mut statement = reader.db().prepare_cached(READ)?;
        let mut rows = statement.query([])?;
        let mut order = Vec::new();
        while let Some(row) = rows.next()? {
            let entry = roll.entry(row)?;
            order.push(entry.row);
            roll.put(&entry);
        }
        order.sort_by_key(|row| (roll.of(*row).imported, *row));
        roll.by_import = Arc::new(order);
        Ok(roll)
    }

    /// What is known of an account.
    pub fn of(&self, row: u32) -> &Facts {
        self.facts.get(row as usize).unwrap_or(&ABSENT)
    }

    /// Where it stands in the queue, as [`queue::place`] says.
    pub(super) fn place(&self, row: u32) -> u8 {
        self.places.get(row as usize).copied().unwrap_or_default()
    }

    /// Brings the roll level with what a write touched.
    pub fn refresh(&mut self, reader: &Reader<'_>, touched: &[u32]) -> Result<()> {
        self.near = None;
        let mut read = HashMap::new();
        let mut statement = reader
            .db()
            .prepare_cached(&format!("{READ} WHERE account IN rarray(:wanted)"))?;
        let mut rows = statement.query(named_params! { ":wanted": wanted(touched) })?;
        while let Some(row) = rows.next()? {
            let entry = self.entry(row)?;
            read.insert(entry.row, entry);
        }
        let mut moved = Moved::default();
        for row in touched {
            let (before, stood) = (*self.of(*row), self.present.contains(*row));
            let entry = read.remove(row);
            let stands = entry.is_some();
            let now = entry.as_ref().map_or(ABSENT, |entry| entry.facts);
            match entry {
                Some(entry) => self.put(&entry),
                None => self.forget(*row),
            }
            let differs = |is_other: bool| stood != stands || is_other;
            moved.note(
                *row,
                (stood, stands),
                [
                    differs(before.imported != now.imported),
                    differs(before.label != now.label),
                    differs(before.seen != now.seen),
                ],
            );
        }
        self.move_in_orders(reader, &moved)?;
        for (what, set) in &mut self.having {
            let having = having(reader, *what, Some(touched))?;
            for row in touched {
                set.put(*row, having.contains(*row));
            }
        }
        Ok(())
    }

    /// Accounts that have something which does not stand with the account itself.
    pub fn having(&mut self, reader: &Reader<'_>, what: Has) -> Result<()> {
        if let Slot::Vacant(slot) = self.having.entry(what) {
            slot.insert(having(reader, what, None)?);
        }
        Ok(())
    }

    /// The same, once it was read.
    pub fn that_have(&self, what: Has) -> Option<&Set> {
        self.having.get(&what)
    }

    fn entry(&mut self, row: &Row<'_>) -> Result<Entry> {
        let text = |at: usize| -> Result<&str> {
            let value = row.get_ref(at)?;
            Ok(value
                .as_str_or_null()
                .map_err(rusqlite::Error::from)?
                .unwrap_or_default())
        };
        let mut label = DefaultHasher::new();
        text(7)?.hash(&mut label);
        let mut flags = 0;
        for (bit, at) in (8..13).chain([18]).enumerate() {
            flags |= u8::from(row.get::<_, bool>(at)?) << bit;
        }
        let due: Option<i64> = row.get(14)?;
        let due = due.and_then(|due| u32::try_from(due / 1000).ok());
        let facts = Facts {
            imported: row.get(5)?,
            seen: row.get::<_, Option<i64>>(6)?.unwrap_or(NEVER),
            // Half of the hash is enough: it only says whether a label changed.
            label: u32::try_from(label.finish() >> 32).unwrap_or_default(),
            platform: number(&mut self.platforms, text(1)?)?,
            language: number(&mut self.languages, text(4)?)?,
            status: listed(&STATUSES, text(2)?)?,
            unit: listed(&UNITS, text(3)?)?,
            flags,
            band: listed(&BANDS, text(15)?)?,
            halves: row.get::<_, u16>(16)?,
            no_action: row.get::<_, u16>(17)?,
            due: due.unwrap_or_default(),
            role: listed(&ROLES, text(20)?)?,
        };
        Ok(Entry {
            row: narrow(row.get(0)?)?,
            facts,
            review: row.get(13)?,
            warnings: row.get(19)?,
        })
    }

    fn put(&mut self, entry: &Entry) {
        let at = entry.row as usize;
        if at >= self.facts.len() {
            self.facts.resize(at + 1, ABSENT);
            self.places.resize(at + 1, queue::place(&ABSENT));
        }
        if let Some((facts, place)) = self.facts.get_mut(at).zip(self.places.get_mut(at)) {
            (*facts, *place) = (entry.facts, queue::place(&entry.facts));
        }
        self.present.insert(entry.row);
        self.kept_apart.put(entry.row, entry.facts.is_kept_apart());
        self.clocked.put(entry.row, entry.facts.no_action > 0);
        self.live.put(entry.row, near::is_live(&entry.facts));
        match entry.review {
            Some(time) => self.review.insert(entry.row, time),
            None => self.review.remove(&entry.row),
        };
        if entry.warnings == 0 {
            self.warned.remove(&entry.row);
        } else {
            self.warned.insert(entry.row, entry.warnings);
        }
    }

    fn forget(&mut self, row: u32) {
        if let Some(facts) = self.facts.get_mut(row as usize) {
            *facts = ABSENT;
        }
        self.present.remove(row);
        self.kept_apart.remove(row);
        self.clocked.remove(row);
        self.live.remove(row);
        self.review.remove(&row);
        self.warned.remove(&row);
    }
}

/// Accounts that stand elsewhere than before, order by order: import, label, last sighting.
#[derive(Default)]
pub(super) struct Moved {
    pub orders: [Changed; 3],
}

/// Accounts that leave an order and that enter it.
#[derive(Default)]
pub(super) struct Changed {
    pub leaving: Set,
    pub entering: Vec<u32>,
    pub is_leaving: bool,
}

impl Moved {
    fn note(&mut self, row: u32, (stood, stands): (bool, bool), is_moved: [bool; 3]) {
        for (order, is_moved) in self.orders.iter_mut().zip(is_moved) {
            if is_moved && stood {
                order.leaving.insert(row);
                order.is_leaving = true;
            }
            if is_moved && stands {
                order.entering.push(row);
            }
        }
    }
}

fn having(reader: &Reader<'_>, what: Has, among: Option<&[u32]>) -> Result<Set> {
    let sql = match what {
        Has::Note => "SELECT DISTINCT account FROM note WHERE is_retracted = 0",
        Has::Post => "SELECT DISTINCT account FROM post WHERE is_retracted = 0",
        Has::Referral => {
            "SELECT DISTINCT i.account FROM referral_item i JOIN referral r ON r.id = i.referral
             WHERE i.is_retracted = 0 AND r.is_retracted = 0"
        }
        _ => return Ok(Set::default()),
    };
    let rows: Vec<i64> = match among {
        None => reader
            .db()
            .prepare_cached(sql)?
            .query_map([], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?,
        Some(among) => reader
            .db()
            .prepare_cached(&format!("{sql} AND account IN rarray(:wanted)"))?
            .query_map(named_params! { ":wanted": wanted(among) }, |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?,
    };
    rows.into_iter().map(narrow).collect()
}

/// Rows as a table a statement can read.
pub(super) fn wanted(rows: &[u32]) -> Rc<Vec<Value>> {
    Rc::new(rows.iter().map(|row| Value::from(*row)).collect())
}

/// A row of an account in four bytes.
pub(crate) fn narrow(row: i64) -> Result<u32> {
    u32::try_from(row).map_err(|_| Error::Internal("more accounts than a list can hold".into()))
}

fn number(all: &mut Vec<String>, text: &str) -> Result<u16> {
    let at = all.iter().position(|one| one == text).unwrap_or_else(|| {
        all.push(text.to_owned());
        all.len() - 1
    });
    u16::try_from(at)
        .map_err(|_| Error::Internal("more platforms or languages than a list can hold".into()))
}

fn listed<T>(all: &[(&str, T)], text: &str) -> Result<u8> {
    let at = all.iter().position(|(word, _)| *word == text);
    at.and_then(|at| u8::try_from(at).ok())
        .ok_or_else(|| Error::Damaged(format!("a word of the case is unknown: {text:?}")))
}
