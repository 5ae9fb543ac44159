//! What a register forbids: an account on the protected list enters no referral.

use crate::{Error, Result};
use breakwater_casefile::{Reader, query, register};
use breakwater_model::referral::{ItemView, RequirementView};
use breakwater_model::register::{MatchedBy, RegisterHitView, RegisterList};
use breakwater_model::{AccountId, Instant};

/// The rule's name.
const RULE: &str = "protected-register";

/// Refuses if any of these accounts is protected now.
///
/// # Errors
/// Refused by rule `protected-register`, with the accounts by id, and in words the list, its owner and whom to ask.
pub(crate) fn refuse_protected(
    reader: &Reader<'_>,
    accounts: &[(i64, AccountId)],
    now: Instant,
) -> Result<()> {
    let mut missing = Vec::new();
    let mut words = Vec::new();
    for (row, id) in accounts {
        let Some(hit) = protecting(reader, *row, now)? else {
            continue;
        };
        missing.push(id.to_string());
        let label = query::rows(reader, &[*row], 0)?.pop().map(|row| row.label);
        let label = label.unwrap_or_else(|| id.to_string());
        words.push(format!("{label} is {}", said(&hit)));
    }
    if missing.is_empty() {
        return Ok(());
    }
    Err(Error::Refused {
        rule: RULE,
        message: format!(
            "{}. Nothing protected is referred; ask the owner if the list is wrong.",
            words.join(". ")
        ),
        missing,
    })
}

/// What a referral lacks while one of its accounts is protected, as when the list came after the draft.
pub(crate) fn requirements(
    reader: &Reader<'_>,
    items: &[(i64, ItemView)],
    now: Instant,
) -> Result<Vec<RequirementView>> {
    let mut all = Vec::new();
    for (account, item) in items {
        if let Some(hit) = protecting(reader, *account, now)? {
            all.push(RequirementView {
                name: format!("item.{}.register", item.position),
                label: format!("{}: take it out, it is protected", item.label),
                is_met: false,
                detail: said(&hit),
                item: Some(item.id),
                source: "The unit's protected register".into(),
            });
        }
    }
    Ok(all)
}

/// True if the account in this row is protected now.
pub(crate) fn is_protected(reader: &Reader<'_>, row: i64, now: Instant) -> Result<bool> {
    Ok(protecting(reader, row, now)?.is_some())
}

fn protecting(reader: &Reader<'_>, row: i64, now: Instant) -> Result<Option<RegisterHitView>> {
    let hits = register::of_account(reader, row, now)?;
    // What only looks alike is asked for first, not forbidden: somebody may pose as whoever is protected.
    Ok(hits
        .into_iter()
        .find(|hit| hit.list == RegisterList::Protected && hit.matched_by != MatchedBy::LookAlike))
}

fn said(hit: &RegisterHitView) -> String {
    let by = match hit.matched_by {
        MatchedBy::Id => "its id",
        MatchedBy::Handle => "a handle it was seen with",
        MatchedBy::Address => "its address",
        MatchedBy::Post => "a post of it",
        MatchedBy::Domain => "its website or a link in its profile",
        MatchedBy::Phone => "its telephone number or one in its profile",
        MatchedBy::LookAlike => "a handle that looks alike",
    };
    let whose = hit.owner.as_deref().unwrap_or("not said");
    let contact = hit.contact.as_deref().unwrap_or("not said");
    format!(
        "on the protected register as “{}”, by {by}; owner: {whose}; contact: {contact}",
        hit.as_written
    )
}
