//! The rows of a preview, any of them, with what each would change: read from the file again when they are asked for.

use super::apply::Before;
use super::classify::Judged;
use super::further::{Several, Turn};
use super::memory::Packed;
use super::registers::Registers;
use super::resolve::{Target, Why, erased};
use super::row::Row;
use super::rows_file::{self, Change, ToldRow};
use super::{Preview, Verdict, read_row};
use crate::{Error, Progress, Result, Session};
use breakwater_casefile::Reader;
use breakwater_model::import::{FieldChangeView, ImportRowsView, RowFate, RowPreview};
use csv::StringRecord;
use std::collections::{HashMap, HashSet};
use std::path::Path;

/// Rows given at a time.
const MOST: u32 = 1_000;
/// Rows between two questions whether to go on.
const STEP: u64 = 500;

/// The fate of a row and how its account was found, in one byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Code(u8);

impl Code {
    /// Of a row.
    pub const fn new(fate: RowFate, found: Why) -> Self {
        let fate = match fate {
            RowFate::Created => 0,
            RowFate::Updated => 1,
            RowFate::Unchanged => 2,
            RowFate::Merged => 3,
            RowFate::Rejected => 4,
            RowFate::Erased => 5,
        };
        let found = match found {
            Why::Plain => 0,
            Why::OtherOwner => 1,
            Why::AdoptsId => 2,
            Why::Reused => 3,
            Why::Resolves => 4,
            Why::LinkStands => 5,
        };
        Self(found << 4 | fate)
    }

    /// The fate as a number.
    pub const fn number(self) -> u8 {
        self.0 & 15
    }

    /// The fate.
    pub const fn fate(self) -> RowFate {
        match self.number() {
            0 => RowFate::Created,
            1 => RowFate::Updated,
            2 => RowFate::Unchanged,
            3 => RowFate::Merged,
            5 => RowFate::Erased,
            _ => RowFate::Rejected,
        }
    }

    const fn found(self) -> Why {
        match self.0 >> 4 {
            1 => Why::OtherOwner,
            2 => Why::AdoptsId,
            3 => Why::Reused,
            4 => Why::Resolves,
            5 => Why::LinkStands,
            _ => Why::Plain,
        }
    }
}

/// An account as the rows of this file leave it, and the line that named it first.
struct Traced {
    before: Before,
    line: u64,
}

impl Preview {
    /// A part of the rows of one fate, or of all, in the order of the file.
    ///
    /// # Errors
    /// The file is no longer as it was previewed; cancelled.
    pub fn rows(
        &self,
        session: &Session,
        fate: Option<RowFate>,
        (offset, limit): (u32, u32),
        progress: &dyn Progress,
    ) -> Result<ImportRowsView> {
        let of_fate = (0u64..)
            .zip(&self.codes)
            .filter(|(_, code)| fate.is_none_or(|fate| code.fate() == fate))
            .map(|(number, _)| number);
        let total = of_fate.clone().count();
        let wanted: HashSet<u64> = of_fate
            .skip(offset as usize)
            .take(limit.min(MOST) as usize)
            .collect();
        let mut rows = Vec::with_capacity(wanted.len());
        self.tell(session, Some(&wanted), progress, &mut |row| {
            rows.push(row);
            Ok(())
        })?;
        Ok(ImportRowsView {
            rows,
            total: u32::try_from(total).unwrap_or(u32::MAX),
        })
    }

    /// Writes what every row would do as CSV: one line for each field it fills or changes, one for a row that
    /// changes none.
    pub fn save_rows(&self, session: &Session, out: &Path, progress: &dyn Progress) -> Result<u32> {
        rows_file::write(out, |each| {
            self.tell(session, None, progress, &mut |row| {
                let changes: Vec<Change<'_>> = row
                    .changes
                    .iter()
                    .map(|change| Change {
                        field: change.column.as_ref().unwrap_or(&change.field),
                        old: change.old.as_deref().unwrap_or_default(),
                        new: change.new.as_deref().unwrap_or_default(),
                    })
                    .collect();
                each(&ToldRow {
                    line: row.line,
                    fate: row.fate,
                    label: &row.label,
                    why: &row.why,
                    changes: &changes,
                })
            })
        })
    }

