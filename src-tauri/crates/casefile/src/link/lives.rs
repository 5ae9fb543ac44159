//! Lives: when an account was gone, which one came after it, and how long each stayed.
//!
//! Invariant: that an account is gone follows from its events alone, read in the order in which they happened. A
//! decision *removed* or *suspended* says so at its time; two checks that saw it offline a day apart say so at the time
//! of the first; whatever is later and says otherwise (seen live, reinstated, withdrawn) takes that back.

use crate::Result;
use crate::table::succession::{self, Succession};
use breakwater_model::succession::{LifeView, SuccessionView, Verdict};
use breakwater_model::{AccountId, Instant};
use rusqlite::{Connection, OptionalExtension, named_params};
use std::collections::{BTreeMap, BTreeSet};

const DAY_MS: i64 = 86_400_000;

/// When the account was gone; `None` while it is not known to be.
pub fn gone(db: &Connection, account: i64) -> Result<Option<Instant>> {
    let mut statement = db.prepare_cached(
        "WITH own (id) AS (SELECT :account UNION ALL
           SELECT account FROM merge WHERE into_account = :account AND is_retracted = 0)
         SELECT kind, value, happened_ms FROM event WHERE seq IN
           (SELECT e.seq FROM own o JOIN event e ON e.account = o.id
            UNION SELECT e.seq FROM own o JOIN referral_item i ON i.account = o.id JOIN event e ON e.item = i.id)
           AND kind IN ('decided', 'withdrawn', 'observed') AND is_retracted = 0
           AND seq NOT IN (SELECT corrects FROM event WHERE corrects IS NOT NULL AND is_retracted = 0)
         ORDER BY place_ms, seq",
    )?;
    let (mut by_decision, mut offline, mut by_checks) = (None, None, None);
    let mut rows = statement.query(named_params! { ":account": account })?;
    while let Some(row) = rows.next()? {
        let (kind, value): (String, String) = (row.get(0)?, row.get(1)?);
        let at: i64 = row.get(2)?;
        match (kind.as_str(), value.as_str()) {
            ("decided", "removed" | "suspended") => by_decision = by_decision.or(Some(at)),
            ("decided", "reinstated") | ("withdrawn", _) => by_decision = None,
            ("observed", "live") => (by_decision, offline, by_checks) = (None, None, None),
            ("observed", "offline") => {
                let first = *offline.get_or_insert(at);
                if at - first >= DAY_MS {
                    by_checks = Some(first);
                }
            }
            _ => {}
        }
    }
    Ok([by_decision, by_checks]
        .into_iter()
        .flatten()
        .min()
        .map(Instant))
}

struct Seen {
    id: AccountId,
    label: String,
    first: Option<Instant>,
    last: Option<Instant>,
    referred: Option<Instant>,
}

/// When an account was first and last seen, by dated sightings, and first sent to a platform.
fn seen(db: &Connection, account: i64) -> Result<Option<Seen>> {
    let at = |row: &rusqlite::Row<'_>, column: usize| -> rusqlite::Result<Option<Instant>> {
        Ok(row.get::<_, Option<i64>>(column)?.map(Instant))
    };
    Ok(db
        .prepare_cached(
            "SELECT a.uid, s.label, s.first_ms, s.last_ms,
               (SELECT min(e.happened_ms) FROM referral_item i JOIN event e ON e.item = i.id
                WHERE i.account IN (SELECT s.account UNION ALL
                    SELECT account FROM merge WHERE into_account = s.account AND is_retracted = 0)
                  AND e.kind = 'sent' AND e.is_retracted = 0)
             FROM account_state s JOIN account a ON a.id = s.account WHERE s.account = :account",
        )?
        .query_row(named_params! { ":account": account }, |row| {
            Ok(Seen {
                id: AccountId::from_bytes(row.get(0)?),
                label: row.get(1)?,
                first: at(row, 2)?,
                last: at(row, 3)?,
                referred: at(row, 4)?,
            })
        })
        .optional()?)
}

/// What officers said, and the chains that the confirmed successions make.
#[derive(Default)]
pub(super) struct Chains {
    all: Vec<Succession>,
    before: BTreeMap<i64, i64>,
    after: BTreeMap<i64, BTreeSet<i64>>,
}

