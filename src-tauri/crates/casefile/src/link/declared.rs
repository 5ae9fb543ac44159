//! What officers said of who operates accounts, as the networks take it into account.

use crate::query::narrow_row;
use crate::table::declaration::{self, Declaration};
use crate::{Reader, Result};
use breakwater_model::network::DeclarationKind;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// Every declaration that stands. A cut outranks whatever joins: values and declarations alike.
#[derive(Default)]
pub(super) struct Declared {
    all: Vec<Declaration>,
    together: Vec<BTreeSet<u32>>,
    apart: BTreeMap<u32, BTreeSet<u32>>,
}

impl Declared {
    /// Reads them.
    pub fn read(reader: &Reader<'_>) -> Result<Self> {
        let mut declared = Self::default();
        for one in declaration::standing(reader.db())? {
            let rows = |rows: &[i64]| {
                rows.iter()
                    .map(|row| narrow_row(*row))
                    .collect::<Result<_>>()
            };
            let (accounts, from): (BTreeSet<u32>, BTreeSet<u32>) =
                (rows(&one.accounts)?, rows(&one.from)?);
            match one.kind {
                DeclarationKind::Together => declared.together.push(accounts),
                DeclarationKind::Apart => {
                    for account in &accounts {
                        declared.apart.entry(*account).or_default().extend(&from);
                    }
                    for account in &from {
                        declared
                            .apart
                            .entry(*account)
                            .or_default()
                            .extend(&accounts);
                    }
                }
            }
            declared.all.push(one);
        }
        Ok(declared)
    }

    /// The same without those who join nobody, whatever was said of them: victims, children, third parties.
    pub fn without(mut self, kept_apart: &HashSet<u32>) -> Self {
        for set in &mut self.together {
            set.retain(|account| !kept_apart.contains(account));
        }
        self.together.retain(|set| set.len() > 1);
        self
    }

    /// Sets of accounts that are operated together.
    pub fn together(&self) -> &[BTreeSet<u32>] {
        &self.together
    }

    /// True if somebody said that these two are apart.
    pub fn are_apart(&self, one: u32, other: u32) -> bool {
        self.apart
            .get(&one)
            .is_some_and(|from| from.contains(&other))
    }

    /// Those of these accounts who are held apart from others of them.
    pub fn held_apart(&self, accounts: &BTreeSet<u32>) -> Vec<u32> {
        let among = |from: &BTreeSet<u32>| from.iter().any(|other| accounts.contains(other));
        let held = accounts
            .iter()
            .filter(|account| self.apart.get(account).is_some_and(among));
        held.copied().collect()
    }

    /// The same, of these accounts alone.
    pub fn among(&self, accounts: &BTreeSet<u32>) -> Self {
        Self {
            all: Vec::new(),
            together: self
                .together
                .iter()
                .map(|set| set & accounts)
                .filter(|set| set.len() > 1)
                .collect(),
            apart: BTreeMap::new(),
        }
    }

    /// What was said of these accounts: of two of them that they are together, of one that it is apart from anybody.
    pub fn of(&self, accounts: &BTreeSet<i64>) -> impl Iterator<Item = &Declaration> {
        self.all.iter().filter(move |one| {
            let among = one.everybody().filter(|row| accounts.contains(row)).count();
            match one.kind {
                DeclarationKind::Together => among > 1,
                DeclarationKind::Apart => among > 0,
            }
        })
    }
}
