//! Where the officer was: small named values of screen state.

use crate::{Error, Result, Session};
use breakwater_casefile::table::place;

/// No value is longer than this many bytes.
const LONGEST: usize = 64 * 1024;

/// The value under `key`.
pub fn read(session: &Session, key: &str) -> Result<Option<String>> {
    session.read(|reader| place::get(reader, session.officer().row, key))
}

/// Keeps a value.
pub fn save(session: &Session, key: &str, value: &str) -> Result<()> {
    if key.len() > 200 || value.len() > LONGEST {
        return Err(Error::Invalid(
            "This is too long to be kept as screen state.".into(),
        ));
    }
    session.place(|placer| placer.put(key, value))
}
