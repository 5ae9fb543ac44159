//! Mappings an officer saved: kept in the case as that officer's screen state, by name, in their text form.
//!
//! How a file is read is no fact of the case: the batch keeps the header, the rows keep what was read.

use super::Preview;
use super::mapping::Mapping;
use crate::{Error, Result, Session, outfile};
use breakwater_casefile::table::place;
use breakwater_model::mapping::SavedMappingView;
use std::path::Path;

/// Bytes of a mapping file.
const LONGEST: u64 = 1 << 20;
/// Mappings of one kind that one officer keeps.
const MOST: usize = 500;

/// A mapping of a kind of file, as it is kept and shared.
pub trait Kept: Sized {
    /// Before the name, in the key of the screen state.
    const KEY: &'static str;
    /// Reads the text form; `name` is what it is called if it does not say so itself.
    ///
    /// # Errors
    /// Not a mapping, with the line.
    fn read(name: &str, text: &str) -> Result<Self>;
    /// The text form.
    fn text(&self) -> String;
    /// What it is called.
    fn name(&self) -> &str;
    /// The same under another name.
    ///
    /// # Errors
    /// A name that is none.
    fn renamed(self, name: &str) -> Result<Self>;
    /// The headers it names.
    fn headers(&self) -> Vec<String>;
}

impl Kept for Mapping {
    const KEY: &'static str = "import-mapping:";

    fn read(name: &str, text: &str) -> Result<Self> {
        Self::read(name, text)
    }

    fn text(&self) -> String {
        self.text()
    }

    fn name(&self) -> &str {
        &self.name
    }

    fn renamed(self, name: &str) -> Result<Self> {
        Self::saved(name, self.columns)
    }

    fn headers(&self) -> Vec<String> {
        let headers = self.columns.iter();
        headers.map(|(header, _)| header.clone()).collect()
    }
}

fn key<M: Kept>(name: &str) -> String {
    format!("{}{name}", M::KEY)
}

/// All of this officer's mappings of a kind, by name.
pub fn all<M: Kept>(session: &Session) -> Result<Vec<M>> {
    let kept = session.read(|reader| place::beginning(reader, session.officer().row, M::KEY))?;
    Ok(kept
        .into_iter()
        .filter_map(|(key, text)| M::read(key.strip_prefix(M::KEY)?, &text).ok())
        .collect())
}

/// As the window lists them.
pub fn list<M: Kept>(session: &Session) -> Result<Vec<SavedMappingView>> {
    let view = |mapping: M| SavedMappingView {
        name: mapping.name().to_owned(),
        columns: mapping.headers(),
    };
    Ok(all(session)?.into_iter().map(view).collect())
}

/// One by name.
///
/// # Errors
/// There is none of this name.
pub fn named<M: Kept>(session: &Session, name: &str) -> Result<M> {
    let found = all::<M>(session)?
        .into_iter()
        .find(|mapping| mapping.name() == name.trim());
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
pub fn take<M: Kept>(session: &Session, file: &Path, replaces: bool) -> Result<String> {
    let mapping: M = read(file)?;
    keep(session, &mapping, replaces)?;
    Ok(mapping.name().to_owned())
}

/// Reads the mapping of a file.
///
/// # Errors
/// Not a mapping.
pub fn read<M: Kept>(file: &Path) -> Result<M> {
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
    M::read(&name.unwrap_or_default(), &text)
}

/// Writes a mapping as a file for a colleague: what is made of headers and wordings, and no account.
pub fn share<M: Kept>(session: &Session, name: &str, out: &Path) -> Result<()> {
    let text = named::<M>(session, name)?.text();
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
pub fn rename<M: Kept>(session: &Session, name: &str, to: &str) -> Result<()> {
    let renamed = named::<M>(session, name)?.renamed(to)?;
    if renamed.name() == name.trim() {
        return Ok(());
    }
    keep(session, &renamed, false)?;
    forget::<M>(session, name.trim())
}

/// Forgets a mapping.
pub fn forget<M: Kept>(session: &Session, name: &str) -> Result<()> {
    session.place(|placer| placer.forget(&key::<M>(name)))
}

/// Keeps a mapping under its name.
///
/// # Errors
/// Like [`save`].
pub fn keep<M: Kept>(session: &Session, mapping: &M, replaces: bool) -> Result<()> {
    let there = all::<M>(session)?;
    let is_there = there.iter().any(|kept| kept.name() == mapping.name());
    if !replaces && is_there {
        return Err(Error::refused(
            "mapping-kept",
            format!(
                "There is a mapping {:?} already. Give another name, or replace it.",
                mapping.name()
            ),
        ));
    }
    if !is_there && there.len() >= MOST {
        return Err(Error::Invalid(format!(
            "You keep {MOST} mappings already. Forget one first."
        )));
    }
    session.place(|placer| placer.put(&key::<M>(mapping.name()), &mapping.text()))
}
