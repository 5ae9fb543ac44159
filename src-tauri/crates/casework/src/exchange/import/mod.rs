//! Taking in a file: one act, all or nothing. The file is read twice: pass 1
//! classifies and hashes its bytes, pass 2 writes in one transaction and aborts
//! if the hash differs. Rows in = rows out.

mod ahead;
mod apply;
pub(crate) mod cells;
mod choice;
mod classify;
pub(crate) mod columns;
mod dialect;
mod further;
pub(crate) mod heading;
mod hyperlink;
mod known;
mod links;
mod look;
pub(crate) mod mapping;
pub(crate) mod memory;
mod named;
mod no_names;
mod recognising;
mod registers;
pub(crate) mod rejected;
pub(crate) mod resolve;
pub(crate) mod row;
mod rows;
pub(crate) mod rows_file;
pub mod saved;
mod scan;
pub(crate) mod source;
pub(crate) mod warnings;
mod workbook;
mod workbook_bounds;
mod workbook_cell;

use crate::{Error, Progress, Result, Session, outfile};
use apply::Writing;
use breakwater_casefile::erase::Tombstones;
use breakwater_casefile::{Action, audit_log};
use breakwater_model::audit::Operation;
use breakwater_model::import::{ImportCounts, ImportPreviewView, ImportResultView, RowPreview};
use breakwater_model::mapping::MappingView;
use breakwater_model::{BatchId, Instant};
use columns::Columns;
use csv::StringRecord;
pub use look::{preview, preview_by};
pub(crate) use look::{preview_held, recognise};
pub use mapping::Mapping;
use memory::Packed;
use row::Row;
use rows::Code;
use source::Source;
use std::path::Path;
use warnings::Warnings;

/// Rows between two reports of progress.
const STEP: u64 = 500;

/// What pass 1 found out about a row.
#[derive(Debug, Clone, Copy)]
enum Verdict {
    Take(Packed),
    Reject,
    /// It stands under another header than that of the file.
    Misplaced,
    /// Its account was erased, and nobody said to take it in again.
    Erased,
}

/// A file that has been read and classified. Nothing is written.
pub struct Preview {
    source: Source,
    columns: Columns,
    verdicts: Vec<Verdict>,
    counts: ImportCounts,
    /// How each row was found and what becomes of it.
    codes: Vec<Code>,
    rows: Vec<RowPreview>,
    warnings: Warnings,
    mapping: Option<MappingView>,
    offered: Vec<MappingView>,
    registers: registers::Tally,
    tombstones: Tombstones,
    takes_erased: bool,
    standing: i64,
    /// True if the very same file was taken in before, and that stands.
    is_again: bool,
    now: Instant,
}

impl Preview {
    /// What the window shows.
    pub fn view(&self) -> ImportPreviewView {
        ImportPreviewView {
            preview: String::new(),
            file_name: self.source.name.clone(),
            encoding: self.source.encoding_name(),
            delimiter: self.source.delimiter_name().to_owned(),
            sheet: self.source.sheet().map(|sheet| sheet.name.clone()),
            header_line: self.header_line(),
            sheets: self.source.sheets(),
            mapping: self.mapping.clone(),
            offered: self.offered.clone(),
            warnings: self.warnings.view(),
            columns: self.columns.view(),
            counts: self.counts,
            registers: self.registers.view(),
            rows: self.rows.clone(),
        }
    }

    /// What somebody should look at before the file is taken in, beside the rows themselves, in words.
    pub fn warning(&self) -> Option<String> {
        let mut words = self.warnings.words();
        if let Some(mapping) = &self.mapping {
            let told = |what: &str, columns: &[String]| {
                (!columns.is_empty()).then(|| {
                    format!(
                        "the mapping {:?} {what}: {}",
                        mapping.name,
                        columns.join(", ")
                    )
                })
            };
            words.extend(told("names columns the file has not", &mapping.missing));
            words.extend(told(
                "does not name these columns of the file",
                &mapping.new,
            ));
        }
        (!words.is_empty()).then(|| words.join("\n"))
    }

    /// The line on which the header stands; 0 where there is none.
    fn header_line(&self) -> u32 {
        if self.columns.has_header {
            self.source.begins()
        } else {
            0
        }
    }

    /// What a dry run tells.
    pub fn result(&self) -> ImportResultView {
        self.result_of(None)
    }

    fn result_of(&self, batch: Option<BatchId>) -> ImportResultView {
        ImportResultView {
            batch,
            counts: self.counts,
            encoding: self.source.encoding_name(),
            delimiter: self.source.delimiter_name().to_owned(),
            sheet: self.source.sheet().map(|sheet| sheet.name.clone()),
            header_line: self.header_line(),
            mapping: self.mapping.as_ref().map(|mapping| mapping.name.clone()),
            warnings: self.warnings.view(),
        }
    }

