//! Making, opening, inviting to and joining a case.

use crate::audit::Action;
use crate::connection::{self, Mode};
use crate::keyring::{Keyring, Own};
use crate::layout::{self, CaseJson, FORMAT, Layout, OpenLock, TEMPORARY};
use crate::session::{Officer, Parts, Session};
use crate::slot::{self, Opened, Opens};
use crate::table::fact;
use crate::table::officer::{self, Invitation, NewOfficer};
use crate::{Error, Host, Result, head, migration, objects};
use age::secrecy::{ExposeSecret, SecretString};
use breakwater_model::audit::Operation;
use breakwater_model::case::{Marking, OfficerView, Role};
use breakwater_model::{CaseId, InvitationId, OfficerId};
use rusqlite::Connection;
use sha2::{Digest, Sha256};
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

/// A new recovery identity, as text.
pub fn recovery_identity() -> Zeroizing<String> {
    Zeroizing::new(
        age::x25519::Identity::generate()
            .to_string()
            .expose_secret()
            .to_owned(),
    )
}

/// True if the text is an age recipient.
pub fn is_recipient(text: &str) -> bool {
    text.parse::<age::x25519::Recipient>().is_ok()
}

fn identity(text: &str) -> Result<age::x25519::Identity> {
    let line = text
        .lines()
        .map(str::trim)
        .find(|line| line.starts_with("AGE-SECRET-KEY-1"));
    line.and_then(|line| line.parse().ok()).ok_or_else(|| {
        Error::Invalid("This is not a recovery key: it begins with AGE-SECRET-KEY-1.".into())
    })
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

fn furnish(host: &Host, part: &Path, new: &NewCase, recovery: &str) -> Result<Keyring> {
    fs::create_dir_all(part).map_err(Error::io("the case folder"))?;
    let layout = Layout::new(part);
    let case_id = CaseId::from_uuid(host.uuid());
    let own = Own {
        officer: OfficerId::from_uuid(host.uuid()),
        signing: Zeroizing::new(host.random()),
    };
    let bare = Keyring::generate(host, case_id);
    let keyring = bare.with_own(Some(own.clone()));
    let json = CaseJson {
        kind: "breakwater case".into(),
        format: FORMAT,
        case_id,
        created_at: host.now(),
    };
    layout::write_whole(&layout.case_json(), json.text()?.as_bytes())?;
    let passphrase = SecretString::from(new.passphrase.as_str());
    let mut slots = vec![(
        slot::write(host, &layout, &keyring, &Opens::Passphrase(passphrase))?,
        "officer",
        new.officer_number.clone(),
    )];
    let recovery = identity(recovery)?.to_public();
    slots.push((
        slot::write(host, &layout, &bare, &Opens::Recipient(recovery))?,
        "recovery",
        "recovery key".into(),
    ));
    for recipient in &new.unit_recipients {
        let to = recipient.parse().map_err(|_| {
            Error::Invalid("A unit recipient is not an age recipient: it begins with age1.".into())
        })?;
        slots.push((
            slot::write(host, &layout, &bare, &Opens::Recipient(to))?,
            "unit",
            recipient.clone(),
        ));
    }
    let mut db = connection::open(&layout.case_db(), &keyring.case_db, Mode::Writer)?;
    migration::migrate(&mut db)?;
    let session = session(
        host,
        layout.clone(),
        OpenLock::take(&layout)?,
        keyring.clone(),
        own.clone(),
        db,
        founder(new, &own)?,
    )?;
    let public_key = head::public_line(&own)?;
    session.write(
        Action::new(Operation::Collection, "case-created", "case").on(case_id.uuid()),
        |w| {
            let row = w.add_officer(&NewOfficer {
                id: own.officer,
                name: &new.officer_name,
                number: &new.officer_number,
                role: Role::Officer,
                public_key: &public_key,
            })?;
            w.set_fact("case.json", &json.text()?)?;
            w.set_fact("title", &new.title)?;
            w.set_fact("reference", &new.reference)?;
            w.set_fact("marking", new.marking.as_str())?;
            w.set_fact(
                "demonstration",
                if new.is_demonstration { "yes" } else { "no" },
            )?;
            for (written, kind, label) in &slots {
                w.add_slot(written, kind, (*kind == "officer").then_some(row), label)?;
            }
            Ok(())
        },
    )?;
    session.lock()?;
    Ok(keyring)
}

fn founder(new: &NewCase, own: &Own) -> Result<Officer> {
    Ok(Officer {
        row: 1,
        view: nobody(own, &new.officer_name, &new.officer_number, Role::Officer)?,
    })
}

fn nobody(own: &Own, name: &str, number: &str, role: Role) -> Result<OfficerView> {
    Ok(OfficerView {
        id: own.officer,
        name: name.to_owned(),
        number: number.to_owned(),
        role,
        public_key: head::public_line(own)?,
        joined_at: breakwater_model::Instant(0),
        reads: Vec::new(),
        email: None,
        phone: None,
        badge: None,
    })
}

fn session(
    host: &Host,
    layout: Layout,
    lock: OpenLock,
    keyring: Keyring,
    own: Own,
    db: Connection,
    officer: Officer,
) -> Result<Session> {
    let case_id = keyring.case_id;
    Session::begin(Parts {
        host: host.clone(),
        layout,
        keyring,
        own,
        case_id,
        officer,
        db,
        lock,
    })
}

/// Opens the case at `place`. `hint` is the officer's number whose slot to try first.
pub fn open(host: &Host, place: &Path, passphrase: &str, hint: Option<&str>) -> Result<Session> {
    let layout = Layout::new(place);
    CaseJson::read(&layout)?;
    let lock = OpenLock::take(&layout)?;
    let opened = unlock(host, &layout, passphrase, hint)?;
    let keyring = opened.keyring;
    let session = enter(host, layout, lock, keyring)?;
    remember(host, &session, &opened.slot);
    Ok(session)
}

/// Opens a slot with a passphrase and checks that it belongs to this case.
pub(crate) fn unlock(
    host: &Host,
    layout: &Layout,
    passphrase: &str,
    hint: Option<&str>,
) -> Result<Opened> {
    let remembered = CaseJson::read(layout)
        .ok()
        .and_then(|json| recall(host, json.case_id, hint));
    let opened = slot::open_by_passphrase(layout, passphrase, remembered.as_deref())?;
    if CaseJson::read(layout).is_ok_and(|json| json.case_id != opened.keyring.case_id) {
        return Err(Error::Damaged("case.json belongs to another case".into()));
    }
    Ok(opened)
}

/// Compares `case.json` with its copy: a newer format counts only if both say so.
pub(crate) fn check_format(layout: &Layout, db: &Connection) -> Result<()> {
    let json = CaseJson::read(layout)?;
    let copy = fact::get(db, "case.json");
    let agrees = matches!(&copy, Ok(Some(copy)) if *copy == json.text()?);
    if json.format > FORMAT && (agrees || copy.is_err()) {
        return Err(Error::Newer {
            found: json.format,
            known: FORMAT,
        });
    }
    if agrees {
        Ok(())
    } else {
        Err(Error::Damaged("case.json was altered".into()))
    }
}

fn enter(host: &Host, layout: Layout, lock: OpenLock, keyring: Keyring) -> Result<Session> {
    let mut db = connection::open(&layout.case_db(), &keyring.case_db, Mode::Writer)?;
    check_format(&layout, &db)?;
    migration::migrate(&mut db)?;
    let own = keyring.own.clone().ok_or_else(|| {
        Error::refused(
            "officers-only",
            "This key opens the case for recovery, not for work. Invite an officer with it.",
        )
    })?;
    let (row, view) = officer::by_id(&db, own.officer)?
        .ok_or_else(|| Error::Damaged("case.db does not know the officer of this slot".into()))?;
    let session = session(host, layout, lock, keyring, own, db, Officer { row, view })?;
    sweep(&session)?;
    Ok(session)
}

/// Removes what a killed program left behind: objects and slots no row names, files that are not whole.
fn sweep(session: &Session) -> Result<()> {
    let layout = session.layout();
    let known = session.read(|reader| {
        let objects: Vec<String> = crate::table::object::all(reader.db())?
            .into_iter()
            .map(|o| o.name)
            .collect();
        let slots: Vec<String> = officer::slots(reader.db())?
            .into_iter()
            .map(|slot| slot.name)
            .collect();
        Ok((objects, slots))
    })?;
    let found = objects::list(layout)?;
    let mut swept = 0u32;
    for name in found.objects.iter().filter(|name| !known.0.contains(name)) {
        objects::discard(layout, name)?;
        swept += 1;
    }
    for path in &found.temporary {
        fs::remove_file(path).map_err(Error::io("a temporary file"))?;
        swept += 1;
    }
    for name in slot::names(layout, None)?
        .iter()
        .filter(|name| !known.1.contains(name))
    {
        slot::remove(layout, name)?;
        swept += 1;
    }
    if swept > 0 && session.officer().view.role != Role::Reader {
        let action = Action::new(Operation::Erasure, "left-overs-swept", "file")
            .word("files", &swept.to_string());
        session.note(action)?;
    }
    Ok(())
}

fn recall(host: &Host, case_id: CaseId, number: Option<&str>) -> Option<String> {
    let text = fs::read_to_string(host.hints.as_ref()?.join(format!("{case_id}.slots"))).ok()?;
    let mut lines = text.lines().filter_map(|line| line.split_once(' '));
    match number {
        Some(number) => lines
            .find(|(_, of)| *of == number)
            .map(|(slot, _)| slot.to_owned()),
        None => lines.next().map(|(slot, _)| slot.to_owned()),
    }
}

/// Notes which slot opened; losing the note costs a second, so nothing depends on it.
fn remember(host: &Host, session: &Session, slot: &str) {
    let Some(folder) = &host.hints else { return };
    let path = folder.join(format!("{}.slots", session.case_id()));
    let number = &session.officer().view.number;
    let before = fs::read_to_string(&path).unwrap_or_default();
    let others = before
        .lines()
        .filter(|line| line.split_once(' ').is_some_and(|(_, of)| of != number));
    let text = std::iter::once(format!("{slot} {number}"))
        .chain(others.map(str::to_owned))
        .collect::<Vec<_>>()
        .join("\n");
    let _ = fs::create_dir_all(folder);
    let _ = layout::write_whole(&path, format!("{text}\n").as_bytes());
}

/// Whom an invitation is for.
pub struct Guest<'a> {
    /// Name.
    pub name: &'a str,
    /// The unit's number.
    pub number: &'a str,
    /// Role.
    pub role: Role,
    /// The recovery key, which the first supervisor's invitation needs.
    pub recovery_key: Option<&'a str>,
}

