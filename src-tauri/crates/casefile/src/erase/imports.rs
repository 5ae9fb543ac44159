//! Files that were taken in: the name of a file goes where it tells of an erased account.

use super::{Gone, Named, listed};
use crate::Result;
use rusqlite::{Connection, named_params};

/// Row and id of files that brought something of these accounts and nothing of another that was not erased.
const ONLY_ABOUT: &str = "SELECT b.id, lower(hex(b.uid)) FROM batch b WHERE b.id IN (
    SELECT batch FROM account WHERE id IN rarray(:rows)
    UNION SELECT batch FROM sighting WHERE account IN rarray(:rows)
    UNION SELECT batch FROM post WHERE account IN rarray(:rows)
    UNION SELECT batch FROM past_item WHERE account IN rarray(:rows))
  AND NOT EXISTS (SELECT 1 FROM change c JOIN account a ON a.id = c.account
    WHERE c.seq = b.seq AND a.erasure IS NULL AND a.id NOT IN rarray(:rows))";

/// Files that brought something of these accounts and nothing of another: row, and id in lower case without hyphens.
pub(super) fn only_about(db: &Connection, rows: &[i64]) -> Result<Vec<(i64, String)>> {
    let mut statement = db.prepare_cached(ONLY_ABOUT)?;
    let found = statement.query_map(named_params! { ":rows": listed(rows) }, |row| {
        Ok((row.get(0)?, row.get(1)?))
    })?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// Blanks the names of files that are only about these accounts, or name one of them.
pub(super) fn blank(db: &Connection, rows: &[i64], named: &Named, gone: &mut Gone) -> Result<()> {
    let mut telling: Vec<i64> = only_about(db, rows)?
        .into_iter()
        .map(|(row, _)| row)
        .collect();
    let mut statement = db.prepare_cached("SELECT id, file_name FROM batch")?;
    let mut found = statement.query([])?;
    while let Some(batch) = found.next()? {
        if named.is_in_file_name(batch.get_ref(1)?.as_str().unwrap_or_default()) {
            telling.push(batch.get(0)?);
        }
    }
    for batch in telling {
        let blanked = db
            .prepare_cached("UPDATE batch SET file_name = '' WHERE id = :id AND file_name <> ''")?
            .execute(named_params! { ":id": batch })?;
        gone.count("file-names", blanked);
    }
    Ok(())
}
