//! Files that leave the case: written under a temporary name, renamed, read back
//! and compared, so that what the officer hands over is what the log says.

use crate::{Error, Result};
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{BufWriter, Read, Write};
use std::path::Path;

/// Writes `out` through `fill`, then reads it back. Gives the SHA-256, hex.
///
/// # Errors
/// Whatever `fill` fails with; nothing is left under the name then.
pub fn write_checked(
    out: &Path,
    fill: impl FnOnce(&mut dyn Write) -> Result<()>,
) -> Result<String> {
    let name = out
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let folder = out
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let part = tempfile::Builder::new()
        .prefix(".breakwater-")
        .suffix(".part")
        .tempfile_in(folder)
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
    part.persist(out)
        .map_err(|error| Error::io(&name)(error.error))?;
    if read_back(out).map_err(Error::io(&name))? != written {
        return Err(Error::Io {
            what: name,
            source: std::io::Error::other("what was read back is not what was written"),
        });
    }
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

fn read_back(path: &Path) -> std::io::Result<[u8; 32]> {
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

/// Lower-case hex.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
