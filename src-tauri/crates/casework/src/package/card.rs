//! Whom a case knows at other workstations: cards out, cards in, and a supervisor's word on a key.

use super::{fingerprint, is_same_key};
use crate::case::officer;
use crate::{Error, Result, Session, infile, outfile};
use breakwater_casefile::table::colleague::{self, Colleague};
use breakwater_casefile::table::officer as officers;
use breakwater_casefile::{Action, parcel};
use breakwater_model::OfficerId;
use breakwater_model::audit::Operation;
use breakwater_model::case::Role;
use breakwater_model::package::{CardView, ColleagueView};
use std::path::Path;

const TITLE: &str = "Breakwater card 1";
/// Bytes of a card.
const LONGEST: u64 = 16 << 10;

/// What others need to send whoever is here a package.
pub fn card(session: &Session) -> Result<CardView> {
    let own = officer::own(session)?;
    Ok(CardView {
        id: own.id,
        name: own.name,
        number: own.number,
        fingerprint: fingerprint(&own.public_key)?,
        recipient: parcel::recipient(session)?,
    })
}

/// Writes the card: public, no secret stands in it.
pub fn save_card(session: &Session, out: &Path) -> Result<CardView> {
    let view = card(session)?;
    let own = officer::own(session)?;
    let text = format!(
        "{TITLE}\nofficer {}\nnumber {}\nname {}\nkey {}\nrecipient {}\nfingerprint {}\n",
        view.id,
        one_line(&view.number),
        one_line(&view.name),
        own.public_key.trim(),
        view.recipient,
        view.fingerprint
    );
    outfile::write_checked(out, |file| {
        file.write_all(text.as_bytes())
            .map_err(Error::io("the card"))
    })?;
    Ok(view)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Everybody on the list.
pub fn colleagues(session: &Session) -> Result<Vec<ColleagueView>> {
    session.read(|reader| {
        colleague::all(reader)?
            .into_iter()
            .map(|one| view(&one))
            .collect()
    })
}

fn view(one: &Colleague) -> Result<ColleagueView> {
    let (by, at) = one.confirmed.clone().unzip();
    Ok(ColleagueView {
        id: one.id,
        name: one.name.clone(),
        number: one.number.clone(),
        fingerprint: fingerprint(&one.public_key)?,
        recipient: one.recipient.clone(),
        confirmed_by: by,
        confirmed_at: at,
    })
}

/// Puts a colleague on the list from their card. Their key counts once a supervisor confirmed it.
///
/// # Errors
/// The file is no card, with the line; the key or the number is known already.
pub fn add(session: &Session, file: &Path) -> Result<ColleagueView> {
    let new = parse(&infile::text(file, LONGEST, "card")?)?;
    let action = Action::new(Operation::Alteration, "colleague-added", "colleague")
        .word("colleague", &format!("{}, {}", new.name, new.number))
        .word("fingerprint", &fingerprint(&new.public_key)?);
    session.write(action, |w| {
        w.reading(|reader| {
            let is_known = |key: &str, number: &str| {
                is_same_key(key, &new.public_key) || number == new.number
            };
            let of_case = officers::all(reader)?;
            let on_list = colleague::all(reader)?;
            let known = of_case
                .iter()
                .map(|one| (&one.public_key, &one.number))
                .chain(on_list.iter().map(|one| (&one.public_key, &one.number)))
                .any(|(key, number)| is_known(key, number));
            if known {
                return Err(Error::refused(
                    "a-colleague-is-known-once",
                    format!(
                        "The number {} or this key is known to the case already. Take the colleague off the list first if the key is a new one.",
                        new.number
                    ),
                ));
            }
            Ok(())
        })?;
        w.add_colleague(&new)
    })?;
    view(&new)
}

fn parse(text: &str) -> Result<Colleague> {
    let wrong = |line: usize, what: &str| {
        Error::Invalid(format!("This is no card: line {line} is not {what}."))
    };
    let mut lines = (1..).zip(text.lines());
    if lines.next().map(|(_, line)| line.trim()) != Some(TITLE) {
        return Err(wrong(1, &format!("{TITLE:?}")));
    }
    let mut value = |name: &'static str| {
        let (number, line) = lines.next().unwrap_or((0, ""));
        let value = line.strip_prefix(name).map(str::trim).unwrap_or_default();
        if value.is_empty() {
            return Err(wrong(number, &format!("{name:?} with what it is")));
        }
        Ok(value.to_owned())
    };
    let id = value("officer ")?;
    let new = Colleague {
        row: 0,
        id: id.parse().map_err(|_| wrong(2, "an officer's id"))?,
        number: value("number ")?,
        name: value("name ")?,
        public_key: value("key ")?,
        recipient: parcel::checked_recipient(&value("recipient ")?)?,
        confirmed: None,
    };
    if value("fingerprint ")? != fingerprint(&new.public_key)? {
        return Err(wrong(7, "the fingerprint of the key on line 5"));
    }
    Ok(new)
}

/// Confirms a colleague's key: the fingerprint was compared by another road than the card came.
///
/// # Errors
/// Refused by rule: `a-supervisor-confirms`, `the-fingerprint-is-the-keys`; nobody on the list has this number.
pub fn confirm(session: &Session, number: &str, given: &str) -> Result<ColleagueView> {
    let found = on_list(session, number)?;
    if session.officer().view.role != Role::Supervisor {
        return Err(Error::refused(
            "a-supervisor-confirms",
            "Only a supervisor confirms the key of a colleague at another workstation.",
        ));
    }
    let known = fingerprint(&found.public_key)?;
    if given.trim() != known {
        return Err(Error::refused(
            "the-fingerprint-is-the-keys",
            format!(
                "{} is not the fingerprint of the key on the card of {}. Somebody may have put another card in its place: do not go on before you know.",
                given.trim(),
                found.number
            ),
        ));
    }
    let action = Action::new(Operation::Alteration, "colleague-confirmed", "colleague")
        .word("colleague", &format!("{}, {}", found.name, found.number))
        .word("fingerprint", &known);
    session.write(action, |w| w.confirm_colleague(found.row, &known))?;
    view(&on_list(session, number)?)
}

/// Takes a colleague off the list: what they sign from then on does not count.
///
/// # Errors
/// Nobody on the list has this number.
pub fn remove(session: &Session, number: &str) -> Result<()> {
    let found = on_list(session, number)?;
    let action = Action::new(Operation::Alteration, "colleague-removed", "colleague")
        .word("colleague", &format!("{}, {}", found.name, found.number));
    session.write(action, |w| w.remove_colleague(found.row))?;
    Ok(())
}

fn on_list(session: &Session, number: &str) -> Result<Colleague> {
    let all = session.read(|reader| colleague::all(reader))?;
    let by_id: Option<OfficerId> = number.trim().parse().ok();
    all.into_iter()
        .find(|one| one.number == number.trim() || Some(one.id) == by_id)
        .ok_or_else(|| {
            Error::Invalid(format!(
                "Nobody on the list of colleagues has the number {:?}.",
                number.trim()
            ))
        })
}
