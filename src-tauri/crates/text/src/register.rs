//! Register files: what their columns and list names mean, and what an entry names.

use crate::identity::{self, Identified, Kind};
use crate::table::{cell, rows};
use crate::{fold, handle, platform};
use breakwater_model::register::{RegisterField, RegisterList};
use std::collections::HashMap;
use std::sync::LazyLock;

/// What the names of `data/register_words.csv` stand for, folded to letters and digits.
static WORDS: LazyLock<HashMap<String, (&'static str, usize)>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    let table = include_str!("../data/register_words.csv");
    for (at, row) in rows(table).enumerate() {
        let what = crate::table::kept(&row, 0);
        for name in cell(&row, 2).split(';') {
            let is_list = what.starts_with("in-");
            names.entry(key(name, is_list)).or_insert((what, at));
        }
    }
    names
});

/// The field a header of a register file stands for; [`RegisterField::Ignored`] if it means nothing to us.
pub fn column(header: &str) -> RegisterField {
    let outside = header.split(['(', '[']).next().unwrap_or(header);
    match WORDS.get(&key(outside, false)).map(|(what, _)| *what) {
        Some("key-or-url") => RegisterField::KeyOrUrl,
        Some("platform") => RegisterField::Platform,
        Some("platform-id") => RegisterField::PlatformId,
        Some("list") => RegisterField::List,
        Some("owner") => RegisterField::Owner,
        Some("contact") => RegisterField::Contact,
        Some("expires") => RegisterField::Expires,
        Some("note") => RegisterField::Note,
        Some("reference") => RegisterField::Reference,
        Some("referred") => RegisterField::Referred,
        _ => RegisterField::Ignored,
    }
}

/// The list a cell names.
pub fn list(text: &str) -> Option<RegisterList> {
    Some(match WORDS.get(&key(text, true))?.0 {
        "in-protected" => RegisterList::Protected,
        "in-ask-first" => RegisterList::AskFirst,
        "in-already-referred" => RegisterList::AlreadyReferred,
        "in-never-links" => RegisterList::NeverLinks,
        _ => return None,
    })
}

fn key(name: &str, is_list: bool) -> String {
    let mut folded = fold::fold(name);
    folded.retain(char::is_alphanumeric);
    format!("{}{folded}", if is_list { "in " } else { "" })
}

/// What an entry of a register names; at least one of the parts below `identity` is there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Subject {
    /// The same for every way of writing the same thing.
    pub identity: String,
    /// The platform's code; `None` for a domain or telephone number.
    pub platform: Option<String>,
    /// Handle, for matching.
    pub handle: Option<String>,
    /// The platform's own id.
    pub platform_id: Option<String>,
    /// Canonical address of something that has neither handle nor id.
    pub address: Option<String>,
    /// Key of a post.
    pub post: Option<String>,
    /// Host, or host and beginning of the path, of a website.
    pub site: Option<String>,
    /// Telephone number, E.164.
    pub phone: Option<String>,
}

/// What a row of a register names. `given` is the cell of a platform column, `id` that of an id column.
///
/// # Errors
/// Why it names nothing, in words.
pub fn subject(written: &str, given: &str, id: &str) -> Result<Subject, String> {
    let given = platform_given(given);
    let found = (!written.is_empty()).then(|| identify(written, given.as_deref()));
    let platform = given.or_else(|| found.as_ref().and_then(|found| found.platform.clone()));
    let by_id = by_id(platform.as_deref(), id)?;
    let mut subject = match found {
        Some(found) => match of_found(&found) {
            Ok(subject) => subject,
            Err(_) if by_id.is_some() && found.handle.is_none() => Subject::default(),
            Err(why) => return Err(why),
        },
        None if by_id.is_some() => Subject::default(),
        None => return Err("no link, handle, domain or number".into()),
    };
    if let Some((platform, id)) = by_id {
        if subject.identity.is_empty() {
            subject.identity = format!("{platform}:#{id}");
        }
        subject.platform = Some(platform);
        subject.platform_id = Some(id);
    }
    Ok(subject)
}

