//! Which account a row is about: the five intake rules.
//!
//! 1. The id is known and stored: that account; the handle is a sighting.
//! 2. The id is known and not stored, and the handle is held by an account without id: it adopts the id.
//! 3. The id is known, and the handle is held by an account with another id: a new account.
//! 4. No id: the account that held the handle last at that date, unless it has since been seen by id under
//!    another handle: then a new account.
//! 5. No date: the date of import, marked assumed.

use super::row::Row;
use crate::{Result, Session};
use breakwater_casefile::Reader;
use breakwater_casefile::table::{account, sighting};
use breakwater_casefile::undo;
use breakwater_model::Instant;
use std::collections::{HashMap, HashSet};

/// The account a row is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Target {
    /// One in the case.
    Known(i64),
    /// One an undone import had made: it comes back with its id.
    Reborn(i64),
    /// The so-many-eth new one of this file.
    New(u32),
}

/// How it was found, in words for the preview; empty where there is nothing to say.
pub type Why = &'static str;

/// What this file has said so far, over what the case knows.
#[derive(Default)]
pub struct Resolver {
    by_id: HashMap<(String, String), Target>,
    by_handle: HashMap<(String, String), Vec<(Instant, Target)>>,
    by_address: HashMap<String, Target>,
    with_id: HashSet<Target>,
    met: HashSet<Target>,
    new: u32,
}

impl Resolver {
    /// The account a row is about, and whether this file has met it before.
    pub fn resolve(&mut self, reader: &Reader<'_>, row: &Row) -> Result<(Target, bool, Why)> {
        let (found, why) = self.find(reader, row)?;
        let target = match found {
            Some(target) => target,
            None => self.unknown(reader, row)?,
        };
        let met = self.note(row, target);
        Ok((target, met, why))
    }

    fn find(&self, reader: &Reader<'_>, row: &Row) -> Result<(Option<Target>, Why)> {
        if let Some(id) = &row.own_id
            && let Ok(known) = account::row(reader, *id)
        {
            return Ok((Some(Target::Known(known)), ""));
        }
        if let Some(id) = &row.platform_id {
            if let Some(known) = self.by_id(reader, &row.platform, id)? {
                return Ok((Some(known), ""));
            }
            let Some(holder) = self.by_handle(reader, row)? else {
                return Ok((None, ""));
            };
            return Ok(if self.has_id(reader, holder)? {
                (None, "same handle, other owner")
            } else {
                (Some(holder), "adopts the id")
            });
        }
        if row.folded.is_some() {
            let Some(holder) = self.by_handle(reader, row)? else {
                return Ok((None, ""));
            };
            if let (Target::Known(account), Some(folded)) = (holder, &row.folded)
                && sighting::moved_on(reader, account, folded, row.seen.at)?
            {
                return Ok((None, "handle reused?"));
            }
            return Ok((Some(holder), ""));
        }
        let Some(address) = &row.canonical_url else {
            return Ok((None, ""));
        };
        let known = match self.by_address.get(address) {
            Some(target) => Some(*target),
            None => sighting::holder_of_address(reader, address)?.map(Target::Known),
        };
        Ok((known, ""))
    }

    fn by_id(&self, reader: &Reader<'_>, platform: &str, id: &str) -> Result<Option<Target>> {
        match self.by_id.get(&(platform.to_owned(), id.to_owned())) {
            Some(target) => Ok(Some(*target)),
            None => Ok(sighting::holder_of_id(reader, platform, id)?.map(Target::Known)),
        }
    }

    /// Who held the handle last at the row's date, by this file or by the case.
    fn by_handle(&self, reader: &Reader<'_>, row: &Row) -> Result<Option<Target>> {
        let Some(folded) = &row.folded else {
            return Ok(None);
        };
        let here = self
            .by_handle
            .get(&(row.platform.clone(), folded.clone()))
            .and_then(|seen| {
                let before = seen
                    .iter()
                    .filter(|(at, _)| *at <= row.seen.at)
                    .max_by_key(|(at, _)| *at);
                before
                    .or_else(|| seen.iter().min_by_key(|(at, _)| *at))
                    .map(|(_, target)| *target)
            });
        match here {
            Some(target) => Ok(Some(target)),
            None => Ok(
                sighting::holder_of_handle(reader, &row.platform, folded, row.seen.at)?
                    .map(Target::Known),
            ),
        }
    }

    fn has_id(&self, reader: &Reader<'_>, target: Target) -> Result<bool> {
        if self.with_id.contains(&target) {
            return Ok(true);
        }
        match target {
            Target::Known(account) | Target::Reborn(account) => {
                Ok(sighting::id_of(reader, account)?.is_some())
            }
            Target::New(_) => Ok(false),
        }
    }

    fn unknown(&mut self, reader: &Reader<'_>, row: &Row) -> Result<Target> {
        let reborn = undo::retracted(
            reader,
            &row.platform,
            row.platform_id.as_deref(),
            row.folded.as_deref(),
        )?;
        if let Some(account) = reborn
            && !self.met.contains(&Target::Reborn(account))
        {
            return Ok(Target::Reborn(account));
        }
        self.new += 1;
        Ok(Target::New(self.new - 1))
    }

    /// Remembers what the row said; true if the target was met before.
    fn note(&mut self, row: &Row, target: Target) -> bool {
        let met = !self.met.insert(target);
        if let Some(id) = &row.platform_id {
            self.by_id
                .insert((row.platform.clone(), id.clone()), target);
            self.with_id.insert(target);
        }
        if let Some(folded) = &row.folded {
            self.by_handle
                .entry((row.platform.clone(), folded.clone()))
                .or_default()
                .push((row.seen.at, target));
        }
        if let Some(address) = &row.canonical_url {
            self.by_address.insert(address.clone(), target);
        }
        met
    }
}

/// The number of the last change to any account; a preview holds while it stays.
pub fn standing(session: &Session) -> Result<i64> {
    session.read(|reader| breakwater_casefile::audit_log::last_account_change(reader))
}
