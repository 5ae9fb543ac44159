//! Reading somebody's file: its bytes' hash, encoding and delimiter, then its rows.

use crate::{Error, Progress, Result};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};
use encoding_rs_io::DecodeReaderBytesBuilder;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

const CHUNK: usize = 1 << 20;
/// Bytes looked at for the encoding.
const LOOKED_AT: usize = 4 << 20;

/// A file and how to read it.
#[derive(Debug, Clone)]
pub struct Source {
    path: PathBuf,
    /// The bytes themselves where no file holds them.
    held: Option<Arc<[u8]>>,
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
}

impl Source {
    /// Reads the file once: hash, encoding, delimiter. What the officer gave wins over what is found.
    pub fn open(
        path: &Path,
        encoding: Option<&str>,
        delimiter: Option<&str>,
        progress: &dyn Progress,
    ) -> Result<Self> {
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        let size = path.metadata().map_err(Error::io(&name))?.len();
        let given = encoding.map(named).transpose()?;
        let (sha256, found) = scan(path, &name, size, progress)?;
        let mut source = Self {
            path: path.to_path_buf(),
            held: None,
            name,
            size,
            sha256,
            encoding: given.unwrap_or(found),
            delimiter: b',',
        };
        source.delimiter = match delimiter {
            Some(text) => delimiter_named(text)?,
            None => source.find_delimiter()?,
        };
        Ok(source)
    }

    /// CSV that was made here and never was a file.
    pub fn held(name: &str, csv: Vec<u8>) -> Self {
        Self {
            path: PathBuf::new(),
            name: name.to_owned(),
            size: csv.len() as u64,
            sha256: Sha256::digest(&csv).into(),
            encoding: UTF_8,
            delimiter: b',',
            held: Some(csv.into()),
        }
    }

    /// What taking it in is called in the audit log.
    pub const fn act(&self) -> &'static str {
        if self.is_held() {
            "links-added"
        } else {
            "import-committed"
        }
    }

    /// True if no file holds it.
    pub const fn is_held(&self) -> bool {
        self.held.is_some()
    }

    /// The delimiter as it is shown and given.
    pub fn delimiter_name(&self) -> &'static str {
        match self.delimiter {
            b'\t' => "tab",
            b';' => ";",
            b'|' => "|",
            _ => ",",
        }
    }

    /// Rows from the first on, the header too. Ragged rows are rows.
    pub fn rows(&self) -> Result<csv::Reader<Box<dyn Read>>> {
        if let Some(held) = &self.held {
            return self.reader(
                Box::new(std::io::Cursor::new(Arc::clone(held))),
                self.delimiter,
            );
        }
        let file = File::open(&self.path).map_err(Error::io(&self.name))?;
        self.reader(Box::new(file), self.delimiter)
    }

    fn reader(&self, bytes: Box<dyn Read>, delimiter: u8) -> Result<csv::Reader<Box<dyn Read>>> {
        let text = DecodeReaderBytesBuilder::new()
            .encoding(Some(self.encoding))
            .bom_override(true)
            .build_with_buffer(bytes, vec![0; CHUNK])
            .map_err(Error::io(&self.name))?;
        Ok(csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(delimiter)
            .from_reader(Box::new(text) as Box<dyn Read>))
    }

    /// The hash of the bytes as they are now.
    pub fn hash_now(&self, progress: &dyn Progress) -> Result<[u8; 32]> {
        if self.is_held() {
            return Ok(self.sha256);
        }
        Ok(scan(&self.path, &self.name, self.size, progress)?.0)
    }

    /// Among comma, semicolon, tab and bar the one that splits the first rows into most columns, evenly.
    fn find_delimiter(&self) -> Result<u8> {
        let mut best = (0usize, b',');
        for delimiter in [b',', b';', b'\t', b'|'] {
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

fn named(label: &str) -> Result<&'static Encoding> {
    Encoding::for_label(label.trim().as_bytes()).ok_or_else(|| {
        Error::Invalid(format!(
            "{label:?} is not the name of an encoding, such as utf-8 or windows-1256."
        ))
    })
}

fn delimiter_named(text: &str) -> Result<u8> {
    match text {
        "tab" | "\t" => Ok(b'\t'),
        "," | ";" | "|" => Ok(text.as_bytes().first().copied().unwrap_or(b',')),
        _ => Err(Error::Invalid(format!(
            "{text:?} is not a delimiter: give , ; | or tab."
        ))),
    }
}

fn scan(
    path: &Path,
    name: &str,
    size: u64,
    progress: &dyn Progress,
) -> Result<([u8; 32], &'static Encoding)> {
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
    Ok((
        hasher.finalize().into(),
        found_encoding(&head, done <= LOOKED_AT as u64),
    ))
}

/// The encoding by its mark, else UTF-8 if the bytes are that, else as guessed.
fn found_encoding(head: &[u8], is_whole: bool) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(head) {
        return encoding;
    }
    if let Some(encoding) = unmarked_utf_16(head) {
        return encoding;
    }
    match std::str::from_utf8(head) {
        Ok(_) => return UTF_8,
        Err(error) if !is_whole && error.error_len().is_none() => return UTF_8,
        Err(_) => {}
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(head, is_whole);
    detector.guess(None, Utf8Detection::Deny)
}

/// Text in UTF-16 without its mark has a zero in every other byte of its ASCII.
fn unmarked_utf_16(head: &[u8]) -> Option<&'static Encoding> {
    let (pairs, _) = head.get(..head.len().min(2_000))?.as_chunks::<2>();
    let half = pairs.len() / 2;
    let zeros = |at: usize| pairs.iter().filter(|pair| pair.get(at) == Some(&0)).count();
    match (zeros(0), zeros(1)) {
        (_, second) if half > 4 && second > half => Some(encoding_rs::UTF_16LE),
        (first, _) if half > 4 && first > half => Some(encoding_rs::UTF_16BE),
        _ => None,
    }
}
