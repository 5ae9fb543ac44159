//! Keeping hits right within a write. What a new sighting, text or post meets is written at once;
//! an account whose earlier facts changed is worked out anew at the end, and so is every account a
//! changed entry could meet.

use super::{BTreeSet, Connection, Lookup, Met, Result, Seen, Writer, name_of, named_params};
use crate::table::merge;
use crate::table::register::Entry;
use crate::writer::Record;
use breakwater_text::look_alike;
use std::cell::OnceCell;
use std::collections::HashMap;

/// What a write has still to work out.
#[derive(Default)]
pub(crate) struct Pending {
    lookup: OnceCell<Lookup>,
    accounts: BTreeSet<i64>,
    entries: BTreeSet<i64>,
}

impl Pending {
    /// Hears of every change: an entry that changed, an account whose names or texts are other ones now.
    pub(crate) fn hear(&mut self, record: Record, field: &str) {
        let tells_who = match (record.kind, field) {
            ("register_entry", _) => {
                self.entries.insert(record.row);
                self.lookup.take();
                return;
            }
            ("account", "bio" | "display_name" | "platform" | "is_retracted")
            | ("sighting" | "post", "is_retracted")
            | ("merge" | "merge_into", _) => true,
            _ => false,
        };
        if let Some(account) = record.account.filter(|_| tells_who) {
            self.accounts.insert(account);
        }
    }

    fn lookup(&self, db: &Connection) -> Result<&Lookup> {
        if let Some(lookup) = self.lookup.get() {
            return Ok(lookup);
        }
        let read = Lookup::read(db)?;
        Ok(self.lookup.get_or_init(|| read))
    }

    /// Works out what is still open.
    pub(crate) fn finish(mut self, db: &Connection) -> Result<()> {
        let entries = std::mem::take(&mut self.entries);
        let mut accounts = std::mem::take(&mut self.accounts);
        if !entries.is_empty() {
            let lookup = self.lookup(db)?;
            accounts.extend(met_before(db, &entries)?);
            accounts.extend(candidates(db, lookup, &entries)?);
        }
        if accounts.is_empty() {
            return Ok(());
        }
        let redirects = merge::all(db)?;
        let targets: Vec<i64> = accounts
            .iter()
            .filter_map(|account| redirects.get(account).copied())
            .collect();
        accounts.extend(targets);
        let lookup = self.lookup(db)?;
        let has_hits: bool =
            db.query_row("SELECT EXISTS (SELECT 1 FROM register_hit)", [], |row| {
                row.get(0)
            })?;
        if lookup.is_empty() && !has_hits {
            return Ok(());
        }
        for account in accounts {
            store(db, account, &of_account(db, lookup, account)?, true)?;
        }
        Ok(())
    }
}

impl Writer<'_> {
    /// What is new about an account is held against the registers.
    pub(crate) fn meet(&mut self, account: i64, seen: &Seen<'_>) -> Result<()> {
        let db = self.db();
        let lookup = self.registers.lookup(db)?;
        let mut met = Met::new();
        lookup.meet(seen, &mut met);
        if met.is_empty() {
            return Ok(());
        }
        store(db, account, &met, false)
    }
}

fn store(db: &Connection, account: i64, met: &Met, anew: bool) -> Result<()> {
    if anew {
        db.prepare_cached("DELETE FROM register_hit WHERE account = :account")?
            .execute(named_params! { ":account": account })?;
    }
    for (entry, by) in met {
        db.prepare_cached(
            "INSERT INTO register_hit (account, entry, matched_by) VALUES (:account, :entry, :by)
             ON CONFLICT (account, entry) DO UPDATE SET matched_by = excluded.matched_by
               WHERE instr('id handle address post domain phone look-alike', excluded.matched_by)
                   < instr('id handle address post domain phone look-alike', matched_by)",
        )?
        .execute(named_params! { ":account": account, ":entry": entry, ":by": name_of(by) })?;
    }
    Ok(())
}

