//! The case itself: making, joining, verifying, its log.

use crate::args::{Args, Audit, New, OfficerInvite, OfficerJoin, OfficerSet, OnCase, Verify};
use crate::memory::AtUnlock;
use crate::output::{self, Bar, Output};
use breakwater_casework::{
    Error, Host, Result, Session, audit as log, case, demo as demonstration,
};
use breakwater_machine::Folders;
use breakwater_model::audit::{ItemFault, ItemsCheckView, VerifyView};
use breakwater_model::case::{InviteRequest, NewCaseRequest, OfficerRequest};
use breakwater_model::{Instant, Precision, WorldTime};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use zeroize::Zeroizing;

/// The field that tells the peak of memory.
pub const PEAK: &str = "peak_after_unlock";

/// This machine, and who asks.
pub struct Desk {
    host: Host,
    folders: Folders,
    officer: Option<String>,
    passphrase_file: Option<PathBuf>,
}

impl Desk {
    /// The machine and the officer of one call.
    pub fn new(args: &Args) -> Self {
        let folders = Folders::of_this_account();
        Self {
            host: breakwater_machine::host(&folders),
            folders,
            officer: args.officer.clone(),
            passphrase_file: args.passphrase_file.clone(),
        }
    }

    /// This machine.
    pub const fn host(&self) -> &Host {
        &self.host
    }

    fn passphrase(&self) -> Result<Zeroizing<String>> {
        let Some(file) = &self.passphrase_file else {
            return rpassword::prompt_password("Passphrase: ")
                .map(Zeroizing::new)
                .map_err(Error::io("the terminal"));
        };
        let text =
            Zeroizing::new(fs::read_to_string(file).map_err(Error::io("the passphrase file"))?);
        let line = text.strip_suffix('\n').map_or(text.as_str(), |line| {
            line.strip_suffix('\r').unwrap_or(line)
        });
        Ok(Zeroizing::new(line.to_owned()))
    }

    /// A passphrase that is made now: on the terminal it is asked for twice.
    fn new_passphrase(&self) -> Result<Zeroizing<String>> {
        let first = self.passphrase()?;
        if self.passphrase_file.is_none() {
            let second = rpassword::prompt_password("The same once more: ").map(Zeroizing::new);
            if *second.map_err(Error::io("the terminal"))? != *first {
                return Err(Error::Invalid("The two passphrases differ.".into()));
            }
        }
        Ok(first)
    }

    /// Opens a case for one call.
    pub fn open(&self, place: &Path) -> Result<Open> {
        let session = case::open::open(
            &self.host,
            place,
            &self.passphrase()?,
            self.officer.as_deref(),
        )?;
        Ok(Open {
            session,
            memory: AtUnlock::mark(),
        })
    }
}

/// A case that is open for one call.
pub struct Open {
    /// The case.
    pub session: Session,
    memory: AtUnlock,
}

impl Open {
    /// Bytes of memory at the peak since the unlock.
    pub fn peak(&self) -> u64 {
        self.memory.peak_since()
    }

    /// Locks the case and says what was done, with the peak of memory.
    pub fn done(self, output: &Output, mut told: Value) -> Result<()> {
        self.session.settle();
        self.session.lock()?;
        if let Value::Object(fields) = &mut told {
            fields.insert(PEAK.into(), self.memory.peak_since().into());
        }
        output.one(&told)
    }

    /// Locks the case; everything was said line by line.
    pub fn end(self) -> Result<()> {
        self.session.settle();
        self.session.lock()
    }
}

/// Reads one of the words of a closed list.
pub fn word<T: DeserializeOwned>(what: &str, text: &str) -> Result<T> {
    serde_json::from_value(Value::String(text.to_owned())).map_err(|error| {
        Error::Invalid(format!(
            "{text:?} is no {what} this program knows: {error}."
        ))
    })
}

