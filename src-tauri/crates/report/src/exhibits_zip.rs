//! The exhibits of a referral in one ZIP, with a manifest that `sha256sum -c` reads.

use crate::file_names::Names;
use crate::{Error, Result, Standing, hex, visible};
use sha2::{Digest, Sha256};
use std::io::Write;
use zip::write::{SimpleFileOptions, StreamWriter};
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The manifest: `<sha256>  <name>`, one file a line.
const MANIFEST: &str = "SHA256SUMS";

/// One file within the ZIP.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packed {
    /// Its name there.
    pub name: String,
    /// SHA-256 of its bytes, hex.
    pub sha256: String,
    /// Its bytes.
    pub bytes: u64,
}

/// A ZIP being written: [`begin`](Self::begin) a file, write its bytes, begin the next,
/// [`finish`](Self::finish). Nothing is held in memory but a buffer; nothing of the machine (time,
/// owner, rights) stands in it. What fails on the way, or is not finished, is no ZIP.
pub struct ExhibitsZip<W: Write> {
    zip: ZipWriter<StreamWriter<W>>,
    names: Names,
    packed: Vec<Packed>,
    open: Option<Open>,
}

struct Open {
    name: String,
    hasher: Sha256,
    bytes: u64,
}

impl<W: Write> ExhibitsZip<W> {
    /// Begins the ZIP with a file that bears the marking and, for [`Standing::Draft`], says so in
    /// its name.
    ///
    /// # Errors
    /// [`Error::Io`] naming the file, here and below.
    pub fn new(writer: W, marking: &str, standing: Standing) -> Result<Self> {
        let mut names = Names::default();
        names.give(MANIFEST);
        let mut zip = Self {
            zip: ZipWriter::new_stream(writer),
            names,
            packed: Vec::new(),
            open: None,
        };
        zip.add(about_name(standing), &about(marking, standing))?;
        Ok(zip)
    }

    /// Begins a file; its name is made safe and unique. Gives the name.
    pub fn begin(&mut self, wished: &str) -> Result<String> {
        let name = self.names.give(wished);
        self.begin_as(name.clone())?;
        Ok(name)
    }

    /// Ends the ZIP with its manifest. Gives what was packed, manifest apart.
    pub fn finish(mut self) -> Result<Vec<Packed>> {
        self.end_file();
        let packed = std::mem::take(&mut self.packed);
        let lines: Vec<String> = packed
            .iter()
            .map(|file| format!("{}  {}\n", file.sha256, file.name))
            .collect();
        let manifest = lines.concat();
        self.begin_as(MANIFEST.to_owned())?;
        self.write_all(manifest.as_bytes())
            .map_err(|source| failed(MANIFEST, source))?;
        let finished = self.zip.finish();
        let mut writer = finished.map_err(|error| failed(MANIFEST, error.into()))?;
        writer.flush().map_err(|source| failed(MANIFEST, source))?;
        Ok(packed)
    }

    fn add(&mut self, name: &str, text: &str) -> Result<()> {
        let name = self.begin(name)?;
        self.write_all(text.as_bytes())
            .map_err(|source| failed(&name, source))
    }

    fn begin_as(&mut self, name: String) -> Result<()> {
        self.end_file();
        self.zip
            .start_file(name.as_str(), options())
            .map_err(|error| failed(&name, error.into()))?;
        self.open = Some(Open {
            name,
            hasher: Sha256::new(),
            bytes: 0,
        });
        Ok(())
    }

    fn end_file(&mut self) {
        if let Some(open) = self.open.take() {
            self.packed.push(Packed {
                name: open.name,
                sha256: hex(&open.hasher.finalize()),
                bytes: open.bytes,
            });
        }
    }
}

impl<W: Write> Write for ExhibitsZip<W> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let open = self
            .open
            .as_mut()
            .ok_or_else(|| std::io::Error::other("no file of the ZIP is begun"))?;
        let taken = self.zip.write(bytes)?;
        open.hasher.update(bytes.get(..taken).unwrap_or_default());
        open.bytes += taken as u64;
        Ok(taken)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.zip.flush()
    }
}

const fn about_name(standing: Standing) -> &'static str {
    match standing {
        Standing::Draft => "DRAFT, NOT APPROVED.txt",
        Standing::Approved => "MARKING.txt",
    }
}

fn about(marking: &str, standing: Standing) -> String {
    let draft = standing
        .words()
        .map(|words| format!("{words}\n"))
        .unwrap_or_default();
    format!(
        "{}\n{draft}\nTo compare the files with the list, in the folder they are unpacked to:\n\
         sha256sum -c {MANIFEST}\n",
        visible::one_line(marking)
    )
}

/// Deflated, never stored: a stored file of unknown length cannot be unpacked from a stream.
fn options() -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::DEFAULT)
        .unix_permissions(0o644)
        .large_file(true)
}

fn failed(name: &str, source: std::io::Error) -> Error {
    Error::Io {
        what: name.to_owned(),
        source,
    }
}
