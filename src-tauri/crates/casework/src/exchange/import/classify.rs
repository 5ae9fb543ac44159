//! Pass 1: what each row of a file would do.

use super::apply::Before;
use super::registers::Registers;
use super::resolve::{Resolver, Target};
use super::row::Row;
use super::{MISSING_MARK, Preview, Verdict, rows_of};
use crate::{Progress, Result, Session};
use breakwater_casefile::Reader;
use breakwater_model::import::{RowFate, RowPreview};
use breakwater_model::register::RegisterList;
use csv::StringRecord;

/// Rows shown of each fate.
const SHOWN: usize = 200;
/// Signs shown of a cell of a rejected row.
const CELL_SHOWN: usize = 120;

/// Rows with a cell that seems to have swallowed others.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Odd {
    pub(super) rows: usize,
    pub(super) first_line: u64,
}

impl Odd {
    fn see(&mut self, line: u64) {
        if self.rows == 0 {
            self.first_line = line;
        }
        self.rows += 1;
    }
}

/// Reads every row and says what it would do.
pub(super) fn classify(
    session: &Session,
    preview: &mut Preview,
    progress: &dyn Progress,
) -> Result<()> {
    let mut resolver = Resolver::default();
    let mut shown = std::collections::BTreeMap::<&'static str, usize>::new();
    let (source, columns) = (preview.source.clone(), preview.columns.clone());
    // One state of the case for all rows, and one lock instead of one for every question.
    session.snapshot(|reader| {
        let registers = Registers::load(reader, preview.now)?;
        rows_of(
            &source,
            columns.has_header,
            None,
            progress,
            &mut |number, record| {
                let mut judged = match columns.read(record, preview.now) {
                    Err(reason) => rejected(record, reason),
                    Ok(row) => {
                        preview.columns.remember(&row);
                        judge(reader, &mut resolver, &registers, &row)?
                    }
                };
                let line = record.position().map_or(number, csv::Position::line);
                let swallowed = columns.swallowed(record, source.delimiter);
                if let Some(ends) = swallowed {
                    judged.note(&format!("a cell holds {ends} line ends: {MISSING_MARK}"));
                    preview.odd.see(line);
                }
                preview.counts.count(judged.fate);
                preview.verdicts.push(judged.verdict);
                let count = shown.entry(fate_name(judged.fate)).or_default();
                *count += 1;
                let is_on_register = preview.registers.is_shown(judged.register);
                let is_odd = swallowed.is_some() && preview.odd.rows <= SHOWN;
                if is_on_register || is_odd || *count <= SHOWN {
                    preview.rows.push(RowPreview {
                        line: u32::try_from(line).unwrap_or(u32::MAX),
                        fate: judged.fate,
                        label: judged.label,
                        why: judged.why,
                        register: judged.register,
                    });
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
struct Judged {
    verdict: Verdict,
    fate: RowFate,
    label: String,
    why: String,
    register: Option<RegisterList>,
}

impl Judged {
    /// Adds a remark.
    fn note(&mut self, remark: &str) {
        if !self.why.is_empty() {
            self.why.push_str("; ");
        }
        self.why.push_str(remark);
    }
}

fn rejected(record: &StringRecord, reason: String) -> Judged {
    Judged {
        verdict: Verdict::Reject,
        fate: RowFate::Rejected,
        label: record
            .iter()
            .take(3)
            .map(short)
            .collect::<Vec<_>>()
            .join(" · "),
        why: reason,
        register: None,
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
    row: &Row,
) -> Result<Judged> {
    let (target, met, why) = resolver.resolve(reader, row)?;
    let (register, on_register) = registers.remark(row, target);
    let (fate, changes) = match target {
        _ if met => (
            RowFate::Merged,
            "a further row for the same account".to_owned(),
        ),
        Target::New(_) | Target::Reborn(_) => (RowFate::Created, String::new()),
        Target::Known(account) => Before::read(reader, account)?.fate(reader, row)?,
    };
    let parts = [
        on_register.as_str(),
        why,
        changes.as_str(),
        row.remark.as_deref().unwrap_or_default(),
    ];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    Ok(Judged {
        verdict: Verdict::Take(target.into()),
        fate,
        label: row.label(),
        why: parts.join("; "),
        register,
    })
}

const fn fate_name(fate: RowFate) -> &'static str {
    match fate {
        RowFate::Created => "created",
        RowFate::Updated => "updated",
        RowFate::Unchanged => "unchanged",
        RowFate::Merged => "merged",
        RowFate::Rejected => "rejected",
    }
}
