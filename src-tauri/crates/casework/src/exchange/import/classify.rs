//! Pass 1: what each row of a file would do.

use super::apply::Before;
use super::further::Turn;
use super::heading::MISPLACED;
use super::registers::{LOOKS_LIKE, Registers};
use super::resolve::{Resolver, Target, Why};
use super::row::Row;
use super::rows::Code;
use super::warnings::Warnings;
use super::{Preview, Verdict, ahead};
use crate::{Progress, Result, Session};
use breakwater_casefile::Reader;
use breakwater_casefile::table::{batch, erasure};
use breakwater_model::Instant;
use breakwater_model::import::{FieldChangeView, ImportWarning, RowFate, RowPreview};
use breakwater_model::platform::Unit;
use breakwater_model::register::RegisterList;
use csv::StringRecord;
use std::collections::BTreeMap;

/// Rows shown of each fate.
const SHOWN: usize = 200;
/// Signs shown of a cell of a rejected row.
const CELL_SHOWN: usize = 120;

/// Reads every row and says what it would do.
pub(super) fn classify(
    session: &Session,
    preview: &mut Preview,
    progress: &dyn Progress,
) -> Result<()> {
    let mut resolver = Resolver::default();
    let mut shown = BTreeMap::<u8, usize>::new();
    let (source, columns) = (preview.source.clone(), preview.columns.clone());
    let is_sheet = source.sheet().is_some();
    let mut is_under_other = false;
    // One state of the case for all rows, and one lock instead of one for every question.
    session.snapshot(|reader| {
        let registers = Registers::load(reader, preview.now)?;
        preview.is_again = batch::is_taken(reader, preview.source.sha256)?;
        let is_again = preview.is_again;
        ahead::each_read(
            (&source, &columns, preview.now),
            |_| {},
            None,
            progress,
            &mut |_, record, row| {
                if columns.has_header && row.is_err() && columns.repeat_header(record) {
                    is_under_other = columns.are_others(record);
                }
                let mut judged = match row {
                    _ if is_under_other && row.is_ok() => Judged::misplaced(record),
                    Err(reason) => Judged::rejected(record, reason),
                    Ok(mut row) => {
                        preview.columns.remember(&row);
                        match resolver.erased(reader, &row, &preview.tombstones)? {
                            Some(known) if !preview.takes_erased => Judged::erased(&row, known),
                            _ => judge(reader, &mut resolver, &registers, &mut row, is_again)?,
                        }
                    }
                };
                let line = source.line(record);
                let warnings = &mut preview.warnings;
                let remark = warnings.look(&columns, record, line, source.delimiter, is_sheet);
                let is_odd = judged.is_odd(warnings)
                    || remark.is_some()
                        && warnings.count(ImportWarning::Swallowed) as usize <= SHOWN;
                judged.warn(warnings, line);
                preview.counts.count(judged.fate);
                preview.verdicts.push(judged.verdict);
                let code = Code::new(judged.fate, judged.found);
                preview.codes.push(code);
                let count = shown.entry(code.number()).or_default();
                *count += 1;
                let is_on_register = preview.registers.is_shown(judged.register);
                if is_on_register || is_odd || *count <= SHOWN {
                    judged.note(remark.as_deref());
                    preview.rows.push(judged.view(line));
                }
                Ok(())
            },
        )
    })?;
    preview.rows.sort_by_key(|row| {
        (
            row.fate != RowFate::Rejected,
            row.register.is_none(),
            row.line,
        )
    });
    Ok(())
}

/// What becomes of a row.
pub(super) struct Judged {
    verdict: Verdict,
    fate: RowFate,
    found: Why,
    label: String,
    why: String,
    changes: Vec<FieldChangeView>,
    register: Option<RegisterList>,
    /// True if it looks like an entry of a register.
    looks_like_one: bool,
    is_short_link: bool,
    oddities: Vec<ImportWarning>,
}

impl Judged {
    /// A row that is not taken.
    pub(super) fn rejected(record: &StringRecord, reason: String) -> Self {
        Self {
            verdict: Verdict::Reject,
            fate: RowFate::Rejected,
            found: Why::Plain,
            label: record
                .iter()
                .take(3)
                .map(short)
                .collect::<Vec<_>>()
                .join(" · "),
            why: reason,
            changes: Vec::new(),
            register: None,
            looks_like_one: false,
            is_short_link: false,
            oddities: Vec::new(),
        }
    }

