//! Where a look is kept while it lasts: a folder of its own among the system's temporary files, which nobody else
//! may enter, gone when the look is over and swept at the next start if the program was killed.

use crate::{Error, Host, Result};
use breakwater_casefile::layout::{self, Layout, OpenLock};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Begins the name of the folder; 32 random hex digits follow.
const NAME: &str = "breakwater-look-";
/// A folder without a lock is somebody's who is just beginning, unless it is older than this.
const BEGINNING: Duration = Duration::from_hours(24);

/// The folder. It is removed when this is dropped.
pub(super) struct Place(PathBuf);

impl Place {
    /// Makes the folder; only this account may enter it.
    pub(super) fn make(host: &Host, among: &Path) -> Result<Self> {
        let path = among.join(format!("{NAME}{}", layout::random_name::<16>(host)));
        let mut builder = fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder
            .create(&path)
            .map_err(Error::io("a temporary folder"))?;
        Ok(Self(path))
    }

    /// The folder.
    pub(super) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Removes what looks left behind that were cut short, and tells how many: folders with our kind of name, of this
/// account, that no running program holds. What is not ours by all three stays.
pub fn sweep() -> u32 {
    sweep_among(&std::env::temp_dir())
}

/// The same among the folders there.
pub fn sweep_among(among: &Path) -> u32 {
    let Ok(entries) = fs::read_dir(among) else {
        return 0;
    };
    let mut swept = 0;
    for entry in entries.flatten() {
        let path = entry.path();
        let is_left = is_our_name(&layout::file_name(&path)) && is_our_own(&path) && is_free(&path);
        if is_left && fs::remove_dir_all(&path).is_ok() {
            swept += 1;
        }
    }
    swept
}

fn is_our_name(name: &str) -> bool {
    name.strip_prefix(NAME).is_some_and(|digits| {
        digits.len() == 32 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
    })
}

/// True for a folder, and no link to one, of the account this program runs as.
fn is_our_own(path: &Path) -> bool {
    let Ok(found) = fs::symlink_metadata(path) else {
        return false;
    };
    found.is_dir() && is_of_this_account(&found)
}

#[cfg(unix)]
fn is_of_this_account(found: &fs::Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    let own = tempfile::tempfile().and_then(|file| file.metadata());
    own.is_ok_and(|own| own.uid() == found.uid())
}

/// Elsewhere the folder of temporary files is the account's own.
#[cfg(not(unix))]
fn is_of_this_account(_found: &fs::Metadata) -> bool {
    true
}

fn is_free(path: &Path) -> bool {
    match OpenLock::take_existing(&Layout::new(path)) {
        Ok(Some(_)) => true,
        Ok(None) => path
            .metadata()
            .and_then(|found| found.modified())
            .is_ok_and(|at| at.elapsed().is_ok_and(|age| age > BEGINNING)),
        Err(_) => false,
    }
}
