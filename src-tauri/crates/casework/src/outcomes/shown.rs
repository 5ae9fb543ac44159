//! What a read outcomes file is shown as: its columns, its wordings, and what each row would do.

use super::item::{Item, Place};
use super::plan::Step;
use super::row::Outcome;
use super::take::Preview;
use super::{row, wordings};
use crate::exchange::import::memory::Packed;
use crate::exchange::import::resolve::Target;
use crate::exchange::import::rows_file::{self, Change, ToldRow};
use crate::exchange::import::warnings::{Warnings, said};
use crate::{Result, outfile};
use breakwater_model::import::{ImportWarning, ImportWarningView, RowFate, SheetView};
use breakwater_model::outcomes::{
    OutcomeAddView, OutcomeFound, OutcomeRowView, OutcomesPreviewView,
};
use breakwater_text::platform;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::Path;

/// Rows shown of each fate.
const SHOWN: usize = 200;
/// Reasons that are told on the command line.
const TOLD: usize = 10;

impl Preview {
    /// What the window shows.
    pub fn view(&self) -> OutcomesPreviewView {
        let mapping = self.used.as_ref();
        let (wordings, more_wordings) =
            wordings::view(&self.wordings, &self.words, mapping, &self.given);
        OutcomesPreviewView {
            preview: String::new(),
            file_name: self.source.name.clone(),
            sha256: outfile::hex(&self.source.sha256),
            encoding: self.source.encoding_name(),
            delimiter: self.source.delimiter_name().to_owned(),
            sheet: self.source.sheet().map(|sheet| sheet.name.clone()),
            header_line: self.source.begins(),
            sheets: self.sheets(),
            mapping: mapping.map(|mapping| mapping.view(mapping.fit(&self.columns.headers))),
            offered: self.offered.clone(),
            columns: self.columns.view(&self.records),
            lacks: self.columns.lacks(),
            wordings,
            more_wordings,
            unused: self.columns.unused().map(str::to_owned).collect(),
            counts: self.plan.counts,
            left_out: wordings::left_out(&self.columns, &self.words, &self.records),
            accounts: self.count(|item| matches!(item.target, Target::New(_) | Target::Reborn(_))),
            sent_items: self.count(|item| matches!(item.place, Place::Sent(_))),
            warnings: self.warnings(),
            rows: self.rows_shown(),
        }
    }

    fn sheets(&self) -> Vec<SheetView> {
        let sheets = self.source.sheet().map(|sheet| sheet.all.as_slice());
        let all = sheets.unwrap_or_default().iter();
        all.map(|(name, is_hidden)| SheetView {
            name: name.clone(),
            is_hidden: *is_hidden,
        })
        .collect()
    }

    fn rows_shown(&self) -> Vec<OutcomeRowView> {
        let mut shown = HashMap::<RowFate, usize>::new();
        let mut rows = Vec::new();
        for (number, step) in self.plan.steps.iter().enumerate() {
            let fate = step.fate();
            let count = shown.entry(fate).or_default();
            *count += 1;
            if *count <= SHOWN {
                rows.push(self.row_view(number, step, fate));
            }
        }
        rows.sort_by_key(|row| (row.fate != RowFate::Rejected, row.line));
        rows
    }

    /// Items that rows land on and for which something holds; of accounts to be made, the accounts.
    fn count(&self, holds: impl Fn(&Item) -> bool) -> u32 {
        let landed: BTreeSet<usize> = self
            .plan
            .steps
            .iter()
            .filter_map(|step| match step {
                Step::Land { item, .. } => Some(*item),
                Step::Reject(_) | Step::Erased(_) => None,
            })
            .collect();
        let items = landed.iter().filter_map(|at| self.plan.items.get(*at));
        let things: HashSet<(Packed, Option<i64>)> = items
            .filter(|item| holds(item))
            .map(|item| match &item.place {
                Place::Sent(sent) => (Packed::from(item.target), Some(sent.row)),
                _ => (Packed::from(item.target), None),
            })
            .collect();
        u32::try_from(things.len()).unwrap_or(u32::MAX)
    }

