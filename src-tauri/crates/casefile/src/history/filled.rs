//! A large case for measures: made-up items with imported history, straight into the tables.

use crate::Result;
use crate::writer::{Record, Writer};
use rusqlite::named_params;

impl Writer<'_> {
    /// So many accounts with one item each and so many events of it.
    pub(super) fn fill_item_history(&mut self, accounts: i64, events: i64) -> Result<()> {
        self.db().execute_batch(
            "INSERT INTO batch (id, uid, seq, kind, file_name, sha256, encoding, delimiter, header, extra_columns, at_ms, officer)
             VALUES (1, randomblob(16), 1, 'outcomes', 'f', x'00', 'utf-8', ',', '[]', '[]', 0, 1);",
        )?;
        let db = self.db();
        let named = named_params! { ":accounts": accounts };
        db.prepare(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :accounts)
             INSERT INTO account (imported_ms, id, uid, platform, unit, language) SELECT 0, i, randomblob(16), CASE i % 3 WHEN 0 THEN 'tiktok' WHEN 1 THEN 'x' ELSE 'facebook' END, 'account', CASE i % 4 WHEN 0 THEN 'sq' END FROM n",
        )?
        .execute(named)?;
        db.prepare(
            "INSERT INTO past_item (id, uid, account, batch, unit, post, identity, reference, written, officer, at_ms)
             SELECT id, randomblob(16), id, 1, 'account', '', 'r' || id, 'r' || id, 'made up', 1, 0 FROM account WHERE id <= :accounts",
        )?
        .execute(named)?;
        db.prepare(
            "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < :accounts * :events - 1)
             INSERT INTO event (uid, kind, account, past, batch, value, happened_ms, happened_precision, known_ms, recorded_ms, officer, origin)
             SELECT randomblob(16), CASE i % :events WHEN 0 THEN 'sent' WHEN 1 THEN 'decided' ELSE 'observed' END, i / :events + 1,
               i / :events + 1, 1, CASE i % :events WHEN 0 THEN 'imported' WHEN 1 THEN 'removed' ELSE 'offline' END,
               1735689600000 + i * 1000, 'second', 1735689600000 + i * 1000, 0, 1, 'imported' FROM n",
        )?
        .execute(named_params! { ":accounts": accounts, ":events": events })?;
        for account in 1..=accounts {
            self.changed(
                Record {
                    kind: "past_item",
                    row: account,
                    account: Some(account),
                },
                "is_retracted",
                None,
                None,
            )?;
        }
        Ok(())
    }

    /// One thing more of one of them.
    pub(super) fn see_item_history(&mut self, account: i64) -> Result<()> {
        self.db().execute(
            "INSERT INTO event (uid, kind, account, past, batch, value, happened_ms, happened_precision, known_ms, recorded_ms, officer, origin)
             VALUES (randomblob(16), 'observed', :account, :account, 1, 'live', 1796689600000, 'second', 1796689600000, 0, 1, 'imported')",
            named_params! { ":account": account },
        )?;
        let row = self.db().last_insert_rowid();
        self.made(Record {
            kind: "event",
            row,
            account: Some(account),
        })
    }
}
