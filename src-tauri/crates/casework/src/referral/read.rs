//! Referrals as they are seen.

use super::complete::requirements;
use crate::account::role;
use crate::register::guard;
use crate::{Error, Result, Session, facts};
use breakwater_casefile::table::referral::{Item, Referral};
use breakwater_casefile::table::{exhibit, officer, referral};
use breakwater_casefile::{Reader, query};
use breakwater_model::case::OfficerView;
use breakwater_model::referral::{
    ItemExhibitView, ItemView, ReferralRow, ReferralState, ReferralView,
};
use breakwater_model::{Instant, ReferralId};

/// Referrals, newest change first; all states if `state` is `None`.
pub fn list(session: &Session, state: Option<ReferralState>) -> Result<Vec<ReferralRow>> {
    let now = session.host().now();
    session.read(|reader| {
        referral::all(reader)?
            .into_iter()
            .filter(|one| state.is_none_or(|state| one.state == state))
            .map(|one| {
                let view = view(reader, one, now)?;
                let missing = view
                    .requirements
                    .iter()
                    .filter(|asked| !asked.is_met)
                    .count();
                Ok(ReferralRow {
                    id: view.id,
                    label: view.label,
                    platform: view.platform,
                    platform_name: view.platform_name,
                    items: u32::try_from(view.items.len()).unwrap_or(u32::MAX),
                    state: view.state,
                    missing: u32::try_from(missing).unwrap_or(u32::MAX),
                    changed_at: referral::by_id(reader, view.id)?.changed_at,
                })
            })
            .collect()
    })
}

/// One referral.
pub fn read(session: &Session, id: ReferralId) -> Result<ReferralView> {
    let now = session.host().now();
    session.read(|reader| view(reader, referral::by_id(reader, id)?, now))
}

fn view(reader: &Reader<'_>, one: Referral, now: Instant) -> Result<ReferralView> {
    let officer = drafter(reader, &one)?;
    let items = referral::items(reader, one.row)?;
    let items: Vec<(i64, ItemView)> = (1..)
        .zip(items)
        .map(|(position, item)| Ok((item.account_row, item_view(reader, position, item)?)))
        .collect::<Result<_>>()?;
    let protected = guard::requirements(reader, &items, now)?;
    let of_roles = role::requirements(reader, &items)?;
    let items: Vec<ItemView> = items.into_iter().map(|(_, item)| item).collect();
    let requirements = [protected, of_roles, requirements(&one, &items, &officer)].concat();
    let platform = query::platform_view(one.platform.as_str(), 0);
    Ok(ReferralView {
        id: one.id,
        label: format!("R-{:03}", one.number),
        addressee: facts::platform(one.platform.as_str()).map(|fact| fact.addressee.clone()),
        platform_name: platform.name,
        policies: facts::policies(one.platform.as_str())
            .into_iter()
            .map(facts::Policy::choice)
            .collect(),
        laws: facts::laws().iter().map(facts::Law::choice).collect(),
        policy: one
            .policy
            .as_deref()
            .and_then(facts::policy)
            .map(facts::Policy::choice),
        law: one
            .law
            .as_deref()
            .and_then(facts::law)
            .map(facts::Law::choice),
        outside_reference: one.outside_reference,
        platform: one.platform,
        state: one.state,
        title: one.title,
        route: one.route,
        summary: one.summary,
        officer,
        from: one.sender,
        good_faith: !one.good_faith.is_empty(),
        created_at: one.created_at,
        is_ready: !items.is_empty() && requirements.iter().all(|asked| asked.is_met),
        items,
        requirements,
    })
}

fn drafter(reader: &Reader<'_>, one: &Referral) -> Result<OfficerView> {
    officer::by_row(reader, one.officer)?.ok_or(Error::NotFound("officer"))
}

fn item_view(reader: &Reader<'_>, position: u32, item: Item) -> Result<ItemView> {
    let exhibits = exhibit::of_account(reader, item.account_row)?
        .into_iter()
        .filter(|exhibit| !exhibit.is_stopped)
        .rev()
        .map(|exhibit| ItemExhibitView {
            is_chosen: item.exhibits.contains(&exhibit.id),
            sha256: Some(crate::outfile::hex(&exhibit.sha256)),
            id: exhibit.id,
            number: exhibit.label,
        })
        .collect();
    Ok(ItemView {
        id: item.id,
        position,
        account: item.account,
        label: item.label,
        unit: item.unit,
        post: item.post,
        assessment: item.assessment,
        address: item.address,
        platform_id: item.platform_id,
        handle: item.handle,
        handle_seen: item.handle_seen,
        seen_live: item.seen_live,
        place: item.place,
        words: item.words,
        translation: item.translation,
        translation_by: item.translation_by,
        why: item.why,
        exhibits,
    })
}
