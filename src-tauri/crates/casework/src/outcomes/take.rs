//! Taking in an outcomes file: one act, all or nothing. Rows in = rows out; the same file again changes nothing.

use super::columns::Columns;
use super::item::{Item, Place};
use super::mapping::Mapping;
use super::plan::{self, Plan, Step};
use super::row::Outcome;
use super::writing::Writing;
use crate::exchange::import::memory::Packed;
use crate::exchange::import::rejected;
use crate::exchange::import::resolve::Target;
use crate::exchange::import::source::{Reading, Source};
use crate::{Error, Progress, Result, Session, outfile};
use breakwater_casefile::erase::Tombstones;
use breakwater_casefile::table::batch::NewBatch;
use breakwater_casefile::{Action, Writer};
use breakwater_model::BatchId;
use breakwater_model::audit::Operation;
use breakwater_model::import::{ImportResultView, RowFate, RowPreview};
use breakwater_model::outcomes::{OutcomesFileRequest, OutcomesPreviewView};
use csv::StringRecord;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::Path;

/// Rows shown of each fate.
const SHOWN: usize = 200;

/// A file that has been read and judged. Nothing is written.
pub struct Preview {
    source: Source,
    columns: Columns,
    mapping: Mapping,
    records: Vec<StringRecord>,
    rows: Vec<std::result::Result<Outcome, String>>,
    plan: Plan,
}

/// Reads a file and says what each row would do.
///
/// # Errors
/// An empty file, one without the needed columns, an encoding or mapping that is none; refused by rule
/// `file-as-previewed` where the request names another file's hash. A row that cannot be taken is a result.
pub fn preview(
    session: &Session,
    file: &Path,
    request: &OutcomesFileRequest,
    progress: &dyn Progress,
) -> Result<Preview> {
    let mapping = match &request.mapping {
        Some(name) => Mapping::kept(session, name)?,
        None => Mapping::default(),
    };
    preview_by(session, file, request, mapping, progress)
}

/// Like [`preview`], by a mapping that is not kept in the case.
pub fn preview_by(
    session: &Session,
    file: &Path,
    request: &OutcomesFileRequest,
    mapping: Mapping,
    progress: &dyn Progress,
) -> Result<Preview> {
    let reading = Reading {
        encoding: request.encoding.as_deref(),
        delimiter: request.delimiter.as_deref(),
        sheet: request.sheet.as_deref(),
    };
    let source = Source::open_as(file, &reading, progress)?;
    let is_asked = |asked: &String| *asked == outfile::hex(&source.sha256);
    if !request.sha256.as_ref().is_none_or(is_asked) {
        return Err(Error::refused(
            "file-as-previewed",
            format!(
                "{} was changed since the preview. Look at it again.",
                source.name
            ),
        ));
    }
    let (columns, records) = Columns::read(&source, &mapping)?;
    let (words, now) = (mapping.words(), session.host().now());
    let rows: Vec<_> = records
        .iter()
        .map(|record| Outcome::read(&columns, &words, record, now))
        .collect();
    let plan = session
        .snapshot(|reader| plan::plan(reader, &rows, &Tombstones::read(session, reader)?))?;
    Ok(Preview {
        source,
        columns,
        mapping,
        records,
        rows,
        plan,
    })
}

