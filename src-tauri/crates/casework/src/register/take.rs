//! Taking in a register file: one act, all or nothing. Rows in = rows out; the same file again changes nothing.

use super::rows::{self, Columns, Row};
use crate::exchange::import::source::{Reading, Source};
use crate::exchange::import::warnings::Warnings;
use crate::exchange::import::{heading, rejected};
use crate::{Error, Progress, Result, Session, outfile};
use breakwater_casefile::table::batch::NewBatch;
use breakwater_casefile::table::register::{self, DetailField, Entry};
use breakwater_casefile::{Action, Reader, Writer};
use breakwater_model::BatchId;
use breakwater_model::audit::Operation;
use breakwater_model::import::{ImportCounts, ImportResultView, RowFate, RowPreview};
use breakwater_model::register::{RegisterFileRequest, RegisterPreviewView};
use csv::StringRecord;
use std::collections::HashMap;
use std::path::Path;

/// Rows shown of each fate.
const SHOWN: usize = 200;

/// A file that has been read and judged. Nothing is written.
pub struct Preview {
    source: Source,
    columns: Columns,
    records: Vec<StringRecord>,
    verdicts: Vec<Verdict>,
    entries: Vec<Row>,
    counts: ImportCounts,
    rows: Vec<RowPreview>,
}

enum Verdict {
    /// The row that brings this entry.
    Brings(usize),
    /// A further row for an entry.
    Joins(usize),
    /// Not taken, and why.
    Reject(String),
}

type Change = (DetailField, Option<String>, Option<String>);

/// What becomes of an entry.
struct Judged {
    fate: RowFate,
    /// The entry there was, standing or taken back.
    before: Option<Entry>,
    changes: Vec<Change>,
}

/// Reads a file and says what each row would do.
///
/// # Errors
/// An empty file, one without the needed columns, an encoding that is none; refused by rule `file-as-previewed`
/// where the request names another file's hash. A row that cannot be taken is a result.
pub fn preview(
    session: &Session,
    file: &Path,
    request: &RegisterFileRequest,
    progress: &dyn Progress,
) -> Result<Preview> {
    let reading = Reading {
        encoding: request.encoding.as_deref(),
        delimiter: request.delimiter.as_deref(),
        sheet: request.sheet.as_deref(),
    };
    let mut source = Source::open_as(file, &reading, progress)?;
    heading::begin(&mut source, rows::names_field)?;
    if request
        .sha256
        .as_ref()
        .is_some_and(|asked| *asked != outfile::hex(&source.sha256))
    {
        return Err(Error::refused(
            "file-as-previewed",
            format!(
                "{} was changed since the preview. Look at it again.",
                source.name
            ),
        ));
    }
    let (columns, records) = rows::read(&source)?;
    let (verdicts, entries) = sort(&columns, &records);
    let mut preview = Preview {
        source,
        columns,
        records,
        verdicts,
        entries,
        counts: ImportCounts::default(),
        rows: Vec::new(),
    };
    session.read(|reader| preview.judge(reader))?;
    Ok(preview)
}

/// Which row brings an entry, which joins one, which is rejected. A further row fills what is empty.
fn sort(columns: &Columns, records: &[StringRecord]) -> (Vec<Verdict>, Vec<Row>) {
    let mut entries: Vec<Row> = Vec::new();
    let mut by_name = HashMap::new();
    let verdicts = records
        .iter()
        .map(|record| match columns.read(record) {
            Err(why) => Verdict::Reject(why),
            Ok(row) => {
                let name = (row.list, row.subject.identity.clone());
                let at = *by_name.entry(name).or_insert(entries.len());
                if let Some(first) = entries.get_mut(at) {
                    fill(first, row);
                    return Verdict::Joins(at);
                }
                entries.push(row);
                Verdict::Brings(at)
            }
        })
        .collect();
    (verdicts, entries)
}