/// Every entry an account meets by all that is known of it, and of every record merged into it. A merged record meets
/// none of its own.
pub(super) fn of_account(db: &Connection, lookup: &Lookup, account: i64) -> Result<Met> {
    let mut met = Met::new();
    if merge::target(db, account)? != account {
        return Ok(met);
    }
    for part in merge::group(db, account)? {
        of_record(db, lookup, part, &mut met)?;
    }
    Ok(met)
}

/// Adds what one record meets.
fn of_record(db: &Connection, lookup: &Lookup, account: i64, met: &mut Met) -> Result<()> {
    let mut seen = db.prepare_cached(
        "SELECT a.platform, h.folded, p.value, s.canonical_url
         FROM sighting s JOIN account a ON a.id = s.account
         LEFT JOIN handle h ON h.id = s.handle LEFT JOIN platform_id p ON p.id = s.platform_id
         WHERE s.account = :account AND s.is_retracted = 0 AND a.is_retracted = 0",
    )?;
    let mut rows = seen.query(named_params! { ":account": account })?;
    while let Some(row) = rows.next()? {
        let platform: String = row.get(0)?;
        let (handle, id): (Option<String>, Option<String>) = (row.get(1)?, row.get(2)?);
        let address: Option<String> = row.get(3)?;
        let seen = Seen {
            platform: &platform,
            handle: handle.as_deref(),
            platform_id: id.as_deref(),
            address: address.as_deref(),
            ..Seen::default()
        };
        lookup.meet(&seen, met);
    }
    let mut texts = db.prepare_cached(
        "SELECT coalesce(display_name, '') || char(10) || coalesce(bio, '') FROM account
         WHERE id = :account AND is_retracted = 0",
    )?;
    let mut rows = texts.query(named_params! { ":account": account })?;
    while let Some(row) = rows.next()? {
        let text: String = row.get(0)?;
        let seen = Seen {
            text: Some(&text),
            ..Seen::default()
        };
        lookup.meet(&seen, met);
    }
    let mut posts = db.prepare_cached(
        "SELECT p.key FROM post p JOIN account a ON a.id = p.account
         WHERE p.account = :account AND p.key IS NOT NULL AND p.is_retracted = 0 AND a.is_retracted = 0",
    )?;
    let mut rows = posts.query(named_params! { ":account": account })?;
    while let Some(row) = rows.next()? {
        let key: String = row.get(0)?;
        let seen = Seen {
            post: Some(&key),
            ..Seen::default()
        };
        lookup.meet(&seen, met);
    }
    Ok(())
}

fn met_before(db: &Connection, entries: &BTreeSet<i64>) -> Result<Vec<i64>> {
    let mut all = Vec::new();
    for entry in entries {
        let mut statement =
            db.prepare_cached("SELECT account FROM register_hit WHERE entry = :entry")?;
        let rows = statement.query_map(named_params! { ":entry": entry }, |row| row.get(0))?;
        for row in rows {
            all.push(row?);
        }
    }
    Ok(all)
}

/// Accounts these entries may meet: by index where there is one, by one pass over profile texts where
/// domains or numbers are among them.
fn candidates(db: &Connection, lookup: &Lookup, entries: &BTreeSet<i64>) -> Result<Vec<i64>> {
    const BY_HANDLE: &str = "SELECT s.account FROM handle h JOIN sighting s ON s.handle = h.id
      WHERE h.platform = :platform AND h.folded = :name";
    const BY_ID: &str =
        "SELECT s.account FROM platform_id p JOIN sighting s ON s.platform_id = p.id
      WHERE p.platform = :platform AND p.value = :name";
    const BY_ADDRESS: &str =
        "SELECT account FROM sighting WHERE canonical_url = :name AND handle IS NULL
      AND platform_id IS NULL AND :platform = :platform";
    const BY_POST: &str = "SELECT account FROM post WHERE key = :name AND :platform = :platform";
    let standing: Vec<&Entry> = entries
        .iter()
        .filter_map(|row| lookup.entry(*row))
        .collect();
    let mut all = look_alikes(db, &standing)?;
    let mut passing = Lookup::default();
    for entry in standing {
        let subject = &entry.subject;
        for (sql, name) in [
            (BY_HANDLE, &subject.handle),
            (BY_ID, &subject.platform_id),
            (BY_ADDRESS, &subject.address),
            (BY_POST, &subject.post),
        ] {
            let Some(name) = name else { continue };
            let platform = subject.platform.as_deref().unwrap_or_default();
            let mut statement = db.prepare_cached(sql)?;
            let rows = statement.query_map(
                named_params! { ":platform": platform, ":name": name },
                |row| row.get::<_, i64>(0),
            )?;
            for row in rows {
                all.push(row?);
            }
        }
        if subject.site.is_some() || subject.phone.is_some() {
            passing.put(entry.clone());
        }
    }
    if !passing.is_empty() {
        pass(db, &passing, &mut all)?;
    }
    Ok(all)
}