fn platform_given(cell: &str) -> Option<String> {
    let cell = cell.trim();
    (!cell.is_empty())
        .then(|| platform::code(cell).map_or_else(|| cell.to_lowercase(), str::to_owned))
}

fn by_id(platform: Option<&str>, id: &str) -> Result<Option<(String, String)>, String> {
    if id.is_empty() {
        return Ok(None);
    }
    let Some(platform) = platform else {
        return Err("an id, but not of which platform: add a platform column".into());
    };
    match identity::normalise_id(platform, id).platform_id {
        Some(id) => Ok(Some((platform.to_owned(), id))),
        None => Err(format!("{id:?} is not an id of {platform}")),
    }
}

/// Names the thing, and takes a word with a dot for a domain where it can be nothing else.
fn identify(written: &str, platform: Option<&str>) -> Identified {
    let found = match platform {
        Some(platform) => identity::normalise_on(platform, written),
        None => identity::normalise(written),
    };
    if found.kind != Kind::Unknown || platform.is_some_and(|platform| platform != "website") {
        return found;
    }
    identity::bare_site(written).unwrap_or(found)
}

fn of_found(found: &Identified) -> Result<Subject, String> {
    let why = || {
        let told = found.warnings.last().map(|warning| warning.what.as_str());
        let told = told.unwrap_or("this names nothing we know");
        told.trim_end_matches('.').to_owned()
    };
    match found.kind {
        Kind::ShortLink => Err("a short link; give the address it leads to".into()),
        Kind::Unknown if is_number_at_home(&found.input) => Err(WITHOUT_COUNTRY.into()),
        Kind::Unknown => Err(why()),
        Kind::Phone => phone(found),
        Kind::Website => site(found).ok_or_else(why),
        _ => account(found),
    }
}

const WITHOUT_COUNTRY: &str = "a number needs its country code: write it as +44 …";

fn is_number_at_home(written: &str) -> bool {
    let starts_so = |one: &identity::Number| one.range.start == 0 && one.number.starts_with('0');
    identity::numbers(written).first().is_some_and(starts_so)
}

fn phone(found: &Identified) -> Result<Subject, String> {
    let number = found.platform_id.clone().unwrap_or_default();
    if !number.starts_with('+') {
        return Err(WITHOUT_COUNTRY.into());
    }
    Ok(Subject {
        identity: format!("phone:{number}"),
        phone: Some(number),
        ..Subject::default()
    })
}

fn site(found: &Identified) -> Option<Subject> {
    let tidied = found.key.as_deref()?.strip_prefix("website:")?;
    let site = tidied.split('?').next().unwrap_or(tidied).to_owned();
    Some(Subject {
        identity: format!("website:{site}"),
        site: Some(site),
        ..Subject::default()
    })
}

