//! Pasted links: known or not, on a register or not.

use crate::args::Paste;
use crate::case::Desk;
use crate::input;
use crate::output::Output;
use breakwater_casework::{Result, paste as links};

pub fn paste(desk: &Desk, call: &Paste, output: &Output) -> Result<()> {
    let text = input::text(&call.input)?;
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
