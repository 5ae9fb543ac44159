//! The rows of one account: what is blanked in each table. What figures rest on stays: unit, platform, dates,
//! decisions, language.

use super::Gone;
use super::tombstone::veil;
use crate::Result;
use crate::keyring::Key;
use rusqlite::{Connection, named_params};
use serde_json::Value;

/// What is said of how much, and the statement; each names `:account`.
const STEPS: [(&str, &str); 34] = [
    ("profile", "UPDATE account SET display_name = NULL, bio = NULL, followers = NULL, flagged_reason = NULL, extra = '[]',
       assignee = NULL WHERE id = :account"),
    ("translations", "UPDATE translation SET text = '', made_by = '', note = NULL, is_retracted = 1 WHERE account = :account"),
    ("reader-answers", "UPDATE cannot_read SET said_by = '', note = NULL, is_retracted = 1 WHERE account = :account"),
    ("tags", "UPDATE tag SET folded = 'erased:' || id, written = '', is_retracted = 1 WHERE account = :account"),
    ("warnings", "UPDATE warning SET is_retracted = 1 WHERE account = :account"),
    ("hit-answers", "UPDATE hit_answer SET quote = 'erased:' || id, is_retracted = 1 WHERE account = :account"),
    ("roles", "UPDATE person_role SET role = 'unknown', rests_on = NULL, words = NULL, is_retracted = 1 WHERE account = :account"),
    ("gradings", "UPDATE grading SET grading = '', is_retracted = 1 WHERE account = :account"),
    ("watches", "UPDATE watch SET purpose = '', factors = '{}', authority = NULL, expires_ms = NULL,
       none_needed = CASE WHEN is_ended THEN NULL ELSE '' END, decided_by = '', is_retracted = 1 WHERE account = :account"),
    ("notes", "UPDATE note SET text = '', is_retracted = 1 WHERE account = :account"),
    ("decisions", "UPDATE assessment SET reason = '', review_raw = NULL, review_zone = NULL WHERE account = :account"),
    ("second-reviews", "UPDATE second_review SET reason = '' WHERE account = :account"),
    ("second-reviews", "UPDATE second_review_settled SET words = '' WHERE account = :account"),
    ("acts", "UPDATE action SET told = '', by_means = NULL, reference = NULL, known = NULL, grading = NULL WHERE account = :account"),
    ("events", "UPDATE event SET
       value = CASE WHEN kind IN ('sent', 'decided', 'observed', 'withdrawn') THEN value ELSE '' END,
       detail = (SELECT json_group_object(d.key, d.value) FROM json_each(event.detail) d WHERE d.key IN ('method', 'letter')),
       happened_raw = NULL, happened_zone = NULL
     WHERE account = :account OR item IN (SELECT id FROM referral_item WHERE account = :account)"),
    ("promises", "UPDATE promise SET who = '', what = '', is_retracted = 1 WHERE account = :account"),
    ("exhibits", "UPDATE exhibit SET file_name = '', source_url = NULL, captured_raw = NULL, captured_zone = NULL, method = '',
       warnings = '[]', is_retracted = 1 WHERE account = :account"),
    ("draft-blocks", "UPDATE referral_item SET is_retracted = 1 WHERE account = :account AND is_retracted = 0
       AND referral IN (SELECT id FROM referral WHERE state = 'draft')"),
    ("items", "UPDATE referral_item SET address = NULL, canonical = NULL, platform_id = NULL, handle = NULL, handle_raw = NULL, handle_zone = NULL,
       live_raw = NULL, live_zone = NULL, place = '', words = '', translation = NULL, translation_by = NULL, why = '',
       exhibits = '[]' WHERE account = :account"),
    ("asked-first", "UPDATE ask_first SET reference = '', asked_raw = NULL, asked_zone = NULL
       WHERE item IN (SELECT id FROM referral_item WHERE account = :account)"),
    ("networks", "UPDATE declaration SET reason = '' WHERE id IN (SELECT declaration FROM declared WHERE account = :account)"),
    ("networks", "UPDATE declaration SET name = NULL WHERE id IN (SELECT declaration FROM declared WHERE account = :account)
       AND (SELECT count(*) FROM declared o JOIN account a ON a.id = o.account WHERE o.declaration = declaration.id
         AND o.is_retracted = 0 AND a.erasure IS NULL) < 2"),
    // A name that is gone is not brought back by taking back a renaming: it stands in the changes of every member.
    ("old-values", "UPDATE change SET old = NULL, new = NULL WHERE kind = 'declared' AND field = 'name' AND field <> '*'
       AND (old IS NOT NULL OR new IS NOT NULL) AND record IN (
         SELECT m.id FROM declared d JOIN declared m ON m.declaration = d.declaration WHERE d.account = :account
           AND (SELECT count(*) FROM declared o JOIN account a ON a.id = o.account WHERE o.declaration = d.declaration
             AND o.is_retracted = 0 AND a.erasure IS NULL) < 2)"),
    ("networks", "UPDATE declared SET is_retracted = 1 WHERE account = :account"),
    ("merges", "UPDATE merge SET reason = '' WHERE account = :account OR into_account = :account"),
    ("successions", "UPDATE succession SET reason = NULL, is_retracted = 1, is_let_go = 1
       WHERE account = :account OR predecessor = :account"),
    ("arrests-and-convictions", "UPDATE justice_fact SET reference = '', source = '', words = NULL, happened_raw = NULL,
       happened_zone = NULL
     WHERE id IN (SELECT fact FROM justice_fact_account WHERE account = :account) AND NOT EXISTS (
       SELECT 1 FROM justice_fact_account o JOIN account a ON a.id = o.account WHERE o.fact = justice_fact.id AND a.erasure IS NULL)"),
    ("holds", "UPDATE legal_hold SET reason = '', released_reason = CASE WHEN released_ms IS NULL THEN NULL ELSE '' END
       WHERE account = :account"),
    ("register-hits", "DELETE FROM register_hit WHERE account = :account"),
    ("links", "DELETE FROM tie WHERE account = :account"),
    ("links", "DELETE FROM text_sketch WHERE account = :account"),
    ("scores", "DELETE FROM score WHERE account = :account"),
    ("drafts", "DELETE FROM assessment_draft WHERE account = :account"),
    ("looks", "DELETE FROM seen WHERE account = :account"),
];

/// References of imported history under which no account stands that was not erased.
pub(super) const REFERENCES: &str =
    "SELECT min(p.id), p.reference FROM past_item p WHERE p.account = :account AND p.reference <> ''
       AND NOT EXISTS (SELECT 1 FROM past_item o JOIN account a ON a.id = o.account
         WHERE o.reference = p.reference AND a.erasure IS NULL)
     GROUP BY p.reference";
pub(super) const VEIL: &str = "UPDATE past_item SET reference = :veil WHERE reference = :reference";
/// Erased accounts whose source no other account has.
pub(super) const SOURCES: &str =
    "UPDATE account SET source = NULL WHERE erasure IS NOT NULL AND source IS NOT NULL AND NOT EXISTS (
       SELECT 1 FROM account o WHERE o.source = account.source AND o.erasure IS NULL AND o.is_retracted = 0)";

/// Blanks everything of one account.
pub(super) fn account(db: &Connection, key: &Key, row: i64, gone: &mut Gone) -> Result<()> {
    let hits: i64 = db
        .prepare_cached("SELECT count(*) FROM register_hit WHERE account = :account")?
        .query_row(named_params! { ":account": row }, |row| row.get(0))?;
    gone.keep("register-entries", usize::try_from(hits).unwrap_or(0));
    sightings(db, row, gone)?;
    posts(db, key, row, gone)?;
    history(db, key, row, gone)?;
    indicators(db, row)?;
    for (kind, sql) in STEPS {
        let blanked = db
            .prepare_cached(sql)?
            .execute(named_params! { ":account": row })?;
        gone.count(kind, blanked);
    }
    let values = db
        .prepare_cached(
            "UPDATE change SET old = NULL, new = NULL WHERE account = :account AND (old IS NOT NULL OR new IS NOT NULL)",
        )?
        .execute(named_params! { ":account": row })?;
    gone.count("old-values", values);
    kept(db, row, gone)
}

/// Handles and ids go with the last sighting that names them.
fn sightings(db: &Connection, row: i64, gone: &mut Gone) -> Result<()> {
    let ids = |sql: &str| -> Result<Vec<i64>> {
        let mut statement = db.prepare_cached(sql)?;
        let rows = statement.query_map(named_params! { ":account": row }, |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    };
    let handles = ids(
        "SELECT DISTINCT handle FROM sighting WHERE account = :account AND handle IS NOT NULL",
    )?;
    let platform_ids = ids(
        "SELECT DISTINCT platform_id FROM sighting WHERE account = :account AND platform_id IS NOT NULL",
    )?;
    let blanked = db
        .prepare_cached(
            "UPDATE sighting SET handle = NULL, written = NULL, platform_id = NULL, url = NULL, canonical_url = NULL,
               seen_raw = NULL, seen_zone = NULL, source = '', is_retracted = 1 WHERE account = :account",
        )?
        .execute(named_params! { ":account": row })?;
    gone.count("sightings", blanked);
    for handle in handles {
        let removed = db
            .prepare_cached(
                "DELETE FROM handle WHERE id = :id AND NOT EXISTS (SELECT 1 FROM sighting WHERE handle = :id)",
            )?
            .execute(named_params! { ":id": handle })?;
        gone.count("handles", removed);
    }
    for id in platform_ids {
        let removed = db
            .prepare_cached(
                "DELETE FROM platform_id WHERE id = :id AND NOT EXISTS (SELECT 1 FROM sighting WHERE platform_id = :id)",
            )?
            .execute(named_params! { ":id": id })?;
        gone.count("platform-ids", removed);
    }
    Ok(())
}

/// Posts keep a name that says nothing, so that what was sent of them twice stays one item.
fn posts(db: &Connection, key: &Key, row: i64, gone: &mut Gone) -> Result<()> {
    let found = pairs(db, "SELECT id, key FROM post WHERE account = :account", row)?;
    gone.count("posts", found.len());
    for (id, known) in found {
        let name = known.map(|known| veil(key, &known)).transpose()?;
        db.prepare_cached(
            "UPDATE post SET text = '', url = NULL, canonical_url = NULL, key = :key, posted_raw = NULL,
               posted_zone = NULL, is_retracted = 1 WHERE id = :id",
        )?
        .execute(named_params! { ":key": name, ":id": id })?;
    }
    Ok(())
}

/// Imported history keeps its items; a reference goes with the last account that stands under it.
fn history(db: &Connection, key: &Key, row: i64, gone: &mut Gone) -> Result<()> {
    let found = pairs(
        db,
        "SELECT id, post FROM past_item WHERE account = :account",
        row,
    )?;
    let references = pairs(db, REFERENCES, row)?;
    gone.count("history", found.len());
    for (id, post) in found {
        let post = veil(key, &post.unwrap_or_default())?;
        db.prepare_cached(
            "UPDATE past_item SET post = :post, identity = 'erased:' || id, written = '' WHERE id = :id",
        )?
        .execute(named_params! { ":post": post, ":id": id })?;
    }
    for (_, reference) in references {
        let reference = reference.unwrap_or_default();
        db.prepare_cached(VEIL)?
            .execute(named_params! { ":veil": veil(key, &reference)?, ":reference": reference })?;
    }
    Ok(())
}

fn pairs(db: &Connection, sql: &str, row: i64) -> Result<Vec<(i64, Option<String>)>> {
    let mut statement = db.prepare_cached(sql)?;
    let rows = statement.query_map(named_params! { ":account": row }, |row| {
        Ok((row.get(0)?, row.get(1)?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The sum a decision was made on keeps its categories and points, and none of the account's words.
fn indicators(db: &Connection, row: i64) -> Result<()> {
    for (id, json) in pairs(
        db,
        "SELECT id, indicators FROM assessment WHERE account = :account",
        row,
    )? {
        let mut sum: Value = serde_json::from_str(&json.unwrap_or_default())?;
        if let Some(reasons) = sum.get_mut("reasons") {
            *reasons = Value::Array(Vec::new());
        }
        let lines = sum.get_mut("lines").and_then(Value::as_array_mut);
        for line in lines.into_iter().flatten() {
            if let Some(line) = line.as_object_mut() {
                line.insert("quote".into(), Value::String(String::new()));
            }
        }
        db.prepare_cached("UPDATE assessment SET indicators = :sum WHERE id = :id")?
            .execute(named_params! { ":sum": serde_json::to_string(&sum)?, ":id": id })?;
    }
    Ok(())
}

/// Who or what flagged an account stays only while another account of the case came by the same way: then it is a way
/// of the unit, and tells of nobody.
pub(super) fn sources(db: &Connection) -> Result<()> {
    db.execute(SOURCES, [])?;
    Ok(())
}

/// What figures rest on.
fn kept(db: &Connection, row: i64, gone: &mut Gone) -> Result<()> {
    const KEPT: [(&str, &str); 3] = [
        (
            "dates-and-decisions",
            "SELECT count(*) FROM assessment WHERE account = :account AND is_retracted = 0",
        ),
        (
            "dated-events",
            "SELECT count(*) FROM event WHERE account = :account AND is_retracted = 0",
        ),
        (
            "log-entries",
            "SELECT count(DISTINCT seq) FROM change WHERE account = :account",
        ),
    ];
    for (kind, sql) in KEPT {
        let count: i64 = db
            .prepare_cached(sql)?
            .query_row(named_params! { ":account": row }, |row| row.get(0))?;
        gone.keep(kind, usize::try_from(count).unwrap_or(0));
    }
    Ok(())
}
