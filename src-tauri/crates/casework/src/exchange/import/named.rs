//! Which account the cells of a row name.

use breakwater_model::platform::Unit;
use breakwater_text::identity::{self, Identified, Kind};
use breakwater_text::{handle, platform};

/// The account a row names.
pub(super) struct Named {
    pub(super) platform: String,
    pub(super) unit: Unit,
    pub(super) handle: Option<String>,
    pub(super) id: Option<String>,
    pub(super) canonical_url: Option<String>,
    /// True if the address alone names it: there is no handle and no id in it.
    pub(super) is_by_address: bool,
    /// A short link that led to it.
    pub(super) short_link: Option<String>,
    pub(super) remark: Option<String>,
}

/// Which account address, handle and id name together, or why none can be told.
pub(super) fn named(
    platform: String,
    address: Option<Identified>,
    of_handle: Option<Identified>,
    of_id: Option<Identified>,
    id_cell: &str,
) -> std::result::Result<Named, String> {
    let id = [&of_id, &of_handle, &address]
        .into_iter()
        .flatten()
        .find_map(|found| found.platform_id.clone());
    let written = [&of_handle, &address]
        .into_iter()
        .flatten()
        .find_map(|found| found.handle.clone());
    let unusual = written
        .as_deref()
        .filter(|written| !handle::is_valid(&platform, written));
    if let Some(bad) = unusual.filter(|text| id.is_none() && !could_be_a_name(text)) {
        return Err(format!(
            "{bad:?} is not a handle of {platform}: {}",
            rule(&platform)
        ));
    }
    let remark = unusual.map(|_| format!("unusual handle: {}", rule(&platform)));
    // Nobody knows whose such a post is: it is an item of its own, named by its address.
    let is_lone_post = written.is_none()
        && id.is_none()
        && address
            .as_ref()
            .is_some_and(|found| found.kind == Kind::Post);
    let address = address.filter(|found| is_lone_post || found.kind != Kind::Post);
    let unit = address
        .as_ref()
        .and_then(Identified::unit)
        .unwrap_or(Unit::Account);
    let is_by_address = address
        .as_ref()
        .is_some_and(|found| found.handle.is_none() && found.platform_id.is_none());
    let canonical_url = [address, of_handle, of_id]
        .into_iter()
        .flatten()
        .find_map(|found| found.canonical_url);
    if written.is_none() && id.is_none() && canonical_url.is_none() {
        return Err(if id_cell.is_empty() {
            "no account can be read from the address or handle".into()
        } else {
            format!("{id_cell:?} is not an id of {platform}")
        });
    }
    Ok(Named {
        platform,
        unit,
        handle: written,
        id,
        canonical_url,
        is_by_address,
        short_link: None,
        remark,
    })
}

/// The column a cell is kept in that stands for an id and is none.
pub(super) const NO_ID: &str = "platform id that is none";

/// Why the cell of the column of ids is none, though the row names an account.
pub(super) fn no_id(named: &Named, cell: &str) -> Option<String> {
    if cell.is_empty() || named.id.as_deref() == Some(cell) {
        return None;
    }
    let found = identity::normalise_id(&named.platform, cell);
    let why = found
        .warnings
        .first()
        .filter(|_| found.kind == Kind::Unknown)?;
    Some(format!("{} It is kept beside the account.", why.what))
}

/// What a row names that has nothing but a short link: the link itself. Where it leads is never guessed.
pub(super) fn named_by_link(
    platform: String,
    link: &Identified,
) -> std::result::Result<Named, String> {
    let Some(address) = link.canonical_url.clone() else {
        return Err("only a short link that cannot be read".into());
    };
    Ok(Named {
        platform,
        unit: Unit::ShortLink,
        handle: None,
        id: None,
        canonical_url: Some(address),
        is_by_address: true,
        short_link: None,
        remark: Some(
            "a short link, kept as unresolved: open it on the machine meant for it, and import the address it leads to beside it"
                .into(),
        ),
    })
}

/// What address and handle, or address and id, say of two accounts; one id for both names is one account renamed.
pub(super) fn contradiction(
    address: Option<&Identified>,
    of_handle: Option<&Identified>,
    of_id: Option<&Identified>,
) -> Option<String> {
    let address = address.filter(|found| found.kind == Kind::Account)?;
    let code = address.platform.as_deref()?;
    let told = |here: &str, what: &str, there: &str| {
        format!("the address names {here}, the {what} {there}: say which account it is")
    };
    let id = of_id.and_then(|found| found.platform_id.as_deref());
    if let (Some(here), Some(there)) = (address.platform_id.as_deref(), id)
        && here != there
    {
        return Some(told(here, "id", there));
    }
    let there = of_handle.and_then(|found| found.handle.as_deref())?;
    let here = address.handle.as_deref().filter(|_| id.is_none())?;
    (handle::fold(code, here) != handle::fold(code, there)).then(|| told(here, "handle", there))
}

fn rule(platform: &str) -> String {
    platform::facts(platform)
        .map(handle::rule)
        .unwrap_or_default()
}

/// Rules of platforms change: a handle against today's is taken with a remark. What no platform could
/// take for a name is refused.
fn could_be_a_name(text: &str) -> bool {
    text.chars().count() <= 100 && !text.contains(|c: char| c.is_whitespace() || c.is_control())
}

/// The unit of what a row is about: what a cell says, else the address. A cell that says post, story, live or
/// advert is about what an account published, unless nobody knows whose it is.
pub(super) fn unit(cell: &str, of_address: Unit) -> Unit {
    if of_address == Unit::ShortLink {
        return of_address;
    }
    let is_lone = matches!(of_address, Unit::Post | Unit::Story | Unit::Live | Unit::Ad);
    match cell.to_lowercase().as_str() {
        "page" => Unit::Page,
        "group" => Unit::Group,
        "channel" => Unit::Channel,
        "website" => Unit::Website,
        _ if is_lone => post_unit(cell, of_address),
        _ => of_address,
    }
}

/// The unit of what an account published: what a cell says, else the address.
pub(super) fn post_unit(cell: &str, of_address: Unit) -> Unit {
    match cell.to_lowercase().as_str() {
        "post" => Unit::Post,
        "story" => Unit::Story,
        "live" => Unit::Live,
        "ad" | "advert" => Unit::Ad,
        _ => of_address,
    }
}
