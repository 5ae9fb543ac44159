//! The case folder: names of its files, `case.json`, and writing files so that
//! they are whole or absent.
//!
//! `case.json` · `slots/<random>.age` · `case.db` · `search.db` · `audit.head` ·
//! `evidence/<2 of 32 random hex>/<rest>.age` · `lock`

use crate::{Error, Host, Result};
use breakwater_model::{CaseId, Instant};
use serde::{Deserialize, Serialize};
use std::fs::{self, File, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

/// The format this program writes, and the newest it reads.
pub const FORMAT: u32 = 1;

/// Ends the name of a file that is not yet whole.
pub const TEMPORARY: &str = ".part";

/// Paths of one case folder.
#[derive(Debug, Clone)]
pub struct Layout {
    root: PathBuf,
}

impl Layout {
    /// Names the parts of the folder `root`; touches nothing.
    pub fn new(root: &Path) -> Self {
        Self {
            root: root.to_path_buf(),
        }
    }

    /// The folder itself.
    pub fn root(&self) -> &Path {
        &self.root
    }
    /// What can be read without a key: format version, case id, creation.
    pub fn case_json(&self) -> PathBuf {
        self.root.join("case.json")
    }
    /// The encrypted database.
    pub fn case_db(&self) -> PathBuf {
        self.root.join("case.db")
    }
    /// The derived, encrypted index.
    pub fn search_db(&self) -> PathBuf {
        self.root.join("search.db")
    }
    /// The head of the audit chain at the last lock, backup or export.
    pub fn audit_head(&self) -> PathBuf {
        self.root.join("audit.head")
    }
    /// Held while the case is open.
    pub fn lock(&self) -> PathBuf {
        self.root.join("lock")
    }
    /// Slots: age files of the keyring.
    pub fn slots(&self) -> PathBuf {
        self.root.join("slots")
    }
    /// Evidence objects.
    pub fn evidence(&self) -> PathBuf {
        self.root.join("evidence")
    }
    /// The file of the object with this name of 32 hex digits.
    pub fn object(&self, name: &str) -> PathBuf {
        let (folder, rest) = name.split_at_checked(2).unwrap_or(("xx", name));
        self.evidence().join(folder).join(format!("{rest}.age"))
    }
}

/// `case.json`. A copy stands in case.db: a flipped digit is damage, not "newer".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseJson {
    /// Always `breakwater case`.
    pub kind: String,
    /// Format version.
    pub format: u32,
    /// The case.
    pub case_id: CaseId,
    /// When it was made.
    pub created_at: Instant,
}

impl CaseJson {
    /// The text of the file; byte-stable.
    pub fn text(&self) -> Result<String> {
        Ok(serde_json::to_string_pretty(self)? + "\n")
    }

    /// Reads the file. A format beyond [`FORMAT`] is [`Error::Newer`].
    pub fn read(layout: &Layout) -> Result<Self> {
        let bytes = match fs::read(layout.case_json()) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                return Err(if layout.case_db().exists() {
                    Error::Missing("case.json".into())
                } else {
                    Error::NoCase
                });
            }
            Err(error) => return Err(Error::io("case.json")(error)),
        };
        let this: Self = serde_json::from_slice(&bytes)
            .map_err(|_| Error::Damaged("case.json cannot be read".into()))?;
        if this.text()?.as_bytes() != bytes || this.kind != "breakwater case" {
            return Err(Error::Damaged("case.json was altered".into()));
        }
        Ok(this)
    }
}

/// Writes a file so that it is whole under its name or absent, and durable on return.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    let name = file_name(path);
    let part = path.with_file_name(format!("{name}{TEMPORARY}"));
    let mut file = File::create(&part).map_err(Error::io(&name))?;
    file.write_all(bytes)
        .and_then(|()| file.sync_all())
        .map_err(Error::io(&name))?;
    drop(file);
    fs::rename(&part, path).map_err(Error::io(&name))?;
    sync_folder(path)
}

/// Files of the case folder and of its slots that are not whole; those of the evidence are told by
/// [`crate::objects::list`].
pub fn temporary(layout: &Layout) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for folder in [layout.root().to_path_buf(), layout.slots()] {
        let entries = match fs::read_dir(&folder) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => continue,
            entries => entries.map_err(Error::io(file_name(&folder)))?,
        };
        for entry in entries {
            let path = entry.map_err(Error::io(file_name(&folder)))?.path();
            if file_name(&path).ends_with(TEMPORARY) && path.is_file() {
                found.push(path);
            }
        }
    }
    Ok(found)
}

/// Makes the entry of `path` in its folder durable. Needed, and possible, only where folders can be opened.
pub fn sync_folder(path: &Path) -> Result<()> {
    #[cfg(unix)]
    if let Some(folder) = path.parent() {
        let folder = if folder.as_os_str().is_empty() {
            Path::new(".")
        } else {
            folder
        };
        File::open(folder)
            .and_then(|f| f.sync_all())
            .map_err(Error::io(file_name(folder)))?;
    }
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}

/// True if the folder is a case or lies within one, whatever the way it is named.
pub fn is_within_case(folder: &Path) -> std::io::Result<bool> {
    let is_case = |folder: &Path| {
        let layout = Layout::new(folder);
        layout.case_json().is_file() && layout.case_db().is_file()
    };
    Ok(folder.canonicalize()?.ancestors().any(is_case))
}

/// The last part of a path, for messages.
pub fn file_name(path: &Path) -> String {
    path.file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default()
}

/// Random lower-case hex digits, two a byte.
pub fn random_name<const N: usize>(host: &Host) -> String {
    hex(&host.random::<N>())
}

/// Lower-case hex.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes
        .iter()
        .fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
}

/// Reads hex; `None` for anything else.
pub fn unhex(text: &str) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(2) || !text.is_ascii() {
        return None;
    }
    (0..text.len())
        .step_by(2)
        .map(|at| {
            text.get(at..at + 2)
                .and_then(|pair| u8::from_str_radix(pair, 16).ok())
        })
        .collect()
}

/// The lock of an open case: released when dropped, even by a kill.
pub struct OpenLock(#[allow(dead_code, reason = "held, not read")] File);

impl OpenLock {
    /// Takes the lock, or says that the case is open elsewhere.
    pub fn take(layout: &Layout) -> Result<Self> {
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(layout.lock())
            .map_err(Error::io("lock"))?;
        Self::hold(file)
    }

    /// Takes the lock without making anything; a folder without a lock file is free.
    pub fn take_existing(layout: &Layout) -> Result<Option<Self>> {
        match OpenOptions::new().write(true).open(layout.lock()) {
            Ok(file) => Self::hold(file).map(Some),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(Error::io("lock")(error)),
        }
    }

    fn hold(file: File) -> Result<Self> {
        match fs4::FileExt::try_lock(&file) {
            Ok(()) => Ok(Self(file)),
            Err(fs4::TryLockError::WouldBlock) => Err(Error::OpenElsewhere),
            Err(fs4::TryLockError::Error(error)) => Err(Error::io("lock")(error)),
        }
    }
}
