//! The unit's policy: who must be able to open every case made on this machine.

use breakwater_model::case::UnitPolicyView;
use breakwater_model::{ErrorCode, ErrorView};
use serde::Deserialize;
use std::{fs, io, path::Path};

/// What the unit asks of every case made on this machine.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// The unit's name.
    pub unit: String,
    /// age recipients every case must be openable by; required when not empty.
    #[serde(default)]
    pub recovery_recipients: Vec<String>,
    /// The date of the policy, as written.
    pub date: String,
}

/// A policy is there and cannot be followed. A case made without it would be one
/// that the unit cannot open, so making a case is refused until it is put right.
#[derive(Debug, thiserror::Error)]
pub enum PolicyError {
    /// The file cannot be read.
    #[error(
        "The unit's policy file policy.json cannot be read ({0}). Ask whoever runs this machine."
    )]
    Unreadable(#[from] io::Error),
    /// The file is not a policy.
    #[error(
        "The unit's policy file policy.json is not a policy ({0}). Ask whoever runs this machine."
    )]
    NotAPolicy(#[from] serde_json::Error),
}

impl PolicyError {
    /// The error at the edge; `incident` is the number to quote.
    pub fn view(&self, incident: String) -> ErrorView {
        ErrorView {
            code: match self {
                Self::Unreadable(_) => ErrorCode::Io,
                Self::NotAPolicy(_) => ErrorCode::Invalid,
            },
            message: self.to_string(),
            rule: Some("unit-policy".into()),
            missing: Vec::new(),
            incident,
        }
    }
}

impl Policy {
    /// Reads the policy at `file`; `None` where there is none.
    ///
    /// # Errors
    /// The file is there and cannot be read or is not a policy.
    pub fn read(file: &Path) -> Result<Option<Self>, PolicyError> {
        match fs::read(file) {
            Ok(bytes) => Ok(Some(serde_json::from_slice(&bytes)?)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    /// The policy as the window shows it.
    pub fn view(self) -> UnitPolicyView {
        UnitPolicyView {
            unit: self.unit,
            recovery_recipients: self.recovery_recipients,
            date: self.date,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: Option<&str>) -> Result<Option<Policy>, PolicyError> {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("policy.json");
        if let Some(text) = text {
            fs::write(&file, text).unwrap();
        }
        Policy::read(&file)
    }

    #[test]
    fn no_policy_asks_for_nothing() {
        assert_eq!(check(None).unwrap(), None);
    }

    #[test]
    fn policy_names_unit_recipients_and_date() {
        let read = check(Some(
            r#"{"unit":"Unit 12","recovery_recipients":["age1qx"],"date":"2026-10-01"}"#,
        ));
        let policy = read.unwrap().unwrap();
        assert_eq!(policy.unit, "Unit 12");
        assert_eq!(policy.recovery_recipients, ["age1qx"]);
    }

    #[test]
    fn misspelt_policy_is_refused_not_ignored() {
        let read = check(Some(
            r#"{"unit":"Unit 12","recovery_recipient":[],"date":"2026"}"#,
        ));
        assert!(matches!(read, Err(PolicyError::NotAPolicy(_))));
    }
}
