//! Rejected rows as a file of their own: as they stand in the file they came in, with the reason in a last column.
//! What a spreadsheet would run is guarded, and read without the guard when the file comes back.

use crate::{Error, Result, outfile};
use breakwater_report::csv_guard::guard;
use csv::StringRecord;
use std::path::Path;

const WHAT: &str = "the rejected rows";

/// Takes one rejected row and its reason.
pub type Reject<'a> = dyn FnMut(&StringRecord, &str) -> Result<()> + 'a;

/// Writes what `each` gives. Gives the number of rows written; durable on return.
pub fn save(
    out: &Path,
    headers: &[String],
    each: impl FnOnce(&mut Reject<'_>) -> Result<()>,
) -> Result<u32> {
    let mut written = 0;
    let disk = |error: csv::Error| Error::Io {
        what: WHAT.into(),
        source: error.into(),
    };
    outfile::write_checked(out, |file| {
        file.write_all("\u{feff}".as_bytes())
            .map_err(Error::io(WHAT))?;
        let mut csv = csv::WriterBuilder::new().flexible(true).from_writer(file);
        csv.write_record(
            headers
                .iter()
                .map(String::as_str)
                .chain(["breakwater_reason"]),
        )
        .map_err(disk)?;
        each(&mut |record, reason| {
            let width = headers.len().max(record.len());
            let cells = (0..width).map(|at| record.get(at).unwrap_or_default());
            let cells = cells.chain([reason]).map(guard);
            csv.write_record(cells.map(|cell| cell.into_owned().into_bytes()))
                .map_err(disk)?;
            written += 1;
            Ok(())
        })?;
        csv.flush().map_err(Error::io(WHAT))
    })?;
    Ok(written)
}
