//! What is given as an argument or on standard input.

use breakwater_casework::{Error, Result};
use std::io::Read;

/// The argument itself, or all of standard input for `-`; bytes that are no UTF-8 are replaced.
pub fn text(argument: &str) -> Result<String> {
    if argument != "-" {
        return Ok(argument.to_owned());
    }
    let mut bytes = Vec::new();
    std::io::stdin()
        .lock()
        .read_to_end(&mut bytes)
        .map_err(Error::io("standard input"))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
