//! What a row changes of an account, where the account says something else already.
//!
//! The first row of a file is what is known now, unless the account was seen later by a date that somebody wrote. Of
//! several rows for one account, the one seen last by the dates in the file says how it looks, and one with a date before
//! one without; what another row says otherwise becomes a note, so that no cell is lost. A file that was
//! taken in before changes nothing by what it said then.

use super::apply::{Before, FIELDS, fields_of, sighting_of};
use super::memory::Packed;
use super::row::Row;
use super::{Preview, Verdict};
use crate::Result;
use breakwater_casefile::Reader;
use breakwater_casefile::table::account::{self, AccountField};
use breakwater_casefile::table::sighting;
use breakwater_model::account::ExtraView;
use breakwater_model::import::RowFate;
use breakwater_model::{Instant, Precision};
use std::collections::{HashMap, HashSet};

/// Which row about an account in its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    /// True for the first.
    pub is_first: bool,
    /// True if none before it was seen later: it says how the account looks.
    pub is_latest: bool,
}

impl Turn {
    /// The first row, or the only one.
    pub const FIRST: Self = Self {
        is_first: true,
        is_latest: true,
    };
}

/// Accounts that several rows of the file are about, with the date of the row that says how they look.
#[derive(Debug, Default)]
pub struct Several(HashMap<Packed, Option<Instant>>);

impl Several {
    /// The turn of the next row about an account: of one row alone it is the first.
    pub fn turn(&mut self, target: Packed, is_first: bool, row: &Row) -> Turn {
        let Some(stands) = self.0.get_mut(&target) else {
            return Turn::FIRST;
        };
        let is_later = stands.is_none_or(|stands| row.seen.begins() > stands);
        let is_latest = is_first || (!row.is_assumed && is_later);
        if is_latest {
            *stands = (!row.is_assumed).then_some(row.seen.at);
        }
        Turn {
            is_first,
            is_latest,
        }
    }
}

impl Preview {
    /// Accounts that a further row is about, of those rows that are asked for.
    pub(super) fn several(&self, is_wanted: impl Fn(u64) -> bool) -> HashSet<Packed> {
        (0u64..)
            .zip(self.codes.iter().zip(&self.verdicts))
            .filter(|(number, (code, _))| code.fate() == RowFate::Merged && is_wanted(*number))
            .filter_map(|(_, (_, verdict))| match verdict {
                Verdict::Take(target) => Some(*target),
                Verdict::Reject | Verdict::Misplaced | Verdict::Erased => None,
            })
            .collect()
    }
}

impl From<&HashSet<Packed>> for Several {
    fn from(targets: &HashSet<Packed>) -> Self {
        Self(targets.iter().map(|target| (*target, None)).collect())
    }
}

/// A field with what it held and what it is to hold.
pub type FieldChange = (AccountField, Option<String>, Option<String>);

/// What becomes of the cells of a row.
#[derive(Debug, Default)]
pub struct Weighed {
    /// Fields that change.
    pub fields: Vec<FieldChange>,
    /// What the row says otherwise, in words of a note.
    pub note: Option<String>,
}

impl Before {
    /// The turn of a row as the case knows the account: a first row seen before what is known is no news of how it looks.
    pub fn settled(&self, reader: &Reader<'_>, row: &Row, turn: Turn) -> Result<Turn> {
        let Some(account) = self.account.filter(|_| turn.is_first && !row.is_assumed) else {
            return Ok(turn);
        };
        let says_other = |(at, new): (usize, &Option<String>)| {
            new.is_some() && self.field(at).is_some() && self.field(at) != new.as_deref()
        };
        let conflicts = fields_of(row).into_iter().enumerate().any(says_other)
            || row.extra.iter().any(|cell| self.says_other(cell));
        let is_older = conflicts
            && sighting::last_dated(reader, account)?
                .is_some_and(|last| row.seen.at < last.begins());
        Ok(if is_older {
            Turn {
                is_first: false,
                is_latest: false,
            }
        } else {
            turn
        })
    }

    /// What of a row is taken and what is noted.
    pub fn weigh(&self, reader: &Reader<'_>, row: &Row, turn: Turn) -> Result<Weighed> {
        let mut weighed = Weighed::default();
        let mut otherwise = Vec::new();
        for (at, (field, new)) in FIELDS.into_iter().zip(fields_of(row)).enumerate() {
            let old = self.field(at);
            let Some(said) = new.as_deref().filter(|said| old != Some(*said)) else {
                continue;
            };
            if old.is_none() || (turn.is_latest && !self.repeats(reader, row, (field, said))?) {
                let change = (field, old.map(str::to_owned), new.clone());
                weighed.fields.push(change);
            } else if !turn.is_latest && !self.repeats(reader, row, (field, said))? {
                otherwise.push((label(field), said));
            }
        }
        if !turn.is_first {
            let others = row.extra.iter().filter(|cell| self.says_other(cell));
            otherwise.extend(others.map(|cell| (cell.name.as_str(), cell.value.as_str())));
        }
        weighed.note = noted(row, &otherwise);
        Ok(weighed)
    }

    /// True if this very file has said so before of the account as it was seen then.
    fn repeats(
        &self,
        reader: &Reader<'_>,
        row: &Row,
        (field, said): (AccountField, &str),
    ) -> Result<bool> {
        let Some(account) = self.account.filter(|_| self.is_again) else {
            return Ok(false);
        };
        Ok(account::has_held(reader, account, field, said)?
            && sighting::is_known(reader, account, &row.platform, &sighting_of(row))?)
    }

    /// True if a column of its own holds something else.
    fn says_other(&self, cell: &ExtraView) -> bool {
        let mut kept = self.extra.iter().filter(|kept| kept.name == cell.name);
        kept.any(|kept| kept.value != cell.value)
    }
}

/// What a field is called in a note.
const fn label(field: AccountField) -> &'static str {
    match field {
        AccountField::DisplayName => "Name",
        AccountField::Bio => "Profile text",
        AccountField::Language => "Language",
        AccountField::Followers => "Followers",
        AccountField::FlaggedReason => "Why flagged",
        AccountField::Source => "Source",
        AccountField::Extra => "Other columns",
        AccountField::Unit => "Unit",
        AccountField::Platform => "Platform",
    }
}

/// The note, or none where nothing is said otherwise. The same row gives the same words again.
fn noted(row: &Row, otherwise: &[(&str, &str)]) -> Option<String> {
    if otherwise.is_empty() {
        return None;
    }
    let when = if row.is_assumed {
        String::new()
    } else {
        let form = match row.seen.precision {
            Precision::Month => "%B %Y",
            _ => "%-d %B %Y",
        };
        format!(", seen {}", row.seen.at.utc().format(form))
    };
    let said: Vec<String> = otherwise
        .iter()
        .map(|(name, said)| format!("{name}: {said}"))
        .collect();
    Some(format!("Another row{when}, says\n{}", said.join("\n")))
}
