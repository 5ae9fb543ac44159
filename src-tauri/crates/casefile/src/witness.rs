//! What this machine remembers of a log outside the case folder: the last entry it signed or saw
//! and the chain at it. A log that was cut back, or put back with its whole folder, does not hold it.

use crate::layout::{hex, unhex, write_whole};
use crate::{Host, Result, audit};
use breakwater_model::CaseId;
use rusqlite::{Connection, OptionalExtension, named_params};
use std::fs;
use std::path::PathBuf;

/// An entry and the chain at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// The entry.
    pub seq: i64,
    /// The chain at it.
    pub chain: [u8; 32],
}

fn path(host: &Host, case_id: CaseId) -> Option<PathBuf> {
    Some(host.hints.as_ref()?.join(format!("{case_id}.head")))
}

/// What this machine remembers of the case; nothing if it has not had it open.
pub fn recall(host: &Host, case_id: CaseId) -> Option<Seen> {
    let text = fs::read_to_string(path(host, case_id)?).ok()?;
    let (seq, chain) = text.trim_end().split_once(' ')?;
    Some(Seen {
        seq: seq.parse().ok()?,
        chain: unhex(chain)?.try_into().ok()?,
    })
}

/// Remembers the end of the log as it stands. Nothing depends on it, so losing it fails nothing.
pub fn remember(host: &Host, case_id: CaseId, db: &Connection) {
    let (Some(path), Ok((seq, chain))) = (path(host, case_id), audit::last(db, case_id)) else {
        return;
    };
    if let Some(folder) = path.parent() {
        let _ = fs::create_dir_all(folder);
    }
    let _ = write_whole(&path, format!("{seq} {}\n", hex(&chain)).as_bytes());
}

/// True if the log holds the entry with that chain.
pub fn is_held(db: &Connection, seen: &Seen) -> Result<bool> {
    let chain: Option<[u8; 32]> = db
        .query_row(
            "SELECT chain FROM audit WHERE seq = :seq",
            named_params! { ":seq": seen.seq },
            |row| row.get(0),
        )
        .optional()?;
    Ok(chain == Some(seen.chain))
}
