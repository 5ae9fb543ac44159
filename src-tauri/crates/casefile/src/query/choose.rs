//! Which accounts a list holds: filters over the roll, words over the index.

use super::facts::{Facts, NEVER};
use super::order::{is_run_out, waits};
use super::roll::{Roll, narrow};
use super::set::Set;
use crate::Result;
use crate::session::Session;
use crate::table::{assignee, place, tag, warning};
use breakwater_model::Instant;
use breakwater_model::list::{AccountScope, ListRequest};
use breakwater_text::fold::fold;
use breakwater_text::search::{BANDS, Clause, Has, ROLES, STATUSES, Span, Test, UNITS};
use std::sync::Arc;

/// Accounts of victims, children and third parties, in a list that is not theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Apart {
    /// Are not in it.
    LeftOut,
    /// Are in it too: to be counted, or written where that was asked for.
    Too,
}

/// What is known beside the roll when accounts are chosen.
pub struct Known<'a> {
    /// Now.
    pub now: Instant,
    /// Days from no action until an account is due for erasure.
    pub days: u16,
    /// What becomes of accounts kept apart.
    pub apart: Apart,
    /// Codes of languages the officer reads; `None` where it does not matter.
    pub reads: Option<&'a [String]>,
    /// Accounts the officer has opened, where the request leaves them out.
    pub seen: Option<&'a Set>,
    /// For each clause that looks for a text, the accounts it stands in.
    pub found: &'a [Option<Arc<Set>>],
    /// Accounts that bear what the request asks for beside its words: an assignee, tags.
    pub bearing: &'a [Set],
}

/// One condition of an account.
enum Condition<'a> {
    Waits,
    RunOut(u16),
    Status(u32),
    Platform(Vec<bool>),
    Unit(u32),
    Band(u32),
    Role(u32),
    Language(Vec<bool>),
    Readable(Vec<bool>),
    Imported(Vec<(i64, i64)>),
    Seen(Vec<(i64, i64)>),
    Has(Vec<Has>),
    Warns(u8),
    Not(Box<Condition<'a>>),
    In(&'a Set),
}

impl Condition<'_> {
    fn holds(&self, roll: &Roll, row: u32, facts: &Facts, now: Instant) -> bool {
        let within = |spans: &[(i64, i64)], at: i64| {
            at != NEVER && spans.iter().any(|(from, to)| (*from..=*to).contains(&at))
        };
        let of = |list: &[bool], at: u16| list.get(usize::from(at)).copied().unwrap_or_default();
        match self {
            Self::Waits => waits(roll, row, now),
            Self::RunOut(days) => is_run_out(facts, *days, now),
            Self::Status(mask) => mask & (1 << facts.status) != 0,
            Self::Unit(mask) => mask & (1 << facts.unit) != 0,
            Self::Band(mask) => mask & (1 << facts.band) != 0,
            Self::Role(mask) => mask & (1 << facts.role()) != 0,
            Self::Platform(list) => of(list, facts.platform),
            Self::Language(list) => of(list, facts.language),
            Self::Readable(list) => {
                of(list, facts.language) || facts.has(Has::Translation) == Some(true)
            }
            Self::Imported(spans) => within(spans, facts.imported),
            Self::Seen(spans) => within(spans, facts.seen),
            Self::Has(any) => any.iter().any(|what| {
                facts
                    .has(*what)
                    .unwrap_or_else(|| roll.that_have(*what).is_some_and(|set| set.contains(row)))
            }),
            Self::Warns(mask) => roll.warned.get(&row).is_some_and(|bits| bits & mask != 0),
            Self::Not(condition) => !condition.holds(roll, row, facts, now),
            Self::In(set) => set.contains(row),
        }
    }
}

/// The accounts that fit; `None` for all there are.
pub fn choose<'a>(
    roll: &'a Roll,
    request: &ListRequest,
    clauses: &[Clause],
    known: &Known<'a>,
) -> Option<Set> {
    let mut conditions = of_request(roll, request, known);
    let mut chosen: Option<Set> = None;
    for (clause, found) in clauses.iter().zip(known.found) {
        match found {
            Some(found) if !clause.is_negated => match &mut chosen {
                Some(chosen) => chosen.keep(found),
                None => chosen = Some((**found).clone()),
            },
            Some(found) => conditions.push(Condition::Not(Box::new(Condition::In(found)))),
            None => {
                let Some(condition) = of_clause(roll, &clause.test, known.now) else {
                    continue;
                };
                conditions.push(if clause.is_negated {
                    Condition::Not(Box::new(condition))
                } else {
                    condition
                });
            }
        }
    }
    let mut chosen = match chosen {
        Some(mut chosen) => {
            chosen.keep(&roll.present);
            chosen
        }
        None if conditions.is_empty() => return None,
        None => roll.present.clone(),
    };
    if !conditions.is_empty() {
        chosen = chosen
            .rows()
            .filter(|row| {
                let facts = roll.of(*row);
                conditions
                    .iter()
                    .all(|condition| condition.holds(roll, *row, facts, known.now))
            })
            .collect();
    }
    Some(chosen)
}

