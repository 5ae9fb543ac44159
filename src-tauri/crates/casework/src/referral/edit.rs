//! Changing a draft.

use super::draft::{check_law, check_policy};
use crate::case::officer;
use crate::referral::read;
use crate::{Error, Result, Session};
use breakwater_casefile::table::exhibit;
use breakwater_casefile::table::referral::{self, Item, ItemField, Referral, ReferralField};
use breakwater_casefile::{Action, Writer};
use breakwater_model::audit::Operation;
use breakwater_model::case::OfficerRequest;
use breakwater_model::referral::{EditReferralRequest, ReferralState, ReferralView, Route};
use breakwater_model::{ItemId, ReferralId, WorldTime};

/// Changes one field. `item.2.why` names a field of the second item; a field of items without a number
/// changes it in all of them.
pub fn edit(session: &Session, request: &EditReferralRequest) -> Result<ReferralView> {
    let (found, items) = open(session, request.referral)?;
    let value = request.value.trim();
    let (position, field) = numbered(&request.field)?;
    let chosen: Vec<&Item> = items
        .iter()
        .enumerate()
        .filter(|(at, item)| {
            request.item.is_none_or(|id| item.id == id)
                && position.is_none_or(|number| number == at + 1)
        })
        .map(|(_, item)| item)
        .collect();
    if (request.item.is_some() || position.is_some()) && chosen.is_empty() {
        return Err(Error::NotFound("item"));
    }
    if matches!(field, "email" | "phone") {
        let mut own = OfficerRequest::default();
        if field == "email" {
            own.email = Some(value.to_owned());
        } else {
            own.phone = Some(value.to_owned());
        }
        officer::set(session, &own)?;
        return read::read(session, request.referral);
    }
    let action = Action::new(Operation::Alteration, "referral-edited", "referral")
        .on(request.referral.uuid());
    if let Some((field, value)) = whole_field(session, &found, field, value)? {
        let old = before(&found, field);
        if old != value {
            session.write(action, |w| {
                w.set_referral(found.row, field, old.as_deref(), value.as_deref())
            })?;
        }
    } else {
        let new = ItemChange::read(session, field, value, &chosen)?;
        session.write(action, |w| {
            chosen
                .iter()
                .try_for_each(|item| new.apply(w, found.row, item))
        })?;
    }
    read::read(session, request.referral)
}

fn numbered(field: &str) -> Result<(Option<usize>, &str)> {
    let Some(rest) = field.strip_prefix("item.") else {
        return Ok((None, field));
    };
    let (number, field) = rest
        .split_once('.')
        .ok_or_else(|| Error::Invalid(format!("{field:?} is not a field: write item.1.why.")))?;
    let number = number
        .parse()
        .map_err(|_| Error::Invalid(format!("{number:?} is not the number of an item.")))?;
    Ok((Some(number), field))
}

/// The draft and its items, or why it cannot be changed.
fn open(session: &Session, id: ReferralId) -> Result<(Referral, Vec<Item>)> {
    let (found, items) = session.read(|reader| {
        let found = referral::by_id(reader, id)?;
        let items = referral::items(reader, found.row)?;
        Ok((found, items))
    })?;
    if found.state == ReferralState::Draft {
        return Ok((found, items));
    }
    Err(Error::refused(
        "only-drafts-are-edited",
        "Only a draft can be changed; ask for it to be returned first.",
    ))
}

fn whole_field(
    session: &Session,
    found: &Referral,
    field: &str,
    value: &str,
) -> Result<Option<(ReferralField, Option<String>)>> {
    let some = (!value.is_empty()).then(|| value.to_owned());
    Ok(Some(match field {
        "title" if value.is_empty() => {
            return Err(Error::Invalid("A referral needs a title.".into()));
        }
        "title" => (ReferralField::Title, some),
        "summary" => (ReferralField::Summary, Some(value.to_owned())),
        "from" => (ReferralField::Sender, some),
        "policy" => {
            check_policy(some.as_deref(), found.platform.as_str())?;
            (ReferralField::Policy, some)
        }
        "law" => {
            check_law(some.as_deref(), found.route)?;
            (ReferralField::Law, some)
        }
        "route" => {
            let route = route(value)?;
            check_law(found.law.as_deref(), route)?;
            (ReferralField::Route, some)
        }
        "good_faith" | "good-faith" => {
            let given = matches!(value.to_lowercase().as_str(), "yes" | "true" | "given");
            let by = format!(
                "{}, {}",
                session.officer().view.number,
                session.host().now()
            );
            (
                ReferralField::GoodFaith,
                Some(if given { by } else { String::new() }),
            )
        }
        _ => return Ok(None),
    }))
}

fn before(found: &Referral, field: ReferralField) -> Option<String> {
    match field {
        ReferralField::Title => Some(found.title.clone()),
        ReferralField::Policy => found.policy.clone(),
        ReferralField::Law => found.law.clone(),
        ReferralField::Route => serde_json::to_value(found.route)
            .ok()
            .and_then(|word| word.as_str().map(str::to_owned)),
        ReferralField::Summary => Some(found.summary.clone()),
        ReferralField::Sender => found.sender.clone(),
        ReferralField::GoodFaith => Some(found.good_faith.clone()),
    }
}