/// Days an invitation can be used.
const INVITATION_DAYS: i64 = 7;

/// Makes a one-time invitation and gives the text of its file.
///
/// # Errors
/// Only a supervisor, or the holder of the recovery key, invites a supervisor.
pub fn invite(session: &Session, guest: &Guest<'_>) -> Result<Zeroizing<String>> {
    let holds_recovery = match guest.recovery_key {
        Some(key) => {
            slot::open_by_identity(session.layout(), &identity(key)?)
                .map_err(|_| Error::Invalid("This recovery key does not open this case.".into()))?;
            true
        }
        None => false,
    };
    let is_supervisor = session.officer().view.role == Role::Supervisor;
    if guest.role == Role::Supervisor && !is_supervisor && !holds_recovery {
        return Err(Error::refused(
            "only-a-supervisor-invites-a-supervisor",
            "Only a supervisor invites a supervisor; the first one is invited with the recovery key.",
        ));
    }
    let once = age::x25519::Identity::generate();
    let bare = session.keyring().with_own(None);
    let written = slot::write(
        session.host(),
        session.layout(),
        &bare,
        &Opens::Recipient(once.to_public()),
    )?;
    let id = InvitationId::from_uuid(session.host().uuid());
    let action = Action::new(Operation::Alteration, "officer-invited", "invitation")
        .word("name", guest.name);
    let (expires, _) = session.write(action, |w| {
        let expires = w.now().plus_ms(INVITATION_DAYS * 86_400_000);
        w.add_invitation(
            id,
            &Invitation {
                row: 0,
                name: guest.name.to_owned(),
                number: guest.number.to_owned(),
                role: guest.role,
                slot: written.name.clone(),
                expires,
                is_used: false,
            },
        )?;
        w.add_slot(&written, "invitation", None, guest.number)?;
        Ok(expires)
    })?;
    Ok(Zeroizing::new(format!(
        "# Breakwater invitation 1, for {}, until {expires}. Hand it over in person; it opens the case once.\ncase {}\ninvitation {id}\n{}\n",
        guest.number,
        session.case_id(),
        once.to_string().expose_secret(),
    )))
}

