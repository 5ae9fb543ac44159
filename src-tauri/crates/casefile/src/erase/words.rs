//! Words of the log and of screens that tell of an erased account. The leaves of the log stay; which words were erased
//! is listed, and the hash of the list stands in the entry of the erasure, so that a word taken out past the program is
//! still found.

use super::{Gone, Named};
use crate::Result;
use rusqlite::{Connection, named_params};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// The word of the entry of an erasure that holds the hash of the list.
pub(crate) const ERASED_WORDS: &str = "erased_words";
/// The word that signatures of the log are checked with.
const PUBLIC_KEY: &str = "public_key";
/// Acts whose words name nobody and say why something is gone.
const OF_ERASURE: [&str; 3] = ["erasure-proposed", "account-erased", "erasure-certified"];

/// Erases the words of entries about these accounts alone, and every other word that names one of them.
pub(super) fn blank(
    db: &Connection,
    rows: &[i64],
    named: &Named,
    erasure: i64,
    gone: &mut Gone,
) -> Result<()> {
    let own = entries(db, rows, named)?;
    let mut statement = db.prepare(
        "SELECT t.seq, t.name, t.text, a.action FROM audit_text t JOIN audit a ON a.seq = t.seq WHERE t.text IS NOT NULL",
    )?;
    let mut found = statement.query([])?;
    let mut erased: Vec<(i64, String)> = Vec::new();
    while let Some(row) = found.next()? {
        let (seq, name): (i64, String) = (row.get(0)?, row.get(1)?);
        let is_spared = name == PUBLIC_KEY
            || OF_ERASURE.contains(&row.get_ref(3)?.as_str().unwrap_or_default());
        if !is_spared
            && (own.contains(&seq) || named.is_in(row.get_ref(2)?.as_str().unwrap_or_default()))
        {
            erased.push((seq, name));
        }
    }
    for (seq, name) in &erased {
        db.prepare_cached("UPDATE audit_text SET text = NULL WHERE seq = :seq AND name = :name")?
            .execute(named_params! { ":seq": seq, ":name": name })?;
        db.prepare_cached(
            "INSERT INTO erased_word (seq, name, erasure) VALUES (:seq, :name, :erasure)",
        )?
        .execute(named_params! { ":seq": seq, ":name": name, ":erasure": erasure })?;
    }
    gone.count("log-words", erased.len());
    Ok(())
}

/// Entries that are about these accounts alone: by their set, or by the ids they name.
fn entries(db: &Connection, rows: &[i64], named: &Named) -> Result<BTreeSet<i64>> {
    const BY_SET: &str = "SELECT DISTINCT c.seq FROM change c WHERE c.account = :account AND NOT EXISTS (
      SELECT 1 FROM change o JOIN account a ON a.id = o.account WHERE o.seq = c.seq AND a.erasure IS NULL)";
    let mut own = BTreeSet::new();
    for row in rows {
        let mut statement = db.prepare_cached(BY_SET)?;
        let mut found = statement.query(named_params! { ":account": row })?;
        while let Some(entry) = found.next()? {
            own.insert(entry.get(0)?);
        }
    }
    let mut statement = db.prepare("SELECT seq, subjects FROM audit WHERE subjects <> '[]'")?;
    let mut found = statement.query([])?;
    while let Some(entry) = found.next()? {
        let subjects: Vec<String> =
            serde_json::from_str(entry.get_ref(1)?.as_str().unwrap_or("[]"))?;
        if subjects.iter().any(|id| named.is_uid(id)) && !names_another(db, &subjects)? {
            own.insert(entry.get(0)?);
        }
    }
    Ok(own)
}

fn names_another(db: &Connection, subjects: &[String]) -> Result<bool> {
    for id in subjects {
        let is_another: bool = db
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM account WHERE uid = unhex(replace(:id, '-', '')) AND erasure IS NULL)",
            )?
            .query_row(named_params! { ":id": id }, |row| row.get(0))?;
        if is_another {
            return Ok(true);
        }
    }
    Ok(false)
}

/// SHA-256 of the words an erasure took out of the log: one line each, entry and name, in order.
pub(crate) fn list_hash(db: &Connection, erasure: i64) -> Result<[u8; 32]> {
    let mut statement = db.prepare_cached(
        "SELECT seq, name FROM erased_word WHERE erasure = :erasure ORDER BY seq, name",
    )?;
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
