//! What the rows of an outcomes file do, worked out before anything is written: on which item each lands and what it
//! adds there.
//!
//! A row lands on an item of a referral sent from this case if account and reference say so, or, without such a
//! reference, if the account has one open sent item and the dates allow it. All else is imported history.

use super::item::{Adds, Item, Place};
use super::resolve::Resolver;
use super::row::{DAY, Outcome, reference_key};
use super::words::name_of;
use crate::Result;
use crate::exchange::import::memory::Packed;
use crate::exchange::import::resolve::Target;
use breakwater_casefile::Reader;
use breakwater_casefile::erase::Tombstones;
use breakwater_casefile::table::erasure;
use breakwater_casefile::table::past::{self, Of, PastItem};
use breakwater_model::import::{ImportCounts, RowFate};
use breakwater_model::outcomes::OutcomeFound;
use std::collections::{HashMap, HashSet};

/// What becomes of a row.
#[derive(Debug, PartialEq)]
pub enum Step {
    /// Not taken, and why.
    Reject(String),
    /// Not taken: its account was erased, in words.
    Erased(String),
    /// It lands on this item.
    Land {
        /// Number of the item.
        item: usize,
        /// How it was found.
        found: OutcomeFound,
        /// What becomes of the row.
        fate: RowFate,
        /// What it adds.
        adds: Vec<Adds>,
        /// True if it shows the account with an id the case does not know yet.
        adopts: bool,
    },
}

impl Step {
    /// What becomes of the row, in a word.
    pub const fn fate(&self) -> RowFate {
        match self {
            Self::Reject(_) => RowFate::Rejected,
            Self::Erased(_) => RowFate::Erased,
            Self::Land { fate, .. } => *fate,
        }
    }
}

/// What the rows of a file do.
#[derive(Debug, PartialEq)]
pub struct Plan {
    /// Items, in the order they are met.
    pub items: Vec<Item>,
    /// One for each row.
    pub steps: Vec<Step>,
    /// The counts.
    pub counts: ImportCounts,
}

/// Works out what the rows do. A row that could not be read is rejected with its reason.
pub fn plan(
    reader: &Reader<'_>,
    rows: &[std::result::Result<Outcome, String>],
    tombstones: &Tombstones,
) -> Result<Plan> {
    let mut book = Book::open(reader)?;
    let mut steps: Vec<Step> = rows
        .iter()
        .map(|row| Step::Reject(row.as_ref().err().cloned().unwrap_or_default()))
        .collect();
    // Rows that say when it was referred come first: only they make items, whatever the order of the file.
    let outcomes = (0..).zip(rows);
    let mut ordered: Vec<(usize, &Outcome)> = outcomes
        .filter_map(|(at, row)| Some((at, row.as_ref().ok()?)))
        .collect();
    // And what was put back comes after what was taken down.
    ordered.sort_by_key(|(_, outcome)| (outcome.referred.is_none(), outcome.is_reinstated()));
    for (number, outcome) in ordered {
        let step = match book.resolver.erased(reader, outcome, tombstones)? {
            Some((certificate, at)) => Step::Erased(erasure::words(certificate, at)),
            None => book.land(reader, outcome)?,
        };
        if let Some(place) = steps.get_mut(number) {
            *place = step;
        }
    }
    let mut counts = ImportCounts::default();
    for step in &steps {
        counts.count(step.fate());
    }
    Ok(Plan {
        items: book.items,
        steps,
        counts,
    })
}

type Landing = std::result::Result<(usize, OutcomeFound), String>;

/// Items by account and by reference, as the case has them and as the rows so far leave them.
struct Book {
    resolver: Resolver,
    items: Vec<Item>,
    of_account: HashMap<Packed, Vec<usize>>,
    read: HashSet<i64>,
    references: HashMap<String, u32>,
    /// Of referrals that were not marked sent.
    unsent: HashMap<String, u32>,
}

