//! What is given as an argument or on standard input.

use crate::output::tell;
use breakwater_casework::{Error, Result};
use std::io::{BufRead, IsTerminal, Read};

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

/// Asks whoever sits at the terminal to type a word before something is signed; true if nobody sits there: a script has
/// decided already.
///
/// # Errors
/// Standard input cannot be read.
pub fn agreed(word: &str, what: &str) -> Result<bool> {
    let mut stdin = std::io::stdin().lock();
    if !(stdin.is_terminal() && std::io::stderr().is_terminal()) {
        return Ok(true);
    }
    tell(&format!(
        "Type {word} to {what}; anything else leaves it as it is."
    ));
    let mut line = String::new();
    stdin
        .read_line(&mut line)
        .map_err(Error::io("standard input"))?;
    Ok(line.trim() == word)
}
