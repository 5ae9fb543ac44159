//! Taking in what a linguist gave back: one act, all or nothing, taken back as one. Rows in = rows out; the same file
//! again changes nothing. A translation goes to the words it was made of, or nowhere.

use super::key;
use super::rows::{self, Columns, Said};
use crate::exchange::import::rejected;
use crate::exchange::import::source::{Reading, Source};
use crate::{Error, Progress, Result, Session, outfile};
use breakwater_casefile::table::translation::NewTranslation;
use breakwater_casefile::table::{cannot_read, translation};
use breakwater_casefile::unread::{self, Original, Which};
use breakwater_casefile::{Action, Reader, Writer};
use breakwater_model::audit::Operation;
use breakwater_model::linguist::{
    LinguistCounts, LinguistFate, LinguistFileRequest, LinguistPreviewView, LinguistResultView,
    LinguistRowView,
};
use breakwater_text::language;
use csv::StringRecord;
use std::collections::HashMap;
use std::path::Path;

/// Rows shown of each fate.
const SHOWN: usize = 200;
/// Signs shown of what a row brings.
const SHORT: usize = 120;

/// A file that has been read and judged. Nothing is written.
pub struct Preview {
    source: Source,
    columns: Columns,
    records: Vec<StringRecord>,
    verdicts: Vec<Verdict>,
}

/// What becomes of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Verdict {
    /// What it says is written.
    Brings(Original, Said),
    /// It says nothing new, of this account.
    Unchanged(String, &'static str),
    /// It is not filled in.
    Empty,
    /// It is not taken, and why.
    Reject(Option<String>, String),
}

impl Verdict {
    const fn fate(&self) -> LinguistFate {
        match self {
            Self::Brings(_, Said::CannotRead { .. }) => LinguistFate::CannotRead,
            Self::Brings(..) => LinguistFate::Translated,
            Self::Unchanged(..) => LinguistFate::Unchanged,
            Self::Empty => LinguistFate::Empty,
            Self::Reject(..) => LinguistFate::Rejected,
        }
    }
}

/// Reads a file and says what each row would do.
///
/// # Errors
/// An empty file, one without the needed columns, an encoding that is none; refused by rule `file-as-previewed`
/// where the request names another file's hash. A row that cannot be taken is a result.
pub fn preview(
    session: &Session,
    file: &Path,
    request: &LinguistFileRequest,
    progress: &dyn Progress,
) -> Result<Preview> {
    let reading = Reading {
        encoding: request.encoding.as_deref(),
        delimiter: request.delimiter.as_deref(),
        sheet: request.sheet.as_deref(),
    };
    let source = Source::open_as(file, &reading, progress)?;
    let hash = outfile::hex(&source.sha256);
    if request.sha256.as_ref().is_some_and(|asked| *asked != hash) {
        return Err(Error::refused(
            "file-as-previewed",
            format!(
                "{} was changed since the preview. Look at it again.",
                source.name
            ),
        ));
    }
    let (columns, records) = rows::read(&source)?;
    let verdicts = session.read(|reader| judge_all(reader, &columns, &records))?;
    Ok(Preview {
        source,
        columns,
        records,
        verdicts,
    })
}

fn judge_all(
    reader: &Reader<'_>,
    columns: &Columns,
    records: &[StringRecord],
) -> Result<Vec<Verdict>> {
    let mut met: HashMap<Which, Said> = HashMap::new();
    records
        .iter()
        .map(|record| judge(reader, columns, record, &mut met))
        .collect()
}

/// What becomes of a row, with what rows before it said of the same texts.
fn judge(
    reader: &Reader<'_>,
    columns: &Columns,
    record: &StringRecord,
    met: &mut HashMap<Which, Said>,
) -> Result<Verdict> {
    let written = columns.key(record);
    let reject = |why: &str| Ok(Verdict::Reject(None, why.to_owned()));
    let said = match columns.said(record) {
        Ok(Said::Nothing) if written.is_empty() || key::read(written).is_some() => {
            return Ok(Verdict::Empty);
        }
        Ok(said) => said,
        Err(why) => return reject(&why),
    };
    if written.is_empty() {
        return reject("it has no key: nobody can tell which text it is about");
    }
    let Some(key) = key::read(written) else {
        return reject("its key is none of ours: it was changed, or it was never given out");
    };
    let Some(original) = unread::original(reader, key.which)? else {
        return reject("no text of this case has this key");
    };
    let label = original.label.clone();
    if !key::is_of(&key, &original.text) {
        return Ok(Verdict::Reject(
            Some(label),
            "the original was changed since it was given out: give it out again".into(),
        ));
    }
    if let Some(before) = met.get(&key.which) {
        return Ok(if *before == said {
            Verdict::Unchanged(label, "a row before it says the same")
        } else {
            let why = "a row before it says something else of the same text";
            Verdict::Reject(Some(label), why.into())
        });
    }
    if matches!(said, Said::CannotRead { .. }) && original.language.is_none() {
        return Ok(Verdict::Reject(
            Some(label),
            "the case no longer knows a language of this text".into(),
        ));
    }
    let is_known = is_known(reader, &original, &said)?;
    met.insert(key.which, said.clone());
    Ok(if is_known {
        Verdict::Unchanged(label, "the case has it already")
    } else {
        Verdict::Brings(original, said)
    })
}

/// True if the same already stands in the case for these words.
fn is_known(reader: &Reader<'_>, original: &Original, said: &Said) -> Result<bool> {
    match said {
        Said::Nothing => Ok(true),
        Said::Translation {
            text,
            status,
            by,
            note,
        } => {
            let of_text = translation::of_text(reader, original.account, original.post)?;
            Ok(of_text.iter().any(|one| {
                one.text == *text && one.status == *status && one.by == *by && one.note == *note
            }))
        }
        Said::CannotRead { by, note } => {
            let of_text = cannot_read::of_text(reader, original.account, original.post)?;
            Ok(of_text.iter().any(|one| {
                Some(&one.language) == original.language.as_ref()
                    && one.by == *by
                    && one.note == *note
            }))
        }
    }
}

