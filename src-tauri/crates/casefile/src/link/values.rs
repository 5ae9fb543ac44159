//! Every value that links accounts, with the accounts it stands on.

use super::find::family;
use super::names::Names;
use super::never::Never;
use crate::query::narrow_row;
use crate::table::{merge, role};
use crate::{Reader, Result};
use breakwater_model::link::TieKind;
use breakwater_model::role::PersonRole;
use breakwater_text::link::{facts, naming, of_code};
use rusqlite::named_params;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// Values by number, and who has them.
#[derive(Default)]
pub(super) struct Values {
    /// Rows of merged records, with those they stand under.
    redirects: HashMap<u32, u32>,
    all: Vec<(TieKind, String)>,
    /// Accounts that join nobody: victims, children, third parties.
    apart: HashSet<u32>,
    /// What was said of the people behind accounts.
    roles: BTreeMap<i64, PersonRole>,
    /// The numbers of an account's values, ascending.
    pub of_account: BTreeMap<u32, Vec<u32>>,
}

impl Values {
    /// The record that stands for this one.
    fn standing(&self, account: u32) -> u32 {
        self.redirects.get(&account).copied().unwrap_or(account)
    }

    /// The kind of a value.
    pub fn kind(&self, value: u32) -> Option<TieKind> {
        self.all.get(value as usize).map(|(kind, _)| *kind)
    }

