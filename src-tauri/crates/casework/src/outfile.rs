//! Files that leave the case: written under a temporary name, read back
//! and compared, renamed, so that what the officer hands over is what the log says.

use crate::{Error, Result};
use breakwater_casefile::layout;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{BufWriter, Read, Write};
use std::path::Path;

/// Refuses a place within a case folder: plain words have no business there, and a name of the case's own files
/// would be lost.
///
/// # Errors
/// The folder is a case or lies within one, or is not there.
pub fn check_place(out: &Path) -> Result<()> {
    if layout::is_within_case(folder_of(out)).map_err(Error::io(layout::file_name(out)))? {
        return Err(Error::Invalid(format!(
            "{} would be written unencrypted into a case folder. Choose a place outside of it.",
            layout::file_name(out)
        )));
    }
    Ok(())
}

fn folder_of(out: &Path) -> &Path {
    out.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

/// The SHA-256 of bytes, hex.
pub fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Writes `out` through `fill` and reads it back before it gets its name; durable on return. Gives the SHA-256, hex.
///
/// # Errors
/// A place within a case folder; whatever `fill` fails with. What stood under the name before stands there still.
pub fn write_checked(
    out: &Path,
    fill: impl FnOnce(&mut (dyn Write + Send)) -> Result<()>,
) -> Result<String> {
    check_place(out)?;
    let name = layout::file_name(out);
    let part = tempfile::Builder::new()
        .prefix(".breakwater-")
        .suffix(".part")
        .tempfile_in(folder_of(out))
        .map_err(Error::io(&name))?;
    let mut writer = Hashing {
        inner: BufWriter::with_capacity(1 << 18, part),
        hasher: Sha256::new(),
    };
    fill(&mut writer)?;
    writer.flush().map_err(Error::io(&name))?;
    let written: [u8; 32] = writer.hasher.finalize().into();
    let part = writer
        .inner
        .into_inner()
        .map_err(|error| Error::io(&name)(error.into_error()))?;
    part.as_file().sync_all().map_err(Error::io(&name))?;
    if hash_of(part.path()).map_err(Error::io(&name))? != written {
        return Err(Error::Io {
            what: name,
            source: std::io::Error::other("what was read back is not what was written"),
        });
    }
    part.persist(out)
        .map_err(|error| Error::io(&name)(error.error))?;
    layout::sync_folder(out)?;
    Ok(hex(&written))
}

struct Hashing<W: Write> {
    inner: W,
    hasher: Sha256,
}

impl<W: Write> Write for Hashing<W> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let taken = self.inner.write(bytes)?;
        self.hasher.update(bytes.get(..taken).unwrap_or_default());
        Ok(taken)
    }
    fn flush(&mut self) -> std::io::Result<()> {
        self.inner.flush()
    }
}

/// The SHA-256 of a file's bytes.
///
/// # Errors
/// It cannot be read.
pub fn hash_of(path: &Path) -> std::io::Result<[u8; 32]> {
    let mut file = File::open(path)?;
    let mut hasher = Sha256::new();
    let mut chunk = vec![0; 1 << 18];
    loop {
        let read = file.read(&mut chunk)?;
        let Some(bytes) = chunk.get(..read).filter(|bytes| !bytes.is_empty()) else {
            break;
        };
        hasher.update(bytes);
    }
    Ok(hasher.finalize().into())
}

pub use breakwater_casefile::layout::hex;
