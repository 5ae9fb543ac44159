//! Referrals as they are seen.

use super::complete::requirements;
use super::freeze::may_approve;
use super::{addresses, again, aged, ask, assessed, ground, leaks, numbers, standing};
use crate::account::role;
use crate::directory::{self, Directory};
use crate::register::guard;
use crate::{Error, Result, Session, facts};
use breakwater_casefile::table::referral::{Item, Referral};
use breakwater_casefile::table::{approval, event, exhibit, officer, referral};
use breakwater_casefile::{Reader, query, register};
use breakwater_model::case::OfficerView;
use breakwater_model::referral::{
    AskedView, ItemExhibitView, ItemView, ReferralRow, ReferralState, ReferralView,
    RequirementView, SubmissionView,
};
use breakwater_model::register::RegisterList;
use breakwater_model::{Instant, ReferralId};

/// Referrals, newest change first; all states if `state` is `None`.
pub fn list(session: &Session, state: Option<ReferralState>) -> Result<Vec<ReferralRow>> {
    let now = session.host().now();
    session.read(|reader| {
        let directory = directory::stands(reader)?;
        referral::all(reader)?
            .into_iter()
            .filter(|one| state.is_none_or(|state| one.state == state))
            .map(|one| {
                let changed_at = one.changed_at;
                let due = |sent| standing::due(&directory, &one, sent);
                let view = view(reader, session, &directory, &one)?;
                let missing = view
                    .requirements
                    .iter()
                    .filter(|asked| !asked.is_met)
                    .count();
                let way = standing::way(&view.items);
                let submission = view.submission;
                let is_draft = view.state == ReferralState::Draft;
                Ok(ReferralRow {
                    submitted_by: submission.as_ref().map(|one| one.by.clone()),
                    submitted_at: submission.as_ref().map(|one| one.at),
                    return_reason: submission
                        .and_then(|one| one.return_reason)
                        .filter(|_| is_draft),
                    can_approve: view.can_approve,
                    is_late: view.state == ReferralState::Sent
                        && way.sent_at.is_some_and(|at| due(at) <= now),
                    sent_at: way.sent_at,
                    reference: way.reference,
                    answered: way.answered,
                    heard_at: way.heard_at,
                    id: view.id,
                    label: view.label,
                    platform: view.platform,
                    platform_name: view.platform_name,
                    items: u32::try_from(view.items.len()).unwrap_or(u32::MAX),
                    state: view.state,
                    missing: u32::try_from(missing).unwrap_or(u32::MAX),
                    changed_at,
                })
            })
            .collect()
    })
}

/// One referral.
pub fn read(session: &Session, id: ReferralId) -> Result<ReferralView> {
    session.read(|reader| of(reader, session, id))
}

/// One referral, as it stands within a transaction.
pub(super) fn of(reader: &Reader<'_>, session: &Session, id: ReferralId) -> Result<ReferralView> {
    let directory = directory::stands(reader)?;
    view(reader, session, &directory, &referral::by_id(reader, id)?)
}

fn view(
    reader: &Reader<'_>,
    session: &Session,
    directory: &Directory,
    one: &Referral,
) -> Result<ReferralView> {
    let now = session.host().now();
    let officer = drafter(reader, one)?;
    let items = items_of(reader, one.row, now)?;
    let asked = ask::asked(reader, one.row)?;
    let requirements = needs(reader, one, (&items, &asked, &officer, directory), now)?;
    let items: Vec<ItemView> = items.into_iter().map(|(_, item)| item).collect();
    let drafters = approval::drafters(reader, one.row)?;
    let can_approve = one.state == ReferralState::Submitted && may_approve(session, &drafters);
    let second = standing::second(reader, &drafters, session.officer().row)?;
    let submission = standing::submission(reader, one.row, session.officer().row)?;
    let platform = query::platform_view(one.platform.as_str(), 0);
    let view = ReferralView {
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
        outside_reference: one.outside_reference.clone(),
        platform: one.platform.clone(),
        state: one.state,
        title: one.title.clone(),
        law_notes: one.law_notes.clone(),
        route: one.route,
        tell_user: ground::tell_user(one),
        summary: one.summary.clone(),
        officer,
        from: one.sender.clone(),
        good_faith: !one.good_faith.is_empty(),
        created_at: one.created_at,
        is_ready: !items.is_empty() && requirements.iter().all(|asked| asked.is_met),
        items,
        requirements,
        asked,
        submission,
        can_approve,
        second,
    };
    let aged = aged::told(&view, now);
    let submission = view.submission.map(|one| SubmissionView { aged, ..one });
    Ok(ReferralView { submission, ..view })
}

