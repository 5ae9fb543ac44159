//! Which rows name one account, across files: by id, else by platform and handle as they are compared, else by
//! address. A row that gives id and handle joins the two, unless both are known to belong to different ids: a handle
//! that passed to another owner makes no two people one.

use crate::exchange::import::memory::Keys;
use crate::exchange::import::row::Row;
use std::collections::HashMap;

/// The accounts met so far. Rows are given a number; [`Accounts::root`] tells which numbers are one account.
#[derive(Default)]
pub(super) struct Accounts {
    keys: Keys,
    by_key: HashMap<u128, u32>,
    parents: Vec<u32>,
    has_id: Vec<bool>,
}

impl Accounts {
    /// The number of the account a row names.
    pub(super) fn meet(&mut self, row: &Row) -> u32 {
        let key = |kind: &str, text: &str| self.keys.key(&row.platform, &format!("{kind}{text}"));
        let id = row.platform_id.as_deref().map(|id| key("#", id));
        let handle = row.folded.as_deref().map(|handle| key("@", handle));
        match (id, handle) {
            (Some(id), Some(handle)) => self.meet_both(id, handle),
            (Some(id), None) => self.known(id).unwrap_or_else(|| self.begin(&[id], true)),
            (None, Some(handle)) => self
                .known(handle)
                .unwrap_or_else(|| self.begin(&[handle], false)),
            (None, None) => {
                let address = self
                    .keys
                    .key("", row.canonical_url.as_deref().unwrap_or_default());
                self.known(address)
                    .unwrap_or_else(|| self.begin(&[address], false))
            }
        }
    }

    fn meet_both(&mut self, id: u128, handle: u128) -> u32 {
        match (self.known(id), self.known(handle)) {
            (None, None) => self.begin(&[id, handle], true),
            (Some(account), None) => {
                self.by_key.insert(handle, account);
                account
            }
            (None, Some(holder)) if self.is_without_id(holder) => {
                self.by_key.insert(id, holder);
                self.note_id(holder);
                holder
            }
            (None, Some(_)) => self.begin(&[id], true),
            (Some(account), Some(holder)) => {
                if account != holder && self.is_without_id(holder) {
                    self.join(holder, account);
                }
                account
            }
        }
    }

    fn known(&self, key: u128) -> Option<u32> {
        self.by_key.get(&key).map(|number| self.root(*number))
    }

    fn begin(&mut self, keys: &[u128], has_id: bool) -> u32 {
        let number = u32::try_from(self.parents.len()).unwrap_or(u32::MAX);
        self.parents.push(number);
        self.has_id.push(has_id);
        for key in keys {
            self.by_key.insert(*key, number);
        }
        number
    }

    fn is_without_id(&self, root: u32) -> bool {
        self.has_id.get(root as usize) == Some(&false)
    }

    fn note_id(&mut self, root: u32) {
        if let Some(has_id) = self.has_id.get_mut(root as usize) {
            *has_id = true;
        }
    }

    fn join(&mut self, root: u32, into: u32) {
        if let Some(parent) = self.parents.get_mut(root as usize) {
            *parent = into;
        }
    }

    /// The number that stands for the account, whatever row named it first.
    pub(super) fn root(&self, number: u32) -> u32 {
        let mut at = number;
        while let Some(parent) = self
            .parents
            .get(at as usize)
            .filter(|parent| **parent != at)
        {
            at = *parent;
        }
        at
    }

    /// How many accounts there are.
    pub(super) fn count(&self) -> u32 {
        let roots = (0u32..).zip(&self.parents);
        let roots = roots.filter(|(number, parent)| number == *parent).count();
        u32::try_from(roots).unwrap_or(u32::MAX)
    }
}
