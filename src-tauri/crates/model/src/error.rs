//! Error codes: a closed list the window and the command line match on.
//!
//! Messages never carry keys, passphrases, evidence text or whole paths.

use serde::{Deserialize, Serialize};

/// What went wrong, as a code with its own words in the window and its own exit code in breakwaterctl.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, specta::Type)]
#[serde(rename_all = "kebab-case")]
pub enum ErrorCode {
    /// The passphrase opens no slot of this case.
    WrongPassphrase,
    /// A file of the case was altered or is unreadable.
    Damaged,
    /// Something named in the case is not on disk.
    Missing,
    /// The case was made by a newer version of the program.
    NewerVersion,
    /// The case is open in another window or program.
    OpenElsewhere,
    /// A rule of the work refuses this; `rule` names it.
    Refused,
    /// What was asked makes no sense as written; the message says where.
    Invalid,
    /// No such record.
    NotFound,
    /// There is no case at that place.
    NoCase,
    /// Something is already at that place.
    AlreadyExists,
    /// The session is locked.
    Locked,
    /// The officer cancelled; what was done by then is said.
    Cancelled,
    /// The disk is full or nearly so.
    NoSpace,
    /// The file was changed while it was read.
    FileChanged,
    /// Reading or writing a file failed.
    Io,
    /// A fault of the program itself.
    Internal,
}

impl ErrorCode {
    /// The exit code of breakwaterctl: 0 done · 1 failed · 2 usage · 3 wrong passphrase ·
    /// 4 damaged or tampered · 5 open elsewhere · 6 made by a newer version · 7 refused by a rule.
    pub const fn exit_code(self) -> u8 {
        match self {
            Self::Invalid => 2,
            Self::WrongPassphrase => 3,
            Self::Damaged | Self::Missing => 4,
            Self::OpenElsewhere => 5,
            Self::NewerVersion => 6,
            Self::Refused => 7,
            Self::NotFound
            | Self::NoCase
            | Self::AlreadyExists
            | Self::Locked
            | Self::Cancelled
            | Self::NoSpace
            | Self::FileChanged
            | Self::Io
            | Self::Internal => 1,
        }
    }
}

/// An error as the window and the command line see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, specta::Type)]
pub struct ErrorView {
    /// The code to match on.
    pub code: ErrorCode,
    /// What happened and where, in plain words.
    pub message: String,
    /// The rule that refused, if one did.
    pub rule: Option<String>,
    /// The names of what is missing, if that is why.
    pub missing: Vec<String>,
    /// A number to quote when asking for help; nothing about the case is in it.
    pub incident: String,
}