/// Items with the rows of their accounts.
fn items_of(reader: &Reader<'_>, referral: i64, now: Instant) -> Result<Vec<(i64, ItemView)>> {
    let events = event::of_referral(reader, referral)?;
    (1..)
        .zip(referral::items(reader, referral)?)
        .map(|(position, item)| {
            let account = item.account_row;
            let earlier = again::earlier(reader, referral, &item)?;
            let mut already_referred = register::of_account(reader, account, now)?;
            already_referred.retain(|hit| hit.list == RegisterList::AlreadyReferred);
            let view = ItemView {
                earlier,
                already_referred,
                ..item_view(reader, position, item, &events)?
            };
            Ok((account, view))
        })
        .collect()
}

type Parts<'a> = (
    &'a [(i64, ItemView)],
    &'a [AskedView],
    &'a OfficerView,
    &'a Directory,
);

/// Everything asked of it, what forbids it first.
fn needs(
    reader: &Reader<'_>,
    one: &Referral,
    (items, asked, officer, directory): Parts<'_>,
    now: Instant,
) -> Result<Vec<RequirementView>> {
    let mut all = guard::requirements(reader, items, now)?;
    all.extend(ask::requirements(reader, items, asked, now)?);
    all.extend(role::requirements(reader, items)?);
    all.extend(again::requirements(reader, one, items)?);
    let is_open = matches!(one.state, ReferralState::Draft | ReferralState::Submitted);
    if is_open || one.state == ReferralState::Approved {
        all.extend(assessed::requirements(reader, items, now)?);
    }
    let rows = items;
    let items: Vec<ItemView> = rows.iter().map(|(_, item)| item.clone()).collect();
    all.extend(requirements(one, &items, officer, now));
    all.extend(ground::requirements(one));
    if is_open {
        addresses::hold(reader, one.platform.as_str(), rows, &mut all)?;
        let channel = directory::by_route(&directory.channels, one.platform.as_str(), one.route);
        let law = one.law.as_deref().and_then(facts::law);
        let law = law.map(|law| law.name.as_str());
        all.extend(
            channel
                .into_iter()
                .flat_map(|channel| directory::requirements(channel, &items, officer, law)),
        );
        all.extend(leaks::requirements(reader, one, &items, officer, now)?);
        all.extend(numbers::requirements(one, &items));
    }
    if one.state == ReferralState::Approved {
        aged::hold(reader, one.row, rows, (&mut all, now))?;
    }
    Ok(all)
}

fn drafter(reader: &Reader<'_>, one: &Referral) -> Result<OfficerView> {
    officer::by_row(reader, one.officer)?.ok_or(Error::NotFound("officer"))
}

fn item_view(
    reader: &Reader<'_>,
    position: u32,
    item: Item,
    events: &[event::Event],
) -> Result<ItemView> {
    let events = events
        .iter()
        .filter(|event| event.item == item.row)
        .map(|event| standing::event_view(reader, event))
        .collect::<Result<_>>()?;
    let seen = event::last_seen(reader, item.account_row)?
        .map(|event| standing::event_view(reader, &event))
        .transpose()?;
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
        canonical: item.canonical,
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
        events,
        seen,
        earlier: Vec::new(),
        already_referred: Vec::new(),
    })
}
