//! The first rows of a list at once, where counting all of them takes longer: a
//! word that stands in half of a million accounts. Rows are looked at one by one
//! in the list's order until there are enough; the count follows when the same
//! is asked again.

use super::choose::{self, Apart, Known, bearing, readable};
use super::order::{self, Arranged, narrow};
use super::set::Set;
use super::{PATIENCE, SCREEN, excerpt, key, list, read, rows};
use crate::index::texts;
use crate::search::{Bounds, Hits, Searching, reads_everything};
use crate::session::Session;
use crate::{Error, Result};
use breakwater_model::list::{GroupView, ListRequest, ListView};
use breakwater_text::search::{Clause, Search, Test, holds};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Rows from the beginning of a list that are answered so.
const NEAR: u32 = 600;
/// How far an answer goes at once.
const PACE: Pace = Pace {
    bounds: Bounds {
        hits: 10_000,
        looks: 1_000,
    },
    looking: Duration::from_millis(8),
};
/// How long rows are looked at where it is known which may fit; then the whole is counted.
const LOOKING_ON: Duration = Duration::from_millis(100);
/// Where something may stand, without looking whether it does.
const MAYBE: Bounds = Bounds {
    hits: usize::MAX,
    looks: 0,
};

/// How far an answer goes before it takes another way.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pace {
    /// More than these are counted later.
    pub bounds: Bounds,
    /// How long rows are looked at before it is found out which may fit at all.
    pub looking: Duration,
}

/// A window of a list as soon as it can be had: near its beginning `is_exact` may be false, and the next
/// time the same is asked it is counted.
pub fn first(session: &Session, request: &ListRequest) -> Result<ListView> {
    let soon = if request.limit >= SCREEN {
        at_once(session, request, PACE)?
    } else {
        None
    };
    match soon {
        Some(view) => Ok(view),
        None => list(session, request),
    }
}

/// What is known of the clauses of a search.
struct Looked<'a> {
    found: Vec<Option<Arc<Set>>>,
    /// Those that have to be held against each row.
    open: Vec<&'a Clause>,
    /// At least so many accounts hold one of them.
    many: usize,
}

impl Looked<'_> {
    /// Finds where open clauses may stand at all, and closes those of which that is the answer; false if nothing more is
    /// known then.
    fn narrow(&mut self, searching: &Searching, search: &Search) -> Result<bool> {
        let mut is_narrower = false;
        for (clause, found) in search.clauses.iter().zip(&mut self.found) {
            let is_this = |open: &&Clause| std::ptr::eq(*open, clause);
            if clause.is_negated || found.is_some() || !self.open.iter().any(is_this) {
                continue;
            }
            let set = match searching.find_soon(&clause.test, MAYBE)? {
                Hits::All(set) => {
                    self.open.retain(|open| !is_this(open));
                    set
                }
                Hits::Among(set) => set,
                Hits::Many | Hits::Later => continue,
            };
            *found = Some(Arc::new(set));
            is_narrower = true;
        }
        Ok(is_narrower)
    }

    /// Keeps what is known of clauses that were looked for to the end.
    fn keep(&self, session: &Session, search: &Search, generation: u64) {
        let mut answers = session.lists().answers(generation);
        for (clause, found) in search.clauses.iter().zip(&self.found) {
            let is_open = self.open.iter().any(|open| std::ptr::eq(*open, clause));
            if let Some(found) = found.as_ref().filter(|_| !is_open) {
                let key = clause.key().to_owned();
                answers.found.insert(key, Arc::clone(found));
            }
        }
    }
}

pub(super) fn at_once(
    session: &Session,
    request: &ListRequest,
    pace: Pace,
) -> Result<Option<ListView>> {
    let Some(search) = asked(session, request)? else {
        return Ok(None);
    };
    session.settle_for(PATIENCE);
    match walked(session, request, &search, pace)? {
        Some(walked) => view(session, request, &search, walked).map(Some),
        None => Ok(None),
    }
}

/// The search of a list near whose beginning texts are looked for, the first time it is asked for.
fn asked(session: &Session, request: &ListRequest) -> Result<Option<Search>> {
    let Ok(search) = read(session, &request.search)? else {
        return Ok(None);
    };
    let need = request.offset.saturating_add(request.limit);
    let reads_all = |clause: &Clause| reads_everything(&clause.test);
    if need > NEAR || !search.has_texts() || search.clauses.iter().any(reads_all) {
        return Ok(None);
    }
    let (key, generation) = (key(request, &search)?, session.generation());
    let mut answers = session.lists().answers(generation);
    let is_first = !answers.lists.contains_key(&key) && answers.asked.insert(key);
    Ok(is_first.then_some(search))
}

/// What was found on the way through a list.
struct Walked {
    order: Arranged,
    wanted: Vec<Placed>,
    /// True if that is all there is.
    is_all: bool,
    /// At least so many are in the list.
    at_least: usize,
}

