//! Everything of an account that can be searched: as it is written, and as the index holds it.

use crate::Result;
use crate::table::merge;
use breakwater_text::fold;
use breakwater_text::platform::{Digits, facts};
use breakwater_text::search::{Place, tokens};
use rusqlite::{Connection, OptionalExtension, named_params};

/// What an account's index rows hold: a text for each place, and the short ones together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Texts {
    /// A folded text for each of [`Place::ALL`], in that order.
    pub places: Vec<String>,
    /// What letters inside words are found in.
    pub short: String,
}

const READ: &str = "SELECT
    coalesce(a.bio, '') || char(10)
      || coalesce((SELECT group_concat(text, char(10)) FROM post WHERE account = a.id AND is_retracted = 0), '') || char(10)
      || coalesce((SELECT group_concat(text, char(10)) FROM translation WHERE account = a.id AND is_retracted = 0), ''),
    (SELECT group_concat(DISTINCT written) FROM sighting WHERE account = a.id AND is_retracted = 0),
    (SELECT group_concat(DISTINCT p.value) FROM sighting s JOIN platform_id p ON p.id = s.platform_id
     WHERE s.account = a.id AND s.is_retracted = 0),
    a.display_name,
    NULL,
    coalesce((SELECT group_concat(DISTINCT coalesce(canonical_url, url)) FROM sighting
              WHERE account = a.id AND is_retracted = 0), '') || char(10)
      || coalesce((SELECT group_concat(coalesce(canonical_url, url), char(10)) FROM post
                   WHERE account = a.id AND is_retracted = 0), ''),
    coalesce((SELECT group_concat(text, char(10)) FROM note WHERE account = a.id AND is_retracted = 0), '') || char(10)
      || coalesce((SELECT group_concat(reason, char(10)) FROM assessment WHERE account = a.id AND is_retracted = 0), ''),
    (SELECT group_concat(r.outside_reference, char(10)) FROM referral_item i JOIN referral r ON r.id = i.referral
     WHERE i.account = a.id AND i.is_retracted = 0 AND r.is_retracted = 0),
    (SELECT group_concat(label || ' ' || file_name, char(10)) FROM exhibit WHERE account = a.id AND is_retracted = 0),
    a.source,
    (SELECT group_concat(written, char(10)) FROM tag WHERE account = a.id AND is_retracted = 0),
    coalesce(a.flagged_reason, '') || char(10)
      || coalesce((SELECT group_concat(e.value ->> 'value', char(10)) FROM json_each(a.extra) e), ''),
    a.platform
  FROM account a WHERE a.id = :id AND a.is_retracted = 0 AND a.erasure IS NULL";

/// The texts of an account as they are written, each with its place; `None` if it is retracted or erased.
pub fn originals(case: &Connection, account: i64) -> Result<Option<Vec<(Place, String)>>> {
    Ok(read(case, account)?.map(|(originals, _)| originals))
}

type Read = (Vec<(Place, String)>, String);

/// The texts of an account and of the records merged into it; a merged record has none of its own.
fn read(case: &Connection, account: i64) -> Result<Option<Read>> {
    if merge::target(case, account)? != account {
        return Ok(None);
    }
    let Some((mut all, platform)) = of_record(case, account)? else {
        return Ok(None);
    };
    for merged in merge::of_target(case, account)? {
        let Some((more, _)) = of_record(case, merged.account)? else {
            continue;
        };
        for (place, text) in more {
            match all.iter_mut().find(|(known, _)| *known == place) {
                Some((_, known)) => {
                    known.push('\n');
                    known.push_str(&text);
                }
                None => all.push((place, text)),
            }
        }
    }
    Ok(Some((all, platform)))
}

fn of_record(case: &Connection, account: i64) -> Result<Option<Read>> {
    let read = case
        .prepare_cached(READ)?
        .query_row(named_params! { ":id": account }, |row| {
            let mut all = Vec::with_capacity(Place::ALL.len());
            for (at, place) in Place::ALL.into_iter().enumerate() {
                let text: Option<String> = row.get(at)?;
                let is_empty = text.as_deref().is_none_or(|text| text.trim().is_empty());
                if let Some(text) = text.filter(|_| !is_empty) {
                    all.push((place, text));
                }
            }
            Ok((all, row.get(Place::ALL.len())?))
        })
        .optional()?;
    Ok(read)
}

/// What the index holds of an account; `None` if it is retracted.
pub fn texts(case: &Connection, account: i64) -> Result<Option<Texts>> {
    let Some((originals, platform)) = read(case, account)? else {
        return Ok(None);
    };
    let calls = facts(&platform).is_some_and(|facts| facts.digits == Digits::Phone);
    let mut numbers = String::new();
    let mut places = vec![String::new(); Place::ALL.len()];
    for (place, text) in &originals {
        let is_number = match place {
            Place::Text | Place::Name | Place::Note | Place::More => true,
            Place::Id | Place::Handle => calls,
            _ => false,
        };
        if is_number {
            numbers.push_str(text);
            numbers.push('\n');
        }
        if let Some(own) = places.get_mut(*place as usize) {
            fold::fold(text).trim().clone_into(own);
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
    Ok(Some(Texts { places, short }))
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

/// Puts what the index is to hold of an account into it, and takes out what it held; `None` for one that is retracted.
pub fn put(index: &Connection, account: i64, texts: Option<&Texts>) -> Result<()> {
    for sql in [
        "DELETE FROM words WHERE rowid = :id",
        "DELETE FROM short WHERE rowid = :id",
    ] {
        index
            .prepare_cached(sql)?
            .execute(named_params! { ":id": account })?;
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
