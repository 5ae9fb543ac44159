//! Duty contacts: public lines that come with the program, each with its source and date, until the unit changes the
//! list; from then on the unit's own list, whole, as a fact of the case.

use crate::{Error, Result, Session, limits};
use breakwater_casefile::table::fact;
use breakwater_casefile::{Action, Reader};
use breakwater_model::assessment::SafeguardingKind;
use breakwater_model::audit::Operation;
use breakwater_model::duty::{ContactStanding, DutyContactRequest, DutyContactView};
use chrono::{Duration, NaiveDate};
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// The fact of the case that holds the unit's list.
const KEY: &str = "duty-contacts";
/// Days after which a contact is to be looked at again, by name of its limit.
const REVIEW: &str = "duty-contact-review";
/// Where a contact of the unit's own comes from.
const UNIT: &str = "The unit";
/// Contacts of a case.
const MOST: usize = 200;
/// Signs of a field.
const LONGEST: usize = 400;

/// A contact as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Contact {
    code: String,
    kinds: Vec<SafeguardingKind>,
    name: String,
    how: String,
    number: String,
    note: String,
    standing: ContactStanding,
    source: String,
    date: NaiveDate,
    review_by: Option<NaiveDate>,
}

/// A row of the table that comes with the program.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    code: String,
    kinds: String,
    name: String,
    how: String,
    number: String,
    note: String,
    standing: ContactStanding,
    source: String,
    date: NaiveDate,
}

static OWN: LazyLock<std::result::Result<Vec<Contact>, String>> = LazyLock::new(|| {
    csv::Reader::from_reader(include_str!("../../data/duty_contacts.csv").as_bytes())
        .into_deserialize::<Row>()
        .map(|row| {
            let row = row.map_err(|error| format!("data/duty_contacts.csv: {error}"))?;
            let kinds = row.kinds.split(';').map(|kind| {
                serde_json::from_value(serde_json::Value::String(kind.trim().to_owned()))
                    .map_err(|error| format!("data/duty_contacts.csv: {}: {error}", row.code))
            });
            Ok(Contact {
                kinds: kinds.collect::<std::result::Result<_, String>>()?,
                code: row.code,
                name: row.name,
                how: row.how,
                number: row.number,
                note: row.note,
                standing: row.standing,
                source: row.source,
                date: row.date,
                review_by: None,
            })
        })
        .collect()
});

/// The contacts that hold in this case, in the order of the list.
pub fn contacts(session: &Session) -> Result<Vec<DutyContactView>> {
    let today = today(session);
    let kept = session.read(kept)?;
    Ok(kept.into_iter().map(|one| view(one, today)).collect())
}

/// Adds a contact or changes one. From then on it is confirmed by the unit, as of today.
///
/// # Errors
/// A contact without a name, a way to be told, or anything it is told of; a day that is none or has passed; a code
/// that is not in the list.
pub fn put(session: &Session, request: &DutyContactRequest) -> Result<Vec<DutyContactView>> {
    let today = today(session);
    let contact = checked(request, today)?;
    let action = Action::new(Operation::Alteration, "duty-contacts-changed", "case")
        .word("contact", &contact.name);
    session.write(action, |w| {
        let mut all = w.reading(kept)?;
        match &request.code {
            Some(code) => {
                let place = all.iter_mut().find(|one| one.code == *code);
                *place.ok_or(Error::NotFound("duty contact"))? = Contact {
                    code: code.clone(),
                    ..contact
                };
            }
            None if all.len() >= MOST => {
                return Err(Error::Invalid(format!(
                    "There are {MOST} contacts already: remove one first."
                )));
            }
            None => all.push(Contact {
                code: w.uuid().to_string(),
                ..contact
            }),
        }
        w.set_fact(KEY, &serde_json::to_string(&all)?)
    })?;
    contacts(session)
}

