//! By what items are told apart: a name that each keeps, or what is worked out beside them for the moment asked for.

use super::period::as_at;
use super::standing::AsAt;
use super::{service, team};
use crate::{Error, Result, Session};
use breakwater_casefile::history::{self, ItemKey, Told};
use breakwater_model::Instant;
use breakwater_model::history::{Cut, History, Item, Mark};
use breakwater_model::statistics::StatsRequest;
use std::collections::HashMap;
use std::sync::Arc;

/// What no platform ever declined.
pub const NOT_DECLINED: &str = "(not declined)";

/// By what items are told apart.
#[derive(Debug, Clone)]
pub enum Apart {
    /// By a name each item keeps.
    Kept(Cut),
    /// By what was worked out.
    Beside(Arc<Beside>),
}

/// Parts worked out beside a history.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Beside {
    names: Vec<String>,
    /// Of every item by its place, which of the names it has, each once.
    of: Vec<Vec<u16>>,
}

impl Apart {
    /// By a name each item keeps; by platform where nothing is asked for.
    ///
    /// # Errors
    /// No item keeps a name of it.
    pub fn kept(cut: Option<Cut>) -> Result<Self> {
        match cut.unwrap_or(Cut::Platform) {
            cut if cut.is_kept() => Ok(Self::Kept(cut)),
            _ => Err(Error::Invalid(
                "Only the figures of a case are told apart by service, refusal or team.".into(),
            )),
        }
    }

    /// The names of the parts.
    pub fn names<'a>(&'a self, history: &'a History) -> &'a [String] {
        match self {
            Self::Kept(cut) => history.names(*cut),
            Self::Beside(beside) => &beside.names,
        }
    }

    /// Which of the names an item has, by its place.
    pub fn parts_of<'a>(&'a self, place: usize, item: &'a Item) -> &'a [u16] {
        match self {
            Self::Kept(cut) => {
                let group = item.groups.get(*cut as usize);
                group.map_or(&[], std::slice::from_ref)
            }
            Self::Beside(beside) => beside.of.get(place).map_or(&[], Vec::as_slice),
        }
    }
}

impl Beside {
    /// Of every item, in their order, what it is called; nothing is the same as an empty name.
    pub fn of(items: impl IntoIterator<Item = Vec<String>>) -> Self {
        let mut beside = Self::default();
        let mut places: HashMap<String, u16> = HashMap::new();
        for mut called in items {
            if called.is_empty() {
                called.push(String::new());
            }
            let mut parts = Vec::with_capacity(called.len());
            for name in called {
                let next = u16::try_from(beside.names.len()).unwrap_or(u16::MAX);
                let part = *places.entry(name.clone()).or_insert(next);
                if part == next {
                    beside.names.push(name);
                }
                if !parts.contains(&part) {
                    parts.push(part);
                }
            }
            beside.of.push(parts);
        }
        beside
    }
}

/// By what a case's items are told apart where `cut` is asked for.
///
/// # Errors
/// An as-at time that has not come yet.
pub fn asked(
    session: &Session,
    told: &Told,
    request: &StatsRequest,
    cut: Option<Cut>,
    now: Instant,
) -> Result<Apart> {
    let beside = match cut {
        Some(Cut::Service) => by_key(told, &service::of_items(session)?),
        Some(Cut::Team) => by_key(told, &team::of_items(session)?),
        Some(Cut::Refusal) => {
            let at = as_at(request.as_at, now)?.0;
            let as_at = AsAt {
                at,
                seq: i64::MAX,
                with_imported: request.with_imported,
            };
            refusals(&told.history, &session.read(history::refusals)?, as_at)
        }
        _ => return Apart::kept(cut),
    };
    Ok(Apart::Beside(Arc::new(beside)))
}

fn by_key(told: &Told, called: &HashMap<ItemKey, Vec<String>>) -> Beside {
    let items = told.history.items().iter().zip(&told.subjects);
    Beside::of(items.map(|(item, subject)| {
        let key = (subject.row, item.unit, subject.post.clone());
        called.get(&key).cloned().unwrap_or_default()
    }))
}

/// By the ground of the last refusal that was known at the moment asked for, whatever came after it. The same ground in
/// other letters is one, written as it was first.
fn refusals(history: &History, grounds: &HashMap<i64, String>, as_at: AsAt) -> Beside {
    let mut written: HashMap<String, String> = HashMap::new();
    Beside::of(history.items().iter().map(|item| {
        let mut declined = history.events(item).iter().rev();
        let Some(last) =
            declined.find(|event| event.mark == Mark::Declined && as_at.has_seen(event))
        else {
            return vec![NOT_DECLINED.to_owned()];
        };
        let ground = grounds.get(&last.seq).map_or("", String::as_str);
        let plain = ground.split_whitespace().collect::<Vec<_>>().join(" ");
        let key = plain.trim_end_matches('.').to_lowercase();
        vec![written.entry(key).or_insert(plain).clone()]
    }))
}

#[cfg(test)]
mod tests {
    use super::super::count_tests::{Made, at, day};
    use super::*;
    use breakwater_model::platform::Unit;

    #[test]
    fn a_refusal_has_the_ground_of_the_last_one_known_then() {
        let start = day("2026-01-01");
        let hour = 3_600_000;
        let mut made = Made::default();
        // Declined twice, removed after; never declined; declined without a ground.
        made.known(
            Unit::Account,
            true,
            &[
                (start, start, Mark::Sent),
                (start + hour, start + hour, Mark::Declined),
                (start + 2 * hour, start + 90 * hour, Mark::Declined),
                (start + 3 * hour, start + 3 * hour, Mark::Removed),
            ],
        );
        made.known(Unit::Account, true, &[(start, start, Mark::Sent)]);
        made.known(
            Unit::Account,
            true,
            &[
                (start, start, Mark::Sent),
                (start + hour, start + hour, Mark::Declined),
            ],
        );
        let history = made.history();
        let all = history.items().iter();
        let seqs: Vec<Vec<i64>> = all
            .map(|item| {
                let events = history.events(item).iter();
                let declined = events.filter(|event| event.mark == Mark::Declined);
                declined.map(|event| event.seq).collect()
            })
            .collect();
        let grounds = HashMap::from([
            (seqs[0][0], "No  breach.".to_owned()),
            (seqs[0][1], "Wrong form".to_owned()),
        ]);
        let called = |as_at: &str| -> Vec<String> {
            let as_at = AsAt {
                at: at(as_at).0,
                seq: i64::MAX,
                with_imported: true,
            };
            let beside = refusals(&history, &grounds, as_at);
            let parts = beside.of.iter().flatten();
            parts
                .map(|part| beside.names[usize::from(*part)].clone())
                .collect()
        };
        assert_eq!(
            called("2026-01-02T00:00:00Z"),
            ["No breach.", NOT_DECLINED, ""]
        );
        assert_eq!(
            called("2026-02-01T00:00:00Z"),
            ["Wrong form", NOT_DECLINED, ""]
        );
    }
}