fn of_request<'a>(roll: &'a Roll, request: &ListRequest, known: &Known<'a>) -> Vec<Condition<'a>> {
    let mut conditions: Vec<_> = known.bearing.iter().map(Condition::In).collect();
    match request.scope {
        AccountScope::Every => {}
        AccountScope::DueForErasure => conditions.push(Condition::RunOut(known.days)),
        AccountScope::KeptApart => conditions.push(Condition::In(&roll.kept_apart)),
        scope => {
            if scope == AccountScope::ToReview {
                conditions.push(Condition::Waits);
            }
            let is_any = |row| is_run_out(roll.of(row), known.days, known.now);
            if roll.clocked.rows().any(is_any) {
                let run_out = Condition::RunOut(known.days);
                conditions.push(Condition::Not(Box::new(run_out)));
            }
            if known.apart == Apart::LeftOut && roll.kept_apart.count() > 0 {
                let apart = Condition::In(&roll.kept_apart);
                conditions.push(Condition::Not(Box::new(apart)));
            }
        }
    }
    if !request.without.is_empty() {
        let warns = Condition::Warns(warning::mask(&request.without));
        conditions.push(Condition::Not(Box::new(warns)));
    }
    if !request.statuses.is_empty() {
        conditions.push(Condition::Status(mask(&STATUSES, &request.statuses)));
    }
    if !request.platforms.is_empty() {
        let is_wanted = |code: &String| request.platforms.iter().any(|one| one.as_str() == code);
        conditions.push(Condition::Platform(
            roll.platforms.iter().map(is_wanted).collect(),
        ));
    }
    if let Some(seen) = known.seen {
        conditions.push(Condition::Not(Box::new(Condition::In(seen))));
    }
    if let Some(reads) = known.reads {
        let is_read = |code: &String| code.is_empty() || reads.contains(code);
        conditions.push(Condition::Readable(
            roll.languages.iter().map(is_read).collect(),
        ));
    }
    conditions
}

fn of_clause<'a>(roll: &Roll, test: &Test, now: Instant) -> Option<Condition<'a>> {
    Some(match test {
        Test::Text { .. } => return None,
        Test::Platform(codes) => Condition::Platform(
            roll.platforms
                .iter()
                .map(|code| codes.contains(code))
                .collect(),
        ),
        Test::Language(codes) => {
            let is_wanted = |code: &String| {
                codes
                    .iter()
                    .any(|wanted| wanted.as_deref().unwrap_or_default() == code)
            };
            Condition::Language(roll.languages.iter().map(is_wanted).collect())
        }
        Test::Status(statuses) => Condition::Status(mask(&STATUSES, statuses)),
        Test::Band(bands) => Condition::Band(mask(&BANDS, bands)),
        Test::Role(roles) => Condition::Role(mask(&ROLES, roles)),
        Test::Unit(units) => Condition::Unit(mask(&UNITS, units)),
        Test::Imported(spans) => Condition::Imported(ends(spans, now)),
        Test::Seen(spans) => Condition::Seen(ends(spans, now)),
        Test::Has(any) => Condition::Has(any.clone()),
    })
}

fn mask<T: PartialEq>(all: &[(&str, T)], wanted: &[T]) -> u32 {
    (0u32..)
        .zip(all)
        .filter(|(_, (_, one))| wanted.contains(one))
        .fold(0, |mask, (bit, _)| mask | 1 << bit)
}

fn ends(spans: &[Span], now: Instant) -> Vec<(i64, i64)> {
    spans
        .iter()
        .map(|span| {
            let from = span.from.map_or(i64::MIN + 1, |edge| edge.at(now).0);
            (from, span.to.map_or(i64::MAX, |edge| edge.at(now).0))
        })
        .collect()
}

/// For an assignee and for each tag that the request names, the accounts that bear it.
pub(super) fn bearing(session: &Session, request: &ListRequest) -> Result<Vec<Set>> {
    session.read(|reader| {
        let mut bearing = Vec::new();
        if let Some(officer) = request.assigned {
            bearing.push(assignee::of_officer(reader.db(), officer)?);
        }
        for tag in &request.tags {
            bearing.push(tag::bearers(reader.db(), &fold(tag.trim()))?);
        }
        let sets = bearing.into_iter();
        sets.map(|rows| rows.into_iter().map(narrow).collect())
            .collect()
    })
}

/// The accounts this officer has opened, where the request leaves them out. It is their own screen state, not the log.
pub(super) fn seen(session: &Session, request: &ListRequest) -> Result<Option<Set>> {
    if !request.only_unseen {
        return Ok(None);
    }
    let officer = session.officer().row;
    let rows = session.read(|reader| place::seen(reader.db(), officer))?;
    rows.into_iter()
        .map(narrow)
        .collect::<Result<_>>()
        .map(Some)
}

/// The languages this officer reads, where the request asks for those only.
pub(super) fn readable(session: &Session, only_readable: bool) -> Result<Option<Vec<String>>> {
    if !only_readable {
        return Ok(None);
    }
    let officer = session.own().officer;
    let found = session.read(|reader| crate::table::officer::by_id(reader.db(), officer))?;
    Ok(Some(
        found.map(|(_, officer)| officer.reads).unwrap_or_default(),
    ))
}
