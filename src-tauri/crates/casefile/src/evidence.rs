//! Attaching and giving out: the object is durable before any row names it.

use crate::audit::Action;
use crate::objects::Stored;
use crate::session::Session;
use crate::table::exhibit::{self, Exhibit, NewExhibit};
use crate::table::object::{self, Object};
use crate::{Error, Reader, Result, objects};
use breakwater_model::audit::Operation;
use breakwater_model::evidence::WarningTag;
use breakwater_model::{AccountId, ExhibitId, WorldTime};
use rusqlite::Connection;
use std::io::Read;

/// First bytes that what a file is is told by.
const TELLS: usize = 8192;

/// What is attached and where it comes from.
pub struct Attach<'a> {
    /// The account.
    pub account: AccountId,
    /// The file's name.
    pub file_name: &'a str,
    /// Where captured.
    pub source_url: Option<&'a str>,
    /// When captured.
    pub captured: Option<&'a WorldTime>,
    /// How captured.
    pub method: &'a str,
    /// Warnings.
    pub warnings: &'a [WarningTag],
    /// Tells what bytes are from the first of them.
    pub sniff: &'a dyn Fn(&[u8]) -> String,
    /// The words of a text, by the first bytes and what they are, for searching.
    pub words: &'a dyn Fn(&[u8], &str) -> Option<String>,
}

/// Attaches what `source` gives: streamed, hashed, encrypted, durable before it is acknowledged.
///
/// # Errors
/// Bytes that are stopped as an illegal image are refused; nothing of them is kept.
pub fn attach(
    session: &Session,
    new: &Attach<'_>,
    source: &mut (dyn Read + Send),
    going: objects::Going<'_>,
) -> Result<ExhibitId> {
    let account = session.read(|reader| crate::table::account::row(reader.db(), new.account))?;
    let stored = objects::store(
        session.host(),
        session.layout(),
        session.keyring(),
        source,
        going,
    )?;
    let written = enter(session, new, account, &stored);
    match &written {
        Ok((_, unused)) => {
            for name in unused {
                let _ = objects::discard(session.layout(), name);
            }
        }
        Err(_) => {
            let _ = objects::discard(session.layout(), &stored.name);
        }
    }
    written.map(|(id, _)| id)
}

/// Writes the exhibit on bytes that are durable, and names the objects that are then needed no longer:
/// what cannot be removed now is swept at the next unlock, so it fails nothing.
fn enter(
    session: &Session,
    new: &Attach<'_>,
    account: i64,
    stored: &Stored,
) -> Result<(ExhibitId, Vec<String>)> {
    let bad = bad_object(session, stored)?;
    let to_add = to_add(new, stored);
    let words = (new.words)(&stored.head, &to_add.media_type);
    let action =
        Action::new(Operation::Collection, "exhibit-attached", "exhibit").on(new.account.uuid());
    let (done, _) = session.write(action, |w| {
        let mut unused = Vec::new();
        let (object, duplicate_of) = match object::by_hash(w.db(), &stored.sha256)? {
            None => (w.add_object(&to_add)?, None),
            Some(known) => {
                refuse_stopped(w.db(), known.row)?;
                if bad.as_ref() == Some(&known) {
                    w.replace_object(&known, &stored.name)?;
                    w.word("restored", "the stored bytes were gone or damaged");
                    unused.push(known.name);
                } else {
                    unused.push(stored.name.clone());
                }
                let others = exhibit::of_object(w.db(), known.row)?;
                (known.row, others.first().map(|first| first.row))
            }
        };
        w.keep_words(object, words.as_deref())?;
        let id = w.add_exhibit(&NewExhibit {
            account,
            object,
            file_name: new.file_name,
            source_url: new.source_url,
            captured: new.captured,
            method: new.method,
            warnings: new.warnings,
            duplicate_of,
        })?;
        Ok((id, unused))
    })?;
    Ok(done)
}

fn to_add(new: &Attach<'_>, stored: &Stored) -> Object {
    Object {
        row: 0,
        name: stored.name.clone(),
        sha256: stored.sha256,
        blake3: stored.blake3,
        size: stored.size,
        media_type: (new.sniff)(stored.head.get(..TELLS).unwrap_or(&stored.head)),
    }
}

/// The object that should hold these bytes and does not: its file is gone, cut or altered.
fn bad_object(session: &Session, stored: &Stored) -> Result<Option<Object>> {
    let known = session.read(|reader| object::by_hash(reader.db(), &stored.sha256))?;
    let Some(known) = known else { return Ok(None) };
    let read = objects::read_through(session.layout(), session.keyring(), &known, &mut |_| Ok(()));
    match read {
        Ok(()) => Ok(None),
        Err(Error::Missing(_) | Error::Damaged(_)) => Ok(Some(known)),
        Err(error) => Err(error),
    }
}

fn refuse_stopped(db: &Connection, object: i64) -> Result<()> {
    if object::stopped(db, object)?.is_none() {
        return Ok(());
    }
    Err(Error::refused(
        "stopped-bytes",
        "These bytes are stopped as an illegal image. They were not taken in; follow the unit's procedure.",
    ))
}

/// Gives every byte of an exhibit to `each`, authenticated and compared with the hash it was attached with.
///
/// # Errors
/// A stopped exhibit is refused by every path that comes through here, and every path does.
pub fn read(
    session: &Session,
    exhibit: &Exhibit,
    each: &mut dyn FnMut(&[u8]) -> Result<()>,
) -> Result<()> {
    let object = session.read(|reader| {
        refuse_if_stopped(reader, exhibit)?;
        object::by_row(reader.db(), exhibit.object)
    })?;
    objects::read_through(session.layout(), session.keyring(), &object, each)
}

/// What was made of an exhibit's bytes leaves only while the exhibit may.
///
/// # Errors
/// Refused by rule `stopped-illegal-image`.
pub fn refuse_if_stopped(reader: &Reader<'_>, exhibit: &Exhibit) -> Result<()> {
    if object::stopped(reader.db(), exhibit.object)?.is_none() {
        return Ok(());
    }
    Err(Error::refused(
        "stopped-illegal-image",
        format!(
            "Exhibit {} is stopped as an illegal image; only a supervisor can release it.",
            exhibit.label
        ),
    ))
}

#[cfg(test)]
#[path = "evidence_tests.rs"]
mod tests;