impl Book {
    fn open(reader: &Reader<'_>) -> Result<Self> {
        let mut book = Self {
            resolver: Resolver::default(),
            items: Vec::new(),
            of_account: HashMap::new(),
            read: HashSet::new(),
            references: HashMap::new(),
            unsent: HashMap::new(),
        };
        for (number, reference) in past::unsent_references(reader)? {
            book.unsent.insert(reference_key(&reference), number);
        }
        for sent in past::sent_items(reader)? {
            for reference in &sent.references {
                let key = reference_key(reference);
                if !key.is_empty() {
                    book.references.insert(key, sent.number);
                }
            }
            let said = past::said_of(reader, Of::Sent(sent.row))?;
            let (unit, post) = (sent.unit, sent.post.clone());
            let target = Target::Known(sent.account);
            let place = Place::Sent(sent);
            book.add(Item::of(target, place, (unit, post, String::new()), said));
        }
        Ok(book)
    }

    fn add(&mut self, item: Item) -> usize {
        let at = self.items.len();
        let account = Packed::from(item.target);
        self.of_account.entry(account).or_default().push(at);
        self.items.push(item);
        at
    }

    /// Reads the imported history of an account once.
    fn read(&mut self, reader: &Reader<'_>, target: Target) -> Result<()> {
        let (Target::Known(account) | Target::Reborn(account)) = target else {
            return Ok(());
        };
        if !self.read.insert(account) {
            return Ok(());
        }
        for known in past::of_account_all(reader, account)? {
            let PastItem {
                row,
                unit,
                post,
                identity,
                is_standing,
                ..
            } = known;
            let said = if is_standing {
                past::said_of(reader, Of::Past(row))?
            } else {
                Vec::new()
            };
            let place = if is_standing {
                Place::Past(row)
            } else {
                Place::Gone(row)
            };
            self.add(Item::of(target, place, (unit, post, identity), said));
        }
        Ok(())
    }

    fn land(&mut self, reader: &Reader<'_>, outcome: &Outcome) -> Result<Step> {
        let (target, adopts) = self.resolver.resolve(reader, outcome)?;
        self.read(reader, target)?;
        let landing = match self.sent(target, outcome) {
            Ok(Some(at)) => Ok(at),
            Ok(None) => self.past(target, outcome),
            Err(why) => Err(why),
        };
        let (at, found) = match landing {
            Ok(landing) => landing,
            Err(why) => return Ok(Step::Reject(why)),
        };
        let Some(item) = self.items.get_mut(at) else {
            return Ok(Step::Reject("lands on no item".into()));
        };
        Ok(item.take((at, found, adopts), outcome))
    }

    fn of(&self, target: Target) -> impl Iterator<Item = (usize, &Item)> {
        let all = self.of_account.get(&Packed::from(target));
        all.into_iter()
            .flatten()
            .filter_map(|at| self.items.get(*at).map(|item| (*at, item)))
    }

    /// The item of a referral sent from this case that a row answers, if it answers one.
    fn sent(
        &self,
        target: Target,
        outcome: &Outcome,
    ) -> std::result::Result<Option<(usize, OutcomeFound)>, String> {
        let sent = || {
            self.of(target).filter_map(|(at, item)| match &item.place {
                Place::Sent(sent) => Some((at, item, sent)),
                _ => None,
            })
        };
        let key = &outcome.reference_key;
        if let Some(number) = self.unsent.get(key) {
            return Err(format!(
                "R-{number:03} was not marked sent; mark it sent first"
            ));
        }
        let named: Vec<_> = sent()
            .filter(|(.., sent)| {
                let mut references = sent.references.iter();
                !key.is_empty() && references.any(|one| reference_key(one) == *key)
            })
            .collect();
        if !named.is_empty() {
            let fitting: Vec<usize> = named
                .iter()
                .filter(|(_, item, _)| item.fits(outcome))
                .map(|(at, ..)| *at)
                .collect();
            return match fitting.as_slice() {
                [at] => Ok(Some((*at, OutcomeFound::SentReference))),
                [] => Err(format!(
                    "the item sent with reference {} is no {}",
                    outcome.reference,
                    name_of(&outcome.unit)
                )),
                _ => Err(format!(
                    "{} items of this account were sent with reference {}; give the unit and the address of the post",
                    fitting.len(),
                    outcome.reference
                )),
            };
        }
        if let Some(number) = self.references.get(key).filter(|_| !key.is_empty()) {
            return Err(format!(
                "reference {} is that of referral {number} sent from this case, and this account is no item of it",
                outcome.reference
            ));
        }
        let open = self.one_open(target, outcome)?;
        let found = if key.is_empty() {
            OutcomeFound::SentWaiting
        } else {
            OutcomeFound::SentOtherReference
        };
        Ok(open.map(|at| (at, found)))
    }

