//! From a text to what it names: addresses first, then handles, ids and numbers.

use super::address::Address;
use super::capture::{Captures, Name};
use super::mention::bare_site;
use super::named::{DEPTH, of_address};
use super::site;
use super::{Identified, Kind, dialled, find, phone};
use crate::platform::{self, Digits, IdForm, PlatformFacts};
use crate::{fold, handle};

/// What a bare word is likely to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hint {
    /// A handle or an id.
    Either,
    /// A handle, where the platform allows it.
    Handle,
    /// An id.
    Id,
}

/// What a text names when nothing else is known.
pub fn any(text: &str, depth: u8) -> Identified {
    if text.is_empty() {
        return Identified::unknown_because("empty", "Nothing is written.");
    }
    if let Some(address) = Address::read(text) {
        return of_address(&address, depth);
    }
    if let Some(found) = of_key(text) {
        return found;
    }
    if let Some(found) = within(text) {
        return found;
    }
    if let Some(found) = dialled::of_text(text) {
        return found;
    }
    if let Some((platform, rest)) = named_platform(text) {
        return of_bare(platform, rest, Hint::Either);
    }
    if let Some(name) = text.strip_prefix('@').and_then(handle::word) {
        let mut found = Identified {
            kind: Kind::Account,
            ..Identified::unknown()
        };
        found.handle = Some(name);
        found.warn(
            "no-platform",
            "A handle, but it is not said of which platform.",
        );
        return found;
    }
    if text.contains('@') && !text.contains(char::is_whitespace) {
        return Identified::unknown_because("e-mail", "An e-mail address, not an account.");
    }
    Identified::unknown_because(
        "not-recognised",
        "No address, handle or number we can name.",
    )
}

/// What a text names when the platform is known.
pub fn on(platform: &str, text: &str, hint: Hint) -> Identified {
    let mut found = named_on(platform, text, hint);
    match found.platform.as_deref() {
        None => found.platform = Some(platform.to_owned()),
        Some(other) if other != platform => {
            let name = |code| platform::facts(code).map_or(code, |facts| facts.name);
            let what = format!(
                "The address is of {}, not of {}.",
                name(other),
                name(platform)
            );
            found.warn("other-platform", what);
        }
        Some(_) => {}
    }
    found
}

fn named_on(platform: &str, text: &str, hint: Hint) -> Identified {
    if text.is_empty() {
        return Identified::unknown_because("empty", "Nothing is written.");
    }
    let is_address = text.contains("://")
        || text.starts_with("//")
        || text.starts_with("www.")
        || text.contains('/') && text.contains('.')
        || Address::begins_known(text)
        || platform == "website";
    if is_address && let Some(address) = Address::read(text) {
        return of_address(&address, 0);
    }
    if let Some(found) = of_key(text) {
        return found;
    }
    if let Some((named, rest)) = named_platform(text).filter(|(named, _)| *named == platform) {
        return of_bare(named, rest, hint);
    }
    if text.contains(char::is_whitespace)
        && let Some(found) = within(text)
    {
        return found;
    }
    of_bare(platform, text, hint)
}

/// The one address inside a longer text.
fn within(text: &str) -> Option<Identified> {
    let mut all = find::find(text).into_iter();
    let first = all.next()?;
    let is_whole = first.range == (0..text.len());
    let mut found = first.identified;
    if all.next().is_some() {
        found.warn(
            "several-addresses",
            "There are several addresses here; this is the first.",
        );
    } else if !is_whole {
        found.warn(
            "taken-from-text",
            "The address was taken out of a longer text.",
        );
    }
    Some(found)
}

/// `platform: handle`, `platform handle`, `@handle (platform)`.
fn named_platform(text: &str) -> Option<(&'static str, &str)> {
    if let Some((left, right)) = text.split_once(':')
        && let Some(code) = platform::code(left)
        && !right.trim().is_empty()
    {
        return Some((code, right.trim()));
    }
    if let Some((left, right)) = text.rsplit_once(char::is_whitespace)
        && let Some(code) = platform::code(left)
        && platform::code(right).is_none()
    {
        return Some((code, right));
    }
    let (left, right) = text.split_once(char::is_whitespace)?;
    let right = right.trim_start_matches("on ");
    let code = platform::code(right)?;
    left.starts_with('@').then_some((code, left))
}

/// A key of ours, given back as it is.
fn of_key(text: &str) -> Option<Identified> {
    let (left, rest) = text.split_once(':')?;
    if left == "phone" {
        return phone::in_text(rest).map(|number| of_number(None, number));
    }
    let facts = platform::facts(left)?;
    let is_named = rest.starts_with(['@', '#']) || rest.starts_with("short:");
    if facts.code == "website" && !is_named {
        return Address::read(&format!("https://{rest}"))
            .map(|address| of_address(&address, DEPTH));
    }
    if rest.starts_with(['@', '#', '+']) {
        return Some(of_bare(facts.code, rest, Hint::Either));
    }
    let (word, value) = rest.split_once(':')?;
    let kind = site::kind_of_key(facts.code, word).filter(|_| !value.is_empty())?;
    let key = Some(text.to_owned());
    let post_key = key.clone().filter(|_| kind == Kind::Post);
    let platform = Some(facts.code.to_owned());
    Some(Identified {
        platform,
        kind,
        key,
        post_key,
        ..Identified::unknown()
    })
}

