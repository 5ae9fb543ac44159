//! Inviting an officer, and joining with an invitation: one use, seven days.

use crate::audit::Action;
use crate::connection::{self, Mode};
use crate::door::{check_format, enter, identity, nobody, remember, session};
use crate::keyring::{Keyring, Own};
use crate::layout::{CaseJson, Layout, OpenLock};
use crate::session::{Officer, Session};
use crate::slot::{self, Opens, Written};
use crate::table::officer::{self, Invitation, NewOfficer};
use crate::{Error, Host, Result, head, migration};
use age::secrecy::{ExposeSecret, SecretString};
use breakwater_model::audit::Operation;
use breakwater_model::case::Role;
use breakwater_model::{Instant, InvitationId, OfficerId};
use rusqlite::Connection;
use std::path::Path;
use zeroize::Zeroizing;

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
    session.read(|reader| officer::refuse_taken(reader.db(), guest.number))?;
    let once = age::x25519::Identity::generate();
    let bare = session.keyring().with_own(None);
    let written = slot::write(
        session.host(),
        session.layout(),
        &bare,
        &Opens::Recipient(once.to_public()),
    )?;
    let id = InvitationId::from_uuid(session.host().uuid());
    let expires = enter_invitation(session, id, guest, &written)
        .inspect_err(|_| forget(session.layout(), &written))?;
    Ok(Zeroizing::new(format!(
        "# Breakwater invitation 1, for {}, until {expires}. Hand it over in person; it opens the case once.\ncase {}\ninvitation {id}\n{}\n",
        guest.number,
        session.case_id(),
        once.to_string().expose_secret(),
    )))
}

fn enter_invitation(
    session: &Session,
    id: InvitationId,
    guest: &Guest<'_>,
    written: &Written,
) -> Result<Instant> {
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
        w.add_slot(written, "invitation", None, guest.number)?;
        Ok(expires)
    })?;
    Ok(expires)
}

/// Removes a slot that was written for something that was then refused: it opens the case and no row
/// names it. If it cannot be removed now, the next unlock does.
fn forget(layout: &Layout, written: &Written) {
    let _ = slot::remove(layout, &written.name);
}

/// Takes away the slots of invitations that nobody used in time: an expired invitation opens nothing.
pub(crate) fn end_expired(session: &Session) -> Result<()> {
    let now = session.host().now();
    for slot in session.read(|reader| officer::expired_slots(reader.db(), now))? {
        let action = Action::new(Operation::Alteration, "invitation-expired", "invitation");
        session.write(action, |w| {
            w.subject(slot.invitation.uuid());
            w.remove_slot(&slot.name)
        })?;
        slot::remove(session.layout(), &slot.name)?;
    }
    Ok(())
}

/// Joins with an invitation: makes the officer's own slot and signing key, and uses the invitation up.
pub fn join(host: &Host, place: &Path, invitation: &str, passphrase: &str) -> Result<Session> {
    let layout = Layout::new(place);
    CaseJson::read(&layout)?;
    let (id, once) = read(invitation)?;
    let lock = OpenLock::take(&layout)?;
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
    let passphrase = Opens::Passphrase(SecretString::from(passphrase));
    officer::refuse_taken(&db, &invited.number)?;
    let written = slot::write(host, &layout, &keyring, &passphrase)?;
    let joined = Joining {
        layout: &layout,
        keyring: &keyring,
        own: &own,
        invited: &invited,
        written: &written,
    };
    joined
        .enrol(host, lock, db)
        .inspect_err(|_| forget(&layout, &written))?;
    slot::remove(&layout, &invited.slot)?;
    let lock = OpenLock::take(&layout)?;
    let session = enter(host, layout, lock, keyring)?;
    remember(host, &session, &written.name);
    Ok(session)
}

/// Somebody who joins, between their slot and the entry that names it.
struct Joining<'a> {
    layout: &'a Layout,
    keyring: &'a Keyring,
    own: &'a Own,
    invited: &'a Invitation,
    written: &'a Written,
}

impl Joining<'_> {
    /// Enters the officer. On error nothing names their slot.
    fn enrol(&self, host: &Host, lock: OpenLock, db: Connection) -> Result<()> {
        let next = "SELECT coalesce(max(id), 0) + 1 FROM officer";
        let row: i64 = db.query_row(next, [], |row| row.get(0))?;
        let invited = self.invited;
        let view = nobody(self.own, &invited.name, &invited.number, Role::Officer)?;
        let joining = session(
            host,
            self.layout.clone(),
            lock,
            self.keyring.clone(),
            self.own.clone(),
            db,
            Officer { row, view },
        )?;
        let public_key = head::public_line(self.own)?;
        let action = Action::new(Operation::Alteration, "officer-joined", "officer");
        joining.write(action, |w| {
            let row = w.add_officer(&NewOfficer {
                id: self.own.officer,
                name: &invited.name,
                number: &invited.number,
                role: invited.role,
                public_key: &public_key,
            })?;
            w.add_slot(self.written, "officer", Some(row), &invited.number)?;
            w.use_invitation(invited.row, row)?;
            w.remove_slot(&invited.slot)
        })?;
        // Entered: whatever fails from here on, the slot is named. Dropping the session locks the case.
        Ok(())
    }
}

fn used() -> Error {
    Error::refused(
        "one-invitation-one-use",
        "This invitation was used, has expired, or is for another case.",
    )
}

/// The invitation's id and its one-time identity.
fn read(invitation: &str) -> Result<(InvitationId, age::x25519::Identity)> {
    let bad = || Error::Invalid("This is not an invitation to a case.".into());
    let mut lines = invitation.lines();
    let id = lines
        .find_map(|line| line.strip_prefix("invitation "))
        .and_then(|id| id.trim().parse().ok());
    Ok((
        id.ok_or_else(bad)?,
        identity(invitation).map_err(|_| bad())?,
    ))
}

#[cfg(test)]
#[path = "invitation_tests.rs"]
mod tests;
