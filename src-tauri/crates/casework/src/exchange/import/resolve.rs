//! Which account a row is about: the five intake rules.
//!
//! 1. The id is known and stored: that account; the handle is a sighting.
//! 2. The id is known and not stored, and the handle is held by an account without id: it adopts the id.
//! 3. The id is known, and the handle is held by an account with another id: a new account.
//! 4. No id: the account that held the handle last at that date, unless it has since been seen by id under
//!    another handle: then a new account.
//! 5. No date: the date of import, marked assumed.
//!
//! Before all of them stands the account's own id, which our exports carry.

use super::memory::{Handles, Keys, Marks, Packed};
use super::row::Row;
use crate::Result;
use breakwater_casefile::Reader;
use breakwater_casefile::erase::Tombstones;
use breakwater_casefile::table::{account, erasure, merge, sighting};
use breakwater_model::platform::Unit;
use breakwater_model::{AccountId, Instant};
use std::collections::HashMap;

/// The account a row is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// One in the case.
    Known(i64),
    /// One an undone import had made: it comes back with its id.
    Reborn(i64),
    /// The so-many-eth new one of this file.
    New(u32),
}

/// Certificate and day of the erasure of the account that was known as a row says.
pub fn erased(
    reader: &Reader<'_>,
    row: &Row,
    tombstones: &Tombstones,
) -> Result<Option<(u32, Instant)>> {
    if let Some(id) = row.own_id
        && let Some((own, _)) = account::any_row(reader, id)?
        && let Some(known) = erasure::of_account(reader, own)?
    {
        return Ok(Some(known));
    }
    tombstones.met(
        &row.platform,
        row.platform_id.as_deref(),
        row.folded.as_deref(),
        row.canonical_url.as_deref(),
    )
}

/// How it was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Why {
    /// There is nothing to say.
    #[default]
    Plain,
    /// The handle's holder has another id.
    OtherOwner,
    /// The handle's holder had no id yet.
    AdoptsId,
    /// The handle's holder has moved on.
    Reused,
    /// It stood in the case as a short link that led nowhere yet.
    Resolves,
    /// The short link of the row stands as an item of its own beside the account it leads to.
    LinkStands,
}

impl Why {
    /// In words for the preview; empty where there is nothing to say.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::OtherOwner => "same handle, other owner",
            Self::AdoptsId => "adopts the id",
            Self::Reused => "handle reused?",
            Self::Resolves => "the short link it was known by is resolved",
            Self::LinkStands => {
                "its short link stands in the case as an unresolved item of its own: merge the two"
            }
        }
    }
}

/// Who has a handle since its holder moved on: somebody the case met after that, else somebody new.
fn after_moving(
    reader: &Reader<'_>,
    row: &Row,
    folded: &str,
    gone: i64,
) -> Result<(Option<Target>, Why)> {
    let at = row.seen.at;
    let since = sighting::holder_of_handle(reader, &row.platform, folded, at)?;
    Ok(match since.filter(|since| *since != gone) {
        Some(since) if !sighting::moved_on(reader, since, folded, at)? => {
            (Some(Target::Known(since)), Why::Plain)
        }
        _ => (None, Why::Reused),
    })
}

/// What this file has said so far, over what the case knows.
#[derive(Default)]
pub struct Resolver {
    keys: Keys,
    by_own_id: HashMap<u128, Packed>,
    by_id: HashMap<u128, Packed>,
    by_handle: Handles,
    by_address: HashMap<u128, Packed>,
    with_id: Marks,
    resolved: Marks,
    met: Marks,
    new: u32,
}

impl Resolver {
    /// The account a row is about, and whether this file has met it before.
    pub fn resolve(&mut self, reader: &Reader<'_>, row: &Row) -> Result<(Target, bool, Why)> {
        let (found, why) = self.find(reader, row)?;
        let (found, why) = self.by_link(reader, row, found, why)?;
        let target = match found {
            Some(target) => target,
            None => self.unknown(reader, row)?,
        };
        let met = self.note(row, target);
        Ok((target, met, why))
    }

    /// Certificate and day of the erasure of the account a row is about, where the case knows no other for it.
    pub fn erased(
        &self,
        reader: &Reader<'_>,
        row: &Row,
        tombstones: &Tombstones,
    ) -> Result<Option<(u32, Instant)>> {
        if tombstones.is_empty() {
            return Ok(None);
        }
        let told = erased(reader, row, tombstones)?;
        if told.is_some() && self.find(reader, row)?.0.is_some() {
            return Ok(None);
        }
        Ok(told)
    }

