//! Everything of an account that can be searched: as it is written, and as the index holds it.

use crate::Result;
use crate::table::{json, merge};
use breakwater_model::account::ExtraView;
use breakwater_text::platform::{Digits, facts};
use breakwater_text::search::{Place, tokens};
use breakwater_text::{fold, handle};
use rusqlite::{Connection, OptionalExtension, named_params};

/// What an account's index rows hold: a text for each place, and the short ones together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Texts {
    /// A folded text for each of [`Place::ALL`], in that order.
    pub places: Vec<String>,
    /// What letters inside words are found in.
    pub short: String,
}

/// What stands beside accounts: the place it is found in, the part of that, and the rows of it, first account to last.
const BESIDE: [(Place, usize, &str); 12] = [
    (Place::Text, 1, "SELECT account, text FROM post
       WHERE account BETWEEN :first AND :last AND is_retracted = 0 ORDER BY account, id"),
    (Place::Text, 2, "SELECT account, text FROM translation
       WHERE account BETWEEN :first AND :last AND is_retracted = 0 ORDER BY account, id"),
    (Place::Link, 1, "SELECT account, coalesce(canonical_url, url) FROM post
       WHERE account BETWEEN :first AND :last AND is_retracted = 0 ORDER BY account, id"),
    (Place::Note, 0, "SELECT account, text FROM note
       WHERE account BETWEEN :first AND :last AND is_retracted = 0 ORDER BY account, id"),
    (Place::Note, 1, "SELECT account, reason FROM assessment
       WHERE account BETWEEN :first AND :last AND is_retracted = 0 ORDER BY account, id"),
    (Place::Reference, 0, "SELECT i.account, r.outside_reference FROM referral_item i JOIN referral r ON r.id = i.referral
       WHERE i.account BETWEEN :first AND :last AND i.is_retracted = 0 AND r.is_retracted = 0 ORDER BY i.account, i.id"),
    (Place::Reference, 1, "SELECT i.account, printf('R-%03d', r.number) FROM referral_item i JOIN referral r ON r.id = i.referral
       WHERE i.account BETWEEN :first AND :last AND i.is_retracted = 0 AND r.is_retracted = 0 ORDER BY i.account, i.id"),
    (Place::Reference, 2, "SELECT account, detail ->> '$.reference' FROM event
       WHERE account BETWEEN :first AND :last AND kind IN ('sent', 'acknowledged') AND is_retracted = 0 ORDER BY account, seq"),
    (Place::Reference, 3, "SELECT account, reference FROM past_item
       WHERE account BETWEEN :first AND :last AND is_retracted = 0 ORDER BY account, id"),
    (Place::Exhibit, 0, "SELECT account, label || ' ' || file_name FROM exhibit
       WHERE account BETWEEN :first AND :last AND is_retracted = 0 ORDER BY account, id"),
    (Place::Exhibit, 1, "SELECT e.account, o.words FROM exhibit e JOIN object o ON o.id = e.object
       WHERE e.account BETWEEN :first AND :last AND e.is_retracted = 0 AND o.words IS NOT NULL ORDER BY e.account, e.id"),
    (Place::Tag, 0, "SELECT account, written FROM tag
       WHERE account BETWEEN :first AND :last AND is_retracted = 0 ORDER BY account, id"),
];

/// What an account itself says.
const OWN: &str =
    "SELECT id, platform, bio, display_name, source, flagged_reason, extra FROM account
  WHERE id BETWEEN :first AND :last AND is_retracted = 0 AND erasure IS NULL ORDER BY id";

/// As what accounts were seen.
const SEEN: &str = "SELECT s.account, s.written, p.value, coalesce(s.canonical_url, s.url)
  FROM sighting s LEFT JOIN platform_id p ON p.id = s.platform_id
  WHERE s.account BETWEEN :first AND :last AND s.is_retracted = 0 ORDER BY s.account, s.seen_ms, s.id";

/// Neighbouring rows read at once.
const TOGETHER: usize = 500;

/// The texts of one record: each with its place and the part of that, in the order in which they are read.
struct Record {
    account: i64,
    platform: String,
    pieces: Vec<(Place, usize, String)>,
}

impl Record {
    /// Every place that holds more than blanks, with its text as it is written.
    fn originals(&self) -> Vec<(Place, String)> {
        let places = Place::ALL.into_iter().map(|place| (place, self.of(place)));
        places.filter(|(_, text)| !text.trim().is_empty()).collect()
    }

    fn of(&self, place: Place) -> String {
        let parts = match place {
            Place::Reference => 4,
            Place::Text => 3,
            Place::Link | Place::Note | Place::Exhibit | Place::More => 2,
            _ => 1,
        };
        let mut text = String::new();
        for part in 0..parts {
            if part > 0 {
                text.push('\n');
            }
            let is_seen = part == 0 && matches!(place, Place::Handle | Place::Id | Place::Link);
            let mut known: Vec<&str> = Vec::new();
            for (own, at, piece) in &self.pieces {
                if (*own, *at) != (place, part) || (is_seen && known.contains(&piece.as_str())) {
                    continue;
                }
                if !known.is_empty() {
                    text.push(if is_seen { ',' } else { '\n' });
                }
                text.push_str(piece);
                known.push(piece);
            }
        }
        text
    }
}

/// The texts of the records in neighbouring rows, first to last; of one that is retracted or erased there are none.
fn records(case: &Connection, first: i64, last: i64) -> Result<Vec<Record>> {
    let range = named_params! { ":first": first, ":last": last };
    let mut all = Vec::new();
    let mut own = case.prepare_cached(OWN)?;
    let mut rows = own.query(range)?;
    while let Some(row) = rows.next()? {
        let mut record = Record {
            account: row.get(0)?,
            platform: row.get(1)?,
            pieces: Vec::new(),
        };
        for (at, to) in [
            (2, Place::Text),
            (3, Place::Name),
            (4, Place::Source),
            (5, Place::More),
        ] {
            record
                .pieces
                .extend(row.get::<_, Option<String>>(at)?.map(|text| (to, 0, text)));
        }
        for cell in json::<Vec<ExtraView>>(row, 6)? {
            record.pieces.push((Place::More, 1, cell.value));
        }
        all.push(record);
    }
    let mut seen = case.prepare_cached(SEEN)?;
    let mut rows = seen.query(range)?;
    while let Some(row) = rows.next()? {
        let Some(record) = of(&mut all, row.get(0)?) else {
            continue;
        };
        for (at, to) in [(1, Place::Handle), (2, Place::Id), (3, Place::Link)] {
            record
                .pieces
                .extend(row.get::<_, Option<String>>(at)?.map(|text| (to, 0, text)));
        }
    }
    for (place, part, sql) in BESIDE {
        let mut beside = case.prepare_cached(sql)?;
        let mut rows = beside.query(range)?;
        while let Some(row) = rows.next()? {
            if let (Some(record), Some(text)) = (of(&mut all, row.get(0)?), row.get(1)?) {
                record.pieces.push((place, part, text));
            }
        }
    }
    Ok(all)
}

fn of(all: &mut [Record], account: i64) -> Option<&mut Record> {
    let at = all
        .binary_search_by_key(&account, |record| record.account)
        .ok()?;
    all.get_mut(at)
}

/// The texts of an account as they are written, each with its place; `None` if it is retracted or erased.
pub fn originals(case: &Connection, account: i64) -> Result<Option<Vec<(Place, String)>>> {
    let record = records(case, account, account)?.pop();
    Ok(standing(case, account, record)?.map(|(originals, _)| originals))
}

/// Texts as they are written, and the platform.
type Read = (Vec<(Place, String)>, String);

/// The texts of an account and of the records merged into it; a merged record has none of its own.
fn standing(case: &Connection, account: i64, record: Option<Record>) -> Result<Option<Read>> {
    let Some(record) = record else {
        return Ok(None);
    };
    if merge::target(case, account)? != account {
        return Ok(None);
    }
    let mut all = record.originals();
    for merged in merge::of_target(case, account)? {
        let Some(more) = records(case, merged.account, merged.account)?.pop() else {
            continue;
        };
        for (place, text) in more.originals() {
            match all.iter_mut().find(|(known, _)| *known == place) {
                Some((_, known)) => {
                    known.push('\n');
                    known.push_str(&text);
                }
                None => all.push((place, text)),
            }
        }
    }
    Ok(Some((all, record.platform)))
}

/// What the index holds of accounts, in ascending order; `None` of one that is retracted or erased.
pub fn texts(case: &Connection, accounts: &[i64]) -> Result<Vec<(i64, Option<Texts>)>> {
    let has_merged = merge::are_any(case)?;
    let mut all = Vec::with_capacity(accounts.len());
    for run in accounts.chunk_by(|one, next| *next == one + 1) {
        for run in run.chunks(TOGETHER) {
            let (Some(first), Some(last)) = (run.first(), run.last()) else {
                continue;
            };
            let mut records = records(case, *first, *last)?.into_iter().peekable();
            for account in run {
                let record = records.next_if(|record| record.account == *account);
                let read = if has_merged {
                    standing(case, *account, record)?
                } else {
                    record.map(|record| (record.originals(), record.platform))
                };
                all.push((*account, read.as_ref().map(folded)));
            }
        }
    }
    Ok(all)
}

/// What the index holds of what was read.
fn folded((originals, platform): &Read) -> Texts {
    let calls = facts(platform).is_some_and(|facts| facts.digits == Digits::Phone);
    let mut numbers = String::new();
    let mut places = vec![String::new(); Place::ALL.len()];
    for (place, text) in originals {
        let is_number = match place {
            Place::Text | Place::Name | Place::Note | Place::Exhibit | Place::More => true,
            Place::Id | Place::Handle => calls,
            _ => false,
        };
        if is_number {
            numbers.push_str(text);
            numbers.push('\n');
        }
        if let Some(own) = places.get_mut(*place as usize) {
            fold::fold(text).trim().clone_into(own);
            if *place == Place::Handle {
                own.push_str(&as_compared(platform, text));
            }
        }
    }
    let phone = tokens(&numbers);
    let digits: String = phone
        .chars()
        .filter(|c| c.is_ascii_digit() || *c == ' ')
        .collect();
    let mut short = String::new();
    for place in [Place::Handle, Place::Id, Place::Name, Place::Link] {
        if let Some(text) = places.get(place as usize).filter(|text| !text.is_empty()) {
            short.push_str(text);
            short.push('\n');
        }
    }
    short.push_str(&digits);
    if let Some(own) = places.get_mut(Place::Phone as usize) {
        *own = phone;
    }
    Texts { places, short }
}

/// Handles without the signs that do not count on their platform, so that both ways are found; each behind a comma.
fn as_compared(platform: &str, handles: &str) -> String {
    if facts(platform).is_none_or(|facts| facts.ignored.is_empty()) {
        return String::new();
    }
    let written = handles.split(',').map(str::trim);
    written
        .map(|written| (written, handle::fold(platform, written)))
        .filter(|(written, compared)| fold::fold(written) != *compared)
        .fold(String::new(), |all, (_, compared)| all + "," + &compared)
}

/// A folded text for each place, as the index holds them of an account; read where FTS5 keeps them, which costs half of
/// what a row of its own table does.
pub fn places(index: &Connection, account: i64) -> Result<Option<Vec<String>>> {
    Ok(index
        .prepare_cached(
            "SELECT c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11 FROM words_content WHERE id = :id",
        )?
        .query_row(named_params! { ":id": account }, |row| {
            (0..Place::ALL.len()).map(|at| row.get(at)).collect()
        })
        .optional()?)
}

/// What the index holds of an account.
pub fn stored(index: &Connection, account: i64) -> Result<Option<Texts>> {
    let places = places(index, account)?;
    let short: Option<String> = index
        .prepare_cached("SELECT body FROM short WHERE rowid = :id")?
        .query_row(named_params! { ":id": account }, |row| row.get(0))
        .optional()?;
    Ok(places
        .zip(short)
        .map(|(places, short)| Texts { places, short }))
}

/// The last account the index holds.
pub fn last(index: &Connection) -> Result<i64> {
    Ok(index.query_row(
        "SELECT coalesce(max(id), 0) FROM words_content",
        [],
        |row| row.get(0),
    )?)
}

/// Puts what the index is to hold of an account into it, and takes out what it held; `None` for one that is retracted.
/// Nothing is held of accounts after `last`.
pub fn put(index: &Connection, account: i64, texts: Option<&Texts>, last: i64) -> Result<()> {
    if account <= last {
        for sql in [
            "DELETE FROM words WHERE rowid = :id",
            "DELETE FROM short WHERE rowid = :id",
        ] {
            index
                .prepare_cached(sql)?
                .execute(named_params! { ":id": account })?;
        }
    }
    let Some(texts) = texts else {
        return Ok(());
    };
    let mut insert = index.prepare_cached(
        "INSERT INTO words (rowid, text, handle, id, name, phone, link, note, reference, exhibit, source, tag, more)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
    )?;
    insert.raw_bind_parameter(1, account)?;
    for (at, text) in (2..).zip(&texts.places) {
        insert.raw_bind_parameter(at, text)?;
    }
    insert.raw_execute()?;
    index
        .prepare_cached("INSERT INTO short (rowid, body) VALUES (:id, :body)")?
        .execute(named_params! { ":id": account, ":body": texts.short })?;
    Ok(())
}
