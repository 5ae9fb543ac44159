//! Papers that name an erased account: submissions, letters, hand-overs, and the bytes that were sealed for them.
//!
//! Invariant: the hash of what was signed stays, so that whoever holds the bytes can be told whether they are those. The
//! sealed bytes of a referral go with the last account in it; until then they are kept and blocked ([`crate::sealed`]).

use super::{Gone, Named};
use crate::approval::is_signed_in;
use crate::{Error, Result};
use rusqlite::{Connection, named_params};
use serde_json::Value;
use std::collections::BTreeSet;

/// The namespace of both signatures on a hand-over.
const HANDOVER: &str = "breakwater-handover-v1";
/// What of a submitted item says nothing of the account.
const OF_ITEM: [&str; 4] = ["item", "account", "assessment", "unit"];
/// What of a submission may say something of its accounts, besides its items.
const OF_WHOLE: [&str; 4] = ["title", "summary", "law_notes", "tell_user"];
/// What of a letter names the account.
const OF_LETTER: [&str; 4] = ["label", "address", "subject", "text"];

/// Every account that was ever in it is erased.
const ALL_ERASED: &str =
    "NOT EXISTS (SELECT 1 FROM referral_item o JOIN account b ON b.id = o.account
  WHERE o.referral = r.id AND b.erasure IS NULL)";

/// Blanks the words of these accounts in papers.
pub(super) fn blank(db: &Connection, rows: &[i64], named: &Named, gone: &mut Gone) -> Result<()> {
    for row in rows {
        referrals(db, *row, named, gone)?;
        letters(db, *row, gone)?;
    }
    handovers(db, named, gone)
}

fn referrals(db: &Connection, row: i64, named: &Named, gone: &mut Gone) -> Result<()> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT DISTINCT r.id, {ALL_ERASED} FROM referral r JOIN referral_item i ON i.referral = r.id
         WHERE i.account = :account"
    ))?;
    let found: Vec<(i64, bool)> = statement
        .query_map(named_params! { ":account": row }, |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?
        .collect::<rusqlite::Result<_>>()?;
    for (referral, is_last) in found {
        versions(db, (referral, is_last), named, gone)?;
        if is_last {
            for sql in [
                "UPDATE referral SET title = '', summary = '', tell_user_reason = NULL, law_elements = NULL,
                   law_reach = NULL, law_defence = NULL, law_decided_by = NULL
                 WHERE id = :id",
                "UPDATE referral_return SET reason = ''
                 WHERE version IN (SELECT id FROM referral_version WHERE referral = :id)",
                "UPDATE ask_first SET reference = '', asked_raw = NULL, asked_zone = NULL WHERE referral = :id",
                "UPDATE change SET old = NULL, new = NULL
                 WHERE kind = 'referral' AND record = :id AND field IN ('title', 'summary', 'tell_user_reason',
                   'law_elements', 'law_reach', 'law_defence', 'law_decided_by')",
            ] {
                db.prepare_cached(sql)?
                    .execute(named_params! { ":id": referral })?;
            }
            gone.count("referral-words", 1);
        } else {
            gone.keep("shared-referrals", 1);
        }
    }
    Ok(())
}

fn versions(
    db: &Connection,
    (referral, is_last): (i64, bool),
    named: &Named,
    gone: &mut Gone,
) -> Result<()> {
    let found = texts(
        db,
        "SELECT id, json FROM referral_version WHERE referral = :id",
        referral,
    )?;
    for (id, json) in found {
        let mut frozen: Value = serde_json::from_str(&json)?;
        let mut held_it = is_last;
        let items = frozen.get_mut("items").and_then(Value::as_array_mut);
        for item in items.into_iter().flatten() {
            let is_own = item
                .get("account")
                .and_then(Value::as_str)
                .is_some_and(|account| named.is_uid(account));
            if is_own {
                hush(item, |key| !OF_ITEM.contains(&key));
                held_it = true;
            }
        }
        if !held_it {
            continue;
        }
        if is_last {
            hush(&mut frozen, |key| OF_WHOLE.contains(&key));
        }
        keep(
            db,
            "UPDATE referral_version SET json = :json, is_erased = 1 WHERE id = :id",
            id,
            &frozen,
        )?;
        gone.count("submissions", 1);
    }
    Ok(())
}

fn letters(db: &Connection, row: i64, gone: &mut Gone) -> Result<()> {
    let found = texts(
        db,
        "SELECT v.id, v.json FROM letter_version v JOIN letter l ON l.id = v.letter WHERE l.account = :id",
        row,
    )?;
    for (id, json) in found {
        let mut frozen: Value = serde_json::from_str(&json)?;
        hush(&mut frozen, |key| OF_LETTER.contains(&key));
        keep(
            db,
            "UPDATE letter_version SET json = :json, is_erased = 1 WHERE id = :id",
            id,
            &frozen,
        )?;
        db.execute(
            "UPDATE letter_return SET reason = '' WHERE version = :id",
            named_params! { ":id": id },
        )?;
        gone.count("letters", 1);
    }
    Ok(())
}

