//! Small text files that an officer hands in.

use crate::{Error, Result};
use breakwater_casefile::layout;
use std::fs;
use std::path::Path;

/// The text of a file.
///
/// # Errors
/// It is longer than `longest` bytes, or not UTF-8; `what` says what it was taken for.
pub(crate) fn text(file: &Path, longest: u64, what: &str) -> Result<String> {
    let name = layout::file_name(file);
    let size = fs::metadata(file).map_err(Error::io(&name))?.len();
    if size > longest {
        return Err(Error::Invalid(format!(
            "{name} is larger than a {what} may be ({} KB).",
            longest >> 10
        )));
    }
    let bytes = fs::read(file).map_err(Error::io(&name))?;
    String::from_utf8(bytes)
        .map_err(|_| Error::Invalid(format!("{name} is not UTF-8: save it in UTF-8.")))
}
