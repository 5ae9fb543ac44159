//! What can go wrong with a case on disk. Messages name the part of the case,
//! never a whole path, a key or a word of the data.

use breakwater_model::{ErrorCode, ErrorView};

/// A failure of the case file.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The passphrase opens no slot.
    #[error("This passphrase does not open the case.")]
    WrongPassphrase,
    /// A part of the case was altered or cannot be read.
    #[error("The case is damaged: {0}.")]
    Damaged(String),
    /// A part of the case is not on disk.
    #[error("The case is incomplete: {0} is not there.")]
    Missing(String),
    /// Made by a newer version.
    #[error(
        "This case was made by a newer version of Breakwater (format {found}; this one reads up to {known})."
    )]
    Newer {
        /// The format found.
        found: u32,
        /// The newest this program reads.
        known: u32,
    },
    /// Somebody has it open.
    #[error("This case is already open in another window or program.")]
    OpenElsewhere,
    /// There is no case there.
    #[error("There is no case in this folder.")]
    NoCase,
    /// Something is there already.
    #[error("{0} is already there; nothing was overwritten.")]
    AlreadyExists(String),
    /// No such record.
    #[error("There is no {0} with this id in the case.")]
    NotFound(&'static str),
    /// What was asked makes no sense as written.
    #[error("{0}")]
    Invalid(String),
    /// The officer asked to stop.
    #[error("Stopped as asked; nothing of it was kept.")]
    Cancelled,
    /// A rule refuses.
    #[error("{message}")]
    Refused {
        /// The rule's name.
        rule: &'static str,
        /// What is refused and what to do.
        message: String,
        /// Names of what is missing.
        missing: Vec<String>,
    },
    /// Reading or writing failed.
    #[error("{what} could not be read or written: {source}.")]
    Io {
        /// Which file, by its name alone.
        what: String,
        /// Why.
        source: std::io::Error,
    },
    /// The database refused.
    #[error("The case database refused: {0}.")]
    Sql(rusqlite::Error),
    /// A fault of the program itself.
    #[error("A fault of the program: {0}.")]
    Internal(String),
}

/// The result of work on a case file.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// Wraps an input or output error with the name of the file.
    pub fn io(what: impl Into<String>) -> impl FnOnce(std::io::Error) -> Self {
        let what = what.into();
        move |source| Self::Io { what, source }
    }

    /// True if reading or writing this file failed.
    pub fn is_of(&self, file: &str) -> bool {
        matches!(self, Self::Io { what, .. } if what == file)
    }

    /// A rule that refuses, with nothing missing by name.
    pub fn refused(rule: &'static str, message: impl Into<String>) -> Self {
        Self::Refused {
            rule,
            message: message.into(),
            missing: Vec::new(),
        }
    }

    /// What the window and the command line are told. The edge adds the incident number.
    pub fn view(&self) -> ErrorView {
        let (rule, missing) = match self {
            Self::Refused { rule, missing, .. } => (Some((*rule).to_owned()), missing.clone()),
            _ => (None, Vec::new()),
        };
        ErrorView {
            code: self.code(),
            message: self.to_string(),
            rule,
            missing,
            incident: String::new(),
        }
    }

    /// The code at the edge.
    pub fn code(&self) -> ErrorCode {
        match self {
            Self::WrongPassphrase => ErrorCode::WrongPassphrase,
            Self::Damaged(_) => ErrorCode::Damaged,
            Self::Missing(_) => ErrorCode::Missing,
            Self::Newer { .. } => ErrorCode::NewerVersion,
            Self::OpenElsewhere => ErrorCode::OpenElsewhere,
            Self::NoCase => ErrorCode::NoCase,
            Self::AlreadyExists(_) => ErrorCode::AlreadyExists,
            Self::NotFound(_) => ErrorCode::NotFound,
            Self::Invalid(_) => ErrorCode::Invalid,
            Self::Cancelled => ErrorCode::Cancelled,
            Self::Refused { .. } => ErrorCode::Refused,
            Self::Io { source, .. } if source.kind() == std::io::ErrorKind::StorageFull => {
                ErrorCode::NoSpace
            }
            Self::Io { .. } => ErrorCode::Io,
            Self::Sql(error) => match error.sqlite_error_code() {
                Some(rusqlite::ErrorCode::DiskFull) => ErrorCode::NoSpace,
                Some(rusqlite::ErrorCode::NotADatabase | rusqlite::ErrorCode::DatabaseCorrupt) => {
                    ErrorCode::Damaged
                }
                _ => ErrorCode::Internal,
            },
            Self::Internal(_) => ErrorCode::Internal,
        }
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::NotADatabase | rusqlite::ErrorCode::DatabaseCorrupt) => {
                Self::Damaged("case.db cannot be read".into())
            }
            _ => Self::Sql(error),
        }
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Self::Damaged(format!("a stored value cannot be read ({error})"))
    }
}