impl Preview {
    /// Every row counted once.
    pub fn counts(&self) -> LinguistCounts {
        counted(&self.verdicts)
    }

    /// What the window shows.
    pub fn view(&self) -> LinguistPreviewView {
        let mut shown = HashMap::<LinguistFate, usize>::new();
        let mut rows = Vec::new();
        for (verdict, record) in self.verdicts.iter().zip(&self.records) {
            let count = shown.entry(verdict.fate()).or_default();
            *count += 1;
            if *count <= SHOWN {
                rows.push(self.row(verdict, record));
            }
        }
        rows.sort_by_key(|row| (row.fate != LinguistFate::Rejected, row.line));
        LinguistPreviewView {
            file_name: self.source.name.clone(),
            sha256: outfile::hex(&self.source.sha256),
            encoding: self.source.encoding_name(),
            delimiter: self.source.delimiter_name().to_owned(),
            counts: self.counts(),
            rows,
        }
    }

    fn row(&self, verdict: &Verdict, record: &StringRecord) -> LinguistRowView {
        let written = || self.columns.key(record).to_owned();
        let (label, words, why) = match verdict {
            Verdict::Brings(original, said) => {
                let (words, why) = told(original, said);
                (original.label.clone(), words, why)
            }
            Verdict::Unchanged(label, why) => (label.clone(), String::new(), (*why).to_owned()),
            Verdict::Empty => (written(), String::new(), String::new()),
            Verdict::Reject(label, why) => (
                label.clone().unwrap_or_else(written),
                String::new(),
                why.clone(),
            ),
        };
        LinguistRowView {
            line: u32::try_from(self.source.line(record)).unwrap_or(u32::MAX),
            fate: verdict.fate(),
            label,
            words,
            why,
        }
    }

    /// What a dry run tells.
    pub fn result(&self) -> LinguistResultView {
        LinguistResultView {
            set: None,
            counts: self.counts(),
            encoding: self.source.encoding_name(),
            delimiter: self.source.delimiter_name().to_owned(),
        }
    }

    /// Writes the rejected rows as they stand in the file, with the reason in a last column.
    pub fn save_rejected(&self, out: &Path) -> Result<u32> {
        rejected::save(out, &self.columns.headers, |each| {
            for (verdict, record) in self.verdicts.iter().zip(&self.records) {
                if let Verdict::Reject(_, why) = verdict {
                    each(record, why)?;
                }
            }
            Ok(())
        })
    }
}

fn counted(verdicts: &[Verdict]) -> LinguistCounts {
    let mut counts = LinguistCounts::default();
    for verdict in verdicts {
        counts.count(verdict.fate());
    }
    counts
}

/// What a row brings: its first words, and who says them.
fn told(original: &Original, said: &Said) -> (String, String) {
    match said {
        Said::Translation {
            text, status, by, ..
        } => {
            let words = text.chars().take(SHORT).collect();
            let status = serde_json::to_value(status).unwrap_or_default();
            let status = status.as_str().unwrap_or_default();
            (words, format!("{status}, {by}"))
        }
        Said::CannotRead { by, note } => {
            let code = original.language.as_deref().unwrap_or_default();
            let name = language::name(code).unwrap_or(code);
            let words = note.clone().unwrap_or_default();
            (words, format!("{by} cannot read it as {name}"))
        }
        Said::Nothing => (String::new(), String::new()),
    }
}

/// Writes what was previewed, as one set of changes.
///
/// # Errors
/// Refused by rule `case-as-previewed` if the case changed meanwhile so that a row does something else; nothing is
/// written then. A file that brings nothing is refused.
pub fn commit(session: &Session, preview: &Preview) -> Result<LinguistResultView> {
    let counts = preview.counts();
    if counts.translated + counts.cannot_read == 0 {
        return Err(Error::Invalid(format!(
            "{} brings nothing new.",
            preview.source.name
        )));
    }
    let action = Action::new(
        Operation::Collection,
        "translations-returned",
        "translation",
    )
    .word("file", &preview.source.name)
    .word("sha256", &outfile::hex(&preview.source.sha256))
    .word("translations", &counts.translated.to_string())
    .word("cannot_read", &counts.cannot_read.to_string());
    let ((), done) = session.write(action, |w| write(w, preview))?;
    Ok(LinguistResultView {
        set: Some(done.set),
        ..preview.result()
    })
}

fn write(w: &mut Writer<'_>, preview: &Preview) -> Result<()> {
    let verdicts = w.reading(|reader| judge_all(reader, &preview.columns, &preview.records))?;
    if verdicts != preview.verdicts {
        return Err(Error::refused(
            "case-as-previewed",
            "The case changed since the preview. Look at the preview again.",
        ));
    }
    for verdict in &verdicts {
        let Verdict::Brings(original, said) = verdict else {
            continue;
        };
        match said {
            Said::Translation {
                text,
                status,
                by,
                note,
            } => {
                w.add_translation(
                    original.account,
                    &NewTranslation {
                        post: original.post,
                        text,
                        status: *status,
                        by,
                        note: note.as_deref(),
                    },
                )?;
            }
            Said::CannotRead { by, note } => {
                let language = original.language.as_deref().unwrap_or_default();
                let said = (by.as_str(), note.as_deref());
                w.add_cannot_read(original.account, original.post, language, said)?;
            }
            Said::Nothing => {}
        }
    }
    Ok(())
}
