//! Attaching and giving out: the object is durable before any row names it.

use crate::audit::Action;
use crate::session::Session;
use crate::table::exhibit::{self, Exhibit, NewExhibit};
use crate::table::object::{self, Object};
use crate::{Error, Result, objects};
use breakwater_model::audit::Operation;
use breakwater_model::evidence::WarningTag;
use breakwater_model::{AccountId, ExhibitId, WorldTime};
use std::io::Read;

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
    let media_type = (new.sniff)(&stored.head);
    let action =
        Action::new(Operation::Collection, "exhibit-attached", "exhibit").on(new.account.uuid());
    let written = session.write(action, |w| {
        let known = object::by_hash(w.db(), &stored.sha256)?;
        let (row, duplicate_of) = if let Some(known) = &known {
                if object::stopped(w.db(), known.row)?.is_some() {
                    return Err(Error::refused(
                        "stopped-bytes",
                        "These bytes are stopped as an illegal image. They were not taken in; follow the unit's procedure.",
                    ));
                }
                let first = exhibit::of_object(w.db(), known.row)?.first().map(|first| first.row);
                (known.row, first)
            } else {
                let new = Object {
                    row: 0,
                    name: stored.name.clone(),
                    sha256: stored.sha256,
                    blake3: stored.blake3,
                    size: stored.size,
                    media_type: media_type.clone(),
                };
                (w.add_object(&new)?, None)
            };
        let id = w.add_exhibit(&NewExhibit {
            account,
            object: row,
            file_name: new.file_name,
            source_url: new.source_url,
            captured: new.captured,
            method: new.method,
            warnings: new.warnings,
            duplicate_of,
        })?;
        Ok((id, known.is_some()))
    });
    match written {
        Ok(((id, is_duplicate), _)) => {
            if is_duplicate {
                objects::discard(session.layout(), &stored.name)?;
            }
            Ok(id)
        }
        Err(error) => {
            objects::discard(session.layout(), &stored.name)?;
            Err(error)
        }
    }
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
        if object::stopped(reader.db(), exhibit.object)?.is_some() {
            return Err(Error::refused(
                "stopped-illegal-image",
                format!(
                    "Exhibit {} is stopped as an illegal image; only a supervisor can release it.",
                    exhibit.label
                ),
            ));
        }
        object::by_row(reader.db(), exhibit.object)
    })?;
    objects::read_through(session.layout(), session.keyring(), &object, each)
}
