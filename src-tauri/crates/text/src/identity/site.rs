//! Hosts and the sites behind them, as the tables have them.

use super::Kind;
use super::capture::Name;
use super::rule::{Names, Rule};
use super::template::Template;
use crate::platform;
use crate::table::{cell, kept, rows};
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// A set of hosts whose paths mean the same.
#[derive(Debug, Default)]
pub struct Site {
    /// The rules, in the order they are tried.
    pub rules: Vec<Rule>,
    /// First steps that are never a handle.
    reserved: HashSet<&'static str>,
    /// Endings of first steps that are never a handle.
    reserved_endings: Vec<&'static str>,
}

impl Site {
    /// True if a word in lower case is never a handle here. A site without words of its own has no handle to guard.
    pub fn reserves(&self, word: &str) -> bool {
        let has_words = !self.reserved.is_empty() || !self.reserved_endings.is_empty();
        has_words
            && (self.reserved.contains(word)
                || self
                    .reserved_endings
                    .iter()
                    .any(|ending| word.ends_with(ending)))
    }
}

/// A row of `data/hosts.csv`.
#[derive(Debug, Clone, Copy)]
pub struct Host {
    /// The site behind it.
    pub site: &'static Site,
    /// The platform's code.
    pub platform: &'static str,
    /// True if the name before the host is the first step of the path.
    pub leads: bool,
}

static SITES: LazyLock<HashMap<&'static str, Site>> = LazyLock::new(|| {
    let mut sites: HashMap<&'static str, Site> = HashMap::new();
    for row in rows(include_str!("../../data/paths.csv")) {
        if let Some(rule) = Rule::parse(&row) {
            sites.entry(kept(&row, 0)).or_default().rules.push(rule);
        }
    }
    for row in rows(include_str!("../../data/reserved.csv")) {
        let site = sites.entry(kept(&row, 0)).or_default();
        for word in kept(&row, 1).split_whitespace() {
            match word.strip_prefix('*') {
                Some(ending) => site.reserved_endings.push(ending),
                None => {
                    site.reserved.insert(word);
                }
            }
        }
    }
    sites
});

static HOSTS: LazyLock<HashMap<&'static str, Host>> = LazyLock::new(|| {
    let mut hosts = HashMap::new();
    for row in rows(include_str!("../../data/hosts.csv")) {
        if let Some(site) = SITES.get(cell(&row, 1)) {
            let leads = cell(&row, 3) == "lead";
            hosts.insert(
                kept(&row, 0),
                Host {
                    site,
                    platform: kept(&row, 2),
                    leads,
                },
            );
        }
    }
    hosts
});

static KEY_KINDS: LazyLock<HashMap<(&'static str, &'static str), Kind>> = LazyLock::new(|| {
    let mut kinds = HashMap::new();
    for host in HOSTS.values() {
        for rule in &host.site.rules {
            if let (Some(key), Names::Thing(kind)) = (&rule.key, rule.names)
                && let Some((prefix, _)) = key.prefix().split_once(':')
            {
                kinds.entry((host.platform, prefix)).or_insert(kind);
            }
        }
    }
    kinds
});

/// The addresses a platform gives to handles, ids and numbers.
#[derive(Debug, Default)]
pub struct Addresses {
    /// By handle.
    pub handle: Option<Template>,
    /// By id.
    pub id: Option<Template>,
    /// By telephone number.
    pub phone: Option<Template>,
}

static ADDRESSES: LazyLock<HashMap<&'static str, Addresses>> = LazyLock::new(|| {
    let template = |url: &'static str| Template::parse(url).filter(|_| !url.is_empty());
    platform::all()
        .iter()
        .map(|facts| {
            let addresses = Addresses {
                handle: template(facts.account_url),
                id: template(facts.id_url),
                phone: template(facts.phone_url),
            };
            (facts.code, addresses)
        })
        .collect()
});

/// The template of the address for a part of this name.
pub fn address_by(platform: &str, name: Name) -> Option<&'static Template> {
    let addresses = ADDRESSES.get(platform)?;
    match name {
        Name::Handle => addresses.handle.as_ref(),
        Name::Id => addresses.id.as_ref(),
        Name::Phone => addresses.phone.as_ref(),
        _ => None,
    }
}

/// What kind of thing a key of ours names, from the word before its second colon.
pub fn kind_of_key(platform: &'static str, word: &str) -> Option<Kind> {
    match word {
        "post" => Some(Kind::Post),
        "group" => Some(Kind::Group),
        "invite" => Some(Kind::Invite),
        _ => KEY_KINDS.get(&(platform, word)).copied(),
    }
}

/// The host of a name without `www.`, and what stands before it if the table says `*.`.
pub fn of_host<'a>(name: &'a str) -> Option<(Host, &'a str)> {
    if let Some(host) = HOSTS.get(name) {
        return Some((*host, ""));
    }
    let mut rest = name;
    while let Some((_, after)) = rest.split_once('.') {
        if !after.contains('.') {
            return None;
        }
        let wildcard = format!("*.{after}");
        if let Some(host) = HOSTS.get(wildcard.as_str()) {
            let before: &'a str = name.get(..name.len() - after.len() - 1).unwrap_or_default();
            return Some((*host, before));
        }
        rest = after;
    }
    None
}

/// True if what stands before a host means something of its own: the table has the whole name, or reads it as a step.
pub fn is_of_its_own(name: &str) -> bool {
    HOSTS.contains_key(name) || of_host(name).is_some_and(|(host, _)| host.leads)
}

/// The host that stands for a scheme of its own, such as `tg`.
pub fn of_scheme(scheme: &str) -> Option<Host> {
    HOSTS.get(format!("{scheme}://").as_str()).copied()
}