/// Accounts whose handles can be taken for those of the entries: by one pass over the handles of each platform named.
fn look_alikes(db: &Connection, entries: &[&Entry]) -> Result<Vec<i64>> {
    const HANDLES: &str = "SELECT id, folded FROM handle WHERE platform = :platform";
    const SEEN: &str = "SELECT account FROM sighting WHERE handle = :handle";
    let mut wanted: HashMap<&str, BTreeSet<String>> = HashMap::new();
    for subject in entries.iter().map(|entry| &entry.subject) {
        if let (Some(platform), Some(handle)) = (&subject.platform, &subject.handle) {
            let of_platform = wanted.entry(platform).or_default();
            of_platform.insert(look_alike::of(handle));
        }
    }
    let mut all = Vec::new();
    for (platform, looks) in wanted {
        let mut statement = db.prepare_cached(HANDLES)?;
        let mut rows = statement.query(named_params! { ":platform": platform })?;
        while let Some(row) = rows.next()? {
            let folded = row.get_ref(1)?.as_str().unwrap_or_default();
            let mut either = look_alike::of_either(folded).into_iter().flatten();
            if !either.any(|look| looks.contains(&look)) {
                continue;
            }
            let mut seen = db.prepare_cached(SEEN)?;
            let handle: i64 = row.get(0)?;
            let accounts = seen.query_map(named_params! { ":handle": handle }, |row| row.get(0))?;
            for account in accounts {
                all.push(account?);
            }
        }
    }
    Ok(all)
}

/// What a pass reads, whether it is asked for, and what a text of it is.
type Part = (&'static str, bool, fn(&str) -> Seen<'_>);

/// One pass over everything that has no index.
fn pass(db: &Connection, lookup: &Lookup, all: &mut Vec<i64>) -> Result<()> {
    const TEXTS: &str =
        "SELECT id, coalesce(display_name, '') || char(10) || coalesce(bio, '') FROM account
      WHERE is_retracted = 0";
    const NUMBERS: &str =
        "SELECT s.account, p.value FROM platform_id p JOIN sighting s ON s.platform_id = p.id
      WHERE p.value >= '+' AND p.value < ','";
    const SITES: &str =
        "SELECT s.account, s.canonical_url FROM account a JOIN sighting s ON s.account = a.id
      WHERE a.platform = 'website' AND s.canonical_url IS NOT NULL";
    let has_text = !lookup.sites.is_empty() || !lookup.phones.is_empty();
    let parts: [Part; 3] = [
        (TEXTS, has_text, |text| Seen {
            text: Some(text),
            ..Seen::default()
        }),
        (NUMBERS, !lookup.phones.is_empty(), |id| Seen {
            platform_id: Some(id),
            ..Seen::default()
        }),
        (SITES, !lookup.sites.is_empty(), |address| Seen {
            platform: "website",
            address: Some(address),
            ..Seen::default()
        }),
    ];
    let mut met = Met::new();
    for (sql, is_asked, seen) in parts {
        if !is_asked {
            continue;
        }
        let mut statement = db.prepare_cached(sql)?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let text = row.get_ref(1)?.as_str().unwrap_or_default();
            lookup.meet(&seen(text), &mut met);
            if !met.is_empty() {
                all.push(row.get(0)?);
                met.clear();
            }
        }
    }
    Ok(())
}
