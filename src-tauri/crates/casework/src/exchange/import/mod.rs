//! Taking in a file: one act, all or nothing. The file is read twice: pass 1
//! classifies and hashes its bytes, pass 2 writes in one transaction and aborts
//! if the hash differs. Rows in = rows out.

mod apply;
mod classify;
pub(crate) mod columns;
pub(crate) mod memory;
mod named;
mod registers;
mod resolve;
pub(crate) mod row;
pub(crate) mod source;

use crate::{Error, Progress, Result, Session, outfile};
use apply::Writing;
use breakwater_casefile::{Action, audit_log};
use breakwater_model::audit::Operation;
use breakwater_model::import::{
    ImportCounts, ImportPreviewView, ImportRequest, ImportResultView, RowPreview,
};
use breakwater_model::{BatchId, Instant};
use classify::Odd;
use columns::Columns;
use csv::StringRecord;
use memory::Packed;
use source::Source;
use std::path::Path;

/// Rows between two reports of progress.
const STEP: u64 = 500;
/// What a cell full of lines is likely to mean.
const MISSING_MARK: &str = "a quotation mark may be missing where it begins or ends";

/// What pass 1 found out about a row.
#[derive(Debug, Clone, Copy)]
enum Verdict {
    Take(Packed),
    Reject,
}

/// A file that has been read and classified. Nothing is written.
pub struct Preview {
    source: Source,
    columns: Columns,
    verdicts: Vec<Verdict>,
    counts: ImportCounts,
    rows: Vec<RowPreview>,
    odd: Odd,
    registers: registers::Tally,
    standing: i64,
    now: Instant,
}

impl Preview {
    /// What the window shows.
    pub fn view(&self) -> ImportPreviewView {
        ImportPreviewView {
            preview: String::new(),
            file_name: self.source.name.clone(),
            encoding: self.source.encoding.name().to_lowercase(),
            delimiter: self.source.delimiter_name().to_owned(),
            columns: self.columns.view(),
            counts: self.counts,
            registers: self.registers.view(),
            rows: self.rows.clone(),
        }
    }

    /// What somebody should look at before the file is taken in, beside the rows themselves.
    pub fn warning(&self) -> Option<String> {
        (self.odd.rows > 0).then(|| {
            format!(
                "{} of the rows have a cell that holds whole lines of the file, the first on line {}: {MISSING_MARK}",
                self.odd.rows, self.odd.first_line
            )
        })
    }

    /// What a dry run tells.
    pub fn result(&self) -> ImportResultView {
        self.result_of(None)
    }

    fn result_of(&self, batch: Option<BatchId>) -> ImportResultView {
        ImportResultView {
            batch,
            counts: self.counts,
            encoding: self.source.encoding.name().to_lowercase(),
            delimiter: self.source.delimiter_name().to_owned(),
        }
    }

    /// Writes the rejected rows as they stand in the file, with the reason in a last column.
    pub fn save_rejected(&self, out: &Path) -> Result<u32> {
        let mut written = 0;
        outfile::write_checked(out, |file| {
            let disk = |error: csv::Error| Error::Io {
                what: "the rejected rows".into(),
                source: error.into(),
            };
            file.write_all("\u{feff}".as_bytes())
                .map_err(Error::io("the rejected rows"))?;
            let mut csv = csv::WriterBuilder::new().flexible(true).from_writer(file);
            let reason = [String::from("breakwater_reason")];
            csv.write_record(self.columns.written.iter().chain(&reason))
                .map_err(disk)?;
            self.each_row(&crate::Quiet, &mut |number, record| {
                if let Some(Verdict::Reject) = self.verdict(number) {
                    let Err(reason) = self.columns.read(record, self.now) else {
                        return Err(self.was_changed());
                    };
                    let width = self.columns.written.len().max(record.len());
                    let cells = (0..width).map(|at| record.get(at).unwrap_or_default());
                    csv.write_record(cells.chain([reason.as_str()]))
                        .map_err(disk)?;
                    written += 1;
                }
                Ok(())
            })?;
            csv.flush().map_err(Error::io("the rejected rows"))
        })?;
        Ok(written)
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

/// Pass 1: reads, recognises, classifies, hashes.
///
/// # Errors
/// An empty file; an encoding or delimiter that is none; cancelled. A row that cannot be taken is a result.
pub fn preview(
    session: &Session,
    file: &Path,
    request: &ImportRequest,
    progress: &dyn Progress,
) -> Result<Preview> {
    let source = Source::open(
        file,
        request.encoding.as_deref(),
        request.delimiter.as_deref(),
        progress,
    )?;
    preview_of(session, source, request, progress)
}

/// Pass 1 over CSV that was made here.
pub(crate) fn preview_held(session: &Session, name: &str, csv: Vec<u8>) -> Result<Preview> {
    let source = Source::held(name, csv);
    preview_of(session, source, &ImportRequest::default(), &crate::Quiet)
}

fn preview_of(
    session: &Session,
    source: Source,
    request: &ImportRequest,
    progress: &dyn Progress,
) -> Result<Preview> {
    let columns = recognise(&source, request)?;
    let standing = session.read(|reader| audit_log::last_account_change(reader))?;
    let mut preview = Preview {
        source,
        columns,
        verdicts: Vec::new(),
        counts: ImportCounts::default(),
        rows: Vec::new(),
        odd: Odd::default(),
        registers: registers::Tally::default(),
        standing,
        now: session.host().now(),
    };
    classify::classify(session, &mut preview, progress)?;
    Ok(preview)
}

pub(crate) fn recognise(source: &Source, request: &ImportRequest) -> Result<Columns> {
    let mut reader = source.rows()?;
    let mut first = StringRecord::new();
    if !read_row(&mut reader, &mut first, &source.name)? {
        return Err(Error::Invalid(format!(
            "{} is empty: there is no row in it.",
            source.name
        )));
    }
    let mut more = Vec::new();
    let mut record = StringRecord::new();
    while more.len() < 400 && read_row(&mut reader, &mut record, &source.name)? {
        more.push(record.clone());
    }
    Columns::recognise(&first, &more, request.fields.as_deref())
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
        preview.each_row(
            progress,
            &mut |number, record| match preview.verdict(number) {
                Some(Verdict::Reject) => Ok(()),
                Some(Verdict::Take(target)) => {
                    let row = preview
                        .columns
                        .read(record, preview.now)
                        .map_err(|_| preview.was_changed())?;
                    writing.row(target.target(), &row)
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