    /// Writes the rejected rows as they stand in the file, with the reason in a last column.
    pub fn save_rejected(&self, out: &Path) -> Result<u32> {
        rejected::save(out, &self.columns.written, |each| {
            self.each_row(
                &crate::Quiet,
                &mut |number, record| match self.verdict(number) {
                    Some(Verdict::Misplaced) => each(record, heading::MISPLACED),
                    Some(Verdict::Reject) => match self.columns.read(record, self.now) {
                        Err(reason) => each(record, &reason),
                        Ok(_) => Err(self.was_changed()),
                    },
                    _ => Ok(()),
                },
            )
        })
    }

    fn verdict(&self, number: u64) -> Option<&Verdict> {
        usize::try_from(number)
            .ok()
            .and_then(|number| self.verdicts.get(number))
    }

    fn was_changed(&self) -> Error {
        Error::refused(
            "file-as-previewed",
            format!(
                "{} was changed since the preview. Look at it again.",
                self.source.name
            ),
        )
    }

    /// Gives every row after the header, numbered from 0.
    fn each_row(
        &self,
        progress: &dyn Progress,
        each: &mut dyn FnMut(u64, &StringRecord) -> Result<()>,
    ) -> Result<()> {
        rows_of(
            &self.source,
            self.columns.has_header,
            Some(self.counts.read.into()),
            progress,
            each,
        )
    }
}

fn rows_of(
    source: &Source,
    has_header: bool,
    total: Option<u64>,
    progress: &dyn Progress,
    each: &mut dyn FnMut(u64, &StringRecord) -> Result<()>,
) -> Result<()> {
    let mut reader = source.rows()?;
    let mut record = StringRecord::new();
    let mut number = 0u64;
    let mut skip = has_header;
    while read_row(&mut reader, &mut record, &source.name)? {
        if std::mem::take(&mut skip) {
            continue;
        }
        each(number, &record)?;
        number += 1;
        if number.is_multiple_of(STEP) {
            progress.step(number, total, "rows");
            if progress.is_cancelled() {
                return Err(Error::Cancelled);
            }
        }
    }
    progress.step(number, Some(number), "rows");
    Ok(())
}

pub(crate) fn read_row(
    reader: &mut csv::Reader<Box<dyn std::io::Read>>,
    record: &mut StringRecord,
    name: &str,
) -> Result<bool> {
    reader
        .read_record(record)
        .map_err(|error| match error.into_kind() {
            csv::ErrorKind::Io(source) => Error::Io {
                what: name.to_owned(),
                source,
            },
            other => Error::Invalid(format!("The file cannot be read as rows: {other:?}.")),
        })
}

/// Pass 2: writes in one transaction; aborts if the file is no longer the same.
///
/// # Errors
/// The file changed since the preview, accounts of the case changed since the preview, too little free space,
/// cancelled: nothing is written then.
pub fn commit(
    session: &Session,
    preview: &Preview,
    progress: &dyn Progress,
) -> Result<ImportResultView> {
    if session.free_space()? < preview.source.size.saturating_mul(2) {
        return Err(Error::Io {
            what: "the case".into(),
            source: std::io::Error::from(std::io::ErrorKind::StorageFull),
        });
    }
    let id = BatchId::from_uuid(session.host().uuid());
    let action = Action::new(Operation::Collection, preview.source.act(), "batch")
        .word("file", &preview.source.name)
        .word("sha256", &outfile::hex(&preview.source.sha256));
    let mut finishing = |done, total| {
        progress.step(done, Some(total), "accounts");
        !progress.is_cancelled()
    };
    session.write_watched(action, &mut finishing, |w| {
        if w.reading(|reader| audit_log::last_account_change(reader))? != preview.standing {
            return Err(Error::refused(
                "case-as-previewed",
                "Accounts of the case changed since the preview. Look at the preview again.",
            ));
        }
        let mut writing = Writing::begin(w, id, preview)?;
        ahead::each_read(
            (&preview.source, &preview.columns, preview.now),
            Row::detect,
            Some(preview.counts.read.into()),
            progress,
            &mut |number, _, row| match preview.verdict(number) {
                Some(Verdict::Reject | Verdict::Misplaced | Verdict::Erased) => Ok(()),
                Some(Verdict::Take(target)) => {
                    writing.row(target.target(), &row.map_err(|_| preview.was_changed())?)
                }
                None => Err(preview.was_changed()),
            },
        )?;
        if preview.source.hash_now(progress)? != preview.source.sha256 {
            return Err(preview.was_changed());
        }
        writing.finish(&preview.counts)
    })?;
    Ok(preview.result_of(Some(id)))
}