fn account(found: &Identified) -> Result<Subject, String> {
    let Some(platform) = found.platform.clone() else {
        return Err(
            "a handle, but not of which platform: give the full address, or add a platform column"
                .into(),
        );
    };
    let handle = found
        .handle
        .as_deref()
        .map(|written| handle::fold(&platform, written));
    let has_name = handle.is_some() || found.platform_id.is_some();
    let address = found
        .canonical_url
        .clone()
        .filter(|_| !has_name && found.kind != Kind::Post);
    let post = found.post_key.clone().filter(|_| found.kind == Kind::Post);
    let Some(identity) = found
        .key
        .clone()
        .filter(|_| has_name || address.is_some() || post.is_some())
    else {
        return Err("no account, domain or number can be read from this".into());
    };
    Ok(Subject {
        identity,
        handle,
        platform_id: found.platform_id.clone(),
        address,
        post,
        platform: Some(platform),
        ..Subject::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_and_lists_are_known_as_units_write_them() {
        for (header, field) in [
            ("key_or_url", RegisterField::KeyOrUrl),
            ("Link", RegisterField::KeyOrUrl),
            ("Platform", RegisterField::Platform),
            ("User ID", RegisterField::PlatformId),
            ("LIST", RegisterField::List),
            ("Register", RegisterField::List),
            ("Owner", RegisterField::Owner),
            ("Point of contact", RegisterField::Contact),
            ("Expires (UTC)", RegisterField::Expires),
            ("Gültig bis", RegisterField::Expires),
            ("Remarques", RegisterField::Ignored),
            ("remarks", RegisterField::Note),
            ("colour", RegisterField::Ignored),
        ] {
            assert_eq!(column(header), field, "{header}");
        }
        for (word, expected) in [
            ("protected", Some(RegisterList::Protected)),
            ("Do not refer", Some(RegisterList::Protected)),
            ("ask_first", Some(RegisterList::AskFirst)),
            ("ASK FIRST", Some(RegisterList::AskFirst)),
            ("already-referred", Some(RegisterList::AlreadyReferred)),
            ("never links", Some(RegisterList::NeverLinks)),
            ("link", None),
            ("", None),
        ] {
            assert_eq!(list(word), expected, "{word}");
        }
    }

    #[test]
    fn every_row_of_the_table_is_a_field_or_a_list() {
        for row in rows(include_str!("../data/register_words.csv")) {
            for name in cell(&row, 2).split(';') {
                let known = if cell(&row, 0).starts_with("in-") {
                    list(name).is_some()
                } else {
                    column(name) != RegisterField::Ignored
                };
                assert!(known, "{name} of {row:?}");
            }
        }
    }

    #[track_caller]
    fn named(written: &str) -> Subject {
        subject(written, "", "").unwrap()
    }

    #[test]
    fn an_entry_names_an_account_a_domain_a_post_or_a_number() {
        let tiktok = named("hxxps://www.tiktok[.]com/@Tide.News?lang=en");
        assert_eq!(tiktok.identity, "tiktok:@tide.news");
        assert_eq!(tiktok.handle.as_deref(), Some("tide.news"));
        assert_eq!(named("tiktok: @tide.news").identity, tiktok.identity);
        let by_id = named("https://www.facebook.com/profile.php?id=100083123456417");
        assert_eq!(by_id.platform_id.as_deref(), Some("100083123456417"));
        for domain in [
            "tide.example",
            "https://www.tide.example/",
            "website:tide.example",
        ] {
            assert_eq!(
                named(domain).site.as_deref(),
                Some("tide.example"),
                "{domain}"
            );
        }
        let part = named("https://pages.example/tide?utm_source=x");
        assert_eq!(part.site.as_deref(), Some("pages.example/tide"));
        for number in [
            "+44 7700 900123",
            "0044 7700 900123",
            "https://wa.me/447700900123",
        ] {
            assert_eq!(
                named(number).phone.as_deref(),
                Some("+447700900123"),
                "{number}"
            );
        }
        let post = named("https://www.tiktok.com/@tide.news/video/7312004599172456");
        assert!(post.post.is_some() && post.handle.is_some());
        let both = subject("@tide.news", "TikTok", "7312004599172456").unwrap();
        assert_eq!(both.handle.as_deref(), Some("tide.news"));
        assert_eq!(both.platform_id.as_deref(), Some("7312004599172456"));
        let only_id = subject("", "tiktok", "7312004599172456").unwrap();
        assert_eq!(only_id.identity, "tiktok:#7312004599172456");
    }

    #[test]
    fn what_names_nothing_says_why() {
        for (written, expected) in [
            ("", "no link"),
            ("@tide.news", "not of which platform"),
            ("https://bit.ly/3abcDEF", "short link"),
            ("07700 900123", "country code"),
            ("desk@tide.example", "e-mail"),
            ("a newsroom", "number we can name"),
        ] {
            let why = subject(written, "", "").unwrap_err();
            assert!(why.contains(expected), "{written}: {why}");
        }
        assert!(
            subject("", "", "731")
                .unwrap_err()
                .contains("which platform")
        );
    }
}
