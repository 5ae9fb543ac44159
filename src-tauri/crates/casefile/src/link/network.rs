//! Networks: accounts that share things of two kinds.
//!
//! Two accounts begin a network if they share values of two kinds that do not follow from each other. An account, or
//! another network, joins one if values of two such kinds stand in both, whichever accounts bear them. What stands on too many
//! accounts, or on the register of what never links, joins nobody; nor does the account of a victim, a child or a third
//! party, or a text of theirs. Nothing is said of people: a network "shares a number and a text"; that it is operated
//! together an officer says, and accounts an officer said that of begin one too. Accounts that an officer holds apart
//! are in no network together, whatever they share.

use super::alike::{runs, seem_alike, text_at};
use super::declared::Declared;
use super::find::family;
use super::kept::Text;
use super::never::Never;
use super::split::split;
use super::told::view;
use super::values::{Values, read};
use crate::query::narrow_row;
use crate::score::Scoring;
use crate::session::Session;
use crate::table::role;
use crate::{Error, Result};
use breakwater_model::link::{NetworkView, TieKind};
use breakwater_text::sketch::{ALIKE, BANDS, Shingles};
use rusqlite::Connection;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::rc::Rc;

/// Texts that each text of one band is compared with.
const COMPARED: usize = 8;

/// Hears how many steps of how many are done, and says whether to go on.
pub type Going<'a> = &'a mut dyn FnMut(u64, u64) -> bool;

/// Every network of the case, the largest first.
///
/// # Errors
/// [`Error::Cancelled`] if `going` says no.
pub fn networks(session: &Session, going: Going<'_>) -> Result<Vec<NetworkView>> {
    let apart: HashSet<u32> = session.read(|reader| {
        let rows = role::kept_apart(reader.db())?;
        rows.into_iter().map(narrow_row).collect()
    })?;
    let texts = alike(session, &apart, going)?;
    let names = session.links().names(session)?;
    let (values, declared) = session.read(|reader| {
        let never = Never::read(reader)?;
        let values = read(reader, &never, &apart, (&texts, &names))?;
        Ok((values, Declared::read(reader)?.without(&apart)))
    })?;
    step(going, BANDS as u64 + 1)?;
    let members = together(&values, &declared);
    let officer = session.officer().row;
    let mut networks = Vec::new();
    for accounts in members {
        networks
            .extend(session.read(|reader| view(reader, &values, &declared, &accounts, officer))?);
    }
    networks.sort_by_key(|network| (std::cmp::Reverse(network.size), network.head));
    step(going, BANDS as u64 + 2)?;
    Ok(networks)
}

fn step(going: Going<'_>, done: u64) -> Result<()> {
    if going(done, BANDS as u64 + 2) {
        Ok(())
    } else {
        Err(Error::Cancelled)
    }
}

/// Sets that grow together.
#[derive(Default)]
pub(super) struct Union(HashMap<u32, u32>);

impl Union {
    /// The account that stands for the set of this one.
    pub fn head(&mut self, of: u32) -> u32 {
        let mut at = of;
        while let Some(next) = self.0.get(&at).copied().filter(|next| *next != at) {
            at = next;
        }
        self.0.insert(of, at);
        at
    }

    /// Makes two sets one. False if they were.
    pub fn join(&mut self, one: u32, other: u32) -> bool {
        let (one, other) = (self.head(one), self.head(other));
        let (least, most) = (one.min(other), one.max(other));
        self.0.insert(least, least);
        self.0.insert(most, least);
        one != other
    }

    /// Every set of at least two.
    fn sets(mut self) -> Vec<BTreeSet<u32>> {
        let all: Vec<u32> = self.0.keys().copied().collect();
        let mut sets: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::new();
        for one in all {
            sets.entry(self.head(one)).or_default().insert(one);
        }
        sets.into_values().filter(|set| set.len() > 1).collect()
    }
}

/// Texts that say nearly the same, as sets of accounts. Texts are joined, not accounts: two texts of one account do not
/// make those alike who have one of them each.
fn alike(session: &Session, apart: &HashSet<u32>, going: Going<'_>) -> Result<Vec<BTreeSet<u32>>> {
    let mut union = Union::default();
    let mut numbers = Numbers::default();
    let mut kept = HashMap::new();
    for band in 0..BANDS {
        step(going, band as u64)?;
        let groups = session
            .links()
            .texts(session, |texts| of_one_band(texts, band, apart))?;
        session.read(|reader| {
            let mut read = Read {
                db: reader.db(),
                scoring: &session.scoring(),
                kept: &mut kept,
            };
            for group in groups.chunk_by(|one, other| one.bands.get(band) == other.bands.get(band))
            {
                join_alike(group, &mut union, &mut numbers, &mut read)?;
            }
            Ok(())
        })?;
    }
    let accounts = |set: BTreeSet<u32>| {
        let texts = set.into_iter();
        let accounts = texts.filter_map(|number| numbers.account(number));
        accounts.collect::<BTreeSet<u32>>()
    };
    Ok(union.sets().into_iter().map(accounts).collect())
}

/// Texts that have one of their bands in common with another, in the order of that band.
fn of_one_band(texts: &[Text], band: usize, apart: &HashSet<u32>) -> Vec<Text> {
    let key = |text: &Text| text.bands.get(band).copied();
    let mut order: Vec<(Option<u32>, u32)> = texts
        .iter()
        .zip(0..)
        .filter(|(text, _)| !apart.contains(&text.account))
        .map(|(text, at)| (key(text), at))
        .collect();
    order.sort_unstable();
    order
        .chunk_by(|one, other| one.0 == other.0)
        .filter(|group| group.len() > 1)
        .flatten()
        .filter_map(|(_, at)| texts.get(*at as usize).copied())
        .collect()
}

