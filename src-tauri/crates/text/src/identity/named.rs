//! What an address names, by the rules of its site.

use super::address::Address;
use super::capture::{Captures, Name};
use super::rule::{Names, Rule};
use super::site::{self, Host};
use super::{Identified, Kind, Warning, website};
use crate::platform::{self, Digits};
use crate::{dial, handle};

/// How many addresses within addresses are opened.
pub const DEPTH: u8 = 3;

/// What an address names.
pub fn of_address(address: &Address, depth: u8) -> Identified {
    let mut found = match address.known {
        Some(host) => of_site(address, host, depth),
        None => website::identify(address),
    };
    found = settled(found, address, depth);
    if !address.url.username().is_empty() {
        let what = format!(
            "The address shows a name before its real host, which is {}.",
            address.host
        );
        found.warn("deceptive-address", what);
    }
    found
}

/// The same thing, unless its canonical address names another: then that one, so that an address
/// written with stray signs and the tidy one we give for it are never two accounts.
fn settled(found: Identified, address: &Address, depth: u8) -> Identified {
    let is_as_written = |url: &str| {
        let rest = url.strip_prefix("https://").unwrap_or(url);
        let rest = rest.strip_prefix("www.").unwrap_or(rest);
        rest.strip_prefix(address.host.as_str()) == Some(address.url.path())
    };
    let canonical = found.canonical_url.as_deref();
    let Some(again) = canonical
        .filter(|url| depth < DEPTH && !is_as_written(url))
        .and_then(Address::read)
    else {
        return found;
    };
    let mut again = of_address(&again, depth + 1);
    if again.key == found.key {
        return found;
    }
    again.warnings.splice(0..0, found.warnings);
    again
}

fn of_site(address: &Address, host: Host, depth: u8) -> Identified {
    let mut parts = Captures::default();
    for rule in &host.site.rules {
        if !rule.fits(address, &mut parts) {
            continue;
        }
        match rule.names {
            Names::Thing(Kind::Unknown) => break,
            Names::Thing(kind) => {
                let country = with_country(host.platform, &mut parts);
                if let Some(mut found) = of_rule(rule, kind, host.platform, address, &parts) {
                    found.warnings.extend(country);
                    return found;
                }
            }
            Names::Target if depth < DEPTH => {
                if let Some(found) = unwrapped(rule, address, &parts, depth) {
                    return found;
                }
            }
            Names::Target => {}
        }
    }
    if host.platform == "website" {
        return website::identify(address);
    }
    let name = platform::facts(host.platform).map_or(host.platform, |facts| facts.name);
    let mut found = Identified::unknown_because(
        "no-account-in-address",
        format!("An address of {name} that names no account, post or group."),
    );
    found.platform = Some(host.platform.to_owned());
    found.canonical_url = website::tidy(address)
        .map(|tidied| format!("https://{tidied}"))
        .filter(|url| Address::read(url).is_some_and(|again| again.steps == address.steps));
    found
}

/// Puts the country to a number as it is dialled at home where the table says which country links of the platform mean.
fn with_country(code: &str, parts: &mut Captures) -> Option<Warning> {
    let facts = platform::facts(code).filter(|facts| !facts.home_code.is_empty())?;
    let number = parts.get(Name::Phone)?;
    let whole = dial::from_home(facts.home_code, number)?;
    parts.replace(Name::Phone, whole);
    Some(Warning::new(
        "country-assumed",
        format!(
            "Written without its country: +{} is taken, as addresses of {} mean it.",
            facts.home_code, facts.name
        ),
    ))
}

fn unwrapped(rule: &Rule, address: &Address, parts: &Captures, depth: u8) -> Option<Identified> {
    let target = parts.get(Name::Target)?;
    let is_path = (target.starts_with('/') && !target.starts_with("//"))
        || rule.leads_within() && !target.contains("://");
    let inner = if is_path {
        let path = target.trim_start_matches('/');
        Address::read(&format!("https://{}/{path}", address.host))?
    } else {
        Address::read(target)?
    };
    let mut found = of_address(&inner, depth + 1);
    if rule.is_same_page() {
        return Some(found);
    }
    found.warn(
        "unwrapped",
        format!(
            "Taken out of an address of {} that leads to it.",
            address.host
        ),
    );
    Some(found)
}