/// Takes a contact off the list.
///
/// # Errors
/// It is not in the list.
pub fn remove(session: &Session, code: &str) -> Result<Vec<DutyContactView>> {
    let action =
        Action::new(Operation::Alteration, "duty-contacts-changed", "case").word("removed", code);
    session.write(action, |w| {
        let mut all = w.reading(kept)?;
        let before = all.len();
        all.retain(|one| one.code != code);
        if all.len() == before {
            return Err(Error::NotFound("duty contact"));
        }
        w.set_fact(KEY, &serde_json::to_string(&all)?)
    })?;
    contacts(session)
}

fn kept(reader: &Reader<'_>) -> Result<Vec<Contact>> {
    match fact::get(reader, KEY)? {
        Some(text) => serde_json::from_str(&text)
            .map_err(|error| Error::Damaged(format!("the duty contacts: {error}"))),
        None => OWN.clone().map_err(|error| Error::Internal(error.clone())),
    }
}

fn today(session: &Session) -> NaiveDate {
    session.host().now().utc().date_naive()
}

/// The day by which a contact of this date is to be looked at again.
fn usual(date: NaiveDate) -> NaiveDate {
    date + Duration::milliseconds(limits::days_ms(REVIEW))
}

fn view(contact: Contact, today: NaiveDate) -> DutyContactView {
    let review_by = contact.review_by.unwrap_or_else(|| usual(contact.date));
    DutyContactView {
        code: contact.code,
        kinds: contact.kinds,
        name: contact.name,
        how: contact.how,
        number: contact.number,
        note: contact.note,
        standing: contact.standing,
        source: contact.source,
        date: contact.date.to_string(),
        review_by: review_by.to_string(),
        is_overdue: review_by < today,
    }
}

fn checked(request: &DutyContactRequest, today: NaiveDate) -> Result<Contact> {
    let filled = |text: &str, what: &str| {
        let text = text.trim();
        if text.is_empty() {
            return Err(Error::Invalid(format!("{what} is empty.")));
        }
        within(text, what)
    };
    if request.kinds.is_empty() {
        return Err(Error::Invalid("Say what they are told of.".into()));
    }
    let mut kinds = Vec::new();
    for kind in &request.kinds {
        if !kinds.contains(kind) {
            kinds.push(*kind);
        }
    }
    let review_by = request.review_by.as_deref().map(str::trim);
    let review_by = match review_by.filter(|day| !day.is_empty()) {
        None => None,
        Some(day) => {
            let read = NaiveDate::parse_from_str(day, "%Y-%m-%d").map_err(|_| {
                Error::Invalid(format!("{day:?} is not a day: write it as 2027-05-31."))
            })?;
            if read < today {
                return Err(Error::Invalid(format!(
                    "{read} has passed: choose a day to come."
                )));
            }
            Some(read)
        }
    };
    Ok(Contact {
        code: String::new(),
        kinds,
        name: filled(&request.name, "Who they are")?,
        how: filled(&request.how, "How they are told")?,
        number: within(request.number.trim(), "The number")?,
        note: within(request.note.trim(), "The note")?,
        standing: ContactStanding::Confirmed,
        source: UNIT.to_owned(),
        date: today,
        review_by,
    })
}

fn within(text: &str, what: &str) -> Result<String> {
    if text.chars().count() > LONGEST {
        return Err(Error::Invalid(format!(
            "{what} is longer than {LONGEST} signs."
        )));
    }
    Ok(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_contact_that_comes_along_has_a_source_and_a_day() {
        let own = OWN.as_ref().unwrap();
        for contact in own {
            let has_source = contact.source.starts_with("http");
            assert_eq!(has_source, contact.standing == ContactStanding::Sourced);
            assert!(
                !contact.number.is_empty() || !has_source,
                "{}",
                contact.code
            );
            assert!(usual(contact.date) > contact.date);
        }
        for kind in crate::facts::safeguarding_kinds() {
            let is_told = |contact: &Contact| contact.kinds.contains(&kind.kind);
            assert!(own.iter().any(is_told), "nobody is told of {:?}", kind.kind);
        }
    }
}
