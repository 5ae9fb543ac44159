//! Where accounts stand of which nothing is known but that they were seen once: what an import brings.

use crate::Result;
use rusqlite::{Connection, named_params};

/// Tables in which a row of an account says more of where it stands than that it was seen once.
const WORKED_ON: [&str; 14] = [
    "action",
    "assessment",
    "assessment_draft",
    "cannot_read",
    "event",
    "exhibit",
    "merge",
    "past_item",
    "person_role",
    "post",
    "referral_item",
    "tag",
    "translation",
    "warning",
];

/// What [`super::WORK_OUT`] comes to for accounts of which nothing is stored but one sighting each, as an import leaves them:
/// nothing is looked for that is known not to be there. A test holds the two to the same.
const SEEN_ONCE: &str = "
INSERT OR REPLACE INTO account_state (account, platform, unit, label, handle, platform_id, canonical_url, first_ms,
  first_precision, last_ms, last_precision, language, assignee, tags, is_translated, is_unreadable, status, role, review_ms, no_action_ms, band, halves,
  due_ms,
  open_actions, warnings, exhibits, live_ms, imported_ms)
SELECT a.id, a.platform, a.unit,
  CASE
    WHEN s.written IS NOT NULL AND a.platform IN ('tiktok', 'x', 'youtube', 'threads') THEN '@' || s.written
    WHEN s.written IS NOT NULL THEN s.written
    WHEN a.display_name IS NOT NULL THEN a.display_name
    WHEN p.value IS NOT NULL THEN 'id ' || p.value
    ELSE coalesce(s.canonical_url, s.url, 'account without a name')
  END,
  s.written, p.value, s.canonical_url,
  iif(s.is_assumed, NULL, s.seen_ms), iif(s.is_assumed, NULL, s.seen_precision),
  iif(s.is_assumed, NULL, s.seen_ms), iif(s.is_assumed, NULL, s.seen_precision),
  a.language, a.assignee, '[]', 0, 0,
  'new', 'unknown', NULL, NULL, coalesce(k.band, 'low'), coalesce(k.halves, 0), k.due_ms, 0, 0, 0, NULL, a.imported_ms
FROM account a
JOIN sighting s ON s.account = a.id
LEFT JOIN platform_id p ON p.id = s.platform_id
LEFT JOIN score k ON k.account = a.id
WHERE a.id BETWEEN :first AND :last AND a.is_retracted = 0";

/// Works out the states of accounts of which nothing is stored but one sighting each; false, and nothing done that
/// [`super::work_out_in_full`] would not do again, if that is not so of all of them.
pub(super) fn work_out_run(db: &Connection, first: i64, last: i64) -> Result<bool> {
    if !were_seen_once(db, first, last)? {
        return Ok(false);
    }
    let written = db
        .prepare_cached(SEEN_ONCE)?
        .execute(named_params! { ":first": first, ":last": last })?;
    Ok(i64::try_from(written) == Ok(last - first + 1))
}

/// True if nothing is stored of these accounts but one sighting each.
fn were_seen_once(db: &Connection, first: i64, last: i64) -> Result<bool> {
    const ONE_EACH: &str =
        "SELECT count(*) = :last - :first + 1 AND count(DISTINCT account) = count(*)
      AND total(is_retracted) = 0 FROM sighting WHERE account BETWEEN :first AND :last";
    for table in WORKED_ON {
        let is_worked_on: bool = db
            .prepare_cached(&format!(
                "SELECT EXISTS (SELECT 1 FROM {table} WHERE account BETWEEN :first AND :last)"
            ))?
            .query_row(named_params! { ":first": first, ":last": last }, |row| {
                row.get(0)
            })?;
        if is_worked_on {
            return Ok(false);
        }
    }
    let takes_in_others: bool = db
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM merge WHERE into_account BETWEEN :first AND :last AND is_retracted = 0)",
        )?
        .query_row(named_params! { ":first": first, ":last": last }, |row| {
            row.get(0)
        })?;
    if takes_in_others {
        return Ok(false);
    }
    Ok(db
        .prepare_cached(ONE_EACH)?
        .query_row(named_params! { ":first": first, ":last": last }, |row| {
            row.get(0)
        })?)
}

#[cfg(test)]
mod tests {
    use super::super::{WITH_MERGED, WORK_OUT, work_out_in_full};
    use super::{WORKED_ON, were_seen_once};
    use crate::testing;

    /// All that is stored of where an account stands.
    fn stored(db: &rusqlite::Connection, account: i64) -> Vec<rusqlite::types::Value> {
        let mut statement = db
            .prepare("SELECT * FROM account_state WHERE account = ?1")
            .unwrap();
        let columns = statement.column_count();
        statement
            .query_row([account], |row| {
                (0..columns).map(|at| row.get(at)).collect()
            })
            .unwrap()
    }

    #[test]
    fn an_account_seen_once_stands_where_it_would_if_all_were_looked_for() {
        let folder = tempfile::tempdir().unwrap();
        let session = testing::case(folder.path());
        let by = |written: Option<&str>, id: Option<&str>, url: Option<&str>, is_assumed: bool| {
            let mut seen = testing::seen(written.unwrap_or("x"), id);
            seen.written = written.map(str::to_owned);
            seen.folded = written.map(str::to_lowercase);
            seen.canonical_url = url.map(str::to_owned);
            seen.is_assumed = is_assumed;
            seen
        };
        let all = [
            by(Some("Handle"), None, None, false),
            by(Some("Other"), Some("6800000000000000001"), None, true),
            by(None, Some("6800000000000000002"), None, false),
            by(None, None, Some("https://www.tiktok.com/@made_up"), true),
        ];
        let (rows, _) = session
            .write(testing::made(), |w| {
                let rows = all.iter().map(|seen| testing::add(w, seen));
                rows.map(|row| Ok(row?.0))
                    .collect::<crate::Result<Vec<i64>>>()
            })
            .unwrap();
        session
            .derive(|d| {
                for row in &rows {
                    assert!(were_seen_once(d.db, *row, *row)?);
                    let once = stored(d.db, *row);
                    work_out_in_full(d.db, *row, *row)?;
                    assert_eq!(stored(d.db, *row), once);
                }
                Ok(())
            })
            .unwrap();
        session
            .write(testing::made(), |w| w.tag(rows[0], "kent", "Kent"))
            .unwrap();
        let is_seen_once = |row: i64| {
            session
                .read(|reader| were_seen_once(reader.db(), row, row))
                .unwrap()
        };
        assert!(!is_seen_once(rows[0]));
        assert!(is_seen_once(rows[1]));
    }

    #[test]
    fn every_table_that_says_where_an_account_stands_is_looked_at() {
        const TOLD_BY_ANOTHER: [&str; 9] = [
            "account",
            "sighting",
            "platform_id",
            "score",
            "change",
            "assessment_answer",
            "referral",
            "batch",
            "own",
        ];
        let words: Vec<&str> = WORK_OUT
            .split_whitespace()
            .chain(WITH_MERGED.split_whitespace())
            .collect();
        let tables = words
            .windows(2)
            .filter(|pair| matches!(pair[0], "FROM" | "JOIN"))
            .map(|pair| pair[1].trim_matches(|c: char| !c.is_alphanumeric() && c != '_'))
            .filter(|table| !table.is_empty() && *table != "SELECT");
        for table in tables {
            assert!(
                WORKED_ON.contains(&table) || TOLD_BY_ANOTHER.contains(&table),
                "{table} is not looked for"
            );
        }
    }
}