fn fill(first: &mut Row, further: Row) {
    let (id, also) = (&mut first.subject.platform_id, further.subject.platform_id);
    *id = id.take().or(also);
    let (first, further) = (&mut first.details, further.details);
    first.owner = first.owner.take().or(further.owner);
    first.contact = first.contact.take().or(further.contact);
    first.note = first.note.take().or(further.note);
    first.expires = first.expires.take().or(further.expires);
}

impl Preview {
    fn judge(&mut self, reader: &Reader<'_>) -> Result<()> {
        let mut shown = HashMap::<RowFate, usize>::new();
        let mut previews = Vec::new();
        for (verdict, record) in self.verdicts.iter().zip(&self.records) {
            let (fate, label, why) = match verdict {
                Verdict::Reject(why) => {
                    let label = record.iter().take(3).collect::<Vec<_>>().join(" · ");
                    (RowFate::Rejected, label, why.clone())
                }
                Verdict::Joins(at) => {
                    let label = self.entries.get(*at).map(label).unwrap_or_default();
                    (
                        RowFate::Merged,
                        label,
                        "a further row for the same entry".to_owned(),
                    )
                }
                Verdict::Brings(at) => {
                    let Some(row) = self.entries.get(*at) else {
                        continue;
                    };
                    let judged = judged(reader, row, self.columns.tell_expiry())?;
                    (judged.fate, label(row), words(&judged.changes, judged.fate))
                }
            };
            self.counts.count(fate);
            let count = shown.entry(fate).or_default();
            *count += 1;
            if *count <= SHOWN {
                let line = self.source.line(record);
                previews.push(RowPreview {
                    line: u32::try_from(line).unwrap_or(u32::MAX),
                    fate,
                    label,
                    why,
                    changes: Vec::new(),
                    register: None,
                });
            }
        }
        previews.sort_by_key(|row| (row.fate != RowFate::Rejected, row.line));
        self.rows = previews;
        Ok(())
    }

    /// What the window shows.
    pub fn view(&self) -> RegisterPreviewView {
        RegisterPreviewView {
            file_name: self.source.name.clone(),
            sha256: outfile::hex(&self.source.sha256),
            encoding: self.source.encoding_name(),
            delimiter: self.source.delimiter_name().to_owned(),
            header_line: self.header_line(),
            columns: self.columns.view(),
            counts: self.counts,
            rows: self.rows.clone(),
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
            mapping: None,
            warnings: Warnings::of_file(&self.source).view(),
        }
    }

    /// The line on which the header stands; 0 where there is none.
    fn header_line(&self) -> u32 {
        if self.columns.has_header {
            self.source.begins()
        } else {
            0
        }
    }

    /// What somebody should look at before the file is taken in, in words.
    pub fn warning(&self) -> Option<String> {
        let words = Warnings::of_file(&self.source).words();
        (!words.is_empty()).then(|| words.join("\n"))
    }

    /// Writes the rejected rows as they stand in the file, with the reason in a last column.
    pub fn save_rejected(&self, out: &Path) -> Result<u32> {
        rejected::save(out, &self.columns.headers, |each| {
            for (verdict, record) in self.verdicts.iter().zip(&self.records) {
                if let Verdict::Reject(why) = verdict {
                    each(record, why)?;
                }
            }
            Ok(())
        })
    }
}

fn label(row: &Row) -> String {
    let list = breakwater_casefile::register::list_words(row.list);
    format!("{list}: {}", row.written)
}

fn words(changes: &[Change], fate: RowFate) -> String {
    if fate != RowFate::Updated {
        return String::new();
    }
    let short = |text: &Option<String>| {
        let text = text
            .as_deref()
            .map(|text| text.chars().take(60).collect::<String>());
        text.map_or_else(|| "nothing".to_owned(), |text| format!("“{text}”"))
    };
    let changes = changes.iter().map(|(field, old, new)| {
        let (old, new) = match field {
            DetailField::Expires => (raw(old.as_deref()), raw(new.as_deref())),
            _ => (old.clone(), new.clone()),
        };
        format!("{}: {} → {}", field.name(), short(&old), short(&new))
    });
    changes.collect::<Vec<_>>().join("; ")
}

