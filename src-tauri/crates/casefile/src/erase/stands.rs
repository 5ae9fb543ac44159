//! What stands against erasing an account now.

use super::rows_of;
use crate::table::{hold, letter};
use crate::{Error, Result};
use rusqlite::{Connection, OptionalExtension, named_params};

/// Something that stands against it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stands {
    /// The rule.
    pub rule: &'static str,
    /// What it is and what to do.
    pub words: String,
}

impl Stands {
    /// As a refusal.
    pub fn refusal(self) -> Error {
        Error::refused(self.rule, self.words)
    }
}

const OPEN_REFERRAL: &str =
    "SELECT r.number, r.state FROM referral_item i JOIN referral r ON r.id = i.referral
  WHERE i.account = :account AND i.is_retracted = 0 AND r.is_retracted = 0
    AND r.state IN ('submitted', 'approved', 'sent') ORDER BY r.number LIMIT 1";
const UNANSWERED: &str = "SELECT 1, '' FROM action c WHERE c.account = :account AND c.action = 'safeguarding'
  AND c.is_retracted = 0
  AND NOT EXISTS (SELECT 1 FROM event e WHERE e.action = c.id AND e.kind = 'answered' AND e.is_retracted = 0) LIMIT 1";
const STOPPED: &str = "SELECT 1, e.label FROM exhibit e JOIN stop s ON s.object = e.object
  WHERE e.account = :account AND s.released_ms IS NULL LIMIT 1";

const UNSENT: &str = "SELECT r.number, l.kind FROM letter l JOIN referral_item i ON i.id = l.item
  JOIN referral r ON r.id = i.referral WHERE l.account = :account";

/// Everything that stands against erasing an account now, the gravest first.
pub fn stands(db: &Connection, account: i64) -> Result<Vec<Stands>> {
    let mut found = Vec::new();
    for row in rows_of(db, account)? {
        if let Some(hold) = hold::on(db, row)? {
            let of = if hold.account.is_some() {
                "This account"
            } else {
                "The whole case"
            };
            let since = hold.at.utc().format("%Y-%m-%d");
            let words =
                format!("{of} is under a legal hold since {since}. Release the hold first.");
            add(&mut found, "an-account-under-hold-is-kept", words);
        }
        let one = |sql: &str| -> Result<Option<(u32, String)>> {
            Ok(db
                .prepare_cached(sql)?
                .query_row(named_params! { ":account": row }, |row| {
                    Ok((row.get(0)?, row.get(1)?))
                })
                .optional()?)
        };
        if let Some((number, state)) = one(OPEN_REFERRAL)? {
            let words =
                format!("It stands in referral R-{number:03}, which is {state} and not closed.");
            add(&mut found, "an-open-referral-is-kept", words);
        }
        let unsent = format!("{UNSENT} AND {} ORDER BY l.id LIMIT 1", letter::IS_UNSENT);
        if let Some((number, kind)) = one(&unsent)? {
            let words = format!(
                "A letter of {kind} about it, to the platform of referral R-{number:03}, is not sent. Send it and mark it sent, or discard it, first."
            );
            add(&mut found, "an-unsent-letter-is-kept", words);
        }
        if one(UNANSWERED)?.is_some() {
            let words =
                "Somebody was told of a danger to life or safety and has not answered.".to_owned();
            add(&mut found, "an-unanswered-act-is-kept", words);
        }
        if let Some((_, label)) = one(STOPPED)? {
            let words = format!(
                "Exhibit {label} is stopped as an illegal image; the unit's procedure comes first."
            );
            add(&mut found, "a-stopped-exhibit-is-kept", words);
        }
    }
    Ok(found)
}

fn add(found: &mut Vec<Stands>, rule: &'static str, words: String) {
    if found.iter().all(|one| one.rule != rule) {
        found.push(Stands { rule, words });
    }
}