/// A page handed over keeps what it says of others; that it verified is noted before its words go.
fn handovers(db: &Connection, named: &Named, gone: &mut Gone) -> Result<()> {
    let mut statement = db.prepare_cached(
        "SELECT h.id, h.json, h.signature, o.public_key, h.is_erased FROM handover h JOIN officer o ON o.id = h.officer",
    )?;
    let rows = statement.query_map([], |row| {
        Ok((
            row.get(0)?,
            row.get(1)?,
            row.get(2)?,
            row.get(3)?,
            row.get(4)?,
        ))
    })?;
    let found: Vec<(i64, String, String, String, bool)> = rows.collect::<rusqlite::Result<_>>()?;
    for (id, json, signature, public_key, was_erased) in found {
        let mut page: Value = serde_json::from_str(&json)?;
        if !hush_page(&mut page, named) {
            continue;
        }
        let is_proven = was_erased || is_signed_in(HANDOVER, &json, &signature, &public_key);
        let sql = if is_proven {
            "UPDATE handover SET json = :json, is_erased = 1 WHERE id = :id"
        } else {
            "UPDATE handover SET json = :json WHERE id = :id"
        };
        keep(db, sql, id, &page)?;
        gone.count("hand-overs", 1);
    }
    Ok(())
}

/// Blanks what a page says of the accounts; true if it said anything.
fn hush_page(page: &mut Value, named: &Named) -> bool {
    let mut said = false;
    let mut entry = |entry: &mut Value| {
        if named.is_about(&entry.to_string()) {
            hush(entry, |key| matches!(key, "label" | "why" | "who" | "what"));
            said = true;
        }
    };
    for section in list(page.get_mut("sections")) {
        list(section.get_mut("items")).for_each(&mut entry);
    }
    list(page.get_mut("promises")).for_each(&mut entry);
    let is_in_note = page
        .get("note")
        .and_then(Value::as_str)
        .is_some_and(|note| named.is_in(note));
    if is_in_note {
        hush(page, |key| key == "note");
    }
    said || is_in_note
}

fn list(value: Option<&mut Value>) -> impl Iterator<Item = &mut Value> {
    value.and_then(Value::as_array_mut).into_iter().flatten()
}

/// Empties those members of an object: a text becomes an empty one, a list an empty one, all else nothing.
fn hush(value: &mut Value, is_hushed: impl Fn(&str) -> bool) {
    let Some(members) = value.as_object_mut() else {
        return;
    };
    for (key, member) in members {
        if is_hushed(key) {
            *member = match member {
                Value::String(_) => Value::String(String::new()),
                Value::Array(_) => Value::Array(Vec::new()),
                _ => Value::Null,
            };
        }
    }
}

fn texts(db: &Connection, sql: &str, id: i64) -> Result<Vec<(i64, String)>> {
    let mut statement = db.prepare_cached(sql)?;
    let rows = statement.query_map(named_params! { ":id": id }, |row| {
        Ok((row.get(0)?, row.get(1)?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn keep(db: &Connection, sql: &str, id: i64, value: &Value) -> Result<()> {
    let json = serde_json_canonicalizer::to_string(value)
        .map_err(|error| Error::Internal(format!("a text cannot be made canonical: {error}")))?;
    db.prepare_cached(sql)?
        .execute(named_params! { ":json": json, ":id": id })?;
    Ok(())
}

/// Row, name of the file, and whether it was an exhibit.
type Erased = (i64, String, bool);

/// Objects of these accounts: those nothing else uses, with the name of each file and whether it was an exhibit, and
/// how many are kept because something else does.
pub(super) fn objects(db: &Connection, rows: &[i64]) -> Result<(Vec<Erased>, usize)> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT o.id, o.name, EXISTS (SELECT 1 FROM exhibit e WHERE e.object = o.id),
           EXISTS (SELECT 1 FROM exhibit e JOIN account a ON a.id = e.account WHERE e.object = o.id AND a.erasure IS NULL)
           OR EXISTS (SELECT 1 FROM sealed_output s JOIN referral_version v ON v.id = s.version
             JOIN referral r ON r.id = v.referral WHERE s.object = o.id AND NOT ({ALL_ERASED}))
           OR EXISTS (SELECT 1 FROM letter_output s JOIN letter_version v ON v.id = s.version
             JOIN letter l ON l.id = v.letter JOIN account a ON a.id = l.account
             WHERE s.object = o.id AND a.erasure IS NULL)
         FROM object o WHERE o.is_erased = 0 AND o.id IN (
           SELECT object FROM exhibit WHERE account = :account
           UNION SELECT s.object FROM sealed_output s JOIN referral_version v ON v.id = s.version
             JOIN referral_item i ON i.referral = v.referral WHERE i.account = :account
           UNION SELECT s.object FROM letter_output s JOIN letter_version v ON v.id = s.version
             JOIN letter l ON l.id = v.letter WHERE l.account = :account)
         ORDER BY o.id"
    ))?;
    let (mut erased, mut shared) = (BTreeSet::new(), BTreeSet::new());
    for row in rows {
        let mut found = statement.query(named_params! { ":account": row })?;
        while let Some(object) = found.next()? {
            let entry = (object.get(0)?, object.get(1)?, object.get(2)?);
            if object.get(3)? {
                shared.insert(entry);
            } else {
                erased.insert(entry);
            }
        }
    }
    Ok((erased.into_iter().collect(), shared.len()))
}
