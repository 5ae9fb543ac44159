//! Where each account stands: derived from facts in the same transaction, and
//! able to be worked out again at any time.

mod once;

use crate::Result;
use crate::table::translation::is_of_earlier_text;
use rusqlite::{Connection, named_params};

/// The derived table that lists read.
pub const CREATE: &str = "
CREATE TABLE account_state (
  account INTEGER PRIMARY KEY REFERENCES account (id),
  platform TEXT NOT NULL,
  unit TEXT NOT NULL,
  label TEXT NOT NULL,       -- what to call it: @handle, display name, or id
  handle TEXT,               -- the one it was last seen with, without @
  platform_id TEXT,
  canonical_url TEXT,        -- the newest it was seen at
  first_ms INTEGER,          -- first seen, of sightings with a date of their own
  first_precision TEXT,
  last_ms INTEGER,           -- last seen, of the same sightings
  last_precision TEXT,
  language TEXT,
  assignee INTEGER,          -- the officer who works on it
  tags TEXT NOT NULL,        -- JSON array, as they were written first, in the order of their folded forms
  is_translated INTEGER NOT NULL,  -- a checked or certified translation of the profile text stands
  is_unreadable INTEGER NOT NULL,  -- a reader of its language could not read the profile text
  status TEXT NOT NULL,
  role TEXT NOT NULL,        -- what the person is to the case
  review_ms INTEGER,         -- of a hold: when to look again
  no_action_ms INTEGER,      -- of no action: when it was decided
  band TEXT NOT NULL,        -- of its score
  halves INTEGER NOT NULL,   -- its score, in half points
  due_ms INTEGER,            -- by when it matters, if anything says so
  open_actions INTEGER NOT NULL,   -- safeguarding acts not yet answered
  warnings INTEGER NOT NULL,       -- bits of what it or an exhibit of it warns of: child 1, violence 2, body 4, sexual 8, sound 16
  exhibits INTEGER NOT NULL,
  live_ms INTEGER,           -- last seen live
  imported_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX state_to_refer ON account_state (platform, imported_ms) WHERE status = 'refer';
CREATE INDEX state_by_label ON account_state (label COLLATE NOCASE);
CREATE INDEX state_kept_apart ON account_state (account) WHERE role IN ('victim', 'child', 'third-party');
";

const WORK_OUT: &str = concat!(
    "
INSERT OR REPLACE INTO account_state (account, platform, unit, label, handle, platform_id, canonical_url, first_ms,
  first_precision, last_ms, last_precision, language, assignee, tags, is_translated, is_unreadable, status, role, review_ms, no_action_ms, band, halves,
  due_ms,
  open_actions, warnings, exhibits, live_ms, imported_ms)
SELECT a.id, a.platform, a.unit,
  CASE
    WHEN n.written IS NOT NULL AND a.platform IN ('tiktok', 'x', 'youtube', 'threads') THEN '@' || n.written
    WHEN n.written IS NOT NULL THEN n.written
    WHEN a.display_name IS NOT NULL THEN a.display_name
    WHEN p.value IS NOT NULL THEN 'id ' || p.value
    ELSE coalesce(u.canonical_url, u.url, 'account without a name')
  END,
  n.written, p.value, u.canonical_url, f.seen_ms, f.seen_precision, l.seen_ms, l.seen_precision, a.language, a.assignee,
  (SELECT json_group_array(g.written ORDER BY g.folded) FROM tag g WHERE g.account = a.id AND g.is_retracted = 0),
  EXISTS (SELECT 1 FROM translation t WHERE t.account = a.id AND t.post IS NULL AND t.is_retracted = 0
          AND t.status IN ('checked', 'certified') AND NOT ",
    is_of_earlier_text!(),
    "),
  EXISTS (SELECT 1 FROM cannot_read x WHERE x.account = a.id AND x.post IS NULL AND x.language = a.language
          AND x.is_retracted = 0 AND NOT EXISTS (SELECT 1 FROM change c WHERE c.kind = 'account' AND c.record = a.id
            AND c.field = 'bio' AND c.field <> '*' AND c.seq > x.seq)),
  CASE
    WHEN r.state IN ('draft', 'submitted', 'approved') THEN 'drafted'
    WHEN r.state IS NOT NULL THEN r.state
    WHEN m.decision = 'refer' THEN 'refer'
    WHEN m.decision = 'no-action' THEN 'no-action'
    WHEN m.decision = 'hold' AND EXISTS (SELECT 1 FROM assessment_answer w WHERE w.assessment = m.id AND w.answer <> 'no')
      THEN 'second-look'
    WHEN m.decision = 'hold' THEN 'hold'
    WHEN EXISTS (SELECT 1 FROM assessment_draft d WHERE d.account = a.id) THEN 'in-review'
    WHEN EXISTS (SELECT 1 FROM past_item h WHERE h.account = a.id AND h.is_retracted = 0)
      AND NOT EXISTS (SELECT 1 FROM sighting o LEFT JOIN batch b ON b.id = o.batch
        WHERE o.account = a.id AND o.is_retracted = 0 AND (b.id IS NULL OR b.kind <> 'outcomes'))
      THEN CASE WHEN EXISTS (SELECT 1 FROM past_item h WHERE h.account = a.id AND h.is_retracted = 0
        AND NOT EXISTS (SELECT 1 FROM event e WHERE e.past = h.id AND e.is_retracted = 0
          AND (e.kind = 'withdrawn' OR e.kind = 'decided' AND e.value <> 'more-asked')))
        THEN 'sent' ELSE 'closed' END
    ELSE 'new'
  END,
  coalesce((SELECT p.role FROM person_role p WHERE p.account = a.id AND p.is_retracted = 0 ORDER BY p.id DESC LIMIT 1), 'unknown'),
  CASE WHEN r.state IS NULL AND m.decision = 'hold' THEN m.review_ms END,
  CASE WHEN r.state IS NULL AND m.decision = 'no-action' THEN m.at_ms END,
  coalesce(k.band, 'low'), coalesce(k.halves, 0), k.due_ms,
  (SELECT count(*) FROM action c WHERE c.account = a.id AND c.action = 'safeguarding' AND c.is_retracted = 0
     AND NOT EXISTS (SELECT 1 FROM event e WHERE e.action = c.id AND e.kind = 'answered' AND e.is_retracted = 0)),
  CASE WHEN EXISTS (SELECT 1 FROM warning y WHERE y.account = a.id) OR EXISTS (SELECT 1 FROM exhibit x WHERE x.account = a.id)
    THEN (SELECT coalesce(sum(CASE tag WHEN 'child' THEN 1 WHEN 'violence' THEN 2 WHEN 'body' THEN 4 WHEN 'sexual' THEN 8
      ELSE 16 END), 0) FROM (
      SELECT y.tag AS tag FROM warning y WHERE y.account = a.id AND y.is_retracted = 0
      UNION SELECT j.value FROM exhibit x, json_each(x.warnings) j WHERE x.account = a.id AND x.is_retracted = 0))
    ELSE 0 END,
  (SELECT count(*) FROM exhibit x WHERE x.account = a.id AND x.is_retracted = 0),
  (SELECT max(e.happened_ms) FROM event e WHERE e.account = a.id AND e.kind = 'observed' AND e.value = 'live'
     AND e.is_retracted = 0),
  a.imported_ms
FROM account a
LEFT JOIN sighting n ON n.id = (SELECT id FROM sighting WHERE account = a.id AND is_retracted = 0 AND written IS NOT NULL
  ORDER BY seen_ms DESC, id DESC LIMIT 1)
LEFT JOIN sighting u ON u.id = coalesce(
  (SELECT id FROM sighting WHERE account = a.id AND is_retracted = 0 AND canonical_url IS NOT NULL
   ORDER BY seen_ms DESC, id DESC LIMIT 1),
  (SELECT id FROM sighting WHERE account = a.id AND is_retracted = 0 AND url IS NOT NULL
   ORDER BY seen_ms DESC, id DESC LIMIT 1))
LEFT JOIN sighting f ON f.id = (SELECT id FROM sighting WHERE account = a.id AND is_retracted = 0 AND is_assumed = 0
  ORDER BY seen_ms, id LIMIT 1)
LEFT JOIN sighting l ON l.id = (SELECT id FROM sighting WHERE account = a.id AND is_retracted = 0 AND is_assumed = 0
  ORDER BY seen_ms DESC, id DESC LIMIT 1)
LEFT JOIN platform_id p ON p.id = (SELECT s.platform_id FROM sighting s WHERE s.account = a.id AND s.is_retracted = 0
  AND s.platform_id IS NOT NULL ORDER BY s.seen_ms DESC, s.id DESC LIMIT 1)
LEFT JOIN score k ON k.account = a.id
LEFT JOIN assessment m ON m.id = (SELECT max(id) FROM assessment WHERE account = a.id AND is_retracted = 0)
LEFT JOIN referral r ON r.id = (SELECT max(i.referral) FROM referral_item i JOIN referral f ON f.id = i.referral
  WHERE i.account = a.id AND i.is_retracted = 0 AND f.is_retracted = 0)
WHERE a.id BETWEEN :first AND :last AND a.is_retracted = 0 AND a.erasure IS NULL
  AND NOT EXISTS (SELECT 1 FROM merge g WHERE g.account = a.id AND g.is_retracted = 0)"
);

/// What of merged records counts for the one they stand under: what was seen, what was kept, who waits for an answer,
/// and that it was referred.
const WITH_MERGED: &str = "
WITH own (account, part) AS (
  SELECT DISTINCT into_account, into_account FROM merge
  WHERE is_retracted = 0 AND into_account BETWEEN :first AND :last
  UNION ALL
  SELECT into_account, account FROM merge WHERE is_retracted = 0 AND into_account BETWEEN :first AND :last
)
UPDATE account_state AS s SET
  (first_ms, first_precision) = (SELECT t.seen_ms, t.seen_precision FROM own o JOIN sighting t ON t.account = o.part
    WHERE o.account = s.account AND t.is_retracted = 0 AND t.is_assumed = 0 ORDER BY t.seen_ms, t.id LIMIT 1),
  (last_ms, last_precision) = (SELECT t.seen_ms, t.seen_precision FROM own o JOIN sighting t ON t.account = o.part
    WHERE o.account = s.account AND t.is_retracted = 0 AND t.is_assumed = 0
    ORDER BY t.seen_ms DESC, t.id DESC LIMIT 1),
  open_actions = (SELECT count(*) FROM own o JOIN action c ON c.account = o.part
    WHERE o.account = s.account AND c.action = 'safeguarding' AND c.is_retracted = 0
      AND NOT EXISTS (SELECT 1 FROM event e WHERE e.action = c.id AND e.kind = 'answered' AND e.is_retracted = 0)),
  exhibits = (SELECT count(*) FROM own o JOIN exhibit x ON x.account = o.part
    WHERE o.account = s.account AND x.is_retracted = 0),
  live_ms = (SELECT max(e.happened_ms) FROM own o JOIN event e ON e.account = o.part
    WHERE o.account = s.account AND e.kind = 'observed' AND e.value = 'live' AND e.is_retracted = 0),
  status = coalesce(
    (SELECT CASE WHEN r.state IN ('draft', 'submitted', 'approved') THEN 'drafted' ELSE r.state END
     FROM referral r WHERE r.id = (SELECT max(i.referral) FROM own o JOIN referral_item i ON i.account = o.part
       JOIN referral f ON f.id = i.referral
       WHERE o.account = s.account AND i.is_retracted = 0 AND f.is_retracted = 0)),
    status)
WHERE s.account IN (SELECT account FROM own)";

/// The language of an account, and whether a checked translation of its profile text stands.
pub fn language(reader: &crate::Reader<'_>, account: i64) -> Result<(Option<String>, bool)> {
    Ok(reader
        .db()
        .prepare_cached(
            "SELECT language, is_translated FROM account_state WHERE account = :account",
        )?
        .query_row(named_params! { ":account": account }, |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?)
}

/// Works out one account's state; a retracted or erased account and a merged record have none.
pub(crate) fn work_out(db: &Connection, account: i64) -> Result<()> {
    work_out_run(db, account, account)
}

/// Works out the states of accounts in neighbouring rows, first to last: what an import made is one run.
pub(crate) fn work_out_run(db: &Connection, first: i64, last: i64) -> Result<()> {
    if once::work_out_run(db, first, last)? {
        return Ok(());
    }
    work_out_in_full(db, first, last)
}

/// The same, whatever is stored of them.
fn work_out_in_full(db: &Connection, first: i64, last: i64) -> Result<()> {
    let written = db
        .prepare_cached(WORK_OUT)?
        .execute(named_params! { ":first": first, ":last": last })?;
    if i64::try_from(written) != Ok(last - first + 1) {
        db.prepare_cached(
            "DELETE FROM account_state WHERE account BETWEEN :first AND :last
             AND account NOT IN (SELECT id FROM account WHERE id BETWEEN :first AND :last AND is_retracted = 0
               AND erasure IS NULL AND id NOT IN (SELECT account FROM merge WHERE is_retracted = 0))",
        )?
        .execute(named_params! { ":first": first, ":last": last })?;
    }
    db.prepare_cached(WITH_MERGED)?
        .execute(named_params! { ":first": first, ":last": last })?;
    Ok(())
}

#[cfg(test)]
/// The state that facts give and the state that is stored, for every account that differs.
pub(crate) fn differing(db: &Connection) -> Result<Vec<i64>> {
    const ROW: &str = "SELECT label || char(31) || status || char(31) || coalesce(handle, '') || char(31)
        || coalesce(platform_id, '') || char(31) || coalesce(canonical_url, '') || char(31) || coalesce(first_ms, '')
        || char(31) || coalesce(last_ms, '') || char(31) || coalesce(last_precision, '') || char(31) || unit || char(31) || role
        || char(31) || coalesce(assignee, '') || char(31) || tags
        || char(31) || band || char(31) || halves || char(31) || coalesce(due_ms, '')
        || char(31) || warnings || char(31) || is_translated || char(31) || is_unreadable
        || char(31) || exhibits || char(31) || open_actions
      FROM account_state WHERE account = :account";
    let accounts: Vec<i64> = db
        .prepare("SELECT id FROM account ORDER BY id")?
        .query_map([], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    let mut differing = Vec::new();
    for account in accounts {
        let read = || -> Result<Option<String>> {
            use rusqlite::OptionalExtension;
            Ok(db
                .prepare_cached(ROW)?
                .query_row(named_params! { ":account": account }, |row| row.get(0))
                .optional()?)
        };
        let stored = read()?;
        work_out(db, account)?;
        if read()? != stored {
            differing.push(account);
        }
    }
    Ok(differing)
}

#[cfg(test)]
mod tests {
    use crate::testing;

    #[test]
    fn stored_state_is_what_facts_give() {
        let folder = tempfile::tempdir().unwrap();
        let session = testing::case(folder.path());
        let officer = session.own().officer;
        let (row, _) = session
            .write(testing::made(), |w| {
                let (row, _) = testing::add(w, &testing::seen("Handle", None))?;
                w.add_note(row, "a note", None)?;
                w.tag(row, "kent", "Kent")?;
                w.assign(row, Some(officer))?;
                Ok(row)
            })
            .unwrap();
        session
            .derive(|d| {
                assert_eq!(super::differing(d.db)?, Vec::<i64>::new());
                d.db.execute(
                    "UPDATE account_state SET label = 'wrong' WHERE account = ?1",
                    [row],
                )?;
                assert_eq!(super::differing(d.db)?, [row]);
                d.db.execute(
                    "UPDATE account_state SET tags = '[]', assignee = NULL WHERE account = ?1",
                    [row],
                )?;
                assert_eq!(super::differing(d.db)?, [row]);
                Ok(())
            })
            .unwrap();
    }
}
