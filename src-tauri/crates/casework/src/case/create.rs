//! A new case: nothing is on disk until the recovery key was confirmed.

use crate::case::strength;
use crate::{Error, Host, Result, Session};
use breakwater_casefile::door::{self, NewCase};
use breakwater_model::case::{NewCaseRequest, RecoveryKeyView, StrengthRequest};
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// Characters of the recovery key that are typed back.
const CONFIRM_LAST: u8 = 6;

/// A case that is ready to be written. Dropping it leaves no trace.
pub struct PendingCase {
    host: Host,
    place: PathBuf,
    new: NewCase,
    recovery: Zeroizing<String>,
}

impl PendingCase {
    /// The recovery key, to be shown once.
    pub fn recovery_key(&self) -> RecoveryKeyView {
        RecoveryKeyView {
            key: self.recovery.to_string(),
            confirm_last: CONFIRM_LAST,
        }
    }

    /// The recovery key as the text of a file, which the stock `age` program takes as identity.
    pub fn recovery_file(&self) -> String {
        format!(
            "# Recovery key of the Breakwater case {}. Whoever holds it can open the case. Keep it apart from the case.\n{}\n",
            self.new.reference,
            self.recovery.as_str()
        )
    }

    /// Writes the case if `typed` is the end of the recovery key; else gives the pending case back.
    pub fn commit(self, typed: &str) -> std::result::Result<Session, (Box<Self>, Error)> {
        let typed = typed.trim().to_uppercase();
        let end = self.recovery.len().saturating_sub(CONFIRM_LAST.into());
        if self.recovery.get(end..) != Some(typed.as_str()) {
            let error = Error::Invalid(format!(
                "These are not the last {CONFIRM_LAST} characters of the recovery key. Nothing was written yet."
            ));
            return Err((Box::new(self), error));
        }
        match door::create(&self.host, &self.place, &self.new, &self.recovery) {
            Ok(session) => Ok(session),
            Err(error) => Err((Box::new(self), error)),
        }
    }

    /// Writes the case when the key was written to a file instead of being typed back.
    pub fn commit_with_file(self) -> Result<Session> {
        door::create(&self.host, &self.place, &self.new, &self.recovery)
    }
}

/// Checks everything a new case needs. `policy_recipients` are required when not empty.
pub fn prepare(
    host: &Host,
    request: NewCaseRequest,
    place: &Path,
    policy_recipients: &[String],
) -> Result<PendingCase> {
    let need = |value: &str, what: &str| -> Result<String> {
        let value = value.trim();
        if value.is_empty() {
            return Err(Error::Invalid(format!("The case needs {what}.")));
        }
        Ok(value.to_owned())
    };
    let passphrase = Zeroizing::new(request.passphrase);
    let new = NewCase {
        title: need(&request.title, "a title")?,
        reference: need(&request.reference, "a reference")?,
        marking: request.marking,
        officer_name: need(&request.officer_name, "the officer's name")?,
        officer_number: need(&request.officer_number, "the officer's number")?,
        passphrase: passphrase.clone(),
        unit_recipients: recipients(&request.unit_recovery, policy_recipients)?,
        is_demonstration: false,
    };
    strength::demand(&StrengthRequest {
        passphrase: passphrase.to_string(),
        known: vec![
            new.title.clone(),
            new.reference.clone(),
            new.officer_name.clone(),
            new.officer_number.clone(),
        ],
    })?;
    if place.exists() && std::fs::read_dir(place).map_or(true, |mut inside| inside.next().is_some())
    {
        return Err(Error::AlreadyExists(
            place
                .file_name()
                .map(|name| name.to_string_lossy().into_owned())
                .unwrap_or_default(),
        ));
    }
    Ok(PendingCase {
        host: host.clone(),
        place: place.to_path_buf(),
        new,
        recovery: door::recovery_identity(),
    })
}

fn recipients(given: &[String], required: &[String]) -> Result<Vec<String>> {
    let mut all: Vec<String> = Vec::new();
    for recipient in required
        .iter()
        .chain(given)
        .map(|text| text.trim().to_owned())
        .filter(|text| !text.is_empty())
    {
        if !door::is_recipient(&recipient) {
            return Err(Error::Invalid(
                "The unit's recipient is not an age recipient: it begins with age1 and is copied whole.".into(),
            ));
        }
        if !all.contains(&recipient) {
            all.push(recipient);
        }
    }
    Ok(all)
}
