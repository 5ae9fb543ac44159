//! Reading somebody's file: its bytes' hash, encoding and delimiter, or the sheet of a workbook, then its rows.

use super::dialect::{self, DELIMITERS};
use super::links::{self, Aside};
use super::read_row;
use super::scan::{Ends, scan};
use super::workbook::{self, Lost, Sheet};
use crate::{Error, Progress, Result};
use breakwater_model::import::SheetView;
use csv::StringRecord;
use encoding_rs::{Encoding, UTF_8};
use encoding_rs_io::DecodeReaderBytesBuilder;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Bytes read at a time.
pub(super) const CHUNK: usize = 1 << 20;

/// What the officer said of a file; what is not said is found out.
#[derive(Debug, Clone, Copy, Default)]
pub struct Reading<'a> {
    /// Encoding label, such as `windows-1256`.
    pub encoding: Option<&'a str>,
    /// One character, or `tab`.
    pub delimiter: Option<&'a str>,
    /// The sheet of a workbook, by name.
    pub sheet: Option<&'a str>,
}

/// A file and how to read it.
#[derive(Debug, Clone)]
pub struct Source {
    path: PathBuf,
    /// The rows themselves where no file holds them as text.
    held: Option<Arc<[u8]>>,
    sheet: Option<Sheet>,
    /// The file's name.
    pub name: String,
    /// Bytes.
    pub size: u64,
    /// SHA-256 of the bytes.
    pub sha256: [u8; 32],
    /// Encoding it is read with.
    pub encoding: &'static Encoding,
    /// Delimiter it is read with.
    pub delimiter: u8,
    /// True if the first line names the delimiter and is no row.
    skips_first: bool,
    /// Records before the first row, as a title above the header.
    above: usize,
    /// Line of the first row.
    begins: u32,
    /// Columns that a sheet's links make.
    asides: Vec<Aside>,
    ends: Ends,
}

impl Source {
    /// Reads the file once: hash, encoding, delimiter. What the officer gave wins over what is found; of a workbook
    /// the sheet named is read, else the first that holds something.
    pub fn open_as(path: &Path, reading: &Reading<'_>, progress: &dyn Progress) -> Result<Self> {
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        let size = path.metadata().map_err(Error::io(&name))?.len();
        let given = reading.encoding.map(dialect::encoding_named).transpose()?;
        let scanned = scan(path, &name, size, progress)?;
        let mut source = Self {
            path: path.to_path_buf(),
            held: None,
            sheet: None,
            name,
            size,
            sha256: scanned.sha256,
            encoding: given.unwrap_or(scanned.encoding),
            delimiter: b',',
            skips_first: false,
            above: 0,
            begins: 0,
            asides: Vec::new(),
            ends: scanned.ends,
        };
        if scanned.is_compound {
            return Err(Error::Invalid(format!(
                "{} is an old Excel workbook (.xls) or one behind a password. Open it in a spreadsheet and save it as XLSX without a password, or as CSV.",
                source.name
            )));
        }
        if scanned.is_archive {
            let sheet = workbook::read(path, &source.name, reading.sheet, progress)?;
            source.encoding = UTF_8;
            source.ends = Ends::Lf;
            source.held = Some(Arc::clone(&sheet.csv));
            source.sheet = Some(sheet);
            return Ok(source);
        }
        let announced = dialect::announced_delimiter(&source.first_line()?);
        source.skips_first = announced.is_some();
        source.delimiter = match (reading.delimiter, announced) {
            (Some(text), _) => dialect::delimiter_named(text)?,
            (None, Some(delimiter)) => delimiter,
            (None, None) => source.find_delimiter()?,
        };
        Ok(source)
    }

    /// Like [`Source::open_as`], with the first sheet of a workbook that holds something.
    pub fn open(
        path: &Path,
        encoding: Option<&str>,
        delimiter: Option<&str>,
        progress: &dyn Progress,
    ) -> Result<Self> {
        let reading = Reading {
            encoding,
            delimiter,
            sheet: None,
        };
        Self::open_as(path, &reading, progress)
    }

