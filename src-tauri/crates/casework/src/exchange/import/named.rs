//! Which account the cells of a row name.

use breakwater_model::platform::Unit;
use breakwater_text::identity::{Identified, Kind};
use breakwater_text::{handle, platform};

/// The account a row names.
pub(super) struct Named {
    pub(super) platform: String,
    pub(super) kind: Kind,
    pub(super) handle: Option<String>,
    pub(super) id: Option<String>,
    pub(super) canonical_url: Option<String>,
    /// True if the address alone names it: there is no handle and no id in it.
    pub(super) is_by_address: bool,
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
    let kind = address
        .as_ref()
        .filter(|found| found.kind != Kind::Post)
        .map_or(Kind::Account, |found| found.kind);
    let is_by_address = address.as_ref().is_some_and(|found| {
        found.kind != Kind::Post && found.handle.is_none() && found.platform_id.is_none()
    });
    let canonical_url = [
        address.filter(|found| found.kind != Kind::Post),
        of_handle,
        of_id,
    ]
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
        kind,
        handle: written,
        id,
        canonical_url,
        is_by_address,
        remark,
    })
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

/// The unit a cell or the kind of address says.
pub(super) fn unit(cell: &str, kind: Kind) -> Unit {
    match cell.to_lowercase().as_str() {
        "page" => Unit::Page,
        "group" => Unit::Group,
        "channel" => Unit::Channel,
        "website" => Unit::Website,
        _ => match kind {
            Kind::Page => Unit::Page,
            Kind::Group => Unit::Group,
            Kind::Channel => Unit::Channel,
            Kind::Invite => Unit::Invite,
            Kind::Phone => Unit::Phone,
            Kind::Website => Unit::Website,
            _ => Unit::Account,
        },
    }
}