/// Joins with an invitation: makes the officer's own slot and signing key, and uses the invitation up.
pub fn join(host: &Host, place: &Path, invitation: &str, passphrase: &str) -> Result<Session> {
    let layout = Layout::new(place);
    CaseJson::read(&layout)?;
    let bad = || Error::Invalid("This is not an invitation to a case.".into());
    let value = |name: &str| {
        invitation
            .lines()
            .find_map(|line| line.strip_prefix(name))
            .map(str::trim)
    };
    let id: InvitationId = value("invitation ")
        .and_then(|id| id.parse().ok())
        .ok_or_else(bad)?;
    let once = identity(invitation).map_err(|_| bad())?;
    let lock = OpenLock::take(&layout)?;
    let used = || {
        Error::refused(
            "one-invitation-one-use",
            "This invitation was used, withdrawn, or is for another case.",
        )
    };
    let opened = slot::open_by_identity(&layout, &once).map_err(|_| used())?;
    let mut db = connection::open(&layout.case_db(), &opened.keyring.case_db, Mode::Writer)?;
    check_format(&layout, &db)?;
    migration::migrate(&mut db)?;
    let invited = officer::invitation(&db, id)?
        .filter(|invited| !invited.is_used)
        .ok_or_else(used)?;
    if host.now() > invited.expires {
        return Err(Error::refused(
            "invitation-lasts-seven-days",
            "This invitation has expired; ask for another.",
        ));
    }
    let own = Own {
        officer: OfficerId::from_uuid(host.uuid()),
        signing: Zeroizing::new(host.random()),
    };
    let keyring = opened.keyring.with_own(Some(own.clone()));
    let written = slot::write(
        host,
        &layout,
        &keyring,
        &Opens::Passphrase(SecretString::from(passphrase)),
    )?;
    let row: i64 = db.query_row("SELECT coalesce(max(id), 0) + 1 FROM officer", [], |row| {
        row.get(0)
    })?;
    let officer = Officer {
        row,
        view: nobody(&own, &invited.name, &invited.number, Role::Officer)?,
    };
    let joining = session(
        host,
        layout.clone(),
        lock,
        keyring.clone(),
        own.clone(),
        db,
        officer,
    )?;
    let public_key = head::public_line(&own)?;
    joining.write(
        Action::new(Operation::Alteration, "officer-joined", "officer"),
        |w| {
            let row = w.add_officer(&NewOfficer {
                id: own.officer,
                name: &invited.name,
                number: &invited.number,
                role: invited.role,
                public_key: &public_key,
            })?;
            w.add_slot(&written, "officer", Some(row), &invited.number)?;
            w.use_invitation(invited.row, row)?;
            w.remove_slot(&invited.slot)
        },
    )?;
    slot::remove(&layout, &invited.slot)?;
    joining.lock()?;
    let lock = OpenLock::take(&layout)?;
    let session = enter(host, layout, lock, keyring)?;
    remember(host, &session, &written.name);
    Ok(session)
}

/// SHA-256 of a file of the case, for comparing with what case.db says.
pub(crate) fn digest(path: &Path) -> Result<Option<[u8; 32]>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(Sha256::digest(bytes).into())),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Error::io("a slot")(error)),
    }
}
