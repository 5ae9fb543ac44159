//! Cases opened on this machine before. The file holds where they are, when they
//! were opened, and in which colours the window was seen last; nothing of what is in them.

use crate::chosen;
use breakwater_model::Instant;
use breakwater_model::case::RecentCaseView;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};
use std::{fs, io};

const FILE: &str = "breakwater.json";
const KEPT: usize = 12;

/// A case opened before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecentCase {
    token: String,
    path: PathBuf,
    opened_at: Instant,
}

impl RecentCase {
    /// The case as the first screen shows it.
    pub fn view(&self) -> RecentCaseView {
        RecentCaseView {
            token: self.token.clone(),
            name: chosen::name(&self.path),
            opened_at: self.opened_at,
            is_there: self.path.join("case.json").is_file(),
        }
    }
}

/// The list of cases opened before, newest first, kept on disk.
#[derive(Debug, Default)]
pub struct Recent {
    folder: PathBuf,
    cases: Vec<RecentCase>,
    theme: Option<String>,
}

#[derive(Default, Serialize, Deserialize)]
struct OnDisk {
    recent: Vec<RecentCase>,
    #[serde(default)]
    theme: Option<String>,
}

impl Recent {
    /// Reads the list; one that is missing or cannot be read begins anew, since it is a convenience.
    pub fn read(folder: PathBuf) -> Self {
        let read = fs::read(folder.join(FILE)).ok();
        let on_disk: OnDisk = read
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default();
        Self {
            folder,
            cases: on_disk.recent,
            theme: on_disk.theme,
        }
    }

    /// The list as the first screen shows it.
    pub fn view(&self) -> Vec<RecentCaseView> {
        self.cases.iter().map(RecentCase::view).collect()
    }

    /// The case at `path`, if it was opened before.
    pub fn at(&self, path: &Path) -> Option<&RecentCase> {
        self.cases.iter().find(|case| case.path == path)
    }

    /// Where the case of `token` is.
    pub fn path(&self, token: &str) -> Option<PathBuf> {
        self.cases
            .iter()
            .find(|case| case.token == token)
            .map(|case| case.path.clone())
    }

    /// Puts the case at `path` first. A case met before keeps its token.
    ///
    /// # Errors
    /// The list cannot be written.
    pub fn opened(&mut self, path: &Path, token: String, now: Instant) -> io::Result<()> {
        let token = self.at(path).map_or(token, |case| case.token.clone());
        self.cases.retain(|case| case.path != path);
        self.cases.insert(
            0,
            RecentCase {
                token,
                path: path.to_owned(),
                opened_at: now,
            },
        );
        self.cases.truncate(KEPT);
        self.write()
    }

    /// The colours of the window when a case was last open.
    pub fn theme(&self) -> Option<&str> {
        self.theme.as_deref()
    }

    /// Keeps the colours for the screens before a case is open.
    ///
    /// # Errors
    /// The list cannot be written.
    pub fn seen_in(&mut self, theme: &str) -> io::Result<()> {
        if self.theme() == Some(theme) {
            return Ok(());
        }
        self.theme = Some(theme.to_owned());
        self.write()
    }

    /// Takes a case from the list.
    ///
    /// # Errors
    /// The list cannot be written.
    pub fn forget(&mut self, token: &str) -> io::Result<()> {
        self.cases.retain(|case| case.token != token);
        self.write()
    }

    fn write(&self) -> io::Result<()> {
        fs::create_dir_all(&self.folder)?;
        let on_disk = OnDisk {
            recent: self.cases.clone(),
            theme: self.theme.clone(),
        };
        let new = self.folder.join(format!("{FILE}.new"));
        fs::write(&new, serde_json::to_vec_pretty(&on_disk)?)?;
        fs::rename(&new, self.folder.join(FILE))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recent_cases_outlive_the_program_newest_first() {
        let folder = tempfile::tempdir().unwrap();
        let mut recent = Recent::read(folder.path().to_owned());
        recent
            .opened(Path::new("a.case"), "1".into(), Instant(1_000))
            .unwrap();
        recent
            .opened(Path::new("b.case"), "2".into(), Instant(2_000))
            .unwrap();
        recent
            .opened(Path::new("a.case"), "3".into(), Instant(3_000))
            .unwrap();
        let read = Recent::read(folder.path().to_owned());
        let names: Vec<_> = read
            .view()
            .into_iter()
            .map(|case| (case.name, case.token))
            .collect();
        assert_eq!(
            names,
            [("a.case".into(), "1".into()), ("b.case".into(), "2".into())]
        );
        assert_eq!(read.path("2"), Some(PathBuf::from("b.case")));
    }

    #[test]
    fn forgotten_case_is_gone_from_disk_too() {
        let folder = tempfile::tempdir().unwrap();
        let mut recent = Recent::read(folder.path().to_owned());
        recent
            .opened(Path::new("a.case"), "1".into(), Instant(1_000))
            .unwrap();
        recent.forget("1").unwrap();
        assert!(Recent::read(folder.path().to_owned()).view().is_empty());
    }

    #[test]
    fn colours_are_known_before_a_case_is_open() {
        let folder = tempfile::tempdir().unwrap();
        let mut recent = Recent::read(folder.path().to_owned());
        assert_eq!(recent.theme(), None);
        recent.seen_in("contrast").unwrap();
        recent
            .opened(Path::new("a.case"), "1".into(), Instant(1_000))
            .unwrap();
        assert_eq!(
            Recent::read(folder.path().to_owned()).theme(),
            Some("contrast")
        );
    }

    #[test]
    fn broken_list_begins_anew() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(FILE), "{").unwrap();
        assert!(Recent::read(folder.path().to_owned()).view().is_empty());
    }
}
