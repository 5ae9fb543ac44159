//! Preparing a letter, and writing its text anew.

use super::template::{self, filled};
use super::{FORM, Frozen, expect, read, told};
use crate::case::describe;
use crate::referral::{leaks, submit};
use crate::{Error, Result, Session};
use breakwater_casefile::approval::canonical;
use breakwater_casefile::table::event::{self, Event};
use breakwater_casefile::table::referral::{self, Item, Referral};
use breakwater_casefile::table::{officer, past};
use breakwater_casefile::{Action, Reader, query};
use breakwater_model::LetterId;
use breakwater_model::audit::Operation;
use breakwater_model::letter::{
    EditLetterRequest, LetterKind, LetterState, LetterView, PrepareLetterRequest,
};
use breakwater_model::referral::ReferralState;

/// Makes a letter on an item from the template of its kind and reason. Nothing leaves by it.
///
/// # Errors
/// Refused by rule: `only-sent-have-letters`; `a-withdrawal-stands-first` where the item was not withdrawn. The account is no item of
/// it; a correction that does not say what is put right.
pub fn prepare(session: &Session, request: &PrepareLetterRequest) -> Result<LetterView> {
    let what = request.what.trim();
    if request.kind == LetterKind::Correction && what.is_empty() {
        return Err(Error::Invalid("Say what is to be put right.".into()));
    }
    let id = LetterId::from_uuid(session.host().uuid());
    let (marking, _, _) = describe::heading(session)?;
    let action = Action::new(Operation::Alteration, "letter-prepared", "letter")
        .on(id.uuid())
        .word("kind", word_of(request.kind));
    session.write(action, |w| {
        let (item, frozen) = w.reading(|reader| {
            let found = submit::expect(
                reader,
                request.referral,
                &[ReferralState::Sent, ReferralState::Closed],
                "only-sent-have-letters",
                "A letter is about an item that was sent.",
            )?;
            let items = referral::items(reader, found.row)?;
            let item = items.into_iter().find(|one| one.account == request.account);
            let item = item.ok_or(Error::NotFound("item"))?;
            let events = event::of_referral(reader, found.row)?;
            let of_item: Vec<Event> = events
                .into_iter()
                .filter(|one| one.item == item.row)
                .collect();
            let frozen =
                from_template(reader, id, (&found, &item), (request.kind, what, &of_item))?;
            refuse_leaks(session, reader, &frozen.text)?;
            Ok((item, frozen))
        })?;
        let (json, sha256) = canonical(&frozen)?;
        let row = w.add_letter(id, (item.row, item.account_row), request.kind)?;
        w.add_letter_version(row, (&json, &sha256), marking.as_str())
    })?;
    read(session, id)
}

/// Writes the text anew, as a version of its own: whoever is here becomes a drafter of it. One that was returned is put
/// forward again by it.
///
/// # Errors
/// An empty text; refused by rule: `an-approved-letter-stands`; `a-letter-tells-nothing-of-the-case`.
pub fn edit(session: &Session, request: &EditLetterRequest) -> Result<LetterView> {
    let text = request.text.trim();
    if text.is_empty() {
        return Err(Error::Invalid(
            "A letter without words says nothing.".into(),
        ));
    }
    let (marking, _, _) = describe::heading(session)?;
    let action =
        Action::new(Operation::Alteration, "letter-edited", "letter").on(request.letter.uuid());
    session.write(action, |w| {
        let found = w.reading(|reader| {
            let found = told(reader, request.letter)?;
            expect(
                &found,
                &[LetterState::Prepared, LetterState::Returned],
                "an-approved-letter-stands",
                "An approved letter is not changed. Prepare another one.",
            )?;
            refuse_leaks(session, reader, text)?;
            Ok(found)
        })?;
        let frozen = Frozen {
            text: text.to_owned(),
            ..found.frozen
        };
        let (json, sha256) = canonical(&frozen)?;
        w.add_letter_version(found.letter.row, (&json, &sha256), marking.as_str())
    })?;
    read(session, request.letter)
}

const fn word_of(kind: LetterKind) -> &'static str {
    match kind {
        LetterKind::Withdrawal => "withdrawal",
        LetterKind::Correction => "correction",
    }
}

fn from_template(
    reader: &Reader<'_>,
    letter: LetterId,
    (of, item): (&Referral, &Item),
    (kind, what, events): (LetterKind, &str, &[Event]),
) -> Result<Frozen> {
    let withdrawn = events.iter().rfind(|event| event.kind == "withdrawn");
    let reason = match (kind, withdrawn) {
        (LetterKind::Withdrawal, None) => {
            return Err(Error::refused(
                "a-withdrawal-stands-first",
                "Withdraw the item first: the withdrawal stands at once, and the letter says so.",
            ));
        }
        (LetterKind::Withdrawal, Some(event)) => event.value.as_str(),
        (LetterKind::Correction, _) => "",
    };
    let template = template::of(kind, reason)
        .ok_or_else(|| Error::Internal("no template for this letter".into()))?;
    let sent = events.iter().find(|event| event.kind == "sent");
    let day = sent.map(|event| event.happened.at.utc().format("%-d %B %Y").to_string());
    let theirs = events
        .iter()
        .rfind(|event| event.kind == "acknowledged" || event.kind == "sent")
        .and_then(|event| event.detail.get("reference"))
        .map(|reference| format!(" and yours, {reference}"))
        .unwrap_or_default();
    let address = past::address_of_item(reader, item.row)?.unwrap_or_default();
    let platform = query::platform_view(of.platform.as_str(), 0).name;
    let names = [
        ("platform", platform.as_str()),
        ("reference", &of.outside_reference),
        ("sent", day.as_deref().unwrap_or_default()),
        ("item", &item.label),
        ("address", &address),
        ("theirs", &theirs),
        ("what", what),
    ];
    Ok(Frozen {
        form: FORM,
        letter,
        referral: of.id,
        outside_reference: of.outside_reference.clone(),
        platform: of.platform.as_str().to_owned(),
        item: item.id.to_string(),
        label: item.label.clone(),
        subject: filled(&template.subject, &names),
        text: filled(&template.text, &names),
        address,
    })
}

/// Refuses a text that names the case, its officers or an entry of a register.
fn refuse_leaks(session: &Session, reader: &Reader<'_>, text: &str) -> Result<()> {
    let own = officer::by_row(reader, session.officer().row)?.ok_or(Error::NotFound("officer"))?;
    let found = leaks::of_letter(reader, text, &own)?;
    if found.is_empty() {
        return Ok(());
    }
    Err(Error::Refused {
        rule: "a-letter-tells-nothing-of-the-case",
        message: format!("The letter must not say: {}.", found.join("; ")),
        missing: Vec::new(),
    })
}