/// Texts as they are compared, read once as long as there is room.
struct Read<'a> {
    db: &'a Connection,
    scoring: &'a Scoring,
    kept: &'a mut HashMap<(u32, i64), Rc<Shingles>>,
}

impl Read<'_> {
    /// Texts held at once, of some 2 KB each.
    const MOST: usize = 20_000;

    /// The runs of a text.
    fn runs(&mut self, text: &Text) -> Result<Rc<Shingles>> {
        let key = (text.account, text.place);
        if let Some(known) = self.kept.get(&key) {
            return Ok(Rc::clone(known));
        }
        let words = text_at(self.db, text.account.into(), text.place)?.unwrap_or_default();
        let read = Rc::new(runs(&words, self.scoring.lexicons()));
        if self.kept.len() >= Self::MOST {
            self.kept.clear();
        }
        self.kept.insert(key, Rc::clone(&read));
        Ok(read)
    }
}

/// Texts by number.
#[derive(Default)]
struct Numbers {
    of: HashMap<(u32, i64), u32>,
    accounts: Vec<u32>,
}

impl Numbers {
    /// The number of a text, the same whenever it is asked.
    fn number(&mut self, account: u32, place: i64) -> u32 {
        *self.of.entry((account, place)).or_insert_with(|| {
            self.accounts.push(account);
            u32::try_from(self.accounts.len() - 1).unwrap_or(u32::MAX)
        })
    }

    /// Whose text has this number.
    fn account(&self, number: u32) -> Option<u32> {
        self.accounts.get(number as usize).copied()
    }
}

/// Compares the texts of one band: each with the first few that were unlike each other. Texts are read only where their
/// sketches propose it.
fn join_alike(
    group: &[Text],
    union: &mut Union,
    numbers: &mut Numbers,
    read: &mut Read<'_>,
) -> Result<()> {
    let mut firsts: Vec<(u32, &Text)> = Vec::new();
    for text in group {
        let number = numbers.number(text.account, text.place);
        let mut known = firsts.iter();
        if known.any(|(first, _)| union.head(*first) == union.head(number)) {
            continue;
        }
        let mut is_alike = false;
        for (first, other) in &firsts {
            is_alike = seem_alike(&other.bands, &text.bands)
                && read.runs(other)?.likeness(&*read.runs(text)?) >= ALIKE;
            if is_alike {
                union.join(*first, number);
                break;
            }
        }
        if !is_alike && firsts.len() < COMPARED {
            firsts.push((number, text));
        }
    }
    Ok(())
}

/// The networks these values and declarations make, each as its accounts.
fn together(values: &Values, declared: &Declared) -> Vec<BTreeSet<u32>> {
    let mut all = Vec::new();
    for set in joined(values, declared) {
        if declared.held_apart(&set).is_empty() {
            all.push(set);
            continue;
        }
        // A side is a network only by what its own accounts share.
        for side in split(&set, values, declared) {
            all.extend(joined(&values.among(&side), &declared.among(&side)));
        }
    }
    all
}

/// The same without regard to who is held apart.
fn joined(values: &Values, declared: &Declared) -> Vec<BTreeSet<u32>> {
    let mut union = Union::default();
    for set in declared.together() {
        let first = set.first().copied();
        for (first, other) in first
            .iter()
            .flat_map(|first| set.iter().map(move |other| (*first, *other)))
        {
            union.join(first, other);
        }
    }
    begin(values, &mut union);
    while grow(values, &mut union) {}
    union.sets()
}

/// Accounts that share two values of two kinds.
fn begin(values: &Values, union: &mut Union) {
    let mut by_pair: HashMap<(u32, u32), u32> = HashMap::new();
    for (account, own) in &values.of_account {
        for (at, one) in own.iter().enumerate() {
            for other in own.iter().skip(at + 1) {
                let differ = values.kind(*one).map(family) != values.kind(*other).map(family);
                if !differ {
                    continue;
                }
                let first = *by_pair.entry((*one, *other)).or_insert(*account);
                if first != *account {
                    union.join(first, *account);
                }
            }
        }
    }
}

/// Makes one of two networks, or of a network and an account, that share values of two kinds, whichever of their
/// accounts bear them; true if any did.
fn grow(values: &Values, union: &mut Union) -> bool {
    let networks: HashSet<u32> = union.0.keys().copied().collect();
    let mut nodes_of: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::new();
    for (account, own) in &values.of_account {
        let node = if networks.contains(account) {
            union.head(*account)
        } else {
            *account
        };
        for value in own {
            nodes_of.entry(*value).or_default().insert(node);
        }
    }
    let mut kinds: BTreeMap<(u32, u32), BTreeSet<TieKind>> = BTreeMap::new();
    for (value, nodes) in nodes_of {
        let Some(kind) = values.kind(value).map(family) else {
            continue;
        };
        for network in nodes.iter().filter(|node| networks.contains(node)) {
            for other in nodes.iter().filter(|other| *other != network) {
                let pair = (*network.min(other), *network.max(other));
                kinds.entry(pair).or_default().insert(kind);
            }
        }
    }
    let mut has_grown = false;
    for ((one, other), kinds) in kinds {
        if kinds.len() > 1 && union.join(one, other) {
            has_grown = true;
        }
    }
    has_grown
}
