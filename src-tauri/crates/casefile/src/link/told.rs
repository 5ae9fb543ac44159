//! A network as it is told: its accounts, what they share, what was said of them, their lives.

use super::declared::Declared;
use super::lives::Chains;
use super::values::Values;
use crate::Result;
use crate::query;
use breakwater_model::assessment::AccountStatus;
use breakwater_model::link::{NetworkValueView, NetworkView, TieKind};
use breakwater_model::list::AccountRow;
use breakwater_model::network::DeclarationView;
use breakwater_model::succession::LifeView;
use breakwater_model::{AccountId, Instant};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Accounts of a network that are shown.
const SHOWN: usize = 500;

/// The network of these accounts; `None` where none of them stands.
pub(super) fn view(
    reader: &crate::Reader<'_>,
    values: &Values,
    declared: &Declared,
    accounts: &BTreeSet<u32>,
    officer: i64,
) -> Result<Option<NetworkView>> {
    let mut wanted = standing(reader, accounts)?;
    let everybody: BTreeSet<i64> = wanted.iter().copied().collect();
    wanted.truncate(SHOWN);
    let rows = query::rows(reader, &wanted, officer)?;
    let Some(head) = rows.first() else {
        return Ok(None);
    };
    let mut platforms: BTreeMap<String, u32> = BTreeMap::new();
    for row in &rows {
        *platforms
            .entry(row.platform.as_str().to_owned())
            .or_default() += 1;
    }
    let to_review = rows
        .iter()
        .filter(|row| matches!(row.status, AccountStatus::New | AccountStatus::InReview));
    let shared = values.shared_by(accounts);
    let said: Vec<DeclarationView> = declared
        .of(&everybody)
        .map(|one| one.view(reader.db()))
        .collect::<Result<_>>()?;
    let name = name(&said);
    let lives = Lives::of(reader, &everybody)?;
    Ok(Some(NetworkView {
        head: head.id,
        is_named: name.is_some(),
        label: name.unwrap_or_else(|| head.label.clone()),
        size: u32::try_from(everybody.len()).unwrap_or(u32::MAX),
        to_review: u32::try_from(to_review.count()).unwrap_or(u32::MAX),
        removed: lives.removed,
        first_seen: lives.first,
        last_seen: lives.last,
        lives: lives.most,
        timeline: lives.timeline,
        platforms: platforms.into_iter().collect(),
        reasons: reasons(&shared),
        values: shown(shared, &wanted, &rows),
        accounts: rows,
        said,
    }))
}

/// The lives of a network's accounts, summed up.
#[derive(Default)]
struct Lives {
    removed: u32,
    first: Option<Instant>,
    last: Option<Instant>,
    most: u32,
    timeline: Vec<LifeView>,
}

impl Lives {
    fn of(reader: &crate::Reader<'_>, accounts: &BTreeSet<i64>) -> Result<Self> {
        let chains = Chains::read(reader.db())?;
        let mut all = Self::default();
        for account in accounts {
            let Some(life) = chains.life(reader.db(), *account)? else {
                continue;
            };
            all.removed += u32::from(life.gone.is_some());
            all.first = [all.first, life.first_seen].into_iter().flatten().min();
            all.last = all.last.max(life.last_seen);
            all.most = all.most.max(life.generation);
            if all.timeline.len() < SHOWN {
                all.timeline.push(life);
            }
        }
        Ok(all)
    }
}

/// Those of these accounts that stand.
fn standing(reader: &crate::Reader<'_>, accounts: &BTreeSet<u32>) -> Result<Vec<i64>> {
    let mut standing = reader
        .db()
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM account_state WHERE account = ?1)")?;
    let mut stands = Vec::with_capacity(accounts.len());
    for row in accounts.iter().map(|row| i64::from(*row)) {
        if standing.query_row([row], |found| found.get(0))? {
            stands.push(row);
        }
    }
    Ok(stands)
}

/// The name of the largest part that an officer named.
fn name(said: &[DeclarationView]) -> Option<String> {
    let named = said.iter().filter(|one| one.name.is_some());
    named.max_by_key(|one| one.accounts.len())?.name.clone()
}

/// Values with those of their bearers that are shown.
fn shown(
    shared: Vec<(TieKind, &str, Vec<u32>)>,
    wanted: &[i64],
    rows: &[AccountRow],
) -> Vec<NetworkValueView> {
    let ids: HashMap<i64, AccountId> = wanted
        .iter()
        .copied()
        .zip(rows.iter().map(|row| row.id))
        .collect();
    let bearers = |rows: Vec<u32>| {
        rows.iter()
            .filter_map(|row| ids.get(&i64::from(*row)).copied())
            .collect()
    };
    let view = |(kind, value, rows): (TieKind, &str, Vec<u32>)| NetworkValueView {
        kind,
        value: value.to_owned(),
        accounts: bearers(rows),
    };
    shared.into_iter().map(view).collect()
}

/// Kinds of what is shared with the number of values, most first.
fn reasons(shared: &[(TieKind, &str, Vec<u32>)]) -> Vec<(TieKind, u32)> {
    let mut kinds: BTreeMap<TieKind, u32> = BTreeMap::new();
    for (kind, ..) in shared {
        *kinds.entry(*kind).or_default() += 1;
    }
    let mut all: Vec<_> = kinds.into_iter().collect();
    all.sort_by_key(|(kind, count)| (std::cmp::Reverse(*count), *kind));
    all
}