/// Reads a time, RFC 3339 or as files have it.
pub fn time(text: &str) -> Result<Instant> {
    Ok(written(text)?.at)
}

/// Reads a time as it was written: a day alone stays a day.
pub fn written(text: &str) -> Result<WorldTime> {
    breakwater_casework::text::date::read(text).map_err(|error| Error::Invalid(format!("{error}.")))
}

/// Reads a time of what is past: a day or month that is not over yet stands for now.
pub fn past(desk: &Desk, text: &str) -> Result<Instant> {
    let read = written(text)?;
    let now = desk.host().now();
    let is_begun = read.precision != Precision::Second && read.begins() <= now;
    Ok(if is_begun { read.at.min(now) } else { read.at })
}

pub fn new(desk: &Desk, call: &New, output: &Output) -> Result<()> {
    if call.recovery_file.exists() {
        return Err(Error::AlreadyExists("The recovery file".into()));
    }
    let required = breakwater_machine::Policy::read(&desk.folders.policy)
        .map_err(|error| Error::Invalid(error.to_string()))?
        .map(|policy| policy.view().recovery_recipients)
        .unwrap_or_default();
    let request = NewCaseRequest {
        place: String::new(),
        title: call.title.clone(),
        reference: call.reference.clone(),
        marking: word("marking", &call.marking)?,
        officer_name: call.officer_name.clone(),
        officer_number: call.officer_id.clone(),
        passphrase: desk.new_passphrase()?.to_string(),
        unit_recovery: call.unit_recovery.clone(),
    };
    let place = whole(&call.case)?;
    let pending = case::create::prepare(&desk.host, request, &place, &required)?;
    let text = Zeroizing::new(pending.recovery_file());
    write_secret(&call.recovery_file, &text)?;
    let session = pending.commit_with_file().inspect_err(|_| {
        if !place.exists() {
            let _ = fs::remove_file(&call.recovery_file);
        }
    })?;
    let open = Open {
        session,
        memory: AtUnlock::mark(),
    };
    let told = json!({ "case_id": open.session.case_id() });
    open.done(output, told)
}

/// The place with the folder it lies in, which is made durable as well.
fn whole(place: &Path) -> Result<PathBuf> {
    std::path::absolute(place).map_err(Error::io("the case's place"))
}

/// A file only its owner reads, where the system knows owners.
fn write_secret(path: &Path, text: &str) -> Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path).map_err(Error::io("the recovery file"))?;
    std::io::Write::write_all(&mut file, text.as_bytes())
        .and_then(|()| file.sync_all())
        .map_err(Error::io("the recovery file"))
}

pub fn invite(desk: &Desk, call: &OfficerInvite, output: &Output) -> Result<()> {
    let recovery_key = match &call.recovery_file {
        None => None,
        Some(file) => Some(fs::read_to_string(file).map_err(Error::io("the recovery file"))?),
    };
    let open = desk.open(&call.case)?;
    let request = InviteRequest {
        name: call.officer_name.clone(),
        number: call.officer_id.clone(),
        role: word("role", &call.role)?,
        recovery_key,
    };
    let by = case::officer::invite(&open.session, &request, &call.invitation)?;
    let told = json!({ "officer_id": call.officer_id, "public_key": Value::Null, "invited_by": by.number });
    open.done(output, told)
}

pub fn join(desk: &Desk, call: &OfficerJoin, output: &Output) -> Result<()> {
    let session = case::officer::join(
        &desk.host,
        &whole(&call.case)?,
        &call.invitation,
        &desk.new_passphrase()?,
    )?;
    let open = Open {
        session,
        memory: AtUnlock::mark(),
    };
    let told = officer(&open.session);
    open.done(output, told)
}

pub fn set(desk: &Desk, call: &OfficerSet, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    let request = OfficerRequest {
        email: call.email.clone(),
        phone: call.phone.clone(),
        badge: call.badge.clone(),
        reads: call.reads.clone(),
        team: call.team.clone(),
        team_from: call.team_from.clone(),
    };
    case::officer::set(&open.session, &request)?;
    let told = officer(&open.session);
    open.done(output, told)
}

