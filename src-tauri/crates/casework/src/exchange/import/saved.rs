//! Mappings an officer saved: kept in the case as that officer's screen state, by name, in their text form.
//!
//! How a file is read is no fact of the case: the batch keeps the header, the rows keep what was read.

use super::Preview;
use super::mapping::Mapping;
use crate::{Error, Result, Session, outfile};
use breakwater_casefile::table::place;
use breakwater_model::import::SavedMappingView;
use std::path::Path;

/// Before the name, in the key of the screen state.
const KEY: &str = "import-mapping:";
/// Bytes of a mapping file.
const LONGEST: u64 = 1 << 20;
/// Mappings one officer keeps.
const MOST: usize = 500;

fn key(name: &str) -> String {
    format!("{KEY}{name}")
}

/// All of this officer's mappings, by name.
pub fn all(session: &Session) -> Result<Vec<Mapping>> {
    let kept = session.read(|reader| place::beginning(reader, session.officer().row, KEY))?;
    Ok(kept
        .into_iter()
        .filter_map(|(key, text)| Mapping::read(key.strip_prefix(KEY)?, &text).ok())
        .collect())
}

/// As the window lists them.
pub fn list(session: &Session) -> Result<Vec<SavedMappingView>> {
    let view = |mapping: Mapping| SavedMappingView {
        name: mapping.name,
        columns: mapping
            .columns
            .into_iter()
            .map(|(header, _)| header)
            .collect(),
    };
    Ok(all(session)?.into_iter().map(view).collect())
}

/// One by name.
///
/// # Errors
/// There is none of this name.
pub fn named(session: &Session, name: &str) -> Result<Mapping> {
    let found = all(session)?
        .into_iter()
        .find(|mapping| mapping.name == name.trim());
    found.ok_or_else(|| Error::Invalid(format!("You have kept no mapping {name:?} in this case.")))
}

/// Keeps the columns of a preview under a name.
///
/// # Errors
/// Refused by rule `mapping-kept` where another one has the name and `replaces` does not say so.
pub fn save(session: &Session, preview: &Preview, name: &str, replaces: bool) -> Result<()> {
    let columns = preview.columns.written.iter().cloned();
    let fields = preview.columns.fields.iter().copied();
    let mapping = Mapping::saved(name, columns.zip(fields).collect())?;
    keep(session, &mapping, replaces)
}

/// Keeps the mapping of a file; gives its name.
///
/// # Errors
/// Not a mapping; like [`save`].
pub fn take(session: &Session, file: &Path, replaces: bool) -> Result<String> {
    let mapping = read(file)?;
    keep(session, &mapping, replaces)?;
    Ok(mapping.name)
}

/// Reads the mapping of a file.
///
/// # Errors
/// Not a mapping.
pub fn read(file: &Path) -> Result<Mapping> {
    let size = file
        .metadata()
        .map_err(Error::io("the mapping file"))?
        .len();
    if size > LONGEST {
        return Err(Error::Invalid(
            "The file is too long to be a mapping.".into(),
        ));
    }
    let text = std::fs::read_to_string(file).map_err(Error::io("the mapping file"))?;
    let name = file
        .file_stem()
        .map(|name| name.to_string_lossy().into_owned());
    Mapping::read(&name.unwrap_or_default(), &text)
}

/// Writes a mapping as a file for a colleague: headers and fields, no word of a row.
pub fn share(session: &Session, name: &str, out: &Path) -> Result<()> {
    let text = named(session, name)?.text();
    outfile::write_checked(out, |file| {
        file.write_all(text.as_bytes())
            .map_err(Error::io("the mapping file"))
    })?;
    Ok(())
}

/// Gives a mapping another name.
///
/// # Errors
/// There is none of this name; like [`save`].
pub fn rename(session: &Session, name: &str, to: &str) -> Result<()> {
    let mapping = named(session, name)?;
    let renamed = Mapping::saved(to, mapping.columns)?;
    if renamed.name == mapping.name {
        return Ok(());
    }
    keep(session, &renamed, false)?;
    forget(session, &mapping.name)
}

/// Forgets a mapping.
pub fn forget(session: &Session, name: &str) -> Result<()> {
    session.place(|placer| placer.forget(&key(name)))
}

fn keep(session: &Session, mapping: &Mapping, replaces: bool) -> Result<()> {
    let there = all(session)?;
    if !replaces && there.iter().any(|kept| kept.name == mapping.name) {
        return Err(Error::refused(
            "mapping-kept",
            format!(
                "There is a mapping {:?} already. Give another name, or replace it.",
                mapping.name
            ),
        ));
    }
    if there.len() >= MOST {
        return Err(Error::Invalid(format!(
            "You keep {MOST} mappings already. Forget one first."
        )));
    }
    session.place(|placer| placer.put(&key(&mapping.name), &mapping.text()))
}
