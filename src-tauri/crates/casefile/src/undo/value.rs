//! What a field said before a set, without what was taken back: a value of an import that was taken back does not
//! come alive again when a later one is.

use super::Change;
use crate::Result;
use rusqlite::{Connection, OptionalExtension, named_params};

/// Whether a record stands is a fact of its own: it is put back as it was, whoever turned it.
const STANDS: &str = "is_retracted";

pub(super) const IS_LAST: &str = "SELECT NOT EXISTS (SELECT 1 FROM change
  WHERE kind = :kind AND record = :row AND field = :field AND field <> '*' AND id > :id)";

/// Changes of the same field that count: not of the set that is taken back nor of its taking back, and not of an import
/// that was taken back nor of that.
macro_rules! standing {
    ($select:literal, $end:literal) => {
        concat!(
            "SELECT ",
            $select,
            " FROM change c WHERE c.kind = :kind AND c.record = :row AND c.field = :field AND c.field <> '*'
               AND c.seq <> :own AND c.seq <> :undoing
               AND NOT EXISTS (SELECT 1 FROM batch b WHERE b.seq = c.seq AND b.is_undone = 1)
               AND NOT EXISTS (SELECT 1 FROM audit a WHERE a.seq = c.seq AND a.action = 'import-undone') ",
            $end
        )
    };
}

pub(super) const LATER: &str = standing!("c.id", "AND c.id > :id LIMIT 1");
/// Not those of which an erasure took the values.
pub(super) const EARLIER: &str = standing!(
    "c.new",
    "AND c.id < :id AND (c.old IS NOT NULL OR c.new IS NOT NULL) ORDER BY c.id DESC LIMIT 1"
);
const FIRST: &str =
    "SELECT old FROM change WHERE kind = :kind AND record = :row AND field = :field AND field <> '*'
  AND (old IS NOT NULL OR new IS NOT NULL) ORDER BY id LIMIT 1";
const NOW: &str =
    "SELECT new FROM change WHERE kind = :kind AND record = :row AND field = :field AND field <> '*'
  ORDER BY id DESC LIMIT 1";

/// True if no later change that counts touched the same field; a record is made once. `sets` are the one that is taken
/// back and the one that takes it back.
pub(super) fn is_last(db: &Connection, change: &Change, sets: (i64, i64)) -> Result<bool> {
    if change.field == STANDS {
        return Ok(db.prepare_cached(IS_LAST)?.query_row(
            named_params! {
                ":kind": change.record.kind, ":row": change.record.row, ":field": change.field, ":id": change.id,
            },
            |row| row.get(0),
        )?);
    }
    Ok(!db.prepare_cached(LATER)?.exists(named_params! {
        ":kind": change.record.kind, ":row": change.record.row, ":field": change.field, ":id": change.id,
        ":own": sets.0, ":undoing": sets.1,
    })?)
}

/// What the field says now and what it is to say again; `None` if that is the same.
pub(super) fn value_before(
    db: &Connection,
    change: &Change,
    sets: (i64, i64),
) -> Result<Option<(Option<String>, Option<String>)>> {
    if change.field == STANDS {
        return Ok(Some((change.new.clone(), change.old.clone())));
    }
    let of_field = named_params! {
        ":kind": change.record.kind, ":row": change.record.row, ":field": change.field,
    };
    let now: Option<String> = db
        .prepare_cached(NOW)?
        .query_row(of_field, |row| row.get(0))?;
    let earlier: Option<Option<String>> = db
        .prepare_cached(EARLIER)?
        .query_row(
            named_params! {
                ":kind": change.record.kind, ":row": change.record.row, ":field": change.field,
                ":id": change.id, ":own": sets.0, ":undoing": sets.1,
            },
            |row| row.get(0),
        )
        .optional()?;
    let before = match earlier {
        Some(value) => value,
        None => db
            .prepare_cached(FIRST)?
            .query_row(of_field, |row| row.get(0))?,
    };
    Ok((now != before).then_some((now, before)))
}