    /// The one open sent item of an account, where the row's dates allow that it is meant.
    fn one_open(
        &self,
        target: Target,
        outcome: &Outcome,
    ) -> std::result::Result<Option<usize>, String> {
        let Some((decided, at)) = &outcome.decided else {
            return Ok(None);
        };
        let is_history = |item: &Item| {
            let is_past = matches!(item.place, Place::Past(_) | Place::New);
            is_past
                && outcome
                    .identity()
                    .is_some_and(|identity| identity == item.identity)
        };
        if self.of(target).any(|(_, item)| is_history(item)) {
            return Ok(None);
        }
        let (kind, value) = decided.stored();
        let meant: Vec<usize> = self
            .of(target)
            .filter(|(_, item)| match &item.place {
                Place::Sent(sent) => {
                    let is_day = outcome.referred.as_ref().is_none_or(|referred| {
                        referred.begins() <= sent.sent.at.plus_ms(DAY)
                            && referred.at >= sent.sent.begins().plus_ms(-DAY)
                    });
                    is_day
                        && item.fits(outcome)
                        && at.at >= sent.sent.begins()
                        && (item.is_open() || item.says(kind, &value, at, &outcome.reason))
                }
                _ => false,
            })
            .map(|(at, _)| at)
            .collect();
        match meant.as_slice() {
            [] => Ok(None),
            [at] => Ok(Some(*at)),
            _ => Err(format!(
                "{} sent items of this account wait for an answer; give the reference",
                meant.len()
            )),
        }
    }

    /// The item of imported history a row tells of, made if it is not there.
    fn past(&mut self, target: Target, outcome: &Outcome) -> Landing {
        let is_past = |item: &Item| !matches!(item.place, Place::Sent(_));
        let found: Vec<usize> = match outcome.identity() {
            Some(identity) => self
                .of(target)
                .filter(|(_, item)| is_past(item) && item.identity == identity)
                .filter(|(_, item)| item.is_same(outcome))
                .chain(self.of(target).filter(|(_, item)| {
                    outcome.referred.is_none()
                        && is_past(item)
                        && item.identity == identity
                        && !item.is_same(outcome)
                        && item.fits(outcome)
                }))
                .map(|(at, _)| at)
                .collect(),
            None => self
                .of(target)
                .filter(|(_, item)| is_past(item) && item.stands() && item.fits(outcome))
                .map(|(at, _)| at)
                .collect(),
        };
        let Some(identity) = outcome.identity() else {
            return match found.as_slice() {
                [at] => Ok((*at, OutcomeFound::Only)),
                [] => Err("says neither when it was referred nor under which reference, and nothing is known to have been referred".into()),
                _ => Err("says neither when it was referred nor under which reference, and the account was referred several times".into()),
            };
        };
        let is_same = |at: &usize| {
            self.items
                .get(*at)
                .is_some_and(|item| item.is_same(outcome))
        };
        let by = if outcome.reference_key.is_empty() {
            OutcomeFound::Referred
        } else {
            OutcomeFound::Reference
        };
        match (found.as_slice(), &outcome.referred) {
            ([at], _) => Ok((*at, by)),
            ([at, ..], _) if is_same(at) => Ok((*at, by)),
            ([], Some(_)) => {
                let named = (outcome.unit, outcome.post.clone(), identity);
                let at = self.add(Item::of(target, Place::New, named, Vec::new()));
                Ok((at, OutcomeFound::New))
            }
            ([], None) => Err(format!(
                "does not say when it was referred, and no item of this account with reference {} is known",
                outcome.reference
            )),
            _ => Err(format!(
                "several items of this account were referred under reference {}; give the unit and the address of the post",
                outcome.reference
            )),
        }
    }
}
