//! The address of an item is that of its own account, and works.

use crate::Result;
use crate::account::read::working_address;
use breakwater_casefile::Reader;
use breakwater_casefile::table::sighting::{self, Sighting};
use breakwater_model::referral::{ItemView, RequirementView};
use breakwater_text::{handle, identity, platform};

/// Signs of an address that was made not to open.
const DEFANGED: [&str; 6] = ["hxxp", "[.]", "(.)", "[dot]", "(dot)", "[:]"];

/// Takes back, of what is asked of addresses, what is met by an address that leads elsewhere or nowhere.
pub(super) fn hold(
    reader: &Reader<'_>,
    platform: &str,
    items: &[(i64, ItemView)],
    asked: &mut [RequirementView],
) -> Result<()> {
    for (account, item) in items {
        let Some(address) = item.address.as_deref() else {
            continue;
        };
        let name = format!("item.{}.address", item.position);
        let Some(line) = asked.iter_mut().find(|line| line.name == name) else {
            continue;
        };
        let seen = sighting::of_account(reader, *account)?;
        if let Some(fault) = fault(platform, address, &seen) {
            line.is_met = false;
            line.detail = format!("{address}: {fault}");
        }
    }
    Ok(())
}

/// The address an account was seen at last, as it was written where that opens and holds no more than its one form
/// does: what stands behind a question mark can tell who shared it.
pub(super) fn as_seen(platform: &str, seen: &[Sighting]) -> Option<String> {
    let working = working_address(seen)?;
    let written = seen
        .iter()
        .filter(|one| one.canonical_url.as_deref() == Some(&working))
        .find_map(|one| one.url.as_deref())
        .map(str::trim)
        .filter(|url| opens(url) && url.contains('?') == working.contains('?'))
        .filter(|url| !url.contains('#') || working.contains('#'))
        .filter(|url| canonical(platform, url).as_deref() == Some(&working));
    Some(written.map_or_else(|| working.clone(), str::to_owned))
}

/// True for an address that opens as it is written.
fn opens(url: &str) -> bool {
    let lower = url.to_lowercase();
    let is_web = lower.starts_with("https://") || lower.starts_with("http://");
    is_web
        && !DEFANGED.iter().any(|sign| lower.contains(sign))
        && !url.contains(char::is_whitespace)
}

/// The one form of an address, which stands for every way of writing it; none where it names nothing known.
pub(super) fn canonical(platform: &str, address: &str) -> Option<String> {
    identity::normalise_on(platform, address).canonical_url
}

/// Why an address is not the account's own, as far as it can be told: one that names nobody, and one of a platform of
/// which nothing is known, is taken as it is.
fn fault(platform: &str, address: &str, seen: &[Sighting]) -> Option<String> {
    let lower = address.to_lowercase();
    if DEFANGED.iter().any(|sign| lower.contains(sign)) {
        return Some("it does not open as it is written; give the working address".into());
    }
    platform::facts(platform)?;
    let found = identity::normalise_on(platform, address);
    if let Some(other) = found.platform.as_deref().filter(|other| *other != platform) {
        return Some(format!("it leads to {other}, and this goes to {platform}"));
    }
    let ids = || seen.iter().filter_map(|one| one.platform_id.as_deref());
    let handles = || seen.iter().filter_map(|one| one.folded.as_deref());
    let id = found.platform_id.as_deref();
    if id.is_some_and(|id| ids().any(|own| own == id)) {
        return None;
    }
    if let Some(name) = found.handle.as_deref() {
        let folded = handle::fold(platform, name);
        let is_other = handles().next().is_some() && handles().all(|own| own != folded);
        return is_other.then(|| format!("it names {name}, which this account was never seen as"));
    }
    let is_other = id.is_some() && ids().next().is_some();
    is_other.then(|| "it names another account by its id".into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use breakwater_model::{Instant, WorldTime};

    #[track_caller]
    fn check(address: &str, expected: Option<&str>) {
        let seen = [Sighting {
            written: Some("Made_Up".into()),
            folded: Some("made_up".into()),
            platform_id: Some("6800012345".into()),
            url: None,
            canonical_url: None,
            seen: WorldTime::exact(Instant(0)),
            is_assumed: false,
            source: String::new(),
        }];
        let told = fault("tiktok", address, &seen);
        match expected {
            None => assert_eq!(told, None, "{address}"),
            Some(words) => assert!(
                told.as_deref().unwrap_or_default().contains(words),
                "{told:?}"
            ),
        }
    }

    #[test]
    fn an_address_is_that_of_the_account_itself() {
        check("https://www.tiktok.com/@made_up", None);
        check("https://www.tiktok.com/@MADE_UP?lang=en", None);
        check(
            "https://www.tiktok.com/@made_up/video/7340112233445566778",
            None,
        );
        check(
            "https://www.tiktok.com/@somebody.else",
            Some("never seen as"),
        );
        check(
            "https://www.tiktok.com/@else/video/7340112233445566778",
            Some("never seen as"),
        );
        check(
            "https://www.instagram.com/made_up",
            Some("leads to instagram"),
        );
        check("hxxps://www[.]tiktok[.]com/@made_up", Some("does not open"));
    }
}
