//! Reading somebody's file: its bytes' hash, encoding and delimiter, or the sheet of a workbook, then its rows.

use super::dialect::{self, DELIMITERS};
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

const CHUNK: usize = 1 << 20;
/// Bytes looked at for the encoding.
const LOOKED_AT: usize = 4 << 20;

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
    ends: Ends,
}

/// How lines end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ends {
    Lf,
    CrLf,
    Cr,
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

    /// Rows from the first on, the header too. Ragged rows are rows.
    pub fn rows(&self) -> Result<csv::Reader<Box<dyn Read>>> {
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

    /// The delimiter that splits the first rows into most columns, evenly.
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
            let Some(first) = widths.first().copied() else {
                continue;
            };
            let even = widths.iter().filter(|width| **width == first).count();
            let score = if first > 1 {
                first * 4 * even / widths.len()
            } else {
                0
            };
            if score > best.0 {
                best = (score, delimiter);
            }
        }
        Ok(best.1)
    }
}

/// What one reading of the bytes tells.
struct Scanned {
    sha256: [u8; 32],
    encoding: &'static Encoding,
    ends: Ends,
    is_archive: bool,
    is_compound: bool,
}

fn scan(path: &Path, name: &str, size: u64, progress: &dyn Progress) -> Result<Scanned> {
    let mut file = File::open(path).map_err(Error::io(name))?;
    let mut hasher = Sha256::new();
    let mut head: Vec<u8> = Vec::new();
    let mut done = 0u64;
    let mut chunk = vec![0; CHUNK];
    loop {
        let read = file.read(&mut chunk).map_err(Error::io(name))?;
        let Some(bytes) = chunk.get(..read).filter(|bytes| !bytes.is_empty()) else {
            break;
        };
        hasher.update(bytes);
        let room = LOOKED_AT.saturating_sub(head.len());
        head.extend_from_slice(bytes.get(..room.min(bytes.len())).unwrap_or_default());
        done += bytes.len() as u64;
        progress.step(done, Some(size), "bytes");
        if progress.is_cancelled() {
            return Err(Error::Cancelled);
        }
    }
    Ok(Scanned {
        sha256: hasher.finalize().into(),
        encoding: dialect::found_encoding(&head, done <= LOOKED_AT as u64),
        ends: line_ends(&head),
        is_archive: workbook::is_archive(&head),
        is_compound: workbook::is_compound(&head),
    })
}

/// How the first line ends, in one byte a sign or in two.
fn line_ends(head: &[u8]) -> Ends {
    let Some(at) = head.iter().position(|byte| *byte == b'\n') else {
        return if head.contains(&b'\r') {
            Ends::Cr
        } else {
            Ends::Lf
        };
    };
    let before = head.get(..at).unwrap_or_default();
    if before.ends_with(b"\r") || before.ends_with(b"\r\0") || before.ends_with(b"\r\0\0") {
        Ends::CrLf
    } else {
        Ends::Lf
    }
}
