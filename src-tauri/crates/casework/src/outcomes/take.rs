//! Taking in an outcomes file: one act, all or nothing. Rows in = rows out; the same file again changes nothing.

use super::choice::{self, Choice};
use super::columns::{self, Columns};
use super::mapping::Mapping;
use super::plan::{self, Plan, Step};
use super::row::Outcome;
use super::wordings;
use super::words::{Words, key};
use super::writing::Writing;
use crate::exchange::import::saved::{self, Kept};
use crate::exchange::import::source::{Reading, Source};
use crate::exchange::import::warnings::Warnings;
use crate::exchange::import::{heading, rejected};
use crate::{Error, Progress, Result, Session, outfile};
use breakwater_casefile::erase::Tombstones;
use breakwater_casefile::table::batch::NewBatch;
use breakwater_casefile::{Action, Writer};
use breakwater_model::BatchId;
use breakwater_model::audit::Operation;
use breakwater_model::import::ImportResultView;
use breakwater_model::mapping::MappingView;
use breakwater_model::outcomes::{DateOrder, GivenWording, OutcomesFileRequest, WordingList};
use csv::StringRecord;
use std::path::Path;

/// A file that has been read and judged. Nothing is written.
pub struct Preview {
    pub(super) source: Source,
    pub(super) columns: Columns,
    pub(super) used: Option<Mapping>,
    pub(super) offered: Vec<MappingView>,
    pub(super) given: Vec<GivenWording>,
    pub(super) words: Words,
    pub(super) wordings: Vec<(WordingList, String, u32)>,
    pub(super) records: Vec<StringRecord>,
    pub(super) rows: Vec<std::result::Result<Outcome, String>>,
    pub(super) plan: Plan,
    dates: Option<DateOrder>,
}

/// Reads a file and says what each row would do.
///
/// # Errors
/// An empty file, one without the needed columns, an encoding or mapping that is none. A row that cannot be taken is a
/// result.
pub fn preview(
    session: &Session,
    file: &Path,
    request: &OutcomesFileRequest,
    progress: &dyn Progress,
) -> Result<Preview> {
    check(look(session, file, request, None, progress)?)
}

/// Like [`preview`], by a mapping that is not kept in the case.
pub fn preview_by(
    session: &Session,
    file: &Path,
    request: &OutcomesFileRequest,
    mapping: Mapping,
    progress: &dyn Progress,
) -> Result<Preview> {
    check(look(session, file, request, Some(mapping), progress)?)
}

/// Like [`preview`], also of a file without the needed columns: no row of it can be taken then, and somebody can say
/// what its columns are.
///
/// # Errors
/// Like [`preview`], but for the columns.
pub fn look(
    session: &Session,
    file: &Path,
    request: &OutcomesFileRequest,
    given: Option<Mapping>,
    progress: &dyn Progress,
) -> Result<Preview> {
    let reading = Reading {
        encoding: request.encoding.as_deref(),
        delimiter: request.delimiter.as_deref(),
        sheet: request.sheet.as_deref(),
    };
    let mut source = Source::open_as(file, &reading, progress)?;
    heading::begin(&mut source, columns::names_field)?;
    let (headers, records) = columns::rows(&source)?;
    let Choice { used, offered } =
        choice::choose(session, &headers, request.mapping.as_deref(), given)?;
    let mapping = used.clone().unwrap_or_default();
    let said = (request.fields.as_deref(), request.dates);
    let columns = Columns::of(headers, &records, &mapping, said)?;
    let words = wordings::said(&mapping, &request.wordings)?;
    let now = session.host().now();
    let rows: Vec<_> = records
        .iter()
        .map(|record| Outcome::read(&columns, &words, record, now))
        .collect();
    let plan = session
        .snapshot(|reader| plan::plan(reader, &rows, &Tombstones::read(session, reader)?))?;
    Ok(Preview {
        wordings: wordings::found(&columns, &records),
        given: request.wordings.clone(),
        dates: request.dates.or(mapping.dates),
        source,
        columns,
        used,
        offered,
        words,
        records,
        rows,
        plan,
    })
}

/// Fails where no row can be taken, since no column is taken for what every row needs.
fn check(preview: Preview) -> Result<Preview> {
    if preview.columns.lacks().is_empty() {
        return Ok(preview);
    }
    Err(Error::Invalid(format!(
        "{} has no columns that tell outcomes. Its first row should be: platform, account, unit, referred_at, reference, decision, decided_at, reason; or give a mapping.",
        preview.source.name
    )))
}

impl Preview {
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
            header_line: self.source.begins(),
            mapping: self.used.as_ref().map(|mapping| mapping.name.clone()),
            warnings: {
                let of_file = Warnings::of_file(&self.source).view().into_iter();
                of_file.chain(self.warnings()).collect()
            },
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

    /// Keeps what the columns are taken for, and what the wordings of the file mean, as a mapping of this officer. What a
    /// mapping it was read with says of other wordings is kept too.
    ///
    /// # Errors
    /// A name that is none; refused by rule `mapping-kept` where another has it and `replaces` does not say so.
    pub fn keep_mapping(&self, session: &Session, name: &str, replaces: bool) -> Result<()> {
        let columns = self.columns.headers.iter().cloned();
        let meant = |(list, wording, _): &(WordingList, String, u32)| {
            let value = self.words.value(*list, wording)?;
            Some((*list, wording.clone(), value))
        };
        let mut mapping = Mapping {
            columns: columns.zip(self.columns.fields.iter().copied()).collect(),
            wordings: self.wordings.iter().filter_map(meant).collect(),
            dates: self.dates,
            ..Mapping::default()
        }
        .renamed(name)?;
        let before = self.used.iter().flat_map(|used| &used.wordings);
        for (list, wording, value) in before {
            let is_here = self
                .wordings
                .iter()
                .any(|(of, found, _)| of == list && key(found) == key(wording));
            if !is_here && !mapping.names(*list, wording) {
                let entry = (*list, wording.clone(), value.clone());
                mapping.wordings.push(entry);
            }
        }
        saved::keep(session, &mapping, replaces)
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
        if plan != preview.plan {
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
