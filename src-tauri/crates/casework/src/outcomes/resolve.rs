//! Which account a row of an outcomes file is about: the intake rules, asked of the case first. What the case knows
//! wins over what earlier rows of the file said, because rows write nothing of an account that is known.

use super::row::Outcome;
use crate::Result;
use crate::exchange::import::memory::{Handles, Keys, Packed};
use crate::exchange::import::resolve::{Target, erased};
use breakwater_casefile::Reader;
use breakwater_casefile::erase::Tombstones;
use breakwater_casefile::table::{account, sighting};
use breakwater_model::Instant;
use std::collections::{HashMap, HashSet};

/// Accounts that rows of this file make or bring back.
#[derive(Default)]
pub struct Resolver {
    keys: Keys,
    by_id: HashMap<u128, Packed>,
    by_handle: Handles,
    by_address: HashMap<u128, Packed>,
    with_id: HashMap<Packed, String>,
    reborn: HashSet<i64>,
    new: u32,
}

impl Resolver {
    /// The account a row is about, and whether the row shows it with an id the case does not know yet.
    pub fn resolve(&mut self, reader: &Reader<'_>, outcome: &Outcome) -> Result<(Target, bool)> {
        let row = &outcome.row;
        if let Some(known) = self.known(reader, outcome)? {
            let target = Target::Known(known);
            let adopts = match &row.platform_id {
                Some(id) => sighting::holder_of_id(reader, &row.platform, id)?.is_none(),
                None => false,
            };
            if adopts {
                self.note_id(outcome, target);
            }
            return Ok((target, adopts));
        }
        if let Some(target) = self.met(outcome) {
            self.note(outcome, target);
            return Ok((target, false));
        }
        let reborn = account::retracted(
            reader,
            &row.platform,
            row.platform_id.as_deref(),
            row.folded.as_deref(),
        )?;
        let target = if let Some(account) = reborn.filter(|account| self.reborn.insert(*account)) {
            Target::Reborn(account)
        } else {
            self.new += 1;
            Target::New(self.new - 1)
        };
        self.note(outcome, target);
        Ok((target, false))
    }

    /// Certificate and day of the erasure of the account a row is about, where neither the case nor the file knows another.
    pub fn erased(
        &self,
        reader: &Reader<'_>,
        outcome: &Outcome,
        tombstones: &Tombstones,
    ) -> Result<Option<(u32, Instant)>> {
        if tombstones.is_empty() {
            return Ok(None);
        }
        let told = erased(reader, &outcome.row, tombstones)?;
        let is_another = told.is_some()
            && (self.known(reader, outcome)?.is_some() || self.met(outcome).is_some());
        Ok(told.filter(|_| !is_another))
    }

    /// The account of the case a row is about.
    fn known(&self, reader: &Reader<'_>, outcome: &Outcome) -> Result<Option<i64>> {
        let row = &outcome.row;
        if let Some(id) = &row.platform_id {
            if let Some(holder) = sighting::holder_of_id(reader, &row.platform, id)? {
                return Ok(Some(holder));
            }
            if let Some(packed) = self.by_id.get(&self.keys.key(&row.platform, id)) {
                return Ok(match packed.target() {
                    Target::Known(account) => Some(account),
                    _ => None,
                });
            }
            let Some(holder) = of_handle(reader, outcome)? else {
                return Ok(None);
            };
            let has_id = sighting::id_of(reader, holder)?.is_some()
                || self
                    .with_id
                    .contains_key(&Packed::from(Target::Known(holder)));
            return Ok((!has_id).then_some(holder));
        }
        if let Some(folded) = &row.folded {
            let Some(holder) = of_handle(reader, outcome)? else {
                return Ok(None);
            };
            let has_moved = sighting::moved_on(reader, holder, folded, row.seen.at)?;
            return Ok((!has_moved).then_some(holder));
        }
        let Some(address) = &row.canonical_url else {
            return Ok(None);
        };
        sighting::holder_of_address(reader, address)
    }

    /// One that an earlier row of the file made.
    fn met(&self, outcome: &Outcome) -> Option<Target> {
        let row = &outcome.row;
        if let Some(id) = &row.platform_id
            && let Some(found) = self.by_id.get(&self.keys.key(&row.platform, id))
        {
            return Some(found.target());
        }
        if let Some(folded) = &row.folded {
            let holder = self
                .by_handle
                .holder(self.keys.key(&row.platform, folded), row.seen.at)?;
            let other = self.with_id.get(&Packed::from(holder));
            let is_other =
                other.is_some_and(|has| row.platform_id.as_ref().is_some_and(|says| says != has));
            return (!is_other).then_some(holder);
        }
        if row.platform_id.is_some() {
            return None;
        }
        let address = row.canonical_url.as_ref()?;
        let found = self.by_address.get(&self.keys.key("", address))?;
        Some(found.target())
    }

    fn note_id(&mut self, outcome: &Outcome, target: Target) {
        let row = &outcome.row;
        if let Some(id) = &row.platform_id {
            let packed = Packed::from(target);
            self.by_id.insert(self.keys.key(&row.platform, id), packed);
            self.with_id.insert(packed, id.clone());
        }
    }

    fn note(&mut self, outcome: &Outcome, target: Target) {
        self.note_id(outcome, target);
        let row = &outcome.row;
        let packed = Packed::from(target);
        if let Some(folded) = &row.folded {
            let key = self.keys.key(&row.platform, folded);
            self.by_handle.put(key, row.seen.at, packed);
        }
        if let Some(address) = row.canonical_url.as_ref().filter(|_| row.is_by_address) {
            self.by_address.insert(self.keys.key("", address), packed);
        }
    }
}

fn of_handle(reader: &Reader<'_>, outcome: &Outcome) -> Result<Option<i64>> {
    let row = &outcome.row;
    let Some(folded) = &row.folded else {
        return Ok(None);
    };
    sighting::holder_of_handle(reader, &row.platform, folded, row.seen.at)
}
