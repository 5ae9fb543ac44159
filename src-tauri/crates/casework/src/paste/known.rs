//! Which account of the case a link names, and what the registers say of it.

use crate::{Result, Session};
use breakwater_casefile::register::{Lookup, Met, Seen, stored};
use breakwater_casefile::table::{event, post, sighting};
use breakwater_casefile::{Reader, query};
use breakwater_model::Instant;
use breakwater_model::assessment::AccountStatus;
use breakwater_model::list::{AccountRow, AccountScope, ListRequest};
use breakwater_model::paste::LinkGroup;
use breakwater_text::identity::{Identified, Kind};
use breakwater_text::search::{Country, Phone};
use breakwater_text::{handle, platform};

/// Digits below which nothing is taken for a telephone number that is not called one.
const FEWEST: usize = 7;

/// An account that a link names.
pub(super) struct Found {
    /// Its row.
    pub row: i64,
    /// What is to be said about how it was found.
    pub remarks: Vec<(&'static str, String)>,
}

impl Found {
    const fn plain(row: i64) -> Self {
        Self {
            row,
            remarks: Vec::new(),
        }
    }
}

/// The account of the case that a link names: by post, by id, by handle, by address.
pub(super) fn account_of(
    reader: &Reader<'_>,
    link: &Identified,
    now: Instant,
) -> Result<Option<Found>> {
    if let Some(key) = link.post_key.as_deref()
        && let Some(row) = post::holder_of_key(reader, key)?
    {
        return Ok(Some(Found::plain(row)));
    }
    let Some(platform) = link.platform.as_deref() else {
        return without_platform(reader, link, now);
    };
    let by_id = match &link.platform_id {
        Some(id) => sighting::holder_of_id(reader, platform, id)?,
        None => None,
    };
    let by_handle = match &link.handle {
        Some(name) if by_id.is_none() => {
            sighting::holder_of_handle(reader, platform, &handle::fold(platform, name), now)?
        }
        _ => None,
    };
    let by_address = match &link.canonical_url {
        Some(url) if by_id.is_none() && by_handle.is_none() => {
            sighting::holder_of_address(reader, url)?
        }
        _ => None,
    };
    Ok(by_id.or(by_handle).or(by_address).map(|row| Found {
        row,
        remarks: (link.kind == Kind::Post)
            .then(|| {
                (
                    "post-not-in-case",
                    "Its account is in the case; this post is not.".to_owned(),
                )
            })
            .into_iter()
            .collect(),
    }))
}

/// A bare handle or number: looked for on every platform.
fn without_platform(reader: &Reader<'_>, link: &Identified, now: Instant) -> Result<Option<Found>> {
    let name = bare_name(link);
    let mut rows = Vec::new();
    for facts in platform::all() {
        let found = match (&link.platform_id, name) {
            (Some(id), _) => sighting::holder_of_id(reader, facts.code, id)?,
            (None, Some(name)) => {
                let folded = handle::fold(facts.code, name);
                sighting::holder_of_handle(reader, facts.code, &folded, now)?
            }
            (None, None) => None,
        };
        rows.extend(found.filter(|row| !rows.contains(row)));
    }
    let Some(row) = rows.first().copied() else {
        return Ok(None);
    };
    let remark = (rows.len() > 1).then(|| {
        let what = format!(
            "{} accounts of the case have it; this is one of them.",
            rows.len()
        );
        ("several-accounts", what)
    });
    Ok(Some(Found {
        row,
        remarks: remark.into_iter().collect(),
    }))
}

/// A handle, or one word that may be one.
pub(super) fn bare_name(link: &Identified) -> Option<&str> {
    let word = link.input.trim();
    let is_word =
        link.kind == Kind::Unknown && !word.contains(char::is_whitespace) && !word.contains('@');
    link.handle.as_deref().or(is_word.then_some(word))
}

/// An account that has the number, as its own or in its texts, however it is written there; and how many have it.
pub(super) fn with_number(
    session: &Session,
    link: &Identified,
) -> Result<Option<(AccountRow, u32)>> {
    let number = match (link.kind, &link.platform_id) {
        (Kind::Phone, Some(number)) => Phone::read(number),
        (Kind::Unknown, _) => Phone::read(&link.input),
        _ => None,
    };
    let Some(number) = number.filter(|number| number.digits.len() >= FEWEST) else {
        return Ok(None);
    };
    let before = match number.country {
        Country::Written => "+",
        Country::AtHome => "0",
        Country::Unknown => "",
    };
    let request = ListRequest {
        scope: AccountScope::Every,
        search: format!("phone:{before}{}", number.digits),
        limit: 1,
        ..ListRequest::default()
    };
    let mut list = query::list(session, &request)?;
    Ok(list.rows.pop().map(|row| (row, list.total)))
}

/// Entries of the registers that a link or the account it names is met by.
pub(super) fn met(
    reader: &Reader<'_>,
    registers: &Lookup,
    link: &Identified,
    account: Option<i64>,
) -> Result<Met> {
    if registers.is_empty() {
        return Ok(Met::new());
    }
    let mut met = match account {
        Some(row) => stored(reader, row)?,
        None => Met::new(),
    };
    let named = |code: &str, met: &mut Met| {
        let folded = bare_name(link).map(|name| handle::fold(code, name));
        let seen = Seen {
            platform: code,
            handle: folded.as_deref(),
            platform_id: link.platform_id.as_deref(),
            address: link.canonical_url.as_deref(),
            post: link.post_key.as_deref(),
            text: None,
        };
        registers.meet(&seen, met);
    };
    match link.platform.as_deref() {
        Some(code) => named(code, &mut met),
        None => platform::all()
            .iter()
            .for_each(|facts| named(facts.code, &mut met)),
    }
    Ok(met)
}

/// The account's line in a list.
pub(super) fn row(reader: &Reader<'_>, account: i64, officer: i64) -> Result<Option<AccountRow>> {
    Ok(query::rows(reader, &[account], officer)?.pop())
}

/// Where the platform's last word leaves an account.
pub(super) fn standing(
    reader: &Reader<'_>,
    account: i64,
    status: AccountStatus,
) -> Result<LinkGroup> {
    let said = event::last_word(reader, account)?;
    Ok(
        match said
            .as_ref()
            .map(|(kind, value)| (kind.as_str(), value.as_str()))
        {
            Some(("decided", "removed" | "suspended")) => LinkGroup::Removed,
            Some(("decided", "declined")) => LinkGroup::Declined,
            Some(("sent", _)) => LinkGroup::Waiting,
            None if status == AccountStatus::Sent => LinkGroup::Waiting,
            _ => LinkGroup::Known,
        },
    )
}