impl Preview {
    /// What the window shows.
    pub fn view(&self) -> OutcomesPreviewView {
        let mut shown = HashMap::<RowFate, usize>::new();
        let mut rows = Vec::new();
        for (number, step) in self.plan.steps.iter().enumerate() {
            let row = self.row_view(number, step);
            let count = shown.entry(row.fate).or_default();
            *count += 1;
            if *count <= SHOWN {
                rows.push(row);
            }
        }
        rows.sort_by_key(|row| (row.fate != RowFate::Rejected, row.line));
        OutcomesPreviewView {
            file_name: self.source.name.clone(),
            sha256: outfile::hex(&self.source.sha256),
            encoding: self.source.encoding_name(),
            delimiter: self.source.delimiter_name().to_owned(),
            unused: self.columns.unused().map(str::to_owned).collect(),
            counts: self.plan.counts,
            accounts: self.count(|item| matches!(item.target, Target::New(_) | Target::Reborn(_))),
            sent_items: self.count(|item| matches!(item.place, Place::Sent(_))),
            rows,
        }
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

    fn row_view(&self, number: usize, step: &Step) -> RowPreview {
        let record = self.records.get(number);
        let (fate, why) = match step {
            Step::Reject(why) => (RowFate::Rejected, why.clone()),
            Step::Erased(why) => (RowFate::Erased, why.clone()),
            Step::Land { item, fate, .. } => {
                let item = self.plan.items.get(*item);
                (*fate, item.map(Item::words).unwrap_or_default())
            }
        };
        let label = match self.rows.get(number) {
            Some(Ok(outcome)) => outcome.row.label(),
            _ => record.map_or_else(String::new, |record| {
                record.iter().take(3).collect::<Vec<_>>().join(" · ")
            }),
        };
        let line = record.map_or(0, |record| self.source.line(record));
        RowPreview {
            line: u32::try_from(line).unwrap_or(u32::MAX),
            fate,
            label,
            why,
            changes: Vec::new(),
            register: None,
        }
    }

    /// What somebody should know before the file is taken in, one line each.
    pub fn remarks(&self) -> Vec<String> {
        let view = self.view();
        let mut remarks = vec![format!(
            "{} items of referrals sent from this case are answered; {} accounts are made, marked as imported",
            view.sent_items, view.accounts
        )];
        if !view.unused.is_empty() {
            remarks.push(format!("columns not used: {}", view.unused.join(", ")));
        }
        let mut reasons = BTreeMap::<&str, u32>::new();
        for step in &self.plan.steps {
            if let Step::Reject(why) = step {
                *reasons.entry(why.as_str()).or_default() += 1;
            }
        }
        let mut reasons: Vec<_> = reasons.into_iter().collect();
        reasons.sort_by_key(|(_, rows)| std::cmp::Reverse(*rows));
        let listed = reasons.iter().take(10);
        remarks.extend(listed.map(|(why, rows)| format!("{rows} rows rejected: {why}")));
        remarks
    }

    /// What a dry run tells.
    pub fn result(&self) -> ImportResultView {
        self.result_of(None)
    }

    fn result_of(&self, batch: Option<BatchId>) -> ImportResultView {
        ImportResultView {
            batch,
            counts: self.plan.counts,
            encoding: self.source.encoding_name(),
            delimiter: self.source.delimiter_name().to_owned(),
            sheet: self.source.sheet().map(|sheet| sheet.name.clone()),
            mapping: None,
            warnings: Vec::new(),
        }
    }

    /// Writes the rejected rows as they stand in the file, with the reason in a last column.
    pub fn save_rejected(&self, out: &Path) -> Result<u32> {
        rejected::save(out, &self.columns.headers, |each| {
            for (step, record) in self.plan.steps.iter().zip(&self.records) {
                if let Step::Reject(why) = step {
                    each(record, why)?;
                }
            }
            Ok(())
        })
    }

    /// Keeps what the columns are taken for, and the wordings given, as a mapping of this officer.
    ///
    /// # Errors
    /// A name that is none.
    pub fn keep_mapping(&self, session: &Session, name: &str) -> Result<()> {
        let columns = self.columns.headers.iter().cloned();
        let mapping = Mapping {
            columns: columns.zip(self.columns.fields.iter().copied()).collect(),
            wordings: self.mapping.wordings.clone(),
        };
        mapping.keep(session, name)
    }
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

/// Writes what was previewed.
///
/// # Errors
/// Refused by rule `case-as-previewed` if the rows would land otherwise than previewed; cancelled: nothing is
/// written then.
pub fn commit(
    session: &Session,
    preview: &Preview,
    progress: &dyn Progress,
) -> Result<ImportResultView> {
    let id = BatchId::from_uuid(session.host().uuid());
    let action = Action::new(Operation::Collection, "outcomes-imported", "batch")
        .word("file", &preview.source.name)
        .word("sha256", &outfile::hex(&preview.source.sha256));
    session.write(action, |w| {
        let plan = w.reading(|reader| {
            plan::plan(reader, &preview.rows, &Tombstones::read(session, reader)?)
        })?;
        if plan.counts != preview.plan.counts {
            return Err(Error::refused(
                "case-as-previewed",
                "The case changed since the preview. Look at the preview again.",
            ));
        }
        let batch = begin(w, id, preview)?;
        Writing::of(w, batch, &plan).all(&preview.rows, progress)
    })?;
    Ok(preview.result_of(Some(id)))
}

fn begin(w: &mut Writer<'_>, id: BatchId, preview: &Preview) -> Result<i64> {
    let batch = w.add_batch(
        id,
        &NewBatch {
            file_name: &preview.source.name,
            sha256: preview.source.sha256,
            encoding: &preview.source.encoding_name(),
            delimiter: preview.source.delimiter_name(),
            header: &preview.columns.headers,
            extra_columns: &[],
        },
    )?;
    w.mark_outcomes_batch(batch)?;
    Ok(batch)
}