/// A telephone number, of a platform or of none.
pub fn of_number(platform: Option<&PlatformFacts>, number: String) -> Identified {
    let code = platform.map(|facts| facts.code);
    let mut found = Identified {
        platform: code.map(str::to_owned),
        kind: Kind::Phone,
        key: Some(format!("{}:{number}", code.unwrap_or("phone"))),
        ..Identified::unknown()
    };
    if !number.starts_with('+') {
        found.warn("no-country-code", "A number without its country code.");
    }
    found.platform_id = Some(number);
    found
}

/// A telephone number of a platform.
pub fn on_platform(facts: &PlatformFacts, number: String) -> Identified {
    let found = by_template(facts, Name::Phone, &number);
    if found.key.is_some() {
        found
    } else {
        of_number(Some(facts), number)
    }
}

/// A handle, id or number on a platform.
fn of_bare(platform: &str, text: &str, hint: Hint) -> Identified {
    let Some(facts) = platform::facts(platform) else {
        return of_word(platform, text);
    };
    let (text, hint) = match text.strip_prefix('#') {
        Some(id) => (id.trim(), Hint::Id),
        None => (text, hint),
    };
    if text.contains(['/', '?']) && !facts.main_host.is_empty() {
        let address = format!(
            "https://{}/{}",
            facts.main_host,
            text.trim_start_matches('/')
        );
        return match Address::read(&address) {
            Some(address) => of_address(&address, 0),
            None => not_a_word(),
        };
    }
    let is_handle = text.starts_with('@');
    if facts.code == "website"
        && !is_handle
        && let Some(site) = bare_site(text)
    {
        return site;
    }
    let takes_numbers = facts.digits == Digits::Phone || text.starts_with('+');
    if takes_numbers && !is_handle {
        if let Some(number) = phone::in_text(text) {
            return on_platform(facts, number);
        }
        if let Some(number) = dialled::disguised(text) {
            let mut found = on_platform(facts, number);
            dialled::warn(&mut found, true);
            return found;
        }
    }
    let plain: String = text.chars().filter_map(fold::digit_or_self).collect();
    let plain = plain.strip_prefix(facts.id_drops).unwrap_or(&plain);
    if !is_handle && is_id(facts, plain, hint) {
        return of_id(facts, plain);
    }
    let Some(name) = handle::word(text) else {
        return not_a_word();
    };
    let mut found = by_template(facts, Name::Handle, &name);
    // Dots alone may make digits a word; what they stand in is then an id.
    if found.key.is_some() && found.platform_id.is_none() {
        found.handle = Some(name);
    }
    found
}

fn is_id(facts: &PlatformFacts, text: &str, hint: Hint) -> bool {
    let digits_only = text.bytes().all(|b| b.is_ascii_digit());
    let fits = facts.is_id(text);
    match hint {
        Hint::Id => !text.contains(char::is_whitespace),
        Hint::Handle | Hint::Either if digits_only => {
            fits && (facts.digits == Digits::Id || text.len() > facts.max)
        }
        Hint::Handle | Hint::Either => fits,
    }
}

fn of_id(facts: &PlatformFacts, id: &str) -> Identified {
    let id = if facts.ids.contains(&IdForm::Uuid) {
        id.to_ascii_lowercase()
    } else {
        id.to_owned()
    };
    let is_usual = facts.ids.is_empty() || facts.is_id(&id);
    if !is_usual && !facts.has_id_of_digits(&id) {
        return Identified::unknown_because("id-form", platform::no_id(facts, &id));
    }
    let mut found = by_template(facts, Name::Id, &id);
    if found.key.is_none() || found.platform_id.as_deref() != Some(id.as_str()) {
        found = plain_id(facts, &id);
    }
    if !is_usual {
        found.warn("id-form", format!("Ids of {} look different.", facts.name));
    }
    found
}

fn plain_id(facts: &PlatformFacts, id: &str) -> Identified {
    let known = id
        .bytes()
        .all(|b| b.is_ascii_alphanumeric() || b"-_.:=".contains(&b));
    if !known || id.is_empty() {
        return not_a_word();
    }
    Identified {
        platform: Some(facts.code.to_owned()),
        kind: Kind::Account,
        key: Some(format!("{}:#{id}", facts.code)),
        platform_id: Some(id.to_owned()),
        ..Identified::unknown()
    }
}

/// Reads the address a platform gives to a handle, id or number, so that both ways lead to the same answer.
fn by_template(facts: &PlatformFacts, name: Name, value: &str) -> Identified {
    let mut parts = Captures::default();
    parts.push(name, value.to_owned());
    let address = site::address_by(facts.code, name)
        .and_then(|template| template.address("", &parts))
        .and_then(|url| Address::read(&url));
    match address {
        Some(address) => of_address(&address, DEPTH),
        None => match name {
            Name::Handle => of_word(facts.code, value),
            Name::Id => plain_id(facts, value),
            _ => Identified::unknown(),
        },
    }
}

/// A handle of a platform that gives it no address.
fn of_word(platform: &str, text: &str) -> Identified {
    let Some(name) = handle::word(text) else {
        return not_a_word();
    };
    let folded = handle::fold(platform, &name);
    if folded.is_empty() {
        return not_a_word();
    }
    Identified {
        platform: Some(platform.to_owned()),
        kind: Kind::Account,
        key: Some(format!("{platform}:@{folded}")),
        handle: Some(name),
        ..Identified::unknown()
    }
}

fn not_a_word() -> Identified {
    Identified::unknown_because(
        "not-a-handle",
        "Neither a handle nor an id: it is not one word.",
    )
}
