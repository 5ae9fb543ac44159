//! The directory as a file: read and compared before it is taken, written as it is read.

use super::change::write;
use super::{stands, table};
use crate::{Error, Result, Session, infile, outfile};
use breakwater_casefile::{Action, layout};
use breakwater_model::audit::Operation;
use breakwater_model::directory::{
    ChannelDiffKind, ChannelDiffView, ChannelFieldView, ChannelView, DirectoryFileView,
};
use std::path::Path;

/// Bytes of a directory file.
const LONGEST: u64 = 4 << 20;

/// What taking a file would change, with every fault by line. Nothing is written.
pub fn preview(session: &Session, file: &Path) -> Result<DirectoryFileView> {
    Ok(read(session, file)?.0)
}

/// Takes a file: it stands in the place of the directory, unless it has a fault or changes nothing.
pub fn take(session: &Session, file: &Path) -> Result<DirectoryFileView> {
    let (view, channels) = read(session, file)?;
    if !view.faults.is_empty() || view.differences.is_empty() {
        return Ok(view);
    }
    let version = write(session, &channels, "directory-imported")?;
    Ok(DirectoryFileView {
        version: Some(version),
        ..view
    })
}

/// Writes the directory of the case as CSV, read back before it gets its name; gives its SHA-256, hex.
pub fn save(session: &Session, out: &Path) -> Result<String> {
    let directory = session.read(stands)?;
    let action = Action::new(Operation::Consultation, "directory-exported", "directory")
        .word("version", &directory.version);
    session.note(action)?;
    let name = layout::file_name(out);
    let text = table::write(&directory.channels);
    outfile::write_checked(out, |to| {
        to.write_all(text.as_bytes()).map_err(Error::io(&name))
    })
}

fn read(session: &Session, file: &Path) -> Result<(DirectoryFileView, Vec<ChannelView>)> {
    let stands = session.read(stands)?;
    let file_name = layout::file_name(file);
    let text = infile::text(file, LONGEST, "directory")?;
    let today = session.host().now().utc().date_naive();
    Ok(match table::read(&text, Some(today)) {
        Err(faults) => (
            DirectoryFileView {
                file_name,
                faults,
                ..DirectoryFileView::default()
            },
            Vec::new(),
        ),
        Ok(channels) => {
            let differences = compared(&stands.channels, &channels);
            let same = channels.iter().filter(|one| stands.channels.contains(one));
            let unchanged = u32::try_from(same.count()).unwrap_or(u32::MAX);
            let view = DirectoryFileView {
                file_name,
                differences,
                unchanged,
                ..DirectoryFileView::default()
            };
            (view, channels)
        }
    })
}

fn compared(before: &[ChannelView], after: &[ChannelView]) -> Vec<ChannelDiffView> {
    let is_same = |one: &ChannelView, other: &ChannelView| {
        one.platform == other.platform && one.channel == other.channel
    };
    let diff = |view: &ChannelView, kind, fields| ChannelDiffView {
        platform: view.platform.clone(),
        channel: view.channel.clone(),
        kind,
        fields,
    };
    let mut all = Vec::new();
    for view in after {
        match before.iter().find(|old| is_same(old, view)) {
            None => all.push(diff(view, ChannelDiffKind::Added, Vec::new())),
            Some(old) if old == view => {}
            Some(old) => all.push(diff(view, ChannelDiffKind::Changed, fields(old, view))),
        }
    }
    let gone = before
        .iter()
        .filter(|old| !after.iter().any(|view| is_same(old, view)));
    all.extend(gone.map(|old| diff(old, ChannelDiffKind::Removed, Vec::new())));
    all
}

fn fields(before: &ChannelView, after: &ChannelView) -> Vec<ChannelFieldView> {
    let (old, new) = (table::cells(before), table::cells(after));
    let said = |cells: &std::collections::BTreeMap<String, String>, column: &str| {
        cells.get(column).cloned().unwrap_or_default()
    };
    table::COLUMNS
        .into_iter()
        .map(|column| ChannelFieldView {
            field: column.to_owned(),
            before: said(&old, column),
            after: said(&new, column),
        })
        .filter(|field| field.before != field.after)
        .collect()
}