/// Goes through a list until there are as many rows as are shown; `None` where all of it is counted as soon.
fn walked(
    session: &Session,
    request: &ListRequest,
    search: &Search,
    pace: Pace,
) -> Result<Option<Walked>> {
    let generation = session.generation();
    let is_level = session.index_state() == "ok";
    let searching = session
        .index()
        .as_ref()
        .map(crate::index::Index::searching)
        .ok_or_else(|| Error::Internal("the case is being locked".into()))?;
    let now = (generation, is_level);
    let mut known = look(session, search, &searching, now, pace.bounds)?;
    if known.open.is_empty() {
        return Ok(None);
    }
    let need = request.offset.saturating_add(request.limit) as usize;
    let (mut order, is_whole_case) = arranged(session, request, search, &known.found)?;
    let mut walked = walk(&searching, &order, &known.open, need, pace.looking)?;
    if walked.is_none() && known.narrow(&searching, search)? {
        if is_level {
            known.keep(session, search, generation);
        }
        if known.open.is_empty() {
            return Ok(None);
        }
        (order, _) = arranged(session, request, search, &known.found)?;
        walked = walk(&searching, &order, &known.open, need, LOOKING_ON)?;
    }
    let is_alone = is_whole_case && search.clauses.len() == 1;
    Ok(walked.map(|(wanted, is_all)| Walked {
        order,
        wanted,
        is_all,
        at_least: if is_alone && !is_all { known.many } else { 0 },
    }))
}

/// The rows found, as the window shows them.
fn view(
    session: &Session,
    request: &ListRequest,
    search: &Search,
    walked: Walked,
) -> Result<ListView> {
    let total = walked.wanted.len().max(walked.at_least);
    let groups = groups(&walked.order, &walked.wanted);
    let shown: Vec<i64> = walked
        .wanted
        .into_iter()
        .skip(request.offset as usize)
        .map(|(_, row)| row)
        .collect();
    let rows = session.snapshot(|reader| {
        let mut rows = rows(reader, &shown, session.officer().row)?;
        excerpt::mark(reader, search, &shown, &mut rows)?;
        Ok(rows)
    })?;
    Ok(ListView {
        rows,
        total: narrow(total),
        is_exact: walked.is_all,
        groups,
        index: session.index_state().to_owned(),
        mistakes: Vec::new(),
        scan: None,
    })
}

fn look<'a>(
    session: &Session,
    search: &'a Search,
    searching: &Searching,
    (generation, is_level): (u64, bool),
    bounds: Bounds,
) -> Result<Looked<'a>> {
    let mut known = Looked {
        found: Vec::new(),
        open: Vec::new(),
        many: 0,
    };
    for clause in &search.clauses {
        if !matches!(clause.test, Test::Text { .. }) {
            known.found.push(None);
            continue;
        }
        let kept = session
            .lists()
            .answers(generation)
            .found
            .get(clause.key())
            .cloned();
        if kept.is_some() {
            known.found.push(kept);
            continue;
        }
        let found = match searching.find_soon(&clause.test, bounds)? {
            Hits::All(found) => Some(Arc::new(found)),
            Hits::Among(among) => {
                known.open.push(clause);
                (!clause.is_negated).then(|| Arc::new(among))
            }
            Hits::Many => {
                known.open.push(clause);
                known.many = bounds.hits;
                None
            }
            Hits::Later => {
                known.open.push(clause);
                None
            }
        };
        known.found.push(found);
    }
    if is_level {
        known.keep(session, search, generation);
    }
    Ok(known)
}

/// Every account that can be in the list, in its order, and whether nothing else narrows it.
fn arranged(
    session: &Session,
    request: &ListRequest,
    search: &Search,
    found: &[Option<Arc<Set>>],
) -> Result<(Arranged, bool)> {
    let (now, days) = (session.host().now(), session.no_action_days()?);
    let reads = readable(session, request.only_readable)?;
    let bearing = bearing(session, request)?;
    let seen = choose::seen(session, request)?;
    let mut roll = session.lists().roll(session)?;
    session.read(|reader| {
        roll.prepare(reader, request.order)?;
        super::prepare_having(reader, &mut roll, search)
    })?;
    let known = Known {
        now,
        days,
        apart: Apart::LeftOut,
        bearing: &bearing,
        reads: reads.as_deref(),
        seen: seen.as_ref(),
        found,
    };
    let chosen = choose::choose(&roll, request, &search.clauses, &known);
    let list = order::arrange(&roll, request, chosen.as_ref(), now);
    drop(roll);
    Ok((list, chosen.is_none()))
}

/// An account with its place in the order that was walked.
type Placed = (usize, i64);

/// Groups of the rows found so far.
fn groups(order: &Arranged, found: &[Placed]) -> Vec<GroupView> {
    let mut start = 0;
    let mut groups = Vec::new();
    for group in &order.groups {
        let within = group.start as usize..group.start as usize + group.count as usize;
        let count = found.iter().filter(|(at, _)| within.contains(at)).count();
        if count > 0 {
            groups.push(GroupView {
                start: narrow(start),
                count: narrow(count),
                ..group.clone()
            });
        }
        start += count;
    }
    groups
}

/// The first accounts of an order that every open clause holds for, and whether that is all of them; `None` where
/// it takes too long.
fn walk(
    searching: &Searching,
    order: &Arranged,
    open: &[&Clause],
    need: usize,
    time: Duration,
) -> Result<Option<(Vec<Placed>, bool)>> {
    let begun = Instant::now();
    let mut wanted = Vec::new();
    let is_all = searching.within(|db| {
        for (number, row) in order.listed().enumerate() {
            if wanted.len() == need {
                return Ok(Some(false));
            }
            if number % 16 == 0 && begun.elapsed() > time {
                return Ok(None);
            }
            let Some(texts) = texts::places(db, i64::from(row))? else {
                continue;
            };
            let fits = open.iter().all(|clause| match &clause.test {
                Test::Text { place, any } => holds(any, *place, &texts) != clause.is_negated,
                _ => true,
            });
            if fits {
                wanted.push((number, i64::from(row)));
            }
        }
        Ok(Some(true))
    })?;
    Ok(is_all.map(|is_all| (wanted, is_all)))
}