    /// Gives the wanted rows, or all, with what each would change, in order. Rows before them that are about the
    /// same accounts are followed, so that a merged row is held against what the first one leaves.
    fn tell(
        &self,
        session: &Session,
        wanted: Option<&HashSet<u64>>,
        progress: &dyn Progress,
        each: &mut dyn FnMut(RowPreview) -> Result<()>,
    ) -> Result<()> {
        let is_wanted = |number: u64| wanted.is_none_or(|wanted| wanted.contains(&number));
        let last = match wanted {
            Some(wanted) => wanted.iter().max().copied(),
            None => (self.codes.len() as u64).checked_sub(1),
        };
        let Some(last) = last else { return Ok(()) };
        let followed = self.several(is_wanted);
        let mut several = Several::from(&followed);
        session.read(|reader| {
            let registers = Registers::load(reader, self.now)?;
            let mut traced = HashMap::new();
            let mut rows = self.source.rows()?;
            let mut record = StringRecord::new();
            if self.columns.has_header {
                read_row(&mut rows, &mut record, &self.source.name)?;
            }
            for number in 0..=last {
                if !read_row(&mut rows, &mut record, &self.source.name)? {
                    return Err(self.was_changed());
                }
                if number.is_multiple_of(STEP) {
                    progress.step(number, Some(last + 1), "rows");
                    if progress.is_cancelled() {
                        return Err(Error::Cancelled);
                    }
                }
                let is_followed = matches!(self.verdict(number), Some(Verdict::Take(target)) if followed.contains(target));
                if is_wanted(number) || is_followed {
                    let judged = self.judged_again(
                        reader,
                        &registers,
                        (&mut traced, &mut several),
                        (number, &record),
                        is_followed,
                    )?;
                    if is_wanted(number) {
                        each(judged.view(self.source.line(&record)))?;
                    }
                }
            }
            Ok(())
        })
    }

    fn judged_again(
        &self,
        reader: &Reader<'_>,
        registers: &Registers,
        (traced, several): (&mut HashMap<Packed, Traced>, &mut Several),
        (number, record): (u64, &StringRecord),
        is_followed: bool,
    ) -> Result<Judged> {
        let at = usize::try_from(number).unwrap_or(usize::MAX);
        let (Some(verdict), Some(code)) = (self.verdicts.get(at), self.codes.get(at)) else {
            return Err(self.was_changed());
        };
        let (target, row) = match (verdict, self.columns.read(record, self.now)) {
            (Verdict::Take(target), Ok(mut row)) => {
                row.detect();
                (*target, row)
            }
            (Verdict::Misplaced, _) => return Ok(Judged::misplaced(record)),
            (Verdict::Reject, Err(reason)) => {
                let mut judged = Judged::rejected(record, reason);
                judged.note(self.swallows(record).as_deref());
                return Ok(judged);
            }
            (Verdict::Erased, Ok(row)) => {
                let known = erased(reader, &row, &self.tombstones)?;
                return Ok(Judged::erased(
                    &row,
                    known.ok_or_else(|| self.was_changed())?,
                ));
            }
            _ => return Err(self.was_changed()),
        };
        let line = self.source.line(record);
        let (merges_with, changes) = if let Some(traced) = traced.get_mut(&target) {
            let before = &mut traced.before;
            let turn = several.turn(target, false, &row);
            let weighed = before.weigh(reader, &row, turn)?;
            let changes = before.told(reader, &row, turn, &weighed)?;
            before.apply(&row, turn, &weighed);
            (
                format!("a further row for the account of line {}", traced.line),
                changes,
            )
        } else {
            several.turn(target, true, &row);
            let before = self.before(reader, target)?;
            let follow = is_followed.then_some((traced, line));
            (
                String::new(),
                first_of(reader, (target, before), &row, follow)?,
            )
        };
        let found = (target.target(), code.fate(), code.found());
        let mut judged = Judged::taken(found, &row, registers, &merges_with, changes);
        judged.note(self.swallows(record).as_deref());
        Ok(judged)
    }

    fn before(&self, reader: &Reader<'_>, target: Packed) -> Result<Before> {
        match target.target() {
            Target::Known(account) | Target::Reborn(account) => {
                Before::read(reader, account, self.is_again)
            }
            Target::New(_) => Ok(Before::default()),
        }
    }

    fn swallows(&self, record: &StringRecord) -> Option<String> {
        let ends = self.columns.swallowed(record, self.source.delimiter)?;
        Some(format!(
            "a cell holds {ends} line ends: {}",
            super::warnings::MISSING_MARK
        ))
    }
}

/// What the first row about an account changes; the account is followed from there if somebody asks.
fn first_of(
    reader: &Reader<'_>,
    (target, mut before): (Packed, Before),
    row: &Row,
    follow: Option<(&mut HashMap<Packed, Traced>, u64)>,
) -> Result<Vec<FieldChangeView>> {
    let turn = before.settled(reader, row, Turn::FIRST)?;
    let weighed = before.weigh(reader, row, turn)?;
    let changes = before.told(reader, row, turn, &weighed)?;
    if let Some((traced, line)) = follow {
        before.apply(row, turn, &weighed);
        traced.insert(target, Traced { before, line });
    }
    Ok(changes)
}
