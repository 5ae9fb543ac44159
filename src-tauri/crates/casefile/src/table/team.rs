//! Which team an officer is in, and since when: what figures by team rest on.
//!
//! Invariant: a row is never changed. Of rows from the same moment on the last one stands.

use crate::Result;
use crate::writer::{Record, Writer};
use rusqlite::{Connection, OptionalExtension, named_params};

/// The table.
pub const CREATE: &str = "
CREATE TABLE officer_team (
  id INTEGER PRIMARY KEY,
  officer INTEGER NOT NULL REFERENCES officer (id),
  team TEXT NOT NULL,        -- empty: in none from then on
  from_ms INTEGER NOT NULL,
  at_ms INTEGER NOT NULL     -- when it was said
) STRICT;
CREATE INDEX officer_team_by_officer ON officer_team (officer, from_ms);
";

/// True if an officer ever said their team.
pub fn is_said(db: &Connection, officer: i64) -> Result<bool> {
    Ok(db
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM officer_team WHERE officer = :officer)")?
        .query_row(named_params! { ":officer": officer }, |row| row.get(0))?)
}

/// Every name of a team, each once, in the order they were first said.
pub fn names(db: &Connection) -> Result<Vec<String>> {
    let mut statement = db.prepare_cached(
        "SELECT team FROM officer_team WHERE team <> '' GROUP BY team ORDER BY min(id)",
    )?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

impl Writer<'_> {
    /// Says which team the officer is in from a moment on.
    pub fn set_team(&mut self, team: &str, from_ms: i64) -> Result<()> {
        let officer = self.officer();
        let before: Option<String> = self
            .db()
            .prepare_cached(
                "SELECT team FROM officer_team WHERE officer = :officer ORDER BY from_ms DESC, id DESC LIMIT 1",
            )?
            .query_row(named_params! { ":officer": officer }, |row| row.get(0))
            .optional()?;
        self.db().execute(
            "INSERT INTO officer_team (officer, team, from_ms, at_ms) VALUES (:officer, :team, :from, :at)",
            named_params! { ":officer": officer, ":team": team, ":from": from_ms, ":at": self.now().0 },
        )?;
        let record = Record {
            kind: "officer",
            row: officer,
            account: None,
        };
        self.changed(record, "team", before.as_deref(), Some(team))
    }
}
