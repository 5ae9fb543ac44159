//! What a unit puts in the place of what comes with the program.

use crate::args::unit::Unit;
use crate::case::Desk;
use crate::directory;
use crate::output::Output;
use breakwater_casework::Result;

pub fn run(desk: &Desk, command: &Unit, output: &Output) -> Result<()> {
    match command {
        Unit::DirectoryImport(call) => directory::import(desk, call, output),
        Unit::DirectoryExport(call) => directory::export(desk, call, output),
        Unit::DirectoryReset(call) => directory::back(desk, call, output),
    }
}
