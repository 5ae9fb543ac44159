//! Making a case: whole, or not there.

use crate::audit::Action;
use crate::connection::{self, Mode};
use crate::door::{enter, identity, nobody, session};
use crate::keyring::{Keyring, Own};
use crate::layout::{self, CaseJson, FORMAT, Layout, OpenLock, TEMPORARY};
use crate::session::{Officer, Session};
use crate::slot::{self, Opens, Written};
use crate::table::officer::NewOfficer;
use crate::{Error, Host, Result, head, migration, objects};
use age::secrecy::SecretString;
use breakwater_model::audit::Operation;
use breakwater_model::case::{Marking, Role};
use breakwater_model::{CaseId, OfficerId};
use std::fs;
use std::path::Path;
use zeroize::Zeroizing;

/// What a new case is made of. Everything has been checked.
pub struct NewCase {
    /// Title.
    pub title: String,
    /// Reference.
    pub reference: String,
    /// Marking.
    pub marking: Marking,
    /// The first officer's name.
    pub officer_name: String,
    /// The first officer's number.
    pub officer_number: String,
    /// The first officer's passphrase.
    pub passphrase: Zeroizing<String>,
    /// age recipients of the unit.
    pub unit_recipients: Vec<String>,
    /// True for the demonstration case.
    pub is_demonstration: bool,
}

/// Makes a case at `place`: whole, or not there.
///
/// # Errors
/// [`Error::AlreadyExists`] if something other than an empty folder is there.
pub fn create(host: &Host, place: &Path, new: &NewCase, recovery: &str) -> Result<Session> {
    if place.exists() && fs::read_dir(place).map_or(true, |mut inside| inside.next().is_some()) {
        return Err(Error::AlreadyExists(layout::file_name(place)));
    }
    let part = place.with_file_name(format!(
        "{}-{}{TEMPORARY}",
        layout::file_name(place),
        layout::random_name::<4>(host)
    ));
    let outcome = furnish(host, &part, new, recovery);
    let keyring = match outcome {
        Ok(keyring) => keyring,
        Err(error) => {
            let _ = fs::remove_dir_all(&part);
            return Err(error);
        }
    };
    if place.exists() {
        fs::remove_dir(place).map_err(Error::io(layout::file_name(place)))?;
    }
    fs::rename(&part, place).map_err(Error::io(layout::file_name(place)))?;
    layout::sync_folder(place)?;
    let layout = Layout::new(place);
    let lock = OpenLock::take(&layout)?;
    enter(host, layout, lock, keyring)
}

/// Keys and identities of a case that is being made.
pub(crate) struct Foundation {
    pub(crate) own: Own,
    bare: Keyring,
    pub(crate) keyring: Keyring,
    pub(crate) json: CaseJson,
}

/// A slot that was written: its kind and for whom.
pub(crate) type NewSlot = (Written, &'static str, String);

fn furnish(host: &Host, part: &Path, new: &NewCase, recovery: &str) -> Result<Keyring> {
    fs::create_dir_all(part).map_err(Error::io("the case folder"))?;
    let layout = Layout::new(part);
    let made = foundation(host);
    layout::write_whole(&layout.case_json(), made.json.text()?.as_bytes())?;
    let slots = write_slots(host, &layout, &made, new, recovery)?;
    objects::make_folder(&layout.evidence())?;
    let mut db = connection::open(&layout.case_db(), &made.keyring.case_db, Mode::Writer)?;
    migration::migrate(&mut db)?;
    let lock = OpenLock::take(&layout)?;
    let founder = founder(new, &made.own)?;
    let session = session(
        host,
        layout,
        lock,
        made.keyring.clone(),
        made.own.clone(),
        db,
        founder,
    )?;
    write_facts(&session, &made, new, &slots)?;
    session.lock()?;
    Ok(made.keyring)
}

pub(crate) fn foundation(host: &Host) -> Foundation {
    let case_id = CaseId::from_uuid(host.uuid());
    let own = Own {
        officer: OfficerId::from_uuid(host.uuid()),
        signing: Zeroizing::new(host.random()),
    };
    let bare = Keyring::generate(host, case_id);
    let kind = "breakwater case".into();
    Foundation {
        keyring: bare.with_own(Some(own.clone())),
        json: CaseJson {
            kind,
            format: FORMAT,
            case_id,
            created_at: host.now(),
        },
        own,
        bare,
    }
}

fn write_slots(
    host: &Host,
    layout: &Layout,
    made: &Foundation,
    new: &NewCase,
    recovery: &str,
) -> Result<Vec<NewSlot>> {
    let passphrase = Opens::Passphrase(SecretString::from(new.passphrase.as_str()));
    let own = slot::write(host, layout, &made.keyring, &passphrase)?;
    let recovery = Opens::Recipient(identity(recovery)?.to_public());
    let recovery = slot::write(host, layout, &made.bare, &recovery)?;
    let mut slots = vec![
        (own, "officer", new.officer_number.clone()),
        (recovery, "recovery", "recovery key".to_owned()),
    ];
    for recipient in &new.unit_recipients {
        let to = recipient.parse().map_err(|_| {
            Error::Invalid("A unit recipient is not an age recipient: it begins with age1.".into())
        })?;
        let written = slot::write(host, layout, &made.bare, &Opens::Recipient(to))?;
        slots.push((written, "unit", recipient.clone()));
    }
    Ok(slots)
}

pub(crate) fn write_facts(
    session: &Session,
    made: &Foundation,
    new: &NewCase,
    slots: &[NewSlot],
) -> Result<()> {
    let public_key = head::public_line(&made.own)?;
    let action =
        Action::new(Operation::Collection, "case-created", "case").on(session.case_id().uuid());
    session.write(action, |w| {
        let row = w.add_officer(&NewOfficer {
            id: made.own.officer,
            name: &new.officer_name,
            number: &new.officer_number,
            role: Role::Officer,
            public_key: &public_key,
        })?;
        w.set_fact("case.json", &made.json.text()?)?;
        w.set_fact("title", &new.title)?;
        w.set_fact("reference", &new.reference)?;
        w.set_fact("marking", new.marking.as_str())?;
        w.set_fact(
            "demonstration",
            if new.is_demonstration { "yes" } else { "no" },
        )?;
        for (written, kind, label) in slots {
            w.add_slot(written, kind, (*kind == "officer").then_some(row), label)?;
        }
        Ok(())
    })?;
    Ok(())
}

pub(crate) fn founder(new: &NewCase, own: &Own) -> Result<Officer> {
    Ok(Officer {
        row: 1,
        view: nobody(own, &new.officer_name, &new.officer_number, Role::Officer)?,
    })
}
