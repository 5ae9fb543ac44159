//! The audit log as it is read: an account's history, windows of the log, entries since.

use crate::Result;
use crate::audit::{COLUMNS, Stored, read};
use breakwater_model::audit::Operation;
use breakwater_model::{OfficerId, SetId};
use rusqlite::{Connection, OptionalExtension, named_params};
use std::collections::BTreeMap;

/// One change or look in an account's history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The entry.
    pub seq: i64,
    /// Its set.
    pub set: SetId,
    /// When.
    pub at_ms: i64,
    /// The officer's number.
    pub officer: String,
    /// What was done.
    pub action: String,
    /// The field that changed; `*` when a record was made.
    pub field: Option<String>,
    /// Before.
    pub old: Option<String>,
    /// After.
    pub new: Option<String>,
}

/// What was done to an account, newest first.
pub fn history(db: &Connection, account: i64, most: u32) -> Result<Vec<Line>> {
    let mut statement = db.prepare_cached(
        "SELECT a.seq, a.set_uid, a.at_ms, coalesce(o.number, ''), a.action, c.field, c.old, c.new
         FROM change c JOIN audit a ON a.seq = c.seq LEFT JOIN officer o ON o.uid = a.officer
         WHERE c.account = :account ORDER BY c.seq DESC, c.id LIMIT :most",
    )?;
    let rows = statement.query_map(
        named_params! { ":account": account, ":most": most },
        |row| {
            Ok(Line {
                seq: row.get(0)?,
                set: SetId::from_bytes(row.get(1)?),
                at_ms: row.get(2)?,
                officer: row.get(3)?,
                action: row.get(4)?,
                field: row.get(5)?,
                old: row.get(6)?,
                new: row.get(7)?,
            })
        },
    )?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// A window of the log, newest first, with its erasable words, and how many entries match in all.
pub fn window(
    db: &Connection,
    operation: Option<Operation>,
    offset: u32,
    limit: u32,
) -> Result<(Vec<Told>, u32)> {
    let operation = operation.map(Operation::as_str);
    let total = db
        .prepare_cached(
            "SELECT count(*) FROM audit WHERE :operation IS NULL OR operation = :operation",
        )?
        .query_row(named_params! { ":operation": operation }, |row| row.get(0))?;
    let mut statement = db.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM audit WHERE :operation IS NULL OR operation = :operation
         ORDER BY seq DESC LIMIT :limit OFFSET :offset"
    ))?;
    let rows = statement
        .query_map(
            named_params! { ":operation": operation, ":limit": limit, ":offset": offset },
            read,
        )?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    Ok((
        rows.into_iter()
            .map(|stored| tell(db, stored))
            .collect::<Result<_>>()?,
        total,
    ))
}

/// Entries after `since`, oldest first, at most `limit`.
pub fn since(db: &Connection, since: i64, limit: u32) -> Result<Vec<Told>> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM audit WHERE seq > :since ORDER BY seq LIMIT :limit"
    ))?;
    let rows = statement
        .query_map(named_params! { ":since": since, ":limit": limit }, read)?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    rows.into_iter().map(|stored| tell(db, stored)).collect()
}

/// Entries of looking at a record or giving it out that name it, newest first.
pub fn naming(db: &Connection, id: &str) -> Result<Vec<Told>> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM audit WHERE operation IN ('consultation', 'disclosure') AND instr(subjects, :id) > 0
         ORDER BY seq DESC"
    ))?;
    let rows = statement
        .query_map(named_params! { ":id": id }, read)?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    rows.into_iter().map(|stored| tell(db, stored)).collect()
}

/// True if an officer did this, and an entry of it bears both of these words.
pub fn has(
    db: &Connection,
    (action, officer): (&str, OfficerId),
    [one, other]: [(&str, &str); 2],
) -> Result<bool> {
    Ok(db
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM audit a JOIN audit_text t ON t.seq = a.seq JOIN audit_text o ON o.seq = a.seq
               WHERE a.action = :action AND a.officer = :officer AND t.name = :name AND t.text = :text
                 AND o.name = :other AND o.text = :other_text)",
        )?
        .query_row(
            named_params! {
                ":action": action, ":officer": officer.bytes(), ":name": one.0, ":text": one.1,
                ":other": other.0, ":other_text": other.1,
            },
            |row| row.get(0),
        )?)
}

/// The last entry that says the log was found shorter than it was known, or another one.
pub fn last_cut_back(db: &Connection) -> Result<Option<Told>> {
    let stored = db
        .prepare_cached(&format!(
            "SELECT {COLUMNS} FROM audit WHERE action = 'log-cut-back' ORDER BY seq DESC LIMIT 1"
        ))?
        .query_row([], read)
        .optional()?;
    stored.map(|stored| tell(db, stored)).transpose()
}

/// An entry with its officer's number and its erasable words.
#[derive(Debug, Clone)]
pub struct Told {
    /// The entry.
    pub stored: Stored,
    /// The officer's number.
    pub officer: String,
    /// Words by name; `None` once erased.
    pub words: BTreeMap<String, Option<String>>,
}

fn tell(db: &Connection, stored: Stored) -> Result<Told> {
    let words = db
        .prepare_cached("SELECT name, text FROM audit_text WHERE seq = :seq")?
        .query_map(named_params! { ":seq": stored.entry.seq }, |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?
        .collect::<rusqlite::Result<_>>()?;
    let officer = db
        .prepare_cached("SELECT number FROM officer WHERE uid = :uid")?
        .query_row(
            named_params! { ":uid": stored.entry.officer.bytes() },
            |row| row.get(0),
        )
        .optional()?;
    Ok(Told {
        officer: officer.unwrap_or_else(|| stored.entry.officer.to_string()),
        stored,
        words,
    })
}

/// When the first entry was written, in milliseconds: the case was made then.
pub fn first_at(db: &Connection) -> Result<Option<i64>> {
    Ok(db
        .prepare_cached("SELECT at_ms FROM audit ORDER BY seq LIMIT 1")?
        .query_row([], |row| row.get(0))
        .optional()?)
}

/// The last entry that changed an account or a sighting; zero if none did.
pub fn last_account_change(db: &Connection) -> Result<i64> {
    Ok(db
        .prepare_cached(
            "SELECT seq FROM change WHERE kind IN ('account', 'sighting') ORDER BY id DESC LIMIT 1",
        )?
        .query_row([], |row| row.get(0))
        .optional()?
        .unwrap_or(0))
}
