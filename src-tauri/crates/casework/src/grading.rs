//! The 3x5x2 grading of intelligence: source 1 to 3, information A to E, handling P or C (College of Policing, Authorised
//! Professional Practice, intelligence report). Asked where intelligence leaves whoever has it: of an intelligence report
//! and of a colleague's export, not of every look.

use crate::{Error, Result};

/// Reads a grading such as 2BP, in either case.
///
/// # Errors
/// It is none.
pub(crate) fn read(grading: &str) -> Result<String> {
    let grading = grading.trim().to_uppercase();
    if matches!(grading.as_bytes(), [b'1'..=b'3', b'A'..=b'E', b'P' | b'C']) {
        return Ok(grading);
    }
    Err(Error::Invalid(format!(
        "{grading:?} is not a 3x5x2 grading such as 2BP: source 1 to 3, information A to E, handling P or C."
    )))
}
