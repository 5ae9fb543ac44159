//! What the officer chose or dropped, by token: the window never sees a path.

use crate::error;
use breakwater_model::exchange::{ChooseKind, ChosenView};
use breakwater_model::{ErrorCode, ErrorView};
use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

/// How a path came to be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Chosen in a dialog, for this purpose only.
    Chosen(ChooseKind),
    /// Dropped on the window; counts as chosen to read.
    Dropped,
}

/// Paths the officer gave the program, each under a token nobody can guess.
#[derive(Default)]
pub struct Chosen {
    known: HashMap<String, (Way, PathBuf)>,
}

impl Chosen {
    /// Keeps `path` under `token` and tells the window its name and size.
    pub fn keep(&mut self, token: String, way: Way, path: PathBuf) -> ChosenView {
        let view = ChosenView {
            token: token.clone(),
            name: name(&path),
            size: size(&path),
        };
        self.known.insert(token, (way, path));
        view
    }

    /// The path under `token` if it was chosen for this purpose, or dropped where the purpose is to read.
    ///
    /// # Errors
    /// *not-found* when the token is not known, or was given for another purpose.
    pub fn path(&self, token: &str, kind: ChooseKind) -> Result<PathBuf, ErrorView> {
        match self.known.get(token) {
            Some((Way::Chosen(chosen), path)) if *chosen == kind => Ok(path.clone()),
            Some((Way::Dropped, path)) if may_be_dropped(kind) => Ok(path.clone()),
            _ => Err(error::new(
                ErrorCode::NotFound,
                "This choice is no longer known: choose again.",
            )),
        }
    }

    /// Forgets everything, as at lock.
    pub fn clear(&mut self) {
        self.known.clear();
    }
}

const fn may_be_dropped(kind: ChooseKind) -> bool {
    matches!(
        kind,
        ChooseKind::OpenCase
            | ChooseKind::ImportFile
            | ChooseKind::CheckUpFiles
            | ChooseKind::EvidenceFiles
            | ChooseKind::OpenInvitation
            | ChooseKind::OpenMapping
            | ChooseKind::OpenLexicon
            | ChooseKind::OpenDirectory
            | ChooseKind::OpenCard
            | ChooseKind::OpenPackage
            | ChooseKind::OpenAnswer
            | ChooseKind::OpenTexts
    )
}

/// The last part of a path, for showing.
pub fn name(path: &Path) -> String {
    path.file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

fn size(path: &Path) -> String {
    let length =
        fs::metadata(path).map_or(0, |found| if found.is_file() { found.len() } else { 0 });
    length.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(way: Way, kind: ChooseKind, is_known: bool) {
        let mut chosen = Chosen::default();
        let view = chosen.keep("t".into(), way, "folder/list.csv".into());
        assert_eq!(view.name, "list.csv");
        assert_eq!(chosen.path("t", kind).is_ok(), is_known);
    }

    #[test]
    fn token_serves_only_the_purpose_it_was_chosen_for() {
        check(Way::Chosen(ChooseKind::SaveCsv), ChooseKind::SaveCsv, true);
        check(
            Way::Chosen(ChooseKind::ImportFile),
            ChooseKind::SaveCsv,
            false,
        );
        check(
            Way::Chosen(ChooseKind::SaveCsv),
            ChooseKind::ImportFile,
            false,
        );
    }

    #[test]
    fn dropped_file_can_be_read_and_never_written() {
        check(Way::Dropped, ChooseKind::EvidenceFiles, true);
        check(Way::Dropped, ChooseKind::ImportFile, true);
        check(Way::Dropped, ChooseKind::SaveCsv, false);
        check(Way::Dropped, ChooseKind::SaveExhibit, false);
    }

    #[test]
    fn unknown_or_forgotten_token_is_refused() {
        let mut chosen = Chosen::default();
        chosen.keep("t".into(), Way::Dropped, "a".into());
        assert!(chosen.path("u", ChooseKind::ImportFile).is_err());
        chosen.clear();
        let error = chosen.path("t", ChooseKind::ImportFile).unwrap_err();
        assert_eq!(error.code, ErrorCode::NotFound);
    }
}
