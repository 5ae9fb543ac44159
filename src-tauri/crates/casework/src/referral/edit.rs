//! Changing a draft.

use super::addresses;
use super::field;
use super::whole::{before, put, whole_field};
use crate::case::officer;
use crate::referral::read;
use crate::{Error, Result, Session};
use breakwater_casefile::table::exhibit;
use breakwater_casefile::table::referral::{self, Item, ItemField, Referral, ReferralField};
use breakwater_casefile::{Action, Reader, Writer};
use breakwater_model::audit::Operation;
use breakwater_model::case::OfficerRequest;
use breakwater_model::referral::{EditReferralRequest, ReferralState, ReferralView};
use breakwater_model::{ReferralId, WorldTime};

/// Changes one field. `item.2.why` names a field of the second item; a field of items without a number
/// changes it in all of them.
pub fn edit(session: &Session, request: &EditReferralRequest) -> Result<ReferralView> {
    edit_all(session, request.referral, std::slice::from_ref(request))
}

/// Changes several fields of one draft in one act: all of them, or none where one is refused. Each sees what those
/// before it changed.
pub fn edit_all(
    session: &Session,
    id: ReferralId,
    requests: &[EditReferralRequest],
) -> Result<ReferralView> {
    let asked = session.read(|reader| Plan::make(reader, session, id, requests))?;
    if !asked.changes.is_empty() {
        let action =
            Action::new(Operation::Alteration, "referral-edited", "referral").on(id.uuid());
        session.write(action, |w| {
            let plan = w.reading(|reader| Plan::make(reader, session, id, requests))?;
            reopen(w, plan.referral, plan.state)?;
            plan.changes
                .iter()
                .try_for_each(|change| change.apply(w, plan.referral))
        })?;
    }
    if asked.own != OfficerRequest::default() {
        officer::set(session, &asked.own)?;
    }
    read::read(session, id)
}

/// What some requests change, worked out before anything is written.
struct Plan {
    referral: i64,
    state: ReferralState,
    changes: Vec<Change>,
    own: OfficerRequest,
}

enum Change {
    Whole(ReferralField, Option<String>, Option<String>),
    OfItem(ItemChange, Box<Item>),
}

impl Change {
    fn apply(&self, w: &mut Writer<'_>, referral: i64) -> Result<()> {
        match self {
            Self::Whole(field, old, new) => {
                w.set_referral(referral, *field, old.as_deref(), new.as_deref())
            }
            Self::OfItem(change, item) => change.apply(w, referral, item),
        }
    }
}

impl Plan {
    fn make(
        reader: &Reader<'_>,
        session: &Session,
        id: ReferralId,
        requests: &[EditReferralRequest],
    ) -> Result<Self> {
        let (mut found, mut items) = open(reader, id)?;
        let mut plan = Self {
            referral: found.row,
            state: found.state,
            changes: Vec::new(),
            own: OfficerRequest::default(),
        };
        for request in requests {
            plan.add(reader, session, request, (&mut found, &mut items))?;
        }
        Ok(plan)
    }

    fn add(
        &mut self,
        reader: &Reader<'_>,
        session: &Session,
        request: &EditReferralRequest,
        (found, items): (&mut Referral, &mut [Item]),
    ) -> Result<()> {
        let value = request.value.trim();
        let (position, field) = field::named(&request.field)?;
        let mut chosen: Vec<&mut Item> = (1..)
            .zip(items)
            .filter(|(number, item)| {
                request.item.is_none_or(|id| item.id == id)
                    && position.is_none_or(|wanted| wanted == *number)
            })
            .map(|(_, item)| item)
            .collect();
        if (request.item.is_some() || position.is_some()) && chosen.is_empty() {
            return Err(Error::NotFound("item"));
        }
        match field {
            "email" | "phone" | "badge" if value.is_empty() => {
                return Err(Error::Invalid(format!(
                    "{field} is your own, in every referral: change it in Settings, You (officer-set)."
                )));
            }
            "email" => self.own.email = Some(value.to_owned()),
            "phone" => self.own.phone = Some(value.to_owned()),
            "badge" => self.own.badge = Some(value.to_owned()),
            _ => {
                if let Some((field, value)) = whole_field(session, found, field, value)? {
                    let old = before(found, field);
                    if old != value {
                        put(found, field, value.as_deref())?;
                        self.changes.push(Change::Whole(field, old, value));
                    }
                    return Ok(());
                }
                let change = ItemChange::read(reader, session, field, value, &chosen)?;
                let follows = change.followed_by(found.platform.as_str());
                for item in &mut chosen {
                    for change in [Some(&change), follows.as_ref()].into_iter().flatten() {
                        self.changes
                            .push(Change::OfItem(change.clone(), Box::new((**item).clone())));
                        change.put(item)?;
                    }
                }
            }
        }
        Ok(())
    }
}

