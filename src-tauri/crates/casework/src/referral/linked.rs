//! Accounts linked with the items of a referral: offered for an assessment of their own, since a platform may ban every
//! account of one person, and never added by themselves.

use super::assessed::{self, Stands};
use crate::register::guard;
use crate::{Result, Session};
use breakwater_casefile::link;
use breakwater_casefile::table::{account, referral};
use breakwater_model::assessment::AccountStatus;
use breakwater_model::link::{LinkedView, OfferStands, OfferView};
use breakwater_model::network::DeclarationKind;
use breakwater_model::succession::Verdict;
use breakwater_model::{AccountId, ReferralId};
use std::collections::BTreeMap;

/// The accounts that share things of two kinds with an item's account, were said to be operated together with it, or
/// are it come back, and are in none of the items; in the order of the items.
pub fn linked(session: &Session, id: ReferralId) -> Result<Vec<OfferView>> {
    let items = session.read(|reader| {
        let found = referral::by_id(reader, id)?;
        referral::items(reader, found.row)
    })?;
    let own: Vec<AccountId> = items.iter().map(|item| item.account).collect();
    let mut offers: Vec<OfferView> = Vec::new();
    let mut known: BTreeMap<AccountId, usize> = BTreeMap::new();
    for (position, item) in (1..).zip(&items) {
        let links = link::links(session, item.account_row)?.links;
        for link in links.into_iter().filter(belongs) {
            let other = link.account.id;
            if own.contains(&other) {
                continue;
            }
            if let Some(offer) = known.get(&other).and_then(|at| offers.get_mut(*at)) {
                offer.items.push(position);
                continue;
            }
            known.insert(other, offers.len());
            offers.push(OfferView {
                stands: stands(session, &link)?,
                items: vec![position],
                link,
            });
        }
    }
    Ok(offers)
}

/// True for a link that makes a network, or that an officer confirmed; what two share by one kind alone is no person.
fn belongs(link: &LinkedView) -> bool {
    let said = |kind| link.said.iter().any(|one| one.kind == kind);
    let is_life = link
        .succession
        .as_ref()
        .is_some_and(|one| one.verdict == Verdict::Confirmed);
    !said(DeclarationKind::Apart) && (link.is_network || is_life || said(DeclarationKind::Together))
}

fn stands(session: &Session, link: &LinkedView) -> Result<OfferStands> {
    let now = session.host().now();
    session.read(|reader| {
        let row = account::row(reader, link.account.id)?;
        if guard::is_protected(reader, row, now)? {
            return Ok(OfferStands::Protected);
        }
        Ok(match link.account.status {
            AccountStatus::Drafted | AccountStatus::Sent => OfferStands::InReferral,
            AccountStatus::New | AccountStatus::InReview => OfferStands::NotAssessed,
            AccountStatus::SecondLook => OfferStands::SecondLook,
            AccountStatus::Hold => OfferStands::Hold,
            AccountStatus::NoAction => OfferStands::NoAction,
            AccountStatus::Refer | AccountStatus::Closed => match assessed::of(reader, row, now)? {
                Stands::Refers(_) => OfferStands::Refer,
                Stands::Not(_) => OfferStands::AssessAgain,
            },
        })
    })
}
