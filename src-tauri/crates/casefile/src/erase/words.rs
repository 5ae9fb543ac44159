//! Words of the log and of screens that tell of an erased account. The leaves of the log stay; which words were erased
//! is listed, and the hash of the list stands in the entry of the erasure, so that a word taken out past the program is
//! still found.

use super::subjects::Subjects;
use super::{Gone, Named, listed};
use crate::Result;
use rusqlite::{Connection, named_params};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// The word of the entry of an erasure that holds the hash of the list.
pub(crate) const ERASED_WORDS: &str = "erased_words";
/// The word that signatures of the log are checked with.
const PUBLIC_KEY: &str = "public_key";
/// The word that is the name of a file.
const FILE: &str = "file";
/// Acts whose words name nobody and say why something is gone.
const OF_ERASURE: [&str; 3] = ["erasure-proposed", "account-erased", "erasure-certified"];

/// A word of the log: its entry and its name.
pub(super) type Word = (i64, String);

/// The words of entries about these accounts alone, and every other word that names one of them. Nothing is changed.
pub(super) fn found(db: &Connection, rows: &[i64], named: &Named) -> Result<Vec<Word>> {
    let own = entries(db, rows)?;
    let mut statement = db.prepare(
        "SELECT t.seq, t.name, t.text, a.action FROM audit_text t JOIN audit a ON a.seq = t.seq WHERE t.text IS NOT NULL",
    )?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let (seq, name) = (row.get(0)?, row.get_ref(1)?.as_str().unwrap_or_default());
        let text = row.get_ref(2)?.as_str().unwrap_or_default();
        let is_spared = name == PUBLIC_KEY
            || OF_ERASURE.contains(&row.get_ref(3)?.as_str().unwrap_or_default());
        let is_told = || {
            own.contains(&seq) || named.is_in(text) || (name == FILE && named.is_in_file_name(text))
        };
        if !is_spared && is_told() {
            found.push((seq, name.to_owned()));
        }
    }
    Ok(found)
}

/// Takes words out of the log, and lists that this erasure did.
pub(super) fn blank(db: &Connection, words: &[Word], erasure: i64) -> Result<()> {
    for (seq, name) in words {
        db.prepare_cached("UPDATE audit_text SET text = NULL WHERE seq = :seq AND name = :name")?
            .execute(named_params! { ":seq": seq, ":name": name })?;
        db.prepare_cached(
            "INSERT INTO erased_word (seq, name, erasure) VALUES (:seq, :name, :erasure)",
        )?
        .execute(named_params! { ":seq": seq, ":name": name, ":erasure": erasure })?;
    }
    Ok(())
}

/// Entries that are about these accounts alone: by their set, by the ids they name, or as what a desk answered on an
/// item of theirs.
fn entries(db: &Connection, rows: &[i64]) -> Result<BTreeSet<i64>> {
    const BY_SET: &str =
        "SELECT DISTINCT c.seq FROM change c WHERE c.account = :account AND NOT EXISTS (
      SELECT 1 FROM change o JOIN account a ON a.id = o.account
      WHERE o.seq = c.seq AND a.erasure IS NULL AND a.id NOT IN rarray(:rows))";
    const ASKED_FIRST: &str =
        "SELECT a.seq FROM audit a CROSS JOIN change c ON c.seq = a.seq AND c.kind = 'ask_first'
      CROSS JOIN ask_first f ON f.id = c.record CROSS JOIN referral_item i ON i.id = f.item
      WHERE a.action = 'ask-first-answered' AND i.account IN rarray(:rows)";
    let all = listed(rows);
    let mut own = BTreeSet::new();
    for row in rows {
        let mut statement = db.prepare_cached(BY_SET)?;
        let mut found = statement.query(named_params! { ":account": row, ":rows": all })?;
        while let Some(entry) = found.next()? {
            own.insert(entry.get(0)?);
        }
    }
    let mut statement = db.prepare(ASKED_FIRST)?;
    let mut found = statement.query(named_params! { ":rows": all })?;
    while let Some(entry) = found.next()? {
        own.insert(entry.get(0)?);
    }
    let subjects = Subjects::read(db, rows)?;
    let mut statement = db.prepare("SELECT seq, subjects FROM audit WHERE subjects <> '[]'")?;
    let mut found = statement.query([])?;
    while let Some(entry) = found.next()? {
        let named: Vec<String> = serde_json::from_str(entry.get_ref(1)?.as_str().unwrap_or("[]"))?;
        if subjects.are_all_of(db, &named)? {
            own.insert(entry.get(0)?);
        }
    }
    Ok(own)
}

pub(super) const LISTED: &str =
    "SELECT seq, name FROM erased_word WHERE erasure = :erasure ORDER BY seq, name";

/// SHA-256 of the words an erasure took out of the log: one line each, entry and name, in order.
pub(crate) fn list_hash(db: &Connection, erasure: i64) -> Result<[u8; 32]> {
    let mut statement = db.prepare_cached(LISTED)?;
    let mut found = statement.query(named_params! { ":erasure": erasure })?;
    let mut hash = Sha256::new();
    while let Some(row) = found.next()? {
        let (seq, name): (i64, String) = (row.get(0)?, row.get(1)?);
        hash.update(format!("{seq} {name}\n"));
    }
    Ok(hash.finalize().into())
}

/// Takes out of every officer's screen state what tells of these accounts: of a list its entry, else the whole value.
pub(super) fn places(db: &Connection, named: &Named, gone: &mut Gone) -> Result<()> {
    let mut statement = db.prepare("SELECT officer, key, value FROM place")?;
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let found: Vec<(i64, String, String)> = rows.collect::<rusqlite::Result<_>>()?;
    for (officer, key, value) in found {
        if !named.is_about(&value) && !named.is_about(&key) {
            continue;
        }
        let rest = match serde_json::from_str(&value) {
            Ok(Value::Array(mut all)) if !named.is_about(&key) => {
                let before = all.len();
                all.retain(|one| !named.is_about(&one.to_string()));
                gone.count("saved-lookups", before - all.len());
                Some(serde_json::to_string(&all)?)
            }
            _ => {
                gone.count("screen-state", 1);
                None
            }
        };
        let named = named_params! { ":officer": officer, ":key": key, ":value": rest };
        db.prepare_cached(match rest {
            Some(_) => "UPDATE place SET value = :value WHERE officer = :officer AND key = :key",
            None => "DELETE FROM place WHERE officer = :officer AND key = :key AND :value IS NULL",
        })?
        .execute(named)?;
    }
    Ok(())
}
