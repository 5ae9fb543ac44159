//! Pasted links: known or not, on a register or not.

use crate::args::Paste;
use crate::case::Desk;
use crate::output::Output;
use breakwater_casework::{Error, Result, paste as links};
use std::io::Read;

pub fn paste(desk: &Desk, call: &Paste, output: &Output) -> Result<()> {
    let text = if call.input == "-" {
        let mut bytes = Vec::new();
        std::io::stdin()
            .lock()
            .read_to_end(&mut bytes)
            .map_err(Error::io("standard input"))?;
        String::from_utf8_lossy(&bytes).into_owned()
    } else {
        call.input.clone()
    };
    let open = desk.open(&call.case)?;
    open.session.settle();
    if call.add {
        links::add(&open.session, &text)?;
    }
    for link in links::look_up(&open.session, &text)? {
        output.line(&link)?;
    }
    open.end()
}