/// A stored time as it was written.
fn raw(stored: Option<&str>) -> Option<String> {
    let time: breakwater_model::WorldTime = serde_json::from_str(stored?).ok()?;
    Some(time.raw.unwrap_or_else(|| time.at.to_string()))
}

/// What becomes of an entry. An empty cell keeps what was known, except that a file which tells until when
/// entries hold also tells that one holds without end.
fn judged(reader: &Reader<'_>, row: &Row, tells_expiry: bool) -> Result<Judged> {
    let before = register::of(reader, row.list, &row.subject.identity)?;
    let old = before
        .as_ref()
        .map(|entry| entry.details.clone())
        .unwrap_or_default();
    let old_id = before
        .as_ref()
        .and_then(|entry| entry.subject.platform_id.clone());
    let new = &row.details;
    let mut changes: Vec<Change> = [
        (DetailField::Owner, &old.owner, &new.owner),
        (DetailField::Contact, &old.contact, &new.contact),
        (DetailField::Note, &old.note, &new.note),
        (DetailField::PlatformId, &old_id, &row.subject.platform_id),
    ]
    .into_iter()
    .filter(|(_, old, new)| new.is_some() && old != new)
    .map(|(field, old, new)| (field, old.clone(), new.clone()))
    .collect();
    if tells_expiry
        && old.expires.as_ref().map(|time| time.at) != new.expires.as_ref().map(|time| time.at)
    {
        let json = |time: &Option<_>| time.as_ref().map(serde_json::to_string).transpose();
        changes.push((
            DetailField::Expires,
            json(&old.expires)?,
            json(&new.expires)?,
        ));
    }
    let fate = match &before {
        Some(entry) if entry.is_standing && changes.is_empty() => RowFate::Unchanged,
        Some(entry) if entry.is_standing => RowFate::Updated,
        _ => RowFate::Created,
    };
    Ok(Judged {
        fate,
        before,
        changes,
    })
}

/// Writes what was previewed, and works out which accounts it meets.
///
/// # Errors
/// Refused by rule `case-as-previewed` if the registers changed meanwhile; nothing is written then.
pub fn commit(session: &Session, preview: &Preview) -> Result<ImportResultView> {
    let id = BatchId::from_uuid(session.host().uuid());
    let action = Action::new(Operation::Collection, "register-imported", "batch")
        .word("file", &preview.source.name)
        .word("sha256", &outfile::hex(&preview.source.sha256));
    session.write(action, |w| write(w, id, preview))?;
    Ok(preview.result_of(Some(id)))
}

fn write(w: &mut Writer<'_>, id: BatchId, preview: &Preview) -> Result<()> {
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
    w.mark_register_batch(batch)?;
    let mut counts = ImportCounts::default();
    for verdict in &preview.verdicts {
        match verdict {
            Verdict::Reject(_) => counts.count(RowFate::Rejected),
            Verdict::Joins(_) => counts.count(RowFate::Merged),
            Verdict::Brings(at) => {
                let Some(row) = preview.entries.get(*at) else {
                    continue;
                };
                counts.count(bring(w, batch, row, preview.columns.tell_expiry())?);
            }
        }
    }
    if counts != preview.counts {
        return Err(Error::refused(
            "case-as-previewed",
            "The registers changed since the preview. Look at the preview again.",
        ));
    }
    w.count_batch(batch, &counts)
}

fn bring(w: &mut Writer<'_>, batch: i64, row: &Row, tells_expiry: bool) -> Result<RowFate> {
    let judged = w.reading(|reader| judged(reader, row, tells_expiry))?;
    let Some(before) = &judged.before else {
        w.add_register_entry(
            row.list,
            &row.written,
            &row.subject,
            &row.details,
            Some(batch),
        )?;
        return Ok(judged.fate);
    };
    if !before.is_standing {
        w.revive_register_entry(before.row)?;
    }
    for (field, old, new) in &judged.changes {
        w.set_register_entry(before.row, *field, old.as_deref(), new.as_deref())?;
    }
    Ok(judged.fate)
}