fn route(value: &str) -> Result<Route> {
    match value {
        "voluntary" => Ok(Route::Voluntary),
        "legal-request" => Ok(Route::LegalRequest),
        "dsa-notice" => Ok(Route::DsaNotice),
        "osa" => Ok(Route::Osa),
        _ => Err(Error::Invalid(format!(
            "{value:?} is not a route: voluntary, legal-request, dsa-notice or osa."
        ))),
    }
}

enum ItemChange {
    Text(ItemField, Option<String>),
    Live(Option<WorldTime>),
}

impl ItemChange {
    fn read(session: &Session, field: &str, value: &str, chosen: &[&Item]) -> Result<Self> {
        let some = (!value.is_empty()).then(|| value.to_owned());
        let whole = Some(value.to_owned());
        Ok(match field {
            "why" => Self::Text(ItemField::Why, whole),
            "words" => Self::Text(ItemField::Words, whole),
            "place" => Self::Text(ItemField::Place, whole),
            "address" => Self::Text(ItemField::Address, some),
            "translation" => Self::Text(ItemField::Translation, some),
            "translation_by" => Self::Text(ItemField::TranslationBy, some),
            "exhibits" => Self::Text(ItemField::Exhibits, Some(exhibits(session, value, chosen)?)),
            "seen_live" | "seen-live" => Self::Live(live(session, some.as_deref())?),
            _ => {
                return Err(Error::Invalid(format!(
                    "A referral has no field called {field:?}."
                )));
            }
        })
    }

    fn apply(&self, w: &mut Writer<'_>, referral: i64, item: &Item) -> Result<()> {
        match self {
            Self::Live(live) => w.set_item_live(referral, item, live.as_ref()),
            Self::Text(field, value) => {
                let old = match field {
                    ItemField::Why => Some(item.why.clone()),
                    ItemField::Words => Some(item.words.clone()),
                    ItemField::Place => Some(item.place.clone()),
                    ItemField::Address => item.address.clone(),
                    ItemField::Translation => item.translation.clone(),
                    ItemField::TranslationBy => item.translation_by.clone(),
                    ItemField::Exhibits => Some(serde_json::to_string(&item.exhibits)?),
                };
                w.set_item(referral, item, *field, old.as_deref(), value.as_deref())
            }
        }
    }
}

fn live(session: &Session, value: Option<&str>) -> Result<Option<WorldTime>> {
    let Some(value) = value else { return Ok(None) };
    let time = breakwater_text::date::read(value)
        .map_err(|error| Error::Invalid(format!("Seen live: {error}.")))?;
    if time.precision == breakwater_model::Precision::Second
        && time.at > session.host().now().plus_ms(60_000)
    {
        return Err(Error::Invalid(
            "The time it was seen live has not come yet.".into(),
        ));
    }
    Ok(Some(time))
}

fn exhibits(session: &Session, value: &str, chosen: &[&Item]) -> Result<String> {
    let [item] = chosen else {
        return Err(Error::Invalid(
            "Name the item whose exhibits are chosen.".into(),
        ));
    };
    let known = session.read(|reader| exhibit::of_account(reader, item.account_row))?;
    let ids = value
        .split(',')
        .map(str::trim)
        .filter(|number| !number.is_empty())
        .map(|number| {
            known
                .iter()
                .find(|exhibit| exhibit.label == number && !exhibit.is_stopped)
                .map(|exhibit| exhibit.id)
                .ok_or_else(|| {
                    Error::Invalid(format!("{number} is not an exhibit of this account."))
                })
        })
        .collect::<Result<Vec<_>>>()?;
    Ok(serde_json::to_string(&ids)?)
}

/// Takes an item out, with a reason for the audit log; its account stands at *refer* again. The last item
/// cannot be taken out: discard the draft.
pub fn remove_item(
    session: &Session,
    id: ReferralId,
    item: ItemId,
    reason: &str,
) -> Result<ReferralView> {
    let reason = needed(reason, "Say why the item is taken out.")?;
    let (_, items) = open(session, id)?;
    let found = items
        .iter()
        .find(|one| one.id == item)
        .ok_or(Error::NotFound("item"))?;
    if items.len() == 1 {
        return Err(Error::refused(
            "a-referral-has-an-item",
            "This is the last item; discard the draft instead.",
        ));
    }
    let action = Action::new(Operation::Alteration, "referral-item-removed", "referral")
        .on(id.uuid())
        .word("reason", reason);
    session.write(action, |w| w.remove_item(found.row, found.account_row))?;
    read::read(session, id)
}

/// Discards a draft, with a reason for the audit log; its accounts stand at *refer* again.
pub fn discard(session: &Session, id: ReferralId, reason: &str) -> Result<()> {
    let reason = needed(reason, "Say why the draft is discarded.")?;
    let (found, items) = open(session, id)?;
    let action = Action::new(Operation::Alteration, "referral-discarded", "referral")
        .on(id.uuid())
        .word("reason", reason);
    session.write(action, |w| {
        w.discard_referral(found.row)?;
        for item in &items {
            w.remove_item(item.row, item.account_row)?;
        }
        Ok(())
    })?;
    Ok(())
}

/// The words of a step that cannot be taken back; without them it is not done.
fn needed<'a>(reason: &'a str, ask: &str) -> Result<&'a str> {
    let reason = reason.trim();
    if reason.is_empty() {
        return Err(Error::Invalid(ask.into()));
    }
    Ok(reason)
}
