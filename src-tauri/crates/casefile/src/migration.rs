//! The schema's history: ordered steps, each in one transaction with its number.
//! A case from a newer program is refused before anything is touched.

use crate::table;
use crate::{Error, Result, audit, history, link, score, state, writer};
use rusqlite::Connection;

/// Steps in order. A step is never changed once released; docs/schema.sql shows where they lead.
const STEPS: &[&[&str]] = &[&[
    table::fact::CREATE,
    table::officer::CREATE,
    table::team::CREATE,
    audit::CREATE,
    writer::CREATE,
    table::batch::CREATE,
    table::account::CREATE,
    table::tag::CREATE,
    table::role::CREATE,
    table::sighting::CREATE,
    table::post::CREATE,
    table::translation::CREATE,
    table::cannot_read::CREATE,
    table::warning::CREATE,
    table::assessment::CREATE,
    table::second_review::CREATE,
    table::action::CREATE,
    table::grading::CREATE,
    table::watch::CREATE,
    table::note::CREATE,
    table::object::CREATE,
    table::exhibit::CREATE,
    table::referral::CREATE,
    table::colleague::CREATE,
    table::approval::CREATE,
    table::register::CREATE,
    table::past::CREATE,
    table::event::CREATE,
    table::promise::CREATE,
    table::letter::CREATE,
    table::declaration::CREATE,
    table::merge::CREATE,
    table::succession::CREATE,
    table::check_sheet::CREATE,
    table::frozen_figure::CREATE,
    table::unit_text::CREATE,
    table::handover::CREATE,
    table::published_figure::CREATE,
    table::justice_fact::CREATE,
    table::hold::CREATE,
    table::erasure::CREATE,
    table::thumbnail::CREATE,
    table::place::CREATE,
    score::CREATE,
    link::CREATE,
    state::CREATE,
    history::CREATE,
]];

/// Brings a database to the newest schema.
///
/// # Errors
/// [`Error::Newer`] if it was made by a newer program.
pub fn migrate(db: &mut Connection) -> Result<()> {
    refuse_newer(db)?;
    let found = version(db)?;
    for (number, step) in (1u32..).zip(STEPS).skip(found as usize) {
        let transaction = db.transaction()?;
        for statements in *step {
            transaction.execute_batch(statements)?;
        }
        transaction.pragma_update(None, "user_version", number)?;
        transaction.commit()?;
    }
    Ok(())
}

/// Refuses a schema that only a newer program knows; writes nothing.
///
/// # Errors
/// [`Error::Newer`] if it was made by a newer program.
pub fn refuse_newer(db: &Connection) -> Result<()> {
    let found = version(db)?;
    let known = u32::try_from(STEPS.len()).unwrap_or(u32::MAX);
    if found > known {
        return Err(Error::Newer { found, known });
    }
    Ok(())
}

/// The schema version of a database.
pub fn version(db: &Connection) -> Result<u32> {
    Ok(db.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

/// The schema as the database tells it, one statement after the other.
pub fn schema(db: &Connection) -> Result<String> {
    let mut statement =
        db.prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid")?;
    let rows = statement.query_map([], |row| row.get::<_, String>(0))?;
    let mut text = String::new();
    for sql in rows {
        text.push_str(&sql?);
        text.push_str(";\n\n");
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn migrated() -> Connection {
        let mut db = Connection::open_in_memory().unwrap();
        migrate(&mut db).unwrap();
        db
    }

    #[test]
    fn documented_schema_is_the_migrated_one() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/schema.sql");
        let is = schema(&migrated()).unwrap();
        if std::env::var_os("BLESS").is_some() {
            std::fs::write(path, &is).unwrap();
        }
        let said = std::fs::read_to_string(path).unwrap();
        assert_eq!(
            said, is,
            "src-tauri/docs/schema.sql is not the schema; run with BLESS=1"
        );
    }

    #[test]
    fn a_newer_schema_is_refused_untouched() {
        let mut db = migrated();
        db.pragma_update(None, "user_version", 99).unwrap();
        assert!(matches!(
            migrate(&mut db),
            Err(Error::Newer { found: 99, .. })
        ));
        assert_eq!(version(&db).unwrap(), 99);
    }

    #[test]
    fn every_table_is_strict() {
        let db = migrated();
        let loose: Vec<String> = db
            .prepare("SELECT name FROM pragma_table_list WHERE strict = 0 AND schema = 'main' AND name NOT LIKE 'sqlite_%'")
            .unwrap()
            .query_map([], |row| row.get(0))
            .unwrap()
            .collect::<rusqlite::Result<_>>()
            .unwrap();
        assert_eq!(loose, Vec::<String>::new());
    }
}
