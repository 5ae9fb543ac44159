//! Texts out: one row a text, with its key, the original, and empty cells for what the linguist says.
//!
//! Invariant: no score, no case number, no officer and no handle leaves with them, unless the text itself holds it.

use super::key;
use crate::case::describe;
use crate::exchange::{export, which};
use crate::{Error, Progress, Result, Session, outfile};
use breakwater_casefile::table::account;
use breakwater_casefile::unread::{self, Waiting};
use breakwater_casefile::{Action, layout};
use breakwater_model::audit::Operation;
use breakwater_model::linguist::{LinguistFormat, LinguistOutRequest, LinguistOutView};
use breakwater_report::csv_guard::guard;
use breakwater_report::{LinguistSheet, LinguistText, linguist_sheet, unit_words};
use breakwater_text::language;
use std::collections::BTreeSet;
use std::io::Write;
use std::path::Path;

/// Columns of the file, in order. Those after the original are for the linguist.
pub(super) const COLUMNS: [&str; 10] = [
    "marking",
    "key",
    "language",
    "what",
    "original",
    "translation",
    "status",
    "by",
    "cannot_read",
    "note",
];

/// Accounts read at a time.
const STEP: usize = 1_000;
const WHAT: &str = "the texts";

/// Writes the texts of a list that wait for a reader of a language, read back and compared; logged as disclosure to
/// the recipient before a byte leaves.
///
/// # Errors
/// Refused by rule `a-disclosure-names-recipient-and-purpose`; a language that is not known; no text waits; a place
/// within a case folder; cancelled.
pub fn give(
    session: &Session,
    request: &LinguistOutRequest,
    out: &Path,
    progress: &dyn Progress,
) -> Result<LinguistOutView> {
    export::needs_recipient(&request.recipient, &request.purpose)?;
    outfile::check_place(out)?;
    let name = language::name(&request.language).ok_or_else(|| {
        Error::Invalid(format!(
            "{:?} is not the code of a language this program knows, such as sq or ckb.",
            request.language
        ))
    })?;
    let (texts, cannot_read) = collect(session, request, progress)?;
    if texts.is_empty() {
        return Err(Error::Invalid(nothing_waits(name, cannot_read)));
    }
    let rows: Vec<i64> = texts
        .iter()
        .map(|text| text.account)
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect();
    let done = session.note(disclosure(session, request, &rows, texts.len())?)?;
    let (marking, _, _) = describe::heading(session)?;
    let (sha256, pages) = match request.format {
        LinguistFormat::Csv => {
            let write = |file: &mut (dyn Write + Send)| {
                table(file, marking.as_str(), &request.language, &texts)
            };
            (outfile::write_checked(out, write)?, None)
        }
        LinguistFormat::Print => {
            let text = print(session, marking.as_str(), name, &texts);
            let pages = breakwater_report::page_count(&text);
            let sha256 = outfile::write_checked(out, |file| {
                file.write_all(text.as_bytes()).map_err(Error::io(WHAT))
            })?;
            (sha256, Some(pages))
        }
    };
    session.note(
        Action::new(Operation::Consultation, "texts-written", "account")
            .word("entry", &done.seq.to_string())
            .word("sha256", &sha256),
    )?;
    session.write_head()?;
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    Ok(LinguistOutView {
        language: name.to_owned(),
        texts: count(texts.len()),
        accounts: count(rows.len()),
        cannot_read,
        pages,
        sha256,
        entry: u32::try_from(done.seq).unwrap_or(u32::MAX),
        file_name: layout::file_name(out),
    })
}

fn nothing_waits(name: &str, cannot_read: u32) -> String {
    match cannot_read {
        0 => format!("No text of these accounts waits for a reader of {name}."),
        _ => format!(
            "No text of these accounts waits for a reader of {name}; of {cannot_read} a reader of it said that they cannot read them."
        ),
    }
}

/// The texts that leave, and how many are left out since a reader of the language cannot read them.
fn collect(
    session: &Session,
    request: &LinguistOutRequest,
    progress: &dyn Progress,
) -> Result<(Vec<Waiting>, u32)> {
    let rows =
        which::without_kept_apart(session, &request.list, &request.accounts, &request.except)?;
    let (mut texts, mut cannot_read) = (Vec::new(), 0);
    let (mut done, total) = (0, rows.len() as u64);
    session.snapshot(|reader| {
        for wanted in rows.chunks(STEP) {
            unread::waiting(reader, wanted, &request.language, &mut |text| {
                if text.is_unreadable {
                    cannot_read += 1;
                } else {
                    texts.push(text);
                }
                Ok(())
            })?;
            done += wanted.len() as u64;
            progress.step(done, Some(total), "accounts");
            if progress.is_cancelled() {
                return Err(Error::Cancelled);
            }
        }
        Ok(())
    })?;
    Ok((texts, cannot_read))
}

/// The entry of the log: who receives what and what for, and of which accounts it was.
fn disclosure(
    session: &Session,
    request: &LinguistOutRequest,
    rows: &[i64],
    texts: usize,
) -> Result<Action> {
    let action = Action::new(Operation::Disclosure, "texts-given-out", "account")
        .word("recipient", request.recipient.trim())
        .word("purpose", request.purpose.trim())
        .word("language", &request.language)
        .word("texts", &texts.to_string());
    if rows.len() > export::NAMED {
        return Ok(action.word("accounts", &export::ranges(rows)));
    }
    session.read(|reader| {
        rows.iter().try_fold(action, |action, row| {
            Ok(action.on(account::id(reader, *row)?.uuid()))
        })
    })
}

fn table(file: &mut dyn Write, marking: &str, language: &str, texts: &[Waiting]) -> Result<()> {
    let disk = |error: csv::Error| Error::Io {
        what: WHAT.into(),
        source: error.into(),
    };
    file.write_all("\u{feff}".as_bytes())
        .map_err(Error::io(WHAT))?;
    let mut csv = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(file);
    csv.write_record(COLUMNS).map_err(disk)?;
    for text in texts {
        let key = key::write(text.which, &text.text);
        let original = guard(&text.text);
        let given = [marking, &key, language, what(text), &original];
        let to_fill = COLUMNS.len() - given.len();
        csv.write_record(given.into_iter().chain(std::iter::repeat_n("", to_fill)))
            .map_err(disk)?;
    }
    csv.flush().map_err(Error::io(WHAT))
}

/// What a text is, in words.
fn what(text: &Waiting) -> &'static str {
    match text.which {
        unread::Which::Profile(_) => "profile text",
        unread::Which::Post(_) => unit_words(text.unit, 1),
    }
}

fn print(session: &Session, marking: &str, language: &str, texts: &[Waiting]) -> String {
    let texts: Vec<LinguistText<'_>> = texts
        .iter()
        .map(|text| LinguistText {
            key: key::write(text.which, &text.text),
            what: what(text),
            original: &text.text,
        })
        .collect();
    linguist_sheet(&LinguistSheet {
        marking,
        language,
        at: session.host().now(),
        texts: &texts,
    })
}
