//! Which accounts a register meets: derived from sightings, profile texts and posts in the same
//! transaction as what changes them, and able to be worked out again at any time.
//!
//! Invariant: a hit stands for as long as entry and account do; whether an entry has expired is
//! asked when hits are read, since time passes without a write. Entries are held in memory once a
//! write: what a row of an import costs does not grow with the registers.

use crate::table::name_of;
use crate::table::register::{self as entries, COLUMNS, Entry};
use crate::writer::Writer;
use crate::{Reader, Result};
use breakwater_model::Instant;
use breakwater_model::register::{MatchedBy, RegisterHitView, RegisterList};
use breakwater_text::identity::{self, Kind};
use breakwater_text::look_alike;
use rusqlite::{Connection, named_params};
use std::collections::{BTreeMap, BTreeSet, HashMap};

mod derive;
#[cfg(test)]
mod tests;

pub(crate) use derive::Pending;

type ByName = HashMap<String, HashMap<String, Vec<i64>>>;

/// Every entry that stands, by what it can be met with.
#[derive(Default)]
pub struct Lookup {
    entries: HashMap<i64, Entry>,
    handles: ByName,
    looks: ByName,
    ids: ByName,
    addresses: HashMap<String, Vec<i64>>,
    posts: HashMap<String, Vec<i64>>,
    sites: HashMap<String, Vec<(String, i64)>>,
    phones: HashMap<String, Vec<i64>>,
}

/// What is seen of an account at once: any part may be missing.
#[derive(Debug, Clone, Copy, Default)]
pub struct Seen<'a> {
    /// The platform's code.
    pub platform: &'a str,
    /// Handle, for matching.
    pub handle: Option<&'a str>,
    /// The platform's own id.
    pub platform_id: Option<&'a str>,
    /// Canonical address.
    pub address: Option<&'a str>,
    /// Key of a post.
    pub post: Option<&'a str>,
    /// Profile text or shown name.
    pub text: Option<&'a str>,
}

/// Entries met, each with the surest way it was met by.
pub type Met = BTreeMap<i64, MatchedBy>;

impl Lookup {
    /// Reads the registers.
    pub fn load(reader: &Reader<'_>) -> Result<Self> {
        Self::read(reader.db())
    }

    fn read(db: &Connection) -> Result<Self> {
        let mut all = Self::default();
        for entry in entries::standing(db)? {
            all.put(entry);
        }
        Ok(all)
    }

    fn put(&mut self, entry: Entry) {
        let row = entry.row;
        let subject = &entry.subject;
        let platform = subject.platform.clone().unwrap_or_default();
        let looks = subject.handle.as_deref().map(look_alike::of);
        for (by, name) in [
            (&mut self.handles, &subject.handle),
            (&mut self.looks, &looks),
            (&mut self.ids, &subject.platform_id),
        ] {
            if let Some(name) = name {
                let of_platform = by.entry(platform.clone()).or_default();
                of_platform.entry(name.clone()).or_default().push(row);
            }
        }
        for (by, name) in [
            (&mut self.addresses, &subject.address),
            (&mut self.posts, &subject.post),
            (&mut self.phones, &subject.phone),
        ] {
            if let Some(name) = name {
                by.entry(name.clone()).or_default().push(row);
            }
        }
        if let Some(site) = &subject.site {
            let (host, path) = site.split_once('/').unwrap_or((site, ""));
            let of_host = self.sites.entry(host.to_owned()).or_default();
            of_host.push((path.to_owned(), row));
        }
        self.entries.insert(row, entry);
    }

    /// True if no entry stands.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The entry in this row.
    pub fn entry(&self, row: i64) -> Option<&Entry> {
        self.entries.get(&row)
    }

    /// Adds the entries that meet what was seen. Costs a look-up for each part, whatever the registers hold.
    pub fn meet(&self, seen: &Seen<'_>, met: &mut Met) {
        if self.is_empty() {
            return;
        }
        for (by, all, name) in [
            (MatchedBy::Id, &self.ids, seen.platform_id),
            (MatchedBy::Handle, &self.handles, seen.handle),
        ] {
            let rows = name.and_then(|name| all.get(seen.platform)?.get(name));
            note(met, by, rows.into_iter().flatten());
        }
        if let Some(handle) = seen.handle {
            self.meet_look(seen.platform, handle, met);
        }
        note(
            met,
            MatchedBy::Address,
            seen.address
                .and_then(|key| self.addresses.get(key))
                .into_iter()
                .flatten(),
        );
        note(
            met,
            MatchedBy::Post,
            seen.post
                .and_then(|key| self.posts.get(key))
                .into_iter()
                .flatten(),
        );
        if let Some(number) = seen.platform_id.filter(|id| id.starts_with('+')) {
            note(
                met,
                MatchedBy::Phone,
                self.phones.get(number).into_iter().flatten(),
            );
        }
        if seen.platform == "website"
            && let Some(address) = seen.address
        {
            self.meet_site(address, met);
        }
        if let Some(text) = seen.text {
            self.meet_text(text, met);
        }
    }

    /// Handles that can be taken for this one.
    fn meet_look(&self, platform: &str, handle: &str, met: &mut Met) {
        let Some(looks) = self.looks.get(platform) else {
            return;
        };
        for look in look_alike::of_either(handle).iter().flatten() {
            let rows = looks.get(look).into_iter().flatten();
            note(met, MatchedBy::LookAlike, rows);
        }
    }

