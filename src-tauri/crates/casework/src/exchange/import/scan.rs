//! One reading of a file's bytes: their hash, encoding, line ends, and whether they are a workbook's.

use super::source::CHUNK;
use super::{dialect, workbook};
use crate::{Error, Progress, Result};
use encoding_rs::Encoding;
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// Bytes looked at for the encoding.
const LOOKED_AT: usize = 4 << 20;

/// How lines end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ends {
    /// By a line feed.
    Lf,
    /// By a carriage return and a line feed.
    CrLf,
    /// By a carriage return.
    Cr,
}

/// What one reading of the bytes tells.
pub struct Scanned {
    /// SHA-256.
    pub sha256: [u8; 32],
    /// As found.
    pub encoding: &'static Encoding,
    /// How lines end.
    pub ends: Ends,
    /// True if they begin as a ZIP archive does.
    pub is_archive: bool,
    /// True if they begin as a compound file does.
    pub is_compound: bool,
}

/// Reads all bytes once.
pub fn scan(path: &Path, name: &str, size: u64, progress: &dyn Progress) -> Result<Scanned> {
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