/// Makes a draft again of what is changed: a submission that was changed is none, and its approval is void.
pub(super) fn reopen(w: &mut Writer<'_>, referral: i64, state: ReferralState) -> Result<()> {
    if state != ReferralState::Draft {
        w.void_approvals(referral)?;
        w.move_referral(referral, state, ReferralState::Draft)?;
    }
    Ok(())
}

/// A referral that was not sent and its items, or why it cannot be changed.
pub(super) fn open(reader: &Reader<'_>, id: ReferralId) -> Result<(Referral, Vec<Item>)> {
    let found = referral::by_id(reader, id)?;
    if matches!(found.state, ReferralState::Sent | ReferralState::Closed) {
        return Err(Error::refused(
            "sent-stays-as-it-was-sent",
            "What was sent is not changed; withdraw an item, or refer it anew.",
        ));
    }
    let items = referral::items(reader, found.row)?;
    Ok((found, items))
}

#[derive(Clone)]
enum ItemChange {
    Text(ItemField, Option<String>),
    Live(Option<WorldTime>),
}

impl ItemChange {
    fn read(
        reader: &Reader<'_>,
        session: &Session,
        field: &str,
        value: &str,
        chosen: &[&mut Item],
    ) -> Result<Self> {
        let some = (!value.is_empty()).then(|| value.to_owned());
        let whole = Some(value.to_owned());
        Ok(match field {
            "why" => Self::Text(ItemField::Why, whole),
            "words" => Self::Text(ItemField::Words, whole),
            "place" => Self::Text(ItemField::Place, whole),
            "address" => Self::Text(ItemField::Address, some),
            "translation" => Self::Text(ItemField::Translation, some),
            "translation_by" => Self::Text(ItemField::TranslationBy, some),
            "exhibits" => Self::Text(ItemField::Exhibits, Some(exhibits(reader, value, chosen)?)),
            "seen_live" | "seen-live" => Self::Live(live(session, some.as_deref())?),
            _ => {
                return Err(Error::Invalid(format!(
                    "A referral has no field called {field:?}."
                )));
            }
        })
    }

    /// What an address brings with it: its one form.
    fn followed_by(&self, platform: &str) -> Option<Self> {
        let Self::Text(ItemField::Address, address) = self else {
            return None;
        };
        let canonical = address
            .as_deref()
            .and_then(|address| addresses::canonical(platform, address));
        Some(Self::Text(ItemField::Canonical, canonical))
    }

    /// The item as it is once this was written.
    fn put(&self, item: &mut Item) -> Result<()> {
        match self {
            Self::Live(live) => item.seen_live.clone_from(live),
            Self::Text(field, value) => {
                let whole = || value.clone().unwrap_or_default();
                match field {
                    ItemField::Why => item.why = whole(),
                    ItemField::Words => item.words = whole(),
                    ItemField::Place => item.place = whole(),
                    ItemField::Address => item.address.clone_from(value),
                    ItemField::Canonical => item.canonical.clone_from(value),
                    ItemField::Translation => item.translation.clone_from(value),
                    ItemField::TranslationBy => item.translation_by.clone_from(value),
                    ItemField::Exhibits => item.exhibits = serde_json::from_str(&whole())?,
                }
            }
        }
        Ok(())
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
                    ItemField::Canonical => item.canonical.clone(),
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

fn exhibits(reader: &Reader<'_>, value: &str, chosen: &[&mut Item]) -> Result<String> {
    let [item] = chosen else {
        return Err(Error::Invalid(
            "Name the item whose exhibits are chosen.".into(),
        ));
    };
    let known = exhibit::of_account(reader, item.account_row)?;
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
