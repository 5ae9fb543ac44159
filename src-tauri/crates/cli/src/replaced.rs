//! Files that a call writes over: a script may write to one place again and again, but nobody is to lose a file without
//! being told. Whatever stands under the name before is replaced whole, or not at all.

use crate::output;
use clap::ArgMatches;
use std::path::PathBuf;

/// What the help says of it.
pub const SAID: &str = "A file that is to be written (--out, --errors, --rows) replaces what stands under its name, whole or not at all, and standard error says so.";

/// The arguments that name a file to write, and the one that does so for an import alone.
const WRITTEN: [&str; 2] = ["out", "errors"];
const OF_IMPORT: &str = "rows";

/// The files a call names to write that are there already.
pub fn there_already(call: &ArgMatches) -> Vec<PathBuf> {
    let (mut innermost, mut is_import) = (call, false);
    while let Some((name, inner)) = innermost.subcommand() {
        (innermost, is_import) = (inner, name == "import");
    }
    let rows = is_import.then_some(&OF_IMPORT);
    WRITTEN
        .iter()
        .chain(rows)
        .filter_map(|name| innermost.try_get_raw(name).ok().flatten())
        .flatten()
        .map(PathBuf::from)
        .filter(|path| path.is_file())
        .collect()
}

/// Says of each that it was replaced.
pub fn tell(files: &[PathBuf]) {
    for file in files {
        let name = file.file_name().unwrap_or(file.as_os_str());
        output::tell(&format!(
            "{} was there already and has been replaced",
            name.to_string_lossy()
        ));
    }
}