    /// Links and telephone numbers of a profile text.
    fn meet_text(&self, text: &str, met: &mut Met) {
        if !self.phones.is_empty() {
            for number in identity::numbers(text) {
                note(
                    met,
                    MatchedBy::Phone,
                    self.phones.get(&number.number).into_iter().flatten(),
                );
            }
        }
        if self.phones.is_empty() && self.sites.is_empty() {
            return;
        }
        for found in identity::find(text) {
            let found = found.identified;
            match found.kind {
                Kind::Phone => {
                    let number = found.platform_id.as_ref();
                    note(
                        met,
                        MatchedBy::Phone,
                        number
                            .and_then(|number| self.phones.get(number))
                            .into_iter()
                            .flatten(),
                    );
                }
                Kind::Website => {
                    self.meet_site(found.canonical_url.as_deref().unwrap_or_default(), met);
                }
                _ => {}
            }
        }
    }

    /// The host of an address and every host above it, with or without a beginning of the path.
    fn meet_site(&self, address: &str, met: &mut Met) {
        let bare = address.split_once("://").map_or(address, |(_, rest)| rest);
        let bare = bare.split(['?', '#']).next().unwrap_or(bare);
        let (host, path) = bare.split_once('/').unwrap_or((bare, ""));
        let mut name = host.split(':').next().unwrap_or(host);
        loop {
            for (begins, row) in self.sites.get(name).into_iter().flatten() {
                if is_under(path, begins) {
                    note(met, MatchedBy::Domain, [row]);
                }
            }
            match name.split_once('.') {
                Some((_, above)) if above.contains('.') => name = above,
                _ => return,
            }
        }
    }

    /// Entries that hold `now`, of those met: the strictest list first, and what only looks alike last.
    pub fn holding<'a>(&'a self, met: &'a Met, now: Instant) -> Vec<(&'a Entry, MatchedBy)> {
        let mut all: Vec<_> = met
            .iter()
            .filter_map(|(row, by)| Some((self.entry(*row)?, *by)))
            .filter(|(entry, _)| !entry.is_expired(now))
            .collect();
        all.sort_by_key(|(entry, by)| order(entry, *by));
        all
    }
}

fn order(entry: &Entry, by: MatchedBy) -> (bool, RegisterList, MatchedBy, i64) {
    (by == MatchedBy::LookAlike, entry.list, by, entry.row)
}

fn is_under(path: &str, begins: &str) -> bool {
    let rest = path.strip_prefix(begins);
    begins.is_empty() || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn note<'a>(met: &mut Met, by: MatchedBy, rows: impl IntoIterator<Item = &'a i64>) {
    for row in rows {
        let kept = met.entry(*row).or_insert(by);
        *kept = (*kept).min(by);
    }
}

/// What the window and the command line are shown of a hit.
pub fn view(entry: &Entry, matched_by: MatchedBy) -> RegisterHitView {
    RegisterHitView {
        entry: entry.id,
        list: entry.list,
        owner: entry.details.owner.clone(),
        contact: entry.details.contact.clone(),
        note: entry.details.note.clone(),
        expires: entry.details.expires.clone(),
        matched_by,
        as_written: entry.written.clone(),
    }
}

/// The hits of an account that hold `now`: the strictest list first, and what only looks alike last.
pub fn of_account(reader: &Reader<'_>, account: i64, now: Instant) -> Result<Vec<RegisterHitView>> {
    let mut statement = reader.db().prepare_cached(&format!(
        "SELECT {COLUMNS}, h.matched_by FROM register_hit h JOIN register_entry e ON e.id = h.entry
         WHERE h.account = :account AND e.is_retracted = 0"
    ))?;
    let rows = statement.query_map(named_params! { ":account": account }, |row| {
        Ok((entries::read(row)?, crate::table::word(row, 17)?))
    })?;
    let mut hits: Vec<(Entry, MatchedBy)> = rows.collect::<rusqlite::Result<_>>()?;
    hits.retain(|(entry, _)| !entry.is_expired(now));
    hits.sort_by_key(|(entry, by)| order(entry, *by));
    Ok(hits
        .into_iter()
        .map(|(entry, by)| view(&entry, by))
        .collect())
}

/// The stored hits of an account.
pub fn stored(reader: &Reader<'_>, account: i64) -> Result<Met> {
    let mut statement = reader
        .db()
        .prepare_cached("SELECT entry, matched_by FROM register_hit WHERE account = :account")?;
    let rows = statement.query_map(named_params! { ":account": account }, |row| {
        Ok((row.get(0)?, crate::table::word(row, 1)?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Every stored hit, by account: few, and asked for once an import.
pub fn all_hits(reader: &Reader<'_>) -> Result<HashMap<i64, Met>> {
    let mut statement = reader
        .db()
        .prepare_cached("SELECT account, entry, matched_by FROM register_hit")?;
    let rows = statement.query_map([], |row| {
        Ok((
            row.get::<_, i64>(0)?,
            row.get::<_, i64>(1)?,
            crate::table::word(row, 2)?,
        ))
    })?;
    let mut all: HashMap<i64, Met> = HashMap::new();
    for row in rows {
        let (account, entry, by) = row?;
        all.entry(account).or_default().insert(entry, by);
    }
    Ok(all)
}

/// The list as it is called in a sentence.
pub const fn list_words(list: RegisterList) -> &'static str {
    match list {
        RegisterList::Protected => "protected",
        RegisterList::AskFirst => "ask-first",
        RegisterList::AlreadyReferred => "already-referred",
        RegisterList::NeverLinks => "never-links",
    }
}