    fn row_view(&self, number: usize, step: &Step, fate: RowFate) -> OutcomeRowView {
        let record = self.records.get(number);
        let (why, found, adds) = match step {
            Step::Reject(why) | Step::Erased(why) => (why.clone(), None, Vec::new()),
            Step::Land {
                item, found, adds, ..
            } => {
                let item = self.plan.items.get(*item);
                let mut why = item.map(Item::words).unwrap_or_default();
                if fate == RowFate::Merged && adds.is_empty() {
                    why.push_str("; an earlier row says the same");
                }
                let adds = adds.iter().map(|add| OutcomeAddView {
                    kind: add.kind.to_owned(),
                    value: add.value.clone(),
                    at: row::said(&add.happened),
                });
                (why, Some(*found), adds.collect())
            }
        };
        let label = match self.rows.get(number) {
            Some(Ok(outcome)) => outcome.row.label(),
            _ => record.map_or_else(String::new, |record| {
                record.iter().take(3).collect::<Vec<_>>().join(" · ")
            }),
        };
        let line = record.map_or(0, |record| self.source.line(record));
        OutcomeRowView {
            line: u32::try_from(line).unwrap_or(u32::MAX),
            fate,
            label,
            why,
            found,
            adds,
        }
    }

    /// What is to be looked at before the file is taken in, with the lines it is about.
    pub(super) fn warnings(&self) -> Vec<ImportWarningView> {
        let turned = |number: usize, _: &Step| {
            let record = self.records.get(number);
            record.is_some_and(|record| self.columns.is_turned(record))
        };
        let has_another = |_: usize, step: &Step| {
            let other = OutcomeFound::SentOtherReference;
            matches!(step, Step::Land { found, .. } if *found == other)
        };
        let of = |number: usize| self.rows.get(number).and_then(|row| row.as_ref().ok());
        let is_taken = |step: &Step| matches!(step, Step::Land { .. });
        let is_unknown = |number: usize, step: &Step| {
            let is_known = |row: &Outcome| platform::code(&row.row.platform).is_some();
            is_taken(step) && of(number).is_some_and(|row| !is_known(row))
        };
        let has_none = |number: usize, step: &Step| {
            is_taken(step) && of(number).is_some_and(|row| row.reference_key.is_empty())
        };
        let is_said = |_: usize, step: &Step| matches!(step, Step::Land { fate: RowFate::Merged, adds, .. } if adds.is_empty());
        let has_no_ground = |number: usize, step: &Step| {
            is_taken(step) && of(number).is_some_and(Outcome::lacks_ground)
        };
        [
            self.warning(ImportWarning::MixedDates, turned),
            self.warning(ImportWarning::OtherReference, has_another),
            self.warning(ImportWarning::UnknownPlatform, is_unknown),
            self.warning(ImportWarning::NoReference, has_none),
            self.warning(ImportWarning::SaidTwice, is_said),
            self.warning(ImportWarning::GroundNotSaid, has_no_ground),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn warning(
        &self,
        kind: ImportWarning,
        is_meant: impl Fn(usize, &Step) -> bool,
    ) -> Option<ImportWarningView> {
        let steps = self.plan.steps.iter().enumerate();
        let meant = steps.filter(|(number, step)| is_meant(*number, step));
        let lines: Vec<u32> = meant
            .filter_map(|(number, _)| self.records.get(number))
            .map(|record| u32::try_from(self.source.line(record)).unwrap_or(u32::MAX))
            .collect();
        Some(ImportWarningView {
            kind,
            rows: u32::try_from(lines.len()).unwrap_or(u32::MAX),
            first_line: *lines.first()?,
            lines: lines.into_iter().take(SHOWN).collect(),
        })
    }

    /// Writes what every row would do as CSV, as [`crate::exchange::import`] does: one line for each thing it adds, one
    /// for a row that adds none.
    pub fn save_rows(&self, out: &Path) -> Result<u32> {
        rows_file::write(out, |each| {
            for (number, step) in self.plan.steps.iter().enumerate() {
                let row = self.row_view(number, step, step.fate());
                let reasons = match step {
                    Step::Land { adds, .. } => adds.as_slice(),
                    _ => &[],
                };
                let new: Vec<String> = row
                    .adds
                    .iter()
                    .zip(reasons)
                    .map(|(add, told)| match told.reason.as_str() {
                        "" => format!("{} {}", add.value, add.at),
                        reason => format!("{} {}: {reason}", add.value, add.at),
                    })
                    .collect();
                let changes: Vec<Change<'_>> = row
                    .adds
                    .iter()
                    .zip(&new)
                    .map(|(add, new)| Change {
                        field: &add.kind,
                        old: "",
                        new,
                    })
                    .collect();
                each(&ToldRow {
                    line: row.line,
                    fate: row.fate,
                    label: &row.label,
                    why: &row.why,
                    changes: &changes,
                })?;
            }
            Ok(())
        })
    }

    /// What somebody should know before the file is taken in, one line each.
    pub fn remarks(&self) -> Vec<String> {
        let view = self.view();
        let mut remarks = vec![format!(
            "{} items of referrals sent from this case are answered; {} accounts are made, marked as imported",
            view.sent_items, view.accounts
        )];
        remarks.extend(Warnings::of_file(&self.source).words());
        if let Some(mapping) = &view.mapping {
            remarks.push(format!("read by the mapping {:?}", mapping.name));
            for (what, columns) in [
                ("the file has not", &mapping.missing),
                ("the mapping does not name", &mapping.new),
            ] {
                if !columns.is_empty() {
                    remarks.push(format!("columns {what}: {}", columns.join(", ")));
                }
            }
        }
        let new = view.wordings.iter().filter(|wording| wording.is_new);
        let new: Vec<String> = new.map(|new| format!("{:?}", new.wording)).collect();
        if !new.is_empty() {
            remarks.push(format!(
                "wordings the mapping does not name: {}",
                new.join(", ")
            ));
        }
        if view.left_out > 0 {
            remarks.push(format!(
                "{} rows are left out by the mapping",
                view.left_out
            ));
        }
        if !view.unused.is_empty() {
            remarks.push(format!("columns not used: {}", view.unused.join(", ")));
        }
        remarks.extend(view.warnings.iter().map(warned));
        remarks.extend(self.reasons());
        remarks
    }

    /// Why rows are not taken, the most frequent reasons first, each with its lines; of reasons beyond these, how many
    /// rows have one.
    fn reasons(&self) -> Vec<String> {
        let mut reasons = BTreeMap::<&str, Vec<u32>>::new();
        for (step, record) in self.plan.steps.iter().zip(&self.records) {
            if let Step::Reject(why) = step {
                let lines = reasons.entry(why.as_str()).or_default();
                lines.push(u32::try_from(self.source.line(record)).unwrap_or(u32::MAX));
            }
        }
        let mut reasons: Vec<_> = reasons.into_iter().collect();
        reasons.sort_by_key(|(_, lines)| std::cmp::Reverse(lines.len()));
        let told = reasons.iter().take(TOLD).map(|(why, of)| {
            let rows = of.len();
            format!("{rows} {} rejected: {why} ({})", rows_word(rows), lines(of))
        });
        let mut told: Vec<String> = told.collect();
        let rest: usize = reasons.iter().skip(TOLD).map(|(_, of)| of.len()).sum();
        if rest > 0 {
            told.push(format!(
                "{rest} further {} rejected, each with its reason in --errors and --rows",
                rows_word(rest)
            ));
        }
        told
    }
}

const fn rows_word(rows: usize) -> &'static str {
    if rows == 1 { "row" } else { "rows" }
}

/// The first lines of some.
fn lines(all: &[u32]) -> String {
    let first: Vec<String> = all.iter().take(TOLD).map(u32::to_string).collect();
    let word = if all.len() == 1 { "line" } else { "lines" };
    let more = if all.len() > TOLD { ", …" } else { "" };
    format!("{word} {}{more}", first.join(", "))
}

/// A warning in words, with its first lines.
fn warned(warning: &ImportWarningView) -> String {
    format!(
        "{} {} ({})",
        warning.rows,
        said(warning.kind),
        lines(&warning.lines)
    )
}

impl Item {
    /// Where a row lands, in words.
    fn words(&self) -> String {
        match &self.place {
            Place::Sent(sent) => format!("answers referral {} sent from this case", sent.number),
            Place::Past(_) => "imported history that is known".into(),
            Place::New | Place::Gone(_) => match self.target {
                Target::Known(_) => "imported history of a known account".into(),
                Target::New(_) | Target::Reborn(_) => "imported history of a new account".into(),
            },
        }
    }
}