    fn find(&self, reader: &Reader<'_>, row: &Row) -> Result<(Option<Target>, Why)> {
        if let Some(id) = row.own_id
            && let Some(target) = self.by_own_id(reader, id)?
        {
            return Ok((Some(target), Why::Plain));
        }
        if let Some(id) = &row.platform_id {
            if let Some(known) = self.by_id(reader, &row.platform, id)? {
                return Ok((Some(known), Why::Plain));
            }
            let Some(holder) = self.by_handle(reader, row)? else {
                return Ok((None, Why::Plain));
            };
            return Ok(if self.has_id(reader, holder)? {
                (None, Why::OtherOwner)
            } else {
                (Some(holder), Why::AdoptsId)
            });
        }
        if row.folded.is_some() {
            let Some(holder) = self.by_handle(reader, row)? else {
                return Ok((None, Why::Plain));
            };
            if let (Target::Known(account), Some(folded)) = (holder, &row.folded)
                && sighting::moved_on(reader, account, folded, row.seen.at)?
            {
                return after_moving(reader, row, folded, account);
            }
            return Ok((Some(holder), Why::Plain));
        }
        let Some(address) = &row.canonical_url else {
            return Ok((None, Why::Plain));
        };
        let known = match self.by_address.get(&self.keys.key("", address)) {
            Some(target) => Some(target.target()),
            None => sighting::holder_of_address(reader, address)?.map(Target::Known),
        };
        Ok((known, Why::Plain))
    }

    /// An account that is not known otherwise is the short link that led to it, if that stands unresolved.
    fn by_link(
        &self,
        reader: &Reader<'_>,
        row: &Row,
        found: Option<Target>,
        why: Why,
    ) -> Result<(Option<Target>, Why)> {
        let Some(link) = &row.short_link else {
            return Ok((found, why));
        };
        let unresolved = match self.by_address.get(&self.keys.key("", link)) {
            Some(target) => Some(target.target()),
            None => match sighting::holder_of_address(reader, link)? {
                Some(account) if account::by_row(reader, account)?.unit == Unit::ShortLink => {
                    Some(Target::Known(account))
                }
                _ => None,
            },
        };
        let unresolved = unresolved.filter(|target| !self.resolved.contains(*target));
        Ok(match (found, unresolved) {
            (None, Some(link)) => (Some(link), Why::Resolves),
            (Some(found), Some(link)) if found != link && why == Why::Plain => {
                (Some(found), Why::LinkStands)
            }
            _ => (found, why),
        })
    }

    /// The account with this own id: of this file, or of the case, retracted or not.
    fn by_own_id(&self, reader: &Reader<'_>, id: AccountId) -> Result<Option<Target>> {
        if let Some(target) = self.by_own_id.get(&id.uuid().as_u128()) {
            return Ok(Some(target.target()));
        }
        Ok(match account::any_row(reader, id)? {
            Some((row, true)) => Some(Target::Reborn(row)),
            Some((row, false)) if erasure::of_account(reader, row)?.is_some() => None,
            Some((row, false)) => Some(Target::Known(merge::target(reader, row)?)),
            None => None,
        })
    }

    fn by_id(&self, reader: &Reader<'_>, platform: &str, id: &str) -> Result<Option<Target>> {
        match self.by_id.get(&self.keys.key(platform, id)) {
            Some(target) => Ok(Some(target.target())),
            None => Ok(sighting::holder_of_id(reader, platform, id)?.map(Target::Known)),
        }
    }

    /// Who held the handle last at the row's date, by this file or by the case.
    fn by_handle(&self, reader: &Reader<'_>, row: &Row) -> Result<Option<Target>> {
        let Some(folded) = &row.folded else {
            return Ok(None);
        };
        let key = self.keys.key(&row.platform, folded);
        match self.by_handle.holder(key, row.seen.at) {
            Some(target) => Ok(Some(target)),
            None => Ok(
                sighting::holder_of_handle(reader, &row.platform, folded, row.seen.at)?
                    .map(Target::Known),
            ),
        }
    }

    fn has_id(&self, reader: &Reader<'_>, target: Target) -> Result<bool> {
        if self.with_id.contains(target) {
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
        let reborn = account::retracted(
            reader,
            &row.platform,
            row.platform_id.as_deref(),
            row.folded.as_deref(),
        )?;
        if let Some(account) = reborn
            && !self.met.contains(Target::Reborn(account))
        {
            return Ok(Target::Reborn(account));
        }
        self.new += 1;
        Ok(Target::New(self.new - 1))
    }

    /// Remembers what the row said; true if the target was met before.
    fn note(&mut self, row: &Row, target: Target) -> bool {
        let met = self.met.insert(target);
        let packed = Packed::from(target);
        if row.unit != Unit::ShortLink {
            self.resolved.insert(target);
        }
        if let Some(id) = row.own_id {
            self.by_own_id.insert(id.uuid().as_u128(), packed);
        }
        if let Some(id) = &row.platform_id {
            self.by_id.insert(self.keys.key(&row.platform, id), packed);
            self.with_id.insert(target);
        }
        if let Some(folded) = &row.folded {
            let key = self.keys.key(&row.platform, folded);
            self.by_handle.put(key, row.seen.at, packed);
        }
        if let Some(address) = row.canonical_url.as_ref().filter(|_| row.is_by_address) {
            self.by_address.insert(self.keys.key("", address), packed);
        }
        met
    }
}
