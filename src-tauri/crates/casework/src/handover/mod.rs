//! Handing over: Today and what was promised, frozen, signed, and taken over by the next officer.

mod page;
pub mod print;

use crate::{Error, Result, Session, outfile};
use breakwater_casefile::approval::{canonical, is_signed_in, sign_in};
use breakwater_casefile::table::handover::{self, Handover};
use breakwater_casefile::table::officer;
use breakwater_casefile::{Action, Reader};
use breakwater_model::HandoverId;
use breakwater_model::audit::Operation;
use breakwater_model::case::{OfficerView, Role};
use breakwater_model::handover::{HandoverPage, HandoverRow, HandoverView};

/// The namespace of both signatures.
pub const NAMESPACE: &str = "breakwater-handover-v1";

/// Freezes Today and the open promises as one page, signed by whoever is here.
///
/// # Errors
/// Refused by rule `readers-change-nothing`.
pub fn give(session: &Session, note: &str) -> Result<HandoverView> {
    let id = HandoverId::from_uuid(session.host().uuid());
    let (page, at) = page::of_now(session, note.trim())?;
    let action = Action::new(Operation::Alteration, "handed-over", "handover")
        .on(id.uuid())
        .word("note", note.trim());
    session.write(action, |w| {
        let number = w.reading(|reader| handover::next_number(reader))?;
        let page = HandoverPage { number, at, ..page };
        let (text, sha256) = canonical(&page)?;
        let signature = sign_in(session, NAMESPACE, &text)?;
        w.add_handover((id, number), (&text, &sha256), &signature)
    })?;
    read(session, id)
}

/// Takes a page over: signs the same bytes with the key of whoever is here.
///
/// # Errors
/// Refused by rule: `a-hand-over-is-taken-by-another`; `a-hand-over-is-signed` if the signature of whoever gave it does not
/// verify; `readers-change-nothing`. Somebody has taken it over before.
pub fn accept(session: &Session, id: HandoverId) -> Result<HandoverView> {
    let action = Action::new(Operation::Alteration, "hand-over-accepted", "handover").on(id.uuid());
    session.write(action, |w| {
        let found = w.reading(|reader| {
            let found = handover::by_id(reader, id)?;
            refuse(session, reader, &found)?;
            Ok(found)
        })?;
        let signature = sign_in(session, NAMESPACE, &found.json)?;
        w.accept_handover(found.row, &signature)
    })?;
    read(session, id)
}

fn refuse(session: &Session, reader: &Reader<'_>, found: &Handover) -> Result<()> {
    if found.officer == session.officer().row {
        return Err(Error::refused(
            "a-hand-over-is-taken-by-another",
            "You gave this hand-over. Another officer of the case takes it over.",
        ));
    }
    if let Some(accepted) = &found.accepted {
        return Err(Error::Invalid(format!(
            "{} took it over at {}.",
            named(reader, accepted.officer)?,
            accepted.at
        )));
    }
    if !is_given(reader, found)? {
        return Err(Error::refused(
            "a-hand-over-is-signed",
            "The signature of this hand-over does not verify against the key of whoever gave it.",
        ));
    }
    Ok(())
}

/// Every hand-over, newest first.
pub fn list(session: &Session) -> Result<Vec<HandoverRow>> {
    session.read(|reader| {
        let all = handover::all(reader)?.into_iter();
        all.map(|one| row(session, reader, &one)).collect()
    })
}

/// Those that whoever is here may take over, newest first.
pub(crate) fn to_take_over(session: &Session) -> Result<Vec<HandoverRow>> {
    session.read(|reader| {
        let all = handover::open(reader, session.officer().row)?.into_iter();
        let rows: Result<Vec<_>> = all.map(|one| row(session, reader, &one)).collect();
        Ok(rows?.into_iter().filter(|row| row.can_accept).collect())
    })
}

/// One hand-over with its page.
pub fn read(session: &Session, id: HandoverId) -> Result<HandoverView> {
    session.read(|reader| {
        let found = handover::by_id(reader, id)?;
        Ok(HandoverView {
            row: row(session, reader, &found)?,
            sha256: outfile::hex(&found.sha256),
            page: page::read(&found.json)?,
        })
    })
}

/// How many wait for whoever is here.
pub(crate) fn waiting(session: &Session) -> Result<u32> {
    if session.officer().view.role == Role::Reader {
        return Ok(0);
    }
    session.read(|reader| handover::waiting(reader, session.officer().row))
}

fn row(session: &Session, reader: &Reader<'_>, found: &Handover) -> Result<HandoverRow> {
    let page = page::read(&found.json)?;
    let is_signed = is_given(reader, found)?;
    let own = session.officer();
    let accepted_by = match &found.accepted {
        Some(accepted) => Some(named(reader, accepted.officer)?),
        None => None,
    };
    let is_accepted = match &found.accepted {
        Some(accepted) => {
            let by = by_row(reader, accepted.officer)?;
            accepted.officer != found.officer
                && (found.is_erased
                    || is_signed_in(NAMESPACE, &found.json, &accepted.signature, &by.public_key))
        }
        None => false,
    };
    Ok(HandoverRow {
        id: found.id,
        number: found.number,
        by: named(reader, found.officer)?,
        at: found.at,
        waiting: page.sections.iter().map(|section| section.total).sum(),
        promises: u32::try_from(page.promises.len()).unwrap_or(u32::MAX),
        is_signed,
        accepted_by,
        accepted_at: found.accepted.as_ref().map(|accepted| accepted.at),
        is_accepted,
        can_accept: is_signed
            && found.accepted.is_none()
            && found.officer != own.row
            && own.view.role != Role::Reader,
    })
}

/// True if the page is what whoever gave it signed; of one from which an erasure took words, that it was is noted.
fn is_given(reader: &Reader<'_>, found: &Handover) -> Result<bool> {
    if found.is_erased {
        return Ok(true);
    }
    let by = by_row(reader, found.officer)?;
    let page = page::read(&found.json)?;
    Ok(page.by.id == by.id
        && page.number == found.number
        && outfile::sha256(found.json.as_bytes()) == outfile::hex(&found.sha256)
        && is_signed_in(NAMESPACE, &found.json, &found.signature, &by.public_key))
}

fn by_row(reader: &Reader<'_>, row: i64) -> Result<OfficerView> {
    officer::by_row(reader, row)?.ok_or(Error::NotFound("officer"))
}

fn named(reader: &Reader<'_>, row: i64) -> Result<String> {
    let by = by_row(reader, row)?;
    Ok(format!("{}, {}", by.name, by.number))
}
