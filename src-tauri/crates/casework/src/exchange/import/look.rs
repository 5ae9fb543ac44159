//! Pass 1: a file is read, its header and columns recognised, and every row classified. Nothing is written.

use super::columns::{Columns, Given};
use super::source::{Reading, Source};
use super::warnings::Warnings;
use super::{Mapping, Preview, choice, classify, heading, known, read_row, registers, saved};
use crate::{Error, Progress, Result, Session};
use breakwater_casefile::audit_log;
use breakwater_casefile::erase::Tombstones;
use breakwater_model::import::{ImportCounts, ImportRequest};
use csv::StringRecord;
use std::path::Path;

/// Pass 1: reads, recognises, classifies, hashes.
///
/// # Errors
/// An empty file; an encoding, delimiter, sheet or mapping that is none; cancelled. A row that cannot be taken is a
/// result.
pub fn preview(
    session: &Session,
    file: &Path,
    request: &ImportRequest,
    progress: &dyn Progress,
) -> Result<Preview> {
    preview_by(session, file, request, None, progress)
}

/// Like [`preview`], by a mapping that is not kept in the case.
pub fn preview_by(
    session: &Session,
    file: &Path,
    request: &ImportRequest,
    mapping: Option<Mapping>,
    progress: &dyn Progress,
) -> Result<Preview> {
    let reading = Reading {
        encoding: request.encoding.as_deref(),
        delimiter: request.delimiter.as_deref(),
        sheet: request.sheet.as_deref(),
    };
    let source = Source::open_as(file, &reading, progress)?;
    preview_of(session, source, request, mapping, progress)
}

/// Pass 1 over CSV that was made here.
pub(crate) fn preview_held(session: &Session, name: &str, csv: Vec<u8>) -> Result<Preview> {
    let source = Source::held(name, csv);
    let request = ImportRequest {
        mapping: Some(String::new()),
        ..ImportRequest::default()
    };
    preview_of(session, source, &request, None, &crate::Quiet)
}

fn preview_of(
    session: &Session,
    mut source: Source,
    request: &ImportRequest,
    mapping: Option<Mapping>,
    progress: &dyn Progress,
) -> Result<Preview> {
    begin(session, &mut source, request, mapping.as_ref())?;
    let (first, more) = head(&source)?;
    let mut given = Given {
        has_header: request.header_line.map(|line| line > 0),
        ..Given::of(&source)
    };
    let mut columns = Columns::recognise(&first, &more, given.clone())?;
    let choice = choice::choose(session, &columns, request, mapping)?;
    given.dates = choice.dates;
    given.fields = request.fields.clone().or(choice.fields);
    if given.fields.is_some() || given.dates.is_some() {
        columns = Columns::recognise(&first, &more, given)?;
    }
    let standing = session.read(|reader| audit_log::last_account_change(reader))?;
    let mut preview = Preview {
        warnings: Warnings::of_file(&source),
        source,
        columns,
        verdicts: Vec::new(),
        counts: ImportCounts::default(),
        codes: Vec::new(),
        rows: Vec::new(),
        mapping: choice.used,
        offered: choice.offered,
        registers: registers::Tally::default(),
        tombstones: session.read(|reader| Tombstones::read(session, reader))?,
        takes_erased: request.takes_erased,
        is_again: false,
        standing,
        now: session.host().now(),
    };
    classify::classify(session, &mut preview, progress)?;
    if preview.counts.read == 0 && preview.columns.are_unknown() {
        return Err(Error::Invalid(format!(
            "{} holds no list: no row of it names columns or an account. If it is not read as rows at all, save it as CSV or XLSX.",
            preview.source.name
        )));
    }
    Ok(preview)
}

/// Lets the rows begin with the header: on the line given, else where the mapping given or one of the officer's fits, else
/// with the first row that looks like one.
fn begin(
    session: &Session,
    source: &mut Source,
    request: &ImportRequest,
    mapping: Option<&Mapping>,
) -> Result<()> {
    if let Some(line) = request.header_line {
        return heading::begin_at_line(source, line);
    }
    let named = request.mapping.as_deref().filter(|name| !name.is_empty());
    let named = match (mapping, named) {
        (None, Some(name)) => saved::named(session, name)
            .ok()
            .or_else(|| known::named(name)),
        _ => None,
    };
    if let Some(mapping) = mapping.or(named.as_ref()) {
        return heading::begin_by(source, mapping);
    }
    if request.mapping.is_none() && heading::begin_by_any(source, &saved::all(session)?)? {
        return Ok(());
    }
    heading::begin(source, heading::names_field)
}

/// What the columns of a file are taken for, where nobody says anything else.
pub(crate) fn recognise(source: &mut Source) -> Result<Columns> {
    heading::begin(source, heading::names_field)?;
    let (first, more) = head(source)?;
    Columns::recognise(&first, &more, Given::of(source))
}

/// The first row and a few more.
fn head(source: &Source) -> Result<(StringRecord, Vec<StringRecord>)> {
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
    Ok((first, more))
}