/// The thing a fitting rule names; `None` if what it took folds to nothing.
fn of_rule(
    rule: &Rule,
    kind: Kind,
    code: &'static str,
    address: &Address,
    parts: &Captures,
) -> Option<Identified> {
    let holder = holder_key(code, parts);
    let body = match &rule.key {
        Some(template) => template.key(code, &address.host, parts)?,
        None => key_body(kind, parts, holder.as_deref())?,
    };
    let key = format!("{code}:{body}");
    let by = if parts.get(Name::Handle).is_some() {
        Name::Handle
    } else {
        Name::Id
    };
    let canonical = rule
        .canonical
        .as_ref()
        .or_else(|| site::address_by(code, by))
        .and_then(|template| template.address(&address.host, parts));
    let number = parts.get(Name::Phone).map(str::to_owned);
    // An address with a number without its country would lead to another one.
    let canonical = canonical.filter(|_| {
        number
            .as_deref()
            .is_none_or(|number| number.starts_with('+'))
    });
    let mut found = Identified {
        platform: Some(code.to_owned()),
        kind,
        handle: parts.get(Name::Handle).map(str::to_owned),
        platform_id: parts.get(Name::Id).map(str::to_owned).or(number),
        canonical_url: canonical,
        ..Identified::unknown()
    };
    if kind == Kind::Post {
        let group = parts
            .get(Name::Group)
            .map(|group| format!("group:{}", handle::lower(group)));
        found.account_key = holder.or(group).map(|holder| format!("{code}:{holder}"));
        found.post_key = Some(key.clone());
        found.post_unit = Some(rule.post_unit);
    }
    found.key = Some(key);
    warn_of(&mut found, rule);
    Some(found)
}

/// What comes after the platform in the key of a thing whose rule says nothing else.
fn key_body(kind: Kind, parts: &Captures, holder: Option<&str>) -> Option<String> {
    Some(match kind {
        Kind::Post => format!("post:{}", parts.get(Name::Post)?),
        Kind::Group => format!("group:{}", handle::lower(parts.get(Name::Group)?)),
        Kind::Invite => format!("invite:{}", parts.get(Name::Code)?),
        Kind::Phone => parts.get(Name::Phone)?.to_owned(),
        _ => holder?.to_owned(),
    })
}

/// What an officer should know of an address of this kind.
fn warn_of(found: &mut Identified, rule: &Rule) {
    let has_no_country = found
        .platform_id
        .as_deref()
        .is_some_and(|number| !number.starts_with('+'));
    if found.kind == Kind::Phone && has_no_country {
        found.warn("no-country-code", "A number without its country code.");
    }
    if found.kind == Kind::ShortLink {
        found.warn(
            "short-link",
            "A short link: where it leads is not known here.",
        );
    }
    if !rule.note.is_empty() {
        found.warn("about-this-address", sentence(rule.note));
    }
}

fn holder_key(code: &str, parts: &Captures) -> Option<String> {
    if let Some(id) = parts.get(Name::Id) {
        return Some(format!("#{id}"));
    }
    let folded = handle::fold(code, parts.get(Name::Handle)?);
    // Where signs between digits do not count, or a handle begins with a letter, digits alone are an id and no handle.
    let is_id = folded.bytes().all(|b| b.is_ascii_digit())
        && platform::facts(code).is_some_and(|facts| {
            facts.digits == Digits::Id && (!facts.ignored.is_empty() || facts.first == "letter")
        });
    (!folded.is_empty() && !is_id).then(|| format!("@{folded}"))
}

fn sentence(note: &str) -> String {
    let mut letters = note.chars();
    match letters.next() {
        Some(first) => format!("{}{}.", first.to_uppercase(), letters.as_str()),
        None => String::new(),
    }
}
