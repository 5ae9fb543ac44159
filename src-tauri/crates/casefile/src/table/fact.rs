//! Facts about the case itself: title, reference, marking, who else can open it.

use crate::writer::{Record, Writer};
use crate::{Error, Reader, Result};
use rusqlite::{Connection, OptionalExtension, named_params};

/// The table.
pub const CREATE: &str = "
CREATE TABLE case_fact (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,  -- case.json, title, reference, marking, unit, demonstration, evidence-rules-read
  value TEXT NOT NULL
) STRICT;
";

/// The value under `key`.
pub fn get(db: &Connection, key: &str) -> Result<Option<String>> {
    Ok(db
        .prepare_cached("SELECT value FROM case_fact WHERE key = :key")?
        .query_row(named_params! { ":key": key }, |row| row.get(0))
        .optional()?)
}

/// The value under `key`, which every case has.
pub fn need(db: &Connection, key: &str) -> Result<String> {
    get(db, key)?.ok_or_else(|| Error::Damaged(format!("case.db says nothing about {key}")))
}

/// The fact of the case that holds the unit's days from no action until erasure is due.
const NO_ACTION_DAYS: &str = "no-action-days";

/// Days from a decision of no action until an account is due for erasure: the unit's, else those of the table.
pub(crate) fn no_action_days(db: &Connection) -> Result<u16> {
    match get(db, NO_ACTION_DAYS)? {
        None => Ok(breakwater_text::clock::no_action_days()),
        Some(text) => text
            .parse()
            .map_err(|_| Error::Damaged("the clock of no action".into())),
    }
}

/// The facts of the case that hold the unit's own periods of retention in days, before the key of the group.
const RETENTION_DAYS: &str = "retention-days.";

/// The unit's own period of a group of retention in days, where it set one.
pub fn retention_days(reader: &Reader<'_>, group: &str) -> Result<Option<u32>> {
    match get(reader.db(), &format!("{RETENTION_DAYS}{group}"))? {
        Some(text) if !text.is_empty() => text
            .parse()
            .map(Some)
            .map_err(|_| Error::Damaged(format!("the period of retention of {group}"))),
        _ => Ok(None),
    }
}

impl Writer<'_> {
    /// Sets the unit's own period of a group of retention in days; none: it has none of its own any more.
    ///
    /// # Errors
    /// [`Error::Invalid`] unless they are 1 to 36525, a hundred years.
    pub fn set_retention_days(&mut self, group: &str, days: Option<u32>) -> Result<()> {
        if days.is_some_and(|days| !(1..=36_525).contains(&days)) {
            return Err(Error::Invalid("Between 1 day and 36525 days.".into()));
        }
        let days = days.map(|days| days.to_string()).unwrap_or_default();
        self.set_fact(&format!("{RETENTION_DAYS}{group}"), &days)
    }

    /// Sets the days from a decision of no action until an account is due for erasure.
    ///
    /// # Errors
    /// [`Error::Invalid`] unless they are 1 to 3650.
    pub fn set_no_action_days(&mut self, days: u16) -> Result<()> {
        if !(1..=3650).contains(&days) {
            return Err(Error::Invalid("Between 1 day and 3650 days.".into()));
        }
        self.set_fact(NO_ACTION_DAYS, &days.to_string())
    }

    /// Sets a fact about the case.
    pub fn set_fact(&mut self, key: &str, value: &str) -> Result<()> {
        let old = get(self.db(), key)?;
        self.db()
            .prepare_cached(
                "INSERT INTO case_fact (key, value) VALUES (:key, :value)
                 ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            )?
            .execute(named_params! { ":key": key, ":value": value })?;
        let row = self.db().query_row(
            "SELECT id FROM case_fact WHERE key = :key",
            named_params! { ":key": key },
            |row| row.get(0),
        )?;
        let record = Record {
            kind: "case_fact",
            row,
            account: None,
        };
        self.changed(record, "value", old.as_deref(), Some(value))
    }
}