    /// A row under another header than that of the file.
    pub(super) fn misplaced(record: &StringRecord) -> Self {
        Self {
            verdict: Verdict::Misplaced,
            ..Self::rejected(record, MISPLACED.into())
        }
    }

    /// A row about an account that was erased, by the certificate of this number, then.
    pub(super) fn erased(row: &Row, (number, at): (u32, Instant)) -> Self {
        Self {
            verdict: Verdict::Erased,
            fate: RowFate::Erased,
            found: Why::Plain,
            label: row.label(),
            why: erasure::words(number, at),
            changes: Vec::new(),
            register: None,
            looks_like_one: false,
            is_short_link: false,
            oddities: Vec::new(),
        }
    }

    /// A row about this account.
    pub(super) fn taken(
        (target, fate, found): (Target, RowFate, Why),
        row: &Row,
        registers: &Registers,
        merges_with: &str,
        changes: Vec<FieldChangeView>,
    ) -> Self {
        let (register, on_register) = registers.remark(row, target);
        let parts = [
            on_register.as_str(),
            found.words(),
            merges_with,
            row.remark.as_deref().unwrap_or_default(),
        ];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        Self {
            verdict: Verdict::Take(target.into()),
            fate,
            found,
            label: row.label(),
            why: parts.join("; "),
            changes,
            register,
            looks_like_one: on_register.contains(LOOKS_LIKE),
            is_short_link: row.unit == Unit::ShortLink,
            oddities: row.oddities.clone(),
        }
    }

    /// True if it is shown for what it looks like, as the first few are.
    fn is_odd(&self, warnings: &Warnings) -> bool {
        let is_early = |kind| (warnings.count(kind) as usize) < SHOWN;
        self.looks_like_one && is_early(ImportWarning::LooksLike)
            || self.oddities.iter().any(|kind| is_early(*kind))
    }

    /// Counts what somebody should look at.
    fn warn(&self, warnings: &mut Warnings, line: u64) {
        if self.is_short_link {
            warnings.see(ImportWarning::ShortLinks, line);
        }
        for oddity in &self.oddities {
            warnings.see(*oddity, line);
        }
        if self.looks_like_one {
            warnings.see(ImportWarning::LooksLike, line);
        }
    }

    /// Adds a remark.
    pub(super) fn note(&mut self, remark: Option<&str>) {
        let Some(remark) = remark else { return };
        if !self.why.is_empty() {
            self.why.push_str("; ");
        }
        self.why.push_str(remark);
    }

    /// As it is shown.
    pub(super) fn view(self, line: u64) -> RowPreview {
        RowPreview {
            line: u32::try_from(line).unwrap_or(u32::MAX),
            fate: self.fate,
            label: self.label,
            why: self.why,
            changes: self.changes,
            register: self.register,
        }
    }
}

fn short(cell: &str) -> &str {
    cell.char_indices()
        .nth(CELL_SHOWN)
        .map_or(cell, |(end, _)| cell.get(..end).unwrap_or(cell))
}

fn judge(
    reader: &Reader<'_>,
    resolver: &mut Resolver,
    registers: &Registers,
    row: &mut Row,
    is_again: bool,
) -> Result<Judged> {
    let (target, met, found) = resolver.resolve(reader, row)?;
    let (fate, changes) = match target {
        _ if met => (RowFate::Merged, Vec::new()),
        Target::New(_) | Target::Reborn(_) => (RowFate::Created, Vec::new()),
        Target::Known(account) => {
            row.detect();
            let before = Before::read(reader, account, is_again)?;
            let turn = before.settled(reader, row, Turn::FIRST)?;
            let weighed = before.weigh(reader, row, turn)?;
            let changes = before.told(reader, row, turn, &weighed)?;
            let fate = if changes.is_empty() {
                RowFate::Unchanged
            } else {
                RowFate::Updated
            };
            (fate, changes)
        }
    };
    let merges_with = if met {
        "a further row for the same account"
    } else {
        ""
    };
    Ok(Judged::taken(
        (target, fate, found),
        row,
        registers,
        merges_with,
        changes,
    ))
}
