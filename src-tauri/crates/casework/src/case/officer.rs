//! Officers of the case: inviting, joining, their own particulars.

use crate::case::strength;
use crate::{Error, Host, Result, Session, outfile};
use breakwater_casefile::table::{self, officer};
use breakwater_casefile::{Action, door};
use breakwater_model::Instant;
use breakwater_model::audit::Operation;
use breakwater_model::case::{InviteRequest, OfficerRequest, OfficerView, StrengthRequest};
use std::path::Path;

/// Writes an invitation file: one use, 7 days. Gives whoever invites, as the log names them.
pub fn invite(session: &Session, request: &InviteRequest, out: &Path) -> Result<OfficerView> {
    if request.name.trim().is_empty() || request.number.trim().is_empty() {
        return Err(Error::Invalid(
            "An invitation needs the officer's name and number.".into(),
        ));
    }
    outfile::check_place(out)?;
    let text = door::invite(
        session,
        &door::Guest {
            name: request.name.trim(),
            number: request.number.trim(),
            role: request.role,
            recovery_key: request
                .recovery_key
                .as_deref()
                .filter(|key| !key.trim().is_empty()),
        },
    )?;
    outfile::write_checked(out, |file| {
        file.write_all(text.as_bytes())
            .map_err(Error::io("the invitation"))
    })?;
    own(session)
}

/// Joins with an invitation and a passphrase nobody else knows.
pub fn join(host: &Host, place: &Path, invitation: &Path, passphrase: &str) -> Result<Session> {
    let text = std::fs::read_to_string(invitation).map_err(Error::io("the invitation"))?;
    strength::demand(&StrengthRequest {
        passphrase: passphrase.to_owned(),
        known: Vec::new(),
    })?;
    door::join(host, place, &text, passphrase)
}

/// Changes the officer's own particulars.
pub fn set(session: &Session, request: &OfficerRequest) -> Result<OfficerView> {
    let before = own(session)?;
    let reads = match &request.reads {
        None => None,
        Some(codes) => Some(serde_json::to_string(&known_languages(codes)?)?),
    };
    let team = match &request.team {
        None => None,
        Some(team) => Some(in_team(session, team, request.team_from.as_deref())?),
    };
    let is_other = |name: &str| name != before.team.as_deref().unwrap_or_default();
    let team = team.filter(|(name, _)| request.team_from.is_some() || is_other(name));
    let action =
        Action::new(Operation::Alteration, "officer-changed", "officer").on(before.id.uuid());
    session.write(action, |w| {
        let fields = [
            ("email", before.email.as_deref(), request.email.as_deref()),
            ("phone", before.phone.as_deref(), request.phone.as_deref()),
            ("badge", before.badge.as_deref(), request.badge.as_deref()),
        ];
        for (field, old, new) in fields {
            if let Some(new) = new.filter(|new| Some(*new) != old) {
                w.set_officer(field, old, new.trim())?;
            }
        }
        if let Some(reads) = &reads {
            w.set_officer("reads", Some(&serde_json::to_string(&before.reads)?), reads)?;
        }
        if let Some((name, from)) = &team {
            w.set_team(name, *from)?;
        }
        Ok(())
    })?;
    own(session)
}

/// A team as it is written in this case, and from when on the officer is in it: from the beginning where they said none
/// before, else from today, if no day is given.
fn in_team(session: &Session, team: &str, from: Option<&str>) -> Result<(String, i64)> {
    let name = team.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.starts_with('(') {
        return Err(Error::Invalid(
            "A team's name does not begin with a bracket: figures name parts so that are no team."
                .into(),
        ));
    }
    let known = session.read(|reader| table::team::names(reader))?;
    let same = known
        .into_iter()
        .find(|known| known.to_lowercase() == name.to_lowercase());
    let is_said = session.read(|reader| table::team::is_said(reader, session.officer().row))?;
    let now = session.host().now();
    let from = match from.map(str::trim).filter(|day| !day.is_empty()) {
        Some(day) => Instant::parse(&format!("{day}T00:00:00Z"))
            .ok_or_else(|| Error::Invalid(format!("{day:?} is no day. Write it as YYYY-MM-DD.")))?,
        None if is_said => Instant(now.0 - now.0.rem_euclid(DAY)),
        None => Instant(0),
    };
    if from > now {
        return Err(Error::Invalid(
            "That day has not come yet. Say the team once it has changed.".into(),
        ));
    }
    Ok((same.unwrap_or(name), from.0))
}

/// Milliseconds.
const DAY: i64 = 86_400_000;

fn known_languages(given: &[String]) -> Result<Vec<&'static str>> {
    given
        .iter()
        .filter(|text| !text.trim().is_empty())
        .map(|text| {
            breakwater_text::language::code(text).ok_or_else(|| {
                Error::Invalid(format!(
                    "{text:?} is not a language this program knows by name or code."
                ))
            })
        })
        .collect()
}

/// Whoever opened the case, as they stand now.
pub(crate) fn own(session: &Session) -> Result<OfficerView> {
    session.read(|reader| {
        officer::by_id(reader, session.own().officer)?
            .map(|(_, view)| view)
            .ok_or(Error::NotFound("officer"))
    })
}

/// All officers.
pub fn list(session: &Session) -> Result<Vec<OfficerView>> {
    session.read(|reader| officer::all(reader))
}