    /// CSV that was made here and never was a file.
    pub fn held(name: &str, csv: Vec<u8>) -> Self {
        Self {
            path: PathBuf::new(),
            sheet: None,
            name: name.to_owned(),
            size: csv.len() as u64,
            sha256: Sha256::digest(&csv).into(),
            encoding: UTF_8,
            delimiter: b',',
            held: Some(csv.into()),
            skips_first: false,
            above: 0,
            begins: 0,
            asides: Vec::new(),
            ends: Ends::Lf,
        }
    }

    /// What taking it in is called in the audit log.
    pub fn act(&self) -> &'static str {
        if self.is_held() {
            "links-added"
        } else {
            "import-committed"
        }
    }

    /// True if no file holds it.
    pub fn is_held(&self) -> bool {
        self.path.as_os_str().is_empty()
    }

    /// The sheet, where the file is a workbook.
    pub const fn sheet(&self) -> Option<&Sheet> {
        self.sheet.as_ref()
    }

    /// Every sheet of a workbook; none of any other file.
    pub fn sheets(&self) -> Vec<SheetView> {
        let all = self.sheet().map(|sheet| sheet.all.as_slice());
        let all = all.unwrap_or_default().iter();
        all.map(|(name, is_hidden)| SheetView {
            name: name.clone(),
            is_hidden: *is_hidden,
        })
        .collect()
    }

    /// Cells that may have lost digits.
    pub fn lost(&self) -> Arc<Lost> {
        self.sheet
            .as_ref()
            .map(|sheet| Arc::clone(&sheet.lost))
            .unwrap_or_default()
    }

    /// The encoding as it is shown: `xlsx` for a workbook.
    pub fn encoding_name(&self) -> String {
        if self.sheet.is_some() {
            return "xlsx".into();
        }
        self.encoding.name().to_lowercase()
    }

    /// The delimiter as it is shown and given: `cells` for a workbook.
    pub const fn delimiter_name(&self) -> &'static str {
        if self.sheet.is_some() {
            return "cells";
        }
        dialect::delimiter_name(self.delimiter)
    }

    /// The line of the file, or the row of the sheet, where a row begins, from 1.
    pub fn line(&self, record: &StringRecord) -> u64 {
        let Some(position) = record.position() else {
            return 0;
        };
        if let Some(sheet) = &self.sheet {
            let at = usize::try_from(position.record()).unwrap_or(usize::MAX);
            return sheet.lines.get(at).copied().unwrap_or_default().into();
        }
        match self.ends {
            Ends::Lf => position.line(),
            // The reader stops between the two signs, before it has counted the line.
            Ends::CrLf => position.line() + u64::from(position.record() > 0),
            // Lines are counted by their line feeds, and there are none.
            Ends::Cr => position.record() + 1,
        }
    }

    /// Line ends that the reader has not counted yet when it has read a row.
    pub fn lag(&self) -> u64 {
        u64::from(self.ends == Ends::CrLf)
    }

    /// Rows begin after this many records from now on, that is with the header if there is one; what a sheet's links lead
    /// to stands in columns of its own then.
    ///
    /// # Errors
    /// The file cannot be read.
    pub(super) fn begin_at(&mut self, above: usize) -> Result<()> {
        self.above = above;
        if let Some(sheet) = self.sheet.as_ref().filter(|sheet| !sheet.links.is_empty()) {
            let (csv, asides) = links::lay_out(sheet, above)?;
            self.held = Some(csv);
            self.asides = asides;
        }
        let (mut rows, mut first) = (self.rows()?, StringRecord::new());
        let is_there = read_row(&mut rows, &mut first, &self.name)?;
        let line = if is_there { self.line(&first) } else { 0 };
        self.begins = u32::try_from(line).unwrap_or(u32::MAX);
        Ok(())
    }

    /// Records above the first row, as a title.
    pub const fn above(&self) -> usize {
        self.above
    }

    /// The line on which the first row begins, once that was looked for.
    pub const fn begins(&self) -> u32 {
        self.begins
    }

    /// Columns that a sheet's links make.
    pub fn asides(&self) -> &[Aside] {
        &self.asides
    }

    /// Rows from the first on, the header too. Ragged rows are rows.
    pub fn rows(&self) -> Result<csv::Reader<Box<dyn Read>>> {
        let mut rows = self.all_rows()?;
        let mut record = StringRecord::new();
        for _ in 0..self.above {
            read_row(&mut rows, &mut record, &self.name)?;
        }
        Ok(rows)
    }

    /// Rows from the very first of the file on.
    pub(super) fn all_rows(&self) -> Result<csv::Reader<Box<dyn Read>>> {
        let bytes: Box<dyn Read> = match &self.held {
            Some(held) => Box::new(Cursor::new(Arc::clone(held))),
            None => Box::new(File::open(&self.path).map_err(Error::io(&self.name))?),
        };
        let mut rows = self.reader(bytes, self.delimiter)?;
        if self.skips_first {
            let mut first = StringRecord::new();
            rows.read_record(&mut first)
                .map_err(|error| Error::io(&self.name)(error.into()))?;
        }
        Ok(rows)
    }

    fn text(&self, bytes: Box<dyn Read>) -> Result<Box<dyn Read>> {
        let text = DecodeReaderBytesBuilder::new()
            .encoding(Some(self.encoding))
            .bom_override(true)
            .build_with_buffer(bytes, vec![0; CHUNK])
            .map_err(Error::io(&self.name))?;
        Ok(Box::new(text))
    }

    fn reader(&self, bytes: Box<dyn Read>, delimiter: u8) -> Result<csv::Reader<Box<dyn Read>>> {
        Ok(csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .from_reader(self.text(bytes)?))
    }

    fn first_line(&self) -> Result<String> {
        let file = File::open(&self.path).map_err(Error::io(&self.name))?;
        let mut text = String::new();
        // Cut within a sign or not: only a short first line is asked for.
        let mut bytes = Vec::new();
        self.text(Box::new(file.take(256)))?
            .read_to_end(&mut bytes)
            .map_err(Error::io(&self.name))?;
        text.push_str(&String::from_utf8_lossy(&bytes));
        Ok(text
            .split(['\r', '\n'])
            .next()
            .unwrap_or_default()
            .to_owned())
    }

    /// The hash of the bytes as they are now.
    pub fn hash_now(&self, progress: &dyn Progress) -> Result<[u8; 32]> {
        if self.is_held() {
            return Ok(self.sha256);
        }
        Ok(scan(&self.path, &self.name, self.size, progress)?.sha256)
    }

    /// The delimiter that splits most of the first rows into most columns, evenly.
    fn find_delimiter(&self) -> Result<u8> {
        let mut best = (0usize, b',');
        for delimiter in DELIMITERS {
            let file = File::open(&self.path).map_err(Error::io(&self.name))?;
            let mut rows = self.reader(Box::new(file.take(CHUNK as u64)), delimiter)?;
            let widths: Vec<usize> = rows
                .records()
                .take(20)
                .map_while(std::result::Result::ok)
                .map(|row| row.len())
                .collect();
            // Of the width of most rows: a title above them is narrower.
            let count = |wide: usize| widths.iter().filter(|width| **width == wide).count();
            let of_width = |wide: usize| wide * 4 * count(wide) / widths.len();
            let wide = widths.iter().copied().filter(|width| *width > 1);
            let score = wide.map(of_width).max().unwrap_or(0);
            if score > best.0 {
                best = (score, delimiter);
            }
        }
        Ok(best.1)
    }
}