impl Chains {
    /// Reads what officers said. Of several predecessors the one confirmed first counts.
    pub fn read(db: &Connection) -> Result<Self> {
        let mut chains = Self {
            all: succession::standing(db)?,
            ..Self::default()
        };
        for one in chains.all.iter().filter(|one| one.is_confirmed) {
            let (late, early) = (one.account, one.predecessor);
            if chains.before.contains_key(&late) || is_before(&chains.before, late, early) {
                continue;
            }
            chains.before.insert(late, early);
            chains.after.entry(early).or_default().insert(late);
        }
        Ok(chains)
    }

    /// How many lives there were up to this account, with it.
    pub fn generation(&self, account: i64) -> u32 {
        let mut generation = 1;
        let mut at = account;
        while let Some(before) = self.before.get(&at) {
            generation += 1;
            at = *before;
        }
        generation
    }

    /// What was said of two accounts last, in either order.
    fn said(&self, one: i64, other: i64) -> Option<&Succession> {
        let mut all = self.all.iter().rev();
        all.find(|said| {
            let pair = (said.account, said.predecessor);
            pair == (one, other) || pair == (other, one)
        })
    }

    /// The account's life; `None` if it does not stand.
    pub fn life(&self, db: &Connection, account: i64) -> Result<Option<LifeView>> {
        let Some(seen) = seen(db, account)? else {
            return Ok(None);
        };
        let gone = gone(db, account)?;
        let days = |(first, gone): (Instant, Instant)| {
            u32::try_from((gone.0 - first.0).div_euclid(DAY_MS)).ok()
        };
        let before = self.before.get(&account);
        Ok(Some(LifeView {
            account: seen.id,
            label: seen.label,
            generation: self.generation(account),
            first_seen: seen.first,
            last_seen: seen.last,
            referred: seen.referred,
            gone,
            days: seen.first.zip(gone).and_then(days),
            after: before
                .map(|before| crate::table::account::id(db, *before))
                .transpose()?,
        }))
    }

    /// Every life of the chain an account is in, the first first; none where it is alone.
    pub fn of(&self, db: &Connection, account: i64) -> Result<Vec<LifeView>> {
        let mut first = account;
        while let Some(before) = self.before.get(&first) {
            first = *before;
        }
        let mut lives = Vec::new();
        let mut left = vec![first];
        while let Some(at) = left.pop() {
            lives.extend(self.life(db, at)?);
            left.extend(self.after.get(&at).into_iter().flatten().rev());
        }
        if lives.len() < 2 {
            lives.clear();
        }
        Ok(lives)
    }
}

/// True if `early` is `late`, or stands before it in a chain.
fn is_before(before: &BTreeMap<i64, i64>, early: i64, late: i64) -> bool {
    let mut at = Some(late);
    while let Some(account) = at {
        if account == early {
            return true;
        }
        at = before.get(&account).copied();
    }
    false
}

/// Whether one of two accounts may be the other come back: as an officer said, else proposed if they are linked.
pub(super) fn between(
    db: &Connection,
    chains: &Chains,
    (own, other): (i64, i64),
    is_linked: bool,
) -> Result<Option<SuccessionView>> {
    let Some(said) = chains.said(own, other) else {
        let found = if is_linked {
            came_after(db, own, other)?
        } else {
            None
        };
        return Ok(found.map(|(is_after, gone)| SuccessionView {
            id: None,
            verdict: Verdict::Proposed,
            is_after,
            gone: Some(gone),
            reason: None,
            officer: None,
            at: None,
        }));
    };
    Ok(Some(SuccessionView {
        id: Some(said.id),
        verdict: if said.is_confirmed {
            Verdict::Confirmed
        } else {
            Verdict::Refused
        },
        is_after: said.account == other,
        gone: gone(db, said.predecessor)?,
        reason: said.reason.clone(),
        officer: Some(said.officer.clone()),
        at: Some(said.at),
    }))
}

/// True if the other account was first seen after this one was gone, false if it is the other way round; with when
/// the earlier one was gone.
fn came_after(db: &Connection, own: i64, other: i64) -> Result<Option<(bool, Instant)>> {
    for (early, late, is_after) in [(own, other, true), (other, own, false)] {
        let Some(gone) = gone(db, early)? else {
            continue;
        };
        let first = seen(db, late)?.and_then(|seen| seen.first);
        if first.is_some_and(|first| first > gone) {
            return Ok(Some((is_after, gone)));
        }
    }
    Ok(None)
}