fn officer(session: &Session) -> Value {
    let officer = &session.officer().view;
    json!({ "officer_id": officer.number, "public_key": officer.public_key, "id": officer.id })
}

pub fn demo(desk: &Desk, call: &OnCase, output: &Output) -> Result<()> {
    let given = desk.passphrase_file.is_some();
    let passphrase = if given {
        desk.passphrase()?
    } else {
        Zeroizing::new(demonstration::make::PASSPHRASE.to_owned())
    };
    let place = whole(&call.case)?;
    let session = demonstration::make::make_with(&desk.host, &place, &passphrase, &Bar)?;
    let open = Open {
        session,
        memory: AtUnlock::mark(),
    };
    let counts = case::describe::counts(&open.session)?;
    let told = json!({
        "case_id": open.session.case_id(),
        "passphrase": (!given).then_some(demonstration::make::PASSPHRASE),
        "accounts": counts.accounts, "exhibits": counts.evidence, "drafts": counts.drafts,
    });
    open.done(output, told)
}

pub fn verify(desk: &Desk, call: &Verify, output: &Output) -> Result<ExitCode> {
    let found = log::verify::verify(
        &desk.host,
        &call.case,
        &desk.passphrase()?,
        desk.officer.as_deref(),
        call.full,
        &Bar,
    )?;
    output.one(&found)?;
    if !found.is_damaged {
        return Ok(ExitCode::SUCCESS);
    }
    let error = Error::Damaged(damage(&found));
    output::tell_error(&error);
    Ok(ExitCode::from(error.code().exit_code()))
}

/// What is wrong, part by part.
fn damage(found: &VerifyView) -> String {
    let mut parts = Vec::new();
    match found.database.as_str() {
        "ok" => {}
        "unopened" => parts.push("no slot could be opened, so nothing else was read".to_owned()),
        _ => parts.push("the database cannot be read".to_owned()),
    }
    parts.extend(found.audit.as_ref().and_then(|audit| audit.problem.clone()));
    if let Some(evidence) = &found.evidence {
        for (what, labels) in [
            ("damaged", &evidence.damaged),
            ("missing", &evidence.missing),
        ] {
            if !labels.is_empty() {
                parts.push(format!("{what} exhibits: {}", labels.join(", ")));
            }
        }
    }
    if let Some(index) = found
        .index
        .as_ref()
        .filter(|index| !matches!(&*index.state, "ok" | "behind"))
    {
        parts.push(format!("the search index is {}", index.state));
    }
    parts.extend(found.items.as_ref().and_then(kept_items));
    parts.extend(
        found
            .files
            .iter()
            .map(|file| format!("{file} does not match the case")),
    );
    parts.join("; ")
}

/// Kept items that are not what the events say, by account and number.
fn kept_items(found: &ItemsCheckView) -> Option<String> {
    let named = found.faults.iter().map(|one| {
        let fault = match one.fault {
            ItemFault::Missing => "missing",
            ItemFault::Differs => "differs",
            ItemFault::Unreadable => "unreadable",
            ItemFault::LeftOver => "left over",
        };
        format!("{} item {} {fault}", one.account, one.item)
    });
    let named = named.collect::<Vec<_>>().join(", ");
    (found.differing > 0).then(|| {
        format!(
            "{} kept items that figures are counted from are not what the events say ({named}{}): work-items-out makes them anew",
            found.differing,
            if found.differing as usize > found.faults.len() { ", \u{2026}" } else { "" }
        )
    })
}

pub fn audit(desk: &Desk, call: &Audit, output: &Output) -> Result<()> {
    let open = desk.open(&call.case)?;
    log::entries::since(&open.session, call.since, &mut |entry| output.line(&entry))?;
    open.end()
}
