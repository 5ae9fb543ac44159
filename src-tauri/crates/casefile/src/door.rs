//! The ways into a case: making it, opening it, inviting to it, joining it.

use crate::audit::Action;
use crate::connection::{self, Mode};
use crate::index::Index;
use crate::keyring::{Keyring, Own};
use crate::layout::{self, CaseJson, FORMAT, Layout, OpenLock};
use crate::session::{Officer, Parts, Session};
use crate::slot::{self, Opened};
use crate::table::{fact, object, officer};
use crate::{Error, Host, Result, head, history, invitation, migration, objects, witness};
use age::secrecy::ExposeSecret;
use breakwater_model::CaseId;
use breakwater_model::audit::Operation;
use breakwater_model::case::{OfficerView, Role};
use rusqlite::Connection;
use sha2::{Digest, Sha256};
use std::collections::HashSet;
use std::fs;
use std::path::Path;
use zeroize::Zeroizing;

pub use crate::founding::{NewCase, create};
pub use crate::invitation::{Guest, invite, join};

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

pub(crate) fn identity(text: &str) -> Result<age::x25519::Identity> {
    let line = text
        .lines()
        .map(str::trim)
        .find(|line| line.starts_with("AGE-SECRET-KEY-1"));
    line.and_then(|line| line.parse().ok()).ok_or_else(|| {
        Error::Invalid("This is not a recovery key: it begins with AGE-SECRET-KEY-1.".into())
    })
}

pub(crate) fn nobody(own: &Own, name: &str, number: &str, role: Role) -> Result<OfficerView> {
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
        team: None,
    })
}

pub(crate) fn session(
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

pub(crate) fn enter(
    host: &Host,
    layout: Layout,
    lock: OpenLock,
    keyring: Keyring,
) -> Result<Session> {
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
    note_cut_back(&session)?;
    sweep(&session)?;
    history::restore(&session)?;
    Ok(session)
}

/// Writes it into the log if the log is shorter than the index or this machine knew it, or another one:
/// the index is built anew and this machine remembers the new end, so it would not be seen again.
fn note_cut_back(session: &Session) -> Result<()> {
    let ahead = session.index().as_ref().and_then(Index::ahead);
    let seen = match witness::recall(session.host(), session.case_id()) {
        Some(seen) if !session.read(|reader| witness::is_held(reader.db(), &seen))? => Some(seen),
        _ => None,
    };
    if ahead.is_none() && seen.is_none() {
        return Ok(());
    }
    let known = seen.map_or(0, |seen| seen.seq).max(ahead.unwrap_or(0));
    let chain = seen.map_or_else(String::new, |seen| layout::hex(&seen.chain));
    let action = Action::new(Operation::Consultation, "log-cut-back", "case")
        .on(session.case_id().uuid())
        .word("known_entry", &known.to_string())
        .word("known_chain", &chain);
    session.note(action)?;
    Ok(())
}

/// Removes what a killed program left behind: objects and slots no row names, files that are not whole.
/// Invitations that have expired no longer open the case. Whoever only reads removes nothing.
fn sweep(session: &Session) -> Result<()> {
    if session.officer().view.role == Role::Reader {
        return Ok(());
    }
    invitation::end_expired(session)?;
    let layout = session.layout();
    let (objects, slots) = session.read(|reader| {
        let objects = object::all(reader.db())?.into_iter().map(|o| o.name);
        let slots = officer::slots(reader.db())?.into_iter().map(|s| s.name);
        Ok((
            objects.collect::<HashSet<_>>(),
            slots.collect::<HashSet<_>>(),
        ))
    })?;
    let found = objects::list(layout)?;
    let mut swept = 0u32;
    for name in found.objects.iter().filter(|name| !objects.contains(*name)) {
        objects::discard(layout, name)?;
        swept += 1;
    }
    for path in found.temporary.iter().chain(&layout::temporary(layout)?) {
        fs::remove_file(path).map_err(Error::io("a temporary file"))?;
        swept += 1;
    }
    for name in slot::names(layout, None)? {
        if !slots.contains(&name) {
            slot::remove(layout, &name)?;
            swept += 1;
        }
    }
    if swept > 0 {
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
pub(crate) fn remember(host: &Host, session: &Session, slot: &str) {
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

/// SHA-256 of a file of the case, for comparing with what case.db says.
pub(crate) fn digest(path: &Path) -> Result<Option<[u8; 32]>> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(Sha256::digest(bytes).into())),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Error::io("a slot")(error)),
    }
}