    /// The values of an account.
    pub fn of(&self, account: u32) -> &[u32] {
        self.of_account
            .get(&account)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    /// How many kinds of values, of those that do not follow from each other, stand in both.
    pub fn kinds_of_both(&self, one: &BTreeSet<u32>, other: &BTreeSet<u32>) -> usize {
        let of = |accounts: &BTreeSet<u32>| -> BTreeSet<u32> {
            let values = accounts.iter().flat_map(|account| self.of(*account));
            values.copied().collect()
        };
        let (one, other) = (of(one), of(other));
        let kinds = one
            .intersection(&other)
            .filter_map(|value| self.kind(*value));
        kinds.map(family).collect::<BTreeSet<_>>().len()
    }

    /// The same values, on these accounts alone.
    pub fn among(&self, accounts: &BTreeSet<u32>) -> Self {
        let own = accounts
            .iter()
            .filter_map(|account| Some((*account, self.of_account.get(account)?.clone())));
        Self {
            redirects: HashMap::new(),
            all: self.all.clone(),
            apart: HashSet::new(),
            roles: BTreeMap::new(),
            of_account: own.collect(),
        }
    }

    /// Every value that two or more of these accounts share, with who bears it.
    pub fn shared_by(&self, accounts: &BTreeSet<u32>) -> Vec<(TieKind, &str, Vec<u32>)> {
        let mut bearers: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for account in accounts {
            for value in self.of(*account) {
                bearers.entry(*value).or_default().push(*account);
            }
        }
        bearers
            .into_iter()
            .filter(|(_, bearers)| bearers.len() > 1)
            .filter_map(|(value, bearers)| {
                let (kind, said) = self.all.get(value as usize)?;
                Some((*kind, said.as_str(), bearers))
            })
            .collect()
    }

    /// Accounts share a value, if they are at least two and not too many.
    fn put(&mut self, kind: TieKind, value: &str, accounts: &BTreeSet<u32>) {
        let standing = accounts.iter().map(|account| self.standing(*account));
        let mut joined: BTreeSet<u32> = standing.collect();
        let all = joined.iter().copied().map(i64::from);
        if kind == TieKind::Phone && role::differ(&self.roles, all) {
            return;
        }
        joined.retain(|account| !self.apart.contains(account));
        if !(2..=facts(kind).most as usize).contains(&joined.len()) {
            return;
        }
        let Ok(number) = u32::try_from(self.all.len()) else {
            return;
        };
        self.all.push((kind, value.to_owned()));
        for account in joined {
            self.of_account.entry(account).or_default().push(number);
        }
    }
}

/// Reads every value: those of ties with who is named by them, pictures, texts alike, names.
pub(super) fn read(
    reader: &Reader<'_>,
    never: &Never,
    apart: &HashSet<u32>,
    (texts, known): (&[BTreeSet<u32>], &Names),
) -> Result<Values> {
    let mut values = Values {
        apart: apart.clone(),
        roles: role::said_of(reader.db())?,
        ..Values::default()
    };
    for (account, into) in merge::all(reader.db())? {
        values
            .redirects
            .insert(narrow_row(account)?, narrow_row(into)?);
    }
    ties(reader, never, &mut values)?;
    pictures(reader, &mut values)?;
    for set in texts {
        values.put(TieKind::Text, "", set);
    }
    names(reader, known, &mut values)?;
    Ok(values)
}

fn ties(reader: &Reader<'_>, never: &Never, values: &mut Values) -> Result<()> {
    let mut statement = reader
        .db()
        .prepare_cached("SELECT kind, value, account FROM tie ORDER BY kind, value")?;
    let mut rows = statement.query([])?;
    let mut now: Option<(TieKind, String)> = None;
    let mut accounts = BTreeSet::new();
    let mut close = |now: Option<(TieKind, String)>, mut accounts: BTreeSet<u32>| -> Result<()> {
        let Some((kind, value)) = now.filter(|(kind, value)| !never.holds(*kind, value)) else {
            return Ok(());
        };
        if kind == TieKind::Contact
            && let Some((platform, handle)) = value.split_once(":@")
        {
            for row in super::find::holders(reader.db(), platform, handle)? {
                accounts.insert(narrow_row(row)?);
            }
        }
        values.put(kind, &value, &accounts);
        Ok(())
    };
    while let Some(row) = rows.next()? {
        let Some(kind) = of_code(&row.get::<_, String>(0)?) else {
            continue;
        };
        let key = (kind, row.get(1)?);
        if now.as_ref() != Some(&key) {
            close(now.replace(key), std::mem::take(&mut accounts))?;
        }
        accounts.insert(narrow_row(row.get(2)?)?);
    }
    close(now, accounts)
}

fn pictures(reader: &Reader<'_>, values: &mut Values) -> Result<()> {
    let mut statement = reader.db().prepare_cached(
        "SELECT e.object, e.account FROM exhibit e JOIN object o ON o.id = e.object
         WHERE e.is_retracted = 0 AND o.media_type LIKE 'image/%' ORDER BY e.object",
    )?;
    let rows = statement.query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?)))?;
    let mut by_object: BTreeMap<i64, BTreeSet<u32>> = BTreeMap::new();
    for row in rows {
        let (object, account) = row?;
        let accounts = by_object.entry(object).or_default();
        accounts.insert(narrow_row(account)?);
    }
    for accounts in by_object.values() {
        values.put(TieKind::Picture, "", accounts);
    }
    Ok(())
}

/// Names of accounts that share something else already: alone a name begins no network.
fn names(reader: &Reader<'_>, known: &Names, values: &mut Values) -> Result<()> {
    let mut statement = reader.db().prepare_cached(
        "SELECT DISTINCT h.folded FROM sighting s JOIN handle h ON h.id = s.handle
         WHERE s.account = :account AND s.is_retracted = 0",
    )?;
    let mut by_name: BTreeMap<String, BTreeSet<u32>> = BTreeMap::new();
    for account in values.of_account.keys().copied().collect::<Vec<_>>() {
        for part in merge::group(reader.db(), account.into())? {
            let handles = statement.query_map(named_params! { ":account": part }, |row| {
                row.get::<_, String>(0)
            })?;
            for handle in handles {
                if let Some(name) = naming(&handle?) {
                    by_name.entry(name).or_default().insert(account);
                }
            }
        }
    }
    for (name, accounts) in &by_name {
        if known.why_weightless(name).is_some() {
            continue;
        }
        values.put(TieKind::Naming, name, accounts);
    }
    Ok(())
}
