//! Outputs of a referral as objects of the case: encrypted as evidence is, hashed, and given out byte for byte.

use crate::objects::{self, Stored};
use crate::session::Session;
use crate::table::object::{self, Object};
use crate::writer::Writer;
use crate::{Error, Reader, Result};
use rusqlite::named_params;
use std::io::{Cursor, Read};

/// Makes bytes durable under the case's key. A row names them next, or [`forget`] takes them away again.
pub fn keep(session: &Session, bytes: &[u8]) -> Result<Stored> {
    keep_from(session, &mut Cursor::new(bytes))
}

/// The same of bytes that are read to their end; memory holds a few chunks of them.
pub fn keep_from(session: &Session, source: &mut (dyn Read + Send)) -> Result<Stored> {
    objects::store(
        session.host(),
        session.layout(),
        session.keyring(),
        source,
        &mut |_| true,
    )
}

/// Takes away bytes that no row names.
pub fn forget(session: &Session, stored: &Stored) {
    // What cannot be removed now is swept at the next unlock.
    let _ = objects::discard(session.layout(), &stored.name);
}

impl Writer<'_> {
    /// The row of kept bytes, and true if the same bytes were an object before: then the new file is not needed.
    pub fn kept_object(&mut self, stored: &Stored, media_type: &str) -> Result<(i64, bool)> {
        if let Some(known) = object::by_hash(self.db(), &stored.sha256)? {
            return Ok((known.row, true));
        }
        let row = self.add_object(&Object {
            row: 0,
            name: stored.name.clone(),
            sha256: stored.sha256,
            blake3: stored.blake3,
            size: stored.size,
            media_type: media_type.to_owned(),
        })?;
        Ok((row, false))
    }
}

/// The bytes of an object, authenticated and compared with their hash.
///
/// # Errors
/// As [`read_through`].
pub fn read(session: &Session, row: i64) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    read_through(session, row, &mut |chunk| {
        bytes.extend_from_slice(chunk);
        Ok(())
    })?;
    Ok(bytes)
}

/// Gives the bytes of an object chunk by chunk; at the end they were compared with their hash.
///
/// # Errors
/// [`Error::Damaged`] or [`Error::Missing`] if they are not what was sealed; refused by rule
/// `what-names-an-erased-account-is-blocked`.
pub fn read_through(
    session: &Session,
    row: i64,
    each: &mut dyn FnMut(&[u8]) -> Result<()>,
) -> Result<()> {
    let object = session.read(|reader| {
        refuse_erased(reader, row)?;
        object::by_row(reader.db(), row)
    })?;
    objects::read_through(session.layout(), session.keyring(), &object, each)
}

/// Bytes that name an erased account are gone, or blocked while others in them stand.
fn refuse_erased(reader: &Reader<'_>, row: i64) -> Result<()> {
    let is_blocked: bool = reader
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM object WHERE id = :id AND is_erased)
               OR EXISTS (SELECT 1 FROM sealed_output s JOIN referral_version v ON v.id = s.version
                 WHERE s.object = :id AND v.is_erased)
               OR EXISTS (SELECT 1 FROM letter_output s JOIN letter_version v ON v.id = s.version
                 WHERE s.object = :id AND v.is_erased)",
        )?
        .query_row(named_params! { ":id": row }, |row| row.get(0))?;
    if !is_blocked {
        return Ok(());
    }
    Err(Error::refused(
        "what-names-an-erased-account-is-blocked",
        "This was sealed with an account that was erased since. It is not given out again; its hash stays.",
    ))
}
