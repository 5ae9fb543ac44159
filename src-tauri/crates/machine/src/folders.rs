//! Where this machine keeps what is no part of a case.

use std::path::{Path, PathBuf};

const NAME: &str = "breakwater";

/// Folders of the officer's account on this machine, and the unit's policy file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    /// Small settings: recent cases, hints. Never case content.
    pub config: PathBuf,
    /// The demonstration case.
    pub data: PathBuf,
    /// The unit's policy, put there by whoever runs the machine; officers cannot write it.
    pub policy: PathBuf,
}

impl Folders {
    /// The folders this system gives the officer's account; the present folder where it gives none.
    pub fn of_this_account() -> Self {
        Self {
            config: dirs::config_dir().unwrap_or_default().join(NAME),
            data: dirs::data_local_dir().unwrap_or_default().join(NAME),
            policy: policy_folder().join("policy.json"),
        }
    }

    /// All folders under one, as the tests of the window use them.
    pub fn under(folder: &Path) -> Self {
        Self {
            config: folder.to_owned(),
            data: folder.join("data"),
            policy: folder.join("policy.json"),
        }
    }

    /// Where the demonstration case lies.
    pub fn demonstration(&self) -> PathBuf {
        self.data.join("demonstration.case")
    }
}

fn policy_folder() -> PathBuf {
    if cfg!(windows) {
        std::env::var_os("ProgramData")
            .map_or_else(|| PathBuf::from(r"C:\ProgramData"), PathBuf::from)
            .join("Breakwater")
    } else if cfg!(target_os = "macos") {
        PathBuf::from("/Library/Application Support/Breakwater")
    } else {
        PathBuf::from("/etc").join(NAME)
    }
}
